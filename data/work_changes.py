"""Tasks and money that were known otherwise on two days: each one that changed, by which upload, and the one cause of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from data.day_changes import CAUSES, Change

_STATE = ("status", "as_of", "state_document")
_FACTS = ("name", "lead_agency", "start_year", "end_year", "amount_vnd", "amount_as_written", "year", "source")


def changes(before: Iterable[Any], after: Iterable[Any], uploads: Mapping[int, Any]) -> list[Change]:
    """Every task and every cell of money that changed from an earlier day to a later one; tasks first, by cause.

    ``before``, ``after``: rows of ``work_state_list`` on the two days; ``uploads``: as ``day_changes.changes`` takes them.
    """
    earlier, later = ({(row.kind, row.subject): row for row in rows} for rows in (before, after))
    found = [
        _change(earlier.get(key), later.get(key), uploads)
        for key in dict.fromkeys((*later, *earlier))
        if _shown(earlier.get(key)) != _shown(later.get(key))
    ]
    return sorted(found, key=lambda change: (change.row.kind != "task", CAUSES.index(change.cause)))


def flips(change: Change) -> bool:
    """Whether a task stands otherwise than before: another state, or late since."""
    before, after = change.before, change.after
    return before is not None and after is not None and (before.status, before.late) != (after.status, after.late)


def _part(row: Any | None, names: Iterable[str]) -> tuple[Any, ...]:
    return tuple(getattr(row, name) for name in names) if row is not None else ()


def _shown(row: Any | None) -> tuple[Any, ...]:
    """What makes a task or a cell another one; by which upload it came does not."""
    return _part(row, (*_FACTS, *_STATE, "told_from", "late"))


def _change(before: Any | None, after: Any | None, uploads: Mapping[int, Any]) -> Change:
    return Change(before, after, _cause(before, after), *_upload(before, after, uploads))


def _cause(before: Any | None, after: Any | None) -> str:
    """One word: a task or cell that is new, or a newer state of it; what was written otherwise, or is there no more; told by another
    document; only a day that went by."""
    if before is None:
        return "new_result"
    if after is None or _part(before, _FACTS) != _part(after, _FACTS):
        return "corrected" if after is None or before.told_from == after.told_from else "other_basis"
    if _part(before, _STATE) != _part(after, _STATE):
        newer = after.as_of is not None and (before.as_of is None or after.as_of > before.as_of)
        return "new_result" if newer else "corrected"
    return "other_basis" if before.told_from != after.told_from else "year_turned"


def _upload(before: Any | None, after: Any | None, uploads: Mapping[int, Any]) -> tuple[int | None, bool]:
    """The upload that brought what is known later; else the one that was taken back."""
    came, was = getattr(after, "upload_id", None), getattr(before, "upload_id", None)
    if came is not None and came != was and came in uploads:
        return came, False
    if was is not None and was in uploads and uploads[was].undone_on is not None:
        return was, True
    return None, False

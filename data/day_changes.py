"""What was known otherwise on two days: each figure that changed, by which upload, and the one cause of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

CAUSES = (
    "new_result",
    "corrected",
    "new_target",
    "other_basis",
    "unit_merged",
    "year_turned",
)  # in the order in which they are said


class Change(NamedTuple):
    """One figure. ``before`` and ``after``: rows of ``figure_state_list``, None where it was not known, or is no more.

    ``upload_id``: the upload that brought the change, or whose undo did (``undone``); None where no upload did.
    """

    before: Any | None
    after: Any | None
    cause: str
    upload_id: int | None
    undone: bool

    @property
    def row(self) -> Any:
        """The figure as it is known on the later day, or was before it went."""
        return self.after or self.before

    @property
    def flips(self) -> bool:
        """Whether it has another status than before; one that is new, or gone, has none to compare with."""
        return self.before is not None and self.after is not None and self.before.mark != self.after.mark


def changes(before: Iterable[Any], after: Iterable[Any], uploads: Mapping[int, Any]) -> list[Change]:
    """Every figure that changed from an earlier day to a later one; those with another status first, then by cause.

    ``before``, ``after``: rows of ``figure_state_list`` on the two days; ``uploads``: rows of ``upload_day_list`` since the earlier day,
    by number, with undos until the later one only.
    """
    earlier, later = {_key(row): row for row in before}, {_key(row): row for row in after}
    moved = _moved(earlier, later)
    found = []
    for key, row in later.items():
        was = earlier.get(key) or moved.get(key)
        if was is None or _shown(was) != _shown(row):
            found.append(_change(was, row, uploads))
    gone = earlier.keys() - later.keys() - {_key(row) for row in moved.values()}
    found += [_change(row, None, uploads) for key, row in earlier.items() if key in gone]
    return sorted(found, key=lambda change: (not change.flips, CAUSES.index(change.cause)))


def _key(row: Any) -> tuple[Any, ...]:
    return row.indicator_id, row.unit_id, row.level, row.year, row.period


def _moved(earlier: Mapping[Any, Any], later: Mapping[Any, Any]) -> dict[Any, Any]:
    """By later key the same figure under an earlier state of its unit: the catalogue of units has changed, not the figure."""

    def of_code(key: tuple[Any, ...]) -> tuple[Any, ...]:
        return key[0], str(key[1]).split("-")[0], *key[2:]

    left = {of_code(key): row for key, row in earlier.items() if key not in later}
    return {key: left[of_code(key)] for key in later if key not in earlier and of_code(key) in left}


def _result(row: Any | None) -> tuple[Any, ...]:
    return (row.has_result, row.actual_as_written if row.has_result else None) if row is not None else (False, None)


def _target(row: Any | None) -> tuple[Any, ...]:
    return (row.target_as_written, row.target_year) if row is not None else (None, None)


def _unit(row: Any | None) -> tuple[Any, ...]:
    return (row.unit_id, row.unit_name, row.unit_until) if row is not None else ()


def _shown(row: Any) -> tuple[Any, ...]:
    """What makes a figure another one. The target in force of another period counts by the status that it gives alone."""
    target = (*_target(row), row.target_document) if row.has_target else ()
    return (*_result(row), row.basis, row.actual_document, target, row.mark, _unit(row))


def _change(before: Any | None, after: Any | None, uploads: Mapping[int, Any]) -> Change:
    cause = _cause(before, after)
    kind = "target" if cause == "new_target" else "result"
    upload, undone = _upload(before, after, kind, uploads)
    if upload is None and cause == "other_basis":
        upload, undone = _upload(before, after, "target", uploads)
    return Change(before, after, cause, upload, undone)


def _cause(before: Any | None, after: Any | None) -> str:
    if _result(before) != _result(after):
        return "corrected" if before is not None and before.has_result else "new_result"
    if _target(before) != _target(after):
        return "new_target"
    if before is not None and after is not None:
        if _unit(before) != _unit(after):
            return "unit_merged"
        same = [(row.basis, row.actual_document, row.target_document, row.lower_is_better) for row in (before, after)]
        if same[0] == same[1] and "not_due" in (before.status, after.status):
            return "year_turned"
    return "other_basis"


def _upload(before: Any | None, after: Any | None, kind: str, uploads: Mapping[int, Any]) -> tuple[int | None, bool]:
    """The upload that brought what is known later; else the one that was taken back, or withdrew what was known before."""
    came, was = getattr(after, f"{kind}_upload", None), getattr(before, f"{kind}_upload", None)
    if came is not None and came != was and came in uploads:
        return came, False
    if was is not None and was in uploads and uploads[was].undone_on is not None:
        return was, True
    withdrew = getattr(after or before, f"{kind}_withdrawn_by", None)
    return (withdrew, False) if withdrew in uploads else (None, False)


def until(uploads: Iterable[Any], last: date) -> dict[int, Any]:
    """The rows of ``upload_day_list`` by number as they were at the end of a day: what came in, or was taken back, later is not there."""
    known = [row for row in uploads if row.day <= last]
    return {
        row.upload_id: row if row.undone_on is None or row.undone_on <= last else row._replace(undone_on=None) for row in known
    }

"""An upload: bytes to preview to receipt. The preview rehearses the commit with the very same code on a copy of the store.

Nothing is stored by a preview, and nobody waits for one; what a file's texts mean is read before a commit makes others wait. A commit re-runs everything on the same bytes, refuses a preview that others have
overtaken, and writes all or nothing: figures, original file and audit in one transaction.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import duckdb

from data.accounts.sign_in import Person
from data.ingest.changes import CellChange
from data.ingest.findings.finding import Refused
from data.ingest.incoming import IncomingFile, ReadSheet, StagedSheet, opened
from data.ingest.preview import Preview, Receipt, Seen, UploadRejected, said_reason
from data.ingest.rehearsal import compared, rehearsed, unanswered
from data.ingest.rule_findings import sentence_of_check
from queries.ledger import keep_file
from queries.store import CheckFailed, Store, StoreError


@dataclass(frozen=True)
class _Confirmation:
    """What comes with a commit: what was previewed, the marks of the oddities that were ticked (None for all),
    why unlikely figures are right, where it comes from."""

    seen: Seen | None = None
    ticked: Collection[str] | None = None
    reason: str = ""
    from_where: str = ""

    def lacks(self, preview: Preview) -> str | None:
        """Why it does not cover a preview: 'unticked' or 'unconfirmed'; None when it does."""
        odd = preview.of("confirm")
        if self.ticked is not None and any(finding.mark not in self.ticked for finding in odd):
            return "unticked"
        needed = any(finding.needs_reason for finding in odd) if self.ticked is not None else bool(odd)
        return "unconfirmed" if needed and not self.reason else None

    def to_keep(self) -> dict[str, Any]:
        """The columns of the table ``upload`` that it fills."""
        return {
            "from_where": self.from_where or None,
            "seen_version": self.seen and self.seen.version,
            "reason": self.reason or None,
        }


def inspect(
    store: Store,
    data: bytes,
    file_name: str,
    person: Person,
    answers: Mapping[str, str] | None = None,
    report: Callable[[str], None] = lambda text: None,
    changes: Sequence[CellChange] = (),
) -> Preview:
    """Read a file, judge it and rehearse it. Raises Refused when it cannot be read as a table at all; stores nothing.

    ``report`` is told, in Vietnamese, what is being done. ``changes``: cells that are read as something else than the file says.
    """
    report("Đang đọc tệp…")
    try:
        file = opened(store, data, file_name, person, answers, changes)
    except Refused as refused:
        if not any(finding.severity == "ask" for finding in refused.findings):
            raise
        return unanswered(refused.findings, data, file_name, store.data_version())
    report(f"Đang kiểm tra {len(file.table)} dòng và so với kho…")
    return rehearsed(file)


def commit(
    store: Store,
    data: bytes,
    file_name: str,
    person: Person,
    *,
    answers: Mapping[str, str] | None = None,
    changes: Sequence[CellChange] = (),
    seen: Seen | None,
    ticked: Collection[str] | None = None,
    reason: str = "",
    from_where: str = "",
) -> Receipt:
    """Write a file that was previewed (``seen``: ``Preview.seen``), with the same ``answers`` and ``changes``.

    ``ticked``: the marks of the oddities that were seen and ticked; one that is not among them keeps the file out. ``reason``: why
    unlikely figures are right, needed when an oddity needs one. The command line takes the store as it is (``seen`` None) and
    its reason speaks for every oddity (``ticked`` None). Raises Refused and UploadRejected; then nothing is written.
    """
    file = opened(store, data, file_name, person, answers, changes)
    if seen and seen.digest != file.digest:
        raise UploadRejected("not_previewed")
    confirmation = _Confirmation(seen, ticked, said_reason(reason), from_where)
    read = file.read()
    try:
        return store.write(partial(_written, file, read, confirmation), partial(_receipt, file, confirmation))
    except _NothingNew as nothing:
        return Receipt(None, 0, _unchanged(nothing.preview), nothing.preview)
    except CheckFailed as error:
        raise UploadRejected("check", detail=sentence_of_check(error.check, error.rows)) from error
    except StoreError as error:
        raise UploadRejected(error.reason, detail=error.detail) from error
    except UploadRejected as error:
        if error.reason in ("overtaken", "not_ready") and error.preview is None:
            raise UploadRejected(error.reason, rehearsed(file)) from None
        raise


def _written(
    file: IncomingFile, read: ReadSheet, confirmation: _Confirmation, cursor: duckdb.DuckDBPyConnection
) -> tuple[StagedSheet, int]:
    """The sheet and the number of the upload under which it was appended. Raises UploadRejected before anything is derived."""
    seen = confirmation.seen
    if seen and (seen.life, seen.version) != (file.store.life, file.store.data_version()):
        raise UploadRejected("overtaken")
    sheet, person = file.staged(read, file.store.data_version(), cursor)
    if person is None or not person.may_upload:
        raise UploadRejected("no_right")
    if any(finding.severity in ("stop", "ask") for finding in sheet.findings):
        raise UploadRejected("not_ready")
    upload_id = file.append(cursor, sheet, person, **confirmation.to_keep())
    keep_file(cursor, upload_id, file.sha256, file.data)
    return sheet, upload_id


def _receipt(
    file: IncomingFile, confirmation: _Confirmation, cursor: duckdb.DuckDBPyConnection, written: tuple[StagedSheet, int]
) -> Receipt:
    """The receipt, once the figures are derived anew. Raises UploadRejected, and _NothingNew: then all of it is taken back."""
    sheet, upload_id = compared(file, cursor, written), written[1]
    preview = file.preview(sheet, file.store.data_version())
    if not preview.ready:
        raise UploadRejected("not_ready", preview)
    if not sheet.new_rows:
        raise _NothingNew(preview)
    if lack := confirmation.lacks(preview):
        raise UploadRejected(lack, preview)
    return Receipt(upload_id, sheet.new_rows, _unchanged(preview), preview)


class _NothingNew(Exception):
    """The file says nothing new: the transaction is taken back, the receipt says so."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self.preview = preview


def _unchanged(preview: Preview) -> int:
    return sum(preview.counts.where(change="unchanged").values("rows"))

"""An upload: bytes to preview to receipt. The preview rehearses the commit with the very same code and takes it back.

Nothing is stored by a preview. A commit re-runs everything on the same bytes, refuses a preview that others have
overtaken, and writes all or nothing: figures, original file and audit in one transaction.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import numpy as np

from data.accounts.sign_in import Person, current_person
from data.ingest.findings.finding import Finding
from data.ingest.parsing.lookups import Catalogue
from data.ingest.preview import Preview, Receipt, UploadRejected
from data.ingest.rows import catalogues
from data.ingest.rows.figures import typed
from data.ingest.rule_findings import example_of_check, found_by_rules, sentence_of_check
from data.ingest.table.source import Source, Table
from data.version import VERSION
from data.vietnamese.dates import today
from queries import imports
from queries.ledger import keep_file, note_scope, open_upload
from queries.rows import Rows
from queries.store import CheckFailed, Store, StoreError

SHOWN = 2_000  # changes that a preview lists


def inspect(
    store: Store,
    data: bytes,
    file_name: str,
    person: Person,
    answers: Mapping[str, str] | None = None,
    report: Callable[[str], None] = lambda said: None,
) -> Preview:
    """Read a file, judge it and rehearse it. Raises Refused when it cannot be read as a table at all; stores nothing.

    ``report`` is told, in Vietnamese, what is being done.
    """
    answers = dict(answers or {})
    report("Đang đọc tệp…")
    source = Source(data)
    table = source.table(source.form(answers), answers)
    report(f"Đang kiểm tra {len(table)} dòng và so với kho…")
    return _rehearsed(store, table, data, file_name, person, answers)


def commit(
    store: Store,
    data: bytes,
    file_name: str,
    person: Person,
    *,
    answers: Mapping[str, str] | None = None,
    seen_version: int | None,
    reason: str = "",
    from_where: str = "",
) -> Receipt:
    """Write a file that was previewed at ``seen_version``. ``reason``: why its unlikely figures are right, needed when there are any.

    ``seen_version`` None (the command line) takes the store as it is. Raises Refused and UploadRejected; then nothing is written.
    """
    answers = dict(answers or {})
    source = Source(data)
    table = source.table(source.form(answers), answers)
    day = today()

    def change(cursor):
        now = current_person(cursor, person)
        if now is None or not now.may_upload:
            raise UploadRejected("no_right")
        if seen_version is not None and seen_version != store.data_version():
            raise UploadRejected("overtaken")
        work = _work(table, cursor, now, answers, day)
        if any(finding.severity in ("stop", "ask") for finding in work.findings):
            raise UploadRejected("not_ready")
        upload = _open(cursor, table, data, file_name, now, work, seen_version, reason, from_where)
        work.write(cursor, upload)
        return work, upload

    def then(cursor, outcome):
        work, upload = outcome
        work.compare(cursor, upload, day)
        preview = _preview(table, data, file_name, store.data_version(), work)
        if not preview.ready:
            raise UploadRejected("not_ready", preview)
        if not work.new_rows:
            raise _Nothing(preview)
        if preview.of("confirm") and not reason.strip():
            raise UploadRejected("unconfirmed", preview)
        return Receipt(upload, work.new_rows, _unchanged(preview), preview)

    try:
        return store.write(change, then)
    except _Nothing as nothing:
        return Receipt(None, 0, _unchanged(nothing.preview), nothing.preview)
    except CheckFailed as error:
        raise UploadRejected("check", detail=sentence_of_check(error.check, error.rows)) from error
    except StoreError as error:
        raise UploadRejected(error.reason, detail=error.detail) from error
    except UploadRejected as error:
        if error.reason in ("overtaken", "not_ready") and error.preview is None:
            raise UploadRejected(error.reason, _rehearsed(store, table, data, file_name, person, answers)) from None
        raise


class _Nothing(Exception):
    """The file says nothing new: the transaction is taken back, the receipt says so."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self.preview = preview


class _Work:
    """One sheet of figures inside a transaction."""

    def __init__(self, table: Table, cursor, person: Person, answers: Mapping[str, str], day: date) -> None:
        catalogue = Catalogue(cursor)
        territories = catalogue.named(person.territories)
        sheet, self.findings = typed(table, catalogue, answers, person.may_write, territories)
        imports.stage(cursor, sheet)
        broken = catalogue.explained(found_by_rules(imports.broken(cursor, "before", day), table))
        self.findings += broken
        stopped = [finding.rows for finding in broken if finding.severity == "stop"]
        imports.leave_out(cursor, np.unique(np.concatenate(stopped)) if stopped else np.array([], np.int64))
        self.new_rows = imports.to_write(cursor)
        self.table = table
        self.counts = self.changes = self.affected_status = Rows((), ())

    def write(self, cursor, upload_id: int) -> None:
        """Append what is new to the ledgers."""
        imports.write_figures(cursor, upload_id)
        note_scope(cursor, upload_id)

    def compare(self, cursor, upload_id: int, day: date) -> None:
        """What the figures became."""
        imports.compare(cursor, upload_id)
        self.findings += found_by_rules(imports.broken(cursor, "after", day), self.table)
        self.counts = imports.answer(cursor, "difference_count")
        self.changes = imports.answer(cursor, "difference_list", most=SHOWN)
        self.affected_status = imports.answer(cursor, "affected_status")


def _work(table: Table, cursor, person: Person, answers: Mapping[str, str], day: date):
    if table.form.name == "figures":
        return _Work(table, cursor, person, answers, day)
    return catalogues.Work(table, cursor, person, day)


def _rehearsed(store: Store, table: Table, data: bytes, file_name: str, person: Person, answers: Mapping[str, str]) -> Preview:
    day, seen = today(), []

    def change(cursor):
        seen.append(store.data_version())
        now = current_person(cursor, person) or person  # a preview shows what the rights of this moment allow
        work = _work(table, cursor, now, answers, day)
        upload = _open(cursor, table, b"", file_name, now, work, None, "", "")
        work.write(cursor, upload)
        return work, upload

    def then(cursor, outcome):
        work, upload = outcome
        work.compare(cursor, upload, day)
        return work

    try:
        work = store.rehearse(change, then)
    except CheckFailed as error:
        told = sentence_of_check(error.check, error.rows)
        finding = Finding("check_failed", args={"sentence": told, "example": example_of_check(error.rows)})
        return Preview(
            table.form.name,
            file_name,
            _sha(data),
            len(table),
            store.data_version(),
            (*table.findings, finding),
            Rows((), ()),
            Rows((), ()),
            Rows((), ()),
            0,
        )
    return _preview(table, data, file_name, seen[-1], work)


def _preview(table: Table, data: bytes, file_name: str, version: int, work) -> Preview:
    return Preview(
        table.form.name,
        file_name,
        _sha(data),
        len(table),
        version,
        tuple(_in_order(work.findings, table)),
        work.counts,
        work.changes,
        work.affected_status,
        work.new_rows,
        {header: column.letter for header, column in table.columns.items()},
    )


def _open(
    cursor, table: Table, data: bytes, file_name: str, person: Person, work, seen_version, reason: str, from_where: str
) -> int:
    upload = open_upload(
        cursor,
        kind=table.form.name,
        file_name=file_name[:200],
        file_sha256=_sha(data),
        uploaded_by=person.name,
        row_count=work.new_rows,
        from_where=from_where or None,
        seen_version=seen_version,
        reason=reason.strip() or None,
        program_version=VERSION,
    )
    if data:
        keep_file(cursor, upload, _sha(data), data)
    return upload


def _in_order(findings: Sequence[Finding], table: Table) -> list[Finding]:
    """The findings by severity and row, their columns headed as the file heads them."""
    rank = {"stop": 0, "ask": 1, "confirm": 2, "note": 3}
    titles = table.called()
    headed = [replace(finding, title=titles.get(finding.column, ""), titles=titles) for finding in findings]
    return sorted(headed, key=lambda finding: (rank[finding.severity], finding.rows[0] if len(finding.rows) else 0))


def _unchanged(preview: Preview) -> int:
    return sum(preview.counts.where(change="unchanged").values("rows"))


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

"""An upload: bytes to preview to receipt. The preview rehearses the commit with the very same code on a copy of the store.

Nothing is stored by a preview, and nobody waits for one; what a file's texts mean is read before a commit makes others wait. A commit re-runs everything on the same bytes, refuses a preview that others have
overtaken, and writes all or nothing: figures, original file and audit in one transaction.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import Any, NamedTuple, Protocol, Self

import duckdb

from data.accounts.sign_in import Person, current_person
from data.ingest.changes import CellChange, applied
from data.ingest.findings.finding import Finding, Refused
from data.ingest.learned_layouts import fitting, proposal, to_keep
from data.ingest.parsing.known_names import KnownNames
from data.ingest.preview import Preview, Receipt, UploadRejected, said_reason
from data.ingest.rows.catalogues import CatalogueSheet
from data.ingest.rows.figure_sheet import FigureSheet
from data.ingest.rule_findings import example_of_check, sentence_of_check
from data.ingest.table.forms import forms
from data.ingest.table.source import Source, Table
from data.version import VERSION
from data.vietnamese.dates import today
from queries import imports
from queries.ledger import append, keep_file, open_upload
from queries.rows import Rows
from queries.store import CheckFailed, Store, StoreError

_RANK = {"stop": 0, "ask": 1, "confirm": 2, "note": 3}


class StagedSheet(Protocol):
    """The sheet of a form inside one transaction: read, written, compared. ``FigureSheet`` and ``CatalogueSheet`` are such sheets.

    ``counts``, ``changes`` and ``affected_status`` have the columns that ``Preview`` names, and rows once it was compared.
    """

    findings: list[Finding]
    new_rows: int
    counts: Rows[Any]
    changes: Rows[Any]
    affected_status: Rows[Any]

    def read(self, cursor: duckdb.DuckDBPyConnection) -> Self:
        """Type the rows by the catalogues of the store; before anybody else has to wait."""

    def provinces(self) -> Sequence[str] | None:
        """Whose figures the typed rows touch; None = everybody's."""

    def stage(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Judge the rows, and stage those that say something new."""

    def write(self, cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
        """Append what is new to the ledgers."""

    def compare(self, cursor: duckdb.DuckDBPyConnection, upload_id: int, today: date) -> None:
        """What the store became, once its figures are derived anew."""


class _Read(NamedTuple):
    """A typed sheet, the version of the store whose catalogues it was typed by, and the person with the rights of that moment."""

    version: int
    person: Person
    sheet: StagedSheet


@dataclass(frozen=True)
class _File:
    """A file on its way in: the store it goes to, its table, bytes and name, who brings it, what they answered, the day of judgement;
    and the cells of its table that were typed over."""

    store: Store
    table: Table
    data: bytes
    name: str
    person: Person
    answers: Mapping[str, str]
    day: date
    changes: tuple[CellChange, ...]
    layout: tuple[str, str] | None = None  # (headings, answers about its layout), as the table ``layout`` keeps them

    @cached_property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def read(self) -> _Read:
        """Its rows, typed by the store of this moment; nobody waits meanwhile."""
        version = self.store.data_version()  # before the catalogues are read: they are of this version or a later one
        return self.store.inside(partial(self._read, version))

    def staged(self, read: _Read, version: int, cursor: duckdb.DuckDBPyConnection) -> tuple[StagedSheet, Person | None]:
        """Its rows, judged and staged inside a transaction for a person with the rights of this moment (None: none are left).

        They are typed anew where the store or the person's rights are others than when they were read.
        """
        person = current_person(cursor, self.person)
        if (version, person or self.person) != (read.version, read.person):
            read = self._read(version, cursor)
        read.sheet.stage(cursor)
        return read.sheet, person

    def _read(self, version: int, cursor: duckdb.DuckDBPyConnection) -> _Read:
        person = current_person(cursor, self.person) or self.person
        if self.table.form.name == "figures":
            sheet: StagedSheet = FigureSheet(self.table, person, self.answers, self.day)
        else:
            sheet = CatalogueSheet(self.table, person)
        return _Read(version, person, sheet.read(cursor))

    def preview(self, sheet: StagedSheet, version: int) -> Preview:
        """What a sheet that was compared would do to the store of that version."""
        return Preview(
            self.table.form.name,
            self.name,
            self.sha256,
            len(self.table),
            version,
            tuple(_in_order(sheet.findings, self.table)),
            sheet.counts,
            self.table.file_rows(sheet.changes),
            sheet.affected_status,
            sheet.new_rows,
            {header: column.letter for header, column in self.table.columns.items()},
            self.changes,
            self.table.origin is not None,
        )


@dataclass(frozen=True)
class _Confirmation:
    """What comes with a commit: the version of the store that was previewed, the marks of the oddities that were ticked (None for all),
    why unlikely figures are right, where it comes from."""

    seen_version: int | None = None
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
        file = _opened(store, data, file_name, person, answers, changes)
    except Refused as refused:
        if not any(finding.severity == "ask" for finding in refused.findings):
            raise
        return _unanswered(refused.findings, data, file_name, store.data_version())
    report(f"Đang kiểm tra {len(file.table)} dòng và so với kho…")
    return _rehearsed(file)


def commit(
    store: Store,
    data: bytes,
    file_name: str,
    person: Person,
    *,
    answers: Mapping[str, str] | None = None,
    changes: Sequence[CellChange] = (),
    seen_version: int | None,
    ticked: Collection[str] | None = None,
    reason: str = "",
    from_where: str = "",
) -> Receipt:
    """Write a file that was previewed at ``seen_version``, with the same ``answers`` and ``changes``.

    ``ticked``: the marks of the oddities that were seen and ticked; one that is not among them keeps the file out. ``reason``: why
    unlikely figures are right, needed when an oddity needs one. The command line takes the store as it is (``seen_version`` None) and
    its reason speaks for every oddity (``ticked`` None). Raises Refused and UploadRejected; then nothing is written.
    """
    file = _opened(store, data, file_name, person, answers, changes)
    confirmation = _Confirmation(seen_version, ticked, said_reason(reason), from_where)
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
            raise UploadRejected(error.reason, _rehearsed(file)) from None
        raise


def _opened(
    store: Store, data: bytes, file_name: str, person: Person, answers: Mapping[str, str] | None, changes: Sequence[CellChange]
) -> _File:
    source = Source(data, lambda: store.inside(lambda cursor: KnownNames.of(imports.catalogue(cursor))))
    table, answers = _table(store, source, person, dict(answers or {}))
    layout = to_keep(answers)
    kept = (source.fingerprint(table.form, answers), json.dumps(layout, ensure_ascii=False)) if layout else None
    return _File(store, table, data, file_name, person, answers, today(), applied(table, changes) if changes else (), kept)


def _table(store: Store, source: Source, person: Person, answers: dict[str, str]) -> tuple[Table, dict[str, str]]:
    """The table of a file, read with what was answered, and with what was answered about the last one with the same headings: that is
    asked, too, before it counts. Returns the answers that it was read with. Raises Refused."""
    figures = forms()["figures"]
    known = store.inside(partial(imports.known_layouts, form=figures.name, territories=_territories(person)))
    learned = fitting(known, source.tops(figures)) if len(known) and answers.get("layout") != "no" else None
    if learned is None or not learned.mapping.keys() - answers.keys():
        return source.table(source.form(answers), answers), answers
    answers = {**learned.mapping, **answers}
    try:
        table = source.table(source.form(answers), answers)
    except Refused as refused:
        raise Refused([*refused.findings, proposal(learned, answers.get("layout"), figures, "")]) from None
    said = next((finding.text() for finding in table.findings if finding.code == "table_read"), "")
    table.findings.append(proposal(learned, answers.get("layout"), figures, said))
    return table, answers


def _territories(person: Person) -> str:
    """A person's territories as the table ``layout`` keeps them."""
    return ",".join(sorted(person.territories))


def _written(file: _File, read: _Read, confirmation: _Confirmation, cursor: duckdb.DuckDBPyConnection) -> tuple[StagedSheet, int]:
    """The sheet and the number of the upload under which it was appended. Raises UploadRejected before anything is derived."""
    if confirmation.seen_version not in (None, file.store.data_version()):
        raise UploadRejected("overtaken")
    sheet, person = file.staged(read, file.store.data_version(), cursor)
    if person is None or not person.may_upload:
        raise UploadRejected("no_right")
    if any(finding.severity in ("stop", "ask") for finding in sheet.findings):
        raise UploadRejected("not_ready")
    upload_id = _append(file, sheet, person, confirmation, cursor)
    keep_file(cursor, upload_id, file.sha256, file.data)
    return sheet, upload_id


def _receipt(
    file: _File, confirmation: _Confirmation, cursor: duckdb.DuckDBPyConnection, written: tuple[StagedSheet, int]
) -> Receipt:
    """The receipt, once the figures are derived anew. Raises UploadRejected, and _NothingNew: then all of it is taken back."""
    sheet, upload_id = _compared(file, cursor, written), written[1]
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


def _rehearsed(file: _File) -> Preview:
    read = file.read()
    with closing(file.store.copy(read.sheet.provinces())) as copy:
        file = replace(file, store=copy)
        version = copy.data_version()
        try:
            return file.preview(copy.write(partial(_tried, file, read), partial(_compared, file)), version)
        except CheckFailed as error:
            return _contradicted(file, version, error)


def _tried(file: _File, read: _Read, cursor: duckdb.DuckDBPyConnection) -> tuple[StagedSheet, int]:
    """What ``_written`` does, whatever was found."""
    sheet, person = file.staged(read, file.store.data_version(), cursor)
    return sheet, _append(file, sheet, person or file.person, _Confirmation(), cursor)


def _compared(file: _File, cursor: duckdb.DuckDBPyConnection, written: tuple[StagedSheet, int]) -> StagedSheet:
    sheet, upload_id = written
    sheet.compare(cursor, upload_id, file.day)
    return sheet


def _unanswered(findings: Sequence[Finding], data: bytes, file_name: str, version: int) -> Preview:
    """The preview of a file of which nothing can be read before its questions are answered."""
    empty: Rows[Any] = Rows((), ())
    sha256 = hashlib.sha256(data).hexdigest()
    return Preview("figures", file_name, sha256, 0, version, tuple(findings), empty, empty, empty, new_rows=0)


def _contradicted(file: _File, version: int, error: CheckFailed) -> Preview:
    """The preview of a file that would leave the store with rows that must not exist."""
    args = {"sentence": sentence_of_check(error.check, error.rows), "example": example_of_check(error.rows)}
    findings = (*file.table.at_cells(file.table.findings), Finding("check_failed", args=args))
    empty: Rows[Any] = Rows((), ())
    return Preview(
        file.table.form.name, file.name, file.sha256, len(file.table), version, findings, empty, empty, empty, new_rows=0
    )


def _append(
    file: _File, sheet: StagedSheet, person: Person, confirmation: _Confirmation, cursor: duckdb.DuckDBPyConnection
) -> int:
    """Append the sheet under an upload of its own; returns the number of the upload."""
    upload_id = open_upload(
        cursor,
        kind=file.table.form.name,
        file_name=file.name[:200],
        file_sha256=file.sha256,
        uploaded_by=person.name,
        row_count=sheet.new_rows,
        from_where=confirmation.from_where or None,
        seen_version=confirmation.seen_version,
        reason=confirmation.reason or None,
        program_version=VERSION,
        territories=person.reach,
    )
    sheet.write(cursor, upload_id)
    append(cursor, "upload_change", [_kept(upload_id, change) for change in file.changes])
    if file.layout:
        fingerprint, mapping = file.layout
        row = {"upload_id": upload_id, "form": file.table.form.name, "territories": _territories(person)}
        append(cursor, "layout", [{**row, "fingerprint": fingerprint, "mapping": mapping}])
    return upload_id


def _kept(upload_id: int, change: CellChange) -> dict[str, Any]:
    """A cell that was typed over, as a row of the table ``upload_change``."""
    return {
        "upload_id": upload_id,
        "row_number": change.row,
        "column_name": change.column,
        "letter": change.letter,
        "was": change.was,
        "became": change.becomes,
    }


def _in_order(findings: Sequence[Finding], table: Table) -> list[Finding]:
    """The findings by severity and row, their columns headed as the file heads them."""
    titles = table.called()
    headed = [
        replace(finding, title=finding.title or titles.get(finding.column, ""), titles=titles)
        for finding in table.at_cells(findings)
    ]
    return sorted(headed, key=lambda finding: (_RANK[finding.severity], finding.rows[0] if len(finding.rows) else 0))


def _unchanged(preview: Preview) -> int:
    return sum(preview.counts.where(change="unchanged").values("rows"))

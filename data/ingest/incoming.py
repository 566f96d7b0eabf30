"""A file on its way in: opened, its rows typed and judged, appended under an upload. What a rehearsal and a commit have in common."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, partial
from typing import Any, NamedTuple, Protocol, Self

import duckdb

from data.accounts.sign_in import Person, current_person
from data.ingest.changes import CellChange, applied
from data.ingest.findings.finding import Finding, Refused
from data.ingest.given_answers import Answers, misshapen
from data.ingest.learned_layouts import fitting, proposal, to_keep
from data.ingest.parsing.known_names import KnownNames
from data.ingest.preview import Preview, digest_of
from data.ingest.rows.catalogues import CatalogueSheet
from data.ingest.rows.figure_sheet import FigureSheet
from data.ingest.sheets_left import named
from data.ingest.table.forms import forms
from data.ingest.table.source import Source, Table
from data.version import VERSION
from data.vietnamese.dates import today
from queries import imports
from queries.ledger import append, open_upload
from queries.rows import Rows
from queries.store import Store

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

    def unread_cells(self) -> Sequence[CellChange]:
        """Cells that are read as blanks, because the answer to a question left them out."""

    def write(self, cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
        """Append what is new to the ledgers."""

    def compare(self, cursor: duckdb.DuckDBPyConnection, upload_id: int, today: date) -> None:
        """What the store became, once its figures are derived anew."""


class ReadSheet(NamedTuple):
    """A typed sheet, the version of the store whose catalogues it was typed by, and the person with the rights of that moment."""

    version: int
    person: Person
    sheet: StagedSheet


@dataclass(frozen=True)
class IncomingFile:
    """A file on its way in: the store it goes to, its table, bytes and name, who brings it, what they answered, the day of judgement;
    and the cells of its table that were typed over."""

    store: Store
    table: Table
    data: bytes
    name: str
    person: Person
    answers: Answers
    day: date
    changes: tuple[CellChange, ...]
    digest: str = ""  # of bytes, answers and cells, as ``preview.digest_of`` makes it
    layout: tuple[str, str] | None = None  # (headings, answers about its layout), as the table ``layout`` keeps them

    @cached_property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def read(self) -> ReadSheet:
        """Its rows, typed by the store of this moment; nobody waits meanwhile."""
        version = self.store.data_version()  # before the catalogues are read: they are of this version or a later one
        return self.store.inside(partial(self._read, version))

    def staged(self, read: ReadSheet, version: int, cursor: duckdb.DuckDBPyConnection) -> tuple[StagedSheet, Person | None]:
        """Its rows, judged and staged inside a transaction for a person with the rights of this moment (None: none are left).

        They are typed anew where the store or the person's rights are others than when they were read.
        """
        person = current_person(cursor, self.person)
        if (version, person or self.person) != (read.version, read.person):
            read = self._read(version, cursor)
        read.sheet.stage(cursor)
        read.sheet.findings = [*read.sheet.findings, *self.answers.unasked()]
        return read.sheet, person

    def append(self, cursor: duckdb.DuckDBPyConnection, sheet: StagedSheet, person: Person, **said: Any) -> int:
        """Append the sheet under an upload of its own; returns its number. ``said``: columns of ``upload`` that came with the commit."""
        upload_id = open_upload(
            cursor,
            kind=self.table.form.name,
            file_name=self.name[:200],
            file_sha256=self.sha256,
            uploaded_by=person.name,
            row_count=sheet.new_rows,
            program_version=VERSION,
            territories=person.reach,
            **said,
        )
        sheet.write(cursor, upload_id)
        changes = {change.cell: change for change in (*self.changes, *sheet.unread_cells())}
        append(cursor, "upload_change", [_kept(upload_id, change) for change in changes.values()])
        if self.layout:
            fingerprint, mapping = self.layout
            row = {"upload_id": upload_id, "form": self.table.form.name, "territories": _territories(person)}
            append(cursor, "layout", [{**row, "fingerprint": fingerprint, "mapping": mapping}])
        return upload_id

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
            self.digest,
            self.store.life,
        )

    def _read(self, version: int, cursor: duckdb.DuckDBPyConnection) -> ReadSheet:
        person = current_person(cursor, self.person) or self.person
        if self.table.form.name == "figures":
            sheet: StagedSheet = FigureSheet(self.table, person, self.answers, self.day)
        else:
            sheet = CatalogueSheet(self.table, person)
        return ReadSheet(version, person, sheet.read(cursor))


def opened(
    store: Store, data: bytes, file_name: str, person: Person, answers: Mapping[str, str] | None, changes: Sequence[CellChange]
) -> IncomingFile:
    """A file as a table, read with what was answered about it and about the last one like it. Raises Refused."""
    given = Answers(answers)
    if wrong := misshapen(given):
        raise Refused(wrong)
    source = Source(data, lambda: store.inside(lambda cursor: KnownNames.of(imports.catalogue(cursor))))
    table, read_with = _table(store, source, person, given)
    layout = to_keep(read_with)
    kept = (source.fingerprint(table.form, read_with), json.dumps(layout, ensure_ascii=False)) if layout else None
    typed_over = applied(table, changes) if changes else ()
    digest = digest_of(data, given, changes)
    return IncomingFile(
        store, table, data, named(file_name, given.peek("sheet")), person, read_with, today(), typed_over, digest, kept
    )


def _table(store: Store, source: Source, person: Person, answers: Answers) -> tuple[Table, Answers]:
    """The table of a file, read with what was answered, and with what was answered about the last one with the same headings: that is
    asked, too, before it counts. Returns the answers that it was read with. Raises Refused."""
    figures = forms()["figures"]
    known = store.inside(partial(imports.known_layouts, form=figures.name, territories=_territories(person)))
    learned = fitting(known, source.tops(figures)) if len(known) else None
    if learned is None or answers.get("layout") == "no" or not learned.mapping.keys() - answers.keys():
        return _read(source, answers), answers
    answers = answers.beside(learned.mapping)
    try:
        table = _read(source, answers)
    except Refused as refused:
        raise Refused([*refused.findings, proposal(learned, answers.get("layout"), figures, "")]) from None
    said = next((finding.text() for finding in table.findings if finding.code == "table_read"), "")
    table.findings.append(proposal(learned, answers.get("layout"), figures, said.partition(": ")[2]))
    return table, answers


def _read(source: Source, answers: Answers) -> Table:
    """The table of a file; raises Refused also for an answer that it has no use for."""
    form = source.form(answers)
    if useless := source.useless(form, answers):
        raise Refused(useless)
    return source.table(form, answers)


def _territories(person: Person) -> str:
    """A person's territories as the table ``layout`` keeps them."""
    return ",".join(sorted(person.territories))


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

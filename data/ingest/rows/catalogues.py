"""The forms of catalogues (indicators, documents): rows by key, compared with the store's, appended where they differ.

A blank cell says nothing: of a known key it keeps what the store has; a new key needs every column that the table needs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple, Self

import duckdb

from data.accounts.sign_in import Person
from data.ingest.findings.finding import Finding
from data.ingest.parsing import document_numbers
from data.ingest.parsing.lookups import Catalogue
from data.ingest.reading import cells
from data.ingest.rows.catalogue_rows import as_written, expected, rows_of, same
from data.ingest.rows.catalogue_rules import DocumentRules, IndicatorRules, Rules
from data.ingest.table.source import Table
from data.vietnamese.dates import today
from queries import imports
from queries.ledger import append
from queries.rows import Rows
from queries.sqlfile import sql_file

CHANGES = ("row_number", "kind", "indicator_id", "indicator_name", "change", "before_text", "after_text", "others")
Row = dict[str, Any]  # values by column of the catalogue's table


class _Change(NamedTuple):
    """A row that says something new: Excel's row number, the row, and what the store had (None: nothing)."""

    row_number: int
    row: Row
    old: Row | None


class CatalogueSheet:
    """One sheet of a catalogue, of the same shape as a sheet of figures; its rows are few, and read inside the transaction."""

    def __init__(self, table: Table, person: Person) -> None:
        self._table, self._form, self._person, self._name = table, table.form, person, table.form.tables[0]
        self._key = sql_file("tables", self._name).unique[0]
        self._key_header = self._form.key[0]
        self._headers = {column: header for header, spec in self._form.specs.items() for _, column in spec.table_columns}
        self._changes: list[_Change] = []
        self._unchanged: list[Row] = []
        self.findings = list(table.findings)
        self.new_rows = 0
        self.counts: Rows[Any] = Rows((), ())
        self.changes: Rows[Any] = Rows((), ())
        self.affected_status: Rows[Any] = Rows((), ())

    def read(self, cursor: duckdb.DuckDBPyConnection) -> Self:
        """Nothing is read beforehand."""
        return self

    def provinces(self) -> None:
        """A catalogue touches the figures of every province."""

    def stage(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Read the rows, judge them, and keep those that say something new; a transaction that is tried again reads them anew."""
        self._changes, self._unchanged, self.findings = [], [], list(self._table.findings)
        rows = self._keyed_rows()
        known = {row[self._key]: row for row in imports.register(cursor, self._name)}
        rules = self._rules(cursor, {row[self._key] for _, row in rows})
        self._duplicate_keys(rows)
        for row_number, row in rows:
            self._judge(row_number, row, known.get(row[self._key]), rules)
        self.new_rows = len(self._changes)

    def write(self, cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
        """Append the rows that differ from what the store has, and with them those that say it again: they stay when another upload is undone."""
        rows = [change.row for change in self._changes] + (self._unchanged if self._changes else [])
        append(cursor, self._name, [{**row, "upload_id": upload_id} for row in rows])

    def compare(self, cursor: duckdb.DuckDBPyConnection, upload_id: int, today: date) -> None:
        """What is new, what changes from what to what."""
        records = [self._record(change) for change in self._changes]
        counted = Counter(record[4] for record in records)
        counted["unchanged"] += len(self._unchanged)
        self.changes = Rows(CHANGES, sorted(records, key=lambda record: record[0]))
        counts = [(change, count, 0) for change, count in sorted(counted.items()) if count]
        self.counts = Rows(("change", "rows", "against"), counts)

    def _rules(self, cursor: duckdb.DuckDBPyConnection, brought: set[str]) -> Rules:
        """The rules of this catalogue; ``brought``: the keys of the file's rows."""
        catalogue = Catalogue(cursor)
        if self._name == "indicator":
            return IndicatorRules(catalogue, self._person, self._form, brought)
        return DocumentRules(catalogue, self._person, imports.citing(cursor), imports.bringers(cursor), today())

    def _keyed_rows(self) -> list[tuple[int, Row]]:
        """(row number, row) of the rows that have a key; the others are found wanting, once each."""
        rows, unreadable = rows_of(self._table)
        self.findings += unreadable
        unreadable_keys = {int(row) for finding in unreadable if finding.column == self._key_header for row in finding.rows}
        for row_number, row in rows:
            if not row.get(self._key) and row_number not in unreadable_keys:
                self._find("needed", row_number, self._key_header, "", expected=expected(self._form.specs[self._key_header]))
        return [(row_number, row) for row_number, row in rows if row.get(self._key)]

    def _judge(self, row_number: int, brought: Row, old: Row | None, rules: Rules) -> None:
        """Complete a row from the store, judge it, and keep it when it says something new."""
        row = {**(old or {}), **{column: value for column, value in brought.items() if value is not None}}
        if self._name == "document" and row.get("order_on") is None:
            row["order_on"] = row.get("issued_on")
        if old is not None and not self._changed_columns(row, old):
            self._unchanged.append(row)
            return
        before = len(self.findings)
        self._missing_values(row_number, row)
        for objection in rules.objections(row, old):
            self._find(objection.code, row_number, objection.header, objection.text, **objection.args)
        if not any(finding.severity == "stop" for finding in self.findings[before:]):
            self._changes.append(_Change(row_number, row, old))

    def _missing_values(self, row_number: int, row: Row) -> None:
        for column, header in self._headers.items():
            if row.get(column) is None and sql_file("tables", self._name).needed(column):
                self._find("needed", row_number, header, "", expected=expected(self._form.specs[header]))

    def _duplicate_keys(self, rows: Iterable[tuple[int, Row]]) -> None:
        """One key in several rows; two spellings of one document are one key."""
        spelled: dict[str, str] = {}
        by_key: dict[str, list[int]] = {}
        for row_number, row in rows:
            key = row[self._key]
            if self._name == "document":
                key = spelled.setdefault(document_numbers.key(key), key)
            by_key.setdefault(key, []).append(row_number)
        letter = self._table.columns[self._key_header].letter
        for key, row_numbers in by_key.items():
            if len(row_numbers) > 1:
                args = {"rows": " và ".join(map(str, row_numbers))}
                self.findings.append(Finding("key_twice", tuple(row_numbers), self._key_header, letter, key, args))

    def _find(self, code: str, row_number: int, header: str, text: str, **args: Any) -> None:
        column = self._table.columns.get(header)
        letter = column.letter if column else ""
        self.findings.append(Finding(code, (row_number,), header, letter, cells.shown(text), args))

    def _changed_columns(self, row: Row, old: Row) -> list[str]:
        return [column for column in self._headers if not same(row.get(column), old.get(column))]

    def _record(self, change: _Change) -> tuple[Any, ...]:
        """A change as a row of ``CHANGES``; the columns that differ by their Vietnamese label."""
        row_number, row, old = change
        name = row.get("short_name") or row.get("title") or ""
        if old is None:
            after = str(row.get("name") or row.get("title") or "")
            return row_number, self._name, row[self._key], name, "new", None, after, None
        before, after = (self._in_words(self._changed_columns(row, old), values) for values in (old, row))
        return row_number, self._name, row[self._key], name, "changed", before, after, None

    def _in_words(self, columns: Iterable[str], row: Row) -> str:
        """'Tên: …; Chiều: tang': some columns of a row as the file writes them."""
        headers = {column: self._headers[column] for column in columns}
        return "; ".join(
            f"{self._form.label(header)}: {as_written(header, row.get(column))}" for column, header in headers.items()
        )

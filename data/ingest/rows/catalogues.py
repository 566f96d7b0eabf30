"""The forms other than that of figures (indicators, documents, tasks, money, remarks): rows by key, compared with the store's, appended
where they differ.

A blank cell says nothing: of a known key it keeps what the store has; a new key needs every column that the table needs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple, Self

import duckdb

from data.accounts.sign_in import Person
from data.ingest.changes import CellChange
from data.ingest.findings.finding import Finding
from data.ingest.parsing import document_numbers
from data.ingest.parsing.lookups import Catalogue
from data.ingest.reading import cells
from data.ingest.rows.catalogue_rows import MONEY, Words, as_written, expected, rows_of, same, unmarked
from data.ingest.rows.catalogue_rules import DocumentRules, IndicatorRules, Rules
from data.ingest.rows.contact_rules import ContactRules
from data.ingest.rows.finding_rules import FindingRules
from data.ingest.rows.task_rules import TaskRules, settled
from data.ingest.rows.weight_rules import WeightRules
from data.ingest.table.source import Table
from data.vietnamese.dates import today
from queries import imports
from queries.ledger import append
from queries.rows import Rows
from queries.sqlfile import sql_file

CHANGES = ("row_number", "kind", "indicator_id", "indicator_name", "change", "before_text", "after_text", "others")
Row = dict[str, Any]  # values by column of the catalogue's table
Key = tuple[Any, ...]
_OF_ALL = ("indicator", "document")  # tables that every figure rests on


class _Change(NamedTuple):
    """A row that says something new: Excel's row number, the row, and what the store had (None: nothing)."""

    row_number: int
    row: Row
    old: Row | None


class CatalogueSheet:
    """One sheet of a catalogue, of the same shape as a sheet of figures; its rows are few, and read inside the transaction."""

    def __init__(self, table: Table, person: Person) -> None:
        self._table, self._form, self._person, self._name = table, table.form, person, table.form.tables[0]
        self._key = sql_file("tables", self._name).unique
        self._blank = unmarked(self._name)
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

    def provinces(self) -> Sequence[str] | None:
        """Indicators and documents touch the figures of every province; tasks, money and remarks those of none."""
        return None if self._name in _OF_ALL else ()

    def stage(self, cursor: duckdb.DuckDBPyConnection) -> None:
        """Read the rows, judge them, and keep those that say something new; a transaction that is tried again reads them anew."""
        self._changes, self._unchanged, self.findings = [], [], list(self._table.findings)
        catalogue = Catalogue(cursor)
        rows = self._keyed_rows(catalogue)
        known = {self._key_of(row): row for row in imports.register(cursor, self._name)}
        rules = self._rules(cursor, catalogue, [row for _, row in rows])
        self._duplicate_keys(rows)
        for row_number, row in rows:
            self._judge(row_number, row, known.get(self._key_of(row)), rules)
        self.new_rows = len(self._changes)

    def unread_cells(self) -> Sequence[CellChange]:
        """None: what says one thing twice is refused."""
        return ()

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

    def _rules(self, cursor: duckdb.DuckDBPyConnection, catalogue: Catalogue, brought: Sequence[Row]) -> Rules:
        """The rules of this form; ``brought``: the file's rows."""
        if self._name == "indicator":
            return IndicatorRules(catalogue, self._person, self._form, {row["indicator_id"] for row in brought})
        if self._name == "document":
            return DocumentRules(catalogue, self._person, imports.citing(cursor), imports.bringers(cursor), today())
        if self._name == "contact":
            return ContactRules(catalogue, self._person)
        if self._name == "finding_decision":
            return FindingRules(catalogue, self._person, imports.known_findings(cursor))
        if self._name == "weight":
            return WeightRules(catalogue, self._person, imports.register(cursor, "weight"), brought)
        own = self._name == "planned_task"
        owners = {row["task_id"]: row["unit_code"] for row in imports.register(cursor, "planned_task")}
        new = {row["task_id"]: row.get("unit_code") for row in brought if own and row["task_id"] not in owners}
        return TaskRules(catalogue, self._person, {**owners, **new}, _newest_states(cursor), own, today())

    def _key_of(self, row: Row) -> Key:
        return tuple(row[column] for column in self._key)

    def _keyed_rows(self, catalogue: Catalogue) -> list[tuple[int, Row]]:
        """(row number, row) of the rows that have a key; what the others lack of it is found wanting, once each."""
        rows, unreadable = rows_of(self._table)
        self.findings += unreadable
        known_wrong = {(int(row), finding.column) for finding in unreadable for row in finding.rows}
        keyed = []
        for row_number, row in rows:
            self._place(catalogue, row)
            lacking = [self._headers[column] for column in self._key if row.get(column) is None]
            for header in lacking:
                if (row_number, header) not in known_wrong:
                    self._find("needed", row_number, header, "", expected=expected(self._form.specs[header]))
            keyed += [] if lacking else [(row_number, row)]
        return keyed

    def _place(self, catalogue: Catalogue, row: Row) -> None:
        """The document as the register spells it; where a row does not say whose it is, it is that of the document's unit."""
        if registered := catalogue.registered(row.get("document") or ""):
            row["document"] = registered
            if "unit_code" in self._headers and row.get("unit_code") is None:
                row["unit_code"] = catalogue.owner_of(registered)

    def _judge(self, row_number: int, brought: Row, old: Row | None, rules: Rules) -> None:
        """Complete a row from the store, judge it, and keep it when it says something new."""
        row = self._completed(row_number, brought, old)
        if old is not None and not self._changed_columns(row, old):
            self._unchanged.append(row)
            return
        before = len(self.findings)
        self._missing_values(row_number, row)
        for objection in rules.objections(row, old):
            self._find(objection.code, row_number, objection.header, objection.text, **objection.args)
        if not any(finding.severity == "stop" for finding in self.findings[before:]):
            self._changes.append(_Change(row_number, row, old))

    def _completed(self, row_number: int, brought: Row, old: Row | None) -> Row:
        """A row with what the store has where it says nothing."""
        blank: Row = {**dict.fromkeys(self._headers), **self._blank}
        row = {**blank, **(old or {}), **{column: value for column, value in brought.items() if value is not None}}
        if "side" in row:
            row["side"] = brought.get("side")  # a new decision is a whole one: it keeps no side of the one before
        if self._name == "document" and row.get("order_on") is None:
            row["order_on"] = row.get("issued_on")
        if "amount_vnd" not in row:
            return row
        words = row["amount_vnd"] if isinstance(row["amount_vnd"], Words) else ""
        if words and words != (old or {}).get("amount_as_written"):
            self._find("money_in_words", row_number, MONEY, words)
        unchanged = old is not None and brought.get("amount_vnd") == old["amount_vnd"]
        return row if unchanged else settled(row, brought, words)

    def _missing_values(self, row_number: int, row: Row) -> None:
        for column, header in self._headers.items():
            if row.get(column) is None and sql_file("tables", self._name).needed(column):
                self._find("needed", row_number, header, "", expected=expected(self._form.specs[header]))

    def _duplicate_keys(self, rows: Iterable[tuple[int, Row]]) -> None:
        """One key in several rows; two spellings of one document are one key."""
        spelled: dict[str, str] = {}
        by_key: dict[Key, list[int]] = {}
        for row_number, row in rows:
            key = self._key_of(row)
            if self._name == "document":
                key = (spelled.setdefault(document_numbers.key(key[0]), key[0]),)
            by_key.setdefault(key, []).append(row_number)
        header = self._headers[self._key[0]]
        letter = self._table.columns[header].letter if header in self._table.columns else ""
        for key, row_numbers in by_key.items():
            if len(row_numbers) > 1:
                args = {"rows": " và ".join(map(str, row_numbers))}
                self.findings.append(Finding("key_twice", tuple(row_numbers), header, letter, self._named(key), args))

    def _find(self, code: str, row_number: int, header: str, text: str, **args: Any) -> None:
        column = self._table.columns.get(header)
        letter = column.letter if column else ""
        self.findings.append(Finding(code, (row_number,), header, letter, cells.shown(text), args))

    def _changed_columns(self, row: Row, old: Row) -> list[str]:
        return [column for column in self._headers if not same(row.get(column), old.get(column))]

    def _record(self, change: _Change) -> tuple[Any, ...]:
        """A change as a row of ``CHANGES``; the columns that differ by their Vietnamese label."""
        row_number, row, old = change
        key, name = self._named(self._key_of(row)), row.get("short_name") or row.get("title") or row.get("name") or ""
        if old is None:
            said = [column for column in self._headers if column not in self._key and row.get(column) not in (None, "", False)]
            after = str(row.get("name") or row.get("title") or "") if self._name in _OF_ALL else self._in_words(said, row)
            return row_number, self._name, key, name, "new", None, after, None
        before, after = (self._in_words(self._changed_columns(row, old), values) for values in (old, row))
        return row_number, self._name, key, name, "changed", before, after, None

    def _named(self, key: Key) -> str:
        """A key as the file writes it: 'QII2022.9', '424/QĐ-UBND · 12'."""
        return " · ".join(as_written(self._headers[column], value) for column, value in zip(self._key, key, strict=True))

    def _in_words(self, columns: Iterable[str], row: Row) -> str:
        """'Tên: …; Chiều: tang': some columns of a row as the file writes them."""
        headers = {column: self._headers[column] for column in columns}
        return "; ".join(
            f"{self._form.label(header)}: {as_written(header, row.get(column))}" for column, header in headers.items()
        )


def _newest_states(cursor: duckdb.DuckDBPyConnection) -> dict[str, tuple[date, str]]:
    """(day, status) of the newest state of every task."""
    rows = sorted(imports.register(cursor, "task_state"), key=lambda row: row["as_of"])
    return {row["task_id"]: (row["as_of"], row["status"]) for row in rows}

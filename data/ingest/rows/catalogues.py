"""The forms of catalogues (indicators, documents): rows by key, compared with the store's, appended where they differ.

A blank cell says nothing: of a known key it keeps what the store has; a new key needs every column that the table needs.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from decimal import Decimal
from typing import Any

from data.accounts.sign_in import Person
from data.ingest.findings.finding import Finding
from data.ingest.parsing.lookups import Catalogue
from data.ingest.parsing.unit_names import Unit
from data.ingest.reading import cells
from data.ingest.rows.catalogue_rows import rows_of
from data.ingest.table.forms import WORDS, Spec
from data.ingest.table.source import Table
from queries import imports
from queries.ledger import append
from queries.rows import Rows
from queries.sqlfile import sql_file

_LONGEST = {"ten_ngan": 48}
_REDEFINES = ("ten", "don_vi_tinh", "chieu", "loai_so_lieu", "tu_so_la", "mau_so_la", "dinh_nghia", "cach_cong")
CHANGES = ("row_number", "kind", "indicator_id", "indicator_name", "change", "before_text", "after_text", "others")


class Work:
    """One sheet of a catalogue inside a transaction. The same shape as the work on figures."""

    def __init__(self, table: Table, cursor, person: Person, today: date) -> None:
        self._table, self._form, self._name = table, table.form, table.form.tables[0]
        self._key = sql_file("tables", self._name).unique[0]
        self._key_header = self._form.key[0]
        self._headers = {column: header for header, spec in self._form.specs.items() for _, column in spec.places}
        self.findings = list(table.findings)
        self._known = {row[self._key]: row for row in imports.register(cursor, self._name)}
        self._catalogue = Catalogue(cursor)
        self._person = person
        self._citing = imports.citing(cursor) if self._name == "document" else {}
        rows, unreadable = rows_of(table)
        self.findings += unreadable
        told = {int(row) for finding in unreadable if finding.column == self._key_header for row in finding.rows}
        for number, row in rows:
            if not row.get(self._key) and number not in told:
                self._say("needed", number, self._key_header, "", expected=_expected(self._form.specs[self._key_header]))
        rows = [(number, row) for number, row in rows if row.get(self._key)]
        self._brought = {row[self._key] for _, row in rows}
        self._twice(rows)
        self._new: list[tuple[int, dict[str, Any], dict[str, Any] | None]] = []
        self._same: list[dict[str, Any]] = []
        for number, row in rows:
            self._judge(number, row)
        self.new_rows = len(self._new)
        self.counts = self.changes = self.affected_status = Rows((), ())

    def write(self, cursor, upload_id: int) -> None:
        """Append the rows that differ from what the store has, and with them those that say it again: they stay when another upload is undone."""
        rows = [row for _, row, _ in self._new] + (self._same if self._new else [])
        append(cursor, self._name, [{**row, "upload_id": upload_id} for row in rows])

    def compare(self, cursor, upload_id: int, today: date) -> None:
        """What is new, what changes from what to what."""
        lines = [
            (number, self._name, row[self._key], row.get("short_name") or row.get("title") or "", *self._told(row, old), None)
            for number, row, old in self._new
        ]
        counted = Counter(line[4] for line in lines)
        counted["unchanged"] += len(self._same)
        self.changes = Rows(CHANGES, sorted(lines, key=lambda line: line[0]))
        self.counts = Rows(
            ("change", "rows", "against"), [(change, count, 0) for change, count in sorted(counted.items()) if count]
        )

    def _judge(self, number: int, said: dict[str, Any]) -> None:
        """Complete a row from the store, judge it, and keep it when it says something new."""
        old = self._known.get(said[self._key])
        row = {**(old or {}), **{column: value for column, value in said.items() if value is not None}}
        if self._name == "document" and row.get("order_on") is None:
            row["order_on"] = row.get("issued_on")
        if old is not None and all(_equal(row.get(column), old.get(column)) for column in self._headers):
            self._same.append(row)
            return
        before = len(self.findings)
        for column, header in self._headers.items():
            if row.get(column) is None and sql_file("tables", self._name).needed(column):
                self._say("needed", number, header, "", expected=_expected(self._form.specs[header]))
        self._references(number, row, old)
        if any(finding.severity == "stop" for finding in self.findings[before:]):
            return
        self._new.append((number, row, old))

    def _references(self, number: int, row: dict[str, Any], old: dict[str, Any] | None) -> None:
        """Rules of the catalogues: what a row names must be there, and who may say so."""
        if self._name == "indicator":
            if "*" not in self._person.territories and self._person.role != "admin":
                self._say("catalogue_forbidden", number, self._key_header, row[self._key], form=self._form.title)
            if row.get("pillar") and row["pillar"] not in self._catalogue.pillars:
                self._say("pillar_unknown", number, "nhom", row["pillar"], choices=", ".join(self._catalogue.pillars))
            predecessor = row.get("predecessor")
            codes = {fact.indicator_id for fact in self._catalogue.indicators} | self._brought
            if predecessor and (predecessor not in codes or predecessor == row[self._key]):
                self._say(
                    "indicator_unknown",
                    number,
                    "chi_tieu_truoc",
                    predecessor,
                    nearest=self._catalogue.nearest_indicator(predecessor),
                )
            short = row.get("short_name") or ""
            if len(short) > _LONGEST["ten_ngan"]:
                self._say("name_too_long", number, "ten_ngan", short, length=len(short), limit=_LONGEST["ten_ngan"])
            for header in _REDEFINES if old else ():
                column = self._form.specs[header].places[0][1]
                if old[column] and not _equal(row[column], old[column]):
                    self._say(
                        "definition_changes",
                        number,
                        header,
                        _word(header, row[column]),
                        what=f"{(self._form.specs[header].labels or (header,))[0]} của {row[self._key]}",
                        before=cells.shown(_word(header, old[column])),
                    )
        else:
            states = self._catalogue.units.states(row.get("unit_code") or "")
            if row.get("unit_code") and not states:
                self._say(
                    "unit_unknown",
                    number,
                    "ma_don_vi",
                    row["unit_code"],
                    nearest="Ghi mã đơn vị, để trống nếu là văn bản của trung ương.",
                )
            unit = states[-1] if states else None
            for foreign in self._foreign(row[self._key], unit, old):
                self._say(
                    "territory_forbidden",
                    number,
                    "ma_don_vi",
                    foreign.name if foreign else "văn bản của trung ương",
                    territories=self._catalogue.named(self._person.territories),
                )

    def _foreign(self, document: str, unit: Unit | None, old: dict[str, Any] | None) -> list[Unit | None]:
        """Whose document it is, was, or (not registered yet) whose figures cite it, as far as this person may not write for them."""
        if old:
            states = self._catalogue.units.states(old.get("unit_code") or "")
            concerned = [unit, states[-1] if states else None]
        else:
            citing = (self._catalogue.units.states(code) for code in self._citing.get(document, ()))
            concerned = [unit, *(states[-1] for states in citing if states)]
        refused = [
            one
            for one in dict.fromkeys(concerned)
            if not self._person.may_write(*((one.code, one.parent_code, one.province_code) if one else (None, None, None)))
        ]
        return refused[:1]

    def _twice(self, rows: list[tuple[int, dict[str, Any]]]) -> None:
        """One key in two rows."""
        places: dict[str, list[int]] = {}
        for number, row in rows:
            places.setdefault(row[self._key], []).append(number)
        for key, numbers in places.items():
            if len(numbers) > 1:
                finding = Finding(
                    "key_twice",
                    tuple(numbers),
                    self._key_header,
                    self._table.columns[self._key_header].letter,
                    found=key,
                    args={"rows": " và ".join(map(str, numbers))},
                )
                self.findings.append(finding)

    def _say(self, code: str, number: int, header: str, found: str, **args: Any) -> None:
        column = self._table.columns.get(header)
        self.findings.append(Finding(code, (number,), header, column.letter if column else "", cells.shown(found), args))

    def _told(self, row: dict[str, Any], old: dict[str, Any] | None) -> tuple[str, str | None, str]:
        """(change, before, after): the columns that differ, by their Vietnamese label."""
        if old is None:
            return "new", None, str(row.get("name") or row.get("title") or "")
        labels = {column: (self._form.specs[header].labels or (header,))[0] for column, header in self._headers.items()}
        changed = [column for column in self._headers if not _equal(row.get(column), old.get(column))]
        say = [[f"{labels[column]}: {_word(self._headers[column], of.get(column))}" for column in changed] for of in (old, row)]
        return "changed", "; ".join(say[0]), "; ".join(say[1])


def _expected(spec: Spec) -> str:
    """What a blank cell lacks, in Vietnamese."""
    label = (spec.labels or (spec.header,))[0].lower()
    if spec.header in WORDS:
        return f"{label}: {', '.join(WORDS[spec.header])}"
    return f"{label}, ví dụ 29/12/2022" if spec.kind == "date" else label


def _equal(one: Any, other: Any) -> bool:
    return one == other or (one in (None, "") and other in (None, ""))


def _word(header: str, value: Any) -> str:
    """A value as the file writes it: 'tang', not 'higher'."""
    if value is None:
        return "trống"
    value = {meaning: word for word, meaning in WORDS.get(header, {}).items()}.get(value, value)
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value.normalize() if isinstance(value, Decimal) else value)

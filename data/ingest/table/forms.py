"""The forms that staff bring. What a column is called, its type and whether it is needed stand in ``queries/tables``.

A form is the tables whose files name it; a row of the form of figures holds a target, a result or both.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from data.ingest.parsing import values
from data.vietnamese import terms
from data.vietnamese.text import folded
from queries.sqlfile import names, sql_file

READ_ONLY = {  # columns of the template that help its reader; what they hold is never stored
    "ten_chi_tieu": "Tên chỉ tiêu",
    "don_vi_tinh": "Đơn vị tính",
    "muc_tieu_dang_co": "Mục tiêu đang có",
    "ket_qua_gan_nhat": "Kết quả gần nhất",
}
UNIT_OF_MEASURE = "don_vi_tinh"  # the one of them that is compared with the catalogue
IGNORED = "bo_qua"  # what a column means that is left unread
_OF_UNITS = ("đvt", "đv tính", "đơn vị đo")  # other headings over units of measure
WORDS = {  # columns that take a word of a list
    "cap": terms.LEVEL_WORDS,
    "loai_so_lieu": terms.MEASURE_WORDS,
    "chieu": terms.DIRECTION_WORDS,
    "hang": terms.RANK_WORDS,
    "dinh_tinh": terms.QUALIFIER_WORDS,
    "danh_gia": terms.VERDICT_WORDS,
    "can_cu": terms.BASIS_WORDS,
    "cach_cong": terms.ACCUMULATION_WORDS,
    "tinh_trang": terms.TASK_STATE_WORDS,
    "loai_nhan_xet": terms.REMARK_WORDS,
    "loai_y_kien": terms.UNIT_REMARK_WORDS,
    "kha_nang": terms.OUTLOOK_WORDS,
    "cach_cham": terms.SCORING_WORDS,
    "quyet_dinh": terms.DECISION_WORDS,
    "so_chon": terms.SIDE_WORDS,
    "ky_bao_cao": {period: period for period in terms.REPORTING_PERIODS},
    "dau": {operator: operator for operator in terms.OPERATORS},
    "quan_he": {change: change for change in terms.UNIT_CHANGES},
}


@dataclass(frozen=True)
class Spec:
    """A column of a form: header, the table columns it fills, type, labels by which people head it, and its meaning."""

    header: str
    table_columns: tuple[tuple[str, str], ...]  # (table, column), that of the form's first table first
    kind: str
    labels: tuple[str, ...]
    needed: bool
    meaning: str

    @property
    def column(self) -> str:
        """The column of the first table that it fills."""
        return self.table_columns[0][1]


@dataclass(frozen=True)
class Form:
    """A form: its name, its Vietnamese title, its tables and its columns by header."""

    name: str
    title: str
    tables: tuple[str, ...]
    specs: dict[str, Spec]

    @property
    def needed(self) -> list[str]:
        """Headers that every file of this form has, with a value in every row."""
        return [header for header, spec in self.specs.items() if spec.needed]

    @property
    def key(self) -> list[str]:
        """Headers that name one row, in the order of the first table's key."""
        first = sql_file("tables", self.tables[0])
        by_column = {
            column: header
            for header, spec in self.specs.items()
            for table, column in spec.table_columns
            if table == self.tables[0]
        }
        return [by_column[column] for column in first.unique if column in by_column]

    def label(self, header: str) -> str:
        """What the template calls a column: 'Kết quả' for ket_qua."""
        spec = self.specs.get(header)
        return spec.labels[0] if spec and spec.labels else header

    def header_of(self, text: str) -> str | None:
        """The header that a heading means, by name or label, in any case, with or without marks; None when it is none of them."""
        return _headings(self).get(folded(text))

    def headers_in(self, head: Collection[str]) -> set[str]:
        """The headers that a record holds by name or label, given by its folded texts."""
        headings = _headings(self)
        return {headings[text] for text in head if text in headings} & self.specs.keys()

    def __hash__(self) -> int:
        return hash(self.name)


@cache
def forms() -> dict[str, Form]:
    """Every form by name."""
    tables: dict[tuple[str, str], list[str]] = {}
    for table in names("tables"):
        form = sql_file("tables", table).fields.get("form")
        if form:
            name, _, title = (part.strip() for part in form.partition("|"))
            tables.setdefault((name, title), []).append(table)
    return {name: _form(name, title, sorted(of, reverse=True)) for (name, title), of in sorted(tables.items())}


@cache
def form_of(table: str) -> Form:
    """A form of one table, for the program's own files."""
    return _form(table, sql_file("tables", table).sentence, [table])


def _form(name: str, title: str, tables: list[str]) -> Form:
    """``target`` stands before ``result``: keys and shared columns are told by the first table."""
    specs: dict[str, Spec] = {}
    for table in tables:
        file = sql_file("tables", table)
        for column, (kind, header_and_meaning) in file.columns.items():
            header, _, meaning = (part.strip() for part in header_and_meaning.partition("|"))
            if header == "-":
                continue
            older = specs.get(header)
            specs[header] = Spec(
                header,
                (*(older.table_columns if older else ()), (table, column)),
                kind,
                tuple(file.labels.get(header, ())),
                False,
                older.meaning if older else meaning,
            )
    for header, spec in specs.items():
        everywhere = len(spec.table_columns) == len(tables) and all(
            sql_file("tables", table).needed(column) for table, column in spec.table_columns
        )
        specs[header] = Spec(
            spec.header, spec.table_columns, spec.kind, spec.labels, everywhere and spec.kind != "boolean", spec.meaning
        )
    return Form(name, title, tuple(tables), specs)


@cache
def _headings(form: Form) -> dict[str, str]:
    headings = {folded(label): header for header, label in READ_ONLY.items()} | {header: header for header in READ_ONLY}
    headings |= {folded(label): UNIT_OF_MEASURE for label in _OF_UNITS}
    for header, spec in form.specs.items():
        headings |= {folded(label): header for label in (header, *spec.labels)}
    return headings


def likeness(form: Form, records: Sequence[Sequence[str]]) -> tuple[float, int]:
    """How much records without a heading look like a form: of its needed columns that take a word of a list, a day, a year or
    a period, the share that some cell of the records fits, best record first; and how many such columns there are, 0 where nothing fits."""
    readers = [reader for header in form.needed if (reader := _telling(header, form.specs[header].kind))]
    if not readers:
        return 0.0, 0
    shares = [sum(any(_fits(reader, cell) for cell in record) for reader in readers) / len(readers) for record in records]
    best = max(shares, default=0.0)
    return best, len(readers) if best else 0


def _telling(header: str, kind: str) -> Callable[[str], Any] | None:
    if header in WORDS:
        return values.one_of(WORDS[header])
    return {"nam": values.year, "ky": values.period, "cac_cap": values.levels}.get(header) or (
        values.day if kind == "date" else None
    )


def _fits(reader: Callable[[str], Any], cell: str) -> bool:
    try:
        return reader(cell) is not None
    except values.Unreadable:
        return False

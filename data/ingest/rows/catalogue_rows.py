"""A table as typed rows, for the catalogues: some hundred rows with many columns."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from data.ingest.findings.finding import Finding
from data.ingest.parsing import values
from data.ingest.parsing.values import Unreadable
from data.ingest.table.forms import WORDS, Spec
from data.ingest.table.source import Table
from data.vietnamese.dates import said_day
from data.vietnamese.numbers import grouped
from queries.sqlfile import sql_file

_READERS: dict[str, Callable[[str], Any]] = {
    "text": values.words,
    "int": values.whole,
    "bigint": values.whole,
    "decimal": values.number,
    "date": values.day,
    "boolean": lambda text: values.truth(text) if text else None,
}
_CODES = (
    "ma_chi_tieu", "so_hieu", "nhom", "chi_tieu_truoc", "ma_don_vi", "ma_cap_tren", "ma_tinh", "ma_cu", "ma_moi", "ma_nhiem_vu", "so_tt",
    "cung_viec", "ma_nhan_xet", "ma_phat_hien",
)  # fmt: skip
_YEARS = ("nam", "nam_dau", "nam_cuoi")
MONEY = "so_tien"


class Words(str):
    """What stands in a column of money and is none: 'Xã hội hóa'. Kept as it is, never counted."""


def money(text: str) -> Decimal | Words | None:
    """An amount in đồng, or words without any digit. Raises Unreadable for anything else with digits."""
    content = values.sound(text)
    if content and not any(letter.isdigit() for letter in content):
        return Words(content)
    try:
        return values.number(text)
    except Unreadable as error:
        raise Unreadable("money_unreadable") if error.code == "not_a_number" else error from None


def rows_of(table: Table) -> tuple[list[tuple[int, dict[str, Any]]], list[Finding]]:
    """((row number, values by column of the form's first table) of every row, findings about cells that cannot be read)."""
    by_row: dict[int, dict[str, Any]] = {int(row_number): {} for row_number in table.row_numbers}
    findings = []
    for header, column in table.columns.items():
        spec = table.form.specs.get(header)
        if spec is None:
            continue
        reader = _reader(header, spec.kind)
        for code, text in enumerate(column.texts):
            try:
                value = reader(text)
            except Unreadable as error:
                args = dict(error.args_of)
                findings.append(table.finding(error.code, header, code, args.pop("found", text), **args))
                continue
            for row_number in column.rows_with(code, table.row_numbers):
                by_row[int(row_number)][spec.column] = value
    return list(by_row.items()), findings


def _reader(header: str, kind: str) -> Callable[[str], Any]:
    if header in WORDS:
        return values.one_of(WORDS[header])
    if header == "cac_cap":
        return values.levels
    if header == MONEY:
        return money
    if header in _YEARS:
        return values.year
    return values.code if header in _CODES else _READERS[kind]


def unmarked(table: str) -> dict[str, bool]:
    """The columns of a table that are true or false, false: what a new row is where it says nothing."""
    return {column: False for column, (kind, _) in sql_file("tables", table).columns.items() if kind == "boolean"}


def same(value: Any, other: Any) -> bool:
    """Whether two values of a column say the same; a blank text says nothing."""
    return value == other or (value in (None, "") and other in (None, ""))


def as_written(header: str, value: Any) -> str:
    """A value as the file writes it: 'tang', not 'higher'."""
    if value is None:
        return "trống"
    value = {meaning: word for word, meaning in WORDS.get(header, {}).items()}.get(value, value)
    if isinstance(value, bool):
        return "x" if value else "không"
    return said_day(value) if isinstance(value, date) else grouped(value) if isinstance(value, Decimal) else str(value)


def expected(spec: Spec) -> str:
    """What a blank cell lacks, in Vietnamese."""
    label = (spec.labels or (spec.header,))[0].lower()
    if spec.header in WORDS:
        return f"{label}: {', '.join(WORDS[spec.header])}"
    return f"{label}, ví dụ 29/12/2022" if spec.kind == "date" else label

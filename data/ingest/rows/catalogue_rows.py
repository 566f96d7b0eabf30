"""A table as typed rows, for the catalogues: some hundred rows with many columns."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from data.ingest.findings.finding import Finding
from data.ingest.parsing import values
from data.ingest.parsing.values import Unreadable
from data.ingest.table.forms import WORDS
from data.ingest.table.source import Table

_READERS: dict[str, Callable[[str], Any]] = {
    "text": values.words,
    "int": values.whole,
    "bigint": values.whole,
    "decimal": values.number,
    "date": values.day,
    "boolean": values.truth,
}
_CODES = ("ma_chi_tieu", "so_hieu", "nhom", "chi_tieu_truoc", "ma_don_vi", "ma_cap_tren", "ma_tinh", "ma_cu", "ma_moi")


def rows_of(table: Table) -> tuple[list[tuple[int, dict[str, Any]]], list[Finding]]:
    """((row number, values by column of the form's first table) of every row, findings about cells that cannot be read)."""
    by_row: dict[int, dict[str, Any]] = {int(number): {} for number in table.row_numbers}
    findings = []
    for header, column in table.columns.items():
        spec = table.form.specs.get(header)
        if spec is None:
            continue
        reader = _reader(header, spec.kind)
        for number, text in enumerate(column.texts):
            try:
                value = reader(text)
            except Unreadable as error:
                findings.append(table.spot(error.code, header, number, **{"found": text, **error.args_of}))
                continue
            for row in column.rows_with(number, table.row_numbers):
                by_row[int(row)][spec.places[0][1]] = value
    return list(by_row.items()), findings


def _reader(header: str, kind: str) -> Callable[[str], Any]:
    if header in WORDS:
        return values.one_of(WORDS[header])
    if header == "cac_cap":
        return values.levels
    return values.code if header in _CODES else _READERS[kind]

"""Files in the form that staff bring: CSV with Vietnamese headers, read as text, typed by our own rules.

What a column is called and which type it has stands in the table's file in ``queries/tables``.
"""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.ingest import values
from data.ingest.problems import BadFile, Problem
from queries.sqlfile import sql_file

_BY_TYPE: dict[str, Callable[[str], Any]] = {
    "text": lambda text: text or None,
    "int": values.whole,
    "bigint": values.whole,
    "decimal": values.number,
    "date": values.day,
}
_BY_HEADER: dict[str, Callable[[str], Any]] = {
    "cap": values.one_of(values.LEVELS),
    "loai_so_lieu": values.one_of(values.KINDS),
    "chieu": values.one_of(values.DIRECTIONS),
    "hang": values.one_of(values.RANKS),
    "dinh_tinh": values.one_of(values.QUALIFIERS),
    "danh_gia": values.one_of(values.STATED),
    "dau": values.one_of(values.OPERATORS),
    "quan_he": values.one_of(values.CHANGES),
    "nam": values.year,
    "ky": values.period,
}


@dataclass(frozen=True)
class Row:
    """A typed row: its number as Excel counts, and its values by Vietnamese header."""

    number: int
    values: dict[str, Any]

    def of(self, table: str) -> dict[str, Any]:
        """The values that belong to one table, by its column names."""
        return {column: self.values[header] for header, (column, _) in table_headers(table).items() if header in self.values}


def table_headers(table: str) -> dict[str, tuple[str, str]]:
    """Vietnamese header -> (column, type) of a table, for the columns that a file brings."""
    columns = sql_file("tables", table).columns
    return {
        meaning.split("|")[0].strip(): (column, kind)
        for column, (kind, meaning) in columns.items()
        if not meaning.startswith("-")
    }


def read_text(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Rows of a UTF-8 CSV as stripped NFC text by header, with Excel's row number. Blank rows are skipped."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.reader(file, strict=True)
        headers = [header.strip() for header in next(reader)]
        rows, number = [], 1
        for cells in reader:
            number += 1
            texts = [unicodedata.normalize("NFC", cell).strip() for cell in cells]
            if len(texts) != len(headers):
                raise BadFile([Problem(path.name, number, headers[0], f"{len(texts)} ô", f"{len(headers)} ô")])
            if any(texts):
                rows.append((number, dict(zip(headers, texts, strict=True))))
    return rows


def read_table(path: Path, *tables: str) -> list[Row]:
    """Typed rows of a file whose headers are those of the given tables.

    Raises BadFile with every unknown header and every unreadable cell.
    """
    known = {header: spot for table in tables for header, spot in table_headers(table).items()}
    texts = read_text(path)
    headers = list(texts[0][1]) if texts else []
    problems = [
        Problem(path.name, 0, header, header, "một trong các cột: " + ", ".join(known))
        for header in headers
        if header not in known
    ]
    if problems:
        raise BadFile(problems)
    rows = []
    for number, cells in texts:
        typed: dict[str, Any] = {}
        for header, text in cells.items():
            reader = _BY_HEADER.get(header, _BY_TYPE[known[header][1]])
            try:
                typed[header] = reader(text)
            except ValueError as error:
                problems.append(Problem(path.name, number, header, text, str(error)))
        rows.append(Row(number, typed))
    if problems:
        raise BadFile(problems)
    return rows

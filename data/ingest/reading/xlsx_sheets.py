"""The rows of an .xlsx workbook, as ``workbook_child`` writes them; openpyxl streams values and formulas side by side."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from data.ingest.reading.cells import UNCALCULATED, of_workbook
from data.ingest.reading.sheet_limits import MOST_COLUMNS, MOST_MERGES, Limits

_TAG = re.compile(rb"<(?:row|col|mergeCell) [^>]*>")
_NUMBER = re.compile(rb'\b(r|min|max)="(\d+)"')
_RANGE = re.compile(rb'ref="([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})"')


class _Marks(NamedTuple):
    """What a sheet's own XML says beyond its cells: rows and columns that are hidden, counted from 1; merged ranges."""

    rows: set[int]
    columns: set[int]
    merges: list[tuple[int, int, int, int]]


def lines(path: str, limits: Limits) -> Iterator[Any]:
    """The lines of every sheet. Raises BeyondLimit, and whatever openpyxl raises on a broken workbook."""
    import openpyxl

    from data.ingest.reading.openpyxl_private import sheet_path

    values = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    formulas = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
    for sheet, twin in zip(values.worksheets, formulas.worksheets, strict=True):
        marks = _marks(path, sheet_path(sheet))
        yield {"sheet": sheet.title, "hidden": sheet.sheet_state != "visible", "columns": sorted(marks.columns)}
        sheet.reset_dimensions()
        twin.reset_dimensions()
        written = 0
        for calculated, raw in zip(sheet.iter_rows(), twin.iter_rows(), strict=False):
            row, cells = _cells(calculated, raw, limits)
            if not cells:
                continue
            written += 1
            limits.row(written)
            line = [""] * max(cells)
            for column, text in cells.items():
                line[column - 1] = text
            yield [row, row in marks.rows, line]
        if marks.merges:
            yield {"merges": marks.merges}


def _cells(calculated: Iterable[Any], raw: Iterable[Any], limits: Limits) -> tuple[int, dict[int, str]]:
    """(row number, texts of the filled cells by column, counted from 1) of a row, given its cells with values and with formulas."""
    row, cells = 0, {}
    for cell, source in zip(calculated, raw, strict=False):
        if cell.value is None and source.value is None:
            continue
        limits.column(cell.row, cell.column)
        row = source.row
        if (text := _text(cell, source)).strip():
            cells[cell.column] = text
    return row, cells


def _text(cell: Any, source: Any) -> str:
    """The text of a cell; ``source`` is the same cell with its formula."""
    if cell.value is None and source.data_type == "f":
        return UNCALCULATED + str(getattr(source.value, "text", source.value)).lstrip("=")
    return of_workbook(cell.value, cell.number_format or "", cell.data_type)


def _marks(path: str, name: str) -> _Marks:
    """What is hidden or filtered away, and what is merged; read from the sheet's own XML as a stream."""
    marks = _Marks(set(), set(), [])
    with zipfile.ZipFile(path) as archive, archive.open(name) as file:
        rest = b""
        while block := file.read(1 << 20):
            text = rest + block
            for tag in _TAG.findall(text):
                _mark(tag, marks)
            rest = text[-500:] if not text.endswith(b">") else b""
    return marks


def _mark(tag: bytes, marks: _Marks) -> None:
    if tag.startswith(b"<mergeCell"):
        if (match := _RANGE.search(tag)) and len(marks.merges) < MOST_MERGES:
            first, top, last, bottom = match.groups()
            marks.merges.append((int(top), _column(first), int(bottom), _column(last)))
    elif b'hidden="1"' in tag or b'hidden="true"' in tag:
        numbers = {key: int(number) for key, number in _NUMBER.findall(tag)}
        if b"r" in numbers:
            marks.rows.add(numbers[b"r"])
        elif b"min" in numbers:
            marks.columns.update(range(numbers[b"min"], min(numbers.get(b"max", 0), MOST_COLUMNS) + 1))


def _column(letters: bytes) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number

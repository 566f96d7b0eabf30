"""Reads one workbook in a process of its own: path in, one JSON line a row out. Whatever happens here, the server lives.

Lines: {"sheet": name, "hidden": bool, "columns": [hidden ones]} before each sheet, then [row, hidden, [cells...]] for every row that is not blank,
{"done": true} at the end; {"error": code, "at": cell} instead of all when the workbook cannot be read.
"""

from __future__ import annotations

import json
import resource
import sys
import warnings
import zipfile
from collections.abc import Iterable
from typing import Any

from data.ingest.reading.cells import UNCALCULATED, of_workbook

MEMORY = 3 * 2**30
SECONDS = 60
MOST_COLUMNS = 16_384  # of a sheet


def main(path: str, max_rows: int, max_columns: int, max_unzipped: int) -> None:
    """Write the rows of every sheet of ``path`` to standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))
    resource.setrlimit(resource.RLIMIT_FSIZE, (2**30, 2**30))
    warnings.simplefilter("ignore")
    try:
        _unzips_within(path, max_unzipped)
        _rows(path, max_rows, max_columns)
        print('{"done": true}')
    except _Limit as limit:
        print(json.dumps({"error": limit.args[0], "at": limit.args[1] if len(limit.args) > 1 else ""}))
    except MemoryError:
        print('{"error": "file_slow"}')
    except Exception:  # openpyxl raises whatever its parsers raise on a broken workbook
        print('{"error": "file_damaged"}')


class _Limit(Exception):
    """Beyond a limit; the code of the finding, and the cell where there is one."""


def _unzips_within(path: str, max_unzipped: int) -> None:
    """Count what really comes out, whatever the directory of the archive claims."""
    total = 0
    with zipfile.ZipFile(path) as archive:
        for entry in archive.infolist():
            with archive.open(entry) as file:
                while block := file.read(1 << 20):
                    total += len(block)
                    if total > max_unzipped:
                        raise _Limit("file_bomb")


def _rows(path: str, max_rows: int, max_columns: int) -> None:
    import openpyxl

    from data.ingest.reading.openpyxl_private import sheet_path

    values = openpyxl.load_workbook(path, read_only=True, data_only=True, keep_links=False)
    formulas = openpyxl.load_workbook(path, read_only=True, data_only=False, keep_links=False)
    for sheet, twin in zip(values.worksheets, formulas.worksheets, strict=True):
        hidden_rows, hidden_columns = _hidden(path, sheet_path(sheet))
        print(json.dumps({"sheet": sheet.title, "hidden": sheet.sheet_state != "visible", "columns": sorted(hidden_columns)}))
        sheet.reset_dimensions()
        twin.reset_dimensions()
        written = 0
        for calculated, raw in zip(sheet.iter_rows(), twin.iter_rows(), strict=False):
            row, cells = _cells(calculated, raw, max_columns)
            if not cells:
                continue
            written += 1
            if written > max_rows:
                raise _Limit("too_many_rows")
            line = [""] * max(cells)
            for column, text in cells.items():
                line[column - 1] = text
            print(json.dumps([row, row in hidden_rows, line]))


def _cells(calculated: Iterable[Any], raw: Iterable[Any], max_columns: int) -> tuple[int, dict[int, str]]:
    """(row number, texts of the filled cells by column, counted from 1) of a row, given its cells with values and with formulas."""
    row, cells = 0, {}
    for cell, source in zip(calculated, raw, strict=False):
        if cell.value is None and source.value is None:
            continue
        if cell.column > max_columns:
            raise _Limit("too_many_columns", cell.coordinate)
        row = source.row
        if (text := _text(cell, source)).strip():
            cells[cell.column] = text
    return row, cells


def _text(cell: Any, source: Any) -> str:
    """The text of a cell; ``source`` is the same cell with its formula."""
    if cell.value is None and source.data_type == "f":
        return UNCALCULATED + str(getattr(source.value, "text", source.value)).lstrip("=")
    return of_workbook(cell.value, cell.number_format or "", cell.data_type)


def _hidden(path: str, name: str) -> tuple[set[int], set[int]]:
    """(rows, columns) of a sheet that are hidden or filtered away, counted from 1; read from its own XML as a stream."""
    import re

    rows: set[int] = set()
    columns: set[int] = set()
    with zipfile.ZipFile(path) as archive, archive.open(name) as file:
        rest = b""
        while block := file.read(1 << 20):
            text = rest + block
            for tag in re.findall(rb"<(?:row|col) [^>]*>", text):
                if b'hidden="1"' in tag or b'hidden="true"' in tag:
                    numbers = {key: int(number) for key, number in re.findall(rb'\b(r|min|max)="(\d+)"', tag)}
                    if b"r" in numbers:
                        rows.add(numbers[b"r"])
                    elif b"min" in numbers:
                        columns.update(range(numbers[b"min"], min(numbers.get(b"max", 0), MOST_COLUMNS) + 1))
            rest = text[-500:] if not text.endswith(b">") else b""
    return rows, columns


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:5]))

"""The rows of an .xls workbook (Excel 5 to 2003), as ``workbook_child`` writes them. It keeps a formula's last value, not whether it has one."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from data.ingest.reading.cells import ERROR, TRUTH, of_workbook
from data.ingest.reading.sheet_limits import MOST_COLUMNS, MOST_MERGES, BeyondLimit, Limits

if TYPE_CHECKING:
    from xlrd.book import Book
    from xlrd.sheet import Cell, Sheet


def lines(path: str, limits: Limits) -> Iterator[Any]:
    """The lines of every sheet. Raises BeyondLimit (a password as well), and whatever xlrd raises on a broken workbook."""
    with open(os.devnull, "w") as nowhere:
        book = _opened(path, nowhere)
        for number in range(book.nsheets):
            sheet = book.sheet_by_index(number)
            hidden = sorted(column + 1 for column, info in sheet.colinfo_map.items() if info.hidden and column < MOST_COLUMNS)
            yield {"sheet": sheet.name, "hidden": sheet.visibility != 0, "columns": hidden}
            yield from _rows(book, sheet, limits)
            merges = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells[:MOST_MERGES]]
            if merges:
                yield {"merges": merges}
            book.unload_sheet(number)


def _opened(path: str, log: Any) -> Book:
    import xlrd
    from xlrd.biffh import XLRDError

    try:
        return xlrd.open_workbook(path, logfile=log, formatting_info=True, on_demand=True, ragged_rows=True)
    except XLRDError as error:
        raise BeyondLimit("file_encrypted" if "encrypted" in str(error).lower() else "file_damaged") from error


def _rows(book: Book, sheet: Sheet, limits: Limits) -> Iterator[Any]:
    written = 0
    for row in range(sheet.nrows):
        texts = [_text(book, cell) for cell in sheet.row(row)]
        while texts and not texts[-1].strip():
            texts.pop()
        if not texts:
            continue
        written += 1
        limits.row(written)
        limits.column(row + 1, len(texts))
        info = sheet.rowinfo_map.get(row)
        yield [row + 1, bool(info and info.hidden), [text if text.strip() else "" for text in texts]]


def _text(book: Book, cell: Cell) -> str:
    """The text of a cell, with what the workbook knows beyond it."""
    import xlrd

    if cell.ctype == xlrd.XL_CELL_ERROR:
        return ERROR + xlrd.error_text_from_code.get(int(cell.value), "#N/A")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return TRUTH + ("TRUE" if cell.value else "FALSE")
    if cell.ctype == xlrd.XL_CELL_DATE:
        number = float(cell.value)
        try:
            moment = xlrd.xldate_as_datetime(number, book.datemode)
            return of_workbook(moment if number >= 1 else moment.time(), "", "d")
        except (ValueError, OverflowError):
            return of_workbook(number, "", "n")
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        return of_workbook(cell.value, _format(book, cell), "n")
    return of_workbook(cell.value, "", "s") if cell.value else ""


def _format(book: Book, cell: Cell) -> str:
    """The number format of a cell; empty where the workbook does not tell it."""
    if cell.xf_index is None or cell.xf_index >= len(book.xf_list):
        return ""
    known = book.format_map.get(book.xf_list[cell.xf_index].format_key)
    return known.format_str if known else ""

"""Rows of a text file whose cells may have moved to the right: a comma of a number, or of a text, that separated cells without being meant to.

A row that then has more filled cells than the heading is ragged and named already. Here are those in which nothing but blank
cells stands beyond the heading, or whose writer leaves out the last blank cells.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable, Iterator

import numpy as np

from data.ingest.findings.finding import Finding
from data.ingest.reading.cells import clean
from data.ingest.reading.columns import Grid, column_letter

Record = tuple[int, list[str]]
_WHOLE = re.compile(r"^[-−]?[0-9]{1,3}$")
_DECIMALS = re.compile(r"^[0-9]{1,4}%?$")
_FIGURES = ("chi_tieu", "ket_qua", "gia_tri", "tu_so", "mau_so", "chi_tieu_tu", "chi_tieu_den", "ket_qua_tu", "ket_qua_den")


class CountedRecords:
    """Records on their way to a table; how many cells each has is kept."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records, self._numbers, self._counts = records, array("i"), array("i")

    def __iter__(self) -> Iterator[Record]:
        for number, cells in self._records:
            self._numbers.append(number)
            self._counts.append(len(cells))
            yield number, cells

    def of(self, row_numbers: np.ndarray) -> np.ndarray:
        """How many cells each of some rows has; 0 for one that was not counted."""
        numbers, counts = np.array(self._numbers, np.int64), np.array(self._counts, np.int32)
        at = np.minimum(np.searchsorted(numbers, row_numbers), max(len(numbers) - 1, 0))
        return np.where(numbers[at] == row_numbers, counts[at], 0) if len(numbers) else np.zeros(len(row_numbers), np.int32)


def shifted_rows(
    grid: Grid, indexes: dict[str, int], counted: CountedRecords, heading_cells: int, delimiter: str
) -> list[Finding]:
    """The rows of a table that have more cells than its heading, or than its other rows, and the rows in which a number was cut in two.

    ``heading_cells``: how many cells the heading has, blank ones included. Rows that all end in the same blank cells are whole.
    """
    counts = counted.of(grid.row_numbers)
    cut = _cut(grid, indexes) if delimiter == "," else np.zeros(len(counts), dtype=bool)
    named = np.isin(grid.row_numbers, [row for row, _ in grid.ragged])
    longer = (counts > heading_cells) & ~named
    if longer.all() and counts.min() == counts.max() and not cut.any():
        longer[:] = False
    ragged = longer | (cut & (counts > _usual(counts)) & ~named)
    expected = np.where(longer, heading_cells, _usual(counts))
    rows = np.flatnonzero(ragged).tolist()
    findings = [
        Finding("row_ragged", (int(grid.row_numbers[at]),), found=str(counts[at]), args={"expected": int(expected[at])})
        for at in rows
    ]
    return findings + [_cut_in_two(grid, indexes, at) for at in np.flatnonzero(cut & ~ragged & ~named).tolist()]


def _usual(counts: np.ndarray) -> int:
    """How many cells most rows have; the fewer of several."""
    return int(np.argmax(np.bincount(counts)))


def _cut(grid: Grid, indexes: dict[str, int]) -> np.ndarray:
    """Which rows have nothing but a few digits as their source, right behind the figure that they may belong to."""
    at = _source(indexes)
    if at is None:
        return np.zeros(len(grid.row_numbers), dtype=bool)
    return _matches(grid, at - 1, _WHOLE) & _matches(grid, at, _DECIMALS)


def _source(indexes: dict[str, int]) -> int | None:
    """The column of the source where it stands right behind a column of figures."""
    at = indexes.get("nguon", 0)
    return at if any(indexes.get(header) == at - 1 for header in _FIGURES) else None


def _matches(grid: Grid, index: int, pattern: re.Pattern[str]) -> np.ndarray:
    codes, texts = grid.columns[index]
    return np.array([bool(pattern.match(clean(text))) for text in texts], dtype=bool)[codes]


def _cut_in_two(grid: Grid, indexes: dict[str, int], at: int) -> Finding:
    column = _source(indexes) or 0
    whole, decimals = (clean(texts[codes[at]]) for codes, texts in grid.columns[column - 1 : column + 1])
    args = {"whole": whole, "decimals": decimals}
    return Finding("number_cut", (int(grid.row_numbers[at]),), "nguon", column_letter(column), decimals, args)

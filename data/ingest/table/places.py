"""Where a row of an unfolded table stands in the file: row and column in one number, and which cell says what.

Of a plain table the number is the row as Excel counts. A table that was unfolded has several rows of one file row: there the column
(of the first figure, counted from 1) stands above the row's 21 bits, so that the number alone leads back to the cell.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from data.ingest.findings.finding import Finding
from data.ingest.reading.columns import column_letter

_BITS = 21  # a sheet has 2^20 rows
_ROW = (1 << _BITS) - 1
NOWHERE = 0  # the row of what no cell of the file says


def place(rows: np.ndarray, column: int) -> np.ndarray:
    """The numbers of file rows whose figure stands in a column, counted from 0."""
    numbers: np.ndarray = (rows | ((column + 1) << _BITS)).astype(np.int32)
    return numbers


def row_of(number: int) -> int:
    """The row of the file, as Excel counts."""
    return int(number) & _ROW


def column_of(number: int) -> int | None:
    """The column, counted from 0; None of a plain row."""
    return (int(number) >> _BITS) - 1 if number > _ROW else None


def said(text: str) -> str:
    """A text with numbers of rows as people read it: '10485764 và 5' becomes '4 (cột D) và 5'."""
    return re.sub(r"[0-9]{7,}", lambda match: _said(int(match[0])), text)


def _said(number: int) -> str:
    column = column_of(number)
    return str(number) if column is None else f"{row_of(number)} (cột {column_letter(column)})"


class Cell(NamedTuple):
    """Where something stands: column as Excel shows it, what the file writes over it, and the row where it is not the row's own (NOWHERE:
    somebody answered it)."""

    letter: str
    title: str = ""
    row: int | None = None


@dataclass(frozen=True)
class Origin:
    """Which cell of the file says what in an unfolded table: of all rows by header, and of the rows of one block (named by its first
    column, counted from 0) by header."""

    shared: Mapping[str, Cell]
    blocks: Mapping[int, Mapping[str, Cell]]

    def letter(self, header: str) -> str:
        """The first column that says a header, as Excel shows it; '' where none does."""
        return next(iter(self.letters(header)), "")

    def letters(self, header: str) -> list[str]:
        """Every column that says a header, as Excel shows it."""
        cells = (
            [self.shared[header]]
            if header in self.shared
            else [block[header] for block in self.blocks.values() if header in block]
        )
        return [cell.letter for cell in cells]

    def cell(self, number: int, header: str) -> Cell:
        """The cell that says a header of a row; one without a letter where it is no header of this table."""
        column = column_of(number)
        block = self.blocks[column] if column is not None else next(iter(self.blocks.values()))
        return block.get(header) or self.shared.get(header) or Cell("")

    def has_cell(self, numbers: np.ndarray, header: str) -> np.ndarray:
        """Which rows have a cell of a header: a block of a plan alone has none of a result."""
        if header in self.shared or len(self.blocks) == 1:
            return np.full(len(numbers), header in self.shared or header in next(iter(self.blocks.values())))
        told: np.ndarray = np.isin((numbers >> _BITS) - 1, [column for column, block in self.blocks.items() if header in block])
        return told

    def beside(self, number: int, letter: str) -> bool:
        """Whether a column holds a figure of a row."""
        column = column_of(number)
        block = self.blocks[column] if column is not None else next(iter(self.blocks.values()))
        return any(cell.letter == letter for cell in block.values())

    def at_cells(self, finding: Finding) -> list[Finding]:
        """A finding about rows of the unfolded table, as findings about cells of the file, each cell once.

        What no cell says has no rows; ``stands_for`` of its arguments counts those of the table.
        """
        if "rows" in finding.args:
            finding = replace(finding, args={**finding.args, "rows": said(str(finding.args["rows"]))})
        by_cell: dict[Cell, dict[int, None]] = {}
        answered: Counter[Cell] = Counter()
        for number in map(int, finding.rows):
            cell = self.cell(number, finding.column)
            cell = cell if cell != Cell("") else Cell(finding.letter, finding.title)
            rows = by_cell.setdefault(cell._replace(row=None), {})
            if cell.row == NOWHERE:
                answered[cell._replace(row=None)] += 1
            else:
                rows[cell.row or row_of(number)] = None
        return [
            replace(
                finding,
                rows=tuple(rows),
                letter=cell.letter,
                title=cell.title or finding.title,
                args={**finding.args, **({"stands_for": answered[cell]} if answered[cell] else {})},
            )
            for cell, rows in by_cell.items()
        ] or [finding]

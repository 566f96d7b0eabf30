"""How much of a sheet is read, the same for every kind of workbook."""

from __future__ import annotations

from typing import NamedTuple

MOST_COLUMNS = 16_384  # of a sheet
MOST_MERGES = 50_000  # merged ranges of a sheet that are told


class BeyondLimit(Exception):
    """A workbook that is not read on: the code of the finding, and the cell where there is one."""

    def __init__(self, code: str, at: str = "") -> None:
        super().__init__(code)
        self.code, self.at = code, at


class Limits(NamedTuple):
    """Filled rows of a sheet, and columns that may be filled."""

    rows: int
    columns: int

    def row(self, written: int) -> None:
        """Raises BeyondLimit when so many filled rows are too many."""
        if written > self.rows:
            raise BeyondLimit("too_many_rows")

    def column(self, row: int, column: int) -> None:
        """Raises BeyondLimit when a filled cell, row and column counted from 1, lies too far right."""
        if column > self.columns:
            raise BeyondLimit("too_many_columns", f"{_letters(column)}{row}")


def _letters(column: int) -> str:
    """1 is A, 27 is AA."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters

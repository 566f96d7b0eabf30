"""Key cells that a merged cell covers, or that were left blank below their key: filled from above, and said or asked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from data.ingest.findings.finding import Finding, Question
from data.ingest.reading.cells import clean, shown
from data.ingest.reading.columns import Grid, column_letter
from data.vietnamese.text import NO_ANSWER

KEYS = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "nguon")
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, counted from 1
_FEWEST, _SHARE = 2, 3  # blank cells that may be a pattern: at least so many, and one row in so many


def fill_merged(grid: Grid, keys: Mapping[str, int], merges: Sequence[Merge]) -> list[Finding]:
    """Fill the cells that merged ranges of a workbook cover in key columns; a note names them. ``keys``: the grid's column of each header."""
    findings = []
    for header in (header for header in KEYS if header in keys):
        index = keys[header]
        source = np.arange(len(grid.row_numbers))
        for top, left, bottom, right in merges:
            if left <= index + 1 <= right and bottom > top:
                first, last = np.searchsorted(grid.row_numbers, (top, bottom + 1))
                if first < last and grid.row_numbers[first] == top and left == index + 1:
                    source[first:last] = first
        blank = _blank(grid, index)
        filled = blank & (source != np.arange(len(source))) & ~blank[source]
        findings += _fill(grid, header, index, np.where(filled, source, np.arange(len(source))), filled, "cells_filled")
    return findings


def fill_pattern(grid: Grid, keys: Mapping[str, int], figures: Sequence[int], answers: Mapping[str, str]) -> list[Finding]:
    """Fill blank cells of a key column that repeat the one above, as a table copied from Word has them: one question for all columns
    ('fill'), unless it was answered, or one of them by itself ('fill.<header>'). With 'no' they stay blank.

    Only rows with a figure count. ``figures``: the grid's columns of figures.
    """
    findings: list[Finding] = []
    speaks = (
        ~np.logical_and.reduce([_blank(grid, index) for index in figures]) if figures else np.zeros(len(grid.row_numbers), bool)
    )
    for header in (header for header in KEYS if header in keys):
        index = keys[header]
        blank = _blank(grid, index)
        wanted = blank & speaks
        told = np.flatnonzero(~blank & speaks)
        if not len(told) or wanted.sum() < _FEWEST or wanted.sum() * _SHARE < speaks.sum() or wanted[: told[0]].any():
            continue
        answer = answers.get(f"fill.{header}" if f"fill.{header}" in answers else "fill", "")
        if answer == "no":
            continue
        above = np.searchsorted(told, np.arange(len(blank)), side="right") - 1
        source = np.where(wanted, told[np.maximum(above, 0)], np.arange(len(blank)))
        code = "cells_filled" if answer == "yes" else "cells_blank"
        findings += _fill(grid, header, index, source, wanted, code)
    return findings


def _fill(grid: Grid, header: str, index: int, source: np.ndarray, filled: np.ndarray, code: str) -> list[Finding]:
    """Put the cell of row ``source[i]`` into row i; the finding about the rows that changed."""
    if not filled.any():
        return []
    codes, texts = grid.columns[index]
    grid.columns[index] = (codes[source], texts)
    first = int(np.flatnonzero(filled)[0])
    example, row = shown(clean(texts[codes[source[first]]])), int(grid.row_numbers[source[first]])
    args: dict[str, object] = {"count": int(filled.sum()), "from_row": row}
    if code == "cells_blank":
        options = {"yes": "lặp lại ô phía trên", "no": "không, để trống"}
        args["question"] = Question("fill", "Ô trống ở các cột trên lặp lại ô phía trên?", options)
    return [Finding(code, grid.row_numbers[filled], header, column_letter(index), example, args)]


def _blank(grid: Grid, index: int) -> np.ndarray:
    codes, texts = grid.columns[index]
    return np.array([clean(text) in ("", *NO_ANSWER) for text in texts], dtype=bool)[codes]

"""Cells that were typed over in the preview: the file stays as it was, its table is read with these changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from data.ingest.findings.finding import Finding
from data.ingest.reading import cells
from data.ingest.reading.columns import Column
from data.ingest.table.source import Table

LONGEST = 500  # letters of a cell that is typed over


@dataclass(frozen=True)
class CellChange:
    """One cell typed over: row as Excel counts, header of the column, what stood there as its writer saw it, what stands there now.

    ``letter``: its column as Excel shows it, '' for one that the file does not have; where a table was unfolded it tells the cells
    of a row apart.
    """

    row: int
    column: str
    was: str
    becomes: str
    letter: str = ""

    @property
    def cell(self) -> tuple[int, str, str]:
        """Which cell it is."""
        return self.row, self.column, self.letter


def merged(old: Iterable[CellChange], new: Iterable[CellChange]) -> tuple[CellChange, ...]:
    """Earlier and later changes as one: a cell keeps what the file says in it, and one that says it again is not changed."""
    by_cell = {change.cell: change for change in old}
    for change in new:
        by_cell[change.cell] = replace(by_cell.get(change.cell, change), becomes=change.becomes)
    return tuple(change for change in by_cell.values() if change.becomes != change.was)


def applied(table: Table, changes: Sequence[CellChange]) -> tuple[CellChange, ...]:
    """Type cells of a table over. Returns the changes that found their cell, each with what the file really says in it; a note says each.

    What was found in a cell that is typed over is forgotten: it is read anew.
    """
    places = {
        change: at
        for change in changes
        if change.column in table.form.specs and (at := table.at(change.row, change.column, change.letter))
    }
    by_column: dict[str, list[CellChange]] = {}
    for change in places:
        by_column.setdefault(change.column, []).append(change)
    true = {
        change: real for header, of_column in by_column.items() for change, real in _typed_over(table, header, of_column, places)
    }
    rows = {change: table.row_numbers[at].tolist() for change, at in places.items()}
    table.findings[:] = [left for finding in table.findings if (left := _without(finding, rows))]
    table.findings += _said(table, {real: rows[change] for change, real in true.items()})
    return tuple(true.values())


def _typed_over(
    table: Table, header: str, changes: list[CellChange], places: Mapping[CellChange, list[int]]
) -> list[tuple[CellChange, CellChange]]:
    """Put the new texts into a column, which is made when the file does not have it; returns each change with what it really is."""
    blank = Column(header, "", np.zeros(len(table), np.int32), [""])
    column = table.columns.get(header, blank)
    texts, codes = list(column.texts), column.codes.copy()
    number = {text: code for code, text in enumerate(texts)}
    true = []
    for change in changes:
        text = cells.clean(cells.unmarked(change.becomes[:LONGEST]))
        if text not in number:
            number[text] = len(texts)
            texts.append(text)
        at = places[change]
        letter = change.letter if table.origin else column.letter
        true.append((change, replace(change, was=cells.shown(texts[codes[at[0]]]), becomes=text, letter=letter)))
        codes[at] = number[text]
    used, codes = np.unique(codes, return_inverse=True)  # a text that no cell holds any more is not judged
    table.columns[header] = Column(header, column.letter, codes.astype(np.int32), [texts[code] for code in used.tolist()])
    return true


def _without(finding: Finding, rows_of: Mapping[CellChange, list[int]]) -> Finding | None:
    """A finding without the cells that were typed over; None when nothing is left of it."""
    rows = {row for change, of_change in rows_of.items() if change.column == finding.column for row in of_change}
    if not rows or not len(finding.rows):
        return finding
    left = tuple(row for row in finding.rows if int(row) not in rows)
    return replace(finding, rows=left) if left else None


def _said(table: Table, rows_of: Mapping[CellChange, list[int]]) -> list[Finding]:
    """A note for each text that became another, with its rows."""
    alike: dict[tuple[str, str, str], list[int]] = {}
    for change, of_change in rows_of.items():
        alike.setdefault((change.column, change.was, change.becomes), []).extend(of_change)
    return [
        Finding(
            "cell_changed",
            tuple(sorted(rows)),
            column,
            table.columns[column].letter,
            was,
            {
                "was": f"tệp ghi “{was}”" if was else "tệp để trống",
                "becomes": f"“{cells.shown(becomes)}”" if becomes else "ô trống",
            },
        )
        for (column, was, becomes), rows in alike.items()
    ]

"""A table with figures in blocks of columns as a long one: a row for each figure, and for each the cell it came from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from data.ingest.findings.finding import refuse
from data.ingest.parsing import values
from data.ingest.reading import columns
from data.ingest.reading.cells import clean
from data.ingest.reading.columns import Grid, column_letter
from data.ingest.table.forms import Form
from data.ingest.table.heading_words import MEASURE
from data.ingest.table.layout import Block, Layout
from data.ingest.table.places import NOWHERE, Cell, Origin, place
from data.vietnamese.text import NO_ANSWER

_Column = tuple[np.ndarray, list[str]]


class Unfolded(NamedTuple):
    """A long grid, the column of each header in it, what the file writes over each, where everything came from, and how many blank
    cells of figures said nothing."""

    grid: Grid
    indexes: dict[str, int]
    titles: dict[str, str]
    origin: Origin
    blanks: int


def unfolded(grid: Grid, layout: Layout, form: Form) -> Unfolded:
    """The long form of a grid; the rows of one block stand together, in the order of the file. Raises Refused beyond the limit of rows."""
    filled = [_filled(grid, block) for block in layout.blocks]
    if figures_in(grid, layout) > columns.MAX_ROWS:
        raise refuse("too_many_rows", limit=columns.MAX_ROWS)
    headers = _headers(layout, form)
    cells = [_column(grid, layout, header, filled) for header in headers]
    several = len(layout.blocks) > 1
    numbers = [
        place(grid.row_numbers[rows], block.first) if several else grid.row_numbers[rows]
        for block, rows in zip(layout.blocks, filled, strict=True)
    ]
    long = Grid(np.concatenate(numbers), cells, name=grid.name)
    titles = {header: layout.texts[index] for header, index in {**layout.keys, **layout.beside}.items()}
    titles |= {header: form.label(header) for header in headers if header not in titles}
    blanks = sum(int((~rows).sum()) for rows in filled)
    return Unfolded(long, {header: index for index, header in enumerate(headers)}, titles, _origin(layout), blanks)


def figures_in(grid: Grid, layout: Layout) -> int:
    """How many rows the long form of a grid has: one for each block of each row that has a figure."""
    return sum(int(_filled(grid, block).sum()) for block in layout.blocks)


def _headers(layout: Layout, form: Form) -> list[str]:
    """The headers of the long table, in the order of the form."""
    told = {*layout.keys, *layout.constants, *layout.beside} | {
        header for block in layout.blocks for header in (*block.columns, *block.says)
    }
    return [header for header in (*form.specs, *layout.beside) if header in told]


def _filled(grid: Grid, block: Block) -> np.ndarray:
    """The rows in which a block has a figure."""
    filled = np.zeros(len(grid.row_numbers), dtype=bool)
    for index in block.columns.values():
        codes, texts = grid.columns[index]
        filled |= np.array([clean(text) not in ("", *NO_ANSWER) for text in texts], dtype=bool)[codes]
    return filled


def _column(grid: Grid, layout: Layout, header: str, filled: list[np.ndarray]) -> _Column:
    """One column of the long table: block by block its own cells, its heading, the key's column, or one text for all."""
    number: dict[str, int] = {}
    parts = []
    for block, rows in zip(layout.blocks, filled, strict=True):
        index = block.columns.get(header, {**layout.keys, **layout.beside}.get(header) if header not in block.says else None)
        if index is not None:
            codes, texts = grid.columns[index]
            used = np.unique(codes[rows])
            said = _year_beside if header == "nam" and index == layout.keys.get("ky") else str
            renumbered = np.array([number.setdefault(said(texts[code]), len(number)) for code in used.tolist()], np.int32)
            parts.append(renumbered[np.searchsorted(used, codes[rows])] if len(used) else np.empty(0, np.int32))
        else:
            text = block.says.get(header) or (layout.constants[header].text if header in layout.constants else "")
            parts.append(np.full(int(rows.sum()), number.setdefault(text, len(number)), np.int32))
    return np.concatenate(parts), list(number)


def _year_beside(period: str) -> str:
    """The year that a cell of a period names; the cell itself where it names none, to be found wanting."""
    year = values.year_of_period(clean(period))
    return str(year) if year else period


def _origin(layout: Layout) -> Origin:
    shared = {
        header: Cell(column_letter(index), layout.texts[index]) for header, index in {**layout.keys, **layout.beside}.items()
    }
    for header, constant in layout.constants.items():
        if header != MEASURE:
            letters = constant.cell.rstrip("0123456789")
            shared[header] = Cell(letters, "", int(constant.cell[len(letters) :]) if constant.cell else NOWHERE)
    return Origin(shared, {block.first: _cells(block, layout) for block in layout.blocks})


def _cells(block: Block, layout: Layout) -> Mapping[str, Cell]:
    heading = {header: Cell(column_letter(block.first), "", layout.last_row) for header in block.says}
    return heading | {measure: Cell(column_letter(index), layout.texts[index]) for measure, index in block.columns.items()}

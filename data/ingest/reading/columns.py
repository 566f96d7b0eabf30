"""A sheet as columns of distinct texts: a million rows of a few hundred different words take little room and one look each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import pyarrow as pa

from data.ingest.findings.finding import refuse
from data.ingest.reading.file_type import MAX_COLUMNS, MAX_ROWS

_CHUNK = 20_000


@dataclass
class Column:
    """One column: ``texts[codes[i]]`` is the cell of the i-th data row. ``codes``: int32, one a row; ``texts``: distinct."""

    header: str
    letter: str
    codes: np.ndarray
    texts: list[str]

    def rows_with(self, code: int, row_numbers: np.ndarray) -> np.ndarray:
        """Excel's row numbers of the rows that hold the distinct text number ``code``."""
        return row_numbers[self.codes == code]

    def mapped(self, values: Sequence, kind: pa.DataType) -> pa.Array:
        """An Arrow array with the value of each row, given the value of each distinct text."""
        return pa.array(values, kind).take(pa.array(self.codes))


@dataclass
class Grid:
    """The data rows below a header: row numbers as Excel counts, and raw columns by index."""

    row_numbers: np.ndarray
    columns: list[tuple[np.ndarray, list[str]]]
    ragged: list[tuple[int, int]] = field(default_factory=list)  # (row, cells)
    name: str = ""
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()


def spread(values: Sequence, codes: np.ndarray, kind: pa.DataType) -> pa.DictionaryArray:
    """An Arrow array in which row i has ``values[codes[i]]``, each value kept once; None and a code of -1 are null."""
    known = pa.array(values, kind)
    blank = np.append(known.is_null().to_numpy(zero_copy_only=False), True)[codes]
    return pa.DictionaryArray.from_arrays(pa.array(codes.astype(np.int32), mask=blank), known)


def distinct(numbers: np.ndarray, below: int) -> tuple[np.ndarray, np.ndarray]:
    """The distinct numbers (from 0, ``below`` some bound) in order, and the index of each row's number among them.

    numpy's unique with its inverse, without its sort where the bound is near the number of rows.
    """
    if below > 4 * len(numbers) + 1_000:
        return np.unique(numbers, return_inverse=True)
    present = np.zeros(below, dtype=bool)
    present[numbers] = True
    return np.flatnonzero(present), (np.cumsum(present, dtype=np.int32) - 1)[numbers]


def gather(records: Iterable[tuple[int, list[str]]], width: int) -> Grid:
    """Records (row number, cells) as a grid of ``width`` columns. Blank records are left out.

    A record with more filled cells than ``width`` is noted as ragged. Raises Refused beyond the limits.
    """
    if width > MAX_COLUMNS:
        raise refuse("too_many_columns", limit=MAX_COLUMNS, at=f"thứ {width} của dòng tiêu đề")
    rows: list[np.ndarray] = []
    parts: list[list[pa.DictionaryArray]] = [[] for _ in range(width)]
    ragged: list[tuple[int, int]] = []
    count = 0
    for chunk in _chunks(records):
        filled = [(number, cells) for number, cells in chunk if any(cells)]
        if not filled:
            continue
        count += len(filled)
        if count > MAX_ROWS:
            raise refuse("too_many_rows", limit=MAX_ROWS)
        ragged += [(number, len(cells)) for number, cells in filled if any(map(str.strip, cells[width:]))]
        padded = [cells if len(cells) == width else (cells + [""] * (width - len(cells)))[:width] for _, cells in filled]
        rows.append(np.fromiter((number for number, _ in filled), dtype=np.int32, count=len(filled)))
        for index, column in enumerate(zip(*padded, strict=True)):
            parts[index].append(pa.array(column, pa.string()).dictionary_encode())
    if not rows:
        return Grid(np.empty(0, np.int32), [(np.empty(0, np.int32), []) for _ in range(width)], ragged)
    return Grid(np.concatenate(rows), [_joined(part) for part in parts], ragged)


def coded(columns: list[pa.ChunkedArray], first_row: int) -> Grid:
    """Dictionary-encoded columns of consecutive rows as a grid. Raises Refused beyond the limits."""
    count = len(columns[0])
    if len(columns) > MAX_COLUMNS:
        raise refuse("too_many_columns", limit=MAX_COLUMNS, at=f"thứ {len(columns)} của dòng tiêu đề")
    if count > MAX_ROWS:
        raise refuse("too_many_rows", limit=MAX_ROWS)
    grid = Grid(np.arange(first_row, first_row + count, dtype=np.int32), [_joined(column.chunks) for column in columns])
    filled = np.zeros(count, dtype=bool)
    for codes, texts in grid.columns:
        filled |= np.array([bool(text) for text in texts], dtype=bool)[codes]
    if not filled.all():  # a line of delimiters only is a blank record
        grid = Grid(grid.row_numbers[filled], [(codes[filled], texts) for codes, texts in grid.columns])
    return grid


def _joined(parts: list[pa.DictionaryArray]) -> tuple[np.ndarray, list[str]]:
    """(codes, distinct texts) of a column that came in parts."""
    whole = pa.chunked_array(parts).unify_dictionaries()
    texts = whole.chunk(0).dictionary.to_pylist()
    return np.concatenate([chunk.indices.to_numpy(zero_copy_only=False) for chunk in whole.chunks]).astype(np.int32), texts


def _chunks(records: Iterable[tuple[int, list[str]]]) -> Iterator[list[tuple[int, list[str]]]]:
    chunk = []
    for record in records:
        chunk.append(record)
        if len(chunk) == _CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def column_letter(index: int) -> str:
    """Column name as Excel shows it: 0 is A, 26 is AA."""
    from xlsxwriter.utility import xl_col_to_name  # loaded with the first file

    name: str = xl_col_to_name(index)
    return name


def grouped_rows(codes: np.ndarray, row_numbers: np.ndarray) -> Callable[[int], np.ndarray]:
    """Row numbers by code number, found by one sort instead of a scan for each."""
    order = np.argsort(codes, kind="stable")
    ordered = codes[order]

    def rows(code: int) -> np.ndarray:
        first, last = np.searchsorted(ordered, (code, code + 1))
        return row_numbers[order[first:last]]

    return rows

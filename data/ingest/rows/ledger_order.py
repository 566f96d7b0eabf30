"""The order in which the ledgers hold their figures: rows that are brought in it need no sorting, neither there nor in what is derived."""

from __future__ import annotations

import numpy as np
import pyarrow as pa

_ORDER = ("province_code", "year", "period", "indicator_id", "unit_id")


def in_ledger_order(rows: pa.Table) -> pa.Table:
    """The rows by province, year, period, indicator and unit; equal ones as they stood, what is null first. The table itself where it is so already."""
    place = np.zeros(rows.num_rows, np.int64)
    for name in _ORDER:
        rank, ranks = _ranked(rows[name].combine_chunks())
        place = place * ranks + rank
    if (place[1:] >= place[:-1]).all():
        return rows
    order = pa.array(np.argsort(place, kind="stable"))
    return pa.table(
        {
            name: column if column.null_count == len(column) else column.take(order)
            for name, column in zip(rows.column_names, rows.columns, strict=True)
        }
    )


def _ranked(column: pa.Array) -> tuple[np.ndarray, int]:
    """(place of each row's value among the column's values, how many places there are)."""
    coded = column if pa.types.is_dictionary(column.type) else column.dictionary_encode()
    values = coded.dictionary.to_pylist()
    places = {value: place for place, value in enumerate(sorted({value for value in values if value is not None}), start=1)}
    place_of = np.array([*(places.get(value, 0) for value in values), 0], np.int64)
    return place_of[coded.indices.fill_null(len(values)).to_numpy()], len(places) + 1

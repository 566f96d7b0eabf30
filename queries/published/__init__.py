"""The published views as other programs ask for them: narrowed by choices, in a lasting order, in parts."""

from __future__ import annotations

from typing import Any

import duckdb
import pyarrow as pa

from queries.sqlfile import sql_file

_BATCH = 10_000  # rows
_PART = ("first", "most")


def choices(view: str) -> list[str]:
    """The choices that a view may be narrowed by: unit_id, year, level, period, pillar, indicator_id, or some of them."""
    return [name for name in sql_file("published", view).params if name not in _PART]


def batches(
    cursor: duckdb.DuckDBPyConnection, view: str, chosen: dict[str, Any], *, first: int = 0, most: int
) -> pa.RecordBatchReader:
    """Rows of a view with its exact types; ``chosen``: some of its ``choices``. Read it to its end before the cursor is closed."""
    params = {**dict.fromkeys(choices(view)), **chosen, "first": first, "most": most}
    return cursor.execute(sql_file("published", view).statement, params).to_arrow_reader(_BATCH)

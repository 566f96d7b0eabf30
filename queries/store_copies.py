"""A store as it is, or as it was known on a past day, copied into the memory of another connection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb

from queries.derived_marks import DEFINED_BY
from queries.engine import connect, lock_down
from queries.ledger import LOOKED_AT
from queries.schema import make_tables, make_views, make_views_of_figures
from queries.sqlfile import sql_file
from queries.statements import BATCH, tuples

_BY_PROVINCE = (
    "target",
    "result",
    "upload_scope",
    "current_claim",
    "current_figure",
    "current_count",
    "current_spread",
)  # what a copy need not hold whole


def copied(
    cursor: duckdb.DuckDBPyConnection, spill: str, provinces: Sequence[str] | None, of_figures: bool, settings: dict[str, Any]
) -> duckdb.DuckDBPyConnection:
    """A connection that holds all tables that ``cursor`` sees, without the original files; see ``Store.copy``. ``spill``: the folder where
    memory does not suffice."""
    connection = connect(":memory:", temp_directory=spill, **settings)
    try:
        make_tables(connection)
        cursor.execute("begin")
        for (table,) in tuples(cursor, "writes", "filled_tables"):
            if table != "file_piece" and not (of_figures and table in DEFINED_BY.keys() - set(LOOKED_AT)):
                _copy_table(cursor, connection, table, provinces)
        cursor.execute("rollback")
        (make_views_of_figures if of_figures else make_views)(connection)
        lock_down(connection)
        return connection
    except BaseException:
        connection.close()
        raise


def _copy_table(
    cursor: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, table: str, provinces: Sequence[str] | None
) -> None:
    """Copy a table, or of a table of figures those of some provinces, by batches, into the table of the same name elsewhere."""
    rows = cursor.table(table)
    if provinces is not None and table in _BY_PROVINCE:
        rows = rows.filter(duckdb.ColumnExpression("province_code").isin(*map(duckdb.ConstantExpression, [*provinces, ""])))
    target.register("incoming", rows.to_arrow_reader(BATCH))
    try:
        target.execute(sql_file("writes", "append").for_table(table))
    finally:
        target.unregister("incoming")

"""Running one SQL file of ``queries`` on a cursor, inside whatever transaction it is in."""

from __future__ import annotations

from typing import Any

import duckdb

from queries.rows import R, Rows
from queries.sqlfile import sql_file

BATCH = 122_880  # rows that go from one connection to another at a time: a row group; a million take twice the time and memory


def run(cursor: duckdb.DuckDBPyConnection, kind: str, name: str, /, **params: Any) -> None:
    """Run a file that makes or writes a table; ``params`` are exactly those of its header."""
    cursor.execute(sql_file(kind, name).statement, params)


def answer(cursor: duckdb.DuckDBPyConnection, kind: str, name: str, row_type: type[R] | None = None, /, **params: Any) -> Rows[R]:
    """The rows that a file answers, each a ``row_type`` where one is given."""
    result = cursor.execute(sql_file(kind, name).statement, params)
    described = result.description or ()
    columns, types, records = [column[0] for column in described], [column[1] for column in described], result.fetchall()
    return Rows(columns, records) if row_type is None else Rows.of_answer(columns, types, records, row_type)


def tuples(cursor: duckdb.DuckDBPyConnection, kind: str, name: str, /, **params: Any) -> list[tuple[Any, ...]]:
    """The rows that a file answers, as plain tuples with the database's own values: for long answers."""
    return cursor.execute(sql_file(kind, name).statement, params).fetchall()


def value(cursor: duckdb.DuckDBPyConnection, kind: str, name: str, /, **params: Any) -> Any:
    """The first value of the first row that a file answers. Raises LookupError when it answers none."""
    rows = tuples(cursor, kind, name, **params)  # all of them: an answer that is not read to its end keeps its transaction open
    if not rows:
        raise LookupError(f"queries/{kind}/{name}.sql answers no row")
    return rows[0][0]

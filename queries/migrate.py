"""Numbered migrations: what a store of an earlier layout needs beside the tables and columns that it lacks.

A file ``migrations/<number>_….sql`` holds one statement; those of one number follow one another in the order of their names. A store
keeps the number of the newest one that was applied; 1 stands for the tables as they were first given out.
"""

from __future__ import annotations

import duckdb

from queries.pieces import pieces_of
from queries.sqlfile import SqlFile, names, sql_file
from queries.statements import run


def layout() -> int:
    """The layout of this program: the number of the newest migration."""
    return max(map(number_of, names("migrations")))


def number_of(name: str) -> int:
    """The number of a migration: 2 for '0002_1_file_piece'."""
    return int(name.split("_", 1)[0])


def migrate(connection: duckdb.DuckDBPyConnection, stored: int) -> bool:
    """Apply what a store of an earlier layout lacks, inside the transaction that is open, and note it; tells whether there was anything.

    A migration finds the tables as any earlier version left them: what it needs it makes itself.
    """
    pending = [sql_file("migrations", name) for name in names("migrations") if number_of(name) > stored]
    if not pending:
        return False
    connection.create_function("pieces_of", pieces_of, ["BLOB"], "BLOB[]")
    for file in pending:
        for params in _each(connection, file):
            connection.execute(file.statement, params)
    connection.remove_function("pieces_of")
    run(connection, "writes", "next_layout", schema=layout())
    return True


def _each(connection: duckdb.DuckDBPyConnection, file: SqlFile) -> list[dict[str, object]]:
    """With what a statement is run: once, or once for each value of the column that its header names."""
    if "each" not in file.fields:
        return [{}]
    table, column = file.fields["each"].split(".")
    return [{column: value} for (value,) in connection.table(table).select(column).distinct().order(column).fetchall()]

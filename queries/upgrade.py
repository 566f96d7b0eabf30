"""A store of an earlier version: which one it is, and how it is brought up to date, kept as it was beside it."""

from __future__ import annotations

from collections.abc import Callable

import duckdb

from queries import store_files
from queries.duckdb_errors import shortage
from queries.engine import StoreError
from queries.migrate import layout
from queries.schema import bring_up_to_date
from queries.statements import tuples


def layout_of(connection: duckdb.DuckDBPyConnection, path: str) -> int:
    """The number of the newest migration that was applied. Raises StoreError: 'damaged' where there is none, 'newer'."""
    try:
        [(_, stored)] = tuples(connection, "writes", "current_version")
    except (duckdb.Error, ValueError) as error:
        raise StoreError("damaged", path, str(error)) from error
    if stored > layout():
        raise StoreError("newer", path, f"{stored} instead of {layout()}")
    return int(stored)


def upgrade(
    connection: duckdb.DuckDBPyConnection, path: str, stored_layout: int, read_only: bool, report: Callable[[float], None]
) -> None:
    """Keep the store as it is beside it, then bring it up to date. Raises StoreError; then the store is as it was."""
    if read_only:
        raise StoreError("read_only_old", path)
    try:
        connection.execute("checkpoint")
        store_files.keep_before_upgrade(path)
        bring_up_to_date(connection, stored_layout, report)
        connection.execute("checkpoint")
    except OSError as error:
        raise StoreError("disk", path, str(error)) from error
    except ValueError as error:
        raise StoreError("not_upgraded", path, str(error)) from error
    except duckdb.Error as error:
        raise StoreError(shortage(error) or "not_upgraded", path, str(error)) from error

"""The store: one DuckDB file, one connection for the process, one cursor for each call.

Every write goes through ``Store.write``: begin, increase ``data_version``, write, run the checks, commit.
"""

from __future__ import annotations

import contextlib
import hashlib
import secrets
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, overload

import duckdb
import pyarrow as pa

from queries import clock
from queries.duckdb_errors import shortage, why_not_opened
from queries.ledger import catalogue_touched, derive, every_slice
from queries.rows import Rows
from queries.sqlfile import SqlFile, names, sql_file, views_in_order
from queries.statements import answer, run, tuples, value

if TYPE_CHECKING:
    import pandas as pd

SCHEMA_VERSION = 1
VIEWS = views_in_order()
PUBLISHED = [name for name in VIEWS if "published" in sql_file("views", name).fields]
_ATTEMPTS = 5
_BY_PROVINCE = ("target", "result", "upload_scope", "current_claim", "current_figure")  # what a copy need not hold whole
_MEMORY = "1GB"  # what DuckDB may take before it goes on beside the store's file: a large import must not starve the machine
_T = TypeVar("_T")
_U = TypeVar("_U")
_R = TypeVar("_R")


class StoreError(Exception):
    """The store cannot be used. ``reason`` is 'missing', 'locked', 'damaged', 'other_version', 'unsupported', or 'disk' and 'memory'
    where a write found no room (then nothing was written)."""

    def __init__(self, reason: str, path: str, detail: str = "") -> None:
        super().__init__(f"{reason}: {path} {detail}".strip())
        self.reason, self.path, self.detail = reason, path, detail


class CheckFailed(Exception):
    """A change would leave rows that must not exist. ``rows`` holds them, ``check`` is the file's name."""

    def __init__(self, check: str, rows: pd.DataFrame) -> None:
        super().__init__(f"{check}: {len(rows)} rows\n{rows.head(5).to_string(index=False)}")
        self.check, self.rows = check, rows


class Store:
    """An open store. Share one between threads: each call takes a cursor of its own."""

    def __init__(self, path: str, connection: duckdb.DuckDBPyConnection) -> None:
        self.path = path
        self._connection = connection
        self._writing = threading.Lock()
        self._version: int = value(connection, "writes", "current_version")

    @classmethod
    def create(cls, path: str | Path = ":memory:") -> Store:
        """Make an empty store with all tables and views. Raises StoreError when the file is there or locked."""
        path = str(path)
        if path != ":memory:" and Path(path).exists():
            raise StoreError("damaged", path, "already there")
        connection = _connect(path)
        _make_tables(connection)
        _make_views(connection)
        run(connection, "writes", "first_version", schema=SCHEMA_VERSION, now=clock.utc_now())
        _lock_down(connection)
        return cls(path, connection)

    @classmethod
    def open(cls, path: str | Path) -> Store:
        """Open an existing store. Raises StoreError (missing, locked, damaged, other_version)."""
        path = str(path)
        if not Path(path).exists():
            raise StoreError("missing", path)
        connection = _connect(path)
        try:
            versions = [schema_version for _, schema_version in tuples(connection, "writes", "current_version")]
        except duckdb.Error as error:
            connection.close()
            raise StoreError("damaged", path, str(error)) from error
        if versions != [SCHEMA_VERSION]:
            connection.close()
            raise StoreError("other_version", path, f"{versions} instead of {SCHEMA_VERSION}")
        try:
            _bring_up_to_date(connection)
        except ValueError as error:
            connection.close()
            raise StoreError("other_version", path, str(error)) from error
        except BaseException:
            connection.close()
            raise
        _lock_down(connection)
        return cls(path, connection)

    def close(self) -> None:
        """Close the connection and with it the lock on the file."""
        self._connection.close()

    def select(self, statement: str, params: dict[str, Any] | None = None) -> pd.DataFrame:
        """Rows of one statement with bound parameters, decimals as Python floats."""
        with self._cursor() as cursor:
            return cursor.execute(statement, params or {}).df()

    def read(self, name: str, row_type: type[_R], /, **params: Any) -> Rows[_R]:
        """Rows of ``queries/reads/<name>.sql``, each a ``row_type``; ``params`` are exactly those of its header."""
        with self._cursor() as cursor:
            return answer(cursor, "reads", name, row_type, **params)

    def signal(self, name: str, row_type: type[_R], /, **params: Any) -> Rows[_R]:
        """Rows of ``queries/signals/<name>.sql``, each a ``row_type``; ``params`` are exactly those of its header."""
        with self._cursor() as cursor:
            return answer(cursor, "signals", name, row_type, **params)

    def inside(self, question: Callable[[duckdb.DuckDBPyConnection], _T]) -> _T:
        """What ``question`` answers when it is given a cursor of its own; for reading."""
        with self._cursor() as cursor:
            return question(cursor)

    def arrow(self, view: str) -> pa.Table:
        """All rows of a published view with its exact types, ordered by its columns. Raises ValueError otherwise."""
        if view not in PUBLISHED:
            raise ValueError(f"{view} is not published")
        with self._cursor() as cursor:
            return cursor.view(view).order("all").to_arrow_table()

    def data_version(self) -> int:
        """Number of committed writes; a cached answer belongs to one of them. Only this object writes to its file."""
        return self._version

    @overload
    def write(self, change: Callable[[duckdb.DuckDBPyConnection], _T]) -> _T: ...
    @overload
    def write(
        self, change: Callable[[duckdb.DuckDBPyConnection], _T], then: Callable[[duckdb.DuckDBPyConnection, _T], _U]
    ) -> _U: ...
    def write(
        self,
        change: Callable[[duckdb.DuckDBPyConnection], Any],
        then: Callable[[duckdb.DuckDBPyConnection, Any], Any] = lambda _, outcome: outcome,
    ) -> Any:
        """Run ``change`` with a cursor inside one transaction; all of it is committed, or nothing.

        ``then`` looks at the store once the figures are derived anew, before the checks, and may turn the outcome into
        another. Raises CheckFailed when a check finds rows, StoreError ('disk', 'memory') when there is no room, and whatever the two
        raise; then nothing is written.
        """
        return self._transact(change, then)

    def copy(self, provinces: Sequence[str] | None = None) -> Store:
        """The store as it is at this moment, in memory, without the original files; with ``provinces`` only the figures of those.

        To try a change with the very code that writes it, while nobody waits. Close it: it holds memory until then, and where
        that does not suffice a folder beside the store.
        """
        connection = _connect(":memory:", temp_directory=f"{self.path}.copy-{secrets.token_hex(6)}.tmp")
        try:
            _make_tables(connection)
            with self._cursor() as cursor:
                cursor.execute("begin")
                for table in names("tables"):
                    if table != "upload_file":
                        _copy_table(cursor, connection, table, provinces)
                cursor.execute("rollback")
            _make_views(connection)
            _lock_down(connection)
            return Store(":memory:", connection)
        except BaseException:
            connection.close()
            raise

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor for one call; on a day that a test has set, SQL follows it too."""
        cursor = self._connection.cursor()
        if (day := clock.set_day()) is not None:
            cursor.execute("set variable today_in_vietnam = $day::date", {"day": day})
        return cursor

    def _transact(
        self,
        change: Callable[[duckdb.DuckDBPyConnection], _T],
        then: Callable[[duckdb.DuckDBPyConnection, _T], _U],
    ) -> _U:
        for attempt in range(1, _ATTEMPTS + 1):
            with self._writing, self._cursor() as cursor:
                cursor.execute("begin")
                try:
                    first_new_upload: int = value(cursor, "writes", "next_upload_id")
                    undone_before = _undone(cursor)
                    run(cursor, "writes", "next_version", now=clock.utc_now())
                    changed = change(cursor)
                    undone = sorted(_undone(cursor) - undone_before)
                    derive(cursor, since_upload=first_new_upload, undone=undone)
                    outcome = then(cursor, changed)
                    # an undo or a new catalogue may take the ground from under older rows: then everything is looked at
                    everything = bool(undone) or catalogue_touched(cursor, first_new_upload, undone)
                    for check, rows in failing(cursor, 0 if everything else first_new_upload, writing=True):
                        raise CheckFailed(check, rows)
                    version: int = value(cursor, "writes", "current_version")
                    cursor.execute("commit")
                    self._version = version
                    return outcome
                except duckdb.Error as error:
                    _take_back(cursor)
                    if reason := shortage(error):
                        raise StoreError(reason, self.path, str(error)) from error
                    if attempt == _ATTEMPTS or not isinstance(error, duckdb.TransactionException):
                        raise
                except BaseException:
                    _take_back(cursor)
                    raise
            time.sleep(0.05 * attempt)
        raise AssertionError("unreachable")

    def check(self, since_upload: int = 0) -> list[tuple[str, pd.DataFrame]]:
        """Every check that finds rows, with the rows, for uploads from ``since_upload`` on."""
        with self._cursor() as cursor:
            return list(failing(cursor, since_upload))


def _copy_table(
    cursor: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, table: str, provinces: Sequence[str] | None
) -> None:
    """Copy a table, or of a table of figures those of some provinces, by batches, into the table of the same name elsewhere."""
    rows = cursor.table(table)
    if provinces is not None and table in _BY_PROVINCE:
        rows = rows.filter(duckdb.ColumnExpression("province_code").isin(*map(duckdb.ConstantExpression, [*provinces, ""])))
    target.register("incoming", rows.to_arrow_reader())
    try:
        target.execute(sql_file("writes", "append").for_table(table))
    finally:
        target.unregister("incoming")


def _take_back(cursor: duckdb.DuckDBPyConnection) -> None:
    """Roll back, unless the failure has done so already."""
    with contextlib.suppress(duckdb.Error):
        cursor.execute("rollback")


def failing(cursor: duckdb.DuckDBPyConnection, since_upload: int, writing: bool = False) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield (check, rows) for each file of ``queries/checks`` that returns rows, for uploads from ``since_upload`` on.

    A check of the stage 'whole store' looks at a province and a span of years, one after the other, and not while ``writing``.
    """
    for name in names("checks"):
        file = sql_file("checks", name)
        each = [{"since_upload": since_upload}]
        if file.fields.get("stage") == "whole store":
            each = [] if writing else [dict(zip(file.params, slice_of, strict=True)) for slice_of in every_slice(cursor)]
        broken = [params for params in each if cursor.execute(file.statement, params).fetchone()]
        if broken:
            yield name, _together(cursor, file, broken)


def _together(cursor: duckdb.DuckDBPyConnection, file: SqlFile, each: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """What a check finds for each of several parameters, one below the other."""
    import pandas as pd  # only once something is wrong

    return pd.concat([cursor.execute(file.statement, params).df() for params in each], ignore_index=True)


def _make_tables(connection: duckdb.DuckDBPyConnection) -> bool:
    """Make the tables and columns that a store of an earlier version lacks, and tell whether a derived table was made anew.

    What is there stays as it is, except that a column which must have a value never stays open: rows from before it get the
    default of the table's header. Raises ValueError where a row is without a value and there is no default.
    """
    stored: dict[str, dict[str, bool]] = {}
    for table, column, nullable in tuples(connection, "writes", "stored_columns"):
        stored.setdefault(table, {})[column] = nullable
    files = [sql_file("tables", name) for name in names("tables")]
    anew = [file for file in files if "derived" in file.fields and file.name in stored and _differs(file, stored[file.name])]
    for file in anew:
        connection.execute(f"drop table {file.name}")
    for file in files:
        if file in anew or file.name not in stored:
            connection.execute(file.statement)
        else:
            _complete(connection, file, stored[file.name])
    return bool(anew)


def _differs(file: SqlFile, stored: dict[str, bool]) -> bool:
    return stored != {column: not file.needed(column) for column in file.columns}


def _complete(connection: duckdb.DuckDBPyConnection, file: SqlFile, stored: dict[str, bool]) -> None:
    """Give a stored table the columns of its file; one that must have a value is closed later, by ``_close_columns``."""
    for column in file.columns:
        if column not in stored:
            default = f" default {file.defaults[column]}" if column in file.defaults else ""
            if file.needed(column) and not default and connection.table(file.name).limit(1).fetchone():
                raise StoreError(
                    "other_version", file.name, f"rows without {file.name}.{column}, and its header names no default"
                )
            connection.execute(f"alter table {file.name} add column {column} {file.data_type(column)}{default}")


def _close_columns(connection: duckdb.DuckDBPyConnection) -> None:
    """Close the stored columns that must have a value and came in open; DuckDB does it only after the commit that filled them."""
    stored = {(table, column) for table, column, nullable in tuples(connection, "writes", "stored_columns") if nullable}
    for file in [sql_file("tables", name) for name in names("tables")]:
        for column in [column for column in file.columns if file.needed(column) and (file.name, column) in stored]:
            _close(connection, file.name, column)


def _close(connection: duckdb.DuckDBPyConnection, table: str, column: str) -> None:
    try:
        connection.execute(f"alter table {table} alter column {column} drop default")
        connection.execute(f"alter table {table} alter column {column} set not null")
    except duckdb.ConstraintException as error:
        raise ValueError(f"rows without {table}.{column}") from error


def _bring_up_to_date(connection: duckdb.DuckDBPyConnection) -> None:
    """Give a store of an earlier version the tables, columns and views of this one, and derive its figures by the new views.

    All or nothing: a store that was not brought up to date whole is brought up to date again at the next opening.
    """
    connection.execute("begin")
    try:
        tables, views = _make_tables(connection), _make_views(connection)
        if tables or views:
            derive(connection, since_upload=1, undone=[])
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise
    _close_columns(connection)


def _make_views(connection: duckdb.DuckDBPyConnection) -> bool:
    """Make the views anew when they are not those of this program, and tell whether; views hold no data.

    Their fingerprint is kept as a comment on the last one, so that opening an up-to-date store writes nothing.
    """
    macros = [sql_file("macros", name).statement for name in names("macros")]
    statements = [*macros, *(sql_file("views", name).statement for name in VIEWS)]
    fingerprint = hashlib.sha256("\n".join(statements).encode()).hexdigest()
    if tuples(connection, "writes", "stored_fingerprint", view=VIEWS[-1]) == [(fingerprint,)]:
        return False
    for statement in statements:
        connection.execute(statement.replace("create view", "create or replace view", 1))
    connection.execute(f"comment on view {VIEWS[-1]} is '{fingerprint}'")
    return True


def _undone(cursor: duckdb.DuckDBPyConnection) -> set[int]:
    return {row[0] for row in tuples(cursor, "writes", "undone_uploads")}


def _connect(path: str, **settings: str) -> duckdb.DuckDBPyConnection:
    if "://" in path or path.startswith(("ducklake:", "postgres:", "md:")):
        raise StoreError("unsupported", path)
    try:
        return duckdb.connect(
            path,
            config={
                "memory_limit": _MEMORY,
                "autoinstall_known_extensions": False,
                "autoload_known_extensions": False,
                "allow_community_extensions": False,
                **settings,
            },
        )
    except duckdb.Error as error:
        raise StoreError(why_not_opened(error), path, str(error)) from error


def _lock_down(connection: duckdb.DuckDBPyConnection) -> None:
    for setting in ("enable_external_access = false", "python_enable_replacements = false", "lock_configuration = true"):
        connection.execute(f"set {setting}")

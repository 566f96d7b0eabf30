"""A store's file on this machine that follows the lake, and the lake that is filled from a file: the same rows, table by table."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from queries.derived_marks import of_this_program, set_mark
from queries.engine import Lake, connect
from queries.schema import PUBLISHED, make_tables, make_views
from queries.sqlfile import SqlFile, names, sql_file
from queries.statements import BATCH, tuples, value
from queries.store import Store

_FEW = 2_000_000  # figures of a store whose published views are compared as well when it is moved


class Followed(NamedTuple):
    """What a file holds of the lake: the life of the lake's store, and its newest commit."""

    life: str
    snapshot: int


def bring_up(here: duckdb.DuckDBPyConnection, lake: duckdb.DuckDBPyConnection, known: Followed | None) -> Followed:
    """Bring the tables ``here`` to what the lake holds; both are inside a transaction. What changed since ``known`` is copied, or, where
    that is too long ago, or of another life, or later than anything there (its catalogue was put back), or nothing, all of it."""
    now = Followed(value(lake, "lake", "life") or "", value(lake, "lake", "snapshot"))
    if known is None or known.life != now.life or not value(lake, "lake", "kept_snapshots") <= known.snapshot <= now.snapshot:
        for table in names("tables"):
            _all(here, lake, sql_file("tables", table))
    elif known.snapshot < now.snapshot:
        for (table,) in tuples(lake, "lake", "touched_tables", after=known.snapshot):
            _touched(here, lake, sql_file("tables", table), {"after": known.snapshot, "upto": now.snapshot})
    return now


def publish(source: duckdb.DuckDBPyConnection, lake: duckdb.DuckDBPyConnection, life: str) -> None:
    """Put the tables of a store in the place of what the lake holds, its views with them, inside the transaction that is open.

    ``life``: another one than the lake has, so that every machine copies all of it.
    """
    for kind, name in tuples(lake, "lake", "present"):
        lake.execute(sql_file("lake", f"drop_{kind}").statement.replace("any_name", name))
    make_tables(lake)
    for table in names("tables"):
        _copy(source, lake, sql_file("tables", table), "every_row")
    make_views(lake)
    lake.execute(sql_file("lake", "name_life").statement.replace("any_life", life))


def take_out(lake: Lake, path: Path) -> None:
    """Copy the tables of the lake, whatever version wrote them, to a new file, for ``Store.open`` to bring up to date. Raises StoreError."""
    connection = connect(str(path))
    try:
        with lake.cursor() as there:
            there.execute("begin")
            as_filled = of_this_program(there)
            for kind, name in tuples(there, "lake", "present"):
                if kind == "table":
                    _take(there, connection, name, name in as_filled)
            there.execute("rollback")
    finally:
        connection.close()


def _take(there: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, table: str, as_filled: bool) -> None:
    """Copy a table as it is; a derived one that this program would fill alike becomes one that it needs not fill anew."""
    target.register("incoming", there.table(table).to_arrow_reader(BATCH))
    if as_filled:
        target.execute(sql_file("tables", table).statement)
        set_mark(target, table)
        target.execute(sql_file("writes", "append").for_table(table))
    else:
        target.execute(sql_file("lake", "keep_table").statement.replace("any_name", table))
    target.unregister("incoming")


def differences(store: Store, lake: Lake) -> list[str]:
    """The tables whose rows in the lake are not those of the store, and the published views as the lake answers them; of a large store the
    tables alone, which all views are made of: its views do not fit into the memory of one process. Raises StoreError."""
    large = store.inside(lambda here: value(here, "lake", "figures")) > _FEW
    with lake.cursor() as there:
        compared = [*names("tables"), *(() if large else PUBLISHED)]
        return [name for name in compared if _sums(there, name) != store.inside(partial(_sums, name=name))]


def _sums(cursor: duckdb.DuckDBPyConnection, name: str) -> list[tuple[Any, ...]]:
    return cursor.execute(sql_file("lake", "checksum").statement.replace("any_name", name)).fetchall()


def carry(before: duckdb.DuckDBPyConnection, here: duckdb.DuckDBPyConnection, lake: duckdb.DuckDBPyConnection) -> None:
    """Bring into the lake what the transaction of ``here`` has changed; ``before`` sees the same file as it was when that began.

    Tables only grow: a row that was added stands behind those that were there, and one that is gone is missed in the count of its upload,
    or of its province and year. The row of ``data_version`` alone is changed in its place; raising it here as well keeps two writers apart.
    """
    for table in map(partial(sql_file, "tables"), names("tables")):
        [(last, rows)] = before.execute(sql_file("lake", "last_row").for_table(table.name)).fetchall()
        [(_, rows_now)] = here.execute(sql_file("lake", "last_row").for_table(table.name)).fetchall()
        [(added,)] = here.execute(sql_file("lake", "added_count").for_table(table.name), {"after": last}).fetchall()
        by = _key_of(table)
        if table.name == "data_version" or (rows + added != rows_now and by is None):
            _all(lake, here, table)
        elif rows + added != rows_now and by is not None:
            _again(lake, here, table, by, _changed(before, here, table, by, last))
        elif added:
            _copy(here, lake, table, "added_rows", after=last)


def _changed(before: duckdb.DuckDBPyConnection, here: duckdb.DuckDBPyConnection, table: SqlFile, by: str, last: int) -> list[Any]:
    """The uploads, or provinces and years, of which a table had rows added or taken away."""
    statement = sql_file("lake", f"{by}_and_rows").for_table(table.name)
    were, are = (_counted(cursor, statement, last) for cursor in (before, here))
    return [key for key in sorted({*were, *are}) if were.get(key, (0, 0)) != are.get(key, (0, 0))]


def _counted(cursor: duckdb.DuckDBPyConnection, statement: str, last: int) -> dict[tuple[Any, ...], tuple[int, int]]:
    """(rows, rows added) by key."""
    return {row[:-2]: row[-2:] for row in cursor.execute(statement, {"after": last}).fetchall()}


def _key_of(table: SqlFile) -> str | None:
    """By what rows of a table are copied again: 'uploads', 'slices' (provinces and years), None = all together."""
    if "upload_id" in table.columns and "derived" not in table.fields:
        return "uploads"
    return "slices" if {"province_code", "year"} <= set(table.columns) else None


def _touched(here: duckdb.DuckDBPyConnection, lake: duckdb.DuckDBPyConnection, table: SqlFile, span: dict[str, int]) -> None:
    """Copy again the uploads, or of a derived table the provinces and years, that changed; a table that knows neither is copied whole."""
    by = _key_of(table)
    if by is None:
        _all(here, lake, table)
    else:
        _again(here, lake, table, by, lake.execute(sql_file("lake", f"touched_{by}").for_table(table.name), span).fetchall())


def _again(
    target: duckdb.DuckDBPyConnection, source: duckdb.DuckDBPyConnection, table: SqlFile, by: str, keys: list[Any]
) -> None:
    """Copy the rows of some uploads, or provinces and years, in the place of those that stand there."""
    if keys:
        params = {by: [key[0] if by == "uploads" else {"province_code": key[0], "year": key[1]} for key in keys]}
        target.execute(sql_file("lake", f"forget_{by}").for_table(table.name), params)
        _copy(source, target, table, f"rows_of_{by}", **params)


def _all(target: duckdb.DuckDBPyConnection, source: duckdb.DuckDBPyConnection, table: SqlFile) -> None:
    target.execute(sql_file("lake", "forget_all").for_table(table.name))
    _copy(source, target, table, "every_row")


def _copy(source: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, table: SqlFile, rows: str, **params: Any) -> None:
    """Append rows of a table to the table of the same name elsewhere, by batches."""
    reader = source.execute(sql_file("lake", rows).for_table(table.name), params).to_arrow_reader(BATCH)
    target.register("incoming", reader)
    try:
        target.execute(sql_file("writes", "append").for_table(table.name))
    finally:
        target.unregister("incoming")

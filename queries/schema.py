"""Tables and views of a store: made for a new one, brought up to date in one of an earlier version."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import cache

import duckdb

from queries.derived_catalogues import catalogues, made_of
from queries.derived_marks import DEFINED_BY, of_this_program, set_mark
from queries.ledger import MADE_ANEW, derive
from queries.migrate import layout, migrate
from queries.sqlfile import SqlFile, names, sql_file, views_in_order
from queries.statements import tuples

VIEWS = views_in_order()
PUBLISHED = [name for name in VIEWS if "published" in sql_file("views", name).fields]
_OF_CATALOGUES = ("known_findings",)  # steps of an import that a sheet of figures does not take


def outdated(connection: duckdb.DuckDBPyConnection, stored_layout: int) -> bool:
    """Whether a store lacks a migration, or its tables or views are not those of this program."""
    if stored_layout < layout():
        return True
    stored = _stored_columns(connection)
    return not has_columns({name: set(columns) for name, columns in stored.items()}) or not has_views(connection)


def has_columns(stored: dict[str, set[str]]) -> bool:
    """Whether every table of this program is stored with exactly its columns."""
    return all(stored.get(name) == set(sql_file("tables", name).columns) for name in names("tables"))


def make_tables(connection: duckdb.DuckDBPyConnection, *, all_anew: bool = False) -> set[str]:
    """Make the tables and columns that a store of an earlier version lacks, and tell which derived tables are new, and empty: those that
    have other columns or are defined otherwise; ``all_anew``: those of figures in any case.

    What is there stays as it is, except that a column which must have a value never stays open: rows from before it get the
    default of the table's header. Raises ValueError where a row is without a value and there is no default.
    """
    stored = _stored_columns(connection)
    files = [sql_file("tables", name) for name in names("tables")]
    as_filled = set() if all_anew else of_this_program(connection)
    derived = [file for file in files if "derived" in file.fields]
    anew = {
        file.name for file in derived if _differs(file, stored.get(file.name, {})) or file.name in DEFINED_BY.keys() - as_filled
    }
    for table in anew & stored.keys():
        connection.execute(f"drop table {table}")
    for file in files:
        if file.name in anew or file.name not in stored:
            connection.execute(file.statement)
        else:
            _complete(connection, file, stored[file.name])
    for table in anew & DEFINED_BY.keys():
        set_mark(connection, table)
    return anew


def _stored_columns(connection: duckdb.DuckDBPyConnection) -> dict[str, dict[str, bool]]:
    """Columns of the stored tables by table, each with whether it may be null."""
    stored: dict[str, dict[str, bool]] = {}
    for table, column, nullable in tuples(connection, "writes", "stored_columns"):
        stored.setdefault(table, {})[column] = nullable
    return stored


def _differs(file: SqlFile, stored: dict[str, bool]) -> bool:
    return stored != {column: not file.needed(column) for column in file.columns}


def _complete(connection: duckdb.DuckDBPyConnection, file: SqlFile, stored: dict[str, bool]) -> None:
    """Give a stored table the columns of its file; one that must have a value is closed later, by ``_close_columns``.

    Raises ValueError where a row would be without a value.
    """
    for column in file.columns:
        if column not in stored:
            default = f" default {file.defaults[column]}" if column in file.defaults else ""
            if file.needed(column) and not default and connection.table(file.name).limit(1).fetchone():
                raise ValueError(f"rows without {file.name}.{column}, and its header names no default")
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


def bring_up_to_date(
    connection: duckdb.DuckDBPyConnection, stored_layout: int, report: Callable[[float], None] = lambda share: None
) -> None:
    """Give a store of an earlier version the layout of this one: the migrations that it lacks, then the tables and columns that are
    merely missing, then the views; and derive anew what this version defines otherwise. ``report`` is told the share that is done.

    All or nothing: a store that was not brought up to date whole is brought up to date again at the next opening. Raises
    ValueError where its rows do not fit this version.
    """
    connection.execute("begin")
    try:
        migrated = migrate(connection, stored_layout)
        anew = make_tables(connection, all_anew=migrated)
        if make_views(connection) or anew:
            derive(connection, since_upload=1, undone=[], report=report, only=anew)
        connection.execute("commit")
    except BaseException:
        connection.execute("rollback")
        raise
    _close_columns(connection)


def make_views(connection: duckdb.DuckDBPyConnection) -> bool:
    """Make the views anew when they are not those of this program, and tell whether; views hold no data.

    Their fingerprint is kept as a comment on the last one, so that opening an up-to-date store writes nothing.
    """
    if has_views(connection):
        return False
    for statement in _statements():
        connection.execute(statement.replace("create view", "create or replace view", 1))
    connection.execute(f"comment on view {VIEWS[-1]} is '{_fingerprint()}'")
    return True


def make_views_of_figures(connection: duckdb.DuckDBPyConnection) -> None:
    """Make the views that bringing a sheet of figures in asks, in a store without views; nearly half of what it takes to make all of them."""
    for statement in [*_macros(), *(sql_file("views", name).statement for name in VIEWS if name in _views_of_figures())]:
        connection.execute(statement)


@cache
def _views_of_figures() -> frozenset[str]:
    """Names of the views that the steps, rules and checks of such a write name, and of those that these are made of."""
    asked = [sql_file(kind, name) for kind in ("imports", "rules", "writes", "checks") for name in names(kind)]
    texts = [file.statement for file in asked if file.name not in _OF_CATALOGUES and file.fields.get("stage") != "whole store"]
    of_uploads = [name for name in catalogues() if made_of(name) <= {"upload", "upload_undo"}]
    filled = [sql_file("tables", name).fields["derived"] for name in of_uploads]
    needed: set[str] = set()
    waiting = {*filled, *_named("\n".join(texts)), *(view for name in MADE_ANEW for view in sql_file("views", name).reads_from)}
    while waiting := (waiting & set(VIEWS)) - needed:
        needed |= waiting
        waiting = {below for name in waiting for below in sql_file("views", name).reads_from}
    return frozenset(needed)


def _named(text: str) -> set[str]:
    """The words of SQL that may name a view."""
    return set(re.findall(r"\w+", re.sub(r"--.*", "", text)))


def has_views(connection: duckdb.DuckDBPyConnection) -> bool:
    """Whether the views are those of this program."""
    return tuples(connection, "writes", "stored_fingerprint", view=VIEWS[-1]) == [(_fingerprint(),)]


def _statements() -> list[str]:
    """What makes the macros and views, in the order of building."""
    return [*_macros(), *(sql_file("views", name).statement for name in VIEWS)]


def _macros() -> list[str]:
    return [sql_file("macros", name).statement for name in names("macros")]


def _fingerprint() -> str:
    return hashlib.sha256("\n".join(_statements()).encode()).hexdigest()

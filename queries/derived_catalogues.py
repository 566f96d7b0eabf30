"""The derived catalogues: tables kept equal to a view, because nearly every question reads them and planning that view is what takes the time.

A table file says ``derived: <view>``; the table is renewed whole, in the transaction that changes what the view is made of.
"""

from __future__ import annotations

import graphlib
from functools import cache

import duckdb

from queries.sqlfile import names, sql_file
from queries.statements import tuples


@cache
def catalogues() -> tuple[str, ...]:
    """Names of the derived catalogues, each behind those that it is made of."""
    derived = [name for name in names("tables") if sql_file("tables", name).fields.get("derived")]
    graph = {name: sorted(_below(name) & set(derived)) for name in derived}
    return tuple(graphlib.TopologicalSorter(graph).static_order())


@cache
def made_of(catalogue: str) -> frozenset[str]:
    """The tables that a catalogue is made of, in the end."""
    return frozenset(table for table in _below(catalogue) if table not in catalogues() and table in names("tables"))


def renew(cursor: duckdb.DuckDBPyConnection, since_upload: int, undone: list[int]) -> None:
    """Renew the catalogues that uploads from a number on, or uploads taken back, may have changed; the list of uploads always."""
    touched = {table for (table,) in tuples(cursor, "writes", "touched_tables", since_upload=since_upload, undone=undone)}
    for catalogue in catalogues():
        if catalogue == "live_upload" or made_of(catalogue) & touched:
            _fill(cursor, catalogue)


def renew_uploads(cursor: duckdb.DuckDBPyConnection) -> None:
    """Renew the list of uploads that count: a new one, that brought no row yet, changes no other catalogue."""
    _fill(cursor, "live_upload")


def _fill(cursor: duckdb.DuckDBPyConnection, catalogue: str) -> None:
    view = sql_file("tables", catalogue).fields["derived"]
    cursor.execute(sql_file("writes", "clear_catalogue").for_table(catalogue))
    cursor.execute(sql_file("writes", "fill_catalogue").for_table(catalogue, view))


@cache
def _below(name: str) -> frozenset[str]:
    """All tables and views that a catalogue or a view rests on."""
    derived = sql_file("tables", name).fields.get("derived", "") if name in names("tables") else ""
    read = [derived] if derived else sql_file("views", name).reads_from if name in names("views") else []
    return frozenset(read).union(*(_below(other) for other in read))

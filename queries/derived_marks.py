"""By which definition a derived table was filled: kept as the table's comment, so that a later program fills anew only what it defines otherwise.

A table's rows are those of a view (the check ``derived_differs_from_view`` holds them to it); by what steps they are made does not matter.
"""

from __future__ import annotations

import hashlib
import re
from functools import cache

import duckdb

from queries.sqlfile import SqlFile, names, sql_file
from queries.statements import tuples

DEFINED_BY = {  # by its view, in the order in which they are derived
    "current_claim": "claim",
    "current_figure": "figure_facts",
    "current_count": "report_count",
    "current_spread": "unit_spread",
}


@cache
def mark(table: str) -> str:
    """The hash of every statement that the rows of a derived table follow from: its view's, and of all views, macros and derived tables below."""
    found: set[str] = set()
    waiting = [table]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _rests_on(name)
    return hashlib.sha256("\n".join(_file(name).statement for name in sorted(found)).encode()).hexdigest()


def set_mark(connection: duckdb.DuckDBPyConnection, table: str) -> None:
    """Note that a table is filled by the definition of this program."""
    connection.execute(f"comment on table {table} is '{mark(table)}'")


def of_this_program(connection: duckdb.DuckDBPyConnection) -> set[str]:
    """The derived tables of figures that are stored as this program would fill them."""
    stored = dict(tuples(connection, "writes", "stored_marks"))
    return {table for table in DEFINED_BY if stored.get(table) == mark(table)}


def _rests_on(name: str) -> list[str]:
    """The views, macros and derived tables that a view, a macro or a derived table is made of."""
    file = _file(name)
    if file.kind == "tables":
        return [DEFINED_BY.get(name) or file.fields["derived"]]
    macros = [macro for macro in names("macros") if macro != name and re.search(rf"\b{macro}\(", file.statement)]
    return [*macros, *(table for table in file.reads_from if table in names("views") or "derived" in _file(table).fields)]


@cache
def _file(name: str) -> SqlFile:
    return sql_file(next(kind for kind in ("tables", "views", "macros") if name in names(kind)), name)

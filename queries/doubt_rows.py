"""Doubts about figures and their answers: appending to the two tables. Both only grow."""

from __future__ import annotations

from typing import Any

import duckdb

from queries import clock
from queries.ledger import append
from queries.statements import tuples, value


def is_stated(cursor: duckdb.DuckDBPyConnection, figure: dict[str, Any]) -> bool:
    """Whether some document states the figure (province_code, unit_id, indicator_id, level, year, period, kind, subject)."""
    return bool(value(cursor, "writes", "doubted_figure", **figure))


def write_doubt(cursor: duckdb.DuckDBPyConnection, row: dict[str, Any]) -> int:
    """Append a doubt; number and time are given here. Returns its number."""
    number: int = value(cursor, "writes", "next_doubt")
    append(cursor, "doubt", [{**row, "doubt_id": number, "asked_at": clock.utc_now()}])
    return number


def units_of(cursor: duckdb.DuckDBPyConnection, doubt_id: int) -> list[tuple[Any, ...]]:
    """(code, parent's code, province's code) of each state of the unit that a doubt is about; none for an unknown doubt."""
    return tuples(cursor, "writes", "doubted_units", doubt_id=doubt_id)


def accounts_of(cursor: duckdb.DuckDBPyConnection, doubt_id: int) -> list[str]:
    """The accounts that answer for the office in charge of a doubted figure; none where the contacts name none."""
    return [name for (name,) in tuples(cursor, "writes", "doubt_accounts", doubt_id=doubt_id)]


def write_answer(cursor: duckdb.DuckDBPyConnection, row: dict[str, Any]) -> None:
    """Append an answer; number and time are given here."""
    number: int = value(cursor, "writes", "next_doubt_answer")
    append(cursor, "doubt_answer", [{**row, "answer_id": number, "answered_at": clock.utc_now()}])

"""The table of access tokens: what is in force now, and appending to it. The only place that reads their hashes."""

from __future__ import annotations

from typing import Any

import duckdb

from queries import clock
from queries.ledger import append
from queries.statements import answer, tuples, value


def token_of_hash(cursor: duckdb.DuckDBPyConnection, sha256: str) -> Any | None:
    """The row of ``access_token_now`` with that hash; None when there is none."""
    return next(iter(answer(cursor, "writes", "access_token_by_hash", sha256=sha256)), None)


def token_of_id(cursor: duckdb.DuckDBPyConnection, token_id: str) -> Any | None:
    """The row of ``access_token_now`` that people call so; None when there is none."""
    return next(iter(answer(cursor, "writes", "access_token_by_id", name=token_id)), None)


def units_above(cursor: duckdb.DuckDBPyConnection, codes: str) -> list[tuple[str, str | None, str]]:
    """(code, code above, province) of units by their codes, joined by commas; one row a state."""
    return tuples(cursor, "writes", "units_above", units=codes)


def write_token(cursor: duckdb.DuckDBPyConnection, row: dict[str, Any], *, changed_by: str) -> None:
    """Append the newest row of a token; number and time are given here."""
    number: int = value(cursor, "writes", "next_token_change")
    append(cursor, "access_token", [{**row, "change_number": number, "changed_at": clock.utc_now(), "changed_by": changed_by}])

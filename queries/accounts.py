"""The account table: what is in force now, and appending to it. The only place that reads password hashes."""

from __future__ import annotations

from typing import Any

import duckdb

from queries import clock
from queries.ledger import append
from queries.rows import Rows
from queries.statements import answer, value
from queries.store import Store


def account(cursor: duckdb.DuckDBPyConnection, name: str) -> Any | None:
    """The row of ``account_now`` with that name, hash included; None when there is none. For use inside ``Store.write``."""
    return next(iter(answer(cursor, "writes", "account_by_name", name=name)), None)


def accounts(cursor: duckdb.DuckDBPyConnection) -> Rows:
    """One row per account, hash included, by name. For use inside ``Store.write``."""
    return answer(cursor, "writes", "every_account")


def stored_account(store: Store, name: str) -> Any | None:
    """``account`` outside a transaction."""
    return store.inside(lambda cursor: account(cursor, name))


def stored_accounts(store: Store) -> Rows:
    """``accounts`` outside a transaction."""
    return store.inside(accounts)


def write_account(cursor: duckdb.DuckDBPyConnection, row: dict[str, Any], *, changed_by: str) -> int:
    """Append the newest row of a name; number and time are given here. Returns the number of the change."""
    number: int = value(cursor, "writes", "next_change_number")
    now = clock.utc_now()
    append(cursor, "account", [{**row, "change_number": number, "changed_at": now, "changed_by": changed_by}])
    return number

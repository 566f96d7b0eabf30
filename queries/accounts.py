"""The account table: what is in force now, and appending to it. The only place that reads password hashes."""

from __future__ import annotations

from typing import Any

import duckdb

from queries import clock
from queries.ledger import append
from queries.rows import Rows
from queries.store import Store


def account(cursor: duckdb.DuckDBPyConnection, name: str) -> Any | None:
    """The row of ``account_now`` with that name, hash included; None when there is none. For use inside ``Store.write``."""
    return next(iter(_rows(cursor, "select * from account_now where name = $name", {"name": name})), None)


def accounts(cursor: duckdb.DuckDBPyConnection) -> Rows:
    """One row per account, hash included, by name. For use inside ``Store.write``."""
    return _rows(cursor, "select * from account_now order by name", {})


def stored_account(store: Store, name: str) -> Any | None:
    """``account`` outside a transaction."""
    return store.inside(lambda cursor: account(cursor, name))


def stored_accounts(store: Store) -> Rows:
    """``accounts`` outside a transaction."""
    return store.inside(accounts)


def write_account(cursor: duckdb.DuckDBPyConnection, row: dict[str, Any], *, changed_by: str) -> int:
    """Append the newest row of a name; number and time are given here. Returns the number of the change."""
    number = cursor.execute("select coalesce(max(change_number), 0) + 1 from account").fetchone()[0]
    now = clock.utc_now()
    append(cursor, "account", [{**row, "change_number": number, "changed_at": now, "changed_by": changed_by}])
    return number


def _rows(cursor: duckdb.DuckDBPyConnection, statement: str, params: dict[str, Any]) -> Rows:
    answer = cursor.execute(statement, params)
    return Rows([column[0] for column in answer.description], answer.fetchall())

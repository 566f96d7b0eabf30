"""The accounts and tokens of a store with all their changes: what a restore must not turn back."""

from __future__ import annotations

from typing import Any, NamedTuple

import duckdb

from queries.ledger import append
from queries.store import Store

_Changes = list[dict[str, Any]]


class Rights(NamedTuple):
    """Every change of an account and of a token, in the order of writing."""

    accounts: _Changes
    tokens: _Changes

    def go_on_from(self, earlier: Rights) -> bool:
        """Whether they begin with the very same changes: then they are those of the same store, later. Password hashes are random."""
        both = ((self.accounts, earlier.accounts), (self.tokens, earlier.tokens))
        return all(now[: len(before)] == before for now, before in both)


def rights_of(store: Store) -> Rights:
    """All of them."""
    return store.inside(lambda cursor: Rights(_changes(cursor, "account"), _changes(cursor, "access_token")))


def add_rights(store: Store, later: Rights) -> None:
    """Append what the store lacks of rights that go on from its own; numbers and times stay. Raises StoreError."""
    own = rights_of(store)
    if later == own:
        return

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        append(cursor, "account", later.accounts[len(own.accounts) :])
        append(cursor, "access_token", later.tokens[len(own.tokens) :])

    store.write(change)


def _changes(cursor: duckdb.DuckDBPyConnection, table: str) -> _Changes:
    changes: _Changes = cursor.table(table).order("change_number").to_arrow_table().to_pylist()
    return changes

"""Accounts and tokens after a restore: what was blocked, changed or revoked since the copy was made does not come back.

Where the store that is replaced can be read and goes on from the copy, its accounts and tokens stay: a restore turns back figures, not
rights. Elsewhere (another machine, a damaged store) nobody knows what changed: then every token waits until an administrator makes it
active again, and accounts of which the record says that they were blocked or changed are blocked.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import duckdb

from data.accounts.record import Entry
from data.accounts.sign_in import carried
from data.accounts.tokens import RESTORE, suspend
from queries.accounts import account, accounts, write_account
from queries.reads import access_token_list
from queries.rights import Rights, add_rights, rights_of
from queries.store import Store

_BY_ADMIN, _BY_ONESELF = ("account_blocked", "account_changed", "password_reset"), ("password_set", "second_factor_on")


class Settled(NamedTuple):
    """``as_before``: accounts and tokens are those of the store that was replaced; else how many tokens wait for an administrator, and
    the names of the accounts that were blocked."""

    as_before: bool
    waiting: int = 0
    blocked: tuple[str, ...] = ()


def settle(copy: Store, former: Rights | None, later: Sequence[Entry]) -> Settled:
    """Settle them in a copy before it takes the store's place.

    ``former``: those of the store that stands there, None where there is none that can be read; ``later``: what the record knows since
    the copy, the oldest first. Raises StoreError.
    """
    if former is not None and former.go_on_from(rights_of(copy)):
        add_rights(copy, former)
        return Settled(True)
    tokens = [row.token_id for row in access_token_list(copy) if not row.revoked]
    names = copy.inside(lambda cursor: _to_block(cursor, later))
    if tokens or names:
        copy.write(lambda cursor: _settle(cursor, tokens, names, later))
    gone = {entry.about for entry in later if entry.kind == "token_revoked"}
    return Settled(False, len(set(tokens) - gone), tuple(names))


def _settle(cursor: duckdb.DuckDBPyConnection, tokens: Sequence[str], names: Sequence[str], later: Sequence[Entry]) -> None:
    revoked_by = {entry.about: entry.name for entry in later if entry.kind == "token_revoked"}
    for token_id in tokens:
        suspend(cursor, token_id, revoked_by.get(token_id, RESTORE))
    for name in names:
        write_account(cursor, {**carried(account(cursor, name)), "blocked": True}, changed_by=RESTORE)


def _to_block(cursor: duckdb.DuckDBPyConnection, later: Sequence[Entry]) -> list[str]:
    """The accounts that changed since the copy and are open in it; no administrators where none would be left."""
    changed: dict[str, bool] = {}
    for entry in later:
        if entry.kind in _BY_ADMIN:
            changed[entry.about.partition(":")[0]] = True
        elif entry.kind in _BY_ONESELF:
            changed[entry.name] = True
    rows = [row for row in accounts(cursor) if not row.blocked]
    admins = {row.name for row in rows if row.role == "admin"}
    names = [row.name for row in rows if row.name in changed]
    return names if admins - set(names) else [name for name in names if name not in admins]

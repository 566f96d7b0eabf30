"""Access tokens of programs: made and revoked by administrators, shown once, kept as SHA-256.

A token is 256 random bits, so that a quick hash is enough: nobody guesses one, however often they try.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

import duckdb

from data.accounts.record import note
from data.accounts.sign_in import AccountError, Person, codes_within, current_person, person_of, person_of_token, written
from data.vietnamese.dates import today
from queries.access_tokens import token_of_hash, token_of_id, write_token
from queries.accounts import account
from queries.store import Store

SCOPES = ("read", "upload")
LONGEST = 366  # days
RESTORE = "restore"  # who revokes tokens that wait after a restore until an administrator makes them active again
_PREFIX = "ct_"
_KEPT = ("token_id", "label", "scope", "owner", "territories", "token_hash", "expires_on", "revoked")


class Holder(NamedTuple):
    """Who shows a token that is valid: its name among people, what it is for, and the person whose rights it has (None: it only reads)."""

    token_id: str
    label: str
    person: Person | None


def create_token(
    store: Store,
    by: Person,
    *,
    label: str,
    scope: str,
    expires_on: date,
    owner: str = "",
    territories: Iterable[str] = (),
    lacks_factor: Callable[[Any], bool] = lambda account: False,
) -> str:
    """Make a token and return it; it is kept nowhere.

    ``owner``: the account whose rights an upload has, narrowed to ``territories`` (none given: all of the account's); a token to read has
    neither. ``lacks_factor``: whether an account has no second factor although it must, so that nothing uploads for it. Raises AccountError.
    """
    shown = " ".join(label.split())
    if not shown or len(shown) > 80 or not shown.isprintable():
        raise AccountError("token_label")
    if scope not in SCOPES:
        raise AccountError("token_scope", scope=scope)
    if not today() <= expires_on <= today() + timedelta(days=LONGEST):
        raise AccountError("token_days", days=LONGEST)
    codes = ",".join(sorted(set(territories) - {"*"}))
    rights = {"owner": owner, "territories": codes or "*"} if scope == "upload" else {"owner": "", "territories": ""}
    token = _PREFIX + secrets.token_urlsafe(32)
    row = {"token_id": secrets.token_hex(4), "label": shown, "scope": scope, "token_hash": _hash(token), "expires_on": expires_on}

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        _require_admin(cursor, by)
        if scope == "upload":
            _require_reach(cursor, owner, codes)
            if lacks_factor(account(cursor, owner)):
                raise AccountError("token_no_factor", name=owner)
        write_token(cursor, {**row, **rights, "revoked": False}, changed_by=by.name)

    written(store, change)
    note(store.path, "token_made", name=by.name, about=f"{row['token_id']} {shown}: {scope} {rights['owner']}".strip())
    return token


def revoke_token(store: Store, by: Person, token_id: str) -> None:
    """Let a token be worth nothing from now on. Raises AccountError."""

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        _require_admin(cursor, by)
        row = token_of_id(cursor, token_id)
        if row is None or row.revoked:
            raise AccountError("token_unknown")
        write_token(cursor, {**_kept(row), "revoked": True}, changed_by=by.name)

    written(store, change)
    note(store.path, "token_revoked", name=by.name, about=token_id)


def suspend(cursor: duckdb.DuckDBPyConnection, token_id: str, by: str) -> None:
    """Let a token be worth nothing, by a restore (``RESTORE``: it waits) or by whoever had revoked it. Inside ``Store.write``."""
    write_token(cursor, {**_kept(token_of_id(cursor, token_id)), "revoked": True}, changed_by=by)


def revive_token(store: Store, by: Person, token_id: str) -> None:
    """Make a token active again that has waited since a restore. Raises AccountError."""

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        _require_admin(cursor, by)
        row = token_of_id(cursor, token_id)
        if row is None or not waits(row):
            raise AccountError("token_unknown")
        write_token(cursor, {**_kept(row), "revoked": False}, changed_by=by.name)

    written(store, change)
    note(store.path, "token_revived", name=by.name, about=token_id)


def waits(row: Any) -> bool:
    """Whether a token (a row of ``access_token_list``) waits since a restore until an administrator makes it active again."""
    return bool(row.revoked and row.changed_by == RESTORE)


def _kept(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in _KEPT}


def holder(store: Store, token: str) -> Holder:
    """Who shows this token. Raises AccountError 'token_wrong', the same for every reason: who guesses learns nothing."""

    def found(cursor: duckdb.DuckDBPyConnection) -> tuple[Any, Person | None]:
        row = token_of_hash(cursor, _hash(token))
        return row, person_of_token(cursor, row.token_id) if row is not None else None

    row, person = store.inside(found)
    if row is None or row.revoked or row.expires_on < today() or (row.scope == "upload" and person is None):
        raise AccountError("token_wrong")
    return Holder(row.token_id, row.label, person)


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _require_admin(cursor: duckdb.DuckDBPyConnection, by: Person) -> None:
    now = current_person(cursor, by)
    if now is None or now.role != "admin":
        raise AccountError("not_admin")


def _require_reach(cursor: duckdb.DuckDBPyConnection, owner: str, codes: str) -> None:
    """The account may upload, and for all of these units."""
    row = account(cursor, owner)
    if row is None or row.blocked or row.one_time or not person_of(row).may_upload:
        raise AccountError("token_owner")
    if beyond := sorted(set(filter(None, codes.split(","))) - set(codes_within(cursor, person_of(row), codes))):
        raise AccountError("token_beyond", name=owner, codes=", ".join(beyond))

"""What administrators do with accounts, and how the first administrator comes to be.

Each change looks up inside its own transaction whether who asks is still an administrator.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

import duckdb

from data.accounts.passwords import hashed, one_time_password
from data.accounts.record import note
from data.accounts.sign_in import AccountError, Person, carried, current_person, written
from data.vietnamese.dates import utc_now
from queries.accounts import account, accounts, stored_account, stored_accounts, write_account
from queries.reads import unit_list
from queries.store import Store

ROLES = ("reader", "staff", "admin")
FIRST = "quan-tri"  # the administrator that the first start makes
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
_RESERVED = ("system", "shell", "seed", "restore")


def create_account(store: Store, by: Person, *, name: str, display_name: str, role: str, territories: Iterable[str]) -> str:
    """Make an account; returns its one-time password, which is kept nowhere. Raises AccountError."""
    name = name.strip().lower()
    if not _NAME.fullmatch(name) or name in _RESERVED:
        raise AccountError("bad_name", name=name)
    facts = _facts(store, display_name, role, territories)
    password = one_time_password()
    password_hash = hashed(password)

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        _require_admin(cursor, by)
        if account(cursor, name) is not None:
            raise AccountError("taken", name=name)
        row = {"name": name, **facts, **_one_time(password_hash), "blocked": False}
        write_account(cursor, row, changed_by=by.name)

    written(store, change)
    note(store.path, "account_created", name=by.name, about=f"{name}: {facts['role']}, {facts['territories'] or '-'}")
    return password


def change_account(store: Store, by: Person, name: str, *, display_name: str, role: str, territories: Iterable[str]) -> None:
    """Change name, role and territories; ends the account's sessions. Raises AccountError."""
    facts = _facts(store, display_name, role, territories)
    _replace(store, by, name, lambda row: facts, keeps_rights=role == "admin")
    note(store.path, "account_changed", name=by.name, about=f"{name}: {facts['role']}, {facts['territories'] or '-'}")


def block_account(store: Store, by: Person, name: str, blocked: bool = True) -> None:
    """Block an account, or open it again; a block ends its sessions at once. Raises AccountError."""
    _replace(store, by, name, lambda row: {"blocked": blocked}, keeps_rights=not blocked)
    note(store.path, "account_blocked" if blocked else "account_opened", name=by.name, about=name)


def reset_password(store: Store, by: Person, name: str) -> str:
    """Give an account a new one-time password and return it; it is kept nowhere. Raises AccountError."""
    password = one_time_password()
    password_hash = hashed(password)
    _replace(store, by, name, lambda row: _one_time(password_hash), keeps_rights=not _oneself(by, name))
    note(store.path, "password_reset", name=by.name, about=name)
    return password


def remove_second_factor(store: Store, by: Person, name: str) -> None:
    """Let an account whose phone is lost sign in by its password alone; ends its sessions. Raises AccountError."""
    _replace(store, by, name, lambda row: {"second_factor": None}, keeps_rights=not _oneself(by, name))
    note(store.path, "second_factor_off", name=by.name, about=name)


def first_password(store: Store) -> tuple[str, str] | None:
    """(name, one-time password) of the first administrator, made anew as long as nobody has used it; None afterwards."""
    rows = stored_accounts(store)
    untouched = len(rows) == 1 and rows[0].name == FIRST and rows[0].one_time and rows[0].changed_by == "system"
    return _give_admin(store, FIRST, "system") if untouched or not rows else None


def admin_password(store: Store, name: str = FIRST, new: bool = False) -> tuple[str, str]:
    """(name, one-time password) of an administrator, for the shell: unblocked and raised to that role if need be.

    Raises AccountError, 'unknown_admin' for a name that nobody has, but the first administrator's: it is made when that is meant (``new``).
    """
    if not _NAME.fullmatch(name) or name in _RESERVED:
        raise AccountError("bad_name", name=name)
    if not new and name != FIRST and stored_account(store, name) is None:
        raise AccountError("unknown_admin", name=name)
    return _give_admin(store, name, "shell")


def _give_admin(store: Store, name: str, changed_by: str) -> tuple[str, str]:
    password = one_time_password()
    facts = {"role": "admin", "territories": "*", **_one_time(hashed(password)), "blocked": False}

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        row = account(cursor, name)
        display_name = row.display_name if row else "Quản trị"
        write_account(cursor, {"name": name, "display_name": display_name, **facts}, changed_by=changed_by)

    written(store, change)
    note(store.path, "one_time_printed", name=changed_by, about=name)
    return name, password


def _one_time(password_hash: str) -> dict[str, Any]:
    """The columns of a one-time password that is made now."""
    return {"password_hash": password_hash, "one_time": True, "password_at": utc_now()}


def _replace(store: Store, by: Person, name: str, news: Callable[[Any], dict[str, Any]], *, keeps_rights: bool) -> None:
    """Append a changed row. ``keeps_rights``: an administrator is still one who can sign in afterwards."""

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        _require_admin(cursor, by)
        row = account(cursor, name)
        if row is None:
            raise AccountError("unknown", name=name)
        if not keeps_rights and _oneself(by, name):
            raise AccountError("oneself")
        others = [other for other in accounts(cursor) if _is_admin(other) and other.name != name]
        if not keeps_rights and _is_admin(row) and not others:
            raise AccountError("last_admin", name=name)
        write_account(cursor, {**carried(row), **news(row)}, changed_by=by.name)

    written(store, change)


def _require_admin(cursor: duckdb.DuckDBPyConnection, by: Person) -> None:
    now = current_person(cursor, by)
    if now is None or now.role != "admin":
        raise AccountError("not_admin")


def _oneself(by: Person, name: str) -> bool:
    return by.source == "local" and by.name == name


def _is_admin(row: Any) -> bool:
    return row.role == "admin" and not row.blocked


def _facts(store: Store, display_name: str, role: str, territories: Iterable[str]) -> dict[str, Any]:
    """Checked display name, role and territories as columns. Raises AccountError."""
    shown = " ".join(display_name.split())
    if not shown or len(shown) > 80 or not shown.isprintable():
        raise AccountError("bad_display_name")
    if role not in ROLES:
        raise AccountError("bad_role", role=role)
    codes = {"reader": [], "admin": ["*"]}.get(role, sorted(set(territories)))
    unknown = set(codes) - {"*"} - set(unit_list(store).values("code"))
    if unknown:
        raise AccountError("bad_territory", codes=", ".join(sorted(unknown)))
    if role == "staff" and not codes:
        raise AccountError("no_territory")
    return {"display_name": shown, "role": role, "territories": "*" if "*" in codes else ",".join(codes)}

"""Who may do what: persons, signing in with a password, and what administrators do with accounts.

Roles: a *reader* reads, *staff* also upload for their territories, an *admin* may everything. Every change appends a
row to the table ``account``; nothing is overwritten.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

import duckdb

from data.messages import account_problem
from data.passwords import browser_mark, hashed, is_browser_of, matches, one_time_password, weakness
from data.throttle import Throttle
from queries.accounts import account, accounts, stored_account, stored_accounts, write_account
from queries.reads import unit_list
from queries.store import Store

ROLES = ("reader", "staff", "admin")
FIRST = "quan-tri"  # the administrator that the first start makes
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,39}")
_RESERVED = ("system", "shell", "seed")
_CARRIED = ("name", "display_name", "role", "territories", "password_hash", "one_time", "blocked")


@dataclass(frozen=True)
class Person:
    """Somebody known. ``role``: 'reader', 'staff', 'admin'; ``territories``: unit codes, ("*",) = everything;
    ``source``: 'local' (an account of the store), 'oidc' (a provider vouches), 'shell' (the command line)."""

    name: str
    display_name: str
    role: str
    territories: tuple[str, ...]
    source: str

    @property
    def may_upload(self) -> bool:
        """Whether the person may bring figures at all."""
        return self.role in ("staff", "admin")

    def may_write(self, code: str | None, parent_code: str | None, province_code: str | None) -> bool:
        """Whether the person may bring figures of a unit, given by its code, its parent's and its province's."""
        if self.role == "staff":
            return "*" in self.territories or not {code, parent_code, province_code}.isdisjoint(self.territories)
        return self.role == "admin"


SHELL = Person("shell", "Dòng lệnh", "admin", ("*",), "shell")


@dataclass(frozen=True)
class SignedIn:
    """A right password. ``change_number``: the account's row; ``one_time``: it must be changed before anything else;
    ``mark``: a token by which this browser is known next time."""

    person: Person
    change_number: int
    one_time: bool
    mark: str


class AccountError(Exception):
    """Something that people are told: ``code`` of ``data.messages.ACCOUNT`` with its arguments; the text is Vietnamese."""

    def __init__(self, code: str, **arguments: Any) -> None:
        super().__init__(account_problem(code, **arguments))
        self.code, self.arguments = code, arguments


def current_person(cursor: duckdb.DuckDBPyConnection, person: Person) -> Person | None:
    """The person as of this transaction, for a last look before something is written.

    A local account is read again: None when it is gone, blocked, waits for a new password or may not upload (any
    more); else with the role and territories that it has now. Others are returned as they are.
    """
    if person.source != "local":
        return person
    row = account(cursor, person.name)
    if row is None or row.blocked or row.one_time or not person_of(row).may_upload:
        return None
    return person_of(row)


def person_of(row: Any) -> Person:
    """The person of a row of ``account_now`` or ``account_list``."""
    codes = tuple(code for code in row.territories.split(",") if code)
    return Person(row.name, row.display_name, row.role, ("*",) if row.role == "admin" else codes, "local")


def sign_in(store: Store, throttle: Throttle, name: str, password: str, *, source: str = "", mark: str = "") -> SignedIn:
    """The person behind a name and password.

    ``source``: where the attempt comes from; ``mark``: what the browser got at an earlier sign-in. Raises AccountError:
    'wait' (with seconds), 'wrong' (the same, and as slowly, for unknown names), 'blocked' (only after the right password).
    """
    name = name.strip().lower()[:80]
    row = stored_account(store, name)
    known = is_browser_of(mark, row.password_hash if row else None)
    where = f"browser {mark.partition('.')[0]}" if known else f"address {source}"
    if seconds := throttle.admit(name, where, known=known):
        raise AccountError("wait", seconds=seconds)
    if not matches(password, row.password_hash if row else None):
        raise AccountError("wrong")
    throttle.succeeded(name, where, known=known)
    if row.blocked:
        raise AccountError("blocked")
    return SignedIn(person_of(row), row.change_number, row.one_time, browser_mark(row.password_hash))


def change_password(store: Store, throttle: Throttle, name: str, old: str, new: str, *, source: str = "") -> SignedIn:
    """Set a new password; ends the other sessions of the account. Raises AccountError: 'wait', 'wrong', 'same' or a weakness."""
    signed = sign_in(store, throttle, name, old, source=source)
    if new == old:
        raise AccountError("same")
    if weak := weakness(new, name):
        raise AccountError(weak)
    new_hash = hashed(new)

    def change(cursor: duckdb.DuckDBPyConnection) -> int:
        row = account(cursor, name)
        if row is None or row.change_number != signed.change_number:
            raise AccountError("meanwhile")
        return write_account(cursor, {**_carried(row), "password_hash": new_hash, "one_time": False}, changed_by=name)

    return SignedIn(signed.person, store.write(change), False, browser_mark(new_hash))


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
        row = {"name": name, **facts, "password_hash": password_hash, "one_time": True, "blocked": False}
        write_account(cursor, row, changed_by=by.name)

    store.write(change)
    return password


def change_account(store: Store, by: Person, name: str, *, display_name: str, role: str, territories: Iterable[str]) -> None:
    """Change name, role and territories; ends the account's sessions. Raises AccountError."""
    facts = _facts(store, display_name, role, territories)
    _replace(store, by, name, lambda row: facts, keeps_rights=role == "admin")


def block_account(store: Store, by: Person, name: str, blocked: bool = True) -> None:
    """Block an account, or open it again; a block ends its sessions at once. Raises AccountError."""
    _replace(store, by, name, lambda row: {"blocked": blocked}, keeps_rights=not blocked)


def reset_password(store: Store, by: Person, name: str) -> str:
    """Give an account a new one-time password and return it; it is kept nowhere. Raises AccountError."""
    password = one_time_password()
    password_hash = hashed(password)
    _replace(store, by, name, lambda row: {"password_hash": password_hash, "one_time": True}, keeps_rights=not _oneself(by, name))
    return password


def first_password(store: Store) -> tuple[str, str] | None:
    """(name, one-time password) of the first administrator, made anew as long as nobody has used it; None afterwards."""
    there = stored_accounts(store)
    untouched = len(there) == 1 and there[0].name == FIRST and there[0].one_time and there[0].changed_by == "system"
    return _give_admin(store, FIRST, "system") if untouched or not there else None


def admin_password(store: Store, name: str = FIRST) -> tuple[str, str]:
    """(name, one-time password) of an administrator, for the shell: made, unblocked and raised to that role if need be."""
    if not _NAME.fullmatch(name) or name in _RESERVED:
        raise AccountError("bad_name", name=name)
    return _give_admin(store, name, "shell")


def _give_admin(store: Store, name: str, changed_by: str) -> tuple[str, str]:
    password = one_time_password()
    facts = {"role": "admin", "territories": "*", "password_hash": hashed(password), "one_time": True, "blocked": False}

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        row = account(cursor, name)
        display_name = row.display_name if row else "Quản trị"
        write_account(cursor, {"name": name, "display_name": display_name, **facts}, changed_by=changed_by)

    store.write(change)
    return name, password


def _replace(store: Store, by: Person, name: str, news: Callable[[Any], dict[str, Any]], *, keeps_rights: bool) -> None:
    """Append a changed row. ``keeps_rights``: an administrator is still one who can sign in afterwards."""

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        _require_admin(cursor, by)
        row = account(cursor, name)
        if row is None:
            raise AccountError("unknown", name=name)
        if not keeps_rights and _oneself(by, name):
            raise AccountError("oneself")
        others = [one for one in accounts(cursor) if _is_admin(one) and one.name != name]
        if not keeps_rights and _is_admin(row) and not others:
            raise AccountError("last_admin", name=name)
        write_account(cursor, {**_carried(row), **news(row)}, changed_by=by.name)

    store.write(change)


def _require_admin(cursor: duckdb.DuckDBPyConnection, by: Person) -> None:
    now = current_person(cursor, by)
    if now is None or now.role != "admin":
        raise AccountError("not_admin")


def _oneself(by: Person, name: str) -> bool:
    return by.source == "local" and by.name == name


def _is_admin(row: Any) -> bool:
    return row.role == "admin" and not row.blocked


def _carried(row: Any) -> dict[str, Any]:
    return {column: getattr(row, column) for column in _CARRIED}


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

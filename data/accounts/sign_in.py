"""Who may do what: persons, and signing in with a password.

Roles: a *reader* reads, *staff* also upload for their territories, an *admin* may everything. Every change appends a
row to the table ``account``; nothing is overwritten.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

import duckdb

from data.accounts.passwords import browser_mark, hashed, is_browser_of, matches, weakness
from data.accounts.throttle import Throttle
from data.store_messages import account_problem
from queries.accounts import account, stored_account, write_account
from queries.store import Store, StoreError

T = TypeVar("T")
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

    @property
    def reach(self) -> str:
        """What the person is in charge of, as an upload keeps it: codes joined by commas, '*' = everything."""
        return "*" if self.role == "admin" or "*" in self.territories else ",".join(sorted(set(self.territories)))

    def may_write(self, code: str | None, parent_code: str | None, province_code: str | None) -> bool:
        """Whether the person may bring figures of a unit, given by its code, its parent's and its province's."""
        if self.role == "staff":
            return "*" in self.territories or not {code, parent_code, province_code}.isdisjoint(self.territories)
        return self.role == "admin"


CLI = Person("shell", "Dòng lệnh", "admin", ("*",), "shell")


@dataclass(frozen=True)
class SignedIn:
    """A right password. ``change_number``: the account's row; ``one_time``: it must be changed before anything else;
    ``mark``: a token by which this browser is known next time."""

    person: Person
    change_number: int
    one_time: bool
    mark: str


class AccountError(Exception):
    """Something that people are told: ``code`` of ``data.store_messages.ACCOUNT`` with its arguments; the text is Vietnamese."""

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
    if not matches(password, row.password_hash if row else None) or row is None:
        raise AccountError("wrong")
    throttle.succeeded(name, where, known=known)
    if row.blocked:
        raise AccountError("blocked")
    return SignedIn(person_of(row), row.change_number, row.one_time, browser_mark(row.password_hash))


def change_password(
    store: Store, throttle: Throttle, name: str, old: str, new: str, *, source: str = "", mark: str = ""
) -> SignedIn:
    """Set a new password; ends the other sessions of the account. Raises AccountError: those of ``sign_in``, 'same', a weakness."""
    return _set_password(store, sign_in(store, throttle, name, old, source=source, mark=mark), new)


def replace_one_time(store: Store, name: str, change_number: int, new: str) -> SignedIn:
    """Set the first own password of somebody who has signed in with the one-time password of that change. Raises AccountError."""
    row = stored_account(store, name)
    if row is None or row.change_number != change_number or not row.one_time or row.blocked:
        raise AccountError("meanwhile")
    return _set_password(store, SignedIn(person_of(row), change_number, True, ""), new)


def _set_password(store: Store, signed: SignedIn, new: str) -> SignedIn:
    name = signed.person.name
    if weak := weakness(new, name):
        raise AccountError(weak)
    stored = stored_account(store, name)
    if stored and matches(new, stored.password_hash):
        raise AccountError("same")
    new_hash = hashed(new)

    def change(cursor: duckdb.DuckDBPyConnection) -> int:
        row = account(cursor, name)
        if row is None or row.change_number != signed.change_number:
            raise AccountError("meanwhile")
        return write_account(cursor, {**carried(row), "password_hash": new_hash, "one_time": False}, changed_by=name)

    return SignedIn(signed.person, written(store, change), False, browser_mark(new_hash))


def written(store: Store, change: Callable[[duckdb.DuckDBPyConnection], T]) -> T:
    """Write a change of an account. Raises AccountError, also where the store may not be written or has no room: then nothing changed."""
    try:
        return store.write(change)
    except StoreError as error:
        raise AccountError(error.reason) from error


def carried(row: Any) -> dict[str, Any]:
    """The columns of an account that a change of some of them leaves as they are."""
    return {column: getattr(row, column) for column in _CARRIED}

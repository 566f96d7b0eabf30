"""Who may do what: persons, and signing in with a password.

Roles: a *reader* reads, *staff* also upload for their territories, an *admin* may everything. Every change appends a
row to the table ``account``; nothing is overwritten.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any, TypeVar

import duckdb

from data.accounts.passwords import browser_mark, hashed, is_browser_of, matches, weakness
from data.accounts.record import note
from data.accounts.second_factor import Codes
from data.accounts.throttle import Throttle
from data.operations.turns import Busy
from data.store_messages import account_problem
from data.vietnamese.dates import today, utc_now
from queries.access_tokens import token_of_id, units_above
from queries.accounts import account, stored_account, write_account
from queries.store import Store, StoreError

T = TypeVar("T")
_CARRIED = ("name", "display_name", "role", "territories", "password_hash", "one_time", "blocked", "second_factor", "password_at")
ONE_TIME = timedelta(hours=72)  # how long a one-time password opens anything


@dataclass(frozen=True)
class Person:
    """Somebody known. ``role``: 'reader', 'staff', 'admin'; ``territories``: unit codes, ("*",) = everything;
    ``source``: 'local' (an account of the store), 'oidc' (a provider vouches), 'shell' (the command line), 'token' (a program for an
    account, by the token ``token_id``); ``bounds``: what the account of a narrowed token is in charge of, in each state of a unit."""

    name: str
    display_name: str
    role: str
    territories: tuple[str, ...]
    source: str
    token_id: str = ""
    bounds: tuple[str, ...] = ("*",)

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
            return all(
                "*" in within or not {code, parent_code, province_code}.isdisjoint(within)
                for within in (self.territories, self.bounds)
            )
        return self.role == "admin"


CLI = Person("shell", "Dòng lệnh", "admin", ("*",), "shell")


@dataclass(frozen=True)
class SignedIn:
    """A right password. ``change_number``: the account's row; ``one_time``: it must be changed before anything else;
    ``mark``: a token by which this browser is known next time; ``second_factor``: codes of a phone are asked as well."""

    person: Person
    change_number: int
    one_time: bool
    mark: str
    second_factor: bool = False


class AccountError(Exception):
    """Something that people are told: ``code`` of ``data.store_messages.ACCOUNT`` with its arguments; the text is Vietnamese."""

    def __init__(self, code: str, **arguments: Any) -> None:
        super().__init__(account_problem(code, **arguments))
        self.code, self.arguments = code, arguments


def current_person(cursor: duckdb.DuckDBPyConnection, person: Person) -> Person | None:
    """The person as of this transaction, for a last look before something is written.

    A local account is read again: None when it is gone, blocked, waits for a new password or may not upload (any
    more); else with the role and territories that it has now; of a token as well. Others are returned as they are.
    """
    if person.source == "token":
        return person_of_token(cursor, person.token_id)
    if person.source != "local":
        return person
    row = account(cursor, person.name)
    if row is None or row.blocked or row.one_time or not person_of(row).may_upload:
        return None
    return person_of(row)


def person_of_token(cursor: duckdb.DuckDBPyConnection, token_id: str) -> Person | None:
    """For whom a token to upload speaks in this transaction: its account, narrowed to the territories of both; None when nobody.

    It is never more than staff: what only administrators do is done by people.
    """
    row = token_of_id(cursor, token_id)
    if row is None or row.revoked or row.expires_on < today() or row.scope != "upload":
        return None
    owner = account(cursor, row.owner)
    if owner is None or owner.blocked or owner.one_time or not person_of(owner).may_upload:
        return None
    codes = person_of(owner).territories
    if row.territories != "*":
        codes = codes_within(cursor, person_of(owner), row.territories)
    return Person(
        owner.name, f"{owner.display_name} ({row.label})", "staff", codes, "token", token_id, person_of(owner).territories
    )


def codes_within(cursor: duckdb.DuckDBPyConnection, person: Person, codes: str) -> tuple[str, ...]:
    """Those of some codes, joined by commas, of which the person may bring figures in some state of the unit, present or past."""
    units = units_above(cursor, codes) if codes else []
    return tuple(dict.fromkeys(unit[0] for unit in units if person.may_write(*unit)))


def person_of(row: Any) -> Person:
    """The person of a row of ``account_now`` or ``account_list``."""
    codes = tuple(code for code in row.territories.split(",") if code)
    return Person(row.name, row.display_name, row.role, ("*",) if row.role == "admin" else codes, "local")


def sign_in(store: Store, throttle: Throttle, name: str, password: str, *, source: str = "", mark: str = "") -> SignedIn:
    """The person behind a name and password; where ``second_factor`` is set, only ``with_code`` makes it a sign-in.

    ``source``: where the attempt comes from; ``mark``: what the browser got at an earlier sign-in. Raises AccountError:
    'wait' and 'wait_name' (with seconds), 'busy', 'wrong' (the same, and as slowly, for unknown names); and only after the
    right password 'blocked' and 'one_time_over'.
    """
    row = _right(store, throttle, name, password, source, mark)
    if row.blocked:
        note(store.path, "blocked", name=row.name, source=source)
        raise AccountError("blocked")
    if row.one_time and utc_now() - (row.password_at or row.changed_at) >= ONE_TIME:
        note(store.path, "one_time_over", name=row.name, source=source)
        raise AccountError("one_time_over")
    if row.second_factor is None:
        note(store.path, "signed_in", name=row.name, source=source)
    return _signed(row)


def with_code(store: Store, throttle: Throttle, codes: Codes, signed: SignedIn, code: str, *, source: str = "") -> SignedIn:
    """The same once the phone's code is right. Raises AccountError: 'wait', 'wrong_code', 'meanwhile'."""
    name = signed.person.name
    row = stored_account(store, name)
    if row is None or row.change_number != signed.change_number or row.second_factor is None:
        raise AccountError("meanwhile")
    _require_code(store, throttle, codes, row, code, source)
    note(store.path, "signed_in", name=name, source=source, about="có mã xác thực")
    return _signed(row)


def confirm_by_code(store: Store, throttle: Throttle, codes: Codes, person: Person, code: str, *, source: str = "") -> None:
    """Somebody who is signed in shows the phone once more. Raises AccountError: 'wait', 'wrong_code', 'meanwhile' (there is none any more)."""
    row = stored_account(store, person.name)
    if row is None or row.blocked or row.second_factor is None:
        raise AccountError("meanwhile")
    _require_code(store, throttle, codes, row, code, source)


def _require_code(store: Store, throttle: Throttle, codes: Codes, row: Any, code: str, source: str) -> None:
    name = row.name
    counted = f"{name} CODE"  # names are small letters: nobody can type this one to keep somebody out
    _admitted(store, throttle, counted, f"address {source}", False, name)
    if not codes.accept(row.second_factor, code):
        note(store.path, "wrong_code", name=name, source=source)
        raise AccountError("wrong_code")
    throttle.succeeded(counted, f"address {source}")


def _right(store: Store, throttle: Throttle, name: str, password: str, source: str, mark: str) -> Any:
    """The row of an account when the password is its own. Raises AccountError."""
    name = name.strip().lower()[:80]
    row = stored_account(store, name)
    password_hash = row.password_hash if row else None
    known = is_browser_of(mark, password_hash)
    where = f"browser {mark.partition('.')[0]}" if known else f"address {source}"
    _admitted(store, throttle, name, where, known, row.name if row else "")
    if not _matches(password, password_hash, source) or row is None:
        note(
            store.path, "wrong_password", name=row.name if row else "", source=source
        )  # an unknown name may be a password typed too early
        time.sleep(throttle.pause(source))
        raise AccountError("wrong")
    throttle.succeeded(name, where, known=known)
    return row


def _admitted(store: Store, throttle: Throttle, name: str, where: str, known: bool, account_name: str) -> None:
    if wait := throttle.admit(name, where, known=known):
        note(store.path, "waits", name=account_name, source=where.removeprefix("address "))
        raise AccountError("wait" if wait.own else "wait_name", seconds=wait.seconds)


def _matches(password: str, password_hash: str | None, source: str) -> bool:
    try:
        return matches(password, password_hash, source)
    except Busy:
        raise AccountError("busy") from None


def _signed(row: Any) -> SignedIn:
    return SignedIn(
        person_of(row), row.change_number, row.one_time, browser_mark(row.password_hash), row.second_factor is not None
    )


def change_password(
    store: Store, throttle: Throttle, name: str, old: str, new: str, *, source: str = "", mark: str = ""
) -> SignedIn:
    """Set a new password; ends the other sessions of the account. Raises AccountError: those of ``sign_in``, 'same', a weakness."""
    row = _right(store, throttle, name, old, source, mark)
    if row.blocked:
        raise AccountError("blocked")
    return _set_password(store, _signed(row), new)


def replace_one_time(store: Store, name: str, change_number: int, new: str) -> SignedIn:
    """Set the first own password of somebody who has signed in with the one-time password of that change. Raises AccountError."""
    row = stored_account(store, name)
    if row is None or row.change_number != change_number or not row.one_time or row.blocked:
        raise AccountError("meanwhile")
    return _set_password(store, _signed(row), new)


def _set_password(store: Store, signed: SignedIn, new: str) -> SignedIn:
    name = signed.person.name
    if weak := weakness(new, name):
        raise AccountError(weak)
    stored = stored_account(store, name)
    if stored and matches(new, stored.password_hash):
        raise AccountError("same")
    new_hash = hashed(new)
    changed = _changed(store, signed, {"password_hash": new_hash, "one_time": False, "password_at": utc_now()})
    note(store.path, "password_set", name=name)
    return replace(changed, mark=browser_mark(new_hash))


def turn_on_second_factor(store: Store, codes: Codes, name: str, change_number: int, secret: str, code: str) -> SignedIn:
    """Ask for codes of this secret from now on; the first one proves that the phone has it. Raises AccountError."""
    row = stored_account(store, name)
    if row is None or row.change_number != change_number:
        raise AccountError("meanwhile")
    if not codes.accept(secret, code):
        raise AccountError("wrong_code")
    changed = _changed(store, _signed(row), {"second_factor": secret})
    note(store.path, "second_factor_on", name=name)
    return changed


def turn_off_second_factor(
    store: Store, throttle: Throttle, name: str, password: str, *, source: str = "", mark: str = ""
) -> SignedIn:
    """Ask for no codes any more; takes the password. Raises AccountError."""
    row = _right(store, throttle, name, password, source, mark)
    changed = _changed(store, _signed(row), {"second_factor": None})
    note(store.path, "second_factor_off", name=name)
    return changed


def _changed(store: Store, signed: SignedIn, news: dict[str, Any]) -> SignedIn:
    """Append the account with some columns changed by its owner; ends its other sessions. Raises AccountError ('meanwhile')."""
    name = signed.person.name

    def change(cursor: duckdb.DuckDBPyConnection) -> int:
        row = account(cursor, name)
        if row is None or row.change_number != signed.change_number:
            raise AccountError("meanwhile")
        return write_account(cursor, {**carried(row), **news}, changed_by=name)

    return replace(signed, change_number=written(store, change), one_time=False)


def written(store: Store, change: Callable[[duckdb.DuckDBPyConnection], T]) -> T:
    """Write a change of an account. Raises AccountError, also where the store may not be written or has no room: then nothing changed."""
    try:
        return store.write(change)
    except StoreError as error:
        raise AccountError(error.reason) from error


def carried(row: Any) -> dict[str, Any]:
    """The columns of an account that a change of some of them leaves as they are."""
    return {column: getattr(row, column) for column in _CARRIED}

"""Who is signed in here: from the page's own memory, from the browser's cookie, or from the OpenID Connect provider.

The cookie is HttpOnly and SameSite=Strict, so it cannot be set by a script: after a sign-in the page holds a ticket, a
small script hands it in at ``/phien`` (``components/accounts/cookie.py``), and the server answers with the cookie.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import orjson
import streamlit as st

from components import settings, state
from components.store.open_stores import is_open, open_store
from components.store.store_access import present_read
from components.streamlit_private import provider_claims
from data.accounts.oidc_claims import person_of_claims
from data.accounts.record import note
from data.accounts.second_factor import Codes
from data.accounts.sessions import Session, Sessions
from data.accounts.sign_in import Person, SignedIn, person_of
from data.accounts.throttle import Throttle
from queries.reads import account_list

COOKIE, MARK = "phien", "trinh_duyet"  # the session's token; what this browser is known by at the next sign-in
ROUTE = "/phien"
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
SESSIONS, THROTTLE, CODES = Sessions(idle=settings.idle_seconds), Throttle(), Codes()


def person() -> Person | None:
    """Who is signed in and may act; None for nobody, and for somebody who has something to do first."""
    row = account()
    return _vouched(_claims()) if row is None else _acting(row)


def to_do(row: Any) -> str:
    """What somebody who is signed in has to do before anything else: 'password', 'second_factor' or ''; a row of ``account_list``."""
    if row.one_time:
        return "password"
    return "second_factor" if settings.lacks_second_factor(row) else ""


def account() -> Any | None:
    """The row of ``account_list`` that is signed in here; None when nobody is. An account that changed is signed out."""
    key = state.SESSION.get() or SESSIONS.of_token(_text(st.context.cookies.get(COOKIE)))
    row = _row_of(key)
    if row is None:
        state.SESSION.clear()
        return None
    state.SESSION.set(key)
    return row


def asked_again() -> Callable[[], Person | None]:
    """Who is signed in here, to be asked later and outside the page, at a click: None once the session is over or the account blocked."""
    key, claims = state.SESSION.get(), _claims()
    return lambda: _known(key, claims)


def person_of_cookies(cookies: Mapping[str, str]) -> Person | None:
    """Who sent a request beside the pages, by its cookies; None when nobody is signed in with them."""
    if not is_open():
        return None
    return _known(SESSIONS.of_token(cookies.get(COOKIE, "")), provider_claims(cookies) if settings.provider() else {})


def vouched_for(claims: dict[str, Any], *, address: str, browser: str) -> Person:
    """A provider's answer has just come in: its sign-in begins now."""
    someone = person_of_claims(claims, settings.access())
    SESSIONS.open_vouched(_foreign_key(claims), someone.name, address=address, browser=browser)
    if is_open():
        note(open_store().path, "signed_in", name=someone.name, source=address, about="qua cổng đăng nhập của cơ quan")
    return someone


def _known(key: str | None, claims: dict[str, Any]) -> Person | None:
    row = _row_of(key)
    return _vouched(claims) if row is None else _acting(row)


def _acting(row: Any) -> Person | None:
    return None if to_do(row) else person_of(row)


def _row_of(key: str | None) -> Any | None:
    """The row of ``account_list`` of a session that is used now; None when it is over, or the account changed: then it ends."""
    session = SESSIONS.use(key) if settings.local_accounts() else None
    row = next(iter(present_read(account_list).where(name=session.name)), None) if session else None
    if session is None or row is None or row.blocked or row.change_number != session.change_number:
        if session is not None:
            SESSIONS.close(key)
        return None
    return row


def begin(signed: SignedIn) -> None:
    """Sign somebody in, in place of whoever was."""
    SESSIONS.close(state.SESSION.get())
    key = SESSIONS.open(signed.person.name, signed.change_number, signed.mark, address=where_from(), browser=browser())
    state.SESSION.set(key)
    state.LEAVE_COOKIE.clear()


def end() -> None:
    """Sign out and show the page anew: the session is over on the server at once, in every tab; then the cookie goes."""
    if (row := account()) is not None:
        SESSIONS.close(state.SESSION.pop())
        record("signed_out", row.name)
        state.LEAVE_COOKIE.set(True)
        st.rerun()
    if (someone := _vouched(_claims())) is not None:
        record("signed_out", someone.name)
        SESSIONS.close(_foreign_key(_claims()))
        st.logout()
        st.stop()  # the browser leaves for the provider; running the page anew would cancel that


def record(kind: str, name: str = "", about: str = "") -> None:
    """A line of the record about what happens on this page."""
    note(open_store().path, kind, name=name, source=where_from(), about=about)


def refused(about: str, source: str) -> None:
    """A line of the record about a request beside the pages that nobody known made."""
    if is_open():
        note(open_store().path, "refused", source=source, about=about)


def mine(someone: Person) -> dict[str, Session]:
    """The sessions of somebody who is signed in here, by identifier."""
    return SESSIONS.of_name(someone.name, vouched=someone.source == "oidc")


def is_this(key: str) -> bool:
    """Whether a session is the one of this page."""
    return key == state.SESSION.get() or (bool(claims := _claims()) and key == _foreign_key(claims))


def where_from() -> str:
    """Where this browser's attempts come from, as far as the server can tell."""
    return _text(st.context.ip_address)


def browser() -> str:
    """What the browser says it is."""
    return _text(st.context.headers.get("User-Agent"))[:300]


def mark() -> str:
    """What this browser got at an earlier sign-in; empty for an unknown one."""
    return _text(st.context.cookies.get(MARK))


def scripts() -> None:
    """What the browser has to do now: fetch its cookie, forget it, or return to where it was before the provider."""
    key, steps = state.SESSION.get(), []
    ticket = SESSIONS.ticket(key) if key else None
    route = _json(settings.base_path() + ROUTE)
    if ticket:
        steps.append(f"fetchCookie({route}, {_json(ticket)});")
    elif state.LEAVE_COOKIE.pop():
        steps.append(f"leaveCookie({route});")
    if not state.RETURNED.get() and settings.provider() and _claims():
        state.RETURNED.set(True)
        steps.append(f"returnToPlace({_json(settings.base_path() + '/')}, {_json(_desk())});")
    if steps:
        run_script("session", _SCRIPT, *steps)


def _desk() -> str:
    """Where staff go who were nowhere in particular before the provider; '' for everybody else."""
    person = _vouched(_claims())
    return f"{settings.base_path()}/cap-nhat" if person is not None and person.role == "staff" else ""


def run_script(name: str, *steps: str) -> None:
    """Run JavaScript in the browser, without anything to see."""
    if steps:
        with st.container(key=f"script-{name}"):
            st.html(f"<script>(() => {{ {' '.join(steps)} }})();</script>", unsafe_allow_javascript=True)


def remember_place(address: str | None) -> None:
    """Let the browser keep where to return to after the provider: an address, or (None) where it is."""
    run_script("place", _SCRIPT, f"rememberPlace({'null' if address is None else _json(address)});")


def _vouched(claims: dict[str, Any]) -> Person | None:
    """Whom the provider vouched for; None when nobody, and when that sign-in is over, or began before this server did."""
    if not claims or SESSIONS.use(_foreign_key(claims)) is None:
        return None
    return person_of_claims(claims, settings.access())


def _claims() -> dict[str, Any]:
    if not settings.provider() or not st.user.get("is_logged_in", False):
        return {}
    return dict(st.user.to_dict())


def _foreign_key(claims: dict[str, Any]) -> str:
    return f"oidc {claims.get('iss')} {claims.get('sub')} {claims.get('iat')}"


def _text(value: object) -> str:
    """A text that the browser sent; without a browser (in a simulated run) there is none."""
    return value if isinstance(value, str) else ""


def _json(text: str) -> str:
    """A text as JavaScript, safe inside a script element."""
    return orjson.dumps(text).decode().replace("<", "\\u003c")

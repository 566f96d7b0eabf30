"""Who is signed in here: from the page's own memory, from the browser's cookie, or from the OpenID Connect provider.

The cookie is HttpOnly and SameSite=Strict, so it cannot be set by a script: after a sign-in the page holds a ticket, a
small script hands it in at ``/phien`` (``components/accounts/cookie.py``), and the server answers with the cookie.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import orjson
import streamlit as st

from components import settings, state
from components.store_access import cached_read
from data.accounts.oidc_claims import person_of_claims
from data.accounts.sessions import Sessions
from data.accounts.sign_in import Person, SignedIn, person_of
from data.accounts.throttle import Throttle
from queries.reads import account_list

COOKIE, MARK = "phien", "trinh_duyet"  # the session's token; what this browser is known by at the next sign-in
ROUTE = "/phien"
_SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
SESSIONS, THROTTLE = Sessions(), Throttle()


def person() -> Person | None:
    """Who is signed in and may act; None for nobody, and for somebody who has yet to replace a one-time password."""
    row = account()
    if row is not None:
        return None if row.one_time else person_of(row)
    return _vouched()


def account() -> Any | None:
    """The row of ``account_list`` that is signed in here; None when nobody is. An account that changed is signed out."""
    key = state.SESSION.get() or SESSIONS.of_token(_text(st.context.cookies.get(COOKIE)))
    if key is None or not settings.local_accounts():
        return None
    session = SESSIONS.use(key)
    row = next(iter(cached_read(account_list).where(name=session.name)), None) if session else None
    if session is None or row is None or row.blocked or row.change_number != session.change_number:
        SESSIONS.close(key)
        state.SESSION.clear()
        return None
    state.SESSION.set(key)
    return row


def begin(signed: SignedIn) -> None:
    """Sign somebody in, in place of whoever was."""
    SESSIONS.close(state.SESSION.get())
    state.SESSION.set(SESSIONS.open(signed.person.name, signed.change_number, signed.mark))
    state.LEAVE_COOKIE.clear()


def end() -> None:
    """Sign out and show the page anew: the session is over on the server at once, in every tab; then the cookie goes."""
    if account() is not None:
        SESSIONS.close(state.SESSION.pop())
        state.LEAVE_COOKIE.set(True)
        st.rerun()
    if _vouched() is not None:
        SESSIONS.close(_foreign_key(_claims()))
        st.logout()
        st.stop()  # the browser leaves for the provider; running the page anew would cancel that


def where_from() -> str:
    """Where this browser's attempts come from, as far as the server can tell."""
    return _text(st.context.ip_address)


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
    person = _vouched()
    return f"{settings.base_path()}/cap-nhat" if person is not None and person.role == "staff" else ""


def run_script(name: str, *steps: str) -> None:
    """Run JavaScript in the browser, without anything to see."""
    if steps:
        with st.container(key=f"script-{name}"):
            st.html(f"<script>(() => {{ {' '.join(steps)} }})();</script>", unsafe_allow_javascript=True)


def remember_place(address: str | None) -> None:
    """Let the browser keep where to return to after the provider: an address, or (None) where it is."""
    run_script("place", _SCRIPT, f"rememberPlace({'null' if address is None else _json(address)});")


def _vouched() -> Person | None:
    """Whom the provider vouches for; None when nobody, or when the sign-in is older than a session may be."""
    claims = _claims()
    if not claims:
        return None
    someone = person_of_claims(claims, settings.access())
    started = float(claims.get("iat") or time.time())
    return someone if SESSIONS.use_foreign(_foreign_key(claims), someone.name, started) else None


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

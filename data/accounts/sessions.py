"""Who is signed in: sessions in the memory of the process. A restart of the server ends them all.

A browser keeps a random token in a cookie; here stands only its SHA-256. The token is made when the browser fetches
it with a *ticket*, a random word that works once within half a minute. A sign-in that a provider vouches for begins when
its answer comes in, and only then: whatever its cookie says later, a sign-in that is not here is over.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from data.vietnamese import dates

LONGEST = 8 * 3600  # seconds since the sign-in
IDLE = 30 * 60  # seconds without use, unless the operator sets another number
TICKET = 30


def since_boot() -> float:
    """Seconds since the machine was started, its sleep included: nobody can set this clock back."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


@dataclass
class Session:
    """One sign-in. ``change_number``: the account's row at that time, another row ends the session; 0 for one that a provider
    vouches for. Times in seconds of the clock; ``began_at`` is for people to read."""

    name: str
    change_number: int
    mark: str
    started: float
    used: float
    address: str = ""
    browser: str = ""
    began_at: datetime = field(default_factory=dates.now)
    token_sha256: str = ""
    ticket: str = ""
    ticket_from: float = 0.0
    over: bool = False


class Sessions:
    """All sessions of the process, by an identifier that never leaves it; safe to share between threads.

    ``idle`` gives the seconds without use after which a session is over.
    """

    def __init__(self, clock: Callable[[], float] = since_boot, idle: Callable[[], float] = lambda: IDLE) -> None:
        self._clock, self._idle = clock, idle
        self._lock = threading.RLock()
        self._sessions: dict[str, Session] = {}

    def open(self, name: str, change_number: int, mark: str = "", *, address: str = "", browser: str = "") -> str:
        """Begin a session and return its identifier. ``mark`` is handed to the browser beside the token."""
        with self._lock:
            now = self._forget_old()
            key = secrets.token_urlsafe(24)
            self._sessions[key] = Session(name, change_number, mark, now, now, address, browser)
            return key

    def open_vouched(self, key: str, name: str, *, address: str = "", browser: str = "") -> None:
        """Begin a session that a provider has just vouched for; ``key`` names that very sign-in."""
        with self._lock:
            now = self._forget_old()
            self._sessions[key] = Session(name, 0, "", now, now, address, browser)

    def use(self, key: str | None) -> Session | None:
        """The session, used now; None when it is unknown, closed, older than 8 hours or was not used for too long."""
        with self._lock:
            session = self._alive(key)
            if session is not None:
                session.used = self._clock()
            return session

    def of_name(self, name: str, *, vouched: bool) -> dict[str, Session]:
        """The sessions of an account (or, ``vouched``, of a name at the provider) that are not over, the newest first, by identifier."""
        with self._lock:
            alive = {key: session for key in list(self._sessions) if (session := self._alive(key)) is not None}
        own = [(key, one) for key, one in alive.items() if one.name == name and (one.change_number == 0) == vouched]
        return dict(sorted(own, key=lambda pair: -pair[1].started))

    def close(self, key: str | None) -> None:
        """End a session; its token and ticket are worth nothing from now on."""
        with self._lock:
            if session := self._sessions.get(key or ""):
                session.over, session.ticket = True, ""

    def end_all(self) -> None:
        """End every session, those that a provider vouches for included."""
        with self._lock:
            for session in self._sessions.values():
                session.over, session.ticket = True, ""

    def ticket(self, key: str) -> str | None:
        """The ticket with which the browser may fetch its token; None when it has one, or the session is over."""
        with self._lock:
            session = self._sessions.get(key)
            if session is None or session.over or session.token_sha256:
                return None
            if self._clock() - session.ticket_from >= TICKET:
                session.ticket, session.ticket_from = secrets.token_urlsafe(24), self._clock()
            return session.ticket

    def redeem(self, ticket: str) -> tuple[str, str] | None:
        """(token, mark) for a ticket, once; None when it is unknown, used or too old."""
        with self._lock:
            for session in self._sessions.values():
                if session.ticket and secrets.compare_digest(session.ticket.encode(), ticket.encode()):
                    fresh = self._clock() - session.ticket_from < TICKET
                    session.ticket = ""
                    if session.over or not fresh:
                        return None
                    token = secrets.token_urlsafe(32)
                    session.token_sha256 = _sha256(token)
                    return token, session.mark
            return None

    def of_token(self, token: str) -> str | None:
        """The identifier of the session that a browser's token belongs to."""
        token_sha256 = _sha256(token)
        with self._lock:
            return next((key for key, session in self._sessions.items() if session.token_sha256 == token_sha256), None)

    def _alive(self, key: str | None) -> Session | None:
        session, now = self._sessions.get(key or ""), self._clock()
        if session is None or session.over or now - session.started >= LONGEST or now - session.used >= self._idle():
            if session is not None:
                session.over = True
            return None
        return session

    def _forget_old(self) -> float:
        now = self._clock()
        self._sessions = {key: session for key, session in self._sessions.items() if now - session.started < LONGEST}
        return now


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

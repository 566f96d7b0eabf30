"""Who is signed in: sessions in the memory of the process. A restart of the server ends them all.

A browser keeps a random token in a cookie; here stands only its SHA-256. The token is made when the browser fetches
it with a *ticket*, a random word that works once within half a minute.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

LONGEST = 8 * 3600  # seconds since the sign-in
IDLE = 60 * 60  # seconds without use
TICKET = 30


@dataclass
class Session:
    """One sign-in. ``change_number``: the account's row at that time; another row ends the session. Times in seconds."""

    name: str
    change_number: int
    mark: str
    started: float
    used: float
    token_sha256: str = ""
    ticket: str = ""
    ticket_from: float = 0.0
    over: bool = False


class Sessions:
    """All sessions of the process, by an identifier that never leaves it; safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._lock = threading.RLock()
        self._sessions: dict[str, Session] = {}

    def open(self, name: str, change_number: int, mark: str = "") -> str:
        """Begin a session and return its identifier. ``mark`` is handed to the browser beside the token."""
        with self._lock:
            now = self._forget_old()
            key = secrets.token_urlsafe(24)
            self._sessions[key] = Session(name, change_number, mark, now, now)
            return key

    def use(self, key: str | None) -> Session | None:
        """The session, used now; None when it is unknown, closed, older than 8 hours or was not used for an hour."""
        with self._lock:
            session, now = self._sessions.get(key or ""), self._clock()
            if session is None or session.over or now - session.started >= LONGEST or now - session.used >= IDLE:
                if session is not None:
                    session.over = True
                return None
            session.used = now
            return session

    def use_foreign(self, key: str, name: str, started: float) -> bool:
        """The same rules for a sign-in that another server vouches for, begun at ``started`` (Unix time)."""
        with self._lock:
            if key not in self._sessions:
                self._sessions[key] = Session(name, 0, "", started, self._forget_old())
            return self.use(key) is not None

    def close(self, key: str | None) -> None:
        """End a session; its token and ticket are worth nothing from now on."""
        with self._lock:
            if session := self._sessions.get(key or ""):
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

    def _forget_old(self) -> float:
        now = self._clock()
        self._sessions = {key: session for key, session in self._sessions.items() if now - session.started < LONGEST}
        return now


def _sha256(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()

"""Files that browsers send: taken only for a page that offers a box, from somebody who may still use it, and not too many at once.

Streamlit's own route takes a file of any visit, before anybody has signed in, and keeps it in memory until the visit ends.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from collections.abc import Callable

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from components import file_input
from components.http_request import address, header
from components.streamlit_private import largest_upload, uploads_of

ROUTE = "/_stcore/upload_file/"
VISIT_FILES, VISIT_BYTES = 6, 60 * 2**20  # that one visit may have lying with the server
ADDRESS_FILES, ADDRESS_BYTES = 40, 240 * 2**20  # that all visits from one address may
A_MINUTE = 60  # files that one address may send in a minute


class Uploads:
    """Counts what lies with the server and what is on its way, by visit and by address; safe to share between threads."""

    def __init__(
        self, held: Callable[[str], tuple[int, int] | None] = uploads_of, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._held, self._clock = held, clock
        self._lock = threading.Lock()
        self._coming: list[tuple[str, str, int]] = []  # visit, address, bytes
        self._address_of: dict[str, str] = {}
        self._times: dict[str, deque[float]] = {}

    def admit(self, visit: str, source: str, size: int) -> int:
        """0 when a file may come (then ``done`` must follow), else why not: 403, 413 or 429, as HTTP numbers it."""
        with self._lock:
            if self._held(visit) is None or not file_input.is_offered(visit):
                return 403
            if size > largest_upload():
                return 413
            if self._too_often(source) or self._too_many(visit, source, size):
                return 429
            self._address_of[visit] = source
            self._coming.append((visit, source, size))
            return 0

    def done(self, visit: str, source: str, size: int) -> None:
        """A file that was admitted is there, or has failed."""
        with self._lock:
            self._coming.remove((visit, source, size))

    def _too_often(self, source: str) -> bool:
        now, times = self._clock(), self._times.setdefault(source, deque())
        while times and now - times[0] >= 60:
            times.popleft()
        times.append(now)
        self._times = {place: kept for place, kept in self._times.items() if kept and now - kept[-1] < 60}
        return len(times) > A_MINUTE

    def _too_many(self, visit: str, source: str, size: int) -> bool:
        self._address_of = {one: place for one, place in self._address_of.items() if self._held(one) is not None}
        files, held = self._sum({visit})
        if files >= VISIT_FILES or held + size > VISIT_BYTES:
            return True
        files, held = self._sum({one for one, place in self._address_of.items() if place == source} | {visit})
        return files >= ADDRESS_FILES or held + size > ADDRESS_BYTES

    def _sum(self, visits: set[str]) -> tuple[int, int]:
        lying = [self._held(visit) or (0, 0) for visit in visits]
        coming = [size for visit, _, size in self._coming if visit in visits]
        return sum(files for files, _ in lying) + len(coming), sum(size for _, size in lying) + sum(coming)


UPLOADS = Uploads()


def is_upload(method: str, path: str) -> bool:
    """Whether a request brings a file."""
    return path.startswith(ROUTE) and method not in ("OPTIONS", "DELETE", "GET", "HEAD")


async def take(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    """Let a file through to Streamlit's route, or say why not."""
    visit = scope["path"].partition(ROUTE)[2].partition("/")[0]
    said = header(scope, "content-length")
    asked = (visit, address(scope), int(said) if said.isdigit() else largest_upload())
    if refused := await asyncio.to_thread(UPLOADS.admit, *asked):
        await asyncio.to_thread(note_refused, f"gửi tệp ({refused})", asked[1])
        await PlainTextResponse("not taken", status_code=refused)(scope, receive, send)
        return
    try:
        await app(scope, receive, send)
    finally:
        UPLOADS.done(*asked)


def note_refused(what: str, source: str) -> None:
    """Keep what an address was not given."""
    from components.accounts import session  # not at the head: it loads the store, and the server is to listen before that

    session.refused(what, source)

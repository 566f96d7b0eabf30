"""Heavy work, a few at a time: who comes first from each source goes first, and no source goes before the others twice.

A place in the line costs nothing; the work itself (a hash of 64 MiB, a child process that reads a hostile file) costs memory.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_TOLD: ContextVar[Callable[[int], None]] = ContextVar("_TOLD", default=lambda ahead: None)


@contextmanager
def waits_told(told: Callable[[int], None]) -> Iterator[None]:
    """Within it a wait for a turn is told first, with the number of those who come before."""
    before = _TOLD.set(told)
    try:
        yield
    finally:
        _TOLD.reset(before)


class Busy(Exception):
    """Too many wait from that source already."""


class Turns:
    """``at_once`` at a time; from one source ``of_one`` at a time, and at most ``waiting`` in the line. Safe to share between threads."""

    def __init__(self, at_once: int, *, of_one: int | None = None, waiting: int = 100) -> None:
        self._at_once, self._of_one, self._most = at_once, of_one or at_once, waiting
        self._change = threading.Condition()
        self._line: list[tuple[str, object]] = []
        self._running: list[str] = []
        self._last: dict[str, int] = {}
        self._count = 0

    @contextmanager
    def turn(self, source: str = "") -> Iterator[None]:
        """Inside it is one's turn; a wait is told first (``waits_told``). Raises Busy."""
        place = (source, object())
        with self._change:
            if sum(waits == source for waits, _ in self._line) >= self._most:
                raise Busy
            self._line.append(place)
            ahead = 0 if self._next() is place else len(self._line) - 1 + len(self._running)
        try:
            if ahead:
                _TOLD.get()(ahead)
            with self._change:
                self._change.wait_for(lambda: self._next() is place)
                self._begin(place)
        except BaseException:
            self._leave(place)
            raise
        try:
            yield
        finally:
            with self._change:
                self._running.remove(source)
                self._change.notify_all()

    def _begin(self, place: tuple[str, object]) -> None:
        self._line.remove(place)
        self._running.append(place[0])
        self._count += 1
        waiting = {source for source, _ in self._line}
        self._last = {source: turn for source, turn in self._last.items() if source in waiting} | {place[0]: self._count}
        self._change.notify_all()

    def _leave(self, place: tuple[str, object]) -> None:
        with self._change:
            if place in self._line:
                self._line.remove(place)
            self._change.notify_all()

    def _next(self) -> tuple[str, object] | None:
        """Whose turn it is: of the first of each source that may go, the one whose source has waited longest."""
        if len(self._running) >= self._at_once:
            return None
        firsts: dict[str, tuple[str, object]] = {}
        for place in self._line:
            firsts.setdefault(place[0], place)
        ready = [place for source, place in firsts.items() if self._running.count(source) < self._of_one]
        return min(ready, key=lambda place: self._last.get(place[0], 0), default=None)

"""Slowing down wrong passwords: waits grow, and they end.

A wait belongs to a name *and* where the attempt comes from (an address, or a browser in which the account has signed
in before), so that a flood from elsewhere keeps nobody out; all unknown sources together share one more wait. An
attempt that comes during a wait is refused unchecked and does not make it longer.
"""

from __future__ import annotations

import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil

FORGOTTEN_AFTER = 15 * 60  # seconds without a failure
ONE_FREE, ONE_LONGEST = 3, 30  # failures without a wait; longest wait in seconds: for one name from one source
ALL_FREE, ALL_LONGEST = 20, 5  # the same for everybody together
_MOST = 10_000


@dataclass
class _Failures:
    count: int = 0
    last: float = 0.0

    def wait(self, now: float, free: int, longest: int) -> float:
        """Seconds until the next attempt may be made: 2, 4, 8 … up to the longest."""
        if self.count < free:
            return 0.0
        return self.last + min(2 ** min(self.count - free + 1, 10), longest) - now


class Throttle:
    """Counts failures in the memory of the process; safe to share between threads. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._by_source: OrderedDict[tuple[str, str], _Failures] = OrderedDict()
        self._all = _Failures()

    def admit(self, name: str, source: str, *, known: bool = False) -> int:
        """0 when an attempt may be made now, else the seconds to wait, rounded up.

        An admitted attempt counts as failed until ``succeeded`` is told: many at once do not slip through. ``known``
        sources (browsers in which the account has signed in) do not take part in the common wait.
        """
        with self._lock:
            now = self._clock()
            own = self._current(self._by_source.get((name, source)), now)
            everybody = self._all = self._current(self._all, now)
            wait = max(own.wait(now, ONE_FREE, ONE_LONGEST), 0.0 if known else everybody.wait(now, ALL_FREE, ALL_LONGEST))
            if wait > 0:
                return ceil(wait)
            for failures in (own,) if known else (own, everybody):
                failures.count, failures.last = failures.count + 1, now
            self._by_source[name, source] = own
            self._by_source.move_to_end((name, source))
            while len(self._by_source) > _MOST:
                self._by_source.popitem(last=False)
            return 0

    def succeeded(self, name: str, source: str, *, known: bool = False) -> None:
        """The admitted attempt was right: forget the failures of this name from this source."""
        with self._lock:
            self._by_source.pop((name, source), None)
            if not known and self._all.count:
                self._all.count -= 1

    @staticmethod
    def _current(failures: _Failures | None, now: float) -> _Failures:
        return failures if failures and now - failures.last < FORGOTTEN_AFTER else _Failures()

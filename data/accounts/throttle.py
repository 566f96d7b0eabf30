"""Slowing down wrong passwords: waits grow, and they end.

A wait belongs to a name *and* where the attempt comes from (an address, or a browser in which the account has signed
in before); all unknown sources of one name together share one more. A name that was never tried waits for nobody: a flood of
other names, even from the same address, keeps no colleague out; its author is answered later and later instead (``pause``).
An attempt that comes during a wait is refused unchecked and does not make it longer.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from math import ceil
from typing import TypeVar

from data.accounts.sessions import since_boot

FORGOTTEN_AFTER = 15 * 60  # seconds without a failure
ONE_FREE, ONE_LONGEST = 3, 30  # failures without a wait; longest wait in seconds: for one name from one source
ALL_FREE, ALL_LONGEST = 20, 5  # the same for one name from all unknown sources together
ADDRESS_FREE, ADDRESS_LONGEST = 20, 3  # failures of an address after which a wrong answer comes later; seconds, at most
_MOST = 10_000
K = TypeVar("K")


@dataclass
class _Failures:
    count: int = 0
    last: float = 0.0

    def wait(self, now: float, free: int, longest: int) -> float:
        """Seconds until the next attempt may be made: 2, 4, 8 … up to the longest."""
        if self.count < free:
            return 0.0
        return self.last + min(2 ** min(self.count - free + 1, 10), longest) - now


@dataclass(frozen=True)
class Wait:
    """Seconds to wait, rounded up, and why: ``own`` failures of this name from this source, else those from other places."""

    seconds: int
    own: bool


class Throttle:
    """Counts failures in the memory of the process; safe to share between threads. ``clock`` gives seconds."""

    def __init__(self, clock: Callable[[], float] = since_boot) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._by_source: OrderedDict[tuple[str, str], _Failures] = OrderedDict()
        self._by_name: OrderedDict[str, _Failures] = OrderedDict()
        self._by_address: OrderedDict[str, _Failures] = OrderedDict()

    def admit(self, name: str, source: str, *, known: bool = False) -> Wait | None:
        """None when an attempt may be made now, else how long to wait and why.

        An admitted attempt counts as failed until ``succeeded`` is told: many at once do not slip through. ``known``
        sources (browsers in which the account has signed in) do not take part in the common wait of a name.
        """
        with self._lock:
            now = self._clock()
            own = self._current(self._by_source.get((name, source)), now)
            everywhere = self._current(self._by_name.get(name), now)
            waits = own.wait(now, ONE_FREE, ONE_LONGEST), 0.0 if known else everywhere.wait(now, ALL_FREE, ALL_LONGEST)
            if max(waits) > 0:
                return Wait(ceil(max(waits)), waits[0] >= waits[1])
            _count(self._by_source, (name, source), own, now)
            if not known:
                _count(self._by_name, name, everywhere, now)
            return None

    def succeeded(self, name: str, source: str, *, known: bool = False) -> None:
        """The admitted attempt was right: forget the failures of this name from this source."""
        with self._lock:
            self._by_source.pop((name, source), None)
            if not known and (everywhere := self._by_name.get(name)) and everywhere.count:
                everywhere.count -= 1

    def pause(self, address: str) -> float:
        """A wrong password came from this address: the seconds after which it is said so; none for an address that rarely errs."""
        with self._lock:
            now = self._clock()
            failures = self._current(self._by_address.get(address), now)
            _count(self._by_address, address, failures, now)
            return float(min(max(failures.count - ADDRESS_FREE, 0), ADDRESS_LONGEST))

    @staticmethod
    def _current(failures: _Failures | None, now: float) -> _Failures:
        return failures if failures and now - failures.last < FORGOTTEN_AFTER else _Failures()


def _count(kept: OrderedDict[K, _Failures], key: K, failures: _Failures, now: float) -> None:
    """Count one more failure; of too many keys the oldest are forgotten."""
    failures.count, failures.last = failures.count + 1, now
    kept[key] = failures
    kept.move_to_end(key)
    while len(kept) > _MOST:
        kept.popitem(last=False)

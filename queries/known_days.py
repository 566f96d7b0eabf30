"""A few past days of a store, each a copy of it as it was known then: made when somebody asks, kept for the next who does.

Nothing that happens today changes what was known on a past day, so a copy holds until its place is needed or another store is put in
the place of this one.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from queries.known_copy import Report
from queries.store import Store

MOST = 4  # copies that are kept; each holds at most the memory that ``Store.as_known`` allows it


@dataclass
class _Kept:
    store: Store
    users: int = 0
    dropped: bool = False  # nobody finds it any more: the last who uses it closes it


class KnownDays:
    """Past days of the store that is open; safe to share between threads."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._kept: dict[tuple[str, str, date], _Kept] = {}  # the one used longest ago first
        self._lock, self._making = threading.Lock(), threading.Lock()

    @contextmanager
    def on(self, store: Store, day: date, report: Report = lambda share: None) -> Iterator[Store]:
        """The store as it was known at the end of ``day``, as long as it is used; made when there is none yet, one at a time.

        Raises StoreError ('disk', 'memory') when it cannot be made.
        """
        key = (store.path, store.life, day)
        kept = self._taken(key)
        if kept is None:
            with self._making:
                kept = self._taken(key) or self._added(key, store.as_known(day, report))
        try:
            yield kept.store
        finally:
            self._given_back(kept)

    def holds(self, store: Store, day: date) -> bool:
        """Whether the day needs not be made any more."""
        return (store.path, store.life, day) in self._kept

    def close(self) -> None:
        """Forget every day; one that is still read is closed by its last reader."""
        with self._lock:
            for key in list(self._kept):
                self._drop(key)

    def _taken(self, key: tuple[str, str, date]) -> _Kept | None:
        with self._lock:
            kept = self._kept.pop(key, None)
            if kept is not None:
                self._kept[key] = kept  # the latest to be used
                kept.users += 1
            return kept

    def _added(self, key: tuple[str, str, date], made: Store) -> _Kept:
        with self._lock:
            for known in list(self._kept):
                if len(self._kept) >= self._most or known[:2] != key[:2]:  # of a store that is gone nobody asks again
                    self._drop(known)
            self._kept[key] = _Kept(made, users=1)
            return self._kept[key]

    def _drop(self, key: tuple[str, str, date]) -> None:
        kept = self._kept.pop(key)
        kept.dropped = True
        if not kept.users:
            kept.store.close()

    def _given_back(self, kept: _Kept) -> None:
        with self._lock:
            kept.users -= 1
            if kept.dropped and not kept.users:
                kept.store.close()

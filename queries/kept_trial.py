"""The copy of a store on which a change was tried last, kept for the next trial."""

from __future__ import annotations

import threading
from typing import Generic, Protocol, TypeVar


class _Closable(Protocol):
    def close(self) -> None: ...


_C = TypeVar("_C", bound=_Closable)


class KeptTrial(Generic[_C]):
    """Holds at most one copy and what it is a copy of; safe to share between threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: tuple[object, _C] | None = None
        self._over = False

    def taken(self, copy_of: object) -> _C | None:
        """The copy, when it is one of that; it belongs to the caller from now on. Another one is closed: it will not be asked for again."""
        with self._lock:
            kept, self._kept = self._kept, None
        if kept and kept[0] == copy_of:
            return kept[1]
        if kept:
            kept[1].close()
        return None

    def keep(self, copy_of: object, copy: _C) -> None:
        """Keep a copy that is as it was made, unless there is one already or none is wanted any more: then close it."""
        with self._lock:
            wanted = self._kept is None and not self._over
            if wanted:
                self._kept = (copy_of, copy)
        if not wanted:
            copy.close()

    def close(self) -> None:
        """Close the copy; none is kept from now on."""
        self._over = True
        self.taken(None)

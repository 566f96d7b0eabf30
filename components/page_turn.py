"""Pages are made a few at a time: a hundred that are made at once keep the server itself from its work, and none of them is done sooner."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_AT_ONCE = threading.BoundedSemaphore(max(4, 2 * (os.cpu_count() or 1)))
_PATIENCE = 15.0  # seconds; who has waited so long goes on beside those that have a turn
_HERE = threading.local()  # ``held``: whether the page that is made in this thread has a turn


@contextmanager
def page_turn() -> Iterator[None]:
    """Inside it the page that is being made has its turn, until it gives it back."""
    _take()
    try:
        yield
    finally:
        give_back()


def give_back() -> None:
    """The rest of this page takes as long as it takes, as a clerk's large file does: nobody waits for it."""
    if getattr(_HERE, "held", False):
        _HERE.held = False
        _AT_ONCE.release()


@contextmanager
def elsewhere() -> Iterator[None]:
    """Meanwhile something else does the work, and the page that waits for it has no turn."""
    held = getattr(_HERE, "held", False)
    give_back()
    yield
    if held:
        _take()


def _take() -> None:
    _HERE.held = _AT_ONCE.acquire(timeout=_PATIENCE)

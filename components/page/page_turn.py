"""Pages are made a few at a time: a hundred that are made at once keep the server itself from its work, and none of them is done sooner."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_AT_ONCE = threading.BoundedSemaphore(max(4, 2 * (os.cpu_count() or 1)))
_PATIENCE = (
    15.0  # seconds; who has waited so long waits for something that takes its time, as a large file, and goes on beside it
)


@contextmanager
def page_turn() -> Iterator[None]:
    """Inside it the page that is being made has its turn."""
    mine = _AT_ONCE.acquire(timeout=_PATIENCE)
    try:
        yield
    finally:
        if mine:
            _AT_ONCE.release()

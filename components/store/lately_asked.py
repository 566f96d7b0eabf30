"""What pages asked last, so that it can be asked ahead of the next visitor once the figures or the day are others."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

from queries.rows import Rows

Question = tuple[Callable[..., Rows], tuple[tuple[str, Any], ...]]
CHANGED = (
    threading.Event()
)  # there is something to ask ahead: other figures, another day, or a territory that nobody looked at lately


class Questions:
    """The questions that pages asked last; tells when one is asked of other figures, or on another day, than the one before."""

    def __init__(self, most: int) -> None:
        self._most, self._asked, self._lock = most, dict[Question, None](), threading.Lock()
        self._moment: tuple[int, date] | None = None

    def note(self, question: Question, moment: tuple[int, date]) -> None:
        with self._lock:
            self._asked.pop(question, None)
            self._asked[question] = None
            if len(self._asked) > self._most:
                del self._asked[next(iter(self._asked))]
            if self._moment not in (None, moment):
                CHANGED.set()
            self._moment = moment

    def questions(self) -> list[Question]:
        """The last one first."""
        with self._lock:
            return list(reversed(self._asked))


class Territories:
    """The territories that somebody looked at last."""

    def __init__(self, most: int) -> None:
        self._most, self._seen, self._lock = most, dict[str, None](), threading.Lock()

    def note(self, unit_id: str) -> bool:
        """Whether it was not among them."""
        with self._lock:
            was_known = unit_id in self._seen
            self._seen.pop(unit_id, None)
            self._seen[unit_id] = None
            if len(self._seen) > self._most:
                del self._seen[next(iter(self._seen))]
            return not was_known

    def last(self) -> list[str]:
        """The last one first."""
        with self._lock:
            return list(reversed(self._seen))

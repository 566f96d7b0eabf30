"""What is kept of the stores' answers: each store's for its present data version and one day. Nothing that was made of older figures is
kept once a question has met newer ones; a store that nobody holds any more takes its answers along."""

from __future__ import annotations

import threading
from collections.abc import Callable, Hashable
from datetime import date
from functools import lru_cache, partial
from typing import Any, TypeVar
from weakref import WeakKeyDictionary, ref

from queries.rows import Rows
from queries.store import Store

C = TypeVar("C", bound=Callable[..., Any])
Params = tuple[tuple[str, Any], ...]
_FORGET: list[Callable[[], None]] = []


def while_figures_hold(most: int) -> Callable[[C], C]:
    """Keep what a function made of ``most`` different parameters, until any store's figures, or its day, become others."""

    def keep(make: C) -> C:
        kept: Any = lru_cache(maxsize=most)(make)
        _FORGET.append(kept.cache_clear)
        return kept

    return keep


class KeptAnswers:
    """The answers of every store that is asked; safe to share between threads."""

    def __init__(self) -> None:
        self._lock, self._of = threading.Lock(), WeakKeyDictionary[Store, OfMoment]()

    def of(self, opened: Store, day: date) -> OfMoment:
        """What is kept of a store as it is now, on a day in Viet Nam; all of an earlier version or another day is forgotten."""
        with self._lock:
            moment, before = (opened.data_version(), day), self._of.get(opened)
            if before is not None and before.moment == moment:
                return before
            kept = self._of[opened] = OfMoment(opened, moment)
        if before is not None:
            _forget_made()
        return kept

    def clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._of.clear()
        _forget_made()


class OfMoment:
    """The answers of one store at one data version and on one day. It does not hold the store, and nothing in it holds itself: what is
    forgotten is free at once, without a collection."""

    def __init__(self, opened: Store, moment: tuple[int, date]) -> None:
        self.moment, its = moment, ref(opened)
        self.answer = lru_cache(maxsize=2000)(partial(_answer, its))
        self.by_value = lru_cache(maxsize=40)(partial(_by_value, its))
        self.made = lru_cache(maxsize=300)(_made)


def _answer(opened: ref[Store], question: Callable[..., Rows], params: Params) -> Rows:
    return question(opened(), **dict(params))


def _by_value(opened: ref[Store], question: Callable[..., Rows], params: Params, column: str) -> dict[Any, Rows]:
    """The rows of each value of a column; those of None are none."""
    rows = question(opened(), **dict(params))
    return {None: rows[:0], **rows.by(column)}


def _made(make: Callable[..., Any], params: tuple[Hashable, ...]) -> Any:
    return make(*params)


def _forget_made() -> None:
    for forget in _FORGET:
        forget()

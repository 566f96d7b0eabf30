"""Saying that a figure is wrong, and answering it: who may, how long, how often. Nothing here changes a figure."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from typing import Any

import duckdb

from data.accounts.sessions import since_boot
from data.accounts.sign_in import Person, current_person
from queries import doubt_rows
from queries.store import Store

LONGEST = 500  # characters
TROUBLES = ("number", "unit", "old", "other")
VERDICTS = ("stands", "corrected", "passed_on")
BY_VISITOR, BY_PERSON, BY_ALL_VISITORS = 5, 30, 200  # in an hour: from one address, by one account, by everybody not signed in
_HOUR = 3600.0
_MOST = 10_000  # addresses that are remembered


class DoubtError(Exception):
    """It was not taken. The text says why, in Vietnamese."""


class Hourly:
    """Counts in the memory of the process what each source did within the last hour; safe to share between threads."""

    def __init__(self, clock: Callable[[], float] = since_boot) -> None:
        self._clock, self._lock = clock, threading.Lock()
        self._times: OrderedDict[str, deque[float]] = OrderedDict()

    def admit(self, *limits: tuple[str, int]) -> bool:
        """Whether each source has done less than its limit; then this one is counted for all of them, else for none."""
        with self._lock:
            now = self._clock()
            found = [(self._recent(source, now), most) for source, most in limits]
            if any(len(times) >= most for times, most in found):
                return False
            for times, _ in found:
                times.append(now)
            return True

    def _recent(self, source: str, now: float) -> deque[float]:
        times = self._times.setdefault(source, deque())
        self._times.move_to_end(source)
        while times and times[0] <= now - _HOUR:
            times.popleft()
        while len(self._times) > _MOST:
            self._times.popitem(last=False)
        return times


HOURLY = Hourly()


def ask(store: Store, person: Person | None, figure: dict[str, Any], shown: str, trouble: str, text: str, source: str) -> int:
    """Keep that somebody doubts a figure; returns its number. ``person``: None = a visitor, whom the caller has let do so.

    ``figure``: province_code, unit_id, indicator_id, level, year, period, kind, subject, see ``of_task`` and ``of_money``. Raises
    DoubtError and StoreError.
    """
    figure = {"subject": None, **figure}
    words = _sound(text)
    if trouble not in TROUBLES:
        raise DoubtError("Chọn sai ở chỗ nào.")
    limits = (
        [(f"account {person.name}", BY_PERSON)] if person else [(f"address {source}", BY_VISITOR), ("visitors", BY_ALL_VISITORS)]
    )
    row = {**figure, "asked_by": person.name if person else "", "shown": shown, "trouble": trouble, "text": words}

    def change(cursor: duckdb.DuckDBPyConnection) -> int:
        if not doubt_rows.is_stated(cursor, figure):
            raise DoubtError("Con số này không còn trong kho; mở lại trang.")
        return doubt_rows.write_doubt(cursor, row)

    if not HOURLY.admit(*limits):
        raise DoubtError("Đã báo nhiều lần trong một giờ qua. Hãy thử lại sau.")
    return store.write(change)


def of_task(key: dict[str, Any], task_id: str, year: int | None) -> dict[str, Any]:
    """What ``ask`` takes of a task. ``key``: province_code and unit_id."""
    return {**key, "indicator_id": "", "level": "all", "year": year or 0, "period": "N", "kind": "task", "subject": task_id}


def of_money(key: dict[str, Any], document: str, line: int, year: int | None) -> dict[str, Any]:
    """What ``ask`` takes of a cell of money. ``key``: province_code and unit_id."""
    return {**of_task(key, "", year), "kind": "money", "subject": f"{document}#{line}"}


def _of_office(cursor: duckdb.DuckDBPyConnection, person: Person, doubt_id: int) -> bool:
    """Whether the contacts name a person's account for the office in charge of the figure; a reader only reads."""
    return person.role != "reader" and person.name in doubt_rows.accounts_of(cursor, doubt_id)


def answer(store: Store, person: Person, doubt_id: int, verdict: str, text: str) -> None:
    """Keep an answer to a doubt; who answers for the unit, or for the office in charge, may give one, and another later. Raises
    DoubtError and StoreError."""
    words = _sound(text)
    if verdict not in VERDICTS:
        raise DoubtError("Chọn một kết luận.")

    def change(cursor: duckdb.DuckDBPyConnection) -> None:
        someone, units = current_person(cursor, person), doubt_rows.units_of(cursor, doubt_id)
        if someone is None or not (any(someone.may_write(*unit) for unit in units) or _of_office(cursor, someone, doubt_id)):
            raise DoubtError("Tài khoản này không phụ trách địa bàn hay cơ quan của con số ấy.")
        doubt_rows.write_answer(cursor, {"doubt_id": doubt_id, "answered_by": someone.name, "verdict": verdict, "text": words})

    store.write(change)


def _sound(text: str) -> str:
    """One line of letters that can be seen. Raises DoubtError where nothing is left, or too much."""
    words = " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
    if not words.strip(" -–—."):
        raise DoubtError("Viết một câu nói rõ sai thế nào.")
    if len(words) > LONGEST:
        raise DoubtError(f"Câu dài {len(words)} ký tự; tối đa {LONGEST}. Rút ngắn lại.")
    return words

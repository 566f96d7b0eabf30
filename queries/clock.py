"""The one clock of the program: Viet Nam's. Tests set its day; nothing else asks the machine what day it is.

``data.vietnamese.dates`` hands it to the rest of the house. SQL asks ``today_in_vietnam()`` (``queries/macros``), which
follows the day that is set here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_day: date | None = None  # of the whole process: a page runs in a thread of its own
_looking_back: ContextVar[date | None] = ContextVar("looking_back", default=None)  # of one page, or one click


def now() -> datetime:
    """This moment in Viet Nam; on a day that was set, at the machine's time of day."""
    moment = datetime.now(VIETNAM)
    return moment if _day is None else datetime.combine(_day, moment.timetz())


def today() -> date:
    """Today in Viet Nam; where somebody looks back, the day that they look at."""
    return _looking_back.get() or now().date()


def looking_back_to() -> date | None:
    """The past day that a page shows as it was known then; None for the present."""
    return _looking_back.get()


@contextmanager
def looking_back(day: date | None) -> Iterator[None]:
    """Within it, in this thread, today is ``day`` for what is shown; the moment at which something is written stays the present one."""
    token = _looking_back.set(day)
    try:
        yield
    finally:
        _looking_back.reset(token)


def end_of(day: date) -> datetime:
    """The first moment after a day in Viet Nam, as the store keeps moments: UTC."""
    return datetime.combine(day + timedelta(days=1), time(), VIETNAM).astimezone(UTC).replace(tzinfo=None)


def utc_now() -> datetime:
    """This moment as the store keeps it: UTC, without saying so."""
    return now().astimezone(UTC).replace(tzinfo=None)


def set_day() -> date | None:
    """The day that a test has set; None when the clock runs as the machine's."""
    return _day


@contextmanager
def on_day(day: date) -> Iterator[None]:
    """Within it today is ``day``, in Python and in SQL. For tests; the whole process follows it."""
    global _day
    before, _day = _day, day
    try:
        yield
    finally:
        _day = before

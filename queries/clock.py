"""The one clock of the program: Viet Nam's. Tests set its day; nothing else asks the machine what day it is.

``data.vietnamese.dates`` hands it to the rest of the house. SQL asks ``today_in_vietnam()`` (``queries/macros``), which
follows the day that is set here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")
_day: date | None = None  # of the whole process: a page runs in a thread of its own


def now() -> datetime:
    """This moment in Viet Nam; on a day that was set, at the machine's time of day."""
    moment = datetime.now(VIETNAM)
    return moment if _day is None else datetime.combine(_day, moment.timetz())


def today() -> date:
    """Today in Viet Nam."""
    return now().date()


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

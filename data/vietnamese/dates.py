"""Days: the one clock, and how a day is said.

A function that judges by today takes the day as an argument. Whoever has to ask, asks ``today()``. A test sets the day for
the whole process, SQL included: ``with on_day(date(2022, 12, 30)): ...``
"""

from __future__ import annotations

from datetime import date

from queries.clock import VIETNAM, end_of, looking_back, looking_back_to, now, on_day, today, utc_now

__all__ = [
    "VIETNAM", "end_of", "looking_back", "looking_back_to", "now", "on_day", "said_day", "said_day_in_words", "today", "utc_now",
]  # fmt: skip


def said_day(value: date) -> str:
    """A day as people write it: 29/12/2022."""
    return f"{value:%d/%m/%Y}"


def said_day_in_words(value: date) -> str:
    """A day that nobody can read in two ways: ngày 5 tháng 10 năm 2026."""
    return f"ngày {value.day} tháng {value.month} năm {value.year}"

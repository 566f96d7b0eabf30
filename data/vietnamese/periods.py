"""Periods: first and last day, and how they are said."""

from __future__ import annotations

import calendar
from datetime import date

_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}


def period_begin(year: int, period: str) -> date:
    """First day of a period: N, Qn, Tn (month n) or nT (first n months)."""
    month = {"Q": lambda: 3 * int(period[1:]) - 2, "T": lambda: int(period[1:])}.get(period[0], lambda: 1)()
    return date(year, month, 1)


def period_end(year: int, period: str) -> date:
    """Last day of a period: N, Qn, Tn (month n) or nT (first n months)."""
    if period == "N":
        month = 12
    elif period.startswith("Q"):
        month = 3 * int(period[1:])
    else:
        month = int(period.replace("T", ""))
    return date(year, month, calendar.monthrange(year, month)[1])


def roman(quarter: str) -> str:
    """The number of a quarter as it is written: Q2 -> II."""
    return _ROMAN[quarter[1]]


def period_in_words(period: str) -> str:
    """A period without its year: 'cả năm', 'Quý II', '6 tháng đầu năm', 'tháng 3'."""
    if period == "N":
        return "cả năm"
    if period.startswith("Q"):
        return f"Quý {roman(period)}"
    return f"tháng {period[1:]}" if period.startswith("T") else f"{period[:-1]} tháng đầu năm"


def period_name(year: int, period: str) -> str:
    """'năm 2022', 'Quý II năm 2022', '6 tháng đầu năm 2022', 'tháng 3 năm 2022'."""
    if period == "N":
        return f"năm {year}"
    if period.startswith("Q"):
        return f"Quý {roman(period)} năm {year}"
    return f"tháng {period[1:]} năm {year}" if period.startswith("T") else f"{period[:-1]} tháng đầu năm {year}"

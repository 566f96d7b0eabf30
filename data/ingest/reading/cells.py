"""A cell is text. What a workbook knows beyond its text travels as one private character in front of it.

A number of a workbook is written with a decimal point and without grouping behind ``NUMBER``; a percent-formatted one
behind ``PERCENT``, as stored (0.693). Text never begins with one of these characters: ``clean`` takes them out.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from data.vietnamese.text import clean as clean_text

NUMBER, PERCENT, DAY, TRUTH, ERROR, UNCALCULATED = (chr(0xE000 + offset) for offset in range(6))
MARKS = {NUMBER, PERCENT, DAY, TRUTH, ERROR, UNCALCULATED}
_UNMARKED = dict.fromkeys(map(ord, MARKS))
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')  # parts of a number format that are only shown: 0.0"%" scales nothing
_DECIMALS = re.compile(r"[0-9][.,]([0-9]{5,})$")


def clean(text: str) -> str:
    """A cell as it is meant: what a workbook says beyond its text stays, any other text is made clean."""
    return text if text[:1] in MARKS else clean_text(text)


def rounds(text: str) -> bool:
    """Whether a cell writes more decimals than the store keeps; of a percent cell, as Excel shows it."""
    decimals = _DECIMALS.search(text.rstrip("% "))
    return decimals is not None and len(decimals[1]) > (6 if text[:1] == PERCENT else 4)


def of_workbook(value: Any, number_format: str, kind: str) -> str:
    """The text of a workbook's cell. ``kind`` is openpyxl's data type of the cell ('e' is an error, 'f' a formula)."""
    if value is None:
        return ""
    if kind == "e":
        return ERROR + str(value)
    if isinstance(value, bool):
        return TRUTH + ("TRUE" if value else "FALSE")
    if isinstance(value, int | float):
        if isinstance(value, float) and (value != value or abs(value) == float("inf")):
            return ERROR + str(value)
        exact = format(Decimal(repr(value) if isinstance(value, int) else format(value, ".15g")), "f")
        exact = exact.rstrip("0").rstrip(".") if "." in exact else exact
        return (PERCENT if "%" in _LITERAL.sub("", number_format) else NUMBER) + exact
    if isinstance(value, datetime | date):
        return DAY + value.isoformat()[:10]
    if isinstance(value, time):
        return DAY + value.isoformat()
    return unmarked(str(value))


def unmarked(text: str) -> str:
    """Text of a file without the private characters that only this program puts in front of a cell."""
    return text if text.isascii() else text.translate(_UNMARKED)


def shown(text: str) -> str:
    """A cell as its writer saw it, for a message; at most 60 characters."""
    whole = seen(text)
    return whole if len(whole) <= 60 else whole[:57] + "…"


def seen(text: str) -> str:
    """A cell as its writer saw it."""
    mark, rest = (text[0], text[1:]) if text[:1] in MARKS else ("", text)
    if mark == PERCENT:
        rest = format(Decimal(rest) * 100, "f").rstrip("0").rstrip(".") + "%" if Decimal(rest) else "0%"
    if mark in (NUMBER, PERCENT):
        rest = rest.replace(".", ",")
    if mark == DAY and len(rest) == 10:
        rest = f"{rest[8:]}/{rest[5:7]}/{rest[:4]}"
    if mark == UNCALCULATED:
        rest = f"={rest}"
    return rest

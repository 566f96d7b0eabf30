"""A cell is text. What a workbook knows beyond its text travels as one private character in front of it.

A number of a workbook is written with a decimal point and without grouping behind ``NUMBER``; a percent-formatted one
behind ``PERCENT``, as stored (0.693). Text never begins with one of these characters: ``clean`` takes them out.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any

NUMBER, PERCENT, DAY, TRUTH, ERROR, UNCALCULATED = (chr(0xE000 + place) for place in range(6))
MARKS = {NUMBER, PERCENT, DAY, TRUTH, ERROR, UNCALCULATED}
_UNMARKED = dict.fromkeys(map(ord, MARKS))
_INVISIBLE = re.compile("[\u200b-\u200f\u2028\u2029\u202a-\u202e\u2060-\u2064\ufeff\u00ad\ue000-\ue005]")
_BLANKS = re.compile(r"[\s\u00a0\u2000-\u200a\u202f\u205f\u3000]+")
_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.')  # parts of a number format that are only shown: 0.0"%" scales nothing
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def clean(text: str) -> str:
    """Text as it is meant: NFC, without invisible characters, blanks single, no apostrophe that guards a formula."""
    if text[:1] in MARKS:
        return text
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text)).replace("\u00d0", "Đ").replace("\u0189", "Đ")
    text = _BLANKS.sub(" ", text).strip()
    return text[1:].lstrip() if text[:1] == "'" and text[1:2] in _FORMULA else text


def guarded(text: str) -> str:
    """Text that a spreadsheet will not run as a formula: an apostrophe before ``=``, ``+``, ``-``, ``@``; ``clean`` takes it off."""
    return f"'{text}" if text.startswith(_FORMULA) else text


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
    told = seen(text)
    return told if len(told) <= 60 else told[:57] + "…"


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


def folded(text: str) -> str:
    """A heading or word without marks, case and punctuation: 'Mã chỉ tiêu' and 'MA_CHI_TIEU' are one."""
    return _folded(text) if len(text) <= 100 else _folded.__wrapped__(text)


@lru_cache(maxsize=4096)  # the same few headings are looked at again and again, under each delimiter and for each form
def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D").replace("\u00d0", "D"))
    letters = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9%]+", "_", re.sub(r"\([^)]*\)|\*", " ", letters.lower())).strip("_")

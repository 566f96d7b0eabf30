"""Text cells to values. Each reader returns the value, None for a blank cell, or raises ValueError
whose message says in Vietnamese what was expected."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

_PLAIN = re.compile(r"^[-−]?[0-9]+(,[0-9]+)?$")
_GROUPED = re.compile(r"^[-−]?[0-9]{1,3}(\.[0-9]{3}){2,}(,[0-9]+)?$|^[-−]?[0-9]{1,3}\.[0-9]{3},[0-9]+$")
_DATE = re.compile(r"^([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})$")
_ISO_DATE = re.compile(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})$")
_PERIOD = re.compile(r"^(N|Q[1-4]|T([1-9]|1[0-2])|([2-9]|1[01])T)$")

LEVELS = {"tinh": "province", "huyen": "district", "xa": "commune", "chung": "all"}
DIRECTIONS = {"tang": "higher", "giam": "lower", "khong": "none"}
KINDS = {"ty_le": "ratio", "so_luong": "count", "mat_do": "rate", "tien": "money", "hang": "rank", "moc": "milestone"}
RANKS = {"chinh": "headline", "phu": "supporting", "boi_canh": "context"}
QUALIFIERS = {"": "exact", "khoang": "about", "tren": "over", "gan": "nearly", "uoc": "estimate"}
STATED = {"dat": "met", "chua_dat": "missed"}
OPERATORS = (">=", ">", "=", "<=", "<", "range")
CHANGES = ("same", "rename", "retype", "move", "merge", "split")


def number(text: str) -> Decimal | None:
    """A Vietnamese number: decimal comma, dots only between thousands. ``1.410`` is refused: it may be either."""
    if not text:
        return None
    if not (_PLAIN.match(text) or _GROUPED.match(text)):
        raise ValueError("một con số viết kiểu Việt Nam, ví dụ 69,3 hoặc 1410498")
    return Decimal(text.replace(".", "").replace(",", ".").replace("−", "-"))


def day(text: str) -> date | None:
    """A date, ``d/M/yyyy`` or ISO."""
    if not text:
        return None
    vietnamese, iso = _DATE.match(text), _ISO_DATE.match(text)
    try:
        if vietnamese:
            return date(int(vietnamese[3]), int(vietnamese[2]), int(vietnamese[1]))
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        pass
    raise ValueError("một ngày có thật, ví dụ 29/12/2022")


def whole(text: str) -> int | None:
    """A whole number without separators."""
    if not text:
        return None
    if not re.fullmatch(r"[0-9]+", text):
        raise ValueError("một số nguyên, ví dụ 2022")
    return int(text)


def year(text: str) -> int:
    """A calendar year between 2000 and 2050."""
    found = whole(text)
    if found is None or not 2000 <= found <= 2050:
        raise ValueError("năm từ 2000 đến 2050")
    return found


def period(text: str) -> str:
    """N (whole year), 2T..11T (cumulative months), Q1..Q4 or T1..T12."""
    if not _PERIOD.match(text):
        raise ValueError("kỳ N, 6T, 9T, Q1 đến Q4 hoặc T1 đến T12")
    return text


def one_of(words: dict[str, str] | tuple[str, ...]):
    """A reader that takes one of the given words and returns what it stands for; None for a blank."""
    meaning = words if isinstance(words, dict) else dict(zip(words, words, strict=True))

    def read(text: str) -> str | None:
        if text in meaning:
            return meaning[text]
        if not text:
            return None
        raise ValueError("một trong: " + ", ".join(word for word in meaning if word))

    return read

"""Text cells to values. Each reader returns the value, None for a blank cell, or raises Unreadable with the code of a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from data.ingest.reading import cells
from data.vietnamese import numbers
from data.vietnamese.terms import LEVEL_WORDS
from data.vietnamese.text import folded

_DATE = re.compile(r"^(?:ngày )?([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})$", re.IGNORECASE)
_ISO_DATE = re.compile(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})$")
_PERIOD = re.compile(r"^(N|Q[1-4]|T([1-9]|1[0-2])|([2-9]|1[01])T)$")
_QUARTER = re.compile(r"^(?:QUÝ|QUY|Q) ?(IV|III|II|I|[1-4])$")
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}


class Unreadable(ValueError):
    """A cell that cannot be read: the code of the finding and its arguments."""

    def __init__(self, code: str, **args: Any) -> None:
        super().__init__(code)
        self.code, self.args_of = code, args


def sound(text: str) -> str:
    """The text of a cell that is meant as text; Unreadable for an error, a formula without value or a truth value."""
    mark = text[:1]
    if mark == cells.ERROR:
        raise Unreadable("cell_error")
    if mark == cells.UNCALCULATED:
        raise Unreadable("cell_uncalculated")
    if mark == cells.TRUTH:
        raise Unreadable("cell_truth")
    return cells.shown(text) if mark in cells.MARKS else text


def words(text: str) -> str | None:
    """Any text."""
    return sound(text) or None


def code(text: str) -> str | None:
    """A code, which is text: a number of a workbook with decimals is refused (1.10 has become 1.1)."""
    content = sound(text)
    if text[:1] in (cells.PERCENT, cells.DAY) or (text[:1] == cells.NUMBER and "." in text):
        raise Unreadable("code_is_number")
    return content or None


def number(text: str, style: str = "vi") -> Decimal | None:
    """A number in a style, four decimals. A number that a workbook stored needs no style."""
    return decimal(text, style) if sound(text) else None


def decimal(text: str, style: str = "vi") -> Decimal:
    """The number of a cell that is not blank, as ``number`` reads it."""
    try:
        if text[:1] in (cells.NUMBER, cells.PERCENT):
            return numbers.stored(Decimal(text[1:]))
        if text[:1] == cells.DAY:
            raise Unreadable("number_date")
        return numbers.read(sound(text), style)
    except OverflowError:
        raise Unreadable("too_precise") from None
    except Unreadable:
        raise
    except ValueError:
        raise Unreadable("not_a_number", example="1.410.498" if style == "vi" else "1410498") from None


def day(text: str) -> date | None:
    """A date: d/M/yyyy, ISO, a workbook's date, or the day number that a workbook keeps for it."""
    content = sound(text)
    if not content:
        return None
    if text[:1] == cells.NUMBER:
        serial = Decimal(text[1:])
        if serial == serial.to_integral_value() and 36_526 <= serial <= 55_153:  # 2000-01-01 to 2050-12-31
            return date(1899, 12, 30) + timedelta(days=int(serial))
    vietnamese, iso = _DATE.match(content), _ISO_DATE.match(content)
    try:
        if vietnamese:
            return _within(date(int(vietnamese[4]), int(vietnamese[3]), int(vietnamese[1])))
        if iso:
            return _within(date(int(iso[1]), int(iso[2]), int(iso[3])))
    except ValueError:
        pass
    raise Unreadable("not_a_day")


def _within(value: date) -> date:
    if not 1975 <= value.year <= 2100:
        raise ValueError(value)
    return value


def whole(text: str) -> int | None:
    """A whole number without separators."""
    content = sound(text)
    if not content:
        return None
    if not re.fullmatch(r"[0-9]{1,9}", content):
        raise Unreadable("not_a_whole", example="2022")
    return int(content)


def year(text: str) -> int | None:
    """A calendar year between 2000 and 2050; 'Năm 2023' is one as well."""
    content = sound(text)
    if not content:
        return None
    match = re.fullmatch(r"(?:năm )?(20[0-4][0-9]|2050)", content, re.IGNORECASE)
    if not match:
        raise Unreadable("not_a_year")
    return int(match[1])


def period(text: str) -> str | None:
    """N (whole year), 2T..11T (first months), Q1..Q4 or T1..T12; 'Quý II' and 'Cả năm' are understood."""
    content = sound(text).upper()
    if not content:
        return None
    quarter = _QUARTER.match(content)
    if quarter:
        content = "Q" + _ROMAN.get(quarter[1], quarter[1])
    content = {"NĂM": "N", "CẢ NĂM": "N", "CA NAM": "N"}.get(content, content)
    first_months = re.fullmatch(r"([2-9]|1[01]) THÁNG(?: ĐẦU NĂM)?", content)
    content = f"{first_months[1]}T" if first_months else content
    month = re.fullmatch(r"(?:THÁNG|T) ?0?([1-9]|1[0-2])", content)
    content = f"T{month[1]}" if month else content
    if not _PERIOD.match(content):
        raise Unreadable("not_a_period")
    return content


def truth(text: str) -> bool:
    """x, có, 1, true: yes; blank, không, 0, false: no."""
    content = (text[1:] if text[:1] in (cells.TRUTH, cells.NUMBER) else sound(text)).lower()
    if content in ("", "không", "khong", "0", "false"):
        return False
    if content in ("x", "có", "co", "1", "true"):
        return True
    raise Unreadable("not_a_word", choices="x hoặc để trống")


def levels(text: str) -> str | None:
    """Levels joined by '/', each a word of the forms: tinh/huyen/xa. Raises Unreadable with the word that is none."""
    joined = sound(text)
    if not joined:
        return None
    named = [word.strip() for word in joined.split("/")]
    wrong = next((word for word in named if word not in LEVEL_WORDS), None)
    if wrong is not None:
        raise Unreadable("not_a_word", found=wrong, choices=", ".join(LEVEL_WORDS) + ", nối bằng dấu /")
    return "/".join(named)


def one_of(meaning: Mapping[str, str]) -> Callable[[str], str | None]:
    """A reader that takes one of the given words, in any case, with or without marks, and returns what it stands for."""

    by_spelling = {folded(word) or word: means for word, means in meaning.items()} | dict(meaning)

    def read(text: str) -> str | None:
        content = sound(text)
        if not content:
            return None
        plain = folded(content)
        for spelt in (content, plain, plain.removeprefix("cap_")):
            if spelt in by_spelling:
                return by_spelling[spelt]
        raise Unreadable("not_a_word", choices=", ".join(word for word in meaning if word))

    return read

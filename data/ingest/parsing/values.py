"""Text cells to values. Each reader returns the value, None for a blank cell, or raises Unreadable with the code of a finding."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from data.ingest.reading import cells
from data.vietnamese import numbers
from data.vietnamese.terms import LEVEL_SPELLINGS, LEVEL_WORDS
from data.vietnamese.text import folded

_DATE = re.compile(r"^(?:ngày )?([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})$", re.IGNORECASE)
_ISO_DATE = re.compile(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})$")
_SHORT_YEAR = re.compile(r"^(?:năm )?['’]?([0-9]{2})$", re.IGNORECASE)
_SHORT_DATE = re.compile(r"^(?:ngày )?([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{2})$", re.IGNORECASE)
_PERIOD = re.compile(r"^(N|Q[1-4]|T([1-9]|1[0-2])|([2-9]|1[01])T)$")
_QUARTER = re.compile(r"^(?:QUÝ|QUY|Q) ?(IV|III|II|I|[1-4]|MỘT|NHẤT|HAI|BA|BỐN|TƯ)$")
_FIRST_MONTHS = re.compile(r"^([2-9]|1[01]|HAI|BA|BỐN|NĂM|SÁU|BẢY|TÁM|CHÍN|MƯỜI)(?: THÁNG| ?T(?= ĐẦU))(?: ĐẦU NĂM| ĐẦU)?$")
_YEAR_BEHIND = re.compile(r"(?:[ ,]*[/.-] ?|[ ,]+)(20[0-4][0-9]|2050)$")
_BARE = re.compile(r"^(?:0?[1-9]|1[0-2])$")
_COUNTED = dict(zip(["MỘT", "HAI", "BA", "BỐN", "NĂM", "SÁU", "BẢY", "TÁM", "CHÍN", "MƯỜI"], range(1, 11), strict=True))
_ORDINALS = {
    "I": "1",
    "II": "2",
    "III": "3",
    "IV": "4",
    "NHẤT": "1",
    "TƯ": "4",
    **{word: str(of) for word, of in _COUNTED.items()},
}
_PERIOD_WORDS = {"NĂM": "N", "CẢ NĂM": "N", "CA NAM": "N", "TRỌN NĂM": "N", "NỬA ĐẦU NĂM": "6T", "NỬA NĂM ĐẦU": "6T"}


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


def decimal(text: str, style: str = "vi", times: int = 1) -> Decimal:
    """The number of a cell that is not blank, as ``number`` reads it; ``times`` it, before it is rounded."""
    try:
        if text[:1] in (cells.NUMBER, cells.PERCENT):
            return numbers.stored(Decimal(text[1:]) * times)
        if text[:1] == cells.DAY:
            raise Unreadable("number_date")
        return numbers.stored(numbers.exact(sound(text), style) * times)
    except OverflowError:
        raise Unreadable("too_precise") from None
    except Unreadable:
        raise
    except ValueError:
        raise Unreadable("not_a_number", example="1.410.498" if style == "vi" else "1410498") from None


def day(text: str, month_first: bool = False) -> date | None:
    """A date: d/M/yyyy (``month_first``: M/d/yyyy), ISO, a workbook's date, or the day number that a workbook keeps for it."""
    content = sound(text)
    if not content:
        return None
    if text[:1] == cells.NUMBER:
        serial = Decimal(text[1:])
        if serial == serial.to_integral_value() and 36_526 <= serial <= 55_153:  # 2000-01-01 to 2050-12-31
            return date(1899, 12, 30) + timedelta(days=int(serial))
    vietnamese, iso, short = _DATE.match(content), _ISO_DATE.match(content), _SHORT_DATE.match(content)
    try:
        if vietnamese:
            of_day, of_month = (
                (vietnamese[3], vietnamese[1]) if month_first and text[:1] != cells.DAY else (vietnamese[1], vietnamese[3])
            )
            return _within(date(int(vietnamese[4]), int(of_month), int(of_day)))
        if iso:
            return _within(date(int(iso[1]), int(iso[2]), int(iso[3])))
    except ValueError:
        pass
    if short and 1 <= int(short[1]) <= 31 and 1 <= int(short[3]) <= 12:
        raise Unreadable("day_short", proposal=f"{short[1]}/{short[3]}/20{short[4]}")
    raise Unreadable("not_a_day")


def days_either_way(text: str) -> tuple[date | None, date | None]:
    """A day written with strokes, read as day/month and as month/day; None where there is no such day, both None for anything else."""
    match = _DATE.match(text)
    if not match:
        return None, None
    readings: list[date | None] = []
    for of_day, of_month in ((match[1], match[3]), (match[3], match[1])):
        try:
            readings.append(_within(date(int(match[4]), int(of_month), int(of_day))))
        except ValueError:
            readings.append(None)
    return readings[0], readings[1]


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
    """A calendar year between 2000 and 2050; 'Năm 2023' is one as well. One of two digits is not guessed, but proposed."""
    content = sound(text)
    if not content:
        return None
    match = re.fullmatch(r"(?:năm )?(20[0-4][0-9]|2050)", content, re.IGNORECASE)
    if match:
        return int(match[1])
    short = _SHORT_YEAR.match(content)
    if short and int(short[1]) <= 50:
        raise Unreadable("year_short", proposal=f"20{short[1]}")
    raise Unreadable("not_a_year")


class Period(NamedTuple):
    """A period as a cell names it, and the year that it names with it: 'Quý III/2026' is Q3 of 2026; year None = not said."""

    code: str
    year: int | None


def period(text: str) -> str | None:
    """The code of a period, whatever year is named with it. Raises Unreadable."""
    named = period_and_year(text)
    return named and named.code


def period_and_year(text: str) -> Period | None:
    """N (whole year), 2T..11T (first months), Q1..Q4 or T1..T12; 'Quý II', 'Cả năm', '9 tháng đầu năm', 'Quý III/2026' are understood."""
    content = sound(text).upper()
    if not content:
        return None
    said = _YEAR_BEHIND.search(content)
    named = content[: said.start()] if said else content
    for words in (named, named.removesuffix(" NĂM")):
        code = _period_code(words)
        if code:
            return Period(code, int(said[1]) if said else None)
    raise Unreadable("not_a_period")


def bare_period(text: str) -> tuple[int | None, dict[str, str]]:
    """What a bare number may mean as a period, code by meaning: 3 is 'quarter' or 'month', 9 'month' or 'months'; and its year, where Excel
    made the first day of a month of '9/2026'. Nothing for every other text."""
    day = _ISO_DATE.match(text[1:]) if text[:1] == cells.DAY else None
    number = int(day[2]) if day and day[3] == "01" else int(said[0]) if (said := _BARE.match(sound(text))) and not day else 0
    if not day and 1 <= number <= 4:
        return None, {"quarter": f"Q{number}", "month": f"T{number}"}
    if 2 <= number <= 11:
        return (int(day[1]) if day else None), {"month": f"T{number}", "months": f"{number}T"}
    return None, {}


def year_of_period(text: str) -> int | None:
    """The year that is named with a period: 2026 of 'Quý III/2026'; None where none is, or where it is no period."""
    try:
        said = period_and_year(text)
    except Unreadable:
        return None
    return said and said.year


def _period_code(words: str) -> str | None:
    """The code of a period, None for words that name none."""
    quarter, first, month = (
        _QUARTER.match(words),
        _FIRST_MONTHS.match(words),
        re.fullmatch(r"(?:THÁNG|T) ?0?([1-9]|1[0-2])", words),
    )
    if quarter:
        return "Q" + _ORDINALS.get(quarter[1], quarter[1])
    if first:
        return f"{_COUNTED.get(first[1], first[1])}T"
    code = f"T{month[1]}" if month else _PERIOD_WORDS.get(words, words)
    return code if _PERIOD.match(code) else None


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


def level(text: str) -> str | None:
    """A level by its word of the forms, or as people say it: phường and thị trấn are of the commune's."""
    return _LEVEL(text)


def one_of(meaning: Mapping[str, str], also: Mapping[str, str] | None = None) -> Callable[[str], str | None]:
    """A reader that takes one of the given words, in any case, with or without marks, and returns what it stands for.

    ``also``: words that it takes without offering them.
    """
    words = {**(also or {}), **meaning}
    by_spelling = {folded(word) or word: means for word, means in words.items()} | words

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


_LEVEL = one_of(LEVEL_WORDS, LEVEL_SPELLINGS)

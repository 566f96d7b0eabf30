"""Numbers of documents: one document however it is typed, and what looks like a slip of the hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from datetime import date
from difflib import get_close_matches
from functools import lru_cache

from data.vietnamese.text import fold

_LOOK_ALIKES = str.maketrans(  # letters of other alphabets that look like Latin ones
    "АВЕКМНОРСТУХІЅЈԚԜаеорсухіѕјԛԝкΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρυικ",
    "ABEKMHOPCTYXISJQWaeopcyxisjqwkABEZHIKMNOPTYXoavpuik",
)
_QUARTER = re.compile(r"(?<![a-z])quy\s*(iv|i{1,3})(?![a-z])")
_QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_ADDED = re.compile(r"ng[àa]y\s*[0-9]|của|ubnd|ủy ban|t[ỉi]nh")  # where something may begin that is no part of a number
_KINDS = (  # without marks
    "ke hoach", "quyet dinh", "bao cao", "cong van", "nghi quyet", "de an", "chi thi", "thong bao", "to trinh", "chuong trinh",
    "thong tu", "nghi dinh", "huong dan", "van ban", "kh", "qd", "bc", "cv", "nq", "da", "ct", "tb", "vb",
)  # fmt: skip
_BEFORE = re.compile(  # words that may stand before a number without making it another one: 'Theo Kế hoạch của UBND tỉnh số'
    rf"^(?:(?:theo|can cu|tai|nguon) )?(?:(?:{'|'.join(_KINDS)}) )?(?:(?:cua )?(?:ubnd|uy ban nhan dan) (?:tinh )?(?:[a-z]+ ){{0,3}}?)?(?:so )?(?=[0-9][0-9 ]*[^a-z0-9 ])"
)
_DAY = re.compile(
    r"\s*[,(]?\s*ng[àa]y\s*([0-9]{1,2})\s*(?:[/.-]|th[áa]ng)\s*([0-9]{1,2})\s*(?:[/.-]|n[ăa]m)\s*([0-9]{4})\s*[)]?\s*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[0-9]+[a-zđ]?\s*(?:/\s*[0-9]{4}\s*)?[/-]\s*[a-zđ][\wđĐ.-]*(?:/[\wđĐ.-]+)?", re.IGNORECASE)
_ROMAN = re.compile(r"(?<![a-z])[ivx]+(?![a-z])|[0-9]+")


@lru_cache(maxsize=20_000)
def key(number: str) -> str:
    """What a number has in common with every spelling of it: case, marks, kinds of dash and slash, blanks, full-width digits, zeros
    in front, blanks inside a numeral, Roman or Arabic numerals of a quarter and look-alikes of other alphabets do not count.
    '525/kh–ubnd', '５25/KH-UBND' and '52 5 / KH-UBND' are one."""
    return re.sub(r"(?<=[a-z]) | (?=[a-z])", "", _words(number)) or number.strip()


def _words(number: str) -> str:
    words = re.sub(r"[^a-z0-9]+", " ", _plain(number)).split()
    return " ".join(word.lstrip("0") or "0" if word.isdigit() else word for word in words)


def _plain(number: str) -> str:
    plain = fold(unicodedata.normalize("NFKC", number).translate(_LOOK_ALIKES).replace("\u0189", "d").replace("\u0256", "d"))
    joined = re.sub(r"(?<=[0-9])\s+(?=[0-9])", "", plain)
    return _QUARTER.sub(lambda found: f"quy {_QUARTERS[found[1]]}", joined)


def strange_letters(number: str) -> str:
    """The letters and digits of a number that are none of the Vietnamese alphabet and look like none of it closely enough to be read as one; '' for none."""
    return "".join(dict.fromkeys(letter for letter in number if any(_strange(plain) for plain in _plain(letter))))


def _strange(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "LN" and not letter.isascii()


def bare_key(number: str) -> str:
    """The key of a number without the kind of document and the office that are said before it: 'Kế hoạch số 525/KH-UBND' is 525/KH-UBND."""
    return key(_BEFORE.sub("", re.sub(r"[\s:.,;“”\"'_]+", " ", _plain(number)).strip()))


def without_addition(number: str) -> list[str]:
    """Keys of what a number may be without the kind of document before it, and what stands behind it: its day ('525/KH-UBND ngày
    29/12/2022'), or that it is the province's ('525/KH-UBND tỉnh'); the longest first. What is said in brackets belongs to it."""
    return [bare_key(number), *(bare_key(beginning) for beginning in _beginnings(number))]


def said_day(text: str) -> date | None:
    """The day that a text states behind a number: 'Báo cáo 87/BC-UBND ngày 05/10/2026'; None for none, and for a day that never was."""
    found = _DAY.search(unicodedata.normalize("NFC", text))
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None


def undated(text: str) -> str:
    """A text without the day behind it."""
    return _DAY.sub("", unicodedata.normalize("NFC", text)).strip()


def bare_number(text: str) -> str:
    """The number alone of a text that begins with it but for its kind and ends with it but for its day: '87/BC-UBND'. What says more, an
    office or a title, stays whole."""
    found = _NUMBER.search(rest := undated(text))
    return found[0].replace(" ", "") if found and bare_key(rest) == key(found[0]) else rest


def same(one: str, other: str) -> bool:
    """Whether two texts name one document: its number with or without kind and day, where they state no two days."""
    days = {said_day(one), said_day(other)} - {None}
    return len(days) < 2 and bare_key(undated(one)) == bare_key(undated(other))


def _beginnings(number: str) -> list[str]:
    """A number up to each place where something is added behind it, the longest first."""
    text = unicodedata.normalize("NFC", number.lower())
    if not re.search(r"ng[àa]y\s*[0-9]|t[ỉi]nh", text):
        return []
    starts = [found.start() for found in _ADDED.finditer(text)]
    return [text[:start] for start in reversed(starts) if start and not text[:start].rstrip().endswith("(")]


def slips(number: str, known: Iterable[str]) -> list[str]:
    """The known numbers of which a number may be a misprint, at most two: they stand in it, or nearly the same letters do with the
    very same numerals.

    Another numeral is another document: 'Báo cáo Quý III/2026' is no misprint of 'Báo cáo Quý II/2026'.
    """
    every = list(known)
    inside = [other for other in every if f" {_words(other)} " in f" {_words(number)} "]
    alike = {key(other): other for other in every if _numerals(other) == _numerals(number)}
    return inside[:2] or [alike[near] for near in get_close_matches(key(number), list(alike), n=2, cutoff=0.75)]


def _numerals(number: str) -> list[str]:
    return [found.lstrip("0") for found in _ROMAN.findall(_plain(number))]

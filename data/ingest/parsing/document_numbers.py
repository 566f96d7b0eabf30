"""Numbers of documents: one document however it is typed, and what looks like a slip of the hand."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from functools import lru_cache

from data.vietnamese.text import fold

_LOOK_ALIKES = str.maketrans(  # letters of other alphabets that look like Latin ones
    "АВЕКМНОРСТУХІЅЈԚԜаеорсухіѕјԛԝкΑΒΕΖΗΙΚΜΝΟΡΤΥΧοανρυικ",
    "ABEKMHOPCTYXISJQWaeopcyxisjqwkABEZHIKMNOPTYXoavpuik",
)
_ROMAN = re.compile(r"(?<![a-z])[ivx]+(?![a-z])|[0-9]+")


@lru_cache(maxsize=20_000)
def key(number: str) -> str:
    """What a number has in common with every spelling of it: case, marks, kinds of dash and slash, blanks, full-width digits, zeros
    in front and letters of other alphabets do not count. '525/kh–ubnd', '５25/KH-UBND' and '525 / KH-UBND' are one."""
    return re.sub(r"(?<=[a-z]) | (?=[a-z])", "", _words(number)) or number.strip()


def _words(number: str) -> str:
    words = re.sub(r"[^a-z0-9]+", " ", _plain(number)).split()
    return " ".join(word.lstrip("0") or "0" if word.isdigit() else word for word in words)


def _plain(number: str) -> str:
    return fold(unicodedata.normalize("NFKC", number).translate(_LOOK_ALIKES).replace("\u0189", "d").replace("\u0256", "d"))


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

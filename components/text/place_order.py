"""Places of a document in the document's own order: 'Phần I.I' before 'Phần I.II.10.a', that before 'Phụ lục 1, dòng Tổng'."""

from __future__ import annotations

import re

from data.vietnamese.text import fold

_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_TOTAL = ("tong", "tong cong", "cong")  # what a row of sums begins with: it stands below the rows that it adds up

Key = tuple[tuple[int, int, str], ...]


def place_key(locator: str | None) -> Key:
    """What places are put in order by; what has no place comes last."""
    if not locator:
        return ((9, 0, ""),)
    return tuple(_part(part) for part in re.split(r"[.,\s]+", _totals_last(locator)) if part)


def _totals_last(locator: str) -> str:
    head, _, last = locator.rpartition("dòng ")
    return f"{head}~ {last}" if fold(last).startswith(_TOTAL) else locator


def _part(part: str) -> tuple[int, int, str]:
    if part.isdecimal():
        return (0, int(part), "")
    if re.fullmatch(r"[IVXL]+", part):
        return (0, _roman(part), "")
    return (2 if part == "~" else 1, 0, fold(part))


def _roman(part: str) -> int:
    values = [_ROMAN[letter] for letter in part]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))

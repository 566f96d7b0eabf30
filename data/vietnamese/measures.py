"""Units of measure: how people spell them, and whether words beside a number name the unit that is meant."""

from __future__ import annotations

from functools import lru_cache

from data.vietnamese.text import fold, folded

_SPELLINGS = {  # unit of the catalogue -> other ways to write it, without marks
    "%": ("phan tram", "pct"),
    "đồng": ("d", "vnd"),
    "triệu đồng": ("trd", "tr.d", "tr. d", "tr dong", "tr.dong", "trieu d", "trieu"),
    "tỷ đồng": ("ti dong", "ty d", "ti d", "ty", "ti"),
    "triệu đồng/năm": ("trd/nam", "tr.d/nam", "trieu/nam", "trieu dong mot nam", "trieu dong moi nam"),
    "thuê bao/100 dân": ("thue bao tren 100 dan", "tb/100 dan"),
    "doanh nghiệp": ("dn",),
    "hồ sơ": ("hs",),
    "km": ("ki lo met", "kilomet", "kilometer", "cay so"),
    "thiết bị": ("thiet bi.",),
}
_OTHER_WORDS = {"to": ("chuc",), "may": ("bay",)}  # a unit's word with one of these behind it is another word: tổ chức


@lru_cache(maxsize=512)
def spellings(unit: str) -> tuple[str, ...]:
    """The ways to write a unit, without marks and in small letters, the longest first."""
    return tuple(sorted({fold(unit), *_SPELLINGS.get(unit, ())} - {""}, key=len, reverse=True))


def without_unit(text: str, unit: str) -> str:
    """A text without the unit at its end: '1.410 Người' is '1.410' in 'người', '72 phần trăm' is '72%' in '%'."""
    plain = fold(text).rstrip(". ")
    for spelt in spellings(unit):
        before = plain[: -len(spelt)]
        if plain.endswith(spelt) and before and not before[-1].isalpha() and len(fold(text)) == len(text):
            return text[: len(before)].rstrip() + ("%" if unit == "%" else "")
    return text


def is_of_unit(words: str, unit: str) -> bool:
    """Whether words behind a number speak of a unit more closely: 'máy tính để bàn' of 'máy', but not 'tổ chức' of 'tổ'."""
    said = folded(words)
    for spelt in map(folded, spellings(unit)):
        rest = said.removeprefix(spelt)
        if rest != said and (not rest or (rest.startswith("_") and not rest[1:].startswith(_OTHER_WORDS.get(spelt, ())))):
            return True
    return False


def names(words: str, unit: str) -> bool:
    """Whether a cell of a column of units names a unit: 'Tỷ lệ (%)' names '%', 'Người' names 'người', '1.000 người' does not."""
    plain = fold(words).strip(" ().")
    if unit == "%":
        return "%" in plain or plain.startswith(("ty le", "ti le", *spellings(unit)))
    return plain in spellings(unit) or is_of_unit(words, unit)

"""What the heading of a column of figures says of them: whether they are targets or results, and of which period, unit, level, indicator."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from data.ingest.parsing import values
from data.ingest.parsing.known_names import KnownNames
from data.ingest.parsing.values import Unreadable
from data.ingest.reading import cells
from data.ingest.table.forms import WORDS
from data.vietnamese.text import folded

TARGET, RESULT = "chi_tieu", "ket_qua"
MEASURE = "so_lieu"  # under which key a heading says that its figures are targets or results
WHOLE_YEAR = "ca_nam"  # under which key a heading that names a year and no period says so: N, or OWN_YEAR
OWN_YEAR = "N!"  # the year is that of its figures ('Kế hoạch năm 2026'), whatever period a title names
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_YEAR = r"(20[0-4][0-9]|2050)"
_END = r"(?=_|$)"
_TOKENS = [  # what may stand in a heading, folded; what each says, in order of trial
    (rf"(?:t|thang)?_?(1[0-2]|0?[1-9])_{_YEAR}", lambda m: {"ky": f"T{int(m[1])}", "nam": m[2]}),
    (r"(?:ket_qua_thuc_hien|ket_qua|kq|thuc_hien|thuc_te|th)", lambda m: {MEASURE: RESULT}),
    (r"(?:muc_tieu_ke_hoach|chi_tieu_ke_hoach|ke_hoach|kh|muc_tieu|chi_tieu_giao|duoc_giao|giao)", lambda m: {MEASURE: TARGET}),
    (r"(?:uoc_tinh|uoc_dat|uoc)", lambda m: {"dinh_tinh": "uoc"}),
    (r"(?:quy|q)_?(iv|iii|ii|i|[1-4])", lambda m: {"ky": "Q" + _ROMAN.get(m[1], m[1])}),
    (r"(?:luy_ke_)?(?:den_het_)?([2-9]|1[01])_?(?:thang|t)(?:_dau_nam|_dau)?", lambda m: {"ky": f"{m[1]}T"}),
    (r"(?:thang|t)_?(1[0-2]|0?[1-9])", lambda m: {"ky": f"T{int(m[1])}"}),
    (r"ca_nam", lambda m: {"ky": "N"}),
    (rf"(?:nam_)?{_YEAR}", lambda m: {"nam": m[1]}),
    (r"nam", lambda m: {"": "nam"}),
    (r"(?:cac|trong|ky|so_lieu|theo|cua|quy|thang|%)", lambda m: {}),
]  # fmt: skip
_YEAR_IN_WORDS = re.compile(rf"(?:^|_)nam_{_YEAR}{_END}")
_PATTERNS = [(re.compile(pattern + _END), says) for pattern, says in _TOKENS]
Says = dict[str, str]  # header of the form -> text; MEASURE -> TARGET or RESULT; WHOLE_YEAR -> N or OWN_YEAR


def says(parts: Sequence[str], names: KnownNames) -> Says | None:
    """What the cells above a column say, from the top down; None when the lowest is no such heading, or they contradict each other.

    A cell above that says nothing of the kind is a title and does not count.
    """
    merged: Says = {}
    own_year = False
    for index, part in enumerate(parts):
        said = _part(part, parts[:index], names)
        if said is None:
            if index == len(parts) - 1:
                return None
            continue
        if any(merged.get(key, text) != text for key, text in said.items()):
            return None
        merged |= said
        own_year |= _is_of_its_year(part, said)
    whole_year = merged.pop("", "")
    if MEASURE in merged and whole_year and "ky" not in merged:
        merged["ky"] = "N"  # 'Kế hoạch năm'
    if "nam" in merged and "ky" not in merged:
        merged[WHOLE_YEAR] = OWN_YEAR if own_year else "N"
    return merged or None


def _is_of_its_year(part: str, said: Says) -> bool:
    """Whether a cell says of its figures that they are those of a whole year: 'KH 2026', 'Thực hiện năm 2025'; 'TH 2026' may be a part of it."""
    if "nam" not in said or MEASURE not in said:
        return False
    return said[MEASURE] == TARGET or bool(_YEAR_IN_WORDS.search(folded(plain(part))))


def _part(text: str, above: Sequence[str], names: KnownNames) -> Says | None:
    """What one cell says; None when it is no heading of figures."""
    if text[:1] == cells.DAY and text[9:11] == "01":
        return {"ky": f"T{int(text[6:8])}", "nam": text[1:5]}
    text = plain(text)
    word = folded(text)
    context = "_".join(folded(plain(part)) for part in above)
    if re.fullmatch(r"i|ii|iii|iv|[1-4]", word) and "quy" in context:
        return {"ky": "Q" + _ROMAN.get(word, word)}
    if re.fullmatch(r"1[0-2]|0?[1-9]", word) and "thang" in context:
        return {"ky": f"T{int(word)}"}
    scanned = _scanned(word)
    return scanned if scanned is not None else _named(text, names)


def _scanned(word: str) -> Says | None:
    """A folded heading as the words it is made of; None when something is left over, or two of them contradict each other."""
    found: Says = {}
    while word:
        for pattern, meaning in _PATTERNS:
            if match := pattern.match(word):
                said = meaning(match)
                if any(found.get(key, text) != text for key, text in said.items()):
                    return None
                found |= said
                word = word[match.end() :].lstrip("_")
                break
        else:
            return None
    return found


def _named(text: str, names: KnownNames) -> Says | None:
    """A level, an indicator or a unit."""
    if not text:
        return None
    try:
        level = values.one_of(WORDS["cap"])(text)
    except Unreadable:
        level = None
    if level:
        return {"cap": text}
    if names.is_indicator(text):
        return {"ma_chi_tieu": text}
    return {"don_vi": text} if names.is_unit(text) else None


def plain(text: str) -> str:
    """A heading without the mark of a workbook's number."""
    return text[1:] if text[:1] == cells.NUMBER else "" if text[:1] in cells.MARKS else text


def fingerprint(rows: Iterable[Sequence[str]]) -> str:
    """The headings of a file in one text; a year in them does not make them others."""
    return "/".join(
        "|".join(re.sub("[0-9]+", "#", folded(plain(cells.clean(cell)))) for cell in record).rstrip("|") for record in rows
    )

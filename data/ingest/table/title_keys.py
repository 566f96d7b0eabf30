"""What the rows above a heading say of the whole table: the year, the period, the unit, the source, the indicator, what the figures are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from data.ingest.parsing.known_names import KnownNames
from data.ingest.reading.cells import clean
from data.ingest.reading.columns import column_letter
from data.ingest.reading.encodings import in_unicode
from data.ingest.table.heading_words import MEASURE, RESULT, TARGET

_LABELLED = (  # label at the beginning of a cell, what it names
    (re.compile(r"^(?:đơn vị(?: báo cáo| hành chính)?|địa bàn|địa phương)\s*:\s*(.+)$", re.IGNORECASE), "don_vi"),
    (re.compile(r"^(?:nguồn(?: số liệu)?|văn bản|theo văn bản)\s*:\s*(.+)$", re.IGNORECASE), "nguon"),
    (re.compile(r"^(?:chỉ tiêu|mã chỉ tiêu|tên chỉ tiêu)\s*:\s*(.+)$", re.IGNORECASE), "ma_chi_tieu"),
    (re.compile(r"^cấp\s*:\s*(.+)$", re.IGNORECASE), "cap"),
)
_OFFICE = re.compile(r"^(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)\s+(.+)$", re.IGNORECASE)
_NUMBERED = re.compile(
    r"(?:^số\s*:|(?:báo cáo|quyết định|kế hoạch|công văn|tờ trình|văn bản)\s+số)\s*([0-9]\S*/[^\s,;)]+)", re.IGNORECASE
)
_PERIOD = re.compile(
    r"\b(quý\s+(?:iv|iii|ii|i|[1-4])|(?:[2-9]|1[01])\s+tháng(?:\s+đầu)?|tháng\s+(?:1[0-2]|0?[1-9])|cả năm)(?![0-9])",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:\bnăm\s+|\b(?:quý\s+\w+|tháng\s+[0-9]{1,2})\s*[/-]\s*)(20[0-4][0-9]|2050)\b", re.IGNORECASE)
_LEVEL = re.compile(r"\bcấp\s+(tỉnh|huyện|xã)\b", re.IGNORECASE)
_DAY = re.compile(
    r"\bngày\s+[0-9]{1,2}\s*(?:tháng\s+[0-9]{1,2}\s+năm\s+[0-9]{4}|[/.-]\s*[0-9]{1,2}\s*[/.-]\s*[0-9]{4})", re.IGNORECASE
)
_APART = re.compile(r"\s[-–—]\s|[,(]|\bcủa\s", re.IGNORECASE)
_ROMAN = {"i": "Q1", "ii": "Q2", "iii": "Q3", "iv": "Q4"}


class Constant(NamedTuple):
    """One value for the whole table, and the cell that says it ('A2'); '' where somebody answered."""

    text: str
    cell: str = ""


def title_keys(records: Sequence[tuple[int, list[str]]], names: KnownNames) -> dict[str, Constant]:
    """What the cells above a heading say, by header of the form; what they say in two ways is left out."""
    found: dict[str, dict[str, Constant]] = {}
    weak: dict[str, Constant] = {}
    for cell, text in _cells(records):
        for header, said in _labelled(text, names):
            found.setdefault(header, {}).setdefault(said, Constant(said, cell))
        for header, said in _mentioned(text, names):
            weak[header] = (
                Constant(said, cell) if weak.get(header, Constant(said)).text == said or header == "don_vi" else Constant("")
            )
    single = {header: next(iter(by_text.values())) for header, by_text in found.items() if len(by_text) == 1}
    return {header: one for header, one in {**weak, **single}.items() if one.text}


def _cells(records: Sequence[tuple[int, list[str]]]) -> Iterator[tuple[str, str]]:
    """(cell as Excel names it, its text) of every filled cell; a label whose value stands in the next cell is joined to it."""
    for row, record in records:
        texts = [clean(in_unicode(cell)) for cell in record]
        for index, text in enumerate(texts):
            if text.endswith(":") and index + 1 < len(texts) and texts[index + 1]:
                text = f"{text} {texts[index + 1]}"
            if text:
                yield f"{column_letter(index)}{row}", text


def _labelled(text: str, names: KnownNames) -> Iterator[tuple[str, str]]:
    """What a cell with a label says: 'Đơn vị: xã Can Lộc'."""
    for pattern, header in _LABELLED:
        match = pattern.match(text)
        if not match:
            continue
        said = match[1].strip(" .;")
        if header == "nguon":
            yield header, _number_of(said)
        elif header == "don_vi":
            said = _OFFICE.sub(r"\1", said)
            if names.is_unit(said):
                yield header, said
        elif header != "ma_chi_tieu" or names.is_indicator(said):
            yield header, said


def _number_of(said: str) -> str:
    """The number of a document in a text that names one, else the text."""
    match = _NUMBERED.search(said)
    return match[1] if match else said


def _mentioned(text: str, names: KnownNames) -> Iterator[tuple[str, str]]:
    """What a title says in passing: 'Kết quả thực hiện quý III năm 2026 (kèm theo Báo cáo số 45/BC-UBND ngày 10/9/2026)'."""
    if match := _NUMBERED.search(text):
        yield "nguon", match[1]
    office = _OFFICE.match(text)
    if office and names.is_unit(office[1]):
        yield "don_vi", office[1]
    if commune := next((part for part in _parts(text) if names.is_commune(part) and names.is_unit(part)), None):
        yield "don_vi", commune
    if named := names.indicator_in(text):
        yield "ma_chi_tieu", named
    undated = _DAY.sub(" ", _NUMBERED.sub(" ", text))
    if match := _YEAR.search(undated):
        yield "nam", match[1]
    if match := _PERIOD.search(undated):
        yield "ky", _period(match[1])
    levels = {level.lower() for level in _LEVEL.findall(undated)}
    if len(levels) == 1:
        yield "cap", levels.pop()
    lower = undated.lower()
    result, target = "kết quả" in lower or "thực hiện" in lower, "giao chỉ tiêu" in lower or "giao kế hoạch" in lower
    if result != target:
        yield MEASURE, RESULT if result else TARGET


def _parts(text: str) -> Iterator[str]:
    """What may name a unit in a title: 'Số liệu Quý II - Phường Trần Phú', '(… của UBND phường Trần Phú)'."""
    for part in _APART.split(text):
        yield _OFFICE.sub(r"\1", part.strip(" .;:()"))


def _period(text: str) -> str:
    """A period named in a title, as the form writes it."""
    words = text.lower().split()
    if words[0] == "quý":
        return _ROMAN.get(words[1], f"Q{words[1]}")
    if words[0] == "tháng":
        return f"T{int(words[1])}"
    return "N" if words[0] == "cả" else f"{words[0]}T"

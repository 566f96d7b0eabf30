"""What is said of the documents that figures come from. Drafted from ``source_list`` and ``document_line_list``, never beyond them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.text import citations, formats, times
from components.text.place_order import place_key
from components.text.spelling import quoted
from components.text.tasks.remark_words import KINDS as REMARKS
from components.text.tasks.task_words import millions
from queries.rows import Rows

WHATS = {  # what a line of a document is -> the word for one
    "target": "mục tiêu",
    "result": "kết quả",
    "task": "nhiệm vụ",
    "state": "tình trạng nhiệm vụ",
    "money": "ô kinh phí",
    "remark": "nhận xét",
}
COUNTS = {
    "targets": "mục tiêu",
    "results": "kết quả",
    "tasks": "nhiệm vụ",
    "states": "tình trạng",
    "cells": "ô kinh phí",
    "remarks": "nhận xét",
}


def figures(row: Any) -> int:
    """How many targets and results a document gives."""
    return int(row.targets + row.results)


def headline(rows: Rows[Any], territory: str) -> str:
    """'Số liệu của Tỉnh Hà Tĩnh đến từ 6 văn bản; nhiều nhất là 525/KH-UBND: 132 số'."""
    giving = [row for row in rows if figures(row)]
    if not giving:
        return f"{territory}: {formats.number(len(rows), 0)} văn bản trong sổ, chưa văn bản nào cho số liệu"
    most = max(giving, key=figures)
    if len(giving) == 1:
        return f"Số liệu của {formats.inside(territory)} đến từ một văn bản, {most.number}: {formats.number(figures(most), 0)} số"
    return (
        f"Số liệu của {formats.inside(territory)} đến từ {formats.number(len(giving), 0)} văn bản; "
        f"nhiều nhất là {most.number}: {formats.number(figures(most), 0)} số"
    )


def counted(rows: Sequence[Any]) -> str:
    """'7 văn bản, 1 văn bản không cho số nào': every document of the list, and those that the headline does not count."""
    silent = sum(1 for row in rows if not figures(row))
    every = f"{formats.number(len(rows), 0)} văn bản"
    return f"{every}, {formats.number(silent, 0)} văn bản không cho số nào" if 0 < silent < len(rows) else every


def about(row: Any) -> str:
    """'Kế hoạch: Chuyển đổi số tỉnh Hà Tĩnh năm 2023'; of a name that no register has: what that means."""
    if row.kind is None:
        return "chưa có trong sổ văn bản" + (": báo cáo mà đơn vị tự nêu" if row.self_stated else "")
    return f"{row.kind[:1].upper()}{row.kind[1:]}: {row.title}"


def issued(row: Any) -> str:
    """'29/12/2022'; without a stated day that its text has none, and by which day it is put in order."""
    if row.issued_on:
        return times.day(row.issued_on)
    return f"không ghi ngày; xếp theo {times.day(row.order_on)}" if row.order_on else formats.NOTHING


def document_headline(row: Any, lines: Rows[Any]) -> str:
    """'525/KH-UBND cho 132 số liệu, 125 số đang dùng'; then what else it holds."""
    counted = figures(row)
    rest = [
        f"{formats.number(count, 0)} {word}"
        for name, word in COUNTS.items()
        if name not in ("targets", "results") and (count := getattr(row, name))
    ]
    if not lines:
        return f"{row.number}: kho chưa ghi điều gì từ văn bản này"
    if not counted:
        return f"{row.number}: {', '.join(rest)}"
    used = "tất cả đang dùng" if row.in_force == counted else f"{formats.number(row.in_force, 0)} số đang dùng"
    return f"{row.number} cho {formats.number(counted, 0)} số liệu, {used}" + (f"; {', '.join(rest)}" if rest else "")


def in_order(lines: Rows[Any]) -> list[Any]:
    """The lines of a document as they stand on its paper: by place, figures before tasks, these before money and remarks."""
    order = list(WHATS)
    return sorted(lines, key=lambda row: (place_key(row.locator), order.index(row.what) // 2, row.place, order.index(row.what)))


def subject(row: Any) -> str:
    """What a line is about; a remark by its kind."""
    return REMARKS.get(row.subject, row.subject).capitalize() if row.what == "remark" else row.subject or formats.NOTHING


def when(row: Any, unit_id: str) -> str:
    """'cấp tỉnh, năm 2022', 'năm 2024'; '' for neither. The territory is named where it is another one than ``unit_id``, and where it speaks for itself."""
    level = formats.level_phrase(row.level, row.unit_id) if row.level else ""
    year = formats.inside(times.period(row.period or "N", row.year)) if row.year else ""
    other = row.unit_name if row.unit_id != unit_id and row.level else ""
    own = citations.own_word(row)
    return ", ".join(filter(None, ["" if own else other, level, year, own]))


def written(row: Any) -> str:
    """The words of the document in quotation marks; a remark is in our own words."""
    if not row.as_written:
        return "để trống"
    return row.as_written if row.what == "remark" else quoted(row.as_written)


def figure_of(row: Any, unit_of_measure: str) -> str:
    """The number of a claim as it is shown: '45%', 'trên 99%', '20–30%', 'không nêu số'; '–' for words."""
    if row.basis == "stated":
        return formats.STATED
    if row.low is not None and row.high is not None:
        return formats.span(row.low, row.high, unit_of_measure)
    value = row.low if row.low is not None else row.high
    op = formats.OPERATORS.get(row.op or "", "") if value is not None and unit_of_measure != formats.RANK else ""
    return op + formats.qualified(value, row.qualifier, unit_of_measure)


def read_as(row: Any) -> str:
    """What the words are read as: '45%', 'bằng lời', '28.300 triệu đồng'."""
    if row.what in ("target", "result"):
        figure = figure_of(row, row.unit_of_measure)
        return "bằng lời" if figure == formats.NOTHING else figure
    if row.what in ("money", "task"):
        return f"{millions(row.low)} triệu đồng" if row.low is not None else formats.NOTHING
    return formats.NOTHING


def standing(row: Any) -> str:
    """Whether a figure counts: '● đang áp dụng', '○ đã được thay bằng số mới hơn'; '' for what is no figure."""
    if row.standing is None:
        return ""
    return f"{'●' if row.chosen else '○'} {formats.STANDINGS[row.standing if row.chosen or row.standing != 'current' else 'restated']}"


def searched(row: Any) -> str:
    """The words by which a document is found."""
    return " ".join(filter(None, [row.number, row.number.replace("/", " "), row.kind, row.title, row.issuer, row.unit_name]))


def searched_line(row: Any) -> str:
    """The words by which a line of a document is found."""
    return " ".join(filter(None, [row.locator, subject(row), row.as_written, row.unit_name, str(row.year or "")]))

"""What targets lack in points, in words. Takes rows of ``target_list``."""

from __future__ import annotations

from typing import Any

from components.text import formats, headlines
from queries.rows import Rows


def lacking(rows: Rows[Any]) -> list[Any]:
    """The shares that fall short of their target by a number, the most points first."""
    short = [row for row in rows if row.unit_of_measure == "%" and row.mark in ("missed", "near") and row.gap]
    return sorted(short, key=lambda row: -abs(row.gap))


def message(found: list[Any]) -> str:
    """'Thiếu nhiều nhất: hồ sơ điện tử, cấp xã, thiếu 10 điểm %; 2 mục tiêu khác thiếu từ 5 đến 10 điểm %'."""
    first, rest = found[0], found[1:]
    where = "" if first.level == "all" else f", {formats.LEVEL_PHRASES[first.level]}"
    told = first.short_name
    name = told[0].lower() + told[1:] if told[1:2].islower() or told[1:2] == " " else told
    said = f"Cách mục tiêu xa nhất: {name}{where}, {headlines.lacking(first)}"
    if not rest:
        return said
    low, high = formats.number(abs(rest[-1].gap)), formats.number(abs(rest[0].gap))
    span = f"{low} điểm %" if low == high else f"từ {low} đến {high} điểm %"
    return f"{said}; {len(rest)} mục tiêu khác cách {span}"


def rest(rows: Rows[Any], shown: int) -> str:
    """The targets that are not drawn, counted by why: 'Không vẽ: 3 chưa đạt bằng lời, 1 đạt, 14 văn bản nói đã hoàn thành'."""
    counts = {
        "còn thiếu khác": len(lacking(rows)) - shown,
        "chưa hoặc gần đạt, không tính được bằng điểm %": sum(row.mark in ("missed", "near") for row in rows)
        - len(lacking(rows)),
        "đạt": sum(row.mark == "met" for row in rows),
        "văn bản nói đã hoàn thành, không nêu số": sum(row.mark == "stated" for row in rows),
        "chưa đến hạn": sum(row.mark == "not_due" for row in rows),
        "quá hạn, chưa có kết quả": sum(row.mark == "no_result" for row in rows),
    }
    told = ", ".join(f"{number} {words}" for words, number in counts.items() if number)
    return f"Không vẽ: {told}." if told else ""

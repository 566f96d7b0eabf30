"""Words about doubts: what is said to be wrong, what was answered."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from components.text import formats, times

TROUBLES = {"number": "sai số", "unit": "sai đơn vị", "old": "số cũ", "other": "khác"}
SENT = "Đã gửi tới cơ quan phụ trách; con số mang dấu ⚑ cho đến khi có trả lời."
VERDICTS = {"stands": "số đúng", "corrected": "đã sửa", "passed_on": "đã chuyển cơ quan ban hành"}


def asked(row: Any) -> str:
    """'Báo sai số: văn bản ghi 54%' of a row of ``doubt_list``."""
    return f"Báo {TROUBLES[row.trouble] if row.trouble != 'other' else 'số sai'}: {row.text}"


def figure(row: Any) -> str:
    """Which figure a doubt is about: 'Hồ sơ điện tử, cấp xã, Tỉnh Hà Tĩnh, năm 2022', 'mục tiêu …', 'Phụ lục 4, dòng Tổng (424/QĐ-UBND)'."""
    if row.kind in ("task", "money"):
        when = f", năm {row.year}" if row.kind == "money" and row.year else ""
        return f"{'Nhiệm vụ: ' if row.kind == 'task' else ''}{shortened(row.short_name)}{when} ({row.document})"
    level = formats.LEVEL_PHRASES[row.level] if row.level != "all" else ""
    name = f"{row.short_name}, mục tiêu" if row.kind == "target" else row.short_name
    return ", ".join(filter(None, [name, level, row.unit_name, formats.inside(times.period(row.period, row.year))]))


def addressed(row: Any) -> str:
    """To whose desk it went: 'Gửi Sở Thông tin và Truyền thông (so-tttt)', 'Gửi cán bộ phụ trách Huyện Đức Thọ; chủ trì: …'."""
    if row.accounts:
        return f"Gửi {row.office} ({row.accounts.replace(',', ', ')})."
    return f"Gửi cán bộ phụ trách {row.unit_name}{f'; chủ trì: {row.office}' if row.office else ''}."


def shortened(text: str) -> str:
    """The first words of what somebody wrote, for a hint."""
    return shorten(text, 90, placeholder=" …")


def by_whom(row: Any) -> str:
    """'khách, 28/11/2026'."""
    return f"{row.asked_by or 'khách'}, {times.day(times.local(row.asked_at).date())}"


def answered(row: Any) -> str:
    """'Số đúng: bảng 3 ghi như vậy (van-phong, 28/11/2026)', 'Chưa trả lời'."""
    if row.verdict is None:
        return "Chưa trả lời."
    verdict = VERDICTS[row.verdict]
    return (
        f"{verdict[0].upper()}{verdict[1:]}: {row.answer} ({row.answered_by}, {times.day(times.local(row.answered_at).date())})"
    )

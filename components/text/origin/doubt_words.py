"""Words about doubts: what is said to be wrong, what was answered."""

from __future__ import annotations

from typing import Any

from components.text import formats

TROUBLES = {"number": "sai số", "unit": "sai đơn vị", "old": "số cũ", "other": "khác"}
VERDICTS = {"stands": "số đúng", "corrected": "đã sửa", "passed_on": "đã chuyển cơ quan ban hành"}


def asked(row: Any) -> str:
    """'Báo sai số: văn bản ghi 54%' of a row of ``doubt_list``."""
    return f"Báo {TROUBLES[row.trouble] if row.trouble != 'other' else 'số sai'}: {row.text}"


def by_whom(row: Any) -> str:
    """'khách, 28/11/2026'."""
    return f"{row.asked_by or 'khách'}, {formats.day(formats.local(row.asked_at).date())}"


def answered(row: Any) -> str:
    """'Số đúng: bảng 3 ghi như vậy (van-phong, 28/11/2026)', 'Chưa trả lời'."""
    if row.verdict is None:
        return "Chưa trả lời."
    verdict = VERDICTS[row.verdict]
    return f"{verdict[0].upper()}{verdict[1:]}: {row.answer} ({row.answered_by}, {formats.day(formats.local(row.answered_at).date())})"

"""Words about remarks: what a kind is called, how likely a target is, who said it and how long ago."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.text import times

KINDS = {
    "result": "Kết quả",
    "shortcoming": "Tồn tại",
    "cause": "Nguyên nhân",
    "remedy": "Giải pháp",
    "proposal": "Kiến nghị",
    "outlook": "Khả năng đạt",
}
OUTLOOKS = {"certain": "chắc chắn đạt", "possible": "có thể đạt", "needs_help": "cần hỗ trợ mới đạt", "hard": "khó đạt"}
_MOST_LETTERS = 110


def said(row: Any) -> str:
    """What a remark says: how likely its target is, then its words; 'Khó đạt: thiếu kinh phí'."""
    outlook = OUTLOOKS.get(row.outlook or "", "")
    return ": ".join(part for part in (outlook[:1].upper() + outlook[1:], row.text or "") if part)


def since(row: Any, today: date) -> str:
    """Who typed a version and when: 'van-phong, hôm nay', 'van-phong, 12 ngày trước (16/11/2026)'. Takes ``unit_remark_list``."""
    day = times.local(row.uploaded_at).date()
    return f"{row.author}, hôm nay" if day >= today else f"{row.author}, {times.age(day, today)} trước ({times.day(day)})"


def line(row: Any) -> str:
    """The newest remark about an indicator in one line: 'Nguyên nhân: thiếu kinh phí (525/KH-UBND)'. Takes ``newest_remark_list``."""
    return f"{KINDS[row.kind]}: {shortened(row)} ({row.document or f'đơn vị nêu {times.day(row.said_on)}'})"


def shortened(row: Any) -> str:
    """What a remark says, cut to a line or two."""
    words = said(row)
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS].rsplit(' ', 1)[0]} …"

"""What is said of the register of contradictions. Drafted from ``finding_list``, never beyond it."""

from __future__ import annotations

from typing import Any

from components.text import formats
from components.text.spelling import quoted
from queries.rows import Rows

SEVERITIES = {  # severity -> (mark whose shape it has, word), the gravest first
    "severe": ("missed", "nghiêm trọng"),
    "warning": ("near", "cảnh báo"),
    "note": ("no_result", "ghi chú"),
}
CHECKS = {  # check -> what it found, in few words; in the order of the screens
    "conflicting": "hai số khác nhau",
    "disputed": "xếp loại trái số",
    "impossible": "số không thể có",
    "budget_tables": "hai bảng, hai tổng",
    "budget_sum": "tổng kinh phí không khớp",
    "below_province": "thấp hơn mức tỉnh đặt",
    "summed": "khác số cộng từ dưới lên",
    "reversed": "lũy kế giảm",
    "lowered": "mục tiêu hạ xuống",
    "easy": "đã đạt khi đặt mục tiêu",
    "stated_only": "nói đạt, không nêu số",
    "two_names": "hai tên, hai mục tiêu",
    "undated": "không ghi ngày",
    "ownerless": "không nêu chủ trì",
}
_WORD_FOR_WORD = {  # check -> whether its first and its other side are words of a document as they stand there
    "conflicting": (True, True),
    "impossible": (True, False),
    "below_province": (True, True),
    "lowered": (True, False),
    "easy": (True, False),
    "stated_only": (True, False),
    "two_names": (True, False),
}


def sides(row: Any) -> tuple[str, str]:
    """What both sides say: a document's own words in quotation marks, what is counted or converted without."""
    first, second = _WORD_FOR_WORD.get(row.check_name, (False, False))
    return (quoted(row.said) if first else row.said, quoted(row.other) if second else row.other)


def headline(rows: Rows[Any], territory: str) -> str:
    """'14 chỗ mâu thuẫn nghiêm trọng; tiền lệch nhiều nhất 28.300 triệu đồng'; the best that can be said where nothing clashes."""
    severe = rows.where(severity="severe")
    if not severe:
        rest = f"; {formats.number(len(rows), 0)} chỗ cần xem lại" if rows else ""
        return f"{territory}: không có mâu thuẫn nghiêm trọng{rest}"
    money = [row.off for row in severe if row.unit_of_measure == "triệu đồng" and row.off]
    most = f"; tiền lệch nhiều nhất {formats.number(max(money), 0)} triệu đồng" if money else ""
    return f"{territory}: {formats.number(len(severe), 0)} chỗ mâu thuẫn nghiêm trọng{most}"


def about(row: Any) -> str:
    """'cấp huyện, năm 2022'; '' where a finding is about no single figure."""
    level = formats.LEVELS[row.level] if row.level and row.level != "all" else ""
    when = formats.period(row.period or "N", row.year) if row.year and row.indicator_id else ""
    return ", ".join(filter(None, [formats.inside(level), formats.inside(when)]))


def apart(row: Any) -> str:
    """'lệch 28.300 triệu đồng', 'lệch 10 điểm %'; '' where the sides are not numbers, or equal ones."""
    if not row.off:
        return ""
    unit = "điểm %" if row.unit_of_measure == "%" else row.unit_of_measure or ""
    return f"lệch {formats.number(row.off)} {unit}".rstrip()

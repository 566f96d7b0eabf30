"""What is said of sums of units beside the province's own figure. Drafted from ``level_sum``, never beyond it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from components.text import formats
from components.text.units import ranking_words

HOW = "Tỷ lệ cộng từ tử số và mẫu số, số lượng từ các số; không lấy trung bình."
_REASONS = {
    "kind": "loại số không cộng được",
    "accumulation": "danh mục chưa nói cách cộng",
    "parts": "không đơn vị nào nêu tử số và mẫu số",
}
_SAME = 0.005  # two figures that are written alike


def apart(row: Any) -> float:
    """How far the province's own figure lies from the sum, as a share of the larger of both; 0 where one is missing."""
    if row.difference is None:
        return 0.0
    return abs(row.difference) / (max(abs(row.own), abs(row.total)) or 1.0)


def headline(added: Sequence[tuple[str, str, Any]], level: str) -> str:
    """'Tỉnh báo khác số cộng từ xã, phường ở 3 trong 5 chỉ tiêu; lệch nhất là Hồ sơ điện tử: tỉnh báo 76,50%, cộng được 73,58%'.

    ``added``: name, unit and row of ``level_sum`` of each indicator that has a sum.
    """
    who = ranking_words.UNITS[level]
    both = [one for one in added if one[2].difference is not None]
    if not both:
        return f"{len(added)} chỉ tiêu cộng được từ {who}; tỉnh không báo số của {formats.LEVEL_PHRASES[level]} ở chỉ tiêu nào"
    differ = [one for one in both if abs(one[2].difference) >= _SAME]
    if not differ:
        return f"Số tỉnh báo bằng số cộng từ {who} ở cả {len(both)} chỉ tiêu có cả hai số"
    name, unit, row = max(differ, key=lambda one: apart(one[2]))
    most = f"{name}: tỉnh báo {ranking_words.of(row.own, unit)}, cộng được {ranking_words.of(row.total, unit)}"
    return f"Tỉnh báo khác số cộng từ {who} ở {len(differ)} trong {len(both)} chỉ tiêu có cả hai số; lệch nhất là {most}"


def not_added(reasons: Iterable[str | None]) -> str:
    """'Không cộng được 6 chỉ tiêu: 4 không đơn vị nào nêu tử số và mẫu số, 2 danh mục chưa nói cách cộng.'; '' for none."""
    counted = Counter(reason for reason in reasons if reason)
    told = [f"{counted[reason]} {words}" for reason, words in _REASONS.items() if counted[reason]]
    return f"Không cộng được {sum(counted.values())} chỉ tiêu: {', '.join(told)}." if told else ""

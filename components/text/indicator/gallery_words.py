"""What the gallery of indicators says in words: its headline, a sentence for each pillar, the foot of each card."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.text import formats, times
from queries.rows import Rows

NEED = ("missed", "near", "no_result", "stated", "met", "not_due", "no_target")  # marks of cards, the most urgent first
WORDS = {**{mark: word for mark, (_, word) in formats.STATUSES.items()}, "no_result": "Quá hạn, chưa có số liệu"}
TOPICS = (  # what leaders ask about; each finds several indicators by the words of their names
    "dịch vụ công trực tuyến", "hồ sơ điện tử", "an toàn thông tin", "kỹ năng số", "không dùng tiền mặt", "cơ sở dữ liệu", "phủ sóng",
)  # fmt: skip
_SPELLED = ("Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")
_JUDGED = ("missed", "near", "met", "stated")


def mark(row: Any) -> str:
    """The mark of a level's row on its card: an overdue target counts before anything that its newest result says in its favour."""
    return "no_result" if row.overdue and row.mark not in ("missed", "near") else formats.shown_mark(row)


def worst(rows: Rows) -> Any:
    """The row of an indicator that its card is about: the most urgent mark, then the largest share missing."""
    return min(rows, key=lambda row: (NEED.index(mark(row)), -(row.gap_share or 0)))


def headline(rows: Rows, name: str) -> str:
    """'Bốn nhóm có mục tiêu chưa đạt; 60 mục tiêu của 46 chỉ tiêu quá hạn chưa có số liệu'. Takes the columns of ``indicator_gallery``.

    ``name``: the pillar that is shown alone, or the territory where nothing of that kind can be said.
    """
    missed, late = rows.where(mark="missed"), _overdue(rows)
    groups = len(missed.by("pillar_name"))
    several = len(rows.by("pillar_name")) > 1
    said = f"{_spelled(groups)} nhóm có mục tiêu chưa đạt" if several else f"{name}: {len(missed)} mục tiêu chưa đạt"
    parts = [said] if missed else []
    if late:
        whose, of = "" if missed else f"{name}: ", len(rows.having("overdue").by("indicator_id"))
        parts.append(f"{whose}{late} mục tiêu của {of} chỉ tiêu quá hạn chưa có số liệu")
    return "; ".join(parts) or f"{name}: {_indicators(rows)}, không mục tiêu nào chưa đạt hoặc quá hạn"


def lead(rows: Rows, name: str) -> str:
    """What is counted and how, below the headline. Takes the columns of ``indicator_gallery``; ``name`` of the territory."""
    return (
        f"{_indicators(rows)} của {formats.inside(name)}; một chỉ tiêu có thể có nhiều mục tiêu (theo năm, theo cấp). "
        "Mỗi chỉ tiêu đếm một lần, ở tình trạng cần quan tâm nhất: vừa chưa đạt vừa quá hạn thì đếm ở chưa đạt."
    )


def pillar(rows: Rows) -> str:
    """'22 chỉ tiêu chính · 1/1 mục tiêu 2022 chưa đạt · 16 mục tiêu quá hạn, chưa có số liệu'. Takes the rows of one pillar."""
    judged = rows.matching(lambda row: row.has_result and row.mark in _JUDGED and row.target_year is not None)
    missed, stated = len(judged.where(mark="missed")), len(judged.where(mark="stated"))
    told = ""
    if judged:
        told = f"{missed}/{len(judged)} mục tiêu {times.years(judged.values('target_year'))} chưa đạt"
        told += f", {stated} không nêu số" if stated else ""
    late = _overdue(rows)
    return formats.titled(_indicators(rows), told, f"{late} mục tiêu quá hạn, chưa có số liệu" if late else "")


def foot(rows: Rows) -> str:
    """The status of a card in words: 'Chưa đạt, quá hạn 2023', 'Quá hạn 2023, 2025'. Takes the rows of one indicator."""
    first = mark(worst(rows))
    years = ", ".join(sorted({year for late in rows.values("overdue") for year in late.split(", ")}))
    if first == "no_result":
        return f"Quá hạn {years}"
    word = formats.verdict(worst(rows)) if first == "no_target" else WORDS[first]
    return f"{word}, quá hạn {years}" if years else word


def age(rows: Rows, today: date) -> str:
    """How old the newest figure of an indicator is: 'gần 4 năm trước', 'chưa có số liệu'."""
    if not rows.where(has_result=True):
        return "chưa có số liệu"
    days = rows.values("as_of")
    return f"{times.long_ago(max(days), today)} trước" if days else "văn bản không ghi ngày"


def value(row: Any) -> tuple[str, str]:
    """What stands large on a card, and beside it: ('20%', 'cấp xã, năm 2022'), ('–', '/ 100%, năm 2023'), ('“chưa hình thành”', …)."""
    level = "" if row.level == "all" else f"{formats.LEVEL_PHRASES[row.level]}, "
    if not row.has_result:
        return formats.NOTHING, f"/ {formats.target(row)}, {formats.inside(times.period('N', row.target_year or row.year))}"
    when, result = level + formats.inside(times.period(row.period, row.year)), formats.result(row)
    if row.basis == "stated":
        return result, f"nhắc lại mục tiêu {formats.target(row)}, {when}"
    return (f"“{result}”" if row.actual is None and row.actual_low is None else result), when


def beside(row: Any) -> str:
    """What stands beside the bar of a level: '45% / 50%', 'chưa báo cáo', 'không nêu số', 'bằng lời'."""
    if not row.has_result:
        return "chưa báo cáo"
    if row.basis == "stated":
        return formats.STATED
    if row.actual is None and row.actual_low is None:
        return "bằng lời"
    return formats.result(row) if row.target_year is None else formats.compared(row)


def _overdue(rows: Rows) -> int:
    return sum(len(years.split(", ")) for years in rows.values("overdue"))


def _indicators(rows: Rows) -> str:
    return f"{len(rows.by('indicator_id'))} chỉ tiêu chính"


def _spelled(count: int) -> str:
    return _SPELLED[count] if count < len(_SPELLED) else str(count)

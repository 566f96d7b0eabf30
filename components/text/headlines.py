"""What a figure says in words: headlines, notes, alternative texts. Drafted from figures, never beyond them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from components.text import formats, times
from queries.rows import Rows

MEASURED = "Chênh lệch và trạng thái xét trên số lũy kế từ đầu năm."
SO_FAR = "Lũy kế từ đầu năm"  # heading of what a gap is measured by, where that is not the result beside it


def bars_alt(rows: Rows, name: str) -> str:
    """Alternative text of bars of one indicator at one level. Takes year and period, target and result."""
    parts = []
    for row in rows:
        when = times.period(row.period, row.year)
        parts.append(f"{when}: mục tiêu {formats.target(row)}, kết quả {formats.result(row)}, {formats.verdict(row).lower()}")
    return f"{name}. " + "; ".join(parts)


def picture_note(kind_of_bar: str, unit_of_measure: str) -> str:
    """What the signs below the bars of a picture mean. ``kind_of_bar``: what stands there, 'năm' or 'cấp'."""
    return f"Dưới mỗi {kind_of_bar}: trạng thái và chênh lệch (kết quả trừ mục tiêu, {formats.step(unit_of_measure)})."


def levels(rows: Rows, year: int) -> str:
    """Headline of the comparison of levels for one indicator. Takes its rows of ``level_comparison``."""
    name = rows[0].short_name
    reported = rows.having("actual")
    if not reported:
        targets = ", ".join(f"{formats.LEVELS[row.level].lower()} {formats.target(row)}" for row in rows)
        return f"{name} năm {year}: mục tiêu {targets}; chưa có kết quả"
    results = ", ".join(
        f"{formats.LEVELS[row.level].lower()} {formats.verdict(row).lower()}"
        + (f" ({formats.change(row.gap, '%')})" if row.gap else "")
        + (f", {formats.inside(times.period(row.period, row.year))}" if row.period != "N" else "")
        for row in reported
    )
    return f"{name} năm {year}: {results}"


def owed(territory: str, rows: Rows, year: int, period: str) -> str:
    """What a unit still has to report for a period, in one sentence. Takes the rows of ``entry_list``."""
    missing, when = len(rows.where(owed=True)), formats.inside(times.period(period, year))
    if missing:
        return f"{territory} còn {formats.number(missing, 0)} số liệu của {when} chưa báo cáo"
    if not rows:
        return f"{territory} không có gì phải báo cáo cho {when}"
    if rows.having("target_as_written") or rows.where(has_result=True):
        return f"{territory} đã có đủ số liệu của {when}"
    return f"{territory}: chưa có mục tiêu nào của {when}"


def due(due_on: date | None, today: date) -> str:
    """'Hạn báo cáo 31/10/2026, đã quá 28 ngày'; '' where nothing is scheduled."""
    if due_on is None:
        return ""
    days = (due_on - today).days
    when = f"còn {days} ngày" if days > 0 else "hôm nay" if days == 0 else f"đã quá {-days} ngày"
    return f"Hạn báo cáo {times.day(due_on)}, {when}"


def lacking(row: Any) -> str:
    """'thiếu 5 điểm %', 'vượt 3 người', 'kém 32 bậc', 'bằng mục tiêu'. Takes gap, lower_is_better and unit_of_measure."""
    if abs(row.gap) < 0.005:
        return "bằng mục tiêu"
    if row.unit_of_measure == formats.RANK:
        return formats.gap(row.gap, row.unit_of_measure)
    amount = formats.distance(row.gap, row.unit_of_measure)
    if row.lower_is_better:
        return f"{'cao hơn' if row.gap > 0 else 'thấp hơn'} mức tối đa {amount}"
    return f"{'thiếu' if row.gap < 0 else 'vượt'} {amount}"


def by_year(row: Any) -> bool:
    """Whether a gap is that of the year so far, which is another number than the result beside it."""
    so_far = getattr(row, "to_date", None)
    if so_far is None or row.actual is None or row.gap is None:
        return False
    return round(so_far, 2) != round(row.actual, 2)


def so_far(row: Any) -> str:
    """'lũy kế 75,64%': what a gap is measured by, where that is another number than the result beside it; else ''."""
    return f"lũy kế {formats.amount(row.to_date, row.unit_of_measure)}" if by_year(row) else ""


def measured(rows: Iterable[Any]) -> str:
    """What is said once below figures of parts of a year; '' where every gap is that of the result beside it."""
    return MEASURED if any(map(by_year, rows)) else ""


def measured_by(row: Any) -> float | None:
    """The number that a gap is measured by, where it is not the result itself: the column of a CSV between the two."""
    return row.to_date if by_year(row) else None

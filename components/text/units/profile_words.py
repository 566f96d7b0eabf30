"""What the page of one unit says: how it stands, what it owes, where it came from, who answers for a former district."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from components.text import formats, times
from components.text.tasks import report_words
from components.text.units import ranking_words
from data.vietnamese import dates
from queries.rows import Rows

RECENT = 4  # numbers of an indicator in one line
FAR_BELOW = 10  # percentage points under the median of the level that are worth saying
_JUDGED = ("met", "near", "missed")
_KINDS = {"same": "giữ nguyên", "rename": "đổi tên", "retype": "đổi loại", "move": "chuyển", "merge": "nhập", "split": "chia"}
_REFORM = date(2025, 7, 1)


def label(unit: Any) -> str:
    """'Xã Đức Thọ', 'Xã Tùng Ảnh (đến 31/12/2024)': a unit in a list. Takes a row of ``unit_state_list``."""
    above = f", {formats.inside(unit.parent_name)}" if unit.parent_name else ""
    return f"{unit.unit_name}{above}" + (f" (đến {times.day(_last_day(unit))})" if unit.valid_to else "")


def _last_day(unit: Any) -> date:
    last: date = unit.valid_to - timedelta(days=1)
    return last


def headline(unit: Any, rows: Rows[Any], debts: Sequence[Any]) -> str:
    """The finding of one unit. Takes ``unit_state_list``, ``unit_profile`` and what it owes of ``report_list``."""
    owing = f"; còn thiếu báo cáo của {len(debts)} kỳ" if debts else ""
    if not rows:
        return f"{unit.unit_name}: chưa có số liệu và chưa được giao chỉ tiêu nào"
    if not any(row.has_result for row in rows):
        return f"{unit.unit_name} chưa báo cáo số liệu nào; {len(rows)} chỉ tiêu được giao đang chờ"
    judged, met = _count(rows, _JUDGED), _count(rows, ("met",))
    silent = sum(not row.has_result for row in rows)
    never = f"; {silent} chỉ tiêu chưa có kết quả" if silent else ""
    reached = f"đạt {met} trong {judged} mục tiêu xét được" if judged else "chưa mục tiêu nào xét được"
    waiting = _count(rows, ("not_due",))
    not_due = f", {waiting} chưa đến hạn" if waiting else ""
    return f"{unit.unit_name}: {reached}{not_due}{_below(rows)}{never}{owing}"


def _below(rows: Rows[Any]) -> str:
    """'; dưới trung vị ở 5 trong 10 chỉ tiêu, 2 kém từ 10 điểm'; '' where no middle is known."""
    beside = [row for row in rows if row.below_median is not None and has_median(row)]
    if not beside:
        return ""
    below, far = sum(round(row.below_median, 2) > 0 for row in beside), sum(far_below(row) for row in beside)
    return f"; dưới trung vị ở {below} trong {len(beside)} chỉ tiêu" + (f", {far} kém từ {FAR_BELOW} điểm" if far else "")


def _count(rows: Rows[Any], marks: Sequence[str]) -> int:
    return sum(row.mark in marks for row in rows)


def far_below(row: Any) -> bool:
    """Whether a share stands at least ten points on the worse side of its level's median."""
    return (
        row.below_median is not None
        and has_median(row)
        and row.unit_of_measure == "%"
        and round(row.below_median, 2) >= FAR_BELOW
    )


def lead(unit: Any) -> str:
    """Where it lies and since when it is what it is. Takes a row of ``unit_state_list``."""
    above = f"thuộc {formats.inside(unit.parent_name)} · " if unit.parent_name else ""
    since = f"từ ngày {times.day(unit.valid_from)}" if unit.valid_from.year > 2016 else "từ trước năm 2016"
    until = f" đến ngày {times.day(_last_day(unit))}" if unit.valid_to else ""
    return f"{above}địa giới {since}{until}" + (f" ({unit.legal_basis})" if unit.legal_basis else "")


def result(row: Any) -> str:
    """A result, 'chưa báo cáo' for none. Takes a row of ``unit_profile``."""
    return formats.result(row) if row.has_result else "chưa báo cáo"


def rank(row: Any) -> str:
    """'12/69', with places won or lost: '12/69 ▲ 3'; '' where nobody is ranked."""
    if row.rank is None:
        return ""
    return f"{row.rank}/{row.ranked} {ranking_words.moved(row.rank_change)}".strip()


def has_median(row: Any) -> bool:
    """Whether enough units have a number for a middle to mean anything."""
    return row.median is not None and row.ranked >= ranking_words.LEAST


def median(row: Any) -> str:
    """The median of the level, with its period where the unit itself has no number; '–' for none."""
    if not has_median(row):
        return formats.NOTHING
    value = ranking_words.value(row.median, row.unit_of_measure)
    return (
        value if row.has_result and row.year == row.median_year else f"{value} ({times.tick(row.median_period, row.median_year)})"
    )


def own_period(row: Any, unit_of_measure: str) -> str:
    """'riêng quý III: 15': what the period itself added to a cumulative figure; '' for other figures and for the first period."""
    if row.of_period is None or row.period in ("Q1", "T1"):
        return ""
    return f"riêng {formats.inside(times.period_part(row.period))}: {ranking_words.value(row.of_period, unit_of_measure)}"


def recent(rows: Sequence[Any]) -> str:
    """The last four numbers of an indicator in one line: '61,20 → 64,00 → 66,10'. Takes rows of ``unit_trend``."""
    return " → ".join(f"{ranking_words.value(row.actual, '')}{'*' if row.recomputed else ''}" for row in rows[-RECENT:])


def debts(rows: Rows[Any]) -> list[Any]:
    """The periods of ``report_list`` of one unit of which something is still owed, its day being over; the newest first."""
    return sorted(report_words.to_remind(rows), key=lambda row: row.due_on or date.min, reverse=True)


def debt(row: Any, year: int) -> str:
    """'Quý III/2026: đã báo 0 trong 8 số liệu, hạn 09/09/2026, quá hạn 80 ngày'."""
    when = times.period(row.period, year)
    day = ""
    if row.due_on is not None:
        late = (dates.today() - row.due_on).days
        day = f", hạn {times.day(row.due_on)}, quá hạn {formats.number(late, 0)} ngày"
    return f"{when}: đã báo {row.reported} trong {row.owed} số liệu{day}"


def kin(rows: Rows[Any]) -> list[tuple[str, list[Any], str]]:
    """(heading, units, note) of what a unit came from and became. Takes ``unit_kin_list``."""
    said = []
    for relation, title in (
        ("before", "Từ"),
        ("after", "Thành"),
        ("now", "Địa bàn nay thuộc"),
        ("district", "Trước 01/07/2025 thuộc"),
    ):
        group = list({unit.unit_name: unit for unit in rows.where(relation=relation)}.values())
        if relation == "now" and _same(group, rows.where(relation="after")):
            continue
        if group:
            said.append((_title(title, group), group, "có đơn vị bị chia" if any(unit.split for unit in group) else ""))
    return said


def _same(group: Sequence[Any], others: Sequence[Any]) -> bool:
    return {unit.unit_id for unit in group} == {unit.unit_id for unit in others}


def _title(title: str, group: Sequence[Any]) -> str:
    days = {unit.effective_on for unit in group if unit.effective_on}
    kinds = dict.fromkeys(_KINDS[unit.kind] for unit in group if unit.kind)
    when = f" ({'; '.join(kinds)}, {times.day(max(days))})" if days else ""
    return f"{title}{when}"


def answers(unit: Any) -> str:
    """Who answers for what a former district was asked; '' for a unit that is no former district."""
    if unit.level != "district" or unit.valid_to is None or unit.valid_to > _REFORM or unit.valid_to < _REFORM:
        return ""
    return "Cấp huyện kết thúc từ ngày 01/07/2025; mục tiêu đã giao cho huyện không chuyển cho xã, phường nào, nay hỏi cơ quan của tỉnh đã giao."


def targets(rows: Rows[Any]) -> str:
    """Whose targets these are; '' where there are none."""
    own = [row.short_name for row in rows if row.target_from == "own"]
    common = any(row.target_from == "province" for row in rows)
    said = [
        "Mục tiêu là của tỉnh giao chung cho cấp" if common else "",
        f"mục tiêu riêng của đơn vị: {_few(own)}" if own else "",
    ]
    text = "; ".join(filter(None, said))
    return f"{text[:1].upper()}{text[1:]}." if text else ""


def _few(names: Sequence[str], most: int = 3) -> str:
    more = f" và {len(names) - most} chỉ tiêu nữa" if len(names) > most else ""
    return f"{'; '.join(names[:most])}{more}"


def sources(rows: Rows[Any], most: int = 4) -> str:
    """The documents of the results and targets that are shown."""
    named = list(dict.fromkeys(name for row in rows for name in (row.actual_document, row.target_document) if name))
    more = f" và {len(named) - most} văn bản khác" if len(named) > most else ""
    return f"Nguồn: {'; '.join(named[:most])}{more}" if named else ""

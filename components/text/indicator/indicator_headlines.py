"""What one indicator says: its finding in a sentence, overdue targets first, and the figures behind it in the next.

Takes the rows of ``indicator_trend`` (every period) and of ``indicator_path``, of the levels that are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from components.text import formats, headlines, pace, times
from data.vietnamese import dates
from queries.rows import Rows

_URGENCY = ("missed", "near", "no_result", "stated", "met", "not_due", "no_target")
_ABBREVIATED = re.compile(r"\b(?!LGSP|VNPT)[A-ZĐ]{2,}\b")
_NO_DISTRICTS = date(2025, 7, 1)  # from this day on local government has no district level
_LONGEST = 110  # letters of a result in words inside a headline


def subject(card: Any) -> str:
    """The name of an indicator in a headline: the short one, the full one where the short one abbreviates. Takes ``indicator_card``."""
    return card.name if _ABBREVIATED.search(card.short_name) else card.short_name


def finding(trend: Rows, paths: Rows, name: str) -> str:
    """'Hồ sơ công việc điện tử: mục tiêu 2023 đã quá hạn gần 3 năm, chưa cấp nào báo cáo kết quả'."""
    late, last = overdue(trend), newest(trend)
    if late:
        return f"{name}: {_late(late)}, {_silent(late, last, trend)}"
    if not last:
        return f"{name}: {_waiting(trend)}"
    when = last[-1]
    rows = sorted(
        (row for row in last if (row.year, row.period) == (when.year, when.period)), key=lambda row: _URGENCY.index(row.mark)
    )
    said = _alone(rows[0], trend) if len(rows) == 1 else _beside(rows)
    return f"{name}, {formats.inside(times.period(when.period, when.year))}: {said}"


def lead(trend: Rows, paths: Rows, unit_of_measure: str) -> str:
    """'Kết quả gần nhất là của năm 2022: tỉnh 45%, huyện 40%, xã 20%. So với mục tiêu 2023 (70%, 60%, 40%) còn cần 25 điểm %
    ở tỉnh, 20 ở huyện và 20 ở xã.' Without anything overdue: what was before, what is needed, where documents disagree."""
    last = newest(trend)
    paths = paths.matching(lambda row: not _beyond_districts(row))
    parts = [_newest_said(last)] if overdue(trend) and last else [_older(trend, last)]
    parts += _lacking(paths.where(overdue=True), unit_of_measure)
    ahead = pace.needed(pace.next_target(paths), unit_of_measure)
    parts += [f"{ahead[0].upper()}{ahead[1:]}" if ahead else "", _disputed(last), _untold(last), _asked_of_districts(trend)]
    return " ".join(f"{part}." for part in parts if part)


def overdue(trend: Rows) -> Rows:
    """The whole-year targets whose last day passed without a result of their year, or a later one that is set against them."""
    last = {row.level: row.period_end for row in newest(trend)}
    return trend.matching(
        lambda row: (
            row.has_target
            and not _beyond_districts(row)
            and row.period == "N"
            and row.newest_in_year
            and row.status == "no_result"
            and not row.has_result
            and last.get(row.level, row.period_end) <= row.period_end
        )
    )


def _beyond_districts(row: Any) -> bool:
    """Whether a target was set for districts and a day by which there were none any more: nobody can be asked for it."""
    return row.level == "district" and date(row.year, 12, 31) >= _NO_DISTRICTS


def _asked_of_districts(trend: Rows) -> str:
    """Who answers for what districts were asked, once there are none; '' where they were asked nothing that waits."""
    waits = trend.where(level="district", has_target=True, has_result=False)
    if not waits or dates.today() < _NO_DISTRICTS:
        return ""
    return "Cấp huyện kết thúc từ ngày 01/07/2025; mục tiêu đã giao cho huyện nay hỏi cơ quan của tỉnh đã giao"


def newest(trend: Rows) -> Rows:
    """The newest result of each level, of whatever period; a whole year before a part that ends on the same day. Oldest first."""
    last: dict[str, Any] = {}
    for row in sorted(trend.where(has_result=True), key=lambda row: (row.period_end, row.period == "N")):
        last[row.level] = row
    chosen = set(map(id, last.values()))
    found = trend.matching(lambda row: id(row) in chosen)
    order = sorted(range(len(found)), key=lambda place: found[place].period_end)
    return Rows(found.columns, [found[place] for place in order])


def _late(late: Rows) -> str:
    years = sorted(set(late.values("year")))
    since = times.long_ago(date(years[0], 12, 31), dates.today())
    if len(years) == 1:
        return f"mục tiêu {years[0]} đã quá hạn {since}"
    return f"mục tiêu {_and(years)} đã quá hạn, lâu nhất {since}"


def _silent(late: Rows, last: Rows, trend: Rows) -> str:
    """Who did not report: 'chưa cấp nào báo cáo kết quả', 'cấp xã chưa báo cáo kết quả', 'chưa từng báo cáo kết quả'."""
    if not last:
        return "chưa từng báo cáo kết quả"
    levels = list(late.by("level"))
    if levels == ["all"]:
        return "chưa có kết quả"
    if len(levels) > 1 and len(levels) == len(trend.by("level")):
        return "chưa cấp nào báo cáo kết quả"
    return f"{_and([formats.inside(formats.LEVEL_PHRASES[level]) for level in levels])} chưa báo cáo kết quả"


def _waiting(trend: Rows) -> str:
    targets = trend.where(has_target=True)
    if not targets:
        return "chưa có số liệu"
    first = targets.where(year=min(targets.values("year")))
    return f"mục tiêu năm {first[0].year} là {_by_level(first, formats.target)}, chưa từng báo cáo kết quả"


def _alone(row: Any, trend: Rows) -> str:
    """One result against its target: 'cấp xã 20%, chưa đạt mục tiêu 30%, thiếu 10 điểm %'."""
    who = "" if row.level == "all" else f"{formats.LEVEL_PHRASES[row.level]} "
    target = f"mục tiêu {_year(row)}{formats.target(row)}"
    if row.basis == "stated":
        return f"{who}văn bản nói đã hoàn thành {target}, không nêu số"
    verdict = formats.STATUSES[row.mark][1].lower()
    if _in_words(row):
        return f"{who}{_quoted(row)}" + (f", {verdict} theo văn bản" if row.mark in ("met", "missed") else "")
    added = row.to_date is not None and row.actual is not None and row.to_date != row.actual
    sum_so_far = f" (lũy kế từ đầu năm {formats.amount(row.to_date, row.unit_of_measure)})" if added else ""
    result = f"{who}{formats.result(row)}{sum_so_far}"
    if row.target_year is None:
        later = [other.year for other in trend.where(has_target=True, level=row.level)]
        return f"{result}; mục tiêu đầu tiên là của năm {min(later)}" if later else f"{result}; không văn bản nào đặt mục tiêu"
    if not row.comparable:
        return f"{result}, chưa so được với {target}"
    gap = f", {headlines.lacking(row)}" if row.gap else ""
    if row.mark == "not_due":
        return f"{result} so với {target}, chưa đến hạn{gap}"
    if row.mark in ("met", "near", "missed"):
        return f"{result}, {verdict} {target}{gap}"
    return f"{result} so với {target}"


def _beside(rows: Sequence[Any]) -> str:
    """Several levels, the most urgent first: 'xã chưa đạt (20% / 30%), huyện đạt (40% / 40%)'."""
    return ", ".join(_short(row) for row in rows)


def _short(row: Any) -> str:
    who, verdict = formats.LEVELS[row.level].lower(), formats.STATUSES[row.mark][1].lower()
    if row.basis == "stated":
        return f"{who} đạt theo văn bản, không nêu số"
    if _in_words(row):
        return f"{who}: {_quoted(row)}"
    if row.mark in ("no_target", "no_result"):
        return f"{who} {formats.result(row)}"
    year = f", mục tiêu {row.target_year}" if _year(row) else ""
    return f"{who} {verdict} ({formats.compared(row)}{year})"


def _year(row: Any) -> str:
    """The target's year, where it is not that of the result, or the result is of a part of it: 'năm 2026 là '."""
    return "" if row.target_year == row.year and row.period == "N" else f"năm {row.target_year} là "


def _in_words(row: Any) -> bool:
    return row.actual is None and row.actual_low is None


def _quoted(row: Any) -> str:
    text = formats.result(row)
    return f"“{text if len(text) <= _LONGEST else text[:_LONGEST].rstrip() + '…'}”"


def _newest_said(last: Rows) -> str:
    groups = last.by("period_end")
    said = []
    for rows in reversed(list(groups.values())):
        when = formats.inside(times.period(rows[0].period, rows[0].year))
        then = f", {formats.STATUSES[rows[0].mark][1].lower()} mục tiêu {_year(rows[0])}{formats.target(rows[0])}"
        judged = then if len(rows) == 1 and rows[0].mark in ("missed", "near", "met") and not _in_words(rows[0]) else ""
        said.append(f"{when}: {_by_level(rows, lambda row: _quoted(row) if _in_words(row) else formats.result(row))}{judged}")
    return f"Kết quả gần nhất là của {'; của '.join(said)}"


def _older(trend: Rows, last: Rows) -> str:
    """Results before the newest ones: 'Trước đó: 29,1% (2020), gần 20% (2019)'; by level where there are several."""
    chosen = {(row.level, row.year, row.period) for row in last}
    before = trend.where(has_result=True).matching(lambda row: (row.level, row.year, row.period) not in chosen)
    lines = []
    for level, rows in before.by("level").items():
        told = sorted(rows, key=lambda row: row.period_end, reverse=True)[:3]
        said = ", ".join(
            f"{_quoted(row) if _in_words(row) else formats.result(row)} ({times.tick(row.period, row.year)})" for row in told
        )
        lines.append(said if level == "all" else f"{formats.LEVELS[level].lower()} {said}")
    return f"Trước đó: {'; '.join(lines)}" if lines else ""


def _lacking(late: Rows, unit_of_measure: str) -> list[str]:
    """A sentence for the overdue targets that lack the same: 'So với mục tiêu 2023 và 2025 (100%) còn cần 2 điểm %'."""
    alike: dict[tuple[Any, ...], list[Any]] = {}
    for rows in late.by("year").values():
        alike.setdefault(tuple((row.level, row.required, row.from_gap) for row in rows), []).append(rows)
    sentences = []
    for groups in alike.values():
        rows = groups[0]
        targets = ", ".join(formats.amount(row.required, unit_of_measure) for row in rows)
        years = _and([group[0].year for group in groups])
        sentences.append(
            f"So với mục tiêu {years} ({targets}) còn {_verb(rows[0], unit_of_measure)} {_amounts(rows, unit_of_measure)}"
        )
    return sentences


def _verb(row: Any, unit_of_measure: str) -> str:
    if unit_of_measure == formats.RANK:
        return "cần lên"
    return "cần" if row.from_gap < 0 else "cần giảm"


def _amounts(rows: Rows, unit_of_measure: str) -> str:
    """'25 điểm % ở tỉnh, 20 ở huyện và 20 ở xã'; the step is said once."""
    said: list[str] = []
    for row in rows:
        amount = formats.distance(row.from_gap, unit_of_measure) if not said else formats.number(abs(row.from_gap))
        said.append(amount if row.level == "all" else f"{amount} ở {formats.LEVELS[row.level].lower()}")
    return _and(said)


def _disputed(last: Rows) -> str:
    """'Văn bản xếp cấp huyện “chưa đạt”, khác với số của chính nó'."""
    said = [
        f"{formats.LEVEL_PHRASES[row.level] + ' ' if row.level != 'all' else ''}“{formats.STATUSES[row.stated_status][1].lower()}”"
        for row in last
        if row.disputed and row.stated_status in formats.STATUSES
    ]
    return f"Văn bản xếp {_and(said)}, khác với con số của chính nó" if said else ""


def _untold(last: Rows) -> str:
    """Why a part of the year is not set against the year's target."""
    parts = [row for row in last if row.target_year is not None and not row.comparable]
    return "Danh mục không cho biết số trong năm cộng dồn thế nào, nên chưa so với mục tiêu cả năm" if parts else ""


def _by_level(rows: Sequence[Any], say: Callable[[Any], str]) -> str:
    return ", ".join(
        say(row) if row.level == "all" and len(rows) == 1 else f"{formats.LEVELS[row.level].lower()} {say(row)}" for row in rows
    )


def _and(parts: Sequence[Any]) -> str:
    """'a', 'a và b', 'a, b và c'."""
    *first, last = [str(part) for part in parts]
    return f"{', '.join(first)} và {last}" if first else last


_RELATIONS = {
    "predecessor": "chỉ tiêu trước đây, cách tính khác", "successor": "chỉ tiêu nối tiếp, cách tính khác", "noted": "một chỉ tiêu khác, gần nghĩa",
}  # fmt: skip


def starred(row: Any) -> str:
    """What is dotted and starred beside an indicator: '* Nét chấm là của một chỉ tiêu khác, gần nghĩa, không nối với chỉ tiêu này'.

    Takes ``relation`` of ``related_figure_list``.
    """
    return f"* Nét chấm là của {_RELATIONS[row.relation]}, không nối với chỉ tiêu này"

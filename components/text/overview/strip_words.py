"""What stands above and beside the targets of the overview: how old the figures are, what is overdue, what is new, what changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.text import formats, times
from components.text.overview.overview_headlines import period_name
from components.text.spelling import inside
from queries.rows import Rows


def freshness(rows: Rows[Any], today: date) -> tuple[str, str]:
    """How old the newest figure is, in bold, and from where that is known. Takes the rows of ``freshness``."""
    if not rows:
        return "Chưa có kết quả nào.", ""
    newest, old = rows[0].newest_day, is_old(rows, today)
    if _undated(rows):
        of_period = f"của {formats.inside(period_name(rows[0].undated_period, rows[0].undated_year))}"
        over = times.age(rows[0].undated_end, today)
        return (
            f"Mọi số liệu đều đã cũ: mới nhất là {of_period}" if old else f"Số liệu mới nhất là {of_period}"
        ), f"(hết kỳ cách đây {over}, văn bản không ghi ngày)"
    if newest is None:
        return "Không văn bản nào ghi ngày của số liệu.", ""
    age = times.age(newest, today)
    known = f"({'số liệu đến ngày' if rows[0].day_stated else 'văn bản ngày'} {times.day(newest)})"
    return (f"Mọi số liệu đều đã cũ: mới nhất cách đây {age}" if old else f"Số liệu mới nhất cách đây {age}"), known


def foot(rows: Rows[Any], today: date) -> str:
    """The same for the foot of a screen: 'số liệu mới nhất cách đây 12 ngày'; '' where no day and no period tells."""
    if not rows or (rows[0].newest_day is None and not _undated(rows)):
        return ""
    said = freshness(rows, today)[0].removeprefix("Mọi số liệu đều đã cũ: ").removeprefix("Số liệu ")
    return f"số liệu {said}"


def _undated(rows: Rows[Any]) -> bool:
    """Whether the newest result is one of which no day is known, of a period that ended after every known day."""
    ended, newest = rows[0].undated_end, rows[0].newest_day
    return ended is not None and (newest is None or ended > newest)


def is_old(rows: Rows[Any], today: date) -> bool:
    """Whether the newest figure is a year old (without a day of its own: its period over for a year), or nobody knows. Takes the rows of ``freshness``."""
    newest = None if not rows else rows[0].undated_end if _undated(rows) else rows[0].newest_day
    return newest is None or (today - newest).days >= 365


def overdue(rows: Rows[Any]) -> str:
    """'60 mục tiêu của năm 2023, 2025 đã quá hạn, chưa có kết quả.' Takes the rows of ``overdue_target``; '' for none."""
    years = ", ".join(str(year) for year in sorted(set(rows.values("year"))))
    return f"{len(rows)} mục tiêu của năm {years} đã quá hạn, chưa có kết quả." if rows else ""


def newer(row: Any) -> str:
    """'Đã có 12 kết quả của Quý III/2026'. Takes a row of ``newer_result``."""
    return f"Đã có {row.results} kết quả của {period_name(row.period, row.year).replace('Năm', 'năm')}"


def without_target(rows: Rows[Any]) -> str:
    """'129 kết quả chưa có mục tiêu, nhiều nhất: Chính quyền số (60)'. Takes the rows of ``result_list``."""
    groups = sorted(rows.by("pillar_name").items(), key=lambda group: -len(group[1]))
    most = f", nhiều nhất: {groups[0][0]} ({len(groups[0][1])})" if len(groups) > 1 else ""
    return f"{len(rows)} kết quả chưa có mục tiêu{most}"


def results_by_pillar(rows: Rows[Any]) -> str:
    """'49 kết quả thuộc 6 nhóm, nhiều nhất: Nhân lực số (20)'. Takes the rows of ``result_list``."""
    groups = sorted(rows.by("pillar_name").items(), key=lambda group: -len(group[1]))
    if len(groups) == 1:
        return f"{len(rows)} kết quả, đều thuộc nhóm {groups[0][0]}"
    return f"{len(rows)} kết quả thuộc {len(groups)} nhóm, nhiều nhất: {groups[0][0]} ({len(groups[0][1])})"


def changes(rows: Rows[Any]) -> str:
    """'So với quý II/2026: 9 tăng, 1 giảm', and what fell most. Takes the rows of ``change_list``; places in a list are left out."""
    counted = rows.matching(lambda row: row.unit_of_measure != formats.RANK)
    up, down = counted.matching(lambda row: row.change > 0), counted.matching(lambda row: row.change < 0)
    still = len(counted) - len(up) - len(down)
    counts = ((len(up), "tăng"), (len(down), "giảm"), (still, "không đổi"))
    return f"So với {_before(rows)}: " + ", ".join(f"{number} {word}" for number, word in counts if number)


def _before(rows: Rows[Any]) -> str:
    """The period that results are set beside; in general words where it is not the same for all."""
    periods = {(row.previous_period, row.previous_year) for row in rows}
    return formats.inside(period_name(*periods.pop())) if len(periods) == 1 else "kỳ trước cùng loại"


def most_changed(rows: Rows[Any], unit_id: str) -> str:
    """What fell most, else what rose most: 'Giảm nhiều nhất: hồ sơ điện tử (cấp xã), −0,9 điểm % so với quý II/2026'.

    Takes rows of ``change_list`` with one unit of measure.
    """
    lowest, highest = min(rows, key=lambda row: row.change), max(rows, key=lambda row: row.change)
    row, word = (lowest, "Giảm") if lowest.change < 0 else (highest, "Tăng")
    before = formats.inside(period_name(row.previous_period, row.previous_year))
    name = f"{inside(row.short_name)} ({formats.level_phrase(row.level, unit_id)})"
    return f"{word} nhiều nhất: {name}, {formats.change(row.change, row.unit_of_measure)} so với {before}"


def changes_shown(rows: Rows[Any]) -> str:
    """What the bars of changes show, in the grey line: unit, which of them, period."""
    periods = {(row.period, row.year) for row in rows}
    when = formats.inside(period_name(*periods.pop())) if len(periods) == 1 else ""
    unit = formats.step(rows[0].unit_of_measure)
    return formats.titled(unit[:1].upper() + unit[1:], "mức tăng và mức giảm lớn nhất", when)


def empty_years(rows: Rows[Any], today: date) -> str:
    """'Từ 2023 đến nay chưa có kết quả nào', or what years have results. Takes the rows of ``freshness``."""
    last = max(rows.values("year"))
    if last < today.year:
        return f"Từ {last + 1} đến nay chưa có kết quả nào" if last + 1 < today.year else f"Năm {today.year} chưa có kết quả nào"
    return "Kết quả đã báo cáo theo năm"

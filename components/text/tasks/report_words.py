"""What is said of who has reported and who has not. Drafted from ``report_list``, never beyond it."""

from __future__ import annotations

from typing import Any

from components.text import formats, times
from data.vietnamese import dates
from queries.rows import Rows

STATES = {  # state -> (mark whose shape it has, word), the most urgent first
    "missing": ("missed", "chưa báo cáo"),
    "partial": ("near", "còn thiếu"),
    "late": ("stated", "đủ nhưng chậm"),
    "open": ("not_due", "chưa đến hạn"),
    "complete": ("met", "đã báo đủ"),
}
_UNITS = {"province": "tỉnh", "district": "đơn vị cấp huyện", "commune": "đơn vị cấp xã"}
_ANSWERED = ("complete", "late")


def units(level: str, count: int | None = None) -> str:
    """'69 đơn vị cấp xã', 'đơn vị cấp huyện': who is asked."""
    return _UNITS[level] if count is None else f"{formats.number(count, 0)} {_UNITS[level]}"


def open_period(rows: Rows[Any]) -> str:
    """The period that a page opens on: the last one whose day has passed, else the first one. Takes the rows of a year."""
    due = {row.period: row.due_on for row in rows if row.due_on is not None}
    passed = sorted((day, period) for period, day in due.items() if day < dates.today())
    return passed[-1][1] if passed else next(iter(due), next(iter(rows.values("period")), "N"))


def headline(rows: Rows[Any], level: str, year: int) -> str:
    """'Quý III/2026: chưa đơn vị nào trong 69 đơn vị cấp xã báo cáo, quá hạn 80 ngày'. Takes the rows of one period."""
    return f"{answered(rows, level, year)}{_when(rows)}"


def answered(rows: Rows[Any], level: str, year: int) -> str:
    """The same without the days, which move with the clock."""
    period, asked = _period(rows[0].period, year), units(level, len(rows))
    full = rows.matching(lambda row: row.state in _ANSWERED)
    silent = rows.matching(lambda row: not row.reported)
    if len(silent) == len(rows):
        said = f"chưa đơn vị nào trong {asked} báo cáo" if len(rows) > 1 else f"{rows[0].unit_name} chưa báo cáo"
    elif len(full) == len(rows):
        said = f"cả {asked} đã báo cáo đủ" if len(rows) > 1 else f"{rows[0].unit_name} đã báo cáo đủ"
    else:
        parts = [f"{len(full)} trong {asked} đã báo cáo đủ", _count(len(rows) - len(full) - len(silent), "còn thiếu")]
        said = ", ".join(filter(None, [*parts, _count(len(silent), "chưa báo cáo")]))
    return f"{period}: {said}"


def _period(code: str, year: int) -> str:
    """'Quý III/2026', 'Năm 2026', '6 tháng đầu năm 2026'."""
    name = times.period(code, year)
    return name.replace(" năm ", "/") if code[:1] in "QT" else name


def _count(number: int, word: str) -> str:
    return f"{number} {word}" if number else ""


def _when(rows: Rows[Any]) -> str:
    """How far the day is: ', quá hạn 80 ngày', ', còn 12 ngày'; nothing where all is there or the set names no day."""
    due = rows[0].due_on
    if due is None or all(row.state in _ANSWERED for row in rows):
        return ""
    days = (due - dates.today()).days
    return f", quá hạn {formats.number(-days, 0)} ngày" if days < 0 else ", hạn là hôm nay" if days == 0 else f", còn {days} ngày"


def deadline(rows: Rows[Any], deadlines: Any) -> str:
    """'Hạn báo cáo: 09/09/2026 (525/KH-UBND, Phần VII; đặt từ năm 2023)'. Takes the rows of one period and a row of ``deadline_sets``."""
    document = deadlines.document
    due = rows[0].due_on
    if due is None:
        return f"{document} không đặt hạn cho loại kỳ này"
    return f"Hạn báo cáo: {times.day(due)} ({document}, {deadlines.locator}; đặt từ năm {deadlines.since})"


def cell(row: Any) -> str:
    """'3/5', and what there is to say of its day: '5/5 · chậm 12 ngày', '5/5 · không rõ ngày gửi'."""
    share = f"{row.reported}/{row.owed}"
    if row.state == "late" and row.last_on and row.due_on:
        return f"{share} · chậm {formats.number((row.last_on - row.due_on).days, 0)} ngày"
    return f"{share} · không rõ ngày gửi" if row.undated and row.undated == row.reported else share


def by_need(rows: Rows[Any]) -> Rows[Any]:
    """The rows of one period, who is to be reminded first: silent, incomplete, late, then the others; by name among equals."""
    order = list(STATES)

    def need(row: Any) -> tuple[int, float]:
        return order.index(row.state), row.reported / row.owed

    return Rows(rows.columns, sorted(rows, key=need))


def to_remind(rows: Rows[Any]) -> Rows[Any]:
    """Whom to remind: whose day has passed and who has not reported all."""
    return rows.matching(lambda row: row.state in ("missing", "partial"))

"""Charts of tasks and money: the years of tasks as lying bars, and money by year and source as upright ones; parts follow one another."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from components.charts.model import Line, Mark, Plot, Run, Slot
from components.text import formats
from components.text.tasks import budget_words, task_words
from components.theme import MUTED, STATUS_COLOURS

MOST_TASKS, MOST_NAMES = 12, 12
_SOURCES = {"trung ương": "money_central", "địa phương": "money_local", "ODA và khác": "money_other"}
_MILLION = 1_000_000
_LETTERS = 58


def timeline(rows: Sequence[Any], *, title: str, subtitle: str, source: str, today: date) -> Plot:
    """Lying bars on one axis of years, one a task that says its years: what its document gives, then what it is overdue. Takes ``task_list``."""
    timed = [row for row in rows if row.end_year is not None][:MOST_TASKS]
    first = min((row.start_year or row.end_year for row in timed), default=today.year)
    now = _years(today) - first
    slots = tuple(_task(row, first, now) for row in timed)
    top = max([now, *(slot.end for slot in slots)])
    return Plot(title, subtitle, source, slots, top=top, unit_of_measure="năm", horizontal=True, stacked=True)


def _task(row: Any, first: int, now: float) -> Slot:
    begin, end = (row.start_year or row.end_year) - first, row.end_year + 1 - first
    marks = [Mark("span", float(end), float(begin))] + ([Mark("late", now, float(end))] if row.late else [])
    mark, word = task_words.STATES[task_words.state(row)]
    late = task_words.lateness(row)
    label: Line = (Run(task_words.years(row)), Run(f" · {late}" if late else "", STATUS_COLOURS["missed"]))
    facts = {"Năm đầu": row.start_year, "Năm cuối": row.end_year, "Tình trạng": word, "Chủ trì": row.lead_agency or ""}
    return Slot(short(row), tuple(marks), (label,), facts, verdict=formats.STATUSES[mark][0])


def _years(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365


def short(row: Any) -> str:
    """The name of a task, cut after so many letters."""
    return _short(task_words.named(row))


def _short(text: str) -> str:
    return text if len(text) <= _LETTERS else f"{text[:_LETTERS].rsplit(' ', 1)[0]} …"


def money_by_year(
    parts: Sequence[tuple[str, Sequence[tuple[str, float | None]], float | None]], *, title: str, subtitle: str, source: str
) -> Plot:
    """Upright bars, one a year, divided by source, in million đồng. ``parts``: (year, (source, đồng) in the order of the table, the sum that
    the table states)."""
    slots = tuple(_year(*part) for part in parts)
    top = max((slot.end for slot in slots), default=1.0)
    return Plot(title, subtitle, source, slots, top=top, unit_of_measure="triệu đồng", stacked=True)


def _year(name: str, sources: Sequence[tuple[str, float | None]], whole: float | None) -> Slot:
    marks, reached, others = [], 0.0, 0.0
    for source, amount in sources:
        if source in _SOURCES and amount:
            marks.append(Mark(_SOURCES[source], reached + amount / _MILLION, reached))
            reached += amount / _MILLION
        elif amount:
            others += amount / _MILLION
    if not marks and not others and whole:
        others = whole / _MILLION
    marks += [Mark("money_more", reached + others, reached)] if others else []
    label: Line = (Run(task_words.millions(whole)),) if whole is not None else (Run(formats.NOTHING, MUTED),)
    facts = {f"{source}, triệu đồng": amount / _MILLION for source, amount in sources if amount is not None}
    return Slot(name, tuple(marks), (label,), facts)


def money_by_name(rows: Sequence[Any], what: str, *, title: str, subtitle: str, source: str) -> Plot:
    """Lying bars, one a group or agency, in million đồng, as the rows stand; the first ``MOST_NAMES``. Takes ``task_money`` of one document."""
    slots = tuple(_named(row, what) for row in rows[:MOST_NAMES])
    top = max((slot.end for slot in slots), default=1.0) or 1.0
    return Plot(title, subtitle, source, slots, top=top, unit_of_measure="triệu đồng", horizontal=True, stacked=True)


def _named(row: Any, what: str) -> Slot:
    name = _short(row.name or budget_words.NAMELESS[what])
    marks = (Mark("money_tasks", row.amount_vnd / _MILLION, 0.0),) if row.counted else ()
    told = task_words.millions(row.amount_vnd) if row.counted else "không ghi số tiền"
    label: Line = (Run(told), Run(f" · {row.counted}/{row.tasks} nhiệm vụ", MUTED))
    facts = {"Triệu đồng": row.amount_vnd / _MILLION if row.counted else None, "Có số tiền": row.counted, "Nhiệm vụ": row.tasks}
    return Slot(name, marks, (label,), facts)

"""When the next figure is due: a chip in words; nothing where no document schedules it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from components.text import times
from components.tiles.html_table import Markup, tag
from data.vietnamese import dates
from queries.rows import Rows

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def words(due_on: date | None, state: str, next_period: str | None = None) -> str:
    """'đến hạn 31/07/2027: Quý II/2027', 'quá hạn 45 ngày: Quý III/2026', 'chưa từng báo cáo'; '' when nothing is scheduled.

    ``next_period``: the period whose figure is due, as ``figure_due`` writes it ('Q3/2026').
    """
    if state == "never_reported":
        return "chưa từng báo cáo"
    if due_on is None or state == "not_scheduled":
        return ""
    of = f": {times.period_mark(next_period)}" if next_period else ""
    if state == "overdue":
        return f"quá hạn {times.age(due_on, dates.today())}{of}"
    return f"đến hạn {times.day(due_on)}{of}"


def chip(due_on: date | None, state: str, next_period: str | None = None) -> Markup:
    """The chip; empty where nothing is scheduled."""
    said = words(due_on, state, next_period)
    return tag("span", said, class_=f"due due-{state.replace('_', '-')}") if said else Markup()


def first(rows: Rows) -> Markup:
    """The chip of the level that is due first. Takes due_on, due_state, next_period; what was never reported is told elsewhere."""
    states = ((row.due_on, row.due_state, row.next_period) for row in rows)
    dated = sorted(state for state in states if state[0] and state[1] in ("due", "overdue"))
    return chip(*dated[0]) if dated else Markup()

"""When the next figure is due: a chip in words; nothing where no document schedules it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from components.text import formats
from components.tiles.html_table import Markup, tag
from data.vietnamese import dates
from queries.rows import Rows

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def words(due_on: date | None, state: str) -> str:
    """'đến hạn 31/07/2027', 'quá hạn báo cáo 45 ngày', 'chưa từng báo cáo'; '' when nothing is scheduled."""
    if state == "never_reported":
        return "chưa từng báo cáo"
    if due_on is None or state == "not_scheduled":
        return ""
    if state == "overdue":
        return f"quá hạn báo cáo {formats.age(due_on, dates.today())}"
    return f"đến hạn báo cáo {formats.day(due_on)}"


def chip(due_on: date | None, state: str) -> Markup:
    """The chip; empty where nothing is scheduled."""
    said = words(due_on, state)
    return tag("span", said, class_=f"due due-{state.replace('_', '-')}") if said else Markup()


def first(rows: Rows) -> Markup:
    """The chip of the level that is due first. Takes due_on and due_state; a figure that was never reported is told elsewhere."""
    dated = sorted(row for row in ((row.due_on, row.due_state) for row in rows) if row[0] and row[1] in ("due", "overdue"))
    return chip(*dated[0]) if dated else Markup()

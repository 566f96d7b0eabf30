"""A quiet line for a territory that no longer exists: since when, and what its figures are."""

from __future__ import annotations

from datetime import date
from typing import Any

import streamlit as st

from components.store.kept_answers import while_figures_hold
from components.store.store_access import cached_read
from components.territory import Territory
from components.text import formats, times
from components.tiles.html_table import tag
from data.vietnamese import dates
from queries.reads import unit_list
from queries.rows import Rows

_NO_LEVEL = date(2025, 7, 1)  # from this day on local government has no district level


def note(territory: Territory) -> None:
    """The line, on every page about the territory; nothing for a unit that is still there today."""
    unit = _unit(cached_read(unit_list), territory.unit_id)
    if unit is not None and unit.ended_on is not None and unit.ended_on <= dates.today():
        st.html(tag("p", words(unit), class_="note ended", role="note"))


def districts(rows: Rows[Any], year: int) -> None:
    """The line below figures of a year at whose end there were no districts, where they hold targets of districts."""
    if date(year, 12, 31) >= _NO_LEVEL and rows.where(level="district"):
        said = "Cấp huyện kết thúc từ ngày 01/07/2025; mục tiêu đã đặt cho huyện nay hỏi cơ quan của tỉnh đã giao."
        st.html(tag("p", said, class_="note ended", role="note"))


@while_figures_hold(most=1000)
def _unit(units: Rows[Any], unit_id: str) -> Any | None:
    return next((unit for unit in units if unit.unit_id == unit_id), None)


def words(unit: Any) -> str:
    """'Cấp huyện kết thúc từ ngày 01/07/2025; đây là số liệu của huyện Đức Thọ đến thời điểm đó.' Takes a row of ``unit_list``."""
    name, day = formats.inside(unit.name), times.day(unit.ended_on)
    ended = (
        f"Cấp huyện kết thúc từ ngày {day}"
        if unit.level == "district" and unit.ended_on == _NO_LEVEL
        else f"{unit.name} không còn từ ngày {day}"
    )
    return f"{ended}; đây là số liệu của {name} đến thời điểm đó."

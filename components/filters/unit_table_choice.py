"""What the table of units and indicators shows: level, year, period, group, order, status, empty rows. All of it lives in the link."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from components.filters import filters, url_state
from components.filters.fullest import fullest
from components.store.kept_answers import while_figures_hold
from components.store.store_access import cached_read, read_of_group, units_are_asked_together
from components.territory import Territory
from components.text import times
from components.text.units.unit_table_words import BY_MET, BY_NAME, MARKS, UnitTableChoice, indicators
from data.vietnamese.periods import period_end
from queries.reads import unit_indicator_list, unit_pillar_list, units_on_day
from queries.reads.row_types import UnitIndicatorListRow, UnitPillarListRow
from queries.rows import Rows

_LEVELS = {"commune": "Xã", "district": "Huyện"}
_EMPTY = {"an": "Ẩn", "hien": "Hiện"}


def choose(territory: Territory) -> UnitTableChoice | None:
    """The choices of the page, in the bar; None where no unit of the province has a result."""
    offered = cached_read(unit_pillar_list, province_code=territory.province_code)
    if not offered:
        return None
    for name in ("cap", "nam", "ky", "nhom"):
        url_state.forget_default(name)
    levels = {code: word for code, word in _LEVELS.items() if offered.where(level=code)}
    level = filters.pick("Cấp", "cap", levels, fullest(offered).level)
    offered = offered.where(level=level)
    years = {str(row.year): str(row.year) for row in offered}
    year = int(filters.choose("Năm", "nam", years, str(fullest(offered).year), width=110))
    offered = offered.where(year=year)
    periods = {row.period: times.period_part(row.period) for row in offered}
    period = filters.choose("Kỳ", "ky", periods, fullest(offered).period, width=130)
    pillar, name = _pillar(offered.where(period=period))
    about: dict[str, str | int] = {"level": level, "year": year, "period": period, "pillar": pillar}
    order = _order(of_group(territory.province_code, about))
    empty = filters.pick("Đơn vị chưa báo cáo", "trong", _EMPTY) == "hien"
    state = st.query_params.get("trang_thai", "")
    return UnitTableChoice(level, year, period, pillar, name, order, state if state in MARKS else "", empty)


def _pillar(offered: Rows[UnitPillarListRow]) -> tuple[str, str]:
    """The group of indicators: ``?nhom=``; a bare link opens the one with most indicators."""
    labels = {row.pillar: f"{row.pillar_name} · {row.indicators}" for row in offered}
    first = max(offered, key=lambda row: row.indicators).pillar
    code = filters.choose("Nhóm", "nhom", labels, first, width=230)
    return code, offered.where(pillar=code)[0].pillar_name


def of_group(province_code: str, about: Mapping[str, Any]) -> Rows[UnitIndicatorListRow]:
    """``unit_indicator_list`` of a level, year, period and group; ``about`` names them."""
    return read_of_group(unit_indicator_list, province_code=province_code, **about)


def ahead(province_code: str) -> list[Callable[[], Any]]:
    """What asks ahead the period that the page opens with, every group of it."""
    return [lambda: _opened(province_code) if units_are_asked_together(province_code) else None]


def _opened(province_code: str) -> None:
    offered: Rows[UnitPillarListRow] = cached_read(unit_pillar_list, province_code=province_code)
    if not offered:
        return
    level = fullest(offered).level
    year = fullest(offered.where(level=level)).year
    period = fullest(offered.where(level=level, year=year)).period
    of_group(province_code, {"level": level, "year": year, "period": period, "pillar": ""})
    cached_read(units_on_day, province_code=province_code, on_day=period_end(year, period))


def _order(rows: Rows[UnitIndicatorListRow]) -> str:
    url_state.forget_unlinked("theo")
    return filters.choose("Xếp theo", "theo", _orders(rows), BY_NAME, width=230)


@while_figures_hold(most=40)
def _orders(rows: Rows[UnitIndicatorListRow]) -> dict[str, str]:
    labels = {BY_NAME: "Tên đơn vị", BY_MET: "Số mục tiêu đạt"}
    for code, row in indicators(rows).items():
        labels |= {code: f"{row.short_name}: tốt nhất trước", f"-{code}": f"{row.short_name}: kém nhất trước"}
    return labels

"""What the table of units and indicators shows: level, year, period, group, order, status, empty rows. All of it lives in the link."""

from __future__ import annotations

import streamlit as st

from components.filters import filters, url_state
from components.store.kept_answers import while_figures_hold
from components.store.store_access import cached_read
from components.territory import Territory
from components.text import times
from components.text.units.fullest import fullest
from components.text.units.unit_table_words import BY_MET, BY_NAME, MARKS, UnitTableChoice, indicators
from components.tiles.units import unit_table_figures
from queries.reads import unit_pillar_list
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
    order = _order(unit_table_figures.of_group(territory.province_code, about))
    empty = filters.pick("Đơn vị chưa báo cáo", "trong", _EMPTY) == "hien"
    state = st.query_params.get("trang_thai", "")
    return UnitTableChoice(level, year, period, pillar, name, order, state if state in MARKS else "", empty)


def _pillar(offered: Rows[UnitPillarListRow]) -> tuple[str, str]:
    """The group of indicators: ``?nhom=``; a bare link opens the one with most indicators."""
    labels = {row.pillar: f"{row.pillar_name} · {row.indicators}" for row in offered}
    first = max(offered, key=lambda row: row.indicators).pillar
    code = filters.choose("Nhóm", "nhom", labels, first, width=230)
    return code, offered.where(pillar=code)[0].pillar_name


def _order(rows: Rows[UnitIndicatorListRow]) -> str:
    url_state.forget_unlinked("theo")
    return filters.choose("Xếp theo", "theo", _orders(rows), BY_NAME, width=230)


@while_figures_hold(most=40)
def _orders(rows: Rows[UnitIndicatorListRow]) -> dict[str, str]:
    labels = {BY_NAME: "Tên đơn vị", BY_MET: "Số mục tiêu đạt"}
    for code, row in indicators(rows).items():
        labels |= {code: f"{row.short_name}: tốt nhất trước", f"-{code}": f"{row.short_name}: kém nhất trước"}
    return labels

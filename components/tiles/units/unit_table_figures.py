"""The figures of the table of units and indicators: of every group of a level and period at once, those that the page opens with ahead."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from components.store.store_access import cached_read, read_of_group, units_are_asked_together
from components.text.units.fullest import fullest
from data.vietnamese.periods import period_end
from queries.reads import unit_indicator_list, unit_pillar_list, units_on_day
from queries.reads.row_types import UnitIndicatorListRow, UnitPillarListRow
from queries.rows import Rows


def of_group(province_code: str, about: Mapping[str, Any]) -> Rows[UnitIndicatorListRow]:
    """``unit_indicator_list`` of a level, year, period and group; ``about`` names them."""
    return read_of_group(unit_indicator_list, province_code=province_code, **about)


def _opening(offered: Rows[UnitPillarListRow]) -> tuple[str, int, str]:
    """Level, year and period that a bare link opens. Takes ``unit_pillar_list``, not empty."""
    level = fullest(offered).level
    year = fullest(offered.where(level=level)).year
    return level, year, fullest(offered.where(level=level, year=year)).period


def ahead(province_code: str) -> list[Callable[[], Any]]:
    """What asks ahead the period that the page opens with, every group of it."""
    return [lambda: _opened(province_code) if units_are_asked_together(province_code) else None]


def _opened(province_code: str) -> None:
    offered = cached_read(unit_pillar_list, province_code=province_code)
    if offered:
        level, year, period = _opening(offered)
        of_group(province_code, {"level": level, "year": year, "period": period, "pillar": ""})
        cached_read(units_on_day, province_code=province_code, on_day=period_end(year, period))

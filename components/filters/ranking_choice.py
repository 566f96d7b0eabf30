"""What the ranking is about: indicator, level, year, period, map, order, and the unit that is looked for. All of it lives in the link."""

from __future__ import annotations

from datetime import date

from components.filters import filters, url_state
from components.store.kept_answers import while_figures_hold
from components.store.store_access import cached_read
from components.territory import Territory
from components.text import times
from components.text.units.fullest import fullest
from components.text.units.ranking_words import RankingChoice
from data.vietnamese import dates
from data.vietnamese.periods import period_end
from queries.reads import ranked_indicator_list, units_on_day
from queries.reads.row_types import RankedIndicatorListRow, UnitsOnDayRow
from queries.rows import Rows

LEVELS = {"commune": "Xã, phường", "district": "Huyện, thị xã, thành phố"}
_SHORT = {"commune": "Xã", "district": "Huyện"}
MAPS = {"khi-bao-cao": "Như khi báo cáo", "hien-nay": "Theo xã, phường hiện nay"}
ORDERS = {"gia-tri": "Kết quả", "tien-bo": "Mức tăng so với kỳ trước"}


def choose(territory: Territory, ordered: bool = True) -> RankingChoice | None:
    """The choices of the page, in the bar; None where no unit of the province has a number. ``ordered``: with an order to choose."""
    offered = cached_read(ranked_indicator_list, province_code=territory.province_code)
    if not offered:
        return None
    for name in ("cap", "nam", "ky"):
        url_state.forget_default(name)
    indicator_id = _indicator(offered)
    offered = _of_each(offered)[indicator_id]
    level = _level(offered)
    offered = offered.where(level=level)
    year = _year(offered)
    period = _period(offered.where(year=year))
    units, moved = _units(territory, level, period_end(year, period))
    units_of = _map() if moved and level == "commune" else "then"
    if units_of == "today":
        units = _units(territory, level, dates.today())[0]
    order = filters.pick("Xếp theo", "xep", ORDERS) if ordered else ""
    return RankingChoice(indicator_id, level, year, period, units_of, moved, order == "tien-bo", _unit(units))


def _indicator(offered: Rows[RankedIndicatorListRow]) -> str:
    """The indicator: ``?chi_tieu=``; a bare link opens the one of most units in the newest period in which enough of them have a number."""
    names = {code: rows[0].indicator_name for code, rows in _of_each(offered).items()}
    return filters.choose("Chỉ tiêu", "chi_tieu", names, _opened(offered), width=420, filter_mode="contains")


@while_figures_hold(most=40)
def _of_each(offered: Rows[RankedIndicatorListRow]) -> dict[str, Rows[RankedIndicatorListRow]]:
    return offered.by("indicator_id")


@while_figures_hold(most=40)
def _opened(offered: Rows[RankedIndicatorListRow]) -> str:
    return fullest(sorted(offered, key=lambda row: row.indicator_id != "CQ.06")).indicator_id  # of equal ones the first counts


def _level(offered: Rows[RankedIndicatorListRow]) -> str:
    labels = {level: _SHORT[level] for level in LEVELS if offered.where(level=level)}
    return filters.pick("Cấp", "cap", labels, fullest(offered).level)


def _year(offered: Rows[RankedIndicatorListRow]) -> int:
    years = {str(row.year): str(row.year) for row in offered}
    return int(filters.choose("Năm", "nam", years, str(fullest(offered).year), width=110))


def _period(offered: Rows[RankedIndicatorListRow]) -> str:
    labels = {row.period: f"{times.period_part(row.period)} · {row.units}" for row in offered}
    return filters.choose("Kỳ", "ky", labels, fullest(offered).period, width=150)


def _map() -> str:
    return "today" if filters.pick("Địa giới", "dia_gioi", MAPS) == "hien-nay" else "then"


def _units(territory: Territory, level: str, day: date) -> tuple[dict[str, str], bool]:
    """The units of the level on a day with their names, and whether the map has changed since."""
    then, now = (
        _names(cached_read(units_on_day, province_code=territory.province_code, on_day=on), level) for on in (day, dates.today())
    )
    return then, then.keys() != now.keys()


@while_figures_hold(most=100)
def _names(units: Rows[UnitsOnDayRow], level: str) -> dict[str, str]:
    """The names of the units of a level by unit, in the order of their names."""
    return dict(sorted(((row.unit_id, row.name) for row in units.where(level=level)), key=lambda pair: pair[1]))


def _unit(units: dict[str, str]) -> str:
    labels = {"": "Mọi đơn vị", **units}
    url_state.forget_unlinked("don_vi")
    return filters.choose("Tìm đơn vị", "don_vi", labels, "", width=200, filter_mode="contains")

"""Which index is shown: set of points, level, year, period, and the unit whose sum is laid open. All of it lives in the link."""

from __future__ import annotations

from components.filters import filters, url_state
from components.store.store_access import cached_read
from components.territory import Territory
from components.text import times
from components.text.units.index_words import IndexChoice
from queries.reads import index_list, index_ranking
from queries.reads.row_types import IndexListRow
from queries.rows import Rows

_LEVELS = {"commune": "Xã", "district": "Huyện", "province": "Tỉnh"}


def choose(territory: Territory) -> IndexChoice | None:
    """The choices of the page, in the bar; None where no unit of the province is scored."""
    offered = cached_read(index_list, province_code=territory.province_code)
    if not offered:
        return None
    for name in ("cap", "nam", "ky"):
        url_state.forget_default(name)
    offered = offered.where(index_id=_index(offered))
    offered = offered.where(level=_level(offered))
    offered = offered.where(year=_year(offered))
    period = _period(offered)
    about = offered.where(period=period)[0]
    key = {"index_id": about.index_id, "level": about.level, "year": about.year, "period": period}
    rows = cached_read(index_ranking, province_code=territory.province_code, **key)
    return IndexChoice(
        about.index_id, about.level, about.year, period, _unit(rows.values("unit_id"), rows.values("unit_name")), about
    )


def _index(offered: Rows[IndexListRow]) -> str:
    names = {code: rows[0].index_name for code, rows in offered.by("index_id").items()}
    return filters.choose("Bộ chỉ số", "bo", names, width=320)


def _level(offered: Rows[IndexListRow]) -> str:
    there = offered.values("level")
    return filters.pick("Cấp", "cap", {level: name for level, name in _LEVELS.items() if level in there})


def _year(offered: Rows[IndexListRow]) -> int:
    years = list(dict.fromkeys(str(row.year) for row in offered))
    return int(filters.choose("Năm", "nam", {year: year for year in years}, years[0], width=110))


def _period(offered: Rows[IndexListRow]) -> str:
    labels = {row.period: f"{times.period_part(row.period)} · {row.scored}" for row in offered}
    return filters.choose("Kỳ", "ky", labels, next(iter(labels)), width=150)


def _unit(unit_ids: list[str], names: list[str]) -> str:
    labels = {"": "Đơn vị đứng đầu", **dict(sorted(zip(unit_ids, names, strict=True), key=lambda pair: pair[1]))}
    url_state.forget_unlinked("don_vi")
    return filters.choose("Cộng từng dòng của", "don_vi", labels, "", width=220, filter_mode="contains")

"""What the reader of who has reported chooses: year, whose reports, which deadlines, which period."""

from __future__ import annotations

from datetime import date
from typing import Any

from components.filters import filters, url_state
from components.store.store_access import cached_read
from components.territory import Territory
from components.text import formats, times
from components.text.tasks import report_words
from data.vietnamese import dates
from queries.reads import deadline_sets, units_on_day, year_list
from queries.rows import Rows


def year(territory: Territory) -> int:
    """Which year: ``?nam=2026``; this year unless chosen, back to the first with figures of the province."""
    url_state.forget_default("nam")
    known = cached_read(year_list, province_code=territory.province_code, unit_id=territory.province_code).values("year")
    today = dates.today().year
    years = range(max(today, max(known, default=today)), min([*known, today]) - 1, -1)
    return filters.chosen_year(list(years), today)


def level(territory: Territory, year: int) -> str:
    """Whose reports: those of a province's communes, of its districts while there are any, or its own."""
    there = cached_read(units_on_day, province_code=territory.province_code, on_day=date(year, 3, 31)).values("level")
    codes = [code for code in ("commune", "district", "province") if code in there]
    return filters.pick("Báo cáo của", "cap_bao_cao", {code: formats.level(code, territory.unit_id) for code in codes})


def deadline_set(territory: Territory) -> Any:
    """By whose deadlines: ``?han=525/KH-UBND``; those of the province first."""
    sets = cached_read(deadline_sets, province_code=territory.province_code)
    labels = {row.deadline_set: row.deadline_set for row in sets}
    chosen = filters.pick("Hạn theo", "han", labels)
    return sets.where(deadline_set=chosen)[0]


def period(rows: Rows[Any]) -> str:
    """Which period of the year: ``?ky=Q3``; opens on the last one whose day has passed."""
    if not rows:
        return "N"
    url_state.forget_default("ky")
    labels = {code: times.period_part(code) for code in dict.fromkeys(rows.values("period"))}
    return filters.pick("Kỳ", "ky", labels, first=report_words.open_period(rows))


def asked(territory: Territory, level: str, year: int) -> dict[str, Any]:
    """The parameters of ``report_list`` but the deadlines."""
    return {"province_code": territory.province_code, "level": level, "year": year}

"""What the sheet of a unit tells beside its figures, asked of whoever answers: debts of reporting, and points."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from components.text.units import profile_words
from data.vietnamese import dates
from data.vietnamese.periods import period_end
from queries.reads import deadline_sets, index_list, index_ranking, report_list
from queries.rows import Rows

Ask = Callable[..., Rows[Any]]


def debts(ask: Ask, province_code: str, unit: Any) -> list[tuple[Any, int]]:
    """What a unit of today still owes of this year and the last, the newest first: rows of ``report_list`` with their year."""
    if unit.valid_to is not None:
        return []
    reports = [(year, rows.where(unit_id=unit.unit_id)) for year, rows in this_year_and_last(ask, province_code, unit.level)]
    return [(row, year) for year, rows in reports for row in profile_words.debts(rows)]


def this_year_and_last(ask: Ask, province_code: str, level: str) -> list[tuple[int, Rows[Any]]]:
    """(year, ``report_list``) of all units of a level, by the deadlines that the page of reporting opens with."""
    sets = ask(deadline_sets, province_code=province_code)
    asked = {"province_code": province_code, "level": level, "deadline_set": sets[0].deadline_set if sets else ""}
    return [(year, ask(report_list, **asked, year=year)) for year in (dates.today().year, dates.today().year - 1)]


def scores(ask: Ask, province_code: str, unit: Any) -> list[tuple[Any, Any]]:
    """(row of ``index_list``, row of ``index_ranking``) of each index, in the newest period in which the unit is asked for: at whose end it is there."""
    asked = newest_of_each_index(ask, province_code, unit.level, unit.valid_from, unit.valid_to or date.max)
    return [(about, row) for about, rows in asked for row in rows.where(unit_id=unit.unit_id)]


def newest_of_each_index(
    ask: Ask, province_code: str, level: str, first: date = date.min, end: date = date.max
) -> list[tuple[Any, Rows[Any]]]:
    """(row of ``index_list``, ``index_ranking``) of each index that units of a level are asked for, in the newest period that ends within a time."""
    offered = ask(index_list, province_code=province_code).where(level=level)
    within = offered.matching(lambda about: first <= period_end(about.year, about.period) < end)
    newest = [group[0] for group in within.by("index_id").values()]
    return [(about, ask(index_ranking, province_code=province_code, **_key(about))) for about in newest]


def _key(about: Any) -> dict[str, Any]:
    return {"index_id": about.index_id, "level": about.level, "year": about.year, "period": about.period}

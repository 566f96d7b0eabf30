"""What the overview asks the store: as few reads as its choice needs, each of all levels at once and kept with its answer."""

from __future__ import annotations

from typing import Any

from components.store.kept_answers import while_figures_hold
from components.store.store_access import cached_read
from components.territory import Territory
from components.text.overview.overview_period import NEWEST, Overview
from queries.reads import change_list, milestone_list, open_target, result_list, target_list
from queries.rows import Rows

_NONE: Rows[Any] = Rows((), ())


def overview(territory: Territory, year: int, period: str, level: str) -> Overview:
    """What is known of a territory's year or of a part of it, at one level or at 'any'.

    The same answers give an equal overview: what was drawn of it need not be drawn again.
    """
    of_year = {**territory.key, "year": year, "level": "any"}
    within = period not in (NEWEST, "N")
    targets = cached_read(target_list, **of_year, period=period)
    waits = not within and bool(targets.matching(lambda row: row.mark in ("no_result", "not_due")))
    paced = within or bool(targets.where(mark="not_due", has_result=True))
    compares = within or bool(targets.matching(lambda row: row.has_result and row.period != "N"))
    asked = {
        "targets": targets,
        "results": cached_read(result_list, **of_year, period=period),
        "waiting": cached_read(open_target, **of_year) if waits else _NONE,
        "whole": cached_read(target_list, **of_year, period="N") if within else _NONE,
        "changes": cached_read(change_list, **of_year, period=period) if compares else _NONE,
    }
    return Overview(
        name=territory.name,
        year=year,
        period=period,
        level=level,
        paces=cached_read(milestone_list, **territory.key, year=year) if paced else _NONE,
        unit_id=territory.unit_id,
        **{name: of_level(rows, level) for name, rows in asked.items()},
    )


@while_figures_hold(most=1000)
def of_level(rows: Rows[Any], level: str) -> Rows[Any]:
    """The rows of one level, the same object every time; all of them for 'any'."""
    return rows if level == "any" else rows.where(level=level)

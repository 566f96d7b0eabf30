"""What charts are drawn from in tests: rows of the frozen seed as pages and slides ask for them, and one plot of every chart."""

from __future__ import annotations

import inspect
from datetime import date
from types import ModuleType, SimpleNamespace
from typing import Any

from components.charts import plots, time_plots
from components.charts.model import Plot
from queries import reads
from queries.clock import on_day
from queries.rows import Rows
from queries.store import Store

PLACE = {"province_code": "42", "unit_id": "42"}
TODAY = date(2026, 11, 28)
CHART_MODULES = (plots, time_plots)
OF_MANY_UNITS = {"units_in_order"}  # needs figures of many units: no view over the shipped seed, and no slide yet


def chart_functions() -> dict[str, ModuleType]:
    """Every chart that there is: the public functions that return a ``Plot``, each with its module."""
    return {
        name: module
        for module in CHART_MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and function.__annotations__.get("return") == "Plot"
        and not name.startswith("_")
    }


def units() -> list[Any]:
    """Five units in the order of their shares, as ``unit_ranking`` ranks them; the shipped seed holds no figures of so many."""
    about = {
        "unit_of_measure": "%", "required": 40.0, "target_low": 40.0, "target_high": None, "target_as_written": "40%", "improvement_rank": None,
        "change": None, "basis": "measured", "actual_low": None, "actual_high": None, "actual_qualifier": "exact", "actual_as_written": "",
        "has_result": True, "comparable": True, "target_year": 2022, "target_op": ">=",
    }  # fmt: skip
    shares = ((62.5, "met"), (51.0, "met"), (40.0, "met"), (38.0, "near"), (12.5, "missed"))
    return [
        SimpleNamespace(**about, unit_name=f"Xã {rank}", rank=rank, actual=share, gap=share - 40, mark=mark)
        for rank, (share, mark) in enumerate(shares, start=1)
    ]


def urgent(store: Store, **more: Any) -> Rows:
    """What was missed or nearly met in 2022, as the overview and the slide of what to attend to draw it."""
    rows = reads.target_list(store, **PLACE, **{"year": 2022, "period": "newest", "level": "any"} | more)
    return rows.matching(lambda row: row.mark in ("missed", "near"))


def waiting(store: Store, year: int, unit_id: str = "42") -> Rows:
    """Targets of a year that no result judges, whose newest result is a number."""
    with on_day(TODAY):
        return reads.open_target(store, province_code="42", unit_id=unit_id, year=year, level="any").having("gap")


def of_levels(store: Store, year: int = 2022) -> Rows:
    """An indicator with a target of its own at each level."""
    return reads.level_comparison(store, **PLACE, year=year).where(indicator_id="CQ.06")


def over_time(store: Store, indicator_id: str = "CQ.06", level: str = "commune", *, on: date = TODAY, **texts: str) -> Plot:
    """An indicator at one level over time, as it is seen on a day."""
    about = {**PLACE, "indicator_id": indicator_id}
    with on_day(on):
        rows, paths = (read(store, **about).where(level=level) for read in (reads.indicator_trend, reads.indicator_path))
    return drawn_over_time(rows, paths, on=on, **texts)


def drawn_over_time(rows: Rows, paths: Rows, *, on: date = TODAY, **texts: str) -> Plot:
    """The same of rows that a test has changed."""
    unit = rows[0].unit_of_measure
    caption = time_plots.Caption(**{"title": "T", "subtitle": "S", "source": "N"} | texts)
    top, axis = time_plots.axis_top(rows, unit), time_plots.axis(rows, rows, on)
    return time_plots.indicator_over_time(rows, paths, caption, axis, unit_of_measure=unit, top=top)

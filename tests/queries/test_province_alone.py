"""What is asked of one province reads the figures of that province alone, however many others the store holds.

The store is one that was opened again: DuckDB keeps a view without ``not materialized``, and whatever a view reads twice by a common
table expression is then kept as one table, which no filter reaches.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from queries.sqlfile import sql_file

VIEWS = (  # what the pages about units and the marks beside figures are made of
    "figure_in_force", "figure_in_period", "figure_due", "finding_below_province", "finding_jumped", "finding_lowered", "finding_two_names", "finding_undated", "gallery_figure", "gallery_newest", "index_line", "index_score", "level_total", "open_figure", "reporting_duty",
    "unit_newest", "unit_number", "unit_place", "unit_report", "unit_spread", "unit_standing", "unit_value",
)  # fmt: skip
FIGURES = ("current_figure", "current_claim")


def scans(plan: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What a plan says of every scan of figures."""
    about = plan.get("extra_info", {})
    if "SCAN" in plan["name"] and str(about.get("Table", "")).endswith(FIGURES):
        yield about
    for child in plan["children"]:
        yield from scans(child)


@pytest.mark.parametrize("name", VIEWS)
def test_the_filters_reach_every_scan_of_figures(store, name):
    columns = sql_file("views", name).columns
    asked = {"province_code": "'42'", "year": "2022", "units_of": "'then'", "indicator_id": "'CQ.06'", "level": "'district'"}
    filters = " and ".join(f"{column} = {value}" for column, value in asked.items() if column in columns)
    with store._connection.cursor() as cursor:
        plan = json.loads(cursor.execute(f"explain (format json) select * from {name} where {filters}").fetchall()[0][1])
    for about in [scan for root in plan for scan in scans(root)]:
        assert "province_code='42'" in str(about["Filters"]), about


def test_a_ranking_reads_one_indicator_in_one_period(store):
    asked = "units_of = 'then' and province_code = '42' and indicator_id = 'CQ.06' and level = 'commune' and year = 2022 and period = 'Q2'"
    with store._connection.cursor() as cursor:
        plan = json.loads(cursor.execute(f"explain (format json) select * from unit_value where {asked}").fetchall()[0][1])
    [about] = [scan for root in plan for scan in scans(root)]
    assert all(part in str(about["Filters"]) for part in ("year=2022", "period='Q2'", "indicator_id='CQ.06'", "level='commune'"))

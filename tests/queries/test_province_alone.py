"""What is asked of one province reads the figures of that province alone, however many others the store holds."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from queries.sqlfile import names, sql_file

OF_SLICES = {"claim", "figure_facts", "result_claim", "stated_claim"}  # asked slice by slice through other views, see queries/README.md
VIEWS = [name for name in names("views") if "province_code" in sql_file("views", name).columns and name not in OF_SLICES]
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

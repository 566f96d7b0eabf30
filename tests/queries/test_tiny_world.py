"""What the pages ask of a world that anyone can check by hand (tests/tiny_world/README.md)."""

from components.text.overview.overview_headlines import headline
from components.text.overview.overview_period import Overview
from queries import reads

ONE = {"province_code": "98", "unit_id": "98"}


def test_the_tiny_world_breaks_no_check(tiny_store):
    assert tiny_store.check() == []


def test_statuses_are_those_that_are_worked_out_by_hand(tiny_store):
    rows = reads.target_list(tiny_store, **ONE, year=2022, period="N", level="any")
    assert {row.indicator_id: row.status for row in rows} == {"M.01": "met", "M.02": "missed", "M.03": "near", "M.04": "met"}


def test_missed_stands_before_near_whatever_the_direction(tiny_store):
    rows = reads.target_list(tiny_store, **ONE, year=2022, period="N", level="any")
    assert [(row.indicator_id, row.gap) for row in rows][:2] == [("M.02", 2), ("M.03", -20)]


def test_the_overview_says_how_many_of_how_many_are_met(tiny_store):
    rows = reads.target_list(tiny_store, **ONE, year=2022, period="newest", level="any")
    about = Overview("Tỉnh Mẫu Một", 2022, "newest", "any", rows)
    assert headline(about) == "Mẫu Một 2022: 1 trong 4 mục tiêu chưa đạt, 1 gần đạt, 2 đạt"


def test_levels_with_targets_of_their_own_are_compared(tiny_store):
    rows = reads.level_comparison(tiny_store, **ONE, year=2023)
    assert [(row.indicator_id, row.level, row.required) for row in rows] == [
        ("M.05", "province", 80),
        ("M.05", "district", 60),
        ("M.05", "commune", 40),
    ]
    assert reads.level_years(tiny_store, **ONE).values("year") == [2023]


def test_a_later_target_is_measured_against_the_last_result(tiny_store):
    (row,) = reads.open_target(tiny_store, **ONE, year=2023, level="any").having("last_year")
    assert (row.indicator_id, row.last_year, row.actual, row.required, row.gap) == ("M.01", 2022, 80, 90, -10)


def test_a_province_knows_nothing_of_the_other(tiny_store):
    assert reads.year_list(tiny_store, province_code="99", unit_id="99").values("year") == [2022]
    assert len(reads.indicator_list(tiny_store, province_code="99", unit_id="99")) == 1

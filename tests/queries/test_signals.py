"""A signal finds the rows that it names, and only those."""

from datetime import date

import pytest

from queries.clock import on_day
from queries.signals import SIGNALS, SignalRow, signal
from queries.sqlfile import names, sql_file
from tests.queries.test_in_force import bring

HA_TINH = {"province_code": "42", "unit_id": "42"}
TODAY = date(2026, 11, 28)


def keys(store, name):
    """Years and periods in which a signal finds the indicator of these tests."""
    with on_day(TODAY):
        rows = signal(store, name=name, **HA_TINH)
    return [(row.year, row.period) for row in rows if row.indicator_id == "TT.99"]


def test_every_file_is_a_signal_and_an_unknown_name_is_refused(store):
    assert sorted(SIGNALS) == names("signals")
    assert all(tuple(sql_file("signals", name).columns) == SignalRow._fields for name in SIGNALS)
    with pytest.raises(ValueError, match="no signal"):
        signal(store, name="khong_co", **HA_TINH)


def test_overdue_is_a_target_whose_year_is_over_without_a_result(own_store):
    bring(own_store, targets=[(2023, 70), (2024, 80), (2026, 90)], results=[(2024, "N", 75)])
    assert keys(own_store, "overdue") == [(2023, "N")]


def test_never_measured_is_a_target_with_no_number_of_its_own(own_store):
    bring(own_store, targets=[(2023, 70), (2030, 90)], results=[(2023, "N", 70, {"basis": "stated", "stated_status": "met"})])
    assert keys(own_store, "never_measured") == [(2023, "N")]
    bring(own_store, results=[(2024, "Q1", 60)])
    assert keys(own_store, "never_measured") == []


@pytest.mark.parametrize(
    ("direction", "results", "expected"),
    [("higher", [(2023, "N", 60), (2024, "N", 55)], [(2024, "N")]), ("higher", [(2023, "N", 60), (2024, "N", 60)], []),
     ("lower", [(2023, "N", 60), (2024, "N", 65)], [(2024, "N")]), ("lower", [(2023, "N", 60), (2024, "N", 55)], []),
     ("higher", [(2024, "N", 60), (2025, "Q1", 20)], []), ("higher", [(2025, "Q1", 30), (2025, "Q2", 20)], [(2025, "Q2")]),
     ("none", [(2023, "N", 60), (2024, "N", 55)], [])],
    ids=["a fall", "the same", "lower is better and it rose", "lower is better and it fell", "a quarter is not set against a year",
         "a quarter below the quarter before", "background has no better"],
)  # fmt: skip
def test_fallen_compares_the_newest_with_the_one_before_of_the_same_kind(own_store, direction, results, expected):
    bring(own_store, results=results, direction=direction)
    assert keys(own_store, "fallen") == expected


@pytest.mark.parametrize(
    ("direction", "targets", "expected"),
    [("higher", [(2023, 70), (2024, 60)], [(2024, "N")]), ("higher", [(2023, 70), (2024, 80)], []),
     ("lower", [(2023, 5), (2024, 8)], [(2024, "N")]), ("lower", [(2023, 8), (2024, 5)], [])],
    ids=["asks for less", "asks for more", "allows more where less is better", "allows less"],
)  # fmt: skip
def test_target_lowered(own_store, direction, targets, expected):
    bring(own_store, targets=targets, direction=direction)
    assert keys(own_store, "target_lowered") == expected


def test_a_newer_document_that_lowers_the_same_years_target_is_found(own_store):
    bring(own_store, targets=[(2027, 70)], document="424/QĐ-UBND")
    bring(own_store, targets=[(2027, 60)], document="525/KH-UBND")
    assert keys(own_store, "target_lowered") == [(2027, "N")]


def test_a_share_over_a_hundred_is_impossible_and_told_as_the_result_it_is(own_store):
    bring(own_store, results=[(2024, "N", 100, {"qualifier": "over", "as_written": "trên 100%"})], kind="ratio")
    with on_day(TODAY):
        (row,) = [row for row in signal(own_store, name="impossible", **HA_TINH) if row.indicator_id == "TT.99"]
    assert (row.value, row.value_as_written, row.qualifier) == (100, "trên 100%", "over")

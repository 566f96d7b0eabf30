"""A signal finds the rows that it names, and only those."""

from datetime import date

import pytest

from queries import reads
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


@pytest.mark.both_engines
def test_a_newer_document_that_lowers_the_same_years_target_is_found(own_store):
    bring(own_store, targets=[(2027, 70)], document="424/QĐ-UBND")
    bring(own_store, targets=[(2027, 60)], document="525/KH-UBND")
    assert keys(own_store, "target_lowered") == [(2027, "N")]


def test_a_share_over_a_hundred_is_impossible_and_told_as_the_result_it_is(own_store):
    bring(own_store, results=[(2024, "N", 100, {"qualifier": "over", "as_written": "trên 100%"})], kind="ratio")
    with on_day(TODAY):
        (row,) = [row for row in signal(own_store, name="impossible", **HA_TINH) if row.indicator_id == "TT.99"]
    assert (row.value, row.value_as_written, row.qualifier) == (100, "trên 100%", "over")


def about_units(store, name):
    """What a signal finds among the units of the illustrative province, on a day after the third quarter."""
    with on_day(TODAY):
        return signal(store, name=name, **HA_TINH)


def standings(store):
    """unit -> the standing of its newest numbers, one an indicator, by the page of each unit."""
    with on_day(TODAY):
        units = [unit.unit_id for unit in reads.unit_state_list(store, province_code="42") if unit.valid_to is None]
        return {code: reads.unit_profile(store, province_code="42", unit_id=code) for code in units[::4]}


def test_signals_about_units_find_what_the_units_own_pages_say(sample_store):
    """Of every fourth commune: ten points below the median, a quarter of the field lost, nothing reported; and its own page finds the same."""
    below, lost, silent = (about_units(sample_store, name) for name in ("below_median", "rank_lost", "not_reported"))
    assert below and lost and silent and all(row.about_unit for rows in (below, lost, silent) for row in rows)
    ranked = sample_store.select("select * from unit_standing where units_of = 'then' and level = 'commune' and rank is not null")
    places = {(row.unit_id, row.indicator_id, row.year, row.period): row.rank / row.ranked for row in ranked.itertuples()}
    for code, rows in standings(sample_store).items():
        numbers = [row for row in rows if row.actual is not None and row.rank is not None]
        far = {
            row.indicator_id
            for row in numbers
            if row.unit_of_measure == "%" and round(abs(row.actual - row.median), 2) >= 10 and _worse(row)
        }
        fell = {row.indicator_id for row in numbers if _lost(places, code, row) >= 0.25}
        assert {row.indicator_id for row in below if row.about_unit_id == code} == far
        assert {row.indicator_id for row in lost if row.about_unit_id == code} == fell
    with on_day(TODAY):
        reports = reads.report_list(
            sample_store, province_code="42", level="commune", year=2026, deadline_set="525/KH-UBND"
        ).where(period="Q3")
        own = signal(sample_store, name="not_reported", province_code="42", unit_id=silent[0].about_unit_id)
    assert {row.about_unit_id: row.value for row in silent} == {row.unit_id: row.owed for row in reports if row.reported == 0}
    assert [(row.about_unit_id, row.value) for row in own] == [(None, silent[0].value)]


def _lost(places, code, row):
    """How much of the field a unit lost since the quarter just before: 0.25 = a quarter; -1 where it was not ranked then."""
    year, quarter = row.year, int(row.period[1])
    before = (year, f"Q{quarter - 1}") if quarter > 1 else (year - 1, "Q4")
    earlier, now = places.get((code, row.indicator_id, *before)), places.get((code, row.indicator_id, year, row.period))
    return -1 if earlier is None or now is None else now - earlier


def _worse(row):
    return row.actual > row.median if row.direction == "lower" else row.actual < row.median

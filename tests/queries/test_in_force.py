"""Which target a result stands beside, and which result is the newest."""

from decimal import Decimal

import pytest

from queries.ledger import append, note_scope, open_upload, undo
from queries.reads import milestone_list
from queries.sqlfile import sql_file

KEY = {"province_code": "42", "indicator_id": "TT.99", "unit_id": "42", "level": "all", "document": "thử", "withdrawn": False}


def bring(store, *, targets=(), results=(), accumulation=None, direction="higher", kind="count", **key):
    """Write targets (year, low) and results (year, period, value, further columns) of an indicator of its own; returns the upload."""

    def change(cursor):
        upload = open_upload(cursor, kind="test", file_name="t", file_sha256="0", uploaded_by="test", row_count=2)
        catalogue = cursor.execute("select * from indicator where indicator_id = 'CQ.06' limit 1").fetchone()
        row = dict(zip(sql_file("tables", "indicator").columns, catalogue, strict=True))
        named = {"upload_id": upload, "indicator_id": "TT.99", "direction": direction, "kind": kind, "unit_of_measure": "lần"}
        append(cursor, "indicator", [{**row, **named, "accumulation": accumulation}])
        common = {**KEY, **key, "upload_id": upload}
        op = {"op": "<=", "low": None} if direction == "lower" else {"op": ">="}
        for number, (year, bound) in enumerate(targets, start=2):
            ends = {"high": bound} if direction == "lower" else {"low": bound}
            append(
                cursor,
                "target",
                [{**common, **ends, **op, "row_number": number, "year": year, "period": "N", "as_written": str(bound)}],
            )
        for number, (year, period, value, *more) in enumerate(results, start=50):
            said = {
                "value": value,
                "qualifier": "exact",
                "as_written": str(value),
                "basis": "measured",
                **(more[0] if more else {}),
            }
            append(cursor, "result", [{**common, **said, "row_number": number, "year": year, "period": period}])
        note_scope(cursor, upload)
        return upload

    return store.write(change)


def figures(store, unit="42"):
    """(year, period) -> row of figure_in_force of the indicator of these tests."""
    rows = store.select("select * from figure_in_force where indicator_id = 'TT.99' and unit_id = $unit", {"unit": unit})
    return {(row.year, row.period): row for row in rows.astype(object).where(rows.notna(), None).itertuples()}


@pytest.mark.parametrize(
    ("accumulation", "value", "mark", "gap"),
    [("at_date", 80, "met", 10), ("at_date", 66, "near", -4), ("cumulative", 20, "missed", -50), ("within_period", 80, "no_result", None),
     (None, 80, "no_result", None)],
    ids=["a state on a day", "a state within a tenth", "a count since January", "a count of the quarter", "nobody knows how it counts"],
)  # fmt: skip
def test_a_part_of_a_past_year_is_judged_by_the_years_target_only_where_it_stands_for_the_year(
    own_store, accumulation, value, mark, gap
):
    bring(own_store, targets=[(2023, 70)], results=[(2023, "Q3", value)], accumulation=accumulation)
    row = figures(own_store)[2023, "Q3"]
    assert (row.target_year, row.mark, row.gap) == (2023, mark, gap)
    assert row.newest_in_year and not figures(own_store)[2023, "N"].newest_in_year


def test_a_result_after_the_last_target_stands_beside_that_one(own_store):
    bring(
        own_store,
        targets=[(2022, 50), (2023, 70)],
        results=[(2021, "N", 40), (2022, "N", 55), (2025, "Q2", 60)],
        accumulation="at_date",
    )
    by_period = figures(own_store)
    assert [(key, row.target_year, row.mark) for key, row in sorted(by_period.items())] == [
        ((2021, "N"), None, "no_target"),
        ((2022, "N"), 2022, "met"),
        ((2023, "N"), 2023, "no_result"),
        ((2025, "Q2"), 2023, "missed"),
    ]
    published = own_store.select(
        "select target_as_written, status from target_vs_actual where indicator_id = 'TT.99' and year = 2025"
    )
    assert published["status"].tolist() == ["no_target"] and published["target_as_written"].isna().all()


def test_a_commune_stands_beside_its_own_target_else_beside_that_of_its_province(own_store):
    commune = own_store.select(
        "select unit_id from unit where level = 'commune' and province_code = '42' order by unit_id limit 1"
    ).iloc[0, 0]
    bring(own_store, targets=[(2023, 40)], level="commune", kind="ratio")
    bring(own_store, results=[(2023, "Q3", 30)], accumulation="at_date", level="commune", unit_id=commune, kind="ratio")
    assert figures(own_store, commune)[2023, "Q3"].target_low == 40
    bring(own_store, targets=[(2023, 25)], accumulation="at_date", level="commune", unit_id=commune, kind="ratio")
    assert figures(own_store, commune)[2023, "Q3"].target_low == 25


def test_a_count_that_a_province_sets_its_communes_is_theirs_together(own_store):
    commune = own_store.select(
        "select unit_id from unit where level = 'commune' and province_code = '42' order by unit_id limit 1"
    ).iloc[0, 0]
    bring(own_store, targets=[(2023, 10)], level="commune")
    bring(own_store, results=[(2023, "Q3", 1)], accumulation="at_date", level="commune", unit_id=commune)
    assert figures(own_store, commune)[2023, "Q3"].target_low is None and figures(own_store)[2023, "N"].target_low == 10


@pytest.mark.parametrize(
    ("value", "direction", "accumulation", "mark"),
    [(80, "higher", "at_date", "met"), (60, "higher", "at_date", "not_due"), (5, "lower", "cumulative", "not_due"),
     (5, "lower", "at_date", "met")],
    ids=["reached early", "not yet reached", "a count that must stay low may still rise", "a low state on a day"],
)  # fmt: skip
def test_within_a_running_year(own_store, value, direction, accumulation, mark):
    """The year 2999 runs for as long as these tests do."""
    bring(own_store, targets=[(2999, 70)], results=[(2999, "Q1", value)], accumulation=accumulation, direction=direction)
    assert figures(own_store)[2999, "Q1"].mark == mark


def test_the_newest_of_a_year_ends_last_and_the_whole_year_counts_before_its_last_quarter(own_store):
    bring(
        own_store, results=[(2022, "Q1", 1), (2022, "6T", 2), (2022, "T5", 3), (2023, "Q4", 4), (2023, "N", 5), (2023, "T12", 6)]
    )
    assert sorted(key for key, row in figures(own_store).items() if row.newest_in_year) == [(2022, "6T"), (2023, "N")]


def test_a_claim_without_a_number_of_its_own_is_marked_as_stated_and_a_contradicted_one_as_disputed(own_store):
    bring(own_store, targets=[(2021, 70), (2022, 70), (2023, 70)], results=[
        (2021, "N", 70, {"basis": "stated", "stated_status": "met"}), (2022, "N", 70, {"stated_status": "missed"}),
        (2023, "N", Decimal(66), {"stated_status": "missed"})])  # fmt: skip
    assert [(row.mark, row.disputed) for _, row in sorted(figures(own_store).items())] == [
        ("stated", False), ("met", True), ("near", False)]  # fmt: skip


@pytest.mark.both_engines
def test_an_undone_target_is_no_longer_in_force_for_later_years(own_store):
    upload = bring(own_store, targets=[(2022, 50)])
    bring(own_store, results=[(2024, "N", 60)])
    assert figures(own_store)[2024, "N"].mark == "met"

    def change(cursor):
        undo(cursor, upload, undone_by="test", reason="thử")

    own_store.write(change)
    assert figures(own_store)[2024, "N"].mark == "no_target"
    assert own_store.check() == []


def test_a_part_of_a_year_is_set_against_the_line_from_its_first_result_or_the_year_before(own_store):
    """Year's target 90; 50 at the end of 2024, 60 in March, 68,2 in June 2025."""
    bring(
        own_store,
        targets=[(2025, 90)],
        results=[(2024, "N", 50), (2025, "Q1", 60), (2025, "Q2", Decimal("68.2"))],
        accumulation="at_date",
    )
    rows = {
        row.period: row
        for row in milestone_list(own_store, province_code="42", unit_id="42", year=2025)
        if row.indicator_id == "TT.99"
    }
    first = 50 + 40 * 90 / 365  # from 31/12/2024 to 31/03/2025: 90 of 365 days
    second = 60 + 30 * 91 / 275  # from 31/03 to 30/06: 91 of the 275 days to 31/12
    assert rows["Q1"].milestone == pytest.approx(first) and rows["Q1"].pace == "on_pace"
    assert rows["Q2"].milestone == pytest.approx(second) and rows["Q2"].deviation == pytest.approx(68.2 - second)
    assert rows["Q2"].pace == "on_pace", "less than 2% of the target behind"
    bring(own_store, results=[(2025, "Q3", 70)], accumulation="at_date")
    rows = {
        row.period: row
        for row in milestone_list(own_store, province_code="42", unit_id="42", year=2025)
        if row.indicator_id == "TT.99"
    }
    assert rows["Q3"].pace == "behind"


def test_a_cumulative_count_starts_the_year_at_nought(own_store):
    bring(own_store, targets=[(2025, 100)], results=[(2024, "N", 80), (2025, "Q1", 20)], accumulation="cumulative")
    row = next(
        row for row in milestone_list(own_store, province_code="42", unit_id="42", year=2025) if row.indicator_id == "TT.99"
    )
    assert row.milestone == pytest.approx(100 * 90 / 365)


@pytest.mark.parametrize(
    ("kind", "results", "to_date", "mark"),
    [
        ("count", [("Q1", 20), ("Q2", 30), ("Q3", 25)], 75, "met"),
        ("count", [("Q1", 20), ("Q3", 55)], None, "no_result"),
        ("count", [("9T", 75)], 75, "met"),
        ("count", [("T1", 40), ("T2", 35)], 75, "met"),
        ("ratio", [("Q1", 50, {"numerator": 50, "denominator": 100}), ("Q2", 10, {"numerator": 30, "denominator": 300})], 20, "missed"),
        ("ratio", [("Q1", 50), ("Q2", 10)], None, "no_result"),
    ],
    ids=["quarters add up", "a quarter is missing", "months counted from January are the sum", "months add up",
         "shares add up by numerators and denominators", "shares without them do not add up"],
)  # fmt: skip
def test_what_happened_within_periods_adds_up_only_when_nothing_is_missing(own_store, kind, results, to_date, mark):
    bring(own_store, targets=[(2023, 70)], results=[(2023, *row) for row in results], accumulation="within_period", kind=kind)
    row = figures(own_store)[2023, results[-1][0]]
    assert (row.to_date, row.mark) == (to_date, mark)

"""Worked examples that anyone checks by hand: the way to a target, sums, medians, deviations, order of loading, and nought."""

from datetime import date
from decimal import Decimal

import pytest

from components.text import formats
from queries import reads
from queries.ledger import append, note_scope, open_upload
from queries.sqlfile import sql_file
from tests.queries.test_examples import answered

HA_TINH = {"province_code": "42", "unit_id": "42"}


def way(start, target, value=None, *, lower=False, years=(2022, 2024, 2025), unit="%"):
    """The row of ``way_to_target`` for a start, a target and the newest result."""
    first, now, end = years
    given = f"figure(year={first}, actual={start}) figure(year={end}, required={target}, lower_is_better={lower}, unit_of_measure={unit})"
    newest = f" figure(year={now}, actual={value})" if value is not None else ""
    (row,) = answered(sql_file("views", "way_to_target"), given + newest)
    return row


@pytest.mark.parametrize(
    ("start", "target", "value", "lower", "progress", "shown"),
    [
        pytest.param(20, 70, 45, False, 50, "50%", id="rising, half of the way"),
        pytest.param(20, 70, 80, False, 120, "vượt", id="rising, beyond the target"),
        pytest.param(20, 70, 10, False, -20, "lùi", id="rising, behind the start"),
        pytest.param(12, 5, 8, True, 57.14, "57,14%", id="falling"),
        pytest.param(12, 5, 13, True, -14.29, "lùi", id="falling, behind the start"),
        pytest.param(0, 50, 0, False, 0, "0%", id="from 0, still 0"),
        pytest.param(50, 0, 25, True, 50, "50%", id="down to 0"),
    ],
)
def test_the_share_of_the_way_from_start_to_target(start, target, value, lower, progress, shown):
    row = way(start, target, value, lower=lower)
    assert round(row["progress"], 2) == progress
    assert formats.progress(row["progress"], row["started_beyond"]) == shown


@pytest.mark.parametrize(
    ("start", "target", "lower"), [(70, 70, False), (75, 70, False), (5, 5, True), (4, 5, True), (0, 0, True)]
)
@pytest.mark.parametrize("value", [0, 70, 100])
def test_a_start_at_or_beyond_the_target_is_said_and_never_hidden_behind_0_or_100(start, target, lower, value):
    row = way(start, target, value, lower=lower)
    assert row["started_beyond"] is True and row["progress"] is None and row["deviation"] is None
    assert formats.progress(row["progress"], row["started_beyond"]) == "đã đạt từ đầu"


def test_a_start_without_a_later_result_has_gone_no_way_yet():
    row = way(20, 70)
    assert (row["progress"], row["value_year"], row["started_beyond"]) == (None, 2022, False)


@pytest.mark.parametrize(
    ("value", "deviation", "behind", "shown"),
    [
        ("40.06", -9.94, False, "−9,9"),
        ("40.00", -10.0, True, "−10"),
        ("39.96", -10.04, True, "−10"),
        ("49.96", -0.04, False, "0"),
        ("50", 0, False, "0"),
    ],
)
def test_a_deviation_from_the_path_is_judged_on_the_unrounded_number(value, deviation, behind, shown):
    row = way(0, 100, value, years=(2020, 2022, 2024))
    assert round(row["deviation"], 4) == deviation and row["behind"] is behind
    assert formats.number(row["deviation"], 1) == shown


def test_where_lower_is_better_a_higher_result_is_behind_the_path():
    assert way(100, 0, 61, lower=True, years=(2020, 2022, 2024))["deviation"] == -11
    assert way(100, 0, 39, lower=True, years=(2020, 2022, 2024))["deviation"] == 11


def of_units(figures, kind="ratio", unit="%"):
    """The row of ``level_summary`` for (result, numerator, denominator) of each unit; None = no result."""
    given = [f"indicator_catalogue(kind={kind}, unit_of_measure={unit})"]
    for number, (actual, numerator, denominator) in enumerate(figures):
        said = ", ".join(
            f"{key}={value}"
            for key, value in (("actual", actual), ("numerator", numerator), ("denominator", denominator))
            if value is not None
        )
        given.append(f"unit(unit_id=u{number}) current_figure(unit_id=u{number}, {said})")
    (row,) = answered(sql_file("views", "level_summary"), " ".join(given))
    return row


def test_shares_add_up_by_numerators_and_denominators_and_never_by_themselves():
    row = of_units([(50, 50, 100), (10, 30, 300)])
    assert (row["total"], row["numerator"], row["denominator"]) == (20, 80, 400)
    assert of_units([(50, None, None), (10, None, None)])["total"] is None
    assert of_units([(50, 50, 100), (10, None, None)])["total"] is None
    assert of_units([(50, None, None), (10, None, None)], kind="count", unit="người")["total"] == 60


@pytest.mark.parametrize(
    ("numbers", "median", "counted"),
    [
        ([7, None, 2, None, 3, 2, 8, 1, 8], 3, 7),
        ([0, 0, 0, 40, 60], 0, 5),
        ([0], 0, 1),
        ([1, 2], 1.5, 2),
    ],
)
def test_the_median_is_of_the_units_that_have_a_number(numbers, median, counted):
    row = of_units([(number, None, None) for number in numbers])
    assert (row["median"], row["units_with_value"]) == (median, counted)


def bring(store, rows):
    """Commit results and targets of CQ.06 for the communes of Hà Tĩnh, one upload each, in the order given."""
    usual = {"row_number": 2, "province_code": "42", "indicator_id": "CQ.06", "unit_id": "42", "level": "commune", "document": "BC thử", "withdrawn": False}  # fmt: skip
    for table, columns in rows:

        def change(cursor, table=table, columns=columns):
            upload = open_upload(cursor, kind="test", file_name="t", file_sha256="0", uploaded_by="test", row_count=1)
            more = {"qualifier": "exact"} if table == "result" else {}
            append(cursor, table, [{**usual, **more, "period": "N", "as_written": "x", **columns, "upload_id": upload}])
            note_scope(cursor, upload)

        store.write(change)


def shown(store):
    """Everything the pages say of CQ.06, whoever brought it and when."""
    trend = reads.indicator_trend(store, **HA_TINH, indicator_id="CQ.06")
    ways = store.select("select * from way_to_target where indicator_id = 'CQ.06' order by all")
    earlier = store.select("select * from previous_result where indicator_id = 'CQ.06' order by all")
    return list(trend), ways.to_csv(), earlier.to_csv(), list(reads.indicator_path(store, **HA_TINH, indicator_id="CQ.06"))


def test_the_order_of_loading_changes_nothing(new_seed_store):
    rows = [
        ("result", {"year": 2023, "period": "Q3", "value": Decimal(33), "as_of": date(2023, 9, 30)}),
        ("result", {"year": 2023, "period": "Q1", "value": Decimal(31), "as_of": date(2023, 3, 31)}),
        ("result", {"year": 2024, "value": Decimal(42), "as_of": date(2024, 12, 31)}),
        ("result", {"year": 2021, "value": Decimal(15), "as_of": date(2021, 12, 31)}),
        ("target", {"year": 2025, "op": ">=", "low": Decimal(80)}),
    ]
    one, other = new_seed_store(), new_seed_store()
    bring(one, rows)
    bring(other, rows[::-1])
    assert shown(one) == shown(other)
    way_2025 = one.select("select * from way_to_target where indicator_id = 'CQ.06' and level = 'commune' and year = 2025").iloc[
        0
    ]
    assert (way_2025.start_year, way_2025.value_year, float(way_2025.value)) == (2021, 2024, 42)


def test_nought_is_a_number_everywhere(own_store):
    nought = Decimal(0)
    bring(
        own_store,
        [
            ("target", {"year": 2023, "op": ">=", "low": nought, "document": "525/KH-UBND"}),
            ("result", {"year": 2023, "numerator": nought, "denominator": Decimal(120)}),
            ("result", {"year": 2024, "value": nought}),
        ],
    )
    commune = {"level": "commune"}
    trend = reads.indicator_trend(own_store, **HA_TINH, indicator_id="CQ.06").where(**commune)
    half = trend.where(year=2023)[0]
    assert (half.actual, half.numerator, half.denominator) == (0, 0, 120)
    change = reads.change_list(own_store, **HA_TINH, year=2024, period="N", **commune).where(indicator_id="CQ.06")[0]
    assert (change.actual, change.previous_actual, change.change) == (0, 0, 0)
    targets = reads.target_list(own_store, **HA_TINH, year=2023, period="N", **commune)
    assert targets.where(indicator_id="CQ.06")[0].actual == 0
    assert [formats.amount(value, "%") for value in (half.actual, change.change)] == ["0%", "0%"]
    assert formats.change(change.change, "%") == "0" and "0" in formats.fraction(half)


def test_a_target_of_nought_is_a_number(own_store):
    bring(
        own_store,
        [("target", {"year": 2024, "op": "<=", "high": Decimal(0)}), ("result", {"year": 2024, "value": Decimal(0)})],
    )
    row = reads.indicator_trend(own_store, **HA_TINH, indicator_id="CQ.06").where(level="commune", year=2024)[0]
    assert (row.required, row.actual, row.gap, row.status) == (0, 0, 0, "met")

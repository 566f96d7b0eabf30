"""When the next figure is expected: by the catalogue's schedule, counted from the newest result, never guessed."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from queries.ledger import append, note_scope, open_upload
from queries.sqlfile import sql_file

TODAY = "today_in_vietnam()"
CODE = "CQ.64"  # has one result (Quý II/2022) and one target (2022) in the shipped figures


def schedule(cursor, upload_id, period, delay, code=CODE):
    """The catalogue's row of an indicator once more, with another schedule."""
    columns = list(sql_file("tables", "indicator").columns)
    known = cursor.execute(
        f"select {', '.join(columns)} from indicator where indicator_id = $code order by upload_id desc limit 1", {"code": code}
    ).fetchone()
    row = dict(zip(columns, known, strict=True))
    append(cursor, "indicator", [{**row, "upload_id": upload_id, "reporting_period": period, "reporting_delay_months": delay}])


def brought(store, period, delay, results=(), code=CODE, unit="42", level="province"):
    """Commit a schedule and results ((year, period), ...), the way an upload does; no province sets deadlines of its own."""

    def change(cursor):
        for kept in ("deadline", "deadline_list"):  # the list is kept equal to what uploads bring, not to what a test takes away
            cursor.execute(f"delete from {kept}")
        upload = open_upload(cursor, kind="test", file_name="t.csv", file_sha256="0", uploaded_by="test", row_count=1)
        schedule(cursor, upload, period, delay, code)
        rows = [
            {
                "upload_id": upload, "row_number": number, "province_code": "42", "indicator_id": code, "unit_id": unit, "level": level,
                "year": year, "period": of, "value": None if code == CODE else Decimal(1), "qualifier": "exact", "as_written": "1",
                "document": "BC thử", "locator": "x", "withdrawn": False,
            }
            for number, (year, of) in enumerate(results, start=2)
        ]  # fmt: skip
        append(cursor, "result", rows)
        note_scope(cursor, upload)

    store.write(change)


def due(store, today, code=CODE, unit="42", level="province"):
    """The row of ``figure_due`` as it stands on a day."""
    question = sql_file("views", "figure_due").question
    assert question.count(TODAY) == 3
    rows = store.select(
        f"select * from ({question.replace(TODAY, '$today')}) where indicator_id = $code and unit_id = $unit and level = $level",
        {"today": today, "code": code, "unit": unit, "level": level},
    )
    (row,) = rows.to_dict("records")
    return row


@pytest.mark.parametrize(
    ("period", "delay", "last", "next_period", "due_on"),
    [
        ("Q", 1, (2024, "Q1"), "Q2/2024", date(2024, 7, 31)),
        ("Q", 0, (2024, "Q1"), "Q2/2024", date(2024, 6, 30)),
        ("Q", 1, (2023, "Q4"), "Q1/2024", date(2024, 4, 30)),
        ("Q", 2, (2024, "Q3"), "Q4/2024", date(2025, 2, 28)),
        ("Q", 1, (2023, "N"), "Q1/2024", date(2024, 4, 30)),
        ("Q", 1, (2024, "7T"), "Q3/2024", date(2024, 10, 31)),
        ("Q", 1, (2024, "T2"), "Q1/2024", date(2024, 4, 30)),
        ("T", 1, (2024, "T11"), "T12/2024", date(2025, 1, 31)),
        ("T", 1, (2024, "T12"), "T1/2025", date(2025, 2, 28)),
        ("T", 0, (2024, "T1"), "T2/2024", date(2024, 2, 29)),
        ("6T", 1, (2024, "Q1"), "6T/2024", date(2024, 7, 31)),
        ("6T", 1, (2024, "6T"), "N/2024", date(2025, 1, 31)),
        ("6T", 1, (2023, "N"), "6T/2024", date(2024, 7, 31)),
        ("N", 3, (2023, "N"), "N/2024", date(2025, 3, 31)),
        ("N", 0, (2024, "Q3"), "N/2024", date(2024, 12, 31)),
    ],
)
def test_the_next_figure_is_due_so_many_months_after_the_end_of_its_period(own_store, period, delay, last, next_period, due_on):
    brought(own_store, period, delay, [last])
    row = due(own_store, date(2026, 1, 1))
    assert row["last_period"] == f"{last[1]}/{last[0]}"
    assert (row["next_period"], row["due_on"].date()) == (next_period, due_on)
    assert row["days_left"] == (due_on - date(2026, 1, 1)).days


@pytest.mark.parametrize(
    ("today", "state", "days_left"),
    [
        (date(2024, 7, 30), "due", 1),
        (date(2024, 7, 31), "due", 0),
        (date(2024, 8, 1), "overdue", -1),
        (date(2024, 9, 14), "overdue", -45),
    ],
)
def test_due_today_is_still_in_time_and_the_day_after_is_not(own_store, today, state, days_left):
    brought(own_store, "Q", 1, [(2024, "Q1")])
    row = due(own_store, today)
    assert (row["state"], row["days_left"]) == (state, days_left)


def test_the_newest_result_counts_whatever_its_period_and_whenever_it_was_brought(own_store):
    brought(own_store, "Q", 1, [(2024, "T11"), (2024, "Q2"), (2023, "N")])
    row = due(own_store, date(2025, 1, 31))
    assert (row["last_period"], row["next_period"], row["state"]) == ("T11/2024", "Q4/2024", "due")


@pytest.mark.parametrize(("period", "delay"), [(None, None), ("Q", None), (None, 1)])
def test_nothing_is_due_where_the_catalogue_does_not_schedule_it(own_store, period, delay):
    brought(own_store, period, delay, [(2024, "Q1")])
    row = due(own_store, date(2026, 1, 1))
    assert (row["state"], row["last_period"]) == ("not_scheduled", "Q1/2024")
    assert all(pd.isna(row[column]) for column in ("next_period", "due_on", "days_left"))


def test_what_was_never_reported_is_due_from_the_first_year_with_a_target(own_store):
    brought(own_store, "Q", 0, code="KT.41")
    row = due(own_store, date(2023, 2, 1), code="KT.41", level="all")
    assert (row["state"], row["last_period"], row["next_period"]) == ("never_reported", None, "Q1/2023")
    assert (row["due_on"].date(), row["days_left"]) == (date(2023, 3, 31), 58)


def test_a_unit_that_has_ended_owes_nothing(own_store):
    brought(own_store, "Q", 1, code="AT.22", unit="440", level="district")
    assert due(own_store, date(2025, 6, 30), code="AT.22", unit="440", level="district")["state"] == "overdue"
    assert due(own_store, date(2025, 7, 1), code="AT.22", unit="440", level="district")["state"] == "not_scheduled"


def test_the_published_view_has_a_row_for_every_series_and_agrees_with_a_second_route(store):
    rows = store.select(
        "select * from indicator_due join (select indicator_id, reporting_period from indicator_catalogue) using (indicator_id)"
    )
    figures = store.select("select indicator_id, unit_id, level, period_end, has_result from figure")
    assert len(rows) == len(figures[["indicator_id", "unit_id", "level"]].drop_duplicates())
    reported = figures[figures["has_result"]].groupby(["indicator_id", "unit_id", "level"])["period_end"].max()
    today = store.select(f"select {TODAY} as today").today[0]
    ended = set(store.select(f"select unit_id from unit where valid_to <= {TODAY}")["unit_id"])
    for row in rows.itertuples():
        last = reported.get((row.indicator_id, row.unit_id, row.level))
        assert pd.isna(row.last_period) == (last is None), row
        if row.unit_id in ended or pd.isna(row.reporting_period):
            assert row.state == "not_scheduled", row
            continue
        assert row.reporting_period == "Q"
        assert row.days_left == (row.due_on - today).days
        assert row.state == ("never_reported" if last is None else "overdue" if row.days_left < 0 else "due"), row
        if last is not None:
            assert 0 < (row.due_on - last).days <= 92, row
    assert set(rows["state"]) >= {"not_scheduled", "never_reported", "overdue"}


def test_a_deadline_of_the_province_stands_before_what_the_catalogue_says(own_store):
    """525/KH-UBND: each quarter before the 10th of its last month, the year before 15 November."""
    row = due(own_store, date(2023, 3, 9), code="CQ.06", level="commune")
    assert (row["next_period"], row["due_on"].date(), row["days_left"], row["state"]) == ("Q1/2023", date(2023, 3, 9), 0, "due")
    assert due(own_store, date(2023, 3, 10), code="CQ.06", level="commune")["state"] == "overdue"

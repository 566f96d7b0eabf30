"""Who has reported: counted from the ledger by a second route, by hand made days, after an undo."""

from collections import defaultdict
from datetime import date, datetime

import pytest

from queries.clock import on_day
from queries.ledger import append, note_scope, open_upload
from queries.reads import deadline_sets, due_report, missing_report_list, report_list
from queries.sqlfile import sql_file
from queries.store import Store

COMMUNE, OTHER = "18115-202507", "18682-202507"
OWED = {
    "HT.01",
    "CQ.06",
    "CQ.11",
    "XH.22",
}  # what the province sets each commune and wants reported each quarter; XH.01 counts communes


def report(store: Store, codes, day: datetime, *, unit=COMMUNE, year=2026, period="Q3", kind="figures") -> int:
    """Results of a unit for a period, as an upload of a day brings them; gives the number of the upload."""

    def change(cursor):
        upload = open_upload(cursor, kind=kind, file_name="t.csv", file_sha256="0", uploaded_by="canbo", row_count=1)
        cursor.execute("update upload set uploaded_at = $day where upload_id = $upload", {"day": day, "upload": upload})
        rows = [
            {
                "upload_id": upload, "row_number": number, "province_code": "42", "indicator_id": code, "unit_id": unit, "level": "commune",
                "year": year, "period": period, "value": 10, "qualifier": "exact", "as_written": "10", "document": "525/KH-UBND" if kind == "seed" else "BC thử", "locator": "x",
                "withdrawn": False,
            }
            for number, code in enumerate(sorted(codes), start=2)
        ]  # fmt: skip
        append(cursor, "result", rows)
        note_scope(cursor, upload)
        return upload

    return store.write(change)


def asked(store: Store, *, level="commune", year=2026, deadline_set="525/KH-UBND", today=date(2026, 11, 28)):
    with on_day(today):
        return report_list(store, province_code="42", level=level, year=year, deadline_set=deadline_set)


def of(store: Store, unit=COMMUNE, period="Q3", **which):
    (row,) = asked(store, **which).where(unit_id=unit, period=period)
    return row


def test_nobody_has_reported_and_every_unit_of_the_period_is_asked(store):
    rows = asked(store)
    assert {row.period for row in rows} == {"Q1", "Q2", "Q3", "Q4"} and len(rows.where(period="Q3")) == 69
    assert {(row.owed, row.reported) for row in rows} == {(len(OWED), 0)}
    assert {row.period: row.state for row in rows} == {"Q1": "missing", "Q2": "missing", "Q3": "missing", "Q4": "open"}
    assert {row.period: row.due_on for row in rows} == {
        "Q1": date(2026, 3, 9), "Q2": date(2026, 6, 9), "Q3": date(2026, 9, 9), "Q4": date(2026, 12, 9),
    }  # fmt: skip


def test_districts_are_asked_until_they_ended_and_communes_as_they_were_then(store):
    assert {row.period for row in asked(store, level="district", year=2025)} == {"Q1", "Q2"}
    assert {row.period: 0 for row in asked(store, level="district", year=2026)} == {}
    counts = defaultdict(set)
    for row in asked(store, year=2025):
        counts[row.period].add(row.unit_id)
    assert {period: len(units) for period, units in counts.items()} == {"Q1": 209, "Q2": 209, "Q3": 69, "Q4": 69}


@pytest.mark.parametrize(
    ("codes", "moment", "state", "late"),
    [
        (OWED, datetime(2026, 9, 9, 16, 59), "complete", 0),  # 23:59 in Viet Nam
        (OWED, datetime(2026, 9, 9, 17, 0), "late", len(OWED)),  # 00:00 of the 10th
        (OWED - {"CQ.06"}, datetime(2026, 9, 1), "partial", 0),
        (set(), None, "missing", 0),
    ],
)
def test_a_report_is_in_time_on_its_last_day_in_viet_nam(own_store, codes, moment, state, late):
    if codes:
        report(own_store, codes, moment)
    row = of(own_store)
    assert (row.reported, row.state, row.late) == (len(codes), state, late)
    assert of(own_store, OTHER).state == "missing"


def test_before_the_day_nothing_is_missing(own_store):
    report(own_store, {"CQ.06"}, datetime(2026, 9, 1))
    assert of(own_store, today=date(2026, 9, 9)).state == "open"
    assert of(own_store, today=date(2026, 9, 10)).state == "partial"


def test_a_correction_after_the_day_is_not_late_and_an_undone_file_never_came(own_store):
    report(own_store, OWED, datetime(2026, 9, 1))
    second = report(own_store, OWED, datetime(2026, 10, 1))
    assert of(own_store).state == "complete" and of(own_store).last_on == date(2026, 9, 1)
    undo(own_store, 2)
    assert (of(own_store).state, of(own_store).last_on) == ("late", date(2026, 10, 1))
    undo(own_store, second)
    assert of(own_store).state == "missing"


def test_what_came_with_the_documents_is_not_late_when_it_is_corrected_later(own_store):
    report(own_store, OWED, datetime(2026, 11, 1), kind="seed")
    assert (of(own_store).state, of(own_store).undated) == ("complete", len(OWED))
    report(own_store, OWED, datetime(2026, 11, 20))
    assert (of(own_store).state, of(own_store).undated, of(own_store).late) == ("complete", len(OWED), 0)


def rhythm(store: Store, code: str, reporting_period: str) -> None:
    """Another rhythm for an indicator, as an upload of the catalogue brings it."""

    def change(cursor):
        upload = open_upload(cursor, kind="indicators", file_name="t.csv", file_sha256="0", uploaded_by="quan-tri", row_count=1)
        columns = list(sql_file("tables", "indicator").columns)
        row = cursor.execute(f"select {', '.join(columns)} from indicator where indicator_id = $code", {"code": code}).fetchone()
        append(
            cursor,
            "indicator",
            [{**dict(zip(columns, row, strict=True)), "upload_id": upload, "reporting_period": reporting_period}],
        )

    store.write(change)


def test_the_second_half_of_a_year_is_asked_with_the_year_once(own_store):
    rhythm(own_store, "CQ.06", "6T")
    rhythm(own_store, "CQ.11", "N")
    row = of(own_store, period="N")
    assert (row.owed, row.due_on) == (2, date(2026, 11, 14))
    missing = missing_report_list(own_store, province_code="42", unit_id=COMMUNE, year=2026, period="N")
    assert {row.indicator_id for row in missing} == {"CQ.06", "CQ.11"}


def undo(store: Store, upload: int) -> None:
    """Take an upload back."""

    def change(cursor):
        append(
            cursor,
            "upload_undo",
            [{"upload_id": upload, "undone_at": datetime(2026, 11, 1), "undone_by": "canbo", "reason": "thử"}],
        )

    store.write(change)


def test_by_the_days_of_the_decree(own_store):
    report(own_store, OWED, datetime(2026, 9, 20))
    assert of(own_store).state == "late"
    row = of(own_store, deadline_set="09/2019/NĐ-CP")
    assert (row.due_on, row.state) == (date(2026, 9, 25), "complete")
    assert of(own_store, deadline_set="không có").due_on is None
    assert [row.deadline_set for row in deadline_sets(own_store, province_code="42")] == ["525/KH-UBND", "09/2019/NĐ-CP"]
    assert [row.deadline_set for row in deadline_sets(own_store, province_code="75")] == ["09/2019/NĐ-CP"]


def test_what_is_missing_is_what_is_owed_without_what_was_reported(own_store):
    report(own_store, {"CQ.06", "XH.22"}, datetime(2026, 9, 1))
    for unit in (COMMUNE, OTHER):
        rows = missing_report_list(own_store, province_code="42", unit_id=unit, year=2026, period="Q3")
        row = of(own_store, unit)
        assert len(rows) == row.owed - row.reported
    missing = {
        row.indicator_id: row for row in missing_report_list(own_store, province_code="42", unit_id=OTHER, year=2026, period="Q3")
    }
    assert missing.keys() == OWED
    assert (missing["CQ.06"].target_low, missing["CQ.06"].target_year, missing["CQ.06"].target_document) == (
        40,
        2023,
        "525/KH-UBND",
    )


def test_the_counts_by_a_second_route(store):
    """Every unit that was there times every figure with a schedule that the province set for its level, in pandas."""
    catalogue = store.select(
        "select indicator_id, levels, reporting_period from indicator_catalogue where reporting_period = 'Q'"
    )
    targets = store.select("""select distinct indicator_id, level, year from target join indicator_catalogue using (indicator_id)
        where unit_id = '42' and kind <> 'count'""")
    units = store.select("select * from unit where province_code = '42' and level = 'commune'")
    scheduled = set(catalogue[catalogue.levels.str.split("/").map(lambda levels: "xa" in levels)].indicator_id)
    owed = scheduled & set(targets[(targets.level == "commune") & (targets.year <= 2024)].indicator_id)
    end = date(2024, 6, 30)
    there = units[(units.valid_from.dt.date <= end) & (units.valid_to.isna() | (units.valid_to.dt.date > end))]
    rows = asked(store, year=2024).where(period="Q2")
    assert {row.unit_id for row in rows} == set(there.unit_id)
    assert {row.owed for row in rows} == {len(owed)}


@pytest.mark.parametrize(
    ("today", "period", "due_on"),
    [
        (date(2026, 8, 31), (2026, "Q2"), date(2026, 6, 9)),
        (date(2026, 9, 1), (2026, "Q3"), date(2026, 9, 9)),
        (date(2026, 11, 30), (2026, "Q3"), date(2026, 9, 9)),
        (date(2026, 12, 1), (2026, "Q4"), date(2026, 12, 9)),
    ],
)
def test_the_desk_asks_for_a_period_from_the_month_of_its_deadline_on(store, today, period, due_on):
    with on_day(today):
        (row,) = due_report(store, province_code="42", unit_id=COMMUNE)
    assert ((row.year, row.period), row.due_on) == (period, due_on)


@pytest.mark.parametrize(
    ("end", "months_after", "day", "due"),
    [
        (date(2026, 9, 30), 0, 9, date(2026, 9, 9)),
        (date(2026, 12, 31), -1, 14, date(2026, 11, 14)),
        (date(2026, 12, 31), 1, None, date(2027, 1, 31)),
        (date(2026, 3, 31), -1, 31, date(2026, 2, 28)),
        (date(2023, 12, 31), 2, 30, date(2024, 2, 29)),
    ],
)
def test_a_day_that_a_month_does_not_have_is_its_last(store, end, months_after, day, due):
    asked_day = store.select(
        "select due_day($e::date, $m::int, $d::int) as due_on", {"e": end, "m": months_after, "d": day}
    ).due_on[0]
    assert asked_day.date() == due

"""What the pages ask, against figures read off the documents by hand."""

from datetime import date

import pytest

from queries import imports, reads
from queries.clock import on_day
from queries.ledger import append, open_upload

HA_TINH = {"province_code": "42", "unit_id": "42"}


def test_territories_begin_with_the_provinces_and_name_later_states(store):
    rows = reads.territory_list(store, unit_id="440")
    assert [row.label for row in rows][:3] == ["Tỉnh Hà Tĩnh", "Tỉnh Đồng Nai", "Huyện Đức Thọ"]
    assert "Thành phố Hà Tĩnh (01/01–30/06/2025)" in rows.values("label")
    of_dong_nai = reads.territory_list(store, unit_id="75")
    assert of_dong_nai.values("label") == ["Tỉnh Hà Tĩnh", "Tỉnh Đồng Nai"]
    ledger = store.select("select (select count(*) from target) + (select count(*) from result) as n")["n"][0]
    assert sum(rows.values("figures")) == ledger


def test_years_of_ha_tinh_hold_targets_of_2022_and_of_the_horizons(store):
    years = {row.year: (row.targets, row.results) for row in reads.year_list(store, province_code="42", unit_id="42")}
    assert years[2022][0] > 20 and years[2022][1] > 100
    assert years[2030][0] > 10 and years[2030][1] == 0


def test_targets_put_what_is_missed_in_words_first_and_then_the_largest_share_that_is_lacking(store):
    year = {"year": 2022, "period": "N"}
    rows = reads.target_list(store, **HA_TINH, **year, level="any")
    missed, near = (list(rows.where(mark=mark)) for mark in ("missed", "near"))
    assert list(rows)[: len(missed) + len(near)] == missed + near
    words = [row for row in missed if row.gap is None]
    assert missed[: len(words)] == words
    shares = [row.gap_share for row in missed[len(words) :]]
    assert shares == sorted(shares, reverse=True)
    assert {row.actual_as_written for row in words} >= {
        "chưa kết nối vào LGSP",
        "chưa đầu thầu thành công",
        "chưa hình thành các cơ sở dữ liệu dùng chung cấp tỉnh",
    }
    gaps = {("CQ.06", "province"): (45, 50, -5), ("CQ.06", "commune"): (20, 30, -10)}
    figures = {(row.indicator_id, row.level): (row.actual, row.required, row.gap) for row in missed + near}
    assert {key: figures[key] for key in gaps} == gaps
    assert {row.level for row in reads.target_list(store, **HA_TINH, **year, level="commune")} == {"commune"}


def test_targets_of_2023_are_70_60_40_beside_the_results_of_2022(store):
    rows = reads.target_list(store, **HA_TINH, year=2023, period="N", level="any").where(indicator_id="CQ.06")
    assert [(row.level, row.target_low, row.previous_year, row.previous_actual) for row in rows] == [
        ("province", 70, 2022, 45),
        ("district", 60, 2022, 40),
        ("commune", 40, 2022, 20),
    ]


def test_a_change_is_measured_against_the_last_earlier_result(store):
    rows = reads.change_list(store, **HA_TINH, year=2022, period="N", level="any")
    row = rows.where(short_name="Địa bàn dân cư phủ sóng 4G")[0]
    assert (row.previous_year, row.previous_actual, row.actual, row.change) == (2021, 95, 98, 3)


def test_a_later_target_stands_beside_the_last_result(store):
    row = reads.open_target(store, **HA_TINH, year=2025, level="any").where(indicator_id="CQ.07")[0]
    assert (row.last_year, row.actual, row.required, row.gap) == (2022, 10, 50, -40)


def test_the_documents_of_2022_are_the_plan_that_set_and_the_plan_that_judged(store):
    rows = reads.target_list(store, **HA_TINH, year=2022, period="N", level="any")
    assert (set(rows.values("target_document")), set(rows.values("actual_document"))) == ({"507/KH-UBND"}, {"525/KH-UBND"})
    assert all("Phần I.I" in row.target_locator and "Phần I.I" in row.actual_locator for row in rows)
    assert f"{max(rows.values('as_of'))}" == "2022-12-29"


@pytest.mark.both_engines
def test_of_open_targets_what_lacks_most_stands_first_whatever_the_direction(own_store):
    own_store._connection.execute(
        "update current_figure set required = 8, target_op = '<=', target_high = 8, lower_is_better = true, target_low = null "
        "where indicator_id = 'CQ.06' and level = 'province' and year = 2023"
    )
    own_store._connection.execute(
        "update current_figure set actual = 40 where indicator_id = 'CQ.06' and level = 'province' and year = 2022"
    )
    rows = reads.open_target(own_store, **HA_TINH, year=2023, level="any")
    shares = [abs(row.gap) / row.required for row in rows.where(lacks=True)]
    assert len(shares) > 2 and shares == sorted(shares, reverse=True)
    first = rows[0]  # 40 against at most 8 lacks four times its target
    assert (first.level, first.lower_is_better, first.gap, shares[0]) == ("province", True, 32, 4)


def test_indicators_are_found_without_diacritics(store):
    listed = reads.indicator_list(store, **HA_TINH)
    searched = reads.indicator_search(store, **HA_TINH)
    assert "ho so cong viec" in searched.where(indicator_id="CQ.06")[0].search_key
    assert searched.values("indicator_id") == listed.values("indicator_id")
    assert len(listed) > 200 and len(set(listed.values("indicator_id"))) == len(listed)


def test_a_card_tells_what_is_measured(store):
    card = reads.indicator_card(store, indicator_id="CQ.06")[0]
    assert card.unit_of_measure == "%" and card.numerator and card.denominator and card.definition
    assert not reads.indicator_card(store, indicator_id="CQ.0")


def test_the_trend_of_electronic_files_holds_both_years_at_three_levels(store):
    rows = reads.indicator_trend(store, **HA_TINH, indicator_id="CQ.06")
    assert [(row.level, row.year, row.required, row.actual, row.gap, row.status) for row in rows] == [
        ("province", 2022, 50, 45, -5, "near"),
        ("province", 2023, 70, None, None, "no_result"),
        ("district", 2022, 40, 40, 0, "met"),
        ("district", 2023, 60, None, None, "no_result"),
        ("commune", 2022, 30, 20, -10, "missed"),
        ("commune", 2023, 40, None, None, "no_result"),
    ]
    assert rows.where(level="district", year=2022)[0].stated_status == "missed"


def test_claims_name_document_and_place(store):
    rows = reads.indicator_claims(store, **HA_TINH, indicator_id="CQ.06")
    assert len(rows) == 9 and all(row.document and row.locator for row in rows)
    assert {row.document for row in rows.where(kind="target", year=2022)} == {"507/KH-UBND"}


@pytest.mark.parametrize(
    ("day", "pace", "expected_now"),
    [(date(2023, 12, 31), 2 / 7, 98.25), (date(2026, 12, 31), 2 / 4, 99.0)],
    ids=["a year after the result", "four years after it"],
)
def test_a_path_is_straight_in_time_and_its_pace_counts_from_today(store, day, pace, expected_now):
    with on_day(day):
        last = reads.indicator_path(store, **HA_TINH, indicator_id="HT.02")[-1]
    assert (last.from_year, last.from_value, last.year, last.required) == (2022, 98, 2030, 100)
    assert last.pace == pytest.approx(pace, rel=2e-3) and last.expected_now == pytest.approx(expected_now, abs=2e-3)


def test_an_overdue_target_has_no_pace_and_a_claim_without_a_number_begins_no_path(store):
    with on_day(date(2026, 11, 28)):
        paths = reads.indicator_path(store, **HA_TINH, indicator_id="HT.02")
        assert [(row.year, row.overdue, row.pace is None) for row in paths] == [
            (2023, True, True),
            (2025, True, True),
            (2030, False, False),
        ]
    assert len(reads.indicator_path(store, **HA_TINH, indicator_id="CQ.03")) == 0


def test_a_comparison_of_levels_begins_with_a_target_of_its_own_at_each_level(store):
    rows = reads.level_comparison(store, **HA_TINH, year=2022)
    assert [row.indicator_id for row in rows[:3]] == ["CQ.06"] * 3
    assert [row.required for row in rows[:3]] == [50, 40, 30]
    assert reads.level_comparison(store, **HA_TINH, year=2019).columns == rows.columns


def test_years_with_different_targets_by_level_include_the_horizons(store):
    assert reads.level_years(store, **HA_TINH).values("year") == [2030, 2025, 2023, 2022]


def test_documents_name_number_date_and_what_they_replace(store):
    documents = {row.number: row for row in reads.document_list(store)}
    assert f"{documents['525/KH-UBND'].issued_on}" == "2022-12-29"
    assert f"{documents['424/QĐ-UBND'].issued_on}" == "2022-02-18"
    assert "53/KH-UBND" in [row.replaces for row in documents.values()]


def test_a_unit_without_figures_is_listed_where_asked_for_and_owes_what_its_province_sets(store):
    commune = next(row.unit_id for row in reads.unit_list(store) if row.code == "18229")
    assert commune not in reads.territory_list(store, unit_id=commune).values("unit_id")
    listed = reads.territory_list(store, unit_id=commune, also=commune).where(unit_id=commune)
    assert [(row.unit_name, row.figures) for row in listed] == [("Xã Đức Thọ", 0)]
    entries = reads.entry_list(store, province_code="42", unit_id=commune, year=2025, period="N")
    common = store.select(
        "select indicator_id, target_as_written as said from current_figure where unit_id = '42' and level = 'commune' and year = 2025 and period = 'N' and has_target order by 1"
    )
    assert [(row.indicator_id, row.target_as_written) for row in sorted(entries.where(owed=True))] == list(
        common.itertuples(index=False)
    )
    later = reads.entry_list(store, province_code="42", unit_id=commune, year=2026, period="N")
    assert len(later) == len(entries) and not later.where(owed=True), "the same indicators to fill in, no target to owe"


def test_the_targets_of_a_year_that_nothing_judges_stand_beside_their_newest_result(store):
    place = {"province_code": "42", "unit_id": "42", "level": "any"}
    with on_day(date(2026, 11, 28)):
        overdue, ahead = (reads.open_target(store, **place, year=year) for year in (2023, 2030))
        every = reads.overdue_target(store, **place)
    assert set(overdue.values("status")) == {"no_result"}
    assert {(row.indicator_id, row.level) for row in overdue} == {(row.indicator_id, row.level) for row in every.where(year=2023)}
    asked = [
        row for row in reads.target_list(store, **place, year=2030, period="N") if row.level != "district"
    ]  # they ended in 2025
    assert set(ahead.values("status")) == {"not_due"} and len(ahead) == len(asked)
    first = overdue[0]
    assert (first.indicator_id, first.level, first.actual, first.required, first.gap, first.lacks) == (
        "CQ.06",
        "commune",
        20,
        40,
        -20,
        True,
    )
    assert [row.lacks for row in overdue] == sorted(
        [row.lacks for row in overdue], key=lambda lacks: {True: 0, False: 1, None: 2}[lacks]
    )


XA = "18229"  # Xã Đức Thọ, there since 01/07/2025


def commune(store):
    return next(row.unit_id for row in reads.unit_list(store) if row.code == XA)


def test_a_unit_owes_nothing_for_a_period_in_which_it_was_not_there(store):
    place = {"province_code": "42", "unit_id": commune(store)}
    assert len(reads.entry_list(store, **place, year=2022, period="N")) == 0
    assert (
        len(reads.entry_list(store, **place, year=2025, period="Q2"))
        == 0
        < len(reads.entry_list(store, **place, year=2025, period="Q3"))
    )
    assert len(reads.entry_list(store, **HA_TINH, year=2022, period="N")) > 0


def test_what_is_reported_most_often_stands_first(store):
    times = reads.entry_list(store, **HA_TINH, year=2023, period="N").values("times_reported")
    assert times == sorted(times, reverse=True) and times[0] > times[-1]


def test_an_indicator_of_a_yearly_rhythm_is_not_asked_for_by_the_quarter(own_store):
    codes = [row.indicator_id for row in reads.entry_list(own_store, **HA_TINH, year=2026, period="Q3")][:2]
    own_store.write(lambda cursor: _with_rhythm(cursor, dict(zip(codes, ("N", "Q"), strict=True))))
    listed = {row.indicator_id: row for row in reads.entry_list(own_store, **HA_TINH, year=2026, period="Q3")}
    assert codes[0] not in listed and listed[codes[1]].owed
    assert codes[0] in reads.entry_list(own_store, **HA_TINH, year=2026, period="N").values("indicator_id")


@pytest.mark.parametrize(
    ("day", "rhythm", "period"),
    [
        ("2026-11-28", None, ("Q3", 2026, None)),
        ("2027-01-05", None, ("N", 2026, None)),
        ("2026-11-28", "Q", ("Q3", 2026, "2026-09-09")),  # 525/KH-UBND: before the 10th of its last month,
        ("2027-01-05", "Q", ("Q4", 2026, "2026-12-09")),
        ("2026-11-28", "T", ("T10", 2026, "2026-11-30")),
        ("2026-11-28", "6T", ("6T", 2026, "2026-07-31")),
        ("2026-11-28", "N", ("N", 2026, "2026-11-14")),  # the year before 15 November
        ("2026-10-31", "N", ("N", 2025, "2025-11-14")),
    ],
)
def test_the_report_that_is_due_is_that_of_the_last_period_of_the_rhythm(own_store, day, rhythm, period):
    own_store.write(lambda cursor: _with_rhythm(cursor, {"CQ.06": rhythm}))
    with on_day(date.fromisoformat(day)):
        (row,) = reads.due_report(own_store, **HA_TINH)
    assert (row.period, row.year, row.due_on and f"{row.due_on}") == period


def test_the_desk_knows_since_when_a_unit_is_there(store):
    (row,) = reads.due_report(store, province_code="42", unit_id=commune(store))
    assert f"{row.valid_from}" == "2025-07-01" and row.valid_to is None


def test_exactly_the_linked_indicators_have_figures_beside_theirs(store):
    """The page of an indicator that is not among them does not ask."""
    linked = set(reads.linked_indicator_list(store, **HA_TINH).values("indicator_id"))
    some = reads.indicator_list(store, **HA_TINH).values("indicator_id")[::20]
    having = {code for code in some if reads.related_figure_list(store, **HA_TINH, indicator_id=code)}
    assert 2 < len(having) < len(some) - 2 and having == linked & set(some)


def test_the_next_deadlines_of_a_territory_come_by_indicator_and_level(store):
    rows = reads.indicator_schedule(store, **HA_TINH)
    asked = "select indicator_id, level, due_on from figure_due where province_code = '42' and unit_id = '42' and indicator_id = 'CQ.06'"
    expected = sorted(store.inside(lambda cursor: cursor.execute(asked).fetchall()))
    assert expected and sorted((row.indicator_id, row.level, row.due_on) for row in rows.where(indicator_id="CQ.06")) == expected


def _with_rhythm(cursor, rhythms):
    """Give some indicators a reporting rhythm with a month's delay and the others none, as an upload of the catalogue would."""
    upload_id = open_upload(cursor, kind="indicators", file_name="t", file_sha256="0", uploaded_by="t", row_count=1)
    changed = []
    for row in imports.register(cursor, "indicator"):
        rhythm = rhythms.get(row["indicator_id"])
        period = {"reporting_period": rhythm, "reporting_delay_months": 1 if rhythm else None}
        changed.append(row | period | {"upload_id": upload_id})
    append(cursor, "indicator", changed)


def test_a_target_that_nobody_can_be_asked_for_is_in_no_list_of_its_year(store):
    asked = {"province_code": "42", "unit_id": "42", "period": "newest", "level": "any"}
    set_for = store.select(
        "select year from figure_in_force where unit_id = '42' and level = 'district' and has_target and rank = 'headline'"
    ).year
    assert {2022, 2025} <= set(set_for), "the shipped figures hold targets of districts before and after their end"
    assert reads.target_list(store, **asked, year=2022).where(level="district")
    for year in (2025, 2030):
        rows = reads.target_list(store, **asked, year=year)
        assert rows and not rows.where(level="district", has_result=False)

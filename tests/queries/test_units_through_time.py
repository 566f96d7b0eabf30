"""Units through time: every unit's way to today, sums that conserve, ranks, each computed again in pandas by another route."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from queries import reads

COMMUNES = ("CQ.06", "commune", 2024, "Q3")
LOST = {  # communes merged on 2025-01-01 of which the shipped lists do not say into what
    "Xã Trung Lộc", "Xã Phú Phong", "Xã Hiếu Liêm", "Phường Xuân Thanh", "Phường Thanh Bình", "Phường Hòa Bình", "Phường Xuân Trung", "Xã Núi Tượng",
    "Phường Tam Hòa", "Xã Bình Hòa",
}  # fmt: skip


@pytest.fixture(scope="module")
def tables(sample_store):
    """What the store holds, as it came in."""
    names = ("unit", "unit_lineage", "unit_today", "current_figure", "indicator_catalogue")
    return {name: sample_store.select(f"select * from {name}") for name in names}


def living(units: pd.DataFrame, day: date, level: str) -> pd.DataFrame:
    starts, ends = pd.to_datetime(units.valid_from), pd.to_datetime(units.valid_to)
    return units[
        (units.level == level) & (units.province_code == "42") & (starts <= str(day)) & (ends.isna() | (ends > str(day)))
    ]


def ways(tables: dict[str, pd.DataFrame]) -> dict[str, dict[str, bool]]:
    """unit -> units of today -> whether it was divided on the way; walked state by state, without SQL."""
    units, lineage = tables["unit"], tables["unit_lineage"]
    begun = {(row.code, str(row.valid_from)[:10], row.level): row for row in units.itertuples()}

    def follow(row, split):
        if pd.isna(row.valid_to):
            return {row.unit_id: split}
        day, found = str(row.valid_to)[:10], {}
        steps = lineage[(lineage.from_code == row.code) & (lineage.effective_on.astype(str).str[:10] == day)]
        for step in steps.itertuples():
            heir = begun.get((step.to_code, day, row.level))
            if heir is not None:
                for unit_id, divided in follow(heir, split or step.kind == "split").items():
                    found[unit_id] = found.get(unit_id, False) or divided
        return found

    return {row.unit_id: follow(row, False) for row in units.itertuples()}


@pytest.mark.parametrize(
    ("day", "communes", "districts"),
    [(date(2024, 12, 31), 216, 13), (date(2025, 1, 1), 209, 12), (date(2025, 6, 30), 209, 12), (date(2025, 7, 1), 69, 0), (date(2026, 11, 28), 69, 0)],
)  # fmt: skip
def test_the_units_of_each_date_are_as_many_as_there_were(tables, day, communes, districts):
    assert len(living(tables["unit"], day, "commune")) == communes
    assert len(living(tables["unit"], day, "district")) == districts


@pytest.fixture(scope="module")
def walked_ways(tables):
    return ways(tables)


def test_the_way_of_every_unit_is_the_one_that_the_lineage_walked_by_hand_gives(tables, walked_ways):
    walked = {(unit, today): split for unit, found in walked_ways.items() for today, split in found.items()}
    asked = {(row.unit_id, row.today_id): row.split for row in tables["unit_today"].itertuples()}
    assert asked == walked and len(asked) > 600


def test_every_commune_reaches_a_unit_of_today_except_those_of_which_no_list_says_where_and_no_district_does(tables):
    reached = set(tables["unit_today"].unit_id)
    lost = tables["unit"][~tables["unit"].unit_id.isin(reached)]
    assert set(lost[lost.level == "commune"].name) == LOST
    assert set(lost[lost.level == "district"].unit_id) == set(tables["unit"][tables["unit"].level == "district"].unit_id)
    assert lost[lost.level == "province"].empty


def test_the_three_divided_communes_are_the_only_ones_with_several_heirs(tables):
    heirs = tables["unit_today"].groupby("unit_id").agg(heirs=("today_id", "nunique"), split=("split", "all"))
    several = heirs[heirs.heirs > 1]
    assert set(several.index) == {"18082", "18796", "26449"} and several.split.all()
    assert not heirs[heirs.heirs == 1].split.any()


def of_units(tables, indicator, level, year, period):
    """The communes' own figures with their units."""
    figures, units = tables["current_figure"], tables["unit"][["unit_id", "level"]].rename(columns={"level": "unit_level"})
    rows = figures[
        (figures.indicator_id == indicator) & (figures.level == level) & (figures.year == year) & (figures.period == period)
    ]
    rows = rows.merge(units, on="unit_id")
    return rows[(rows.unit_level == level) & rows.actual.notna() & (rows.province_code == "42")]


def test_numerators_and_denominators_are_conserved_and_divided_communes_left_out(sample_store, tables, walked_ways):
    found = walked_ways
    rows = of_units(tables, *COMMUNES)
    whole = rows[[bool(found[unit]) and not any(found[unit].values()) for unit in rows.unit_id]]
    counted = whole[whole.denominator.notna()]
    left_out = rows[~rows.unit_id.isin(whole.unit_id)]
    assert len(left_out) >= 3, "divided ones, and those that went nobody knows where"
    today = sample_store.select(
        "select sum(numerator) as n, sum(denominator) as d from unit_value where units_of = 'today' and indicator_id = 'CQ.06'"
        " and level = 'commune' and year = 2024 and period = 'Q3' and province_code = '42'"
    )
    assert float(today.n[0]) == pytest.approx(float(counted.numerator.astype(float).sum()))
    assert float(today.d[0]) == pytest.approx(float(counted.denominator.astype(float).sum()))


@pytest.mark.parametrize("indicator", ["CQ.06", "CQ.44", "CQ.63", "XH.16", "HT.45"])
def test_a_value_on_todays_units_is_the_one_that_pandas_gets_from_the_parts(sample_store, tables, walked_ways, indicator):
    found, rows = walked_ways, of_units(tables, indicator, "commune", 2024, "Q3")
    kind = tables["indicator_catalogue"].set_index("indicator_id").kind[indicator]
    then = set(living(tables["unit"], date(2024, 9, 30), "commune").unit_id)
    expected = {}
    for today in living(tables["unit"], date(2026, 11, 28), "commune").unit_id:
        parts = {unit: heirs[today] for unit, heirs in found.items() if today in heirs and unit in then}
        given = rows[rows.unit_id.isin([unit for unit, split in parts.items() if not split])]
        if rows[rows.unit_id.isin(parts)].empty:
            continue
        fractions = given[given.denominator.notna()]
        if len(parts) == 1 and not any(parts.values()):
            value = float(given.actual.iloc[0])
        elif kind == "ratio":
            value = 100 * float(fractions.numerator.sum()) / float(fractions.denominator.sum()) if len(fractions) else None
        else:
            value = None if any(parts.values()) else float(given.actual.sum())
        expected[today] = value
    answer = sample_store.select(
        f"select unit_id, actual from unit_value where units_of = 'today' and indicator_id = '{indicator}' and level = 'commune'"
        " and year = 2024 and period = 'Q3' and province_code = '42'"
    )
    asked = {row.unit_id: None if pd.isna(row.actual) else row.actual for row in answer.itertuples()}
    assert asked == {unit: value if value is None else pytest.approx(value) for unit, value in expected.items()}
    assert len(asked) > 60


def test_ranks_medians_and_changes_are_those_of_pandas(sample_store, tables):
    for indicator, period, before in (("CQ.06", (2026, "Q2"), (2026, "Q1")), ("HT.45", (2024, "Q2"), (2024, "Q1"))):
        rows = of_units(tables, indicator, "commune", *period).set_index("unit_id").actual.astype(float)
        earlier = of_units(tables, indicator, "commune", *before).set_index("unit_id").actual.astype(float)
        asked = sample_store.select(
            f"select * from unit_standing where units_of = 'then' and province_code = '42' and indicator_id = '{indicator}'"
            f" and level = 'commune' and year = {period[0]} and period = '{period[1]}'"
        ).set_index("unit_id")
        lower = indicator == "HT.45"
        ranks = rows.round(2).rank(method="min", ascending=lower)
        assert asked["rank"].astype(float).sort_index().equals(ranks.sort_index().rename("rank"))
        assert asked["median"].iloc[0] == pytest.approx(rows.median()) and asked.ranked.iloc[0] == len(rows)
        assert (asked.lowest.iloc[0], asked.highest.iloc[0]) == (pytest.approx(rows.min()), pytest.approx(rows.max()))
        followed = asked[asked.previous_period == before[1]]
        was = earlier.round(2).rank(method="min", ascending=lower)
        assert (followed.rank_change == (was - ranks).reindex(followed.index)).all() and len(followed) > 50
        assert followed.change.to_numpy() == pytest.approx((rows - earlier).reindex(followed.index).to_numpy())


def test_the_medians_that_are_kept_ready_are_those_of_pandas_on_both_maps(sample_store):
    by = ["units_of", "province_code", "indicator_id", "level", "year", "period"]
    values = sample_store.select("select * from unit_value where actual is not null").groupby(by).actual
    expected = pd.DataFrame({"units": values.count(), "median": values.median(), "lowest": values.min(), "highest": values.max()})
    kept = sample_store.select("select * from current_spread").set_index(by)
    assert len(kept) == len(expected) > 500 and set(kept.index.get_level_values(0)) == {"then", "today"}
    both = kept.join(expected.add_suffix("_pandas"))
    for column in expected.columns:
        assert both[column].to_numpy() == pytest.approx(both[f"{column}_pandas"].to_numpy())


def test_the_course_of_a_unit_is_its_values_on_the_map_of_its_time_beside_the_median(sample_store):
    values = sample_store.select("select * from unit_value where province_code = '42' and actual is not null")
    by = ["indicator_id", "level", "year", "period"]
    for unit_id, units_of in (("18070", "then"), ("18073-202507", "today"), ("436", "then")):
        own = values[(values.unit_id == unit_id) & (values.units_of == units_of)].set_index(by).actual
        median = values[values.units_of == units_of].groupby(by).actual.median()
        course = sample_store.select(f"select * from unit_course where unit_id = '{unit_id}' and province_code = '42'").set_index(
            by
        )
        assert len(course) == len(own) > 0
        assert course.actual.to_numpy() == pytest.approx(own.reindex(course.index).to_numpy())
        assert course["median"].to_numpy() == pytest.approx(median.reindex(course.index).to_numpy())
        first = set(values[(values.unit_id == unit_id) & (values.units_of == "then")].set_index(by).index)
        assert list(course.recomputed) == [key not in first for key in course.index]


def test_the_sum_of_the_units_stands_beside_what_the_province_says(sample_store, tables):
    row = reads.level_sum(sample_store, province_code="42", indicator_id="CQ.06", level="commune", year=2026, period="Q2")[0]
    rows = of_units(tables, "CQ.06", "commune", 2026, "Q2")
    fractions = rows[rows.denominator.notna()]
    assert row.summed == len(fractions) < row.units == 69
    assert row.total == pytest.approx(100 * float(fractions.numerator.sum()) / float(fractions.denominator.sum()))
    figures = tables["current_figure"]
    own = figures[(figures.indicator_id == "CQ.06") & (figures.unit_id == "42") & (figures.level == "commune") & (figures.year == 2026) & (figures.period == "Q2")]  # fmt: skip
    assert row.own == pytest.approx(float(own.actual.iloc[0])) and row.difference == pytest.approx(row.own - row.total)
    shares_only = reads.level_sum(
        sample_store, province_code="42", indicator_id="CQ.63", level="commune", year=2026, period="Q2"
    )[0]
    assert shares_only.total is None and shares_only.reason == "parts" and shares_only.own is not None


def test_the_real_store_adds_nothing_up_where_the_catalogue_is_silent(store):
    for row in store.select("select * from level_total").itertuples():
        assert (row.total is None or pd.isna(row.total)) == (row.reason is not None and not pd.isna(row.reason))


def ranking(store, units_of, on_day, year=2026, period="Q2", level="commune", indicator="CQ.06"):
    return reads.unit_ranking(
        store, province_code="42", indicator_id=indicator, level=level, year=year, period=period, units_of=units_of, on_day=on_day
    )


def test_who_has_not_reported_is_listed_and_not_ranked_last(sample_store):
    rows = ranking(sample_store, "then", date(2026, 6, 30))
    assert len(rows) == 69
    silent = [row for row in rows if row.actual is None]
    assert silent and all(row.rank is None for row in silent)
    assert len({row.ranked for row in rows if row.ranked}) == 1 and rows[0].ranked == len(rows) - len(silent)
    assert {row.target_from for row in rows if row.target_from} == {"own", "province"}


def test_on_the_map_of_today_old_periods_have_no_target_and_say_of_how_many_parts(sample_store):
    rows = ranking(sample_store, "today", date(2026, 11, 28), 2024, "Q3")
    assert len(rows) == 69 and not any(row.required for row in rows)
    assert {row.reason for row in rows} >= {None, "split", "incomplete"}
    assert all(row.known < row.parts for row in rows if row.reason == "incomplete")


def test_nothing_of_the_district_level_is_on_the_map_of_today(sample_store):
    assert len(ranking(sample_store, "then", date(2024, 9, 30), 2024, "Q3", "district")) == 13
    assert (
        sample_store.select("select count(*) as n from unit_value where units_of = 'today' and level = 'district'")["n"][0] == 0
    )
    lost = reads.lost_unit_list(sample_store, province_code="42", level="commune", on_day=date(2024, 9, 30))
    assert [row.unit_name for row in lost] == ["Xã Phú Phong", "Xã Trung Lộc"]

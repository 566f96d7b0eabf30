"""An index: worked examples, the sum by a second route in pandas, versions and scales, and what a period adds to a cumulative figure."""

from decimal import Decimal

import pandas as pd
import pytest

from components.text.units import index_words, ranking_words
from queries import reads
from queries.sqlfile import sql_file
from tests.queries.test_examples import answered, put, with_tables

HA_TINH = {"province_code": "42"}
SUBJECTS = {"a": 50, "b": 30, "c": 20}


def scored(results: dict[str, float], *, not_applicable: str = "") -> dict[str, object]:
    """The row of ``index_score`` of one commune for weights 50, 30 and 20; what has no result is missing."""
    line, score = sql_file("views", "index_line"), sql_file("views", "index_score")
    with with_tables(line) as connection:
        put(connection, "unit", {"kind": "xã"})
        for number, (code, points) in enumerate(SUBJECTS.items(), start=1):
            outside = {"not_applicable": "xã"} if code == not_applicable else {}
            put(connection, "index_weight", {"line": number, "indicator_id": code, "points": points, **outside})
            put(connection, "indicator_catalogue", {"indicator_id": code})
            if code in results:
                put(connection, "unit_report", {"indicator_id": code, "actual": results[code]})
        connection.execute(line.statement)
        result = connection.execute(score.question)
        (row,) = result.fetchall()
        return dict(zip([column[0] for column in result.description], row, strict=True))


def told(row: dict[str, object]) -> object:
    """The row as a read answers it."""
    names = [name for name in reads.row_types.IndexRankingRow._fields if name != "unit_name"]
    numbers = {name: float(value) if isinstance(value, Decimal) else value for name, value in row.items()}
    return reads.row_types.IndexRankingRow(unit_name="Xã Một", **{name: numbers[name] for name in names})


def test_weights_50_30_20_with_rates_80_60_0_give_58_and_0_is_not_missing():
    row = told(scored({"a": 80, "b": 60, "c": 0}))
    assert index_words.points(row.score) == "58,00" and index_words.missing(row) == "" and index_words.outside(row) == ""


def test_what_is_not_applicable_is_taken_out_and_the_rest_is_stretched_and_both_are_said():
    row = told(scored({"a": 80, "b": 60}, not_applicable="c"))
    assert index_words.points(row.score) == "72,50"
    assert index_words.outside(row) == "1 chỉ tiêu không áp dụng (20 điểm) được bỏ ra, 80 điểm còn lại quy về thang 100"


def test_what_is_missing_is_said_instead_of_a_number():
    row = told(scored({"a": 80, "b": 60}))
    assert row.score is None and row.rank is None
    assert index_words.missing(row) == "thiếu 1 trong 3 chỉ tiêu (20 trong 100 điểm)"
    assert index_words.points(row.score) == "–" and "58,00 điểm" in index_words.standing(row)


def test_nobody_reported_anything_is_no_row():
    assert answered(sql_file("views", "index_line"), "index_weight(points=100) indicator_catalogue() unit(kind=xã)") == []


@pytest.mark.parametrize(
    ("level", "year", "period", "scale"),
    [("commune", 2026, "Q3", 100), ("district", 2025, "Q1", 100), ("district", 2024, "Q4", 1000)],
)
def test_points_and_ranks_are_those_of_a_second_route(sample_store, level, year, period, scale):
    """The points from the tables' rows in pandas: share, steps, not applicable, missing, rank of what is shown."""
    found = reads.index_ranking(sample_store, **HA_TINH, index_id="MINH-HOA", level=level, year=year, period=period)
    weights = sample_store._connection.execute(
        "select * from weight where level = ? and valid_from <= ? order by valid_from", [level, f"{year}-12-31"]
    ).df()
    weights = weights[weights.valid_from == weights.valid_from.max()]
    figures = sample_store._connection.execute(
        "select f.unit_id, f.indicator_id, f.actual::double as actual from current_figure as f where f.level = ? and f.year = ? and f.period = ?"
        " and f.has_result and f.basis <> 'stated'",
        [level, year, period],
    ).df()
    kinds = dict(sample_store._connection.execute("select unit_id, kind from unit").fetchall())
    results = {(row.unit_id, row.indicator_id): row.actual for row in figures.itertuples()}
    scores = pd.Series({row.unit_id: by_hand(row.unit_id, kinds[row.unit_id], weights, results) for row in found}, dtype=float)
    assert weights.scale.unique().tolist() == [scale] and len(found) > 10
    assert scores.notna().sum() == len(found.having("score")) > 5
    for row in found:
        assert (row.score is None and pd.isna(scores[row.unit_id])) or row.score == pytest.approx(scores[row.unit_id])
    ranks = scores.dropna().round(2).rank(ascending=False, method="min")
    assert {row.unit_id: row.rank for row in found.having("score")} == ranks.astype(int).to_dict()


def by_hand(unit_id, kind, weights, results):
    """Points of one unit, None where one is missing."""
    reached, possible = 0.0, 0.0
    for line in weights.itertuples():
        if isinstance(line.not_applicable, str) and kind in line.not_applicable.split("/"):
            continue
        possible += float(line.points)
        actual = results.get((unit_id, line.indicator_id))
        if actual is None or pd.isna(actual):
            return None
        if line.form == "steps":
            lower = line.indicator_id == "HT.45"
            steps = [tuple(map(float, step.split(":"))) for step in line.steps.split("/")]
            reached += max([given for bound, given in steps if (actual <= bound if lower else actual >= bound)], default=0)
        else:
            reached += float(line.points) * min(actual / (float(line.full_at) if not pd.isna(line.full_at) else 100), 1)
    return weights.scale.iloc[0] * reached / possible


def test_the_lines_of_a_unit_add_up_to_its_points(sample_store):
    row = reads.index_ranking(sample_store, **HA_TINH, index_id="MINH-HOA", level="commune", year=2026, period="Q3")[2]
    lines = reads.index_sum(sample_store, **HA_TINH, index_id="MINH-HOA", year=2026, period="Q3", unit_id=row.unit_id)
    assert sum(line.score for line in lines if line.score is not None) == pytest.approx(row.score)
    assert sum(line.weight for line in lines if line.weight is not None) == pytest.approx(row.scale)


def test_the_example_set_has_the_eight_parts_of_2022_with_their_points_and_says_that_it_is_an_example(store):
    weights = store._connection.execute(
        "select level, part, sum(points), any_value(note), any_value(index_name) from weight group by 1, 2"
    ).fetchall()
    for level in ("province", "district"):
        parts = {part: int(points) for of_level, part, points, _, _ in weights if of_level == level}
        assert parts == {
            "Nhận thức số": 100, "Thể chế số": 100, "Hạ tầng số": 100, "Nhân lực số": 100, "An toàn thông tin mạng": 100,
            "Chính quyền số": 200, "Kinh tế số": 150, "Xã hội số": 150,
        }  # fmt: skip
    assert all(note.startswith("Ví dụ, không phải văn bản ban hành") and name.startswith("Ví dụ") for *_, note, name in weights)


def test_a_cumulative_count_of_10_25_45_and_5_in_january_was_10_15_20_and_5_in_the_months():
    months = [
        (2022, "T1", "2022-01-31", 10),
        (2022, "T2", "2022-02-28", 25),
        (2022, "T3", "2022-03-31", 45),
        (2023, "T1", "2023-01-31", 5),
    ]
    given = " ".join(
        f"current_figure(year={year}, period={period}, period_end={day}, actual={value}, accumulation=cumulative)"
        for year, period, day, value in months
    )
    rows = answered(sql_file("views", "figure_in_period"), f"{given} indicator_catalogue(kind=count)")
    of_period = {(row["year"], row["period"]): row["of_period"] for row in rows}
    assert [of_period[year, period] for year, period, _, _ in months] == [10, 15, 20, 5]


def test_counts_of_10_20_and_none_give_30_of_2_in_3_communes():
    units = " ".join(
        f"unit(unit_id={code}, valid_from=2016-01-01) unit_today(unit_id={code}, today_id=n, today_province=42, split=false)"
        for code in "abc"
    )
    given = (
        " ".join(
            f"unit_number(actual={actual}, unit_id={code}, kind=count, accumulation=at_date)"
            for actual, code in ((10, "a"), (20, "b"))
        )
        + " "
        + units
    )
    (row,) = answered(sql_file("views", "unit_merged"), given)
    assert row["actual"] == 30

    class Shown:
        reason, parts, known, actual = row["reason"], row["parts"], row["known"], row["actual"]

    assert ranking_words.parts(Shown) == "2 trong 3 xã · xấp xỉ, thiếu số của xã cũ"

"""What sentences say of gaps, ranks, earlier results and empty places is true of the figures that they are drafted from."""

from datetime import date
from types import SimpleNamespace

import pytest

from components.text import citations, formats, headlines, pace
from components.text.decks import slide_messages
from queries import reads
from queries.clock import on_day
from queries.rows import Rows
from tests.components.sample_charts import PLACE, of_levels, waiting


def as_rank(row, actual, required):
    return row._replace(
        unit_of_measure="hạng", actual=actual, required=required, target_op="<=", target_low=None, target_high=required,
        lower_is_better=True, gap=actual - required, actual_qualifier="exact",
    )  # fmt: skip


def test_the_farthest_from_its_target_is_named_by_the_share_that_lacks(store):
    rows = waiting(store, 2023)
    assert slide_messages.shortfall(rows, earlier=True) == (
        "Xa mục tiêu nhất tính theo tỷ lệ: hồ sơ công việc quản lý dạng hồ sơ điện tử, cấp xã: 20% (2022) "
        "so với mục tiêu 40%, thiếu 20 điểm %"
    )
    assert rows[0].gap > min(rows.values("gap")), "another one lacks more points: the sentence must not claim otherwise"


def test_a_gap_shared_by_several_and_a_lone_one_claim_no_first_place(store):
    rows = waiting(store, 2023)
    alike = Rows(rows.columns, [rows[0], rows[0]._replace(level="district"), rows[0]._replace(gap=-4.0)])
    assert slide_messages.shortfall(alike, earlier=True).endswith("thiếu 20 điểm %; 1 mục tiêu khác cùng tỷ lệ")
    alone = slide_messages.shortfall(rows[:1], earlier=True)
    assert alone.startswith("Hồ sơ công việc") and "nhất" not in alone.removeprefix("Hồ sơ")


def test_where_nothing_lacks_no_gap_is_claimed(store):
    rows = waiting(store, 2023, unit_id="440")
    assert set(rows.values("gap")) == {0} and len(rows) == 2
    assert slide_messages.shortfall(rows, earlier=True) == "Kết quả gần nhất đã ngang mức cả 2 mục tiêu được so"
    assert slide_messages.shortfall(rows[:1], earlier=True).endswith("so với mục tiêu 100%, bằng mục tiêu")


def test_a_rank_above_its_limit_is_behind_its_target_and_not_beyond_it(store):
    row = as_rank(waiting(store, 2023)[0], 40.0, 8.0)
    assert headlines.lacking(row) == "kém 32 bậc" and headlines.lacking(as_rank(row, 6.0, 8.0)) == "hơn 2 bậc"
    said = slide_messages.shortfall(Rows(row._fields, [row, row._replace(gap=4.0)]), earlier=True)
    assert said.endswith("cấp xã: hạng 40 (2022) so với mục tiêu hạng 8 trở lên, kém 32 bậc")
    days = row._replace(unit_of_measure="ngày")
    assert headlines.lacking(days) == "cao hơn mức tối đa 32 ngày"


@pytest.mark.parametrize(
    ("yearly", "said"), [(-16.0, "cần lên 16 bậc mỗi năm đến 2035"), (0.0, "giữ mức khoảng hạng 40 đến 2035")]
)
def test_a_rank_has_to_rise(yearly, said):
    path = SimpleNamespace(
        level="all",
        year=2035,
        overdue=False,
        from_year=2023,
        from_period="N",
        from_value=40.0,
        from_qualifier="about",
        required=8.0,
        from_gap=32.0 if yearly else 0.0,
        pace=yearly,
        expected_now=24.0,
    )
    assert pace.phrase(path, "hạng") == said
    assert "từ khoảng hạng 40 (2023) đến hạng 8 (2035)" in pace.note([path], "hạng")[1]
    assert pace.note([path], "hạng")[1].endswith("nay phải ở mức hạng 24")


def test_an_earlier_result_keeps_its_word_its_document_and_its_day(store):
    rows = waiting(store, 2025)
    assert {"khoảng 10%", "khoảng 98%"} <= {formats.result(row) for row in rows}
    source = citations.sources(rows)
    assert "424/QĐ-UBND" in source and "525/KH-UBND" in source and source.endswith("văn bản ngày 29/12/2022")


def test_a_change_keeps_the_word_before_the_earlier_result(store):
    rows = reads.change_list(store, **PLACE, year=2022, period="N", level="any")
    density = rows.where(short_name="Mật độ thuê bao di động")
    assert "từ khoảng 94 thuê bao/100 dân (2021)" in slide_messages.changes(density)
    assert "nhất" not in slide_messages.changes(rows), "the order is by rank of the indicator first"
    path = reads.indicator_path(store, **PLACE, indicator_id="CQ.07")
    assert "từ khoảng 10% (2022)" in pace.note(path, "%")[1]


def test_in_the_year_of_its_target_what_is_lacking_counts_and_no_yearly_pace(store):
    about = {**PLACE, "indicator_id": "HT.02"}
    with on_day(date(2023, 6, 30)):
        paths = pace.next_target(reads.indicator_path(store, **about))
        assert pace.needed(paths, "%") == "cần thêm 2 điểm % đến hết năm 2023"


def test_the_headline_of_levels_says_how_each_stands_and_a_slide_which_of_its_charts_it_is_about(store):
    rows = of_levels(store)
    assert headlines.levels(rows, 2022) == (
        f"{rows[0].short_name} năm 2022: tỉnh gần đạt (−5 điểm %), huyện đạt, xã chưa đạt (−10 điểm %)"
    )
    assert slide_messages.levels(rows, 2022, where="biểu đồ bên trái").startswith(
        f"{rows[0].short_name} (biểu đồ bên trái) năm 2022: "
    )
    assert "525/KH-UBND, Phần I.I" in citations.sources(rows), "the document of the results as well as that of the targets"


def test_the_units_of_a_chart_are_those_that_are_in_it(store):
    rows = waiting(store, 2023)
    mixed = Rows(rows.columns, [rows[0], as_rank(rows[1], 40.0, 8.0), rows[2]._replace(unit_of_measure="người")])
    assert (formats.units(rows), formats.units(mixed)) == ("%", "%, hạng, người")

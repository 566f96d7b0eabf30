"""What sentences say of gaps, ranks, earlier results and empty places is true of the figures that they are drafted from."""

from datetime import date
from types import SimpleNamespace

import pytest

from components.text import formats, headlines, pace
from queries import reads
from queries.clock import on_day
from queries.rows import Rows

PLACE = {"province_code": "42", "unit_id": "42"}


def remaining(store, year=2023, unit_id="42", level="any"):
    return reads.remaining(store, province_code="42", unit_id=unit_id, year=year, level=level)


def planted(rows, **columns):
    """The first of the rows with other values in some columns."""
    return rows[0]._replace(**columns)


def as_rank(row, actual, required):
    return row._replace(
        unit_of_measure="hạng", actual=actual, required=required, target_op="<=", target_low=None, target_high=required,
        lower_is_better=True, gap=actual - required, actual_qualifier="exact", lacking_share=abs(actual - required) / required,
    )  # fmt: skip


def test_the_farthest_from_its_target_is_named_by_the_share_that_lacks(store):
    rows = remaining(store)
    assert headlines.shortfall(rows) == (
        "Xa mục tiêu nhất tính theo tỷ lệ: hồ sơ công việc quản lý dạng hồ sơ điện tử, cấp xã: 20% (năm 2022) "
        "so với mục tiêu 40%, thiếu 20 điểm %, tức 50% mục tiêu"
    )
    assert rows[0].lacking_share == max(rows.values("lacking_share"))
    assert rows[0].gap > min(rows.values("gap")), "another one lacks more points: the sentence must not claim otherwise"


def test_a_gap_shared_by_several_and_a_lone_one_claim_no_first_place(store):
    rows = remaining(store)
    alike = Rows(rows.columns, [rows[0], rows[0]._replace(level="district"), rows[0]._replace(lacking_share=0.1)])
    assert headlines.shortfall(alike).endswith("tức 50% mục tiêu; 1 mục tiêu khác cùng tỷ lệ")
    alone = headlines.shortfall(rows[:1])
    assert alone.startswith("Hồ sơ công việc") and "nhất" not in alone.removeprefix("Hồ sơ")


def test_where_nothing_lacks_no_gap_is_claimed(store):
    rows = remaining(store, unit_id="440")
    assert set(rows.values("gap")) == {0} and len(rows) == 2
    assert headlines.shortfall(rows) == "Kết quả gần nhất đã ngang mức cả 2 mục tiêu được so"
    assert headlines.shortfall(rows[:1]).endswith("so với mục tiêu 100%, bằng mục tiêu")


def test_a_rank_above_its_limit_is_behind_its_target_and_not_beyond_it(store):
    row = as_rank(planted(remaining(store)), 40.0, 8.0)
    assert headlines.lacking(row) == "kém 32 bậc" and headlines.lacking(as_rank(row, 6.0, 8.0)) == "hơn 2 bậc"
    said = headlines.shortfall(Rows(row._fields, [row, row._replace(lacking_share=0.5)]))
    assert said.endswith("cấp xã: hạng 40 (năm 2022) so với mục tiêu hạng 8 trở lên, kém 32 bậc")
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
    rows = remaining(store, year=2025)
    assert {"khoảng 10%", "khoảng 98%"} <= {formats.result(row) for row in rows}
    source = headlines.year_source(reads.year_sources(store, **PLACE, year=2025), rows)
    assert "424/QĐ-UBND" in source and "525/KH-UBND" in source and source.endswith("văn bản ngày 29/12/2022")


def test_a_change_keeps_the_word_before_the_earlier_result(store):
    rows = reads.result_change(store, **PLACE, year=2022, level="any")
    density = rows.where(short_name="Mật độ thuê bao di động")
    assert "từ khoảng 94 thuê bao/100 dân (2021)" in headlines.changes(density, 2022)
    assert "nhất" not in headlines.changes(rows, 2022), "the order is by rank of the indicator first"
    assert "424/QĐ-UBND" in headlines.year_source(reads.year_sources(store, **PLACE, year=2022), rows)
    path = reads.indicator_path(store, **PLACE, indicator_id="CQ.07")
    assert "từ khoảng 10% (2022)" in pace.note(path, "%")[1]


def test_an_empty_place_says_nothing_of_what_stands_below_and_nothing_false():
    def counts(**found):
        return Rows(["status", "targets"], list(found.items()))

    met, waiting, mixed = (headlines.nothing_to_attend(one, 2024) for one in (
        counts(met=3), counts(no_result=30), counts(met=2, no_result=5)
    ))  # fmt: skip
    assert met == ("Mọi mục tiêu năm 2024 đều đạt.", "Bảng “Tất cả 3 mục tiêu chính” nêu từng mục tiêu.")
    assert waiting[0] == "Chưa có kết quả nào để so với mục tiêu năm 2024."
    assert mixed[0] == "Mọi mục tiêu năm 2024 đã có kết quả đều đạt."
    assert not any("bên dưới" in text for text in (*met, *waiting, *mixed))


def test_words_stand_behind_a_colon_and_numbers_do_not(store):
    def headline(unit_id, indicator_id):
        about = {"province_code": "42", "unit_id": unit_id, "indicator_id": indicator_id}
        return headlines.indicator(reads.indicator_trend(store, **about), reads.indicator_path(store, **about), "Tên", "%")

    assert "huyện: đang triển khai chậm" in headline("436", "XH.20")
    assert "kết quả gần nhất: tỉnh 45% (2022); huyện 40% (2022)" in headline("42", "CQ.06")


def test_what_is_overdue_is_said_first_and_what_is_ahead_counts_from_today(store):
    about = {**PLACE, "indicator_id": "HT.02"}
    with on_day(date(2026, 11, 28)):
        text = headlines.indicator(reads.indicator_trend(store, **about), reads.indicator_path(store, **about), "4G", "%")
        assert text.startswith(
            "4G: mục tiêu năm 2023, 2025 đã quá hạn, chưa có kết quả; kết quả gần nhất: khoảng 98% (2022); cần thêm 0,49 điểm %"
        )
    with on_day(date(2023, 6, 30)):
        text = headlines.indicator(reads.indicator_trend(store, **about), reads.indicator_path(store, **about), "4G", "%")
        assert text.endswith("cần thêm 2 điểm % đến hết năm 2023") and "quá hạn" not in text


def test_the_headline_of_one_of_several_charts_says_which(store):
    rows = reads.level_comparison(store, **PLACE, year=2022).where(indicator_id="CQ.06")
    assert headlines.levels(rows, 2022, where="biểu đồ bên trái").startswith(
        f"{rows[0].short_name} (biểu đồ bên trái) năm 2022: "
    )
    assert "525/KH-UBND, Phần I.I" in formats.sources(rows), "the document of the results as well as that of the targets"


def test_the_note_of_the_gaps_tells_the_units_that_are_in_it(store):
    rows = remaining(store)
    assert headlines.gaps_note(rows).startswith("Số đậm: kết quả trừ mục tiêu, tính bằng điểm %. ")
    mixed = Rows(rows.columns, [rows[0], as_rank(rows[1], 40.0, 8.0), rows[2]._replace(unit_of_measure="người")])
    assert "tính bằng điểm %, bậc, người." in headlines.gaps_note(mixed) and formats.units(mixed) == "%, hạng, người"

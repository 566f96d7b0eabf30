"""Every kind of sentence about one indicator, against words written by hand."""

from dataclasses import dataclass, fields, replace
from datetime import date

import pytest

from components.text import times
from components.text.indicator import indicator_headlines as said
from data.vietnamese.periods import period_end
from queries import reads
from queries.clock import on_day
from queries.rows import Rows

TODAY = date(2026, 11, 28)
PLACE = {"province_code": "42", "unit_id": "42"}


@dataclass(frozen=True)
class Row:
    """A row of ``indicator_trend``: as it stands the result 45% of 2022 against 50%, near."""

    level: str = "all"
    year: int = 2022
    period: str = "N"
    unit_of_measure: str = "%"
    has_target: bool = True
    target_year: int | None = 2022
    target_op: str | None = ">="
    target_low: float | None = 50.0
    target_high: float | None = None
    required: float | None = 50.0
    lower_is_better: bool = False
    target_as_written: str | None = "50%"
    has_result: bool = True
    actual: float | None = 45.0
    actual_low: float | None = None
    actual_high: float | None = None
    actual_as_written: str | None = "45%"
    actual_qualifier: str | None = "exact"
    basis: str | None = "measured"
    to_date: float | None = None
    comparable: bool = True
    gap: float | None = -5.0
    status: str = "near"
    mark: str = "near"
    stated_status: str | None = None
    disputed: bool = False
    newest_in_year: bool = True


NAMES = (*(field.name for field in fields(Row)), "period_end")
TARGET = replace(
    Row(), has_result=False, actual=None, actual_as_written=None, basis=None, gap=None, status="no_result", mark="no_result"
)
PATH = ("level", "year", "overdue", "required", "from_year", "from_period", "from_value", "from_qualifier", "from_gap", "pace")
NO_PATH = Rows(PATH, [])


def trend(*rows):
    return Rows(NAMES, [[*(getattr(row, name) for name in NAMES[:-1]), period_end(row.year, row.period)] for row in rows])


def finding(*rows, paths=NO_PATH):
    with on_day(TODAY):
        return said.finding(trend(*rows), paths, "X")


def lead(*rows, paths=NO_PATH, unit="%"):
    with on_day(TODAY):
        return said.lead(trend(*rows), paths, unit)


QUARTER = replace(Row(), year=2026, period="Q3", has_target=False, target_year=2026, target_low=90.0, required=90.0, actual=82.0, gap=-8.0, status="not_due", mark="not_due")  # fmt: skip
LOWER = replace(Row(), lower_is_better=True, target_op="<=", target_low=None, target_high=10.0, required=10.0, actual=12.0, gap=2.0, status="missed", mark="missed")  # fmt: skip
WORDS = replace(Row(), actual=None, actual_as_written="chưa hình thành", actual_qualifier=None, basis="words", gap=None, stated_status="missed", status="missed", mark="missed")  # fmt: skip
SPAN = replace(Row(), target_op="range", target_low=20.0, target_high=30.0, required=20.0, actual=10.0, actual_qualifier="about", gap=-10.0, status="missed", mark="missed")  # fmt: skip
STATED = replace(Row(), actual=50.0, basis="stated", gap=0.0, status="met", mark="stated")
BARE = replace(Row(), has_target=False, target_year=None, target_op=None, target_low=None, required=None, target_as_written=None, gap=None, status="no_target", mark="no_target")  # fmt: skip


@pytest.mark.parametrize(
    "rows, sentence",
    [
        ([Row()], "X, năm 2022: 45%, gần đạt mục tiêu 50%, thiếu 5 điểm %"),
        ([QUARTER], "X, quý III năm 2026: 82% so với mục tiêu năm 2026 là 90%, chưa đến hạn, thiếu 8 điểm %"),
        ([replace(QUARTER, target_year=2025, status="missed", mark="missed")], "X, quý III năm 2026: 82%, chưa đạt mục tiêu năm 2025 là 90%, thiếu 8 điểm %"),
        ([replace(QUARTER, comparable=False, gap=None, status="no_result", mark="no_result")], "X, quý III năm 2026: 82%, chưa so được với mục tiêu năm 2026 là 90%"),
        ([replace(QUARTER, actual=30.0, to_date=82.0)], "X, quý III năm 2026: 30% (lũy kế từ đầu năm 82%) so với mục tiêu năm 2026 là 90%, chưa đến hạn, thiếu 8 điểm %"),
        ([LOWER], "X, năm 2022: 12%, chưa đạt mục tiêu tối đa 10%, cao hơn mức tối đa 2 điểm %"),
        ([WORDS], "X, năm 2022: “chưa hình thành”, chưa đạt theo văn bản"),
        ([SPAN], "X, năm 2022: khoảng 10%, chưa đạt mục tiêu 20–30%, thiếu 10 điểm %"),
        ([replace(Row(), actual=None, actual_low=81.0, actual_high=85.0, gap=None, status="met", mark="met")], "X, năm 2022: 81–85%, đạt mục tiêu 50%"),
        ([STATED], "X, năm 2022: văn bản nói đã hoàn thành mục tiêu 50%, không nêu số"),
        ([replace(Row(), level="commune")], "X, năm 2022: cấp xã 45%, gần đạt mục tiêu 50%, thiếu 5 điểm %"),
        ([BARE], "X, năm 2022: 45%; không văn bản nào đặt mục tiêu"),
        ([BARE, replace(TARGET, year=2030, target_year=2030, status="not_due", mark="not_due")], "X, năm 2022: 45%; mục tiêu đầu tiên là của năm 2030"),
        ([TARGET], "X: mục tiêu 2022 đã quá hạn gần 4 năm, chưa từng báo cáo kết quả"),
        ([replace(TARGET, year=2030, target_year=2030, status="not_due", mark="not_due")], "X: mục tiêu năm 2030 là 50%, chưa từng báo cáo kết quả"),
        ([replace(BARE, has_result=False, actual=None, basis=None)], "X: chưa có số liệu"),
        ([Row(), replace(TARGET, year=2023, target_year=2023)], "X: mục tiêu 2023 đã quá hạn gần 3 năm, chưa có kết quả"),
        ([Row(), replace(TARGET, year=2023), replace(TARGET, year=2025)], "X: mục tiêu 2023 và 2025 đã quá hạn, lâu nhất gần 3 năm, chưa có kết quả"),
        ([replace(Row(), level="district", actual=40.0, gap=0.0, status="met", mark="met", target_low=40.0), replace(Row(), level="commune", actual=20.0, target_low=30.0, mark="missed", status="missed")],
         "X, năm 2022: xã chưa đạt (20% / 30%), huyện đạt (40% / 40%)"),
        ([Row(level="province"), replace(Row(), level="commune"), replace(TARGET, level="commune", year=2023)], "X: mục tiêu 2023 đã quá hạn gần 3 năm, cấp xã chưa báo cáo kết quả"),
    ],
    ids=["one level", "a quarter of a running year", "a quarter beside the last target", "a part that nobody can add up", "quarters added",
         "lower is better", "words", "a target that is a span", "a result that is a span", "a claim without a number", "a named level",
         "no target", "no target yet", "overdue, never measured", "ahead, never measured", "nothing at all", "overdue", "two overdue",
         "several levels, the most urgent first", "one of two levels is late"],
)  # fmt: skip
def test_the_finding(rows, sentence):
    assert finding(*rows) == sentence


def test_the_newest_result_counts_whatever_its_period():
    assert finding(Row(), replace(QUARTER, year=2023, target_year=2022, status="near", mark="near")).startswith(
        "X, quý III năm 2023: 82%"
    )
    half = replace(Row(), period="6T", actual=30.0)
    assert finding(half, Row()).startswith("X, năm 2022: 45%")


def test_the_lead_says_the_newest_results_and_what_each_level_lacks(store):
    about = {**PLACE, "indicator_id": "CQ.06"}
    rows, paths = reads.indicator_trend(store, **about), reads.indicator_path(store, **about)
    with on_day(TODAY):
        assert said.finding(rows, paths, "Hồ sơ công việc điện tử") == (
            "Hồ sơ công việc điện tử: mục tiêu 2023 đã quá hạn gần 3 năm, chưa cấp nào báo cáo kết quả"
        )
        assert said.lead(rows, paths, "%") == (
            "Kết quả gần nhất là của năm 2022: tỉnh 45%, huyện 40%, xã 20%. So với mục tiêu 2023 (70%, 60%, 40%) còn cần 25 điểm % ở tỉnh, "
            "20 ở huyện và 20 ở xã. Văn bản xếp cấp huyện “chưa đạt”, khác với con số của chính nó. "
            "Cấp huyện kết thúc từ ngày 01/07/2025; mục tiêu đã giao cho huyện nay hỏi cơ quan của tỉnh đã giao."
        )


def test_overdue_targets_that_lack_the_same_are_said_once_and_the_pace_counts_from_today(store):
    about = {**PLACE, "indicator_id": "HT.02"}
    with on_day(TODAY):
        sentence = said.lead(reads.indicator_trend(store, **about), reads.indicator_path(store, **about), "%")
    assert sentence == (
        "Kết quả gần nhất là của năm 2022: khoảng 98%. So với mục tiêu 2023 và 2025 (100%) còn cần 2 điểm %. Cần thêm 0,49 điểm % mỗi năm đến 2030."
    )


def test_a_part_of_a_year_is_in_the_headline_and_what_was_before_it_in_the_lead(store):
    about = {**PLACE, "indicator_id": "CQ.20"}
    rows, paths = reads.indicator_trend(store, **about), reads.indicator_path(store, **about)
    with on_day(TODAY):
        assert said.finding(rows, paths, "Hồ sơ trực tuyến").startswith("Hồ sơ trực tuyến, 7 tháng đầu năm 2021: 34,9%;")
        assert said.lead(rows, paths, "%") == "Trước đó: 29,1% (2020), gần 20% (2019)."


def test_a_missed_result_before_an_overdue_target_keeps_its_verdict():
    late = replace(TARGET, year=2025, target_year=2025)
    assert lead(SPAN, late) == "Kết quả gần nhất là của năm 2022: khoảng 10%, chưa đạt mục tiêu 20–30%."


def test_why_a_part_of_a_year_is_not_judged_is_said():
    assert "chưa so với mục tiêu cả năm" in lead(replace(QUARTER, comparable=False, gap=None, status="not_due", mark="not_due"))


@pytest.mark.parametrize(
    "since, words",
    [
        (date(2023, 12, 31), "gần 3 năm"),
        (date(2024, 6, 30), "hơn 2 năm"),
        (date(2025, 12, 31), "gần 11 tháng"),
        (date(2026, 10, 31), "28 ngày"),
    ],
)
def test_how_long_ago_in_a_headline(since, words):
    assert times.long_ago(since, TODAY) == words


def test_a_name_with_an_abbreviation_is_written_out():
    @dataclass
    class Card:
        name: str
        short_name: str

    assert said.subject(Card("Hồ sơ thủ tục hành chính nộp trực tuyến", "Hồ sơ TTHC nộp trực tuyến")).startswith("Hồ sơ thủ tục")
    assert said.subject(Card("Tỷ lệ địa bàn dân cư phủ sóng 4G", "Địa bàn phủ sóng 4G")) == "Địa bàn phủ sóng 4G"

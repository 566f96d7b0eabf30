"""What the gallery says: the most urgent first, never a claim as a measured number."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from components.text.indicator import gallery_words
from components.tiles import due_chip
from queries.clock import on_day
from queries.rows import Rows


@dataclass(frozen=True)
class Figure:
    """A row of ``indicator_gallery``; as it stands: missed, 20% of 30%."""

    indicator_id: str = "CQ.06"
    pillar_name: str = "Chính quyền số"
    level: str = "commune"
    unit_of_measure: str = "%"
    year: int = 2022
    period: str = "N"
    target_year: int | None = 2022
    target_op: str | None = ">="
    target_low: float | None = 30.0
    target_high: float | None = None
    required: float | None = 30.0
    target_as_written: str | None = "30%"
    has_result: bool = True
    actual: float | None = 20.0
    actual_low: float | None = None
    actual_high: float | None = None
    actual_as_written: str | None = "20%"
    actual_qualifier: str | None = "exact"
    basis: str | None = "measured"
    as_of: date | None = date(2022, 12, 29)
    gap_share: float | None = 1 / 3
    mark: str = "missed"
    overdue: str | None = None

    def _replace(self, **changes):
        return replace(self, **changes)


FIELDS = tuple(Figure.__dataclass_fields__)


def rows(*figures):
    return Rows(FIELDS, [[getattr(figure, name) for name in FIELDS] for figure in figures])


NEVER = Figure(
    has_result=False,
    actual=None,
    actual_as_written=None,
    basis=None,
    as_of=None,
    mark="no_result",
    overdue="2022",
    gap_share=None,
)
STATED = Figure(actual=30.0, basis="stated", mark="stated", gap_share=0)
WORDS = Figure(actual=None, actual_as_written="chưa hình thành", basis="words", gap_share=None)
LATE = Figure(actual=98.0, actual_qualifier="about", required=None, target_low=None, target_year=None, target_as_written=None, mark="no_target", overdue="2023, 2025", gap_share=None)  # fmt: skip


@pytest.mark.parametrize(
    "figure, large, small, beside",
    [
        (Figure(), "20%", "cấp xã, năm 2022", "20% / 30%"),
        (Figure(level="all", period="7T", year=2021), "20%", "7 tháng đầu năm 2021", "20% / 30%"),
        (NEVER, "–", "/ 30%, năm 2022", "chưa báo cáo"),
        (STATED, "không nêu số", "nhắc lại mục tiêu 30%, cấp xã, năm 2022", "không nêu số"),
        (WORDS, "“chưa hình thành”", "cấp xã, năm 2022", "bằng lời"),
        (replace(Figure(), actual=None, actual_low=81.0, actual_high=85.0), "81–85%", "cấp xã, năm 2022", "81–85% / 30%"),
        (LATE, "khoảng 98%", "cấp xã, năm 2022", "khoảng 98%"),
    ],
)
def test_a_card_says_the_newest_figure_with_its_period(figure, large, small, beside):
    assert gallery_words.value(figure) == (large, small)
    assert gallery_words.beside(figure) == beside


def test_the_worst_level_speaks_for_an_indicator_and_overdue_years_are_named():
    good, bad = Figure(level="district", mark="met", gap_share=0.0, overdue="2023"), Figure(overdue="2023")
    assert gallery_words.worst(rows(good, bad)).level == "commune"
    assert gallery_words.foot(rows(good, bad)) == "Chưa đạt, quá hạn 2023"
    assert gallery_words.foot(rows(LATE)) == "Quá hạn 2023, 2025"
    assert gallery_words.foot(rows(STATED)) == "Đạt theo văn bản"


def test_the_headline_counts_pillars_with_missed_targets_and_overdue_targets():
    assert (
        gallery_words.headline(rows(Figure(), LATE), "Hạ tầng số")
        == "Hạ tầng số: 1 mục tiêu chưa đạt; 2 mục tiêu của 1 chỉ tiêu quá hạn chưa có số liệu"
    )
    two = rows(Figure(), replace(NEVER, pillar_name="Hạ tầng số"))
    assert (
        gallery_words.headline(two, "Tỉnh Hà Tĩnh")
        == "Một nhóm có mục tiêu chưa đạt; 1 mục tiêu của 1 chỉ tiêu quá hạn chưa có số liệu"
    )
    assert gallery_words.headline(rows(NEVER), "Tỉnh") == "Tỉnh: 1 mục tiêu của 1 chỉ tiêu quá hạn chưa có số liệu"
    assert gallery_words.headline(rows(STATED), "Tỉnh") == "Tỉnh: 1 chỉ tiêu chính, không mục tiêu nào chưa đạt hoặc quá hạn"


def test_a_pillar_counts_its_judged_targets_apart_from_what_is_only_stated():
    assert gallery_words.pillar(rows(Figure(), STATED)) == "1 chỉ tiêu chính · 1/2 mục tiêu 2022 chưa đạt, 1 không nêu số"
    assert gallery_words.pillar(rows(LATE)) == "1 chỉ tiêu chính · 2 mục tiêu quá hạn, chưa có số liệu"


def test_the_age_of_a_card_is_that_of_its_newest_figure():
    assert gallery_words.age(rows(Figure(), NEVER), date(2026, 11, 28)) == "gần 4 năm trước"
    assert gallery_words.age(rows(NEVER), date(2026, 11, 28)) == "chưa có số liệu"
    assert gallery_words.age(rows(replace(Figure(), as_of=None)), date(2026, 11, 28)) == "văn bản không ghi ngày"


@pytest.mark.parametrize(
    "due_on, state, of, said",
    [
        (date(2027, 1, 31), "due", "Q4/2026", "đến hạn 31/01/2027: Quý IV/2026"),
        (date(2026, 10, 14), "overdue", "Q3/2026", "quá hạn 45 ngày: Quý III/2026"),
        (date(2026, 10, 14), "overdue", "N/2025", "quá hạn 45 ngày: năm 2025"),
        (date(2026, 10, 14), "overdue", "T8/2026", "quá hạn 45 ngày: tháng 8/2026"),
        (date(2026, 10, 14), "overdue", "6T/2026", "quá hạn 45 ngày: 6 tháng đầu năm 2026"),
        (date(2024, 3, 31), "never_reported", "Q1/2024", "chưa từng báo cáo"),
        (None, "not_scheduled", None, ""),
    ],
)
def test_a_chip_says_when_the_next_figure_is_due_and_of_which_period(due_on, state, of, said):
    with on_day(date(2026, 11, 28)):
        assert due_chip.words(due_on, state, of) == said
        assert bool(due_chip.chip(due_on, state, of)) == bool(said)

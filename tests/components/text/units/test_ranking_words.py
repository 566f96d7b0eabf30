"""What a ranking says, from rows that anyone can check by hand."""

from dataclasses import dataclass, replace

import pytest

from components.text.units import ranking_words as words
from queries.rows import Rows


@dataclass(frozen=True)
class Row:
    """A row of ``unit_ranking``: as it stands 64% against 60%, fourth of eleven."""

    unit_id: str = "440"
    unit_name: str = "Huyện Đức Thọ"
    rank: int | None = 4
    ranked: int | None = 11
    median: float | None = 58.8
    actual: float | None = 64.0
    parts: int | None = 1
    known: int | None = 1
    reason: str | None = None
    previous_year: int | None = 2023
    previous_period: str | None = "Q2"
    change: float | None = 3.0
    rank_change: int | None = 2
    has_result: bool = True
    actual_as_written: str | None = "64%"
    basis: str | None = "measured"
    unit_of_measure: str = "%"
    target_year: int | None = 2023
    target_op: str | None = ">="
    target_low: float | None = 60.0
    target_high: float | None = None
    target_as_written: str | None = "60%"
    target_document: str | None = "525/KH-UBND"
    target_from: str | None = "province"
    required: float | None = 60.0
    gap: float | None = 4.0
    to_date: float | None = 64.0
    mark: str | None = "met"


SILENT = replace(
    Row(), rank=None, ranked=None, median=None, actual=None, has_result=False, gap=None, mark=None, basis=None, change=None
)


def rows(*several):
    columns = tuple(Row.__dataclass_fields__)
    return Rows(columns, [[getattr(row, name) for name in columns] for row in several])


def test_the_headline_counts_who_reached_the_target_and_who_is_silent():
    near = replace(Row(), mark="near", actual=58.0)
    assert words.headline(rows(Row(), near, SILENT), "district", 2023, "Q3", "then") == (
        "1 trong 2 huyện đã báo cáo đạt mục tiêu 60%, quý III năm 2023; 1 đơn vị chưa báo cáo"
    )


def test_without_a_target_it_says_the_middle_and_on_the_map_of_today_that_it_is_computed():
    bare = replace(Row(), required=None, mark="no_target")
    assert words.headline(rows(bare), "commune", 2023, "N", "then") == "1 trong 1 xã, phường có số năm 2023: 64%"
    assert "hiện nay tính lại được cho quý III năm 2024" in words.headline(rows(Row()), "commune", 2024, "Q3", "today")


def test_of_fewer_units_than_have_a_middle_it_says_their_ends_without_empty_decimals():
    def told(*numbers):
        return words._middle(Rows(("actual", "unit_of_measure", "median"), [(number, "%", None) for number in numbers]))

    assert (told(100.0), told(80.0, 69.3), told()) == (": 100%", ": từ 69,3% đến 80%", "")


def test_a_unit_is_told_its_rank_its_distance_to_target_and_middle_and_its_change():
    assert words.standing(Row(), 13) == (
        "64,00%; hạng 4 trong 11 đơn vị có số; hơn mục tiêu 60% 4 điểm %; hơn trung vị 5,2 điểm %; "
        "so với quý II năm 2023: +3 điểm %, lên 2 bậc."
    )
    assert "không xếp hạng: chỉ 4 trong 13 đơn vị có số" in words.standing(replace(Row(), rank=None, ranked=4), 13)
    assert words.standing(SILENT, 13) == "chưa báo cáo bằng số trong kỳ này, không xếp hạng."


def test_what_is_judged_by_the_year_so_far_says_so():
    row = replace(Row(), to_date=55.0, gap=-5.0)
    assert "lũy kế từ đầu năm 55,00%, kém mục tiêu 60% 5 điểm %" in words.standing(row, 13)
    assert words.judged(rows(row)) and not words.judged(rows(Row()))


def test_a_number_that_no_year_so_far_is_known_of_is_named():
    unknown = replace(Row(), unit_name="Phường Hải Ninh", to_date=None, gap=None)
    assert words.judged(rows(unknown)).endswith("Chưa xét được 1 đơn vị vì không biết số lũy kế từ đầu năm: Phường Hải Ninh.")
    assert not words.judged(rows(replace(unknown, basis="stated"))), "a claim has no number to be measured"
    many = [replace(unknown, unit_name=f"Xã {place}") for place in range(words.NAMED + 1)]
    assert words.judged(rows(*many)).endswith("Chưa xét được 9 đơn vị vì không biết số lũy kế từ đầu năm.")


@pytest.mark.parametrize(("places", "text"), [(3, "▲ 3"), (-2, "▼ 2"), (0, "="), (None, "")])
def test_places_won_and_lost(places, text):
    assert words.moved(places) == text


def test_a_target_says_whose_it_is():
    assert words.whose_target(Row()) == "Mục tiêu 60%: tỉnh giao chung cho cấp, năm 2023 (525/KH-UBND)."
    assert "của chính đơn vị" in words.whose_target(replace(Row(), target_from="own"))
    assert words.targets(rows(Row(), replace(Row(), target_from="own"))).startswith("1 đơn vị dùng mục tiêu tỉnh giao")


@dataclass(frozen=True)
class Sum:
    """A row of ``level_sum``."""

    units: int = 69
    summed: int = 61
    total: float | None = 64.2
    reason: str | None = None
    own: float | None = 68.0
    difference: float | None = 3.8


def test_the_sum_stands_beside_the_provinces_own_figure_or_says_why_there_is_none():
    assert words.sums(Sum(), "commune", "%") == "Tỉnh báo 68,00%, cộng từ 61 trong 69 xã, phường: 64,20% (chênh +3,8 điểm %)."
    refused = words.sums(replace(Sum(), total=None, reason="parts", difference=None), "commune", "%")
    assert "không tổng hợp được" in refused and "tử số và mẫu số" in refused
    assert words.sums(replace(Sum(), own=None, difference=None), "commune", "%").startswith("Tỉnh không báo số của cấp này")


def test_an_approximate_number_says_of_how_many_and_why():
    row = replace(Row(), reason="incomplete", parts=3, known=2)
    assert words.parts(row) == "2 trong 3 xã · xấp xỉ, thiếu số của xã cũ" and words.parts_short(row) == "xấp xỉ, 2 trong 3 xã"
    assert words.parts(replace(row, reason="split", actual=None)).endswith("không tổng hợp được: có xã bị chia")
    assert words.parts(Row()) == words.parts_short(Row()) == ""

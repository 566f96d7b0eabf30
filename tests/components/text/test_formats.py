"""Vietnamese numbers, targets and statuses."""

from types import SimpleNamespace

import pytest

from components.text import formats
from queries.rows import Rows


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (69.3, "69,3"),
        (1410498, "1.410.498"),
        (0, "0"),
        (-5, "−5"),
        (76.923077, "76,92"),
        (12.8, "12,8"),
        (100.0, "100"),
        (None, "–"),
        (-0.001, "0"),
        (1000, "1.000"),
    ],
)
def test_a_number_is_written_the_vietnamese_way(value, expected):
    assert formats.number(value) == expected


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (-10, "%", "−10 điểm %"),
        (3, "%", "+3 điểm %"),
        (0, "%", "0"),
        (12.5, "người", "+12,5 người"),
        (None, "%", "–"),
        (-2, "hạng", "lên 2 bậc"),
        (2, "hạng", "xuống 2 bậc"),
    ],
)
def test_a_change_carries_its_sign_and_points(value, unit, expected):
    assert formats.change(value, unit) == expected


def test_a_rank_is_a_place_and_its_distance_a_number_of_steps():
    assert formats.amount(38, "hạng") == "hạng 38" and formats.span(30, 35, "hạng") == "hạng 30–35"
    assert formats.gap(32, "hạng") == "kém 32 bậc" and formats.gap(-2, "hạng") == "hơn 2 bậc" and formats.gap(0, "hạng") == "0"
    assert formats.gap(-10, "%") == "−10 điểm %" and formats.gap(None, "hạng") == "–"


def row(**values):
    return SimpleNamespace(
        **{
            "target_op": None,
            "target_low": None,
            "target_high": None,
            "target_as_written": None,
            "unit_of_measure": "%",
            "actual": None,
            "actual_as_written": None,
            "actual_qualifier": None,
            **values,
        }
    )


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"target_op": ">=", "target_low": 50}, "50%"),
        ({"target_op": ">", "target_low": 50}, "trên 50%"),
        ({"target_op": "range", "target_low": 20, "target_high": 30}, "20–30%"),
        ({"target_op": "<=", "target_high": 5, "unit_of_measure": "ngày"}, "tối đa 5 ngày"),
        ({"target_op": "<=", "target_high": 8, "unit_of_measure": "hạng"}, "hạng 8 trở lên"),
        ({"target_op": "range", "target_low": 30, "target_high": 35, "unit_of_measure": "hạng"}, "hạng 30–35"),
        ({"target_as_written": "hoàn thành LGSP"}, "hoàn thành LGSP"),
        ({}, "–"),
    ],
)
def test_a_target_is_said_as_written(values, expected):
    assert formats.target(row(**values)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ({"actual": 98, "actual_qualifier": "about"}, "khoảng 98%"),
        ({"actual": 50, "actual_qualifier": "over"}, "trên 50%"),
        ({"actual": 45, "actual_qualifier": "exact"}, "45%"),
        ({"actual": 38, "actual_qualifier": "about", "unit_of_measure": "hạng"}, "khoảng hạng 38"),
        ({"actual_as_written": "chưa kết nối"}, "chưa kết nối"),
        ({}, "–"),
    ],
)
def test_a_result_keeps_its_qualifier_or_its_words(values, expected):
    assert formats.result(row(**values)) == expected


def test_every_status_has_a_shape_of_its_own_and_a_word():
    shapes = [shape for shape, _ in formats.STATUSES.values()]
    assert len(set(shapes)) == len(shapes) == 7
    assert formats.status("met") == "● Đạt"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            {"mark": "no_result", "has_result": True, "comparable": False, "target_year": 2023},
            "– Chưa so được với mục tiêu năm 2023",
        ),
        ({"mark": "no_result", "has_result": True, "comparable": True, "target_year": 2023}, "– Không có số để so"),
        ({"mark": "no_result", "has_result": False, "comparable": False, "target_year": 2023}, "○ Chưa có số liệu"),
        ({"mark": "met", "has_result": True, "comparable": True, "target_year": 2022}, "● Đạt"),
        ({"status": "no_result", "last_year": 2021, "actual_as_written": "45%"}, "○ Chưa có số liệu"),
    ],
    ids=["of another year", "words beside a number", "no result", "judged", "an earlier result"],
)
def test_a_result_that_its_target_cannot_judge_is_never_called_missing(row, said):
    assert formats.told_status(SimpleNamespace(**row)) == said


def test_a_claim_without_a_number_is_never_shown_as_its_target_and_a_span_keeps_both_ends():
    row = SimpleNamespace(actual=100.0, actual_as_written="100%", unit_of_measure="%", basis="stated")
    assert formats.result(row) == "không nêu số"
    span = SimpleNamespace(
        actual=None, actual_low=81.0, actual_high=85.0, actual_as_written="81-85%", unit_of_measure="%", basis="measured"
    )
    assert formats.result(span) == "81–85%"


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Tỉnh Hà Tĩnh", "tỉnh Hà Tĩnh"),
        ("Thành phố Hà Tĩnh", "thành phố Hà Tĩnh"),
        ("Thành Sen", "Thành Sen"),
        ("Quý II năm 2022", "quý II năm 2022"),
        ("9 tháng đầu năm 2022", "9 tháng đầu năm 2022"),
    ],
)
def test_inside_a_sentence_only_the_common_word_of_a_name_is_written_small(name, inside):
    assert formats.inside(name) == inside


@pytest.mark.parametrize(
    ("percent", "started_beyond", "shown"),
    [
        (50, False, "50%"),
        (57.142857, False, "57,14%"),
        (0, False, "0%"),
        (100, False, "100%"),
        (120, False, "vượt"),
        (-20, False, "lùi"),
        (-14.29, False, "lùi"),
        (None, True, "đã đạt từ đầu"),
        (None, False, "–"),
    ],
)
def test_progress_says_beyond_and_backwards_in_words(percent, started_beyond, shown):
    assert formats.progress(percent, started_beyond) == shown


def test_a_difference_that_rounds_to_nothing_is_0_and_one_that_does_not_keeps_its_sign():
    assert formats.change(-0.004, "%") == formats.gap(-0.004, "%") == "0"
    assert formats.number(-0.04, 1) == "0" and formats.number(-9.94, 1) == "−9,9" and formats.number(0) == "0"


def test_what_is_behind_or_keeps_up_is_told_like_a_status():
    rows = Rows(("mark", "has_result"), [("behind", True), ("on_pace", True), ("missed", True)])
    assert [formats.told_status(row) for row in rows] == ["◆ Chậm tiến độ", "◇ Kịp tiến độ", "■ Chưa đạt"]

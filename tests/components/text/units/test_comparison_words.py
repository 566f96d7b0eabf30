"""What a comparison of territories says, against sentences written by hand."""

from typing import NamedTuple

import pytest

from components.text.units import comparison_words
from queries.rows import Rows


class Figure(NamedTuple):
    """A row of ``comparison_facts.compared``; as it stands: 80% aimed at for 2023, no result."""

    indicator_id: str = "X"
    unit_id: str = "42"
    sharing: int = 2
    level: str = "all"
    unit_of_measure: str = "%"
    year: int = 2023
    period: str = "N"
    target_year: int | None = 2023
    target_op: str | None = ">="
    target_low: float | None = 80.0
    target_high: float | None = None
    required: float | None = 80.0
    target_as_written: str | None = "80%"
    has_result: bool = False
    actual: float | None = None
    actual_low: float | None = None
    actual_high: float | None = None
    actual_as_written: str | None = None
    actual_qualifier: str | None = None
    basis: str | None = None


NAMES = {"42": "Tỉnh Hà Tĩnh", "75": "Tỉnh Đồng Nai"}
MEASURED = {"has_result": True, "actual": 45.0, "actual_qualifier": "exact", "basis": "measured", "period": "Q3"}
STATED = {"has_result": True, "actual": 80.0, "actual_qualifier": "exact", "basis": "stated"}


def rows(*figures):
    return Rows(Figure._fields, figures)


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ([Figure(sharing=1)], "Hà Tĩnh và Đồng Nai không có chỉ tiêu chính nào chung"),
        ([Figure(), Figure(unit_id="75")], "Hà Tĩnh và Đồng Nai có 1 chỉ tiêu chung, chưa bên nào có kết quả bằng số để so sánh"),
        (
            [Figure(), Figure(unit_id="75"), *(Figure(f"Y{number}", sharing=1) for number in range(20))],
            "Hà Tĩnh và Đồng Nai chỉ có 1 chỉ tiêu chung, chưa bên nào có kết quả bằng số để so sánh",
        ),
        (
            [Figure(**MEASURED), Figure(unit_id="75")],
            "Hà Tĩnh và Đồng Nai có 1 chỉ tiêu chung, chưa chỉ tiêu nào có kết quả bằng số ở cả hai bên",
        ),
        (
            [Figure(**MEASURED), Figure(unit_id="75", **STATED)],  # a claim without a number of its own is no number
            "Hà Tĩnh và Đồng Nai có 1 chỉ tiêu chung, chưa chỉ tiêu nào có kết quả bằng số ở cả hai bên",
        ),
        (
            [Figure(**MEASURED), Figure(unit_id="75", **MEASURED)],
            "Hà Tĩnh và Đồng Nai có 1 chỉ tiêu chung, 1 chỉ tiêu có kết quả bằng số ở cả hai bên",
        ),
    ],
)
def test_the_headline_says_how_much_can_be_compared(figures, sentence):
    assert comparison_words.headline(rows(*figures), NAMES) == sentence


def test_three_units_share_what_two_of_them_have():
    figures = rows(Figure(), Figure(unit_id="75"))
    assert comparison_words.headline(figures, {**NAMES, "440": "Huyện Đức Thọ"}) == (
        "Hà Tĩnh, Đồng Nai và huyện Đức Thọ có 1 chỉ tiêu chung có ở ít nhất hai nơi, chưa nơi nào có kết quả bằng số để so sánh"
    )


def test_what_only_one_has_is_counted_by_indicator_not_by_level():
    figures = rows(Figure(sharing=1), Figure(sharing=1, level="commune"), Figure("Y", "75", 1))
    assert comparison_words.rest(figures, NAMES, 4) == (
        "Các chỉ tiêu còn lại mỗi nơi một cách tính: 1 chỉ tiêu chính chỉ có ở Hà Tĩnh, 1 chỉ có ở Đồng Nai. "
        "4 cặp tên gần giống dưới đây không được đặt cạnh nhau như một."
    )
    assert comparison_words.rest(rows(Figure()), NAMES, 0) == ""


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (Figure(), "mục tiêu 80% (năm 2023)"),
        (Figure(**MEASURED), "kết quả 45% (quý III năm 2023)"),
        (Figure(**STATED), "kết quả không nêu số (năm 2023)"),
        (Figure(required=None, target_low=None, target_as_written="Hình thành kho"), "mục tiêu “Hình thành kho” (năm 2023)"),
        (
            Figure(has_result=True, basis="words", actual_as_written="chưa sẵn sàng", year=2021),
            "kết quả “chưa sẵn sàng” (năm 2021)",
        ),
        (Figure(has_result=True, basis="measured", actual_low=81.0, actual_high=85.0), "kết quả 81–85% (năm 2023)"),
    ],
)
def test_a_figure_is_said_with_its_own_period(figure, said):
    assert comparison_words.figure(figure) == said


class Pair(NamedTuple):
    """A row of ``comparison_facts.near``."""

    indicator_name: str = "Hồ sơ A"
    numerator: str | None = "hồ sơ"
    denominator: str | None = "mọi hồ sơ"
    unit_of_measure: str = "%"
    note: str | None = None
    other_name: str = "Hồ sơ B"
    other_numerator: str | None = "hồ sơ"
    other_denominator: str | None = "mọi hồ sơ"
    other_unit_of_measure: str = "%"
    other_note: str | None = None


@pytest.mark.parametrize(
    ("pair", "difference"),
    [
        (Pair(other_unit_of_measure="hồ sơ"), "khác đơn vị tính"),
        (Pair(other_denominator="hồ sơ trong danh mục"), "khác mẫu số"),
        (Pair(other_numerator="hồ sơ đã nhận"), "khác tử số"),
        (Pair(other_denominator="Mọi hồ sơ"), "khác định nghĩa"),
    ],
)
def test_the_difference_is_the_catalogues(pair, difference):
    assert comparison_words.difference(pair) == difference


def test_the_reason_is_the_sentence_of_the_note_that_names_the_other():
    note = "Đếm năm 2022. Khác “Hồ sơ A” của Hà Tĩnh: ở đó đếm cả Phần V.3 trở đi. Không xét hộ."
    assert comparison_words.why(Pair(other_note=note)) == "Khác “Hồ sơ A” của Hà Tĩnh: ở đó đếm cả Phần V.3 trở đi."
    assert comparison_words.why(Pair(note="Khác “Hồ sơ B”.")) == "Khác “Hồ sơ B”."
    assert comparison_words.why(Pair(note="Khác “Hồ sơ”.")) == "Danh mục để riêng, không ghi lý do."

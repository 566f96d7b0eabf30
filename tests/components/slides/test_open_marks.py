"""What is contradicted or doubted is told on every slide that shows the figure."""

import pytest

from components.slides.content import kinds
from components.slides.content.context import SlideContext
from components.slides.content.open_marks import sentence, usual
from queries.rows import Rows


@pytest.fixture(scope="module")
def seed(new_seed_store):
    return new_seed_store()


MARK = ("unit_id", "indicator_id", "level", "year", "period", "check_name", "severity", "is_open", "finding_id")


def marks(*changes):
    told = dict(zip(MARK, ("440", "CQ.06", "district", 2022, "N", "jumped", "warning", True, "F"), strict=True))
    return Rows(MARK, [tuple((told | change).values()) for change in changes or ({},)])


def answer(columns, *rows):
    return [("read", Rows(columns, rows))]


RANKING = ("unit_id", "unit_name", "has_result")
PROFILE = ("indicator_id", "short_name", "level", "year", "period", "has_result")


def test_units_in_order_are_named_by_the_unit_and_take_the_rest_from_the_choice():
    answers = answer(RANKING, ("440", "Huyện Đức Thọ", True), ("436", "Thành phố Hà Tĩnh", True))
    chosen = usual({"chi_tieu": "CQ.06", "cap": "district", "nam": 2022, "ky": "N"}, "42")
    assert sentence(marks(), answers, chosen) == "⚑ Mâu thuẫn chưa xử lý: Huyện Đức Thọ."
    assert sentence(marks({"year": 2023}), answers, chosen) == ""
    assert sentence(marks({"is_open": False}), answers, chosen) == ""


def test_a_unit_sheet_names_its_indicators_and_says_what_is_only_doubted():
    answers = answer(
        PROFILE, ("CQ.06", "Hồ sơ điện tử", "district", 2022, "N", True), ("CQ.07", "Khác", "district", 2022, "N", True)
    )
    doubt = {"check_name": "doubted", "indicator_id": "CQ.07", "finding_id": "doubt-1"}
    said = sentence(marks({}, doubt), answers, usual({"don_vi": "440"}, "42"))
    assert said == "⚑ Mâu thuẫn chưa xử lý: Hồ sơ điện tử (cấp huyện); bị báo sai, chưa trả lời: Khác (cấp huyện)."


def test_many_are_named_by_the_first_three_and_counted():
    rows = [(str(number), f"Xã {number}", True) for number in range(6)]
    found = marks(*({"unit_id": str(number), "finding_id": str(number)} for number in range(6)))
    chosen = usual({"chi_tieu": "CQ.06", "cap": "district", "nam": 2022}, "42")
    assert sentence(found, answer(RANKING, *rows), chosen) == "⚑ Mâu thuẫn chưa xử lý: Xã 0, Xã 1, Xã 2 và 3 chỗ khác."


def test_what_shows_no_figure_says_nothing():
    assert sentence(marks(), answer(("unit_id", "unit_name"), ("440", "Huyện Đức Thọ")), usual({}, "440")) == ""


@pytest.mark.parametrize(("kind", "words"), [("tasks", "Phụ lục"), ("budget", "Phần II.IV.1, bảng")])
def test_slides_of_tasks_and_money_tell_which_sums_do_not_agree(seed, kind, words):
    context = SlideContext(ask=lambda read, **params: read(seed, **params))
    document = {"tasks": "525/KH-UBND", "budget": "424/QĐ-UBND"}[kind]
    [slide] = kinds.make(context, kind, {"dia_ban": "42", "van_ban": document})
    assert f"⚑ Mâu thuẫn chưa xử lý: {words}" in slide.note


def test_the_sheet_of_a_target_that_a_document_judges_otherwise_says_so(seed):
    context = SlideContext(ask=lambda read, **params: read(seed, **params))
    [sheet, *_] = kinds.make(context, "why", {"dia_ban": "42", "chi_tieu": "CQ.06"})
    assert "⚑ Mâu thuẫn chưa xử lý: cấp" in sheet.note

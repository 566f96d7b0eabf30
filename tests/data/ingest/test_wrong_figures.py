"""Figures that look right and are wrong: each is stopped, asked about or to be confirmed; and right ones beside them that pass."""

from __future__ import annotations

from decimal import Decimal

import pytest

from data.ingest.parsing.lookups import Catalogue
from data.ingest.rows.figures import typed
from tests.data.ingest.sample_files import book, codes_and_places, figures, judged, lines, read, unresolved

PEOPLE = {"ma_chi_tieu": "NL.09", "cap": "chung"}  # counted in people


def staged(store, data, answers=None):
    """The typed rows of a file, as lists by column."""
    answers = answers or {}
    table = read(data, answers)
    sheet, _ = store.inside(lambda cursor: typed(table, Catalogue(cursor), answers, lambda *unit: True, ""))
    return sheet.to_pydict()


def only(store, row, answers=None):
    """The one finding about a row that keeps it out or waits for an answer."""
    (found,) = [finding for finding in judged(store, figures(row), answers) if finding.severity in ("stop", "ask")]
    return found


# words that are not the indicator's unit


@pytest.mark.parametrize("words", ["2 lần", "50 hồ sơ", "5 điểm", "3 bậc", "120 người", "tối thiểu 2 lần", "50 hồ sơ trở lên"])
@pytest.mark.parametrize("column", ["chi_tieu", "ket_qua"])
def test_a_share_takes_no_number_of_something_else(store, words, column):
    if column == "ket_qua" and not words[0].isdigit():
        return
    found = only(store, {column: words, "nam": "2026", "so_lieu_den_ngay": "01/11/2026"})
    assert (found.code, found.proposal) == ("unit_differs", {})
    assert "tính bằng %" in found.text()


@pytest.mark.parametrize("words", ["500 hồ sơ", "80%", "3 lần", "20 điểm", "1,5 triệu", "500 tổ chức"])
@pytest.mark.parametrize("column", ["chi_tieu", "ket_qua"])
def test_a_count_takes_no_number_of_something_else(store, words, column):
    found = only(store, {**PEOPLE, column: words, "nam": "2023"}) if words != "1,5 triệu" or column == "chi_tieu" else None
    if found:
        assert (found.code, found.proposal) == ("unit_differs", {})
        assert "tính bằng người" in found.text()


@pytest.mark.parametrize("words", ["500 người", "500 NGƯỜI", "500 nguoi", "500người", "500 người."])
def test_the_own_unit_of_an_indicator_may_stand_behind_its_number(store, words):
    rows = staged(store, figures({**PEOPLE, "chi_tieu": words, "ket_qua": words}))
    assert (rows["low"], rows["value"], rows["target_text"], rows["result_text"]) == ([500], [500], ["500"], ["500"])


@pytest.mark.parametrize(
    ("code", "words", "value"),
    [
        ("CQ.06", "72 phần trăm", 72),
        ("CQ.06", "72,5 %", Decimal("72.5")),
        ("KT.09", "150 tỷ đồng", 150),
        ("KT.09", "150 tỉ", 150),
    ],
)
def test_a_unit_may_be_spelt_as_people_spell_it(store, code, words, value):
    level = "tinh" if code == "CQ.06" else "chung"
    rows = staged(store, figures({"ma_chi_tieu": code, "cap": level, "ket_qua": words, "chi_tieu": words}))
    assert (rows["value"], rows["low"]) == ([value], [value])


def test_a_unit_that_is_said_more_closely_is_proposed_as_its_number(store):
    assert only(store, {**PEOPLE, "ket_qua": "500 người dân"}).proposal == {"ket_qua": "500"}


# estimates in words


@pytest.mark.parametrize(
    ("words", "value", "word"),
    [
        ("ước đạt 72%", "72", "uoc"), ("ước 72", "72", "uoc"), ("khoảng 60", "60", "khoang"), ("~70", "70", "khoang"), ("~ 70%", "70", "khoang"),
        ("85,5 (ước)", "85,5", "uoc"), ("85,5% (ước tính)", "85,5", "uoc"), ("85,5 ước", "85,5", "uoc"), ("gần 99%", "99", "gan"), ("trên 80%", "80", "tren"),
        ("hơn 80%", "80", "tren"), ("đạt trên 80%", "80", "tren"), ("dự kiến 72%", "72", "uoc"), ("tạm tính 72,4%", "72,4", "uoc"), ("ước đạt gần 72%", "72", "uoc"),
        ("xấp xỉ 0,5%", "0,5%", "khoang"), ("khoảng 60 phần trăm", "60", "khoang"),
    ],
)  # fmt: skip
def test_an_estimate_in_words_is_proposed_with_what_its_words_say_and_never_as_an_exact_number(store, words, value, word):
    found = only(store, {"ket_qua": words})
    assert (found.code, found.proposal) == ("estimate_in_words", {"ket_qua": value, "dinh_tinh": word})
    mended = staged(store, figures({**found.proposal}))
    assert mended["qualifier"] != ["exact"] and mended["qualifier"][0] and mended["value"][0] is not None
    assert unresolved(judged(store, figures({**found.proposal}))) == []


def test_an_estimate_is_proposed_the_way_the_file_writes_numbers(store):
    found = judged(store, figures({"ket_qua": "69.3"}, {"ket_qua": "ước 72.5", "nam": "2022"}))
    assert [finding.proposal for finding in found if finding.code == "estimate_in_words"] == [
        {"ket_qua": "72.5", "dinh_tinh": "uoc"}
    ]


def test_a_number_that_lies_below_one_that_is_said_is_not_proposed(store):
    assert (only(store, {"ket_qua": "dưới 10%"}).code, only(store, {"ket_qua": "dưới 10%"}).proposal) == ("not_a_number", {})


# footnotes


@pytest.mark.parametrize(
    ("written", "value", "mark"),
    [("85¹", "85", "(1)"), ("85¹²", "85", "(12)"), ("85*", "85", "*"), ("85(1)", "85", "(1)"), ("85,5% (a)", "85,5%", "(a)"), ("85%**", "85%", "**"), ("85 [2]", "85", "[2]")],
)  # fmt: skip
@pytest.mark.parametrize("column", ["chi_tieu", "ket_qua"])
def test_the_mark_of_a_footnote_is_no_digit_and_is_kept_as_a_note(store, written, value, mark, column):
    row = {column: written, "nam": "2026", "ky": "Q1"}
    found = only(store, row)
    assert (found.code, found.proposal) == ("number_footnote", {column: value, "ghi_chu": f"Có chú thích {mark}"})
    assert unresolved(judged(store, figures({**row, **found.proposal}))) == []


def test_the_mark_of_a_footnote_stands_behind_what_the_note_says(store):
    rows = [{"ket_qua": "85¹", "ghi_chu": "Số liệu tháng 9"}, {"ket_qua": "85¹", "nam": "2022", "ghi_chu": ""}]
    found = [finding for finding in judged(store, figures(*rows)) if finding.code == "number_footnote"]
    notes = {tuple(finding.rows): finding.proposal["ghi_chu"] for finding in found}
    assert notes == {(2,): "Số liệu tháng 9; Có chú thích (1)", (3,): "Có chú thích (1)"}


# a month or a fraction


def test_a_fraction_that_is_a_month_as_well_is_asked_about(store):
    found = only(store, {"ket_qua": "9/2026"})
    assert (found.code, found.severity) == ("fraction_or_month", "ask")
    assert found.question.key == "fraction_or_month:ket_qua" and set(found.question.options) == {"fraction", "month"}
    assert "0,4442%" in found.text() and "tháng 9 năm 2026" in found.text()
    taken = {"fraction_or_month:ket_qua": "fraction"}
    assert staged(store, figures({"ket_qua": "9/2026"}), taken)["numerator"] == [9]
    assert only(store, {"ket_qua": "9/2026"}, {"fraction_or_month:ket_qua": "month"}).code == "fraction_or_month"


@pytest.mark.parametrize("fraction", ["9/16", "12/12", "13/2026", "150/2026"])
def test_other_fractions_are_not_asked_about(store, fraction):
    assert unresolved(judged(store, figures({"ket_qua": fraction}))) == []


# signs and digits that say nothing else


@pytest.mark.parametrize("dash", ["-", "–", "—", " - "])
def test_a_dash_is_a_blank(store, dash):
    rows = [{"ket_qua": "69,3", "chi_tieu": dash, "so_lieu_den_ngay": dash, "tu_so": dash, "ghi_chu": dash}]
    assert codes_and_places(judged(store, figures(*rows))) == []
    assert staged(store, figures(*rows))["has_target"] == [False]
    both = figures({"ket_qua": dash, "chi_tieu": dash})
    assert [finding.code for finding in judged(store, both)] == ["blank_form_rows"]
    assert unresolved(judged(store, book(lines({"ket_qua": 69.3, "chi_tieu": dash})))) == []


def test_a_dash_over_a_number_of_the_store_is_said_as_a_blank_is(store):
    rows = [{"nam": "2022", "nguon": "525/KH-UBND", "ket_qua": "-"}, {"nam": "2023", "ket_qua": "69,3"}]
    assert [finding.code for finding in judged(store, figures(*rows))] == ["blank_form_rows", "blank_over_value"]


@pytest.mark.parametrize(("written", "value"), [("６９，３", "69.3"), ("６９．３％", "69.3"), ("5０", "50")])
def test_wide_digits_are_digits(store, written, value):
    rows = staged(store, figures({"ket_qua": written, "nam": "２０２３", "don_vi": "４２"}))
    assert (rows["value"], rows["year"], rows["unit_id"][0] is not None) == ([Decimal(value)], [2023], True)

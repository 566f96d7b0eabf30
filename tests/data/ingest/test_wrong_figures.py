"""Figures that look right and are wrong: each is stopped, asked about or to be confirmed; and right ones beside them that pass."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from data.ingest.parsing.lookups import Catalogue
from data.ingest.rows.figures import typed
from tests.data.ingest.sample_files import book, codes_and_places, figures, judged, lines, of_documents, read, text, unresolved

PEOPLE = {"ma_chi_tieu": "NL.09", "cap": "chung"}  # counted in people


def staged(store, data, answers=None):
    """The typed rows of a file, as lists by column."""
    answers = answers or {}
    table = read(data, answers)
    sheet, _ = store.inside(lambda cursor: typed(table, Catalogue(cursor), answers, lambda *unit: True, ""))
    return sheet.to_pydict()


def only_of_each(store, rows):
    """The one finding about each row of a file that keeps it out or waits for an answer."""
    found = [finding for finding in judged(store, of_documents(rows)) if finding.severity in ("stop", "ask")]
    assert sorted(number for finding in found for number in finding.rows) == list(range(2, len(rows) + 2))
    return [next(finding for finding in found if number in finding.rows) for number in range(2, len(rows) + 2)]


def only(store, row, answers=None):
    """The one finding about a row that keeps it out or waits for an answer."""
    (found,) = [finding for finding in judged(store, figures(row), answers) if finding.severity in ("stop", "ask")]
    return found


# bounds are judged before anything is rounded


def test_what_lies_beyond_a_bound_by_less_than_the_store_keeps_is_refused_all_the_same(store):
    expected = [
        ({"ket_qua": "100,00001%"}, "share_out_of_range"),
        ({"ket_qua": "100,00001"}, "share_out_of_range"),
        ({"ket_qua": "-0,00001%"}, "share_out_of_range"),
        ({"chi_tieu": "100,00001%"}, "share_out_of_range"),
        ({"chi_tieu": "90-100,00001%"}, "share_out_of_range"),
        ({"chi_tieu": "tối đa -0,00001%"}, "share_out_of_range"),
        ({"tu_so": "17,00001", "mau_so": "17"}, "fraction_above_whole"),
        ({**PEOPLE, "ket_qua": "-0,00001"}, "negative"),
        ({**PEOPLE, "chi_tieu": "-0,00001"}, "negative"),
    ]
    found = only_of_each(store, [row for row, _ in expected])
    assert [finding.code for finding in found] == [code for _, code in expected]


def test_a_number_of_a_workbook_is_held_against_the_bounds_as_exactly(store):
    for cell, formats in ((100.00001, {}), (1.0000001, {"G2": "0%"})):
        found = [
            finding.code
            for finding in judged(store, book(lines({"ket_qua": cell}), formats=formats))
            if finding.severity == "stop"
        ]
        assert found == ["share_out_of_range"]
    assert unresolved(judged(store, book(lines({"ket_qua": 0.1 + 0.2 + 0.7}), formats={"G2": "0%"}))) == []


def test_a_count_that_is_nearly_whole_is_to_be_confirmed_as_any_other_fraction(store):
    assert "count_with_fraction" in {finding.code for finding in judged(store, figures({**PEOPLE, "ket_qua": "500,00001"}))}


@pytest.mark.parametrize(
    ("written", "kept"),
    [("99,99999%", "99.9999"), ("69,30004", "69.3"), ("69,99999", "69.9999"), ("0,00001%", "0.0001"), ("0,00000", "0")],
)
def test_rounding_makes_no_whole_number_of_what_is_none(store, written, kept):
    assert staged(store, figures({"ket_qua": written}))["value"] == [Decimal(kept)]


def test_a_share_of_one_keeps_the_decimals_that_it_has_as_a_percentage(store):
    answers = {"share_as_fraction:ket_qua": "share", "share_as_fraction:chi_tieu": "share"}
    rows = staged(store, figures({"ket_qua": "0,693125", "chi_tieu": "0,999999"}), answers)
    assert (rows["value"], rows["low"]) == ([Decimal("69.3125")], [Decimal("99.9999")])


@pytest.mark.parametrize("column", ["chi_tieu", "ket_qua"])
def test_two_percent_signs_are_no_number(store, column):
    rows = [
        {column: written, "nam": "2026", "so_lieu_den_ngay": "01/11/2026"}
        for written in ("50%%", "50 % %", "50% phần trăm", "0,5%%")
    ]
    assert [finding.severity for finding in only_of_each(store, rows)] == ["stop"] * 4


@pytest.mark.parametrize("column", ["chi_tieu", "ket_qua"])
def test_slips_of_the_hand_have_a_sentence_each(store, column):
    slips = [
        ("½", "fraction_sign", "1/2", "viết bằng ký hiệu phân số"),
        ("7½", "fraction_sign", "7,5", "viết bằng ký hiệu phân số"),
        ("7½ %", "fraction_sign", "7,5%", "viết bằng ký hiệu phân số"),
        ("7O", "letter_for_digit", "70", "có chữ cái O ở chỗ của chữ số"),
        ("7O,l%", "letter_for_digit", "70,1%", "có chữ cái O, l ở chỗ của chữ số"),
        ("10/5/2026", "number_is_day", None, "là một ngày, không phải một con số"),
        ("2026-05-10", "number_is_day", None, "là một ngày, không phải một con số"),
    ]
    rows = [{column: written, "nam": "2026", "so_lieu_den_ngay": "01/11/2026"} for written, *_ in slips]
    for found, (_, code, proposal, said) in zip(only_of_each(store, rows), slips, strict=True):
        assert (found.code, found.proposal.get(column)) == (code, proposal) and said in found.text()


# words that are not the indicator's unit


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("chi_tieu", ["2 lần", "50 hồ sơ", "5 điểm", "3 bậc", "120 người", "tối thiểu 2 lần", "50 hồ sơ trở lên"]),
        ("ket_qua", ["2 lần", "50 hồ sơ", "5 điểm", "3 bậc", "120 người", "50 hồ sơ trở lên"]),
    ],
)
def test_a_share_takes_no_number_of_something_else(store, column, words):
    for found in only_of_each(store, [{column: each, "nam": "2026", "so_lieu_den_ngay": "01/11/2026"} for each in words]):
        assert (found.code, found.proposal) == ("unit_differs", {})
        assert "tính bằng %" in found.text()


@pytest.mark.parametrize(
    ("column", "words"),
    [
        ("chi_tieu", ["500 hồ sơ", "80%", "3 lần", "20 điểm", "1,5 triệu", "500 tổ chức"]),
        ("ket_qua", ["500 hồ sơ", "80%", "3 lần", "20 điểm", "500 tổ chức"]),
    ],
)
def test_a_count_takes_no_number_of_something_else(store, column, words):
    for found in only_of_each(store, [{**PEOPLE, column: each, "nam": "2023"} for each in words]):
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


def test_an_estimate_in_words_is_proposed_with_what_its_words_say_and_never_as_an_exact_number(store):
    estimates = [
        ("ước đạt 72%", "72", "uoc"), ("ước 72", "72", "uoc"), ("khoảng 60", "60", "khoang"), ("~70", "70", "khoang"), ("~ 70%", "70", "khoang"),
        ("85,5 (ước)", "85,5", "uoc"), ("85,5% (ước tính)", "85,5", "uoc"), ("85,5 ước", "85,5", "uoc"), ("gần 99%", "99", "gan"), ("trên 80%", "80", "tren"),
        ("hơn 80%", "80", "tren"), ("đạt trên 80%", "80", "tren"), ("dự kiến 72%", "72", "uoc"), ("tạm tính 72,4%", "72,4", "uoc"), ("ước đạt gần 72%", "72", "uoc"),
        ("xấp xỉ 0,5%", "0,5%", "khoang"), ("khoảng 60 phần trăm", "60", "khoang"),
    ]  # fmt: skip
    found = only_of_each(store, [{"ket_qua": words} for words, *_ in estimates])
    assert [(finding.code, finding.proposal) for finding in found] == [
        ("estimate_in_words", {"ket_qua": value, "dinh_tinh": word}) for _, value, word in estimates
    ]
    mended = of_documents([finding.proposal for finding in found])
    rows = staged(store, mended)
    assert len(rows["qualifier"]) == len(estimates) and all(rows["qualifier"]) and "exact" not in rows["qualifier"]
    assert None not in rows["value"] and unresolved(judged(store, mended)) == []


@pytest.mark.parametrize(
    ("words", "code", "value"),
    [("85,5 (ước)", "estimate_in_words", "85,5"), ("xấp xỉ 0,5%", "estimate_in_words", "0,5%"), ("7½", "fraction_sign", "7,5"), ("85,5% (a)", "number_footnote", "85,5%"), ("7O,l%", "letter_for_digit", "70,1%")],
)  # fmt: skip
def test_a_slip_that_stands_alone_in_its_file_is_read_as_among_others(store, words, code, value):
    found = only(store, {"ket_qua": words})
    assert (found.code, found.proposal["ket_qua"]) == (code, value)


@pytest.mark.parametrize(("written", "code"), [("Quý III/2023", "Q3"), ("9 tháng đầu năm 2023", "9T")])
def test_a_period_that_stands_alone_in_its_file_is_read_as_among_others(store, written, code):
    data = figures({"ket_qua": "69,3", "ky": written})
    assert codes_and_places(judged(store, data)) == [] and staged(store, data)["period"] == [code]


def test_an_estimate_is_proposed_the_way_the_file_writes_numbers(store):
    found = judged(store, figures({"ket_qua": "69.3"}, {"ket_qua": "ước 72.5", "nam": "2022"}))
    assert [finding.proposal for finding in found if finding.code == "estimate_in_words"] == [
        {"ket_qua": "72.5", "dinh_tinh": "uoc"}
    ]


def test_a_number_that_lies_below_one_that_is_said_is_not_proposed(store):
    assert (only(store, {"ket_qua": "dưới 10%"}).code, only(store, {"ket_qua": "dưới 10%"}).proposal) == ("not_a_number", {})


# footnotes


@pytest.mark.parametrize("column", ["chi_tieu", "ket_qua"])
def test_the_mark_of_a_footnote_is_no_digit_and_is_kept_as_a_note(store, column):
    marked = [
        ("85¹", "85", "(1)"), ("85¹²", "85", "(12)"), ("85*", "85", "*"), ("85(1)", "85", "(1)"), ("85,5% (a)", "85,5%", "(a)"), ("85%**", "85%", "**"), ("85 [2]", "85", "[2]"),
    ]  # fmt: skip
    rows = [{column: written, "nam": "2026", "ky": "Q1"} for written, *_ in marked]
    found = only_of_each(store, rows)
    assert [(finding.code, finding.proposal) for finding in found] == [
        ("number_footnote", {column: value, "ghi_chu": f"Có chú thích {mark}"}) for _, value, mark in marked
    ]
    mended = [row | finding.proposal for row, finding in zip(rows, found, strict=True)]
    assert unresolved(judged(store, of_documents(mended))) == []


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


def test_a_fraction_of_a_count_is_refused_with_its_numerator_proposed(store):
    found = only(store, {**PEOPLE, "ket_qua": "21/21"})
    assert (found.code, found.proposal) == ("fraction_of_count", {"ket_qua": "21"})


def test_a_fraction_with_its_share_behind_it_is_proposed_as_the_fraction(store):
    found = only(store, {"ket_qua": "48/48 (100%)"})
    assert (found.code, found.proposal) == ("number_in_words", {"ket_qua": "48/48"})


def test_a_number_that_is_written_another_way_than_its_column_is_proposed_in_the_way_of_the_others(store):
    data = figures({"ket_qua": "69,3"}, {"ket_qua": "70,5%", "nam": "2022"}, {"ket_qua": "71.5%", "nam": "2021"})
    (found,) = [finding for finding in judged(store, data) if finding.severity == "stop"]
    assert (found.code, found.proposal) == ("number_style", {"ket_qua": "71,5%"})


def test_other_fractions_are_not_asked_about(store):
    assert (
        unresolved(judged(store, of_documents([{"ket_qua": fraction} for fraction in ("9/16", "12/12", "13/2026", "150/2026")])))
        == []
    )


# signs and digits that say nothing else


def test_a_dash_is_a_blank(store):
    dashes = {"2020": "-", "2021": "–", "2022": "—", "2023": " - "}
    beside = [
        {"nam": year, "ket_qua": "69,3", "chi_tieu": dash, "so_lieu_den_ngay": dash, "tu_so": dash, "ghi_chu": dash}
        for year, dash in dashes.items()
    ]
    assert codes_and_places(judged(store, figures(*beside))) == []
    assert staged(store, figures(*beside))["has_target"] == [False] * 4
    both = figures(*({"nam": year, "ket_qua": dash, "chi_tieu": dash} for year, dash in dashes.items()))
    assert [(finding.code, finding.args["rows"]) for finding in judged(store, both)] == [("blank_form_rows", "2, 3, 4, 5")]
    in_a_workbook = [{"nam": year, "ket_qua": 69.3, "chi_tieu": dash} for year, dash in dashes.items()]
    assert unresolved(judged(store, book(lines(*in_a_workbook)))) == []


def test_a_dash_over_a_number_of_the_store_is_said_as_a_blank_is(store):
    rows = [{"nam": "2022", "nguon": "525/KH-UBND", "ket_qua": "-"}, {"nam": "2023", "ket_qua": "69,3"}]
    assert [finding.code for finding in judged(store, figures(*rows))] == ["blank_form_rows", "blank_over_value"]


@pytest.mark.parametrize(("written", "value"), [("６９，３", "69.3"), ("６９．３％", "69.3"), ("5０", "50")])
def test_wide_digits_are_digits(store, written, value):
    rows = staged(store, figures({"ket_qua": written, "nam": "２０２３", "don_vi": "４２"}))
    assert (rows["value"], rows["year"], rows["unit_id"][0] is not None) == ([Decimal(value)], [2023], True)


# what Excel made of a source


@pytest.mark.parametrize(
    ("cell", "number_format", "code", "typed_text", "proposal"),
    [
        (123, "General", "source_number", "123", {"nguon": "123"}),
        (date(2026, 10, 5), "dd/mm/yyyy", "source_day", "05/10", {"nguon": "05/10"}),
        (0.5, "0%", "source_percent", "50%", {}),
    ],
)
def test_a_source_that_a_workbook_keeps_as_a_number_a_day_or_a_percentage_is_asked_about(
    store, cell, number_format, code, typed_text, proposal
):
    data = book(lines({"ket_qua": 69.3, "nguon": cell}), formats={"H2": number_format})
    (found,) = [finding for finding in judged(store, data) if finding.severity == "ask"]
    assert (found.code, tuple(found.rows), found.letter, found.proposal) == (code, (2,), "H", proposal)
    assert found.question.key == f"{code}:nguon" and typed_text in found.text()
    assert staged(store, data)["document"] == [None] and staged(store, data)["sound"] == [False]
    answers = {found.question.key: "text"}
    assert staged(store, data, answers)["document"] == [typed_text]
    assert [finding.code for finding in judged(store, data, answers)] == ["document_unknown"]
    assert unresolved(judged(store, data, {found.question.key: "no"})) == [(code, (2,), "H")]


# the order of day and month


def test_days_of_an_english_file_that_may_be_read_in_two_ways_are_asked_about(store):
    rows = [{"ket_qua": "69.3", "so_lieu_den_ngay": "10/5/2023"}, {"ket_qua": "70", "so_lieu_den_ngay": "10/6/2023", "ky": "Q3"}]
    found = judged(store, figures(*rows))
    assert unresolved(found) == [("day_order", (2,), "I"), ("day_order", (3,), "I")]
    (first, _) = [finding for finding in found if finding.code == "day_order"]
    assert "ngày 10 tháng 5 năm 2023" in first.text() and "ngày 5 tháng 10 năm 2023" in first.text()
    assert first.question.key == "day_order:so_lieu_den_ngay" and set(first.question.options) == {"dmy", "mdy"}
    assert staged(store, figures(*rows), {first.question.key: "mdy"})["as_of"] == [date(2023, 10, 5), date(2023, 10, 6)]
    assert staged(store, figures(*rows), {first.question.key: "dmy"})["as_of"] == [date(2023, 5, 10), date(2023, 6, 10)]


def test_a_day_that_can_only_be_english_has_the_others_asked_about_and_one_that_cannot_be_leaves_them_alone(store):
    english = [
        {"ket_qua": "69,3", "so_lieu_den_ngay": "10/25/2023"},
        {"ket_qua": "70", "so_lieu_den_ngay": "10/6/2023", "ky": "Q3"},
    ]
    assert [code for code, *_ in unresolved(judged(store, figures(*english)))] == ["day_order", "day_order"]
    answers = {"day_order:so_lieu_den_ngay": "mdy"}
    assert staged(store, figures(*english), answers)["as_of"] == [date(2023, 10, 25), date(2023, 10, 6)]
    settled = [
        {"ket_qua": "69.3", "so_lieu_den_ngay": "25/10/2023"},
        {"ket_qua": "70", "so_lieu_den_ngay": "10/9/2023", "ky": "Q3"},
    ]
    assert staged(store, figures(*settled))["as_of"] == [date(2023, 10, 25), date(2023, 9, 10)]
    same = [{"ket_qua": "69.3", "so_lieu_den_ngay": "6/6/2023"}, {"ket_qua": "70", "so_lieu_den_ngay": "2023-06-10", "ky": "Q2"}]
    assert unresolved(judged(store, figures(*same))) == []
    assert unresolved(judged(store, figures({"ket_qua": "69,3", "so_lieu_den_ngay": "10/6/2023"}))) == []


# periods, years, levels, names


def test_a_period_is_read_as_people_say_it_when_its_year_agrees(store):
    said = {
        "Quý III/2023": "Q3", "Quý III năm 2023": "Q3", "quý 3 - 2023": "Q3", "Q3/2023": "Q3", "Quý ba": "Q3", "Tháng 9/2023": "T9",
        "T9.2023": "T9", "9 tháng đầu năm": "9T", "9 tháng đầu năm 2023": "9T", "6 tháng năm 2023": "6T", "Sáu tháng đầu năm": "6T",
        "9T/2023": "9T", "9T đầu năm": "9T", "Năm 2023": "N", "Cả năm 2023": "N", "nửa đầu năm": "6T",
    }  # fmt: skip
    data = of_documents([{"ket_qua": "69,3", "ky": written} for written in said])
    assert {finding.code for finding in judged(store, data)} == {"document_unknown"}
    assert dict(zip(said, staged(store, data)["period"], strict=True)) == said


def test_a_period_that_names_another_year_than_its_row_is_refused(store):
    rows = [{"ket_qua": "69,3", "ky": "Quý III/2022"}, {"ket_qua": "69,3", "ky": "Quý III/2022", "nam": "2022"}]
    found = judged(store, figures(*rows))
    assert unresolved(found) == [("period_year_differs", (2,), "E")]
    assert "nói năm 2022" in found[0].text() and "ghi 2023" in found[0].text()


def test_a_period_that_may_be_another_is_not_guessed(store):
    written = ("6 tháng cuối năm", "9/2023", "2023", "Quý III/23", "Quý III-IV/2023", "Q32023")
    found = unresolved(judged(store, of_documents([{"ket_qua": "69,3", "ky": each} for each in written])))
    assert found == [("not_a_period", (number,), "E") for number in range(2, 8)]


@pytest.mark.parametrize(
    ("written", "answer", "code"), [("3", "quarter", "Q3"), ("3", "month", "T3"), ("09", "month", "T9"), ("9", "months", "9T")]
)
def test_a_period_that_is_a_bare_number_is_asked_about(store, written, answer, code):
    found = only(store, {"ket_qua": "69,3", "ky": written})
    assert (found.code, found.question.key) == ("period_bare", f"period_bare:ky:{written}")
    assert answer in found.question.options and len(found.question.options) == 2
    assert staged(store, figures({"ket_qua": "69,3", "ky": written}), {found.question.key: answer})["period"] == [code]


def test_a_month_that_excel_keeps_as_its_first_day_is_asked_about_and_names_its_year(store):
    data = book(lines({"ket_qua": 69.3, "ky": date(2022, 9, 1)}), formats={"E2": "m/yyyy"})
    (asked,) = [finding.question for finding in judged(store, data) if finding.severity == "ask"]
    assert asked.options == {"month": "tháng 9", "months": "9 tháng đầu năm"}
    found = judged(store, data, {asked.key: "months"})
    assert unresolved(found) == [("period_year_differs", (2,), "E")]


def test_a_year_of_two_digits_has_a_sentence_of_its_own(store):
    found = only_of_each(store, [{"ket_qua": "69,3", "nam": written} for written in ("23", "Năm 23", "’23", "75")])
    assert [(finding.code, finding.proposal) for finding in found[:3]] == [("year_short", {"nam": "2023"})] * 3
    assert found[3].code == "not_a_year"


def test_a_day_with_a_year_of_two_digits_has_a_sentence_of_its_own(store):
    found = only_of_each(
        store, [{"ket_qua": "69,3", "so_lieu_den_ngay": written} for written in ("29/12/23", "29.12.23", "29/13/23")]
    )
    assert [(finding.code, finding.proposal) for finding in found[:2]] == [("day_short", {"so_lieu_den_ngay": "29/12/2023"})] * 2
    assert found[2].code == "not_a_day"


def test_a_kind_of_commune_is_the_level_of_communes(store):
    kinds = ("phường", "Phường", "PHUONG", "thị trấn", "cấp xã", "xã, phường", "Cấp phường")
    data = figures(
        *(
            {"ket_qua": "69,3", "cap": kind, "don_vi": "18073", "nam": "2026", "ky": f"T{month}"}
            for month, kind in enumerate(kinds, 1)
        )
    )
    assert unresolved(judged(store, data)) == [] and staged(store, data)["level"] == ["commune"] * len(kinds)


def test_a_word_that_may_be_any_level_is_refused(store):
    assert only(store, {"ket_qua": "69,3", "cap": "thành phố"}).code == "not_a_word"


def test_the_exact_name_of_an_indicator_stands_for_its_code_and_is_said(store):
    known = store.select("select name, short_name from indicator_catalogue where indicator_id = 'CQ.06'")
    for name in (known.name[0], known.short_name[0].upper()):
        data = figures({"ma_chi_tieu": name, "ket_qua": "69,3"})
        (found,) = judged(store, data)
        assert (found.code, found.severity, found.args["code"]) == ("indicator_by_name", "note", "CQ.06")
        assert staged(store, data)["indicator_id"] == ["CQ.06"]
    assert only(store, {"ma_chi_tieu": known.name[0][:-2], "ket_qua": "69,3"}).code == "indicator_unknown"


# cells that moved to the right

HEADS = "Mã chỉ tiêu,Cấp,Đơn vị,Năm,Kỳ,Mục tiêu,Kết quả,Nguồn,Ghi chú"
WHOLE = 'CQ.06,tinh,42,2022,N,,"68,3",06/QĐ-TTg'


def comma_file(*rows: str, heading: str = HEADS) -> bytes:
    return "\n".join([heading, *rows, ""]).encode()


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["CQ.06,tinh,42,2023,N,,69,3,BC 12,"], [("row_ragged", (2,))]),
        (["CQ.06,tinh,42,2023,N,,69,3,BC 12"], [("number_cut", (2,))]),
        (["CQ.06,tinh,42,2023,N,,69,3,BC 12", WHOLE], [("row_ragged", (2,))]),
        ([WHOLE + ",", "CQ.06,tinh,42,2023,N,,69,3,BC 12,"], [("row_ragged", (3,))]),
        (
            ["CQ.06,tinh,42,2023,N,,69,3,BC 12,", "CQ.06,tinh,42,2021,N,,70,5,BC 12,"],
            [("row_ragged", (2,)), ("row_ragged", (3,))],
        ),
        ([WHOLE + ",", "CQ.06,tinh,42,2023,N,,69,BC 12, ngày 5,"], [("row_ragged", (3,))]),
        (["CQ.06,tinh,42,2023,N,70,5,69,BC 12"], [("number_cut", (2,))]),
        (["CQ.06,tinh,42,2023,N,,69,3,BC 12,ghi thêm"], [("row_ragged", (2,))]),
    ],
)
def test_a_number_that_a_comma_cut_in_two_is_named(store, rows, expected):
    found = [finding for finding in judged(store, comma_file(*rows)) if finding.severity == "stop"]
    assert [(finding.code, tuple(finding.rows)) for finding in found if finding.code in ("row_ragged", "number_cut")] == expected
    assert all(str(finding.rows[0]) in finding.text() for finding in found)


@pytest.mark.parametrize(
    "data",
    [
        comma_file(WHOLE + ","),
        comma_file(WHOLE),
        comma_file(WHOLE + ",,,", 'CQ.06,tinh,42,2023,N,,"69,3",06/QĐ-TTg,,,', heading=HEADS + ",,"),
        comma_file(WHOLE + ",,", 'CQ.06,tinh,42,2023,N,,"69,3",06/QĐ-TTg,,'),
        comma_file(WHOLE + ',"BC 12, trang 3"'),
        comma_file("CQ.06,tinh,42,2022,N,70,68,06/QĐ-TTg,"),
        comma_file("CQ.06,tinh,42,2022,N,,68,06/QĐ-TTg", "CQ.06,tinh,42,2023,N,,69,06/QĐ-TTg,xem trang 3"),
    ],
)
def test_rows_that_only_end_in_blank_cells_are_whole(store, data):
    assert unresolved(judged(store, data)) == []


# the column of units of measure


def test_the_unit_that_a_file_says_is_held_against_the_catalogue(store):
    said = [
        ("CQ.06", "%", False), ("CQ.06", "Tỷ lệ (%)", False), ("CQ.06", "phần trăm", False), ("CQ.06", "", False), ("CQ.06", "Hồ sơ", True), ("CQ.06", "người", True),
        ("NL.09", "Người", False), ("NL.09", "người.", False), ("NL.09", "%", True), ("NL.09", "1.000 người", True), ("NL.09", "nghìn người", True),
    ]  # fmt: skip
    rows = [
        {"ma_chi_tieu": code, "cap": "chung" if code == "NL.09" else "tinh", "ket_qua": "50", "don_vi_tinh": unit}
        for code, unit, _ in said
    ]
    found = [finding for finding in judged(store, of_documents(rows)) if finding.code == "unit_column_differs"]
    differing = {number for finding in found for number in finding.rows}
    assert differing == {number for number, (*_, differs) in enumerate(said, 2) if differs}


def test_the_units_of_a_wide_table_are_held_against_the_catalogue_as_well(store):
    table = [["Mã chỉ tiêu", "ĐVT", "Quý I", "Quý II"], ["CQ.06", "Hồ sơ", "5", "6"], ["CQ.06", "%", "7", ""]]
    answers = {"constant.don_vi": "42", "constant.cap": "tinh", "constant.nam": "2023", "constant.nguon": "BC", "unfold": "yes", "constant.so_lieu": "ket_qua"}  # fmt: skip
    found = [finding for finding in judged(store, book(table), answers) if finding.code == "unit_column_differs"]
    assert [(finding.found, len(finding.rows)) for finding in found] == [("Hồ sơ", 2)]


@pytest.mark.parametrize(
    ("written", "below", "note"),
    [
        ("85¹", ["¹ Số ước"], "Số ước"), ("85¹", ["(1) Số ước đến 20/9"], "Số ước đến 20/9"), ("85(1)", ["¹: Số ước."], "Số ước."), ("85*", ["* Số của 12 thôn"], "Số của 12 thôn"),
        ("85¹", ["¹", "Số ước"], "Số ước"), ("85(2)", ["Ghi chú: (1) Số ước; (2) Chưa gồm trường học"], "Chưa gồm trường học"), ("85¹", ["1) Số ước"], "Số ước"),
        ("85 [2]", ["[2] Theo rà soát"], "Theo rà soát"), ("85**", ["* Số ước"], "Có chú thích **"),
    ],
)  # fmt: skip
def test_what_stands_below_the_table_behind_the_mark_is_the_note(store, written, below, note):
    data = text([*lines({"ket_qua": written}), below]).encode()
    [found] = [finding for finding in judged(store, data) if finding.code == "number_footnote"]
    assert found.proposal == {"ket_qua": "85", "ghi_chu": note}
    assert found.text().endswith(f"ghi_chu: {note.rstrip('.')}." if note != "Có chú thích **" else "ghi_chu.")


def test_a_footnote_below_a_wide_table_and_behind_its_signatures_is_kept_too(store):
    table = [["Mã chỉ tiêu", "Quý I", "Quý II"], ["CQ.06", "60¹", "65"], ["Nơi nhận: như trên"], ["¹ Số ước"]]
    given = {
        "constant.don_vi": "42",
        "constant.cap": "tinh",
        "constant.nam": "2026",
        "constant.nguon": "BC 7",
        "constant.so_lieu": "ket_qua",
        "unfold": "yes",
    }
    found = [
        finding
        for finding in judged(store, text(table, ";").encode(), given)
        if finding.code in ("number_footnote", "footnote_below")
    ]
    assert [(finding.code, dict(finding.proposal)) for finding in found] == [
        ("footnote_below", {}),
        ("number_footnote", {"ket_qua": "60", "ghi_chu": "Số ước"}),
    ]

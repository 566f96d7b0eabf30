"""What targets and results may look like: good ones are read exactly, wrong ones are refused at their own place."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from data.ingest.findings.finding import proposed
from data.ingest.parsing import target_and_result
from data.ingest.parsing.lookups import Catalogue
from data.ingest.parsing.target_and_result import Measure
from data.ingest.parsing.values import Unreadable
from data.ingest.reading.cells import NUMBER, PERCENT
from data.ingest.rows.figures import typed
from tests.data.ingest.sample_files import (
    book,
    codes_and_places,
    documents,
    figures,
    indicators,
    judged,
    lines,
    of_documents,
    read,
    repacked,
    unresolved,
)

SHARE = Measure(True, True, False, False, False, "%")
SHARE_LOWER = Measure(True, True, False, False, True, "%")
COUNT = Measure(False, False, True, False, False, "hồ sơ")
MONEY = Measure(False, False, False, False, False, "đồng")
BILLIONS = Measure(False, False, False, False, False, "tỷ đồng")
MACHINES = Measure(False, False, True, False, False, "máy")
GROUPS = Measure(False, False, True, False, False, "tổ")
RANK = Measure(False, False, False, False, True, "hạng")
MILESTONE = Measure(False, False, False, True, False)


def result(text, measure=SHARE, style="vi"):
    """(value, numerator, denominator), or the code of the refusal, the number it proposes and what it says beside it."""
    try:
        found = target_and_result.result(text, measure, style, False)
    except Unreadable as refused:
        return refused.code, refused.args_of.get("proposal"), *(refused.args_of.get("beside") or {}).values()
    return found and tuple(None if part is None else float(part) for part in found[:3])


def target(text, measure=SHARE, style="vi"):
    """(operator, low, high), or the code of the refusal."""
    try:
        found = target_and_result.target(text, measure, style)
    except Unreadable as refused:
        return refused.code
    return found and (found.op, *(None if part is None else float(part) for part in found[1:3]))


# the vectors of the domain notes


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("69,3%", SHARE, (69.3, None, None)),
        ("1.410.498", COUNT, (1410498.0, None, None)),
        ("95.200", COUNT, (95200.0, None, None)),
        ("53,47", SHARE, (53.47, None, None)),
        ("16/16", SHARE, (None, 16.0, 16.0)),
        ("0", SHARE, (0.0, None, None)),
        ("", SHARE, None),
        ("03", COUNT, (3.0, None, None)),
        ("1 410 498", COUNT, (1410498.0, None, None)),
        ("179.360.000đ", MONEY, (179360000.0, None, None)),
        ("179.360.000đ", COUNT, ("unit_differs", None)),
        ("13/13 huyện", SHARE, ("number_in_words", "13/13")),
        ("đạt 16 / 16 xã", SHARE, ("number_in_words", "16/16")),
        ("12/2023: 500", SHARE, ("not_a_number", None)),
        ("1e2", SHARE, ("not_a_number", None)),
        ("5٠%", SHARE, ("not_a_number", None)),
        ("1,5 triệu", COUNT, ("not_a_number", None)),
        ("chưa có", SHARE, ("nothing_said", None)),
        ("45%/ 40%/ 20%", SHARE, ("several_levels", None)),
        ("20-30%", SHARE, ("not_a_number", None)),
        ("trên 50%", SHARE, ("estimate_in_words", "50", "tren")),
        ("gần 99%", SHARE, ("estimate_in_words", "99", "gan")),
        ("khoảng 10%", SHARE, ("estimate_in_words", "10", "khoang")),
        ("hơn 470", COUNT, ("estimate_in_words", "470", "tren")),
        ("xấp xỉ 94", COUNT, ("estimate_in_words", "94", "khoang")),
        ("mức độ 3,4", SHARE, ("number_in_words", "3,4")),
        ("mức độ 3,4", COUNT, ("number_in_words", "3,4")),
        ("20/63", RANK, ("fraction_of_count", "20")),  # the twentieth of 63
        ("Chưa có kinh phí", COUNT, ("not_a_number", None)),
        ("Xã hội hoá", COUNT, ("not_a_number", None)),
        ("Đạt", SHARE, ("not_a_number", None)),
        ("5%", COUNT, ("unit_differs", None)),
        ("1/0", SHARE, ("fraction_zero", None)),
    ],
)
def test_the_vectors_of_results(text, measure, expected):
    if text.startswith("mức độ"):  # 'levels 3 and 4' must never be taken for 3.4
        assert result(text, measure)[0] in ("number_in_words", "not_a_number")
        return
    assert result(text, measure) == expected


def test_a_milestone_takes_words_and_nothing_else_does(store):
    assert target_and_result.result("Đã hoàn thành", MILESTONE, "vi", False).written == "Đã hoàn thành"
    rows = [{"ma_chi_tieu": "NT.06", "cap": "chung", "ket_qua": "Đã ban hành", "danh_gia": "dat"}, {"ket_qua": "Đã hoàn thành"}]
    assert unresolved(judged(store, figures(*rows))) == [("not_a_number", (3,), "G")]


@pytest.mark.parametrize(
    ("said", "status"),
    [("Đạt", "met"), ("đã hoàn thành.", "met"), ("Chưa đạt", "missed"), ("Đạt một phần", None), ("Đang làm", None)],
)
def test_a_milestone_whose_result_is_nothing_but_its_status_has_that_status(store, said, status):
    data = figures({"ma_chi_tieu": "NT.06", "cap": "chung", "ket_qua": said})
    assert unresolved(judged(store, data)) == []
    sheet, _ = store.inside(lambda cursor: typed(read(data), Catalogue(cursor), {}, lambda *unit: True, ""))
    assert sheet["stated_status"].to_pylist() == [status]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("70", (">=", 70.0, None)), ("70%", (">=", 70.0, None)), ("69,5%", (">=", 69.5, None)), ("trên 50%", (">", 50.0, None)),
        ("Trên 50 %", (">", 50.0, None)), ("tối thiểu 80%", (">=", 80.0, None)), ("ít nhất 80", (">=", 80.0, None)), ("> 50", (">", 50.0, None)),
        (">=50", (">=", 50.0, None)), ("≥ 50%", (">=", 50.0, None)), ("= 100%", ("=", 100.0, None)), ("<= 5", ("<=", None, 5.0)), ("dưới 10%", ("<", None, 10.0)),
        ("không quá 5%", ("<=", None, 5.0)), ("20-30%", ("range", 20.0, 30.0)), ("40-70%", ("range", 40.0, 70.0)), ("20% - 30%", ("range", 20.0, 30.0)),
        ("từ 20 đến 30%", ("range", 20.0, 30.0)), ("81-85", ("range", 81.0, 85.0)), ("50% trở lên", (">=", 50.0, None)), ("100% các sở, ban, ngành", (">=", 100.0, None)),
        ("70%/60%/40%", "several_levels"), ("70%; 60%; 40%", "several_levels"), ("phấn đấu", "not_a_target"), ("Đạt", "not_a_target"), ("gấp đôi", "not_a_target"), ("-", "not_a_target"), ("", None),
    ],
)  # fmt: skip
def test_the_vectors_of_targets(text, expected):
    assert target(text) == expected


@pytest.mark.parametrize(
    ("text", "measure", "expected"),
    [
        ("5 trở xuống", COUNT, ("<=", None, 5.0)), ("70% trở xuống", SHARE, ("<=", None, 70.0)), ("từ 5% trở xuống", SHARE_LOWER, ("<=", None, 5.0)),
        ("tối thiểu 5 trở xuống", COUNT, "not_a_target"), ("80%", COUNT, "unit_differs"), ("tối thiểu 80%", RANK, "unit_differs"),
        ("1,5 triệu", COUNT, "unit_differs"), ("tối thiểu 2 nghìn người", COUNT, "unit_differs"), ("80% tỷ lệ hồ sơ", SHARE, (">=", 80.0, None)),
        (PERCENT + "0.8", COUNT, "percent_of_count"), (NUMBER + "2025", MILESTONE, (None, None, None)),
    ],
)  # fmt: skip
def test_words_percent_signs_and_powers_of_ten_do_not_turn_a_target_into_another(text, measure, expected):
    assert target(text, measure) == expected


def test_a_target_from_0_to_1_is_asked_about_as_a_result_is(store):
    told_as = {"decimal": "0,7", "stored": book(lines({"chi_tieu": 0.7}))}
    assert unresolved(judged(store, figures({"chi_tieu": told_as["decimal"]}))) == [("share_as_fraction", (2,), "F")]
    assert unresolved(judged(store, told_as["stored"])) == [("share_as_fraction", (2,), "F")]
    assert unresolved(judged(store, figures({"chi_tieu": "0,7"}), {"share_as_fraction:chi_tieu": "shares"})) != []
    assert unresolved(judged(store, figures({"chi_tieu": "tối thiểu 0,7"}))) == [("not_a_target", (2,), "F")]
    assert unresolved(judged(store, figures({"chi_tieu": "0,7%"}))) == []
    for answer, low in (("share", 70), ("percent", Decimal("0.7"))):
        answers = {"share_as_fraction:chi_tieu": answer}
        table = read(figures({"chi_tieu": "0,7"}), answers)
        sheet, found = store.inside(lambda cursor: typed(table, Catalogue(cursor), answers, lambda *_: True, ""))  # noqa: B023
        assert sheet["low"].to_pylist() == [low] and unresolved(found) == []


def test_a_percent_sign_that_is_only_shown_scales_nothing(store):
    found = judged(store, book(lines({"ket_qua": 0.5}), formats={"G2": '0.0"%"'}))
    assert unresolved(found) == [("share_as_fraction", (2,), "G")]


def test_a_bare_target_of_an_indicator_that_should_sink_is_a_ceiling():
    assert target("5", SHARE_LOWER) == ("<=", None, 5.0)
    assert target_and_result.target("Hoàn thành trong quý III", MILESTONE, "vi").op is None


# columns: which way numbers are written


def typed_results(store, *texts, code="CQ.06", level="tinh", answers=None):
    """The values that a column of results becomes, by a preview's staging; None where refused."""
    from data.accounts.sign_in import CLI
    from data.ingest.parsing.lookups import Catalogue
    from data.ingest.rows.figures import typed
    from tests.data.ingest.sample_files import read

    rows = [{"ma_chi_tieu": code, "cap": level, "ket_qua": text, "nam": str(2016 + place)} for place, text in enumerate(texts)]
    table = read(figures(*rows), answers)
    sheet, findings = store.inside(lambda cursor: typed(table, Catalogue(cursor), answers or {}, CLI.may_write, ""))
    return sheet["value"].to_pylist(), findings


def test_vietnamese_and_english_columns_are_told_apart_by_their_unmistakable_cells(store):
    assert typed_results(store, "69,3", "70", "5,25")[0] == [Decimal("69.3"), Decimal(70), Decimal("5.25")]
    values, findings = typed_results(store, "69.3", "70", "5.25")
    assert values == [Decimal("69.3"), Decimal(70), Decimal("5.25")] and codes_and_places(findings) == [
        ("number_english", (), "G")
    ]
    assert typed_results(store, "1.410.498", "95.200", code="NL.09", level="chung")[0] == [Decimal(1410498), Decimal(95200)]
    assert typed_results(store, "1,410,498", "95,200", code="NL.09", level="chung")[0] == [Decimal(1410498), Decimal(95200)]
    assert typed_results(store, "1,410,498.5", "1.410", code="KT.09", level="chung")[0] == [Decimal("1410498.5"), Decimal("1.41")]


def test_one_separator_before_three_digits_is_settled_by_the_indicator_or_asked(store):
    values, findings = typed_results(store, "69,300")
    assert values == [Decimal("69.3")] and [finding.code for finding in findings] == ["number_settled"]
    values, findings = typed_results(store, "1.410", code="NL.09", level="chung")
    assert values == [Decimal(1410)] and [finding.code for finding in findings] == ["number_settled"]
    values, findings = typed_results(store, "1.410", code="KT.09", level="chung")
    assert values == [None] and [finding.code for finding in findings] == ["number_dot"]
    decimal = {"number_dot:ket_qua": "decimal"}
    thousands = {"number_dot:ket_qua": "thousands"}
    assert typed_results(store, "1.410", code="KT.09", level="chung", answers=decimal)[0] == [Decimal("1.41")]
    assert typed_results(store, "1.410", code="KT.09", level="chung", answers=thousands)[0] == [Decimal(1410)]


def test_shares_from_0_to_1_are_asked_about_and_both_answers_hold(store):
    values, findings = typed_results(store, "0,693", "69,3")
    assert values == [None, Decimal("69.3")] and codes_and_places(findings) == [("share_as_fraction", (2,), "G")]
    assert typed_results(store, "0,693", "1", "0", answers={"share_as_fraction:ket_qua": "share"})[0] == [
        Decimal("69.3"),
        Decimal(100),
        Decimal(0),
    ]
    assert typed_results(store, "0,693", "1", answers={"share_as_fraction:ket_qua": "percent"})[0] == [
        Decimal("0.693"),
        Decimal(1),
    ]
    assert typed_results(store, "0,693%")[0] == [Decimal("0.693")]


def test_a_percent_cell_of_a_workbook_is_taken_as_excel_shows_it(store):
    table = lines({"ket_qua": 0.693}, {"ket_qua": 69.3, "nam": "2022"}, {"ket_qua": "0,5%", "nam": "2021"})
    assert unresolved(judged(store, book(table, formats={"G2": "0.0%"}))) == []
    assert unresolved(judged(store, book(table))) == [("share_as_fraction", (2,), "G")]


def test_wrong_cells_are_named_one_by_one_and_the_right_ones_stay_quiet(store):
    texts = ["69,3", "trên 50%", "101", "-1", "Đạt", "70", "1e3", "٣", "69,3,1", "n/a", "5 000 000 000 000 000"]
    rows = [{"ket_qua": text, "nam": str(2016 + place // 4), "ky": f"Q{place % 4 + 1}"} for place, text in enumerate(texts)]
    assert unresolved(judged(store, figures(*rows))) == [
        ("estimate_in_words", (3,), "G"), ("not_a_number", (6,), "G"), ("not_a_number", (8,), "G"), ("not_a_number", (9,), "G"), ("not_a_number", (10,), "G"), ("nothing_said", (11,), "G"), ("share_out_of_range", (4,), "G"), ("share_out_of_range", (5,), "G"), ("too_precise", (12,), "G"),
    ]  # fmt: skip


ROWS = [
    ({"tu_so": "16", "mau_so": "16"}, []),
    ({"ket_qua": "16/16"}, []),
    ({"ket_qua": "69,3", "tu_so": "115665", "mau_so": "166905"}, []),
    ({"ket_qua": "69,3", "tu_so": "115.665", "mau_so": "166.905"}, []),
    ({"ket_qua": "17/16"}, ["fraction_above_whole"]),
    ({"tu_so": "16"}, ["fraction_half"]),
    ({"mau_so": "16"}, ["fraction_half"]),
    ({"tu_so": "0", "mau_so": "0"}, ["fraction_zero"]),
    ({"ket_qua": "69,3", "tu_so": "1", "mau_so": "2"}, ["fraction_differs"]),
    ({"ket_qua": "69", "so_lieu_den_ngay": "2/6/2023"}, []),
    ({"ket_qua": "69", "so_lieu_den_ngay": "31/2/2023"}, ["not_a_day"]),
    ({"ket_qua": "69", "so_lieu_den_ngay": "06//01/2021"}, ["not_a_day"]),
    ({"ket_qua": "69", "nam": "2026", "ky": "Q1"}, []),
    ({"ket_qua": "69", "nam": "2026", "ky": "N"}, ["period_running"]),
    ({"ket_qua": "69", "nam": "2026", "ky": "N", "so_lieu_den_ngay": "30/9/2026"}, []),
    ({"ket_qua": "69", "nam": "2026", "ky": "T12"}, ["period_not_begun"]),
    ({"chi_tieu": "80", "nam": "2030"}, []),
    ({"chi_tieu": "trên 100%", "nam": "2030"}, ["target_beyond"]),
    ({"chi_tieu": "trên 99,9%", "nam": "2030"}, []),
    ({"chi_tieu": "dưới 0%", "nam": "2030"}, ["target_beyond"]),
    ({"chi_tieu": "120%", "nam": "2030"}, ["share_out_of_range"]),
    ({"chi_tieu": "30-20%", "nam": "2030"}, ["range_reversed"]),
    ({"chi_tieu": "20-20%", "nam": "2030"}, ["range_reversed"]),
    ({"chi_tieu": "70", "dau": ">=", "chi_tieu_tu": "70", "nam": "2030"}, []),
    ({"chi_tieu": "70", "dau": ">=", "chi_tieu_tu": "", "nam": "2030"}, ["operator_half"]),
    ({"chi_tieu": "70", "dau": "", "chi_tieu_tu": "70", "nam": "2030"}, ["operator_half"]),
    ({"ket_qua": "69", "danh_gia": "tạm"}, ["not_a_word"]),
    ({"ket_qua": "69", "rut_lai": "có lẽ"}, ["not_a_word"]),
    ({"ket_qua": "69", "nguon": ""}, ["needed"]),
    ({"ket_qua": "69", "nam": ""}, ["needed"]),
    ({"ket_qua": "69", "ma_chi_tieu": ""}, ["needed"]),
]


@pytest.mark.parametrize("full_form", [False, True], ids=["short form", "full form"])
def test_fractions_days_periods_and_targets(store, full_form):
    told = [(row, codes) for row, codes in ROWS if ("dau" in row) is full_form]
    found = unresolved(judged(store, of_documents([row for row, _ in told])))
    of_each = [[code for code, numbers, _ in found if number in numbers] for number, _ in enumerate(told, 2)]
    assert of_each == [codes for _, codes in told] and all(numbers for _, numbers, _ in found)


# documents and indicators


def test_a_new_indicator_and_a_new_document_are_read_whole(store):
    assert judged(store, indicators({})) == [] and judged(store, documents({})) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (indicators({"ten": ""}), ("needed", "B")), (indicators({"chieu": "lên"}), ("not_a_word", "F")), (indicators({"nhom": "ZZ"}), ("pillar_unknown", "D")),
        (indicators({"cac_cap": "tinh/thon"}), ("not_a_word", "H")), (indicators({"ngay_ra_soat": "31/2/2026"}), ("not_a_day", "J")),
        (indicators({"chi_tieu_truoc": "CQ.999"}), ("indicator_unknown", "L")), (indicators({"chi_tieu_truoc": "CQ.90"}), ("indicator_unknown", "L")),
        (indicators({"ma_chi_tieu": ""}), ("needed", "A")), (documents({"so_hieu": ""}), ("needed", "A")), (documents({"ngay": ""}), ("needed", "E")),
        (documents({"ngay": "24/8/222"}), ("not_a_day", "D")), (documents({"ma_don_vi": "999"}), ("unit_unknown", "F")), (documents({"ten": ""}), ("needed", "C")),
    ],
)  # fmt: skip
def test_a_wrong_cell_of_a_catalogue_is_refused_at_its_place(store, data, expected):
    code, column = expected
    findings = judged(store, data)
    found = unresolved(findings)
    assert (code, (2,), column) in found
    assert {letter for _, _, letter in found} <= {column, "E"}  # a document without a day has none to be put in order by
    assert all("  " not in finding.text() and "null" not in finding.text() for finding in findings)


def test_what_milestones_write_says_nothing_about_the_numbers_of_other_rows(store):
    rows = [
        {"ma_chi_tieu": milestone(store), "chi_tieu": "Hoàn thành LGSP 2.0", "ket_qua": ""},
        {"ket_qua": "69,5", "chi_tieu": "70,5"},
        {"ket_qua": "1.410", "ma_chi_tieu": "KT.09", "cap": "chung"},
    ]
    codes = [code for code, *_ in codes_and_places(judged(store, figures(*rows)))]
    assert "number_english" not in codes and "number_style" not in codes


def milestone(store) -> str:
    """An indicator without a number, of all levels."""
    return store.select(
        "select min(indicator_id) as id from indicator_catalogue where kind = 'milestone' and levels like '%tinh%'"
    )["id"][0]


def test_levels_of_online_services_are_not_proposed_as_a_result(store):
    found = judged(store, figures({"ket_qua": "đạt mức độ 3,4"}))
    assert [finding.code for finding in found if finding.severity == "stop"] == ["not_a_number"]


def test_a_share_of_one_is_meant_only_for_shares_and_only_up_to_one(store):
    answers = {"share_as_fraction:ket_qua": "share", "share_as_fraction:chi_tieu": "share"}
    assert typed_results(store, "0,693", "69,3%", answers=answers)[0] == [Decimal("69.3"), Decimal("69.3")]
    values, findings = typed_results(store, "0,693", "1,05", answers=answers)
    assert values == [Decimal("69.3"), None] and codes_and_places(findings) == [("share_above_one", (3,), "G")]
    found = judged(store, figures({"chi_tieu": "0,7"}, {"chi_tieu": "70", "nam": "2022"}), answers)
    assert [(code, rows) for code, rows, _ in unresolved(found)] == [("share_above_one", (3,))]


def test_hidden_rows_are_those_of_the_sheet_whatever_its_place_in_the_archive():
    first, second = [["Ghi chép riêng"]], lines({"ket_qua": 5}, {"ket_qua": 6, "nam": "2022"})
    data = moved_first(book(second, first, hidden_rows=(3,)))
    assert [tuple(finding.rows) for finding in read(data).findings if finding.code == "rows_hidden"] == [(3,)]


def moved_first(workbook: bytes) -> bytes:
    """The same workbook with its last sheet in front: the order of the sheets is no longer that of their files."""

    def turned(name: str, content: bytes) -> bytes:
        sheets = re.findall(rb"<sheet [^>]*/>", content) if name == "xl/workbook.xml" else []
        return content.replace(b"".join(sheets), b"".join(reversed(sheets))) if len(sheets) == 2 else content

    turned_round = repacked(workbook, turned)
    assert turned_round != workbook
    return turned_round


def test_what_a_reader_proposes_for_a_cell_and_for_the_ones_beside_it_comes_with_the_finding(store):
    (found,) = [finding for finding in judged(store, figures({"ket_qua": "xấp xỉ 94"})) if finding.column == "ket_qua"]
    assert found.proposal["ket_qua"] == "94"
    assert proposed("ket_qua", {"proposal": "72", "beside": {"dinh_tinh": "uoc"}}) == {"ket_qua": "72", "dinh_tinh": "uoc"}
    assert proposed("ket_qua", {}) == {}

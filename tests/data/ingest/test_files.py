"""One table in every encoding, dialect and layout is one table; what is no table is refused with a sentence of its own."""

from __future__ import annotations

import unicodedata

import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from data.ingest.findings.finding import Refused
from data.ingest.reading.columns import distinct, spread
from data.ingest.sheets_left import named, sheets_left
from data.ingest.table.source import Source
from tests.data.ingest.sample_files import (
    COLUMNS,
    archive,
    book,
    codes_and_places,
    cp1258,
    documents,
    figures,
    indicators,
    judged,
    lines,
    read,
    repacked,
    tcvn3,
    text,
    vni,
)  # fmt: skip

ROWS = (
    {"don_vi": "Tỉnh Hà Tĩnh", "ket_qua": "69,3"},
    {"don_vi": "Huyện Đức Thọ", "cap": "huyen", "ket_qua": "70,25", "nam": "2022"},
    {"don_vi": "Thị xã Kỳ Anh", "cap": "huyen", "ket_qua": "0", "nam": "2021"},
)
TABLE = lines(*ROWS)
PLAIN = text(TABLE)


def content(data: bytes, answers=None):
    """Every cell of a file as (row number, header, text)."""
    table = read(data, answers)
    return [
        (int(number), header, column.texts[column.codes[index]])
        for index, number in enumerate(table.row_numbers)
        for header, column in sorted(table.columns.items())
    ]


EXPECTED = content(PLAIN.encode())


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (PLAIN.encode("utf-8-sig"), None),
        (PLAIN.encode("utf-16-le"), "UTF-16"),
        (PLAIN.encode("utf-16-be"), "UTF-16"),
        (b"\xff\xfe" + PLAIN.encode("utf-16-le"), "UTF-16"),
        (b"\xfe\xff" + PLAIN.encode("utf-16-be"), "UTF-16"),
        (cp1258(PLAIN), "Windows-1258"),
        (unicodedata.normalize("NFD", PLAIN).encode(), None),
        (PLAIN.replace("Đ", "\u00d0").encode(), None),
        (PLAIN.replace("Hà Tĩnh", "Hà\u00a0Tĩnh").replace("69,3", "\u200b69,3\u00a0").encode(), None),
    ],
    ids=["utf-8 with mark", "utf-16-le", "utf-16-be", "utf-16-le with mark", "utf-16-be with mark", "windows-1258", "nfd", "eth for đ", "hard blanks"],
)  # fmt: skip
def test_an_encoding_is_recognised_and_the_table_is_the_same(data, encoding):
    assert content(data) == EXPECTED
    named = [finding.args["encoding"] for finding in read(data).findings if finding.code == "encoding"]
    assert named == ([encoding] if encoding else [])


def test_a_file_in_tcvn3_bytes_is_converted_only_after_a_yes():
    data = tcvn3(PLAIN).encode("latin-1")
    found = read(data).findings
    assert {finding.code for finding in found} == {"encoding", "text_tcvn3"}
    asked = {finding.found: finding.args["converted"] for finding in found if finding.code == "text_tcvn3"}
    assert asked[tcvn3("Huyện Đức Thọ")] == "Huyện Đức Thọ"
    assert content(data, {"text_tcvn3": "yes"}) == EXPECTED


def test_single_cells_in_tcvn3_are_asked_about_by_name_and_the_others_stay():
    data = figures(*ROWS, {"ghi_chu": tcvn3("Số liệu ước tính"), "nam": "2020", "ket_qua": "5"})
    [asked] = [finding for finding in read(data).findings if finding.code == "text_tcvn3"]
    assert (asked.column, tuple(asked.rows), asked.args["converted"]) == ("ghi_chu", (5,), "Số liệu ước tính")
    assert (5, "ghi_chu", "Số liệu ước tính") in content(data, {"text_tcvn3": "yes"})
    assert (2, "don_vi", "Tỉnh Hà Tĩnh") in content(data, {"text_tcvn3": "yes"})


def test_cells_in_vni_are_asked_about_and_converted_with_their_case_and_numbers_stay():
    data = figures(*ROWS, {"ghi_chu": vni("Kế toán của tỉnh") + " 45/BC-UBND", "nam": "2020", "ket_qua": "5"})
    [asked] = [finding for finding in read(data).findings if finding.code == "text_vni"]
    assert (asked.severity, asked.question.key, set(asked.question.options)) == ("ask", "text_vni", {"yes", "no"})
    assert (5, "ghi_chu", "Kế toán của tỉnh 45/BC-UBND") in content(data, {"text_vni": "yes"})


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_a_dialect_makes_no_difference(delimiter, newline):
    assert content(text(TABLE, delimiter, newline).encode()) == EXPECTED


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_every_cell_may_stand_in_quotes_and_a_broken_quote_is_told_at_its_row_under_every_delimiter(delimiter):
    quoted = "\n".join(delimiter.join(f'"{cell}"' for cell in row) for row in TABLE)
    assert content(quoted.encode()) == EXPECTED
    with pytest.raises(Refused) as refused:
        read((quoted + f'\n"CQ.06"{delimiter}"ti"nh"').encode())
    assert [(finding.code, tuple(finding.rows)) for finding in refused.value.findings] == [("quote_broken", (5,))]


def shifted(by: int):
    return [(row + by, header, cell) for row, header, cell in EXPECTED]


@pytest.mark.parametrize("mark", ["sep=;", "SEP=;", '"sep=;"'])
def test_a_file_may_say_its_delimiter_in_its_first_row_which_excel_does_not_show(mark):
    assert content(f"{mark}\r\n{text(TABLE, ';')}".encode()) == EXPECTED
    quoted = text([TABLE[0], [*TABLE[1][:7], 'BC "12"'], *TABLE[2:]], ";")
    assert sorted({row for row, *_ in content(f"{mark}\r\n{quoted}".encode())}) == sorted({row for row, *_ in EXPECTED})


def test_quoted_line_breaks_and_blank_rows_leave_the_row_numbers_to_excel():
    broken = text([[*TABLE[0], "ghi_chu"], [*TABLE[1], "hai\ndòng"], [""] * 9, [], *[[*row, ""] for row in TABLE[2:]]])
    found = content(broken.encode())
    assert (2, "ghi_chu", "hai dòng") in found
    assert sorted({row for row, *_ in found}) == [2, 5, 6]


def test_columns_in_another_order_and_headings_in_other_words_are_the_same_table():
    order = [7, 3, 6, 0, 5, 2, 1, 4]
    assert content(text([[row[index] for index in order] for row in TABLE]).encode()) == EXPECTED
    headings = ["Mã chỉ tiêu (*)", "CẤP", "Đơn vị", "năm", "Kỳ báo cáo", "Mục tiêu", "Thực hiện", "Nguồn số liệu"]
    assert content(text([headings, *TABLE[1:]]).encode()) == EXPECTED


def test_titles_above_numbering_sections_totals_and_signatures_are_left_out_and_named():
    top = [["UBND TỈNH HÀ TĨNH"], ["BÁO CÁO KẾT QUẢ NĂM 2023"], ["Đơn vị tính: %"]]
    numbering = [[str(number) for number in range(1, 9)]]
    bottom = [["Tổng cộng", "", "", "", "", "", "139,5", ""], [], ["", "", "", "Hà Tĩnh, ngày 2 tháng 6 năm 2023"], ["", "", "", "KT. CHỦ TỊCH"], ["", "", "", "(Ký, đóng dấu)"]]  # fmt: skip
    sections = [["I", "CHÍNH QUYỀN SỐ"], TABLE[1], ["II. Kinh tế số"], *TABLE[2:]]
    table = [*top, TABLE[0], *numbering, *sections, *bottom]
    for data in (text(table).encode(), book(table)):
        found = content(data)
        assert [row for row, header, _ in found if header == "nam"] == [7, 9, 10]
        assert [cell for *_, cell in found] == [cell for *_, cell in EXPECTED]
        codes = codes_and_places([finding for finding in read(data).findings if finding.code != "encoding"])
        assert codes == [
            ("numbering_skipped", (5,), ""), ("section_skipped", (6,), ""), ("section_skipped", (8,), ""),
            ("signature_skipped", (13,), ""), ("title_skipped", (), ""), ("total_skipped", (11,), ""),
        ]  # fmt: skip


def test_a_heading_of_two_merged_rows_is_one_heading():
    from io import BytesIO

    from openpyxl import load_workbook

    upper = ["Mã chỉ tiêu", "Cấp", "Đơn vị", "Kỳ số liệu", "", "Số liệu", "", "Nguồn"]
    lower = ["", "", "", "Năm", "Kỳ", "Mục tiêu", "Kết quả", ""]
    table = [upper, lower, *TABLE[1:]]
    assert content(text(table).encode()) == shifted(1)
    opened = load_workbook(BytesIO(book(table)))
    for merged in ("A1:A2", "D1:E1", "F1:G1"):
        opened.active.merge_cells(merged)
    out = BytesIO()
    opened.save(out)
    assert content(out.getvalue()) == shifted(1)


def test_a_row_that_has_a_key_and_a_figure_is_never_taken_for_a_total_or_a_section():
    data = figures({"ket_qua": "5", "ghi_chu": "Tổng cộng các sở"}, {"ket_qua": "6", "nam": "2022", "ghi_chu": "KT. CHỦ TỊCH"})
    table = read(data)
    assert len(table) == 2 and not table.findings


def test_a_figure_below_the_signature_is_not_lost():
    data = (
        figures({"ket_qua": "5"}) + ",,,KT. CHỦ TỊCH,,,,\n".encode() + text(lines({"ket_qua": "6", "nam": "2022"})[1:]).encode()
    )
    table = read(data)
    assert 4 in table.row_numbers.tolist()


def test_a_ragged_row_among_the_rows_left_out_stops_no_other_row_and_nothing_breaks(store):
    data = figures({"ket_qua": "60"}) + "Tổng cộng,,,,,,60,,,thừa\n".encode() + ",,,KT. CHỦ TỊCH,,,,,,thừa\n".encode()
    found = judged(store, data)
    assert codes_and_places(found) == [("signature_skipped", (4,), ""), ("total_skipped", (3,), "")]


# workbooks


def test_a_workbook_is_the_same_table_and_the_sheet_is_chosen():
    assert content(book(TABLE)) == EXPECTED
    two = book([["Ghi chú riêng"]], TABLE, lines({"ket_qua": "1"}))
    with pytest.raises(Refused) as refused:
        read(two)
    [asked] = refused.value.findings
    assert asked.code == "sheet_choice" and asked.args["choices"] == ["Trang 2", "Trang 3"]
    assert content(two, {"sheet": "Trang 3"})[-1] == (2, "nguon", "06/QĐ-TTg")
    assert content(two, {"sheet": "Trang 2"}) == EXPECTED


@pytest.mark.parametrize(
    ("read_now", "done", "left"),
    [
        ("Trang 2", (), ["Trang 3"]),
        ("Trang 3", ("Trang 2",), []),
        ("Trang 3", (), ["Trang 2"]),
        ("", (), []),
        ("Trang 9", (), ["Trang 2", "Trang 3"]),
    ],
)
def test_the_sheets_that_are_left_are_those_that_were_offered(store, read_now, done, left):
    two = book([["Ghi chú riêng"]], TABLE, lines({"ket_qua": "1"}))
    assert sheets_left(store, two, read_now, done) == left
    assert sheets_left(store, text(TABLE).encode(), read_now, done) == []


@pytest.mark.parametrize(
    ("file", "sheet", "name"),
    [("a.b.xlsx", "Quý II", "a.b (trang Quý II).xlsx"), ("a", "Quý II", "a (trang Quý II)"), ("a.xlsx", "", "a.xlsx")],
)
def test_an_upload_of_one_sheet_of_several_says_which(file, sheet, name):
    assert named(file, sheet) == name


def test_hidden_sheets_are_not_read_and_hidden_rows_are_and_both_are_said():
    hidden = book(TABLE, lines({"ket_qua": "1"}), hidden=(1,), hidden_rows=(3,))
    assert content(hidden) == EXPECTED
    assert [(finding.code, tuple(finding.rows)) for finding in read(hidden).findings if finding.severity == "confirm"] == [
        ("sheet_hidden", ()), ("rows_hidden", (3,)),
    ]  # fmt: skip
    with pytest.raises(Refused) as refused:
        read(book(TABLE, [["Chỉ có tên"]], hidden=(0,)))
    assert [finding.code for finding in refused.value.findings] == ["no_header", "sheet_hidden"]


def test_a_workbook_with_rows_far_below_keeps_excels_row_numbers():
    assert content(book([[], [], *TABLE])) == shifted(2)


def cell_of(data: bytes, header: str = "ket_qua") -> str:
    column = read(data).columns[header]
    return column.texts[column.codes[0]]


def test_numbers_percent_cells_days_truth_errors_and_formulas_travel_with_what_excel_knows(store):
    from datetime import date, datetime

    from data.ingest.reading.cells import DAY, ERROR, NUMBER, PERCENT, TRUTH, UNCALCULATED

    assert cell_of(book(lines({"ket_qua": 69.3}))) == NUMBER + "69.3"
    assert cell_of(book(lines({"ket_qua": 0.1 + 0.2}))) == NUMBER + "0.3"
    assert cell_of(book(lines({"ket_qua": 0.693}), formats={"G2": "0.0%"})) == PERCENT + "0.693"
    assert cell_of(book(lines({"ket_qua": datetime(2023, 12, 16)}))) == DAY + "2023-12-16"
    assert cell_of(book(lines({"ket_qua": date(2023, 12, 16)}))) == DAY + "2023-12-16"
    assert cell_of(book(lines({"ket_qua": False}))) == TRUTH + "FALSE"
    assert cell_of(book(lines({"ket_qua": "#DIV/0!"}))) == ERROR + "#DIV/0!"
    assert cell_of(book(lines({"ket_qua": "=1/3"}))) == UNCALCULATED + "1/3"
    assert cell_of(book(lines({"ket_qua": "69,3"}))) == "69,3"


def test_a_formula_that_excel_calculated_gives_its_value():
    made = repacked(
        book(lines({"ket_qua": "=69+0.3"})), lambda name, content: content.replace(b"<v></v>", b"<v>69.3</v>").replace(b"<v />", b"<v>69.3</v>").replace(b"<v/>", b"<v>69.3</v>") if name.endswith("sheet1.xml") else content
    )  # fmt: skip
    from data.ingest.reading.cells import NUMBER

    assert cell_of(made) == NUMBER + "69.3"


TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b"\xff\xfe", "file_empty"),
        (bytes(100), "file_empty"),
        (OLE + "Book".encode("utf-16-le"), "file_damaged"),
        (OLE + "WordDocument".encode("utf-16-le"), "file_word"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "file_word"),
        (OLE, "file_unknown"),
        (OLE + "EncryptionInfo".encode("utf-16-le"), "file_encrypted"),
        (b"\n\n%PDF-1.4", "file_pdf"),
        (b"<table><tr><td>CQ.06</td></tr></table>", "file_html"),
        (b"\xff\xfe" + "<html>".encode("utf-16-le"), "file_html"),
        (b"<?xml version='1.0'?><Workbook/>", "file_xml_excel"),
        (b"{\\rtf1 CQ.06}", "file_word"),
        (archive(**{"[Content_Types]_DOT_xml": TYPES, "ppt__a_DOT_xml": ""}), "file_word"),
        (archive(**{"[Content_Types]_DOT_xml": TYPES}), "file_damaged"),
        (b"PK\x03\x04" + bytes(50), "file_damaged"),
        (b"\x1f\x8b\x08" + bytes(20), "file_zip"),
        (b"Rar!\x1a\x07\x00", "file_zip"),
        (b"\xff\xd8\xff\xe0" + bytes(20), "file_picture"),
        (b"SQLite format 3\x00" + bytes(range(100)), "file_unknown"),
    ],
)
def test_what_is_no_table_is_told_by_its_content(data, code):
    with pytest.raises(Refused) as refused:
        read(data)
    assert [finding.code for finding in refused.value.findings] == [code]


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels"])
@pytest.mark.parametrize("content_of", [b"", b"<a", b"\x00\xff" * 50], ids=["empty", "cut", "noise"])
def test_a_workbook_with_a_broken_part_is_refused_in_vietnamese(part, content_of):
    with pytest.raises(Refused) as refused:
        read(repacked(book(TABLE), lambda name, content: content_of if name == part else content))
    [finding] = refused.value.findings
    assert finding.code in ("file_damaged", "no_header", "file_slow"), finding.text()


def test_a_workbook_that_lost_a_part_is_refused():
    for part in ("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"):
        with pytest.raises(Refused):
            read(repacked(book(TABLE), lambda name, content, part=part: None if name == part else content))


def test_a_cell_at_the_end_of_the_world_costs_nothing():
    far = book([list(COLUMNS)])
    far = repacked(
        far,
        lambda name, content: (
            content.replace(b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>')
            if name.endswith("sheet1.xml")
            else content
        ),
    )
    with pytest.raises(Refused) as refused:
        read(far)
    [finding] = refused.value.findings
    assert finding.code == "too_many_columns" and "XFD1048576" in finding.text()


@given(arrays(np.int64, st.integers(1, 60), elements=st.integers(0, 40)), st.sampled_from([41, 100_000]))
def test_distinct_numbers_are_those_of_numpy(numbers, below):
    found, places = distinct(numbers, below)
    expected, inverse = np.unique(numbers, return_inverse=True)
    assert found.tolist() == expected.tolist() and places.tolist() == inverse.tolist()


def test_spread_values_stand_in_their_rows_and_blanks_are_null():
    found = spread(["a", None, "c"], np.array([2, 1, 0, -1, 2]), pa.string())
    assert found.to_pylist() == ["c", None, "a", None, "c"] and found.null_count == 2
    assert spread([], np.array([-1, -1]), pa.string()).to_pylist() == [None, None]


@pytest.mark.parametrize(
    ("data", "needed"),
    [
        (indicators({}), "Mã chỉ tiêu, Tên, Tên ngắn"),
        (documents({"ngay_xep": "10/01/2024"}), "Số hiệu, Loại, Tên"),
        (figures({}), "Mã chỉ tiêu, Đơn vị, Cấp, Năm, Kỳ, Nguồn"),
    ],
    ids=["indicators", "documents", "figures"],
)
def test_a_file_without_a_heading_is_answered_with_the_columns_of_what_it_seems_to_be(data, needed):
    headless = data.split(b"\n", 1)[1]
    with pytest.raises(Refused) as refused:
        Source(headless).form({})
    assert [finding.code for finding in refused.value.findings] == ["no_header"]
    assert f"Cần có các cột: {needed}" in str(refused.value)

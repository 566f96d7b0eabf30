"""Tables that are no plain ones: unfolded, said, asked; every value of the long table knows the cell of the file that it came from."""

import random

import pytest

from data.accounts.sign_in import CLI
from data.ingest.changes import CellChange, applied
from data.ingest.findings.finding import Refused
from data.ingest.importer import commit, inspect
from data.ingest.parsing.known_names import KnownNames
from data.ingest.reading import columns
from data.ingest.reading.columns import column_letter
from data.ingest.table.heading_words import says
from data.ingest.table.places import column_of, row_of
from data.ingest.table.source import Source
from data.ingest.table.title_keys import title_keys
from tests.data.ingest.sample_files import book, codes_and_places, tcvn3, text

NAMES = KnownNames(
    [("18112", "Xã Cam Lộ Thử"), ("18115", "Phường Hai"), ("42", "Tỉnh Thử")],
    [("CQ.06", "Hồ sơ điện tử"), ("HT.07", "Hạ tầng số"), ("CQ.29", "Tỷ lệ hồ sơ giải quyết trực tuyến")],
)


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (["Quý I"], {"ky": "Q1"}),
        (["Quý III/2026"], {"ky": "Q3", "nam": "2026"}),
        (["Q4-2025"], {"ky": "Q4", "nam": "2025"}),
        (["Quý", "IV"], {"ky": "Q4"}),
        (["Tháng 12"], {"ky": "T12"}),
        (["T1"], {"ky": "T1"}),
        (["Tháng", "03"], {"ky": "T3"}),
        (["01/2026"], {"ky": "T1", "nam": "2026"}),
        (["\ue0022026-03-01"], {"ky": "T3", "nam": "2026"}),
        (["6 tháng đầu năm 2026"], {"ky": "6T", "nam": "2026"}),
        (["Lũy kế 9 tháng"], {"ky": "9T"}),
        (["Cả năm"], {"ky": "N"}),
        (["Năm 2025"], {"nam": "2025", "ca_nam": "N"}),
        (["\ue0002025"], {"nam": "2025", "ca_nam": "N"}),
        (["Kế hoạch năm"], {"so_lieu": "chi_tieu", "ky": "N"}),
        (["Kế hoạch năm 2026"], {"so_lieu": "chi_tieu", "nam": "2026", "ca_nam": "N!"}),
        (["KH 2026"], {"so_lieu": "chi_tieu", "nam": "2026", "ca_nam": "N!"}),
        (["Thực hiện năm 2025"], {"so_lieu": "ket_qua", "nam": "2025", "ca_nam": "N!"}),
        (["TH 2026"], {"so_lieu": "ket_qua", "nam": "2026", "ca_nam": "N"}),
        (["Năm 2026", "Quý I", "TH"], {"nam": "2026", "ky": "Q1", "so_lieu": "ket_qua"}),
        (["Ước TH 9 tháng"], {"dinh_tinh": "uoc", "so_lieu": "ket_qua", "ky": "9T"}),
        (["Xã Cam Lộ Thử", "Mục tiêu"], {"don_vi": "Xã Cam Lộ Thử", "so_lieu": "chi_tieu"}),
        (["cam lộ thử", "TH"], {"don_vi": "cam lộ thử", "so_lieu": "ket_qua"}),
        (["\ue00018112"], {"don_vi": "18112"}),
        (["Cấp xã"], {"cap": "Cấp xã"}),
        (["CQ.06"], {"ma_chi_tieu": "CQ.06"}),
        (["Hạ tầng số", "Kết quả"], {"ma_chi_tieu": "Hạ tầng số", "so_lieu": "ket_qua"}),
        (["Kết quả thực hiện của các xã", "Quý I"], {"ky": "Q1"}),
        (["Lũy kế quý III"], None),
        (["TH/KH (%)"], None),
        (["So với cùng kỳ"], None),
        (["Quý I", "Quý II"], None),
        (["1"], None),
        (["Xã Không Có"], None),
    ],
)
def test_a_heading_says_what_its_figures_are_about_or_nothing(parts, expected):
    assert says(parts, NAMES) == expected


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (["KẾT QUẢ THỰC HIỆN QUÝ III NĂM 2026"], {"ky": "Q3", "nam": "2026", "so_lieu": "ket_qua"}),
        (["Kỳ: Quý III/2026"], {"ky": "Q3", "nam": "2026"}),
        (["Báo cáo 6 tháng đầu năm 2026"], {"ky": "6T", "nam": "2026"}),
        (["UBND TỈNH THỬ", "ỦY BAN NHÂN DÂN XÃ CAM LỘ THỬ"], {"don_vi": "XÃ CAM LỘ THỬ"}),
        (["Đơn vị: UBND xã Cam Lộ Thử", "Đơn vị tính: %"], {"don_vi": "xã Cam Lộ Thử"}),
        (["Số: 45/BC-UBND", "Hà Tĩnh, ngày 10 tháng 10 năm 2025"], {"nguon": "45/BC-UBND"}),
        (["(Kèm theo Báo cáo số 45/BC-UBND ngày 10/10/2026 của UBND xã)"], {"nguon": "45/BC-UBND"}),
        (["Nguồn: Phòng Văn hóa - Xã hội"], {"nguon": "Phòng Văn hóa - Xã hội"}),
        (["Chỉ tiêu: Hạ tầng số"], {"ma_chi_tieu": "Hạ tầng số"}),
        (["Giao chỉ tiêu năm 2026"], {"nam": "2026", "so_lieu": "chi_tieu"}),
        (["Năm 2025", "Năm 2026"], {}),
        (["Số liệu Quý II năm 2026 - Xã Cam Lộ Thử"], {"ky": "Q2", "nam": "2026", "don_vi": "Xã Cam Lộ Thử"}),
        (["(Kèm theo Báo cáo số 45/BC-UBND của UBND xã Cam Lộ Thử)"], {"nguon": "45/BC-UBND", "don_vi": "xã Cam Lộ Thử"}),
        (["TỔNG HỢP TỶ LỆ HỒ SƠ GIẢI QUYẾT TRỰC TUYẾN NĂM 2026"], {"ma_chi_tieu": "CQ.29", "nam": "2026"}),
    ],
)
def test_titles_say_what_the_whole_table_is_about_and_nothing_where_they_disagree(titles, expected):
    records = [(row, [title]) for row, title in enumerate(titles, start=1)]
    assert {header: one.text for header, one in title_keys(records, NAMES).items()} == expected


def opened(data, answers=None):
    source = Source(data, lambda: NAMES)
    return source.table(source.form(answers or {}), answers or {})


def rows_of(table):
    """(file row, column letter of the figure, {header: text}) of every row of a long table."""
    found = []
    for index, number in enumerate(table.row_numbers.tolist()):
        texts = {header: column.texts[column.codes[index]] for header, column in table.columns.items()}
        found.append((row_of(number), column_letter(column_of(number)) if column_of(number) is not None else "", texts))
    return found


GIVEN = {"constant.don_vi": "18112", "constant.cap": "xa", "constant.nam": "2025", "constant.nguon": "BC", "constant.ky": "N", "constant.so_lieu": "ket_qua"}  # fmt: skip


@pytest.mark.parametrize("make", [lambda table: text(table, ";").encode(), book], ids=["csv", "xlsx"])
@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (
            [["Mã chỉ tiêu", "Tháng 1", "Tháng 2", "Ghi chú"], ["CQ.06", "5", "6", "đã rà"]],
            [(2, "B", {"ky": "T1", "ket_qua": "5", "ghi_chu": "đã rà"}), (2, "C", {"ky": "T2", "ket_qua": "6"})],
        ),
        (
            [["TT", "Chỉ tiêu", "Đơn vị tính", "Quý III", "", "Quý IV", ""], ["", "", "", "KH", "TH", "KH", "TH"], ["1", "Hạ tầng số", "%", "10", "9", "20", ""]],
            [(3, "D", {"ma_chi_tieu": "Hạ tầng số", "ky": "Q3", "chi_tieu": "10", "ket_qua": "9"}), (3, "F", {"ky": "Q4", "chi_tieu": "20", "ket_qua": ""})],
        ),
        (
            [["Mã chỉ tiêu", "Xã Cam Lộ Thử", "", "Phường Hai", ""], ["", "Kế hoạch", "Thực hiện", "Kế hoạch", "Thực hiện"], ["CQ.06", "", "7", "8", "9"]],
            [(3, "B", {"don_vi": "Xã Cam Lộ Thử", "chi_tieu": "", "ket_qua": "7"}), (3, "D", {"don_vi": "Phường Hai", "chi_tieu": "8", "ket_qua": "9"})],
        ),
        (
            [["Đơn vị", "CQ.06", "Hạ tầng số"], ["18112", "1", "2"], ["Phường Hai", "3", ""]],
            [(2, "B", {"don_vi": "18112", "ma_chi_tieu": "CQ.06", "ket_qua": "1"}), (3, "B", {"don_vi": "Phường Hai", "ket_qua": "3"}), (2, "C", {"ma_chi_tieu": "Hạ tầng số", "ket_qua": "2"})],
        ),
        (
            [["Mã chỉ tiêu", "Năm 2024", "", "", "", "Năm 2025", ""], ["", "Quý I", "", "Quý II", "", "Quý I", ""], ["", "KH", "TH", "KH", "TH", "KH", "TH"], ["CQ.06", "1", "2", "3", "4", "5", "6"]],
            [(4, "B", {"nam": "2024", "ky": "Q1", "chi_tieu": "1", "ket_qua": "2"}), (4, "D", {"nam": "2024", "ky": "Q2", "ket_qua": "4"}), (4, "F", {"nam": "2025", "ky": "Q1", "chi_tieu": "5"})],
        ),
        (
            [["Mã chỉ tiêu", "2023", "2024"], ["CQ.06", "5", "-"], ["HT.07", "", "7"]],
            [(2, "B", {"nam": "2023", "ky": "N", "ket_qua": "5"}), (3, "C", {"nam": "2024", "ma_chi_tieu": "HT.07", "ket_qua": "7"})],
        ),
        (
            [["Mã chỉ tiêu", "KH năm 2026", "Ước TH 9 tháng năm 2026"], ["CQ.06", "50", "41"]],
            [(2, "B", {"nam": "2026", "ky": "N", "chi_tieu": "50", "ket_qua": ""}), (2, "C", {"ky": "9T", "ket_qua": "41", "dinh_tinh": "uoc"})],
        ),
        (
            [["Mã chỉ tiêu", "Tỉnh", "Huyện", "Xã"], ["CQ.06", "45", "40", "20"]],
            [(2, "B", {"cap": "Tỉnh", "ket_qua": "45"}), (2, "C", {"cap": "Huyện"}), (2, "D", {"cap": "Xã", "ket_qua": "20"})],
        ),
    ],
    ids=["months", "quarters with plan and result", "units", "indicators", "three rows", "years", "estimate", "levels"],
)  # fmt: skip
def test_a_wide_table_becomes_a_long_one(make, table, expected):
    numbers = [[int(cell) if cell.isdigit() and make is book else cell for cell in row] for row in table]
    found = rows_of(opened(make(numbers), {**GIVEN, "unfold": "yes"}))
    assert [(row, letter) for row, letter, _ in found] == [(row, letter) for row, letter, _ in expected]
    for (_, _, texts), (_, _, wanted) in zip(found, expected, strict=True):
        assert {header: texts[header].lstrip("\ue000") for header in wanted} == wanted


def test_keys_come_from_the_titles_and_one_question_says_all_of_it():
    data = text([["UBND XÃ CAM LỘ THỬ"], ["KẾT QUẢ THỰC HIỆN QUÝ III NĂM 2025"], ["(Kèm theo Báo cáo số 45/BC-UBND ngày 1/10/2025)"], ["Mã chỉ tiêu", "KH", "TH"], ["CQ.06", "5", "6"]]).encode()  # fmt: skip
    table = opened(data)
    [(row, _, texts)] = rows_of(table)
    assert (row, texts) == (5, {"ma_chi_tieu": "CQ.06", "don_vi": "XÃ CAM LỘ THỬ", "cap": "xa", "nam": "2025", "ky": "Q3", "chi_tieu": "5", "ket_qua": "6", "nguon": "45/BC-UBND"})  # fmt: skip
    [asked] = [finding for finding in table.findings if finding.severity == "ask"]
    assert asked.code == "table_wide" and asked.question.key == "unfold"
    assert all(part in asked.text() for part in ("(ô A1)", "(ô A2)", "(ô A3)", "thành 1 dòng"))
    assert not [finding for finding in opened(data, {"unfold": "yes"}).findings if finding.severity == "ask"]


def test_what_no_column_and_no_title_says_is_asked_and_a_plain_answer_needs_no_more():
    data = text([["Mã chỉ tiêu", "Cấp", "Đơn vị", "Kỳ", "Kết quả"], ["CQ.06", "xa", "18112", "N", "5"]]).encode()
    with pytest.raises(Refused) as refused:
        opened(data)
    questions = {finding.question.key: finding.question for finding in refused.value.findings}
    assert set(questions) == {"constant.nam", "constant.nguon"}
    assert questions["constant.nam"].options and questions["constant.nam"].typed and not questions["constant.nguon"].options
    table = opened(data, {"constant.nam": "2024", "constant.nguon": "12/BC-UBND"})
    assert [texts["nam"] for _, _, texts in rows_of(table)] == ["2024"]
    assert [finding.code for finding in table.findings] == ["table_read"]


def test_no_to_the_question_refuses_and_columns_can_be_told_one_by_one():
    data = text([["Mã chỉ tiêu", "Đợt một", "Quý II"], ["CQ.06", "5", "6"]]).encode()
    with pytest.raises(Refused) as refused:
        opened(data, {**GIVEN, "unfold": "no"})
    assert [finding.code for finding in refused.value.findings] == ["table_other"]
    told = opened(data, {**GIVEN, "column.B": "ket_qua|ky=Q1", "column.C": "bo_qua"})
    assert [(row, texts["ky"], texts["ket_qua"]) for row, _, texts in rows_of(told)] == [(2, "Q1", "5")]


def test_a_column_of_a_plain_table_can_be_told_as_well():
    heading = ["Mã chỉ tiêu", "Cấp", "Đơn vị", "Năm", "Kỳ", "Con số đạt được", "Nguồn"]
    data = text([heading, ["CQ.06", "xa", "18112", "2024", "N", "5", "BC"]]).encode()
    with pytest.raises(Refused):
        opened(data)
    table = opened(data, {"column.F": "ket_qua"})
    assert [(texts["ket_qua"], table.columns["ket_qua"].letter) for _, _, texts in rows_of(table)] == [("5", "F")]
    assert table.titles["ket_qua"] == "Con số đạt được" and not table.findings


def test_a_heading_that_nobody_can_find_may_be_named_by_its_row():
    data = text([["Mã", "Chỗ", "Bao nhiêu"], ["CQ.06", "18112", "5"]]).encode()
    answers = {**GIVEN, "heading": "1", "column.B": "don_vi", "column.C": "ket_qua"}
    del answers["constant.don_vi"]
    assert [(texts["don_vi"], texts["ket_qua"]) for _, _, texts in rows_of(opened(data, answers))] == [("18112", "5")]


QUARTER = [["UBND XÃ CAM LỘ THỬ"], ["BÁO CÁO KẾT QUẢ THỰC HIỆN QUÝ III NĂM 2026"], ["Số: 87/BC-UBND"]]


@pytest.mark.parametrize(
    ("heading", "figures", "expected", "said"),
    [
        (["Kế hoạch năm 2026", "Thực hiện Quý III"], ["80", "74,5"], [("N", "80", ""), ("Q3", "", "74,5")], "C là mục tiêu cả năm 2026, D là kết quả Quý III"),
        (["Thực hiện năm 2025", "Kế hoạch 2026", "Thực hiện"], ["70", "80", "74,5"], [("N", "", "70"), ("N", "80", ""), ("Q3", "", "74,5")], "C là kết quả cả năm 2025, D là mục tiêu cả năm 2026, E là kết quả"),
        (["Kế hoạch", "Thực hiện Quý III"], ["80", "74,5"], [("Q3", "80", "74,5")], "C, D là mục tiêu và kết quả Quý III"),
        (["Kế hoạch năm 2026", "Ước thực hiện cả năm"], ["80", "82"], [("N", "80", "82")], "C, D là mục tiêu và kết quả ước cả năm 2026"),
    ],
)  # fmt: skip
def test_the_plan_of_a_year_stays_that_of_the_year_under_the_title_of_a_quarter(heading, figures, expected, said):
    table = opened(text([*QUARTER, ["TT", "Chỉ tiêu", *heading], ["1", "Hạ tầng số", *figures]]).encode(), {"unfold": "yes"})
    found = [(texts["ky"], texts.get("chi_tieu", ""), texts.get("ket_qua", "")) for _, _, texts in rows_of(table)]
    assert found == expected
    assert any(finding.code == "table_read" and said in finding.text() for finding in table.findings)


def test_the_level_follows_from_units_that_are_communes_and_the_year_from_periods_that_name_it():
    heading = ["Đơn vị", "Tên chỉ tiêu", "Kỳ báo cáo", "Kết quả", "Nguồn"]
    rows = [["Xã Cam Lộ Thử", "Hạ tầng số", "Quý III/2026", "5", "BC"], ["P. Hai", "Hạ tầng số", "Quý II/2025", "6", "BC"]]
    table = opened(text([heading, *rows]).encode())
    assert [(texts["cap"], texts["nam"], texts["ky"]) for _, _, texts in rows_of(table)] == [
        ("xa", "2026", "Quý III/2026"),
        ("xa", "2025", "Quý II/2025"),
    ]
    assert table.columns["nam"].letter == table.columns["ky"].letter == "C"
    for change, asked in (((0, "Tỉnh Thử"), {"constant.cap"}), ((2, "Quý III"), {"constant.nam"})):
        other = [row[:] for row in rows]
        other[1][change[0]] = change[1]
        with pytest.raises(Refused) as refused:
            opened(text([heading, *other]).encode())
        assert {finding.question.key for finding in refused.value.findings} == asked


def test_a_table_of_units_without_any_indicator_is_asked_for_it():
    table = [["Đơn vị", "Quý I/2026", ""], ["", "KH", "TH"], ["Xã Cam Lộ Thử", "60", "55"], ["Phường Hai", "60", "57"], ["Bình quân toàn tỉnh", "60", "56"]]  # fmt: skip
    with pytest.raises(Refused) as refused:
        opened(text(table).encode())
    asked = {finding.question.key for finding in refused.value.findings if finding.question}
    assert asked == {"constant.ma_chi_tieu", "constant.nguon", "unfold"}
    answers = {"constant.ma_chi_tieu": "CQ.29", "constant.nguon": "BC", "unfold": "yes"}
    read = opened(text(table).encode(), answers)
    assert [(texts["don_vi"], texts["chi_tieu"], texts["ket_qua"], texts["cap"]) for _, _, texts in rows_of(read)] == [
        ("Xã Cam Lộ Thử", "60", "55", "xa"),
        ("Phường Hai", "60", "57", "xa"),
    ]
    assert "total_skipped" in {finding.code for finding in read.findings}


def test_which_sheet_is_meant_is_asked_before_anything_else():
    sheet = [["Mã chỉ tiêu", "Đơn vị", "Kỳ", "Năm", "Kết quả"], ["CQ.06", "18112", "Q2", "2026", "5"]]
    with pytest.raises(Refused) as refused:
        opened(book(sheet, sheet))
    assert [finding.code for finding in refused.value.findings] == ["sheet_choice"]
    with pytest.raises(Refused) as refused:
        opened(book(sheet, sheet), {"sheet": "Trang 2"})
    assert {finding.code for finding in refused.value.findings} == {"sheet_taken", "key_missing"}


def test_two_columns_for_one_figure_are_no_table():
    data = text([["Mã chỉ tiêu", "Quý I", "Q1"], ["CQ.06", "5", "6"]]).encode()
    with pytest.raises(Refused) as refused:
        opened(data, GIVEN)
    assert [finding.code for finding in refused.value.findings] == ["no_header"]


def test_sections_totals_and_signatures_of_a_wide_table_are_left_out_and_named():
    rows = [["TT", "Chỉ tiêu", "Quý I", "Quý II"], ["(1)", "(2)", "(3)", "(4)"], ["I", "CHÍNH QUYỀN SỐ", "", ""], ["1", "Hạ tầng số", "5", "6"], ["2", "Hồ sơ điện tử", "", ""], ["", "Tổng cộng", "5", "6"], ["", "Nơi nhận:", "", "Can Lộc, ngày 10 tháng 9 năm 2026"], ["", "- Lưu: VT.", "", "KT. CHỦ TỊCH"]]  # fmt: skip
    table = opened(text(rows).encode(), {**GIVEN, "unfold": "yes"})
    assert [(row, letter) for row, letter, _ in rows_of(table)] == [(4, "C"), (4, "D")]
    codes = {finding.code: tuple(finding.rows) for finding in table.findings}
    assert {
        "numbering_skipped": (2,),
        "section_skipped": (3,),
        "rows_silent": (5,),
        "signature_skipped": (7,),
    }.items() <= codes.items()


def test_merged_keys_of_a_workbook_are_filled_and_said():
    import io

    import openpyxl

    rows = [["Mã chỉ tiêu", "Cấp", "Đơn vị", "Năm", "Kỳ", "Kết quả", "Nguồn"], ["CQ.06", "xa", "18112", 2024, "Q1", 5, "BC"], ["", "", "", "", "Q2", 6, ""], ["HT.07", "xa", "18112", 2024, "Q1", 7, "BC"]]  # fmt: skip
    opened_book = openpyxl.load_workbook(io.BytesIO(book(rows)))
    for merged in ("A2:A3", "B2:B3", "C2:C3", "D2:D3", "G2:G3"):
        opened_book.active.merge_cells(merged)
    out = io.BytesIO()
    opened_book.save(out)
    table = opened(out.getvalue())
    assert [(texts["ma_chi_tieu"], texts["ky"], texts["nguon"]) for _, _, texts in rows_of(table)] == [("CQ.06", "Q1", "BC"), ("CQ.06", "Q2", "BC"), ("HT.07", "Q1", "BC")]  # fmt: skip
    assert codes_and_places(table.findings) == [("cells_filled", (3,), letter) for letter in "ABCDG"]


def test_a_table_copied_from_word_is_asked_about_and_no_leaves_the_cells_blank():
    rows = [["Mã chỉ tiêu", "Cấp", "Đơn vị", "Năm", "Kỳ", "Kết quả", "Nguồn"], *(["CQ.06" if quarter == 1 else "", "xa", "18112", "2024", f"Q{quarter}", "5", "BC"] for quarter in range(1, 5))]  # fmt: skip
    data = text(rows).encode()
    for answers, filled in (
        ({}, "CQ.06"),
        ({"fill": "yes"}, "CQ.06"),
        ({"fill": "no"}, ""),
        ({"fill.ma_chi_tieu": "no", "fill": "yes"}, ""),
    ):
        assert {texts["ma_chi_tieu"] for _, _, texts in rows_of(opened(data, answers))} == {"CQ.06", filled}
    assert codes_and_places(opened(data).findings) == [("cells_blank", (3, 4, 5), "A")]
    rows[3][0] = "HT.07"
    rows[2][0] = "HT.07"
    assert opened(text(rows).encode()).findings == []  # one blank cell is no pattern: it is refused where it stands


@pytest.mark.parametrize("seed", range(8))
def test_every_value_of_an_unfolded_table_says_the_cell_it_came_from(seed):
    chance = random.Random(seed)
    quarters = chance.sample(range(1, 13), chance.randint(1, 12))
    indicators = [f"CQ.{chance.randrange(100):02d}" for _ in range(chance.randint(1, 30))]
    paired = chance.random() < 0.5
    heads = [[f"Tháng {month}" for month in quarters for _ in range(1 + paired)], ["KH", "TH"] * len(quarters)][: 1 + paired]
    title = [["Năm 2025"], ["Đơn vị: Xã Cam Lộ Thử"]][: chance.randint(0, 2)]
    width = len(quarters) * (1 + paired)
    cells = {
        (row, column): str(chance.randrange(10_000)) if chance.random() < 0.8 else ""
        for row in range(len(indicators))
        for column in range(width)
    }
    keys = [["Mã chỉ tiêu"], [""]][: 1 + paired]
    table = [
        *title,
        *(key + head for key, head in zip(keys, heads, strict=True)),
        *([code, *(cells[row, column] for column in range(width))] for row, code in enumerate(indicators)),
    ]
    first = len(title) + len(keys) + 1
    wanted = {(first + row, column + 1): value for (row, column), value in cells.items() if value}
    for data in (text(table, ";").encode(), book(table)):
        try:
            long = opened(data, {**GIVEN, "unfold": "yes"})
        except Refused:
            assert not wanted
            continue
        seen = {}
        for index, number in enumerate(long.row_numbers.tolist()):
            for header in ("chi_tieu", "ket_qua"):
                if header in long.columns and (value := long.columns[header].texts[long.columns[header].codes[index]]):
                    cell = long.origin.cell(number, header)
                    seen[
                        row_of(number),
                        ord(cell.letter) - ord("A") if len(cell.letter) == 1 else 26 + ord(cell.letter[1]) - ord("A"),
                    ] = value
                    assert long.at(row_of(number), header, cell.letter) == [index]
            code = long.columns["ma_chi_tieu"].texts[long.columns["ma_chi_tieu"].codes[index]]
            assert indicators[row_of(number) - first] == code
            assert long.columns["ky"].texts[long.columns["ky"].codes[index]] == f"T{quarters[(column_of(number) - 1) // (1 + paired)] if column_of(number) is not None else quarters[0]}"  # fmt: skip
        assert seen == wanted


WIDE = text(
    [["Năm 2023"], ["Đơn vị: 18112"], ["Nguồn: Báo cáo tổng hợp"], ["Mã chỉ tiêu", "Quý I", "", "Quý II", ""], ["", "KH", "TH", "KH", "TH"], ["CQ.06", "70", "65,5", "70", "trên 50%"], ["CQ.999", "1", "2", "3", "4"], ["HT.07", "", "40", "", "41"]], ";"
).encode()  # fmt: skip


def test_findings_changes_and_typed_over_cells_speak_of_the_cells_of_the_file(own):
    answers = {"unfold": "yes"}
    preview = inspect(own, WIDE, "rong.csv", CLI, answers)
    stops = codes_and_places(preview.of("stop"))
    assert ("indicator_unknown", (7,), "A") in stops
    [(code, rows, letter)] = [stop for stop in stops if stop[2] == "E"]
    assert rows == (6,)
    [words] = [finding for finding in preview.of("stop") if finding.letter == "E"]
    assert "cột Quý II › TH (E6)" in words.text()
    assert {row.row_number for row in preview.changes} <= {6, 8}

    changes = [CellChange(6, "ket_qua", "trên 50%", "50,5", "E"), CellChange(7, "ma_chi_tieu", "CQ.999", "HT.45", "A")]
    mended = inspect(own, WIDE, "rong.csv", CLI, answers, changes=changes)
    assert not mended.of("stop") and mended.ready
    assert codes_and_places([finding for finding in mended.findings if finding.code == "cell_changed"]) == [
        ("cell_changed", (6,), "E"),
        ("cell_changed", (7,), "A"),
    ]
    receipt = commit(own, WIDE, "rong.csv", CLI, answers=answers, changes=changes, seen=None, reason="thử")
    assert receipt.written == 4 + 4 + 2
    stored = own.select(
        "select row_number, as_written from result where upload_id = $upload_id", {"upload_id": receipt.upload_id}
    )
    assert {(row_of(number), column_letter(column_of(number)), text) for number, text in stored.itertuples(index=False)} >= {
        (6, "B", "65,5%"),
        (6, "D", "50,5%"),
        (8, "D", "41%"),
    }


def test_what_a_proposal_puts_beside_a_figure_is_put_beside_that_figure_only(store):
    changes = [CellChange(6, "ket_qua", "trên 50%", "50", "E"), CellChange(6, "dinh_tinh", "", "tren", "E")]
    preview = inspect(
        store, WIDE, "rong.csv", CLI, {"unfold": "yes"}, changes=[*changes, CellChange(7, "ma_chi_tieu", "", "HT.45", "A")]
    )
    assert preview.ready and preview.unfolded
    table = opened(WIDE, {"unfold": "yes"})
    applied(table, changes)
    said = table.columns["dinh_tinh"]
    qualified = [number for number, code in zip(table.row_numbers.tolist(), said.codes, strict=True) if said.texts[code]]
    assert [(row_of(number), column_letter(column_of(number))) for number in qualified] == [(6, "D")]


def test_a_column_of_results_is_no_blank_plan_when_the_same_file_comes_again(own):
    table = [["Mã chỉ tiêu", "KH năm 2022", "Thực hiện quý I", "Kế hoạch quý I"], ["CQ.06", "40", "30", "20"]]
    given = {"constant.don_vi": "18073", "constant.cap": "xa", "constant.nam": "2022", "constant.nguon": "BC 7", "unfold": "yes"}
    commit(own, text(table).encode(), "a.csv", CLI, answers=given, seen=None, reason="thử")
    table[1] = ["CQ.06", "41", "31", "20"]
    found = [finding.code for finding in inspect(own, text(table).encode(), "b.csv", CLI, given).of("confirm")]
    assert "blank_over_value" not in found


def test_two_rows_for_one_figure_are_named_by_their_cells(store):
    data = text([["Mã chỉ tiêu", "Quý I", "Quý II"], ["CQ.06", "5", "6"], ["CQ.06", "7", "8"]], ";").encode()
    given = {key: answer for key, answer in GIVEN.items() if key != "constant.ky"} | {"unfold": "yes"}
    [twice, other] = [finding for finding in inspect(store, data, "a.csv", CLI, given).findings if finding.code == "row_twice"]  # fmt: skip
    assert twice.text().startswith("Dòng 2 (cột B) và 3 (cột B)") and other.text().startswith("Dòng 2 (cột C) và 3 (cột C)")


def test_a_file_of_which_nothing_can_be_read_before_its_questions_are_answered_is_a_preview_of_questions(store):
    preview = inspect(store, text([["Mã chỉ tiêu", "Quý I"], ["CQ.06", "5"]]).encode(), "a.csv", CLI)
    assert not preview.ready and preview.rows == 0 and not preview.changes
    assert {finding.question.key for finding in preview.of("ask")} == {"constant.cap", "constant.don_vi", "constant.nam", "constant.nguon", "constant.so_lieu", "unfold"}  # fmt: skip


def test_a_row_with_more_cells_than_the_heading_is_ragged_even_where_the_last_ones_are_blank():
    data = b"M\xc3\xa3 ch\xe1\xbb\x89 ti\xc3\xaau,Q1,Q2,Q3\nCQ.06,60,65,5,\nHT.07,1,2,3\n"
    table = opened(data, {**GIVEN, "unfold": "yes"})
    assert codes_and_places(table.findings)[0] == ("row_ragged", (2,), "")


def test_a_wide_table_that_becomes_too_many_rows_is_refused(monkeypatch):
    data = text([["Mã chỉ tiêu", "Q1", "Q2"], ["CQ.06", "5", "6"], ["HT.07", "", "8"]]).encode()
    monkeypatch.setattr(columns, "MAX_ROWS", 3)
    assert len(opened(data, {**GIVEN, "unfold": "yes"})) == 3
    monkeypatch.setattr(columns, "MAX_ROWS", 2)
    with pytest.raises(Refused) as refused:
        opened(data, {**GIVEN, "unfold": "yes"})
    assert [finding.code for finding in refused.value.findings] == ["too_many_rows"]


PARTLY = text([["Mã chỉ tiêu", "Quý I", "Quý II", "Quý III"], ["CQ.06", "70", "", "71"], ["HT.07", "", "", "40"]]).encode()


def test_the_question_about_a_table_counts_the_figures_that_are_filled_while_keys_are_missing():
    with pytest.raises(Refused) as refused:
        opened(PARTLY, {key: answer for key, answer in GIVEN.items() if key != "constant.nguon"})
    [wide] = [finding for finding in refused.value.findings if finding.code == "table_wide"]
    assert "thành 3 dòng số liệu" in wide.text()


def test_what_was_answered_for_the_whole_table_counts_the_rows_that_it_stands_for(store):
    answers = {"unfold": "yes", **{key: answer for key, answer in GIVEN.items() if key != "constant.ky"}, "constant.don_vi": "42", "constant.cap": "tinh", "constant.nguon": "125/BC-UBND"}  # fmt: skip
    preview = inspect(store, PARTLY, "rong.csv", CLI, answers)
    [unknown] = [finding for finding in preview.findings if finding.code == "document_unknown"]
    assert (tuple(unknown.rows), unknown.args["stands_for"]) == ((), 3)


def test_headings_in_an_old_font_are_converted_even_where_they_are_short():
    heads = ["Mã chỉ tiêu", "ĐVT", "Cấp", "Đơn vị", "Năm", "Kỳ", "Kết quả", "Nguồn"]
    data = text([[tcvn3(head) for head in heads], ["CQ.06", "%", "xa", "18112", "2024", "Q1", "5", "BC"]]).encode()
    table = opened(data)
    assert set(table.columns) >= {"ma_chi_tieu", "cap", "don_vi", "nam", "ky", "ket_qua", "nguon"}
    assert [texts["ky"] for _, _, texts in rows_of(table)] == ["Q1"] and not table.findings
    wide = text([[tcvn3(head) for head in ("Mã chỉ tiêu", "Kỳ", "Kết quả")], ["CQ.06", "Q1", "5"]]).encode()
    answers = {key: answer for key, answer in GIVEN.items() if key not in ("constant.ky", "constant.so_lieu")}
    assert [texts["ky"] for _, _, texts in rows_of(opened(wide, answers))] == ["Q1"]


@pytest.mark.parametrize("head", ["ĐVT", "Đơn vị tính", "ĐV tính", "đvt"])
def test_a_column_of_units_of_measure_is_known_and_no_oddity(head):
    for heads in (["Mã chỉ tiêu", head, "Cấp", "Đơn vị", "Năm", "Kỳ", "Kết quả", "Nguồn"], ["Mã chỉ tiêu", head, "Quý I"]):
        cells = ["CQ.06", "%", "xa", "18112", "2024", "Q1", "5", "BC"] if len(heads) > 3 else ["CQ.06", "%", "5"]
        table = opened(text([heads, cells]).encode(), {**({} if len(heads) > 3 else GIVEN), "unfold": "yes"})
        assert {finding.severity for finding in table.findings} <= {"note"}
        assert "column_unknown" not in {finding.code for finding in table.findings}

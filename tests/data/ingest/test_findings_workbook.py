"""The workbook of findings: the whole list, and the user's own file, its wrong cells coloured and commented."""

import io

import openpyxl
import pytest

from data.accounts.sign_in import CLI
from data.ingest.findings.finding import Finding
from data.ingest.findings_workbook import COLOURS, findings_workbook
from data.ingest.importer import inspect
from tests.data.ingest.sample_files import book, figures, lines, text
from tests.sample_workbooks import ods, xls


def sheets(data, findings, answers=None):
    return openpyxl.load_workbook(io.BytesIO(findings_workbook(data, findings, answers or {}))).worksheets


def colour(cell):
    return None if cell.fill.fill_type is None else f"#{cell.fill.fgColor.rgb[2:]}"


ROWS = ({"ket_qua": "69,3"}, {"ket_qua": "nhiều", "nam": "2024"})


@pytest.mark.parametrize(
    "data",
    [figures(*ROWS), book([["Báo cáo"], [], *lines(*ROWS)]), xls(lines(*ROWS)), ods(lines(*ROWS))],
    ids=["csv", "xlsx", "xls", "ods"],
)
def test_the_file_comes_back_as_it_stands_with_its_wrong_cells_coloured_and_commented(store, data):
    findings = inspect(store, data, "a.csv", CLI).findings
    listed, own = sheets(data, findings)
    assert (listed.title, own.title) == ("Danh sách", "Tệp của bạn")
    top = 2 if own["A1"].value == "Báo cáo" else 0
    assert [cell.value for cell in own[top + 1]] == lines(*ROWS)[0]
    assert [str(cell.value or "") for cell in own[top + 3]] == [str(cell) for cell in lines(*ROWS)[2]]
    wrong = own.cell(top + 3, 7)
    assert wrong.value == "nhiều" and colour(wrong) == COLOURS["stop"]
    assert wrong.comment.text.startswith(
        f"Lỗi phải sửa: Dòng {top + 3}, cột ket_qua (G{top + 3}): “nhiều” không phải một con số."
    )
    assert colour(own.cell(top + 2, 7)) is None and own.cell(top + 2, 7).comment is None
    line = next(row for row in listed.iter_rows(min_row=2) if row[0].value == "Lỗi phải sửa")
    assert [cell.value for cell in line[1:5]] == [str(top + 3), "ket_qua", f"G{top + 3}", "nhiều"]
    assert colour(line[0]) == COLOURS["stop"] and colour(line[1]) is None


def test_the_worst_of_several_findings_gives_the_colour_and_all_stand_in_the_comment():
    findings = [Finding("old_target", (2,), "nam", "D", "", {"year": 2020, "ago": 6}), Finding("not_a_year", (2,), "nam", "D", "x"), Finding("row_ragged", (2,), found="9", args={"expected": 8})]  # fmt: skip
    _, own = sheets(figures({"ket_qua": "5"}), findings)
    assert colour(own["D2"]) == COLOURS["stop"] and own["D2"].comment.text.count("\n") == 1
    assert "Dòng 2: dòng có 9 ô" in own["A2"].comment.text


def test_the_cells_of_a_wide_table_are_its_own(store):
    data = text([["Năm 2023"], ["Đơn vị: 18112"], ["Nguồn: BC"], ["Mã chỉ tiêu", "Quý I", "", "Quý II", ""], ["", "KH", "TH", "KH", "TH"], ["CQ.06", "70", "5", "70", "nhiều"], ["CQ.999", "1", "2", "3", "4"]], ";").encode()  # fmt: skip
    answers = {"unfold": "yes"}
    _, sheet = sheets(data, inspect(store, data, "a.csv", CLI, answers).findings, answers)
    stopped = {cell.coordinate for row in sheet.iter_rows() for cell in row if colour(cell) == COLOURS["stop"]}
    assert stopped == {"E6", "A7"} and "Quý II › TH (E6)" in sheet["E6"].comment.text


def test_a_text_longer_than_a_cell_and_signs_that_no_cell_holds_are_cut_away():
    findings = [Finding("not_a_number", (2,), "ket_qua", "G", "x" * 40_000, {"example": "1\x02"})]
    listed, own = sheets(figures({"ket_qua": "5"}), findings)
    assert len(own["G2"].comment.text) == 32_767
    assert len(list(listed.iter_rows(values_only=True))[1][4]) == 32_767


def test_a_file_that_is_no_table_has_only_the_list():
    listed, own = sheets(b"%PDF-1.4 x", [Finding("file_pdf")])
    assert list(own.iter_rows()) == [] and len(list(listed.iter_rows())) == 2


def test_a_file_without_a_heading_comes_back_all_the_same():
    _, own = sheets(b"a;b\n1;2\n", [Finding("no_header", args={"looked": 40, "needed": "x"})])
    assert [row for row in own.iter_rows(values_only=True)] == [("a", "b"), ("1", "2")]


def test_a_file_whose_quoting_breaks_far_below_shows_its_rows_until_there():
    rows = [{"ket_qua": str(number), "nam": str(2010 + number % 10)} for number in range(60)]
    data = figures(*rows) + b'CQ.06,tinh,42,2023,N,"a"b,5,x\n'
    listed, own = sheets(data, [Finding("needed", (5,), "nguon", "H", "", {"expected": "x"}), Finding("quote_broken", (62,))])
    assert own.max_row == 61 and colour(own["H5"]) == COLOURS["stop"]
    assert [row[1] for row in listed.iter_rows(values_only=True)] == ["Dòng", "5", "62"]

"""The workbook of findings: the user's own rows beside what is wrong with them, and the whole list."""

import io

import openpyxl

from data.accounts.sign_in import CLI
from data.ingest.findings.finding import Finding
from data.ingest.findings_workbook import findings_workbook
from data.ingest.importer import inspect
from tests.data.ingest.sample_files import figures


def sheets(data, findings):
    return openpyxl.load_workbook(io.BytesIO(findings_workbook(data, findings, {})))


def test_a_wrong_row_stands_as_it_is_with_its_sentence_behind_it(store):
    data = figures({"ket_qua": "69,3"}, {"ket_qua": "nhiều", "nam": "2024"})
    findings = inspect(store, data, "a.csv", CLI).findings
    own, listed = sheets(data, findings).worksheets
    assert (own.title, listed.title) == ("Dòng có lỗi", "Danh sách")
    heading, wrong = own.iter_rows()
    assert [heading[0].value, heading[1].value, heading[-1].value] == ["Dòng", "ma_chi_tieu", "Lỗi"]
    assert [wrong[0].value, wrong[7].value] == ["3", "nhiều"]
    assert wrong[-1].value.startswith("Lỗi phải sửa: Dòng 3, cột ket_qua (G3): “nhiều” không phải một con số.")
    assert heading[0].font.b and not wrong[0].font.b
    assert (wrong[-1].fill.fgColor.rgb, wrong[1].fill.fill_type) == ("FFFBE3D6", None)
    line = next(row for row in listed.iter_rows(min_row=2, values_only=True) if row[0] == "Lỗi phải sửa")
    assert line[1:5] == ("3", "ket_qua", "G3", "nhiều")


def test_a_text_longer_than_a_cell_and_signs_that_no_cell_holds_are_cut_away():
    data = figures({"ket_qua": "5"})
    findings = [Finding("not_a_number", (2,), "ket_qua", "G", "x" * 40_000, {"example": "1\x02"})]
    own, listed = sheets(data, findings).worksheets
    text = list(own.iter_rows(values_only=True))[1][-1]
    assert len(text) == 32_767 and text.startswith("Lỗi phải sửa")
    assert len(list(listed.iter_rows(values_only=True))[1][4]) == 32_767


def test_a_file_that_is_no_table_has_only_the_list():
    own, listed = sheets(b"%PDF-1.4 x", [Finding("file_pdf")]).worksheets
    assert list(own.iter_rows()) == [] and len(list(listed.iter_rows())) == 2


def test_a_file_whose_quoting_breaks_far_below_shows_its_rows_until_there():
    rows = [{"ket_qua": str(number), "nam": str(2010 + number % 10)} for number in range(60)]
    data = figures(*rows) + b'CQ.06,tinh,42,2023,N,"a"b,5,x\n'
    own, listed = sheets(
        data, [Finding("needed", (5,), "nguon", "H", "", {"expected": "x"}), Finding("quote_broken", (62,))]
    ).worksheets
    assert [row[0] for row in own.iter_rows(values_only=True)] == ["Dòng", "5"]
    assert [row[1] for row in listed.iter_rows(values_only=True)] == ["Dòng", "5", "62"]

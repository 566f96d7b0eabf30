"""Workbooks to fill in: what they hold, and that one nobody touched changes nothing."""

import io
from datetime import date

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from data.accounts.sign_in import CLI
from data.ingest.importer import commit, inspect
from data.ingest.table.forms import READ_ONLY
from data.ingest.templates.catalogue_template import register_template
from data.ingest.templates.figure_template import HEADERS, SPARE_ROWS, template
from queries.reads import document_list, entry_list, indicator_trend, units_on_day

TERRITORY = {"province_code": "42", "unit_id": "42"}
LETTERS = {header: get_column_letter(place) for place, header in enumerate(HEADERS, start=1)}


def filled_template(store, unit="42", year=2023, period="N"):
    rows = entry_list(store, province_code="42", unit_id=unit, year=year, period=period)
    units = units_on_day(store, province_code="42", on_day=date(year, 12, 31))
    documents = [row.number for row in document_list(store)]
    return rows, template(rows, units, documents, unit_code=unit, unit_name="Tỉnh Hà Tĩnh", year=year, period=period)


@pytest.mark.parametrize(
    ("unit", "year", "period"),
    [("42", 2022, "N"), ("42", 2023, "N"), ("42", 2022, "Q2"), ("440", 2022, "N"), ("440", 2023, "Q3")],
)
def test_an_untouched_template_changes_nothing(store, unit, year, period):
    rows, workbook = filled_template(store, unit, year, period)
    preview = inspect(store, workbook, "mẫu.xlsx", CLI)
    assert preview.ready and preview.new_rows == 0 and not preview.of("confirm")
    assert sum(row.rows for row in preview.counts) == len(rows.where(has_result=True))


def test_a_template_has_the_units_indicators_targets_last_figures_lists_and_an_explanation(store):
    rows, workbook = filled_template(store)
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    assert book.sheetnames == ["Số liệu", "Danh mục", "Đơn vị", "Văn bản", "Hướng dẫn"]
    sheet = book["Số liệu"]
    lines = {(row[0].value, row[3].value): row for row in sheet.iter_rows(min_row=5, max_row=4 + len(rows))}
    line = lines["CQ.06", "xa"]
    cells = {header: cell.value for header, cell in zip(HEADERS, line, strict=True)}
    assert (cells["don_vi"], cells["nam"], cells["ky"], cells["ket_qua"]) == ("42", 2023, "N", None)
    assert "40%" in cells["muc_tieu_dang_co"] and "20%" in cells["ket_qua_gan_nhat"] and "năm 2022" in cells["ket_qua_gan_nhat"]
    offered = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    lists = {header: offered.get(f"{letter}5") for header, letter in LETTERS.items()}
    assert lists["cap"] == '"tinh,huyen,xa,chung"' and lists["danh_gia"] == '"dat,chua_dat"'
    assert lists["can_cu"] == '"đo được,văn bản nêu,bằng lời"' and lists["nguon"].startswith("'Văn bản'!$A$2")
    assert {row[0].value for row in book["Đơn vị"].iter_rows(min_row=2)} >= {"42", "440", "448"}
    assert "Huyện Lộc Hà" in {row[1].value for row in book["Đơn vị"].iter_rows(min_row=2)}


def test_every_list_of_a_template_reaches_from_the_first_row_to_the_last_spare_one(store):
    rows, workbook = filled_template(store)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook))["Số liệu"]
    last = 4 + len(rows) + SPARE_ROWS
    rules = {str(rule.sqref): rule for rule in sheet.data_validations.dataValidation}
    at = {f"{letter}5:{letter}{last}": header for header, letter in LETTERS.items()}
    lists = {at[reach]: rule for reach, rule in rules.items()}
    assert set(lists) >= {"cap", "ky", "danh_gia", "can_cu", "nguon", "rut_lai"}
    assert all(rule.type == "list" and rule.allow_blank for rule in lists.values())
    assert {header for header, rule in lists.items() if rule.showErrorMessage} == {"cap", "ky"}
    assert lists["ky"].formula1 == '"N,6T,9T,Q1,Q2,Q3,Q4,T1,T2,T3,T4,T5,T6,T7,T8,T9,T10,T11,T12"'
    assert lists["cap"].errorTitle == "Không có trong danh sách"


def test_a_template_is_yellow_where_it_is_to_be_filled_in_and_keeps_texts_as_texts(store):
    rows, workbook = filled_template(store)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook))["Số liệu"]
    to_read = {"ma_chi_tieu", "ten_chi_tieu", "don_vi_tinh", "cap", "don_vi", "nam", "ky", "muc_tieu_dang_co", "ket_qua_gan_nhat"}
    filled, spare = (dict(zip(HEADERS, sheet[number], strict=True)) for number in (5, 5 + len(rows)))
    fill = lambda row: {header: cell.fill.fgColor.rgb[2:] for header, cell in row.items()}
    assert fill(filled) == {header: "F4F6F8" if header in to_read else "FFF7E0" for header in HEADERS}
    assert fill(spare) == {header: "F4F6F8" if header in READ_ONLY else "FFF7E0" for header in HEADERS}
    formats = {header: cell.number_format for header, cell in spare.items()}
    special = {"so_lieu_den_ngay": "dd/mm/yyyy", **dict.fromkeys(("ket_qua", "tu_so", "mau_so", "nam"), "General")}
    assert formats == {header: special.get(header, "@") for header in HEADERS}
    assert {cell.fill.fgColor.rgb[2:] for cell in sheet[4]} == {"0B4F8A"}
    assert all(cell.border.left.style == "thin" and cell.alignment.wrap_text for cell in sheet[5])


def test_a_template_stays_in_sight_and_prints_on_pages_of_its_width(store):
    rows, workbook = filled_template(store)
    sheet = openpyxl.load_workbook(io.BytesIO(workbook))["Số liệu"]
    whole = f"A4:{LETTERS[HEADERS[-1]]}{4 + len(rows) + SPARE_ROWS}"
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("C5", whole)
    assert (sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("$4:$4", "landscape", 0)
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.column_dimensions[LETTERS["ten_chi_tieu"]].width > 55 > sheet.column_dimensions[LETTERS["ma_chi_tieu"]].width


@pytest.mark.both_engines
def test_a_filled_in_template_is_read(own_store):
    _, workbook = filled_template(own_store)
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    sheet = book["Số liệu"]
    line = next(row for row in sheet.iter_rows(min_row=5) if (row[0].value, row[3].value) == ("CQ.06", "xa"))
    for header, value in {"ket_qua": 0.355, "nguon": "525/KH-UBND", "ghi_chu": "=1+1"}.items():
        line[HEADERS.index(header)].value = value
        line[HEADERS.index(header)].data_type = "n" if header == "ket_qua" else "s"
    line[HEADERS.index("ket_qua")].number_format = "0.0%"
    out = io.BytesIO()
    book.save(out)
    receipt = commit(own_store, out.getvalue(), "mẫu.xlsx", CLI, seen=None)
    assert receipt.written == 1
    assert indicator_trend(own_store, **TERRITORY, indicator_id="CQ.06").where(level="commune", year=2023)[0].actual == 35.5
    assert own_store.select("select note from result where upload_id = 2").note[0] == "=1+1"


@pytest.mark.parametrize(("name", "catalogue"), [("indicators", "indicator_catalogue"), ("documents", "document_register")])
def test_an_untouched_catalogue_changes_nothing(store, name, catalogue):
    rows = store.select(f"select count(*) as n from {catalogue}").n[0]
    preview = inspect(store, register_template(store, name), "danh mục.xlsx", CLI)
    assert (preview.form, preview.rows, preview.new_rows) == (name, rows, 0), [finding.text() for finding in preview.findings]

"""Workbooks to fill in: what they hold, and that one nobody touched changes nothing."""

import io
from datetime import date

import openpyxl
import pytest

from data.accounts.sign_in import CLI
from data.ingest.importer import commit, inspect
from data.ingest.templates.catalogue_template import register_template
from data.ingest.templates.figure_template import HEADERS, template
from queries.reads import document_list, entry_list, indicator_trend, units_on_day

PLACE = {"province_code": "42", "unit_id": "42"}


def made(store, unit="42", year=2023, period="N"):
    rows = entry_list(store, province_code="42", unit_id=unit, year=year, period=period)
    units = units_on_day(store, province_code="42", on_day=date(year, 12, 31))
    documents = [row.number for row in document_list(store)]
    return rows, template(rows, units, documents, unit_code=unit, unit_name="Tỉnh Hà Tĩnh", year=year, period=period)


@pytest.mark.parametrize(
    ("unit", "year", "period"),
    [("42", 2022, "N"), ("42", 2023, "N"), ("42", 2022, "Q2"), ("440", 2022, "N"), ("440", 2023, "Q3")],
)
def test_an_untouched_template_changes_nothing(store, unit, year, period):
    rows, workbook = made(store, unit, year, period)
    preview = inspect(store, workbook, "mẫu.xlsx", CLI)
    assert preview.ready and preview.new_rows == 0 and not preview.of("confirm")
    assert sum(row.rows for row in preview.counts) == len(rows.where(has_result=True))


def test_a_template_has_the_units_indicators_targets_last_figures_lists_and_an_explanation(store):
    rows, workbook = made(store)
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    assert book.sheetnames == ["Số liệu", "Danh mục", "Đơn vị", "Văn bản", "Hướng dẫn"]
    sheet = book["Số liệu"]
    lines = {(row[0].value, row[3].value): row for row in sheet.iter_rows(min_row=5, max_row=4 + len(rows))}
    line = lines["CQ.06", "xa"]
    cells = {header: cell.value for header, cell in zip(HEADERS, line, strict=True)}
    assert (cells["don_vi"], cells["nam"], cells["ky"], cells["ket_qua"]) == ("42", 2023, "N", None)
    assert "40%" in cells["muc_tieu_dang_co"] and "20%" in cells["ket_qua_gan_nhat"] and "năm 2022" in cells["ket_qua_gan_nhat"]
    lists = {str(rule.sqref).split(":")[0]: rule.formula1 for rule in sheet.data_validations.dataValidation}
    assert (
        lists["D5"] == '"tinh,huyen,xa,chung"'
        and lists["M5"] == '"dat,chua_dat"'
        and lists["N5"] == '"đo được,văn bản nêu,bằng lời"'
    )
    assert lists["P5"].startswith("'Văn bản'!$A$2")
    assert {row[0].value for row in book["Đơn vị"].iter_rows(min_row=2)} >= {"42", "440", "448"}
    assert "Huyện Lộc Hà" in {row[1].value for row in book["Đơn vị"].iter_rows(min_row=2)}


def test_a_filled_in_template_is_read(own_store):
    _, workbook = made(own_store)
    book = openpyxl.load_workbook(io.BytesIO(workbook))
    sheet = book["Số liệu"]
    line = next(row for row in sheet.iter_rows(min_row=5) if (row[0].value, row[3].value) == ("CQ.06", "xa"))
    for header, value in {"ket_qua": 0.355, "nguon": "525/KH-UBND", "ghi_chu": "=1+1"}.items():
        line[HEADERS.index(header)].value = value
        line[HEADERS.index(header)].data_type = "n" if header == "ket_qua" else "s"
    line[HEADERS.index("ket_qua")].number_format = "0.0%"
    out = io.BytesIO()
    book.save(out)
    receipt = commit(own_store, out.getvalue(), "mẫu.xlsx", CLI, seen_version=None)
    assert receipt.written == 1
    assert indicator_trend(own_store, **PLACE, indicator_id="CQ.06").where(level="commune", year=2023)[0].actual == 35.5
    assert own_store.select("select note from result where upload_id = 2").note[0] == "=1+1"


@pytest.mark.parametrize(("name", "catalogue"), [("indicators", "indicator_catalogue"), ("documents", "document_register")])
def test_an_untouched_catalogue_changes_nothing(store, name, catalogue):
    rows = store.select(f"select count(*) as n from {catalogue}").n[0]
    preview = inspect(store, register_template(store, name), "danh mục.xlsx", CLI)
    assert (preview.form, preview.rows, preview.new_rows) == (name, rows, 0), [finding.text() for finding in preview.findings]

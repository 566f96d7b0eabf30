"""Whatever a column of the form of figures brings arrives in the ledger: a step that forgets one loses figures without a word."""

import pytest

from data import form_files
from data.accounts.sign_in import CLI
from data.ingest.importer import commit, inspect
from data.ingest.table.forms import forms
from queries.sqlfile import sql_file

HEAD = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "chi_tieu", "dau", "chi_tieu_tu", "chi_tieu_den", "ket_qua", "gia_tri", "ket_qua_tu",
        "ket_qua_den", "dinh_tinh", "tu_so", "mau_so", "so_lieu_den_ngay", "danh_gia", "can_cu", "nguon", "vi_tri", "rut_lai", "ghi_chu")  # fmt: skip
SHARED = {
    "ma_chi_tieu": "CQ.06",
    "don_vi": "42",
    "nam": "2024",
    "ky": "N",
    "nguon": "Báo cáo thử",
    "vi_tri": "Phần I",
    "ghi_chu": "thử",
}
ROWS = [
    {"cap": "tinh", "chi_tieu": "từ 20 đến 30%", "dau": "range", "chi_tieu_tu": "20", "chi_tieu_den": "30"},
    {"cap": "huyen", "ket_qua": "50/100 hồ sơ", "gia_tri": "50", "dinh_tinh": "khoang", "tu_so": "50", "mau_so": "100",
     "so_lieu_den_ngay": "15/12/2024", "danh_gia": "dat", "can_cu": "đo được"},
    {"cap": "xa", "ket_qua": "81-85%", "ket_qua_tu": "81", "ket_qua_den": "85"},
]  # fmt: skip


@pytest.fixture
def upload(own_store):
    """Number of the upload that fills every column."""
    lines = [";".join(HEAD), *(";".join({**SHARED, **row}.get(name, "") for name in HEAD) for row in ROWS)]
    data = "\n".join(lines).encode()
    preview = inspect(own_store, data, "mọi cột.csv", CLI)
    assert preview.new_rows == len(ROWS), [finding.text() for finding in preview.findings]
    return own_store, commit(own_store, data, "mọi cột.csv", CLI, seen=preview.seen, reason="thử mọi cột").upload_id


@pytest.mark.parametrize("table", ["target", "result"])
def test_what_a_column_of_the_form_brings_arrives_in_the_ledger(upload, table):
    store, number = upload
    rows = store.select(f"select * from {table} where upload_id = $number", {"number": number})
    headers = {column: meaning.split("|")[0].strip() for column, (_, meaning) in sql_file("tables", table).columns.items()}
    filled = {column for column, header in headers.items() if header in HEAD and header != "rut_lai"}
    assert filled and not [column for column in filled if rows[column].isna().all()]


def test_every_column_of_the_form_is_tried():
    assert set(forms()["figures"].specs) <= set(HEAD)


def test_every_column_of_the_form_leaves_with_the_export():
    """What is withdrawn is not exported; the first column of ``figure_rows`` says into which file a row goes."""
    assert set(forms()["figures"].specs) - {"rut_lai"} == set(form_files.FIGURES)
    assert len(form_files.FIGURES) == len(sql_file("imports", "figure_rows").columns) - 1

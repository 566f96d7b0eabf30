"""The list of changes as a file speaks Vietnamese and writes numbers as Excel in Viet Nam reads them."""

from components.upload import findings_view
from components.upload.findings_view import HEADINGS, ORDERS
from components.upload.review import _as_csv
from data.accounts.sign_in import CLI
from data.ingest.findings.finding import Finding
from data.ingest.importer import inspect
from queries.rows import Rows
from queries.sqlfile import sql_file

FILE = b"ma_chi_tieu;cap;don_vi;nam;ky;ket_qua;nguon\nCQ.06;xa;42;2023;N;35,5;525/KH-UBND\n"


def test_the_list_of_changes_is_a_vietnamese_table(store):
    heading, line, end = _as_csv(inspect(store, FILE, "t.csv", CLI).changes).decode("utf-8-sig").split("\r\n")
    row = dict(zip(heading.split(";"), line.split(";"), strict=True))
    assert end == "" and set(sql_file("imports", "difference_list").columns) == set(HEADINGS)
    assert (row["Loại"], row["Cấp"], row["Thay đổi"], row["Số sẽ là"], row["Số đang có"]) == (
        "Kết quả",
        "Xã",
        "Mới",
        "35,5",
        "",
    )
    assert (row["Trạng thái trước"], row["Trạng thái sau"]) == ("Chưa có số liệu", "Chưa đạt")


def test_every_cause_has_an_example_and_the_counts_add_up(monkeypatch):
    written = []
    monkeypatch.setattr("components.upload.findings_view.st.html", written.append)
    many = [Finding("not_a_number", (row,), "ket_qua", "G", f"x{row}", {"example": "69,3"}) for row in range(2, 202)]
    few = [Finding("negative", (row,), "ket_qua", "G", "-1") for row in (300, 301)]
    findings_view.groups([*many, *few, Finding("fraction_zero", range(400, 500), "mau_so", "I", "0")])
    shown = "".join(written)
    assert shown.count("<li>") == 51, "fifty sentences and one that counts the rest"
    assert "Không phải một con số (200 chỗ)" in shown and "… và 153 chỗ nữa" in shown
    assert "Số âm (2 chỗ)" in shown and "Dòng 301" in shown and "Mẫu số bằng 0 (100 chỗ)" in shown and "Dòng 400" in shown


def test_the_list_of_changes_is_put_in_the_order_that_is_chosen():
    columns = ("row_number", "indicator_name", "unit_name", "last_change")
    rows = Rows(columns, [(4, "Hồ sơ", "Xã Đức Thọ", 1.0), (2, "Ảo", "Xã Dương", None), (3, "Bền", "Xã Cẩm", -7.5)])
    in_order = {name: [row.row_number for row in (rows.ordered(key) if key else rows)] for name, (_, key) in ORDERS.items()}
    assert in_order == {"": [4, 2, 3], "row": [2, 3, 4], "indicator": [2, 3, 4], "unit": [3, 2, 4], "moved": [3, 4, 2]}

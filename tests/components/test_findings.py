"""The list of changes as a file speaks Vietnamese and writes numbers as Excel in Viet Nam reads them."""

from components.findings import HEADINGS
from components.upload_review import _as_csv
from data.accounts import SHELL
from data.ingest.importer import inspect
from queries.sqlfile import sql_file

FILE = b"ma_chi_tieu;cap;don_vi;nam;ky;ket_qua;nguon\nCQ.06;xa;42;2023;N;35,5;525/KH-UBND\n"


def test_the_list_of_changes_is_a_vietnamese_table(store):
    heading, line, end = _as_csv(inspect(store, FILE, "t.csv", SHELL).changes).decode("utf-8-sig").split("\r\n")
    told = dict(zip(heading.split(";"), line.split(";"), strict=True))
    assert end == "" and set(sql_file("imports", "difference_list").columns) == set(HEADINGS)
    assert (told["Loại"], told["Cấp"], told["Thay đổi"], told["Số sẽ là"], told["Số đang có"]) == (
        "Kết quả",
        "Xã",
        "Mới",
        "35,5",
        "",
    )
    assert (told["Trạng thái trước"], told["Trạng thái sau"]) == ("Chưa có số liệu", "Chưa đạt")

"""A small store as this version leaves it, kept in ``old_stores`` when the version is given out: ``python -m tests.make_old_store``.

Figures, a document, a table that was unfolded and one with a cell typed over, an upload taken back, an account; a workbook whose bytes
hardly shrink. Every figure is invented.
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import tempfile
from contextlib import closing
from pathlib import Path

import openpyxl

from data.accounts.administration import create_account
from data.accounts.sign_in import CLI
from data.ingest.changes import CellChange
from data.ingest.importer import commit
from data.ingest.undo import take_back
from data.seed import load_seed
from data.version import VERSION
from queries.clock import on_day
from queries.schema import PUBLISHED
from queries.store import Store
from tests.queries.test_upgrade import FOLDER, MADE_ON, texts

WORLD = Path(__file__).parent / "tiny_world"
HEADERS = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "chi_tieu", "ket_qua", "nguon", "vi_tri", "ghi_chu")
DOCUMENT = "so_hieu,loai,ten,co_quan,ngay,ngay_xep,ma_don_vi\n4/BC-MAU,báo cáo,Báo cáo mẫu năm 2023,Tỉnh Mẫu Một,15/01/2024,15/01/2024,98\n"


def figures(*rows: tuple[str, ...]) -> bytes:
    """A file of the form of figures."""
    text = io.StringIO()
    csv.writer(text).writerows([HEADERS, *rows])
    return text.getvalue().encode()


def workbook() -> bytes:
    """A workbook with one figure and many sheets, so that it is kept in more than one piece."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (HEADERS, ("M.03", "chung", "98", 2023, "N", "", 410, "4/BC-MAU", "Phần II", "")):
        sheet.append(row)
    for number in range(8):
        book.create_sheet(f"Trang {number}").append([f"ghi chú {number * 7919}"])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


def fill(store: Store) -> None:
    """What people do with a store: bring figures in, correct, take back; and an account."""
    load_seed(store, WORLD)

    def bring(data: bytes, name: str, **more: object) -> int | None:
        return commit(store, data, name, CLI, seen=None, reason="đã kiểm tra", **more).upload_id  # type: ignore[arg-type]

    bring(DOCUMENT.encode(), "van-ban.csv")
    bring(figures(("M.01", "tinh", "98", "2023", "N", "", "81,5%", "4/BC-MAU", "Phần I", "")), "so-lieu.csv")
    bring(workbook(), "so-lieu.xlsx")
    typed = CellChange(row=2, column="ket_qua", letter="G", was="8,5", becomes="9,5")
    bring(figures(("M.02", "tinh", "98", "2023", "N", "", "8,5", "4/BC-MAU", "Phần I", "ước")), "sua-o.csv", changes=[typed])
    wide = "ma_chi_tieu,cap,don_vi,nam,nguon,Quý I,Quý II\nM.01,tinh,98,2024,Báo cáo quý,82,83\n".encode()
    bring(wide, "theo-quy.csv", answers={"unfold": "yes", "constant.so_lieu": "ket_qua"})
    wrong = bring(figures(("M.03", "chung", "98", "2023", "N", "", "4100", "Báo cáo nhầm", "", "")), "nham.csv")
    take_back(store, wrong or 0, CLI, "nhầm tệp")
    create_account(store, CLI, name="van.phong", display_name="Văn phòng", role="staff", territories=["98"])


def main() -> None:
    """Make the store of this version and what its published views say; both are small."""
    with tempfile.TemporaryDirectory() as place, on_day(MADE_ON):
        path = Path(place) / "store.duckdb"
        with closing(Store.create(path)) as store:
            fill(store)
            said = {
                view: {"columns": (columns := store.arrow(view).column_names), "rows": texts(store, view, columns)}
                for view in PUBLISHED
            }
        (FOLDER / f"store-{VERSION}.duckdb.gz").write_bytes(gzip.compress(path.read_bytes(), 9, mtime=0))
        (FOLDER / f"store-{VERSION}.json").write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()

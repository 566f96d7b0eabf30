"""Twenty files as a commune would send them, made from descriptions of real ones; what should come of each stands beside it.

python -m tests.commune_files FOLDER   writes them all, to be tried by hand
"""

from __future__ import annotations

import csv
import io
import sys
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from tests.sample_uploads import HEADERS, encoded
from tests.sample_workbooks import Percent, ods, ods_of, xls

Table = list[list[Any]]


@dataclass(frozen=True)
class CommuneFile:
    """A file and what should come of it: 'taken', 'asked' or 'refused', why, and the codes of the findings that say so.

    ``answers``: with them an asked file is taken. ``written``: figures that go in then.
    """

    name: str
    data: Callable[[], bytes]
    comes: str
    why: str
    codes: frozenset[str] = frozenset()
    answers: dict[str, str] = field(default_factory=dict)
    written: int = 0


UNIT, CODE, SOURCE = "Xã Can Lộc", "18406", "Báo cáo số 45/BC-UBND"
FILES_NAME = "Hồ sơ công việc quản lý dạng hồ sơ điện tử"
COMPUTERS = "Cán bộ, công chức được trang bị máy tính"
LAN = "Mạng LAN của UBND cấp xã kém chất lượng"
FORM = ["Mã chỉ tiêu", "Cấp", "Đơn vị", "Năm", "Kỳ", "Mục tiêu", "Kết quả", "Nguồn"]
TITLES = [
    ["ỦY BAN NHÂN DÂN XÃ CAN LỘC", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
    ["Số: 45/BC-UBND", "", "", "Độc lập - Tự do - Hạnh phúc"],
    ["", "", "", "Can Lộc, ngày 10 tháng 9 năm 2026"],
    ["KẾT QUẢ THỰC HIỆN CÁC CHỈ TIÊU CHUYỂN ĐỔI SỐ NĂM 2026"],
]
SIGNED = [
    [],
    ["", "Nơi nhận:", "", "TM. ỦY BAN NHÂN DÂN"],
    ["", "- Sở KH&CN;", "", "KT. CHỦ TỊCH"],
    ["", "- Lưu: VT.", "", "PHÓ CHỦ TỊCH"],
]


def comma(table: Table, delimiter: str = ";", encoding: str = "utf-8-sig", newline: str = "\r\n") -> bytes:
    """A table as text."""
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=newline).writerows(table)
    if encoding in ("cp1258", "tcvn3"):
        return encoded(out.getvalue(), encoding)
    return out.getvalue().encode(encoding)


def excel(table: Table, *merges: str, formats: dict[str, str] | None = None, hidden_rows: tuple[int, ...] = ()) -> bytes:
    """A table as .xlsx, cells merged as a clerk merges them."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in table:
        sheet.append([None if value == "" else value for value in row])
    for cells in merges:
        sheet.merge_cells(cells)
    for cell, number_format in (formats or {}).items():
        sheet[cell].number_format = number_format
    for row in hidden_rows:
        sheet.row_dimensions[row].hidden = True
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def long(*figures: tuple[str, str, Any, Any], unit: str = UNIT, year: Any = "2026", source: str = SOURCE) -> Table:
    """The form itself: (indicator, period, target, result) of each row."""
    return [FORM, *([code, "xã", unit, year, period, target, result, source] for code, period, target, result in figures)]


def _quarters() -> bytes:
    """Quý I–III across, title block above, signatures below; names instead of codes."""
    heading = ["TT", "Chỉ tiêu", "Đơn vị tính", "Quý I", "Quý II", "Quý III"]
    rows = [["1", FILES_NAME, "%", 61.5, 64, 69.3], ["2", COMPUTERS, "%", 95, 96, 98], ["3", LAN, "%", 5, 5, ""]]
    return excel([*TITLES, [], heading, *rows, *SIGNED], "A4:F4", "A1:C1", "D1:F1")


def _plan_and_result() -> bytes:
    """Two quarters, plan and result of each below one merged cell."""
    upper, lower = ["Mã chỉ tiêu", "Tên chỉ tiêu", "Quý I", "", "Quý II", ""], ["", "", "KH", "TH", "KH", "TH"]
    rows = [["CQ.06", FILES_NAME, 60, 61.5, 65, 66], ["HT.07", COMPUTERS, 95, 95, 100, 97]]
    return excel([*TITLES, upper, lower, *rows], "A5:A6", "B5:B6", "C5:D5", "E5:F5")


def _months() -> bytes:
    """Nine months of one indicator's counts, one sheet, .xls as the old computer saves it."""
    return xls(
        [
            ["Kết quả hồ sơ trực tuyến năm 2026"],
            ["Đơn vị: UBND xã Can Lộc"],
            ["Nguồn: Bộ phận Một cửa"],
            ["Mã chỉ tiêu", *(f"Tháng {month}" for month in range(1, 10))],
            ["CQ.44", *range(110, 200, 10)],
        ]
    )


def _units_across() -> bytes:
    """The commune's neighbours as columns, as the province's sheet has them."""
    upper = ["Chỉ tiêu", "Xã Can Lộc", "", "Xã Đồng Lộc", ""]
    return ods(
        [
            ["Thực hiện Quý III năm 2026"],
            ["Kèm theo Báo cáo số 45/BC-UBND"],
            upper,
            ["", "Kế hoạch", "Thực hiện", "Kế hoạch", "Thực hiện"],
            [FILES_NAME, 70, 69.3, 70, 71],
            [COMPUTERS, 100, 98, 100, 99],
        ],
        merges=[(3, 2, 3, 3), (3, 4, 3, 5)],
    )


def _years() -> bytes:
    """Years across, as numbers of the workbook; year's plan beside them."""
    return excel(
        [
            ["Kết quả thực hiện qua các năm"],
            ["Đơn vị: phường Bắc Hồng"],
            ["Nguồn: Báo cáo tổng hợp"],
            ["Mã chỉ tiêu", 2022, 2023, 2024],
            ["CQ.06", 40, 52.5, 60],
        ]
    )


def _merged_keys() -> bytes:
    """The indicator merged over its quarters, unit and source over all of them."""
    rows = [["CQ.06", UNIT, "Q1", 61.5, SOURCE], ["", "", "Q2", 64, ""], ["HT.07", "", "Q1", 95, ""], ["", "", "Q2", 96, ""]]
    return excel(
        [["Năm 2026, cấp xã"], ["Mã chỉ tiêu", "Đơn vị", "Kỳ", "Kết quả", "Nguồn"], *rows], "A3:A4", "A5:A6", "B3:B6", "E3:E6"
    )


def _from_word() -> bytes:
    """Copied from Word into Excel and saved as text: the merged cells have become blank ones."""
    figures = [(code, f"Quý {quarter}", "", result) for code, results in (("CQ.06", "61,5 64,2"), ("HT.07", "95 96")) for quarter, result in zip(("I", "II"), results.split(), strict=True)]  # fmt: skip
    table = long(*figures)
    for row in (2, 4):
        table[row][0] = ""
    return comma(table, "\t", "utf-16")


def _formula_error() -> bytes:
    """A share whose denominator is still blank."""
    cells = "".join(f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in FORM)
    row = long(("CQ.06", "Q3", "", ""))[1]
    wrong = '<table:table-cell table:formula="of:=[.I2]/[.J2]" office:value-type="string" calcext:value-type="error"><text:p>#DIV/0!</text:p></table:table-cell>'
    figures = "".join(
        wrong if place == 6 else f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for place, text in enumerate(row)
    )
    return ods_of(
        f'<table:table table:name="Quý III"><table:table-row>{cells}</table:table-row><table:table-row>{figures}</table:table-row></table:table>'
    )


COMMUNE_FILES = (
    CommuneFile("01 Mẫu điền đủ.xlsx", lambda: excel(long(("CQ.06", "Q3", 70, 69.3), ("HT.07", "Q3", 100, 98))), "taken", "tệp mẫu, số là số", written=4),
    CommuneFile("02 Lưu từ Excel tiếng Việt.csv", lambda: comma(long(("CQ.06", "Quý III/2026", "", "69,3"), ("CQ.44", "9 tháng đầu năm", "", "1.410"))), "taken", "chấm phẩy, dấu phẩy thập phân, BOM; 1.410 hồ sơ là số đếm", written=2),
    CommuneFile("03 Excel tiếng Anh.csv", lambda: comma(long(("CQ.06", "Q1", "70", "69.3"), ("CQ.44", "Q1", "", "1,410,498")), ","), "taken", "dấu chấm thập phân, được nói ra", frozenset({"number_english"}), written=3),
    CommuneFile("04 Windows-1258.csv", lambda: comma(long(("CQ.06", "Q2", "", "66,5"))[:2], ";", "cp1258"), "taken", "bảng mã cũ, được nói ra", frozenset({"encoding"}), written=1),
    CommuneFile("05 Phông VnTime.csv", lambda: comma([list(HEADERS), *long(("CQ.06", "Q2", "", "66,5"))[1:]], ";", "tcvn3"), "asked", "chữ TCVN3: có chuyển không", frozenset({"text_tcvn3"}), {"text_tcvn3": "yes"}, 1),
    CommuneFile("06 Quý theo hàng ngang.xlsx", _quarters, "asked", "bảng ngang, tên chỉ tiêu, khóa ở phần tiêu đề", frozenset({"table_wide"}), {"unfold": "yes"}, 8),
    CommuneFile("07 KH và TH từng quý.xlsx", _plan_and_result, "asked", "hai dòng tiêu đề, ô gộp", frozenset({"table_wide"}), {"unfold": "yes"}, 8),
    CommuneFile("08 Chín tháng.xls", _months, "asked", "tệp .xls, tháng theo hàng ngang", frozenset({"table_wide"}), {"unfold": "yes"}, 9),
    CommuneFile("09 Xã theo hàng ngang.ods", _units_across, "asked", "tệp .ods, tên đơn vị là tiêu đề", frozenset({"table_wide"}), {"unfold": "yes"}, 8),
    CommuneFile("10 Các năm.xlsx", _years, "asked", "năm là tiêu đề; kỳ là cả năm", frozenset({"table_wide"}), {"unfold": "yes"}, 3),
    CommuneFile("11 Ô gộp.xlsx", _merged_keys, "asked", "khóa gộp được điền và nói ra; cấp và năm ở tên bảng", frozenset({"table_wide", "cells_filled"}), {"unfold": "yes"}, 4),
    CommuneFile("12 Chép từ Word.txt", _from_word, "asked", "ô trống dưới mã: có phải lặp lại không", frozenset({"cells_blank"}), {"fill": "yes"}, 4),
    CommuneFile("13 Thiếu cột nguồn.csv", lambda: comma([row[:-1] for row in long(("CQ.06", "Q3", "", "69,3"))]), "asked", "nguồn hỏi một lần cho cả tệp", frozenset({"key_missing"}), {"constant.nguon": "45/BC-UBND"}, 1),
    CommuneFile("14 Tên cột gõ nhầm.csv", lambda: comma([["Mã chỉ tiêu", "Cấp", "Đơn vị", "Năm", "Kỳ", "Mục tiêu", "Kết qảu", "Nguồn"], *long(("CQ.06", "Q3", "70", "69,3"))[1:]]), "asked", "cột gần đúng: là cột nào", frozenset({"column_near"}), {"column.G": "ket_qua"}, 2),
    CommuneFile("15 Phần trăm của Excel.xls", lambda: xls(long(("CQ.06", "Q3", Percent(0.7), Percent(0.693)))), "taken", "định dạng % của Excel", written=2),
    CommuneFile("16 Lời văn thay số.xlsx", lambda: excel(long(("CQ.06", "Q3", 70, "trên 50%"), ("HT.07", "Q3", 100, 98))), "refused", "kết quả bằng lời, có số đề nghị", frozenset({"estimate_in_words"})),
    CommuneFile("17 Excel đổi số thành ngày.xlsx", lambda: excel(long(("CQ.06", "Q3", "", date(2026, 12, 16)))), "refused", "12/16 thành ngày", frozenset({"number_date"})),
    CommuneFile("18 Công thức lỗi.ods", _formula_error, "refused", "công thức của LibreOffice báo lỗi", frozenset({"cell_error"})),
    CommuneFile("19 Báo cáo.docx", lambda: _docx(), "refused", "tệp Word: chép bảng sang mẫu", frozenset({"file_word"})),
    CommuneFile("20 Số gộp ba cấp.csv", lambda: comma(long(("CQ.06", "N", "45%/ 40%/ 20%", ""))), "refused", "một ô, ba cấp", frozenset({"several_levels"})),
)  # fmt: skip


def _docx() -> bytes:
    from tests.data.ingest.sample_files import archive

    types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
    return archive(**{"[Content_Types]_DOT_xml": types, "word__document_DOT_xml": "<w:document/>"})


def main(folder: str) -> None:
    """Write every file into a folder, and a list of what should come of each."""
    to = Path(folder)
    to.mkdir(parents=True, exist_ok=True)
    for one in COMMUNE_FILES:
        (to / unicodedata.normalize("NFC", one.name)).write_bytes(one.data())
    said = "".join(f"{one.name}: {one.comes}; {one.why}\n" for one in COMMUNE_FILES)
    (to / "danh sach.txt").write_text(said, encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1])

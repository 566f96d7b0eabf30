"""The workbook that staff fill in: the unit's indicators with targets and last figures, lists to choose from, an explanation.

Columns, labels and explanations come from the tables' files; a filled-in template is read by the very same importer, and
one that nobody touched changes nothing.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from data.ingest.table.forms import READ_ONLY, WORDS, forms
from data.vietnamese.periods import period_name
from queries.rows import Rows

HEADERS = (
    "ma_chi_tieu", "ten_chi_tieu", "don_vi_tinh", "cap", "don_vi", "nam", "ky", "muc_tieu_dang_co", "ket_qua_gan_nhat",
    "ket_qua", "tu_so", "mau_so", "danh_gia", "can_cu", "so_lieu_den_ngay", "nguon", "vi_tri", "chi_tieu", "ghi_chu", "rut_lai",
)  # fmt: skip
_WIDTHS = {
    "ten_chi_tieu": 58,
    "don_vi": 12,
    "nguon": 24,
    "vi_tri": 22,
    "ghi_chu": 30,
    "muc_tieu_dang_co": 24,
    "ket_qua_gan_nhat": 24,
    "so_lieu_den_ngay": 16,
}
_NUMBERS = ("ket_qua", "tu_so", "mau_so")
_LEVEL_WORDS = {meaning: word for word, meaning in WORDS["cap"].items()}
_HEADING = PatternFill("solid", fgColor="0B4F8A")
_TO_FILL = PatternFill("solid", fgColor="FFF7E0")
_SHOWN = PatternFill("solid", fgColor="F4F6F8")
_LINE = Border(*(Side(style="thin", color="D5DBE1") for _ in range(4)))
_WRAP = Alignment(wrap_text=True, vertical="top")
SPARE_ROWS = 30
_HOW = (
    "Chỉ điền vào ô nền vàng; ô nền xám là để đọc, nạp lên không thay đổi gì.",
    "Ô để trống không nói gì về con số đó: không xóa, không sửa. Muốn rút một số đã nạp, ghi x vào cột Rút lại.",
    "Kết quả là một con số: 69,3 hoặc 69,3% hoặc 16/16. Lời văn (“trên 50%”, “khoảng 40”) ghi ở cột Ghi chú.",
    "Mốc công việc (đơn vị tính “mốc”) không có con số: Kết quả ghi Đạt hoặc Chưa đạt, hoặc ghi lời văn và chọn Đánh giá.",
    "Mỗi dòng có kết quả phải ghi Nguồn: số hiệu văn bản hoặc báo cáo nêu con số; Vị trí là chỗ trong văn bản, ví dụ “Phụ lục 1, mục 3”.",
    "Kỳ chưa kết thúc thì ghi Số liệu đến ngày, ví dụ 30/09/2026.",
    "Thêm chỉ tiêu khác: ghi ở các dòng trống cuối bảng, lấy mã ở tờ Danh mục. Thêm đơn vị khác: ghi mã hoặc tên ở cột Đơn vị, xem tờ Đơn vị.",
    "Sửa hoặc giao mục tiêu mới: ghi ở cột Mục tiêu (70; trên 50%; tối thiểu 80%; 20-30%) và nguồn là văn bản giao mục tiêu.",
    "Sai cũng không sao: khi nạp, mọi lỗi được nêu theo dòng và cột, chưa xác nhận thì chưa ghi gì.",
)


def template(
    rows: Rows, units: Rows, documents: Sequence[str], *, unit_code: str, unit_name: str, year: int, period: str
) -> bytes:
    """An .xlsx for a unit and a period. ``rows`` has the columns of ``entry_list``, ``units`` those of ``units_on_day``."""
    book = Workbook()
    form = forms()["figures"]
    labels = {header: (form.specs[header].labels or (header,))[0] for header in form.specs} | READ_ONLY
    sheet = book.active
    sheet.title = "Số liệu"
    sheet["A1"] = f"Cập nhật số liệu: {unit_name}, {period_name(year, period)}"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = "Điền vào ô nền vàng rồi kéo tệp này vào trang Cập nhật số liệu. Cách điền: xem tờ Hướng dẫn."
    for place, header in enumerate(HEADERS, start=1):
        cell = sheet.cell(4, place, labels[header])
        cell.font, cell.fill, cell.alignment = (
            Font(bold=True, color="FFFFFF"),
            _HEADING,
            Alignment(wrap_text=True, vertical="center"),
        )
        sheet.column_dimensions[get_column_letter(place)].width = _WIDTHS.get(header, 13)
    sheet.row_dimensions[4].height = 32
    sheet.freeze_panes = "C5"
    for number, row in enumerate(rows, start=5):
        _line(sheet, number, _cells(row, unit_code, year, period), filled=True)
    last = 4 + len(rows)
    for number in range(last + 1, last + 1 + SPARE_ROWS):
        _line(sheet, number, {}, filled=False)
    sheet.auto_filter.ref = f"A4:{get_column_letter(len(HEADERS))}{last + SPARE_ROWS}"
    sheet.print_title_rows, sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "4:4", "landscape", 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    _lists(book, sheet, rows, units, documents, last + SPARE_ROWS)
    _explanation(book, labels)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(row: Any, unit_code: str, year: int, period: str) -> dict[str, Any]:
    """The cells of one indicator and level."""
    last = f"{row.last_as_written} ({period_name(row.last_year, row.last_period)})" if row.last_as_written else ""
    value = row.actual if row.actual is not None else row.actual_as_written
    return {
        "ma_chi_tieu": row.indicator_id,
        "ten_chi_tieu": row.indicator_name,
        "don_vi_tinh": row.unit_of_measure,
        "cap": _LEVEL_WORDS[row.level],
        "don_vi": unit_code,
        "nam": year,
        "ky": period,
        "muc_tieu_dang_co": row.target_as_written or "",
        "ket_qua_gan_nhat": last,
        "ket_qua": value,
        "so_lieu_den_ngay": row.as_of,
        "nguon": row.actual_document,
        "vi_tri": row.actual_locator,
    }


def _line(sheet, number: int, cells: dict[str, Any], filled: bool) -> None:
    for place, header in enumerate(HEADERS, start=1):
        cell = sheet.cell(number, place)
        value = cells.get(header)
        if value not in (None, ""):
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
        if header == "so_lieu_den_ngay":
            cell.number_format = "dd/mm/yyyy"
        elif header in _NUMBERS:
            cell.number_format = "General"
        elif header != "nam":
            cell.number_format = "@"
        to_read = header in READ_ONLY or (filled and header in ("ma_chi_tieu", "cap", "don_vi", "nam", "ky"))
        cell.fill = _SHOWN if to_read else _TO_FILL
        cell.border, cell.alignment = _LINE, _WRAP


def _lists(book: Workbook, sheet, rows: Rows, units: Rows, documents: Sequence[str], last: int) -> None:
    """The sheets to choose from, and the drop-down lists of the columns."""
    columns = {
        "Danh mục": (("Mã chỉ tiêu", 14), ("Tên chỉ tiêu", 80), ("Đơn vị tính", 16), ("Nhóm", 28)),
        "Đơn vị": (("Mã đơn vị", 12), ("Tên đơn vị", 34), ("Thuộc", 34)),
        "Văn bản": (("Số hiệu", 34),),
    }
    seen = {row.indicator_id: (row.indicator_id, row.indicator_name, row.unit_of_measure, row.pillar_name) for row in rows}
    content = {
        "Danh mục": list(seen.values()),
        "Đơn vị": [(unit.code, unit.name, unit.parent_name or "") for unit in units],
        "Văn bản": [(number,) for number in documents],
    }
    for title, heads in columns.items():
        page = book.create_sheet(title)
        for place, (head, wide) in enumerate(heads, start=1):
            page.cell(1, place, head).font = Font(bold=True)
            page.column_dimensions[get_column_letter(place)].width = wide
        for number, line in enumerate(content[title], start=2):
            for place, text in enumerate(line, start=1):
                cell = page.cell(number, place, text)
                cell.data_type, cell.number_format = "s", "@"
        page.freeze_panes = "A2"
    choices = {
        "cap": '"' + ",".join(WORDS["cap"]) + '"',
        "ky": '"N,6T,9T,Q1,Q2,Q3,Q4,T1,T2,T3,T4,T5,T6,T7,T8,T9,T10,T11,T12"',
        "nguon": f"'Văn bản'!$A$2:$A${max(2, len(documents) + 1)}",
        "rut_lai": '"x"',
        "danh_gia": '"' + ",".join(WORDS["danh_gia"]) + '"',
        "can_cu": '"' + ",".join(WORDS["can_cu"]) + '"',
    }
    for header, source in choices.items():
        rule = DataValidation(type="list", formula1=source, allow_blank=True, showErrorMessage=header in ("cap", "ky"))
        rule.errorTitle, rule.error = "Không có trong danh sách", "Chọn một giá trị trong danh sách."
        at = get_column_letter(HEADERS.index(header) + 1)
        rule.add(f"{at}5:{at}{last}")
        sheet.add_data_validation(rule)


def _explanation(book: Workbook, labels: dict[str, str]) -> None:
    page = book.create_sheet("Hướng dẫn")
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 24, 110
    page["A1"], page["A1"].font = "Cách điền", Font(bold=True, size=14)
    for number, sentence in enumerate(_HOW, start=2):
        page.cell(number, 1, number - 1).alignment = Alignment(horizontal="right", vertical="top")
        page.cell(number, 2, sentence).alignment = _WRAP
    start = len(_HOW) + 3
    page.cell(start, 1, "Cột").font = page.cell(start, 2, "Ghi gì").font = Font(bold=True)
    for number, header in enumerate((header for header in HEADERS if header in EXPLAINED), start=start + 1):
        page.cell(number, 1, labels[header]).alignment = _WRAP
        page.cell(number, 2, EXPLAINED[header]).alignment = _WRAP


EXPLAINED = {
    "ma_chi_tieu": "Mã trong danh mục, ví dụ CQ.06. Ghi dạng chữ.",
    "cap": "Số liệu của cấp nào: tinh, huyen, xa, hoặc chung (mọi cấp).",
    "don_vi": "Mã hoặc tên đơn vị hành chính, ví dụ 440 hoặc Huyện Đức Thọ.",
    "nam": "Năm của số liệu, ví dụ 2023.",
    "ky": "N là cả năm; Q1 đến Q4 là quý; 6T, 9T là 6, 9 tháng đầu năm; T1 đến T12 là tháng.",
    "ket_qua": "Con số đạt được: 69,3 hoặc 69,3% hoặc 16/16.",
    "tu_so": "Số đạt, nếu có. Ghi thì ghi cả mẫu số.",
    "mau_so": "Tổng số, nếu có.",
    "danh_gia": "Văn bản tự đánh giá thế nào: dat hoặc chua_dat. Cần cho mốc công việc có kết quả bằng lời.",
    "can_cu": "Biết bằng cách nào: đo được, văn bản nêu (văn bản nói đã đạt mà không nêu số riêng) hoặc bằng lời. Để trống: có số là đo được, không có số là bằng lời.",
    "so_lieu_den_ngay": "Ngày mà kết quả tính đến, ví dụ 30/09/2026. Bắt buộc khi kỳ chưa kết thúc.",
    "nguon": "Số hiệu văn bản hoặc báo cáo nêu con số.",
    "vi_tri": "Chỗ trong văn bản, ví dụ Phần II.2.b.",
    "chi_tieu": "Chỉ ghi khi giao hoặc sửa mục tiêu: 70; trên 50%; tối thiểu 80%; 20-30%; <= 5.",
    "ghi_chu": "Điều cần nói thêm về con số.",
    "rut_lai": "Ghi x để rút con số này của nguồn này.",
}

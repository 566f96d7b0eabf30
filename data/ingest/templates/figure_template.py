"""The workbook that staff fill in: the unit's indicators with targets and last figures, lists to choose from, an explanation.

Columns, labels and explanations come from the tables' files; a filled-in template is read by the very same importer, and
one that nobody touched changes nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from data.ingest.table.forms import READ_ONLY, WORDS, forms
from data.ingest.workbook import BOLD, DAY, HEADING, TEXT, TITLE, WRAPPED, Workbook
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
_TO_FILL, _TO_READ = {"bg_color": "#FFF7E0"}, {"bg_color": "#F4F6F8"}
_CELL = {**WRAPPED, "border": 1, "border_color": "#D5DBE1"}
_KEY = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky")  # columns of a filled-in row that are not to be changed
_PERIODS = ("N", "6T", "9T", *(f"Q{number}" for number in range(1, 5)), *(f"T{number}" for number in range(1, 13)))
_HEAD, _FIRST = 4, 5  # row of the heading, first row below it
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
    rows: Rows[Any],
    units: Rows[Any],
    documents: Sequence[str],
    *,
    unit_code: str,
    unit_name: str,
    year: int,
    period: str,
    sample: bool = False,
) -> bytes:
    """An .xlsx for a unit and a period. ``rows`` has the columns of ``entry_list``, ``units`` those of ``units_on_day``; ``sample``: of a store
    with invented figures."""
    book = Workbook(sample=sample)
    form = forms()["figures"]
    labels = {header: form.label(header) for header in form.specs} | READ_ONLY
    sheet = book.sheet("Số liệu", [_WIDTHS.get(header, 13) for header in HEADERS])
    book.put(sheet, 1, 1, f"Cập nhật số liệu: {unit_name}, {period_name(year, period)}", **TITLE)
    book.put(sheet, 2, 1, "Điền vào ô nền vàng rồi kéo tệp này vào trang Cập nhật số liệu. Cách điền: xem tờ Hướng dẫn.")
    for column, header in enumerate(HEADERS, start=1):
        book.put(sheet, _HEAD, column, labels[header], **HEADING)
    last = _FIRST - 1 + len(rows) + SPARE_ROWS
    for number, row in enumerate(rows, start=_FIRST):
        _row(book, sheet, number, _cells(row, unit_code, year, period), filled=True)
    for number in range(_FIRST + len(rows), last + 1):
        _row(book, sheet, number, {}, filled=False)
    _layout(sheet, last)
    _choices(book, sheet, len(documents), last)
    _lists(book, rows, units, documents)
    _explanation(book, labels)
    return book.content()


def _layout(sheet: Any, last: int) -> None:
    """What stays in sight, the filter, and how the sheet is printed."""
    sheet.set_row(_HEAD - 1, 32)
    sheet.freeze_panes(_HEAD, 2)
    sheet.autofilter(_HEAD - 1, 0, last - 1, len(HEADERS) - 1)
    sheet.repeat_rows(_HEAD - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)


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


def _row(book: Workbook, sheet: Any, number: int, cells: Mapping[str, Any], filled: bool) -> None:
    """A row of the table: yellow is to be filled in, grey to be read."""
    for column, header in enumerate(HEADERS, start=1):
        to_read = header in READ_ONLY or (filled and header in _KEY)
        style = {**_CELL, **(_TO_READ if to_read else _TO_FILL), **_number_format(header)}
        book.put(sheet, number, column, cells.get(header), **style)


def _number_format(header: str) -> dict[str, str]:
    """Texts are kept as texts, so that Excel makes no day of 12/16 and no 1.1 of 1.10."""
    if header == "so_lieu_den_ngay":
        return DAY
    return {} if header in (*_NUMBERS, "nam") else TEXT


def _lists(book: Workbook, rows: Rows[Any], units: Rows[Any], documents: Sequence[str]) -> None:
    """The sheets to choose from."""
    indicators = {row.indicator_id: (row.indicator_id, row.indicator_name, row.unit_of_measure, row.pillar_name) for row in rows}
    _list(book, "Danh mục", {"Mã chỉ tiêu": 14, "Tên chỉ tiêu": 80, "Đơn vị tính": 16, "Nhóm": 28}, list(indicators.values()))
    unit_rows = [(unit.code, unit.name, unit.parent_name or "") for unit in units]
    _list(book, "Đơn vị", {"Mã đơn vị": 12, "Tên đơn vị": 34, "Thuộc": 34}, unit_rows)
    _list(book, "Văn bản", {"Số hiệu": 34}, [(number,) for number in documents])


def _list(book: Workbook, title: str, widths: Mapping[str, float], rows: Sequence[Sequence[str]]) -> None:
    """A sheet of texts; ``widths``: of each column, by its heading."""
    sheet = book.sheet(title, list(widths.values()))
    sheet.freeze_panes(1, 0)
    for column, heading in enumerate(widths, start=1):
        book.put(sheet, 1, column, heading, **BOLD)
    for number, row in enumerate(rows, start=2):
        for column, text in enumerate(row, start=1):
            book.put(sheet, number, column, text, **TEXT)


def _choices(book: Workbook, sheet: Any, documents: int, last: int) -> None:
    """The drop-down lists of the columns."""
    choices: dict[str, Sequence[str] | str] = {
        "cap": list(WORDS["cap"]),
        "ky": _PERIODS,
        "nguon": f"='Văn bản'!$A$2:$A${max(2, documents + 1)}",
        "rut_lai": ["x"],
        "danh_gia": list(WORDS["danh_gia"]),
        "can_cu": list(WORDS["can_cu"]),
    }
    for header, offered in choices.items():
        book.offer(sheet, HEADERS.index(header) + 1, _FIRST, last, offered, only=header in ("cap", "ky"))


def _explanation(book: Workbook, labels: Mapping[str, str]) -> None:
    sheet = book.sheet("Hướng dẫn", (24, 110))
    book.put(sheet, 1, 1, "Cách điền", **TITLE)
    for number, sentence in enumerate(_HOW, start=1):
        book.put(sheet, number + 1, 1, number, align="right", valign="top")
        book.put(sheet, number + 1, 2, sentence, **WRAPPED)
    start = len(_HOW) + 3
    book.put(sheet, start, 1, "Cột", **BOLD)
    book.put(sheet, start, 2, "Ghi gì", **BOLD)
    for row, header in enumerate((header for header in HEADERS if header in EXPLAINED), start=start + 1):
        book.put(sheet, row, 1, labels[header], **WRAPPED)
        book.put(sheet, row, 2, EXPLAINED[header], **WRAPPED)


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

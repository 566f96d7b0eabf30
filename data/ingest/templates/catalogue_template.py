"""A catalogue as the workbook in which staff bring it: its columns, its lists of words, its rows of today.

Everything comes from the form; one that nobody touched changes nothing.
"""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from data.ingest.table.forms import WORDS, forms
from queries import imports
from queries.store import Store

_HEADING = PatternFill("solid", fgColor="0B4F8A")
_KINDS = {
    "text": "chữ",
    "date": "ngày, ví dụ 29/12/2022",
    "decimal": "số",
    "int": "số nguyên",
    "bigint": "số nguyên",
    "boolean": "x hoặc để trống",
}
SPARE_ROWS = 100


def register_template(store: Store, name: str) -> bytes:
    """An .xlsx of the form 'indicators' or 'documents' with the rows that count now. Raises KeyError for another form."""
    form = forms()[name]
    rows = store.inside(lambda cursor: imports.register(cursor, form.tables[0]))
    book = Workbook()
    sheet = book.active
    sheet.title = form.title[:31]
    last = 1 + len(rows) + SPARE_ROWS
    for place, (header, spec) in enumerate(form.specs.items(), start=1):
        words = {meaning: word for word, meaning in WORDS.get(header, {}).items()}
        cell = sheet.cell(1, place, (spec.labels or (header,))[0])
        cell.font, cell.fill, cell.alignment = (
            Font(bold=True, color="FFFFFF"),
            _HEADING,
            Alignment(wrap_text=True, vertical="center"),
        )
        at = get_column_letter(place)
        sheet.column_dimensions[at].width = 48 if header in ("ten", "dinh_nghia", "ghi_chu") else 18
        for number, row in enumerate(rows, start=2):
            value = row[spec.column]
            line = sheet.cell(number, place, words.get(value, value))
            line.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(value, str):
                line.data_type, line.number_format = "s", "@"
            elif spec.kind == "date":
                line.number_format = "dd/mm/yyyy"
        if words:
            rule = DataValidation(
                type="list", formula1='"' + ",".join(WORDS[header]) + '"', allow_blank=True, showErrorMessage=True
            )
            rule.errorTitle, rule.error = "Không có trong danh sách", "Chọn một giá trị trong danh sách."
            rule.add(f"{at}2:{at}{last}")
            sheet.add_data_validation(rule)
    sheet.freeze_panes = "C2"
    _explanation(book, name)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _explanation(book: Workbook, name: str) -> None:
    """What each column takes; nothing here looks like a heading of a form."""
    form = forms()[name]
    page = book.create_sheet("Cách điền")
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 26, 90
    page["A1"], page["A1"].font = "Cách điền", Font(bold=True, size=14)
    page["A2"] = "Ô để trống giữ nguyên điều kho đang có. Dòng mới cần đủ các cột bắt buộc. Đổi mã là thêm một dòng mới."
    for number, (header, spec) in enumerate(form.specs.items(), start=4):
        takes = "một trong: " + ", ".join(WORDS[header]) if header in WORDS else _KINDS[spec.kind]
        page.cell(number, 1, "Cột " + (spec.labels or (header,))[0])
        page.cell(number, 2, takes + ("; bắt buộc" if spec.needed else "")).alignment = Alignment(wrap_text=True)

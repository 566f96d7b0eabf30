"""A catalogue as the workbook in which staff bring it: its columns, its lists of words, its rows of today.

Everything comes from the form; one that nobody touched changes nothing.
"""

from __future__ import annotations

from data.ingest.rows.catalogue_rows import MONEY
from data.ingest.table.forms import WORDS, Form, forms
from data.ingest.workbook import DAY, HEADING, TEXT, TITLE, WRAPPED, Workbook
from queries import imports
from queries.store import Store

_KINDS = {
    "text": "chữ",
    "date": "ngày, ví dụ 29/12/2022",
    "decimal": "số",
    "int": "số nguyên",
    "bigint": "số nguyên",
    "boolean": "x hoặc để trống",
}
_MONEY = "số tiền bằng đồng, ví dụ 1.500.000.000; ghi bằng lời thì giữ nguyên lời"
_WIDE = ("ten", "dinh_nghia", "ghi_chu", "ten_nhiem_vu", "ket_qua_du_kien", "noi_dung", "ly_do", "nguyen_van")
SPARE_ROWS = 100


def register_template(store: Store, name: str, sample: bool = False) -> bytes:
    """An .xlsx of a form other than that of figures with the rows that count now. ``sample``: of a store
    with invented figures. Raises KeyError for another form."""
    form = forms()[name]
    rows = store.inside(lambda cursor: imports.register(cursor, form.tables[0]))
    book = Workbook(sample=sample)
    sheet = book.sheet(form.title[:31], [48 if header in _WIDE else 18 for header in form.specs])
    sheet.freeze_panes(1, 2)
    for column, (header, spec) in enumerate(form.specs.items(), start=1):
        book.put(sheet, 1, column, form.label(header), **HEADING)
        words = {meaning: word for word, meaning in WORDS.get(header, {}).items()}
        for number, row in enumerate(rows, start=2):
            value = row[spec.column]
            text = words.get(value, value) if not isinstance(value, bool) else "x" if value else None
            style = TEXT if isinstance(text, str) else DAY if spec.kind == "date" else {}
            book.put(sheet, number, column, text, **WRAPPED, **style)
        if words:
            book.offer(sheet, column, 2, 1 + len(rows) + SPARE_ROWS, list(WORDS[header]), only=True)
    _explanation(book, form)
    return book.content()


def _explanation(book: Workbook, form: Form) -> None:
    """What each column takes; nothing here looks like a heading of a form."""
    sheet = book.sheet("Cách điền", (26, 90))
    book.put(sheet, 1, 1, "Cách điền", **TITLE)
    book.put(
        sheet, 2, 1, "Ô để trống giữ nguyên điều kho đang có. Dòng mới cần đủ các cột bắt buộc. Đổi mã là thêm một dòng mới."
    )
    for row, (header, spec) in enumerate(form.specs.items(), start=4):
        takes = "một trong: " + ", ".join(WORDS[header]) if header in WORDS else _MONEY if header == MONEY else _KINDS[spec.kind]
        book.put(sheet, row, 1, "Cột " + form.label(header))
        book.put(sheet, row, 2, takes + ("; bắt buộc" if spec.needed else ""), text_wrap=True)

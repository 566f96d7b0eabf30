"""Reminders to units that have not reported, as one Word file in the form of an official letter, a page a unit.

The form is that of Decree 30/2020 on official papers: the sender on the left, the nation's name on the right, number, place and day, subject,
addressee, text, signature. What the sender must fill in stands in square brackets.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from components.text import formats, times
from queries.rows import Rows

_FONT = "Times New Roman"
_CENTRE, _RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


@dataclass(frozen=True)
class Reminder:
    """What a unit still owes. ``period``: in words, 'Quý III năm 2026'; ``due_on``: None where no document sets a day;
    ``missing``: rows of ``missing_report_list``; ``document``: whose deadline it is; ``sample``: the figures are invented."""

    unit_name: str
    period: str
    due_on: date | None
    document: str
    missing: Rows[Any]
    sample: bool = False


def letters(reminders: Sequence[Reminder], place: str, today: date) -> bytes:
    """A DOCX with a page for each reminder; ``place`` is where the letters are written, as in 'Hà Tĩnh'."""
    document = Document()
    _page(document)
    for number, reminder in enumerate(reminders):
        if number:
            document.add_page_break()
        _letter(document, reminder, place, today)
    document.core_properties.title = "Nhắc báo cáo chỉ tiêu chuyển đổi số"
    document.core_properties.author = ""
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _page(document: Any) -> None:
    """A4 upright with the margins of official papers, in their letters."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin, section.top_margin, section.bottom_margin = Cm(3), Cm(1.5), Cm(2), Cm(2)
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(13)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    style.paragraph_format.space_after = Pt(6)


def _letter(document: Any, reminder: Reminder, place: str, today: date) -> None:
    _head(document, reminder, place, today)
    if reminder.sample:
        _line(document, formats.SAMPLE, bold=True, align=_CENTRE)
    _line(document, f"Kính gửi: Ủy ban nhân dân {formats.inside(reminder.unit_name)}", align=_CENTRE, before=10)
    _line(document, _request(reminder), indent=True)
    _missing(document, reminder.missing)
    _line(
        document,
        "Số liệu gửi qua trang “Cập nhật số liệu”, theo tệp mẫu của kỳ báo cáo; chỉ tiêu nào chưa có số liệu, đề nghị nêu lý do.",
        indent=True,
        before=6,
    )
    _line(document, f"Đề nghị {formats.inside(reminder.unit_name)} quan tâm thực hiện./.", indent=True)
    _foot(document)


def _request(reminder: Reminder) -> str:
    period = formats.inside(reminder.period)
    due = f", hạn báo cáo là ngày {times.day(reminder.due_on)} theo {reminder.document}" if reminder.due_on else ""
    return (
        f"Đến nay {formats.inside(reminder.unit_name)} chưa báo cáo {len(reminder.missing)} số liệu {period}{due}. "
        "Đề nghị báo cáo các số liệu sau trước ngày [ngày]:"
    )


def _head(document: Any, reminder: Reminder, place: str, today: date) -> None:
    """Sender, nation, number, day and subject, in two columns without lines."""
    left, right = _columns(document, (6.2, 10.3)).rows[0].cells
    _fill(left, [("[CƠ QUAN CẤP TRÊN]", False), ("[CƠ QUAN GỬI]", True), ("Số: [số]/[ký hiệu]", False)])
    _fill(right, [("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", True), ("Độc lập - Tự do - Hạnh phúc", True)])
    subject = left.add_paragraph(f"V/v báo cáo chỉ tiêu chuyển đổi số {formats.inside(reminder.period)}")
    subject.alignment = _CENTRE
    subject.runs[0].font.size = Pt(12)
    day = right.add_paragraph(f"{place}, ngày {today:%d} tháng {today.month} năm {today.year}")
    day.alignment = _RIGHT
    day.runs[0].italic = True


def _columns(document: Any, widths: Sequence[float], style: str | None = None) -> Any:
    """A table of one row whose columns are so wide, in centimetres."""
    table = document.add_table(rows=1, cols=len(widths), style=style)
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        column.cells[0].width = Cm(width)
    return table


def _fill(cell: Any, lines: Sequence[tuple[str, bool]]) -> None:
    """Lines of a cell in the middle, some of them bold."""
    for number, (text, bold) in enumerate(lines):
        paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
        run = paragraph.add_run(text)
        run.bold, run.font.size, paragraph.alignment = bold, Pt(12), _CENTRE
        paragraph.paragraph_format.space_after = Pt(0)


def _missing(document: Any, missing: Rows[Any]) -> None:
    """The table of what is missing."""
    widths = (1.1, 1.9, 9.3, 4.2)
    table = _columns(document, widths, "Table Grid")
    for cell, title in zip(table.rows[0].cells, ("TT", "Mã", "Chỉ tiêu", "Mục tiêu"), strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    for number, row in enumerate(missing, start=1):
        target = f"{formats.target(row)} (năm {row.target_year})" if row.target_year else formats.NOTHING
        for cell, text in zip(table.add_row().cells, (str(number), row.indicator_id, row.indicator_name, target), strict=True):
            cell.text = text
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Cm(width)
            for paragraph in cell.paragraphs:
                paragraph.paragraph_format.space_after = Pt(2)
                for run in paragraph.runs:
                    run.font.size = Pt(12)


def _foot(document: Any) -> None:
    """Who receives it, who signs it."""
    left, right = _columns(document, (8.0, 8.5)).rows[0].cells
    receivers = left.paragraphs[0].add_run("Nơi nhận:\n")
    receivers.bold = receivers.italic = True
    left.paragraphs[0].add_run("- Như trên;\n- Lưu: VT.").font.size = Pt(11)
    _fill(right, [("[CHỨC VỤ NGƯỜI KÝ]", True), ("", False), ("", False), ("[Họ và tên]", True)])


def _line(document: Any, text: str, *, bold: bool = False, align: Any = None, indent: bool = False, before: int = 0) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(text).bold = bold
    paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY if align is None else align
    paragraph.paragraph_format.space_before = Pt(before)
    if indent:
        paragraph.paragraph_format.first_line_indent = Cm(1)

"""Reminders as Word files: read again with python-docx, as Word would find them."""

import io
from datetime import date

import pytest
from docx import Document

from components.letters.reminder import Reminder, letters
from components.text import formats
from queries.rows import Rows

COLUMNS = (
    "indicator_id",
    "indicator_name",
    "unit_of_measure",
    "target_op",
    "target_low",
    "target_high",
    "target_as_written",
    "target_year",
)
MISSING = [
    ("CQ.06", "Tỷ lệ hồ sơ công việc", "%", ">=", 40.0, None, "70%/60%/40%", 2023),
    ("XH.22", "Tỷ lệ xã có Tổ", "%", None, None, None, None, None),
]


def made(*names, sample=False, due=date(2026, 9, 9)):
    rows = Rows(COLUMNS, MISSING)
    all_reminders = [Reminder(name, "Quý III năm 2026", due, "525/KH-UBND", rows, sample) for name in names]
    return Document(io.BytesIO(letters(all_reminders, "Hà Tĩnh", date(2026, 11, 28))))


def text_of(document):
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_a_letter_says_who_owes_what_and_by_whose_deadline():
    text = text_of(made("Xã Yên Hòa"))
    assert "Kính gửi: Ủy ban nhân dân xã Yên Hòa" in text
    assert "chưa báo cáo 2 số liệu quý III năm 2026, hạn báo cáo là ngày 09/09/2026 theo 525/KH-UBND" in text
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text and "Hà Tĩnh, ngày 28 tháng 11 năm 2026" in text
    assert formats.SAMPLE not in text and "hạn báo cáo" not in text_of(made("Xã Yên Hòa", due=None))


def test_the_table_holds_every_missing_figure_with_its_target():
    table = made("Xã Yên Hòa").tables[1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["TT", "Mã", "Chỉ tiêu", "Mục tiêu"],
        ["1", "CQ.06", "Tỷ lệ hồ sơ công việc", "40% (năm 2023)"],
        ["2", "XH.22", "Tỷ lệ xã có Tổ", formats.NOTHING],
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_each_unit_has_its_page(count):
    document = made(*(f"Xã {number}" for number in range(count)))
    assert document.element.xml.count('w:br w:type="page"') == count - 1
    assert len(document.tables) == 3 * count


def test_invented_figures_are_called_so():
    assert text_of(made("Xã Yên Hòa", sample=True)).count(formats.SAMPLE) == 1

"""Writing workbooks: a text stays a text, nothing that somebody wrote becomes a formula or a link.

What writes them (XlsxWriter) is loaded with the first workbook.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from data.vietnamese.terms import SAMPLE

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

HEADING = {"bold": True, "font_color": "#FFFFFF", "bg_color": "#0B4F8A", "text_wrap": True, "valign": "vcenter"}
TITLE = {"bold": True, "font_size": 14}
BOLD = {"bold": True}
WRAPPED = {"text_wrap": True, "valign": "top"}
TEXT = {"num_format": "@"}
DAY = {"num_format": "dd/mm/yyyy"}
_SAID = f"{SAMPLE}, không phải số liệu thật."
_LONGEST = 32_767  # characters of a cell
_SETTINGS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


class Workbook:
    """A workbook in the making. ``in_order``: cells come row by row, then memory does not grow with them.

    ``sample``: it says on every printed page and on a sheet of its own that its figures are invented.
    """

    def __init__(self, in_order: bool = False, sample: bool = False) -> None:
        import xlsxwriter

        self._out = io.BytesIO()
        self._book = xlsxwriter.Workbook(self._out, {**_SETTINGS, "constant_memory" if in_order else "in_memory": True})
        self._sample = sample
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}

    def sheet(self, title: str, widths: Sequence[float] = ()) -> Worksheet:
        """A new sheet behind the others; ``widths`` of its first columns, in letters."""
        sheet = self._book.add_worksheet(title)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        if self._sample:
            sheet.set_header(f"&R&B{SAMPLE}")
            sheet.set_tab_color("#B23C00")
        return sheet

    def put(self, sheet: Worksheet, row: int, column: int, value: Any, **style: Any) -> None:
        """Write a cell, row and column counted from 1; None and '' leave it blank, with its style."""
        cell = (row - 1, column - 1)
        if value is None or value == "":
            sheet.write_blank(*cell, None, self._format(style))
        elif isinstance(value, str):
            sheet.write_string(*cell, value[:_LONGEST], self._format(style))
        elif isinstance(value, date):
            sheet.write_datetime(*cell, value, self._format(style))
        else:
            sheet.write_number(*cell, value, self._format(style))

    def comment(self, sheet: Worksheet, row: int, column: int, text: str) -> None:
        """A comment at a cell, row and column counted from 1, large enough for a few sentences."""
        sheet.write_comment(
            row - 1, column - 1, text[:_LONGEST], {"x_scale": 3, "y_scale": 1 + text.count("\n") / 2, "font_size": 9}
        )

    def offer(self, sheet: Worksheet, column: int, first: int, last: int, choices: Sequence[str] | str, *, only: bool) -> None:
        """A drop-down list in the rows ``first`` to ``last`` of a column, all counted from 1.

        ``choices``: words, or a range of cells as a formula. ``only``: anything else is refused where it is typed.
        """
        rule = {
            "validate": "list",
            "source": choices if isinstance(choices, str) else list(choices),
            "show_error": only,
            "error_title": "Không có trong danh sách",
            "error_message": "Chọn một giá trị trong danh sách.",
        }
        sheet.data_validation(first - 1, column - 1, last - 1, column - 1, rule)

    def content(self) -> bytes:
        """The finished file."""
        if self._sample:
            self._book.set_properties({"title": SAMPLE, "comments": _SAID})
            self.put(self.sheet(SAMPLE, [60]), 1, 1, _SAID, **TITLE)
        self._book.close()
        return self._out.getvalue()

    def _format(self, style: dict[str, Any]) -> Format:
        key = tuple(sorted(style.items()))
        if key not in self._formats:
            self._formats[key] = self._book.add_format(style)
        return self._formats[key]

"""Workbooks of the other kinds for tests: the same table as .xls (xlwt) and as .ods (written here, XML and all)."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import xlwt

Table = Sequence[Sequence[Any]]
Merge = tuple[int, int, int, int]  # first row, first column, last row, last column, counted from 1
_SPACES = " ".join(
    f'xmlns:{short}="urn:{name}"'
    for short, name in (
        ("office", "oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("table", "oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("text", "oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("style", "oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("calcext", "org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"),
    )
)
_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"


class Percent(float):
    """A number that the workbook shows as per cent: 0.693."""


def xls(*sheets: Table, hidden: Iterable[int] = (), hidden_rows: Iterable[int] = (), merges: Iterable[Merge] = ()) -> bytes:
    """An .xls workbook; ``hidden`` sheets by place, ``hidden_rows`` and ``merges`` of the first."""
    book = xlwt.Workbook(encoding="utf-8")
    for place, table in enumerate(sheets):
        sheet = book.add_sheet(f"Trang {place + 1}")
        covered = {(row, column) for top, left, bottom, right in ([] if place else merges) for row in range(top, bottom + 1) for column in range(left, right + 1)}  # fmt: skip
        for number, row in enumerate(table, start=1):
            for column, value in enumerate(row, start=1):
                if value not in ("", None) and (number, column) not in covered:
                    sheet.write(number - 1, column - 1, *_xls_cell(value))
        sheet.visibility = int(place in hidden)
        if not place:
            for row in hidden_rows:
                sheet.row(row - 1).hidden = 1
            for top, left, bottom, right in merges:
                sheet.write_merge(top - 1, bottom - 1, left - 1, right - 1, table[top - 1][left - 1])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _xls_cell(value: Any) -> tuple[Any, ...]:
    if isinstance(value, Percent):
        return float(value), xlwt.easyxf(num_format_str="0.0%")
    if isinstance(value, date):
        return value, xlwt.easyxf(num_format_str="DD/MM/YYYY")
    return (value,)


def ods(*sheets: Table, hidden: Iterable[int] = (), hidden_rows: Iterable[int] = (), merges: Iterable[Merge] = ()) -> bytes:
    """An .ods workbook, the same way."""
    tables = [
        _ods_sheet(f"Trang {place + 1}", table, place in hidden, () if place else hidden_rows, () if place else merges)
        for place, table in enumerate(sheets)
    ]
    return ods_of("".join(tables))


def ods_of(tables: str) -> bytes:
    """An .ods workbook of ready-made ``table:table`` elements."""
    shown = '<style:style style:name="off" style:family="table"><style:table-properties table:display="false"/></style:style>'
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES}><office:automatic-styles>{shown}'
        f"</office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", _MIMETYPE, zipfile.ZIP_STORED)
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def _ods_sheet(name: str, table: Table, hidden: bool, hidden_rows: Iterable[int], merges: Iterable[Merge]) -> str:
    tops = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in merges}
    rows = []
    for number, row in enumerate(table, start=1):
        look = ' table:visibility="collapse"' if number in hidden_rows else ""
        cells = [_ods_cell(value, tops.get((number, column))) for column, value in enumerate(row, start=1)]
        rows.append(f"<table:table-row{look}>{''.join(cells)}<table:table-cell table:number-columns-repeated='900'/></table:table-row>")  # fmt: skip
    style = ' table:style-name="off"' if hidden else ""
    return f"<table:table table:name={quoteattr(name)}{style}>{''.join(rows)}</table:table>"


def _ods_cell(value: Any, span: tuple[int, int] | None) -> str:
    spanned = f' table:number-rows-spanned="{span[0]}" table:number-columns-spanned="{span[1]}"' if span else ""
    if value in ("", None):
        return f"<table:table-cell{spanned}/>"
    kind = {Percent: "percentage", bool: "boolean", date: "date"}.get(type(value))
    if kind is None:
        kind = "float" if isinstance(value, int | float) else "string"
    stored = {
        "boolean": f' office:boolean-value="{str(value).lower()}"',
        "date": f' office:date-value="{value}"',
        "string": "",
    }.get(kind, f' office:value="{value}"')
    shown = escape(str(value))
    return f'<table:table-cell{spanned} office:value-type="{kind}"{stored}><text:p>{shown}</text:p></table:table-cell>'

"""What was found, as a workbook: the user's own rows with an error column, and the whole list."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from data.ingest.findings.finding import Finding, Refused
from data.ingest.findings.sentences import FORMER_CODES
from data.ingest.preview import Preview
from data.ingest.reading.cells import seen
from data.ingest.table.source import Source

SEVERITIES = {"stop": "Lỗi phải sửa", "ask": "Cần trả lời", "confirm": "Cần xác nhận", "note": "Ghi nhận"}
MOST_ROWS = 50_000
_BOLD = Font(bold=True)
_WRAP = Alignment(wrap_text=True, vertical="top")
_RED = PatternFill("solid", fgColor="FBE3D6")


def findings_workbook(data: bytes, findings: Sequence[Finding], answers: Mapping[str, str]) -> bytes:
    """A workbook with two sheets: the rows of the file that have something wrong, as they stand in it, and every finding.

    Texts are written as texts: nothing in the file can become a formula.
    """
    book = Workbook(write_only=True)
    by_row: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.severity != "note":
            for row in list(finding.rows)[:MOST_ROWS]:
                by_row.setdefault(int(row), []).append(finding)
    _own_rows(book, data, answers, by_row)
    _list(book, findings)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _own_rows(book: Workbook, data: bytes, answers: Mapping[str, str], by_row: Mapping[int, list[Finding]]) -> None:
    sheet = book.create_sheet("Dòng có lỗi")
    records, header = _records(data, answers)
    lines, width = [], 0
    for row, cells in records:
        if row in header or row in by_row:
            lines.append((row, [seen(cell) for cell in cells]))
            width = max(width, len(cells))
        if len(lines) > MOST_ROWS:
            break
    sheet.column_dimensions["A"].width = 8
    for place in range(width):
        sheet.column_dimensions[get_column_letter(place + 2)].width = 18
    sheet.column_dimensions[get_column_letter(width + 2)].width = 90
    for row, cells in lines:
        told = "\n".join(f"{SEVERITIES[finding.severity]}: {finding.text(row)}" for finding in by_row.get(row, ()))
        bold = row in header
        line = [_text(sheet, str(row), bold), *(_text(sheet, cell, bold) for cell in cells), *[None] * (width - len(cells))]
        line.append(_text(sheet, "Lỗi" if bold and not told else told, bold, fill=bool(told)))
        if bold:
            line[0] = _text(sheet, "Dòng", True)
        sheet.append(line)


def _list(book: Workbook, findings: Sequence[Finding]) -> None:
    sheet = book.create_sheet("Danh sách")
    for place, wide in enumerate((16, 8, 18, 8, 30, 34, 100)):
        sheet.column_dimensions[get_column_letter(place + 1)].width = wide
    sheet.append([_text(sheet, head, True) for head in ("Mức", "Dòng", "Cột", "Ô", "Trong tệp", "Nguyên nhân", "Cách sửa")])
    written = 0
    for finding in findings:
        for row in list(finding.rows) or [0]:
            spot = f"{finding.letter}{row}" if finding.letter and row else finding.letter
            cells = (
                SEVERITIES[finding.severity],
                str(row or ""),
                finding.title or finding.column,
                spot,
                finding.found,
                finding.cause,
                finding.text(int(row)),
            )
            sheet.append([_text(sheet, cell) for cell in cells])
            written += 1
            if written >= MOST_ROWS:
                return


def _records(data: bytes, answers: Mapping[str, str]) -> tuple[Iterable[tuple[int, list[str]]], set[int]]:
    """The file's records and the rows of its heading; none of either when it cannot be read as a table."""
    try:
        source = Source(data)
        form = source.form(answers)
        return source.records(form, answers)
    except Refused:
        return [], set()


def _text(sheet, value: str, bold: bool = False, fill: bool = False) -> WriteOnlyCell:
    cell = WriteOnlyCell(sheet, value="".join(letter for letter in value if letter >= " " or letter in "\t\n"))
    cell.data_type = "s"
    cell.alignment = _WRAP
    if bold:
        cell.font = _BOLD
    if fill:
        cell.fill = _RED
    return cell


def as_json(preview: Preview) -> dict:
    """A preview for machines: counts by change and every finding with code, place and sentence."""
    return {
        "form": preview.form,
        "file": preview.file_name,
        "sha256": preview.sha256,
        "rows": preview.rows,
        "data_version": preview.data_version,
        "new_rows": preview.new_rows,
        "counts": {row.change: row.rows for row in preview.counts},
        "findings": [finding_json(finding) for finding in preview.findings],
    }


def finding_json(finding: Finding) -> dict:
    """A finding for machines; ``former_code`` is the name that its rule had before, null = it was always called so."""
    return {
        "code": finding.code,
        "former_code": FORMER_CODES.get(finding.code),
        "severity": finding.severity,
        "rows": [int(row) for row in list(finding.rows)[:1000]],
        "row_count": len(finding.rows),
        "column": finding.column,
        "letter": finding.letter,
        "found": finding.found,
        "text": finding.text(),
    }

"""What was found, as a workbook: the user's own rows with an error column, and the whole list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from data.ingest.findings.finding import Finding, Refused
from data.ingest.findings.sentences import FORMER_CODES
from data.ingest.preview import Preview
from data.ingest.reading.cells import seen
from data.ingest.table.source import Source
from data.ingest.workbook import WRAPPED, Workbook

SEVERITIES = {"stop": "Lỗi phải sửa", "ask": "Cần trả lời", "confirm": "Cần xác nhận", "note": "Ghi nhận"}
MOST_ROWS = 50_000
_BOLD = {**WRAPPED, "bold": True}
_RED = {**WRAPPED, "bg_color": "#FBE3D6"}
_LIST = {"Mức": 16, "Dòng": 8, "Cột": 18, "Ô": 8, "Trong tệp": 30, "Nguyên nhân": 34, "Cách sửa": 100}


def findings_workbook(data: bytes, findings: Sequence[Finding], answers: Mapping[str, str]) -> bytes:
    """A workbook with two sheets: the rows of the file that have something wrong, as they stand in it, and every finding.

    Texts are written as texts: nothing in the file can become a formula.
    """
    by_row: dict[int, list[Finding]] = {}
    for finding in findings:
        if finding.severity != "note":
            for row in list(finding.rows)[:MOST_ROWS]:
                by_row.setdefault(int(row), []).append(finding)
    book = Workbook(in_order=True)
    _own_rows(book, data, answers, by_row)
    _list(book, findings)
    return book.content()


def _own_rows(book: Workbook, data: bytes, answers: Mapping[str, str], by_row: Mapping[int, list[Finding]]) -> None:
    records, heading = _records(data, answers)
    wrong = ((row, [seen(cell) for cell in cells]) for row, cells in _sound(records) if row in heading or row in by_row)
    rows = list(islice(wrong, MOST_ROWS + 1))
    width = max((len(cells) for _, cells in rows), default=0)
    sheet = book.sheet("Dòng có lỗi", (8, *[18] * width, 90))
    for number, (row, cells) in enumerate(rows, start=1):
        text = "\n".join(f"{SEVERITIES[finding.severity]}: {finding.text(row)}" for finding in by_row.get(row, ()))
        style = _BOLD if row in heading else WRAPPED
        first, last = ("Dòng", text or "Lỗi") if row in heading else (str(row), text)
        for column, cell in enumerate((first, *cells), start=1):
            book.put(sheet, number, column, _printable(cell), **style)
        book.put(sheet, number, width + 2, _printable(last), **{**style, **(_RED if text else {})})


def _list(book: Workbook, findings: Sequence[Finding]) -> None:
    sheet = book.sheet("Danh sách", list(_LIST.values()))
    pairs = ((finding, int(row)) for finding in findings for row in list(finding.rows) or [0])
    for column, heading in enumerate(_LIST, start=1):
        book.put(sheet, 1, column, heading, **_BOLD)
    for number, (finding, row) in enumerate(islice(pairs, MOST_ROWS), start=2):
        for column, text in enumerate(_cells(finding, row), start=1):
            book.put(sheet, number, column, _printable(text), **WRAPPED)


def _cells(finding: Finding, row: int) -> tuple[str, ...]:
    """The cells of a finding about one row, by the headings of ``_LIST``; row 0 is the whole file."""
    at = f"{finding.letter}{row}" if finding.letter and row else finding.letter
    column = finding.title or finding.column
    return SEVERITIES[finding.severity], str(row or ""), column, at, finding.found, finding.cause, finding.text(row)


def _records(data: bytes, answers: Mapping[str, str]) -> tuple[Iterable[tuple[int, list[str]]], set[int]]:
    """The file's records and the rows of its heading; none of either when it cannot be read as a table."""
    try:
        source = Source(data)
        form = source.form(answers)
        return source.records(form, answers)
    except Refused:
        return [], set()


def _sound(records: Iterable[tuple[int, list[str]]]) -> Iterator[tuple[int, list[str]]]:
    """The records up to the one at which the file can be read no further."""
    with suppress(Refused):
        yield from records


def _printable(text: str) -> str:
    """Text without the control characters that a workbook cannot hold."""
    return "".join(letter for letter in text if letter >= " " or letter in "\t\n")


def as_json(preview: Preview) -> dict[str, Any]:
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


def finding_json(finding: Finding) -> dict[str, Any]:
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

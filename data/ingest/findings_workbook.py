"""What was found, as a workbook: the whole list, and the user's own file with its wrong cells coloured and commented."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import islice
from typing import Any

from data.ingest.findings.finding import Finding, Refused
from data.ingest.findings.sentences import FORMER_CODES
from data.ingest.preview import Preview
from data.ingest.reading.cells import NUMBER, seen
from data.ingest.table.source import Source
from data.ingest.workbook import WRAPPED, Workbook

SEVERITIES = {"stop": "Lỗi phải sửa", "ask": "Cần trả lời", "confirm": "Cần xác nhận", "note": "Ghi nhận"}
MOST_ROWS = 50_000
_BOLD = {**WRAPPED, "bold": True}
COLOURS = {"stop": "#F8CBAD", "ask": "#FFE699", "confirm": "#DDEBF7"}
MOST_COMMENTS = 5_000  # a workbook with more of them opens slowly; the list has every sentence
OWN_SHEET, LIST_SHEET = "Tệp của bạn", "Danh sách"
_LIST = {"Mức": 16, "Dòng": 8, "Cột": 18, "Ô": 8, "Trong tệp": 30, "Nguyên nhân": 34, "Cách sửa": 100}
_RANK = list(COLOURS)  # the worst first
Marked = Mapping[
    int, Mapping[int, Sequence[tuple[str, str]]]
]  # row -> column, counted from 1 -> (severity, sentence), the worst first


def findings_workbook(data: bytes, findings: Sequence[Finding], answers: Mapping[str, str], sample: bool = False) -> bytes:
    """A workbook with two sheets: every finding, and the file as it stands, its wrong cells coloured by severity, a comment saying why.

    Each row of the file stands in its own row; what a finding says of a whole row stands at its first cell. Texts are written as
    texts: nothing in the file can become a formula. ``sample``: of a store with invented figures.
    """
    book = Workbook(in_order=True, sample=sample)
    _list(book, findings)
    _own_rows(book, data, answers, _marked(findings))
    return book.content()


def _marked(findings: Sequence[Finding]) -> Marked:
    """What is said of which cell."""
    marked: dict[int, dict[int, list[tuple[str, str]]]] = {}
    for finding in sorted(
        (finding for finding in findings if finding.severity in COLOURS), key=lambda one: _RANK.index(one.severity)
    ):
        for row in map(int, list(finding.rows)[:MOST_ROWS]):
            cell = marked.setdefault(row, {}).setdefault(_column(finding.letter), [])
            cell.append((finding.severity, finding.text(row)))
    return marked


def _column(letter: str) -> int:
    """A is 1, AA is 27; 1 where no column is meant."""
    number = 0
    for each in letter:
        number = number * 26 + ord(each) - 64
    return number or 1


def _own_rows(book: Workbook, data: bytes, answers: Mapping[str, str], marked: Marked) -> None:
    sheet = book.sheet(OWN_SHEET, [18] * 12)
    comments = 0
    for row, texts in islice(_sound(_records(data, answers)), MOST_ROWS):
        notes = marked.get(row, {})
        for column in range(1, max([len(texts), *notes]) + 1):
            text = texts[column - 1] if column <= len(texts) else ""
            said = notes.get(column)
            style = {**WRAPPED, "bg_color": COLOURS[said[0][0]]} if said else WRAPPED
            book.put(sheet, row, column, _value(text), **style)
            if said and comments < MOST_COMMENTS:
                comments += 1
                sentences = "\n".join(f"{SEVERITIES[severity]}: {sentence}" for severity, sentence in said)
                book.comment(sheet, row, column, _printable(sentences))


def _value(text: str) -> str | float:
    """A cell as the file has it: a number stays a number, everything else is written as it is seen."""
    return float(text[1:]) if text[:1] == NUMBER else _printable(seen(text))


def _list(book: Workbook, findings: Sequence[Finding]) -> None:
    sheet = book.sheet(LIST_SHEET, list(_LIST.values()))
    pairs = ((finding, int(row)) for finding in findings for row in list(finding.rows) or [0])
    for column, heading in enumerate(_LIST, start=1):
        book.put(sheet, 1, column, heading, **_BOLD)
    for number, (finding, row) in enumerate(islice(pairs, MOST_ROWS), start=2):
        colour = {"bg_color": COLOURS[finding.severity]} if finding.severity in COLOURS else {}
        for column, text in enumerate(_cells(finding, row), start=1):
            book.put(sheet, number, column, _printable(text), **WRAPPED, **(colour if column == 1 else {}))


def _cells(finding: Finding, row: int) -> tuple[str, ...]:
    """The cells of a finding about one row, by the headings of ``_LIST``; row 0 is the whole file."""
    at = f"{finding.letter}{row}" if finding.letter and row else finding.letter
    column = finding.title or finding.column
    return SEVERITIES[finding.severity], str(row or ""), column, at, finding.found, finding.cause, finding.text(row)


def _records(data: bytes, answers: Mapping[str, str]) -> Iterable[tuple[int, list[str]]]:
    """The records of the text, or of the sheet that was read; none when it cannot be read as a table."""
    try:
        return Source(data).own_records(answers)
    except Refused:
        return []


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
    """A finding for machines; ``mark`` is what a commit names to tick it, ``former_code`` is the name that its rule had before, null = it was always called so."""
    return {
        "code": finding.code,
        "former_code": FORMER_CODES.get(finding.code),
        "severity": finding.severity,
        "cause": finding.cause,
        "mark": finding.mark,
        "needs_reason": finding.needs_reason,
        "rows": [int(row) for row in list(finding.rows)[:1000]],
        "row_count": len(finding.rows),
        "column": finding.column,
        "letter": finding.letter,
        "found": finding.found,
        "text": finding.text(),
    }

"""Where the table lies on a sheet: the heading among the first records, its columns, and the rows below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, islice

from data.ingest.findings.finding import Finding, Refused
from data.ingest.reading.cells import clean, shown
from data.ingest.reading.columns import Grid, column_letter, gather
from data.ingest.reading.csv_file import LOOK
from data.ingest.table.extra_rows import leave_out_extra_rows
from data.ingest.table.forms import READ_ONLY, Form
from data.vietnamese.text import folded

Record = tuple[int, list[str]]
_ROW_NUMBERS = ("stt", "tt", "so_tt", "so_thu_tu")  # headings of a column that only counts


@dataclass(frozen=True)
class Heading:
    """The heading of a table: its rows as Excel counts, and the texts of its columns by index."""

    first_row: int
    last_row: int
    texts: tuple[str, ...]
    records: int  # how many records it ends after

    def known(self, form: Form) -> list[str | None]:
        """The form's header for each column, None for a column that the form does not know."""
        return [form.header_of(text) if text else None for text in self.texts]


@dataclass
class LocatedTable:
    """A table found on a sheet: grid below the heading, index of each known header's column, and the headings as the file writes them."""

    grid: Grid
    indexes: dict[str, int]
    titles: dict[str, str]
    findings: list[Finding]


def find_heading(records: Sequence[Record], form: Form) -> tuple[Heading | None, int]:
    """The best heading for a form among the first records, and how many of the form's columns it has.

    Two rows may make one heading where cells were merged above it. None when not even the half of what is needed is there.
    """
    best: Heading | None = None
    most = 0
    for index in range(len(records)):
        for heading in _headings_from(records, index, form):
            count = len({form.header_of(text) for text in heading.texts if text} & set(form.specs))
            if count > most:
                best, most = heading, count
    enough = best is not None and len(set(best.known(form)) & set(form.needed)) * 2 >= len(form.needed)
    return (best if enough else None), most


def _headings_from(records: Sequence[Record], index: int, form: Form) -> list[Heading]:
    """What a record may be as a heading: by itself, and with the row right below it."""
    row_number, cells = records[index]
    texts = [clean(cell) for cell in cells]
    headings = [Heading(row_number, row_number, tuple(texts), index + 1)]
    if index + 1 < len(records) and records[index + 1][0] == row_number + 1:
        next_row, below = records[index + 1]
        merged = _two_rows(texts, [clean(cell) for cell in below], form)
        headings.append(Heading(row_number, next_row, tuple(merged), index + 2))
    return headings


def _two_rows(above: list[str], below: list[str], form: Form) -> list[str]:
    width = max(len(above), len(below))
    above, below = above + [""] * (width - len(above)), below + [""] * (width - len(below))
    if any(text and not text[0].isalpha() and text[0] not in "(*" for text in below):
        return above
    merged, reach = [], ""
    for upper, lower in zip(above, below, strict=True):
        reach = upper or reach
        choices = (lower, upper, f"{reach} {lower}".strip())
        merged.append(next((text for text in choices if text and form.header_of(text)), lower or upper))
    return merged


def no_header(needed: Iterable[str]) -> Finding:
    """The finding that no heading was found; ``needed``: what it must have, in the words of whoever is told."""
    return Finding("no_header", args={"looked": LOOK, "needed": ", ".join(needed)})


def locate(
    records: Iterable[Record], form: Form, below: Callable[[int, int], Grid | None] = lambda row, width: None
) -> LocatedTable:
    """Find the heading, check its columns and gather the rows below it. Raises Refused when there is no table of the form.

    ``below(row, width)`` may know a quicker way to the rows below a heading; None when it does not.
    """
    stream = iter(records)
    first = list(islice(stream, LOOK))
    heading, _ = find_heading(first, form)
    if heading is None:
        raise Refused([no_header(form.needed)])
    findings = _columns(heading, form)
    if heading.first_row > 1 and first[0][0] < heading.first_row:
        findings.append(Finding("title_skipped", args={"header": heading.first_row}))
    width = max(index + 1 for index, text in enumerate(heading.texts) if text)
    grid = below(heading.last_row, width) or gather(chain(first[heading.records :], stream), width)
    indexes = {header: index for index, header in enumerate(heading.known(form)) if header}
    left_out = leave_out_extra_rows(grid, indexes, form)
    findings += [*_ragged(grid, width), *left_out]
    if not len(grid.row_numbers):
        stops = [finding for finding in findings if finding.severity == "stop"]
        raise Refused([*stops, Finding("no_rows", args={"header": heading.last_row})])
    titles = {header: heading.texts[index] for header, index in indexes.items()}
    return LocatedTable(grid, indexes, titles, findings)


def _ragged(grid: Grid, width: int) -> list[Finding]:
    """The rows of the table that have more cells than its heading."""
    row_numbers = set(grid.row_numbers.tolist())
    return [
        Finding("row_ragged", rows=(row,), found=str(cells), args={"expected": width})
        for row, cells in grid.ragged
        if row in row_numbers
    ]


def _columns(heading: Heading, form: Form) -> list[Finding]:
    """What is doubtful about the columns of a heading; raises Refused when one is missing or there twice."""
    letters: dict[str, list[str]] = {}
    unknown: list[tuple[str, str]] = []
    for index, header in enumerate(heading.known(form)):
        if header:
            letters.setdefault(header, []).append(column_letter(index))
        elif heading.texts[index]:
            unknown.append((column_letter(index), heading.texts[index]))
    near, doubtful = _unknown_columns(unknown, heading.last_row, [header for header in form.specs if header not in letters])
    wrong = [*_repeated_columns(letters), *near, *_missing_columns(set(letters), form)]
    if wrong:
        raise Refused(wrong)
    return doubtful


def _repeated_columns(letters: dict[str, list[str]]) -> list[Finding]:
    return [
        Finding("column_twice", args={"column": header, "places": " và ".join(of_header)})
        for header, of_header in letters.items()
        if len(of_header) > 1 and header not in READ_ONLY
    ]


def _unknown_columns(unknown: list[tuple[str, str]], row: int, missing: list[str]) -> tuple[list[Finding], list[Finding]]:
    """(those that look like a column which is missing, the others); ``unknown``: (letter, text) of each."""
    near: list[Finding] = []
    doubtful: list[Finding] = []
    for letter, text in unknown:
        nearest = get_close_matches(folded(text), missing, n=1, cutoff=0.8)
        if nearest:
            near.append(Finding("column_near", (row,), shown(text), letter, shown(text), {"nearest": nearest[0]}))
        elif folded(text) not in _ROW_NUMBERS:
            doubtful.append(Finding("column_unknown", (row,), shown(text), letter, shown(text)))
    return near, doubtful


def _missing_columns(headers: set[str], form: Form) -> list[Finding]:
    missing = [
        Finding("column_missing", args={"column": header, "label": form.label(header)})
        for header in form.needed
        if header not in headers
    ]
    if form.name == "figures" and not {"chi_tieu", "ket_qua"} & headers:
        missing.append(Finding("column_missing", args={"column": "chi_tieu hoặc ket_qua", "label": "Mục tiêu hoặc Kết quả"}))
    return missing

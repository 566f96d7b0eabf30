"""Where the table lies on a sheet: the heading among the first records, its columns, and the rows below it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from itertools import chain, islice

import numpy as np

from data.ingest.findings.finding import Finding, Question, Refused
from data.ingest.parsing.known_names import KnownNames
from data.ingest.reading.cells import shown
from data.ingest.reading.columns import Grid, column_letter, gather
from data.ingest.reading.csv_file import LOOK
from data.ingest.table.extra_rows import leave_out_extra_rows
from data.ingest.table.fill_down import Merge, fill_merged, fill_pattern
from data.ingest.table.forms import IGNORED, READ_ONLY, Form
from data.ingest.table.heading_words import RESULT, TARGET
from data.ingest.table.layout import ASKED, NO_HEADING, Layout, find_layout, healed, in_words, questions, with_level_of_units
from data.ingest.table.places import Origin
from data.ingest.table.unfold import figures_in, unfolded
from data.vietnamese.dates import today
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
    answered: Mapping[int, str] = field(default_factory=dict)  # what somebody said that a column means, by its index

    def known(self, form: Form) -> list[str | None]:
        """The form's header for each column, None for a column that the form does not know."""
        headers = [form.header_of(text) if text else None for text in self.texts]
        for index, header in self.answered.items():
            headers[index] = header if header in form.specs or header in READ_ONLY else None
        return headers

    def headers(self, form: Form) -> list[str]:
        """The same, '' for None."""
        return [header or "" for header in self.known(form)]


@dataclass
class LocatedTable:
    """A table found on a sheet: grid below the heading, index of each known header's column, and the headings as the file writes them."""

    grid: Grid
    indexes: dict[str, int]
    titles: dict[str, str]
    findings: list[Finding]
    origin: Origin | None = None  # of a table that was unfolded

    def letter(self, header: str) -> str:
        """The column of a header as Excel shows it; of several the first; '' where no column says it."""
        if self.origin is None:
            return column_letter(self.indexes[header])
        return self.origin.letter(header)

    def letters(self, header: str) -> list[str]:
        """Every column of a header, as Excel shows it."""
        return [self.letter(header)] if self.origin is None else self.origin.letters(header)


@dataclass(frozen=True)
class Reading:
    """How somebody wants a sheet to be read: their answers, the names that the store knows, and the sheet's merged ranges.

    ``names`` is asked only where a table is no plain one.
    """

    answers: Mapping[str, str] = field(default_factory=dict)
    names: Callable[[], KnownNames] = KnownNames
    merges: Sequence[Merge] = ()

    def column(self, index: int) -> str:
        """What was answered about a column: a header, with more behind a bar; '' for nothing."""
        return self.answers.get(f"column.{column_letter(index)}", "")

    def layout(self, records: Sequence[Record], form: Form) -> Layout | None:
        """The layout of a table of figures that is no plain one; None for other forms, and where there is none."""
        return find_layout(records, form, self.names(), self.answers) if form.name == "figures" else None


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
    texts = [healed(cell, form) for cell in cells]
    headings = [Heading(row_number, row_number, tuple(texts), index + 1)]
    if index + 1 < len(records) and records[index + 1][0] == row_number + 1:
        next_row, below = records[index + 1]
        merged = _two_rows(texts, [healed(cell, form) for cell in below], form)
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
    records: Iterable[Record],
    form: Form,
    below: Callable[[int, int], Grid | None] = lambda row, width: None,
    reading: Reading | None = None,
) -> LocatedTable:
    """Find the heading, check its columns and gather the rows below it. Raises Refused when there is no table of the form.

    ``below(row, width)`` may know a quicker way to the rows below a heading; None when it does not.
    """
    reading = reading or Reading()
    stream = iter(records)
    first = list(islice(stream, LOOK))
    heading = plain_heading(first, form, reading)
    layout = reading.layout(first, form) if heading is None or wrong_columns(heading, form) else None
    if layout:
        return _laid_out(layout, first, stream, form, reading, below)
    if heading is None:
        raise Refused([no_header(form.needed)])
    findings = _columns(heading, form)
    if heading.first_row > 1 and first[0][0] < heading.first_row:
        findings.append(Finding("title_skipped", args={"header": heading.first_row}))
    width = max(index + 1 for index, text in enumerate(heading.texts) if text)
    grid = below(heading.last_row, width) or gather(chain(first[heading.records :], stream), width)
    indexes = {header: index for index, header in enumerate(heading.known(form)) if header}
    findings += fill_merged(grid, indexes, reading.merges)
    left_out = leave_out_extra_rows(grid, indexes, form)
    findings += [*_ragged(grid, width), *left_out]
    _rows_left(grid, findings, heading.last_row)
    if form.name == "figures":
        figures = [indexes[header] for header in (TARGET, RESULT, "gia_tri") if header in indexes]
        findings += fill_pattern(grid, indexes, figures, reading.answers)
    titles = {header: heading.texts[index] for header, index in indexes.items()}
    return LocatedTable(grid, indexes, titles, findings)


def _laid_out(
    layout: Layout,
    first: Sequence[Record],
    stream: Iterable[Record],
    form: Form,
    reading: Reading,
    below: Callable[[int, int], Grid | None],
) -> LocatedTable:
    """A table whose figures stand in blocks of columns, unfolded. Raises Refused with the questions without whose answers nothing can be read."""
    grid = below(layout.last_row, layout.width) or gather(chain(first[layout.records :], stream), layout.width)
    findings = fill_merged(grid, layout.columns(), reading.merges)
    findings += leave_out_extra_rows(grid, layout.keys, form, layout.figures())
    findings += _ragged(grid, layout.width)
    _rows_left(grid, findings, layout.last_row)
    findings += fill_pattern(grid, layout.columns(), layout.figures(), reading.answers)
    layout = with_level_of_units(layout, form, _units(grid, layout, form), reading.names())
    near, doubtful = _unread_columns(layout, form)
    findings += doubtful
    args = in_words(layout, form, figures_in(grid, layout))
    missing = questions(layout, form, today().year)
    if missing or near:
        asked = [finding for finding in _how_read(layout, args, reading.answers) if finding.severity == "ask"]
        raise Refused([*missing, *near, *asked])
    long = unfolded(grid, layout, form)
    findings += _how_read(layout, args, reading.answers)
    return LocatedTable(long.grid, long.indexes, long.titles, findings, long.origin)


def _units(grid: Grid, layout: Layout, form: Form) -> set[str]:
    """The units that the rows of a table name, each text once."""
    codes, texts = grid.columns[layout.keys["don_vi"]] if "don_vi" in layout.keys else (np.array([], np.int32), [])
    return {healed(texts[code], form) for code in np.unique(codes).tolist()} - {""}


def _how_read(layout: Layout, args: Mapping[str, object], answers: Mapping[str, str]) -> list[Finding]:
    """The question whether a layout is right, or that it was answered. Raises Refused where it is not."""
    answer = answers.get("unfold")
    if answer == "no":
        raise Refused([Finding("table_other", rows=(layout.last_row,), args=args)])
    if answer == "yes" or layout.obvious:
        return [Finding("table_read", args=args)]
    options = {"yes": "đúng, đọc như vậy", "no": "không đúng"}
    return [Finding("table_wide", args={**args, "question": Question("unfold", "Đọc bảng như vậy có đúng không?", options)})]


def _unread_columns(layout: Layout, form: Form) -> tuple[list[Finding], list[Finding]]:
    """The columns that no layout understands: those whose heading looks like a key that is missing, the others."""
    unknown = [(column_letter(index), layout.texts[index]) for index in layout.unknown]
    missing = [header for header in ASKED if header not in layout.keys]
    return _unknown_columns(unknown, layout.last_row, missing, form)


def _rows_left(grid: Grid, findings: Sequence[Finding], header_row: int) -> None:
    """Raises Refused when no row of the table is left."""
    if not len(grid.row_numbers):
        stops = [finding for finding in findings if finding.severity == "stop"]
        raise Refused([*stops, Finding("no_rows", args={"header": header_row})])


def plain_heading(records: Sequence[Record], form: Form, reading: Reading) -> Heading | None:
    """The heading of a plain table, its columns called as somebody answered; None when not even the half of what is needed is there."""
    row = reading.answers.get("heading", "")
    if row == NO_HEADING:
        return None
    if row:
        headings = [heading for index in range(len(records)) for heading in _headings_from(records, index, form) if str(heading.last_row) == row]  # fmt: skip
        heading = headings[0] if headings else None
    else:
        heading = find_heading(records, form)[0]
    if heading is None:
        return None
    answered = {index: reading.column(index).partition("|")[0] for index in range(len(heading.texts))}
    heading = replace(heading, answered={index: header for index, header in answered.items() if header})
    return heading if len(set(heading.known(form)) & set(form.needed)) * 2 >= len(form.needed) else None


def _ragged(grid: Grid, width: int) -> list[Finding]:
    """The rows of the table that have more cells than its heading."""
    row_numbers = set(grid.row_numbers.tolist())
    return [
        Finding("row_ragged", rows=(row,), found=str(cells), args={"expected": width})
        for row, cells in grid.ragged
        if row in row_numbers
    ]


def wrong_columns(heading: Heading, form: Form) -> list[Finding]:
    """What keeps a heading from being one of the form: columns that are there twice, or that are missing."""
    letters: dict[str, list[str]] = {}
    for index, header in enumerate(heading.known(form)):
        if header:
            letters.setdefault(header, []).append(column_letter(index))
    return [*_repeated_columns(letters, form), *_missing_columns(set(letters), form)]


def _columns(heading: Heading, form: Form) -> list[Finding]:
    """What is doubtful about the columns of a heading; raises Refused when one is missing or there twice, or may be one that is missing."""
    known = heading.known(form)
    unread = [index for index, header in enumerate(known) if not header and heading.texts[index]]
    unknown = [(column_letter(index), heading.texts[index]) for index in unread if heading.answered.get(index) != IGNORED]
    missing = [header for header in form.specs if header not in known]
    near, doubtful = _unknown_columns(unknown, heading.last_row, missing, form)
    wrong = wrong_columns(heading, form)
    if wrong or near:
        raise Refused([*wrong, *near])
    return doubtful


def _repeated_columns(letters: dict[str, list[str]], form: Form) -> list[Finding]:
    return [
        Finding("column_twice", args={"column": form.label(header), "places": " và ".join(of_header)})
        for header, of_header in letters.items()
        if len(of_header) > 1 and header not in READ_ONLY
    ]


def _unknown_columns(
    unknown: list[tuple[str, str]], row: int, missing: list[str], form: Form
) -> tuple[list[Finding], list[Finding]]:
    """(those that look like a column which is missing, the others); ``unknown``: (letter, text) of each."""
    near: list[Finding] = []
    doubtful: list[Finding] = []
    for letter, text in unknown:
        nearest = get_close_matches(folded(text), missing, n=1, cutoff=0.8)
        if nearest:
            near.append(_near_column(letter, text, row, nearest[0], form))
        elif folded(text) not in _ROW_NUMBERS:
            doubtful.append(Finding("column_unknown", (row,), shown(text), letter, shown(text)))
    return near, doubtful


def _near_column(letter: str, text: str, row: int, nearest: str, form: Form) -> Finding:
    """The question what a column means whose heading is nearly one that is missing."""
    options = {nearest: f"{form.label(nearest)} ({nearest})", IGNORED: "cột khác, không đọc"}
    asked = Question(f"column.{letter}", f"Cột {letter} “{shown(text)}” là cột nào?", options)
    return Finding("column_near", (row,), shown(text), letter, shown(text), {"nearest": form.label(nearest), "question": asked})


def _missing_columns(headers: set[str], form: Form) -> list[Finding]:
    missing = [
        Finding("column_missing", args={"column": header, "label": form.label(header)})
        for header in form.needed
        if header not in headers
    ]
    if form.name == "figures" and not {"chi_tieu", "ket_qua"} & headers:
        missing.append(Finding("column_missing", args={"column": "chi_tieu hoặc ket_qua", "label": "Mục tiêu hoặc Kết quả"}))
    return missing

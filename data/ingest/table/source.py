"""From a file's bytes to the typed-to-be columns of one form: the sheet, its table, its cells cleaned and judged."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import islice
from typing import Any

import numpy as np

from data.ingest.findings.finding import Finding, Refused
from data.ingest.given_answers import Answers, as_said
from data.ingest.parsing.known_names import KnownNames
from data.ingest.reading import cells
from data.ingest.reading.columns import Column, Grid, coded, column_letter
from data.ingest.reading.csv_file import LOOK, Delimited
from data.ingest.reading.encodings import ailment, letters_lost, tcvn3_to_unicode
from data.ingest.reading.file_type import kind_of
from data.ingest.reading.workbook_file import Sheet, sheets_of
from data.ingest.table.forms import Form, forms, likeness
from data.ingest.table.heading import (
    Heading,
    LocatedTable,
    Reading,
    Record,
    find_heading,
    locate,
    no_header,
    plain_heading,
    wrong_columns,
)
from data.ingest.table.heading_words import fingerprint
from data.ingest.table.layout import Layout
from data.ingest.table.places import Origin, row_of
from data.ingest.table.shape_answers import answers_about_shape
from data.ingest.table.shifted import CountedRecords, shifted_rows
from data.vietnamese.text import NO_ANSWER, folded
from queries.rows import Rows

_RAISED = re.compile(r"^\s*(?:[0-9][0-9., ]*%?[¹²³]+|[0-9]*\s*[¼½¾]\s*%?)\s*$")  # a footnote, a fraction: letters in TCVN3


_LONGEST_HEADING = 60  # letters
_MISSPELT = ("figures", "documents", "indicators")


@dataclass
class Table:
    """A form's rows as columns of clean texts by header, with Excel's row numbers and the headings as the file writes them;
    and what was found on the way."""

    form: Form
    row_numbers: np.ndarray
    columns: dict[str, Column]
    titles: dict[str, str]
    findings: list[Finding] = field(default_factory=list)
    origin: Origin | None = (
        None  # where the cells of an unfolded table stand; None = the row is the file's, the letter its column's
    )

    def __len__(self) -> int:
        return len(self.row_numbers)

    def called(self) -> dict[str, str]:
        """What to call each column of the form: as the file heads it; one that it does not have as its neighbours are headed."""
        spoken = any(title.lower() != header for header, title in self.titles.items())
        return {header: self.titles.get(header) or (self.form.label(header) if spoken else header) for header in self.form.specs}

    def finding(
        self, code: str, header: str, text_code: int, text: str, proposal: Mapping[str, str] | None = None, **args: Any
    ) -> Finding:
        """A finding about every row whose cell in a column is the distinct text number ``text_code``; ``proposal`` by header."""
        column = self.columns[header]
        rows = column.rows_with(text_code, self.row_numbers)
        found = cells.shown(text)
        return Finding(code, rows=rows, column=header, letter=column.letter, found=found, args=args, proposal=proposal or {})

    def at_cells(self, findings: Iterable[Finding]) -> list[Finding]:
        """Findings about rows of the table as findings about cells of the file."""
        if self.origin is None:
            return list(findings)
        return [at_cell for finding in findings for at_cell in self.origin.at_cells(finding)]

    def has_cell(self, header: str) -> np.ndarray:
        """Which rows have a cell of a header, be it blank; all of a plain table."""
        return self.origin.has_cell(self.row_numbers, header) if self.origin else np.ones(len(self), dtype=bool)

    def at(self, row: int, header: str, letter: str) -> list[int]:
        """The indexes of the rows whose cell of a header is that cell of the file: of an unfolded table, where a cell above or beside
        speaks for several rows, there may be many. There a column of the same figure may stand for a header that has none of its own."""
        if self.origin is None:
            return np.flatnonzero(self.row_numbers == row).tolist()
        origin, numbers = self.origin, self.row_numbers.tolist()
        cells = {index: origin.cell(number, header) for index, number in enumerate(numbers)}
        own = [index for index, cell in cells.items() if (cell.row or row_of(numbers[index])) == row and cell.letter == letter]
        if own or not letter:
            return own
        return [index for index, number in enumerate(numbers) if row_of(number) == row and origin.beside(number, letter)]

    def file_rows(self, rows: Rows[Any]) -> Rows[Any]:
        """Rows whose ``row_number`` counts rows of the table, with those of the file."""
        if self.origin is None or "row_number" not in rows.columns:
            return rows
        at = rows.columns.index("row_number")
        return Rows(rows.columns, [(*row[:at], row_of(row[at]), *row[at + 1 :]) for row in map(tuple, rows)])


class _Text:
    """A text file: one table, between delimiters."""

    def __init__(self, data: bytes) -> None:
        self._text = Delimited(data)
        self.single_byte = self._text.single_byte

    def tops(self, form: Form, reading: Reading) -> list[list[Record]]:
        """Its first records, in a list of one."""
        return [self._top(self._delimiter(form, reading))]

    def first_records(self) -> list[Record]:
        """Its first records, under each delimiter."""
        return [record for delimiter in self._text.delimiters for record in self._text.first(delimiter)[0]]

    def locate(self, form: Form, reading: Reading) -> LocatedTable:
        """The table of a form. Raises Refused."""
        delimiter = self._delimiter(form, reading)

        def below(row: int, width: int) -> Grid | None:
            columns = self._text.columns_below(delimiter, row, width)
            return coded(columns, row + 1) if columns else None

        records = CountedRecords(self._text.records(delimiter))
        table = locate(records, form, below, reading)
        heading = self._heading(form, delimiter, reading, unfolded=table.origin is not None)
        rows = table.grid if table.origin is None else _file_rows(table.grid)
        indexes = table.indexes if table.origin is None else {}
        table.findings += shifted_rows(rows, indexes, records, len(heading.texts) if heading else 0, delimiter)
        if self._text.encoding != "UTF-8":
            table.findings.append(Finding("encoding", args={"encoding": self._text.encoding}))
        return table

    def names(self, form: Form, reading: Reading) -> list[str]:
        """A text has no sheets."""
        return []

    def sheet(self, form: Form, reading: Reading) -> Iterable[Record]:
        """All its records."""
        return self._text.records(self._delimiter(form, reading))

    def any_sheet(self, form: Form, reading: Reading) -> Iterable[Record]:
        """The same, whatever they are."""
        return self.sheet(form, reading)

    def _heading(self, form: Form, delimiter: str, reading: Reading, *, unfolded: bool) -> Heading | Layout | None:
        """The heading of the table, blank cells included."""
        top = self._top(delimiter)
        return reading.layout(top, form) if unfolded else plain_heading(top, form, reading)

    def _top(self, delimiter: str) -> list[Record]:
        return list(islice(self._text.records(delimiter), LOOK))

    def _delimiter(self, form: Form, reading: Reading) -> str:
        """The delimiter under which the file has a heading of the form, else a layout of it."""
        usual = self._text.choose(lambda records: find_heading(records, form)[1])
        try:
            if plain_heading(self._top(usual), form, reading):
                return usual
        except Refused:
            return usual
        return self._text.choose(lambda records: _likeness(records, form, reading))


def _file_rows(grid: Grid) -> Grid:
    """The rows of the file of an unfolded grid, without their cells."""
    return Grid(np.unique([row_of(number) for number in grid.row_numbers.tolist()]), [])


def _likeness(records: list[Record], form: Form, reading: Reading) -> int:
    """How much records look like a table that is no plain one; where no heading is known, how wide most of them are."""
    layout = reading.layout(records, form)
    if known := layout.size if layout else find_heading(records, form)[1]:
        return known * 1_000
    widths = sorted(len(cells) for _, cells in records)
    return widths[len(widths) // 2] if widths else 0


class _Workbook:
    """A workbook: sheets, one of which has the table."""

    single_byte = False

    def __init__(self, data: bytes, kind: str) -> None:
        self._sheets = sheets_of(data, kind)

    def tops(self, form: Form, reading: Reading) -> list[list[Record]]:
        """The first records of each sheet."""
        return [sheet.records[:LOOK] for sheet in self._sheets]

    def first_records(self) -> list[Record]:
        """The first records of all sheets that can be seen."""
        return [record for sheet in self._sheets if not sheet.hidden for record in sheet.records[:LOOK]]

    def locate(self, form: Form, reading: Reading) -> LocatedTable:
        """The table of a form on the sheet that has it, or that the user chose. Raises Refused."""
        sheet, findings = self._sheet(form, reading)
        try:
            table = locate(iter(sheet.records), form, reading=replace(reading, merges=sheet.merges))
        except Refused as refused:
            raise Refused([*findings, *refused.findings]) from None
        table.findings[:0] = findings
        hidden_rows = sorted(sheet.hidden_rows & set(map(row_of, table.grid.row_numbers.tolist())))
        if hidden_rows:
            table.findings.append(Finding("rows_hidden", rows=tuple(hidden_rows)))
        hidden = {column_letter(column - 1) for column in sheet.hidden_columns}
        table.findings += [
            Finding("columns_hidden", column=header, letter=letter)
            for header in table.indexes
            for letter in table.letters(header)
            if letter in hidden
        ]
        return table

    def sheet(self, form: Form, reading: Reading) -> Iterable[Record]:
        """All records of the sheet that is read. Raises Refused."""
        return self._sheet(form, reading)[0].records

    def any_sheet(self, form: Form, reading: Reading) -> Iterable[Record]:
        """All records of the first visible sheet that has some."""
        return next((sheet.records for sheet in self._sheets if sheet.records and not sheet.hidden), [])

    def names(self, form: Form, reading: Reading) -> list[str]:
        """The sheets that can be seen and have the form's heading, else a layout of it."""
        return [sheet.name for sheet in self._fitting(form, reading) if not sheet.hidden]

    def _fitting(self, form: Form, reading: Reading) -> list[Sheet]:
        fitting = [sheet for sheet in self._sheets if plain_heading(sheet.records[:LOOK], form, reading)]
        return fitting or [sheet for sheet in self._sheets if reading.layout(sheet.records[:LOOK], form)]

    def _sheet(self, form: Form, reading: Reading) -> tuple[Sheet, list[Finding]]:
        """The sheet to read: the one that fits, or the one of them that the user chose."""
        fitting = self._fitting(form, reading)
        visible = [sheet for sheet in fitting if not sheet.hidden]
        findings = [Finding("sheet_hidden", args={"sheet": sheet.name}) for sheet in fitting if sheet.hidden]
        if not visible:
            raise Refused([_lost_letters(self.tops(form, reading)) or _no_header(form), *findings])
        names = [sheet.name for sheet in visible]
        chosen = reading.answers.get("sheet", "")
        if chosen and chosen not in names:
            raise Refused([Finding("answer_other", args={**as_said("sheet", chosen), "choices": ", ".join(names)})])
        selected = next((sheet for sheet in visible if sheet.name == chosen), visible[0])
        if len(visible) > 1 and "sheet" not in reading.answers:
            raise Refused([Finding("sheet_choice", args={"sheets": ", ".join(names), "choices": names}), *findings])
        others = [sheet.name for sheet in self._sheets if sheet is not selected and not sheet.hidden and sheet.records]
        if others:
            findings.append(Finding("sheet_taken", args={"sheet": selected.name, "others": ", ".join(others)}))
        return selected, findings


class Source:
    """A file opened: its text or its sheets, read once. Raises Refused for whatever is no table.

    ``names`` tells the units and indicators that a heading may name; it is asked only for a table that is no plain one.
    """

    def __init__(self, data: bytes, names: Callable[[], KnownNames] = KnownNames) -> None:
        kind = kind_of(data)
        self._file: _Text | _Workbook = _Text(data) if kind == "csv" else _Workbook(data, kind)
        self._names = cache(names)

    def form(self, answers: Mapping[str, str]) -> Form:
        """The form whose heading the file has. Raises Refused when it has none."""
        reading = Reading(answers, self._names)
        heads = [{folded(cell) for cell in cells if len(cell) <= _LONGEST_HEADING} for _, cells in self._file.first_records()]
        if whole := [form for form in forms().values() if any(set(form.needed) <= form.headers_in(head) for head in heads)]:
            return max(whole, key=lambda form: max(len(form.headers_in(head)) for head in heads))
        scores = {form.name: self._score(form, reading) for form in forms().values() if _may_be(form, heads)}
        best = max(scores, key=lambda name: scores[name])
        if scores[best]:
            return forms()[best]
        figures = forms()["figures"]
        tops = self._file.tops(figures, reading)
        if "figures" in scores and any(reading.layout(top, figures) for top in tops):
            return figures
        raise Refused([_lost_letters(tops) or _no_header(_likely_form(tops))])

    def table(self, form: Form, answers: Mapping[str, str]) -> Table:
        """The file read as a form. ``answers``: what the user chose where the file leaves it open ('sheet', 'text_tcvn3', …).

        Raises Refused when there is no table of this form in it.
        """
        answers = Answers.of(answers)
        located = self._file.locate(form, Reading(answers, self._names))
        return _read(located, form, convert=lambda font: answers.get(font) == "yes", single_byte=self._file.single_byte)

    def useless(self, form: Form, answers: Answers) -> list[Finding]:
        """A finding for each answer about the shape of the table that this one has no use for. Raises Refused."""
        heading = self.heading(form, answers)
        return answers_about_shape(answers, heading, form) if heading else []

    def tops(self, form: Form) -> list[list[Record]]:
        """The first records of the text, or of each sheet, whatever they are."""
        return self._file.tops(form, Reading({}, self._names))

    def fingerprint(self, form: Form, answers: Mapping[str, str]) -> str:
        """The headings of the table as it is read, in one text. Raises Refused."""
        records, heading_rows = self.records(form, answers)
        return fingerprint(cells for row, cells in islice(records, LOOK) if row in heading_rows)

    def sheets(self, answers: Mapping[str, str]) -> list[str]:
        """The sheets of a workbook that could be read as it is read, by name; none of a text. Raises Refused."""
        return self._file.names(self.form(answers), Reading(answers, self._names))

    def own_records(self, answers: Mapping[str, str]) -> Iterable[Record]:
        """The file's own records (row number, cells), of a workbook those of the sheet that is read, else of the first visible one."""
        reading = Reading(answers, self._names)
        try:
            return self._file.sheet(self.form(answers), reading)
        except Refused:
            return self._file.any_sheet(forms()["figures"], reading)

    def records(self, form: Form, answers: Mapping[str, str]) -> tuple[Iterable[Record], set[int]]:
        """The file's own records (row number, cells), and the rows of its heading. Raises Refused."""
        heading = self.heading(form, answers)
        heading_rows = set(range(heading.first_row, heading.last_row + 1)) if heading else set()
        return self._file.sheet(form, Reading(answers, self._names)), heading_rows

    def heading(self, form: Form, answers: Mapping[str, str]) -> Heading | Layout | None:
        """The heading of the table as it is read, None when none is known; of a workbook the first of its sheets that has one."""
        reading = Reading(answers, self._names)
        try:
            tops = [list(islice(self._file.sheet(form, reading), LOOK))]
        except Refused:
            tops = self._file.tops(form, reading)
        for top in tops:
            plain = plain_heading(top, form, reading)
            layout = reading.layout(top, form) if plain is None or wrong_columns(plain, form) else None
            if heading := layout or plain:
                return heading
        return None

    def _score(self, form: Form, reading: Reading) -> float:
        """How well the file's best heading fits: the share of the form's needed columns, then how many columns it knows. A form of rows
        by key is hardly meant where the key is not whole: figures share some of its columns."""
        headings = [heading for top in self._file.tops(form, reading) if (heading := plain_heading(top, form, reading))]
        shares = [
            (len(set(known) & set(form.needed)) / len(form.needed) + len(set(known) & set(form.specs)) / 1000)
            * (1 if form.name == "figures" or set(form.key) <= set(known) else 0.1)
            for heading in headings
            if (known := heading.known(form))
        ]
        return max(shares, default=0.0)


def _may_be(form: Form, heads: Sequence[set[str]]) -> bool:
    """Whether a file may be of a form, by the folded texts of its first records. Headings of the older forms may be misspelt throughout."""
    if form.name in _MISSPELT:
        return True
    return any(2 * len(form.headers_in(head) & set(form.needed)) >= len(form.needed) for head in heads)


def _lost_letters(tops: Iterable[Iterable[Record]]) -> Finding | None:
    """The first cell at the top of the file whose letters are lost: why its heading is not recognised."""
    for top in tops:
        for row_number, record in top:
            for index, cell in enumerate(record):
                if letters_lost(cell):
                    return Finding("text_lost", (row_number,), letter=column_letter(index), found=cells.shown(cell))
    return None


def _likely_form(tops: Iterable[Iterable[Record]]) -> Form:
    """What a file without a heading seems to be: the form whose words and days stand in its first records."""
    records = [[cells.clean(cell) for cell in record] for top in tops for _, record in top]
    return max(forms().values(), key=lambda form: (likeness(form, records), form.name == "figures"))


def _no_header(form: Form) -> Finding:
    """What a heading must have, as the template heads it."""
    return no_header(form.label(header) for header in form.needed)


def _read(located: LocatedTable, form: Form, *, convert: Callable[[str], bool], single_byte: bool) -> Table:
    """The cells of a table cleaned and judged. ``convert``: whether an old font is to become Unicode, asked where there is some; ``single_byte``: the whole file is TCVN3."""
    table = Table(form, located.grid.row_numbers, {}, located.titles, located.findings, located.origin)
    for header, index in located.indexes.items():
        codes, raw = located.grid.columns[index]
        used = np.unique(codes)
        texts: list[str] = []
        ailments: list[tuple[int, tuple[str, str]]] = []
        for code in used.tolist():
            text, ill = _healed(raw[code], convert=convert, single_byte=single_byte)
            if ill and header in form.specs:
                ailments.append((len(texts), ill))
            cleaned = cells.clean(text)
            texts.append("" if cleaned in NO_ANSWER else cleaned)
        letter = located.letter(header)
        column, new_codes = _distinct(header, letter, np.searchsorted(used, codes).astype(np.int32), texts)
        table.columns[header] = column
        for old_code, (finding, meant) in ailments:
            converted = cells.shown(cells.clean(meant))
            table.findings.append(table.finding(finding, header, new_codes[old_code], texts[old_code], converted=converted))
    return table


def _healed(text: str, *, convert: Callable[[str], bool], single_byte: bool) -> tuple[str, tuple[str, str] | None]:
    """A cell's text, converted where that was asked for, and what else is wrong with its letters: (finding, text as it was meant)."""
    footnote = _RAISED.match(text)
    ill = ailment(text) if text[:1] not in cells.MARKS and not footnote else None
    if single_byte and not text.isascii() and not footnote:
        ill = ("text_tcvn3", tcvn3_to_unicode(text))
    if ill and ill[0] in ("text_tcvn3", "text_vni") and convert(ill[0]):
        return ill[1], None
    return text, ill


def _distinct(header: str, letter: str, codes: np.ndarray, texts: list[str]) -> tuple[Column, list[int]]:
    """Cleaning may make two texts one: join them. Also returns the new number of each old text."""
    number: dict[str, int] = {}
    renumbered = [number.setdefault(text, len(number)) for text in texts]
    return Column(header, letter, np.array(renumbered, dtype=np.int32)[codes] if texts else codes, list(number)), renumbered

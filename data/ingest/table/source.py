"""From a file's bytes to the typed-to-be columns of one form: the sheet, its table, its cells cleaned and judged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import islice

import numpy as np

from data.ingest.findings.finding import Finding, Refused
from data.ingest.reading import cells
from data.ingest.reading.columns import Column, Grid, coded, letter
from data.ingest.reading.csv_file import LOOK, Delimited
from data.ingest.reading.encodings import ailment, letters_lost, tcvn3_to_unicode
from data.ingest.reading.file_type import kind_of
from data.ingest.reading.xlsx_file import Sheet, sheets_of
from data.ingest.table.forms import Form, forms, likeness
from data.ingest.table.heading import Placed, heading, placed


@dataclass
class Table:
    """A form's rows as columns of clean texts by header, with Excel's row numbers and the headings as the file writes them;
    and what was found on the way."""

    form: Form
    row_numbers: np.ndarray
    columns: dict[str, Column]
    titles: dict[str, str]
    findings: list[Finding] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.row_numbers)

    def called(self) -> dict[str, str]:
        """What to call each column of the form: as the file heads it; one that it does not have as its neighbours are headed."""
        spoken = any(title.lower() != header for header, title in self.titles.items())
        return {header: self.titles.get(header) or (self.form.label(header) if spoken else header) for header in self.form.specs}

    def spot(self, code: str, header: str, text_code: int, found: str, **args) -> Finding:
        """A finding about every row whose cell in a column is the distinct text number ``text_code``."""
        column = self.columns[header]
        rows = column.rows_with(text_code, self.row_numbers)
        return Finding(code, rows=rows, column=header, letter=column.letter, found=cells.shown(found), args=args)


class Source:
    """A file opened: its text or its sheets, read once. Raises Refused for whatever is no table."""

    def __init__(self, data: bytes) -> None:
        self._text = Delimited(data) if kind_of(data) == "csv" else None
        self._sheets = [] if self._text else sheets_of(data)

    def form(self, answers: Mapping[str, str]) -> Form:
        """The form whose heading the file has. Raises Refused when it has none."""
        scores = {name: self._score(form) for name, form in forms().items() if answers.get("form", name) == name}
        best = max(scores, key=lambda name: scores[name])
        if not scores[best]:
            raise Refused([self._lost() or _no_header(self._likely_form())])
        return forms()[best]

    def table(self, form: Form, answers: Mapping[str, str]) -> Table:
        """The file read as a form. ``answers``: what the user chose where the file leaves it open ('sheet', 'text_tcvn3').

        Raises Refused when there is no table of this form in it.
        """
        if self._text is None:
            sheet, findings = self._sheet(form, answers)
            found = placed(iter(sheet.records), form)
            found.findings[:0] = findings
            hidden = sorted(sheet.hidden_rows & set(found.grid.row_numbers.tolist()))
            if hidden:
                found.findings.append(Finding("rows_hidden", rows=tuple(hidden)))
            found.findings += [
                Finding("columns_hidden", column=header, letter=letter(place))
                for header, place in found.places.items()
                if place + 1 in sheet.hidden_columns
            ]
            return _cleaned(found, form, answers, False)
        delimiter = self._text.choose(lambda records: heading(records, form)[1])

        def below(row: int, width: int) -> Grid | None:
            columns = self._text.columns_below(delimiter, row, width)
            return coded(columns, row + 1) if columns else None

        found = placed(self._text.records(delimiter), form, below)
        if self._text.encoding != "UTF-8":
            found.findings.append(Finding("encoding", args={"encoding": self._text.encoding}))
        return _cleaned(found, form, answers, self._text.single_byte)

    def records(self, form: Form, answers: Mapping[str, str]) -> tuple[Iterable[tuple[int, list[str]]], set[int]]:
        """The file's own records (row number, cells), and the rows of its heading. Raises Refused."""
        if self._text is None:
            rows: Iterable[tuple[int, list[str]]] = self._sheet(form, answers)[0].records
            top = list(islice(rows, LOOK))
        else:
            delimiter = self._text.choose(lambda records: heading(records, form)[1])
            rows, top = self._text.records(delimiter), list(islice(self._text.records(delimiter), LOOK))
        found = heading(top, form)[0]
        return rows, set(range(found.first_row, found.last_row + 1)) if found else set()

    def _tops(self, form: Form) -> list[list[tuple[int, list[str]]]]:
        """The first records of each sheet, or of the text."""
        if self._text is None:
            return [list(islice(sheet.records, LOOK)) for sheet in self._sheets]
        delimiter = self._text.choose(lambda records: heading(records, form)[1])
        return [list(islice(self._text.records(delimiter), LOOK))]

    def _lost(self) -> Finding | None:
        """The first cell at the top of the file whose letters are lost: why its heading is not recognised."""
        for top in self._tops(forms()["figures"]):
            for row, record in top:
                for at, cell in enumerate(record):
                    if letters_lost(cell):
                        return Finding("text_lost", (row,), letter=letter(at), found=cells.shown(cell))
        return None

    def _likely_form(self) -> Form:
        """What a file without a heading seems to be: the form whose words and days stand in its first records."""
        records = [[cells.clean(cell) for cell in record] for top in self._tops(forms()["figures"]) for _, record in top]
        return max(forms().values(), key=lambda form: (likeness(form, records), form.name == "figures"))

    def _score(self, form: Form) -> float:
        """How well the file's best heading fits: the share of the form's needed columns, then how many columns it knows."""
        found = [heading(top, form) for top in self._tops(form)]
        shares = [
            len(set(best.known(form)) & set(form.needed)) / len(form.needed) + count / 1000 for best, count in found if best
        ]
        return max(shares, default=0.0)

    def _sheet(self, form: Form, answers: Mapping[str, str]) -> tuple[Sheet, list[Finding]]:
        """The sheet to read: the one that has the form's heading, or the one the user chose."""
        fitting = [sheet for sheet in self._sheets if heading(list(islice(sheet.records, LOOK)), form)[0]]
        seen = [sheet for sheet in fitting if not sheet.hidden]
        findings = [Finding("sheet_hidden", args={"sheet": sheet.name}) for sheet in fitting if sheet.hidden]
        if not seen:
            raise Refused([self._lost() or _no_header(form), *findings])
        chosen = next((sheet for sheet in seen if sheet.name == answers.get("sheet")), seen[0])
        if len(seen) > 1 and "sheet" not in answers:
            findings.append(
                Finding(
                    "sheet_choice",
                    args={"sheets": ", ".join(sheet.name for sheet in seen), "choices": [sheet.name for sheet in seen]},
                )
            )
        others = [sheet.name for sheet in self._sheets if sheet is not chosen and not sheet.hidden and sheet.records]
        if others:
            findings.append(Finding("sheet_taken", args={"sheet": chosen.name, "others": ", ".join(others)}))
        return chosen, findings


def _no_header(form: Form) -> Finding:
    """What a heading must have, as the template heads it."""
    return Finding("no_header", args={"looked": LOOK, "needed": ", ".join(form.label(header) for header in form.needed)})


def _cleaned(found: Placed, form: Form, answers: Mapping[str, str], single_byte: bool) -> Table:
    table = Table(form, found.grid.row_numbers, {}, found.titles, found.findings)
    convert = answers.get("text_tcvn3") == "yes"
    for header, place in found.places.items():
        codes, raw = found.grid.columns[place]
        used = np.unique(codes)
        texts, notes = [], []
        for code in used.tolist():
            text = raw[code]
            ill = ailment(text) if text[:1] not in cells.MARKS else None
            if single_byte and not text.isascii():
                ill = ("text_tcvn3", tcvn3_to_unicode(text))
            if ill and ill[0] == "text_tcvn3" and convert:
                text, ill = ill[1], None
            texts.append(cells.clean(text))
            if ill and header in form.specs:
                notes.append((len(texts) - 1, ill))
        column = _distinct(header, letter(place), np.searchsorted(used, codes).astype(np.int32), texts)
        table.columns[header] = column[0]
        for at, (code, meant) in notes:
            table.findings.append(table.spot(code, header, column[1][at], texts[at], converted=cells.shown(cells.clean(meant))))
    return table


def _distinct(header: str, at: str, codes: np.ndarray, texts: list[str]) -> tuple[Column, list[int]]:
    """Cleaning may make two texts one: join them. Also returns the new number of each old text."""
    number: dict[str, int] = {}
    renumbered = [number.setdefault(text, len(number)) for text in texts]
    return Column(header, at, np.array(renumbered, dtype=np.int32)[codes] if texts else codes, list(number)), renumbered

"""What each column of a file is taken for, for whoever wants to say it otherwise: answers ``heading`` and ``column.<letter>``."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from data.ingest.parsing.known_names import KnownNames
from data.ingest.reading.cells import MARKS, clean, seen
from data.ingest.reading.columns import column_letter
from data.ingest.table.forms import IGNORED, READ_ONLY, forms
from data.ingest.table.source import Source

_FIGURE = re.compile(r"^[0-9][0-9.,]*\s*%?$")
_YEAR = re.compile(r"^(?:20[0-4][0-9]|2050)$")


class ColumnMeaning(NamedTuple):
    """A column: as Excel shows it, its heading as the file writes it, the form's header that it is read as; '' = it is not read."""

    letter: str
    heading: str
    header: str


class FileColumns(NamedTuple):
    """The columns of a file, and the row of its heading (the last one): found, or, where none is known (``guessed``), the likeliest;
    0 where the first rows are figures already."""

    row: int
    columns: tuple[ColumnMeaning, ...]
    guessed: bool


def file_columns(data: bytes, answers: Mapping[str, str], names: Callable[[], KnownNames] = KnownNames) -> FileColumns | None:
    """The columns of a file of figures as they are read with some answers; None for one without any text. Raises Refused for what is no table."""
    source = Source(data, names)
    form = forms()["figures"]
    heading = source.heading(form, answers)
    if heading and heading.last_row:
        return FileColumns(heading.last_row, _columns(heading.texts, heading.headers(form)), guessed=False)
    records = max(source.tops(form), key=len, default=[])
    row, cells = max(records, key=lambda record: _words(record[1]), default=(0, []))
    texts = [seen(clean(cell)) for cell in cells]
    if not any(texts):
        return None
    row = 0 if heading or _is_figure(cells) else row
    headers = heading.headers(form)[: len(texts)] if heading else []
    return FileColumns(row, _columns(texts, [*headers, *[""] * (len(texts) - len(headers))]), guessed=True)


def _is_figure(cells: Sequence[str]) -> bool:
    """Whether a record holds a number behind some words, as a row of figures does and a heading does not; a year may be one."""
    texts = [clean(cell) for cell in cells]
    return any(_FIGURE.match(seen(text)) and not _YEAR.match(seen(text)) for text in texts[1:])


def meanings() -> dict[str, str]:
    """What a column may be told to mean: header -> label; the last one leaves it unread."""
    form = forms()["figures"]
    return {header: form.label(header) for header in form.specs if header not in READ_ONLY} | {IGNORED: "không đọc"}


def _words(cells: Sequence[str]) -> int:
    """How many cells of a record are words, as those of a heading are."""
    return sum(bool(text) and text[:1] not in MARKS and not text[0].isdigit() for text in map(clean, cells))


def _columns(texts: Sequence[str], headers: Sequence[str]) -> tuple[ColumnMeaning, ...]:
    return tuple(
        ColumnMeaning(column_letter(index), text, header)
        for index, (text, header) in enumerate(zip(texts, headers, strict=True))
        if text
    )

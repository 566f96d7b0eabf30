"""What each column of a file is taken for, for whoever wants to say it otherwise: answers ``heading`` and ``column.<letter>``."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from data.ingest.parsing.known_names import KnownNames
from data.ingest.reading.cells import MARKS, clean, seen
from data.ingest.reading.columns import column_letter
from data.ingest.table.forms import IGNORED, READ_ONLY, forms
from data.ingest.table.source import Source


class ColumnMeaning(NamedTuple):
    """A column: as Excel shows it, its heading as the file writes it, the form's header that it is read as; '' = it is not read."""

    letter: str
    heading: str
    header: str


class FileColumns(NamedTuple):
    """The columns of a file, and the row of its heading (the last one): found, or, where none is known (``guessed``), the likeliest."""

    row: int
    columns: tuple[ColumnMeaning, ...]
    guessed: bool


def file_columns(data: bytes, answers: Mapping[str, str], names: Callable[[], KnownNames] = KnownNames) -> FileColumns | None:
    """The columns of a file of figures as they are read with some answers; None for one without any text. Raises Refused for what is no table."""
    source = Source(data, names)
    form = forms()["figures"]
    if heading := source.heading(form, answers):
        return FileColumns(heading.last_row, _columns(heading.texts, heading.headers(form)), guessed=False)
    records = max(source.tops(form), key=len, default=[])
    row, cells = max(records, key=lambda record: _words(record[1]), default=(0, []))
    texts = [seen(clean(cell)) for cell in cells]
    return FileColumns(row, _columns(texts, [""] * len(texts)), guessed=True) if any(texts) else None


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

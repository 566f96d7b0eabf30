"""CSV in any dialect: records whose numbers equal Excel's rows, blank lines and quoted line breaks included."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator
from itertools import islice

import pyarrow as pa
import pyarrow.csv as arrow_csv

from data.ingest.findings.finding import Finding, Refused, refuse
from data.ingest.reading.cells import MARKS, unmarked
from data.ingest.reading.encodings import decoded
from data.ingest.reading.file_type import MAX_COLUMNS

_DELIMITERS = ",;\t|"
_LONGEST_CELL = 32_767
_MOST_CELLS = 10 * MAX_COLUMNS  # in a row of which the sense is looked for; looking at millions takes minutes
_MARKED = min(MARKS).encode()[:2]  # what the private characters begin with in UTF-8
LOOK = 40  # records in which a header is looked for


class Delimited:
    """A decoded text file. ``encoding`` is its name for people, ``single_byte`` tells a file in an old one-byte font."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._codec, self.encoding, self._skip = decoded(data)
        if self._codec.startswith("utf-16") or _MARKED in data:
            plain = unmarked(data[self._skip :].decode(self._codec))
            self._data, self._skip = plain.encode(self._codec), 0
        self.single_byte = self._codec == "latin-1"
        first = self._lines().readline().strip().strip('"')
        self.named_delimiter = first[4:5] if first.lower().startswith("sep=") and len(first) == 5 else ""

    def choose(self, score: Callable[[list[tuple[int, list[str]]]], int]) -> str:
        """The delimiter under which the first records look most like the form; what the file itself says comes first."""
        if self.named_delimiter:
            return self.named_delimiter
        best, likeliest = (-1, False, 0), ","
        for delimiter in _DELIMITERS:
            first, sound = self.first(delimiter)
            points = (score(first), sound, len(first) if not sound else 0)
            if points > best:
                best, likeliest = points, delimiter
        return likeliest

    @property
    def delimiters(self) -> str:
        """The delimiters that may be meant: the one that the file names, else all that are usual."""
        return self.named_delimiter or _DELIMITERS

    def first(self, delimiter: str) -> tuple[list[tuple[int, list[str]]], bool]:
        """The first records, as far as their quoting is sound, and whether it is."""
        records: list[tuple[int, list[str]]] = []
        try:
            records.extend(islice(self.records(delimiter), LOOK))
        except Refused:
            return records, False
        return records, True

    def records(self, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """(row number, cells) of every record; Excel shows no row for a line that names the delimiter, so it has none here.

        Raises Refused with the row where the quoting breaks.
        """
        reader = csv.reader(self._lines(), delimiter=delimiter, strict=True)
        number = -1 if self.named_delimiter else 0
        while True:
            number += 1
            try:
                cells = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                raise Refused([_broken(str(error), number)]) from None
            if not number:
                continue
            if len(cells) > _MOST_CELLS:
                cells = _within_limit(cells, number)
            if len(cells) > 1 or (cells and cells[0]):
                if max(map(len, cells)) > _LONGEST_CELL:
                    raise Refused([Finding("cell_too_long", rows=(number,), args={"limit": _LONGEST_CELL})])
                yield number, cells

    def columns_below(self, delimiter: str, row: int, width: int) -> list[pa.ChunkedArray] | None:
        """The records below a row as dictionary-encoded columns, read in parallel; None when the file is not that plain.

        Plain is UTF-8 without quotes, blank lines or lone carriage returns, every line with ``width`` cells: then lines
        are records, and this finds exactly what ``records`` finds, an order of magnitude sooner.
        """
        data = self._data[self._skip :]
        if (
            self._codec != "utf-8"
            or b'"' in data
            or data.count(b"\r") != data.count(b"\r\n")
            or b"\n\n" in data
            or b"\n\r\n" in data
        ):
            return None
        names = [str(index) for index in range(width)]
        coded = pa.dictionary(pa.int32(), pa.string())
        try:
            table = arrow_csv.read_csv(
                pa.BufferReader(data),
                read_options=arrow_csv.ReadOptions(column_names=names, skip_rows=row + bool(self.named_delimiter)),
                parse_options=arrow_csv.ParseOptions(
                    delimiter=delimiter, quote_char=False, double_quote=False, ignore_empty_lines=False
                ),
                convert_options=arrow_csv.ConvertOptions(
                    column_types=dict.fromkeys(names, coded), strings_can_be_null=False, null_values=[], check_utf8=True
                ),
            )
        except (pa.ArrowInvalid, pa.ArrowKeyError):
            return None
        return table.columns if table.num_rows else None

    def _lines(self) -> io.TextIOWrapper:
        csv.field_size_limit(1_000_000)
        stream = io.BytesIO(self._data)  # shares the bytes, where a slice would copy them
        stream.seek(self._skip)
        return io.TextIOWrapper(stream, encoding=self._codec, newline="")


def _within_limit(cells: list[str], number: int) -> list[str]:
    """A very long record without the blank cells at its end. Raises Refused where it is too long even so."""
    filled = next((at for at in range(len(cells), 0, -1) if cells[at - 1]), 0)
    if filled > _MOST_CELLS:
        raise refuse("too_many_columns", limit=MAX_COLUMNS, at=f"thứ {filled} của dòng {number}")
    return cells[:filled]


def _broken(error: str, number: int) -> Finding:
    if "unexpected end of data" in error:
        return Finding("quote_open", rows=(number,))
    if "field larger" in error:
        return Finding("cell_too_long", rows=(number,), args={"limit": _LONGEST_CELL})
    return Finding("quote_broken", rows=(number,))

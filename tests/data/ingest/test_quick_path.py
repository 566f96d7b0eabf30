"""The quick way to the rows below a heading finds exactly what the careful one finds, and stands back where it could not."""

from __future__ import annotations

import random

import numpy as np
import pytest

from data.ingest.reading.columns import coded, gather
from data.ingest.reading.csv_file import Delimited
from data.ingest.table import heading
from data.ingest.table.forms import forms
from tests.data.ingest.sample_files import COLUMNS, figures, lines, read, text

WIDTH = len(COLUMNS)
ROWS = [{"ket_qua": str(index), "nam": str(2016 + index % 10)} for index in range(40)]
PLAIN = text(lines(*ROWS), ";")


def both(data: bytes, delimiter: str, heading_row: int = 1):
    """(quick grid or None, careful grid) as rows of texts with their numbers."""
    file = Delimited(data)
    columns = file.columns_below(delimiter, heading_row, WIDTH)
    quick = coded(columns, heading_row + 1) if columns else None
    slow = gather((record for record in file.records(delimiter) if record[0] > heading_row), WIDTH)
    return quick and cells_of(quick), cells_of(slow), slow.ragged


def cells_of(grid):
    return [
        (int(number), *(texts[codes[index]] for codes, texts in grid.columns)) for index, number in enumerate(grid.row_numbers)
    ]


@pytest.mark.parametrize(
    "data",
    [
        PLAIN,
        "\ufeff" + PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.rstrip("\n"),
        PLAIN + ";;;;;;;\n",
        PLAIN.replace("2018", " 2018 "),
        PLAIN.replace("CQ.06", "C\u1ea0Q.06"),
        PLAIN.replace(";10;", "; ;").replace(";11;", ";'=1;"),
        PLAIN.replace(";12;", ";NA;").replace(";13;", ";null;").replace(";14;", ";\u00a0;"),
    ],
    ids=["plain", "mark", "crlf", "no last line end", "row of delimiters", "blanks", "letters", "apostrophe", "words that others read as nothing"],
)  # fmt: skip
def test_where_both_ways_apply_they_give_the_same_grid(data):
    quick, slow, ragged = both(data.encode(), ";")
    assert quick == slow and len(slow) == 40 and not ragged


@pytest.mark.parametrize(
    "data",
    [
        PLAIN.replace("CQ.06", '"CQ.06"', 1),
        PLAIN.replace("\n", "\r"),
        PLAIN.replace("\n", "\n\n", 3),
        PLAIN.replace("\n", "\r\n").replace("\r\n", "\r\n\r\n", 2),
        PLAIN + "CQ.06;tinh\n",
        PLAIN + "CQ.06;tinh;42;2023;N;;5;x;y\n",
        PLAIN + "\r",
    ],
    ids=["quotes", "cr", "blank line", "blank line crlf", "short row", "long row", "lone cr"],
)
def test_where_a_file_is_not_that_plain_the_quick_way_stands_back(data):
    quick, slow, _ = both(data.encode(), ";")
    assert quick is None and slow
    assert both(data.encode("utf-16"), ";")[0] is None


def test_the_quick_way_is_taken_for_a_plain_file_and_gives_the_table_of_the_careful_one(monkeypatch):
    quick = read(PLAIN.encode())
    called = []
    monkeypatch.setattr(heading, "gather", lambda records, width: called.append(width) or gather(records, width))
    read(PLAIN.encode())
    assert not called
    monkeypatch.setattr(Delimited, "columns_below", lambda *_: None)
    slow = read(PLAIN.encode())
    assert called == [WIDTH]
    assert np.array_equal(quick.row_numbers, slow.row_numbers)
    for header, column in quick.columns.items():
        assert [column.texts[code] for code in column.codes] == [
            slow.columns[header].texts[code] for code in slow.columns[header].codes
        ]
    assert forms()["figures"] is quick.form


def test_files_at_random_are_the_same_both_ways_or_only_the_careful_one_reads_them():
    chance, plain = random.Random(3), 0
    pieces = [
        "5",
        "69,3",
        "",
        " ",
        "Đạt",
        "\u00a0",
        "'",
        "a b",
        "\u200b",
        "0",
        "x" * 50,
        "\ufeff",
        "'=1",
        "\x0b",
        "\x85",
        "\u2028",
    ]
    for _ in range(150):
        rows = [";".join(chance.choice(pieces) for _ in range(WIDTH)) for _ in range(chance.randint(1, 12))]
        end = chance.choice(["\n", "\r\n"])
        data = end.join([";".join(COLUMNS), *rows]) + chance.choice(["", end])
        quick, slow, _ = both(data.encode(), ";")
        plain += quick is not None
        assert quick is None or quick == slow, data
    assert plain > 100


def test_a_line_break_of_unicode_ends_no_row():
    data = figures({"ket_qua": "5", "ghi_chu": "hai\u2028dòng"}, {"ket_qua": "6", "nam": "2022", "ghi_chu": "\x85"})
    assert read(data).row_numbers.tolist() == [2, 3]

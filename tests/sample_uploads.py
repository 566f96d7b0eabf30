"""Files for the tests of the importer: good tables in any dialect, their mutations, and what a store holds as one value."""

from __future__ import annotations

import csv
import io
import itertools
import random
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any

import openpyxl

from data.ingest.findings.finding import Finding
from data.ingest.findings.sentences import FINDINGS
from data.ingest.preview import Preview
from data.seed import FOLDER
from queries.schema import PUBLISHED
from queries.sqlfile import names
from queries.store import Store

HEADERS = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "chi_tieu", "ket_qua", "nguon")
FULL = (
    "ma_chi_tieu", "cap", "don_vi", "nam", "ky", "chi_tieu", "dau", "chi_tieu_tu", "chi_tieu_den", "ket_qua", "gia_tri", "ket_qua_tu",
    "ket_qua_den", "dinh_tinh", "tu_so", "mau_so", "so_lieu_den_ngay", "danh_gia", "can_cu", "nguon", "vi_tri", "ghi_chu",
)  # fmt: skip
SHARES = ("CQ.06", "HT.07", "HT.45")  # in percent, for communes; the last one is better when lower
COUNTS = ("CQ.44", "NL.10")
RATE = "HT.24"  # may be negative
COMMUNES = ("18112", "18115", "18118", "18127")
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16-le+bom", "utf-16-be+bom", "utf-16-le", "utf-16-be", "cp1258", "utf-8+nfd", "tcvn3")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_TCVN3 = dict(
    zip(
        "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
        bytes.fromhex(
            "b5b8b6b7b9a8bbbebcbdc6a9c7cac8c9cbaeccd0cecfd1aad2d5d3d4d6d7ddd8dcdedfe3e1e2e4abe5e8e6e7e9aceaedebeceeeff3f1f2f4adf5f8f6f7f9fafdfbfcfe"
        ),
        strict=True,
    )
)

Row = Mapping[str, str]


def csv_file(
    rows: Iterable[Row],
    headers: Sequence[str] = HEADERS,
    *,
    encoding: str = "utf-8",
    delimiter: str = ";",
    newline: str = "\n",
    quoted: bool = False,
    sep_line: bool = False,
) -> bytes:
    """A table as CSV. ``encoding``: one of ENCODINGS; ``sep_line``: with a ``sep=`` line above."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=newline, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerow(headers)
    writer.writerows([row.get(header, "") for header in headers] for row in rows)
    return encoded((f"sep={delimiter}{newline}" if sep_line else "") + text.getvalue(), encoding)


def encoded(text: str, encoding: str) -> bytes:
    """Text in one of ENCODINGS."""
    codec, _, extra = encoding.partition("+")
    if codec == "cp1258":
        return "".join(map(_for_windows, unicodedata.normalize("NFC", text))).encode("cp1258")
    if codec == "tcvn3":
        return bytes(_TCVN3[letter] if letter in _TCVN3 else ord(letter) for letter in text)
    text = unicodedata.normalize("NFD", text) if extra == "nfd" else text
    return (text if extra != "bom" else "\ufeff" + text).encode(codec)


def _for_windows(letter: str) -> str:
    """Windows-1258 writes a tone as a mark behind its vowel."""
    apart = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in apart if mark in _TONES)
    return unicodedata.normalize("NFC", "".join(mark for mark in apart if mark not in _TONES)) + tones


def workbook(rows: Sequence[Row], headers: Sequence[str] = HEADERS, *, numbers: bool = True) -> bytes:
    """A table as XLSX. ``numbers``: figures are numbers of the workbook rather than texts."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(list(headers))
    for row in rows:
        sheet.append([_typed(row.get(header, "")) if numbers and header in _FIGURES else row.get(header) for header in headers])
    return saved(book)


_FIGURES = ("nam", "chi_tieu", "ket_qua", "tu_so", "mau_so", "gia_tri")


def _typed(text: str) -> Any:
    return float(text.replace(",", ".")) if re.fullmatch(r"-?[0-9]+(,[0-9]+)?", text) else text or None


def saved(book: openpyxl.Workbook) -> bytes:
    """A workbook's bytes."""
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def preview_values(preview: Preview) -> dict[str, Any]:
    """What a preview says about the figures, without the notes about how the file was read."""
    return {
        "rows": preview.rows,
        "new_rows": preview.new_rows,
        "ready": preview.ready,
        "counts": [tuple(row) for row in preview.counts],
        "changes": [tuple(row) for row in preview.changes],
        "affected_status": [tuple(row) for row in preview.affected_status],
        "findings": sorted(
            (one.code, tuple(map(int, one.rows)), one.column, one.letter) for one in preview.findings if one.severity != "note"
        ),
    }


def fingerprint(store: Store) -> dict[str, tuple[int, int]]:
    """Number of rows and sum of their hashes, for every table: equal only when nothing was changed."""
    with store._connection.cursor() as cursor:
        return {
            table: cursor.execute(f"select count(*), coalesce(sum(hash(t)::hugeint), 0) from {table} as t").fetchone()
            for table in names("tables")
        }


def published(store: Store) -> dict[str, list[dict[str, Any]]]:
    """Every published view, row by row."""
    return {view: store.arrow(view).to_pylist() for view in PUBLISHED}


_ENGLISH = re.compile(
    r"\b(?:error|exception|traceback|invalid|expected|failed|failure|cannot|could|unexpected|none|nan|null|the|not|line \d|column \d|"
    r"object|value|type|found|missing|unknown|codec|decode|bound|binder|constraint|conversion|overflow|memory|index|range)\b",
    re.IGNORECASE,
)


def english_in(finding: Finding) -> str:
    """What a finding says in English, apart from what it quotes of the file; empty when it speaks Vietnamese."""
    said = finding.text()
    quotes = [finding.found, finding.column, finding.title, *(str(value) for value in finding.args.values())]
    if any("Traceback" in quote or re.search(r"\w+Error\b|<[\w.]+ object", quote) for quote in quotes):
        return said
    for quote in sorted(filter(None, quotes), key=len, reverse=True):
        said = said.replace(quote, "…")
    if finding.code not in FINDINGS or re.search(r"\{\w*\}", said):
        return said
    leftover = _ENGLISH.search(said)
    return leftover[0] if leftover else ""


def written(value: Decimal | float | None) -> str:
    """A number as an upload may write it: 69,3."""
    if value is None:
        return ""
    plain = format(Decimal(str(value)), "f")
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")


def many_rows(
    count: int, chance: random.Random, *, first: int | None = None, document: str = "Báo cáo tổng hợp"
) -> Iterator[dict[str, str]]:
    """That many good rows about communes that stood until 2024, no figure twice: targets of 70, results at random."""
    communes, shares = _of_seed()
    periods = ["N", *(f"Q{n}" for n in range(1, 5)), *(f"T{n}" for n in range(1, 13)), "6T", "9T"]
    keys = itertools.product(range(2016, 2025), periods, communes, shares)
    first = chance.randrange(10_000) if first is None else first
    for year, period, commune, share in itertools.islice(keys, first, first + count):
        yield {
            "ma_chi_tieu": share, "cap": "xa", "don_vi": commune, "nam": str(year), "ky": period, "chi_tieu": "70",
            "ket_qua": f"{chance.randint(3_000, 9_999) / 100:.2f}".replace(".", ","), "nguon": document,
        }  # fmt: skip


@cache
def _of_seed() -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(codes of communes that stood from 2016 to 2024, codes of shares that communes report), as the seed has them."""
    units = csv.DictReader((FOLDER / "units.csv").read_text(encoding="utf-8-sig").splitlines())
    indicators = csv.DictReader(io.StringIO((FOLDER / "indicators.csv").read_text(encoding="utf-8-sig")))
    return (
        tuple(
            unit["ma_don_vi"]
            for unit in units
            if unit["cap"] == "xa" and unit["hieu_luc_tu"] == "2016-01-01" and (unit["hieu_luc_den"] or "9") > "2025"
        ),
        tuple(one["ma_chi_tieu"] for one in indicators if one["loai_so_lieu"] == "ty_le" and "xa" in one["cac_cap"].split("/")),
    )

"""Where the table lies on a sheet: the heading among the first records, its columns, and the rows that are no figures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import chain, islice

import numpy as np

from data.ingest.findings.finding import Finding, Refused
from data.ingest.reading.cells import clean, shown
from data.ingest.reading.columns import Grid, gather, letter
from data.ingest.reading.csv_file import LOOK
from data.ingest.table.forms import READ_ONLY, Form
from data.vietnamese.text import folded

Record = tuple[int, list[str]]
_TOTAL = re.compile(r"^(tong_cong|tong_so|tong|cong)(_|$)")
_SIGNATURE = re.compile(
    r"^(kt_|tm_|tl_|tuq_|nguoi_lap|lap_bieu|noi_nhan|ky_ten|chu_tich|giam_doc|thu_truong|ghi_chu|nguon_so_lieu|xac_nhan)|(^|_)ngay_(\d+_)?thang_(\d+_)?nam"
)
_NUMBERING = re.compile(r"^\(?([0-9]{1,2})\)?$")
_CODE = re.compile(r"^[A-Z]{2}\.\w+$")
_NUMBER_OF_DOCUMENT = re.compile(r"^\S*\d\S*/\S+$")
_NAMES = ("ma_chi_tieu", "so_hieu")  # what a row is about
_FEW = 2  # filled cells of a heading of a section


@dataclass(frozen=True)
class Heading:
    """The heading of a table: its rows as Excel counts, and the texts of its columns by place."""

    first_row: int
    last_row: int
    texts: tuple[str, ...]
    records: int  # how many records it ends after

    def known(self, form: Form) -> list[str | None]:
        """The form's header for each column, None for a column that the form does not know."""
        return [form.header_of(text) if text else None for text in self.texts]


def heading(records: Sequence[Record], form: Form) -> tuple[Heading | None, int]:
    """The best heading for a form among the first records, and how many of the form's columns it has.

    Two rows may make one heading where cells were merged above it. None when not even the half of what is needed is there.
    """
    best: Heading | None = None
    most = 0
    for place, (row, cells) in enumerate(records):
        texts = [clean(cell) for cell in cells]
        tries = [(texts, row, place + 1)]
        if place + 1 < len(records) and records[place + 1][0] == row + 1:
            below_row, below = records[place + 1]
            tries.append((_two_rows(texts, [clean(cell) for cell in below], form), below_row, place + 2))
        for found, last, after in tries:
            count = len({form.header_of(text) for text in found if text} & set(form.specs))
            if count > most:
                best, most = Heading(row, last, tuple(found), after), count
    enough = best is not None and len(set(best.known(form)) & set(form.needed)) * 2 >= len(form.needed)
    return (best if enough else None), most


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


@dataclass
class Placed:
    """A table found on a sheet: grid below the heading, place of each known header, and the headings as the file writes them."""

    grid: Grid
    places: dict[str, int]
    titles: dict[str, str]
    findings: list[Finding]


def placed(records: Iterable[Record], form: Form, below: Callable[[int, int], Grid | None] = lambda row, width: None) -> Placed:
    """Find the heading, check its columns and gather the rows below it. Raises Refused when there is no table of the form.

    ``below(row, width)`` may know a quicker way to the rows below a heading; None when it does not.
    """
    stream = iter(records)
    first = list(islice(stream, LOOK))
    found, _ = heading(first, form)
    if found is None:
        raise Refused([Finding("no_header", args={"looked": LOOK, "needed": ", ".join(form.needed)})])
    findings = _columns(found, form)
    if found.first_row > 1 and first[0][0] < found.first_row:
        findings.append(Finding("title_skipped", args={"header": found.first_row}))
    width = max(place + 1 for place, text in enumerate(found.texts) if text)
    grid = below(found.last_row, width) or gather(chain(first[found.records :], stream), width)
    places = {header: place for place, header in enumerate(found.known(form)) if header}
    left_out = _leave_out(grid, places, form)
    kept = set(grid.row_numbers.tolist())
    findings += [
        Finding("row_ragged", rows=(row,), found=str(cells), args={"expected": width})
        for row, cells in grid.ragged
        if row in kept
    ]
    findings += left_out
    if not len(grid.row_numbers):
        raise Refused(
            [*[item for item in findings if item.severity == "stop"], Finding("no_rows", args={"header": found.last_row})]
        )
    titles = {header: found.texts[place] for header, place in places.items()}
    return Placed(grid, places, titles, findings)


def _columns(found: Heading, form: Form) -> list[Finding]:
    """What is wrong with the columns of a heading; raises Refused when one is missing or there twice."""
    by_header: dict[str, list[str]] = {}
    strange: list[tuple[str, str]] = []
    for place, header in enumerate(found.known(form)):
        if header:
            by_header.setdefault(header, []).append(letter(place))
        elif found.texts[place]:
            strange.append((letter(place), found.texts[place]))
    wrong = [
        Finding("column_twice", args={"column": header, "places": " và ".join(places)})
        for header, places in by_header.items()
        if len(places) > 1 and header not in READ_ONLY
    ]
    missing = [header for header in form.specs if header not in by_header]
    doubtful = []
    for at, text in strange:
        near = get_close_matches(folded(text), missing, n=1, cutoff=0.8)
        if near:
            wrong.append(
                Finding(
                    "column_near",
                    rows=(found.last_row,),
                    letter=at,
                    column=shown(text),
                    found=shown(text),
                    args={"nearest": near[0]},
                )
            )
        elif folded(text) not in ("stt", "tt", "so_tt", "so_thu_tu"):
            doubtful.append(Finding("column_unknown", rows=(found.last_row,), letter=at, column=shown(text), found=shown(text)))
    wrong += [
        Finding("column_missing", args={"column": header, "label": (form.specs[header].labels or (header,))[0]})
        for header in form.needed
        if header not in by_header
    ]
    if form.name == "figures" and not {"chi_tieu", "ket_qua"} & set(by_header):
        wrong.append(Finding("column_missing", args={"column": "chi_tieu hoặc ket_qua", "label": "Mục tiêu hoặc Kết quả"}))
    if wrong:
        raise Refused(wrong)
    return doubtful


def _leave_out(grid: Grid, places: dict[str, int], form: Form) -> list[Finding]:
    """Take total rows, headings of sections, column numbering and the block of signatures out of the grid, and say so.

    Only rows without a key can be any of these, and only rows that bring no value: nothing right may be lost.
    """
    if not len(grid.row_numbers):
        return []
    blank = {
        header: np.array([not clean(text) for text in grid.columns[place][1]], dtype=bool)[grid.columns[place][0]]
        for header, place in places.items()
    }
    needed = [header for header in form.needed if header in blank]
    lacking = np.sum([blank[header] for header in needed], axis=0)
    few = max(3, len(needed) - 2)
    candidates = np.flatnonzero(lacking >= few)
    numbering = _numbering(grid)
    findings: list[Finding] = []
    drop = np.zeros(len(grid.row_numbers), dtype=bool)
    if numbering:
        drop[0] = True
        findings.append(Finding("numbering_skipped", rows=(int(grid.row_numbers[0]),)))
    gone = False
    carriers = [header for header in ("chi_tieu", "ket_qua", "gia_tri", "tu_so", "mau_so", "chi_tieu_tu") if header in blank]
    names = [places[header] for header in _NAMES if header in places]
    last_real = int(np.max(np.flatnonzero(lacking < few), initial=-1))
    for at in candidates[:20_000]:
        if drop[at]:
            continue
        texts = [clean(codes_texts[1][codes_texts[0][at]]) for codes_texts in grid.columns]
        filled = [text for text in texts if text]
        if not filled:
            drop[at] = True
            continue
        if any(_CODE.match(texts[place]) or _NUMBER_OF_DOCUMENT.match(texts[place]) for place in names):
            continue  # it names what it is about: whatever else it lacks is to be said, not passed over
        row, first = int(grid.row_numbers[at]), filled[0]
        brings = any(not blank[header][at] for header in carriers)
        if not gone and at > last_real and any(_SIGNATURE.search(folded(text)) for text in filled):
            gone = True
            findings.append(Finding("signature_skipped", rows=(row,), found=shown(first)))
        if gone and not any(not blank[header][at] for header in form.key[:1] if header in blank and brings):
            drop[at] = True
        elif any(_TOTAL.match(folded(text)) for text in filled[:2]):
            drop[at] = True
            findings.append(Finding("total_skipped", rows=(row,), found=shown(first)))
        elif len(filled) <= _FEW and not brings and not (_CODE.match(first) or _NUMBER_OF_DOCUMENT.match(first)):
            drop[at] = True
            findings.append(Finding("section_skipped", rows=(row,), found=shown(" ".join(filled))))
    if drop.any():
        keep = ~drop
        grid.row_numbers = grid.row_numbers[keep]
        grid.columns = [(codes[keep], texts) for codes, texts in grid.columns]
    return findings


def _numbering(grid: Grid) -> bool:
    """Whether the first row below the heading numbers the columns: (1) (2) (3)."""
    numbers = [match for codes, texts in grid.columns if (text := clean(texts[codes[0]])) for match in [_NUMBERING.match(text)]]
    if len(numbers) < 3 or not all(numbers):
        return False
    told = [int(match[1]) for match in numbers]
    return told == list(range(told[0], told[0] + len(told)))

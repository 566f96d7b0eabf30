"""The rows of a table that are no figures: totals, headings of sections, column numbering, the block of signatures.

Only rows without a key can be any of these, and only rows that bring no value: nothing right may be lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data.ingest.findings.finding import Finding
from data.ingest.parsing import footnotes
from data.ingest.reading.cells import clean, shown
from data.ingest.reading.columns import Grid
from data.ingest.table.forms import Form
from data.vietnamese.text import NO_ANSWER, folded

_TOTAL = re.compile(r"^(tong_cong|tong_so|tong|cong|binh_quan|trung_binh)(_|$)")
_ONLY_TOTAL = re.compile(  # a name of an indicator may begin with them
    r"(?:tong_cong|tong_so|tong|cong|(?:binh_quan|trung_binh)(?:_chung)?)(?:_(?:toan|ca)_tinh|_cac_(?:xa|xa_phuong|don_vi))?"
)
_SIGNATURE = re.compile(
    r"^(kt_|tm_|tl_|tuq_|nguoi_lap|lap_bieu|noi_nhan|ky_ten|chu_tich|giam_doc|thu_truong|ghi_chu|nguon_so_lieu|xac_nhan)|(^|_)ngay_(\d+_)?thang_(\d+_)?nam"
)
_NUMBERING = re.compile(r"^\(?([0-9]{1,2})\)?$")
_BEGINS_NUMBER = re.compile(r"\s*[-−+<>≥≤~]?\s*[\ue000-\ue005]?[0-9０-９]")
_INDICATOR_CODE = re.compile(r"^[A-Z]{2}\.\w+$")
_DOCUMENT_NUMBER = re.compile(r"^\S*\d\S*/\S+$")
_SUBJECTS = ("ma_chi_tieu", "so_hieu")  # columns that say what a row is about
_VALUES = ("chi_tieu", "ket_qua", "gia_tri", "tu_so", "mau_so", "chi_tieu_tu")  # columns that bring a value
_SECTION_CELLS = 2  # filled cells of the heading of a section, at most
_MOST = 20_000  # rows without a key that are looked at


@dataclass(frozen=True)
class _KeylessRow:
    """A row that lacks most of what a row needs: its index in the grid, Excel's number, its filled cells, whether it names its
    subject, has its key, brings a value."""

    index: int
    row_number: int
    filled: list[str]
    names_subject: bool
    has_key: bool
    brings_value: bool

    @property
    def signs(self) -> bool:
        """Whether the block of signatures begins here."""
        return not self.names_subject and any(_SIGNATURE.search(folded(text)) for text in self.filled)

    @property
    def is_total(self) -> bool:
        """Whether one of its first two cells says 'Tổng cộng'."""
        return any(_TOTAL.match(folded(text)) for text in self.filled[:2])

    @property
    def is_section(self) -> bool:
        """Whether it heads a section: a few words, no value, no code."""
        return len(self.filled) <= _SECTION_CELLS and not self.brings_value and not _names_subject(self.filled[0])

    def kind(self, signed: bool) -> str | None:
        """'blank', 'signature', 'total' or 'section'; None for a row to be read. ``signed``: the block of signatures has begun."""
        if not self.filled:
            return "blank"
        if self.names_subject:
            return None  # whatever else it lacks is to be said, not passed over
        if signed and not (self.has_key and self.brings_value):
            return "signature"
        return "total" if self.is_total else "section" if self.is_section else None


def leave_out_extra_rows(grid: Grid, indexes: Mapping[str, int], form: Form, figures: Sequence[int] = ()) -> list[Finding]:
    """Take the rows that are no figures out of the grid, and say so. ``indexes``: the grid's column of each header.

    ``figures``: the columns of figures of a table that will be unfolded: what it is about stands in few columns or none, and a row
    without any figure says nothing.
    """
    if not len(grid.row_numbers):
        return []
    blank = {header: _blank_cells(grid, index) for header, index in indexes.items()}
    silent = np.logical_and.reduce([_blank_cells(grid, index) for index in figures]) if figures else None
    lacks_key = _lacks_key(blank, form) if silent is None else silent | _lacks_subject(grid, indexes, blank)
    if silent is not None:
        lacks_key[_last_number(grid, figures) + 1 :] = True  # signatures may stand in any column, those of figures too
    last_figure = int(np.max(np.flatnonzero(~lacks_key), initial=-1))
    drop = np.zeros(len(grid.row_numbers), dtype=bool)
    drop[0] = _numbers_the_columns(grid)
    findings = [Finding("numbering_skipped", rows=(int(grid.row_numbers[0]),))] if drop[0] else []
    signed = False
    values = [blank[header] for header in _VALUES if header in blank] if silent is None else [silent]
    for row in _keyless_rows(grid, indexes, blank, values, np.flatnonzero(lacks_key & ~drop)[:_MOST], form):
        if not signed and row.index > last_figure and row.signs:
            signed = True
            findings.append(Finding("signature_skipped", rows=(row.row_number,), found=shown(row.filled[0])))
        kind = row.kind(signed)
        if silent is not None and kind == "section" and row.filled[0].rstrip(".").isdigit():
            kind = None  # an item that nobody filled in
        drop[row.index] = kind is not None
        noted = footnotes.below(row.row_number, row.filled) if kind in ("section", "signature") else []
        findings += noted
        if kind in ("total", "section") and not noted:
            text = row.filled[0] if kind == "total" else " ".join(row.filled)
            findings.append(Finding(f"{kind}_skipped", rows=(row.row_number,), found=shown(text)))
    if silent is not None and (silent & ~drop).any():
        findings.append(Finding("rows_silent", rows=tuple(grid.row_numbers[silent & ~drop].tolist())))
        drop |= silent
    _drop(grid, drop)
    return findings


def _blank_cells(grid: Grid, index: int) -> np.ndarray:
    codes, texts = grid.columns[index]
    return np.array([clean(text) in ("", *NO_ANSWER) for text in texts], dtype=bool)[codes]


def _lacks_key(blank: Mapping[str, np.ndarray], form: Form) -> np.ndarray:
    """True for the rows in which three needed cells or more are blank, and at most two are filled."""
    needed = [header for header in form.needed if header in blank]
    lacking = np.sum([blank[header] for header in needed], axis=0)
    lacks: np.ndarray = lacking >= max(3, len(needed) - 2)
    return lacks


def _last_number(grid: Grid, figures: Sequence[int]) -> int:
    """The last row in which a column of figures holds something that begins like a number; -1 where none does."""
    numeric = np.zeros(len(grid.row_numbers), dtype=bool)
    for index in figures:
        codes, texts = grid.columns[index]
        numeric |= np.array([bool(_BEGINS_NUMBER.match(text)) for text in texts], dtype=bool)[codes]
    return int(np.max(np.flatnonzero(numeric), initial=-1))


def _lacks_subject(grid: Grid, indexes: Mapping[str, int], blank: Mapping[str, np.ndarray]) -> np.ndarray:
    """True for the rows in which a column that says what the row is about is blank, or says that it is a total."""
    lacks = np.zeros(len(grid.row_numbers), dtype=bool)
    for header in (header for header in ("ma_chi_tieu", "don_vi") if header in blank):
        codes, texts = grid.columns[indexes[header]]
        lacks |= blank[header] | np.array([bool(_ONLY_TOTAL.fullmatch(folded(clean(text)))) for text in texts], dtype=bool)[codes]
    return lacks


def _keyless_rows(
    grid: Grid,
    indexes: Mapping[str, int],
    blank: Mapping[str, np.ndarray],
    values: Sequence[np.ndarray],
    at: np.ndarray,
    form: Form,
) -> Iterator[_KeylessRow]:
    """The rows ``at`` these indexes; ``values``: where each column of figures is blank."""
    subjects = [indexes[header] for header in _SUBJECTS if header in indexes]
    key = blank.get(form.key[0]) if form.key else None
    for index in at.tolist():
        texts = [clean(texts[codes[index]]) for codes, texts in grid.columns]
        yield _KeylessRow(
            index,
            int(grid.row_numbers[index]),
            [text for text in texts if text not in ("", *NO_ANSWER)],
            any(_names_subject(texts[subject]) for subject in subjects),
            key is not None and not key[index],
            any(not cells[index] for cells in values),
        )


def _names_subject(text: str) -> bool:
    return bool(_INDICATOR_CODE.match(text) or _DOCUMENT_NUMBER.match(text))


def _drop(grid: Grid, drop: np.ndarray) -> None:
    if drop.any():
        grid.row_numbers = grid.row_numbers[~drop]
        grid.columns = [(codes[~drop], texts) for codes, texts in grid.columns]


def _numbers_the_columns(grid: Grid) -> bool:
    """Whether the first row below the heading numbers the columns: (1) (2) (3)."""
    filled = [text for codes, texts in grid.columns if (text := clean(texts[codes[0]]))]
    numbers = [int(match[1]) for text in filled if (match := _NUMBERING.match(text))]
    if len(filled) < 3 or len(numbers) < len(filled):
        return False
    return numbers == list(range(numbers[0], numbers[0] + len(numbers)))

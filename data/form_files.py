"""What a store holds as files of the forms that staff bring: they go in again through ``python -m data import``, in the order of their names.

Documents, indicators, figures, tasks, money, remarks and the points of an index that count now. What units remark themselves is theirs: who brings that file is its
author. What was withdrawn or taken back, the history, the original files, the accounts and whom to ask (contacts: people's names) leave with a
backup only. What units state themselves is a file of its own: whoever brings it decides whose word it is.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import chain, groupby, islice
from pathlib import Path
from typing import Any

from data.ingest.rows.catalogue_rows import as_written
from data.ingest.table.forms import Form, forms
from data.published.sample_column import COLUMN, is_sample
from data.vietnamese.terms import SAMPLE
from data.vietnamese.text import guarded
from queries import imports
from queries.statements import tuples
from queries.store import Store

MOST = 500_000  # rows of a file
FIGURES = (  # headers of the columns of ``imports/figure_rows.sql``, the first left out
    "ma_chi_tieu", "cap", "don_vi", "nam", "ky", "chi_tieu", "dau", "chi_tieu_tu", "chi_tieu_den", "ket_qua", "gia_tri", "ket_qua_tu",
    "ket_qua_den", "dinh_tinh", "tu_so", "mau_so", "so_lieu_den_ngay", "danh_gia", "can_cu", "nguon", "vi_tri", "ghi_chu",
)  # fmt: skip
_AFTER_FIGURES = (
    "tasks",
    "task_states",
    "task_links",
    "budgets",
    "remarks",
    "unit_remarks",
    "finding_decisions",
    "weights",
)  # forms in the order in which they rest on one another
_FIGURE_FILES = {False: "import-3-figures", True: "import-4-self-stated"}


def form_files(store: Store, folder: Path) -> Iterator[tuple[Path, int]]:
    """Write the files into a folder that is there; yields (path, rows) for each. CSV: UTF-8 with BOM. Of a store with
    invented figures a last column, which the importer passes over, says so in every row. Raises OSError."""
    sample = is_sample(store)
    for name, form, table in (
        ("import-1-documents", "documents", "document"),
        ("import-2-indicators", "indicators", "indicator"),
    ):
        rows = store.inside(partial(imports.register, table=table))
        yield _written(folder / f"{name}.csv", *_catalogue(forms()[form], rows), sample)
    rows_of = store.inside(lambda cursor: tuples(cursor, "imports", "figure_rows"))
    for self_stated, group in groupby(rows_of, key=lambda row: bool(row[0])):
        for number, part in enumerate(_parts(group), start=1):
            name = _FIGURE_FILES[self_stated] + (f"-{number}" if number > 1 else "")
            yield _written(folder / f"{name}.csv", FIGURES, (row[1:] for row in part), sample)
    for number, form in zip((5, 6, 7, 8, 9, 9, 9, 9), _AFTER_FIGURES, strict=True):
        if rows := store.inside(partial(imports.register, table=forms()[form].tables[0])):
            yield _written(folder / f"import-{number}-{form.replace('_', '-')}.csv", *_catalogue(forms()[form], rows), sample)


def _catalogue(form: Form, rows: Sequence[dict[str, Any]]) -> tuple[Sequence[str], Iterable[Sequence[Any]]]:
    """Headers and rows of a catalogue in its form."""
    columns = {header: spec.column for header, spec in form.specs.items()}
    return list(columns), ([row.get(column) for column in columns.values()] for row in rows)


def _parts(rows: Iterator[Any]) -> Iterator[Iterator[Any]]:
    """The rows, so many at a time as one file takes."""
    for first in rows:
        yield chain([first], islice(rows, MOST - 1))


def _written(path: Path, headers: Sequence[str], rows: Iterable[Sequence[Any]], sample: bool) -> tuple[Path, int]:
    written, label = 0, [SAMPLE] if sample else []
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([*headers, *([COLUMN] if sample else [])])
        for row in rows:
            writer.writerow([*(_cell(header, value) for header, value in zip(headers, row, strict=True)), *label])
            written += 1
    return path, written


def _cell(header: str, value: Any) -> str:
    """A value as the form writes it: the word of its list, dd/mm/yyyy, 69,3."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}".replace(".", ",")
    text = as_written(header, value)
    return guarded(text) if isinstance(value, str) else text

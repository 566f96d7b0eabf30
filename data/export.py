"""Published views as files: CSV that Excel in Viet Nam opens rightly, and Parquet."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow.parquet as parquet

from data.form_files import form_files
from data.published.sample_column import labelled
from data.vietnamese.text import guarded
from queries.reads import document_file_list
from queries.schema import PUBLISHED
from queries.store import Store


def export(store: Store, folder: Path) -> Iterator[tuple[Path, int]]:
    """Write every published view into ``folder`` as ``<view>.csv`` and ``<view>.parquet``, and what the importer takes back as
    ``import-*.csv``; of files attached to documents a list with their hashes.

    Yields (path, rows) for each file. CSV: UTF-8 with BOM, comma, point as decimal sign, ISO dates; a text
    that a spreadsheet would take for a formula gets an apostrophe before it. Of a store with invented figures a last column
    says so in every row. Raises OSError.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for view in PUBLISHED:
        table = labelled(store, store.arrow(view).to_reader()).read_all()
        parquet.write_table(table, folder / f"{view}.parquet")
        yield folder / f"{view}.parquet", table.num_rows
        with (folder / f"{view}.csv").open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(table.column_names)
            for row in table.to_pylist():
                writer.writerow([_cell(value) for value in row.values()])
        yield folder / f"{view}.csv", table.num_rows
    yield from form_files(store, folder)
    yield from _attached_list(store, folder / "document-files.csv")


def _attached_list(store: Store, path: Path) -> Iterator[tuple[Path, int]]:
    """Which files are attached to documents, with their hashes; the files themselves leave with a backup only. Nothing where there are none."""
    rows = document_file_list(store)
    if not rows:
        return
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(rows.columns)
        for row in rows:
            writer.writerow([_cell(value) for value in row])
    yield path, len(rows)


def _cell(value: Any) -> Any:
    """A value as CSV text: decimals without trailing zeros, texts guarded against being run as a formula."""
    if value is None:
        return ""
    if isinstance(value, str):
        return guarded(value)
    return f"{value.normalize():f}" if hasattr(value, "normalize") else value

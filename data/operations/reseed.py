"""``python -m data reseed``: a newer shipped seed enters a store in use, as an upload by the system and by the rules of every upload.

What people brought stays: a figure of the seed that would take its place, and a row of a catalogue that somebody changed, are left out.
What the seed no longer states is withdrawn; a row of a catalogue never is, and a cell that became blank says nothing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from data.ingest.rows.catalogue_rows import same
from data.ingest.rule_findings import sentence_of_check
from data.ingest.table.source import Table
from data.seed import FOLDER, fingerprint, own_day, read_seed, stage_figures, stop_figures
from data.store_location import opened
from data.version import VERSION
from queries import imports
from queries.derived_catalogues import renew
from queries.ledger import append, note_scope, open_upload
from queries.reads import sample_mark
from queries.rows import Rows
from queries.sqlfile import sql_file
from queries.statements import run, tuples
from queries.store import CheckFailed, Store

_LISTED = 50  # changes that a preview names
_CHANGES = {
    "new": "mới",
    "changed": "thay đổi",
    "restated": "nêu lại ở chỗ khác",
    "beside": "để cạnh số khác",
    "withdrawn": "rút lại",
}
_Row = dict[str, Any]


class Reseeded(NamedTuple):
    """What came of a seed, or would come of it. ``upload_id``: None when it says nothing new, then nothing was written.

    ``catalogue_rows`` were written; ``figures``: how many by change ('new', 'changed', 'restated', 'beside', 'withdrawn');
    ``kept``: figures and rows of catalogues that people brought and that the seed would have replaced; ``changes``: rows of ``difference_list``.
    """

    upload_id: int | None
    catalogue_rows: int
    figures: Mapping[str, int]
    kept: int
    changes: Rows[Any]


class _Written(NamedTuple):
    upload_id: int
    catalogue_rows: int
    kept: int


class _NothingNew(Exception):
    """The store says already what the seed says: the transaction is taken back."""

    def __init__(self, kept: int) -> None:
        super().__init__()
        self.kept = kept


def reseed(store: Store, folder: Path = FOLDER) -> Reseeded:
    """Bring the seed of a folder into a store in use. Raises BadSeed, CheckFailed, StoreError; then nothing is written."""
    figures, ledger = read_seed(folder, lambda _: None)

    def change(cursor: duckdb.DuckDBPyConnection) -> _Written:
        return _write(cursor, figures, ledger, fingerprint(folder))

    try:
        return store.write(change, _compared)
    except _NothingNew as nothing:
        return Reseeded(None, 0, {}, nothing.kept, Rows((), ()))


def preview(store: Store, folder: Path = FOLDER) -> Reseeded:
    """What ``reseed`` would do, tried in a copy of the store."""
    with closing(store.copy()) as copy:
        return reseed(copy, folder)


def _write(cursor: duckdb.DuckDBPyConnection, figures: Table, ledger: dict[str, list[_Row]], sha256: str) -> _Written:
    upload_id = open_upload(
        cursor,
        kind="seed",
        file_name=f"Số liệu gốc của phiên bản {VERSION}",
        file_sha256=sha256,
        uploaded_by="system",
        row_count=0,
        program_version=VERSION,
        territories="*",
    )
    rows = kept = 0
    for table, seeded in ledger.items():
        new, theirs = _news(cursor, table, seeded)
        rows, kept = rows + len(new), kept + theirs
        append(cursor, table, [{**row, "upload_id": upload_id} for row in new])
    renew(cursor, upload_id, [])
    findings = stage_figures(cursor, figures)
    kept += imports.give_way_to_people(cursor)
    stop_figures(cursor, figures, findings, own_day(ledger["document"]))
    written = rows + imports.to_write(cursor)
    if not written:
        raise _NothingNew(kept)
    imports.write_figures(cursor, upload_id)
    note_scope(cursor, upload_id)
    run(cursor, "writes", "upload_rows", upload_id=upload_id, rows=written)
    return _Written(upload_id, rows, kept)


def _compared(cursor: duckdb.DuckDBPyConnection, written: _Written) -> Reseeded:
    imports.compare(cursor, written.upload_id)
    counts = {row.change: row.rows for row in imports.answer(cursor, "difference_count") if row.change in _CHANGES}
    changes = imports.answer(cursor, "difference_list", most=_LISTED).matching(lambda row: row.change in _CHANGES)
    return Reseeded(written.upload_id, written.catalogue_rows, counts, written.kept, changes)


def _news(cursor: duckdb.DuckDBPyConnection, table: str, seeded: list[_Row]) -> tuple[list[_Row], int]:
    """The rows of a catalogue's seed that differ from what the store has, without those that people changed, and how many those are."""
    stored, key = _stored(cursor, table), sql_file("tables", table).unique
    new, theirs = [], 0
    for row in seeded:
        by_seed, there = stored.get(tuple(row[column] for column in key), (True, None))
        if there is not None and all(same(row.get(column), value) for column, value in there.items()):
            continue
        new += [row] if by_seed else []
        theirs += not by_seed
    return new, theirs


def _stored(cursor: duckdb.DuckDBPyConnection, table: str) -> dict[tuple[Any, ...], tuple[bool, _Row]]:
    """The rows of a catalogue that count, by their key: whether a seed brought them, and their columns."""
    file = sql_file("tables", table)
    kinds = dict(cursor.table("upload").select("upload_id", "kind").fetchall())
    undone = {upload for (upload,) in tuples(cursor, "writes", "undone_uploads")}
    counted: dict[tuple[Any, ...], tuple[bool, _Row]] = {}
    for values in cursor.table(table).select(*file.columns).order("upload_id").fetchall():
        row = dict(zip(file.columns, values, strict=True))
        upload = row.pop("upload_id")
        if upload not in undone:
            counted[tuple(row[column] for column in file.unique)] = (kinds.get(upload) == "seed", row)
    return counted


def add_arguments(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser of ``python -m data``."""
    command = commands.add_parser(
        "reseed", help="nạp số liệu gốc mới đi kèm chương trình vào kho đang dùng; giữ những gì người dùng đã nạp"
    )
    command.add_argument("--preview", action="store_true", help="chỉ xem thay đổi, không ghi")


def run_command(options: argparse.Namespace) -> int:
    """Bring the shipped seed in, or only look; 0 = done or nothing new, 1 = a check is against it, 2 = the store holds invented figures.

    Raises StoreError, BadSeed.
    """
    store = opened()
    try:
        code, text = outcome_of(store, options.preview)
    finally:
        store.close()
    print(text, file=sys.stderr if code else sys.stdout)
    return code


def outcome_of(store: Store, only_look: bool) -> tuple[int, str]:
    """Exit code and sentences of the command on an open store. Raises StoreError, BadSeed."""
    if sample_mark(store)[0].is_sample:
        return 2, "Kho này giữ số liệu minh họa: số liệu thật không được nạp vào. Chưa ghi gì."
    try:
        return 0, told(preview(store) if only_look else reseed(store), only_look)
    except CheckFailed as error:
        return 1, f"Chưa ghi gì: kho sẽ có dòng sai. {sentence_of_check(error.check, error.rows)}."


def told(outcome: Reseeded, only_looked: bool) -> str:
    """What came of it, in Vietnamese; a preview names the first changes."""
    kept = f" Giữ nguyên {outcome.kept} dòng mà người dùng đã nạp hoặc sửa." if outcome.kept else ""
    if outcome.upload_id is None:
        return f"Số liệu gốc đi kèm chương trình không có gì mới so với kho; chưa ghi gì.{kept}"
    counts = ", ".join(f"{outcome.figures[change]} {words}" for change, words in _CHANGES.items() if change in outcome.figures)
    what = f"số liệu: {counts or 'không đổi'}; danh mục: {outcome.catalogue_rows} dòng mới hoặc thay đổi."
    if not only_looked:
        return f"Đã ghi số liệu gốc của phiên bản {VERSION} thành lần cập nhật {outcome.upload_id}: {what}{kept}"
    lines = [
        f"  {row.indicator_id} {row.indicator_name}, {row.unit_name}, {row.period}/{row.year}: {row.before_text or '–'} → {row.after_text or '–'}"
        for row in outcome.changes
    ]
    return "\n".join([f"Xem trước, chưa ghi gì. {what[0].upper()}{what[1:]}{kept}", *lines])

"""Appending to the tables: the only statements that write rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING, Any

import duckdb

from queries import clock, derived_catalogues
from queries.derived_marks import DEFINED_BY
from queries.pieces import pieces_of
from queries.rows import Rows
from queries.sqlfile import sql_file
from queries.statements import answer, run, tuples, value

if TYPE_CHECKING:
    import pyarrow as pa

_CONTESTED = ("contested_mark", "contested_target", "contested_result")
_OF_CLAIMS = (
    "live_target",
    "target_claim",
    "live_result",
    "result_claim",
    "stated_claim",
    "claim",
)  # each behind those it is made of
_GATHERED = "stated_claim"  # which ``claim`` reads four times
_OF_SPREADS = ("unit_number", "unit_merged", "unit_value", "unit_spread")  # each behind those it is made of
MADE_ANEW = (*_OF_CLAIMS, *_OF_SPREADS)  # views that deriving makes anew over a part of the store
LOOKED_AT = ("current_claim", "current_figure")  # derived tables that the rules, steps and checks of an import ask
_AT_ONCE = 300_000  # rows of the ledgers that are derived in one go


def append(cursor: duckdb.DuckDBPyConnection, table: str, rows: Iterable[dict[str, Any]]) -> int:
    """Append rows (dicts by column name; a missing key is null) to a table; returns how many.

    Raises ValueError for an unknown table and duckdb.ConstraintException where a needed value is missing.
    """
    statement = sql_file("writes", "append").for_table(table)
    import pyarrow as pa  # takes as long to load as DuckDB, and a page that is read needs none of it

    columns = {name: _arrow()[kind] for name, (kind, _) in sql_file("tables", table).columns.items()}
    incoming = pa.Table.from_pylist(list(rows), schema=pa.schema(list(columns.items())))
    cursor.register("incoming", incoming)
    try:
        cursor.execute(statement)
    finally:
        cursor.unregister("incoming")
    return incoming.num_rows


@cache
def _arrow() -> dict[str, pa.DataType]:
    """The types of Arrow by those of the headers."""
    import pyarrow as pa

    return {
        "text": pa.string(),
        "int": pa.int32(),
        "bigint": pa.int64(),
        "decimal": pa.decimal128(18, 4),
        "date": pa.date32(),
        "timestamp": pa.timestamp("us"),
        "boolean": pa.bool_(),
        "blob": pa.binary(),
    }


def open_upload(
    cursor: duckdb.DuckDBPyConnection,
    *,
    kind: str,
    file_name: str,
    file_sha256: str,
    uploaded_by: str,
    row_count: int,
    **known: Any,
) -> int:
    """Write the upload's own row and return its number. ``known``: any of the table's columns that may be null."""
    upload_id: int = value(cursor, "writes", "next_upload_id")
    append(
        cursor,
        "upload",
        [
            {
                "upload_id": upload_id,
                "kind": kind,
                "file_name": file_name,
                "file_sha256": file_sha256,
                "uploaded_at": clock.utc_now(),
                "uploaded_by": uploaded_by,
                "row_count": row_count,
                **known,
            }
        ],
    )
    derived_catalogues.renew_uploads(cursor)
    return upload_id


def keep_file(cursor: duckdb.DuckDBPyConnection, upload_id: int, sha256: str, content: bytes) -> None:
    """Keep a file's bytes under their hash, in compressed pieces; a file that is there already is not kept twice."""
    if not value(cursor, "writes", "file_kept", sha256=sha256):
        file = {"upload_id": upload_id, "file_sha256": sha256, "size": len(content)}
        pieces = enumerate(pieces_of(content), start=1)
        append(cursor, "file_piece", [{**file, "part": part, "content": piece} for part, piece in pieces])


def note_scope(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
    """Note which units and years an upload touched, so that nobody has to scan the ledger to list them."""
    run(cursor, "writes", "note_scope", upload_id=upload_id)


def undo(cursor: duckdb.DuckDBPyConnection, upload_id: int, *, undone_by: str, reason: str) -> int:
    """Mark an upload as undone; its rows stay. Returns how many of its figures a later upload had stated again: they are now that one's.

    Raises ValueError when it is unknown or undone already.
    """
    if not value(cursor, "writes", "upload_counts", upload_id=upload_id):
        raise ValueError(f"upload {upload_id} is not there or already undone")
    append(
        cursor,
        "upload_undo",
        [{"upload_id": upload_id, "undone_at": clock.utc_now(), "undone_by": undone_by, "reason": reason}],
    )
    derived_catalogues.renew_uploads(cursor)
    for step in ("reassigned_row", "reassign_targets", "reassign_results", "reassign_marks"):
        run(cursor, "imports", step, upload_id=upload_id)
    reassigned: Rows[Any] = answer(cursor, "imports", "reassigned_count")
    for later in reassigned.values("upload_id"):
        run(cursor, "writes", "forget_scope", upload_id=later)
        note_scope(cursor, later)
    return sum(reassigned.values("rows"))


def catalogue_touched(cursor: duckdb.DuckDBPyConnection, since_upload: int, undone: list[int]) -> bool:
    """Whether uploads from a number on, or uploads taken back, hold rows of a catalogue: then every figure may look different."""
    touched: bool = value(cursor, "writes", "catalogue_touched", since_upload=since_upload, undone=undone)
    return touched


def touched_slices(cursor: duckdb.DuckDBPyConnection, since_upload: int, undone: list[int]) -> list[tuple[Any, ...]]:
    """(province, first year, last year, last year of figures) of all that uploads from a number on, or taken back, may have changed.

    A target stays in force until another is set: the figures of later years may stand beside it.
    """
    everything = catalogue_touched(cursor, since_upload, undone)
    return tuples(cursor, "writes", "touched_slices", since_upload=since_upload, undone=undone, everything=everything)


def every_slice(cursor: duckdb.DuckDBPyConnection) -> list[tuple[Any, ...]]:
    """(province, first year, last year) of everything the store holds, derived rows that belong to no upload included."""
    return tuples(cursor, "writes", "every_slice")


def derive(
    cursor: duckdb.DuckDBPyConnection,
    since_upload: int,
    undone: list[int],
    report: Callable[[float], None] = lambda share: None,
    only: Collection[str] = DEFINED_BY.keys(),
) -> None:
    """Renew the derived catalogues, and the derived figures for the provinces and years that this transaction touches.

    ``since_upload``: first upload of the transaction; ``undone``: uploads that it takes back. A change of a
    catalogue renews everything, because names and ranks stand in the derived rows. What the views read is narrowed to a
    slice where they read it (``in_slice``); a large slice is worked off by spans of years, so that it needs no more memory than a small
    one. The claims come first: a target stays in force in later years. ``report`` is told the share that is done. ``only``: the tables of
    figures that are renewed.
    """
    derived_catalogues.renew(cursor, since_upload, undone)
    slices = touched_slices(cursor, since_upload, undone)
    for number, (province, first, last, last_figure) in enumerate(slices, start=1):
        for span in _spans(cursor, province, first, last) if "current_claim" in only else ():
            with in_slice(cursor, province, *span):
                _derive_claims(cursor, province, span)
        figures = [table for table in ("current_figure", "current_count") if table in only]
        for span in _spans(cursor, province, first, last_figure) if figures else ():
            with in_slice(cursor, province, *span):
                slice_of = {"province": province, "first": span[0], "last": span[1]}
                for table in figures:
                    run(cursor, "writes", f"clear_{table}", **slice_of)
                    run(cursor, "writes", f"fill_{table}", **slice_of)
        report(number / len(slices))
    if "current_spread" in only:
        _derive_spreads(cursor, since_upload, undone)


def _derive_spreads(cursor: duckdb.DuckDBPyConnection, since_upload: int, undone: list[int]) -> None:
    """Renew the medians once all figures stand: those of today's map are made of the figures of every province that its units came from."""
    everything = catalogue_touched(cursor, since_upload, undone)
    touched = tuples(cursor, "writes", "touched_spreads", since_upload=since_upload, undone=undone, everything=everything)
    for province, first, last in touched:
        run(cursor, "writes", "clear_current_spread", province=province, first=first, last=last)
        for span in _spans(cursor, province, first, last):
            fill_spread(cursor, province, *span)


def fill_spread(cursor: duckdb.DuckDBPyConnection, province: str, first: int, last: int) -> None:
    """Write the medians of a province's units in a span of years, of which there are none yet."""
    run(cursor, "writes", "spread_figure")
    with in_slice(cursor, province, first, last):
        if value(cursor, "writes", "some_unit_number"):
            for view in _OF_SPREADS:
                cursor.execute(_of_spreads(view))
            run(cursor, "writes", "fill_current_spread", province=province, first=first, last=last)


def _derive_claims(cursor: duckdb.DuckDBPyConnection, province: str, span: tuple[int, int]) -> None:
    """Fill the claims of the slice that is being looked at: ``claim`` is asked only for those that it may set beside others."""
    slice_of = {"province": province, "first": span[0], "last": span[1]}
    run(cursor, "writes", "clear_current_claim", **slice_of)
    run(cursor, "writes", "contested_mark")
    contested = value(cursor, "writes", "some_contested")
    if contested:
        for step in ("contested_target", "contested_result"):
            run(cursor, "writes", step)
        for view in _OF_CLAIMS:
            cursor.execute(_of_contested(view))
    else:
        run(cursor, "writes", "no_contested_claim")
    run(cursor, "writes", "derived_claim")
    in_order = value(cursor, "writes", "brought_in_order", **slice_of)
    run(cursor, "writes", "fill_current_claim_as_brought" if in_order else "fill_current_claim")
    for table in (*_CONTESTED, f"contested_{_GATHERED}") if contested else ("contested_mark",):
        cursor.execute(f"drop table temp.{table}")


def _spans(cursor: duckdb.DuckDBPyConnection, province: str, first: int, last: int) -> list[tuple[int, int]]:
    """Spans of years that cover a slice without a gap, each with at most ``_AT_ONCE`` rows of the ledgers, or of one year."""
    begins, rows = [first], 0
    for year, of_year in tuples(cursor, "writes", "rows_by_year", province=province, first=first, last=last):
        if rows and rows + of_year > _AT_ONCE:
            begins, rows = [*begins, year], 0
        rows += of_year
    return list(zip(begins, [*(year - 1 for year in begins[1:]), last], strict=True))


@contextmanager
def in_slice(cursor: duckdb.DuckDBPyConnection, province: str, first: int, last: int) -> Iterator[None]:
    """Meanwhile ``claim_in_slice``, and what is made of it, holds a province and a span of years only; for filling and checking by slices.

    A cursor on which something failed meanwhile keeps its slice: it is to be thrown away.
    """
    cursor.execute("set variable slice = $slice", {"slice": {"province": province, "first": first, "last": last}})
    yield
    cursor.execute("reset variable slice")


def _of_contested(view: str) -> str:
    """A statement that makes a view anew over the contested rows of the slice alone, as ``contested_<view>``; as a table where it is read often."""
    made = "temp table" if view == _GATHERED else "temp view"
    statement = sql_file("views", view).statement.replace("create view", f"create or replace {made}", 1)
    for name in (*_OF_CLAIMS, "target_in_slice", "result_in_slice"):
        statement = re.sub(rf"\b{name}\b", f"contested_{name.removesuffix('_in_slice')}", statement)
    return statement


def _of_spreads(view: str) -> str:
    """A statement that makes a view anew over the figures of the slice alone, as ``spread_<view>``."""
    statement = sql_file("views", view).statement.replace("create view", "create or replace temp view", 1)
    statement = re.sub(r"\bcurrent_figure\b", "spread_figure", statement)
    for name in _OF_SPREADS:
        statement = re.sub(rf"\b{name}\b", f"spread_{name}", statement)
    return statement

"""Appending to the tables: the only statements that write rows."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import duckdb
import pyarrow as pa

from queries import clock
from queries.sqlfile import names, sql_file

_ARROW = {
    "text": pa.string(),
    "int": pa.int32(),
    "bigint": pa.int64(),
    "decimal": pa.decimal128(18, 4),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us"),
    "boolean": pa.bool_(),
    "blob": pa.binary(),
}


def append(cursor: duckdb.DuckDBPyConnection, table: str, rows: Iterable[dict[str, Any]]) -> int:
    """Append rows (dicts by column name; a missing key is null) to a table; returns how many.

    Raises ValueError for an unknown table and duckdb.ConstraintException where a needed value is missing.
    """
    if table not in names("tables"):
        raise ValueError(f"no table file queries/tables/{table}.sql")
    columns = {name: _ARROW[kind] for name, (kind, _) in sql_file("tables", table).columns.items()}
    incoming = pa.Table.from_pylist(list(rows), schema=pa.schema(list(columns.items())))
    cursor.register("incoming", incoming)
    try:
        cursor.execute(f"insert into {table} by name select * from incoming")
    finally:
        cursor.unregister("incoming")
    return incoming.num_rows


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
    upload_id = cursor.execute("select coalesce(max(upload_id), 0) + 1 from upload").fetchone()[0]
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
    return upload_id


def keep_file(cursor: duckdb.DuckDBPyConnection, upload_id: int, sha256: str, content: bytes) -> None:
    """Keep a file's bytes under their hash; a file that is there already is not kept twice."""
    known = cursor.execute("select count(*) from upload_file where file_sha256 = $sha256", {"sha256": sha256}).fetchone()[0]
    if not known:
        append(cursor, "upload_file", [{"upload_id": upload_id, "file_sha256": sha256, "size": len(content), "content": content}])


def note_scope(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
    """Note which units and years an upload touched, so that nobody has to scan the ledger to list them."""
    cursor.execute(
        """
        insert into upload_scope
        select $upload_id, province_code, unit_id, year, sum(targets), sum(results)
        from (select province_code, unit_id, year, 1 as targets, 0 as results from target where upload_id = $upload_id
              union all
              select province_code, unit_id, year, 0, 1 from result where upload_id = $upload_id)
        group by province_code, unit_id, year
        order by province_code, unit_id, year""",
        {"upload_id": upload_id},
    )


def undo(cursor: duckdb.DuckDBPyConnection, upload_id: int, *, undone_by: str, reason: str) -> int:
    """Mark an upload as undone; its rows stay. Returns how many of its figures a later upload had stated again: they are now that one's.

    Raises ValueError when it is unknown or undone already.
    """
    found = cursor.execute("select count(*) from live_upload where upload_id = $id", {"id": upload_id}).fetchone()[0]
    if not found:
        raise ValueError(f"upload {upload_id} is not there or already undone")
    append(
        cursor,
        "upload_undo",
        [{"upload_id": upload_id, "undone_at": clock.utc_now(), "undone_by": undone_by, "reason": reason}],
    )
    for step in ("reassigned_row", "reassign_targets", "reassign_results", "reassign_marks"):
        cursor.execute(sql_file("imports", step).statement, {"upload_id": upload_id})
    reassigned = cursor.execute("select upload_id, count(*) from reassigned_row group by upload_id").fetchall()
    for later, _ in reassigned:
        cursor.execute("delete from upload_scope where upload_id = $later", {"later": later})
        note_scope(cursor, later)
    return sum(rows for _, rows in reassigned)


_TOUCHED = """
    select s.province_code, min(s.year), max(s.year)
    from upload_scope as s
    where $everything or s.upload_id >= $since_upload or list_contains($undone, s.upload_id)
    group by s.province_code
    order by s.province_code"""
_SLICE = "province_code = $province and year between $first and $last"
_CATALOGUES = ("indicator", "document", "pillar", "unit_state")


def catalogue_touched(cursor: duckdb.DuckDBPyConnection, since_upload: int, undone: list[int]) -> bool:
    """Whether uploads from a number on, or uploads taken back, hold rows of a catalogue: then every figure may look different."""
    catalogues = " or ".join(
        f"exists (select 1 from {table} where upload_id >= $since_upload or list_contains($undone, upload_id))"
        for table in _CATALOGUES
    )
    return cursor.execute(f"select {catalogues}", {"since_upload": since_upload, "undone": undone}).fetchone()[0]


def touched(cursor: duckdb.DuckDBPyConnection, since_upload: int, undone: list[int]) -> list[tuple[str, int, int]]:
    """(province, first year, last year) of everything that uploads from a number on, or uploads taken back, may have changed."""
    everything = catalogue_touched(cursor, since_upload, undone)
    of_this = {"since_upload": since_upload, "undone": undone}
    return cursor.execute(_TOUCHED, {**of_this, "everything": everything}).fetchall()


def every_slice(cursor: duckdb.DuckDBPyConnection) -> list[tuple[str, int, int]]:
    """(province, first year, last year) of everything the store holds, derived rows that belong to no upload included."""
    return cursor.execute("""
        select province_code, min(year), max(year)
        from (select province_code, year from upload_scope union all select province_code, year from current_claim
              union all select province_code, year from current_figure)
        group by province_code
        order by province_code""").fetchall()


def derive(cursor: duckdb.DuckDBPyConnection, since_upload: int, undone: list[int]) -> None:
    """Renew the derived tables for the provinces and years that this transaction touches.

    ``since_upload``: first upload of the transaction; ``undone``: uploads that it takes back. A change of a
    catalogue renews everything, because names and ranks stand in the derived rows. The slices are given as
    constants: only those reach the scan through the views' windows. What the slice's documents state is gathered once
    and stands in for the view ``stated_claim``, which ``claim`` reads four times.
    """
    stated = sql_file("views", "claim").question.replace("stated_claim", "stated_slice")
    for province, first, last in touched(cursor, since_upload, undone):
        slice_of = {"province": province, "first": first, "last": last}
        cursor.execute(f"create or replace temp table stated_slice as select * from stated_claim where {_SLICE}", slice_of)
        _renew(cursor, "current_claim", f"({stated})", slice_of)
        cursor.execute("drop table temp.stated_slice")
        _renew(cursor, "current_figure", "figure_facts", slice_of)


def _renew(cursor: duckdb.DuckDBPyConnection, table: str, source: str, slice_of: dict[str, Any]) -> None:
    cursor.execute(f"delete from {table} where {_SLICE}", slice_of)
    cursor.execute(
        f"insert into {table} by name select * from {source} where {_SLICE} "
        "order by province_code, year, period, indicator_id, unit_id, level",
        slice_of,
    )

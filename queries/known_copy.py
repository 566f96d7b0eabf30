"""What a store held at the end of a past day, copied into an empty one: the uploads until then, what was taken back until then, and
nothing that came later.

Accounts, access tokens, the record of access and original files are not copied: rights are always those of today.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

import duckdb

from queries.ledger import derive
from queries.sqlfile import SqlFile, names, sql_file
from queries.statements import BATCH, run

NOT_COPIED = ("access_token", "account", "file_piece", "kept_record")  # today's, or too large and never shown
_AT_ONCE = ("data_version", "upload")  # one row; and what says which rows of the other tables are known
_SCOPE = "upload_scope"  # counted anew, since a later undo may have changed it
_COPYING = 0.4  # of the whole time, about
Report = Callable[[float], None]


def copied_tables() -> Iterator[SqlFile]:
    """The tables that are copied, uploads first. Raises ValueError for one of which nothing says since when its rows are known."""
    others = [name for name in names("tables") if name not in (*NOT_COPIED, *_AT_ONCE, _SCOPE)]
    for file in (sql_file("tables", name) for name in (*_AT_ONCE, *others)):
        if "derived" in file.fields:
            continue
        if file.name not in _AT_ONCE and not {"upload_id", file.fields.get("known", "")} & file.columns.keys():
            raise ValueError(f"queries/tables/{file.name}.sql: no upload_id and no 'known:' says since when a row is known")
        yield file


def fill(cursor: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, until: datetime, report: Report) -> None:
    """Copy what the store of ``cursor`` knew before a moment (UTC) into the empty tables of ``target``; ``report`` is told the share done."""
    files = list(copied_tables())
    cursor.execute("begin")
    for number, file in enumerate(files, start=1):
        _copy(cursor, target, file, until)
        report(_COPYING * number / len(files))
    cursor.execute("rollback")


def complete(target: duckdb.DuckDBPyConnection, report: Report) -> None:
    """Derive what follows from the copied rows; the views are there."""
    target.execute("begin")
    for table in ("target", "result"):
        target.execute(sql_file("writes", "forget_reassigned").for_table(table), {"kind": table})
    run(target, "writes", "fill_scope")
    derive(target, since_upload=1, undone=[], report=lambda share: report(_COPYING + (1 - _COPYING) * share))
    target.execute("commit")


def _copy(cursor: duckdb.DuckDBPyConnection, target: duckdb.DuckDBPyConnection, file: SqlFile, until: datetime) -> None:
    rows = cursor.table(file.name)
    if moment := file.fields.get("known"):
        rows = rows.filter(duckdb.ColumnExpression(moment) < duckdb.ConstantExpression(until))
    by_upload = "upload_id" in file.columns and file.name not in _AT_ONCE
    target.register("incoming", rows.to_arrow_reader(BATCH))
    try:
        target.execute(sql_file("writes", "append_known" if by_upload else "append").for_table(file.name))
    finally:
        target.unregister("incoming")

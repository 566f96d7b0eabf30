"""Bringing a sheet of figures in: staged beside the store, compared, judged by ``queries/rules``, written; all inside one transaction."""

from __future__ import annotations

from datetime import date
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa

from queries.rows import Rows
from queries.sqlfile import names, sql_file

_STAGED = ("sheet", "incoming_claim", "existing_claim", "duplicate_claim", "figure_before", "difference")


def catalogue(cursor: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[Any, ...]]]:
    """What a file's texts may mean: indicators, units, their changes, documents and pillars, as plain tuples."""
    questions = {
        "indicators": "select indicator_id, short_name, unit_of_measure, direction, kind, levels from indicator_catalogue order by indicator_id",
        "units": "select unit_id, code, name, kind, level, parent_code, province_code, valid_from, valid_to from unit order by code, valid_from",
        "changes": "select from_code, from_name, to_code, to_name, kind, effective_on from unit_lineage order by effective_on, from_code, to_code",
        "documents": "select number from document_register union select document from current_claim order by 1",
        "words": "select distinct kind, as_written from current_claim where kind = 'target' or actual is null",
        "pillars": "select pillar from pillar_list order by pillar",
    }
    return {name: cursor.execute(question).fetchall() for name, question in questions.items()}


def stage(cursor: duckdb.DuckDBPyConnection, sheet: pa.Table) -> None:
    """Make the temporary tables ``sheet`` (typed rows of the file), ``incoming_claim``, ``existing_claim``, ``duplicate_claim`` and
    ``figure_before``."""
    for table in _STAGED:
        cursor.execute(f"drop table if exists temp.{table}")
    cursor.register("typed_sheet", sheet)
    try:
        cursor.execute(sql_file("imports", "sheet").statement)
    finally:
        cursor.unregister("typed_sheet")
    for step in ("incoming_claim", "existing_claim", "mark_unchanged", "duplicate_claim", "figure_before"):
        cursor.execute(sql_file("imports", step).statement)


def broken(cursor: duckdb.DuckDBPyConnection, at: str, today: date) -> list[tuple[str, pa.Table]]:
    """(rule, rows with its columns) of every rule of a stage ('before' or 'after' the figures are derived) that finds rows."""
    found = []
    for name in names("rules"):
        file = sql_file("rules", name)
        if file.fields["stage"] == at:
            rows = cursor.execute(file.statement, {"today": today} if "today" in file.params else {}).to_arrow_table()
            if rows.num_rows:
                found.append((name, rows))
    return found


def leave_out(cursor: duckdb.DuckDBPyConnection, rows: np.ndarray) -> None:
    """Take rows of the file out of what is written and compared."""
    refused = pa.table({"row_number": pa.array(rows, pa.int64())})
    cursor.register("refused_row", refused)
    try:
        cursor.execute("delete from incoming_claim where row_number in (select row_number from refused_row)")
    finally:
        cursor.unregister("refused_row")
    cursor.execute(sql_file("imports", "drop_duplicates").statement)


def to_write(cursor: duckdb.DuckDBPyConnection) -> int:
    """How many figures of the sheet the store does not know yet."""
    return cursor.execute("select count(*) from incoming_claim where not unchanged").fetchone()[0]


def write_figures(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
    """Append the sheet's new figures to the ledgers under an upload, and note which ones only say again what was known."""
    for step in ("write_targets", "write_results", "write_reaffirmed"):
        cursor.execute(sql_file("imports", step).statement, {"upload_id": upload_id})


def compare(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
    """Make the temporary table ``difference``: what each figure of the sheet changed, after the figures were derived anew."""
    cursor.execute(sql_file("imports", "difference").statement, {"upload_id": upload_id})


def answer(cursor: duckdb.DuckDBPyConnection, name: str, **params: Any) -> Rows:
    """Rows of ``queries/imports/<name>.sql``."""
    found = cursor.execute(sql_file("imports", name).statement, params)
    return Rows([column[0] for column in found.description], found.fetchall())


def territories(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> list[tuple[str, str | None, str]]:
    """(code, code of the unit above, code of the province) of every unit that an upload touched."""
    return cursor.execute(
        "select distinct u.code, u.parent_code, u.province_code from upload_scope as s join unit as u on u.unit_id = s.unit_id "
        "where s.upload_id = $upload_id order by all",
        {"upload_id": upload_id},
    ).fetchall()


def citing(cursor: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Codes of the units whose figures cite a document, by the document's number."""
    found: dict[str, list[str]] = {}
    for document, code in cursor.execute(
        "select distinct c.document, u.code from current_claim as c join unit as u on u.unit_id = c.unit_id where not c.inherited order by all"
    ).fetchall():
        found.setdefault(document, []).append(code)
    return found


def register(cursor: duckdb.DuckDBPyConnection, table: str) -> list[dict[str, Any]]:
    """The rows of a catalogue that count now (table ``indicator`` or ``document``), as dicts by the table's columns."""
    file = sql_file("tables", table)
    if table not in ("indicator", "document"):
        raise ValueError(f"{table} is no catalogue")
    columns = [column for column, (_, meaning) in file.columns.items() if not meaning.startswith("-")]
    key = ", ".join(file.unique)
    rows = cursor.execute(
        f"select {', '.join(columns)} from {table} join live_upload using (upload_id) "
        f"qualify row_number() over (partition by {key} order by upload_id desc) = 1 order by {key}"
    ).fetchall()
    return [dict(zip(columns, row, strict=True)) for row in rows]

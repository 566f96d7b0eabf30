"""Bringing a sheet of figures in: staged beside the store, compared, judged by ``queries/rules``, written; all inside one transaction."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import cache
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from queries import statements
from queries.rows import Rows
from queries.sqlfile import names, sql_file
from queries.statements import run, tuples, value

_STAGED = (
    "bringer", "cited_document", "repeated_key", "held_claim", "existing_claim", "foreign_claim", "foreign_upload", "duplicate_claim", "figure_before", "result_before",
    "difference",
)  # fmt: skip

# what a sheet touches, as a constant: the planner takes half as long with it as with questions to the sheet
_TOUCHED = "set variable touched = {provinces: $provinces::varchar[], first: $first::smallint, last: $last::smallint}"
_LARGE = 100_000  # rows of a sheet whose claims are read where it lies: planning that again for each rule costs a small one more than a table


def catalogue(cursor: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[Any, ...]]]:
    """What a file's texts may mean: indicators, units, their changes, documents and pillars, as plain tuples."""
    questions = {kind: f"known_{kind}" for kind in ("indicators", "units", "documents", "words", "pillars")}
    return {kind: tuples(cursor, "imports", name) for kind, name in {**questions, "changes": "known_unit_changes"}.items()}


def stage(cursor: duckdb.DuckDBPyConnection, sheet: pa.Table, territories: str = "*", name: str = "") -> None:
    """Make the temporary views ``sheet`` (typed rows of the file) and ``incoming_claim`` and the tables ``repeated_key``, ``existing_claim``,
    ``duplicate_claim``, ``figure_before``, ``result_before``, and what is to be known of who brings it: ``bringer``, ``foreign_claim``, ``foreign_upload``.

    The claims of a large sheet are read where it lies as long as all of them are new: see ``_hold``. ``territories``: unit codes joined by commas,
    '*' = everything; ``name``: of the account.
    """
    for table in _STAGED:
        cursor.execute(f"drop table if exists temp.{table}")
    run(cursor, "imports", "bringer", territories=territories, name=name)
    cursor.register("typed_sheet", sheet.append_column("self_stated", _self_stated(sheet, territories.split(","))))
    cursor.execute(_TOUCHED, _touched(sheet))
    for step in ("sheet", "cited_document", "repeated_key", "incoming_claim", "existing_claim"):
        run(cursor, "imports", step)
    if sheet.num_rows < _LARGE or value(cursor, "imports", "some_known"):
        _hold(cursor)
    for step in ("foreign_claim", "foreign_upload", "duplicate_claim", "figure_before", "result_before"):
        run(cursor, "imports", step)


def _self_stated(sheet: pa.Table, territories: Collection[str]) -> pa.Array:
    """Which rows are the word of a bringer who is not in charge of their whole province."""
    if "*" in territories or not sheet.num_rows:
        return pa.array(np.zeros(sheet.num_rows, dtype=bool))
    provinces = sheet["province_code"].combine_chunks().cast(pa.string())
    return pc.invert(pc.is_in(provinces, pa.array(territories, pa.string())))


def _touched(sheet: pa.Table) -> dict[str, Any]:
    """Codes of the provinces, first and last year of a sheet's rows."""
    years = pc.min_max(sheet["year"])
    return {
        "provinces": sheet["province_code"].unique().drop_null().to_pylist(),
        "first": years["min"].as_py(),
        "last": years["max"].as_py(),
    }


def _hold(cursor: duckdb.DuckDBPyConnection) -> None:
    """From now on the claims are a table, which says what the store knows of them, and of which some may be taken out."""
    if not value(cursor, "imports", "some_held"):
        run(cursor, "imports", "held_claim")
        run(cursor, "imports", "incoming_as_held")


def broken(cursor: duckdb.DuckDBPyConnection, at: str, today: date) -> list[tuple[str, pa.Table]]:
    """(rule, rows with its columns) of every rule of a stage that finds rows: 'twice' and then 'first' (what they take out the others do not see), 'before' or
    'after' the figures are derived. Which of them can find any is asked first, of all in one statement: see ``only`` in their headers."""
    broken_rules = []
    for name in _findable(cursor, at, today):
        file = sql_file("rules", name)
        rows = cursor.execute(file.statement, {"today": today} if "today" in file.params else {}).to_arrow_table()
        if rows.num_rows:
            broken_rules.append((name, rows))
    return broken_rules


def _findable(cursor: duckdb.DuckDBPyConnection, at: str, today: date) -> list[str]:
    """The rules of a stage that can find rows, in order."""
    asked = sql_file("imports", f"asked_{at}")
    found = cursor.execute(_which(at), {"today": today} if "today" in asked.params else {}).fetchall()
    return [name for name, can in zip(_rules(at), found[0], strict=True) if can]


@cache
def _rules(at: str) -> tuple[str, ...]:
    """The rules of a stage, in order."""
    return tuple(name for name in names("rules") if sql_file("rules", name).fields["stage"] == at)


@cache
def _which(at: str) -> str:
    """The statement that says of each rule of a stage whether it can find rows."""
    conditions = ", ".join(f"({sql_file('rules', name).fields.get('only', 'true')})" for name in _rules(at))
    return sql_file("imports", f"asked_{at}").statement.replace("told.*", conditions)


def leave_out(cursor: duckdb.DuckDBPyConnection, rows: np.ndarray) -> None:
    """Take rows of the file out of what is written and compared."""
    if len(rows) or value(cursor, "imports", "some_spare"):
        _hold(cursor)
    if len(rows):
        cursor.register("refused_row", pa.table({"row_number": pa.array(rows, pa.int64())}))
        try:
            run(cursor, "imports", "leave_out")
        finally:
            cursor.unregister("refused_row")
    if value(cursor, "imports", "some_held"):
        run(cursor, "imports", "drop_duplicates")


def keep_stored(cursor: duckdb.DuckDBPyConnection, claims: Sequence[tuple[int, str]]) -> None:
    """Take some claims of the file, given by (row number, kind), out of what is written and compared: what the store says stays."""
    if not claims:
        return
    _hold(cursor)
    rows, kinds = [row for row, _ in claims], [kind for _, kind in claims]
    cursor.register("kept_claim", pa.table({"row_number": pa.array(rows, pa.int64()), "kind": pa.array(kinds, pa.string())}))
    try:
        run(cursor, "imports", "keep_stored")
    finally:
        cursor.unregister("kept_claim")


def give_way_to_people(cursor: duckdb.DuckDBPyConnection) -> int:
    """Of a seed that comes into a store in use: withdraw what it no longer states, and leave out what would take the place of something
    that people brought; returns how many figures are left out."""
    _hold(cursor)
    run(cursor, "imports", "withdraw_vanished")
    theirs = tuples(cursor, "imports", "kept_by_people")
    keep_stored(cursor, theirs)
    return len(theirs)


def to_write(cursor: duckdb.DuckDBPyConnection) -> int:
    """How many figures of the sheet the store does not know yet."""
    count: int = value(cursor, "imports", "new_count")
    return count


def write_figures(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
    """Append the sheet's new figures to the ledgers under an upload, and note which ones only say again what was known."""
    for step in ("write_targets", "write_results", "write_reaffirmed"):
        run(cursor, "imports", step, upload_id=upload_id)


def compare(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> None:
    """Make the temporary table ``difference``: what each figure of the sheet changed, after the figures were derived anew."""
    run(cursor, "imports", "difference", upload_id=upload_id)


def affected_status(cursor: duckdb.DuckDBPyConnection) -> Rows:
    """Other figures whose status the sheet changed, as in ``affected_status.sql``; not asked where there was none before."""
    return answer(cursor, "affected_status") if value(cursor, "imports", "some_before") else Rows((), ())


def answer(cursor: duckdb.DuckDBPyConnection, name: str, **params: Any) -> Rows:
    """Rows of ``queries/imports/<name>.sql``."""
    return statements.answer(cursor, "imports", name, **params)


def known_layouts(cursor: duckdb.DuckDBPyConnection, form: str, territories: str) -> Rows:
    """How tables of a form were read that people with the same territories brought, as in ``known_layouts.sql``."""
    return answer(cursor, "known_layouts", form=form, territories=territories)


def territories(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> list[tuple[Any, ...]]:
    """(code, code of the unit above, code of the province) of every unit that an upload touched; three times None for a document
    of the central government."""
    return tuples(cursor, "imports", "touched_units", upload_id=upload_id)


def uploader(cursor: duckdb.DuckDBPyConnection, upload_id: int) -> tuple[str, list[tuple[Any, ...]]]:
    """Who brought an upload, and (code, code of the unit above, code of the province) of what they were in charge of then; three
    times None is everything. Raises LookupError for an unknown upload."""
    rows = tuples(cursor, "imports", "uploader", upload_id=upload_id)
    if not rows:
        raise LookupError(f"no upload {upload_id}")
    return rows[0][0], [row[1:] for row in rows]


def citing(cursor: duckdb.DuckDBPyConnection) -> dict[str, dict[str, bool]]:
    """The units whose figures cite a document, by the document's number: code -> whether the unit states some of them itself."""
    codes: dict[str, dict[str, bool]] = {}
    for document, code, self_stated in tuples(cursor, "imports", "citing_units"):
        codes.setdefault(document, {})[code] = self_stated
    return codes


def bringers(cursor: duckdb.DuckDBPyConnection) -> dict[str, list[tuple[str, tuple[Any, ...]]]]:
    """Who brought figures under a document, by the document's number: (account name, (code, code of the unit above, code of the
    province) of a unit that they were in charge of then; three times None is everything)."""
    by_document: dict[str, list[tuple[str, tuple[Any, ...]]]] = {}
    for document, name, _, *unit in tuples(cursor, "imports", "bringers"):
        by_document.setdefault(document, []).append((name, tuple(unit)))
    return by_document


def known_findings(cursor: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, str]]:
    """Of every contradiction that is there now, by its name: the code of its unit and what both sides say."""
    return {name: (unit_code, clash) for name, unit_code, clash in tuples(cursor, "imports", "known_findings")}


def register(cursor: duckdb.DuckDBPyConnection, table: str) -> list[dict[str, Any]]:
    """The rows of a table of a form other than figures that count now, as dicts by the table's columns. Raises ValueError for any
    other table."""
    if f"{table}_rows" not in names("imports") or not sql_file("imports", f"{table}_rows").fields.get("like"):
        raise ValueError(f"{table} is no catalogue")
    result = cursor.execute(sql_file("imports", f"{table}_rows").statement)
    columns = [column[0] for column in result.description]
    rows = [dict(zip(columns, row, strict=True)) for row in result.fetchall()]
    return [{column: row[column] for column in sql_file("tables", table).columns if column in row} for row in rows]

"""No step or rule of an import sets every row of the file beside every figure of the store, however it is planned inside the transaction."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import duckdb
import pytest

from data.accounts.sign_in import CLI
from data.ingest.parsing.lookups import Catalogue
from data.ingest.rows.figures import typed
from data.ingest.table.source import Source
from queries import imports
from queries.sqlfile import names, sql_file
from tests.queries.conftest import FILE

STEPS = [
    ("imports", "result_before"),
    ("imports", "difference"),
    *(("rules", name) for name in names("rules")),
]
EVERY_PAIR = re.compile(r"NESTED_LOOP_JOIN|BLOCKWISE_NL_JOIN|PIECEWISE_MERGE_JOIN|IE_JOIN")
SMALL = {
    "rows_shifted",
    "target_result_swapped",
    "stands_beside",
}  # one row of sums, or the few rows that stand beside, against the others


@pytest.fixture(scope="module")
def inside(new_seed_store) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor inside a transaction that has staged a sheet: what it wrote counts for nothing when a question is planned."""
    store = new_seed_store()
    source = Source(FILE)
    sheet, _ = typed(source.table(source.form({}), {}), store.inside(Catalogue), {}, CLI.may_write, "")
    with store._connection.cursor() as cursor:
        cursor.execute("begin")
        imports.stage(cursor, sheet)
        imports.compare(cursor, 99)
        yield cursor
        cursor.execute("rollback")


@pytest.mark.parametrize(("kind", "name"), [step for step in STEPS if step[1] not in SMALL])
def test_rows_meet_figures_by_their_keys(inside, kind, name):
    file = sql_file(kind, name)
    params = {"today": date(2026, 11, 28), "upload_id": 99}
    asked = {param: params[param] for param in file.params}
    plan = "\n".join(row[1] for row in inside.execute(f"explain {file.question}", asked).fetchall())
    assert not EVERY_PAIR.findall(plan), plan

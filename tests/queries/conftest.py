"""What the tests of queries share: a cursor on which a sheet is staged, and what a statement really reads."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import duckdb
import pytest

from data.accounts.sign_in import CLI
from data.ingest.parsing.lookups import Catalogue
from data.ingest.rows.figures import typed
from data.ingest.table.source import Source
from queries import imports, ledger
from queries.sqlfile import sql_file

FILE = b"ma_chi_tieu;cap;don_vi;nam;ky;chi_tieu;ket_qua;nguon\nCQ.06;xa;42;2023;N;;35;525/KH-UBND\n"


@pytest.fixture(scope="module")
def staged(new_seed_store) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor on which a sheet is staged and compared, as rules and steps of an import find it."""
    store = new_seed_store()
    source = Source(FILE)
    sheet, _ = typed(source.table(source.form({}), {}), store.inside(Catalogue), {}, CLI.may_write, "")
    with store._connection.cursor() as cursor:
        imports.stage(cursor, sheet)
        imports._hold(cursor)
        imports.compare(cursor, 99)
        cursor.execute(sql_file("imports", "reassigned_row").statement, {"upload_id": 1})
        for step in ("contested_mark", "contested_target", "contested_result"):
            cursor.execute(sql_file("writes", step).statement)
        for view in ledger._OF_CLAIMS:
            cursor.execute(ledger._of_contested(view))
        for step in ("derived_claim", "spread_figure"):
            cursor.execute(sql_file("writes", step).statement)
        yield cursor


def nodes(statement: str) -> list[dict[str, Any]]:
    """Every node of a select's syntax tree, as DuckDB's own parser sees it."""
    with duckdb.connect() as connection:
        tree = json.loads(connection.execute("select json_serialize_sql($s)", {"s": statement}).fetchone()[0])
    assert not tree["error"], tree
    return list(walk(tree))


def walk(node: Any) -> Iterator[dict[str, Any]]:
    """Every node of a syntax tree, from the top."""
    if isinstance(node, dict):
        yield node
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        yield from walk(child)


def really_read(statement: str) -> set[str]:
    """Tables and views that a select names, its own common table expressions left out."""
    every = nodes(statement)
    own = {entry["key"] for node in every if "cte_map" in node for entry in node["cte_map"]["map"]}
    return {node["table_name"] for node in every if node.get("type") == "BASE_TABLE"} - own

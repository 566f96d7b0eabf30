"""Rows stand in the order of the ledgers before they are staged, so that nothing that is made of them is sorted again."""

from __future__ import annotations

import random

import pyarrow as pa
import pytest

from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.ingest.rows.ledger_order import in_ledger_order
from tests.sample_uploads import csv_file, many_rows

ORDER = ("province_code", "year", "period", "indicator_id", "unit_id")


def rows(*found: tuple[str | None, int, str, str, str]) -> pa.Table:
    columns = dict(zip(ORDER, zip(*found, strict=True), strict=True))
    coded = {name: pa.array(values, pa.string()).dictionary_encode() for name, values in columns.items() if name != "year"}
    return pa.table({**coded, "year": pa.array(columns["year"], pa.int16()), "row_number": list(range(len(found)))})


def test_rows_are_put_in_order_and_equal_ones_stay_as_they_stood():
    given = [("42", 2024, "N", "B", "1"), ("42", 2023, "T2", "A", "1"), ("42", 2023, "T10", "A", "2"), ("42", 2023, "T10", "A", "1"), ("42", 2023, "T10", "A", "1"), (None, 2025, "N", "A", "1")]  # fmt: skip
    assert in_ledger_order(rows(*given))["row_number"].to_pylist() == [5, 3, 4, 2, 1, 0]


def test_rows_in_order_are_not_copied():
    given = rows(("42", 2023, "N", "A", "1"), ("42", 2023, "N", "A", "2"), ("42", 2024, "N", "A", "1"))
    assert in_ledger_order(given) is given
    assert in_ledger_order(given.slice(0, 0)).num_rows == 0


@pytest.mark.parametrize("table", ["target", "result", "current_figure"])
def test_a_file_in_any_order_stands_in_the_order_of_the_ledger(own_store, table):
    shuffled = random.Random(3).sample(list(many_rows(300, random.Random(1), first=0)), 300)
    receipt = commit(own_store, csv_file(shuffled), "lon-xon.csv", CLI, seen=None, reason="thử")
    written = own_store.select(
        f"select {', '.join(ORDER)} from {table} where year = 2016 and unit_id <> '42' order by rowid"
    ).to_records(index=False)
    assert receipt.written and len(written) == 300
    assert written.tolist() == sorted(written.tolist())

"""The examples in the headers are executed: given rows in the tables that a view reads, the view answers the expected row."""

import re
from datetime import date
from decimal import Decimal

import duckdb
import pytest

from queries.sqlfile import SqlFile, names, sql_file

USUAL = {  # what an example need not say
    "province_code": "42",
    "unit_id": "42",
    "code": "42",
    "indicator_id": "X",
    "level": "commune",
    "year": 2022,
    "period": "N",
    "period_end": date(2022, 12, 31),
    "unit_of_measure": "%",
    "lower_is_better": False,
    "has_target": True,
    "has_result": True,
    "actual_qualifier": "exact",
    "qualifier": "exact",
    "target_op": ">=",
    "status": "no_result",
    "target_year": 2022,
    "due_end": date(2022, 12, 31),
    "comparable": True,
    "still_running": False,
    "newest_in_year": True,
    "rank": "headline",
    "basis": "measured",
    "direction": "higher",
    "upload_id": 1,
    "row_number": 2,
    "withdrawn": False,
    "document": "525/KH-UBND",
    "kind": "ratio",
    "index_id": "I",
    "scale": 100,
    "form": "share",
    "line": 1,
    "valid_from": date(2016, 1, 1),
}
TYPES = {"text": "varchar", "int": "int", "decimal": "decimal(18, 4)"}
EXAMPLES = [
    pytest.param(kind, name, example, id=f"{kind}/{name}: {example}")
    for kind in ("views", "reads", "checks")
    for name in names(kind)
    for example in sql_file(kind, name).examples
]


def values(text: str) -> dict[str, str]:
    """'year=2022, op=>=' -> {'year': '2022', 'op': '>='}."""
    pairs = [pair.strip().partition("=") for pair in text.split(",") if pair.strip()]
    return {key: value for key, _, value in pairs}


def with_tables(file: SqlFile) -> duckdb.DuckDBPyConnection:
    """An empty database with the tables that the file reads, with the columns of their own headers."""
    connection = duckdb.connect()
    for macro in names("macros"):
        connection.execute(sql_file("macros", macro).statement)
    for table in file.reads_from:
        of_table = sql_file("tables" if table in names("tables") else "views", table).columns
        columns = ", ".join(f"{column} {TYPES.get(kind, kind)}" for column, (kind, _) in of_table.items())
        connection.execute(f"create table {table} ({columns})")
    return connection


def put(connection: duckdb.DuckDBPyConnection, table: str, given: dict[str, str]) -> None:
    columns = [row[0] for row in connection.execute(f"describe {table}").fetchall()]
    assert given.keys() <= set(columns), f"{table} has no {given.keys() - set(columns)}"
    row = [None if given.get(column) == "null" else given.get(column, USUAL.get(column)) for column in columns]
    connection.execute(f"insert into {table} values ({', '.join('?' * len(row))})", row)


def answered(file: SqlFile, given: str) -> list[dict[str, object]]:
    """The rows that a view answers to the given ones."""
    with with_tables(file) as connection:
        for table, row in re.findall(r"(\w+)\(([^)]*)\)", given):
            put(connection, table, values(row))
        result = connection.execute(file.question)
        columns = [column[0] for column in result.description]
        return [dict(zip(columns, row, strict=True)) for row in result.fetchall()]


def written(value: object) -> str:
    """A value as an example writes it; numbers to four decimals."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return f"{round(float(value), 4):g}" if isinstance(value, int | float | Decimal) else str(value)


def kept(row: dict[str, object], expected: dict[str, str]) -> bool:
    return all(_same(written(row[column]), value) for column, value in expected.items())


def _same(answer: str, expected: str) -> bool:
    try:
        return round(float(answer), 4) == round(float(expected), 4)
    except ValueError:
        return answer == expected


@pytest.mark.parametrize(("kind", "name", "example"), EXAMPLES)
def test_an_example_of_a_header_is_true(kind, name, example):
    given, _, expected = example.partition(" => ")
    rows = answered(sql_file(kind, name), given)
    if expected == "no row":
        assert rows == []
    else:
        assert any(kept(row, values(expected)) for row in rows), rows


@pytest.mark.parametrize(
    "name",
    [
        "figure_in_force",
        "open_figure",
        "straight_path",
        "way_to_target",
        "level_summary",
        "previous_result",
        "level_spread",
        "live_result",
    ],
)
def test_a_view_that_computes_shows_by_examples_what(name):
    assert sql_file("views", name).examples


def test_an_example_that_is_not_true_would_be_seen():
    file = sql_file("views", "way_to_target")
    given = "figure(year=2022, actual=20) figure(year=2025, required=70, actual=45)"
    assert kept(answered(file, given)[0], {"progress": "50"})
    assert not kept(answered(file, given)[0], {"progress": "50.001"}) and not kept(answered(file, given)[0], {"progress": "null"})

"""Every SQL file keeps the contract of its own header."""

import inspect
import re
from datetime import date

import pytest

from queries import reads
from queries.sqlfile import names, sql_file
from queries.store import PUBLISHED, VIEWS

EVERY_FILE = [(kind, name) for kind in ("tables", "views", "reads", "checks") for name in names(kind)]
SAMPLE = {
    "province_code": "42",
    "unit_id": "42",
    "year": 2022,
    "level": "any",
    "period": "Q2",
    "indicator_id": "CQ.06",
    "since_upload": 0,
    "on_day": date(2022, 12, 31),
    "most": 10,
    "upload_id": 1,
    "also": "440",
    "province": "42",
    "first": 2016,
    "last": 2050,
}
DUCKDB_TYPES = {
    "text": {"VARCHAR"},
    "int": {"SMALLINT", "INTEGER"},
    "bigint": {"BIGINT", "HUGEINT"},
    "date": {"DATE"},
    "boolean": {"BOOLEAN"},
    "decimal": {"DECIMAL"},
    "double": {"DOUBLE"},
    "timestamp": {"TIMESTAMP"},
    "blob": {"BLOB"},
}


def described(store, kind, name):
    """Columns and DuckDB types that a file really has."""
    file = sql_file(kind, name)
    statement = f"select * from {name}" if kind in ("tables", "views") else file.statement
    rows = store._connection.cursor().execute(f"describe {statement}", {param: SAMPLE[param] for param in file.params}).fetchall()
    return {row[0]: re.sub(r"\(.*", "", row[1]) for row in rows}


@pytest.mark.parametrize(("kind", "name"), EVERY_FILE)
def test_a_file_opens_with_a_vietnamese_sentence_and_ends_its_statement_without_a_semicolon(kind, name):
    file = sql_file(kind, name)
    assert file.sentence.endswith(".") and len(file.sentence) > 20, file.sentence
    assert re.search(r"[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]", file.sentence.lower())
    assert not file.statement.endswith(";")


@pytest.mark.parametrize(("kind", "name"), EVERY_FILE)
def test_the_columns_and_types_of_a_file_are_exactly_those_of_its_header(store, kind, name):
    found, promised = described(store, kind, name), sql_file(kind, name).columns
    assert list(found) == list(promised)
    for column, (type_name, meaning) in promised.items():
        assert found[column] in DUCKDB_TYPES[type_name], f"{kind}/{name}.{column}: {found[column]} is not {type_name}"
        assert meaning


@pytest.mark.parametrize(("kind", "name"), EVERY_FILE)
def test_the_parameters_of_a_statement_are_those_of_its_header(kind, name):
    file = sql_file(kind, name)
    assert set(re.findall(r"\$(\w+)", file.statement)) == set(file.params)


@pytest.mark.parametrize(
    ("kind", "name"), [pair for pair in EVERY_FILE if pair[0] in ("views", "reads") and sql_file(*pair).unique]
)
def test_what_a_header_calls_unique_is_unique_on_the_seed(store, kind, name):
    file = sql_file(kind, name)
    statement = f"select * from {name}" if kind == "views" else file.statement
    keys = ", ".join(file.unique)
    twice = store.select(
        f"select {keys}, count(*) from ({statement}) as t group by {keys} having count(*) > 1",
        {param: SAMPLE[param] for param in file.params},
    )
    assert twice.empty, twice


@pytest.mark.parametrize("name", names("reads"))
def test_a_read_names_its_columns_orders_its_rows_and_has_a_function_with_the_same_parameters(name):
    file = sql_file("reads", name)
    final = file.statement.rsplit("\n)", 1)[-1]
    assert re.search(r"\border by\b", file.statement.rsplit(")", 1)[-1] + final, re.I)
    assert not re.match(r"select \*", final.strip(), re.I)
    signature = inspect.signature(getattr(reads, name))
    assert [p for p in signature.parameters if p != "store"] == list(file.params)
    assert all(p.kind is p.KEYWORD_ONLY for p in signature.parameters.values() if p.name != "store")
    assert getattr(reads, name).__doc__


def test_every_function_of_the_reads_has_a_file():
    functions = {name for name, thing in vars(reads).items() if inspect.isfunction(thing)}
    assert functions == set(names("reads"))


def test_every_view_is_either_published_or_internal_and_is_made():
    assert sorted(VIEWS) == names("views")
    for name in VIEWS:
        assert ("published" in sql_file("views", name).fields) == (name in PUBLISHED)
        assert ("internal" in sql_file("views", name).fields) != (name in PUBLISHED)


def test_a_published_view_has_exactly_the_columns_that_others_build_on(store):
    promised = {
        "target_vs_actual": "indicator_id, indicator_name, pillar, unit_of_measure, unit_id, unit_name, level, year, period, target_op, "
        "target_low, target_high, target_as_written, target_document, target_locator, actual, actual_as_written, actual_qualifier, "
        "numerator, denominator, as_of, actual_document, actual_locator, gap, status, conflict, "
        "actual_low, actual_high, basis, stated_status, as_of_stated",
        "figure_claim": "kind, indicator_id, indicator_name, unit_id, unit_name, level, year, period, op, low, high, as_written, "
        "document, locator, upload_id, chosen, standing, stated_status, basis",
        "unit": "unit_id, code, name, kind, level, parent_code, province_code, valid_from, valid_to, legal_basis",
        "unit_lineage": "from_code, from_name, to_code, to_name, kind, effective_on",
    }
    assert sorted(promised) == sorted(PUBLISHED)
    for view, columns in promised.items():
        assert list(described(store, "views", view)) == columns.split(", ")


def test_every_check_takes_the_first_upload_or_a_slice_to_look_at_and_names_its_severity():
    for name in names("checks"):
        assert list(sql_file("checks", name).params) in (["since_upload"], ["province", "first", "last"])
        assert sql_file("checks", name).fields["severity"] == "stop"


def test_a_table_gives_every_column_a_vietnamese_header_or_a_dash():
    for name in names("tables"):
        for column, (_, meaning) in sql_file("tables", name).columns.items():
            assert re.match(r"^(-|[a-z_]+)\s*\| .+", meaning), f"{name}.{column}: {meaning}"

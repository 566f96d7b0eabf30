"""Every SQL file keeps the contract of its own header."""

import inspect
import itertools
import re
from datetime import date, datetime

import pytest

from data.vietnamese import terms
from queries import reads
from queries.generate import TARGET, row_type_name, source
from queries.reads import row_types
from queries.schema import PUBLISHED, VIEWS
from queries.sqlfile import FOLDER, KEYS, names, parsed, sql_file
from tests.queries.conftest import nodes, really_read, walk

STORED = [(kind, name) for kind in ("tables", "views", "reads", "signals", "published", "checks") for name in names(kind)]
STAGED = [(kind, name) for kind in ("writes", "imports", "rules") for name in names(kind)]
MACROS = [("macros", name) for name in names("macros")]
MIGRATIONS = [("migrations", name) for name in names("migrations")]
LAKE = [("lake", name) for name in names("lake")]  # asked of a real one in tests/data/operations/test_shared_store.py
EVERY_FILE = STORED + STAGED
SAMPLE = {
    "subject": None,
    "province_code": "42",
    "unit_id": "42",
    "year": 2022,
    "level": "any",
    "period": "Q2",
    "indicator_id": "CQ.06",
    "indicators": "CQ.06,CQ.20",
    "since_upload": 0,
    "on_day": date(2022, 12, 31),
    "most": 10,
    "pillar": "chinh-quyen-so",
    "upload_id": 1,
    "also": "440",
    "below": False,
    "since": date(2016, 1, 1),
    "province": "42",
    "units": "42,75",
    "document": "BC 12",
    "deadline_set": "525/KH-UBND",
    "period_end": date(2026, 9, 30),
    "months_after": 0,
    "day": 9,
    "self_stated": True,
    "unit_name": "Phường Bắc Hồng Lĩnh",
    "value": 69.3,
    "unit_of_measure": "%",
    "first": 2016,
    "last": 2050,
    "today": date(2026, 1, 1),
    "name": "quan-tri",
    "sha256": "0",
    "undone": [1],
    "everything": False,
    "view": "unit",
    "now": datetime(2026, 1, 1),
    "schema": 1,
    "form": "figures",
    "territories": "*",
    "units_of": "then",
    "index_id": "VD-DTI-2022",
    "doubt_id": 1,
    "kind": "target",
}
DUCKDB_TYPES = {
    "text": {"VARCHAR"},
    "int": {"SMALLINT", "INTEGER"},
    "bigint": {"BIGINT", "UBIGINT", "HUGEINT"},
    "date": {"DATE"},
    "boolean": {"BOOLEAN"},
    "decimal": {"DECIMAL"},
    "double": {"DOUBLE"},
    "timestamp": {"TIMESTAMP"},
    "blob": {"BLOB"},
    "struct": {"STRUCT"},
}


def described(cursor, kind, name):
    """Columns and DuckDB types that a file really has; of a step that makes a table those of the table, none of one that writes."""
    file = sql_file(kind, name)
    if "writes" in file.fields:
        return {}
    table = name if kind in ("tables", "views") else file.fields.get("makes")
    schema = "main" if kind in ("tables", "views") else "temp"  # what an import holds meanwhile has the name of a view
    statement = f"select * from {schema}.{table}" if table else file.statement
    params = {} if table else {param: SAMPLE[param] for param in file.params}
    rows = cursor.execute(f"describe {statement}", params).fetchall()
    return {row[0]: re.sub(r"\(.*", "", row[1]) for row in rows}


def promised_columns(file):
    """(type, meaning) by column: those of the header, or of the table that the file's answer is like."""
    like = file.fields.get("like")
    return (
        {column: kind for column, kind in sql_file("tables", like).columns.items() if column != "upload_id"}
        if like
        else file.columns
    )


@pytest.mark.parametrize(("kind", "name"), EVERY_FILE + MACROS + MIGRATIONS + LAKE)
def test_a_file_opens_with_a_vietnamese_sentence_and_ends_its_statement_without_a_semicolon(kind, name):
    file = sql_file(kind, name)
    assert file.sentence.endswith(".") and len(file.sentence) > 15, file.sentence
    assert re.search(r"[ạảãàáâậầấẩẫăắằặẳẵóòọõỏôộổỗồốơờớợởỡéèẻẹẽêếềệểễúùụủũưựữửừứíìịỉĩýỳỷỵỹđ]", file.sentence.lower())
    assert not file.statement.endswith(";")


@pytest.mark.parametrize(("kind", "name"), EVERY_FILE)
def test_the_columns_and_types_of_a_file_are_exactly_those_of_its_header(staged, kind, name):
    answered, promised = described(staged, kind, name), promised_columns(sql_file(kind, name))
    assert list(answered) == list(promised)
    for column, (type_name, meaning) in promised.items():
        assert answered[column] in DUCKDB_TYPES[type_name], f"{kind}/{name}.{column}: {answered[column]} is not {type_name}"
        assert meaning


@pytest.mark.parametrize(("kind", "name"), EVERY_FILE + MACROS + MIGRATIONS + LAKE)
def test_the_parameters_of_a_statement_are_those_of_its_header(kind, name):
    file = sql_file(kind, name)
    assert set(re.findall(r"\$(\w+)", file.statement)) == set(file.params)


@pytest.mark.parametrize("name", names("macros"))
def test_a_macro_is_called_as_its_file_and_answers_the_one_column_of_its_header(store, name):
    file = sql_file("macros", name)
    arguments = re.match(rf"create or replace macro {name}\(([a-z_, ]*)\) as\b", file.statement)[1].split(", ")
    given = {argument: SAMPLE[argument] for argument in arguments if argument}
    call = f"{name}({', '.join(f'${argument}' for argument in given)})"
    [(column, (type_name, meaning))] = file.columns.items()
    answered = store.inside(lambda cursor: cursor.execute(f"describe select {call} as {column}", given).fetchall())
    assert [(row[0], row[1] in DUCKDB_TYPES[type_name]) for row in answered] == [(column, True)]
    assert meaning


def test_every_folder_of_sql_is_walked():
    folders = {path.parent.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.sql")}
    assert folders == {kind for kind, _ in EVERY_FILE + MACROS + MIGRATIONS + LAKE}


@pytest.mark.parametrize(
    ("kind", "name"), [pair for pair in EVERY_FILE if pair[0] in ("views", "reads", "published") and sql_file(*pair).unique]
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
    assert signature.return_annotation == f"Rows[{row_type_name(name)}]"


def test_the_row_types_of_the_reads_are_those_of_their_headers():
    assert TARGET.read_text(encoding="utf-8") == source(), "run python -m queries.generate"


@pytest.mark.parametrize("name", names("reads"))
def test_a_row_of_a_read_is_of_its_type_and_cannot_be_changed(store, name):
    rows = getattr(reads, name)(store, **{param: SAMPLE[param] for param in sql_file("reads", name).params})
    expected = getattr(row_types, row_type_name(name))
    assert rows.columns == expected._fields == tuple(sql_file("reads", name).columns)
    for row in rows:
        assert type(row) is expected
    if len(rows):
        assert rows[0]._replace(**{rows.columns[0]: None})[0] is None
        with pytest.raises(AttributeError):
            setattr(rows[0], rows.columns[0], 1)


FIGURES = {  # columns that hold figures: what is computed of them is computed in a view
    "actual", "required", "gap", "low", "high", "value", "target_low", "target_high", "actual_low", "actual_high", "numerator", "denominator",
    "previous_actual", "change", "change_share", "from_value", "from_gap", "from_gap_share", "gap_share", "pace", "expected_now", "spread", "median", "total",
}  # fmt: skip
COUNTING = {"count", "first", "last", "min_by", "max_by", "arg_min", "arg_max"}


def computed(statement):
    """Figures that a statement computes with: (what it does, columns), by DuckDB's own syntax tree."""
    for node in nodes(statement):
        name = node.get("function_name")
        if name and name not in COUNTING and node.get("class") != "COMPARISON":
            columns = {part["column_names"][-1] for part in walk(node) if part.get("type") == "COLUMN_REF"} & FIGURES
            if columns:
                yield name, columns


@pytest.mark.parametrize("name", names("reads"))
def test_a_read_computes_nothing_with_figures(name):
    assert list(computed(sql_file("reads", name).statement)) == []


@pytest.mark.parametrize(
    "statement",
    ["select actual - required as gap from figure", "select abs(f.gap) from figure as f", "select max(required) from figure",
     "select sum(actual) over () from figure", "select year from figure order by actual / required"],
)  # fmt: skip
def test_a_read_that_computes_with_figures_would_be_seen(statement):
    assert list(computed(statement))


def test_every_function_of_the_reads_has_a_file():
    functions = {name for name, thing in vars(reads).items() if inspect.isfunction(thing)}
    assert functions == set(names("reads"))


@pytest.mark.parametrize("name", names("views"))
def test_a_view_reads_from_what_its_header_says(name):
    file = sql_file("views", name)
    assert set(file.reads_from) == really_read(file.question)
    assert all(VIEWS.index(other) < VIEWS.index(name) for other in file.reads_from if other in VIEWS)


@pytest.mark.parametrize(("kind", "name"), [(kind, name) for kind in ("imports", "writes") for name in names(kind)])
def test_a_step_makes_a_table_or_writes_one_or_answers_rows(kind, name):
    file = sql_file(kind, name)
    made = re.match(r"create (?:or replace )?temp (?:table|view) (\w+) as\n", file.statement)
    written = re.match(r"(?:insert into|update|delete from) (\w+)", file.statement)
    assert file.fields.get("makes") == (made[1] if made else None)
    assert file.fields.get("writes") == (written[1] if written else None)
    assert bool(made) + bool(written) + file.statement.startswith(("select", "with")) == 1


def test_a_header_ends_at_the_first_line_that_is_no_comment():
    file = parsed("-- Một câu.\n-- published\n\nselect 1\n-- param: x | int | no\n", "views", "thu", "thu.sql")
    assert (file.sentence, file.fields, file.params) == ("Một câu.", {"published": ""}, {})
    assert file.statement == "select 1\n-- param: x | int | no"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("-- colum: year | int | calendar year", "unknown key 'colum:'"),
        ("-- column: year | int", "expected 'name | type | meaning'"),
        ("-- unique: year\n-- unique: level", "'unique:' stands twice"),
    ],
)
def test_a_header_that_cannot_be_read_is_an_error_with_file_and_line(line, said):
    with pytest.raises(ValueError) as raised:
        parsed(f"-- Một câu.\n--\n{line}\n\nselect 1", "reads", "thu", "queries/reads/thu.sql")
    number = 3 + line.count("\n")
    assert str(raised.value).startswith(f"queries/reads/thu.sql:{number}: {said}")


def test_every_file_of_the_folder_is_read_and_every_key_is_in_use():
    used = set()
    for path in sorted(FOLDER.rglob("*.sql")):
        file = sql_file(path.parent.name, path.stem)
        used |= file.fields.keys() | {"param"} | {"column"} | ({"label"} if file.labels else set())
        used |= ({"example"} if file.examples else set()) | ({"default"} if file.defaults else set())
    assert used == KEYS.keys()


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
        "actual_low, actual_high, basis, stated_status, as_of_stated, target_self_stated, actual_self_stated",
        "figure_claim": "kind, indicator_id, indicator_name, unit_id, unit_name, level, year, period, op, low, high, as_written, "
        "document, locator, upload_id, chosen, standing, stated_status, basis, self_stated",
        "indicator_due": "indicator_id, unit_id, level, last_period, last_as_of, next_period, due_on, days_left, state",
        "unit": "unit_id, code, name, kind, level, parent_code, province_code, valid_from, valid_to, legal_basis",
        "finding": "check, severity, subject, detail, documents, locators, decision, unit_id, indicator_id, level, year, period, finding_id",
        "unit_lineage": "from_code, from_name, to_code, to_name, kind, effective_on",
        "task": "task_id, document, number, name, lead_agency, start_year, end_year, amount_vnd, status, status_as_written, as_of, locator",
        "budget": "document, part, year, source, amount_vnd, as_written, locator",
        "remark": "remark_id, indicator_id, pillar, unit_id, level, year, period, kind, text, document, locator, author, uploaded_at, outlook",
    }
    assert sorted(promised) == sorted(PUBLISHED)
    for view, columns in promised.items():
        assert list(described(store._connection.cursor(), "views", view)) == columns.split(", ")


@pytest.mark.parametrize("view", PUBLISHED)
def test_a_published_view_is_asked_with_all_its_columns_in_its_order(view):
    asked, made = sql_file("published", view), sql_file("views", view)
    assert {name: kind for name, (kind, _) in asked.columns.items()} == {name: kind for name, (kind, _) in made.columns.items()}
    assert list(asked.columns) == list(made.columns) and asked.unique == made.unique
    assert [name for name in asked.params if name not in ("first", "most")]


def test_the_published_folder_holds_every_published_view_and_no_other():
    assert names("published") == sorted(PUBLISHED)


def test_every_check_takes_the_first_upload_or_a_slice_to_look_at_or_nothing_and_names_its_severity():
    for name in names("checks"):
        assert list(sql_file("checks", name).params) in (["since_upload"], ["province", "first", "last"], [])
        assert sql_file("checks", name).fields["severity"] == "stop"


def test_a_table_gives_every_column_a_vietnamese_header_or_a_dash():
    for name in names("tables"):
        for column, (_, meaning) in sql_file("tables", name).columns.items():
            assert re.match(r"^(-|[a-z_]+)\s*\| .+", meaning), f"{name}.{column}: {meaning}"


NOT_IN_THE_SEED = {"milestone_list"}  # no part of a year of the seed stands beside a target of its year: see test_in_force.py
UNIT_READS = [name for name in names("reads") if {"unit_id", "year"} <= set(sql_file("reads", name).params)]


@pytest.fixture(scope="module")
def unit_years(store):
    """(province, unit, year) of everything the seed holds figures for."""
    columns = store.select(
        "select distinct u.province_code, s.unit_id, s.year from upload_scope as s join unit as u on u.unit_id = s.unit_id order by all"
    )
    assert len(columns) >= 18
    return list(columns.itertuples(index=False, name=None))


@pytest.mark.parametrize("name", UNIT_READS)
def test_a_read_keeps_its_contract_for_every_unit_and_year_of_the_seed(store, unit_years, name):
    """What its header calls unique is unique, and only where it says what null means there is none."""
    file, answered = sql_file("reads", name), 0
    parts = [{"period": period} for period in ("N", SAMPLE["period"])] if "period" in file.params else [{}]
    if "level" in file.params and "'any'" not in str(file.params["level"]):  # about one figure, so at one level
        parts = [{**part, "level": "province"} for part in parts]
    for (province, unit, year), part in itertools.product(unit_years, parts):
        own = {"province_code": province, "unit_id": unit, "year": year, **part}
        rows = getattr(reads, name)(store, **{param: own.get(param, SAMPLE[param]) for param in file.params})
        keys = [tuple(getattr(row, column) for column in file.unique) for row in rows]
        assert len(set(keys)) == len(keys), (own, keys)
        for column, (_, meaning) in file.columns.items():
            assert "null" in meaning or all(getattr(row, column) is not None for row in rows), (own, column)
        answered += len(rows)
    assert answered or name in NOT_IN_THE_SEED


SHOWN_AS = {"value": "actual", "qualifier": "actual_qualifier", "op": "target_op"}
NOT_SHOWN = {  # columns of a form that no read hands to a page, and why
    "withdrawn": "a claim that was taken back is not shown",
    "order_on": "puts documents in order",
    "unit_code": "says who may cite the document",
    "levels": "a rule asks it",
    "not_applicable": "shown as the state of a line",
    "valid_to": "says in which periods a set of points is asked",
    "basis": "part of the published views",
    "accumulation": "says how parts of a year add up",
    "reporting_period": "what is due when is a view of its own",
    "reporting_delay_months": "what is due when is a view of its own",
}
FORM_COLUMNS = [
    (name, column)
    for name in names("tables")
    if "form" in sql_file("tables", name).fields
    for column, (_, meaning) in sql_file("tables", name).columns.items()
    if not meaning.startswith("-")
]


@pytest.mark.parametrize(("name", "column"), FORM_COLUMNS)
def test_a_column_of_a_form_has_a_label_and_some_read_shows_it(name, column):
    file = sql_file("tables", name)
    header = file.columns[column][1].split("|")[0].strip()
    assert all(file.labels.get(header, [""])), f"{name}.{column}: no '-- label: {header} | …'"
    shown = {shown for read in names("reads") for shown in sql_file("reads", read).columns}
    assert SHOWN_AS.get(column, column) in shown or column in NOT_SHOWN, f"{name}.{column} is shown by no read"


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("indicator", "direction", terms.DIRECTION_WORDS),
        ("indicator", "kind", terms.MEASURE_WORDS),
        ("indicator", "rank", terms.RANK_WORDS),
        ("indicator", "accumulation", terms.ACCUMULATION_WORDS),
        ("target", "level", terms.LEVEL_WORDS),
        ("result", "level", terms.LEVEL_WORDS),
        ("result", "qualifier", terms.QUALIFIER_WORDS),
        ("result", "stated_status", terms.VERDICT_WORDS),
        ("result", "basis", terms.BASIS_WORDS),
        ("task_state", "status", terms.TASK_STATE_WORDS),
        ("document_remark", "kind", terms.REMARK_WORDS),
        ("weight", "form", terms.SCORING_WORDS),
        ("weight", "level", terms.LEVEL_WORDS),
    ],
)
def test_the_header_of_a_table_names_the_words_of_the_form(table, column, words):
    meaning = sql_file("tables", table).columns[column][1]
    for written, meant in words.items():
        assert re.search(rf"'{meant}' \({written}\b", meaning), f"{table}.{column}: '{meant}' ({written}) is not in: {meaning}"

"""Every check finds the row that must not exist, and nothing on the seed."""

import re
from datetime import date
from decimal import Decimal

import pytest

from queries import failing_checks
from queries.derived_catalogues import catalogues, made_of, renew
from queries.ledger import append, undo
from queries.sqlfile import names, sql_file

FACT = {
    "upload_id": 1,
    "row_number": 9999,
    "province_code": "42",
    "indicator_id": "CQ.06",
    "unit_id": "42",
    "level": "all",
    "year": 2022,
    "period": "N",
    "as_written": "x",
    "document": "525/KH-UBND",
    "locator": "Phần I",
    "withdrawn": False,
}
RESULT = {**FACT, "qualifier": "exact"}
UNIT = {
    "upload_id": 1,
    "unit_id": "42-X",
    "code": "42",
    "name": "Tỉnh Hà Tĩnh",
    "kind": "tỉnh",
    "level": "province",
    "province_code": "42",
    "valid_from": date(2020, 1, 1),
    "legal_basis": "thử",
}
PLANTED = {
    "catalogue_key_twice": ("pillar", {"upload_id": 1, "pillar": "CQ", "name": "Lặp", "sort_order": 1}),
    "figure_without_catalogue": ("result", {**RESULT, "indicator_id": "XX.99"}),
    "figure_outside_unit_life": ("result", {**RESULT, "unit_id": "448", "year": 2026}),
    "figure_level_above_unit": ("result", {**RESULT, "unit_id": "440", "level": "province"}),
    "target_ill_formed": ("target", {**FACT, "op": ">="}),
    "share_out_of_range": ("result", {**RESULT, "value": Decimal("100.01")}),
    "result_value_and_fraction_differ": (
        "result",
        {**RESULT, "value": Decimal(50), "numerator": Decimal(10), "denominator": Decimal(13)},
    ),
    "seed_figure_without_place": ("result", {**RESULT, "locator": None}),
    "task_reference_broken": ("task_link", {"upload_id": 1, "task_id": "424.PL9.1", "indicator_id": "CQ.06", "reason": "thử"}),
    "unit_states_overlap": ("unit_state", UNIT),
    "lineage_without_unit": (
        "unit_change",
        {
            "upload_id": 1,
            "from_code": "99999",
            "from_name": "Xã Không Có",
            "to_code": "18073",
            "to_name": "Phường Thành Sen",
            "kind": "merge",
            "effective_on": date(2025, 7, 1),
        },
    ),
    "scope_differs_from_ledger": ("result", RESULT),
    "data_version_not_one_row": ("data_version", {"version": 9, "schema_version": 1, "changed_at": None}),
    "catalogue_differs_from_view": ("pillar", {"upload_id": 1, "pillar": "moi", "name": "Nhóm mới", "sort_order": 99}),
    "derived_differs_from_view": ("result", {**RESULT, "value": Decimal(1)}),
    "weight_ill_formed": (
        "weight",
        {
            "upload_id": 1,
            "index_id": "THU",
            "index_name": "Thử",
            "scale": 100,
            "level": "district",
            "valid_from": date(2022, 1, 1),
            "line": 1,
            "part": "Thử",
            "points": Decimal(99),
            "form": "share",
            "document": "thử",
            "locator": "thử",
        },
    ),
    "indicator_without_pillar_or_predecessor": ("indicator", {}),
}


def test_the_seed_passes_every_check(store):
    assert store.check() == []


def test_every_check_has_a_row_planted_for_it():
    assert sorted(PLANTED) == names("checks")


@pytest.fixture
def changed(store):
    """A cursor on the seed for one test; what it changes is taken back."""
    with store._connection.cursor() as cursor:
        cursor.execute("begin")
        yield cursor
        cursor.execute("rollback")


def finds(cursor, name):
    """Whether this check finds something; the others, which take most of the time, are not asked."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(failing_checks, "names", lambda folder: [name])
        return [check for check, _ in failing_checks.failing(cursor, 0)] == [name]


@pytest.mark.parametrize("name", names("checks"))
def test_a_check_finds_a_planted_row(changed, name):
    cursor, (table, row) = changed, PLANTED[name]
    if name == "indicator_without_pillar_or_predecessor":
        known = cursor.execute("select * from indicator where indicator_id = 'CQ.06'").fetchone()
        row = {
            **dict(zip(sql_file("tables", "indicator").columns, known, strict=True)),
            "indicator_id": "TT.01",
            "predecessor": "TT.02",
        }
    if name == "data_version_not_one_row":
        row = {**row, "changed_at": cursor.execute("select changed_at from data_version").fetchone()[0]}
    append(cursor, table, [row])
    if name != "catalogue_differs_from_view":
        renew(cursor, 1, [])
    assert finds(cursor, name)


@pytest.mark.parametrize("column", ["indicator_name", "target_op", "stated_status", "actual_as_written", "lower_is_better"])
def test_the_derived_tables_are_compared_in_every_column(changed, column):
    value = "true" if column == "lower_is_better" else "'khác'"
    changed.execute(f"update current_figure set {column} = {value} where indicator_id = 'CQ.06' and year = 2022")
    assert finds(changed, "derived_differs_from_view")


@pytest.mark.parametrize("column", ["units", "median", "lowest", "highest"])
def test_the_medians_that_are_kept_ready_are_compared_in_every_column(changed, column):
    changed.execute(f"update current_spread set {column} = {column} + 1 where year = 2022")
    assert finds(changed, "derived_differs_from_view")


@pytest.mark.parametrize("catalogue", catalogues())
def test_a_derived_catalogue_is_compared_with_its_view(changed, catalogue):
    changed.execute(f"insert into {catalogue} select * from {catalogue} limit 1")
    if not changed.execute(f"select count(*) from {catalogue}").fetchone()[0]:  # the seed has no row of it
        keys = sql_file("tables", catalogue).unique
        changed.execute(f"insert into {catalogue} ({', '.join(keys)}) select {', '.join('0' for _ in keys)}")
    assert finds(changed, "catalogue_differs_from_view")


@pytest.mark.both_engines
def test_a_catalogue_of_a_changed_store_is_renewed_by_the_write_itself(own_store):
    def change(cursor):
        cursor.execute(
            "insert into upload by name select * replace (77 as upload_id, 'figures' as kind) from upload where upload_id = 1"
        )
        cursor.execute(
            "insert into indicator by name select * replace (77 as upload_id, 'Tên khác' as name) from indicator where indicator_id = 'CQ.06'"
        )

    own_store.write(change)
    name = own_store.select("select name from indicator_catalogue where indicator_id = 'CQ.06'").name[0]
    shown = own_store.select("select distinct indicator_name from current_figure where indicator_id = 'CQ.06'").indicator_name
    assert (name, list(shown)) == ("Tên khác", ["Tên khác"])
    own_store.write(lambda cursor: undo(cursor, 77, undone_by="thử", reason="thử"))
    assert own_store.select("select name from indicator_catalogue where indicator_id = 'CQ.06'").name[0] != "Tên khác"
    assert 77 not in set(own_store.select("select upload_id from live_upload").upload_id)
    assert own_store.check() == []


def test_a_write_looks_at_every_table_that_a_catalogue_is_made_of():
    below = set().union(*map(made_of, catalogues())) - {"upload", "upload_undo"}
    assert below == set(re.findall(r"'(\w+)'", sql_file("writes", "touched_tables").statement))


def test_a_derived_row_outside_every_upload_is_found(changed):
    changed.execute("insert into current_figure select * replace (2049 as year) from current_figure limit 1")
    assert finds(changed, "derived_differs_from_view")

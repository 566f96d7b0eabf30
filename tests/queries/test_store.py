"""The store: append-only, all or nothing, one cursor a call, clear about what is wrong."""

import shutil
import subprocess
import sys
import threading
from decimal import Decimal

import duckdb
import pytest

from queries import engine
from queries.derived_marks import DEFINED_BY
from queries.ledger import LOOKED_AT, append, note_scope, open_upload, undo
from queries.migrate import layout
from queries.reads import indicator_path, indicator_trend, target_list
from queries.schema import VIEWS
from queries.sqlfile import names, sql_file
from queries.store import CheckFailed, Store, StoreError

PLACE = {"province_code": "42", "unit_id": "42"}


def bring(store, value, *, indicator="CQ.06", year=2023, level="commune", unit="42", document="BC thử", withdrawn=False):
    """Commit one result the way an upload does; returns the upload's number."""

    def change(cursor):
        upload = open_upload(cursor, kind="test", file_name="t.csv", file_sha256="0", uploaded_by="test", row_count=1)
        append(
            cursor,
            "result",
            [
                {
                    "upload_id": upload,
                    "row_number": 2,
                    "province_code": "42",
                    "indicator_id": indicator,
                    "unit_id": unit,
                    "level": level,
                    "year": year,
                    "period": "N",
                    "value": Decimal(str(value)),
                    "qualifier": "exact",
                    "as_written": f"{value}%",
                    "document": document,
                    "withdrawn": withdrawn,
                }
            ],
        )
        note_scope(cursor, upload)
        return upload

    return store.write(change)


def communes_2023(store):
    rows = indicator_trend(store, **PLACE, indicator_id="CQ.06").where(level="commune", year=2023)
    return rows[0].actual, rows[0].status


def test_a_new_file_compresses_its_texts_the_quicker_way(store):
    with store._cursor() as cursor:
        ways = cursor.execute("select distinct compression from pragma_storage_info('result') where segment_type = 'VARCHAR'")
        assert "DICT_FSST" in {way for (way,) in ways.fetchall()}


def test_an_upload_becomes_the_current_figure_and_its_status(own_store):
    assert communes_2023(own_store) == (None, "no_result")
    bring(own_store, 41)
    assert communes_2023(own_store) == (41, "met")


def test_a_newer_upload_of_the_same_source_replaces_the_figure_and_both_stay_in_the_ledger(own_store):
    bring(own_store, 41)
    bring(own_store, 38)
    assert communes_2023(own_store) == (38, "near")
    assert len(own_store.select("select * from result where document = 'BC thử'")) == 2


@pytest.mark.both_engines
def test_an_undone_upload_leaves_the_former_figures_and_removes_no_row(own_store):
    bring(own_store, 41)
    second = bring(own_store, 38)
    before = own_store.select("select count(*) as n from result")["n"][0]
    own_store.write(lambda cursor: undo(cursor, second, undone_by="test", reason="nhầm"))
    assert communes_2023(own_store) == (41, "met")
    assert own_store.select("select count(*) as n from result")["n"][0] == before
    with pytest.raises(ValueError, match="already undone"):
        own_store.write(lambda cursor: undo(cursor, second, undone_by="test", reason="nhầm"))


def bring_catalogue(store, **changes):
    """Commit a new version of an indicator's catalogue row; returns the upload's number."""

    def change(cursor):
        upload = open_upload(cursor, kind="test", file_name="t.csv", file_sha256="0", uploaded_by="test", row_count=1)
        known = cursor.execute("select * from indicator where indicator_id = 'CQ.06' order by upload_id desc limit 1").fetchone()
        row = dict(zip(sql_file("tables", "indicator").columns, known, strict=True))
        append(cursor, "indicator", [{**row, "upload_id": upload, **changes}])
        return upload

    return store.write(change)


@pytest.mark.both_engines
def test_an_undone_catalogue_gives_back_the_former_names_and_ranks(own_store):
    targets = lambda: len(target_list(own_store, **PLACE, year=2022, period="N", level="any"))
    former = targets()
    upload = bring_catalogue(own_store, rank="context", name="Tên mới")
    assert targets() == former - 3
    assert own_store.select("select distinct indicator_name as n from target_vs_actual where indicator_id = 'CQ.06'")[
        "n"
    ].tolist() == ["Tên mới"]
    own_store.write(lambda cursor: undo(cursor, upload, undone_by="test", reason="nhầm"))
    assert targets() == former
    assert own_store.check() == []


def test_an_indicator_that_later_figures_stand_on_cannot_be_undone_alone(own_store):
    catalogue = bring_catalogue(own_store, indicator_id="TT.99")
    figures = bring(own_store, 41, indicator="TT.99")
    with pytest.raises(CheckFailed):
        own_store.write(lambda cursor: undo(cursor, catalogue, undone_by="test", reason="nhầm"))
    assert own_store.check() == []
    own_store.write(lambda cursor: undo(cursor, figures, undone_by="test", reason="nhầm"))
    own_store.write(lambda cursor: undo(cursor, catalogue, undone_by="test", reason="nhầm"))
    assert own_store.check() == []


def test_a_path_starts_at_the_last_result_and_ends_where_the_target_is_surpassed(own_store):
    path = lambda: {row.year: row for row in indicator_path(own_store, **PLACE, indicator_id="CQ.03")}
    assert path() == {}, "the result of 2022 only repeats its target: no path begins there"
    bring(own_store, 58, indicator="CQ.03", year=2024, level="all")
    assert (path()[2030].from_year, path()[2030].from_gap) == (2024, -12)
    bring(own_store, 62, indicator="CQ.03", year=2025, level="all")
    assert (path()[2030].from_year, path()[2030].from_gap) == (2025, -8)
    bring(own_store, 80, indicator="CQ.03", year=2025, level="all")
    assert path() == {}


def test_a_units_own_target_stands_alone_beside_the_provinces(own_store):
    commune = own_store.select("select unit_id from unit where code = '18229' and valid_from <= date '2022-01-01'")["unit_id"][0]

    def change(cursor):
        upload = open_upload(cursor, kind="test", file_name="t.csv", file_sha256="0", uploaded_by="test", row_count=1)
        append(cursor, "target", [{
            "upload_id": upload, "row_number": 2, "province_code": "42", "indicator_id": "CQ.06", "unit_id": commune, "level": "commune",
            "year": 2022, "period": "N", "op": ">=", "low": Decimal(50), "as_written": "50%", "document": "507/KH-UBND", "withdrawn": False}])  # fmt: skip
        note_scope(cursor, upload)

    own_store.write(change)
    bring(own_store, 45, unit=commune, year=2022)
    row = own_store.select(f"select * from target_vs_actual where unit_id = '{commune}'").iloc[0]
    assert (row["target_low"], row["status"], bool(row["conflict"])) == (50, "near", False)


def test_a_withdrawn_figure_is_gone_from_the_screens_and_stays_in_the_ledger(own_store):
    bring(own_store, 41)
    bring(own_store, 41, withdrawn=True)
    assert communes_2023(own_store) == (None, "no_result")


def test_a_target_of_the_province_applies_to_a_commune_that_has_none_of_its_own(own_store):
    commune = own_store.select("select unit_id from unit where code = '18229' and valid_from <= date '2022-01-01'")["unit_id"][0]
    bring(own_store, 35, unit=commune, year=2022)
    row = own_store.select(f"select * from target_vs_actual where unit_id = '{commune}'").iloc[0]
    assert (row["target_low"], row["target_document"], row["status"], row["gap"]) == (30, "507/KH-UBND", "met", 5)


def test_two_claims_of_one_document_conflict_and_a_later_document_supersedes(store):
    teams = store.select("""select low, chosen, standing from figure_claim
        where indicator_name like 'Số Tổ chuyển đổi số cộng đồng cấp xã' and unit_id = '42' order by low""")
    assert teams.values.tolist() == [[59, False, "conflicting"], [94, True, "current"]]


@pytest.mark.both_engines
def test_every_write_increases_the_data_version_and_a_failed_one_does_not(own_store):
    before = own_store.data_version()
    bring(own_store, 41)
    assert own_store.data_version() == before + 1
    with pytest.raises(CheckFailed):
        bring(own_store, 141)
    assert own_store.data_version() == before + 1


@pytest.mark.both_engines
def test_a_failed_write_leaves_nothing_behind(own_store):
    tables = ("upload", "result", "upload_scope", "current_figure", "current_claim")
    count = lambda: [own_store.select(f"select count(*) as n from {table}")["n"][0] for table in tables]
    before = count()
    with pytest.raises(CheckFailed) as refused:
        bring(own_store, 1, indicator="KHONG.CO")
    assert refused.value.check == "figure_without_catalogue"
    assert count() == before
    bring(own_store, 41)  # and the store goes on working


def test_work_beyond_the_memory_is_refused_and_leaves_nothing_behind(tmp_path, monkeypatch):
    monkeypatch.setitem(engine._SAFE, "memory_limit", "60MB")
    small = Store.create(tmp_path / "kho.duckdb")
    before = small.data_version()
    with pytest.raises(StoreError) as refused:
        small.write(lambda cursor: cursor.execute("select list(number) from range(40_000_000) as t(number)").fetchall())
    assert refused.value.reason == "memory" and small.data_version() == before
    assert small.select("select 1 as alive")["alive"].tolist() == [1]
    small.close()


def test_many_threads_read_while_others_write_and_every_read_is_before_or_after(own_store):
    seen, failures = set(), []

    def reader():
        try:
            for _ in range(15):
                seen.add(communes_2023(own_store))
        except Exception as error:
            failures.append(error)

    readers = [threading.Thread(target=reader) for _ in range(8)]
    for thread in readers:
        thread.start()
    for value in (41, 38, 20):
        bring(own_store, value)
    for thread in readers:
        thread.join()
    assert not failures
    assert seen <= {(None, "no_result"), (41, "met"), (38, "near"), (20, "missed")}


@pytest.mark.both_engines
def test_two_writers_at_once_both_arrive(own_store):
    before = own_store.data_version()
    writers = [threading.Thread(target=bring, args=(own_store, 30 + n), kwargs={"document": f"BC {n}"}) for n in range(4)]
    for thread in writers:
        thread.start()
    for thread in writers:
        thread.join()
    assert own_store.data_version() == before + 4
    assert len(own_store.select("select * from result where document like 'BC %'")) == 4
    assert own_store.check() == []


def test_a_store_that_is_missing_damaged_or_of_another_version_says_so(tmp_path):
    with pytest.raises(StoreError) as missing:
        Store.open(tmp_path / "none.duckdb")
    (tmp_path / "blocks").mkdir()
    (tmp_path / "blocks" / "damaged.duckdb").write_bytes(b"not a store" * 500)
    with pytest.raises(StoreError) as damaged:
        Store.open(tmp_path / "blocks" / "damaged.duckdb")
    other = Store.create(tmp_path / "other.duckdb")
    other._connection.execute("update data_version set schema_version = $v", {"v": layout() + 1})
    other.close()
    with pytest.raises(StoreError) as version:
        Store.open(tmp_path / "other.duckdb")
    with pytest.raises(StoreError) as url:
        Store.open("postgres://somewhere")
    assert [error.value.reason for error in (missing, damaged, version)] == ["missing", "damaged", "newer"]
    assert url.value.reason in ("missing", "unsupported")


def test_a_store_held_by_another_process_is_called_locked(new_seed_file):
    path = new_seed_file()
    held = Store.open(path)
    try:
        code = (
            "import sys; from queries.store import Store, StoreError\n"
            "try: Store.open(sys.argv[1])\nexcept StoreError as e: print(e.reason)"
        )
        process = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    finally:
        held.close()
    assert process.stdout.strip() == "locked"


def test_nobody_reaches_files_or_settings_through_the_store(store):
    import duckdb

    for statement in (
        "select * from read_csv('/etc/hostname')",
        "set enable_external_access = true",
        "install httpfs",
        "attach 'x.duckdb'",
        "copy result to 'x.csv'",
    ):
        with pytest.raises(duckdb.Error):
            store.select(statement)


def test_an_older_store_gets_the_views_of_this_program(tmp_path):
    older = Store.create(tmp_path / "kho.duckdb")
    older._connection.execute("create or replace view target_vs_actual as select 1 as old")
    older._connection.execute(f"comment on view {VIEWS[-1]} is 'an older program'")
    older.close()
    opened = Store.open(tmp_path / "kho.duckdb")
    assert "status" in opened.select("select * from target_vs_actual").columns
    opened.close()


def test_a_store_of_an_earlier_version_gets_the_tables_and_columns_it_lacks(tmp_path):
    path = tmp_path / "earlier.duckdb"
    Store.create(path).close()
    with duckdb.connect(str(path)) as earlier:
        earlier.execute("drop view figure_claim; drop view claim")
        earlier.execute("drop table upload_scope")
    opened = Store.open(path)
    assert opened.select("select count(*) as n from upload_scope").n[0] == 0
    opened.close()


def nullable(store):
    """Columns that may be without a value, as the store has them."""
    columns = store.select("select table_name, column_name from duckdb_columns() where not internal and is_nullable")
    return set(columns[columns.table_name.isin(names("tables"))].itertuples(index=False, name=None))


def test_a_column_that_must_have_a_value_comes_into_an_old_store_with_its_default_and_closed(store_file, tmp_path):
    path = shutil.copy(store_file, tmp_path / "earlier.duckdb")
    with duckdb.connect(str(path)) as earlier:
        earlier.execute("alter table result drop column withdrawn; alter table target alter column withdrawn drop not null")
        earlier.execute("alter table current_figure alter column conflict drop not null")
    opened = Store.open(path)
    files = [sql_file("tables", name) for name in names("tables")]
    declared = {(file.name, column) for file in files for column in file.columns if not file.needed(column)}
    assert nullable(opened) == declared
    assert opened.select("select count(*) as n from result where withdrawn is distinct from false").n[0] == 0
    assert opened.check() == [] and len(opened.select("select * from current_figure")) > 300
    bring(opened, 41)
    with pytest.raises(duckdb.ConstraintException):
        bring(opened, 41, withdrawn=None)
    opened.close()


def test_an_old_store_whose_rows_cannot_be_completed_is_not_opened_and_says_why(tmp_path):
    path = tmp_path / "earlier.duckdb"
    Store.create(path).close()
    with duckdb.connect(str(path)) as earlier:
        earlier.execute(
            "create or replace table pillar (upload_id bigint not null, pillar varchar not null, name varchar not null)"
        )
        earlier.execute("insert into pillar values (1, 'CQ', 'Chính quyền số')")
    for _ in range(2):  # nothing was changed by the first try
        with pytest.raises(StoreError, match=r"pillar\.sort_order") as raised:
            Store.open(path)
        assert raised.value.reason == "not_upgraded"
    with duckdb.connect(str(path)) as earlier:
        assert len(earlier.execute("describe pillar").fetchall()) == 3


def test_a_store_from_before_results_said_how_they_are_known_is_derived_anew(store_file, tmp_path):
    path = shutil.copy(store_file, tmp_path / "earlier.duckdb")
    with duckdb.connect(str(path)) as earlier:
        for (view,) in earlier.execute("select view_name from duckdb_views() where not internal").fetchall():
            earlier.execute(f"drop view if exists {view} cascade")
        earlier.execute("alter table result drop column basis; alter table current_claim drop column basis")
        for column in ("actual_low", "actual_high", "basis"):
            earlier.execute(f"alter table current_figure drop column {column}")
    opened = Store.open(path)
    assert opened.check() == []
    known = opened.select("select basis, count(*) as n from target_vs_actual group by basis").set_index("basis").n
    assert known["measured"] > 200 and known["words"] > 10
    assert opened.select("select count(*) as n from target_vs_actual where basis is null and actual is not null").n[0] == 0
    opened.close()


def figures_of(store):
    return store.inside(lambda cursor: cursor.execute("select count(*) from result").fetchone()[0])


def test_what_is_rehearsed_on_a_trial_is_taken_back_and_the_copy_is_there_for_the_next(own_store):
    before = figures_of(own_store)
    with own_store.trial(["42"], 1, of_figures=True) as copy:
        few = figures_of(copy)
        assert copy.rehearse(lambda cursor: cursor.execute("delete from result"), lambda cursor, _: "tried") == "tried"
        assert figures_of(copy) == few and 0 < few <= before
        with own_store.trial(["42"], 1, of_figures=True) as other:  # somebody else at the same time
            assert other is not copy
    with own_store.trial(["42"], 1, of_figures=True) as again:
        assert again is other and figures_of(again) == few
    with own_store.trial(None, 1, of_figures=False) as whole:
        assert whole is not again and figures_of(whole) == before


def test_a_trial_is_one_of_the_store_as_it_is_and_not_of_one_before(own_store):
    with own_store.trial(["42"], 1, of_figures=True) as copy:
        pass
    own_store.write(lambda cursor: None)
    with own_store.trial(["42"], 1, of_figures=True) as newer:
        assert newer is not copy and newer.data_version() == own_store.data_version()
    with pytest.raises(ZeroDivisionError), own_store.trial(["42"], 1, of_figures=True) as failed:
        raise ZeroDivisionError
    with own_store.trial(["42"], 1, of_figures=True) as after:
        assert after is not failed


def views_of(store):
    return {
        name for (name,) in store.inside(lambda cursor: cursor.execute("select view_name from duckdb_views()").fetchall())
    } & set(VIEWS)


def rows_of(store, table):
    return store.inside(lambda cursor: cursor.execute(f"select count(*) from {table}").fetchone()[0])


def test_a_trial_of_figures_has_the_views_that_they_need_and_every_table_but_the_derived_ones_that_nothing_of_an_import_asks(
    own_store,
):
    with own_store.trial(["42"], 1, of_figures=True) as of_figures, own_store.trial(None, 1, of_figures=False) as whole:
        assert {"figure", "claim", "unit"} < views_of(of_figures) < views_of(whole) == set(VIEWS)
        assert "finding_known" not in views_of(of_figures)
        filled = [name for name in names("tables") if name != "file_piece" and rows_of(own_store, name)]
        assert len(filled) > 20
        assert [name for name in names("tables") if rows_of(whole, name)] == filled
        left_out = DEFINED_BY.keys() - set(LOOKED_AT)
        assert "current_count" in left_out and "current_figure" not in left_out
        assert [name for name in names("tables") if rows_of(of_figures, name)] == [
            name for name in filled if name not in left_out
        ]


def test_the_copy_for_a_large_file_is_not_kept(own_store):
    with own_store.trial(["42"], 1_000_000, of_figures=True) as copy:
        assert copy.data_version() == own_store.data_version()
    with own_store.trial(["42"], 1, of_figures=True) as other:
        assert other is not copy
    with pytest.raises(duckdb.ConnectionException):
        figures_of(copy)

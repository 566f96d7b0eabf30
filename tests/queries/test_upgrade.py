"""A store of every version that was given out opens with the program of today, and says what it said."""

import gzip
import hashlib
import json
import random
import shutil
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.operations.restore import restore
from data.version import releases
from queries import derived_marks
from queries.clock import on_day
from queries.derived_marks import DEFINED_BY, mark, of_this_program
from queries.migrate import layout, number_of
from queries.pieces import PIECE, OriginalDamaged, pieces_of, whole_of
from queries.reads import upload_content
from queries.reads.row_types import UploadContentRow
from queries.schema import PUBLISHED, VIEWS
from queries.sqlfile import names, sql_file
from queries.store import Store, StoreError

FOLDER = Path(__file__).parent.parent / "old_stores"
VERSIONS = sorted(path.name.removeprefix("store-").removesuffix(".json") for path in FOLDER.glob("*.json"))
WITH_WHOLE_FILES = ["1.2.0", "1.3.0"]  # the versions before the first migration, which cuts original files into pieces
MADE_ON = date(2026, 11, 28)


SINCE_1_6 = ("fraction", "jumped", "unmeasured", "unreviewed")  # checks that find more in the figures of earlier stores


@pytest.fixture(params=VERSIONS)
def version(request):
    return request.param


def left_by(version, folder):
    path = folder / "chi-tieu.duckdb"
    path.write_bytes(gzip.decompress((FOLDER / f"store-{version}.duckdb.gz").read_bytes()))
    return path


@pytest.fixture
def old(version, tmp_path):
    """A store as that version left it."""
    return left_by(version, tmp_path)


@pytest.fixture
def upgraded(version, made_once, tmp_path):
    """The same after it was opened with the program of today, and what that put beside it; it is opened once, each test has a copy."""

    def opened(folder):
        with on_day(MADE_ON):
            Store.open(left_by(version, folder)).close()

    return Path(shutil.copytree(made_once(f"upgraded-{version}", opened), tmp_path / "upgraded")) / "chi-tieu.duckdb"


def texts(store: Store, view: str, columns: list[str]) -> list[list[str | None]]:
    """Rows of a published view as texts, of some of its columns, in the order of those."""
    rows = store.arrow(view).select(columns).to_pylist()
    return sorted(([None if cell is None else str(cell) for cell in row.values()] for row in rows), key=str)


def test_there_is_a_store_of_every_version_that_was_given_out():
    """Beginning with 1.2.0, the first with a number in the store; the newest may still be in the making."""
    given_out = [release.version for release in releases()[1:]]
    assert set(given_out[: given_out.index("1.2.0") + 1]) <= set(VERSIONS)


def test_every_published_view_says_what_it_said_and_new_columns_stand_at_its_end(version, upgraded):
    said = json.loads((FOLDER / f"store-{version}.json").read_text(encoding="utf-8"))
    with on_day(MADE_ON):
        store = Store.open(upgraded)
        try:
            assert set(said) <= set(PUBLISHED) and any(view["rows"] for view in said.values())
            newer = SINCE_1_6 if version < "1.6.0" else ()
            for view, before in said.items():
                columns = before["columns"]
                assert store.arrow(view).column_names[: len(columns)] == columns, view
                now = [row for row in texts(store, view, columns) if view != "finding" or row[0] not in newer]
                assert now == sorted(before["rows"], key=str), view
            assert store.check() == []
        finally:
            store.close()


def test_the_store_is_kept_as_it_was_before_it_is_brought_up_to_date(old, upgraded):
    kept = Path(f"{upgraded}.before-upgrade")
    assert kept.read_bytes() == old.read_bytes() != upgraded.read_bytes()
    kept.unlink()
    Store.open(upgraded).close()
    assert not kept.exists(), "a store that is up to date needs no copy"


def test_every_original_file_comes_back_byte_by_byte(version, old, upgraded):
    held_in = "upload_file using (upload_id)" if version in WITH_WHOLE_FILES else "file_piece using (file_sha256)"
    with duckdb.connect(str(old)) as before:
        kept = before.execute(
            f"select distinct upload.upload_id, upload.file_sha256 from upload join {held_in} order by all"
        ).fetchall()
    store = Store.open(upgraded)
    try:
        assert len(kept) >= 3
        back = {number: whole_of(upload_content(store, upload_id=number)) for number, _ in kept}
        assert [(number, hashlib.sha256(content).hexdigest()) for number, content in back.items()] == kept
        pieces = store.select(
            "select file_sha256, count(*) as pieces, max(octet_length(content)) as largest from file_piece group by all"
        )
        assert len(pieces) == len(kept) and pieces.largest.max() <= PIECE
        assert store.select("select count(*) as n from duckdb_tables() where table_name = 'upload_file'").n[0] == 0
    finally:
        store.close()


def test_the_number_of_the_newest_migration_is_kept_and_a_later_one_is_refused(upgraded):
    store = Store.open(upgraded)
    assert store.select("select schema_version from data_version").schema_version.tolist() == [layout()]
    store._connection.execute("update data_version set schema_version = schema_version + 1")
    store.close()
    with pytest.raises(StoreError, match="^newer"):
        Store.open(upgraded)


@pytest.mark.parametrize("version", WITH_WHOLE_FILES)
def test_a_migration_that_fails_leaves_the_store_as_it_was(old, monkeypatch):
    """The last step of it: all that the others did is taken back."""
    with duckdb.connect(str(old)) as before:
        tables = before.execute("select table_name, column_name from duckdb_columns() order by all").fetchall()
        files = before.execute("select * from upload_file order by all").fetchall()

    def refused(*_, **__):
        raise duckdb.IOException("Could not write file: No space left on device")

    monkeypatch.setattr("queries.migrate.run", refused)
    with pytest.raises(StoreError, match="^disk"):
        Store.open(old)
    with duckdb.connect(str(old)) as after:
        assert after.execute("select table_name, column_name from duckdb_columns() order by all").fetchall() == tables
        assert after.execute("select * from upload_file order by all").fetchall() == files
    monkeypatch.undo()
    Store.open(old).close()


@pytest.mark.parametrize(
    "version", [VERSIONS[0], VERSIONS[-1]], indirect=True
)  # the oldest and the last one: what is put back is a copy of a file
def test_a_store_from_before_is_put_back_from_its_copy_and_leaves_nothing_beside_it(old, tmp_path):
    place = tmp_path / "moi" / "kho.duckdb"
    assert restore(old, str(place)).aside is None
    assert sorted(path.name for path in place.parent.iterdir()) == ["kho.duckdb", "kho.duckdb.last-write", "kho.duckdb.record"]
    Store.open(place).close()


def test_without_room_for_that_copy_nothing_is_changed(old, monkeypatch):
    def full(source, target):
        raise OSError(28, "No space left on device")

    before = old.read_bytes()
    monkeypatch.setattr("queries.store_files.shutil.copyfile", full)
    with pytest.raises(StoreError, match="^disk"):
        Store.open(old)
    assert old.read_bytes() == before
    assert not list(old.parent.glob("*.new*")) and not Path(f"{old}.before-upgrade").exists()


def test_migrations_are_numbered_without_a_gap_and_begin_where_the_first_tables_end():
    assert sorted(set(map(number_of, names("migrations")))) == list(range(2, layout() + 1))


@pytest.mark.parametrize("content", [b"", b"x", bytes(range(256)) * 400, random.Random(1).randbytes(3 * PIECE + 17)])
def test_a_file_is_cut_into_small_pieces_and_put_together_again(content):
    pieces = pieces_of(content)
    digest = hashlib.sha256(content).hexdigest()
    rows = [UploadContentRow("x.csv", digest, len(content), part, piece) for part, piece in enumerate(pieces, start=1)]
    assert pieces and max(map(len, pieces)) <= PIECE and whole_of(rows) == content
    for wrong in (rows[:-1] or [rows[0]._replace(content=b"other")], [rows[0]._replace(file_sha256="0" * 64), *rows[1:]]):
        with pytest.raises((OriginalDamaged, LookupError)):
            whole_of(wrong)


@pytest.mark.parametrize("table", DEFINED_BY)
@pytest.mark.parametrize("otherwise", [True, False], ids=["defined otherwise", "defined alike"])
def test_an_upgrade_fills_anew_only_what_is_defined_otherwise(new_seed_file, table, otherwise):
    """All views but one are of another program; of one derived table the rows were lost, so that nobody can miss who fills it."""
    path, told = new_seed_file(), []
    with duckdb.connect(str(path)) as before:
        full = {name: before.table(name).count("*").fetchone() for name in DEFINED_BY}
        before.execute(f"comment on view {VIEWS[-1]} is 'of another program'")
        before.execute(f"delete from {table}")
        if otherwise:
            before.execute(f"comment on table {table} is 'of another program'")
    with closing(Store.open(path, told.append)) as store:
        now = {name: store.inside(lambda cursor, name=name: cursor.table(name).count("*").fetchone()) for name in DEFINED_BY}
        assert now == full | ({} if otherwise else {table: (0,)})
        assert (store.check() == []) is otherwise
        assert store.inside(of_this_program) == DEFINED_BY.keys()
    assert told[-1] == 1 and told == sorted(told)


def test_a_derived_table_rests_on_the_views_below_it_and_not_on_others(monkeypatch):
    before = {table: mark(table) for table in DEFINED_BY}
    for changed, others in (("listed_text", set()), ("target_claim", set(DEFINED_BY)), ("unit_value", {"current_spread"}),
                            ("due_day", set()), ("kind_of_period", DEFINED_BY.keys() - {"current_claim"})):  # fmt: skip
        with monkeypatch.context() as patch:
            patch.setattr(derived_marks, "sql_file", lambda kind, name, it=changed: with_another_word(sql_file(kind, name), it))
            derived_marks.mark.cache_clear(), derived_marks._file.cache_clear()
            assert {table for table in DEFINED_BY if mark(table) != before[table]} == set(others), changed
    derived_marks.mark.cache_clear(), derived_marks._file.cache_clear()


def with_another_word(file, changed):
    return replace(file, statement=f"{file.statement} -- otherwise") if file.name == changed else file

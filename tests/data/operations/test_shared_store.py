"""A store that several machines share, with a real PostgreSQL: written by one, read by all, and the same rows everywhere."""

import shutil
import threading
import time
from contextlib import closing, contextmanager
from datetime import datetime

import pytest

from data import __main__ as command_line
from data.accounts.administration import create_account
from data.accounts.sign_in import CLI
from data.ingest.importer import commit, inspect
from data.ingest.preview import UploadRejected
from data.ingest.undo import take_back
from data.operations import shared
from data.operations.backup import copy_to
from data.operations.restore import restore
from data.seed import load_seed
from data.store_location import build, lake, location, opened
from queries.engine import Lake, StoreError
from queries.following import differences, take_out
from queries.schema import VIEWS
from queries.shared_store import SharedStore, publish_store
from queries.sqlfile import names, sql_file
from queries.store import Store
from tests.make_old_store import DOCUMENT, WORLD, figures


def named(monkeypatch, server, folder):
    """DATA_URL names a shared store that does not exist yet; its address."""
    address = f"ducklake:postgres:service={server.database()}"
    (folder / "here").mkdir()
    for name, value in (("DATA_URL", address), ("DATA_FILES", folder / "files"), ("DATA_COPY", folder / "here" / "copy.duckdb")):
        monkeypatch.setenv(name, str(value))
    return address


def fill(tiny_file, folder):
    with closing(Store.open(shutil.copy(tiny_file, folder / "tiny.duckdb"))) as store, closing(lake()) as there:
        publish_store(store, there, replace=False)


@pytest.fixture
def place(server, monkeypatch, tmp_path):
    return named(monkeypatch, server, tmp_path)


@pytest.fixture
def filled(place, tiny_file, tmp_path):
    """The invented world in a shared store of the test's own; its address."""
    fill(tiny_file, tmp_path)
    return place


@pytest.fixture(scope="module")
def machines(server, tiny_file, tmp_path_factory):
    """The invented world in a shared store, and two machines that have it open; the tests of this file write into it one after the other."""
    folder = tmp_path_factory.mktemp("machines")
    with pytest.MonkeyPatch.context() as environment:
        address = named(environment, server, folder)
        fill(tiny_file, folder)
        with closing_all() as stores:
            stores += [machine(address, folder / f"{name}.duckdb") for name in ("one", "other")]
            bring(stores[0], DOCUMENT.encode())
            yield stores


@pytest.fixture
def one(machines):
    return machines[0]


@pytest.fixture
def other(machines):
    return machines[1]


def machine(address, path):
    """The shared store as a machine opens it: with a file of its own."""
    return SharedStore.shared(lambda: Lake(address), str(path))


@contextmanager
def closing_all():
    stores = []
    try:
        yield stores
    finally:
        for store in stores:
            store.close()


def result(value, year="2023", indicator="M.01", level="tinh"):
    return figures((indicator, level, "98", year, "N", "", value, "4/BC-MAU", "Phần I", ""))


def bring(store, data, name="tep.csv", **more):
    return commit(store, data, name, CLI, seen=None, reason="đã kiểm tra", **more).upload_id


def rows(store, table):
    return store.select(f"select * from {table} order by all")


def assert_same(store, other):
    """Every table of two machines holds the same rows."""
    for follower in (store, other):
        follower.follow()
    for table in names("tables"):
        assert rows(store, table).equals(rows(other, table)), table


def test_what_one_machine_writes_every_machine_reads_row_for_row(one, other):
    before = one.last_write().upload_id
    wrong = bring(one, result("81,5%"))
    assert_same(one, other)
    again = bring(
        other, figures(*(("M.01", "tinh", "98", year, "N", "", "81,5%", "4/BC-MAU", "Phần I", "") for year in (2023, 2024)))
    )
    take_back(other, wrong, CLI, "nhầm tệp")
    create_account(one, CLI, name="van.phong", display_name="Văn phòng", role="staff", territories=["98"])
    assert_same(one, other)
    assert (wrong, again) == (before + 1, before + 2)
    [[now]] = other.select(
        "select upload_id from current_claim where indicator_id = 'M.01' and year = 2023 and kind = 'result'"
    ).values
    assert now == again, "what an undo leaves to a later upload did not come over"
    assert other.life == one.life
    assert len(rows(other, "account")) == 1
    assert one.check() == other.check() == []
    with one.lake.cursor() as cursor:
        for table in names("tables"):
            assert cursor.table(table).order("all").df().equals(rows(one, table)), f"{table} of the lake"


def test_a_look_on_another_machine_is_at_most_a_second_old(one, other):
    before = other.data_version()
    bring(one, result("12%", indicator="M.02"))
    other._asked = time.monotonic() - 1.01  # a second has passed there
    assert other.data_version() == one.data_version() == before + 1


def test_a_preview_that_another_machine_has_overtaken_is_refused(one, other):
    data = result("9,5%", "2024", "M.02")
    other.follow()
    preview = inspect(other, data, "tep.csv", CLI)
    assert preview.ready
    bring(one, result("80%", year="2025"))
    with pytest.raises(UploadRejected) as refused:
        commit(other, data, "tep.csv", CLI, seen=preview.seen)
    assert refused.value.reason == "overtaken"


def test_two_machines_that_write_at_once_take_turns_and_lose_nothing(one, other):
    before, numbers, failed = one.last_write().upload_id, [], []

    def write(store, indicator, level, values):
        try:
            numbers.extend(
                bring(store, result(value, year, indicator, level)) for year, value in zip(("2021", "2022"), values, strict=True)
            )
        except Exception as error:  # told to the test, not to the thread
            failed.append(error)

    threads = [
        threading.Thread(target=write, args=(one, "M.01", "tinh", ("41,5%", "52%"))),
        threading.Thread(target=write, args=(other, "M.03", "chung", ("310", "320"))),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert failed == []
    assert sorted(numbers) == list(range(before + 1, before + 5))
    assert_same(one, other)
    assert one.check() == []


def test_while_the_server_is_gone_reads_go_on_and_a_write_says_why_not(server, one, other, tmp_path, machines):
    one.follow()
    known, address = one.arrow("target_vs_actual"), one.lake.label
    with closing(machine(address, tmp_path / "third.duckdb")):
        pass
    server.stop()
    try:
        one._asked = float("-inf")
        assert one.arrow("target_vs_actual").equals(known)
        assert one.cut_off is not None
        with pytest.raises(UploadRejected) as refused:
            bring(one, result("93%", "2020"))
        assert refused.value.reason == "unreachable"
        with closing(machine(address, tmp_path / "third.duckdb")) as again:
            assert again.arrow("target_vs_actual").equals(known)
        with pytest.raises(StoreError, match="unreachable"):
            machine(address, tmp_path / "new.duckdb")
    finally:
        server.start()
    assert bring(one, result("93%", "2020")) == one.last_write().upload_id
    assert one.cut_off is None


def test_of_machines_that_start_first_together_one_builds_and_all_open(place, tmp_path, monkeypatch):
    monkeypatch.setattr("data.store_location.load_seed", lambda store, report: load_tiny(store))
    outcomes = []

    def start(folder):
        (tmp_path / folder).mkdir()
        outcomes.append(build(str(tmp_path / folder / "copy.duckdb")))

    threads = [threading.Thread(target=start, args=(folder,)) for folder in ("a", "b")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)
    assert len(outcomes) == 2
    assert sum(count > 0 for count in outcomes) == 1
    with closing(opened()) as store:
        assert store.last_write().upload_id == 1


def load_tiny(store):
    return load_seed(store, WORLD)


def test_a_store_moves_to_the_lake_and_back_with_every_published_view(place, tiny_file, tmp_path, capsys):
    source, target = shutil.copy(tiny_file, tmp_path / "source.duckdb"), tmp_path / "back" / "target.duckdb"
    assert command_line.main(["move", str(source), place]) == 0
    assert command_line.main(["move", place, str(target)]) == 0
    assert "mọi bảng bằng nhau" in capsys.readouterr().out
    with closing(Store.open(source)) as before, closing(Store.open(target)) as after:
        for table in names("tables"):
            assert rows(before, table).equals(rows(after, table)), table
    assert command_line.main(["move", str(source), place]) == 2, "a store was moved over another one"
    assert command_line.main(["move", str(source), str(target)]) == 2


def test_a_machine_of_another_version_is_told_so_and_changes_nothing(filled, capsys):
    with closing(lake()) as there:
        with there.cursor() as cursor:
            cursor.execute(f"comment on view {VIEWS[-1]} is 'another program'")
            cursor.execute("alter table upload drop column from_where")
            cursor.execute("delete from current_spread")  # what this program would derive alike is not derived again
        with pytest.raises(StoreError) as refused:
            opened()
        assert refused.value.reason == "other_program"
        life = there.life()
    assert command_line.main(["check"]) == 2
    assert "python -m data upgrade" in capsys.readouterr().err
    assert command_line.main(["upgrade"]) == 0
    with closing(opened()) as store:
        assert store.life != life
        assert len(rows(store, "current_claim")) > len(rows(store, "current_spread")) == 0
        assert len(rows(store, "upload")) == 1


def test_nobody_writes_while_the_shared_store_is_brought_up_to_date(filled, monkeypatch):
    done, waiting, other = [], [], lake()

    def another():
        with closing(other), other.turn():
            done.append("the other one's turn")

    def meanwhile(shared_lake, path):
        take_out(shared_lake, path)
        waiting.append(threading.Thread(target=another))
        waiting[0].start()
        waiting[0].join(1)
        done.append("taken out")

    monkeypatch.setattr("queries.shared_store.take_out", meanwhile)
    assert command_line.main(["upgrade"]) == 0
    done.append("put back")
    waiting[0].join(60)
    assert done[0] == "taken out" and set(done) == {"taken out", "put back", "the other one's turn"}


def test_a_copy_put_back_on_one_machine_is_what_every_machine_shows(filled, tmp_path):
    with closing(opened()) as one, closing(machine(filled, tmp_path / "other.duckdb")) as other:
        copy_to(one, tmp_path / "kept.duckdb")
        wrong = bring(one, DOCUMENT.encode())
        other.follow()
        life, version = other.life, other.data_version()
        one.close()  # as the dashboard does before it puts a copy back
        put_back = restore(tmp_path / "kept.duckdb", location())
        other.follow()
        assert wrong not in set(rows(other, "upload")["upload_id"])
        assert (other.life, other.data_version()) != (life, version)
        with closing(Store.open(put_back.aside)) as aside:
            assert wrong in set(rows(aside, "upload")["upload_id"])
        with closing(opened()) as again:
            assert_same(again, other)


def test_a_dump_of_the_catalogue_and_a_copy_of_the_folder_bring_back_the_store_as_it_was(filled, server, tmp_path):
    files, name = tmp_path / "files", filled.rpartition("=")[2]
    with closing(machine(filled, tmp_path / "before.duckdb")) as before:
        kept = bring(before, DOCUMENT.encode())
        dump, life = server.dump(name), before.life  # the catalogue first: what it names is in the folder
        shutil.copytree(files, tmp_path / "kept")
        wrong = bring(before, result("81,5%"))
    shutil.rmtree(files)
    shutil.move(tmp_path / "kept", files)
    again = server.database()
    server.restore(dump, again)
    with closing(machine(f"ducklake:postgres:service={again}", tmp_path / "again.duckdb")) as after:
        assert after.life == life
        assert set(rows(after, "upload")["upload_id"]) == {1, kept} and wrong not in set(rows(after, "upload")["upload_id"])
        assert differences(after, after.lake) == [] and after.check() == []
        with closing(machine(f"ducklake:postgres:service={again}", tmp_path / "before.duckdb")) as ahead:
            assert wrong not in set(rows(ahead, "upload")["upload_id"]), "what was put back is not what this machine shows"
        assert bring(after, result("82%")) == kept + 1, "it takes writes again"


def test_a_machine_that_was_away_while_the_lake_was_tidied_copies_all_of_it(filled, tmp_path):
    with closing(opened()) as one, closing(machine(filled, tmp_path / "away.duckdb")) as away:
        bring(one, DOCUMENT.encode())
        bring(one, result("81,5%"))
        with closing(lake()) as there:
            there.tidy(shared.KEPT * 0)
        assert away._known.snapshot < one._known.snapshot
        assert_same(one, away)


@pytest.mark.parametrize("name", [name for name in names("lake") if sql_file("lake", name).columns])
def test_what_is_asked_of_a_lake_answers_the_columns_of_its_header(one, name):
    file, upto = sql_file("lake", name), one.lake.snapshot()
    given = {"after": upto - 1, "upto": upto, "before": datetime(2020, 1, 1)}
    table = "current_figure" if "slices" in name else "upload"
    statement = file.for_table(table) if "any_table" in file.statement else file.statement.replace("any_name", table)
    with one.lake.cursor() as in_lake, one._connection.cursor() as in_file:
        cursor = in_file if "rowid" in statement else in_lake
        cursor.execute("begin")
        answered = cursor.execute(statement, {name: given[name] for name in file.params})
        assert [column[0] for column in answered.description] == list(file.columns)
        cursor.execute("rollback")


def test_an_address_with_a_password_or_of_another_kind_is_refused(monkeypatch, tmp_path):
    for url in ("ducklake:postgres:host=db password=geheim", "ducklake:sqlite:x", "ducklake:postgres:service=a b"):
        monkeypatch.setenv("DATA_URL", url)
        monkeypatch.setenv("DATA_COPY", str(tmp_path / "copy.duckdb"))
        with pytest.raises(StoreError) as refused:
            opened()
        assert refused.value.reason == "unsupported"
        assert refused.value.detail == ""


def test_a_new_shared_store_without_a_folder_says_what_to_set(place, monkeypatch, capsys):
    monkeypatch.delenv("DATA_FILES")
    assert command_line.main(["init"]) == 2
    assert "DATA_FILES" in capsys.readouterr().err


def test_who_is_not_let_in_is_told_that_it_answers_and_where_to_look(place, monkeypatch, capsys):
    monkeypatch.setenv("DATA_URL", f"{place}0")  # no such service
    assert command_line.main(["check"]) == 2
    assert "không cho máy này vào" in capsys.readouterr().err


def test_while_it_does_not_answer_nobody_who_reads_waits_for_it(filled):
    answering, asked = threading.Event(), threading.Event()

    def nobody():
        asked.set()
        answering.wait(60)
        raise StoreError("unreachable", filled)

    with closing(opened()) as store:
        store.lake.close()
        store.lake, store._reach, store._asked = None, nobody, float("-inf")
        answering.set()
        store.data_version()  # who finds it out waits
        since = store.cut_off
        assert since is not None
        answering.clear()
        asked.clear()
        store._asked = float("-inf")
        store.data_version()
        assert asked.wait(20), "nobody looks for it any more"
        store._asked = float("-inf")
        assert store.data_version() == store.last_write().data_version
        assert store.cut_off == since
        answering.set()
        with store._following:
            store._reach = lake
        store._asked = float("-inf")
        store.data_version()
        with store._following:
            assert store.cut_off is None

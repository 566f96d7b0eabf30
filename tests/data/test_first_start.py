"""The first start, and starts where the disk is full or may not be written: nothing half made, and words that say what to do."""

import gzip
import json
import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from components.store import open_stores, store_access
from data.store_location import build
from data.store_messages import store_problem
from queries import store_files
from queries.clock import on_day
from queries.schema import PUBLISHED
from queries.store import Store, StoreError
from tests.conftest import ROOT
from tests.pages.app_session import new_session, said, well
from tests.queries.test_upgrade import FOLDER, MADE_ON, texts

FULL = """
import json, os, resource, sys
from data.store_location import build
from queries.store import StoreError

path = sys.argv[1]
for most in map(int, sys.argv[2:]):
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))
    try:
        build(path)
        reason = "built"
    except StoreError as error:
        reason = [error.reason, error.path]
    print(json.dumps([reason, os.listdir(os.path.dirname(path))]))
"""
UPGRADED = """
import resource, sys
from queries.store import Store, StoreError

resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    Store.open(sys.argv[1]).close()
    print("opened")
except StoreError as error:
    print(error.reason)
"""
NOWHERE = """
import sys
from data.store_location import build
from queries.store import StoreError
from tests.without_rights import obey_file_rights

obey_file_rights()
try:
    build(sys.argv[1])
except StoreError as error:
    print(error.reason)
"""
KILLED = """
import os, signal, sys
from data import store_location

store_location.load_seed = lambda *_, **__: os.kill(os.getpid(), signal.SIGKILL)
store_location.build(sys.argv[1])
"""
READ_ONLY = """
import json, sys
from data.__main__ import main
from data.accounts.administration import admin_password
from data.accounts.sign_in import AccountError
from queries.schema import PUBLISHED
from queries.store import Store, StoreError
from tests.without_rights import obey_file_rights

obey_file_rights()
try:
    store = Store.open(sys.argv[1])
except StoreError as error:
    print(json.dumps({"reason": error.reason}))
    sys.exit()
told = {"read_only": store.read_only, "rows": {view: store.arrow(view).num_rows for view in PUBLISHED}, "checks": store.check()}
copy = store.copy()
copy.close()
try:
    admin_password(store)
except AccountError as error:
    told["account"] = error.code
store.close()
told["import"] = main(["import", sys.argv[2]])
print(json.dumps(told))
"""


SERVED = """
import asyncio, json, os, stat, sys
from components.server import opening
from components.store.open_stores import opened_store
from data.accounts.administration import admin_password
from queries.store_files import log_of


async def live():
    async with opening(None):
        while opened_store() is None:
            await asyncio.sleep(0.05)
        with opened_store()._connection.cursor() as reader:
            reader.execute("begin")
            reader.execute("select count(*) from account").fetchall()
            admin_password(opened_store())
            print(oct(stat.S_IMODE(log_of(sys.argv[1]).stat().st_mode)))
    print(log_of(sys.argv[1]).exists())

asyncio.run(live())
"""


def run(code: str, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """A process of its own that runs some code."""
    return subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=300,
    )


def test_a_first_start_on_a_full_disk_leaves_nothing_and_the_next_one_succeeds(tmp_path):
    place = tmp_path / "kho" / "chi-tieu.duckdb"
    ran = run(FULL, place, 0, 200_000, 1_000_000, 2_500_000, 100_000_000)
    assert ran.returncode == 0, ran.stderr
    *full, (last, left) = map(json.loads, ran.stdout.splitlines())
    assert full == [[["disk", str(place)], []]] * 4
    assert (last, left) == ("built", ["chi-tieu.duckdb"])
    store = Store.open(place)
    assert store.check() == [] and store.last_write()[:2] == (1, 1)
    store.close()


def test_what_a_killed_start_left_is_swept_by_the_next(tmp_path):
    place = tmp_path / "kho" / "chi-tieu.duckdb"
    assert run(KILLED, place).returncode == -signal.SIGKILL
    assert [path.name.startswith(".building-") for path in place.parent.iterdir()] == [True]
    assert build(str(place)) > 300
    assert [path.name for path in place.parent.iterdir()] == ["chi-tieu.duckdb"]


def test_a_log_without_its_store_is_not_taken_for_the_new_one(tmp_path):
    place = tmp_path / "chi-tieu.duckdb"
    store_files.log_of(place).write_bytes(b"of another store")
    build(str(place))
    store = Store.open(place)
    assert store.check() == []
    store.close()
    assert [path.read_bytes() for path in tmp_path.glob("*.wal.left-*")] == [b"of another store"]


def test_what_a_killed_program_left_beside_the_store_is_swept_when_it_opens(new_seed_file):
    path = new_seed_file()
    others = path.with_name(f"other.{path.name}.copy-1.tmp")
    left = path.with_name(f"{path.name}.copy-1.tmp")
    for folder in (others, left):
        folder.mkdir()
        (folder / "block").write_bytes(b"x")
    Path(f"{path}.last-write.new").write_bytes(b"{")
    Store.open(path).close()
    assert others.exists() and not left.exists() and not list(path.parent.glob("*.new"))


def test_files_of_a_store_are_for_its_owner_alone(tmp_path):
    place = tmp_path / "moi" / "chi-tieu.duckdb"
    build(str(place))
    assert stat.S_IMODE(place.stat().st_mode) == 0o600 and stat.S_IMODE(place.parent.stat().st_mode) == 0o700


def test_the_log_is_for_its_owner_alone_and_is_read_when_the_server_ends(new_seed_file):
    """A reader keeps it from being taken in while the server runs."""
    path = new_seed_file()
    ran = run(SERVED, path, DATA_URL=str(path))
    assert ran.stdout.splitlines() == ["0o600", "False"], ran.stderr


@pytest.fixture
def locked_up(new_seed_file, tmp_path):
    """A store in a folder, neither of which may be written."""
    folder = tmp_path / "chi-doc"
    folder.mkdir()
    path = new_seed_file().rename(folder / "kho.duckdb")
    path.chmod(0o400)
    folder.chmod(0o500)
    yield path
    folder.chmod(0o700)


@pytest.mark.parametrize("file_mode", [0o400, 0o600])
def test_a_store_that_may_not_be_written_opens_for_reading_and_says_so_at_each_write(store, locked_up, tmp_path, file_mode):
    """Also where only its folder is closed: the log could not be made there."""
    locked_up.chmod(file_mode)
    figures = tmp_path / "tep.csv"
    figures.write_text(
        "ma_chi_tieu;cap;don_vi;nam;ky;chi_tieu;ket_qua;nguon\nCQ.06;xa;18112;2022;N;;61;Báo cáo\n", encoding="utf-8"
    )
    ran = run(READ_ONLY, locked_up, figures, DATA_URL=str(locked_up))
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout.splitlines()[-1])
    assert told["read_only"] and told["checks"] == [] and told["account"] == "read_only"
    assert told["rows"] == {view: store.arrow(view).num_rows for view in PUBLISHED}
    assert told["import"] == 1 and "chỉ để xem" in ran.stderr
    assert [path.name for path in locked_up.parent.iterdir()] == ["kho.duckdb"]


@pytest.mark.parametrize("room", [-100_000, 20_000, 300_000, 1_000_000])
def test_an_upgrade_on_a_full_disk_ends_with_the_store_as_it_was_or_as_it_is_to_be(tmp_path, room):
    path = tmp_path / "kho.duckdb"
    path.write_bytes(gzip.decompress((FOLDER / "store-1.3.0.duckdb.gz").read_bytes()))
    ran = run(UPGRADED, path, path.stat().st_size + room)
    assert ran.stdout.strip() in ("disk", "opened"), ran.stdout + ran.stderr
    assert room > 0 or ran.stdout.strip() == "disk"
    said = json.loads((FOLDER / "store-1.3.0.json").read_text(encoding="utf-8"))
    with on_day(MADE_ON):
        store = Store.open(path)
        try:
            for view, before in said.items():
                assert texts(store, view, before["columns"]) == sorted(before["rows"], key=str), view
            assert store.check() == []
        finally:
            store.close()
    assert not store_files.log_of(path).exists()


def test_a_folder_that_may_not_be_written_is_said(tmp_path):
    tmp_path.chmod(0o500)
    try:
        assert run(NOWHERE, tmp_path / "chi-tieu.duckdb").stdout.strip() == "folder"
        assert run(NOWHERE, tmp_path / "moi" / "chi-tieu.duckdb").stdout.strip() == "folder"
    finally:
        tmp_path.chmod(0o700)


def test_a_store_from_before_that_may_not_be_written_says_what_to_do(locked_up):
    locked_up.chmod(0o600)
    locked_up.write_bytes(gzip.decompress((FOLDER / "store-1.2.0.duckdb.gz").read_bytes()))
    locked_up.chmod(0o400)
    before = locked_up.read_bytes()
    ran = run(READ_ONLY, locked_up, "none")
    assert json.loads(ran.stdout) == {"reason": "read_only_old"}, ran.stderr
    assert "cần được chuyển" in store_problem("read_only_old", "kho") and locked_up.read_bytes() == before


@pytest.fixture
def at_start(monkeypatch):
    """Opens the store of an address as the server does before anybody visits."""

    def start(path):
        monkeypatch.setenv("DATA_URL", str(path))
        open_stores.open_at_start()
        return open_stores.opened_store()

    yield start
    store_access.close_all()


def test_a_folder_that_cannot_be_made_is_said_and_the_server_goes_on(at_start, tmp_path, capsys):
    (tmp_path / "tep").write_bytes(b"a file, not a folder")
    assert at_start(tmp_path / "tep" / "kho" / "chi-tieu.duckdb") is None
    assert "không tạo được thư mục" in capsys.readouterr().err
    with pytest.raises(StoreError, match="^folder"):
        build(str(tmp_path / "tep" / "chi-tieu.duckdb"))


def test_the_server_says_at_its_start_that_it_only_reads(at_start, new_seed_file, monkeypatch, capsys):
    monkeypatch.setattr(store_files, "may_be_written", lambda _: False)
    opened = at_start(new_seed_file())
    assert opened is not None and opened.read_only
    assert "đang mở chỉ để xem" in capsys.readouterr().err
    page = said(well(new_session().run()))
    assert "Hà Tĩnh" in page and "Kho số liệu đang mở chỉ để xem" in page


def test_a_change_of_an_account_on_a_full_disk_says_so(own_store, monkeypatch):
    from data.accounts.administration import create_account
    from data.accounts.sign_in import CLI, AccountError

    def full(*_):
        raise StoreError("disk", own_store.path, "No space left on device")

    monkeypatch.setattr(own_store, "_transact", full)
    with pytest.raises(AccountError, match="ổ đĩa đầy"):
        create_account(own_store, CLI, name="van.phong", display_name="Văn phòng", role="reader", territories=[])

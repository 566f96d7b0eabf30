"""The command line through the running dashboard: DuckDB lets no second process open the store."""

import json
import os
import signal
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import httpx
import pyarrow.parquet as parquet
import pytest

from data.operations import running
from queries.schema import PUBLISHED
from queries.store import Store, StoreError
from tests.browser.conftest import ROOT, serving

ROW = "ma_chi_tieu;cap;don_vi;nam;ky;ket_qua;nguon\nCQ.06;xa;42;2023;N;35,5;525/KH-UBND\n"


@contextmanager
def running_on(folder):
    """The dashboard's address, once the command line would find it: it listens before its store is open."""
    with serving(folder, visited=False) as address:
        end = time.monotonic() + 60
        while not (folder / "kho.duckdb.running").exists():
            assert time.monotonic() < end, (folder / "log").read_text(encoding="utf-8")
            time.sleep(0.05)
        yield address


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("chay")


@pytest.fixture(scope="module")
def address(folder, store_file):
    """A running dashboard on a copy of the seed."""
    (folder / "kho.duckdb").write_bytes(store_file.read_bytes())
    with running_on(folder) as address:
        yield address


@pytest.fixture
def shell(address, folder, tmp_path):
    """Runs a command in a process of its own, somewhere else; returns it with its exit code and what it printed."""

    def run(*arguments):
        environment = {**os.environ, "DATA_URL": str(folder / "kho.duckdb"), "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            [sys.executable, "-m", "data", *map(str, arguments)], cwd=tmp_path, env=environment, capture_output=True, text=True
        )

    return run


def test_without_the_dashboard_s_help_the_store_could_not_be_opened(address, folder):
    with pytest.raises(StoreError, match="^locked"):
        Store.open(folder / "kho.duckdb")


def test_the_note_beside_the_store_is_for_its_owner_alone(address, folder):
    note = folder / "kho.duckdb.running"
    assert note.stat().st_mode & 0o777 == 0o600
    assert running.dashboard(str(folder / "kho.duckdb")).address == address


def test_a_file_is_previewed_imported_and_taken_back(shell, tmp_path):
    (tmp_path / "tệp.csv").write_text(ROW, encoding="utf-8")
    seen = shell("import", "tệp.csv", "--preview")
    assert (seen.returncode, "Nếu ghi: 1" in seen.stdout) == (0, True), seen
    written = shell("import", "tệp.csv", "--json")
    report = json.loads(written.stdout)
    assert (written.returncode, report["outcome"], report["written"]) == (0, "written", 1), written
    undone = shell("undo", report["upload_id"], "--reason", "thử")
    assert (undone.returncode, undone.stdout.strip()[:20]) == (0, "Đã thu hồi lần cập n"), undone
    again = shell("undo", report["upload_id"], "--reason", "thử")
    assert again.returncode == 1 and "đã được thu hồi" in again.stderr
    assert shell("import", "không có.csv").returncode == 2


def test_checks_export_and_a_new_password(shell, tmp_path):
    assert (
        "Mọi phép kiểm tra đều đạt." in (done := shell("check")).stdout
        and "[nghiêm trọng]" in done.stdout
        and done.returncode == 1
    )
    assert shell("export", "ra").returncode == 0
    for view in PUBLISHED:
        assert (
            parquet.read_table(tmp_path / "ra" / f"{view}.parquet").num_rows
            and (tmp_path / "ra" / f"{view}.csv").read_bytes()[:3] == b"\xef\xbb\xbf"
        )
    assert "Mật khẩu dùng một lần: " in shell("admin-password").stdout
    assert shell("admin-password", "Tên Sai").returncode == 2


def test_a_copy_is_made_and_put_back_without_a_restart(shell, folder, address, tmp_path):
    made = shell("backup", "bản sao.duckdb")
    assert made.returncode == 0 and (tmp_path / "bản sao.duckdb").stat().st_mode & 0o777 == 0o600, made
    assert shell("backup", "bản sao.duckdb").returncode == 2
    told = httpx.get(f"{address}/api/v1/target_vs_actual.csv")
    before = told.content
    (tmp_path / "tệp.csv").write_text(ROW, encoding="utf-8")
    assert shell("import", "tệp.csv").returncode == 0
    assert httpx.get(f"{address}/api/v1/target_vs_actual.csv").content != before
    back = shell("restore", "bản sao.duckdb")
    assert back.returncode == 0 and "-truoc-" in back.stdout and "giữ như ngay trước khi khôi phục" in back.stdout, back
    again = httpx.get(f"{address}/api/v1/target_vs_actual.csv", headers={"If-None-Match": told.headers["etag"]})
    assert again.content == before and again.headers["etag"] != told.headers["etag"], (
        "the next version of that number is another one"
    )
    assert "bản sao.duckdb" in (next((folder / "kho.duckdb.record").glob("*.jsonl"))).read_text(encoding="utf-8")
    assert shell("import", "tệp.csv").returncode == 0 and "Mọi phép kiểm tra đều đạt." in shell("check").stdout
    aside = next(folder.glob("kho-truoc-*.duckdb"))
    store = Store.open(aside)
    assert store.check() == []
    store.close()


def test_a_damaged_copy_is_refused_and_all_is_as_before(shell, address, tmp_path):
    (tmp_path / "hỏng.duckdb").write_bytes(b"hong" * 5000)
    version = httpx.get(f"{address}/suc-khoe").json()["data_version"]
    refused = shell("restore", "hỏng.duckdb")
    assert refused.returncode == 2 and "không đọc được như một kho số liệu" in refused.stderr
    assert httpx.get(f"{address}/suc-khoe").json()["data_version"] == version
    assert shell("restore", "không có.duckdb").returncode == 2


def test_nothing_is_left_beside_the_store(shell, folder, tmp_path):
    shell("export", "ra")
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


@pytest.mark.parametrize("command", ["check", "export", "backup", "restore", "admin-password", "reseed", "unit-sheets"])
def test_only_the_token_of_this_machine_opens_the_door(address, command):
    for headers in ({}, {"Authorization": "Bearer sai"}, {"Cookie": "phien=x"}):
        assert httpx.post(f"{address}/api/v1/machine/{command}", headers=headers).status_code == 401


def test_a_dashboard_that_was_killed_leaves_a_note_that_is_in_nobody_s_way(store_file, tmp_path, monkeypatch, capsys):
    from data.__main__ import main

    path = tmp_path / "kho.duckdb"
    path.write_bytes(Path(store_file).read_bytes())
    running.announce(str(path), "http://127.0.0.1:9")
    monkeypatch.setenv("DATA_URL", str(path))
    assert main(["check"]) == 1 and "Mọi phép kiểm tra đều đạt." in capsys.readouterr().out
    running.withdraw(str(path))
    assert running.dashboard(str(path)) is None


def test_whoever_has_taken_the_address_of_a_dashboard_that_was_killed_is_told_nothing(store_file, tmp_path, monkeypatch, capsys):
    from data.__main__ import main

    path, heard = tmp_path / "kho.duckdb", []
    path.write_bytes(Path(store_file).read_bytes())

    class Stranger(BaseHTTPRequestHandler):
        def do_POST(self):
            heard.append((self.path.partition("?")[0], dict(self.headers), self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_):
            pass

    with HTTPServer(("127.0.0.1", 0), Stranger) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        running.announce(str(path), f"http://127.0.0.1:{server.server_port}")
        monkeypatch.setenv("DATA_URL", str(path))
        assert main(["check"]) == 1 and "Mọi phép kiểm tra đều đạt." in capsys.readouterr().out
        server.shutdown()
    [(asked, headers, body)] = heard
    assert (asked, body) == ("/api/v1/machine/proof", b"") and "Authorization" not in headers


def test_a_note_that_others_could_have_written_or_read_is_no_note(store_file, tmp_path):
    path = tmp_path / "kho.duckdb"
    path.write_bytes(Path(store_file).read_bytes())
    running.announce(str(path), "http://127.0.0.1:9")
    note = Path(f"{path}.running")
    assert running.dashboard(str(path))
    note.chmod(0o640)
    assert running.dashboard(str(path)) is None
    note.chmod(0o600)
    note.rename(tmp_path / "khac")
    note.symlink_to(tmp_path / "khac")
    assert running.dashboard(str(path)) is None


def test_the_note_goes_when_the_dashboard_stops(tmp_path, store_file):
    (tmp_path / "kho.duckdb").write_bytes(Path(store_file).read_bytes())
    with running_on(tmp_path):
        assert (tmp_path / "kho.duckdb.running").exists()
    assert not (tmp_path / "kho.duckdb.running").exists()


def test_the_restore_drill_a_killed_machine_and_a_new_one_with_every_published_view_equal(store_file, tmp_path):
    old, new, copy = tmp_path / "cu" / "kho.duckdb", tmp_path / "moi" / "kho.duckdb", tmp_path / "mang-di.duckdb"
    old.parent.mkdir()
    old.write_bytes(Path(store_file).read_bytes())
    (tmp_path / "tệp.csv").write_text(ROW, encoding="utf-8")

    def shell(store, *arguments):
        environment = {**os.environ, "DATA_URL": str(store)}
        return subprocess.run(
            [sys.executable, "-m", "data", *map(str, arguments)], cwd=ROOT, env=environment, capture_output=True, text=True
        )

    with running_on(old.parent) as address:
        assert shell(old, "import", tmp_path / "tệp.csv").returncode == 0
        assert shell(old, "backup", copy).returncode == 0
        told = {view: httpx.get(f"{address}/api/v1/{view}.csv").content for view in PUBLISHED}
        os.kill(_holder_of(old), signal.SIGKILL)
    assert shell(new, "restore", copy).returncode == 0
    with running_on(new.parent) as address:
        assert {view: httpx.get(f"{address}/api/v1/{view}.csv").content for view in PUBLISHED} == told
        assert httpx.get(f"{address}/suc-khoe").json()["ok"]
    assert b"35,5" in told["target_vs_actual"]


def _holder_of(path):
    """The process, of those of this user, that has a file open; Linux tells."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if process.name != str(os.getpid()) and any(file.resolve() == path for file in (process / "fd").iterdir()):
                return int(process.name)
        except OSError:
            continue
    raise LookupError(path)

"""The drill: a process that writes is killed, its store is copied and put back elsewhere, and every published view is equal."""

import os
import shutil
import signal
import subprocess
import sys

import pytest

from data.__main__ import main
from queries.pieces import whole_of
from queries.reads import upload_content, upload_history
from queries.schema import PUBLISHED
from queries.store import Store
from tests.conftest import ROOT

WRITER = """
import random, sys
from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.ingest.undo import take_back
from queries.store import Store
from tests.sample_uploads import csv_file, many_rows

store = Store.open(sys.argv[1])
for number in range(1, 100):
    receipt = commit(store, csv_file(many_rows(40, random.Random(number))), f"{number}.csv", CLI, seen=None, reason="thử")
    print(receipt.upload_id, flush=True)
    if number == 2:
        take_back(store, receipt.upload_id, CLI, "thử")
"""


def published(store):
    """Every published view, whole."""
    return {view: store.arrow(view).to_pylist() for view in PUBLISHED}


@pytest.fixture(scope="module")
def once_killed(new_seed_file):
    """A store whose writer was killed in the middle of an upload; and the uploads of which it had given a receipt."""
    path = new_seed_file()
    writer = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert writer.stdout is not None
    receipts = [int(writer.stdout.readline()) for _ in range(4)]
    os.kill(writer.pid, signal.SIGKILL)
    rest = writer.stdout.read()
    assert writer.wait() == -signal.SIGKILL
    return path, receipts + [int(line) for line in rest.split()]


@pytest.fixture
def killed(once_killed, tmp_path):
    """The same, with whatever lies beside the store, for one test."""
    path, receipts = once_killed
    return shutil.copytree(path.parent, tmp_path / "cu") / path.name, receipts


def test_write_kill_copy_and_restore_elsewhere_leave_every_published_view_equal(killed, tmp_path, monkeypatch, capsys):
    path, receipts = killed
    copy, elsewhere = tmp_path / "usb" / "ban-sao.duckdb", tmp_path / "may-moi" / "chi-tieu.duckdb"
    monkeypatch.setenv("DATA_URL", str(path))
    assert main(["backup", str(copy)]) == 0
    monkeypatch.setenv("DATA_URL", str(elsewhere))
    assert main(["restore", str(copy)]) == 0
    main(["check"])
    assert "Mọi phép kiểm tra đều đạt." in capsys.readouterr().out
    first, second = Store.open(path), Store.open(elsewhere)
    try:
        assert second.lost is None and published(second) == published(first)
        history = upload_history(second, most=1000)
        assert list(history) == list(upload_history(first, most=1000))
        assert set(receipts) <= {row.upload_id for row in history} and [row.upload_id for row in history if row.undone_at] == [3]
        assert all(whole_of(upload_content(second, upload_id=number)) for number in receipts)
    finally:
        first.close()
        second.close()
    assert sorted(file.name for file in elsewhere.parent.iterdir()) == [
        "chi-tieu.duckdb",
        "chi-tieu.duckdb.last-write",
        "chi-tieu.duckdb.record",
    ]
    assert elsewhere.stat().st_mode & 0o077 == 0


def test_a_copy_of_the_bare_file_holds_every_receipt(killed, tmp_path):
    """As somebody copies it who knows nothing of logs: what was told to be written stands in the file."""
    path, receipts = killed
    (tmp_path / "chep.duckdb").write_bytes(path.read_bytes())
    store = Store.open(tmp_path / "chep.duckdb")
    try:
        assert set(receipts) <= {row.upload_id for row in upload_history(store, most=1000)} and store.check() == []
    finally:
        store.close()

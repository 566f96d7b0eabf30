"""A shared store whose rows lie in an S3-compatible store, behind a certificate of our own: the key to it stands in a file alone."""

import shutil
import socket
import subprocess
import sys
import time
from contextlib import closing

import duckdb
import pytest

from data import __main__ as command_line
from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.ingest.preview import UploadRejected
from data.store_location import lake, opened
from queries.engine import REFUSED, StoreError
from queries.following import differences
from queries.shared_store import SharedStore, publish_store
from queries.store import Store
from tests.benchmark import ROOT, free_port
from tests.make_old_store import DOCUMENT
from tests.several_hosts import certified

KEY, SECRET = "khoa-cua-kho", "bi-mat-cua-kho"


@pytest.fixture(scope="module")
def objects(tmp_path_factory):
    """(address, certificate of its authority, the process) of an S3-compatible store."""
    folder, port = tmp_path_factory.mktemp("objects"), free_port()
    certificate, key = certified(folder, "127.0.0.1")
    with subprocess.Popen([sys.executable, "-m", "tests.object_server", str(port), certificate, key, KEY], cwd=ROOT) as playing:
        try:
            for _ in range(300):
                with socket.socket() as probe:
                    if probe.connect_ex(("127.0.0.1", port)) == 0:
                        break
                time.sleep(0.1)
            yield f"https://127.0.0.1:{port}", folder / "ca.pem", playing
        finally:
            playing.terminate()


@pytest.fixture
def keys(objects, tmp_path):
    """The file with the key, as the handbook has it."""
    path = tmp_path / "khoa-s3"
    path.write_text(
        f"[default]\naws_access_key_id = {KEY}\naws_secret_access_key = {SECRET}\nendpoint_url = {objects[0]}\nca_bundle = {objects[1]}\n"
    )
    path.chmod(0o600)
    return path


@pytest.fixture
def place(server, objects, keys, monkeypatch, tmp_path):
    """DATA_URL names a shared store that does not exist yet; its address."""
    address = f"ducklake:postgres:service={server.database()}"
    settings = {
        "DATA_URL": address,
        "DATA_FILES": f"s3://kho-chung/{tmp_path.name}",
        "DATA_COPY": tmp_path / "here" / "copy.duckdb",
    }
    for name, value in {**settings, "AWS_SHARED_CREDENTIALS_FILE": keys}.items():
        monkeypatch.setenv(name, str(value))
    (tmp_path / "here").mkdir()
    return address


@pytest.fixture
def filled(place, tiny_file, tmp_path):
    with closing(Store.open(shutil.copy(tiny_file, tmp_path / "tiny.duckdb"))) as store, closing(lake()) as there:
        publish_store(store, there, replace=False)
    return place


def bring(store):
    return commit(store, DOCUMENT.encode(), "tep.csv", CLI, seen=None, reason="đã kiểm tra").upload_id


def test_a_store_moves_there_and_back_and_what_one_machine_writes_another_reads(place, tiny_file, tmp_path, monkeypatch, capsys):
    assert command_line.main(["move", str(shutil.copy(tiny_file, tmp_path / "tiny.duckdb")), place]) == 0
    monkeypatch.delenv("DATA_FILES")  # who joins finds it in the catalogue
    with closing(opened()) as one, closing(SharedStore.shared(lake, str(tmp_path / "other.duckdb"))) as other:
        number = bring(one)
        other.follow()
        assert other.last_write().upload_id == number == 2
        assert differences(other, other.lake) == other.check() == []
        assert not list(tmp_path.rglob("*.parquet"))
    assert command_line.main(["tidy"]) == 0
    assert command_line.main(["move", place, str(tmp_path / "back.duckdb")]) == 0
    assert capsys.readouterr().out.count("mọi bảng bằng nhau") == 2


def test_nothing_but_its_own_place_there_is_within_reach_and_the_key_is_not_told(filled):
    with closing(lake()) as there, there.cursor() as cursor:
        for address in (
            "s3://kho-chung/noi-khac/x.parquet",
            "s3://kho-khac/x.parquet",
            "https://127.0.0.1/x.parquet",
            "/etc/passwd",
        ):
            with pytest.raises(duckdb.PermissionException):
                cursor.execute(f"select * from read_text('{address}')")
        with pytest.raises(duckdb.PermissionException):
            cursor.execute("copy (select 1) to 's3://kho-chung/x.parquet'")
        with pytest.raises(duckdb.Error):
            cursor.execute("create secret (type s3, key_id 'x', secret 'y')")
        assert SECRET not in str(cursor.execute("from duckdb_secrets()").fetchall())


@pytest.mark.parametrize("wrong", ["none", "open to all", "no secret", "not lines"])
def test_without_a_key_of_ones_own_it_says_what_to_set_and_tells_nothing(place, keys, wrong, monkeypatch, capsys):
    if wrong == "none":
        monkeypatch.delenv("AWS_SHARED_CREDENTIALS_FILE")
    elif wrong == "open to all":
        keys.chmod(0o644)
    else:
        keys.write_text(f"[default]\naws_access_key_id = {KEY}\n" if wrong == "no secret" else f"{SECRET}\n")
    assert command_line.main(["init"]) == 2
    told = capsys.readouterr().err
    assert "AWS_SHARED_CREDENTIALS_FILE" in told
    assert KEY not in told and SECRET not in told


def test_a_store_without_the_certificate_of_its_authority_is_not_spoken_to(place, keys):
    keys.write_text(keys.read_text().replace("ca_bundle", "# ca_bundle"))
    with closing(lake()) as there, pytest.raises(StoreError) as refused, there.cursor() as cursor:
        cursor.execute("create table bang as select range as so from range(100000)")
    assert refused.value.reason == "unreachable"
    assert SECRET not in f"{refused.value} {refused.value.__cause__}"


def test_a_key_that_it_does_not_know_is_refused(place, keys):
    keys.write_text(keys.read_text().replace(KEY, "nguoi-khac"))
    with closing(lake()) as there, pytest.raises(StoreError) as refused, there.cursor() as cursor:
        cursor.execute("create table bang as select range as so from range(100000)")
    assert (refused.value.reason, refused.value.detail) == ("unreachable", REFUSED)


def test_while_it_is_gone_reads_go_on_and_a_write_says_why_not(filled, objects):
    with closing(opened()) as store:
        known, playing = store.arrow("target_vs_actual"), objects[2]
        playing.terminate()
        playing.wait(20)
        with pytest.raises(UploadRejected) as refused:
            bring(store)
        assert refused.value.reason == "unreachable"
        assert store.arrow("target_vs_actual").equals(known)

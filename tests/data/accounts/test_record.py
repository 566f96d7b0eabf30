"""The record of who came in: only appended, without secrets, and not filled by a flood."""

import json
import os
import stat

import pytest

from data.accounts import administration, record, sign_in
from data.accounts.record import OFTEN, broken, entries, folder, note
from data.accounts.sign_in import CLI, AccountError
from data.accounts.throttle import Throttle
from data.operations.backup import back_up
from data.operations.restore import restore

GOOD = "bốn mùa lúa chín vàng"


@pytest.fixture(autouse=True)
def no_minutes(monkeypatch):
    monkeypatch.setattr(record, "_MINUTES", {})


@pytest.fixture
def path(tmp_path):
    return str(tmp_path / "kho.duckdb")


def kinds(store_path):
    return [entry.kind for entry in reversed(entries(store_path))]


def test_sign_ins_failures_account_changes_and_copies_are_written_down_and_no_secret_is(own_store, tmp_path):
    first = administration.create_account(own_store, CLI, name="ghilai", display_name="G", role="staff", territories=["42"])
    sign_in.change_password(own_store, Throttle(), "ghilai", first, GOOD, source="10.0.0.1")
    with pytest.raises(AccountError):
        sign_in.sign_in(own_store, Throttle(), "ghilai", "sai mật khẩu rồi", source="10.0.0.2")
    with pytest.raises(AccountError):
        sign_in.sign_in(own_store, Throttle(), "MatKhauGoNhamO", "sai mật khẩu rồi", source="10.0.0.2")
    sign_in.sign_in(own_store, Throttle(), "ghilai", GOOD, source="10.0.0.1")
    administration.change_account(own_store, CLI, "ghilai", display_name="H", role="reader", territories=())
    administration.block_account(own_store, CLI, "ghilai")
    with pytest.raises(AccountError):
        sign_in.sign_in(own_store, Throttle(), "ghilai", GOOD)
    administration.block_account(own_store, CLI, "ghilai", blocked=False)
    second = administration.reset_password(own_store, CLI, "ghilai")
    copy = back_up(own_store)
    assert kinds(own_store.path) == [
        "account_created", "password_set", "wrong_password", "wrong_password", "signed_in", "account_changed", "account_blocked", "blocked",
        "account_opened", "password_reset", "backup",
    ]  # fmt: skip
    told = {entry.kind: entry for entry in entries(own_store.path)}
    assert (told["signed_in"].name, told["signed_in"].source) == ("ghilai", "10.0.0.1")
    assert (told["account_blocked"].name, told["account_blocked"].about) == ("shell", "ghilai")
    text = "".join(file.read_text(encoding="utf-8") for file in folder(own_store.path).iterdir())
    for secret in (first, second, GOOD, "sai mật khẩu", "MatKhauGoNham", "matkhaugonham", "$argon2"):
        assert secret not in text
    restore(copy.path, str(tmp_path / "khac.duckdb"))
    assert kinds(str(tmp_path / "khac.duckdb")) == [*kinds(own_store.path)[:-1], "restored"], "the copy carries the record along"


def test_nothing_of_it_makes_a_page_stale(own_store):
    before = own_store.data_version()
    for _ in range(3):
        note(own_store.path, "signed_in", name="a")
    assert own_store.data_version() == before and len(entries(own_store.path)) == 3


def test_a_line_that_is_altered_taken_out_or_put_in_is_noticed(path):
    for number in range(5):
        note(path, "signed_in", name=f"ten{number}")
    file = next(folder(path).iterdir())
    whole = file.read_bytes().splitlines(keepends=True)
    assert broken(path) is None
    for altered in (
        [*whole[:2], whole[2].replace(b"ten2", b"ten9"), *whole[3:]],
        [*whole[:2], *whole[3:]],
        [*whole[:3], whole[1], *whole[3:]],
        [b"hong\n", *whole],
    ):
        file.write_bytes(b"".join(altered))
        assert broken(path)
    file.write_bytes(b"".join(whole))
    assert broken(path) is None


def test_a_flood_leaves_few_lines_and_its_size(path, monkeypatch):
    now = [0.0]
    monkeypatch.setattr("time.monotonic", lambda: now[0])
    for _ in range(500):
        note(path, "wrong_password", source="10.0.0.1")
    note(path, "wrong_password", source="10.0.0.2")
    assert len(entries(path)) == OFTEN + 1
    now[0] = 61
    note(path, "wrong_password", source="10.0.0.1")
    assert f"và {500 - OFTEN} lần nữa" in entries(path)[0].about and broken(path) is None


def test_it_goes_on_over_months_is_for_its_owner_alone_and_the_newest_come_first(path, monkeypatch):
    note(path, "signed_in", name="cũ")
    file = next(folder(path).iterdir())
    file.rename(file.with_name("2020-01.jsonl"))
    note(path, "signed_out", name="mới\n")
    assert [entry.name for entry in entries(path)] == ["mới ", "cũ"] and broken(path) is None
    assert len(list(folder(path).iterdir())) == 2 and [entry.name for entry in entries(path, most=1)] == ["mới "]
    assert {stat.S_IMODE(one.stat().st_mode) for one in [folder(path), *folder(path).iterdir()]} <= {0o700, 0o600, 0o644}
    assert stat.S_IMODE(max(folder(path).iterdir()).stat().st_mode) == 0o600


def test_a_full_disk_keeps_nobody_out(path, monkeypatch, caplog):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "open", full)
    note(path, "signed_in", name="a")
    assert "could not be written" in caplog.text
    note(":memory:", "signed_in")
    with pytest.raises(KeyError):
        note(path, "lạ")


def test_each_line_is_json_with_a_kind_that_people_can_read(path):
    for kind in record.KINDS:
        note(path, kind)
    lines = next(folder(path).iterdir()).read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["kind"] for line in lines] == list(record.KINDS)

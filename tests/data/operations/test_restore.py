"""A restore turns back figures, not rights: what was blocked or revoked since the copy does not come back, nor does a line of the record go."""

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.__main__ import main
from data.accounts import record
from data.accounts.administration import block_account
from data.accounts.after_restore import settle
from data.accounts.sign_in import CLI, AccountError
from data.accounts.tokens import create_token, holder, revive_token, revoke_token, waits
from data.operations.backup import back_up
from data.operations.restore import restore
from data.vietnamese.dates import today
from queries.accounts import account, stored_accounts, write_account
from queries.kept_record import carried
from queries.last_write import noted
from queries.reads import access_token_list
from queries.store import Store

NOW = datetime(2026, 11, 28, 9)
ROW = {"display_name": "C", "role": "staff", "territories": "440", "password_hash": "x", "one_time": False, "blocked": False}


def people(store):
    """An administrator and two colleagues."""

    def write(cursor):
        write_account(cursor, {**ROW, "name": "sep", "role": "admin", "territories": "*"}, changed_by="thu")
        for name in ("can-bo", "can-bo-2"):
            write_account(cursor, {**ROW, "name": name}, changed_by="thu")

    store.write(write)


def token(store, label):
    return create_token(store, CLI, label=label, scope="read", expires_on=today() + timedelta(days=9))


def token_id(store, label):
    return next(row.token_id for row in access_token_list(store) if row.label == label)


def works(store, one):
    try:
        return bool(holder(store, one))
    except AccountError:
        return False


@pytest.fixture
def copied(own_store):
    """(store, its copy, tokens by label): since the copy a token was revoked, one made, an account blocked; a third token stays."""
    people(own_store)
    tokens = {label: token(own_store, label) for label in ("cũ", "giữ")}
    copy = back_up(own_store).path
    revoke_token(own_store, CLI, token_id(own_store, "cũ"))
    tokens["mới"] = token(own_store, "mới")
    block_account(own_store, CLI, "can-bo")
    return own_store, copy, tokens


def test_in_the_place_of_the_same_store_accounts_and_tokens_stay_as_they_are(copied):
    store, copy, tokens = copied
    record_before, life = record.entries(store.path), store.life
    store.close()
    done = restore(copy, store.path)
    back = Store.open(store.path)
    try:
        assert {label: works(back, one) for label, one in tokens.items()} == {"cũ": False, "giữ": True, "mới": True}
        assert {row.name: row.blocked for row in stored_accounts(back)} == {"sep": False, "can-bo": True, "can-bo-2": False}
        assert back.check() == [] and carried(back) == {}
        assert back.life == noted(store.path).life != life, "what was told by version is worth nothing now"
        assert any("giữ như ngay trước khi khôi phục" in sentence for sentence in done.told)
        newest, *before = record.entries(store.path)
        assert (newest.kind, before) == ("restored", record_before) and copy.name in newest.about
        assert record.broken(store.path) is None
    finally:
        back.close()


def test_on_another_machine_tokens_wait_for_an_administrator_and_the_record_of_both_is_there(
    copied, tmp_path, monkeypatch, capsys
):
    store, copy, tokens = copied
    place = str(tmp_path / "may-moi" / "kho.duckdb")
    record.note(place, "signed_in", name="lần cài mới")
    monkeypatch.setenv("DATA_URL", place)
    assert main(["restore", str(copy)]) == 0
    said = capsys.readouterr().out
    assert "2 mã truy cập chờ người quản trị kích hoạt lại" in said and "Mọi phiên đăng nhập đã kết thúc" in said
    assert main(["restore", str(copy)]) == 0, "a second time adds nothing to the record but itself"
    back = Store.open(place)
    try:
        assert not any(works(back, one) for one in tokens.values()) and all(map(waits, access_token_list(back)))
        revive_token(back, CLI, token_id(back, "giữ"))
        assert works(back, tokens["giữ"])
        with pytest.raises(AccountError):
            revive_token(back, CLI, token_id(back, "giữ"))
    finally:
        back.close()
    kinds = [entry.kind for entry in record.entries(place)]
    assert sorted(kinds) == sorted([*["token_made"] * 2, "signed_in", "restored", "restored", "token_revived"])
    assert record.broken(place) is None and len(list(record.folder(place).glob("truoc-*"))) == 1


def test_where_the_store_is_damaged_the_record_beside_it_keeps_what_was_taken_away(copied):
    store, copy, tokens = copied
    store.close()
    shutil.copy(copy, Path(store.path).with_name("giu.duckdb"))
    Path(store.path).write_bytes(b"hong" * 5000)
    done = restore(copy, store.path)
    back = Store.open(store.path)
    try:
        assert [row.name for row in stored_accounts(back) if row.blocked] == ["can-bo"]
        revoked = next(row for row in access_token_list(back) if row.label == "cũ")
        assert revoked.revoked and not waits(revoked) and not works(back, tokens["giữ"])
        with pytest.raises(AccountError):
            revive_token(back, CLI, revoked.token_id)
        assert "can-bo. Người quản trị mở lại" in " ".join(done.told) and "Có 1 mã truy cập" in " ".join(done.told)
    finally:
        back.close()


def test_the_last_administrators_are_not_blocked_by_a_record(own_store):
    people(own_store)
    later = [record.Entry(NOW, "password_set", name, "", "") for name in ("sep", "can-bo")]
    later += [record.Entry(NOW, "account_changed", "sep", "", "can-bo-2: reader, -")]
    assert settle(own_store, None, later).blocked == ("can-bo", "can-bo-2")
    assert not own_store.inside(lambda cursor: account(cursor, "sep")).blocked


@pytest.fixture
def lines(tmp_path):
    """The record of a store with three lines, and the store's path."""
    path = str(tmp_path / "mot" / "kho.duckdb")
    for name in ("a", "b", "c"):
        record.note(path, "signed_in", name=name)
    return path, record.whole(path)


def names(path):
    return [entry.name for entry in reversed(record.entries(path))]


def test_a_record_that_the_copy_s_goes_on_from_is_made_longer(lines, tmp_path):
    path, whole = lines
    there, file = str(tmp_path / "hai" / "kho.duckdb"), next(iter(whole))
    assert record.take_in(there, {file: whole[file].partition(b"\n")[0] + b"\n"}, NOW, NOW) == [] and names(there) == ["a"]
    assert record.take_in(there, whole, NOW, NOW) == [] and names(there) == ["a", "b", "c"]
    record.note(there, "signed_in", name="d")
    assert [entry.name for entry in record.take_in(there, whole, NOW, NOW)] == ["d"]
    assert names(there) == ["a", "b", "c", "d"] and record.broken(there) is None and record.whole(path) == whole


def test_of_a_hostile_copy_nothing_is_written_elsewhere(lines, tmp_path):
    path, whole = lines
    hostile = {
        name: b"{}\n"
        for name in ("../ngoai.jsonl", "/tmp/2026-01.jsonl", "truoc-x/2026-01.jsonl", "2026-01.jsonl/../../2026-01.jsonl")
    }
    before = sorted(tmp_path.rglob("*"))
    record.take_in(path, hostile, NOW, NOW)
    assert sorted(tmp_path.rglob("*")) == before and record.whole(path) == whole


def test_a_chain_that_came_beside_is_watched_like_the_record_itself(lines, tmp_path):
    path, whole = lines
    there = str(tmp_path / "hai" / "kho.duckdb")
    record.note(there, "signed_in", name="x")
    record.take_in(there, whole, NOW, NOW)
    assert record.broken(there) is None and set(names(there)) == {"a", "b", "c", "x"}
    beside = next(record.folder(there).glob("truoc-*/*.jsonl"))
    told = [json.loads(line) for line in beside.read_bytes().splitlines()]
    beside.write_text("".join(json.dumps(line) + "\n" for line in told[1:]), encoding="utf-8")
    assert record.broken(there)

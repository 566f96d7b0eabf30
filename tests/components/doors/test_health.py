"""Whoever watches the machine is told what is wrong, and nothing that leads anywhere."""

import shutil
from datetime import datetime, timedelta

import pytest

from components.doors import health
from data.accounts.sign_in import CLI
from data.accounts.tokens import create_token
from data.operations.backup import back_up
from data.version import VERSION
from data.vietnamese.dates import today
from queries.store import Store
from tests.doors_client import ask as ask_from_afar
from tests.doors_client import open_to_doors


def ask(method, path):
    """As the machine itself asks."""
    return ask_from_afar(method, path, source="127.0.0.1")


@pytest.fixture
def watched(store_file, tmp_path, monkeypatch):
    """A store on the disk that the doors have open."""
    monkeypatch.delenv("BACKUP_DIR", raising=False)
    path = shutil.copy(store_file, tmp_path / "kho-bi-mat.duckdb")
    store = Store.open(path)
    with open_to_doors(monkeypatch, store, str(path)):
        yield store
    store.close()


def test_all_is_well_with_a_store_and_a_fresh_copy(watched):
    back_up(watched)
    answer = ask("GET", "/suc-khoe")
    said = answer.json()
    assert (answer.status_code, said["ok"], said["problems"]) == (200, True, [])
    assert said["store_open"] and said["version"] == VERSION and said["data_version"] == watched.data_version()
    assert said["backup_age_hours"] < 1 and said["last_backup"].endswith("+07:00") and said["disk_free_mib"] > 0
    assert answer.headers["cache-control"] == "no-store"


def test_strangers_learn_whether_all_is_well_and_nothing_else(watched):
    back_up(watched)
    token = create_token(watched, CLI, label="giám sát", scope="read", expires_on=today())
    wrong = {"Authorization": "Bearer ct_sai"}
    for headers in ({}, wrong, {"X-Forwarded-For": "127.0.0.1"}, {"Host": "localhost"}):
        assert ask_from_afar("GET", "/suc-khoe", headers=headers).json() == {"ok": True}
    known = ask_from_afar("GET", "/suc-khoe", headers={"Authorization": f"Bearer {token}"})
    assert known.json()["data_version"] == watched.data_version()


def test_strangers_learn_of_an_alarm_but_not_which(watched, monkeypatch):
    monkeypatch.setattr(health, "has_room", lambda path: False)
    answer = ask_from_afar("GET", "/suc-khoe")
    assert (answer.status_code, answer.json()) == (503, {"ok": False})


def test_no_path_is_told(watched, tmp_path):
    back_up(watched)
    text = ask("GET", "/suc-khoe").text
    assert "kho-bi-mat" not in text and str(tmp_path) not in text


def test_a_copy_older_than_two_days_is_an_alarm(watched, monkeypatch):
    made = back_up(watched).made_at
    monkeypatch.setattr(health, "now", lambda: made + timedelta(days=2, hours=1))
    answer = ask("GET", "/suc-khoe")
    assert answer.status_code == 503 and answer.json()["problems"] == ["Bản sao lưu gần nhất đã quá hai ngày."]


def test_a_new_store_has_an_hour_for_its_first_copy(watched, monkeypatch):
    monkeypatch.setattr(health, "_STARTED", health.time.monotonic())
    assert ask("GET", "/suc-khoe").status_code == 200
    monkeypatch.setattr(health, "_STARTED", health.time.monotonic() - 3601)
    assert ask("GET", "/suc-khoe").json()["problems"] == ["Chưa có bản sao lưu nào của kho số liệu."]


def test_a_full_disk_is_an_alarm(watched, monkeypatch):
    monkeypatch.setattr(health, "has_room", lambda path: False)
    assert ask("GET", "/suc-khoe").json()["problems"] == ["Ổ đĩa sắp đầy; hãy giải phóng chỗ."]


def test_a_shared_store_that_does_not_answer_is_an_alarm(watched, monkeypatch):
    monkeypatch.setattr(watched, "cut_off", datetime(2026, 11, 28, 3, 0))
    assert "Kho dùng chung không trả lời" in ask("GET", "/suc-khoe").json()["problems"][0]


def test_a_store_that_is_not_open_or_does_not_answer_is_an_alarm(watched, tmp_path, monkeypatch):
    watched.close()
    assert "Kho số liệu không trả lời." in ask("GET", "/suc-khoe").json()["problems"]
    with open_to_doors(monkeypatch, None, str(tmp_path / "khac.duckdb")):
        answer = ask("GET", "/suc-khoe")
    assert answer.status_code == 503 and answer.json()["store_open"] is False

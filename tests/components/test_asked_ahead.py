"""What is asked before a visitor asks it: the first page's questions, and after a write those that pages asked lately."""

import time

import pytest

from components import asked_ahead, store_access
from data.accounts.administration import first_password
from queries.reads import year_list

HA_TINH = {"province_code": "42", "unit_id": "42"}


@pytest.fixture
def open_here(own_store, monkeypatch):
    """A store of one's own as the open one; how often each question really went to it."""
    asked = []
    read, signal = type(own_store).read, type(own_store).signal
    monkeypatch.setattr(store_access, "location", lambda: own_store.path)
    monkeypatch.setitem(store_access._OPEN, own_store.path, own_store)
    monkeypatch.setattr(store_access, "_LATELY", store_access._Lately(most=60))
    monkeypatch.setattr(type(own_store), "read", lambda self, name, *a, **k: (asked.append(name), read(self, name, *a, **k))[1])
    monkeypatch.setattr(
        type(own_store), "signal", lambda self, name, *a, **k: (asked.append(name), signal(self, name, *a, **k))[1]
    )
    store_access.CHANGED.clear()
    yield asked
    store_access.CHANGED.clear()


def test_the_first_page_finds_its_questions_answered(open_here):
    asked_ahead.first_page()
    assert {"target_list", "overdue_target", "finding_mark_list", "year_list", "below_median"} <= set(open_here)
    open_here.clear()
    asked_ahead.first_page()
    assert open_here == []


def test_after_a_write_what_was_asked_lately_is_asked_again_and_once(open_here, own_store):
    before = store_access.cached_read(year_list, **HA_TINH)
    first_password(own_store)
    assert not store_access.CHANGED.is_set(), "nobody has seen the new figures yet"
    store_access.cached_read(store_access.sample_mark)
    assert store_access.CHANGED.is_set()
    open_here.clear()
    store_access.ask_again()
    assert open_here == ["year_list"], "the newest question is answered already"
    assert list(store_access.cached_read(year_list, **HA_TINH)) == list(before)
    assert open_here == ["year_list"]


def test_only_the_last_questions_are_kept():
    lately = store_access._Lately(most=2)
    for number in (1, 2, 3, 2):
        lately.note((year_list, (("year", number),)), (1, None))
    assert [dict(params)["year"] for _, params in lately.questions()] == [2, 3]


def test_the_thread_asks_when_it_is_told_and_ends_when_it_is_stopped(open_here, own_store):
    waited = []
    asking = asked_ahead.AskedAhead(lambda: waited.append(True))
    asking.start()
    store_access.CHANGED.set()
    end = time.monotonic() + 20
    while not waited and time.monotonic() < end:
        time.sleep(0.01)
    asking.stop()
    assert waited and not asking.is_alive()


def test_a_failure_is_logged_and_the_thread_goes_on(open_here, monkeypatch, caplog):
    def fails():
        raise OSError("hỏng")

    asked_ahead.AskedAhead(lambda: None)._try(fails)
    assert "could not ask ahead" in caplog.text

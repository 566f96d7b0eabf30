"""What is asked before a visitor asks it: the first page's questions, and after a write those that pages asked lately."""

import time
from datetime import timedelta

import pytest

from components import asked_ahead
from components.store import lately_asked, open_stores, store_access
from components.tiles.units import comparison
from data.accounts.administration import first_password
from data.vietnamese.dates import on_day, today
from data.vietnamese.past_day import PARAMETER
from queries.reads import year_list
from tests.pages.app_session import new_session, well

HA_TINH = {"province_code": "42", "unit_id": "42"}


@pytest.fixture
def open_here(own_store, monkeypatch):
    """A store of one's own as the open one; how often each question really went to it."""
    asked = []
    read, signal = type(own_store).read, type(own_store).signal
    monkeypatch.setattr(open_stores, "location", lambda: own_store.path)
    monkeypatch.setitem(open_stores._OPEN, own_store.path, own_store)
    monkeypatch.setattr(store_access, "_LATELY", lately_asked.Questions(most=60))
    monkeypatch.setattr(store_access, "_TERRITORIES", lately_asked.Territories(most=4))
    monkeypatch.setattr(type(own_store), "read", lambda self, name, *a, **k: (asked.append(name), read(self, name, *a, **k))[1])
    monkeypatch.setattr(
        type(own_store), "signal", lambda self, name, *a, **k: (asked.append(name), signal(self, name, *a, **k))[1]
    )
    lately_asked.CHANGED.clear()
    yield asked
    lately_asked.CHANGED.clear()


def test_the_first_page_finds_its_questions_answered(open_here):
    asked_ahead.first_page()
    assert {"target_list", "overdue_target", "finding_mark_list", "year_list", "below_median"} <= set(open_here)
    open_here.clear()
    asked_ahead.first_page()
    assert open_here == []


def test_after_a_write_what_was_asked_lately_is_asked_again_and_once(open_here, own_store):
    before = store_access.cached_read(year_list, **HA_TINH)
    first_password(own_store)
    assert not lately_asked.CHANGED.is_set(), "nobody has seen the new figures yet"
    store_access.cached_read(store_access.sample_mark)
    assert lately_asked.CHANGED.is_set()
    open_here.clear()
    store_access.ask_again()
    assert open_here == ["year_list"], "the newest question is answered already"
    assert list(store_access.cached_read(year_list, **HA_TINH)) == list(before)
    assert open_here == ["year_list"]


@pytest.mark.parametrize(
    ("path", "choices"),
    [
        ("pages/leaders/overview.py", {"nam": "2025"}),
        ("pages/leaders/indicator.py", {"chi_tieu": "CQ.06"}),
        ("pages/leaders/indicator.py", {}),
        ("pages/units/levels.py", {"nam": "2022"}),
        ("pages/units/compare.py", {"so_voi": "440"}),
        ("pages/units/unit.py", {"don_vi": "440"}),
        ("pages/units/unit.py", {"don_vi": "18073"}),
        ("pages/units/index.py", {}),
        ("pages/units/index.py", {"don_vi": "436"}),
        ("pages/units/unit_table.py", {"nhom": "CQ"}),
        ("pages/units/unit_table.py", {"nhom": "HT"}),
        ("pages/tasks/tasks.py", {}),
        ("pages/tasks/budget.py", {}),
        ("pages/tasks/why.py", {"chi_tieu": "HT.01"}),
        ("pages/origin/sources.py", {}),
        ("pages/origin/findings.py", {}),
        ("pages/origin/target_moves.py", {}),
    ],
)
def test_the_pages_of_a_territory_that_was_looked_at_find_their_questions_answered(open_here, path, choices):
    store_access._KEPT.clear()
    at = new_session().run()
    asked_ahead.of_territory("42", longest=60)
    open_here.clear()
    at.query_params.update({"dia_ban": "42", **choices})
    well(at.switch_page(path).run())
    assert open_here == []


def test_a_territory_is_asked_ahead_when_somebody_begins_to_look_at_it_and_again_after_a_write(open_here, own_store, monkeypatch):
    asked = []
    monkeypatch.setattr(asked_ahead, "of_territory", lambda unit_id, **how: asked.append(unit_id))
    monkeypatch.setattr(asked_ahead, "first_territories", lambda stopped: None)
    asking = asked_ahead.AskedAhead(lambda: None)
    asking.start()

    def soon(expected):
        end = time.monotonic() + 20
        while asked != expected and time.monotonic() < end:
            time.sleep(0.01)
        return asked == expected

    store_access.looked_at("440")
    assert soon(["440"])
    store_access.looked_at("440")
    store_access.looked_at("75")
    assert soon(["440", "75", "440"])
    lately_asked.CHANGED.set()
    assert soon(["440", "75", "440", "75", "440"])
    asking.stop()


def test_who_looks_back_has_nothing_asked_ahead(open_here, own_store):
    with on_day(today() + timedelta(days=2)), store_access.known_on(today()):
        store_access.looked_at("440")
    assert not lately_asked.CHANGED.is_set() and store_access.looked_at_lately() == []


def test_what_is_kept_of_a_comparison_leads_to_the_day_that_it_was_made_of(open_here, own_store):
    def first_line():
        return str(next(iter(store_access.kept(comparison._items, "42", "42").values())))

    now = first_line()
    with on_day(today() + timedelta(days=2)):
        with store_access.known_on(today() - timedelta(days=2)):
            assert f"{PARAMETER}=" in first_line()
        assert first_line() == now and f"{PARAMETER}=" not in now


def test_asking_ahead_ends_in_time(open_here):
    store_access._KEPT.clear()
    for how in ({"longest": -1}, {"stopped": lambda: True}):
        asked_ahead.of_territory("42", **how)
    assert open_here == ["unit_province", "territory_list", "year_list"]


def test_every_province_of_a_small_store_is_asked_ahead_at_the_start_and_none_twice(open_here, monkeypatch):
    monkeypatch.setattr(asked_ahead, "_LONGEST", 300.0)  # however busy the machine is
    store_access._KEPT.clear()
    asked_ahead.first_territories()
    assert open_here.count("finding_list") == open_here.count("task_list") == 2 and open_here.count("territory_list") == 3
    open_here.clear()
    asked_ahead.of_territory("75", longest=300)
    assert open_here == []


def test_only_the_last_questions_are_kept():
    lately = lately_asked.Questions(most=2)
    for number in (1, 2, 3, 2):
        lately.note((year_list, (("year", number),)), (1, None))
    assert [dict(params)["year"] for _, params in lately.questions()] == [2, 3]


def test_the_thread_asks_when_it_is_told_and_ends_when_it_is_stopped(open_here, own_store):
    waited = []
    asking = asked_ahead.AskedAhead(lambda: waited.append(True))
    asking.start()
    lately_asked.CHANGED.set()
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

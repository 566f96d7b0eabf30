"""Pages take turns, so that the server answers while a hundred are asked for."""

import threading
import time

import pytest
from streamlit.runtime.scriptrunner_utils.exceptions import RerunException, StopException

from components import page_turn
from components.page_turn import page_turn as turn


@pytest.fixture
def two_at_once(monkeypatch):
    monkeypatch.setattr(page_turn, "_AT_ONCE", threading.BoundedSemaphore(2))
    monkeypatch.setattr(page_turn, "_PATIENCE", 30.0)


def many(count, work):
    threads = [threading.Thread(target=work) for _ in range(count)]
    for thread in threads:
        thread.start()
    return threads


def test_no_more_pages_are_made_at_once_than_there_are_turns(two_at_once):
    made, most, done = [], [], []

    def page():
        with turn():
            made.append(1)
            most.append(len(made))
            time.sleep(0.01)
            made.pop()
        done.append(1)

    for thread in many(12, page):
        thread.join(30)
    assert len(done) == 12
    assert max(most) == 2


def test_a_page_that_fails_or_is_stopped_gives_its_turn_back(two_at_once):
    for _ in range(3):
        with pytest.raises(RerunException), turn(), page_turn.elsewhere():
            raise RerunException(None)
        with pytest.raises(StopException), turn():
            raise StopException
    assert page_turn._AT_ONCE._value == 2


def test_who_has_waited_long_enough_goes_on_and_gives_no_turn_back_that_it_has_not_had(two_at_once, monkeypatch):
    monkeypatch.setattr(page_turn, "_PATIENCE", 0.05)
    done, ends = [], threading.Event()

    def slow():
        with turn():
            done.append("slow")
            ends.wait(30)

    threads = many(2, slow)
    while len(done) < 2:
        time.sleep(0.001)
    with turn():
        done.append("beside")
    ends.set()
    for thread in threads:
        thread.join(30)
    assert done == ["slow", "slow", "beside"]
    assert page_turn._AT_ONCE._value == 2


@pytest.mark.parametrize("work", ["a clerk's page", "another process"])
def test_a_reader_comes_at_once_while_every_turn_was_given_back_for_long_work(two_at_once, work):
    begun, ends = [], threading.Event()

    def long_work():
        with turn():
            if work == "a clerk's page":
                page_turn.give_back()
                begun.append(1)
                ends.wait(30)
            else:
                with page_turn.elsewhere():
                    begun.append(1)
                    ends.wait(30)

    threads = many(6, long_work)
    while len(begun) < 6:  # two turns for six: each gave its own back
        time.sleep(0.001)
    since = time.monotonic()
    with turn():
        assert time.monotonic() - since < 5, "the reader waited for the clerks"
    ends.set()
    for thread in threads:
        thread.join(30)
    assert page_turn._AT_ONCE._value == 2

"""Pages take turns, so that the server answers while a hundred are asked for."""

import threading
import time

import pytest

from components.page import page_turn
from components.page.page_turn import page_turn as turn


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


def test_a_page_that_fails_gives_its_turn_back_and_one_that_takes_long_stops_nobody(two_at_once, monkeypatch):
    for _ in range(3):
        with pytest.raises(ValueError, match="wrong"), turn():
            raise ValueError("wrong")
    monkeypatch.setattr(page_turn, "_PATIENCE", 0.05)
    with turn(), turn():
        began = time.monotonic()
        with turn():  # the third has waited long enough
            assert time.monotonic() - began >= 0.05
    for _ in range(3):  # who went without a turn has given none back
        with turn():
            pass
    assert page_turn._AT_ONCE._value == 2

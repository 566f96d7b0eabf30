"""Decks that somebody hands in are read in a process of their own, and what they cost is limited."""

import io
import subprocess
import threading
import time
import zipfile

import pytest
from pptx import Presentation

from components.slides import files
from components.slides.older import deck_child, deck_process, refresh
from components.slides.pptx import pptx_file
from components.slides.pptx.errors import BadDeck
from data.operations.turns import Turns, waits_told
from tests.components.slides.slide_samples import context, flat


@pytest.fixture(autouse=True)
def nothing_remembered(monkeypatch):
    monkeypatch.setattr(deck_process, "_REMEMBERED", type(deck_process._REMEMBERED)())


@pytest.fixture(scope="module")
def today(store):
    return context(store)


@pytest.fixture(scope="module")
def given(today):
    """A deck of ours, three slides."""
    return pptx_file.deck(flat(today)[:3], "Thử")


@pytest.fixture
def children(monkeypatch):
    """The commands of the children that were started."""
    started, real = [], subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", lambda command, **rest: started.append(command) or real(command, **rest))
    return started


def test_a_child_says_and_makes_what_this_process_would(today, given, children):
    assert files.looked_at(given, "a.pptx", today) == [row for row in refresh.looked_at(given, "a.pptx", today)]
    fresh = files.refreshed(given, "a.pptx", today)
    assert len(Presentation(io.BytesIO(fresh)).slides) == 3
    into = files.pptx(flat(today)[:2], "Vào mẫu", (given, "mau.pptx"))
    assert len(Presentation(io.BytesIO(into)).slides) == 2
    assert files.template_look(given, "mau.pptx").layout == "Tiêu đề và nội dung"
    assert len(children) == 4


def test_what_came_of_a_look_is_remembered_also_a_refusal(today, given, children):
    for _ in range(3):
        files.looked_at(given, "a.pptx", today)
        with pytest.raises(BadDeck, match="không đọc được"):
            files.template_look(b"PK hong".ljust(100), "b.pptx")
    assert len(children) == 2
    files.looked_at(given, "a.pptx", today.__class__(today.ask, today.base_url, today.data_version + 1, today.sample))
    assert len(children) == 3, "the store has changed"


def padded(slides):
    """A deck whose slides hold little in megabytes of blanks: small on the wire, large in memory."""
    deck = Presentation()
    for _ in range(slides):
        deck.slides.add_slide(deck.slide_layouts[6])
    plain = io.BytesIO()
    deck.save(plain)
    out = io.BytesIO()
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            content = source.read(entry)
            if entry.filename.startswith("ppt/slides/slide"):
                content = content.replace(b"</p:spTree>", b"<p:extLst/>" + b"<a:x xmlns:a='a'/>" * 30_000 + b"</p:spTree>")
            target.writestr(entry.filename, content)
    return out.getvalue()


def test_a_deck_that_grows_in_memory_is_refused_and_costs_this_process_nothing(monkeypatch):
    monkeypatch.setattr(deck_process, "MEMORY", 150 * 2**20)
    with pytest.raises(BadDeck, match="quá nặng|không đọc được"):
        files.template_look(padded(40), "to.pptx")


def test_a_child_that_does_not_end_is_ended(monkeypatch, given):
    monkeypatch.setattr(deck_process, "_WAIT", 0.05)
    with pytest.raises(BadDeck, match="quá nặng"):
        files.template_look(given, "lâu.pptx")


def test_a_child_is_told_no_accounts(today):
    with pytest.raises(OSError, match="account_list"):
        deck_process._rows({"ask": "account_list", "params": {}}, today)
    with pytest.raises(OSError, match="open"):
        deck_process._rows({"ask": "open", "params": {}}, today)


def test_two_are_read_at_a_time_and_the_next_is_told_to_wait(monkeypatch, given):
    turns, told, hold = Turns(1), [], threading.Event()
    monkeypatch.setattr(deck_process, "_TURNS", turns)

    def busy():
        with turns.turn():
            hold.wait(20)

    first = threading.Thread(target=busy)
    first.start()
    while not turns._running:
        time.sleep(0.005)

    def tell(ahead):
        told.append(ahead)
        hold.set()

    with waits_told(tell):
        assert files.template_look(given, "mau.pptx")
    first.join(20)
    assert told == [1] and deck_process.Turns is Turns and deck_child.main

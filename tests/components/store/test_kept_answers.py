"""Answers of older figures are kept by nothing."""

import gc
import weakref
from datetime import date

import pytest

from components.store.kept_answers import KeptAnswers, while_figures_hold
from queries.rows import Rows
from queries.store import Store

DAY, NEXT = date(2026, 11, 29), date(2026, 11, 30)


@pytest.fixture
def opened():
    made = Store.create()
    yield made
    made.close()


@pytest.fixture
def without_collection():
    """What is freed is freed because nothing holds it."""
    gc.collect()
    gc.disable()
    yield
    gc.enable()


def question(opened, **params):
    """One row: the data version."""
    return Rows(("version",), [(opened.data_version(),)])


def kept_objects(kept, opened, day):
    """One of each that is kept for a moment, weakly: an answer, one by value, one that was made of them."""
    of_moment = kept.of(opened, day)
    answer = of_moment.answer(question, ())
    by_value = of_moment.by_value(question, (), "version")[opened.data_version()]
    made = of_moment.made(lambda: Rows((), []), ())
    assert of_moment.answer(question, ()) is answer
    return [weakref.ref(held) for held in (answer, by_value, made)]


@pytest.mark.parametrize("later", ["a write", "the next day"])
def test_nothing_of_an_older_moment_is_kept_once_a_question_has_met_the_next(opened, without_collection, later):
    kept, day = KeptAnswers(), DAY
    older = kept_objects(kept, opened, DAY)
    assert all(held() is not None for held in older)
    if later == "a write":
        opened.write(lambda cursor: None)
    else:
        day = NEXT
    newer = kept_objects(kept, opened, day)
    assert [held() for held in older] == [None, None, None]
    assert all(held() is not None for held in newer)


def test_what_was_made_of_answers_goes_with_them(opened, without_collection):
    kept = KeptAnswers()
    narrowed = while_figures_hold(most=10)(lambda rows: rows[:0])
    before = kept.of(opened, DAY).answer(question, ())
    made = weakref.ref(narrowed(before))
    assert narrowed(before) is made()
    kept.of(opened, DAY)
    assert made() is not None
    opened.write(lambda cursor: None)
    kept.of(opened, DAY)
    assert made() is None


def test_another_store_keeps_its_answers_when_one_is_written_to(opened):
    kept, other = KeptAnswers(), Store.create()
    answer = kept.of(other, DAY).answer(question, ())
    kept.of(opened, DAY).answer(question, ())
    opened.write(lambda cursor: None)
    assert kept.of(opened, DAY).answer(question, ())[0].version == opened.data_version()
    assert kept.of(other, DAY).answer(question, ()) is answer
    other.close()


def test_a_store_that_nobody_holds_takes_its_answers_along(without_collection):
    kept, gone = KeptAnswers(), Store.create()
    older = kept_objects(kept, gone, DAY)
    gone.close()
    del gone
    assert [held() for held in older] == [None, None, None]

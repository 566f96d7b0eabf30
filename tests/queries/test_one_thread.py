"""A write is worked off by one thread; whoever reads afterwards has all of them again."""

from __future__ import annotations

import duckdb
import pytest

from queries.statements import value


def _threads(cursor) -> int:
    return value(cursor, "writes", "threads")


def test_a_write_takes_one_thread_and_gives_the_others_back(own_store):
    before = own_store.inside(_threads)
    assert own_store.rehearse(_threads, lambda _, threads: threads) == 1
    assert own_store.inside(_threads) == before


def test_a_write_that_fails_gives_the_threads_back(own_store):
    before = own_store.inside(_threads)

    def failing(cursor):
        raise ValueError("no")

    with pytest.raises(ValueError, match="no"):
        own_store.write(failing)
    assert own_store.inside(_threads) == before


def test_no_other_setting_may_be_changed(own_store):
    with pytest.raises(duckdb.InvalidInputException, match="locked"):
        own_store.inside(lambda cursor: cursor.execute("set memory_limit = '2GB'"))

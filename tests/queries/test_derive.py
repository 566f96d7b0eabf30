"""Deriving by spans of years gives what deriving all at once gives."""

from __future__ import annotations

from itertools import pairwise

import pytest

from queries import ledger
from queries.ledger import derive

DERIVED = ("current_claim", "current_figure")


def _tables(store):
    return {name: store.inside(lambda cursor, n=name: cursor.table(n).order("all").fetchall()) for name in DERIVED}


@pytest.mark.parametrize("at_once", [1, 120])
def test_a_slice_that_is_derived_by_spans_holds_the_same_rows(own_store, monkeypatch, at_once):
    before = _tables(own_store)
    monkeypatch.setattr(ledger, "_AT_ONCE", at_once)
    own_store.write(lambda cursor: derive(cursor, since_upload=1, undone=[]))
    assert _tables(own_store) == before and own_store.check() == []


def test_the_spans_of_a_slice_cover_it_without_a_gap(own_store, monkeypatch):
    monkeypatch.setattr(ledger, "_AT_ONCE", 120)
    spans = own_store.inside(lambda cursor: ledger._spans(cursor, "42", 2010, 9999))
    assert len(spans) > 2 and spans[0][0] == 2010 and spans[-1][1] == 9999
    assert all(end + 1 == begin for (_, end), (begin, _) in pairwise(spans))

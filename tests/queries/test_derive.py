"""Deriving by spans of years gives what deriving all at once gives."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest

from queries import ledger
from queries.ledger import append, derive, note_scope, open_upload, undo

DERIVED = ("current_claim", "current_figure", "current_count", "current_spread")


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


def _median_of_today(store):
    found = store.select(
        "select median, units from current_spread where units_of = 'today' and province_code = '75' and indicator_id = 'AT.05' and year = 2025"
    )
    return [(row.median, row.units) for row in found.itertuples()]


@pytest.mark.both_engines
def test_a_figure_of_a_province_that_was_merged_renews_the_medians_of_the_one_that_it_became_and_its_undo_as_well(own_store):
    [unit_id] = own_store.select(
        "select min(t.unit_id) as unit_id from unit_today as t join unit as u on u.unit_id = t.unit_id where u.province_code = '70'"
        " and t.today_province = '75' and u.level = 'commune' and not t.split and date '2025-06-30' between u.valid_from and u.valid_to"
    ).unit_id
    row = {
        "row_number": 1, "province_code": "70", "indicator_id": "AT.05", "unit_id": unit_id, "level": "commune", "year": 2025, "period": "Q2",
        "value": Decimal(40), "numerator": Decimal(40), "denominator": Decimal(100), "qualifier": "exact", "as_written": "40%", "document": "Thử",
        "withdrawn": False,
    }  # fmt: skip

    def report(cursor):
        upload = open_upload(cursor, kind="figures", file_name="-", file_sha256="0", uploaded_by="thử", row_count=1)
        append(cursor, "result", [{"upload_id": upload, **row}])
        note_scope(cursor, upload)
        return upload

    assert _median_of_today(own_store) == []
    upload = own_store.write(report)
    assert _median_of_today(own_store) == [(40.0, 1)] and own_store.check() == []
    own_store.write(lambda cursor: undo(cursor, upload, undone_by="thử", reason="thử"))
    assert _median_of_today(own_store) == [] and own_store.check() == []

"""A rehearsal renews only the derived tables that an import asks; no rule, step or check of one may ask another."""

from __future__ import annotations

import re

import pytest

from queries.derived_marks import DEFINED_BY
from queries.ledger import LOOKED_AT, note_scope, open_upload
from queries.schema import VIEWS
from queries.sqlfile import names, sql_file

ASKED = [
    (kind, name)
    for kind in ("imports", "rules", "checks")
    for name in names(kind)
    if sql_file(kind, name).fields.get("stage") != "whole store"
]


def everything_below(words: set[str]) -> set[str]:
    """Names, and all that the views among them are made of."""
    found: set[str] = set()
    waiting = set(words)
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting |= set(sql_file("views", name).reads_from) if name in VIEWS else set()
    return found


@pytest.mark.parametrize(("kind", "name"), ASKED)
def test_an_import_asks_no_derived_table_that_a_rehearsal_leaves_as_it_was(kind, name):
    asked = everything_below(set(re.findall(r"\w+", sql_file(kind, name).statement)))
    assert not asked & (DEFINED_BY.keys() - set(LOOKED_AT))


def test_a_rehearsal_renews_the_claims_and_figures_and_leaves_counts_and_medians(own_store):
    def marks(cursor):
        return {table: cursor.sql(f"select sum(hash(t)) from {table} as t").fetchone() for table in DEFINED_BY}

    def say_more(cursor):
        said = {
            "kind": "figures",
            "file_name": "x",
            "file_sha256": "x",
            "uploaded_by": "x",
            "row_count": 1,
            "program_version": "x",
        }
        upload = open_upload(cursor, **said, territories="*")
        cursor.execute(
            "insert into result by name select * replace ($upload as upload_id, value / 2 as value) from result where level = 'province' and value > 0",
            {"upload": upload},
        )
        note_scope(cursor, upload)

    before = own_store.inside(marks)
    rehearsed = own_store.rehearse(say_more, lambda cursor, _: marks(cursor))
    assert {table for table in DEFINED_BY if rehearsed[table] != before[table]} == set(LOOKED_AT)
    assert own_store.inside(marks) == before

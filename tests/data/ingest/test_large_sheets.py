"""The claims of a large sheet are read where it lies: they say what a table of them would say."""

from __future__ import annotations

import random

import pytest

from data.accounts.sign_in import CLI
from data.ingest.importer import commit, inspect
from queries import imports
from tests.sample_uploads import HEADERS, many_rows

ROWS = [";".join(row.get(header, "") for header in HEADERS) for row in many_rows(400, random.Random(3), first=0)]
FILES = {
    "all new": ROWS[200:],
    "some known": ROWS[150:250],
    "a row twice": [*ROWS[200:260], *ROWS[200:210]],
    "a result that cannot be": [*ROWS[200:260], ROWS[260].replace(";70;", ";170;")],
}


def file_of(rows: list[str]) -> bytes:
    return "\n".join([";".join(HEADERS), *rows, ""]).encode()


def told(preview) -> tuple:
    findings = [(found.code, tuple(map(int, found.rows)), found.column, found.found) for found in preview.findings]
    return findings, *(list(map(tuple, rows)) for rows in (preview.counts, preview.changes, preview.affected_status))


@pytest.mark.parametrize("name", FILES)
def test_a_preview_says_the_same_of_claims_in_a_table_and_where_they_lie(own_store, monkeypatch, name):
    commit(own_store, file_of(ROWS[:200]), "truoc.csv", CLI, seen=None, reason="thử")
    said = []
    for large in (0, 10**9):
        monkeypatch.setattr(imports, "_LARGE", large)
        said.append(told(inspect(own_store, file_of(FILES[name]), "sau.csv", CLI)))
    assert said[0] == said[1]
    assert said[0][1]  # counts


def test_a_large_sheet_that_is_all_new_is_written_and_leaves_the_derived_tables_as_their_views(own_store, monkeypatch):
    monkeypatch.setattr(imports, "_LARGE", 0)
    receipt = commit(own_store, file_of(ROWS[:200]), "moi.csv", CLI, seen=None, reason="thử")
    assert receipt.written == 400
    assert own_store.check() == []

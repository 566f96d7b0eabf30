"""One day for all tests of the importer, and a store of one's own from a file made once."""

from __future__ import annotations

import shutil

import pytest

from data.ingest import importer
from queries.store import Store
from tests.data.ingest.sample_files import TODAY


@pytest.fixture(autouse=True)
def one_day(monkeypatch):
    monkeypatch.setattr(importer, "_today", lambda: TODAY)


@pytest.fixture
def own(store_file, tmp_path):
    """The seed in a file of its own, for a test that writes."""
    path = tmp_path / "kho.duckdb"
    shutil.copy(store_file, path)
    made = Store.open(path)
    yield made
    made.close()

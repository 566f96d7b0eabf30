"""One day for all tests of the importer, and a store of one's own from a file made once."""

from __future__ import annotations

import shutil

import pytest

from data.vietnamese.dates import on_day
from queries.store import Store
from tests.data.ingest.sample_files import TODAY


@pytest.fixture(autouse=True)
def one_day():
    with on_day(TODAY):
        yield


@pytest.fixture
def own(store_file, tmp_path):
    """The seed in a file of its own, for a test that writes."""
    path = tmp_path / "kho.duckdb"
    shutil.copy(store_file, path)
    made = Store.open(path)
    yield made
    made.close()


@pytest.fixture(scope="module")
def unwritten(store_file, tmp_path_factory):
    """The seed in a file that the tests of a module share which try to write and are refused; that none of them wrote is seen at the end."""
    made = Store.open(shutil.copy(store_file, tmp_path_factory.mktemp("khong-ghi") / "kho.duckdb"))
    before = made.data_version()
    yield made
    assert made.data_version() == before, "a test wrote what should have been refused"
    made.close()

"""Stores for the tests: the seed, loaded once, and copies of it."""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data import sample
from data.seed import load_seed
from queries.store import Store

ROOT = Path(__file__).parent.parent
FROZEN_SEED = ROOT / "tests" / "frozen_seed"


# what a test is, told by where it lies and what it asks for: `pytest -m "not slow and not browser and not office"` is the quick run
OFFICE = {"office", "paper", "tools"}
SLOW = ("tests/data/ingest/test_properties.py", "tests/data/ingest/test_concurrent.py", "tests/data/ingest/test_crash.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Marks: ``browser`` needs Chromium, ``office`` LibreOffice and poppler, ``slow`` patience."""
    for item in items:
        path = item.path.relative_to(ROOT).as_posix()
        if path.startswith("tests/browser/"):
            item.add_marker("browser")
        if OFFICE & set(getattr(item, "fixturenames", ())):
            item.add_marker("office")
        if path in SLOW:
            item.add_marker("slow")


@pytest.fixture(scope="session")
def store_file(tmp_path_factory) -> Iterator[Path]:
    """The seed as a file, to be copied: a test that opens it writes into what the next one gets, and fails at the end."""
    path = tmp_path_factory.mktemp("store") / "seed.duckdb"
    seed_store = Store.create(path)
    load_seed(seed_store)
    seed_store.close()
    before = hashlib.sha256(path.read_bytes()).hexdigest()
    yield path
    assert hashlib.sha256(path.read_bytes()).hexdigest() == before, "a test wrote into the seed that all tests copy"


@pytest.fixture(scope="session")
def new_seed_file(store_file, tmp_path_factory) -> Callable[[], Path]:
    """Gives the seed as a file, a new one at each call; loading the seed anew would take thirty times as long."""
    return lambda: shutil.copy(store_file, tmp_path_factory.mktemp("seed") / "seed.duckdb")


@pytest.fixture(scope="session")
def new_seed_store(new_seed_file) -> Iterator[Callable[[], Store]]:
    """Gives an open store with the seed, a new one at each call."""
    opened = []

    def open_copy() -> Store:
        opened.append(Store.open(new_seed_file()))
        return opened[-1]

    yield open_copy
    for seed_store in opened:
        seed_store.close()


@pytest.fixture(scope="session")
def store(new_seed_store) -> Store:
    """The seed; tests only read it."""
    return new_seed_store()


@pytest.fixture
def own_store(store_file, tmp_path) -> Iterator[Store]:
    """The seed, for a test that writes."""
    seed_store = Store.open(shutil.copy(store_file, tmp_path / "own.duckdb"))
    yield seed_store
    seed_store.close()


@pytest.fixture(scope="session")
def tiny_store(tmp_path_factory) -> Iterator[Store]:
    """The invented world of ``tests/tiny_world``, every value of which anyone can check by hand; tests only read it."""
    tiny = Store.create(tmp_path_factory.mktemp("tiny") / "tiny.duckdb")
    load_seed(tiny, ROOT / "tests" / "tiny_world")
    yield tiny
    tiny.close()


@pytest.fixture(scope="session")
def sample_file(tmp_path_factory) -> Path:
    """The store of illustrative figures as a file; whoever writes copies it."""
    return sample.make(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def sample_store(sample_file) -> Iterator[Store]:
    """The illustrative figures of all units; tests only read it."""
    opened = Store.open(sample_file)
    yield opened
    opened.close()


def in_ci() -> bool:
    """In CI a missing tool is a failure; elsewhere its tests skip and say what to install."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")

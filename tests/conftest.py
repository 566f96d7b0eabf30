"""Stores for the tests: the seed, loaded once, and copies of it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data.seed import load_seed
from queries.store import Store


@pytest.fixture(scope="session")
def store_file(tmp_path_factory) -> Path:
    """The seed as a file; tests only read it."""
    path = tmp_path_factory.mktemp("store") / "seed.duckdb"
    made = Store.create(path)
    load_seed(made)
    made.close()
    return path


@pytest.fixture(scope="session")
def seeded(store_file, tmp_path_factory) -> Iterator[Callable[[], Store]]:
    """Gives an open store with the seed, a new one at each call; loading it anew would take thirty times as long."""
    made = []

    def another() -> Store:
        made.append(Store.open(shutil.copy(store_file, tmp_path_factory.mktemp("seeded") / "seed.duckdb")))
        return made[-1]

    yield another
    for one in made:
        one.close()


@pytest.fixture(scope="session")
def store(seeded) -> Store:
    """The seed; tests only read it."""
    return seeded()


@pytest.fixture
def own_store(store_file, tmp_path) -> Iterator[Store]:
    """The seed, for a test that writes."""
    made = Store.open(shutil.copy(store_file, tmp_path / "own.duckdb"))
    yield made
    made.close()


def in_ci() -> bool:
    """In CI a missing tool is a failure; elsewhere its tests skip and say what to install."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")

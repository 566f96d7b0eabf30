"""Stores for the tests: the seed in memory, and empty ones to plant things in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from data.seed import sow
from queries.store import Store


@pytest.fixture(scope="session")
def store() -> Store:
    """The seed in memory; tests only read it."""
    made = Store.create()
    sow(made)
    return made


@pytest.fixture
def own_store() -> Store:
    """The seed in memory, for a test that writes."""
    made = Store.create()
    sow(made)
    return made


@pytest.fixture(scope="session")
def store_file(tmp_path_factory) -> Path:
    """The seed as a file, for the app."""
    path = tmp_path_factory.mktemp("store") / "seed.duckdb"
    made = Store.create(path)
    sow(made)
    made.close()
    return path


def in_ci() -> bool:
    """In CI a missing tool is a failure; elsewhere its tests skip and say what to install."""
    return os.environ.get("CI", "").lower() in ("1", "true", "yes")

"""What components draw in their tests: figures that never change, so that a new one in the shipped seed moves no picture."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from data.seed import load_seed
from queries.store import Store
from tests.conftest import FROZEN_SEED


@pytest.fixture(scope="session")
def store() -> Iterator[Store]:
    """The frozen seed; tests only read it."""
    frozen = Store.create()
    load_seed(frozen, FROZEN_SEED)
    yield frozen
    frozen.close()

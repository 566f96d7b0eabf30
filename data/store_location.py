"""Where the store lies, and how it comes into being."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from data.seed import load_seed
from queries.store import Store, StoreError

DEFAULT = Path(__file__).parent / "store" / "chi-tieu.duckdb"


def location() -> str:
    """Path of the store: the environment variable DATA_URL (a path, or duckdb:///path), else the default."""
    url = os.environ.get("DATA_URL", "").strip()
    return url.removeprefix("duckdb://") if url else str(DEFAULT)


def build(path: str, report: Callable[[str], None] = lambda _: None) -> int:
    """Make a new store at ``path`` from the seed; returns the number of ledger rows. Never overwrites.

    It is built beside its place and linked there when complete: a broken start leaves nothing behind, and of
    two that start together one wins. ``report`` is told, in Vietnamese, what is being done. Raises StoreError, BadSeed.
    """
    if "://" in path:
        raise StoreError("unsupported", path)
    if Path(path).exists():
        raise StoreError("damaged", path, "already there")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=Path(path).parent) as workshop:
        unfinished = Path(workshop) / "store.duckdb"
        store = Store.create(unfinished)
        try:
            count = load_seed(store, report=report)
        finally:
            store.close()
        with contextlib.suppress(FileExistsError):  # somebody else was quicker; nothing is overwritten
            os.link(unfinished, path)
    return count

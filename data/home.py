"""Where the store lies, and how it comes into being."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

from data.seed import sow
from queries.store import Store, StoreError

DEFAULT = Path(__file__).parent / "store" / "chi-tieu.duckdb"


def location() -> str:
    """Path of the store: the environment variable DATA_URL (a path, or duckdb:///path), else the default."""
    url = os.environ.get("DATA_URL", "").strip()
    return url.removeprefix("duckdb://") if url else str(DEFAULT)


def open_or_build(report: Callable[[str], None] = lambda _: None) -> Store:
    """Open the store; when none is there, build it from the seed first.

    It is built beside its place and moved there when complete, so that a broken start leaves nothing behind.
    Raises StoreError and BadFile.
    """
    path = location()
    try:
        return Store.open(path)
    except StoreError as error:
        if error.reason != "missing":
            raise
    build(path, report)
    return Store.open(path)


def build(path: str, report: Callable[[str], None] = lambda _: None) -> int:
    """Make a new store at ``path`` from the seed; returns the number of ledger rows. Never overwrites."""
    if "://" in path:
        raise StoreError("unsupported", path)
    if Path(path).exists():
        raise StoreError("damaged", path, "already there")
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    unfinished = Path(f"{path}.{os.getpid()}.new")
    store = Store.create(unfinished)
    try:
        count = sow(store, report=report)
    finally:
        store.close()
    try:
        os.link(unfinished, path)  # fails when somebody else was quicker; nothing is overwritten
    except FileExistsError:
        pass
    finally:
        for leftover in unfinished.parent.glob(unfinished.name + "*"):
            leftover.unlink()
    return count

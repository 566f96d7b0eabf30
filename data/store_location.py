"""Where the store lies, and how it comes into being."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from data.seed import load_seed
from queries import store_files
from queries.disk_room import is_shortage
from queries.store import Store, StoreError

DEFAULT = Path(__file__).parent / "store" / "chi-tieu.duckdb"
_WORKSHOP = ".building-"


def location() -> str:
    """Path of the store: the environment variable DATA_URL (a path, or duckdb:///path), else the default."""
    url = os.environ.get("DATA_URL", "").strip()
    return url.removeprefix("duckdb://") if url else str(DEFAULT)


def build(path: str, report: Callable[[str], None] = lambda _: None) -> int:
    """Make a new store at ``path`` from the seed; returns the number of ledger rows, 0 when somebody else was quicker. Never overwrites.

    It is built and proved beside its place and linked there when complete: a broken start leaves nothing behind, what a killed one left
    is swept, and of two that start together one wins. ``report`` is told, in Vietnamese, what is being done. Raises BadSeed, and
    StoreError: 'unsupported', 'folder' (it cannot be made there), 'disk', 'damaged' (something is there already).
    """
    if "://" in path:
        raise StoreError("unsupported", path)
    if os.path.exists(path):
        raise StoreError("damaged", path, "already there")
    try:
        Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(Path(path).parent):
            return 0 if os.path.exists(path) else _built(Path(path), report)
    except StoreError as error:
        raise StoreError(error.reason, path, error.detail) from error
    except OSError as error:
        raise StoreError("disk" if is_shortage(error) else "folder", path, str(error)) from error


def _built(place: Path, report: Callable[[str], None]) -> int:
    """Build beside the place, and put there what can be opened. Raises StoreError, BadSeed, OSError."""
    for left in place.parent.glob(f"{_WORKSHOP}*"):
        shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=_WORKSHOP, dir=place.parent) as workshop:
        unfinished = Path(workshop) / "store.duckdb"
        store = Store.create(unfinished)
        try:
            count = load_seed(store, report=report)
        finally:
            store.close()
        _prove(unfinished)
        store_files.set_log_aside(place)
        with contextlib.suppress(FileExistsError):  # somebody else was quicker; nothing is overwritten
            os.link(unfinished, place)
    return count


def _prove(unfinished: Path) -> None:
    """The store opens, holds the seed, and all of it is in its file. Raises StoreError."""
    built = Store.open(unfinished)
    try:
        holds_seed = built.last_write().upload_id == 1
    finally:
        built.close()
    if not holds_seed or store_files.log_of(unfinished).exists():
        raise StoreError("disk", str(unfinished), "not all of it is in its file")


@contextlib.contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """One start at a time builds in a folder: what lies there unfinished then belongs to nobody. The lock ends with the process.

    Where there are no such locks (Windows, some network disks) nobody waits.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)

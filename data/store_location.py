"""Where the store lies, and how it comes into being."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from queries import store_files
from queries.disk_room import is_shortage
from queries.engine import Lake, names_lake, own_file, refuse_foreign
from queries.shared_store import SharedStore, publish_store
from queries.store import Store, StoreError

DEFAULT = Path(__file__).parent / "store" / "chi-tieu.duckdb"
_WORKSHOP = ".building-"
_OFTEN = 10.0  # seconds


def location() -> str:
    """Path of the store's file on this machine: the environment variable DATA_URL (a path, or duckdb:///path), else the default; of a
    shared store the file that follows it: DATA_COPY, else one beside the default."""
    if is_shared():
        named = os.environ.get("DATA_COPY", "").strip()
        return named or str(DEFAULT.with_name("ban-sao-kho-chung.duckdb"))
    return own_file(_address()) or str(DEFAULT)


def _address() -> str:
    return os.environ.get("DATA_URL", "").strip()


def is_shared() -> bool:
    """Whether DATA_URL names a store that several machines share (ducklake:postgres:service=…)."""
    return names_lake(_address())


def exists() -> bool:
    """Whether there is a store at the place that DATA_URL names. Raises StoreError where nobody can tell."""
    if not is_shared():
        return os.path.exists(location())
    with contextlib.closing(lake()) as shared:
        return shared.exists()


def absolute() -> str:
    """What DATA_URL would have to say in another folder. Raises StoreError 'unsupported'."""
    if is_shared():
        return _address()
    refuse_foreign(location())
    return str(Path(location()).resolve())


def lake(address: str = "") -> Lake:
    """The lake at an address, or the one that DATA_URL names; DATA_FILES is its folder, or its place in an S3-compatible
    store (s3://bucket/folder), needed when it is made; AWS_SHARED_CREDENTIALS_FILE holds the key to that. Raises StoreError."""
    files, keys = (os.environ.get(name, "").strip() for name in ("DATA_FILES", "AWS_SHARED_CREDENTIALS_FILE"))
    return Lake(address or _address(), files or None, store_files.spill_folder(location(), False), Path(keys) if keys else None)


def opened() -> Store:
    """The store that DATA_URL names, open. Raises StoreError."""
    return SharedStore.shared(lake, location()) if is_shared() else Store.open(location(), told())


def told() -> Callable[[float], None]:
    """Prints how far an upgrade has come, and how long it may still take: every ten seconds, so that a short one says nothing."""
    begun = last = time.monotonic()

    def tell(share: float) -> None:
        nonlocal last
        now = time.monotonic()
        if now - last >= _OFTEN:
            last, left = now, (now - begun) * (1 - share) / share / 60
            print(f"Đang nâng cấp kho số liệu: {100 * share:.0f} %, còn khoảng {left:.0f} phút", file=sys.stderr, flush=True)

    return tell


def build(path: str, report: Callable[[str], None] = lambda _: None) -> int:
    """Make a new store at ``path`` from the seed; returns the number of ledger rows, 0 when somebody else was quicker. Never overwrites.

    It is built and proved beside its place and linked there when complete: a broken start leaves nothing behind, what a killed one left
    is swept, and of two that start together one wins. ``report`` is told, in Vietnamese, what is being done. Raises BadSeed, and
    StoreError: 'unsupported', 'folder' (it cannot be made there), 'disk', 'damaged' (something is there already).
    """
    refuse_foreign(path)
    if os.path.exists(path) and not is_shared():
        raise StoreError("damaged", path, "already there")
    try:
        Path(path).parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with _alone(Path(path).parent):
            if is_shared():
                return _shared(Path(path).parent, report)
            return 0 if os.path.exists(path) else _built(Path(path), report)
    except StoreError as error:
        raise StoreError(error.reason, path, error.detail) from error
    except OSError as error:
        raise StoreError("disk" if is_shortage(error) else "folder", path, str(error)) from error


def load_seed(store: Store, report: Callable[[str], None]) -> int:
    """Fill an empty store from the seed, see ``data.seed``: loaded here alone, slowly, since only the first start builds a store."""
    from data import seed

    return seed.load_seed(store, report=report)


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


def _shared(folder: Path, report: Callable[[str], None]) -> int:
    """Build beside the place of the file that will follow, and put it into the lake; returns 0 when another machine was quicker.

    Raises StoreError, BadSeed, OSError.
    """
    with contextlib.closing(lake()) as target:
        if target.exists():
            return 0
        with (
            tempfile.TemporaryDirectory(prefix=_WORKSHOP, dir=folder) as workshop,
            contextlib.closing(Store.create(Path(workshop) / "store.duckdb")) as store,
        ):
            count = load_seed(store, report=report)
            try:
                publish_store(store, target, replace=False)
            except StoreError as error:
                if error.reason != "damaged":
                    raise
                return 0
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

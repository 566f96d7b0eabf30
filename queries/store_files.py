"""The files of a store: itself, its log, and what lies beside it."""

from __future__ import annotations

import contextlib
import glob
import os
import secrets
import shutil
import tempfile
from pathlib import Path

from queries import last_write


def log_of(path: str | Path) -> Path:
    """The log beside a store's file; what was committed may stand in it alone."""
    return Path(f"{path}.wal")


def may_be_written(path: str) -> bool:
    """Whether a store's file and its folder, where the log is made, may be written."""
    return os.access(path, os.W_OK) and os.access(Path(path).parent, os.W_OK)


def size(path: str) -> int:
    """Bytes of a store's file; 0 of one in memory."""
    return os.path.getsize(path) if os.path.exists(path) else 0


def owner_only(path: str | Path) -> None:
    """Let nobody but its owner read a file, where the file system knows of such things."""
    with contextlib.suppress(OSError):
        Path(path).chmod(0o600)


def copy_whole(source: Path, target: Path) -> None:
    """Copy a store's file, and its log where there is one, for their owner alone; a copy that fails leaves nothing. Raises OSError."""
    try:
        for one, other in ((source, target), (log_of(source), log_of(target))):
            if one.exists():
                shutil.copyfile(one, other)
                owner_only(other)
    except BaseException:
        remove(target)
        raise


def move(source: Path, target: Path) -> bool:
    """Rename a store's file with its log; tells whether the file was there. Raises OSError."""
    there = source.exists()
    for one, other in ((log_of(source), log_of(target)), (source, target)):
        if one.exists():
            one.replace(other)
    return there


def set_log_aside(path: Path) -> None:
    """Rename a log whose store is gone: a new store would take it for its own. Raises OSError."""
    log = log_of(path)
    if log.exists() and not path.exists():
        log.replace(f"{log}.left-{secrets.token_hex(4)}")


def remove(path: Path) -> None:
    """Delete a file of ours with its log and its note, and what an upgrade of it left."""
    last_write.forget(path)
    for left in (path, before_upgrade(path)):
        left.unlink(missing_ok=True)
        log_of(left).unlink(missing_ok=True)


def before_upgrade(path: str | Path) -> Path:
    """Where a store is kept as it was before it is brought up to date."""
    return Path(f"{path}.before-upgrade")


def keep_before_upgrade(path: str) -> None:
    """Keep a store as it is; what was kept at an earlier upgrade goes only once the new copy is whole. Raises OSError."""
    unfinished = Path(f"{path}.before-upgrade.new")
    copy_whole(Path(path), unfinished)
    remove(before_upgrade(path))
    move(unfinished, before_upgrade(path))
    owner_only(path)


def spill_folder(path: str, elsewhere: bool) -> str:
    """A folder of its own for what does not fit into memory: beside the store, or, where nothing may be written there, in the system's."""
    place = Path(tempfile.gettempdir()) / Path(path).name if elsewhere else path
    return f"{place}.copy-{secrets.token_hex(6)}.tmp"


def sweep_beside(path: str) -> None:
    """Delete what a program that was killed left beside a store. The store must be open for writing: then nobody else has it open."""
    store_file = Path(path)
    for folder in store_file.parent.glob(f"{glob.escape(store_file.name)}.copy-*.tmp"):
        shutil.rmtree(folder, ignore_errors=True)
    for name in ("last-write.new", "before-upgrade.new", "before-upgrade.new.wal"):
        with contextlib.suppress(OSError):
            Path(f"{path}.{name}").unlink(missing_ok=True)

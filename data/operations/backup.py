"""Copies of the store: made while it is in use, proved by opening them, kept for a while."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import NamedTuple

from data.accounts import record
from data.vietnamese.dates import VIETNAM, now
from queries import kept_record, store_files
from queries.last_write import LastWrite
from queries.store import Store, StoreError

NIGHTLY = time(2, 0)  # Viet Nam's clock
KEPT = 14
OLD = timedelta(days=2)  # a newest copy that is older than this is an alarm
MOMENT = "%Y-%m-%d-%H%M%S"


class Backup(NamedTuple):
    """A copy of the store: where, made when (Viet Nam's clock), how many bytes."""

    path: Path
    made_at: datetime
    size: int


class BackupFailed(Exception):
    """A copy that does not stand the checks; ``check`` says which. It is kept nowhere."""

    def __init__(self, check: str) -> None:
        super().__init__(check)
        self.check = check


def folder(store_path: str) -> Path:
    """Where copies are kept: BACKUP_DIR, else the folder "sao-luu" beside the store."""
    named = os.environ.get("BACKUP_DIR", "").strip()
    return Path(named) if named else Path(store_path).parent / "sao-luu"


def backups(store_path: str) -> list[Backup]:
    """The copies of this store in the folder, newest first; copies of other stores may lie there, too."""
    kept, of_store = [], re.compile(rf"^{re.escape(Path(store_path).stem)}-(\d{{4}}-\d{{2}}-\d{{2}}-\d{{6}})\.duckdb$")
    with contextlib.suppress(OSError):
        for path in folder(store_path).iterdir():
            if match := of_store.match(path.name):
                kept.append(Backup(path, datetime.strptime(match[1], MOMENT).replace(tzinfo=VIETNAM), path.stat().st_size))
    return sorted(kept, key=lambda backup: backup.made_at, reverse=True)


def back_up(store: Store) -> Backup:
    """Make a copy in the folder, prove it, and take away those that are no longer kept. Raises OSError, BackupFailed."""
    made_at = now().replace(microsecond=0)
    path = folder(store.path) / f"{Path(store.path).stem}-{made_at.strftime(MOMENT)}.duckdb"
    copy_to(store, path)
    for old in outlived(backups(store.path)):
        old.path.unlink(missing_ok=True)
    record.note(store.path, "backup", name="system", about=path.name)
    return Backup(path, made_at, path.stat().st_size)


def copy_to(store: Store, path: Path) -> None:
    """Copy the store, and the record of who came in, to a file that stands there only when it was opened and checked.

    Raises OSError, StoreError, BackupFailed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        store.snapshot(unfinished)
        with opened_copy(unfinished) as copy:
            kept_record.carry(copy, record.whole(store.path))
        prove(unfinished)
        unfinished.replace(path)
    finally:
        store_files.remove(unfinished)


def outlived(kept: Sequence[Backup]) -> list[Backup]:
    """Which copies (newest first) are not kept: all but the newest ``KEPT`` and the first of each month."""
    first_of_month = {backup.made_at.strftime("%Y-%m"): backup for backup in kept}  # the oldest is the last to be put there
    return [backup for backup in kept[KEPT:] if backup not in first_of_month.values()]


def due(newest: datetime | None, moment: datetime) -> bool:
    """Whether the nightly copy is still to be made: none since the last time that the clock stood at ``NIGHTLY``."""
    last_night = datetime.combine(moment.date(), NIGHTLY, VIETNAM)
    if last_night > moment:
        last_night -= timedelta(days=1)
    return newest is None or newest < last_night


def nightly(store: Store) -> Backup | None:
    """Make the copy when it is due. Raises OSError, BackupFailed."""
    kept = backups(store.path)
    return back_up(store) if due(kept[0].made_at if kept else None, now()) else None


def prove(path: Path) -> LastWrite:
    """Open a copy and run every check on it; returns what was written to it last, all of it in its file.

    Raises StoreError ('disk': its log could not be taken into the file), BackupFailed."""
    with opened_copy(path) as copy:
        failed = copy.check()
        if failed:
            raise BackupFailed(failed[0][0])
        return copy.last_write()


@contextlib.contextmanager
def opened_copy(path: Path) -> Iterator[Store]:
    """A copy, open; afterwards all of it is in its file. Raises StoreError ('disk': its log could not be taken in)."""
    copy = Store.open(path)
    try:
        yield copy
    finally:
        copy.close()
    if store_files.log_of(path).exists():
        raise StoreError("disk", str(path), "the log could not be taken in")


class NightlyBackup(threading.Thread):
    """Makes the nightly copy of the store that is open while the program runs; what goes wrong is logged. ``stop`` ends it."""

    def __init__(self, opened: Callable[[], Store | None], every: float = 600.0) -> None:
        super().__init__(name="nightly-backup", daemon=True)
        self._opened, self._every, self._stopped = opened, every, threading.Event()

    def run(self) -> None:
        """Look every ten minutes whether the copy is due."""
        while not self._stopped.wait(self._every):
            try:
                if opened := self._opened():
                    nightly(opened)
            except Exception:  # whatever it is: the next look tries again, and the age of the newest copy tells people
                logging.getLogger(__name__).exception("the nightly copy failed")

    def stop(self) -> None:
        """Make no more copies."""
        self._stopped.set()

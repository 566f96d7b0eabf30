"""A copy put back in the store's place: nothing is deleted, and nobody gets rights back that were taken away since."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from data.accounts import record
from data.accounts.after_restore import Settled, settle
from data.operations.backup import MOMENT, opened_copy, prove
from data.store_location import is_shared, lake, opened
from data.store_messages import restored
from data.vietnamese.dates import now, utc_now
from queries import kept_record, store_files
from queries.last_write import LastWrite, new_life, note
from queries.rights import Rights, rights_of
from queries.shared_store import publish_store
from queries.store import Store, StoreError


class Restored(NamedTuple):
    """``aside``: where the store that stood there was moved to, None when there was none; ``told``: what became of sign-ins, accounts,
    tokens and the record, in Vietnamese sentences."""

    aside: Path | None
    told: list[str]


def restore(backup: Path, store_path: str, called: str = "") -> Restored:
    """Put a copy in the store's place. ``called``: the copy's name for the record, where its file has another.

    Raises StoreError ('missing', 'locked', 'damaged' …), BackupFailed, OSError; then all is as before.
    """
    store_file = Path(store_path)
    store_file.parent.mkdir(parents=True, exist_ok=True)
    unfinished = store_file.with_name(f".{store_file.name}.restoring")
    try:
        store_files.copy_whole(backup, unfinished)
        prove(unfinished)
        if is_shared():
            settled, aside = _into_the_lake(unfinished, store_file)
        else:
            former = _closed(store_path) if store_file.exists() else None
            settled, last = _made_ready(unfinished, former, store_path)
            aside = _moved_aside(store_file)
            unfinished.replace(store_file)
            note(store_path, last._replace(life=new_life()))
    finally:
        store_files.remove(unfinished)
    record.note(store_path, "restored", name="shell", about=f"{called or backup.name}; {_short(settled)}")
    return Restored(aside, restored(settled.as_before, settled.waiting, settled.blocked))


def _into_the_lake(unfinished: Path, store_file: Path) -> tuple[Settled, Path | None]:
    """Put a copy in the place of what the shared store holds; what it held is kept beside this machine's file, which follows at the next
    look. Raises StoreError, OSError."""
    with contextlib.closing(opened()) as store, contextlib.closing(lake()) as shared:
        settled, _ = _made_ready(unfinished, rights_of(store), store.path)
        aside = _aside(store_file)
        store.snapshot(aside)
        with opened_copy(unfinished) as copy:
            publish_store(copy, shared, replace=True)
    return settled, aside


def _closed(store_path: str) -> Rights | None:
    """Nobody holds the store, and its log is in its file; its accounts and tokens. A damaged one may be replaced: None.

    Raises StoreError 'locked'.
    """
    try:
        store = Store.open(store_path)
    except StoreError as error:
        if error.reason not in ("damaged", "newer", "not_upgraded"):
            raise
        return None
    try:
        return rights_of(store)
    finally:
        store.close()


def _made_ready(unfinished: Path, former: Rights | None, store_path: str) -> tuple[Settled, LastWrite]:
    """Take the record out of the copy into the one beside the store, and settle accounts and tokens. Raises StoreError, OSError."""
    with opened_copy(unfinished) as copy:
        own = rights_of(copy)
        since = max((change["changed_at"] for change in [*own.accounts, *own.tokens]), default=datetime.min)
        later = record.take_in(store_path, kept_record.carried(copy), utc_now(), since)
        settled = settle(copy, former, later)
        kept_record.carry(copy, {})
        return settled, copy.last_write()


def _short(settled: Settled) -> str:
    if settled.as_before:
        return "tài khoản, mã truy cập giữ nguyên"
    blocked = f", khóa {', '.join(settled.blocked)}" if settled.blocked else ""
    return f"{settled.waiting} mã truy cập chờ kích hoạt lại{blocked}"


def _moved_aside(store_file: Path) -> Path | None:
    """Where the store went with its log; a log that lost its store goes as well, or the next store would be taken for its own."""
    aside = _aside(store_file)
    return aside if store_files.move(store_file, aside) else None


def _aside(store_file: Path) -> Path:
    return store_file.with_name(f"{store_file.stem}-truoc-{now().strftime(MOMENT)}{store_file.suffix}")

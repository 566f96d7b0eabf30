"""The stores that this process holds open: the present one, built first where there is none, and that of invented figures beside it.

Each is opened once, by the first who needs it, and answers until it is closed or another is put in its place.
"""

from __future__ import annotations

import gc
import logging
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import duckdb
import streamlit as st

from components import settings
from components.text.markdown import escaped
from data.accounts.administration import first_password
from data.accounts.sign_in import AccountError
from data.operations.backup import NightlyBackup, prove
from data.operations.restore import Restored, restore
from data.seed_folder import SeedProblem
from data.store_location import build, location
from data.store_location import opened as open_here
from data.store_messages import store_lost, store_problem
from queries.known_days import KnownDays
from queries.reads import sample_mark
from queries.store import CheckFailed, Store, StoreError

PAST = KnownDays()  # the open store as it was known at the end of a few days
_OPEN: dict[str, Store] = {}
_OPENING = threading.Lock()
_UNUSABLE: set[str] = set()  # stores of invented figures that could not be opened
_PATIENCE = 30.0  # seconds that a restore waits for those who read and write


def open_store() -> Store:
    """The open store, one for the process; built first, with its progress on the screen, when there is none.

    When it cannot be opened, says on the screen why and what to do, and stops the page.
    """
    path = location()
    if path in _OPEN:
        return _OPEN[path]
    try:
        with _waiting(), _OPENING:  # of many sessions that come first, one builds and opens
            if path not in _OPEN:
                _OPEN[path] = _greeted(_or_built(_on_screen))
                settle()
            return _OPEN[path]
    except StoreError as error:
        st.error(escaped(store_problem(error.reason, Path(error.path).name)))
    except SeedProblem as error:
        st.error("Số liệu gốc đi kèm chương trình có lỗi, chưa ghi gì:\n\n" + escaped(str(error)))
    st.stop()


def _waiting() -> AbstractContextManager[None]:
    """Says on the screen that the store is being opened, or built, where somebody does that already."""
    return st.spinner("Đang mở kho số liệu…") if _OPENING.locked() else nullcontext()


def offers_sample() -> bool:
    """Whether there is a store of invented figures to look at, as far as anybody has tried."""
    path = settings.sample_store()
    return bool(path) and path != location() and path not in _UNUSABLE


def sample_store() -> Store | None:
    """The store of invented figures that visitors may look at, opened once; None where the operator allows none, or it cannot be opened.

    Raises nothing: why it cannot be opened is logged, once.
    """
    path = settings.sample_store()
    if not offers_sample():
        return None
    with _OPENING:
        if path not in _OPEN:
            try:
                _OPEN[path] = Store.open(path)
                if not sample_mark(_OPEN[path])[0].is_sample:
                    _OPEN.pop(path).close()
                    raise StoreError("unsupported", path)
            except StoreError as error:
                _UNUSABLE.add(path)
                logging.getLogger(__name__).error("SAMPLE_STORE cannot be shown: %s", error)
                return None
        return _OPEN[path]


def is_beside(opened: Store) -> bool:
    """Whether a store is that of invented figures, beside the real one."""
    return opened is _OPEN.get(settings.sample_store())


def settle() -> None:
    """Everything imported so far stays: spares each rerun a full collection."""
    gc.collect()
    gc.freeze()


def is_open() -> bool:
    """Whether the store has been opened: asked where a page must not open it, or fail, by itself."""
    return location() in _OPEN


def opened_store() -> Store | None:
    """The store when it is open, for what runs outside a page; None when it could not be opened yet."""
    return _OPEN.get(location())


def open_at_start() -> None:
    """Open the store, built first when there is none, before anybody visits. What goes wrong is printed, and told each visitor."""
    path = location()
    try:
        with _OPENING:
            if path not in _OPEN:  # greeted first: what it writes makes every answer given until then worthless
                _OPEN[path] = _greeted(_or_built(lambda: nullcontext(print)))
    except StoreError as error:
        print(store_problem(error.reason, error.path, error.detail), file=sys.stderr, flush=True)
    except SeedProblem as error:
        print("Số liệu gốc đi kèm chương trình có lỗi, chưa ghi gì:\n" + str(error), file=sys.stderr, flush=True)


def _or_built(progress: Callable[[], AbstractContextManager[Callable[[str], None]]]) -> Store:
    """The store, built first when there is none; ``progress`` gives what is told meanwhile what is being done."""
    try:
        return open_here()
    except StoreError as error:
        if error.reason != "missing":
            raise
    with progress() as report:
        build(location(), report=report)
    return open_here()


@contextmanager
def _on_screen() -> Iterator[Callable[[str], None]]:
    with st.status("Lần đầu chạy: đang tạo kho số liệu từ năm văn bản gốc…") as progress:
        yield progress.write
        progress.update(label="Đã tạo kho số liệu từ năm văn bản gốc", state="complete")


def put_back(copy: Path, called: str) -> Restored:
    """Put a copy, called so, in the place of the open store, without a restart. Sign-ins are for the caller to end.

    Raises StoreError ('locked': somebody goes on reading or writing), BackupFailed, OSError; then all is as before.
    """
    path = location()
    with _OPENING:
        prove(copy)
        opened = _OPEN.pop(path, None)  # who comes now waits until it is open again
        PAST.close()  # another store has another past
        if opened and not opened.close_when_idle(_PATIENCE):
            _OPEN[path] = opened
            raise StoreError("locked", path)
        try:
            return restore(copy, path, called)
        finally:
            _OPEN[path] = open_here()


def keep_copies() -> NightlyBackup:
    """Start the nightly copies of the store, of whatever moment it is opened."""
    keeper = NightlyBackup(opened_store)
    keeper.start()
    return keeper


def _greeted(opened: Store) -> Store:
    """Print what is to be known at the start: that writes are missing; as long as nobody has an account, who is to sign in, and with what.

    The password is kept nowhere else.
    """
    if opened.lost:
        print(store_lost(opened.lost.upload_id), file=sys.stderr, flush=True)
    if opened.read_only:
        print(store_problem("read_only", opened.path), file=sys.stderr, flush=True)
        return opened
    if not settings.local_accounts():
        return opened
    try:
        first = first_password(opened)
    except AccountError as error:
        print(error, file=sys.stderr, flush=True)
        return opened
    except (CheckFailed, duckdb.Error):
        logging.getLogger(__name__).exception("no first administrator could be made")
        return opened
    if first:
        line = "─" * 64
        print(f"\n{line}\n  Chưa có tài khoản nào. Người quản trị đăng nhập lần đầu bằng:", file=sys.stderr)
        print(f"\n      tài khoản              {first[0]}\n      mật khẩu dùng một lần  {first[1]}", file=sys.stderr)
        print(
            f"\n  rồi đặt mật khẩu của mình. Khởi động lại trước đó sẽ in mật khẩu khác.\n{line}\n", file=sys.stderr, flush=True
        )
    return opened


def close_stores() -> None:
    """Close every open store, with its past."""
    PAST.close()
    with _OPENING:
        for opened in _OPEN.values():
            opened.close()
        _OPEN.clear()

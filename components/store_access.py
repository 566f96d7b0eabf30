"""The one way from a page to the store: opened once, asked with bound parameters, cached by data version and day.

A page that looks back is answered by the store as it was known then (``known_on``); accounts, rights and uploads always by the present one.
"""

from __future__ import annotations

import gc
import logging
import sys
import threading
from collections.abc import Callable, Hashable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from contextvars import ContextVar
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import duckdb
import streamlit as st

from components import settings
from components.kept_answers import KeptAnswers
from components.text.markdown import escaped
from data.accounts.administration import first_password
from data.accounts.sign_in import AccountError
from data.operations.backup import NightlyBackup, prove
from data.operations.restore import Restored, restore
from data.seed_folder import SeedProblem
from data.store_location import build, location
from data.store_location import opened as open_here
from data.store_messages import store_lost, store_problem
from data.vietnamese import dates
from queries.known_copy import Report
from queries.known_days import KnownDays
from queries.reads import sample_mark
from queries.rows import Rows
from queries.sqlfile import names, sql_file
from queries.store import CheckFailed, Store, StoreError

T = TypeVar("T")
_Question = tuple[Callable[..., Rows], tuple[tuple[str, Any], ...]]
_OPEN: dict[str, Store] = {}
_OPENING = threading.Lock()
_PAST = KnownDays()
_KEPT = KeptAnswers()
_SHOWN: ContextVar[Store | None] = ContextVar("shown", default=None)  # what answers a page that looks back
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


def shown_store() -> Store:
    """The store that answers what is shown: the open one, or, where a page looks back, that of the past day."""
    return _SHOWN.get() or open_store()


@contextmanager
def known_on(day: date | None, report: Report = lambda share: None) -> Iterator[None]:
    """Within it everything that is asked is answered as it was known at the end of ``day``, and today is that day; None: the present.

    Raises StoreError ('disk', 'memory') where there is no room for it.
    """
    if day is None:
        yield
        return
    with _PAST.on(open_store(), day, report) as known, dates.looking_back(day):
        token = _SHOWN.set(known)
        try:
            yield
        finally:
            _SHOWN.reset(token)


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


@contextmanager
def sample_shown(wanted: bool = True) -> Iterator[None]:
    """Within it everything that is asked is answered by the store of invented figures; accounts, rights and uploads by the real one."""
    sample = sample_store() if wanted else None
    if sample is None:
        yield
        return
    token = _SHOWN.set(sample)
    try:
        yield
    finally:
        _SHOWN.reset(token)


def shows_sample() -> bool:
    """Whether what is shown are the invented figures beside the real ones."""
    shown = _SHOWN.get()
    return shown is not None and shown is _OPEN.get(settings.sample_store())


def is_real_present() -> bool:
    """Whether what is shown is the open store as it is now: only then anything is brought in."""
    return _SHOWN.get() is None


def on_the_same_day(make: Callable[[], T]) -> Callable[[], T]:
    """``make``, for a click: it is answered as the page that offers it, by the same figures; a past day is made again where it is kept
    no more."""
    day, sample = dates.looking_back_to(), shows_sample()

    def make_then() -> T:
        with sample_shown(sample), known_on(day):
            return make()

    return make_then


def asked_on(day: date) -> Callable[..., Rows]:
    """``cached_read``, answered as it was known at the end of a day; of today, and of what is shown otherwise, as it is."""

    def ask(question: Callable[..., Rows], **params: Any) -> Rows:
        with known_on(day if day < dates.today() and not shows_sample() else None):
            return cached_read(question, **params)

    return ask


def is_made(day: date) -> bool:
    """Whether a past day of the open store needs not be made any more."""
    return _PAST.holds(open_store(), day)


@contextmanager
def as_known(opened: Store, day: date) -> Iterator[Store]:
    """A store as it was known at the end of a day, for who asks outside a page. Raises StoreError."""
    with _PAST.on(opened, day) as known:
        yield known


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
            opened = None if path in _OPEN else _or_built(lambda: nullcontext(print))
            if opened:
                _OPEN[path] = opened
        if opened:
            _greeted(opened)  # nobody who waits for a page waits for this
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
        _PAST.close()  # another store has another past
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


def cached_read(question: Callable[..., Rows], **params: Any) -> Rows:
    """The answer of a function of ``queries.reads`` or of ``queries.signals``, kept until the data version or the day in Viet Nam changes.

    Rows are immutable and shared. A status depends on the day: a target is due from the first of January on.
    Raises ValueError for a read that returns whole files: a thousand of those do not belong into memory.
    """
    if _returns_files(question.__name__):
        raise ValueError(f"{question.__name__} returns whole files: ask it by uncached_read")
    opened, asked = shown_store(), (question, tuple(sorted(params.items())))
    if is_real_present():
        _LATELY.note(asked, (opened.data_version(), dates.today()))
    return _KEPT.of(opened, dates.today()).answer(*asked)


def read_of_indicator(question: Callable[..., Rows], *, indicator_id: str, **params: Any) -> Rows:
    """As ``cached_read``, of one indicator; asked once for all of them, and kept for the few territories that were looked at last."""
    return _of_one(question, "indicator_id", "any", indicator_id, params)


def read_of_year(question: Callable[..., Rows], *, year: int, **params: Any) -> Rows:
    """As ``read_of_indicator``, of one year."""
    return _of_one(question, "year", 0, year, params)


def _of_one(question: Callable[..., Rows], name: str, every: Hashable, one: Hashable, params: dict[str, Any]) -> Rows:
    """The rows of one value of a parameter, of the answer about ``every`` value of it."""
    opened, asked = shown_store(), tuple(sorted({**params, name: every}.items()))
    of_each = _KEPT.of(opened, dates.today()).by_value(question, asked, name)
    return of_each.get(one, of_each[None])


def ask_again() -> None:
    """Ask what pages asked lately once more, so that the answers of the present are there before somebody wants them."""
    opened = opened_store()
    if opened is None:
        return
    for question, params in _LATELY.questions():
        _KEPT.of(opened, dates.today()).answer(question, params)


class _Lately:
    """The questions that pages asked last; tells when one is asked of other figures, or on another day, than the one before."""

    def __init__(self, most: int) -> None:
        self._most, self._asked, self._lock = most, dict[_Question, None](), threading.Lock()
        self._moment: tuple[int, date] | None = None

    def note(self, question: _Question, moment: tuple[int, date]) -> None:
        with self._lock:
            self._asked.pop(question, None)
            self._asked[question] = None
            if len(self._asked) > self._most:
                del self._asked[next(iter(self._asked))]
            if self._moment not in (None, moment):
                CHANGED.set()
            self._moment = moment

    def questions(self) -> list[_Question]:
        """The last one first."""
        with self._lock:
            return list(reversed(self._asked))


_LATELY = _Lately(most=60)
CHANGED = (
    threading.Event()
)  # there is something to ask ahead: other figures, another day, or a territory that nobody looked at lately


class _Territories:
    """The territories that somebody looked at last."""

    def __init__(self, most: int) -> None:
        self._most, self._seen, self._lock = most, dict[str, None](), threading.Lock()

    def note(self, unit_id: str) -> bool:
        """Whether it was not among them."""
        with self._lock:
            was_known = unit_id in self._seen
            self._seen.pop(unit_id, None)
            self._seen[unit_id] = None
            if len(self._seen) > self._most:
                del self._seen[next(iter(self._seen))]
            return not was_known

    def last(self) -> list[str]:
        """The last one first."""
        with self._lock:
            return list(reversed(self._seen))


_TERRITORIES = _Territories(most=4)


def looked_at(unit_id: str) -> None:
    """Note that somebody is on a page of a territory: its other pages may be next."""
    if is_real_present() and _TERRITORIES.note(unit_id):
        CHANGED.set()


def looked_at_lately() -> list[str]:
    """The territories of the pages that were opened last, the last one first."""
    return _TERRITORIES.last()


def kept(make: Callable[..., T], *params: Hashable) -> T:
    """What a function makes of the store for these parameters, kept until the data version or the day in Viet Nam changes.

    The function asks ``cached_read`` and depends on nothing else: no link, no box, no visit.
    """
    made: T = _KEPT.of(shown_store(), dates.today()).made(make, params)
    return made


def present_read(question: Callable[..., Rows], **params: Any) -> Rows:
    """As ``cached_read``, but always of the present: who somebody is, and which past days there are."""
    return _KEPT.of(open_store(), dates.now().date()).answer(question, tuple(sorted(params.items())))


def uncached_read(question: Callable[..., Rows], **params: Any) -> Rows:
    """The answer of a function of ``queries.reads`` that is kept nowhere."""
    return question(open_store(), **params)


def is_sample() -> bool:
    """Whether the open store holds invented figures; then every screen, picture and slide says so."""
    return cached_read(sample_mark)[0].is_sample


@cache
def _returns_files(read: str) -> bool:
    return read in names("reads") and any(type_ == "blob" for type_, _ in sql_file("reads", read).columns.values())


def close_all() -> None:
    """Close every open store and forget every answer."""
    _PAST.close()
    with _OPENING:
        for opened in _OPEN.values():
            opened.close()
        _OPEN.clear()
        _KEPT.clear()

"""The one way from a page to the store: asked with bound parameters, kept by data version and day.

A page that looks back is answered by the store as it was known then (``known_on``); accounts, rights and uploads always by the present one.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from typing import Any, TypeVar

from components.store import lately_asked
from components.store.kept_answers import KeptAnswers
from components.store.open_stores import PAST, close_stores, is_beside, open_store, opened_store, sample_store
from data.vietnamese import dates
from queries.known_copy import Report
from queries.reads import ranked_indicator_list, sample_mark
from queries.rows import Rows
from queries.sqlfile import names, sql_file
from queries.store import Store

T = TypeVar("T")
_KEPT = KeptAnswers()
_TOGETHER = 10_000  # newest figures of a province's units, of which pages of a unit are asked together
_LATELY = lately_asked.Questions(most=60)
_TERRITORIES = lately_asked.Territories(most=4)
_SHOWN: ContextVar[Store | None] = ContextVar("shown", default=None)  # what answers a page that looks back


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
    with PAST.on(open_store(), day, report) as known, dates.looking_back(day):
        token = _SHOWN.set(known)
        try:
            yield
        finally:
            _SHOWN.reset(token)


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
    return shown is not None and is_beside(shown)


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
    return PAST.holds(open_store(), day)


@contextmanager
def as_known(opened: Store, day: date) -> Iterator[Store]:
    """A store as it was known at the end of a day, for who asks outside a page. Raises StoreError."""
    with PAST.on(opened, day) as known:
        yield known


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


def read_of_unit(
    question: Callable[..., Rows], *, province_code: str, unit_id: str, column: str = "unit_id", **params: Any
) -> Rows:
    """As ``read_of_indicator``, of one unit of a province, which ``column`` of the answer names; of a province whose units have very many
    figures asked of that unit alone."""
    if not units_are_asked_together(province_code):
        return cached_read(question, province_code=province_code, unit_id=unit_id, **params)
    return _of_one(question, "unit_id", "any", unit_id, {"province_code": province_code, **params}, column)


def read_of_group(question: Callable[..., Rows], *, province_code: str, pillar: str, **params: Any) -> Rows:
    """As ``read_of_unit``, of one group of indicators of a province's units."""
    if not units_are_asked_together(province_code):
        return cached_read(question, province_code=province_code, pillar=pillar, **params)
    return _of_one(question, "pillar", "any", pillar, {"province_code": province_code, **params})


def units_are_asked_together(province_code: str) -> bool:
    """Whether what a page asks of a district or commune is asked of all of the province: what seven of them take one by one, and as long
    an answer as a page of any table."""
    return kept(_figures_of_units, province_code) <= _TOGETHER


def _figures_of_units(province_code: str) -> int:
    """About how many figures the newest of all units and indicators of a province are."""
    most: dict[tuple[str, str], int] = {}
    for row in cached_read(ranked_indicator_list, province_code=province_code):
        of = row.indicator_id, row.level
        most[of] = max(most.get(of, 0), row.units)
    return sum(most.values())


def _of_one(
    question: Callable[..., Rows], name: str, every: Hashable, one: Hashable, params: dict[str, Any], column: str = ""
) -> Rows:
    """The rows of one value of a parameter, of the answer about ``every`` value of it; ``column`` says which, where it has another name."""
    opened, asked = shown_store(), tuple(sorted({**params, name: every}.items()))
    of_each = _KEPT.of(opened, dates.today()).by_value(question, asked, column or name)
    return of_each.get(one, of_each[None])


def ask_again() -> None:
    """Ask what pages asked lately once more, so that the answers of the present are there before somebody wants them."""
    opened = opened_store()
    if opened is None:
        return
    for question, params in _LATELY.questions():
        _KEPT.of(opened, dates.today()).answer(question, params)


def looked_at(unit_id: str) -> None:
    """Note that somebody is on a page of a territory: its other pages may be next."""
    if is_real_present() and _TERRITORIES.note(unit_id):
        lately_asked.CHANGED.set()


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
    close_stores()
    _KEPT.clear()

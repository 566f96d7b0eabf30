"""A store as it was known on a past day is the store that people saw at the end of that day."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.accounts.sign_in import CLI
from data.ingest.preview import UploadRejected
from data.ingest.undo import take_back
from data.vietnamese.dates import on_day
from queries import known_copy, reads
from queries.known_days import KnownDays
from queries.sqlfile import names, sql_file
from queries.store import Store, StoreError
from tests.data.ingest.test_properties import at_most, written_down
from tests.queries.test_contracts import SAMPLE
from tests.sample_uploads import csv_file, published

FIRST = date(2026, 12, 1)
NOT_OF_A_PAGE = ("access_token_list", "account_list", "upload_content", "upload_history")  # of staff: always the present
OF_TINY_WORLD = {
    "year": 2023,
    "indicator_id": "M.01",
    "indicators": "M.01,M.02",
    "period": "N",
    "pillar": "CQ",
    "document": "Báo cáo mẫu",
}
UNIT = {"province_code": "99", "unit_id": "99", **OF_TINY_WORLD}


NOT_SHOWN = {*known_copy.NOT_COPIED, "data_version", "reaffirmed"}


def tables(store: Store) -> dict[str, list]:
    """Every row that anything shown is made of, the derived ones included."""
    shown = [name for name in names("tables") if name not in NOT_SHOWN]
    return store.inside(lambda cursor: {name: cursor.table(name).order("all").fetchall() for name in shown})


def answers(store: Store) -> dict[str, object]:
    """What every page is told, and every published view."""
    told: dict[str, object] = {f"view {view}": rows for view, rows in published(store).items()}
    for kind, name in [("reads", name) for name in names("reads") if name not in NOT_OF_A_PAGE] + [
        ("signals", name) for name in names("signals")
    ]:
        file = sql_file(kind, name)
        params = {param: (SAMPLE | UNIT)[param] for param in file.params}
        told[f"{kind} {name}"] = store.inside(lambda cursor, f=file, p=params: cursor.execute(f.statement, p).fetchall())
    return told


@st.composite
def figures(draw):
    """One to three good rows of the tiny world, no figure twice: a target, a result or both."""
    keys = st.tuples(st.sampled_from(("M.01", "M.02")), st.sampled_from(("98", "99")), st.sampled_from(("2022", "2023")))
    rows = []
    for indicator, unit, year in draw(st.lists(keys, min_size=1, max_size=3, unique=True)):
        target, result = draw(st.sampled_from((("70", ""), ("", "1"), ("70", "1"))))
        value = str(draw(st.integers(1, 99)))
        source = draw(st.sampled_from(("Báo cáo mẫu", "Báo cáo khác")))
        rows.append(
            ROW
            | {
                "ma_chi_tieu": indicator,
                "don_vi": unit,
                "nam": year,
                "chi_tieu": target,
                "ket_qua": result and value,
                "nguon": source,
            }
        )
    return rows


STEPS = st.tuples(st.sampled_from(("file", "again", "withdraw", "undo")), figures(), st.integers(0, 9))


@given(days=st.lists(st.lists(STEPS, min_size=1, max_size=2), min_size=2, max_size=2))
@at_most(2)
def test_a_past_day_is_made_of_the_very_rows_that_the_store_had_then(history, days):
    """Files, rows that are stated again, withdrawals and undos on two days; later all of it is taken back, and each day asked again.

    Equal rows in equal tables below the same views: whatever a page asks is equal as well.
    """
    store, first = history.store, FIRST + timedelta(days=10 * next(history.round))
    seen: list[tuple[date, dict[str, list]]] = []
    uploads: list[int] = []
    brought: list[dict[str, str]] = []
    for number, steps in enumerate(days):
        with on_day(first + timedelta(days=number)):
            for step in steps:
                uploads += _done(store, *step, uploads, brought)
        seen.append((first + timedelta(days=number), tables(store)))
    with on_day(first + timedelta(days=5)):
        for upload in uploads:
            take_back(store, upload, CLI, "thử")
        for day, then in seen:
            with closing(store.as_known(day)) as known:
                assert tables(known) == then
                assert known.check() == []


def test_every_page_and_every_published_view_is_answered_as_on_that_day(small_store):
    with on_day(FIRST):
        brought = written_down(small_store, csv_file([ROW, ROW | {"ma_chi_tieu": "M.02", "don_vi": "98"}]))
    with on_day(FIRST + timedelta(days=1)):
        written_down(small_store, csv_file([ROW, ROW | {"ma_chi_tieu": "M.02", "don_vi": "98", "ket_qua": "12"}]))
        expected = answers(small_store)
    with on_day(FIRST + timedelta(days=500)):
        take_back(small_store, brought.upload_id, CLI, "nhầm tệp")
        written_down(small_store, csv_file([ROW | {"ket_qua": "99"}]))
        with closing(small_store.as_known(FIRST + timedelta(days=1))) as known:
            told = answers(known)
        assert len(told) > 70 and [name for name in expected if told[name] != expected[name]] == []
        now = answers(small_store)
    assert len([name for name in expected if now[name] != expected[name]]) > 10, "the days differ, so the test can fail"


def test_nothing_that_is_shown_asks_which_rows_were_only_stated_again():
    asked = {
        name
        for kind in ("reads", "signals", "views", "published")
        for name in names(kind)
        if re.search(r"\b(reaffirmed|data_version)\b", sql_file(kind, name).statement)
    }
    assert asked == set(), "the copy of a past day holds later rows of these tables"


def _done(store, step, rows, which, uploads, brought):
    """Carry one step out; the number of the upload that it wrote."""
    if step == "undo":
        if uploads:
            take_back(store, uploads.pop(which % len(uploads)), CLI, "thử")
        return []
    if step == "again":
        rows = brought[-3:] or rows
    if step == "withdraw" and brought:
        rows = [brought[which % len(brought)] | {"chi_tieu": "", "ket_qua": "", "rut_lai": "x"}]
    try:
        receipt = written_down(store, csv_file(rows, (*ROW, "chi_tieu", "rut_lai")))
    except UploadRejected:  # a withdrawal of what is not there any more
        return []
    brought += [row for row in rows if not row.get("rut_lai")]
    return [receipt.upload_id] if receipt.upload_id else []


class _History(NamedTuple):
    store: Store
    round: Iterator[int]


@pytest.fixture(scope="module")
def history(tiny_file, tmp_path_factory):
    """A store of the tiny world in which each example has ten days of its own and takes back what it wrote."""
    store = Store.open(shutil.copy(tiny_file, tmp_path_factory.mktemp("history")))
    yield _History(store, iter(range(100)))
    store.close()


@pytest.fixture
def small_store(tiny_file, tmp_path):
    """The tiny world, for a test that writes."""
    store = Store.open(shutil.copy(tiny_file, tmp_path))
    yield store
    store.close()


ROW = {"ma_chi_tieu": "M.01", "cap": "tinh", "don_vi": "99", "nam": "2023", "ky": "N", "ket_qua": "35", "nguon": "Báo cáo mẫu"}
ABOUT = {"province_code": "99", "unit_id": "99", "indicator_id": "M.01"}


def result_on(store, day):
    """The result of the figure at the end of a day, as the trend of its province tells it; None for none."""
    with closing(store.as_known(day)) as known:
        return next((row.actual for row in reads.indicator_trend(known, **ABOUT) if (row.year, row.period) == (2023, "N")), None)


def test_a_figure_is_followed_through_its_days(small_store):
    """Brought, corrected, the correction taken back; what stands then is stated again, and the first statement taken back."""
    days = [FIRST + timedelta(days=number) for number in range(6)]
    with on_day(days[1]):
        brought = written_down(small_store, csv_file([ROW]))
    with on_day(days[2]):
        corrected = written_down(small_store, csv_file([{**ROW, "ket_qua": "53"}]))
    with on_day(days[3]):
        take_back(small_store, corrected.upload_id, CLI, "ghi nhầm")
        again = written_down(small_store, csv_file([ROW, {**ROW, "nam": "2024"}]))
    with on_day(days[4]):
        take_back(small_store, brought.upload_id, CLI, "nhầm tệp")
    with on_day(days[5]):
        take_back(small_store, again.upload_id, CLI, "nhầm tệp")
        assert [result_on(small_store, day) for day in days] == [None, 35, 53, 35, 35, None]
        with closing(small_store.as_known(days[3])) as known:
            claims = [row for row in reads.indicator_claims(known, **ABOUT) if row.kind == "result" and row.year == 2023]
            assert [claim.upload_id for claim in claims] == [brought.upload_id]


def test_the_status_is_that_of_the_day(small_store):
    with on_day(FIRST):
        written_down(small_store, csv_file([{**ROW, "nam": "2026", "chi_tieu": "70", "ket_qua": ""}], (*ROW, "chi_tieu")))
    states = []
    for day in (FIRST, date(2027, 1, 1)):
        with on_day(date(2027, 6, 1)), closing(small_store.as_known(day)) as known:
            states += [row.status for row in reads.indicator_trend(known, **ABOUT) if row.year == 2026]
    assert states == ["not_due", "no_result"]


def test_a_past_day_has_no_accounts_and_cannot_be_written(small_store):
    with closing(small_store.as_known(FIRST)) as known:
        assert not reads.account_list(known) and not reads.access_token_list(known)
        with pytest.raises(StoreError) as refused:
            known.write(lambda cursor: None)
        assert refused.value.reason == "read_only"


def test_every_table_says_since_when_its_rows_are_known():
    copied = {file.name for file in known_copy.copied_tables()}
    derived = {name for name in names("tables") if "derived" in sql_file("tables", name).fields}
    assert copied | derived | set(known_copy.NOT_COPIED) | {"upload_scope"} == set(names("tables"))


def test_the_days_on_which_something_came_to_be_known_are_those_of_viet_nam(small_store):
    with on_day(FIRST):
        upload = written_down(small_store, csv_file([ROW])).upload_id
    with on_day(FIRST + timedelta(days=1)):
        take_back(small_store, upload, CLI, "thử")
    assert [tuple(row) for row in reads.known_day_list(small_store)][:2] == [(FIRST + timedelta(days=1), 0, 1), (FIRST, 1, 0)]


def test_few_days_are_kept_and_one_that_is_read_is_closed_by_its_last_reader(tiny_store):
    days = KnownDays(most=2)
    with days.on(tiny_store, FIRST) as first:
        for number in (1, 2):
            with days.on(tiny_store, FIRST + timedelta(days=number)):
                pass
        assert not days.holds(tiny_store, FIRST) and days.holds(tiny_store, FIRST + timedelta(days=2))
        assert reads.known_day_list(first)  # still open
    with pytest.raises(Exception, match="closed"):
        reads.known_day_list(first)
    with days.on(tiny_store, FIRST + timedelta(days=2)) as kept, days.on(tiny_store, FIRST + timedelta(days=2)) as same:
        assert kept is same
    days.close()
    assert not days.holds(tiny_store, FIRST + timedelta(days=2))


def test_of_many_who_ask_for_a_day_one_makes_it(tiny_store):
    days, told = KnownDays(), []

    def ask():
        with days.on(tiny_store, FIRST) as known:
            told.append(known)

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    days.close()
    assert len(told) == 4 and len(set(map(id, told))) == 1

"""Answers are kept for one data version and one day; original files are not kept at all."""

from datetime import date
from functools import wraps

import pytest

from components.store import store_access
from components.store.beside import province_of, territories
from data.vietnamese import dates
from data.vietnamese.dates import on_day
from queries import reads


@pytest.fixture
def opened(store, monkeypatch):
    """Pages ask the seed."""
    store_access.close_all()
    monkeypatch.setattr(store_access, "open_store", lambda: store)
    yield store
    store_access._KEPT.clear()


@pytest.fixture
def asked(opened):
    """A read, and the list of its parameters each time that the store is really asked."""
    times = []

    @wraps(reads.year_list)
    def year_list(store, **params):
        times.append(params)
        return reads.year_list(store, **params)

    return year_list, times


def test_an_answer_is_kept_until_the_day_changes_in_viet_nam(asked):
    read, times = asked
    for day, asked_so_far in ((date(2026, 12, 31), 1), (date(2026, 12, 31), 1), (date(2027, 1, 1), 2), (date(2027, 1, 1), 2)):
        with on_day(day):
            assert len(store_access.cached_read(read, province_code="42", unit_id="42")) > 1
        assert len(times) == asked_so_far, day


def test_original_files_are_read_anew_each_time_and_never_kept(opened):
    with pytest.raises(ValueError, match="upload_content"):
        store_access.cached_read(reads.upload_content, upload_id=1)
    first, second = (store_access.uncached_read(reads.upload_content, upload_id=1) for _ in range(2))
    assert first is not second and store_access._KEPT.of(opened, dates.today()).answer.cache_info().currsize == 0


def test_signals_are_asked_and_kept_like_reads(opened):
    from queries.signals import signal

    once = store_access.cached_read(signal, name="disputed", province_code="42", unit_id="42")
    assert [(row.indicator_id, row.level) for row in once] == [("CQ.06", "district")]
    assert store_access.cached_read(signal, name="disputed", province_code="42", unit_id="42") is once


@pytest.mark.parametrize("name", ["indicator_trend", "indicator_path", "related_figure_list"])
def test_what_is_asked_of_all_indicators_at_once_is_what_each_one_is_answered(opened, name):
    place = {"province_code": "42", "unit_id": "42"}
    question = getattr(reads, name)
    codes = sorted(set(question(opened, **place, indicator_id="any").values("indicator_id")))
    assert len(codes) > 2
    for code in codes[::5] + codes[-1:]:
        alone = question(opened, **place, indicator_id=code)
        assert list(store_access.read_of_indicator(question, **place, indicator_id=code)) == list(alone) != []
    nothing = store_access.read_of_indicator(question, **place, indicator_id="không có")
    assert len(nothing) == 0 and nothing.columns == alone.columns
    assert nothing is store_access.read_of_indicator(question, **place, indicator_id="cũng không")


@pytest.mark.parametrize(
    ("name", "units", "asked"),
    [
        ("compared_figure_list", ("42", "440", "436"), {}),
        ("remark_list", ("42",), {}),
    ],
)
def test_what_is_asked_of_all_units_at_once_is_what_each_one_is_answered(opened, name, units, asked):
    question = getattr(reads, name)
    for unit_id in units:
        of_all = store_access.read_of_unit(question, province_code="42", unit_id=unit_id, **asked)
        assert list(of_all) == list(question(opened, province_code="42", unit_id=unit_id, **asked)) != []


@pytest.mark.parametrize("pillar", ["CQ", "HT"])
def test_what_is_asked_of_all_groups_at_once_is_what_each_one_is_answered(opened, pillar):
    asked = {"province_code": "42", "level": "district", "year": 2022, "period": "N", "pillar": pillar}
    of_all = store_access.read_of_group(reads.unit_indicator_list, **asked)
    assert list(of_all) == list(reads.unit_indicator_list(opened, **asked)) != []


def test_territories_are_listed_beside_a_unit_as_beside_its_province(opened):
    for unit_id in ("42", "440", "18073", "75", "không có", ""):
        assert list(territories(unit_id)) == list(reads.territory_list(opened, unit_id=unit_id)) != []
    assert list(territories("440", "18073,75")) == list(reads.territory_list(opened, unit_id="440", also="18073,75"))
    assert province_of("440") == "42" and province_of("không có") is None

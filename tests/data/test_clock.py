"""One clock, Viet Nam's: what judges by today follows it, in Python and in SQL, and a wrong one stops nothing."""

import ast
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from data.seed import load_seed
from data.vietnamese.dates import now, on_day, today, utc_now
from queries.reads import target_list
from queries.store import Store

ROOT = Path(__file__).parents[2]
CLOCK = ROOT / "queries" / "clock.py"
OURS = [
    path for room in ("data", "queries", "components", "pages") for path in sorted((ROOT / room).rglob("*.py")) if path != CLOCK
]


@pytest.mark.parametrize("day", [date(2020, 1, 1), date(2022, 12, 30), date(2040, 2, 29)])
def test_the_shipped_figures_are_judged_on_their_own_day_whatever_the_machines_clock_says(day):
    with on_day(day):
        store = Store.create()
        assert load_seed(store) > 900
        assert store.check() == []


def test_a_status_follows_the_clock_in_sql_too(store):
    def still_open():
        return target_list(store, province_code="42", unit_id="42", year=2023, period="newest", level="any").where(
            status="not_due"
        )

    with on_day(date(2023, 12, 31)):
        before = still_open()
    with on_day(date(2024, 1, 1)):
        after = still_open()
    assert before and not after


def test_the_clock_is_viet_nams_and_runs_again_after_a_day_that_was_set():
    with on_day(date(2022, 12, 30)):
        assert today() == now().date() == date(2022, 12, 30) and now().utcoffset() == timedelta(hours=7)
        with on_day(date(2020, 1, 1)):
            assert today() == date(2020, 1, 1)
        assert today() == date(2022, 12, 30)
    assert abs(utc_now().replace(tzinfo=UTC) - datetime.now(UTC)) < timedelta(seconds=5)


@pytest.mark.parametrize("path", OURS, ids=lambda path: str(path.relative_to(ROOT)))
def test_nothing_else_asks_the_machine_what_day_it_is(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute) and node.attr in ("now", "today", "utcnow"):
            assert getattr(node.value, "id", "") not in ("datetime", "date"), f"{path}:{node.lineno}"


def test_sql_knows_no_clock_but_today_in_vietnam():
    asking = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "queries").rglob("*.sql"))
        if any(
            word in path.read_text(encoding="utf-8").lower() for word in ("now()", "current_date", "current_timestamp", "today()")
        )
    ]
    assert asking == ["queries/macros/today_in_vietnam.sql"]

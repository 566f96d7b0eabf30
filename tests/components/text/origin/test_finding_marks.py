"""Which row carries the mark: its own figure, the target that judges it, the last result that stands in for it."""

from dataclasses import dataclass

import pytest

from components.text.origin.finding_marks import Marks
from queries.rows import Rows

COLUMNS = ("unit_id", "indicator_id", "level", "year", "period", "check_name", "severity", "is_open")


@dataclass(frozen=True)
class Row:
    indicator_id: str = "CQ.06"
    level: str = "district"
    year: int | None = 2022
    period: str = "N"
    target_year: int | None = 2022
    last_year: int | None = None
    last_period: str | None = None


def marks(*changes):
    usual = dict(zip(COLUMNS, ("42", "CQ.06", "district", 2022, "N", "conflicting", "severe", True), strict=True))
    return Marks(Rows(COLUMNS, [tuple((usual | change).values()) for change in changes or ({},)]))


@pytest.mark.parametrize(
    ("row", "marked"),
    [
        (Row(), True),
        (Row(level="commune"), False),
        (Row(indicator_id="CQ.07"), False),
        (Row(year=2023, target_year=None), False),
        (Row(year=2023, period="Q2", target_year=2022), True),  # the target in force is that of 2022
        (Row(year=2025, target_year=2025, last_year=2022, last_period="N"), True),
        (Row(year=None), True),  # no result yet, but the target of 2022 is shown
        (Row(year=None, target_year=None), False),
    ],
)
def test_a_row_is_marked_by_what_it_shows(row, marked):
    assert (marks().open(row, "42") is not None) is marked
    assert marks().open(row, "75") is None


def test_a_result_of_another_year_does_not_mark_by_its_verdict():
    assert marks({"check_name": "disputed"}).open(Row(year=2023, period="Q2", target_year=2022), "42") is None


def test_the_grave_one_first_and_a_settled_one_is_no_alarm():
    both = marks({"severity": "warning", "check_name": "easy"}, {})
    assert both.open(Row(), "42").severity == "severe"
    settled = marks({"is_open": False})
    assert settled.open(Row(), "42") is None and len(settled.of(Row(), "42")) == 1
    assert settled.units("CQ.06", "district", 2022, "N") == frozenset() and both.units("CQ.06", "district", 2022, "N") == {"42"}

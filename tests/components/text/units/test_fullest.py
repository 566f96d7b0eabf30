"""Where a page of many units opens."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from components.text.units.fullest import fullest


class Row(NamedTuple):
    """How many units are known in a period."""

    year: int
    period: str
    units: int


@pytest.mark.parametrize(
    ("rows", "opened"),
    [
        ([Row(2026, "T10", 1), Row(2026, "Q3", 61), Row(2026, "Q2", 69)], Row(2026, "Q3", 61)),
        ([Row(2026, "Q3", 1), Row(2022, "N", 13)], Row(2022, "N", 13)),
        ([Row(2026, "Q3", 1), Row(2022, "N", 3), Row(2023, "N", 3)], Row(2023, "N", 3)),
        ([Row(2026, "N", 69), Row(2026, "Q4", 69)], Row(2026, "N", 69)),
    ],
)
def test_it_is_the_newest_period_of_enough_units_else_the_one_of_most(rows, opened):
    assert fullest(rows) == opened


def test_without_rows_there_is_nothing_to_open():
    with pytest.raises(ValueError, match="empty"):
        fullest([])

"""Where a page of many units opens: on the newest period in which enough of them have a number, not on the first figure of a new one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from components.text.units.ranking_words import LEAST
from data.vietnamese.periods import period_end


class _Counted(Protocol):
    """A row that says of how many units something is known in a period."""

    @property
    def year(self) -> int:
        """Calendar year."""

    @property
    def period(self) -> str:
        """N, 2T..11T, Q1..Q4, T1..T12."""

    @property
    def units(self) -> int:
        """How many units."""


Row = TypeVar("Row", bound=_Counted)


def fullest(rows: Iterable[Row]) -> Row:
    """The row of the newest period with so many units that they are ranked; where none has, the one of most units, then the newest.

    Of equal ones the first. Raises ValueError without rows.
    """
    return max(rows, key=lambda row: (min(row.units, LEAST), period_end(row.year, row.period), row.units))

"""Which figures are marked because data or documents contradict one another there. ``finding_mark`` alone decides it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from components.text import formats
from queries.rows import Rows

FLAG = "⚑"
WORD = "mâu thuẫn chưa xử lý"
_OF_TARGETS = ("conflicting", "impossible", "lowered", "easy", "below_province")  # checks that speak of the year's target


class Marks:
    """The findings of a province by figure. Takes ``finding_mark_list``."""

    def __init__(self, rows: Rows[Any]) -> None:
        self._of: dict[tuple[Any, ...], list[Any]] = {}
        for row in rows:
            self._of.setdefault((row.unit_id, row.indicator_id, row.level, row.year, row.period), []).append(row)

    def of(self, row: Any, unit_id: str, indicator_id: str = "") -> list[Any]:
        """The findings about what a row shows, its result, its target or the last result before it, open and grave ones first: of the unit
        and the indicator that it names, else of those given."""
        if not self._of or row.year is None:
            return []
        who = (getattr(row, "unit_id", unit_id), getattr(row, "indicator_id", indicator_id), row.level)
        shown = (row.year, getattr(row, "period", "N"))
        found = list(self._of.get((*who, *shown), ()))
        target, last = (
            (getattr(row, "target_year", None), "N"),
            (getattr(row, "last_year", None), getattr(row, "last_period", None)),
        )
        if target[0] is not None and target != shown:
            found += [mark for mark in self._of.get((*who, *target), ()) if mark.check_name in _OF_TARGETS]
        if last[0] is not None and last != shown:
            found += self._of.get((*who, *last), ())
        return sorted(found, key=lambda mark: (not mark.is_open, mark.severity))

    def open(self, row: Any, unit_id: str, indicator_id: str = "") -> Any | None:
        """The gravest finding that nobody has settled; None where nothing is to be marked."""
        return next((mark for mark in self.of(row, unit_id, indicator_id) if mark.is_open), None)

    def sentence(self, rows: Iterable[Any], unit_id: str, indicator_id: str = "") -> str:
        """'⚑ Mâu thuẫn chưa xử lý: năm 2022, Quý II năm 2023' of what some rows show, for the line below a chart; '' where nothing is open."""
        periods = [formats.period(row.period, row.year) for row in rows if self.open(row, unit_id, indicator_id)]
        return f"{FLAG} {WORD.capitalize()}: {', '.join(dict.fromkeys(periods))}" if periods else ""

    def units(self, indicator_id: str, level: str, year: int, period: str) -> frozenset[str]:
        """The units whose figure of one indicator and period is to be marked."""
        return frozenset(
            key[0]
            for key, found in self._of.items()
            if key[1:] == (indicator_id, level, year, period) and any(mark.is_open for mark in found)
        )

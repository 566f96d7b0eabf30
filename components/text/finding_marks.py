"""Which figures are marked because data or documents contradict one another there. ``finding_mark`` alone decides it."""

from __future__ import annotations

from typing import Any

from queries.rows import Rows

FLAG = "⚑"
WORD = "mâu thuẫn chưa xử lý"
_OF_TARGETS = ("conflicting", "impossible", "lowered", "easy", "below_province")  # checks that speak of the year's target
_Key = tuple[str, str, str, int, str]


class Marks:
    """The findings of a province by figure. Takes ``finding_mark_list``."""

    def __init__(self, rows: Rows[Any]) -> None:
        self._of: dict[_Key, list[Any]] = {}
        for row in rows:
            self._of.setdefault((row.unit_id, row.indicator_id, row.level, row.year, row.period), []).append(row)

    def of(self, row: Any, unit_id: str, indicator_id: str = "") -> list[Any]:
        """The findings about the result and the target that a row shows, open and grave ones first: of its unit where it names one,
        and its indicator, else of those given."""
        unit, indicator = getattr(row, "unit_id", unit_id), getattr(row, "indicator_id", indicator_id)
        if not self._of or row.year is None:
            return []
        found = list(self._of.get((unit, indicator, row.level, row.year, row.period), ()))
        target_year = getattr(row, "target_year", None)
        if target_year is not None and (target_year, "N") != (row.year, row.period):
            about = self._of.get((unit, indicator, row.level, target_year, "N"), ())
            found += [mark for mark in about if mark.check_name in _OF_TARGETS]
        return sorted(found, key=lambda mark: (not mark.is_open, mark.severity))

    def open(self, row: Any, unit_id: str, indicator_id: str = "") -> Any | None:
        """The gravest finding that nobody has settled; None where nothing is to be marked."""
        return next((mark for mark in self.of(row, unit_id, indicator_id) if mark.is_open), None)


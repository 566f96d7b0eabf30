"""What is known of a territory's year or of a part of it: its targets, their results, and how each of them counts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from queries.rows import Rows

NEWEST = "newest"
_NONE: Rows[Any] = Rows((), ())
_OF_RESULT = (  # columns of ``target_list`` that tell of the result
    "actual", "actual_low", "actual_high", "actual_as_written", "actual_qualifier", "basis", "as_of", "as_of_stated", "actual_document",
    "actual_locator", "to_date", "gap", "gap_share", "stated_status", "disputed", "conflict", "previous_year", "previous_period",
    "previous_actual", "previous_qualifier", "change",
)  # fmt: skip


@dataclass(frozen=True)
class Overview:
    """What is known of a territory's year, or of a part of it.

    targets: rows of ``target_list`` for the period; results: of ``result_list``; waiting: of ``open_target``;
    whole: of ``target_list`` for 'N', the targets of the year; paces: of ``milestone_list``, all parts of the year;
    changes: of ``change_list`` for the period. ``unit_id`` is that of the territory.
    """

    name: str
    year: int
    period: str
    level: str
    targets: Rows[Any]
    results: Rows[Any] = field(default=_NONE)
    waiting: Rows[Any] = field(default=_NONE)
    whole: Rows[Any] = field(default=_NONE)
    paces: Rows[Any] = field(default=_NONE)
    changes: Rows[Any] = field(default=_NONE)
    unit_id: str = ""

    @property
    def within_year(self) -> bool:
        """Whether it is about a part of the year."""
        return self.period not in (NEWEST, "N")

    @cached_property
    def own(self) -> Rows[Any]:
        """The targets that a document sets for this very part of the year."""
        return self.targets.where(has_target=True) if self.within_year else _NONE

    @cached_property
    def judged(self) -> Rows[Any]:
        """The targets that a result or a document's word judges."""
        return self.targets.matching(lambda row: row.mark in ("missed", "near", "met", "stated"))

    @cached_property
    def told(self) -> Rows[Any]:
        """The targets of which a result says how they stand: judged, or on the way to a day that has not come."""
        return self.by_state.matching(lambda row: row.mark in ("missed", "near", "met", "stated", "behind", "on_pace"))

    @cached_property
    def mostly_waiting(self) -> bool:
        """Whether of fewer than half of the targets of the year a result says how they stand."""
        return not self.within_year and 2 * len(self.told) < len(self.targets)

    @cached_property
    def missing(self) -> Rows[Any]:
        """The year's targets that a part of the year says nothing of, without whatever other periods say."""
        if not self.within_year:
            return _NONE
        reported = {(row.indicator_id, row.level) for row in self.targets}
        blank = {**dict.fromkeys(_OF_RESULT), "has_result": False, "mark": "no_result", "period": self.period}
        rows = [row for row in self.whole if (row.indicator_id, row.level) not in reported]
        return Rows(
            self.whole.columns, [row._replace(**{name: blank[name] for name in row._fields if name in blank}) for row in rows]
        )

    @cached_property
    def listed(self) -> Rows[Any]:
        """The targets with what is reported of them, and for a part of the year those of which nothing is."""
        missing = self.missing
        return Rows(self.targets.columns or missing.columns, [*self.targets, *missing]) if missing else self.targets

    @cached_property
    def by_state(self) -> Rows[Any]:
        """The listed targets with their state in place of their mark."""
        states = [(row, self.state(row)) for row in self.listed]
        return Rows(self.listed.columns, [row if row.mark == state else row._replace(mark=state) for row, state in states])

    @cached_property
    def focus(self) -> Rows[Any]:
        """What to work on first: missed and near, then what the document judges against its own numbers."""
        urgent = self.targets.matching(lambda row: row.mark in ("missed", "near"))
        disputed = self.targets.matching(lambda row: row.mark == "met" and row.disputed)
        return Rows(self.targets.columns, [*urgent, *disputed])

    @cached_property
    def late(self) -> Rows[Any]:
        """The targets whose day has not come and whose result lies behind the way to it, the farthest first."""
        behind = self.targets.matching(lambda row: self.state(row) == "behind")
        return Rows(behind.columns, sorted(behind, key=lambda row: -abs(self.pace_of[_key(row)].deviation)))

    @cached_property
    def drawn(self) -> Rows[Any]:
        """What a picture of what to work on shows: what is missed, nearly met or disputed, then what is behind."""
        return Rows(self.targets.columns, [*self.focus, *self.late])

    @cached_property
    def focus_rows(self) -> Rows[Any]:
        """What the list of what to work on shows: of a year that is hardly judged the way from earlier results."""
        return self.waiting if self.mostly_waiting else self.told_late(self.drawn)

    @cached_property
    def pace_of(self) -> dict[tuple[str, str], Any]:
        """The way to the year's target, by indicator and level, in the part of the year that is shown; else in that of the newest result."""
        parts = {(row.indicator_id, row.level): row.period for row in self.targets if row.has_result}
        paced = [row for row in self.paces if row.period == (self.period if self.within_year else parts.get(_key(row)))]
        return {_key(row): row for row in paced}

    def told_late(self, rows: Rows[Any]) -> Rows[Any]:
        """Some of the targets, those that are behind with that in place of their mark."""
        states = [self.state(row) for row in rows]
        told = [row._replace(mark=state) if state == "behind" else row for row, state in zip(rows, states, strict=True)]
        return Rows(rows.columns, told)

    def state(self, row: Any) -> str:
        """What counts a target: its mark; 'on_pace' or 'behind' where a part of the year tells and the day is not over; within a year
        'not_comparable', or 'unreported' where the part of the year says nothing of it."""
        if self.within_year and not row.has_result:
            return "unreported"
        if row.mark in ("met", "stated", "missed", "near") or not (self.within_year or row.mark == "not_due"):
            return counted_mark(row)
        pace = self.pace_of.get(_key(row)) if row.has_result else None
        return str(pace.pace) if pace else "not_comparable" if self.within_year else counted_mark(row)


def _key(row: Any) -> tuple[str, str]:
    return row.indicator_id, row.level


def counted_mark(row: Any) -> str:
    """The mark of a row; 'not_comparable' for a result of a part of a year that nobody can set against its target."""
    waiting = row.mark in ("no_result", "not_due")
    return "not_comparable" if waiting and row.has_result and not getattr(row, "comparable", True) else str(row.mark)

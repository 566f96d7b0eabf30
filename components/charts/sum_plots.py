"""The chart of a sum: what the province itself reports for a level, and what the units of the level come to."""

from __future__ import annotations

from typing import Any

from components.charts.model import Mark, Plot, Run, Slot
from components.text.units import ranking_words


def own_beside_sum(row: Any, told: str, unit_of_measure: str, *, title: str, subtitle: str, source: str) -> Plot:
    """Two upright bars, the province's own figure only where there is one. Takes a row of ``level_sum``; ``told``: of how many units."""
    slots = tuple(
        Slot(name, (Mark(kind, value),), ((Run(ranking_words.of(value, unit_of_measure)),),), facts)
        for name, kind, value, facts in (
            ("Tỉnh báo", "own", row.own, {"Đơn vị được cộng": None}),
            (told, "summed", row.total, {"Đơn vị được cộng": row.summed}),
        )
        if value is not None
    )
    top = 100.0 if unit_of_measure == "%" else max(slot.end for slot in slots) or 1.0
    return Plot(title, subtitle, source, slots, top=max([top, *(slot.end for slot in slots)]), unit_of_measure=unit_of_measure)

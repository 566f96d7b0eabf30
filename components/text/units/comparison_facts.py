"""Territories side by side, put together of what each of them has: an answer about a territory serves every comparison that it stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from queries.rows import Rows


def compared(of_units: Mapping[str, Rows[Any]]) -> Rows[Any]:
    """``compared_figure_list`` of all these units in one, those indicators first that most of them have. ``of_units``: its rows by unit id.

    In the place of pillar_order stands sharing: how many of the units have a figure of the indicator; 1 = nobody to compare with.
    """
    having = Counter(indicator_id for rows in of_units.values() for indicator_id in _indicators(rows))
    columns = next(iter(of_units.values())).columns
    at = columns.index("pillar_order")
    placed = [(row, place) for place, rows in enumerate(of_units.values()) for row in rows]  # by level, which sorting keeps
    placed.sort(key=lambda of: (-having[of[0].indicator_id], of[0].pillar_order, of[0].indicator_id, of[1]))
    return Rows(
        [*columns[:at], "sharing", *columns[at + 1 :]],
        [(*row[:at], having[row.indicator_id], *row[at + 1 :]) for row, _ in placed],
    )


def near(pairs: Rows[Any], of_units: Mapping[str, Rows[Any]]) -> Rows[Any]:
    """Those of ``near_indicator_list`` of which the first unit has the one and not the other, and another unit, other_unit_id, the reverse.

    What the catalogue explains first, then the most alike.
    """
    first, *others = of_units
    having = {unit_id: _indicators(rows) for unit_id, rows in of_units.items()}
    found = [
        (pair, place)
        for pair in pairs
        if pair.indicator_id in having[first] and pair.other_id not in having[first]
        for place, unit_id in enumerate(others)
        if pair.other_id in having[unit_id] and pair.indicator_id not in having[unit_id]
    ]
    found.sort(key=lambda of: (not of[0].noted, -of[0].alike, of[0].pillar_order, of[0].indicator_id, of[1]))
    return Rows([*pairs.columns, "other_unit_id"], [(*pair, others[place]) for pair, place in found])


def _indicators(rows: Rows[Any]) -> set[str]:
    return set(rows.values("indicator_id"))

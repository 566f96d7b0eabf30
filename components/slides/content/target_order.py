"""Targets as the plans order them."""

from __future__ import annotations

from typing import Any

from queries.rows import Rows


def in_order(rows: Rows[Any]) -> Rows[Any]:
    """Rows of ``target_list`` as the plans order them."""
    places = {level: place for place, level in enumerate(("province", "district", "commune", "all"))}

    def place(row: Any) -> tuple[int, str, int]:
        return row.pillar_order, row.indicator_id, places[row.level]

    return Rows(rows.columns, sorted(rows, key=place))

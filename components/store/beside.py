"""Which province a unit belongs to, and which territories stand beside it in a list: asked once of all units, not of each that is opened."""

from __future__ import annotations

from typing import Any

from components.store.store_access import cached_read, kept
from queries.reads import territory_list, unit_province
from queries.rows import Rows


def province_of(unit_id: str) -> str | None:
    """The province of a unit; None of one that nobody knows."""
    return kept(_provinces).get(unit_id)


def _provinces() -> dict[str, str]:
    return {row.unit_id: row.province_code for row in cached_read(unit_province)}


def territories(unit_id: str, also: str = "") -> Rows[Any]:
    """``territory_list`` where a unit is open: the same for all of a province, so asked as of the province itself, if it is a unit under its code."""
    province_code = province_of(unit_id) or unit_id
    return cached_read(
        territory_list, unit_id=province_code if province_of(province_code) == province_code else unit_id, also=also
    )

"""Whose profile is open: a district or commune of the province, of today or of then. It lives in the link: ``?don_vi=18229-202507``."""

from __future__ import annotations

from typing import Any

from components.filters import filters, url_state
from components.store.kept_answers import while_figures_hold
from components.store.store_access import cached_read
from components.territory import Territory
from components.text.units import profile_words
from queries.reads import unit_state_list
from queries.rows import Rows


def unit(territory: Territory) -> Any | None:
    """The row of ``unit_state_list`` that is chosen, the territory's own unless the link names another; None: none is."""
    rows = cached_read(unit_state_list, province_code=territory.province_code)
    url_state.forget_unlinked("don_vi")
    chosen = filters.choose("Đơn vị", "don_vi", _labels(rows), territory.unit_id, width=320, filter_mode="contains")
    return next((row for row in rows if row.unit_id == chosen), None)


@while_figures_hold(most=20)
def _labels(rows: Rows[Any]) -> dict[str, str]:
    return {"": "Chọn đơn vị…", **{row.unit_id: profile_words.label(row) for row in rows}}

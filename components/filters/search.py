"""The box that finds an indicator by any part of its name, and what it found."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import state
from components.store_access import cached_read
from components.territory import Territory
from components.tiles.tables import found_indicators
from data.vietnamese.text import fold
from queries.reads import indicator_search
from queries.rows import Rows


def search(territory: Territory) -> None:
    """A box that finds an indicator by any part of its name, with or without diacritics; results stand below the bar."""
    words = st.text_input("Tìm chỉ tiêu", placeholder="Tìm chỉ tiêu…", key="tim", type="search", width=230, bind="query-params")
    state.FOUND.set(_matching(territory, words) if words else None)


def search_results(territory: Territory) -> None:
    """What the search box found, as links; nothing when it is empty."""
    rows = state.FOUND.get()
    if rows is not None:
        found_indicators(rows, territory.unit_id)


def found() -> set[str] | None:
    """The indicators that the search box found; none when it is empty."""
    rows = state.FOUND.get()
    return None if rows is None else {row.indicator_id for row in rows}


def _matching(territory: Territory, words: str) -> Rows:
    parts = fold(words).split()
    rows = cached_read(indicator_search, **territory.key).matching(lambda row: all(part in row.search_key for part in parts))
    phrase = " ".join(parts)
    ordered: list[Any] = sorted(rows, key=lambda row: phrase not in row.search_key)  # the whole phrase first
    return Rows(rows.columns, ordered)

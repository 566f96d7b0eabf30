"""The box that finds indicators by the beginnings of words of their names, and what it found."""

from __future__ import annotations

from difflib import get_close_matches
from typing import Any

import streamlit as st

from components import state
from components.filters.unanswered import begins, split
from components.store.store_access import cached_read
from components.territory import Territory
from components.tiles import found as found_tile
from data.vietnamese.text import fold
from queries.reads import indicator_search, unit_state_list
from queries.rows import Rows

_CLOSEST, _ALIKE, _FEW, _UNITS = 2, 0.75, 5, 8


def search(territory: Territory) -> None:
    """A box that finds an indicator by beginnings of words, with or without diacritics; results stand below the bar."""
    words = st.text_input("Tìm chỉ tiêu", placeholder="Tìm chỉ tiêu…", key="tim", type="search", width=230, bind="query-params")
    state.FOUND.set(_matching(territory, words) if words else None)


def search_results(territory: Territory) -> None:
    """What the search box found, as links; nothing when it is empty."""
    rows, words = state.FOUND.get(), state.box("tim").get() or ""
    if rows is not None:
        found_tile.units(_units(territory, words))
        near = rows or _near(territory, words)
        found_tile.found(near, territory.unit_id, words.strip()[:80], near=not rows)


def _units(territory: Territory, words: str) -> list[Any]:
    """The districts and communes of the province whose name has the words, those of today first."""
    rows = cached_read(unit_state_list, province_code=territory.province_code)
    return list(rows.matching(lambda unit: begins(unit.unit_name, words)))[:_UNITS] if len(words.strip()) > 1 else []


def found() -> set[str] | None:
    """The indicators that the search box found; none when it is empty."""
    rows = state.FOUND.get()
    return None if rows is None else {row.indicator_id for row in rows}


def _matching(territory: Territory, words: str) -> Rows:
    """What every word begins a word of, the whole phrase first."""
    rows = cached_read(indicator_search, **territory.key)
    phrase = " ".join(fold(words).split())
    ordered: list[Any] = sorted(
        rows.matching(lambda row: begins(row.search_key, words)), key=lambda row: phrase not in row.search_key
    )
    return Rows(rows.columns, ordered)


def _near(territory: Territory, words: str) -> Rows:
    """The indicators with most of the words, or words spelt almost like them; none where nothing is alike."""
    rows, asked = cached_read(indicator_search, **territory.key), split(words)
    known = {word for row in rows for word in split(row.search_key)}
    alike = {close for word in asked if len(word) > 2 for close in get_close_matches(word, known, _CLOSEST, _ALIKE)}
    hits = {row.indicator_id: len(alike & set(split(row.search_key))) for row in rows}
    ordered: list[Any] = sorted((row for row in rows if hits[row.indicator_id]), key=lambda row: -hits[row.indicator_id])
    return Rows(rows.columns, ordered[:_FEW])

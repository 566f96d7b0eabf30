"""Indicators whose targets differ by level: a row each, the levels beside each other on one scale."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.text import formats, headlines, times
from components.tiles import bullets, html_table
from components.tiles.html_table import Cell, Column, Markup, joined, small, tag
from components.tiles.links import address, link
from components.tiles.origin import finding_flags, source_links
from queries.rows import Rows

LEVELS = ("province", "district", "commune")


def level_table(rows: Rows, unit_id: str, year: int, large: str | None) -> None:
    """Shares with targets by level, in the order of the rows. Takes the columns of ``level_comparison``.

    A name opens the indicator large (``?so_sanh=``); ``large`` is the one that is.
    """
    columns = [
        Column("Chỉ tiêu", caption=""),
        *(Column(formats.LEVELS[level]) for level in LEVELS),
        Column("Chênh lệch", nowrap=True),
    ]
    body = [_row(of_indicator, unit_id, year, large) for of_indicator in rows.by("indicator_id").values()]
    st.html(joined(html_table.table(columns, body, "wide compare levels"), bullets.key_of(rows)))


def _row(rows: Rows, unit_id: str, year: int, large: str | None) -> list[Any]:
    first = rows[0]
    to_large = address("so-sanh-cac-cap", {"dia_ban": unit_id, "nam": year, "so_sanh": first.indicator_id})
    name: Markup = link(to_large, first.short_name, title=first.indicator_name)
    shown = joined(tag("b", name), small("đang vẽ lớn")) if first.indicator_id == large else name
    by_level = {row.level: _figure(row, unit_id) for row in rows}
    return [shown, *(by_level.get(level, Cell(formats.NOTHING, "none")) for level in LEVELS), formats.distance(first.spread, "%")]


def _figure(row: Any, unit_id: str) -> Markup:
    """Bar, result against target, status; the period where it is not the whole year, the target's year where it is another."""
    value = formats.compared(row) if row.has_result else formats.target(row)
    said = [formats.verdict(row).lower()]
    if row.gap:
        said.append(formats.gap(row.gap, row.unit_of_measure))
    if headlines.by_year(row):
        said.append(headlines.so_far(row))
    if row.has_result and row.period != "N":
        said.append(f"kết quả {formats.inside(times.period(row.period, row.year))}")
    if row.target_year not in (None, row.year) and str(row.target_year) not in said[0]:
        said.append(f"mục tiêu năm {row.target_year}")
    if row.disputed:
        said.append("văn bản xếp khác")
    line = tag("div", bullets.bullet(row), tag("b", source_links.figure(unit_id, row, value)), class_="line")
    return joined(
        line, small(bullets.shape(formats.shown_mark(row)), " ", " · ".join(said), finding_flags.flag(row, unit_id, worded=True))
    )

"""Pillars as shapes, one a target, the largest share of missed targets first; a tap shows a pillar's targets below."""

from __future__ import annotations

from typing import Any

from components.text.overview.pillar_words import by_need, paced_by, pillar_count
from components.tiles.bullets import shapes
from components.tiles.cards import MARKS
from components.tiles.html_table import Markup, tag
from components.tiles.links import here
from queries.rows import Rows

_ORDER = ("missed", "behind", "near", "met", "stated", "on_pace", "not_comparable", "unreported", "no_result", "not_due")


def pillars(rows: Rows[Any], chosen: str = "") -> Markup:
    """One row a pillar. Takes ``Overview.by_state``; the chosen pillar is marked, and a tap on it takes the choice back."""
    return tag(
        "div",
        *(_row(name, group, paced_by(rows), group[0].pillar == chosen) for name, group in by_need(rows)),
        class_="pillar-list",
    )


def _row(name: str, rows: Rows[Any], paced: bool, chosen: bool) -> Markup:
    marks = sorted((row.mark for row in rows), key=_ORDER.index)
    count = tag(
        "b", pillar_count(rows, paced), class_="pillar-count s-missed" if {"missed", "behind"} & set(marks) else "pillar-count"
    )
    address = here(nhom=None if chosen else rows[0].pillar)
    look = "pillar-row chosen" if chosen else "pillar-row"
    return tag(
        "a",
        tag("span", name),
        shapes(MARKS.get(mark, mark) for mark in marks),
        count,
        class_=look,
        href=address,
        target="_self",
        aria_current="true" if chosen else "",
    )

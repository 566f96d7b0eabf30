"""Cells of the tables on slides, and long tables cut into pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from textwrap import shorten
from typing import Any

from components.charts.model import Line, Run
from components.slides.layout import slide_layout
from components.slides.slide import SlideTable
from components.text import formats
from components.theme import INK, MUTED, STATUS_COLOURS
from queries.rows import Rows

Cell = tuple[Line, ...]
WIDTH, HEIGHT = 880.0, 325.0  # room for a table


def paged(table: SlideTable) -> list[SlideTable]:
    """A long table cut into as many as fill a slide each; a group's heading stays with its first row."""
    heights = slide_layout.row_heights(table, WIDTH, table.size)
    parts: list[list[int]] = [[]]
    filled = heights[0]
    for row, high in enumerate(heights[1:]):
        needed = high + (heights[row + 2] if row in table.groups and row + 2 < len(heights) else 0)
        if parts[-1] and filled + needed > HEIGHT:
            parts.append([])
            filled = heights[0]
        parts[-1].append(row)
        filled += high
    return [
        replace(
            table,
            rows=tuple(table.rows[row] for row in part),
            groups=frozenset(n for n, row in enumerate(part) if row in table.groups),
        )
        for part in parts
    ]


def at(level: str) -> str:
    """A chosen level at the end of a title; nothing for all of them."""
    return "" if level == "any" else f" · {formats.LEVEL_PHRASES[level]}"


def levels(names: Iterable[str]) -> str:
    """The one level that a chart is about; nothing for several."""
    names = list(names)
    return f"{formats.LEVEL_PHRASES[names[0]]} · " if len(names) == 1 and names[0] != "all" else ""


def cell(text: str, colour: str = INK, bold: bool = False) -> Cell:
    """A text."""
    return ((Run(text, colour, bold),),)


def brief(text: str) -> Cell:
    """A text cut to a few words."""
    return cell(shorten(text, 46, placeholder="…"))


def named(row: Any) -> Cell:
    """An indicator with its level."""
    where = "" if row.level == "all" else f" · {formats.LEVEL_PHRASES[row.level]}"
    return ((Run(row.short_name), Run(where, MUTED)),) if where else cell(row.short_name)


def gap(row: Any) -> Cell:
    """A gap, bold in the colour of its status."""
    return cell(formats.gap(row.gap, row.unit_of_measure), STATUS_COLOURS[row.status], bold=True)


def status(code: str) -> Cell:
    """Shape and word."""
    return cell(formats.status(code), STATUS_COLOURS[code])


def result(row: Any) -> Cell:
    """Shape, result against target, and the gap below."""
    target, result = (shorten(text, 40, placeholder="…") for text in (formats.target(row), formats.result(row)))
    shape = Run(formats.STATUSES[row.status][0] + " ", STATUS_COLOURS[row.status], bold=True)
    lines: list[Line] = [(shape, Run(f"{result} / {target}" if result != formats.NOTHING else target))]
    if row.gap:
        lines.append((Run(formats.gap(row.gap, row.unit_of_measure), STATUS_COLOURS[row.status], bold=True),))
    return tuple(lines)


def counts(rows: Rows) -> Cell:
    """How many targets have which status."""
    counted = {status: len(group) for status, group in rows.by("status").items()}
    if not counted:
        return cell(formats.NOTHING, MUTED)
    parts: list[Run] = []
    for status in formats.STATUSES:
        if status in counted:
            parts += [Run(formats.STATUSES[status][0] + "\u00a0", STATUS_COLOURS[status], bold=True), Run(f"{counted[status]}  ")]
    return (tuple(parts),)

"""A white panel under everything that stands on a dark page, with letters in our own ink: the template's text colour is light there."""

from __future__ import annotations

from dataclasses import replace

from components.charts.model import Line
from components.charts.shapes import Box, Rect, Shape, Words
from components.slides.slide import SlideTable
from components.theme import INK

INK_ON_PANEL = "#16242e"  # one step beside the ink, which means "the text colour of the template"
_EDGE = 8.0


def sheet(area: Box) -> Rect:
    """The panel behind an area."""
    return Rect(Box(area.x - _EDGE, area.y - _EDGE, area.w + 2 * _EDGE, area.h + 2 * _EDGE), fill="#ffffff")


def inked(shape: Shape) -> Shape:
    """A shape whose words no longer follow the template's text colour."""
    return replace(shape, lines=tuple(map(_line, shape.lines))) if isinstance(shape, Words) else shape


def inked_table(table: SlideTable) -> SlideTable:
    """The same of a table."""
    return replace(table, rows=tuple(tuple(tuple(map(_line, cell)) for cell in row) for row in table.rows))


def _line(line: Line) -> Line:
    return tuple(replace(run, colour=INK_ON_PANEL) if run.colour == INK else run for run in line)

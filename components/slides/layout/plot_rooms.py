"""The rooms of charts: in rows and columns, beside a table, and no higher than their bars need."""

from __future__ import annotations

from components.charts.model import Plot
from components.charts.shapes import Box

ROW = 3  # so many charts stand in a row
_GAP = 18.0
_SLOT = 52.0  # height of a lying bar with its room, at most


def grid(number: int, box: Box) -> list[Box]:
    """Equal rooms in rows of at most three, of four in rows of two."""
    columns = 2 if number == 4 else ROW
    rows = -(-number // columns)
    wide, high = (box.w - _GAP * (columns - 1)) / columns, (box.h - 8 * (rows - 1)) / rows
    return [
        Box(box.x + number % columns * (wide + _GAP), box.y + number // columns * (high + 8), wide, high)
        for number in range(number)
    ]


def halves(box: Box) -> tuple[Box, Box]:
    """Room for a chart on the left, and for a table on the right."""
    left = box.w * 0.44
    return Box(box.x, box.y, left, box.h), Box(box.x + left + _GAP, box.y, box.w - left - _GAP, box.h)


def limited(plots: tuple[Plot, ...], box: Box) -> Box:
    """The part of a room that lying bars need, so that a single one is no block."""
    if not all(plot.horizontal for plot in plots):
        return box
    most = max(len(plot.slots) for plot in plots) * _SLOT
    return Box(box.x, box.y, box.w, min(box.h, max(most, 60.0)))

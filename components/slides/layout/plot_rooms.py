"""Charts on a slide: side by side, in rows and columns, one below the other, beside a table, and no higher than their bars need."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from components.charts import chart_geometry, text_metrics
from components.charts.model import Plot, Run
from components.charts.shapes import Box, Words
from components.slides.layout import chart_key, plot_fitting
from components.slides.layout.placed_pieces import Native, Piece
from components.theme import INK

_LEFT = 74.0  # room for the headings on the left of charts that stand one below the other

ROW = 3  # so many charts stand in a row
_GAP = 18.0
_HEADING = 30.0  # height of a heading above a small chart, at most
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


def least(number: int, wide: float, high: float) -> tuple[float, float]:
    """Width and height of the bars of so many small charts in a room for a table, its key and their headings taken away."""
    room = grid(number, Box(0, 0, wide, high - chart_key.KEY - 6))[0]
    return room.w, room.h - _HEADING


def rows(names: Sequence[str], wide: float, high: float) -> int:
    """So many lying bars, in the order of their names, that each name stands whole in a room for a table beside key and note; three at least."""
    size = chart_geometry.SMALLEST
    room = wide * chart_geometry.NAMES * 0.94 - 12
    needed = [len(text_metrics.broken((Run(name),), room, size)) for name in names]

    def lines(number: int) -> int:
        return int((high - 2 * chart_key.KEY) * 0.96 / number / (size * text_metrics.leading()))

    return next((number for number in range(len(names), 3, -1) if max(needed[:number]) <= lines(number)), min(3, len(names)))


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


def placed(plots: tuple[Plot, ...], box: Box) -> list[Piece]:
    """Charts side by side in equal rooms, each under its heading; long axes of time one below the other, as on the screen."""
    if len(plots) > ROW:
        return _grid(plots, box)
    box = limited(plots, box)
    wide = (box.w - _GAP * (len(plots) - 1)) / len(plots)
    if len(plots) > 1 and any(plot.time and plot_fitting.crowded(plot, wide, box.h) for plot in plots):
        return _rows(plots, box)
    above, heads = _headings(plots, wide, 36, 13)
    rooms = [Box(box.x + number * (wide + _GAP), box.y, wide, box.h) for number in range(len(plots))]
    return _charts(plots, rooms, above, heads)


def _headings(plots: tuple[Plot, ...], wide: float, high: float, largest: float) -> tuple[float, list[Words]]:
    """How high the headings above charts are, and their words; nothing where no chart has one."""
    if not any(plot.heading for plot in plots):
        return 0.0, []
    lines = [((Run(plot.heading, INK, bold=True),),) for plot in plots]
    size = min(text_metrics.fitted(line, wide * 0.96, high, largest, 12) for line in lines)
    above = max(text_metrics.height(line, wide * 0.96, size) for line in lines) + 4
    room = Box(0, 0, wide, above)
    heads = [Words(f"ct-heading-{number}", room, line, size, anchor="bottom") for number, line in enumerate(lines, start=1)]
    return above, heads


def _charts(
    plots: tuple[Plot, ...], rooms: list[Box], above: float, heads: list[Words], largest: float = chart_geometry.LARGEST
) -> list[Piece]:
    """Each chart in its room, its heading above it; letters of one size, shares on one scale."""
    inner = [Box(room.x, room.y + above, room.w, room.h - above) for room in rooms]
    found = [plot_fitting.fitted(plot, room.w, room.h, largest) for plot, room in zip(plots, inner, strict=True)]
    size = min(letters for _, letters in found)
    drawn = [plot for plot, _ in found]
    ends = [chart_geometry.axis_end(plot, room.w, room.h, size) for plot, room in zip(drawn, inner, strict=True)]
    same = max(ends) if len({plot.unit_of_measure for plot in plots}) == 1 else 0.0
    shares = max((end for plot, end in zip(plots, ends, strict=True) if plot.unit_of_measure == "%"), default=0.0)
    pieces: list[Piece] = []
    for number, (plot, room, end) in enumerate(zip(drawn, inner, ends, strict=True), start=1):
        if heads:
            pieces.append(replace(heads[number - 1], box=Box(room.x, room.y - above, room.w, above)))
        scale = same or (shares if plot.unit_of_measure == "%" else end)
        pieces.append(Native(f"ct-chart-{number}", room, plot, size, scale))
    return pieces


def _grid(plots: tuple[Plot, ...], box: Box) -> list[Piece]:
    """Small charts in rows, each under its heading, letters of one size; shares have one scale."""
    rooms = grid(len(plots), box)
    above, heads = _headings(plots, rooms[0].w, _HEADING, 12)
    return _charts(plots, rooms, above, heads, 12)


def _rows(plots: tuple[Plot, ...], box: Box) -> list[Piece]:
    """Charts one below the other, each with its heading on the left; labels in one line leave more height for the bars."""
    gap = 6.0
    plots = tuple(map(plot_fitting.in_one_line, plots))
    high = (box.h - gap * (len(plots) - 1)) / len(plots)
    rooms = [Box(box.x + _LEFT, box.y + number * (high + gap), box.w - _LEFT, high) for number in range(len(plots))]
    pieces = _charts(plots, rooms, 0.0, [], 12)
    heads = [
        Words(
            f"ct-heading-{number}",
            Box(box.x, room.y, _LEFT - 6, high),
            ((Run(plot.heading, INK, bold=True),),),
            13,
            anchor="middle",
        )
        for number, (plot, room) in enumerate(zip(plots, rooms, strict=True), start=1)
    ]
    return [one for pair in zip(heads, pieces, strict=True) for one in pair]

"""Charts on a slide: side by side, in rows and columns, one below the other, beside a table, and no higher than their bars need."""

from __future__ import annotations

from components.charts import chart_geometry, text_metrics
from components.charts.model import Plot, Run
from components.charts.shapes import Box, Words
from components.slides.layout.placed_pieces import Native, Piece
from components.theme import INK

_LEGIBLE = 9.0  # letters of charts that stand side by side

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


def placed(plots: tuple[Plot, ...], box: Box) -> list[Piece]:
    """Charts side by side in equal rooms, each under its heading; long axes of time one below the other, as on the screen."""
    if len(plots) > ROW:
        return _grid(plots, box)
    box = limited(plots, box)
    gap = 18.0
    wide = (box.w - gap * (len(plots) - 1)) / len(plots)
    crowded = any(plot.time and chart_geometry.letters_of(plot, wide, box.h) < _LEGIBLE for plot in plots)
    if len(plots) > 1 and crowded:
        return _rows(plots, box)
    headed = any(plot.heading for plot in plots)
    above = 0.0
    placed: list[Piece] = []
    if headed:
        heads = [((Run(plot.heading, INK, bold=True),),) for plot in plots]
        size = min(text_metrics.fitted(head, wide * 0.96, 36, 13, 9) for head in heads)
        above = max(text_metrics.height(head, wide * 0.96, size) for head in heads) + 4
        for number, head in enumerate(heads, start=1):
            x = box.x + (number - 1) * (wide + gap)
            placed.append(Words(f"ct-heading-{number}", Box(x, box.y, wide, above), head, size, anchor="bottom"))
    size = min(chart_geometry.letters_of(plot, wide, box.h - above) for plot in plots)
    end = max(chart_geometry.axis_end(plot, wide, box.h - above, size) for plot in plots)
    for number, plot in enumerate(plots, start=1):
        x = box.x + (number - 1) * (wide + gap)
        placed.append(Native(f"ct-chart-{number}", Box(x, box.y + above, wide, box.h - above), plot, size, end))
    return placed


def _grid(plots: tuple[Plot, ...], box: Box) -> list[Piece]:
    """Small charts in rows, each under its heading, letters of one size; shares have one scale."""
    rooms = grid(len(plots), box)
    heads = [((Run(plot.heading, INK, bold=True),),) for plot in plots]
    head = min(text_metrics.fitted(line, room.w * 0.96, 28, 12, 9) for line, room in zip(heads, rooms, strict=True))
    above = max(text_metrics.height(line, room.w * 0.96, head) for line, room in zip(heads, rooms, strict=True)) + 3
    charts = [Box(room.x, room.y + above, room.w, room.h - above) for room in rooms]
    size = min(chart_geometry.letters_of(plot, chart.w, chart.h, 12) for plot, chart in zip(plots, charts, strict=True))
    ends = [chart_geometry.axis_end(plot, chart.w, chart.h, size) for plot, chart in zip(plots, charts, strict=True)]
    shares = max((end for plot, end in zip(plots, ends, strict=True) if plot.unit_of_measure == "%"), default=0.0)
    placed: list[Piece] = []
    for number, (plot, line, room, chart, end) in enumerate(zip(plots, heads, rooms, charts, ends, strict=True), start=1):
        top = Box(room.x, room.y, room.w, above)
        placed.append(Words(f"ct-heading-{number}", top, line, head, anchor="bottom"))
        placed.append(Native(f"ct-chart-{number}", chart, plot, size, shares if plot.unit_of_measure == "%" else end))
    return placed


def _rows(plots: tuple[Plot, ...], box: Box) -> list[Piece]:
    """Charts one below the other, each with its heading on the left."""
    left, gap = 74.0, 6.0
    high = (box.h - gap * (len(plots) - 1)) / len(plots)
    size = min(chart_geometry.letters_of(plot, box.w - left, high, 11) for plot in plots)
    end = max(chart_geometry.axis_end(plot, box.w - left, high, size) for plot in plots)
    placed: list[Piece] = []
    for number, plot in enumerate(plots, start=1):
        y = box.y + (number - 1) * (high + gap)
        placed.append(
            Words(
                f"ct-heading-{number}",
                Box(box.x, y, left - 6, high),
                ((Run(plot.heading, INK, bold=True),),),
                13,
                anchor="middle",
            )
        )
        placed.append(Native(f"ct-chart-{number}", Box(box.x + left, y, box.w - left, high), plot, size, end))
    return placed

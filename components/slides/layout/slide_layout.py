"""Where everything stands on a slide: texts, rectangles, strokes, and room for charts and tables. One layout for all formats."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from components.charts import chart_drawing, chart_geometry, notation, text_metrics, unit_grid, unit_matrix
from components.charts.model import Plot, Run
from components.charts.shapes import Box, Circle, Rect, Shape, Stroke, Words
from components.slides.layout import panel, plot_rooms, slide_heading
from components.slides.layout.slide_page import Page
from components.slides.slide import Card, Slide, SlideTable
from components.theme import ACCENT, INK, LINE, MUTED, OUTLINE, STATUS_COLOURS

FOOTER = "Chỉ tiêu chuyển đổi số"
_LEGIBLE = 9.0  # letters of charts that stand side by side
KEY = 18.0  # height of a row of the key
LIVE = "Xem trên bảng chỉ tiêu"
BOLD = "Số đậm: chênh lệch giữa kết quả và mục tiêu"
WARNING = STATUS_COLOURS["missed"]


@dataclass(frozen=True)
class Native:
    """Room for a chart or a table. ``size`` is the size of its letters, ``end`` the end of a chart's value axis."""

    name: str
    box: Box
    content: Plot | SlideTable
    size: float
    end: float = 0.0


@dataclass(frozen=True)
class Group:
    """Shapes that belong together: whoever moves one in PowerPoint moves all. ``name`` begins with 'ct-' and is found again there."""

    name: str
    pieces: tuple[Shape, ...]

    @property
    def box(self) -> Box:
        """The room that they take together."""
        boxes = [_room(piece) for piece in self.pieces]
        x, y = min(box.x for box in boxes), min(box.y for box in boxes)
        return Box(x, y, max(box.x + box.w for box in boxes) - x, max(box.y + box.h for box in boxes) - y)


def _room(piece: Shape) -> Box:
    if isinstance(piece, Stroke):
        return Box(min(piece.x1, piece.x2), min(piece.y1, piece.y2), abs(piece.x2 - piece.x1), abs(piece.y2 - piece.y1))
    if isinstance(piece, Circle):
        return Box(piece.x - piece.radius, piece.y - piece.radius, 2 * piece.radius, 2 * piece.radius)
    return piece.box


Piece = Shape | Native | Group


def flat(pieces: Iterable[Piece]) -> list[Shape | Native]:
    """The pieces with those of groups one by one, for formats that have no groups."""
    return [one for piece in pieces for one in (piece.pieces if isinstance(piece, Group) else (piece,))]


def _group(name: str, shapes: Iterable[Shape]) -> list[Piece]:
    """The shapes as one piece; none when there is nothing to hold together."""
    together = tuple(shapes)
    return [Group(name, together)] if together else []


def pieces(slide: Slide, page: Page) -> list[Piece]:
    """Everything but the title."""
    area = page.area
    placed: list[Piece] = [*slide_heading.texts(slide, page)]
    top = slide_heading.below(slide, page)
    source = ((Run(slide.source, MUTED), *((Run("  ·  "), Run(LIVE, ACCENT, link=slide.link)) if slide.link else ())),)
    below = text_metrics.fitted(source, area.w * 0.97, 27, 10.5, 8)
    foot = text_metrics.height(source, area.w * 0.97, below) + 2
    placed.append(Words("ct-source", Box(area.x, area.y + area.h - foot, area.w, foot), source, below))
    body = Box(area.x, top, area.w, area.y + area.h - foot - 6 - top)
    if slide.note:
        note = ((Run(slide.note, MUTED),),)
        high = text_metrics.height(note, area.w * 0.97, 11) + 2
        placed.append(Words("ct-note", Box(body.x, body.y + body.h - high, body.w, high), note, 11))
        body = Box(body.x, body.y, body.w, body.h - high - 4)
    if slide.cards:
        placed += _cards(slide.cards, Box(body.x, body.y, body.w, 82))
        body = Box(body.x, body.y + 96, body.w, body.h - 96)
    beside = body
    if slide.plots and slide.table:
        body, beside = plot_rooms.halves(body)
    if slide.plots:
        above = key(slide.plots, body)
        used = _key_height(above, body) + 6
        placed += _group("ct-key", above)
        placed += _plots(slide.plots, Box(body.x, body.y + used, body.w, body.h - used))
    if slide.table:
        room = beside if slide.plots else body
        placed += _tables(slide.table, slide.second, room)
    if slide.tiles:
        placed += _group("ct-tiles", unit_grid.drawn(slide.tiles, body))
    placed += marks(slide, page)
    return _on_panel(placed, page) if page.dark else placed


def _on_panel(placed: list[Piece], page: Page) -> list[Piece]:
    """The pieces of a dark page on a white panel."""
    inked: list[Piece] = []
    for piece in placed:
        if isinstance(piece, Group):
            inked.append(replace(piece, pieces=tuple(panel.inked(shape) for shape in piece.pieces)))
        elif isinstance(piece, Native):
            content = piece.content
            inked.append(replace(piece, content=panel.inked_table(content) if isinstance(content, SlideTable) else content))
        else:
            inked.append(panel.inked(piece))
    return [Group("ct-panel", (panel.sheet(page.area),)), *inked]


def _tables(table: SlideTable, second: SlideTable | None, room: Box) -> list[Piece]:
    """A table with the bars in its cells; a second one below it, in letters of the same size."""
    if second is None:
        size = table_size(table, room)
        return [Native("ct-table", room, table, size), *_group("ct-bars", bars(table, room, size))]
    size = min(table.size, second.size)
    while size > 8 and heights_together(table, second, room.w, size) > room.h:
        size -= 0.5
    high = sum(row_heights(table, room.w, size))
    lower = Box(room.x, room.y + high + _BETWEEN, room.w, room.h - high - _BETWEEN)
    return [Native("ct-table", Box(room.x, room.y, room.w, high), table, size), Native("ct-table-2", lower, second, size)]


_BETWEEN = 12.0  # points between two tables


def heights_together(table: SlideTable, second: SlideTable, wide: float, size: float) -> float:
    """How high two tables are together."""
    return sum(row_heights(table, wide, size)) + sum(row_heights(second, wide, size)) + _BETWEEN


def table_size(table: SlideTable, body: Box) -> float:
    """The largest size of letters, down to 8 points, at which a table fits into its box."""
    size = table.size
    while size > 8 and sum(row_heights(table, body.w, size)) > body.h:
        size -= 0.5
    return size


PAD_X, PAD_Y = 5.0, 0.28  # inside a cell: points, and shares of the letters' size


def row_heights(table: SlideTable, wide: float, size: float) -> list[float]:
    """Height of the heading and of every row at a size of letters."""
    rooms = [share * wide - 2 * PAD_X - 1 for share in table.widths]
    heads = max(text_metrics.height(((Run(text, bold=True),),), room, size) for text, room in zip(table.head, rooms, strict=True))
    heights = [heads + 2 * PAD_Y * size]
    for row_number, row in enumerate(table.rows):
        wide_first = sum(rooms) + 2 * PAD_X * (len(rooms) - 1) if row_number in table.groups else rooms[0]
        cells = zip(row, [wide_first, *rooms[1:]], strict=False)
        heights.append(
            max(max(text_metrics.height(cell, room, size), size * text_metrics.LEADING) for cell, room in cells)
            + 2 * PAD_Y * size
        )
    return heights


_BAR = 4.4  # height of a bar in a cell, above the line below the row


def bars(table: SlideTable, box: Box, size: float) -> list[Shape]:
    """The bars of a table's cells, as shapes over it."""
    heights = row_heights(table, box.w, size)
    shapes: list[Shape] = []
    for of in table.bars:
        below = box.y + sum(heights[: of.row + 2])
        x, wide = box.x + sum(table.widths[: of.column]) * box.w, table.widths[of.column] * box.w
        high, under = (size, (heights[of.row + 1] - size) / 2) if of.tall else (_BAR, 0.6)
        shapes += unit_matrix.bar_shapes(of.bar, Box(x + PAD_X, below - high - under, wide - 2 * PAD_X, high))
    return shapes


def key(plots: tuple[Plot, ...], box: Box) -> list[Shape]:
    """What outline, solid bar and the rest mean, as far as the charts use it, in as many rows of 18 points as it needs."""
    entries: list[tuple[str, str, str | None]] = [
        (f"ct-key-{number}", notation.MARKS[kind].label, kind) for number, kind in enumerate(notation.drawn(plots))
    ]
    if any(run.bold for plot in plots if not plot.time for slot in plot.slots for line in slot.label for run in line):
        entries.append(("ct-key-gap", BOLD, None))
    placed: list[Shape] = []
    x, y = box.x, box.y
    for name, text, kind in entries:
        swatch = 28.0 if kind else 0.0
        wide = text_metrics.width(text, 11) * 1.06 + 8
        if x > box.x and x + swatch + wide > box.x + box.w:
            x, y = box.x, y + KEY
        if kind:
            placed.append(_moved(chart_drawing.key_glyph(kind), x, y))
        placed.append(_small(name, text, x + swatch, y, wide))
        x += swatch + wide + 16
    return placed


def _key_height(pieces: list[Shape], box: Box) -> float:
    return max((piece.box.y + 17 - box.y for piece in pieces if isinstance(piece, Words)), default=KEY)


def _small(name: str, text: str, x: float, y: float, wide: float) -> Words:
    return Words(name, Box(x, y + 1, wide, 16), ((Run(text, MUTED),),), 11)


def _moved(shape: Rect | Circle | Stroke, x: float, y: float) -> Rect | Circle | Stroke:
    if isinstance(shape, Stroke):
        return replace(shape, x1=shape.x1 + x, y1=shape.y1 + y, x2=shape.x2 + x, y2=shape.y2 + y)
    if isinstance(shape, Circle):
        return replace(shape, x=shape.x + x, y=shape.y + y)
    return replace(shape, box=replace(shape.box, x=shape.box.x + x, y=shape.box.y + y))


def _plots(plots: tuple[Plot, ...], box: Box) -> list[Piece]:
    """Charts side by side in equal rooms, each under its heading; long axes of time one below the other, as on the screen."""
    if len(plots) > plot_rooms.ROW:
        return _grid(plots, box)
    box = plot_rooms.limited(plots, box)
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
    rooms = plot_rooms.grid(len(plots), box)
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


def _cards(cards: tuple[Card, ...], box: Box) -> list[Piece]:
    gap = 12.0
    wide = (box.w - gap * (len(cards) - 1)) / len(cards)
    return [
        Group(f"ct-card-{number}", _card(f"ct-card-{number}", card, Box(box.x + number * (wide + gap), box.y, wide, box.h)))
        for number, card in enumerate(cards)
    ]


def _card(name: str, card: Card, box: Box) -> tuple[Shape, ...]:
    """The frame of a card and its three texts."""
    label, below = ((Run(card.label, STATUS_COLOURS[card.status], bold=True),),), ((Run(card.below, MUTED),),)
    inner = Box(box.x + 10, box.y + 7, box.w - 16, 18)
    return (
        Rect(box, outline=WARNING if card.status == "missed" and card.number != "0" else LINE),
        Words(f"{name}-status", inner, label, text_metrics.fitted(label, inner.w * 0.97, 18, 13, 8)),
        Words(f"{name}-number", Box(inner.x, box.y + 24, inner.w, 36), ((Run(card.number, INK, bold=True),),), 28),
        Words(f"{name}-below", Box(inner.x, box.y + 60, inner.w, 16), below, 11),
    )


def mark(slide: Slide, page: Page) -> list[Shape]:
    """What a slide says in its corner: invented figures, a past day; nothing for the real ones of today."""
    text = " · ".join(slide.marks)
    if not text:
        return []
    wide = text_metrics.width(text, 11, bold=True) * 1.05 + 18
    box = Box(page.width - wide - 14, 6, wide, 18)
    return [
        Rect(box, fill="#ffffff", outline=WARNING, width=1.4),
        Words("ct-sample", box, ((Run(text, WARNING, bold=True),),), 11, align="center", anchor="middle"),
    ]


def marks(slide: Slide, page: Page) -> list[Piece]:
    """The same as one piece, where there is anything to say."""
    return _group("ct-sample-mark", mark(slide, page)) if slide.marks else []


def rules(table: SlideTable, box: Box, heights: list[float]) -> list[Stroke]:
    """The thin lines below heading and rows."""
    ends = [box.y]
    for high in heights:
        ends.append(ends[-1] + high)
    return [
        Stroke(box.x, end, box.x + box.w, end, OUTLINE if row_number == 0 else LINE, 1.0 if row_number == 0 else 0.6)
        for row_number, (_, end) in enumerate(pairwise(ends))
    ]

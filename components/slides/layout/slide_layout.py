"""Where everything stands on a slide: texts, rectangles, strokes, and room for charts and tables. One layout for all formats."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from components.slides.layout import chart_geometry, text_metrics
from components.slides.model import HEIGHT, WIDTH, Card, Plot, Run, Slide, Table
from components.slides.model import Line as TextLine
from components.text import formats
from components.theme import ACCENT, EARLIER, INK, LINE, MUTED, OUTLINE, RESULT, STATUS_COLOURS

SAMPLE = "SỐ LIỆU MINH HOẠ"
FOOTER = "Chỉ tiêu chuyển đổi số"
LIVE = "Xem trên bảng chỉ tiêu"
WARNING = STATUS_COLOURS["missed"]


@dataclass(frozen=True)
class Box:
    """A place on the page, in points."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Words:
    """Lines of text in a box; ``name`` is kept in PowerPoint so that the shape is found again."""

    name: str
    box: Box
    lines: tuple[TextLine, ...]
    size: float
    align: str = "left"
    anchor: str = "top"


@dataclass(frozen=True)
class Rect:
    """A rectangle; ``hatched`` for estimates."""

    box: Box
    fill: str | None = None
    outline: str | None = None
    width: float = 1.0
    hatched: bool = False


@dataclass(frozen=True)
class Stroke:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1.0
    dotted: bool = False


@dataclass(frozen=True)
class Native:
    """Room for a chart or a table. ``size`` is the size of its letters, ``end`` the end of a chart's value axis."""

    name: str
    box: Box
    content: Plot | Table
    size: float
    end: float = 0.0


Piece = Words | Rect | Stroke | Native


@dataclass(frozen=True)
class Page:
    """The places that a template gives: title, free area, footer, number."""

    title: Box = Box(40, 22, 880, 66)
    area: Box = Box(40, 97, 880, 407)
    footer: Box = Box(40, 510, 600, 18)
    number: Box = Box(860, 510, 60, 18)
    width: float = WIDTH
    height: float = HEIGHT
    title_size: float = 24.0
    own_title: bool = field(default=False)  # the template says how its title looks


def title(slide: Slide, page: Page) -> Words:
    """What in bold, below it who, unit and when."""
    below = ((Run(slide.who, MUTED),),) if slide.who else ()
    head = ((Run(slide.what, INK, bold=True),),)
    room = page.title.h - (14 * text_metrics.LEADING if below else 0)
    size = text_metrics.fitted(head, page.title.w * 0.97, room, page.title_size, 13)
    return Words("ct-title", page.title, head + below, size, anchor="bottom")


def pieces(slide: Slide, page: Page) -> list[Piece]:
    """Everything below the title."""
    area = page.area
    made: list[Piece] = []
    top = area.y
    if slide.message:
        said = ((Run(slide.message, ACCENT, bold=True),),)
        size = text_metrics.fitted(said, area.w * 0.97, 44, 17, 11)
        high = text_metrics.height(said, area.w * 0.97, size) + 4
        made.append(Words("ct-message", Box(area.x, top, area.w, high), said, size))
        top += high + 6
    source = ((Run(slide.source, MUTED), *((Run("  ·  "), Run(LIVE, ACCENT, link=slide.link)) if slide.link else ())),)
    below = text_metrics.fitted(source, area.w * 0.97, 27, 10.5, 8)
    foot = text_metrics.height(source, area.w * 0.97, below) + 2
    made.append(Words("ct-source", Box(area.x, area.y + area.h - foot, area.w, foot), source, below))
    body = Box(area.x, top, area.w, area.y + area.h - foot - 6 - top)
    if slide.note:
        note = ((Run(slide.note, MUTED),),)
        high = text_metrics.height(note, area.w * 0.97, 11) + 2
        made.append(Words("ct-note", Box(body.x, body.y + body.h - high, body.w, high), note, 11))
        body = Box(body.x, body.y, body.w, body.h - high - 4)
    if slide.cards:
        made += _cards(slide.cards, Box(body.x, body.y, body.w, 82))
        body = Box(body.x, body.y + 96, body.w, body.h - 96)
    if slide.plots:
        made += key(slide.plots, Box(body.x, body.y, body.w, 18))
        made += _plots(slide.plots, Box(body.x, body.y + 24, body.w, body.h - 24))
    if slide.table:
        size = table_size(slide.table, body)
        made.append(Native("ct-table", body, slide.table, size))
    if slide.sample:
        made += sample(page)
    return made


def table_size(table: Table, body: Box) -> float:
    """The largest size of letters, down to 8 points, at which a table fits into its box."""
    size = table.size
    while size > 8 and sum(row_heights(table, body.w, size)) > body.h:
        size -= 0.5
    return size


PAD_X, PAD_Y = 5.0, 0.28  # inside a cell: points, and shares of the letters' size


def row_heights(table: Table, wide: float, size: float) -> list[float]:
    """Height of the heading and of every row at a size of letters."""
    rooms = [share * wide - 2 * PAD_X - 1 for share in table.widths]
    heads = max(text_metrics.height(((Run(text, bold=True),),), room, size) for text, room in zip(table.head, rooms, strict=True))
    heights = [heads + 2 * PAD_Y * size]
    for place, row in enumerate(table.rows):
        wide_first = sum(rooms) + 2 * PAD_X * (len(rooms) - 1) if place in table.groups else rooms[0]
        cells = zip(row, [wide_first, *rooms[1:]], strict=False)
        heights.append(
            max(max(text_metrics.height(cell, room, size), size * text_metrics.LEADING) for cell, room in cells)
            + 2 * PAD_Y * size
        )
    return heights


def key(plots: tuple[Plot, ...], box: Box) -> list[Piece]:
    """What outline, solid bar and the rest mean, as far as the charts use it."""
    lighter = any(plot.lighter for plot in plots)
    swatches: list[tuple[Rect | Stroke, str]] = []
    if any(bar.target is not None for plot in plots for bar in plot.bars):
        swatches.append((Rect(Box(0, 3, 22, 11), outline=OUTLINE, width=1.4), "mục tiêu"))
    if any(bar.actual is not None and not bar.hatched for plot in plots for bar in plot.bars):
        solid = Rect(Box(0, 5, 22, 7), fill=EARLIER if lighter else RESULT)
        swatches.append((solid, "kết quả gần nhất trước đó" if lighter else "kết quả"))
    if any(bar.hatched for plot in plots for bar in plot.bars):
        swatches.append((Rect(Box(0, 5, 22, 7), outline=EARLIER if lighter else RESULT, width=0.75, hatched=True), "ước tính"))
    if any(plot.paths for plot in plots):
        swatches.append((Stroke(0, 9, 22, 9, MUTED, 1.5, dotted=True), "đường thẳng đến mục tiêu"))
    made: list[Piece] = []
    x = box.x
    for number, (swatch, said) in enumerate(swatches):
        made.append(_moved(swatch, x, box.y))
        wide = text_metrics.width(said, 11) * 1.06 + 8
        made.append(Words(f"ct-key-{number}", Box(x + 28, box.y + 1, wide, 16), ((Run(said, MUTED),),), 11))
        x += 28 + wide + 16
    said = "số đậm: chênh lệch giữa kết quả và mục tiêu"
    if any(run.bold for plot in plots for bar in plot.bars for line in bar.label for run in line):
        made.append(
            Words("ct-key-gap", Box(x, box.y + 1, text_metrics.width(said, 11) * 1.06 + 8, 16), ((Run(said, MUTED),),), 11)
        )
    return made


def _moved(piece: Rect | Stroke, x: float, y: float) -> Rect | Stroke:
    if isinstance(piece, Stroke):
        return Stroke(piece.x1 + x, piece.y1 + y, piece.x2 + x, piece.y2 + y, piece.colour, piece.width, piece.dotted)
    box = piece.box
    return Rect(Box(box.x + x, box.y + y, box.w, box.h), piece.fill, piece.outline, piece.width, piece.hatched)


def _plots(plots: tuple[Plot, ...], box: Box) -> list[Piece]:
    """Charts side by side in equal rooms, each under its heading."""
    gap = 18.0
    wide = (box.w - gap * (len(plots) - 1)) / len(plots)
    headed = any(plot.heading for plot in plots)
    above = 0.0
    made: list[Piece] = []
    if headed:
        heads = [((Run(plot.heading, INK, bold=True),),) for plot in plots]
        size = min(text_metrics.fitted(head, wide * 0.96, 36, 13, 9) for head in heads)
        above = max(text_metrics.height(head, wide * 0.96, size) for head in heads) + 4
        for number, head in enumerate(heads, start=1):
            x = box.x + (number - 1) * (wide + gap)
            made.append(Words(f"ct-heading-{number}", Box(x, box.y, wide, above), head, size, anchor="bottom"))
    size = min(chart_geometry.letters_of(plot, wide, box.h - above) for plot in plots)
    end = max(chart_geometry.axis_end(plot, wide, box.h - above, size) for plot in plots)
    for number, plot in enumerate(plots, start=1):
        x = box.x + (number - 1) * (wide + gap)
        made.append(Native(f"ct-chart-{number}", Box(x, box.y + above, wide, box.h - above), plot, size, end))
    return made


def _cards(cards: tuple[Card, ...], box: Box) -> list[Piece]:
    gap = 12.0
    wide = (box.w - gap * (len(cards) - 1)) / len(cards)
    made: list[Piece] = []
    for number, card in enumerate(cards):
        x = box.x + number * (wide + gap)
        colour = STATUS_COLOURS[card.status]
        made.append(Rect(Box(x, box.y, wide, box.h), outline=WARNING if card.status == "missed" and card.number != "0" else LINE))
        lines = ((Run(formats.status(card.status), colour, bold=True),), (Run(card.below, MUTED),))
        inner = Box(x + 12, box.y + 7, wide - 20, 18)
        made.append(Words(f"ct-card-{number}-status", inner, lines[:1], 13))
        made.append(
            Words(f"ct-card-{number}-number", Box(inner.x, box.y + 24, inner.w, 36), ((Run(card.number, INK, bold=True),),), 28)
        )
        made.append(Words(f"ct-card-{number}-below", Box(inner.x, box.y + 60, inner.w, 16), lines[1:], 11))
    return made


def sample(page: Page) -> list[Piece]:
    """The mark of invented figures, in the corner."""
    wide = text_metrics.width(SAMPLE, 11, bold=True) * 1.05 + 18
    box = Box(page.width - wide - 14, 6, wide, 18)
    return [
        Rect(box, fill="#ffffff", outline=WARNING, width=1.4),
        Words("ct-sample", box, ((Run(SAMPLE, WARNING, bold=True),),), 11, align="center", anchor="middle"),
    ]


def rules(table: Table, box: Box, heights: list[float]) -> list[Stroke]:
    """The thin lines below heading and rows."""
    ends = [box.y]
    for high in heights:
        ends.append(ends[-1] + high)
    return [
        Stroke(box.x, end, box.x + box.w, end, OUTLINE if place == 0 else LINE, 1.0 if place == 0 else 0.6)
        for place, (_, end) in enumerate(pairwise(ends))
    ]

"""Charts, tables and whole slides as texts, rectangles and strokes, for every format that has no charts of its own."""

from __future__ import annotations

from components.charts import chart_drawing
from components.charts.model import Plot, Run
from components.charts.shapes import Box, Rect, Shape, Stroke, Words
from components.slides.layout import slide_heading, slide_layout, table_rooms
from components.slides.layout.placed_pieces import Native, flat
from components.slides.layout.slide_page import Page
from components.slides.slide import COVER, Slide, SlideTable
from components.theme import MUTED, OUTLINE


def slide(content: Slide, number: int, total: int) -> list[Shape]:
    """A whole slide; ``place`` counts from 1."""
    page = Page()
    if content.kind == COVER:
        return _cover(content)
    drawn: list[Shape] = [slide_heading.title(content, page)]
    for piece in flat(slide_layout.pieces(content, page)):
        if not isinstance(piece, Native):
            drawn.append(piece)
        elif isinstance(piece.content, Plot):
            drawn += chart_drawing.chart(piece.content, piece.box, piece.size, piece.end)
        else:
            drawn += table(piece.content, piece.box, piece.size)
    drawn.append(Words("footer", page.footer, ((Run(slide_layout.FOOTER, MUTED),),), 10))
    drawn.append(Words("number", page.number, ((Run(f"{number}/{total}", MUTED),),), 10, align="right"))
    return drawn


def _cover(content: Slide) -> list[Shape]:
    """The first page: its title large, a stroke, who and when below."""
    drawn: list[Shape] = [
        Words("what", Box(80, 150, 800, 120), ((Run(content.what, bold=True),),), 34, anchor="bottom"),
        Stroke(80, 282, 880, 282, OUTLINE),
    ]
    below = tuple((Run(line, MUTED),) for line in (content.who, content.message) if line)
    page = Page()
    drawn += [
        Words("who", Box(80, 294, 800, 80), below, 18),
        *slide_heading.around_cover(content, page),
        Words("footer", page.footer, ((Run(slide_layout.FOOTER, MUTED),),), 10),
    ]
    return drawn + slide_layout.mark(content, page)


def table(content: SlideTable, box: Box, size: float) -> list[Shape]:
    """A table: heading, rows, thin lines; group rows shaded."""
    heights = table_rooms.row_heights(content, box.w, size)
    drawn: list[Shape] = []
    y = box.y
    for number, high in enumerate(heights):
        if number - 1 in content.groups:
            drawn.append(Rect(Box(box.x, y, box.w, high), fill="#f4f6f8"))
        x = box.x
        cells = [((Run(text, MUTED, bold=True),),) for text in content.head] if number == 0 else content.rows[number - 1]
        for column, cell in enumerate(cells):
            wide = box.w if number - 1 in content.groups else content.widths[column] * box.w
            inner = Box(
                x + table_rooms.PAD_X,
                y + table_rooms.PAD_Y * size,
                wide - 2 * table_rooms.PAD_X,
                high - 2 * table_rooms.PAD_Y * size,
            )
            drawn.append(Words(f"cell-{number}-{column}", inner, cell, size))
            x += wide
        y += high
    return [*drawn, *table_rooms.rules(content, box, heights)]

"""A slide as parts in the order in which they are read, each with what it is; the shapes of a part stand where the eye finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from components.charts import chart_drawing, text_metrics
from components.charts.model import Line, Plot, Run
from components.charts.shapes import Box, Rect, Shape, Stroke, Words
from components.slides.layout import slide_heading, slide_layout, table_rooms
from components.slides.layout.placed_pieces import Group, Native, Piece
from components.slides.layout.slide_page import Page
from components.slides.slide import COVER, Slide, SlideTable
from components.theme import MUTED, OUTLINE

HEAD, ACROSS = "column", "row"  # what a heading of a table is about


@dataclass(frozen=True)
class Part:
    """What belongs together on a page. ``role`` names it as tagged PDF does ('H1', 'P', 'Figure', 'Table', 'TR', 'TH', 'TD').

    A part without a role is for the eye alone. ``alt`` says in words what a figure shows; ``scope`` what a heading of a table is about,
    ``span`` over how many columns it goes.
    """

    role: str
    shapes: tuple[Shape, ...] = ()
    parts: tuple[Part, ...] = ()
    alt: str = ""
    scope: str = ""
    span: int = 1

    def drawn(self) -> Iterator[Shape]:
        """All its shapes and those of the parts in it."""
        yield from self.shapes
        for part in self.parts:
            yield from part.drawn()


def of(content: Slide, number: int, total: int, page: Page | None = None) -> list[Part]:
    """A whole slide; ``number`` counts from 1; ``page`` are the places of a customer's template."""
    page = page or Page()
    if content.kind == COVER:
        return _cover(content, page)
    pieces = sorted(slide_layout.pieces(content, page), key=_place)
    read = [Part("H1", (slide_heading.title(content, page),))]
    read += [part for piece in pieces for part in _of_piece(piece, content)]
    counted = Words("number", page.number, ((Run(f"{number}/{total}", MUTED),),), 12, align="right")
    return [*read, Part("", (_footer(page), counted))]


def _footer(page: Page) -> Words:
    return Words("footer", page.footer, ((Run(slide_layout.FOOTER, MUTED),),), 12)


def _place(piece: Piece) -> int:
    """When a piece is read: what marks the whole slide first, then its topic, what it shows, its note, its source."""
    name = getattr(piece, "name", "")
    return {"ct-sample-mark": 0, "ct-topic": 1, "ct-note": 3, "ct-source": 4}.get(name, 2)


def _of_piece(piece: Piece, content: Slide) -> list[Part]:
    if isinstance(piece, Native):
        if isinstance(piece.content, Plot):
            drawn = chart_drawing.chart(piece.content, piece.box, piece.size, piece.end)
            return [Part("Figure", tuple(drawn), alt=piece.content.alt)]
        return [table(piece.content, piece.box, piece.size)]
    if isinstance(piece, Group):
        return _of_group(piece, content)
    if not isinstance(piece, Words):
        return [Part("", (piece,))]
    return [Part("H2" if piece.name.startswith("ct-heading") else "P", (piece,))]


def _of_group(group: Group, content: Slide) -> list[Part]:
    """Bars in cells repeat their numbers; a key and a map of tiles are figures; the texts of a card or a mark are read as one."""
    said = tuple(shape for shape in group.pieces if isinstance(shape, Words))
    if group.name == "ct-tiles" and content.tiles:
        alt = "; ".join(f"{tile.name}: {tile.sign} {tile.value}" for tile in content.tiles.tiles)
        return [Part("Figure", group.pieces, alt=f"Bản đồ ô. {alt}")]
    if group.name == "ct-key":
        return [Part("Figure", group.pieces, alt=f"Chú giải: {', '.join(_plain(words) for words in said)}")]
    seen = tuple(shape for shape in group.pieces if not isinstance(shape, Words))
    return [*([Part("", seen)] if seen else []), *([Part("P", said)] if said else [])]


def _plain(words: Words) -> str:
    return " ".join("".join(run.text for run in line) for line in words.lines)


def _cover(content: Slide, page: Page) -> list[Part]:
    """The first page: its title large, a stroke, who and when below."""
    wide = page.width - 160
    head = ((Run(content.what, bold=True),),)
    size = text_metrics.fitted(head, wide, 120, 34, 20)
    title = Words("what", Box(80, 150, wide, 120), head, size, anchor="bottom")
    below = tuple((Run(line, MUTED),) for line in (content.who, content.message) if line)
    marks = slide_layout.mark(content, page)
    around = slide_heading.around_cover(content, page)
    return [
        Part("H1", (title,)),
        Part("", (Stroke(80, 282, page.width - 80, 282, OUTLINE), *(shape for shape in marks if not isinstance(shape, Words)))),
        *(Part("P", (shape,)) for shape in marks if isinstance(shape, Words)),
        Part("P", (Words("who", Box(80, 294, wide, 80), below, 18),)),
        *(Part("P", (shape,)) for shape in around),
        Part("", (_footer(page),)),
    ]


def table(content: SlideTable, box: Box, size: float) -> Part:
    """A table: heading, rows, thin lines; group rows shaded."""
    heights = table_rooms.row_heights(content, box.w, size)
    rows = []
    y = box.y
    for number, high in enumerate(heights):
        rows.append(_row(content, number, Box(box.x, y, box.w, high), size))
        y += high
    return Part("Table", parts=(*rows, Part("", tuple(table_rooms.rules(content, box, heights)))))


def _row(content: SlideTable, number: int, room: Box, size: float) -> Part:
    """The heading (0) or a row of a table; the first cell names its row, a group's heading goes over all columns."""
    if number == 0:
        heads = (((Run(text, MUTED, bold=True),),) for text in content.head)
        return Part("TR", parts=tuple(Part("TH", (words,), scope=HEAD) for words in _cells(content, number, heads, room, size)))
    cells = list(_cells(content, number, content.rows[number - 1], room, size))
    if number - 1 in content.groups:
        heading = Part("TH", (cells[0],), scope=HEAD, span=len(content.head))
        return Part("TR", parts=(Part("", (Rect(room, fill="#f4f6f8"),)), heading))
    first, *others = cells
    return Part("TR", parts=(Part("TH", (first,), scope=ACROSS), *(Part("TD", (words,)) for words in others)))


def _cells(
    content: SlideTable, number: int, cells: Iterator | tuple[tuple[Line, ...], ...], room: Box, size: float
) -> Iterator[Words]:
    x, high = room.x, room.h - 2 * table_rooms.PAD_Y * size
    for column, cell in enumerate(cells):
        wide = room.w if number - 1 in content.groups else content.widths[column] * room.w
        inner = Box(x + table_rooms.PAD_X, room.y + table_rooms.PAD_Y * size, wide - 2 * table_rooms.PAD_X, high)
        yield Words(f"cell-{number}-{column}", inner, cell, size)
        x += wide

"""Tables on a slide: the size of their letters, heights of rows, bars in cells, lines, and a second table below."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from components.charts import text_metrics, unit_matrix
from components.charts.model import Run
from components.charts.shapes import Box, Shape, Stroke
from components.slides.layout.placed_pieces import Native, Piece, group
from components.slides.slide import SlideTable
from components.theme import LINE, OUTLINE


def tables(table: SlideTable, second: SlideTable | None, room: Box, *, alone: bool = False) -> list[Piece]:
    """A table with the bars in its cells; a second one below it, in letters of the same size. ``alone``: no page goes on with it, so that a
    short one may have larger letters."""
    if second is None:
        size = table_size(_grown(table, room) if alone else table, room)
        return [Native("ct-table", room, table, size), *group("ct-bars", bars(table, room, size))]
    size = min(table.size, second.size)
    while size > 8 and heights_together(table, second, room.w, size) > room.h:
        size -= 0.5
    high = sum(row_heights(table, room.w, size))
    lower = Box(room.x, room.y + high + _BETWEEN, room.w, room.h - high - _BETWEEN)
    return [Native("ct-table", Box(room.x, room.y, room.w, high), table, size), Native("ct-table-2", lower, second, size)]


_BETWEEN = 12.0  # points between two tables
_LARGEST, _FILLED = 16.0, 0.6  # letters of a short table, and the share of its room that it may take with them


def _grown(table: SlideTable, room: Box) -> SlideTable:
    """A short table in the largest letters with which it still leaves room and no word breaks."""
    size, largest = table.size, min(_LARGEST, _unbroken(table, room.w))
    while size + 0.5 <= largest and sum(row_heights(table, room.w, size + 0.5)) <= room.h * _FILLED:
        size += 0.5
    return replace(table, size=size)


def _unbroken(table: SlideTable, wide: float) -> float:
    """The largest letters at which every word, such as a day, finds room in one line of its column."""
    longest = _longest_words(table, 10)
    return min(10 * (share * wide - 2 * PAD_X - 1) / max(word, 0.1) for share, word in zip(table.widths, longest, strict=True))


def _longest_words(table: SlideTable, size: float) -> list[float]:
    """The width of the longest word of each column."""
    texts = [[head] for head in table.head]
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(() if number in table.groups else row):
            texts[column] += ["".join(run.text for run in line) for line in cell]
    return [max((text_metrics.width(word, size, bold=True) for text in of for word in text.split()), default=0) for of in texts]


def widened(table: SlideTable, wide: float) -> SlideTable:
    """A table on a page so wide, its columns at least as wide as their longest words in its own letters; what they need the others give
    as they can. As it was where that is more than there is."""
    substitute = text_metrics.leading() / text_metrics.LEADING  # of a font that the machine lacks, taller and wider
    needed = [(word * substitute + 2 * PAD_X + 1) / wide for word in _longest_words(table, table.size)]
    lacking = sum(max(0.0, need - share) for need, share in zip(needed, table.widths, strict=True))
    spare = [max(0.0, share - need) for need, share in zip(needed, table.widths, strict=True)]
    if not lacking or sum(spare) < lacking:
        return table
    given = [
        max(need, share) - part * lacking / sum(spare) for need, share, part in zip(needed, table.widths, spare, strict=True)
    ]
    return replace(table, widths=tuple(given))


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


def rules(table: SlideTable, box: Box, heights: list[float]) -> list[Stroke]:
    """The thin lines below heading and rows."""
    ends = [box.y]
    for high in heights:
        ends.append(ends[-1] + high)
    return [
        Stroke(box.x, end, box.x + box.w, end, OUTLINE if row_number == 0 else LINE, 1.0 if row_number == 0 else 0.6)
        for row_number, (_, end) in enumerate(pairwise(ends))
    ]

"""Long tables cut into pages that are about equally full; headings of groups are repeated; nothing is left out silently."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from components.charts import text_metrics
from components.charts.model import Run
from components.slides.layout import placed_pieces, slide_layout, table_rooms
from components.slides.layout.placed_pieces import Native
from components.slides.layout.slide_page import Page
from components.slides.slide import Slide, SlideTable
from components.text import formats
from components.theme import MUTED

WIDTH, HEIGHT = 880.0, 340.0  # room for a table
_EMPTY = ("", formats.NOTHING)
SPARE = 12.0  # points that a table of a single page may take beyond those of one that goes on
_STEP = 6.0  # points by which pages are made fuller until no more of them are needed
_PAGE: ContextVar[Page | None] = ContextVar("page", default=None)
_ROOM: ContextVar[tuple[float, float]] = ContextVar("room", default=(WIDTH, HEIGHT))
Part = tuple[int | None, list[int]]  # the heading that is repeated above (a row), and the rows of a page


@contextmanager
def within(page: Page, font: str = "") -> Iterator[None]:
    """Tables are cut for the places of a customer's template, and measured in its font."""
    token, places = _ROOM.set(_room(page) if page.own_title else (WIDTH, HEIGHT)), _PAGE.set(page)
    try:
        with text_metrics.measured_in(font):
            yield
    finally:
        _ROOM.reset(token)
        _PAGE.reset(places)


def _room(page: Page) -> tuple[float, float]:
    """The room that topic, note and source leave to a table, in whole steps: programs move places by parts of a point."""
    lines = 58 * WIDTH / max(page.area.w, 1) + (26 if page.topic is None else 0)
    return page.area.w // _STEP * _STEP, max(page.area.h - lines, 150.0) // _STEP * _STEP


def room() -> tuple[float, float]:
    """Width and height of a table on a page."""
    return _ROOM.get()


def stands(slide: Slide) -> bool:
    """Whether the tables of a slide find room in letters of at least 12 points, or in their own where those are smaller."""
    placed = placed_pieces.flat(slide_layout.pieces(slide, _PAGE.get() or Page()))
    tables = [(piece, piece.content) for piece in placed if isinstance(piece, Native) and isinstance(piece.content, SlideTable)]
    return all(
        piece.size >= min(12.0, table.size) and sum(table_rooms.row_heights(table, piece.box.w, piece.size)) <= piece.box.h + 0.5
        for piece, table in tables
    )


def paged(table: SlideTable, high: float | None = None) -> list[SlideTable]:
    """A table as so many as it needs, each at most ``high``; a group's heading stays with its first row, and comes again."""
    wide, most = _ROOM.get()
    high = min(high or most, most)
    heights = table_rooms.row_heights(table, wide, table.size)
    least = len(_cut(table, heights, high))
    room = max(high / 3, min(high, sum(heights) / least))
    while len(_cut(table, heights, min(room, high))) > least:
        room += _STEP
    return [_page(table, part) for part in _cut(table, heights, min(room, high))]


def beginning(table: SlideTable, taken: float) -> SlideTable:
    """The first rows of a table, as many as fit beside what takes a part of the height; at least one."""
    wide, high = _ROOM.get()
    rows = len(table.rows)
    heights = table_rooms.row_heights(table, wide, table.size)
    while rows > 1 and sum(heights[: rows + 1]) > high - taken:
        rows -= 1
    return replace(table, rows=table.rows[:rows])


def below(note: str) -> float:
    """The height that a long note takes from a table: what it needs beyond its first line, which the room leaves."""
    line = 12.0 * text_metrics.LEADING
    high = text_metrics.height(((Run(note),),), _ROOM.get()[0] * 0.97, 12.0) if note.strip() else line
    return high - line - SPARE


def _cut(table: SlideTable, heights: list[float], room: float) -> list[Part]:
    parts: list[Part] = [(None, [])]
    filled, group = heights[0], None
    for row, high in enumerate(heights[1:]):
        heading = row in table.groups
        needed = high + (heights[row + 2] if heading and row + 2 < len(heights) else 0)
        if parts[-1][1] and filled + needed > room:
            again = None if heading else group
            parts.append((again, []))
            filled = heights[0] + (heights[again + 1] if again is not None else 0)
        group = row if heading else group
        parts[-1][1].append(row)
        filled += high
    return parts


def _page(table: SlideTable, part: Part) -> SlideTable:
    again, own = part
    above = [] if again is None else [_repeated(table, again)]
    at = {row: number for number, row in enumerate(own, start=len(above))}
    groups = {at[row] for row in own if row in table.groups} | ({0} if above else set())
    bars = tuple(replace(bar, row=at[bar.row]) for bar in table.bars if bar.row in at)
    return replace(table, rows=tuple([*above, *(table.rows[row] for row in own)]), groups=frozenset(groups), bars=bars)


def _repeated(table: SlideTable, row: int) -> tuple[tuple[tuple[Run, ...], ...], ...]:
    (line, *_), *rest = table.rows[row]
    return (((*line, Run(" (tiếp)", MUTED)),), *rest)


def trimmed(table: SlideTable) -> SlideTable:
    """The table without the columns in which no row says anything; the others share their room in proportion."""
    kept = [0, *(column for column in range(1, len(table.head)) if any(_told(table, column)))]
    if len(kept) == len(table.head):
        return table
    whole = sum(table.widths[column] for column in kept)
    rows = tuple(
        row if number in table.groups else tuple(row[column] for column in kept) for number, row in enumerate(table.rows)
    )
    bars = tuple(replace(bar, column=kept.index(bar.column)) for bar in table.bars if bar.column in kept)
    return replace(
        table,
        head=tuple(table.head[column] for column in kept),
        widths=tuple(table.widths[column] / whole for column in kept),
        rows=rows,
        bars=bars,
    )


def _told(table: SlideTable, column: int) -> Iterator[bool]:
    barred = {bar.row for bar in table.bars if bar.column == column}
    for number, row in enumerate(table.rows):
        if number not in table.groups:
            yield number in barred or any(run.text.strip() not in _EMPTY for line in row[column] for run in line)

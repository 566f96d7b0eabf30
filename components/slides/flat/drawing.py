"""Whole slides as texts, rectangles and strokes, for every format that has no charts of its own."""

from __future__ import annotations

from components.charts import text_metrics
from components.charts.model import Line, Run
from components.charts.shapes import Box, Shape, Words
from components.slides.flat import parts
from components.slides.layout import slide_layout
from components.slides.layout.slide_page import Opening, Page
from components.slides.slide import Slide
from components.theme import MUTED


def slide(content: Slide, number: int, total: int, page: Page | None = None) -> list[Shape]:
    """A whole slide; ``number`` counts from 1; ``page`` are the places of a customer's template."""
    return [shape for part in parts.of(content, number, total, page) for shape in part.drawn()]


def opening(content: Slide, page: Page, places: Opening) -> list[Shape]:
    """A cover, or a page that opens a part, in the places of a layout of its own."""
    name = ((Run(content.what),),)
    below = tuple((Run(line, MUTED),) for line in (content.who, content.message) if line)
    return [
        Words("what", places.title, name, _fitted(name, places.title, places.size), places.align, places.anchor),
        Words("who", places.line, below, _fitted(below, places.line, places.below), places.below_align),
        *slide_layout.mark(content, page),
    ]


def _fitted(lines: tuple[Line, ...], room: Box, largest: float) -> float:
    return text_metrics.fitted(lines, room.w, room.h, largest, 12)

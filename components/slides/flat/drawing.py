"""Whole slides as texts, rectangles and strokes, for every format that has no charts of its own."""

from __future__ import annotations

from components.charts.shapes import Shape
from components.slides.flat import parts
from components.slides.layout.slide_page import Page
from components.slides.slide import Slide


def slide(content: Slide, number: int, total: int, page: Page | None = None) -> list[Shape]:
    """A whole slide; ``number`` counts from 1; ``page`` are the places of a customer's template."""
    return [shape for part in parts.of(content, number, total, page) for shape in part.drawn()]

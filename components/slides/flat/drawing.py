"""Whole slides as texts, rectangles and strokes, for every format that has no charts of its own."""

from __future__ import annotations

from components.charts.shapes import Shape
from components.slides.flat import parts
from components.slides.slide import Slide


def slide(content: Slide, number: int, total: int) -> list[Shape]:
    """A whole slide; ``number`` counts from 1."""
    return [shape for part in parts.of(content, number, total) for shape in part.drawn()]

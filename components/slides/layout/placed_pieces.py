"""What a slide is laid out of: shapes, groups of them that are moved together, and room for charts and tables."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from components.charts.model import Plot
from components.charts.shapes import Box, Circle, Shape, Stroke
from components.slides.slide import SlideTable


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


def group(name: str, shapes: Iterable[Shape]) -> list[Piece]:
    """The shapes as one piece; none when there is nothing to hold together."""
    together = tuple(shapes)
    return [Group(name, together)] if together else []

"""What charts and slides are drawn of where nothing knows charts: texts, rectangles, circles, strokes, in points."""

from __future__ import annotations

from dataclasses import dataclass

from components.charts.model import Line


@dataclass(frozen=True)
class Box:
    """A room on the page."""

    x: float
    y: float
    w: float
    h: float


@dataclass(frozen=True)
class Words:
    """Lines of text in a box; ``name`` is kept in PowerPoint so that the shape is found again."""

    name: str
    box: Box
    lines: tuple[Line, ...]
    size: float
    align: str = "left"
    anchor: str = "top"


@dataclass(frozen=True)
class Rect:
    """A rectangle. ``hatch`` 'fine' or 'wide' fills it with lines in the outline's colour; ``dash`` breaks the outline."""

    box: Box
    fill: str | None = None
    outline: str | None = None
    width: float = 1.0
    hatch: str = ""
    dash: str = ""


@dataclass(frozen=True)
class Circle:
    """A circle around a point, filled or empty."""

    x: float
    y: float
    radius: float
    fill: str | None = None
    outline: str | None = None
    width: float = 1.0


@dataclass(frozen=True)
class Stroke:
    """A straight line; ``dash`` is '', 'dot' or 'dash'."""

    x1: float
    y1: float
    x2: float
    y2: float
    colour: str
    width: float = 1.0
    dash: str = ""


Shape = Words | Rect | Circle | Stroke
DASHES = {"dot": (1.2, 2.0), "dash": (4.0, 2.5)}  # lengths of line and gap, in widths of the line

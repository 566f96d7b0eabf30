"""A white panel under everything that stands on a page whose background is a picture."""

from __future__ import annotations

from components.charts.shapes import Box, Rect

_EDGE = 8.0


def sheet(area: Box) -> Rect:
    """The panel behind an area."""
    return Rect(Box(area.x - _EDGE, area.y - _EDGE, area.w + 2 * _EDGE, area.h + 2 * _EDGE), fill="#ffffff")

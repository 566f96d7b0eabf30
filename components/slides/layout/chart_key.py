"""The key of the charts of a slide: what outline, solid bar and the rest mean."""

from __future__ import annotations

from dataclasses import replace

from components.charts import chart_drawing, notation, text_metrics
from components.charts.model import Plot, Run
from components.charts.shapes import Box, Circle, Rect, Shape, Stroke, Words
from components.theme import MUTED

KEY = 18.0  # height of a row of the key
BOLD = "Số đậm: chênh lệch giữa kết quả và mục tiêu"


def key(plots: tuple[Plot, ...], box: Box) -> list[Shape]:
    """What outline, solid bar and the rest mean, as far as the charts use it, in as many rows of 18 points as it needs."""
    entries: list[tuple[str, str, str | None]] = [
        (f"ct-key-{number}", notation.MARKS[kind].label, kind) for number, kind in enumerate(notation.drawn(plots))
    ]
    if any(run.bold for plot in plots if not plot.time for slot in plot.slots for line in slot.label for run in line):
        entries.append(("ct-key-gap", BOLD, None))
    placed: list[Shape] = []
    x, y = box.x, box.y
    for name, text, kind in entries:
        swatch = 28.0 if kind else 0.0
        wide = text_metrics.width(text, 12) * 1.06 + 8
        if x > box.x and x + swatch + wide > box.x + box.w:
            x, y = box.x, y + KEY
        if kind:
            placed.append(_moved(chart_drawing.key_glyph(kind), x, y))
        placed.append(_small(name, text, x + swatch, y, wide))
        x += swatch + wide + 16
    return placed


def height(pieces: list[Shape], box: Box) -> float:
    return max((piece.box.y + 17 - box.y for piece in pieces if isinstance(piece, Words)), default=KEY)


def _small(name: str, text: str, x: float, y: float, wide: float) -> Words:
    return Words(name, Box(x, y + 1, wide, 16), ((Run(text, MUTED),),), 12)


def _moved(shape: Rect | Circle | Stroke, x: float, y: float) -> Rect | Circle | Stroke:
    if isinstance(shape, Stroke):
        return replace(shape, x1=shape.x1 + x, y1=shape.y1 + y, x2=shape.x2 + x, y2=shape.y2 + y)
    if isinstance(shape, Circle):
        return replace(shape, x=shape.x + x, y=shape.y + y)
    return replace(shape, box=replace(shape.box, x=shape.box.x + x, y=shape.box.y + y))

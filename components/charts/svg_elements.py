"""Shapes as elements of SVG, for slides in HTML and for the charts of a page."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape

from components.charts import text_metrics
from components.charts.model import Line, Run
from components.charts.shapes import DASHES, Circle, Rect, Shape, Stroke, Words
from components.theme import INK

_ANCHORS = {"left": "start", "center": "middle", "right": "end"}
_HATCHES = {
    "fine": (5, 2.4),
    "wide": (10, 3.2),
}  # distance and width of the lines; half a line is drawn at the edge of its square
Across = Callable[[float], str]  # a length or place from left to right, as an attribute's value


def points(length: float) -> str:
    """A length as it is."""
    return f"{length:.2f}"


def element(shape: Shape, across: Across = points, prefix: str = "") -> str:
    """A shape as an element; ``across`` writes what goes from left to right, ``prefix`` stands before the names of patterns."""
    if isinstance(shape, Words):
        return "".join(_text(shape, *placed, across) for placed in text_lines(shape))
    if isinstance(shape, Stroke):
        ends = f'x1="{across(shape.x1)}" y1="{shape.y1:.2f}" x2="{across(shape.x2)}" y2="{shape.y2:.2f}"'
        return f"<line {ends}{_edge(shape.colour, shape.width, shape.dash)}/>"
    if isinstance(shape, Circle):
        around = f'cx="{across(shape.x)}" cy="{shape.y:.2f}" r="{shape.radius:.2f}"'
        return f'<circle {around} fill="{shape.fill or "#fff"}"{_edge(shape.outline, shape.width)}/>'
    box = shape.box
    fill = f"url(#{_pattern_name(shape, prefix)})" if shape.hatch else shape.fill or "none"
    sides = f'x="{across(box.x)}" y="{box.y:.2f}" width="{across(box.w)}" height="{max(box.h, 0):.2f}"'
    return f'<rect {sides} fill="{fill}"{_edge(shape.outline, shape.width, shape.dash)}/>'


def patterns(shapes: Iterable[Shape], prefix: str = "") -> str:
    """The definitions of the hatches that shapes use; '' when they use none."""
    hatched = {_pattern_name(shape, prefix): shape for shape in shapes if isinstance(shape, Rect) and shape.hatch}
    return f"<defs>{''.join(_pattern(name, shape) for name, shape in hatched.items())}</defs>" if hatched else ""


def text_lines(piece: Words) -> list[tuple[float, float, Line]]:
    """Every broken line of a text with the point that it hangs from: its left end, middle or right end, on its base."""
    box, size = piece.box, piece.size
    lines = [part for line in piece.lines for part in text_metrics.broken(line, box.w, size)]
    tall = len(lines) * size * text_metrics.LEADING
    start = {"top": box.y, "middle": box.y + (box.h - tall) / 2, "bottom": box.y + box.h - tall}[piece.anchor]
    x = {"left": box.x, "center": box.x + box.w / 2, "right": box.x + box.w}[piece.align]
    base = start + size * (text_metrics.ASCENT + (text_metrics.LEADING - 1.117) / 2)
    return [(x, base + number * size * text_metrics.LEADING, line) for number, line in enumerate(lines)]


def _text(piece: Words, x: float, y: float, line: Line, across: Across) -> str:
    where = f'x="{across(x)}" y="{y:.2f}" font-size="{piece.size:g}" text-anchor="{_ANCHORS[piece.align]}"'
    return f'<text {where} xml:space="preserve">{"".join(map(_run, line))}</text>'


def _run(run: Run) -> str:
    bold = ' font-weight="700"' if run.bold else ""
    text = f'<tspan fill="{run.colour}"{bold}>{escape(run.text, quote=False)}</tspan>'
    return f'<a href="{escape(run.link)}" target="_blank" rel="noopener">{text}</a>' if run.link else text


def _edge(colour: str | None, width: float, dash: str = "") -> str:
    if not colour:
        return ""
    lengths = f' stroke-dasharray="{" ".join(f"{part * width:g}" for part in DASHES[dash])}"' if dash else ""
    return f' stroke="{colour}" stroke-width="{width:g}"{lengths}'


def _pattern_name(shape: Rect, prefix: str) -> str:
    return f"{prefix}hatch-{shape.hatch}-{(shape.outline or INK)[1:]}"


def _pattern(name: str, shape: Rect) -> str:
    step, width = _HATCHES[shape.hatch]
    return (
        f'<pattern id="{name}" width="{step}" height="{step}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="{step}" height="{step}" fill="#fff"/>'
        f'<line x1="0" y1="0" x2="0" y2="{step}" stroke="{shape.outline or INK}" stroke-width="{width}"/>'
        "</pattern>"
    )

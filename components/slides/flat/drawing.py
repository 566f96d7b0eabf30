"""Charts, tables and whole slides as texts, rectangles and strokes, for every format that has no charts of its own."""

from __future__ import annotations

from components.slides.layout import chart_geometry, slide_layout, text_metrics
from components.slides.layout.slide_layout import Box, Native, Page, Rect, Stroke, Words
from components.slides.model import Bar, Plot, Run, Slide, Table
from components.slides.pptx.chart_xml import heights
from components.theme import EARLIER, LINE, MUTED, OUTLINE, RESULT

Drawn = Words | Rect | Stroke


def slide(made: Slide, place: int, total: int) -> list[Drawn]:
    """A whole slide; ``place`` counts from 1."""
    page = Page()
    drawn: list[Drawn] = []
    heading = slide_layout.title(made, page)
    if made.kind == "cover":
        return _cover(made)
    if made.who:  # two sizes in one box
        what = text_metrics.height(heading.lines[:1], page.title.w * 0.97, heading.size)
        start = page.title.y + page.title.h - what - 14 * text_metrics.LEADING
        drawn.append(Words("what", Box(page.title.x, start, page.title.w, what), heading.lines[:1], heading.size))
        drawn.append(Words("who", Box(page.title.x, start + what, page.title.w, 18), heading.lines[1:], 14))
    else:
        drawn.append(heading)
    for piece in slide_layout.pieces(made, page):
        if not isinstance(piece, Native):
            drawn.append(piece)
        elif isinstance(piece.content, Plot):
            drawn += plot(piece)
        else:
            drawn += table(piece.content, piece.box, piece.size)
    drawn.append(Words("footer", page.footer, ((Run(slide_layout.FOOTER, MUTED),),), 10))
    drawn.append(Words("number", page.number, ((Run(f"{place}/{total}", MUTED),),), 10, align="right"))
    return drawn


def _cover(made: Slide) -> list[Drawn]:
    """The first page: its title large, a stroke, who and when below."""
    said = [
        Words("what", Box(80, 150, 800, 120), ((Run(made.what, bold=True),),), 34, anchor="bottom"),
        Stroke(80, 282, 880, 282, OUTLINE),
    ]
    below = tuple((Run(line, MUTED),) for line in (made.who, made.message) if line)
    page = Page()
    drawn = [
        *said,
        Words("who", Box(80, 294, 800, 80), below, 18),
        Words("footer", page.footer, ((Run(slide_layout.FOOTER, MUTED),),), 10),
    ]
    return [*drawn, *(slide_layout.sample(page) if made.sample else [])]


def plot(piece: Native) -> list[Drawn]:
    """A chart: bars, labels, names, and the value axis of upright bars."""
    draw = _lying if piece.content.horizontal else _upright
    return draw(piece.content, piece.box, piece.size, piece.end)


def _lying(chart: Plot, box: Box, size: float, end_value: float) -> list[Drawn]:
    left = box.x + box.w * chart_geometry.NAMES
    wide, step = box.w * (1 - chart_geometry.NAMES), box.h / len(chart.bars)
    scale = wide / end_value
    drawn: list[Drawn] = []
    for place, bar in enumerate(chart.bars):
        middle = box.y + (place + 0.5) * step
        drawn.append(
            Words(
                f"name-{place}",
                Box(box.x, middle - step / 2, box.w * chart_geometry.NAMES - 8, step),
                ((Run(bar.name),),),
                size,
                "right",
                "middle",
            )
        )
        for value, share, look in _bars(bar, chart):
            high = step * share
            drawn.append(_rect(Box(left, middle - high / 2, value * scale, high), look))
        end = left + chart_geometry.longest(bar) * scale
        drawn.append(Words(f"label-{place}", Box(end + 6, middle - step / 2, 2000, step), bar.label, size, anchor="middle"))
    drawn.append(Stroke(left, box.y, left, box.y + box.h, OUTLINE))
    return drawn


def _upright(chart: Plot, box: Box, size: float, end_value: float) -> list[Drawn]:
    small = size * 0.9
    values = chart_geometry.ticks(chart)
    left, names = box.x + chart_geometry.left(chart, size), chart_geometry.below(chart, size)
    wide, high = box.x + box.w - left, box.h - names
    floor, scale = box.y + high, high / end_value
    drawn: list[Drawn] = []
    for value, text in values:
        y = floor - value * scale
        drawn.append(Stroke(left, y, left + wide, y, LINE, 0.6))
        drawn.append(
            Words("tick", Box(box.x, y - small * 0.6, left - box.x - 5, small * 1.2), ((Run(text, MUTED),),), small, "right")
        )
    step = wide / len(chart.bars)
    thick = step * chart_geometry.thickness(chart)
    for place, bar in enumerate(chart.bars):
        middle = left + (place + 0.5) * step
        for value, share, look in _bars(bar, chart):
            drawn.append(_rect(Box(middle - thick * share / 2, floor - value * scale, thick * share, value * scale), look))
        top = floor - chart_geometry.longest(bar) * scale
        tall = len(bar.label) * size * text_metrics.LEADING
        drawn.append(
            Words(f"label-{place}", Box(middle - step / 2, top - tall - 2, step, tall), bar.label, size, "center", "bottom")
        )
        lines = tuple((Run(line),) for line in bar.name.split("\n"))
        drawn.append(Words(f"name-{place}", Box(middle - step / 2, floor + 5, step, names), lines, size, "center"))
    for path in chart.paths:
        at = [(place, value) for place, value in enumerate(heights(path, len(chart.bars))) if value is not None]
        (start, low), (end, up) = at[0], at[-1]
        drawn.append(
            Stroke(
                left + (start + 0.5) * step,
                floor - low * scale,
                left + (end + 0.5) * step,
                floor - up * scale,
                MUTED,
                1.5,
                dotted=True,
            )
        )
    drawn.append(Stroke(left, floor, left + wide, floor, OUTLINE))
    return drawn


def _bars(bar: Bar, chart: Plot) -> list[tuple[float, float, dict]]:
    """Height, share of the place, and look of the outline and of the solid bar."""
    made = []
    if bar.target is not None:
        made.append((bar.target, chart_geometry.OUTLINED, {"outline": OUTLINE, "width": 1.6}))
    if bar.actual is not None and bar.hatched:
        made.append(
            (bar.actual, chart_geometry.SOLID, {"outline": EARLIER if chart.lighter else RESULT, "width": 0.75, "hatched": True})
        )
    elif bar.actual is not None:
        made.append((bar.actual, chart_geometry.SOLID, {"fill": EARLIER if chart.lighter else RESULT}))
    return made


def _rect(box: Box, look: dict) -> Rect:
    return Rect(box, **look)


def table(content: Table, box: Box, size: float) -> list[Drawn]:
    """A table: heading, rows, thin lines; group rows shaded."""
    heights_ = slide_layout.row_heights(content, box.w, size)
    drawn: list[Drawn] = []
    y = box.y
    for place, high in enumerate(heights_):
        if place - 1 in content.groups:
            drawn.append(Rect(Box(box.x, y, box.w, high), fill="#f4f6f8"))
        x = box.x
        cells = [((Run(text, MUTED, bold=True),),) for text in content.head] if place == 0 else content.rows[place - 1]
        for column, cell in enumerate(cells):
            wide = box.w if place - 1 in content.groups else content.widths[column] * box.w
            inner = Box(
                x + slide_layout.PAD_X,
                y + slide_layout.PAD_Y * size,
                wide - 2 * slide_layout.PAD_X,
                high - 2 * slide_layout.PAD_Y * size,
            )
            drawn.append(Words(f"cell-{place}-{column}", inner, cell, size))
            x += wide
        y += high
    return [*drawn, *slide_layout.rules(content, box, heights_)]


def size_of(drawn: list[Drawn]) -> tuple[float, float]:
    """How far the texts reach to the right and down; to see that nothing leaves the page."""
    right = bottom = 0.0
    for piece in drawn:
        if isinstance(piece, Words):
            lines = [part for line in piece.lines for part in text_metrics.broken(line, piece.box.w, piece.size)]
            tall = len(lines) * piece.size * text_metrics.LEADING
            start = {
                "top": piece.box.y,
                "middle": piece.box.y + (piece.box.h - tall) / 2,
                "bottom": piece.box.y + piece.box.h - tall,
            }
            bottom = max(bottom, start[piece.anchor] + tall)
            longest = max((sum(text_metrics.width(run.text, piece.size, run.bold) for run in line) for line in lines), default=0)
            right = max(right, piece.box.x + longest if piece.align == "left" else piece.box.x + piece.box.w)
    return right, bottom

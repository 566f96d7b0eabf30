"""A ``Plot`` as inline SVG for a page: drawn by the server, with key, tooltips, links and alternative text; no chart library.

From left to right everything is written in percent and every text in pixels, so one drawing fills whatever room it gets and its
letters stay 14 to 15 pixels large. Three drawings, for a phone, a column and a whole page, differ in how texts break and whether
names stand above or beside lying bars; the style sheet shows the one that fits (``page_style.STYLE``, once a page). A page shows the markup
with ``components.tiles.inline_drawing``: ``st.html`` of Streamlit 1.67 takes every SVG element out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from html import escape

from components.charts import chart_drawing, chart_geometry, images, notation, text_metrics
from components.charts.chart_drawing import Group
from components.charts.model import Line, Plot, Run, Slot
from components.charts.page_style import LAYOUTS, WIDER
from components.charts.shapes import Box, Rect, Shape, Stroke, Words
from components.charts.svg_elements import element, patterns
from components.theme import OUTLINE

CHAT = "chat"  # a drawing that no page shows: ``images.js`` makes of it the picture that is read on a phone
_WIDTHS = LAYOUTS | {CHAT: 390}
_LETTERS = {"phone": 14.5, "column": 14.5, "page": 15.0, CHAT: 14.5}  # the value axis has 13 at least
_LEAST = 12.0  # letters where many bars stand in little room
_PHONE_YEARS = 6  # of a time axis that a phone has room for; a longer one is pushed sideways
_CHAT_HEIGHT, _CHAT_BAR = 215, 26.0  # of upright bars with their names, and of a lying one, in a picture for a chat
_SLOT = 180  # pixels that an upright bar takes at most, so that few bars keep their shape
_ROW, _BAR, _GAP = 46.0, 22.0, 14.0  # a lying bar with its texts beside it; bar and gap where they stand above and below
GAP = "Thời gian chưa có kết quả"
Laid = tuple[list[Group], list[Box], float]


def chart(
    plot: Plot,
    *,
    name: str,
    height: int = 260,
    caption: bool = True,
    keyed: bool = True,
    layouts: Iterable[str] = (*LAYOUTS, CHAT),
) -> str:
    """The chart as markup. ``name`` is a word of letters, digits and hyphens that no other chart of the page has.

    ``height`` is that of upright bars with their names in pixels; ``caption``: title and subtitle stand above; ``keyed``: the key,
    which ``key`` draws once for several charts; ``layouts``: for which rooms it is drawn.
    """
    heading = f"<figcaption><b>{escape(plot.title)}</b><span>{escape(plot.subtitle)}</span></figcaption>" if caption else ""
    long = plot.time is not None and sum(bool(slot.name) for slot in plot.slots) > _PHONE_YEARS
    drawings = "".join(_drawing(plot, f"{name}-{layout}", layout, height) for layout in (_of_long(layouts) if long else layouts))
    widest = "" if plot.horizontal or plot.time else f' style="max-width:{_SLOT * (len(plot.slots) + 1)}px"'
    shown = key([plot], name) if keyed else ""
    about = escape(json.dumps(images.about(plot), ensure_ascii=False))
    return f'<figure class="chart{" long" if long else ""}" data-chart="{name}" data-about="{about}"{widest}>{heading}{shown}{drawings}</figure>'


def _of_long(layouts: Iterable[str]) -> list[str]:
    """For which rooms an axis of many years is drawn: it is pushed sideways on a phone, which a picture cannot be."""
    return ["page", *(layout for layout in layouts if layout == CHAT)]


def key(plots: Iterable[Plot], name: str = "key") -> str:
    """What the marks of charts mean, as a line of swatches with their names; ``name`` as in ``chart``."""
    plots = list(plots)
    entries = []
    for kind in notation.drawn(plots):
        glyph = chart_drawing.key_glyph(kind)
        drawn = patterns([glyph], f"{name}-{kind}-") + element(glyph, prefix=f"{name}-{kind}-")
        swatch = f'<svg width="24" height="18" viewBox="-1 0 24 18" aria-hidden="true">{drawn}</svg>'
        entries.append(f"<span>{swatch}{escape(notation.MARKS[kind].label)}</span>")
    if any(plot.time and plot.time.gaps for plot in plots):
        shade = element(chart_drawing.gap_glyph())
        entries.append(f'<span><svg width="24" height="18" viewBox="-1 0 24 18" aria-hidden="true">{shade}</svg>{GAP}</span>')
    return f'<p class="key">{"".join(entries)}</p>'


def _drawing(plot: Plot, name: str, layout: str, height: int) -> str:
    """One of the drawings. With links it is a group that holds them, else one picture."""
    width = _WIDTHS[layout] / WIDER
    groups, rooms, high = _laid_out(plot, width, _CHAT_HEIGHT if layout == CHAT else height, layout)

    def across(length: float) -> str:
        return f"{100 * length / width:.3f}%"

    def hit(index: int | None) -> str:
        return element(Rect(rooms[index]), across).replace('fill="none"', 'class="hit"') if index is not None else ""

    body = "".join(
        _slot(plot, index, "".join(element(shape, across, f"{name}-") for shape in shapes), hit(index))
        for index, shapes in groups
    )
    hatches = patterns([shape for _, shapes in groups for shape in shapes], f"{name}-")
    role = "group" if any(slot.href for slot in plot.slots) else "img"
    return (
        f'<svg class="drawing {layout}" width="100%" height="{high:.0f}" role="{role}" aria-labelledby="{name}-t {name}-d">'
        f'<title id="{name}-t">{escape(plot.title)}</title><desc id="{name}-d">{escape(plot.alt)}</desc>{hatches}{body}</svg>'
    )


def _laid_out(plot: Plot, width: float, height: int, layout: str) -> Laid:
    """The shapes by slot, the room that answers a tap for each, and how high all are together."""
    size = _LETTERS[layout]
    if not plot.horizontal:
        return _upright(plot, width, height, size)
    bars = {"phone": _BAR, CHAT: _CHAT_BAR}
    return _stacked(plot, width, size, bars[layout]) if layout in bars else _beside(plot, width, size)


def _thinned(plot: Plot, inner: float) -> Plot:
    """On a time axis, years without figures lose their name, and others become ’22, where names have too little room."""
    if plot.time is None:
        return plot
    widest = max(text_metrics.width(slot.name, _LEAST) for slot in plot.slots)
    if widest <= chart_geometry.room(plot, inner, labelled=False) * 0.95:
        return plot
    return replace(
        plot, slots=tuple(replace(slot, name=f"’{slot.name[-2:]}" if slot.name and slot.label else "") for slot in plot.slots)
    )


def _upright(plot: Plot, width: float, height: int, size: float) -> Laid:
    plot = _thinned(plot, width - chart_geometry.left(plot, size))
    while True:  # letters as large as the bars' rooms allow
        inner = width - chart_geometry.left(plot, size)
        room = chart_geometry.room(plot, inner, labelled=True)
        broken = _rebroken(plot, room * 0.98, size)
        if size <= _LEAST or all(_longest_word(slot, size) <= room * 0.98 for slot in plot.slots):
            break
        size -= 0.5
    box = Box(0, 4, width, height - 8)
    groups = chart_drawing.groups(broken, box, size, chart_geometry.axis_end(broken, box.w, box.h, size))
    left = box.w - inner
    step = inner / len(plot.slots) if plot.time is None else 0.0
    rooms = [
        Box(left + inner * chart_geometry.centre(plot, index) - wide / 2, 0, wide, float(height))
        for index in range(len(plot.slots))
        for wide in [step or inner * chart_geometry.breadth(plot, index)]
    ]
    return groups, rooms, float(height)


def _beside(plot: Plot, width: float, size: float) -> Laid:
    """Lying bars with their names on the left and their labels on the right."""
    across = width * (1 - chart_geometry.NAMES)
    broken = _rebroken(plot, across * 0.48, size)
    names = [text_metrics.height(((Run(plot.named(slot)),),), width * chart_geometry.NAMES - 8, size) + 8 for slot in plot.slots]
    labels = [len(slot.label) * size * text_metrics.LEADING + 8 for slot in broken.slots]
    step = max([_ROW, *names, *labels])
    box = Box(0, 0, width, step * len(plot.slots))
    groups = chart_drawing.groups(broken, box, size, chart_geometry.axis_end(broken, box.w, box.h, size))
    return groups, [Box(0, index * step, width, step) for index in range(len(plot.slots))], box.h


def _stacked(plot: Plot, width: float, size: float, bar: float) -> Laid:
    """Lying bars over the whole width, each with its name above and its label below."""
    broken = _rebroken(plot, width, size)
    scale = width / max(plot.top, *(slot.end for slot in plot.slots)) * 0.99
    groups: list[Group] = []
    rooms: list[Box] = []
    y = 2.0
    for index, slot in enumerate(broken.slots):
        start, line = y, size * text_metrics.LEADING
        name = ((Run(plot.named(slot)),),)
        high = text_metrics.height(name, width, size)
        shapes: list[Shape] = [Words(f"name-{index}", Box(0, y, width, high), name, size)]
        y += high + 3
        if slot.marks:
            shapes += [*chart_drawing.lying_marks(slot, Box(0, y, scale, bar), size), Stroke(0, y, 0, y + bar, OUTLINE)]
            y += bar + 3
        shapes.append(Words(f"label-{index}", Box(0, y, width, line * len(slot.label)), slot.label, size))
        y += line * len(slot.label) + _GAP
        groups.append((index, shapes))
        rooms.append(Box(0, start - _GAP / 2, width, y - start))
    return groups, rooms, y


def _slot(plot: Plot, index: int | None, shapes: str, room: str) -> str:
    """The elements of a slot with its tooltip, inside its link when it has one; ``room`` is the rectangle that answers a tap."""
    if index is None:
        return shapes
    slot = plot.slots[index]
    label = " ".join(run.text.strip() for line in slot.label for run in line)
    tooltip = escape(slot.tooltip or f"{plot.named(slot)}: {label}".replace("\n", " "))
    inside = f"<title>{tooltip}</title>{room}{shapes}"
    if not slot.href:
        return f'<g class="slot">{inside}</g>'
    return f'<a class="slot" href="{escape(slot.href)}" target="_self" aria-label="{tooltip}">{inside}</a>'


def _rebroken(plot: Plot, room: float, size: float) -> Plot:
    """The chart with its labels broken anew to lines no wider than ``room``."""
    return replace(plot, slots=tuple(replace(slot, label=_lines(slot.label, room, size)) for slot in plot.slots))


def _lines(label: tuple[Line, ...], room: float, size: float) -> tuple[Line, ...]:
    """Lines joined where nothing bold begins, and broken at the width of the room."""
    joined: list[Line] = []
    for line in label:
        if joined and not any(run.bold for run in (*joined[-1], *line)):
            joined[-1] = (*joined[-1], Run(" "), *line)
        else:
            joined.append(line)
    return tuple(part for line in joined for part in text_metrics.broken(line, room, size))


def _longest_word(slot: Slot, size: float) -> float:
    words = [(word, run.bold) for line in slot.label for run in line for word in run.text.split(" ")]
    names = [(line, True) for line in (slot.name, *slot.verdict.split("\n"))]
    return max((text_metrics.width(word, size, bold) for word, bold in [*words, *names]), default=0.0)

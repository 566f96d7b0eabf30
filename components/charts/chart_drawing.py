"""A ``Plot`` as shapes, for every format that has no charts of its own: inline SVG, HTML and PDF."""

from __future__ import annotations

from typing import NamedTuple

from components.charts import chart_geometry, notation, text_metrics
from components.charts.model import Mark, Plot, Run, Slot
from components.charts.notation import MARKS, MarkStyle
from components.charts.shapes import Box, Circle, Rect, Shape, Stroke, Words
from components.theme import LINE, MUTED, OUTLINE

SHADE = "#f1f3f5"
_GLYPH = 22.0  # width of a mark in a key
Group = tuple[int | None, list[Shape]]  # number of the slot that the shapes belong to, none for axes and lines


def chart(plot: Plot, box: Box, size: float, end: float) -> list[Shape]:
    """A chart in its box: bars, labels, names, and the value axis of upright bars; ``end`` is that axis's end."""
    return [shape for _, shapes in groups(plot, box, size, end) for shape in shapes]


def groups(plot: Plot, box: Box, size: float, end: float) -> list[Group]:
    """The same by slot, in the order of painting."""
    return (_lying if plot.horizontal else _upright)(plot, box, size, end)


def _lying(plot: Plot, box: Box, size: float, end: float) -> list[Group]:
    left = box.x + box.w * chart_geometry.NAMES
    step, scale = box.h / len(plot.slots), box.w * (1 - chart_geometry.NAMES) / end
    drawn: list[Group] = []
    for index, slot in enumerate(plot.slots):
        top = box.y + index * step
        name = Box(box.x, top, box.w * chart_geometry.NAMES - 8, step)
        shapes: list[Shape] = [Words(f"name-{index}", name, ((Run(plot.named(slot)),),), size, "right", "middle")]
        shapes += lying_marks(slot, Box(left, top, scale, step), size)
        beside = Box(left + slot.end * scale + 6 + _rise(slot, size), top, 2000, step)
        shapes.append(Words(f"label-{index}", beside, slot.label, size, anchor="middle"))
        drawn.append((index, shapes))
    return [*drawn, (None, [Stroke(left, box.y, left, box.y + box.h, OUTLINE)])]


def lying_marks(slot: Slot, unit: Box, size: float) -> list[Shape]:
    """The marks of a lying slot; ``unit`` is as long as one unit of the value axis and as high as the slot."""
    middle = unit.y + unit.h / 2
    shapes: list[Shape] = []
    for mark in _painted(slot):
        style = MARKS[mark.kind]
        if style.shape == "bar":
            high = unit.h * style.share
            shapes.append(
                _bar(Box(unit.x + mark.start * unit.w, middle - high / 2, (mark.value - mark.start) * unit.w, high), style)
            )
        else:
            shapes.append(_circle(unit.x + mark.value * unit.w, middle, size, style))
    return shapes


class _Rooms(NamedTuple):
    """Room of every slot's label and name across, and of the names below the bars."""

    labels: float
    names: float
    below: float


def _upright(plot: Plot, box: Box, size: float, end: float) -> list[Group]:
    left, below = chart_geometry.left(plot, size), chart_geometry.below(plot, size)
    field = Box(box.x + left, box.y, box.w - left, box.h - below)
    rooms = _Rooms(chart_geometry.room(plot, field.w, labelled=True), chart_geometry.room(plot, field.w, labelled=False), below)
    under = [*_behind(plot, field, box.x, size, end), *_lines(plot, field, end), *_grounds(plot, field, size, end, rooms)]
    drawn: list[Group] = [(None, under)]
    drawn += [(index, _slot(plot, index, field, size, end, rooms)) for index in range(len(plot.slots))]
    floor = field.y + field.h
    return [*drawn, (None, [Stroke(field.x, floor, field.x + field.w, floor, OUTLINE)])]


def _behind(plot: Plot, field: Box, edge: float, size: float, end: float) -> list[Shape]:
    """What lies behind the bars: shaded gaps, the lines of the value axis with their numbers, today."""
    small, floor, scale = chart_geometry.small(size), field.y + field.h, field.h / end
    shapes: list[Shape] = []
    for first, last in plot.time.gaps if plot.time else ():
        start, stop = (field.x + field.w * chart_geometry.moment(plot, day) for day in (first, last))
        shapes.append(Rect(Box(start, field.y, stop - start, field.h), fill=SHADE))
    for value, text in chart_geometry.ticks(plot):
        y = floor - value * scale
        shapes.append(Stroke(field.x, y, field.x + field.w, y, LINE, 0.6))
        room = Box(edge, y - small * 0.6, field.x - edge - 5, small * 1.2)
        shapes.append(Words("tick", room, ((Run(text, MUTED),),), small, "right"))
    if plot.time and plot.time.today:
        x = field.x + field.w * chart_geometry.moment(plot, plot.time.today)
        shapes.append(Stroke(x, field.y + small * 1.2, x, floor, MUTED, 1.0, dash="dash"))
        today = ((Run(chart_geometry.today_label(plot), MUTED),),)
        wide = text_metrics.width(chart_geometry.today_label(plot), small) + 2
        start = min(max(x - wide / 2, field.x), field.x + field.w - wide)
        shapes.append(Words("today", Box(start, field.y - small * 0.1, wide, small * 1.2), today, small, "center"))
    return shapes


def _slot(plot: Plot, index: int, field: Box, size: float, end: float, rooms: _Rooms) -> list[Shape]:
    """An upright slot: its marks, the label above and the name below."""
    slot, floor, scale = plot.slots[index], field.y + field.h, field.h / end
    middle = field.x + field.w * chart_geometry.centre(plot, index)
    thick = field.w * chart_geometry.breadth(plot, index)
    shapes: list[Shape] = []
    for mark in _painted(slot):
        style = MARKS[mark.kind]
        top = floor - mark.value * scale
        if style.shape == "bar":
            wide = thick * style.share
            shapes.append(_bar(Box(middle - wide / 2, top, wide, (mark.value - mark.start) * scale), style))
        elif style.shape == "dot":
            shapes.append(_circle(middle, top, size, style))
    shapes.append(Words(f"label-{index}", _above(plot, index, field, size, end, rooms), slot.label, size, "center", "bottom"))
    lines = tuple((Run(line),) for line in plot.named(slot).split("\n"))
    foot = Box(middle - rooms.names / 2, floor + 5, rooms.names, rooms.below)
    return [*shapes, Words(f"name-{index}", foot, lines, size, "center")]


def _above(plot: Plot, index: int, field: Box, size: float, end: float, rooms: _Rooms) -> Box:
    """The room of an upright slot's label."""
    slot, middle = plot.slots[index], field.x + field.w * chart_geometry.centre(plot, index)
    wide = max(rooms.labels, chart_geometry.widest(slot, size) + 2)
    tall = len(slot.label) * size * text_metrics.LEADING
    return Box(middle - wide / 2, field.y + field.h * (1 - slot.end / end) - tall - 2 - _rise(slot, size), wide, tall)


def _grounds(plot: Plot, field: Box, size: float, end: float, rooms: _Rooms) -> list[Shape]:
    """White ground behind the labels that a path or a line of the axis would run through."""
    grounds: list[Shape] = []
    for index, slot in enumerate(plot.slots):
        room, wide = _above(plot, index, field, size, end, rooms), chart_geometry.widest(slot, size) + 2
        ground = Box(room.x + (room.w - wide) / 2, room.y, wide, room.h)
        if slot.label and _is_crossed(plot, ground, field, end):
            grounds.append(Rect(ground, fill="#ffffff"))
    return grounds


def _is_crossed(plot: Plot, ground: Box, field: Box, end: float) -> bool:
    low, high = (end * (field.y + field.h - y) / field.h for y in (ground.y + ground.h, ground.y))
    if any(low < value < high for value, _ in chart_geometry.ticks(plot)):
        return True
    left, right = ((x - field.x) / field.w for x in (ground.x, ground.x + ground.w))
    for path in plot.paths:
        start, stop = chart_geometry.ends(path, plot)
        if start < right and stop > left and stop > start:
            at = [path.low + (path.high - path.low) * (min(max(x, start), stop) - start) / (stop - start) for x in (left, right)]
            if min(at) < high and max(at) > low:
                return True
    return False


def _lines(plot: Plot, field: Box, end: float) -> list[Shape]:
    """What joins slots: lines and paths."""
    floor, scale = field.y + field.h, field.h / end
    drawn: list[Shape] = []

    def join(kind: str, start: int, low: float, stop: int, high: float) -> None:
        style = MARKS[kind]
        x1, x2 = (field.x + field.w * chart_geometry.centre(plot, index) for index in (start, stop))
        drawn.append(Stroke(x1, floor - low * scale, x2, floor - high * scale, style.outline or MUTED, style.width, style.dash))

    for kind, start, low, stop, high in joined(plot):
        join(kind, start, low, stop, high)
    style = MARKS["path"]
    for path in plot.paths:
        x1, x2 = (field.x + field.w * end for end in chart_geometry.ends(path, plot))
        ends = (x1, floor - path.low * scale, x2, floor - path.high * scale)
        drawn.append(Stroke(*ends, style.outline or MUTED, style.width, style.dash))
    return drawn


def joined(plot: Plot) -> list[tuple[str, int, float, int, float]]:
    """The pieces of the lines among the marks: kind, slot and value of one end, slot and value of the other."""
    drawn, last = [], dict[str, tuple[int, float]]()
    for index, slot in enumerate(plot.slots):
        for mark in slot.marks:
            if MARKS[mark.kind].shape == "line":
                if mark.kind in last:
                    drawn.append((mark.kind, *last[mark.kind], index, mark.value))
                last[mark.kind] = (index, mark.value)
    return drawn


def key_glyph(kind: str) -> Rect | Circle | Stroke:
    """How a kind of mark looks in a key: 22 points wide, on a line 18 points high."""
    style = MARKS[kind]
    if style.shape == "line":
        return Stroke(0, 9, _GLYPH, 9, style.outline or MUTED, style.width, style.dash)
    if style.shape == "dot":
        return _circle(_GLYPH / 2, 9, 11, style)
    high = 11 if style.share > notation.NARROW else 7
    return _bar(Box(0, 9 - high / 2, _GLYPH, high), style)


def gap_glyph() -> Rect:
    """How a shaded stretch of a time axis looks in a key."""
    return Rect(Box(0, 3, _GLYPH, 12), fill=SHADE, outline=LINE, width=0.6)


def _painted(slot: Slot) -> list[Mark]:
    return [mark for kind in notation.in_order(mark.kind for mark in slot.marks) for mark in slot.marks if mark.kind == kind]


def _bar(box: Box, style: MarkStyle) -> Rect:
    return Rect(box, style.fill, style.outline, style.width or 1.0, style.hatch, style.dash)


def _circle(x: float, y: float, size: float, style: MarkStyle) -> Circle:
    return Circle(x, y, size * 0.36, style.fill, style.outline, style.width or 1.0)


def _rise(slot: Slot, size: float) -> float:
    """How much farther a label stands because the highest mark is a circle."""
    return size * 0.36 if any(MARKS[mark.kind].shape == "dot" and mark.value == slot.end for mark in slot.marks) else 0.0

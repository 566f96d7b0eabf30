"""A chart fitted into its room on a slide: letters of at least 12 points; a label that is too wide goes to further lines.

Labels never touch: of two that would even so, the one of a target gives way to that of a result, an earlier year to a later one; what gave
way is told below the chart (``left_out``). The workbook behind a chart keeps all figures.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from components.charts import chart_geometry, text_metrics
from components.charts.model import Plot, Run, Slot
from components.charts.notation import MARKS, RESULTS
from components.slides.layout import label_lines

_SHARES = (0.56, 0.66, 0.76)  # of the room beside the names that a label may take, the narrowest first in which it stands whole
_MOST_LINES = 4  # of a label above an upright bar
_TALLEST, _AIR = 0.55, 10.0  # of that height a label and the points around it have at most (``chart_geometry.axis_end``)
_FIELD = 0.5  # of the height above an axis that a label may take


def fitted(plot: Plot, wide: float, high: float, largest: float = chart_geometry.LARGEST) -> tuple[Plot, float]:
    """The chart as it is drawn in a room, and the size of its letters."""
    plot = replace(plot, spoken=plot.alt)
    if plot.horizontal:
        return _lying(plot, wide, high, largest)
    size = chart_geometry.letters_of(plot, wide, high, largest)
    named = _named(plot, wide, size)
    return _apart(_broken(named, wide, high, size), wide, size), size


def in_one_line(plot: Plot) -> Plot:
    """The chart with the label of each slot in one line."""
    return replace(plot, slots=tuple(replace(slot, label=label_lines.joined(slot.label)) for slot in plot.slots))


def crowded(plot: Plot, wide: float, high: float) -> bool:
    """Whether a chart would leave labels or names out in a room, in the smallest letters and with labels in more lines."""
    size = chart_geometry.SMALLEST
    told = _broken(plot, wide, high, size)
    tall = max((len(slot.label) for slot in told.slots), default=0) * size * text_metrics.LEADING
    low = tall > _TALLEST * (high - chart_geometry.below(plot, size)) - _AIR
    return bool(low or chart_geometry.touching_labels(told, wide, size) or chart_geometry.touching_names(plot, wide, size))


def left_out(plots: Iterable[Plot], drawn: Iterable[Plot]) -> str:
    """The labels that charts as drawn do not show, as a sentence; '' where they show all of them."""
    told = [_gone(plot, shown) for plot, shown in zip(plots, drawn, strict=True)]
    said = "; ".join(part for part in told if part)
    return f"Không đủ chỗ ghi ở hình: {said}." if said else ""


def _gone(plot: Plot, drawn: Plot) -> str:
    gone = [
        f"{before.name.replace('’', '20')} {' '.join(run.text.strip() for line in before.label for run in line)}"
        for before, after in zip(plot.slots, drawn.slots, strict=True)
        if before.label and not after.label
    ]
    return f"{f'{plot.heading}: ' if plot.heading else ''}{', '.join(gone)}" if gone else ""


def _broken(plot: Plot, wide: float, high: float, size: float) -> Plot:
    """The chart with the labels that would touch their neighbours, or reach over an edge, in more lines."""
    field = high - chart_geometry.below(plot, size)
    most = min(_MOST_LINES, int(field * _FIELD / (size * text_metrics.LEADING)))
    whole: set[int] = set()  # labels that cannot be narrower
    while wider := _too_wide(plot, wide, size, whole):
        index = max(wider, key=lambda index: label_lines.widest(plot.slots[index].label, size))
        label = label_lines.narrower(plot.slots[index].label, size, most)
        if label is None:
            whole.add(index)
        else:
            plot = replace(plot, slots=(*plot.slots[:index], replace(plot.slots[index], label=label), *plot.slots[index + 1 :]))
    return plot


def _too_wide(plot: Plot, wide: float, size: float, whole: set[int]) -> set[int]:
    """The first two slots whose labels touch, else those that reach over an edge; without those whose labels cannot be narrower."""
    pairs = (set(pair) - whole for pair in chart_geometry.touching_labels(plot, wide, size))
    return next(filter(None, pairs), set(chart_geometry.labels_over_edge(plot, wide, size)) - whole)


def _apart(plot: Plot, wide: float, size: float) -> Plot:
    """The chart without the labels that would touch their neighbours."""
    slots = list(plot.slots)
    while pairs := chart_geometry.touching_labels(replace(plot, slots=tuple(slots)), wide, size):
        gone = min(pairs[0], key=lambda index: (_result(slots[index]), index))
        slots[gone] = replace(slots[gone], label=())
    return replace(plot, slots=tuple(slots))


def _result(slot: Slot) -> bool:
    """Whether a slot tells of a result."""
    return any(MARKS[mark.kind].column == RESULTS or mark.kind == "claim" for mark in slot.marks) or not slot.marks


def _named(plot: Plot, wide: float, size: float) -> Plot:
    """On a time axis whose years have too little room: ’22 for 2022, then only years with a label, then every second one."""
    if plot.time is None or not chart_geometry.touching_names(plot, wide, size):
        return plot
    plot = replace(plot, slots=tuple(replace(slot, name=_short(slot.name)) for slot in plot.slots))
    if chart_geometry.touching_names(plot, wide, size):
        plot = replace(plot, slots=tuple(slot if slot.label else replace(slot, name="") for slot in plot.slots))
    slots = list(plot.slots)
    while pairs := chart_geometry.touching_names(replace(plot, slots=tuple(slots)), wide, size):
        slots[pairs[0][1]] = replace(slots[pairs[0][1]], name="")
    return replace(plot, slots=tuple(slots))


def _short(year: str) -> str:
    return f"’{year[-2:]}" if len(year) == 4 and year.isdigit() else year


def _lying(plot: Plot, wide: float, high: float, largest: float) -> tuple[Plot, float]:
    """Lying bars in the largest letters in which names and labels stand whole, at 12 points with names of as many lines as a row has."""
    size = largest
    while size > chart_geometry.SMALLEST:
        told = _in_rows(plot, wide, high, size)
        if all(one is not None for one in told) and chart_geometry.fits(_labelled(plot, told), wide, high, size):
            return _labelled(plot, told), size
        size -= 0.5
    room = wide * (1 - chart_geometry.NAMES) * _shares(plot)[-1]
    told = [
        one if one is not None else tuple(label_lines.cut(line, room, size) for line in label_lines.joined(slot.label))
        for slot, one in zip(plot.slots, _in_rows(plot, wide, high, size), strict=True)
    ]
    return replace(plot, slots=tuple(_called(plot, slot, wide, high, size) for slot in _labelled(plot, told).slots)), size


def _labelled(plot: Plot, labels: Iterable[label_lines.Label | None]) -> Plot:
    slots = zip(plot.slots, labels, strict=True)
    return replace(plot, slots=tuple(replace(slot, label=label or ()) for slot, label in slots))


def _lines(plot: Plot, high: float, size: float) -> int:
    """So many lines a row of lying bars holds."""
    return max(int(high * 0.96 / len(plot.slots) / (size * text_metrics.leading())), 1)


def _shares(plot: Plot) -> tuple[float, ...]:
    return (0.9,) if plot.stacked else _SHARES


def _in_rows(plot: Plot, wide: float, high: float, size: float) -> list[label_lines.Label | None]:
    """The label of each slot in the lines of its row, as wide as it needs; None for one that finds no room."""
    rooms = [wide * (1 - chart_geometry.NAMES) * share for share in _shares(plot)]
    lines = _lines(plot, high, size)
    found = []
    for slot in plot.slots:
        label = slot.label if len(slot.label) <= lines else label_lines.joined(slot.label)
        tried = ((label_lines.broken(label, room, size), room) for room in rooms)
        found.append(next((one for one, room in tried if _stands(one, room, size, lines)), None))
    return found


def _stands(label: label_lines.Label, room: float, size: float, lines: int) -> bool:
    return len(label) <= lines and label_lines.widest(label, size) <= room


def _called(plot: Plot, slot: Slot, wide: float, high: float, size: float) -> Slot:
    """A lying slot with a name of as many lines as its row has."""
    named = plot.named(slot)
    room = wide * chart_geometry.NAMES * 0.94 - 12
    (name, *_) = text_metrics.cut((Run(named),), room, size, _lines(plot, high, size))
    return slot if name.text == named else replace(slot, name=name.text.removeprefix(slot.verdict).strip())

"""A chart fitted into its room on a slide: letters of at least 12 points; what does not fit at that size is told shorter, or not at all.

Labels never touch: of two that would, the one of a target gives way to that of a result, an earlier year to a later one. The workbook
behind a chart keeps all figures.
"""

from __future__ import annotations

from dataclasses import replace

from components.charts import chart_geometry, text_metrics
from components.charts.model import Line, Plot, Run, Slot
from components.charts.notation import MARKS, RESULTS

_SHARE = 0.56  # of the room beside the names that a label may take at most
_MORE = "…"


def fitted(plot: Plot, wide: float, high: float, largest: float = chart_geometry.LARGEST) -> tuple[Plot, float]:
    """The chart as it is drawn in a room, and the size of its letters."""
    size, plot = chart_geometry.letters_of(plot, wide, high, largest), replace(plot, spoken=plot.alt)
    if plot.horizontal:
        return replace(plot, slots=tuple(_lying(plot, slot, wide, high, size) for slot in plot.slots)), size
    return _apart(_named(plot, wide, size), wide, size), size


def in_one_line(plot: Plot) -> Plot:
    """The chart with the label of each slot in one line: '45% / 50%', for rooms that are low and wide."""
    return replace(plot, slots=tuple(replace(slot, label=_joined(slot.label)) for slot in plot.slots))


def _joined(label: tuple[Line, ...]) -> tuple[Line, ...]:
    if len(label) < 2:
        return label
    first, *rest = label
    return (
        (*first, *(replace(run, text=f" {run.text}" if not at else run.text) for line in rest for at, run in enumerate(line))),
    )


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


def _lying(plot: Plot, slot: Slot, wide: float, high: float, size: float) -> Slot:
    """A lying slot with a name of as many lines as its row has, and a label that leaves room for its bar."""
    row = high * 0.96 / len(plot.slots)
    lines = max(int(row / (size * text_metrics.LEADING)), 1)
    label = slot.label if len(slot.label) <= lines else _joined(slot.label)
    room = wide * (1 - chart_geometry.NAMES) * (_SHARE if not plot.stacked else 0.9)
    named = plot.named(slot)
    (name, *_) = text_metrics.cut((Run(named),), wide * chart_geometry.NAMES * 0.94 - 12, size, lines)
    if name.text != named:
        slot = replace(slot, name=name.text.removeprefix(slot.verdict).strip())
    return replace(slot, label=tuple(_narrow(line, room, size) for line in label))


def _narrow(line: Line, room: float, size: float) -> Line:
    """A line of a label no wider than a room: its longest words are cut."""
    runs = list(line)

    def wide() -> float:
        return sum(text_metrics.width(run.text, size, run.bold) for run in runs)

    while wide() > room:
        longest = max(range(len(runs)), key=lambda at: len(runs[at].text))
        words = runs[longest].text.removesuffix(_MORE).split(" ")
        if len(words) < 4:
            break
        runs[longest] = replace(runs[longest], text=" ".join(words[:-1]).rstrip(" ,;") + _MORE)
    return tuple(runs)

"""Measures of a chart: size of its letters, where slots stand, ends of its axes, rooms beside and below its bars.

One geometry for screen, PDF, HTML and PowerPoint.
"""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from components.charts import text_metrics
from components.charts.model import Path, Plot, Run, Slot
from components.text.formats import number
from components.text.times import day

LARGEST, SMALLEST = 14.0, 12.0  # letters
APART = 5.0  # points between labels, or names, that stand beside each other
TODAY = "hôm nay"
NAMES = 0.36  # share of a lying chart's width that the names take


def letters_of(plot: Plot, wide: float, high: float, largest: float = LARGEST) -> float:
    """Size of a chart's letters: as large as neighbours and edges allow."""
    size = largest
    while size > SMALLEST and not fits(plot, wide, high, size):
        size -= 0.5
    return size


def fits(plot: Plot, wide: float, high: float, size: float) -> bool:
    """Whether names and labels stand whole in letters of a size: none touches another one, each has the lines that it needs."""
    if plot.horizontal:
        row = high * 0.96 / len(plot.slots) * text_metrics.LEADING / text_metrics.leading()
        fitting = (
            max(
                text_metrics.height(((Run(plot.named(slot)),),), wide * NAMES * 0.94 - 12, size),
                len(slot.label) * size * text_metrics.LEADING,
            )
            <= row
            for slot in plot.slots
        )
        return all(fitting) and axis_end(plot, wide, high, size) <= 2.3 * plot.top
    inner = wide - left(plot, size)
    return not _touching(plot, inner, size, labelled=True) and not _touching(plot, inner, size, labelled=False)


def touching_labels(plot: Plot, wide: float, size: float) -> list[tuple[int, int]]:
    """The pairs of upright slots (their numbers) whose labels would touch in a chart as wide as this."""
    return [] if plot.horizontal else _touching(plot, wide - left(plot, size), size, labelled=True)


def labels_over_edge(plot: Plot, wide: float, size: float) -> list[int]:
    """The upright slots (their numbers) whose labels would reach over an edge of a chart as wide as this."""
    if plot.horizontal:
        return []
    start = left(plot, size)
    middles = {index: start + centre(plot, index) * (wide - start) for index, slot in enumerate(plot.slots) if slot.label}
    halves = {index: widest(plot.slots[index], size) / 2 for index in middles}
    return [index for index, at in middles.items() if at < halves[index] or at + halves[index] > wide]


def touching_names(plot: Plot, wide: float, size: float) -> list[tuple[int, int]]:
    """The same of their names below the axis."""
    return [] if plot.horizontal else _touching(plot, wide - left(plot, size), size, labelled=False)


def _touching(plot: Plot, inner: float, size: float, *, labelled: bool) -> list[tuple[int, int]]:
    """Neighbours whose labels (or names) would touch, be it on a true axis of time or on one of equal steps, as PowerPoint has it."""
    told = [index for index, slot in enumerate(plot.slots) if (slot.label if labelled else plot.named(slot))]
    wide = {index: widest(plot.slots[index], size) if labelled else _name(plot, plot.slots[index], size) for index in told}
    steps = {slot: (step + 0.5) / len(every) for every in [cells(plot)] for step, slot in enumerate(every) if slot is not None}
    found: list[tuple[int, int]] = []
    for at in (lambda index: centre(plot, index), lambda index: steps.get(index, centre(plot, index))):
        ordered = sorted(told, key=at)
        found += [
            (one, other)
            for one, other in pairwise(ordered)
            if (wide[one] + wide[other]) / 2 + APART > (at(other) - at(one)) * inner
        ]
    return list(dict.fromkeys(found))


def centre(plot: Plot, index: int) -> float:
    """Middle of an upright slot, as a share of the axis: side by side, or in the middle of its period."""
    if plot.time is None:
        return (index + 0.5) / len(plot.slots)
    first, end = span(plot.slots[index])
    return moment(plot, first) + (end - first).days / 2 / (plot.time.end - plot.time.start).days


def breadth(plot: Plot, index: int) -> float:
    """Breadth of an upright slot, as a share of the axis; a lone bar keeps its shape."""
    if plot.time is None:
        return thickness(plot) / len(plot.slots)
    first, end = span(plot.slots[index])
    return (end - first).days / (plot.time.end - plot.time.start).days


def moment(plot: Plot, at: date) -> float:
    """Where the morning of a day stands on a time axis, as a share of it. Raises ValueError without one."""
    if plot.time is None:
        raise ValueError("the chart has no time axis")
    return (at - plot.time.start).days / (plot.time.end - plot.time.start).days


def today_label(plot: Plot) -> str:
    """What stands at the line for today: 'hôm nay 28/11/2026'; '' without one."""
    return f"{TODAY} {day(plot.time.today)}" if plot.time and plot.time.today else ""


def span(slot: Slot) -> tuple[date, date]:
    """The first day of a slot's period, and the day after its last. Raises ValueError for a slot without a period."""
    if slot.period is None:
        raise ValueError(f"“{slot.name}” stands on a time axis and has no period")
    first, last = slot.period
    return first, last + timedelta(days=1)


def room(plot: Plot, inner: float, *, labelled: bool) -> float:
    """Room between the middles of neighbours that have a label (or a name), of ``inner`` points of axis."""
    if plot.time is None:
        return inner / len(plot.slots)
    middles = sorted(centre(plot, index) for index, slot in enumerate(plot.slots) if (slot.label if labelled else slot.name))
    return inner * min([after - before for before, after in pairwise(middles)], default=0.5)


def cells(plot: Plot) -> list[int | None]:
    """Slots as equal steps, for axes that know nothing else: the number of each, none where nothing stands.

    On a time axis a step is as long as the shortest period, so that years without figures keep their place; half or a quarter of
    it where a year and one of its parts would stand in the same one. What still finds its step taken stands in the next free one.
    """
    if plot.time is None:
        return list(range(len(plot.slots)))
    shortest = min(breadth(plot, index) for index in range(len(plot.slots)))
    for part in (1, 2, 4):
        numbers, count = _steps(plot, shortest / part)
        if len(set(numbers)) == len(numbers):
            break
    steps: list[int | None] = [None] * count
    for index, wished in enumerate(numbers):
        free = (step for step in range(wished, count) if steps[step] is None)
        steps[next(free, wished)] = index
    return steps


def _steps(plot: Plot, step: float) -> tuple[list[int], int]:
    """The number of each slot's step on a time axis of equal steps, and how many steps there are."""
    count = max(1, round(1 / step))
    return [min(int(centre(plot, index) / step), count - 1) for index in range(len(plot.slots))], count


def heights(path: Path, plot: Plot) -> list[float | None]:
    """Height of a path at every cell of ``cells``; none outside it."""
    steps = cells(plot)
    start, end = steps.index(path.start), steps.index(path.end)
    return [
        path.low + (path.high - path.low) * (cell - start) / (end - start) if start <= cell <= end else None
        for cell in range(len(steps))
    ]


def ends(path: Path, plot: Plot) -> tuple[float, float]:
    """Where a path begins and ends, as shares of the axis: the middles of its slots, on a time axis the ends of their periods."""
    if plot.time is None:
        return centre(plot, path.start), centre(plot, path.end)
    return moment(plot, span(plot.slots[path.start])[1]), moment(plot, span(plot.slots[path.end])[1])


def axis_end(plot: Plot, wide: float, high: float, size: float) -> float:
    """End of the value axis, such that every label fits between its bar and the edge."""
    if plot.horizontal:
        across = wide * (1 - NAMES)
        return max(
            plot.top if plot.stacked else 130.0,
            *(slot.end * across / max(across - widest(slot, size) * 1.04 - 14, across * 0.1) for slot in plot.slots),
        )
    lines = max(len(slot.label) for slot in plot.slots)
    share = min(0.55, (lines * size * text_metrics.LEADING + 10) / max(high - below(plot, size), 1))
    return plot.top / (1 - share)


def widest(slot: Slot, size: float) -> float:
    """Width of a slot's label."""
    return max((sum(text_metrics.width(run.text, size, run.bold) for run in line) for line in slot.label), default=0.0)


def _name(plot: Plot, slot: Slot, size: float) -> float:
    return max(text_metrics.width(line, size) for line in plot.named(slot).split("\n"))


def below(plot: Plot, size: float) -> float:
    """Room for the names below upright bars; at least two lines off a time axis, so that neighbouring charts share a base line."""
    least = 1 if plot.time else 2
    return max(least, *(len(plot.named(slot).split("\n")) for slot in plot.slots)) * size * text_metrics.LEADING + 8


def left(plot: Plot, size: float) -> float:
    """Room for the numbers of the value axis of upright bars."""
    return max(text_metrics.width(text, small(size)) for _, text in ticks(plot)) + 10


def small(size: float) -> float:
    """Size of the value axis's numbers beside letters of a size: a little smaller, yet not under 12 where the letters are not."""
    return max(size * 0.9, 12.0) if size >= 12 else size * 0.9


def ticks(plot: Plot) -> list[tuple[float, str]]:
    """Marks of the value axis: 0, 50, 100 for shares, else four or five round values."""
    if plot.unit_of_measure == "%":
        return [(value, f"{value}%") for value in (0, 50, 100)]
    step = tick_step(plot)
    return [(count * step, number(count * step)) for count in range(int(plot.top / step) + 1)]


def tick_step(plot: Plot) -> float:
    """Distance of the marks of the value axis."""
    if plot.unit_of_measure == "%":
        return 50
    raw = plot.top / 4
    power = 10.0 ** (len(str(int(raw))) - 1) if raw >= 1 else 0.1
    return next((factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw), 10 * power)


def thickness(plot: Plot) -> float:
    """Share of its slot that an upright bar may use; a lone bar keeps its shape."""
    return 1.0 if plot.horizontal else min(1.0, len(plot.slots) / 2.4)


def gap_width(share: float) -> int:
    """PowerPoint's gap, in percent of the bar, for a bar that takes a share of its slot."""
    return min(500, round((1 / share - 1) * 100))

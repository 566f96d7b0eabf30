"""Measures of a chart: size of its letters, ends of its axes, rooms beside and below its bars. One geometry for all formats."""

from __future__ import annotations

from components.slides.layout import text_metrics
from components.slides.model import Bar, Plot, Run
from components.text.formats import number

LARGEST, SMALLEST = 14.0, 8.0  # letters
NAMES = 0.36  # share of a lying chart's width that the names take
OUTLINED, SOLID = 0.64, 0.36  # of a place on the axis, as on the screen


def letters_of(plot: Plot, wide: float, high: float) -> float:
    """Size of a chart's letters: as large as neighbours and edges allow."""
    size = LARGEST
    while size > SMALLEST and not _fits(plot, wide, high, size):
        size -= 0.5
    return size


def _fits(plot: Plot, wide: float, high: float, size: float) -> bool:
    if plot.horizontal:
        room = high * 0.96 / len(plot.bars)
        names = (
            max(
                text_metrics.height(((Run(bar.name),),), wide * NAMES * 0.94 - 12, size),
                len(bar.label) * size * text_metrics.LEADING,
            )
            <= room
            for bar in plot.bars
        )
        return all(names) and axis_end(plot, wide, high, size) <= 230
    room = (wide - left(plot, size)) / len(plot.bars)
    return all(widest(bar, size) <= room * 0.98 and _name(bar, size) <= room * 0.9 for bar in plot.bars)


def axis_end(plot: Plot, wide: float, high: float, size: float) -> float:
    """End of the value axis, such that every label fits between its bar and the edge."""
    if plot.horizontal:
        across = wide * (1 - NAMES)
        return max(
            130.0, *(longest(bar) * across / max(across - widest(bar, size) * 1.04 - 14, across * 0.1) for bar in plot.bars)
        )
    lines = max(len(bar.label) for bar in plot.bars)
    share = min(0.55, (lines * size * text_metrics.LEADING + 10) / max(high - below(plot, size), 1))
    return plot.top / (1 - share)


def longest(bar: Bar) -> float:
    """The end of the longer of target and result."""
    return max(bar.target or 0.0, bar.actual or 0.0)


def widest(bar: Bar, size: float) -> float:
    """Width of a bar's label."""
    return max(sum(text_metrics.width(run.text, size, run.bold) for run in line) for line in bar.label)


def _name(bar: Bar, size: float) -> float:
    return max(text_metrics.width(line, size) for line in bar.name.split("\n"))


def below(plot: Plot, size: float) -> float:
    """Room for the names below upright bars; at least two lines, so that neighbouring charts share a base line."""
    return max(2, *(len(bar.name.split("\n")) for bar in plot.bars)) * size * text_metrics.LEADING + 8


def left(plot: Plot, size: float) -> float:
    """Room for the numbers of the value axis of upright bars."""
    return max(text_metrics.width(said, size * 0.9) for _, said in ticks(plot)) + 10


def ticks(plot: Plot) -> list[tuple[float, str]]:
    """Marks of the value axis: 0, 50, 100 for shares, else four or five round values."""
    if plot.unit_of_measure == "%":
        return [(value, f"{value}%") for value in (0, 50, 100)]
    step = tick_step(plot)
    return [(place * step, number(place * step)) for place in range(int(plot.top / step) + 1)]


def tick_step(plot: Plot) -> float:
    """Distance of the marks of the value axis."""
    if plot.unit_of_measure == "%":
        return 50
    raw = plot.top / 4
    power = 10.0 ** (len(str(int(raw))) - 1) if raw >= 1 else 0.1
    return next((factor * power for factor in (1, 2, 2.5, 5, 10) if factor * power >= raw), 10 * power)


def thickness(plot: Plot) -> float:
    """Share of its place that an upright bar may use; a lone bar keeps its shape."""
    return 1.0 if plot.horizontal else min(1.0, len(plot.bars) / 2.4)


def gap_width(share: float) -> int:
    """PowerPoint's gap, in percent of the bar, for a bar that takes a share of its place."""
    return min(500, round((1 / share - 1) * 100))

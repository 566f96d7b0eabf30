"""What a chart draws, as the columns of its workbook: a series a kind of mark, a row a step of the axis; nothing of XML."""

from __future__ import annotations

from dataclasses import dataclass

from components.charts import chart_geometry, notation
from components.charts.model import Mark, Plot, Slot
from components.charts.notation import MARKS, RESULTS, TARGET

WORDS = "Chỗ ghi chữ"
BEFORE = "Trước khi bắt đầu"


@dataclass(frozen=True)
class Column:
    """A series of the chart and column of its workbook: a height, or none, for each step of the axis.

    ``kinds`` are those of the marks (None: not painted); ``form`` is 'wide' or 'narrow' (bars), 'line', 'today' or 'words' (a bar of no height that
    carries the label of a slot without numbers).
    """

    name: str
    form: str
    values: tuple[float | None, ...]
    kinds: tuple[str | None, ...]

    @property
    def usual(self) -> str | None:
        """The kind that most of the column looks like: the first one drawn without a hatch, else the column's own."""
        if self.name == BEFORE:
            return None
        plain = [kind for kind in self.kinds if kind and not MARKS[kind].hatch]
        return plain[0] if plain else next((kind for kind, style in MARKS.items() if style.column == self.name), None)


@dataclass(frozen=True)
class Drawn:
    """A chart taken apart once: what stands at each step of its axis, and its columns."""

    plot: Plot
    steps: list[Slot | None]
    columns: list[Column]

    @property
    def facts(self) -> list[str]:
        """The names of the facts, whose columns stand after the drawn ones."""
        return list(next((slot.facts for slot in self.plot.slots if slot.facts), {}))

    @property
    def first(self) -> int:
        """The column of the first fact, counted from 0."""
        return 1 + len(self.columns)


def drawn(plot: Plot) -> Drawn:
    """A chart taken apart."""
    steps = in_steps(plot)
    return Drawn(plot, steps, columns(plot, steps))


def columns(plot: Plot, steps: list[Slot | None]) -> list[Column]:
    """The series of a chart: targets and results where there are bars, then other marks, paths, today, room for words."""
    kinds = notation.in_order(mark.kind for slot in plot.slots for mark in slot.marks)
    if plot.stacked:
        return _stacked(plot, kinds, steps)
    bars = any(MARKS[kind].shape == "bar" for kind in kinds) or not kinds
    names = [TARGET, RESULTS] if bars else []
    names += [MARKS[kind].column for kind in kinds]
    series = [_column(plot, name, steps) for name in dict.fromkeys(names)]
    for path in plot.paths:
        values = tuple(chart_geometry.heights(path, plot))
        series.append(Column(path.name, "line", values, tuple(None if value is None else "path" for value in values)))
    if plot.time and plot.time.today:
        series.append(_today(plot, len(steps)))
    if any(slot is not None and carrier(slot) == WORDS for slot in steps):
        values = tuple(slot.reach if slot is not None and carrier(slot) == WORDS else None for slot in steps)
        series.append(Column(WORDS, "words", values, (None,) * len(steps)))
    return series


def _stacked(plot: Plot, kinds: list[str], steps: list[Slot | None]) -> list[Column]:
    """The series of bars that follow one another, as lengths: what lies before the first, the parts, and room for the label."""
    before = tuple(min((mark.start for mark in slot.marks), default=None) if slot else None for slot in steps)
    parts = [_lengths(MARKS[kind].column, kind, steps) for kind in kinds]
    room = tuple(plot.top * 0.1 if slot is not None and slot.label else None for slot in steps)
    first = [Column(BEFORE, "wide", before, (None,) * len(steps))] if any(before) else []
    return [*first, *parts, Column(WORDS, "words", room, (None,) * len(steps))]


def _lengths(name: str, kind: str, steps: list[Slot | None]) -> Column:
    marks = [next((mark for mark in slot.marks if mark.kind == kind), None) if slot else None for slot in steps]
    values = tuple(mark.value - mark.start if mark else None for mark in marks)
    return Column(name, "wide", values, tuple(mark.kind if mark else None for mark in marks))


def in_steps(plot: Plot) -> list[Slot | None]:
    """What stands at each step of the axis; none where a time axis has nothing."""
    return [None if step is None else plot.slots[step] for step in chart_geometry.cells(plot)]


def _column(plot: Plot, name: str, steps: list[Slot | None]) -> Column:
    marks = [_mark(slot, name) for slot in steps]
    style = next(style for style in MARKS.values() if style.column == name)
    form = "line" if style.shape != "bar" and not plot.horizontal else "wide" if style.share > notation.NARROW else "narrow"
    values = tuple(mark.value if mark else None for mark in marks)
    return Column(name, form, values, tuple(mark.kind if mark else None for mark in marks))


def _mark(slot: Slot | None, column: str) -> Mark | None:
    marks = slot.marks if slot else ()
    return next((mark for mark in marks if MARKS[mark.kind].column == column), None)


def _today(plot: Plot, steps: int) -> Column:
    """A point in the step of today; its error bar is the line."""
    assert plot.time and plot.time.today
    at = min(max(int(chart_geometry.moment(plot, plot.time.today) * steps), 0), steps - 1)
    values = tuple(plot.top if step == at else None for step in range(steps))
    return Column(chart_geometry.TODAY.capitalize(), "today", values, (None,) * steps)


def carrier(slot: Slot) -> str:
    """The column that carries the label: that of the highest mark, the target's where results are no higher; words have their own,
    as has the label of a year that stands above the bars of its parts."""
    if not slot.marks or slot.reach > max(mark.value for mark in slot.marks):
        return WORDS
    return MARKS[max(slot.marks, key=lambda mark: mark.value).kind].column

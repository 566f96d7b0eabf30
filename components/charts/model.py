"""A chart described once, without saying how it is drawn: screen, picture, PowerPoint, PDF and HTML draw the same ``Plot``.

``plots`` makes it from rows; ``notation.MARKS`` says what each kind of mark looks like; ``plotly``, ``svg``, ``chart_drawing``
and ``components.slides.pptx.chart_xml`` draw it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from components.theme import INK


@dataclass(frozen=True)
class Run:
    """A piece of text in one colour and weight; ``link`` is an address to follow."""

    text: str
    colour: str = INK
    bold: bool = False
    link: str | None = None


Line = tuple[Run, ...]


@dataclass(frozen=True)
class Mark:
    """One thing drawn in a slot: ``kind`` is a key of ``notation.MARKS``, ``value`` its end on the value axis.

    ``start`` is where a bar begins: zero, but for the upper part of a range.
    """

    kind: str
    value: float
    start: float = 0.0


@dataclass(frozen=True)
class Slot:
    """One position on the axis of a chart, and what stands there.

    ``facts`` are the figures as the read holds them (column of the workbook -> value); ``scale`` is the value that a height
    of 100 stands for, null when heights are the figures themselves. ``verdict`` is the shape before a lying bar's name, or the
    line below an upright one's. ``period`` are its first and last day, needed on a time axis only. ``tooltip`` and ``href``
    are for screens: what is told when the slot is pointed at, and where a tap leads. The label stands above ``reach`` at least:
    how high the bars of parts of its year are. ``rule``: how result is set against target where both are numbers ('>=', '>', '<=', '<', '=').
    """

    name: str
    marks: tuple[Mark, ...]
    label: tuple[Line, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)
    verdict: str = ""
    scale: float | None = None
    period: tuple[date, date] | None = None
    tooltip: str = ""
    href: str = ""
    reach: float = 0.0
    rule: str = ""

    @property
    def end(self) -> float:
        """The highest value drawn here, or by others in its room (``reach``); 0 when nothing is."""
        return max([self.reach, *(mark.value for mark in self.marks)])

    def height(self, *kinds: str) -> float | None:
        """The value of the first mark of these kinds; none when there is no such mark."""
        return next((mark.value for mark in self.marks if mark.kind in kinds), None)


@dataclass(frozen=True)
class Path:
    """The straight way from the result of one slot to the target of a later one (numbers of slots)."""

    name: str
    start: int
    end: int
    low: float
    high: float


@dataclass(frozen=True)
class TimeAxis:
    """Makes the axis of upright bars a true one: every slot stands at its period, as wide as that is long.

    ``today`` draws a line; ``gaps`` are stretches, first and last day, that are shaded because nothing was reported.
    """

    start: date
    end: date
    today: date | None = None
    gaps: tuple[tuple[date, date], ...] = ()


@dataclass(frozen=True)
class Plot:
    """A chart: who, what, when and source in words, its slots, and the end of its value axis (``top``).

    ``horizontal`` bars lie, each under or beside its name, without a visible value axis. Without ``time`` upright slots stand
    side by side. ``heading`` stands above a chart that is one of several. ``stacked``: the bars of a slot follow one another, each from
    its ``start`` on, and are kept as lengths in a workbook. ``spoken``: the chart in words where it shows less than it was made with.
    """

    title: str
    subtitle: str
    source: str
    slots: tuple[Slot, ...]
    top: float
    unit_of_measure: str = "%"
    horizontal: bool = False
    paths: tuple[Path, ...] = ()
    heading: str = ""
    time: TimeAxis | None = None
    stacked: bool = False
    spoken: str = ""

    def named(self, slot: Slot) -> str:
        """Name and verdict of a slot: in one line before a lying bar, in several below an upright one."""
        parts = (slot.verdict, slot.name) if self.horizontal else (slot.name, slot.verdict)
        return (" " if self.horizontal else "\n").join(part for part in parts if part)

    @property
    def alt(self) -> str:
        """The chart in words, for those who cannot see it."""
        if self.spoken:
            return self.spoken
        labels = (f"{self.named(slot)}: {' '.join(run.text for line in slot.label for run in line)}" for slot in self.slots)
        return f"{self.title}. " + "; ".join(text.replace("\n", " ") for text in labels)

"""What a slide holds, without saying how it is drawn: texts, charts, tables, cards. Lengths are points of a page 960 x 540."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from components.charts.model import Line, Plot
from components.charts.unit_grid import TileMap
from components.charts.unit_matrix import Bar
from data.vietnamese import past_day
from data.vietnamese.terms import SAMPLE
from queries.rows import Rows

WIDTH, HEIGHT = 960.0, 540.0
COVER = "cover"  # the kind of the first page, which has no chart and no number
AGENDA, SECTION = "agenda", "section"  # the kinds of pages that only say what comes
# columns that move with the clock: a deck is not out of date because a day went by
VOLATILE = {
    ("indicator_path", "expected_now"),
    ("indicator_path", "pace"),
    ("indicator_path", "indicator_id"),
    ("task_list", "days_late"),
    ("indicator_gallery", "due_on"),
    ("indicator_gallery", "due_state"),
    ("indicator_gallery", "next_period"),
}
VOLATILE |= {
    ("indicator_trend", name) for name in ("due_end", "decided_by", "compared", "compared_share", "near_bound", "indicator_id")
}  # say no more than status, or what was asked for
VOLATILE |= {("remark_list", "unit_id"), ("index_sum", "unit_id"), ("unit_indicator_list", "pillar")}  # what was asked for


@dataclass(frozen=True)
class TableBar:
    """A bar in a cell of a table; ``row`` and ``column`` from 0, without the heading. ``tall``: in a cell without words."""

    row: int
    column: int
    bar: Bar
    tall: bool = False


@dataclass(frozen=True)
class SlideTable:
    """A table; ``widths`` are shares of the whole, a cell is a tuple of lines, ``groups`` are rows that head others, ``bars`` lie in cells."""

    head: tuple[str, ...]
    rows: tuple[tuple[tuple[Line, ...], ...], ...]
    widths: tuple[float, ...]
    groups: frozenset[int] = frozenset()
    size: float = 12.0
    bars: tuple[TableBar, ...] = ()


@dataclass(frozen=True)
class Card:
    """A number with the state that it counts above it, ``status`` being its colour, and of how many below."""

    status: str
    label: str
    number: str
    below: str


@dataclass(frozen=True)
class Slide:
    """One slide. ``kind`` and ``params`` say how to make it anew; ``figures`` are the answers it was made from."""

    kind: str
    params: Mapping[str, Any]
    what: str
    who: str
    message: str
    source: str
    link: str
    plots: tuple[Plot, ...] = ()
    table: SlideTable | None = None
    second: SlideTable | None = None  # a table below the first
    cards: tuple[Card, ...] = ()
    tiles: TileMap | None = None
    note: str = ""
    figures: tuple[tuple[str, Rows], ...] = field(default=(), repr=False)
    data_version: int = 0
    sample: bool = False
    known_on: date | None = None  # the past day as on which it shows everything
    drafted: bool = True  # the message is the one that the figures gave, not somebody's own

    @property
    def title(self) -> str:
        """Who, what with unit, when, in one line."""
        return f"{self.what} · {self.who}" if self.who else self.what

    @property
    def marks(self) -> tuple[str, ...]:
        """What stands in the corner: that figures are invented, and the past day that is shown; nothing for the real ones of today."""
        return ((SAMPLE.upper(),) if self.sample else ()) + ((past_day.label(self.known_on),) if self.known_on else ())

    @property
    def sha256(self) -> str:
        """SHA-256 of the figures as canonical JSON."""
        return hashlib.sha256(canonical(self.figures).encode()).hexdigest()


def canonical(figures: tuple[tuple[str, Rows], ...]) -> str:
    """Answers as JSON that is equal for equal figures: read name, columns, rows."""
    answers = []
    for name, rows in figures:
        columns = [column for column in rows.columns if (name, column) not in VOLATILE]
        answers.append([name, columns, [[_plain(getattr(row, column)) for column in columns] for row in rows]])
    return json.dumps(answers, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return round(value, 6) if isinstance(value, float) else value

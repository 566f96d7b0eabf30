"""What a slide says, piece by piece: as it was put there, as it stands in a deck, as it would be said today. Nothing of looks and places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from components.charts.model import Plot
from components.charts.shapes import Words
from components.slides.layout import slide_layout
from components.slides.layout.placed_pieces import Native, Piece, flat
from components.slides.pptx import chart_columns
from components.slides.slide import SlideTable

Table = tuple[tuple[str, ...], ...]  # the heading, then the rows; a cell's lines in one


@dataclass(frozen=True)
class ChartTold:
    """A chart in numbers and words, by steps of its axis.

    ``names`` stand at the axis, ``series`` are the drawn columns by name (None: nothing drawn), ``labels`` stand at the bars.
    ``slots`` names what a step is about, ``verdicts`` how it is judged; both are known of what we drew alone.
    """

    names: tuple[str, ...]
    series: dict[str, tuple[float | None, ...]]
    labels: dict[int, str]
    slots: tuple[str, ...] = ()
    verdicts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Told:
    """The texts, charts and tables of a slide by the names of their shapes."""

    texts: dict[str, str] = field(default_factory=dict)
    charts: dict[str, ChartTold] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)


def plain(text: str) -> str:
    """A text in one line: how programs break lines and space words does not count, nor whether a link stands at its end."""
    return " ".join(text.replace("\v", " ").split()).removesuffix(slide_layout.LIVE).rstrip(" ·")


def planned(texts: dict[str, str], pieces: Iterable[Piece]) -> Told:
    """What these pieces say; ``texts`` are those of the placeholders by their names."""
    every = flat(pieces)
    words = [
        (piece.name, "\n".join("".join(run.text for run in line) for line in piece.lines))
        for piece in every
        if isinstance(piece, Words)
    ]
    native = [piece for piece in every if isinstance(piece, Native)]
    return Told(
        {**{name: plain(text) for name, text in texts.items()}, **{name: plain(text) for name, text in each_once(words)}},
        {piece.name: _chart(piece.content) for piece in native if isinstance(piece.content, Plot)},
        {piece.name: _table(piece.content) for piece in native if isinstance(piece.content, SlideTable)},
    )


def each_once(named: Iterable[tuple[str, Any]]) -> Iterator[tuple[str, Any]]:
    """The same pairs, the second of a name called 'name~2', and so on."""
    seen: dict[str, int] = {}
    for name, thing in named:
        seen[name] = seen.get(name, 0) + 1
        yield (name if seen[name] == 1 else f"{name}~{seen[name]}"), thing


def _chart(plot: Plot) -> ChartTold:
    drawn = chart_columns.drawn(plot)
    steps = drawn.steps
    labels = {
        step: plain("\n".join("".join(run.text for run in line) for line in slot.label))
        for step, slot in enumerate(steps)
        if slot is not None and slot.label
    }
    return ChartTold(
        tuple("" if slot is None else plain(plot.named(slot)) for slot in steps),
        dict(each_once((column.name, column.values) for column in drawn.columns if column.form not in ("today", "words"))),
        labels,
        tuple("" if slot is None else plain(slot.name) for slot in steps),
        tuple("" if slot is None else plain(slot.verdict) for slot in steps),
    )


def _table(table: SlideTable) -> Table:
    wide = len(table.head)
    rows = [tuple(" ".join("".join(run.text for run in line) for line in cell) for cell in row) for row in table.rows]
    return tuple(tuple(plain(cell) for cell in (*row, *[""] * (wide - len(row)))) for row in (table.head, *rows))

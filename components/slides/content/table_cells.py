"""Cells of the tables on slides."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import shorten
from typing import Any

from components.charts.model import Line, Run
from components.text import formats, times
from components.text.origin.finding_marks import FLAG
from components.theme import INK, MUTED, STATUS_COLOURS
from queries.rows import Rows

Cell = tuple[Line, ...]
PACES = {code: " ".join(told) for code, told in formats.PACES.items()}  # how a part of the year keeps up with the year's target

COUNTED = {**formats.STATUSES, "behind": formats.PACES["behind"]}  # what targets are counted by: mark -> shape and word


def at(level: str, unit_id: str) -> str:
    """A chosen level of a unit at the end of a title; nothing for all of them."""
    return "" if level == "any" else f" · {formats.level_phrase(level, unit_id)}"


def levels(names: Iterable[str]) -> str:
    """The one level that a chart is about; nothing for several."""
    names = list(names)
    return f"{formats.LEVEL_PHRASES[names[0]]} · " if len(names) == 1 and names[0] != "all" else ""


def cell(text: str, colour: str = INK, bold: bool = False) -> Cell:
    """A text."""
    return ((Run(text, colour, bold),),)


def brief(text: str) -> Cell:
    """A text cut to a few words."""
    return cell(shorten(text, 46, placeholder="…"))


def named(row: Any) -> Cell:
    """An indicator with its level."""
    where = "" if row.level == "all" else f" · {formats.LEVEL_PHRASES[row.level]}"
    return ((Run(row.short_name), Run(where, MUTED)),) if where else cell(row.short_name)


def gap(row: Any) -> Cell:
    """A gap, bold in the colour of its status; none for a claim that repeats its target."""
    if row.mark == "stated":
        return cell(formats.NOTHING, MUTED)
    return cell(formats.gap(row.gap, row.unit_of_measure), STATUS_COLOURS[row.status], bold=True)


def judged(row: Any) -> Cell:
    """Shape and word of a row; why its target says nothing of its result, where that is so."""
    return cell(formats.told_status(row), STATUS_COLOURS[formats.shown_mark(row)])


def state(row: Any, code: str, marked: str = "") -> Cell:
    """What counts a target, see ``slide_messages.state``: shape and word, what contradicts it in a line below.

    ``marked``: why it carries the mark, '' where it does not."""
    if code in PACES:
        return cell(PACES[code], STATUS_COLOURS["missed" if code == "behind" else "not_due"])
    said = [f"{FLAG} {marked}"] if marked and not row.disputed else []
    said += [f"{f'{FLAG} ' if marked else ''}văn bản xếp khác"] if row.disputed else []
    return (*judged(row), *((Run(words, MUTED),) for words in said))


def result(row: Any, code: str, marked: str = "") -> Cell:
    """Shape, result against target, and the gap below; of a claim without a number its target and that it is one."""
    target, result = (shorten(text, 40, placeholder="…") for text in (formats.target(row), told(row)))
    shape = Run(shape_of(code, row) + " ", STATUS_COLOURS[formats.shown_mark(row)], bold=True)
    flag = (Run(f" {FLAG}", MUTED),) if marked else ()
    if row.mark == "stated":
        return ((shape, Run(f"mục tiêu {target}, "), Run(formats.STATED, MUTED), *flag),)
    lines: list[Line] = [(shape, Run(f"{result} / {target}" if row.has_result else target), *flag)]
    if row.gap:
        lines.append((Run(formats.gap(row.gap, row.unit_of_measure), STATUS_COLOURS[row.status], bold=True),))
    return tuple(lines)


def told(row: Any) -> str:
    """A result with its period where that is a part of the year: '78% (Q.III/2026)'."""
    return formats.result(row) + ("" if row.period == "N" else f" ({times.tick(row.period, row.year)})")


def aimed(row: Any) -> str:
    """A target, with its year where that is not the chosen one: '70% (năm 2025)'."""
    return formats.target(row) + ("" if row.target_year == row.year else f" (năm {row.target_year})")


def shape_of(code: str, row: Any) -> str:
    """The shape of a state."""
    return PACES[code].split(" ")[0] if code in PACES else formats.STATUSES[formats.shown_mark(row)][0]


def paced(rows: Rows, states: Sequence[str]) -> Rows[Any]:
    """The same rows, those that are behind marked so; ``states`` are what counts each of them."""
    marked = [row._replace(mark="behind") if state == "behind" else row for row, state in zip(rows, states, strict=True)]
    return Rows(rows.columns, marked)


def counts(rows: Rows) -> Cell:
    """How many targets have which status; 'behind' is a mark of its own where the rows say so (``paced``)."""
    counted = {mark: len(group) for mark, group in rows.by("mark").items()}
    if not counted:
        return cell(formats.NOTHING, MUTED)
    parts: list[Run] = []
    for mark, (shape, _) in COUNTED.items():
        if mark in counted:
            colour = STATUS_COLOURS["missed" if mark == "behind" else mark]
            parts += [Run(f"{shape}\u00a0", colour, bold=True), Run(f"{counted[mark]}  ")]
    return (tuple(parts),)

"""The charts: a function each, from rows of ``queries.reads`` to a ``Plot``. No arithmetic beyond scaling to a common width.

What differs between screen and slide is how many letters find room, and whether a status is a word: ``Wording``.
"""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from typing import Any

from components.charts import notation
from components.charts.model import Line, Mark, Plot, Run, Slot
from components.text import formats, times
from components.theme import MUTED, STATUS_COLOURS
from queries.rows import Rows


@dataclass(frozen=True)
class Wording:
    """Room for labels in letters, and what they tell.

    ``beside`` a lying bar (more go on two lines), ``words`` of a result in words, ``above`` an upright bar. With ``word`` a
    status is shape and word, and the gap, with its unit, stands in the label; without, shape and gap stand at the name.
    """

    beside: int
    words: int
    above: int
    word: bool


SCREEN = Wording(beside=34, words=44, above=16, word=False)
SLIDE = Wording(beside=44, words=52, above=26, word=True)


def gaps_by_target(
    rows: Rows, *, title: str, subtitle: str, source: str, earlier: bool = False, wording: Wording = SCREEN
) -> Plot:
    """Lying bars, one per target: how much of it is reached, and the gap beside it.

    Takes rows of ``target_list``. A share is drawn on 0-100; in another unit the longest of target and result fills the width.
    A result in words leaves its target outlined and empty, a target in words is dashed. ``earlier``: the results are those of
    an earlier period (rows of ``open_target``), drawn lighter and labelled with it.
    """
    slots = []
    for row, full in zip(rows, notation.full_widths(rows), strict=True):
        level = "" if row.level == "all" else f" · {formats.LEVEL_PHRASES[row.level]}"
        scale = 1.0 if full == 100 else 100.0 / full
        slots.append(
            Slot(
                name=f"{row.short_name}{level}",
                marks=_marks(row, scale, earlier=earlier),
                label=_beside(row, earlier, wording),
                facts=_facts(row),
                verdict=formats.shape(formats.shown_mark(row)),
                scale=None if full == 100 else full,
                rule=notation.rule(row),
            )
        )
    return Plot(title, subtitle, source, tuple(slots), top=100.0, horizontal=True)


def target_and_result_by_level(rows: Rows, *, title: str, subtitle: str, source: str, wording: Wording = SCREEN) -> Plot:
    """Upright bars side by side for the levels of one indicator, on 0-100. Takes rows of ``level_comparison`` of one indicator."""
    slots = tuple(
        replace(
            _upright(row, formats.LEVELS[row.level] + _part(row), wording.above, wording),
            tooltip=f"{formats.LEVELS[row.level]}: kết quả {formats.result(row)}, mục tiêu {formats.target(row)}, {formats.verdict(row).lower()}",
        )
        for row in rows
    )
    return Plot(title, subtitle, source, slots, top=100.0)


def _part(row: Any) -> str:
    """The part of the year that a result stands for: ' (Q.III)'; nothing for the whole year."""
    return "" if row.period == "N" else f" ({times.tick(row.period, 0).split('/')[0]})"


def mark_of(row: Any) -> str:
    """The status as it is shown: 'stated' for a target that is met by a document's word alone."""
    return getattr(row, "mark", None) or row.status


def _marks(row: Any, scale: float = 1.0, *, earlier: bool = False) -> tuple[Mark, ...]:
    """Target and result of a row, where they are numbers; a claim without a number is the target's own frame, a target in words
    a frame over the whole width."""
    return tuple(
        Mark(kind, end * scale, start * scale) for kind, start, end in (*_target(row, 100.0 / scale), *_result(row, earlier))
    )


def _target(row: Any, full: float) -> list[tuple[str, float, float]]:
    """Kind, start and end of the frames of a target."""
    if row.required is None:
        return [("words", 0.0, full)] if row.target_as_written else []
    mark = mark_of(row)
    if mark == "stated":
        return [("claim", 0.0, row.required)]
    kind = "overdue" if mark == "no_result" else "target"
    if row.target_low is not None and row.target_high is not None:
        return [(kind, 0.0, row.target_low), ("range", row.target_low, row.target_high)]
    return [(kind, 0.0, row.required)]


def _result(row: Any, earlier: bool) -> list[tuple[str, float, float]]:
    """Kind, start and end of the bar of a result: a span is drawn to its low end; a claim without a number has none."""
    value = row.actual if row.actual is not None else getattr(row, "actual_low", None)
    if value is None or getattr(row, "basis", None) == "stated":
        return []
    guess = row.actual_qualifier == "estimate"
    kind = {(False, False): "result", (True, False): "earlier", (False, True): "estimate", (True, True): "earlier_estimate"}
    return [(kind[earlier, guess], 0.0, value)]


def _upright(row: Any, name: str, letters: int, wording: Wording) -> Slot:
    return Slot(
        name, _marks(row), _above(row, letters, wording), _facts(row), _verdict(row, letters, wording), rule=notation.rule(row)
    )


def _verdict(row: Any, letters: int, wording: Wording) -> str:
    """Below a name: the status in shape and word, or its shape and the gap; no word where there is nothing to judge."""
    mark, shape = mark_of(row), formats.shape(formats.shown_mark(row))
    if wording.word:
        return "" if mark == "no_target" else "\n".join(textwrap.wrap(formats.told_status(row), letters))
    if row.gap is None or mark == "stated":
        return shape
    gap = formats.gap(row.gap, row.unit_of_measure) if row.unit_of_measure == formats.RANK else formats.signed(row.gap)
    return f"{shape} {gap}"


def _above(row: Any, letters: int, wording: Wording) -> tuple[Line, ...]:
    """Result / target, and the gap where it does not stand at the name, in lines of so many letters."""
    target, result = formats.target(row), formats.result(row)
    text = f"{result} / {target}" if formats.NOTHING not in (target, result) else target if result == formats.NOTHING else result
    text = f"mục tiêu {target}" if mark_of(row) == "stated" else text
    lines: list[Line] = [(Run(part),) for part in textwrap.wrap(text, letters, break_long_words=False)]
    if row.gap and wording.word:
        gap = formats.gap(row.gap, row.unit_of_measure).replace("điểm %", "điểm\u00a0%")  # a line of its own, if need be
        broken = textwrap.wrap(gap, letters, break_long_words=False)
        lines += [(Run(part.replace("\u00a0", " "), _colour(row), bold=True),) for part in broken]
    return tuple(lines)


def _beside(row: Any, earlier: bool, wording: Wording) -> tuple[Line, ...]:
    """Result / target, gap and status in one line, or in two where they are long."""
    mark = mark_of(row)
    said = formats.verdict(row) + (" (văn bản xếp khác)" if getattr(row, "disputed", False) else "")
    status = (Run(f"   {said}", MUTED),) if wording.word else ()
    if mark == "stated":
        return ((Run(f"mục tiêu {formats.target(row)}, {formats.STATED}"), *status),)
    when = _when(row, earlier)
    if row.gap is None or getattr(row, "basis", None) == "stated":
        result = formats.result(row) + (when if earlier else "")
        whole = result if formats.target(row) == formats.NOTHING or row.required is None else f"{result} / {formats.target(row)}"
        told = textwrap.shorten(whole, wording.words, placeholder="…")
        if len(told) + sum(len(run.text) for run in status) > wording.beside + 12:
            return ((Run(told),), status) if status else ((Run(told),),)
        return ((Run(told), *status),)
    text = formats.compared(row, when)
    bare = row.unit_of_measure == "%" and not wording.word  # beside shares on the screen the unit stands in the title
    gap = Run(formats.signed(row.gap) if bare else formats.gap(row.gap, row.unit_of_measure), _colour(row), bold=True)
    if len(text + gap.text) + sum(len(run.text) for run in status) > wording.beside:
        return ((Run(text),), (gap, *status))
    return ((Run(f"{text}   "), gap, *status),)


def _colour(row: Any) -> str:
    """The colour of what a row lacks; who is behind is warned of like who missed."""
    return STATUS_COLOURS["missed" if mark_of(row) == "behind" else row.status]


def _when(row: Any, earlier: bool) -> str:
    """The period of a result where it is not that of its target: ' (2022)', ' (Q.III/2026)'."""
    if earlier:
        return f" ({times.tick(row.last_period, row.last_year)})" if row.last_year else ""
    period = getattr(row, "period", "N")
    return "" if period == "N" else f" ({times.tick(period, row.year)})"


def _facts(row: Any) -> dict[str, Any]:
    """What the workbook tells of a slot: the figures as the read holds them and the words of the documents.

    A claim without a number of its own has no result there, and no gap.
    """
    stated = getattr(row, "basis", None) == "stated"
    return {
        "Mục tiêu (số)": row.required,
        "Kết quả (số)": None if stated else row.actual,
        "Chênh lệch": None if stated else row.gap,
        "Đơn vị tính": row.unit_of_measure,
        "Trạng thái": formats.verdict(row),
        "Mục tiêu, nguyên văn": row.target_as_written,
        "Kết quả, nguyên văn": row.actual_as_written,
    }


ENDS = 8  # of many units so many of either end are drawn
_WHOLE = 20  # so many units are drawn all


def ends_of(rows: list[Any]) -> list[Any]:
    """The rows of a ranking that a chart has room for: all, or the first and the last ones."""
    return rows if len(rows) <= _WHOLE else [*rows[:ENDS], *rows[-ENDS:]]


def units_in_order(rows: list[Any], *, title: str, subtitle: str, source: str, improvement: bool = False) -> Plot:
    """Lying bars, one per unit in the order of the rows, each with its rank, its number and its gap. Takes rows of ``unit_ranking``.

    A share is drawn on 0-100; in another unit the largest number fills the width.
    """
    share = bool(rows) and rows[0].unit_of_measure == "%"
    full = 100.0 if share else max((max(float(row.actual), float(row.required or 0)) for row in rows), default=0) or 1.0
    slots = []
    for row in rows:
        place = row.improvement_rank if improvement else row.rank
        change = row.change if improvement else row.gap
        number = formats.amount(row.actual, row.unit_of_measure)
        told = (Run(number, bold=True), *((Run(f"  {formats.signed(change)}", MUTED),) if change is not None else ()))
        slots.append(
            Slot(
                name=f"{place}. {row.unit_name}" if place else row.unit_name,
                marks=_marks(row, 100.0 / full),
                label=(told,),
                facts={"Hạng": place, "Kết quả": row.actual, "Mục tiêu": row.required},
                verdict=formats.STATUSES[formats.shown_mark(row)][0] if row.mark is not None else "",
                scale=None if share else full,
            )
        )
    return Plot(title, subtitle, source, tuple(slots), top=100.0, horizontal=True)

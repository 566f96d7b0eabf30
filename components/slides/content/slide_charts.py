"""The charts of ``components.charts.plotly`` as native ones: a function of the same name, with the same rows, for each.

Labels read as on the screen: result / target, the gap bold in the colour of its status, shape and word beside it.
"""

from __future__ import annotations

import textwrap
from typing import Any

from components.charts import notation
from components.slides.model import Bar, Line, Path, Plot, Run
from components.text import formats
from components.theme import MUTED, STATUS_COLOURS
from queries.rows import Rows

_BESIDE = 44  # letters of result, target, gap and status beside a lying bar; more go on two lines


def gaps_by_target(rows: Rows, *, title: str, subtitle: str, source: str, earlier: bool = False) -> Plot:
    """Overlapped bars, one per target. Takes the columns of ``attention``, with ``earlier`` those of ``remaining``.

    In another unit than % the longer of target and result fills the width, the other in proportion.
    """
    bars = []
    for row, full in zip(rows, notation.full_widths(rows), strict=True):
        where = "" if row.level == "all" else f" · {formats.LEVEL_PHRASES[row.level]}"
        scale = 1.0 if full == 100 else 100.0 / full
        bars.append(
            Bar(
                name=f"{formats.STATUSES[row.status][0]} {row.short_name}{where}",
                target=None if row.required is None else row.required * scale,
                actual=None if row.actual is None else row.actual * scale,
                label=_beside(row, earlier),
                facts=_facts(row),
                hatched=row.actual_qualifier == "estimate",
                scale=None if full == 100 else full,
            )
        )
    return Plot(title, subtitle, source, tuple(bars), top=100.0, horizontal=True, lighter=earlier)


def target_and_result_by_year(
    rows: Rows,
    path: Rows,
    *,
    unit_of_measure: str,
    top: float,
    title: str,
    subtitle: str,
    source: str,
    height: int = 0,
    wide: bool = False,
) -> Plot:
    """Bars over years at one level, with the straight paths to later targets.

    Takes rows of ``indicator_trend`` of one level and of ``indicator_path``. ``wide``: no other chart stands beside it;
    ``height`` concerns the screen only.
    """
    letters = notation.FEW_LETTERS if len(rows) > notation.FEW_PLACES and not wide else 26
    bars = tuple(
        Bar(
            "\n".join([formats.tick(row.period, row.year), *textwrap.wrap(_judged(row), letters)]),
            row.required,
            row.actual,
            _above(row, letters),
            _facts(row),
            hatched=row.actual_qualifier == "estimate",
        )
        for row in rows
    )
    at = {row.year: place for place, row in enumerate(rows)}
    paths = tuple(
        Path(f"Đường đến {step.year}", at[step.from_year], at[step.year], step.from_value, step.required)
        for step in path
        if step.from_year in at and step.year in at
    )
    return Plot(title, subtitle, source, bars, top=top, unit_of_measure=unit_of_measure, paths=paths)


def target_and_result_by_level(rows: Rows, *, title: str, subtitle: str, source: str, height: int = 0) -> Plot:
    """Bars side by side for the levels of one indicator, on 0-100. Takes rows of ``level_comparison`` of one indicator."""
    bars = tuple(
        Bar(
            f"{formats.LEVELS[row.level]}\n{_judged(row)}".strip(),
            row.required,
            row.actual,
            _above(row),
            _facts(row),
            hatched=row.actual_qualifier == "estimate",
        )
        for row in rows
    )
    return Plot(title, subtitle, source, bars, top=100.0)


def _judged(row: Any) -> str:
    """Shape and word of a status, where there is one to judge."""
    return "" if row.status == "no_target" else formats.status(row.status)


def _above(row: Any, letters: int = 26) -> tuple[Line, ...]:
    """Result / target and the gap in lines of so many letters."""
    target, result = formats.target(row), formats.result(row)
    said = f"{result} / {target}" if formats.NOTHING not in (target, result) else target if result == formats.NOTHING else result
    lines: list[Line] = [(Run(part),) for part in textwrap.wrap(said, letters, break_long_words=False)]
    if row.gap:
        gap = formats.gap(row.gap, row.unit_of_measure).replace("điểm %", "điểm\u00a0%")  # a line of its own, if need be
        broken = textwrap.wrap(gap, letters, break_long_words=False)
        lines += [(Run(part.replace("\u00a0", " "), STATUS_COLOURS[row.status], bold=True),) for part in broken]
    return tuple(lines)


def _beside(row: Any, earlier: bool) -> tuple[Line, ...]:
    """Result / target, gap and status in one line, or in two where they are long."""
    when = f" ({row.from_year})" if earlier else ""
    if row.gap is None:
        said = formats.result(row)
        whole = said if row.required is None else f"{said} / {formats.target(row)}"
        return ((Run(textwrap.shorten(whole, 52, placeholder="…")), Run(f"   {formats.STATUSES[row.status][1]}", MUTED)),)
    said = formats.compared(row, when)
    gap = Run(formats.gap(row.gap, row.unit_of_measure), STATUS_COLOURS[row.status], bold=True)
    status = Run(f"   {formats.STATUSES[row.status][1]}", MUTED)
    if len(said + gap.text + status.text) > _BESIDE:
        return ((Run(said),), (gap, status))
    return ((Run(f"{said}   "), gap, status),)


def _facts(row: Any) -> dict[str, Any]:
    """What the workbook tells of a bar: the figures as the read holds them and the words of the documents."""
    return {
        "Mục tiêu (số)": row.required,
        "Kết quả (số)": row.actual,
        "Chênh lệch": row.gap,
        "Đơn vị tính": row.unit_of_measure,
        "Trạng thái": formats.STATUSES[row.status][1],
        "Mục tiêu, nguyên văn": row.target_as_written,
        "Kết quả, nguyên văn": row.actual_as_written,
    }

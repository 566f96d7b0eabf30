"""Charts as plain Plotly dicts in the notation of ``components.charts.notation``. No Streamlit, no arithmetic beyond placing labels.

Every function takes rows from ``queries.reads`` and returns a figure dict; shares stand on 0-100.
"""

from __future__ import annotations

import textwrap
from html import escape
from typing import Any

from components.charts import notation
from components.charts.notation import Figure
from components.text import formats
from components.theme import EARLIER, INK, MUTED, OUTLINE, RESULT, STATUS_COLOURS
from queries.rows import Rows

_BESIDE = 34  # letters beside a lying bar; more go on two lines
_LETTER = 1 / 50  # width of one of them, as a share of the narrowest chart, that of a phone


def gaps_by_target(rows: Rows, *, title: str, subtitle: str, source: str, earlier: bool = False) -> Figure:
    """Overlapped bars, one per target: how much of it is reached, and the gap beside it.

    Takes the columns of ``attention``. A share is drawn on 0-100; in another unit the longer of target and result fills the width.
    A result in words leaves its target outlined and empty, a milestone has no bar. ``earlier``: the results are
    those of an earlier year (columns of ``remaining``), drawn lighter and labelled with their year.
    """
    bars, end = {"target": [], "actual": []}, 165.0
    notes = notation.Labels()
    for place, (row, scale) in enumerate(zip(rows, notation.full_widths(rows), strict=True)):
        bars["target"].append(None if row.required is None else 100 * row.required / scale)
        bars["actual"].append(None if row.actual is None else 100 * row.actual / scale)
        shape, _ = formats.STATUSES[row.status]
        where = "" if row.level == "all" else f" · {formats.LEVEL_PHRASES[row.level]}"
        label = f"<b>{shape}</b> {escape(row.short_name, quote=False)}{where}"
        notes.add(0.8, place - 0.3, label, side="middle right", color=INK, size=12)
        said, gap = _beside(row, earlier)
        longest = max([value for value in (bars["target"][-1], bars["actual"][-1]) if value is not None], default=0)
        inside = longest > 55 and (bars["actual"][-1] or 0) < 20
        start = 3 if inside else longest + 1.5
        broken = bool(gap) and len(said) + len(gap) > _BESIDE
        wide = max(len(said), len(gap)) if broken else len(said) + len(gap) + 3
        end = max(end, start / (1 - min(wide * _LETTER, 0.6)))
        bold = f"<span style='color:{STATUS_COLOURS[row.status]}'><b>{escape(gap, quote=False)}</b></span>" if gap else ""
        shown = escape(said, quote=False) + ("<br>" if broken else "   " if gap else "") + bold
        notes.add(start, place + 0.16, shown, side="middle right", color=MUTED, size=12)
    places = [place + 0.16 for place in range(len(rows))]
    traces = notation.overlapped(
        places,
        bars["target"],
        bars["actual"],
        horizontal=True,
        wide=0.46,
        narrow=0.24,
        hatched=[row.actual_qualifier == "estimate" for row in rows],
        colour=EARLIER if earlier else RESULT,
    )
    layout = notation.canvas(title, subtitle, source, plot=58 * len(rows), columns=56, foot=10)
    layout["xaxis"] = {"range": [0, end], "visible": False, "fixedrange": True}
    layout["yaxis"] = {"range": [len(rows) - 0.5, -0.5], "visible": False, "fixedrange": True}
    layout["shapes"] = [
        {"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": len(rows) - 0.5, "line": {"color": OUTLINE, "width": 1.2}}
    ]
    return {"data": [*traces, notes.trace()], "layout": layout}


def _beside(row: Any, earlier: bool) -> tuple[str, str]:
    """What stands beside a lying bar: result / target, and the gap; no gap where the result is in words."""
    if row.gap is None:
        said = textwrap.shorten(formats.result(row), 44, placeholder="…")
        return (said if row.required is None else f"{said} / {formats.target(row)}"), ""
    when = f" ({row.from_year})" if earlier else ""
    gap = formats.signed(row.gap) if row.unit_of_measure == "%" else formats.gap(row.gap, row.unit_of_measure)
    return formats.compared(row, when), gap


def target_and_result_by_year(
    rows: Rows,
    path: Rows,
    *,
    unit_of_measure: str,
    top: float,
    title: str,
    subtitle: str,
    source: str,
    height: int = 220,
    wide: bool = False,
) -> Figure:
    """Bars over years at one level: target outlined, result solid, with the straight path to later targets.

    Takes rows of ``indicator_trend`` of one level, each a place on the axis, and rows of ``indicator_path``.
    ``top`` is the upper end of the axis, equal for all charts of a page.
    """
    places = list(range(len(rows)))
    traces = notation.overlapped(
        places,
        [row.required for row in rows],
        [row.actual for row in rows],
        horizontal=False,
        wide=0.62,
        narrow=0.34,
        hatched=[row.actual_qualifier == "estimate" for row in rows],
    )
    notes, ticks = notation.Labels(), []
    letters = notation.FEW_LETTERS if len(rows) > notation.FEW_PLACES else 24 if wide else 16
    for place, row in enumerate(rows):
        high = max([value for value in (row.required, row.actual) if value is not None], default=0)
        target, result = formats.target(row), formats.result(row)
        label = (
            f"{result} / {target}"
            if formats.NOTHING not in (target, result)
            else (target if result == formats.NOTHING else result)
        )
        notes.add(place, high, notation.wrapped(label, letters), side="top center", color=INK, size=12)
        shape = formats.STATUSES[row.status][0]
        gap = formats.gap(row.gap, unit_of_measure) if unit_of_measure == formats.RANK else formats.signed(row.gap)
        ticks.append(f"{formats.tick(row.period, row.year)}<br><b>{shape} {gap if row.gap is not None else ''}</b>")
    at = {row.year: place for place, row in enumerate(rows)}
    for step in path:
        if step.from_year in at and step.year in at:
            traces.append(
                {
                    "type": "scatter",
                    "name": "Từ kết quả gần nhất đến mục tiêu",
                    "mode": "lines",
                    "x": [at[step.from_year] + 0.33, at[step.year] - 0.33],
                    "y": [step.from_value, step.required],
                    "line": {"color": MUTED, "width": 1.6, "dash": "dot"},
                    "hoverinfo": "skip",
                    "showlegend": False,
                }
            )
    layout = notation.canvas(title, subtitle, source, plot=height, columns=56, foot=46)
    layout["xaxis"] = notation.place_axis(ticks)
    layout["yaxis"] = notation.value_axis(unit_of_measure, top, notes.lines)
    return {"data": [*traces, notes.trace()], "layout": layout}


def target_and_result_by_level(rows: Rows, *, title: str, subtitle: str, source: str, height: int = 190) -> Figure:
    """Bars side by side for the levels of one indicator on one 0-100 scale: target outlined, result solid.

    Takes the rows of one indicator from ``level_comparison``.
    """
    traces = notation.overlapped(
        list(range(len(rows))),
        [row.required for row in rows],
        [row.actual for row in rows],
        horizontal=False,
        wide=0.62,
        narrow=0.34,
        hatched=[row.actual_qualifier == "estimate" for row in rows],
    )
    notes, ticks = notation.Labels(), []
    for place, row in enumerate(rows):
        high = max([value for value in (row.required, row.actual) if value is not None], default=0)
        target, result = formats.target(row), formats.result(row)
        label = target if result == formats.NOTHING else f"{result} / {target}"
        notes.add(place, high, notation.wrapped(label, 18), side="top center", color=INK, size=12)
        shape = formats.STATUSES[row.status][0]
        ticks.append(f"{formats.LEVELS[row.level]}<br><b>{shape} {formats.signed(row.gap) if row.gap is not None else ''}</b>")
    layout = notation.canvas(title, subtitle, source, plot=height, columns=56, foot=46)
    layout["xaxis"] = notation.place_axis(ticks)
    layout["yaxis"] = notation.value_axis("%", 100, notes.lines)
    return {"data": [*traces, notes.trace()], "layout": layout}


def axis_top(rows: Rows, unit_of_measure: str) -> float:
    """Upper end of a value axis that starts at zero: 100 for shares, else a little above the highest required or actual."""
    if unit_of_measure == "%":
        return 100.0
    return max([*rows.values("required"), *rows.values("actual")], default=1.0) * 1.05 or 1.0

"""Charts as plain Plotly dicts, in one notation (IBCS): target outlined, result solid, estimate hatched,
earlier results lighter, the straight path dashed. No Streamlit, no arithmetic beyond placing labels.

Every function takes a frame from ``queries.reads`` and returns a figure dict; shares stand on 0-100.
"""

from __future__ import annotations

import textwrap
from typing import Any

import pandas as pd

from components import words
from components.look import EARLIER, FONT, INK, LINE, MUTED, OUTLINE, RESULT, STATUS_COLOURS

Figure = dict[str, Any]


def gaps_by_target(rows: pd.DataFrame, *, title: str, subtitle: str, source: str) -> Figure:
    """Overlapped bars, one per target: how much of it is reached, and the gap beside it.

    Takes the columns of ``attention``. A share is drawn on 0-100; a target in another unit fills the width.
    A result in words leaves its target outlined and empty, a milestone has no bar.
    """
    rows = rows.reset_index(drop=True)
    full = [100.0 if row.unit_of_measure == "%" or pd.isna(row.required) else float(row.required) for row in rows.itertuples()]
    bars = {"target": [], "actual": []}
    notes: list[Figure] = []
    for row, scale, place in zip(rows.itertuples(), full, range(len(rows)), strict=True):
        bars["target"].append(None if pd.isna(row.required) else 100 * row.required / scale)
        bars["actual"].append(None if pd.isna(row.actual) else 100 * row.actual / scale)
        shape, _ = words.STATUSES[row.status]
        label = f"<b>{shape}</b> {row.short_name} · {words.LEVEL_PHRASES[row.level]}"
        notes.append(_note(0.8, place - 0.3, label, xanchor="left", yanchor="middle", color=INK, size=13))
        if pd.isna(row.gap):
            beside, at = "", words.result(row)
            shown = f"{textwrap.shorten(at, 46, placeholder='…')} / {words.target(row)}" if not pd.isna(row.required) else textwrap.shorten(at, 60, placeholder="…")
            beside = words.STATUSES[row.status][1].lower()
        else:
            shown = f"{words.result(row)} / {words.target(row)}"
            beside = words.signed(row.gap)
        longest = max([value for value in (bars["target"][-1], bars["actual"][-1]) if value is not None], default=0)
        inside = longest > 55 and (bars["actual"][-1] or 0) < 20
        notes.append(_note(3 if inside else longest + 1.5, place + 0.16, shown, xanchor="left", yanchor="middle", color=MUTED, size=12))
        notes.append(_note(119, place + 0.16, f"<b>{beside}</b>", xanchor="right", yanchor="middle",
                           color=STATUS_COLOURS[row.status], size=13))
    places = [place + 0.16 for place in range(len(rows))]
    traces = _overlapped(places, bars["target"], bars["actual"], horizontal=True, wide=0.46, narrow=0.24)
    layout = _layout(title, subtitle, source, plot=58 * len(rows), notes=notes, columns=84, foot=10)
    layout["xaxis"] = {"range": [0, 120], "visible": False, "fixedrange": True}
    layout["yaxis"] = {"range": [len(rows) - 0.5, -0.5], "visible": False, "fixedrange": True}
    layout["shapes"] = [{"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": len(rows) - 0.5,
                         "line": {"color": OUTLINE, "width": 1.2}}]
    return {"data": traces, "layout": layout}


def target_and_result_by_year(rows: pd.DataFrame, path: pd.DataFrame, *, unit_of_measure: str, top: float,
                              title: str, subtitle: str, source: str, height: int = 220,
                              wide: bool = False) -> Figure:
    """Bars over years at one level: target outlined, result solid, with the straight path to later targets.

    Takes rows of ``indicator_trend`` of one level and of the whole year, and rows of ``indicator_path``.
    ``top`` is the upper end of the axis, equal for all charts of a page.
    """
    rows = rows.reset_index(drop=True)
    places = list(range(len(rows)))
    traces = _overlapped(places, _numbers(rows["required"]), _numbers(rows["actual"]), horizontal=False, wide=0.62, narrow=0.34,
                         hatched=[qualifier == "estimate" for qualifier in rows["actual_qualifier"]])
    notes, ticks = [], []
    for place, row in enumerate(rows.itertuples()):
        high = max([value for value in (row.required, row.actual) if not pd.isna(value)], default=0)
        row_words = _with_unit(row, unit_of_measure)
        target, result = words.target(row_words), words.result(row_words)
        label = f"{result} / {target}" if words.NOTHING not in (target, result) else (target if result == words.NOTHING else result)
        notes.append(_note(place, high, _wrapped(label, 16), yanchor="bottom", color=INK, size=12, yshift=3))
        shape = words.STATUSES[row.status][0]
        ticks.append(f"{row.year}<br><b>{shape} {words.signed(row.gap)}</b>" if not pd.isna(row.gap) else f"{row.year}<br><b>{shape}</b>")
    at = dict(zip(rows["year"], places, strict=True))
    for step in path.itertuples():
        if step.from_year in at and step.year in at:
            traces.append({"type": "scatter", "mode": "lines", "x": [at[step.from_year], at[step.year]],
                           "y": [step.from_value, step.required], "line": {"color": MUTED, "width": 1.6, "dash": "dot"},
                           "hoverinfo": "skip", "showlegend": False})
    layout = _layout(title, subtitle, source, plot=height, notes=notes, columns=130 if wide else 54, foot=46)
    layout["xaxis"] = _place_axis(ticks)
    layout["yaxis"] = _value_axis(unit_of_measure, top)
    return {"data": traces, "layout": layout}


def target_and_result_by_level(rows: pd.DataFrame, *, title: str, subtitle: str, source: str, height: int = 190,
                               wide: bool = False) -> Figure:
    """Bars side by side for the levels of one indicator on one 0-100 scale: target outlined, result solid.

    Takes the rows of one indicator from ``level_comparison``.
    """
    rows = rows.reset_index(drop=True)
    traces = _overlapped(list(range(len(rows))), _numbers(rows["required"]), _numbers(rows["actual"]), horizontal=False, wide=0.62, narrow=0.34)
    notes, ticks = [], []
    for place, row in enumerate(rows.itertuples()):
        high = max([value for value in (row.required, row.actual) if not pd.isna(value)], default=0)
        target, result = words.target(row), words.result(row)
        label = target if result == words.NOTHING else f"{result} / {target}"
        notes.append(_note(place, high, _wrapped(label, 18), yanchor="bottom", color=INK, size=12, yshift=3))
        shape = words.STATUSES[row.status][0]
        ticks.append(f"{words.LEVELS[row.level]}<br><b>{shape} {words.signed(row.gap) if not pd.isna(row.gap) else ''}</b>")
    layout = _layout(title, subtitle, source, plot=height, notes=notes, columns=130 if wide else 54, foot=46)
    layout["xaxis"] = _place_axis(ticks)
    layout["yaxis"] = _value_axis("%", 100)
    return {"data": traces, "layout": layout}


def axis_top(unit_of_measure: str, *columns: pd.Series) -> float:
    """Upper end of a value axis that starts at zero: 100 for shares, else a little above the highest value."""
    if unit_of_measure == "%":
        return 100.0
    highest = max((float(column.max()) for column in columns if column.notna().any()), default=1.0)
    return highest * 1.05 or 1.0


def _overlapped(places: list, targets: list, actuals: list, *, horizontal: bool, wide: float, narrow: float,
                hatched: list[bool] | None = None) -> list[Figure]:
    along, across = ("x", "y") if horizontal else ("y", "x")
    common = {"type": "bar", "orientation": "h" if horizontal else "v", across: places, "hoverinfo": "skip", "showlegend": False}
    pattern = {"shape": ["/" if hatch else "" for hatch in hatched], "fgcolor": RESULT, "bgcolor": "#fff", "size": 6} if hatched and any(hatched) else {}
    return [
        {**common, along: targets, "width": wide, "marker": {"color": "rgba(0,0,0,0)", "line": {"color": OUTLINE, "width": 1.6}}},
        {**common, along: actuals, "width": narrow, "marker": {"color": RESULT, "pattern": pattern, "line": {"width": 0}}},
    ]


def _layout(title: str, subtitle: str, source: str, *, plot: int, notes: list[Figure], columns: int, foot: int) -> Figure:
    """Title in three parts above ``plot`` pixels of drawing, ``foot`` pixels for ticks, the source line below."""
    title_lines, subtitle_lines, source_lines = (
        textwrap.wrap(text, width) or [""] for text, width in ((title, round(columns * 0.82)), (subtitle, columns), (source, columns)))
    above = 10 + 20 * len(title_lines) + 16 * len(subtitle_lines) + 10
    below = foot + 15 * len(source_lines) + 6
    heading = f"<b>{'<br>'.join(title_lines)}</b><br><span style='font-size:12px;color:{MUTED}'>{'<br>'.join(subtitle_lines)}</span>"
    edge = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "yanchor": "top", "align": "left", "showarrow": False, "xshift": -30}
    notes = [
        *notes,
        {**edge, "y": 1, "yshift": above - 4, "text": heading, "font": {"size": 15, "color": INK}},
        {**edge, "y": 0, "yshift": -foot, "text": "<br>".join(source_lines), "font": {"size": 11, "color": MUTED}},
    ]
    return {
        "height": above + plot + below, "margin": {"l": 32, "r": 8, "t": above, "b": below, "pad": 0},
        "barmode": "overlay", "plot_bgcolor": "#fff", "paper_bgcolor": "#fff", "separators": ",.",
        "font": {"family": FONT, "size": 12, "color": INK}, "annotations": notes, "showlegend": False, "dragmode": False,
    }


def _place_axis(ticks: list[str]) -> Figure:
    """An axis with one labelled place per bar; at least two places wide, so that a lone bar keeps its shape."""
    slack = max(0.0, (2.4 - len(ticks)) / 2)
    return {"range": [-0.6 - slack, len(ticks) - 0.4 + slack], "tickvals": list(range(len(ticks))), "ticktext": ticks, "fixedrange": True,
            "showgrid": False, "zeroline": False, "tickfont": {"size": 12, "color": INK}, "ticks": "", "showline": True, "linecolor": OUTLINE}


def _value_axis(unit_of_measure: str, top: float) -> Figure:
    ticks = {"tickvals": [0, 50, 100]} if unit_of_measure == "%" else {"nticks": 4, "tickformat": ",~f"}
    return {"range": [0, top * 1.13], "fixedrange": True, "gridcolor": LINE, "zeroline": True, "zerolinecolor": OUTLINE,
            "tickfont": {"size": 11, "color": MUTED}, **ticks}


def _note(x: Any, y: Any, text: str, *, color: str, size: int, xanchor: str = "center", yanchor: str = "bottom", yshift: int = 0) -> Figure:
    return {"x": x, "y": y, "text": text, "showarrow": False, "xanchor": xanchor, "yanchor": yanchor, "align": "center",
            "yshift": yshift, "font": {"size": size, "color": color}}


def _numbers(column: pd.Series) -> list[float | None]:
    return [None if pd.isna(value) else float(value) for value in column]


def _wrapped(text: str, width: int) -> str:
    return "<br>".join(textwrap.wrap(text, width)) or text


class _with_unit:
    """A row with the indicator's unit of measure, which the rows of one indicator do not repeat."""

    def __init__(self, row: Any, unit_of_measure: str) -> None:
        self._row, self.unit_of_measure = row, unit_of_measure

    def __getattr__(self, name: str) -> Any:
        return getattr(self._row, name)

"""Charts as plain Plotly dicts, in one notation (IBCS): target outlined, result solid, estimate hatched,
earlier results lighter, the straight path dashed. No Streamlit, no arithmetic beyond placing labels.

Every function takes a frame from ``queries.reads`` and returns a figure dict; shares stand on 0-100.
"""

from __future__ import annotations

import textwrap
from typing import Any

from components import words
from components.look import EARLIER, FONT, INK, LINE, MUTED, OUTLINE, RESULT, STATUS_COLOURS
from queries.rows import Rows

Figure = dict[str, Any]


def gaps_by_target(rows: Rows, *, title: str, subtitle: str, source: str, earlier: bool = False) -> Figure:
    """Overlapped bars, one per target: how much of it is reached, and the gap beside it.

    Takes the columns of ``attention``. A share is drawn on 0-100; a target in another unit fills the width.
    A result in words leaves its target outlined and empty, a milestone has no bar. ``earlier``: the results are
    those of an earlier year (columns of ``remaining``), drawn lighter and labelled with their year.
    """
    full = [100.0 if row.unit_of_measure == "%" or row.required is None else float(row.required) for row in rows]
    bars = {"target": [], "actual": []}
    notes = _Labels()
    for place, (row, scale) in enumerate(zip(rows, full, strict=True)):
        bars["target"].append(None if row.required is None else 100 * row.required / scale)
        bars["actual"].append(None if row.actual is None else 100 * row.actual / scale)
        shape, _ = words.STATUSES[row.status]
        where = "" if row.level == "all" else f" · {words.LEVEL_PHRASES[row.level]}"
        label = f"<b>{shape}</b> {row.short_name}{where}"
        notes.add(0.8, place - 0.3, label, side="middle right", color=INK, size=12)
        if row.gap is None:
            said = textwrap.shorten(words.result(row), 44, placeholder="…")
            shown = said if row.required is None else f"{said} / {words.target(row)}"
        else:
            when = f" ({row.from_year})" if earlier else ""
            shown = (
                f"{words.result(row)}{when} / {words.target(row)}   "
                f"<span style='color:{STATUS_COLOURS[row.status]}'><b>{words.signed(row.gap)}</b></span>"
            )
        longest = max([value for value in (bars["target"][-1], bars["actual"][-1]) if value is not None], default=0)
        inside = longest > 55 and (bars["actual"][-1] or 0) < 20
        notes.add(3 if inside else longest + 1.5, place + 0.16, shown, side="middle right", color=MUTED, size=12)
    places = [place + 0.16 for place in range(len(rows))]
    traces = _overlapped(
        places, bars["target"], bars["actual"], horizontal=True, wide=0.46, narrow=0.24, colour=EARLIER if earlier else RESULT
    )
    layout = _layout(title, subtitle, source, plot=58 * len(rows), columns=56, foot=10)
    layout["xaxis"] = {"range": [0, 165], "visible": False, "fixedrange": True}
    layout["yaxis"] = {"range": [len(rows) - 0.5, -0.5], "visible": False, "fixedrange": True}
    layout["shapes"] = [
        {"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": len(rows) - 0.5, "line": {"color": OUTLINE, "width": 1.2}}
    ]
    return {"data": [*traces, notes.trace()], "layout": layout}


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
    traces = _overlapped(
        places,
        [row.required for row in rows],
        [row.actual for row in rows],
        horizontal=False,
        wide=0.62,
        narrow=0.34,
        hatched=[row.actual_qualifier == "estimate" for row in rows],
    )
    notes, ticks = _Labels(), []
    for place, row in enumerate(rows):
        high = max([value for value in (row.required, row.actual) if value is not None], default=0)
        target, result = words.target(row), words.result(row)
        label = (
            f"{result} / {target}" if words.NOTHING not in (target, result) else (target if result == words.NOTHING else result)
        )
        notes.add(place, high, _wrapped(label, 24 if wide else 16), side="top center", color=INK, size=12)
        shape = words.STATUSES[row.status][0]
        ticks.append(
            f"{words.tick(row.period, row.year)}<br><b>{shape} {words.signed(row.gap) if row.gap is not None else ''}</b>"
        )
    at = {row.year: place for place, row in enumerate(rows)}
    for step in path:
        if step.from_year in at and step.year in at:
            traces.append(
                {
                    "type": "scatter",
                    "mode": "lines",
                    "x": [at[step.from_year] + 0.33, at[step.year] - 0.33],
                    "y": [step.from_value, step.required],
                    "line": {"color": MUTED, "width": 1.6, "dash": "dot"},
                    "hoverinfo": "skip",
                    "showlegend": False,
                }
            )
    layout = _layout(title, subtitle, source, plot=height, columns=56, foot=46)
    layout["xaxis"] = _place_axis(ticks)
    layout["yaxis"] = _value_axis(unit_of_measure, top, notes.lines)
    return {"data": [*traces, notes.trace()], "layout": layout}


def target_and_result_by_level(
    rows: Rows, *, title: str, subtitle: str, source: str, height: int = 190, wide: bool = False
) -> Figure:
    """Bars side by side for the levels of one indicator on one 0-100 scale: target outlined, result solid.

    Takes the rows of one indicator from ``level_comparison``.
    """
    traces = _overlapped(
        list(range(len(rows))),
        [row.required for row in rows],
        [row.actual for row in rows],
        horizontal=False,
        wide=0.62,
        narrow=0.34,
    )
    notes, ticks = _Labels(), []
    for place, row in enumerate(rows):
        high = max([value for value in (row.required, row.actual) if value is not None], default=0)
        target, result = words.target(row), words.result(row)
        label = target if result == words.NOTHING else f"{result} / {target}"
        notes.add(place, high, _wrapped(label, 18), side="top center", color=INK, size=12)
        shape = words.STATUSES[row.status][0]
        ticks.append(f"{words.LEVELS[row.level]}<br><b>{shape} {words.signed(row.gap) if row.gap is not None else ''}</b>")
    layout = _layout(title, subtitle, source, plot=height, columns=56, foot=46)
    layout["xaxis"] = _place_axis(ticks)
    layout["yaxis"] = _value_axis("%", 100, notes.lines)
    return {"data": [*traces, notes.trace()], "layout": layout}


def axis_top(rows: Rows, unit_of_measure: str) -> float:
    """Upper end of a value axis that starts at zero: 100 for shares, else a little above the highest required or actual."""
    if unit_of_measure == "%":
        return 100.0
    return max([*rows.values("required"), *rows.values("actual")], default=1.0) * 1.05 or 1.0


def _overlapped(
    places: list,
    targets: list,
    actuals: list,
    *,
    horizontal: bool,
    wide: float,
    narrow: float,
    hatched: list[bool] | None = None,
    colour: str = RESULT,
) -> list[Figure]:
    along, across = ("x", "y") if horizontal else ("y", "x")
    common = {"type": "bar", "orientation": "h" if horizontal else "v", across: places, "hoverinfo": "skip", "showlegend": False}
    pattern = (
        {"shape": ["/" if hatch else "" for hatch in hatched], "fgcolor": RESULT, "bgcolor": "#fff", "size": 6}
        if hatched and any(hatched)
        else {}
    )
    return [
        {**common, along: targets, "width": wide, "marker": {"color": "rgba(0,0,0,0)", "line": {"color": OUTLINE, "width": 1.6}}},
        {**common, along: actuals, "width": narrow, "marker": {"color": colour, "pattern": pattern, "line": {"width": 0}}},
    ]


def _layout(title: str, subtitle: str, source: str, *, plot: int, columns: int, foot: int) -> Figure:
    """Title in three parts above ``plot`` pixels of drawing, ``foot`` pixels for ticks, the source line below."""
    title_lines, subtitle_lines, source_lines = (
        textwrap.wrap(text, width) or [""]
        for text, width in ((title, round(columns * 0.82)), (subtitle, columns), (source, columns))
    )
    above = 10 + 20 * len(title_lines) + 16 * len(subtitle_lines) + 10
    below = foot + 15 * len(source_lines) + 6
    heading = (
        f"<b>{'<br>'.join(title_lines)}</b><br><span style='font-size:12px;color:{MUTED}'>{'<br>'.join(subtitle_lines)}</span>"
    )
    edge = {
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "xanchor": "left",
        "yanchor": "top",
        "align": "left",
        "showarrow": False,
        "xshift": -30,
    }
    notes = [
        {**edge, "y": 1, "yshift": above - 4, "text": heading, "font": {"size": 15, "color": INK}},
        {**edge, "y": 0, "yshift": -foot, "text": "<br>".join(source_lines), "font": {"size": 11, "color": MUTED}},
    ]
    return {
        "height": above + plot + below,
        "margin": {"l": 32, "r": 8, "t": above, "b": below, "pad": 0},
        "barmode": "overlay",
        "plot_bgcolor": "#fff",
        "paper_bgcolor": "#fff",
        "separators": ",.",
        "font": {"family": FONT, "size": 12, "color": INK},
        "annotations": notes,
        "showlegend": False,
        "dragmode": False,
    }


def _place_axis(ticks: list[str]) -> Figure:
    """An axis with one labelled place per bar; at least two places wide, so that a lone bar keeps its shape."""
    slack = max(0.0, (2.4 - len(ticks)) / 2)
    return {
        "range": [-0.6 - slack, len(ticks) - 0.4 + slack],
        "tickvals": list(range(len(ticks))),
        "ticktext": ticks,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "tickfont": {"size": 12, "color": INK},
        "ticks": "",
        "showline": True,
        "linecolor": OUTLINE,
    }


def _value_axis(unit_of_measure: str, top: float, label_lines: int) -> Figure:
    """A value axis from zero to ``top``, with room above it for the labels' lines."""
    ticks = {"tickvals": [0, 50, 100]} if unit_of_measure == "%" else {"nticks": 4, "tickformat": ",~f"}
    return {
        "range": [0, top * (1.04 + 0.1 * label_lines)],
        "fixedrange": True,
        "gridcolor": LINE,
        "zeroline": True,
        "zerolinecolor": OUTLINE,
        "tickfont": {"size": 11, "color": MUTED},
        **ticks,
    }


class _Labels:
    """Texts beside bars, collected into one trace: far cheaper than an annotation each."""

    def __init__(self) -> None:
        self._texts: list[tuple[Any, Any, str, str, str, int]] = []

    def add(self, x: float, y: float, text: str, *, side: str, color: str, size: int) -> None:
        """A text at a place of the axes; ``side`` as Plotly's textposition, seen from that place."""
        self._texts.append((x, y, text, side, color, size))

    @property
    def lines(self) -> int:
        """Lines of the tallest text; at least one."""
        return max((text.count("<br>") + 1 for _, _, text, *_ in self._texts), default=1)

    def trace(self) -> Figure:
        """All texts as one scatter trace."""
        xs, ys, texts, sides, colours, sizes = (
            (list(column) for column in zip(*self._texts, strict=True)) if self._texts else ([],) * 6
        )
        return {
            "type": "scatter",
            "mode": "text",
            "x": xs,
            "y": ys,
            "text": texts,
            "textposition": sides,
            "cliponaxis": False,
            "textfont": {"color": colours, "size": sizes},
            "hoverinfo": "skip",
            "showlegend": False,
        }


def _wrapped(text: str, width: int) -> str:
    return "<br>".join(textwrap.wrap(text, width)) or text

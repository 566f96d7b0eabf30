"""One notation for every chart (IBCS): target outlined, result solid, estimate hatched, earlier results lighter.

Pieces of Plotly dicts: bars, labels, axes, and the canvas with its title in three parts and its source line.
"""

from __future__ import annotations

import textwrap
from html import escape
from typing import Any

from components.theme import EARLIER, FONT, INK, LINE, MUTED, OUTLINE, RESULT
from queries.rows import Rows

Figure = dict[str, Any]
MOST_PLACES = 7  # years, or parts of them, that stand legibly side by side
FEW_PLACES, FEW_LETTERS = 4, 8  # above more places than these, labels are broken to so many letters


def overlapped(
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
        {"shape": ["/" if hatch else "" for hatch in hatched], "fgcolor": colour, "bgcolor": "#fff", "size": 6}
        if hatched and any(hatched)
        else {}
    )
    outlined = {"color": "rgba(0,0,0,0)", "line": {"color": OUTLINE, "width": 1.6}}
    solid = {"color": colour, "pattern": pattern, "line": {"width": 0}}
    return [
        {**common, "name": "Mục tiêu", along: targets, "width": wide, "marker": outlined},
        {
            **common,
            "name": "Kết quả gần nhất" if colour == EARLIER else "Kết quả",
            along: actuals,
            "width": narrow,
            "marker": solid,
        },
    ]


def full_widths(rows: Rows) -> list[float]:
    """The value that fills the width of each lying bar (columns required, actual, unit_of_measure).

    Shares keep one scale, 0-100, longer only when one of them is; in another unit the longer of target and result fills it.
    """
    longest = [max(float(row.required or 0), float(row.actual or 0)) for row in rows]
    shares = max([100.0, *(long for row, long in zip(rows, longest, strict=True) if row.unit_of_measure == "%")])
    return [shares if row.unit_of_measure == "%" else long or 100.0 for row, long in zip(rows, longest, strict=True)]


def latest(rows: Rows) -> Rows:
    """Of rows in the order of time the last ones, as many as stand legibly side by side."""
    return rows[-MOST_PLACES:]


def canvas(title: str, subtitle: str, source: str, *, plot: int, columns: int, foot: int) -> Figure:
    """Title in three parts above ``plot`` pixels of drawing, ``foot`` pixels for ticks, the source line below.

    ``layout.meta`` keeps the texts unbroken, for a picture that is laid out at another size.
    """
    title_lines, subtitle_lines, source_lines = (
        [escape(line, quote=False) for line in textwrap.wrap(text, width)] or [""]
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
        {**edge, "name": "heading", "y": 1, "yshift": above - 4, "text": heading, "font": {"size": 15, "color": INK}},
        {
            **edge,
            "name": "source",
            "y": 0,
            "yshift": -foot,
            "text": "<br>".join(source_lines),
            "font": {"size": 11, "color": MUTED},
        },
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
        "meta": {"title": title, "subtitle": subtitle, "source": source, "plot": plot, "foot": foot},
        "showlegend": False,
        "dragmode": False,
    }


def place_axis(ticks: list[str]) -> Figure:
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


def value_axis(unit_of_measure: str, top: float, label_lines: int) -> Figure:
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


class Labels:
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


def wrapped(text: str, width: int) -> str:
    return "<br>".join(escape(line, quote=False) for line in textwrap.wrap(text, width, break_long_words=False)) or escape(
        text, quote=False
    )

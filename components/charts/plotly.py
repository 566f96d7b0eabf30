"""A ``Plot`` as a plain Plotly dict. No Streamlit, no Plotly library: the browser draws it.

``layout.meta`` keeps the texts unbroken with the key and the statuses, for a picture that is laid out at another size.
"""

from __future__ import annotations

import textwrap
from datetime import date
from html import escape
from typing import Any

from components.charts import chart_geometry, images, notation
from components.charts.model import Line, Mark, Path, Plot, Slot
from components.charts.notation import MARKS, MarkStyle
from components.theme import FONT, INK, LINE, MUTED, OUTLINE

Figure = dict[str, Any]
_LETTER = 1 / 50  # width of a letter beside a lying bar, as a share of the narrowest chart, that of a phone
_LOW = 0.16  # of a slot: how far a lying bar stands below the middle of its slot, with its name above
_LYING = 0.72  # of a slot: what the name above leaves for the bar
_EMPTY = "rgba(0,0,0,0)"
_UPRIGHT, _ROW = 220, 58  # pixels: height of upright bars, of one lying bar
_HATCH = {"fine": 6, "wide": 12}  # pixels between the lines


def figure(plot: Plot, *, height: int = _UPRIGHT) -> Figure:
    """The chart on its canvas: title in three parts, bars, labels, source line. ``height`` of upright bars in pixels."""
    texts = _Texts()
    (_label_lying if plot.horizontal else _label_upright)(plot, texts)
    traces = [_trace(plot, kind) for kind in notation.in_order(mark.kind for slot in plot.slots for mark in slot.marks)]
    layout = _canvas(plot, _ROW * len(plot.slots) if plot.horizontal else height, 10 if plot.horizontal else 46)
    layout["shapes"] = _dashed_bars(plot)
    (_lay_out_lying if plot.horizontal else _lay_out_upright)(plot, texts, layout)
    return {"data": [*traces, *(_path(plot, path) for path in plot.paths), texts.trace()], "layout": layout}


def _trace(plot: Plot, kind: str) -> Figure:
    """All marks of one kind: bars, circles, or the line that joins them."""
    marks = [next((mark for mark in slot.marks if mark.kind == kind), None) for slot in plot.slots]
    along, across = ("x", "y") if plot.horizontal else ("y", "x")
    style = MARKS[kind]
    common = {
        "name": style.label,
        across: [_across(plot, index) for index in range(len(marks))],
        along: [None if mark is None else mark.value - mark.start for mark in marks],
        "hoverinfo": "skip",
        "showlegend": False,
    }
    return {**common, **(_bars(plot, style, marks) if style.shape == "bar" else _points(style))}


def _bars(plot: Plot, style: MarkStyle, marks: list[Mark | None]) -> Figure:
    outline = {"color": style.outline or _EMPTY, "width": 0 if style.dash else style.width}
    marker: Figure = {"color": style.fill or _EMPTY, "line": outline}
    if style.hatch:
        pattern = {"shape": "/", "fgcolor": style.outline, "bgcolor": "#fff", "size": _HATCH[style.hatch]}
        marker |= {"color": style.outline, "pattern": pattern}
    starts = {"base": [mark.start if mark else 0 for mark in marks]} if any(mark and mark.start for mark in marks) else {}
    widths = [_breadth(plot, index) * style.share for index in range(len(marks))]
    return {"type": "bar", "orientation": "h" if plot.horizontal else "v", "width": widths, "marker": marker, **starts}


def _points(style: MarkStyle) -> Figure:
    if style.shape == "line":
        line = {"color": style.outline, "width": style.width, "dash": style.dash or "solid"}
        return {"type": "scatter", "mode": "lines", "connectgaps": True, "line": line}
    outline = {"color": style.outline or style.fill, "width": style.width}
    return {"type": "scatter", "mode": "markers", "marker": {"color": style.fill or "#fff", "size": 11, "line": outline}}


def _dashed_bars(plot: Plot) -> list[Figure]:
    """The outlines of dashed bars; Plotly's own bars know none."""
    along, across = ("x", "y") if plot.horizontal else ("y", "x")
    shapes = []
    for index, slot in enumerate(plot.slots):
        for mark in slot.marks:
            style = MARKS[mark.kind]
            if style.shape == "bar" and style.dash:
                middle, half = _across(plot, index), _breadth(plot, index) * style.share / 2
                ends = {
                    f"{across}0": middle - half,
                    f"{across}1": middle + half,
                    f"{along}0": mark.start,
                    f"{along}1": mark.value,
                }
                line = {"color": style.outline, "width": style.width, "dash": style.dash}
                shapes.append({"type": "rect", **ends, "line": line, "fillcolor": _EMPTY})
    return shapes


def _path(plot: Plot, path: Path) -> Figure:
    """A straight way, from beside the one bar to beside the other; on a time axis from the end of the one period to that of the other."""
    style, beside = MARKS["path"], 0.33
    start, end = (
        _across(plot, index) + side * beside * _breadth(plot, index) for index, side in ((path.start, 1), (path.end, -1))
    )
    if plot.time is not None:
        start, end = (_moment(chart_geometry.span(plot.slots[index])[1]) for index in (path.start, path.end))
    return {
        "type": "scatter",
        "name": style.label,
        "mode": "lines",
        "x": [start, end],
        "y": [path.low, path.high],
        "line": {"color": style.outline, "width": style.width, "dash": style.dash},
        "hoverinfo": "skip",
        "showlegend": False,
    }


def _across(plot: Plot, index: int) -> float:
    """Where a slot stands: its number, or on a time axis the middle of its period in milliseconds."""
    if plot.time is None:
        return index + _LOW if plot.horizontal else index
    first, end = chart_geometry.span(plot.slots[index])
    return (_moment(first) + _moment(end)) / 2


def _breadth(plot: Plot, index: int) -> float:
    """The breadth of a slot in the units of its axis."""
    if plot.time is None:
        return _LYING if plot.horizontal else 1.0
    first, end = chart_geometry.span(plot.slots[index])
    return _moment(end) - _moment(first)


def _moment(day: date) -> float:
    return (day - date(1970, 1, 1)).days * 86_400_000.0


def _label_lying(plot: Plot, texts: _Texts) -> None:
    """Names above the bars, labels at their ends; inside a long frame whose bar is short."""
    for index, slot in enumerate(plot.slots):
        texts.add(
            0.8, index - 0.3, f"<b>{slot.verdict}</b> {escape(slot.name, quote=False)}", side="middle right", color=INK, size=12
        )
        if slot.label:
            shown = "<br>".join(_runs(line) for line in slot.label)
            texts.add(_label_start(slot), index + _LOW, shown, side="middle right", color=MUTED, size=12)


def _label_start(slot: Slot) -> float:
    framed = any(mark.value == slot.end for mark in slot.marks if MARKS[mark.kind].column == notation.TARGET)
    result = max((mark.value for mark in slot.marks if MARKS[mark.kind].column == notation.RESULTS), default=0)
    return 3 if framed and slot.end > 55 and result < 20 else slot.end + 1.5


def _label_upright(plot: Plot, texts: _Texts) -> None:
    for index, slot in enumerate(plot.slots):
        if slot.label:
            shown = "<br>".join(_runs(line) for line in slot.label)
            texts.add(_across(plot, index), slot.end, shown, side="top center", color=INK, size=12)


def _runs(line: Line) -> str:
    """A line as Plotly's markup; bold runs keep their colour."""
    return "".join(
        f"<span style='color:{run.colour}'><b>{escape(run.text, quote=False)}</b></span>"
        if run.bold
        else escape(run.text, quote=False)
        for run in line
    )


def _lay_out_lying(plot: Plot, _texts: _Texts, layout: Figure) -> None:
    end = 165.0
    for slot in plot.slots:
        letters = max((sum(len(run.text) for run in line) for line in slot.label), default=0)
        end = max(end, _label_start(slot) / (1 - min(letters * _LETTER, 0.6)))
    count = len(plot.slots)
    layout["xaxis"] = {"range": [0, end], "visible": False, "fixedrange": True}
    layout["yaxis"] = {"range": [count - 0.5, -0.5], "visible": False, "fixedrange": True}
    floor = {"type": "line", "x0": 0, "x1": 0, "y0": -0.5, "y1": count - 0.5, "line": {"color": OUTLINE, "width": 1.2}}
    layout["shapes"].append(floor)


def _lay_out_upright(plot: Plot, texts: _Texts, layout: Figure) -> None:
    layout["xaxis"] = _slot_axis(plot)
    layout["yaxis"] = _value_axis(plot.unit_of_measure, plot.top, texts.lines)
    if plot.time is None:
        return
    layout["xaxis"] |= {"type": "date", "range": [_moment(plot.time.start), _moment(plot.time.end)]}
    across = {"type": "rect", "xref": "x", "yref": "paper", "y0": 0, "y1": 1, "layer": "below", "line": {"width": 0}}
    for first, last in plot.time.gaps:
        layout["shapes"].append({**across, "x0": _moment(first), "x1": _moment(last), "fillcolor": "#f1f3f5"})
    if plot.time.today:
        at = _moment(plot.time.today)
        line = {"type": "line", "xref": "x", "yref": "paper", "x0": at, "x1": at, "y0": 0, "y1": 1}
        layout["shapes"].append({**line, "line": {"color": MUTED, "width": 1, "dash": "dash"}})
        text = {"xref": "x", "yref": "paper", "x": at, "y": 1, "yanchor": "bottom", "showarrow": False}
        layout["annotations"].append(
            {**text, "name": "today", "text": chart_geometry.today_label(plot), "font": {"size": 12, "color": MUTED}}
        )


def _slot_axis(plot: Plot) -> Figure:
    """An axis with one labelled place per slot; at least two places wide, so that a lone bar keeps its shape."""
    slack = max(0.0, (2.4 - len(plot.slots)) / 2)
    ticks = [f"{slot.name}<br><b>{slot.verdict}</b>".replace("\n", "<br>") for slot in plot.slots]
    return {
        "range": [-0.6 - slack, len(ticks) - 0.4 + slack],
        "tickvals": [_across(plot, index) for index in range(len(ticks))],
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


def _canvas(plot: Plot, height: int, foot: int, columns: int = 56) -> Figure:
    """Title in three parts above ``height`` pixels of drawing, ``foot`` pixels for ticks, the source line below."""
    title, subtitle, source = (
        [escape(line, quote=False) for line in textwrap.wrap(text, width)] or [""]
        for text, width in ((plot.title, round(columns * 0.82)), (plot.subtitle, columns), (plot.source, columns))
    )
    above = 10 + 20 * len(title) + 16 * len(subtitle) + 10
    below = foot + 15 * len(source) + 6
    heading = f"<b>{'<br>'.join(title)}</b><br><span style='font-size:12px;color:{MUTED}'>{'<br>'.join(subtitle)}</span>"
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
    upper = {"name": "heading", "y": 1, "yshift": above - 4, "text": heading, "font": {"size": 15, "color": INK}}
    lower = {"name": "source", "y": 0, "yshift": -foot, "text": "<br>".join(source), "font": {"size": 11, "color": MUTED}}
    return {
        "height": above + height + below,
        "margin": {"l": 32, "r": 8, "t": above, "b": below, "pad": 0},
        "barmode": "overlay",
        "plot_bgcolor": "#fff",
        "paper_bgcolor": "#fff",
        "separators": ",.",
        "font": {"family": FONT, "size": 12, "color": INK},
        "annotations": [{**edge, **upper}, {**edge, **lower}],
        "meta": {**images.about(plot), "plot": height, "foot": foot},
        "showlegend": False,
        "dragmode": False,
    }


class _Texts:
    """Texts beside bars, collected into one trace: far cheaper than an annotation each."""

    def __init__(self) -> None:
        self._texts: list[tuple[float, float, str, str, str, int]] = []

    def add(self, x: float, y: float, text: str, *, side: str, color: str, size: int) -> None:
        """A text at a point of the axes; ``side`` as Plotly's textposition, seen from that point."""
        self._texts.append((x, y, text, side, color, size))

    @property
    def lines(self) -> int:
        """Lines of the tallest text; at least one."""
        return max((text.count("<br>") + 1 for _, _, text, *_ in self._texts), default=1)

    def trace(self) -> Figure:
        """All texts as one scatter trace."""
        xs, ys, texts, sides, colours, sizes = zip(*self._texts, strict=True) if self._texts else ((),) * 6
        return {
            "type": "scatter",
            "mode": "text",
            "x": list(xs),
            "y": list(ys),
            "text": list(texts),
            "textposition": list(sides),
            "cliponaxis": False,
            "textfont": {"color": list(colours), "size": list(sizes)},
            "hoverinfo": "skip",
            "showlegend": False,
        }

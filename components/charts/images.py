"""Pictures of a chart, drawn by the reader's browser: what stands in a picture beside the bars, and the buttons that ask for it.

The drawing itself is ``images.js``: it lays the figure out anew at the picture's own size.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

from components.text import formats

Figure = dict[str, Any]

SCRIPT = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
STYLE = """
.actions {display:flex; flex-wrap:wrap; gap:.1rem .9rem; font-size:.78rem; line-height:1.6}
.actions button {all:unset; cursor:pointer; color:#4f5d69; border-bottom:1px dotted #8b98a5}
.actions button:hover {color:#0b4f8a; border-bottom-color:#0b4f8a} .actions button:focus-visible {outline:3px solid #0b4f8a; outline-offset:2px}
[class*="st-key-take-"] {column-gap:.9rem !important; row-gap:.1rem !important} [class*="st-key-take-"] [data-testid="stDownloadButton"] button {min-height:0; padding:0; line-height:1.6}
[class*="st-key-take-"] [data-testid="stDownloadButton"] p {font-size:.78rem; color:#4f5d69; border-bottom:1px dotted #8b98a5; position:relative; top:-2px}
.actions [role=status] {color:#16242f; flex-basis:100%} .actions [role=status]:empty {display:none}
@media print {.actions, :has(> .stHtml > .actions) {display:none !important}}
"""
_BUTTONS = {
    "wide": ("Ảnh 16:9", "Tải ảnh PNG 1600 × 900 của biểu đồ này"),
    "square": ("Ảnh vuông", "Tải ảnh PNG 1200 × 1200 của biểu đồ này"),
    "svg": ("SVG", "Tải ảnh vector SVG của biểu đồ này"),
    "copy": ("Chép ảnh", "Chép ảnh 16:9 của biểu đồ này vào bộ nhớ tạm"),
}
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def described(figure: Figure, note: str = "") -> Figure:
    """The figure with what its picture says beside the bars, in ``layout.meta``.

    ``meta`` then holds title, subtitle, source and plot (see ``notation.canvas``), ``note`` (a line below the bars),
    ``key`` (the notation used, see ``key``), ``statuses`` (texts like '● Đạt') and ``file`` (a file name without ending).
    """
    meta = figure["layout"].get("meta", {})
    told = {**meta, "note": note, "key": key(figure), "statuses": statuses(figure), "file": file_name(meta)}
    return {**figure, "layout": {**figure["layout"], "meta": told}}


def key(figure: Figure) -> list[dict[str, Any]]:
    """What the traces of a figure mean, one entry per name: name, fill, stroke, hatch (True/False), dash ('' for none).

    A trace takes part when it has a name and draws something; bars of which some are hatched give a second entry.
    """
    found: dict[str, dict[str, Any]] = {}
    for trace in figure["data"]:
        name = trace.get("name")
        if not name:
            continue
        marker, line = trace.get("marker", {}), trace.get("line", {})
        colour = marker.get("color", line.get("color"))
        colour = colour if isinstance(colour, str) else "#22405e"
        stroke = marker.get("line", {}).get("color", colour)
        plain = {"name": name, "fill": colour, "stroke": stroke, "hatch": False, "dash": ""}
        if trace["type"] == "scatter":
            plain = {**plain, "fill": "", "dash": line.get("dash", "solid")}
        drawn = _hatched(trace)
        if False in drawn:
            found.setdefault(name, plain)
        if True in drawn:
            found.setdefault("Số ước tính", {**plain, "name": "Số ước tính", "hatch": True})
    return list(found.values())


def _hatched(trace: Figure) -> set[bool]:
    """Of what a trace draws: whether some of it is plain (False), whether some is hatched (True); empty when it draws nothing."""
    along = (trace.get("x") if trace.get("orientation") == "h" else trace.get("y")) or ()
    shapes = trace.get("marker", {}).get("pattern", {}).get("shape") or [""] * len(along)
    return {bool(shape) for value, shape in zip(along, shapes, strict=True) if value is not None}


def statuses(figure: Figure) -> list[str]:
    """The statuses whose shapes stand in the figure's ticks and labels, as '● Đạt', in their usual order."""
    texts = [*figure["layout"].get("xaxis", {}).get("ticktext", ()), *figure["layout"].get("yaxis", {}).get("ticktext", ())]
    for trace in figure["data"]:
        shown = trace.get("text", ())
        texts.extend([shown] if isinstance(shown, str) else shown)
    marks = {mark for text in texts for mark in re.findall(r"<b>([●▲■○◇])", text)}
    return [formats.status(code) for code, (shape, _) in formats.STATUSES.items() if shape in marks]


def file_name(meta: dict[str, Any]) -> str:
    """'Tỉnh Hà Tĩnh - Mục tiêu còn thiếu nhiều nhất - năm 2022': territory, what, when; no sign that a disk refuses."""
    place, *rest = meta.get("subtitle", "").split(" · ")
    parts = [place, meta.get("title", ""), *(part for part in rest if "%" not in part.split(", "))]
    name = " - ".join(_UNSAFE.sub("-", part).replace("–", "-").strip(" .-") for part in parts if part.strip())
    return name[:140].rstrip(" .-") or "bieu-do"


def actions(chart: str) -> str:
    """The row of buttons below the chart with this key, as markup."""
    buttons = "".join(
        f'<button type="button" data-picture="{kind}" data-chart="{escape(chart)}" title="{told}">{label}</button>'
        for kind, (label, told) in _BUTTONS.items()
    )
    return f'<div class="actions" role="group" aria-label="Lấy biểu đồ này">{buttons}<span role="status"></span></div>'

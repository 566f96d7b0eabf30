"""Pictures of a chart, made by the reader's browser: what stands in a picture beside the bars, and the buttons that ask for it.

The making itself is ``images.js``: it takes the inline SVG of ``svg`` as it is drawn, or has a Plotly figure drawn anew, at the
picture's own size, and puts title, key, note and source around it.
"""

from __future__ import annotations

import re
from html import escape
from typing import Any

from components.charts import notation
from components.charts.model import Plot
from components.charts.notation import MARKS, MarkStyle

_BUTTONS = {
    "wide": ("Ảnh 16:9", "Tải ảnh PNG 1600 × 900 của biểu đồ này"),
    "square": ("Ảnh vuông", "Tải ảnh PNG 1200 × 1200 của biểu đồ này"),
    "chat": (
        "Ảnh cho nhóm chat",
        "Tải ảnh PNG vuông 1080 × 1080, câu nói chính là tiêu đề, chữ và thanh lớn để đọc trên điện thoại",
    ),
    "svg": ("SVG", "Tải ảnh vector SVG của biểu đồ này"),
    "copy": ("Sao chép ảnh", "Sao chép ảnh 16:9 của biểu đồ này vào bộ nhớ tạm"),
}
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def about(plot: Plot) -> dict[str, Any]:
    """What a picture of a chart says beside the bars: title, subtitle, source, key, statuses; ``file`` is its name without ending.

    ``least`` is the width in pixels below which its names would break: a true time axis does not fit a phone. ``rows``: of lying
    bars, of which a picture for a chat may leave out the last ones, the shape and the names of the marks of each.
    """
    texts = {"title": plot.title, "subtitle": plot.subtitle, "source": plot.source}
    key = [_key_entry(MARKS[kind]) for kind in notation.drawn([plot])]
    return {
        **texts,
        "key": key,
        "statuses": notation.statuses(plot),
        "file": file_name(texts),
        "least": 700 if plot.time else 320,
        "rows": [[slot.verdict, *(MARKS[mark.kind].label for mark in slot.marks)] for slot in plot.slots]
        if plot.horizontal
        else [],
    }


def _key_entry(style: MarkStyle) -> dict[str, Any]:
    """What the key of a picture draws for a kind of mark; see ``swatch`` in images.js."""
    return {
        "name": style.label,
        "shape": style.shape,
        "fill": style.fill or "",
        "stroke": style.outline or "",
        "width": style.width,
        "hatch": style.hatch,
        "dash": style.dash,
    }


def file_name(meta: dict[str, Any]) -> str:
    """'Tỉnh Hà Tĩnh - Mục tiêu còn thiếu nhiều nhất - năm 2022': territory, what, when; no sign that a disk refuses."""
    territory, *rest = meta.get("subtitle", "").split(" · ")
    parts = [territory, meta.get("title", ""), *(part for part in rest if "%" not in part.split(", "))]
    name = " - ".join(_UNSAFE.sub("-", part).replace("–", "-").strip(" .-") for part in parts if part.strip())
    return name[:140].rstrip(" .-") or "bieu-do"


def actions(chart: str, note: str = "", *, chat: bool = True, more: str = "") -> str:
    """The buttons that take the chart of this name away as a picture, as markup; ``note`` stands in the pictures, below the bars.

    ``chat``: one of them is made to be read on a phone, which a drawing of many small parts cannot be. ``more``: markup of what else there is to take.
    """
    buttons = "".join(
        f'<button type="button" data-picture="{kind}" data-chart="{escape(chart)}" title="{hint}">{label}</button>'
        for kind, (label, hint) in _BUTTONS.items()
        if chat or kind != "chat"
    )
    group = f'<div class="actions" role="group" aria-label="Lấy biểu đồ này" data-note="{escape(note)}">'
    return f'{group}{buttons}{more}<span role="status"></span></div>'

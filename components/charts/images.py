"""Pictures of a chart, drawn by the reader's browser: what stands in a picture beside the bars, and the buttons that ask for it.

The drawing itself is ``images.js``: it lays the figure out anew at the picture's own size.
"""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

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
    "copy": ("Sao chép ảnh", "Sao chép ảnh 16:9 của biểu đồ này vào bộ nhớ tạm"),
}
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def described(figure: Figure, note: str = "") -> Figure:
    """The figure with what its picture says beside the bars, in ``layout.meta`` (see ``plotly``).

    ``meta`` then also holds ``note`` (a line below the bars) and ``file`` (a file name without ending).
    """
    meta = figure["layout"].get("meta", {})
    return {**figure, "layout": {**figure["layout"], "meta": {**meta, "note": note, "file": file_name(meta)}}}


def file_name(meta: dict[str, Any]) -> str:
    """'Tỉnh Hà Tĩnh - Mục tiêu còn thiếu nhiều nhất - năm 2022': territory, what, when; no sign that a disk refuses."""
    territory, *rest = meta.get("subtitle", "").split(" · ")
    parts = [territory, meta.get("title", ""), *(part for part in rest if "%" not in part.split(", "))]
    name = " - ".join(_UNSAFE.sub("-", part).replace("–", "-").strip(" .-") for part in parts if part.strip())
    return name[:140].rstrip(" .-") or "bieu-do"


def actions(chart: str) -> str:
    """The row of buttons below the chart with this key, as markup."""
    buttons = "".join(
        f'<button type="button" data-picture="{kind}" data-chart="{escape(chart)}" title="{hint}">{label}</button>'
        for kind, (label, hint) in _BUTTONS.items()
    )
    return f'<div class="actions" role="group" aria-label="Lấy biểu đồ này">{buttons}<span role="status"></span></div>'

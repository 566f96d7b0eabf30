"""The one menu below a chart: its pictures, made by the browser, and its PowerPoint slide."""

from __future__ import annotations

import streamlit as st

from components.charts import images
from components.tiles import sample_label, slide_button

LABEL = "Lấy biểu đồ"


def chart_menu(name: str, *, slide: slide_button.SlideLink | None = None, note: str = "") -> None:
    """Offer the chart of this name, that of ``svg.chart`` or the key of ``tiles.chart``: PNG 16:9, square and for a chat, SVG, clipboard, PPTX.

    ``note`` stands in the pictures only, below the bars; invented figures are marked there by themselves.
    """
    with st.container(key=f"take-{name}"), st.popover(LABEL, type="tertiary"):
        offer(name, slide=slide, note=note)


def offer(name: str, *, slide: slide_button.SlideLink | None = None, note: str = "", chat: bool = True) -> None:
    """What the menu holds, for a menu of several charts; ``chat``: a phone has room for the chart."""
    st.html(images.actions(name, sample_label.in_note(note), chat=chat, more=slide.drawn() if slide else ""))

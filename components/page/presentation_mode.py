"""The screenshot view: a page with ``?che_do=man-hinh`` as clean 16:9 screens, moved through by arrow keys.

The page itself runs as always; ``presentation_mode.js`` lays what it shows out on screens of 1280 x 720 and scales them to the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from components.streamlit_private import Page
from components.tiles.links import MODE, SCREENS, is_presentation

_STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")


def presentation_links(page: Page, shown: Sequence[Page]) -> None:
    """The link into the screenshot view; inside it, what the arrow keys and Esc press: previous page, next page, leave.

    ``shown`` are the pages to be shown one after the other; a ``page`` that is none of them has no screenshot view.
    """
    position = next((position for position, other in enumerate(shown) if other.url_path == page.url_path), None)
    if position is None:
        return
    here = st.query_params.to_dict()
    inside = {**here, MODE: SCREENS}
    if not is_presentation():
        with st.container(key="present"):
            st.page_link(page, label="Trình chiếu", query_params=inside)
        return
    outside = {name: value for name, value in here.items() if name != MODE}
    with st.container(key="doors"):
        st.html(f'<style>{_STYLE}</style><div class="screen-mode" data-title="{escape(page.title)}"></div>')
        _link("leave", page, outside)
        if position > 0:
            _link("previous", shown[position - 1], inside)
        if position + 1 < len(shown):
            _link("next", shown[position + 1], inside)


def _link(name: str, page: Page, choices: dict[str, str]) -> None:
    with st.container(key=f"door-{name}"):
        st.page_link(page, label=page.title, query_params=choices)

"""The screenshot view: a page with ``?che_do=man-hinh`` as clean 16:9 screens, moved through by arrow keys.

The page itself runs as always; ``browser/screens.js`` lays what it shows out on screens of 1280 x 720 and scales them to the window.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

_MODE, _SCREENS = "che_do", "man-hinh"
_FOLDER = Path(__file__).with_name("browser")
SCRIPT = _FOLDER.joinpath("screens.js").read_text(encoding="utf-8")
_STYLE = _FOLDER.joinpath("screens.css").read_text(encoding="utf-8")
LINK_STYLE = """
:has(> .st-key-present) {position:absolute; height:0} .st-key-present {position:fixed; top:1.2rem; right:1.2rem; z-index:1000001; width:auto !important}
.st-key-present a, .st-key-present a:hover {background:none !important} .st-key-present p {font-size:.85rem; font-weight:400 !important; color:#4f5d69; border-bottom:1px dotted #8b98a5}
@media (max-width:900px) {.st-key-present, :has(> .st-key-present) {display:none !important}}
@media print {.st-key-present {display:none !important}}
"""


def chosen() -> bool:
    """Whether the link asks for the screenshot view."""
    return st.query_params.get(_MODE) == _SCREENS


def doors(page: Page, pages: Sequence[Page]) -> None:
    """The link into the screenshot view; inside it, what the arrow keys and Esc press: previous page, next page, leave.

    ``pages`` are the pages to be shown one after the other; ``page`` is the current one, which may be none of them.
    """
    here = st.query_params.to_dict()
    inside = {**here, _MODE: _SCREENS}
    if not chosen():
        with st.container(key="present"):
            st.page_link(page, label="Trình chiếu", query_params=inside)
        return
    place = next((place for place, other in enumerate(pages) if other.url_path == page.url_path), None)
    outside = {name: value for name, value in here.items() if name != _MODE}
    with st.container(key="doors"):
        st.html(f'<style>{_STYLE}</style><div class="screen-mode" data-title="{escape(page.title)}"></div>')
        with st.container(key="door-leave"):
            st.page_link(page, label="Thoát", query_params=outside)
        if place:
            with st.container(key="door-previous"):
                st.page_link(pages[place - 1], label="Trang trước", query_params=inside)
        if place is not None and place + 1 < len(pages):
            with st.container(key="door-next"):
                st.page_link(pages[place + 1], label="Trang sau", query_params=inside)

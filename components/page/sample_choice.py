"""The invented figures beside the real ones, where the operator allows it (SAMPLE_STORE): from the link, marked, and back in one tap."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from components import state
from components.store import open_stores, store_access
from components.streamlit_private import page_id, went_back
from components.tiles import links
from components.tiles.html_table import tag
from components.tiles.links import SAMPLE_CODE, STORE


@contextmanager
def shown(may_be: bool) -> Iterator[bool]:
    """What is drawn inside is of the invented figures where the link asks for them; tells whether it is. ``may_be``: the page can show them,
    and whoever is here may read."""
    wanted = may_be and _wanted() and open_stores.sample_store() is not None
    with store_access.sample_shown(wanted):
        if wanted:
            _band()
        yield wanted


def _wanted() -> bool:
    """What the link asks for; it is kept over the menu, which drops it, and forgotten where somebody goes back to a link without it."""
    in_link, arrived = st.query_params.get(STORE), state.SAMPLE_PAGE.get() != page_id()
    state.SAMPLE_PAGE.set(page_id())
    if in_link is None and arrived and not went_back():
        in_link = state.SAMPLE_SHOWN.get() or None
        if in_link:
            st.query_params[STORE] = in_link
    return state.SAMPLE_SHOWN.set(in_link or "") == SAMPLE_CODE


def _band() -> None:
    """Over a page of invented figures: that they are, and the way back to the real ones."""
    said = tag("span", "Mọi con số trên trang này được đặt ra để xem thử, không phải số của tỉnh.")
    back = tag("span", links.link(links.address("", {STORE: None}), "Về số liệu thật"), class_="ways")
    with st.container(key="known-day"):  # the band of a past day: never both
        st.html(tag("div", tag("b", "Kho số liệu minh họa"), said, back, class_="known-day", role="note"))


def offer() -> None:
    """At the end of a page of real figures: the way to the invented ones; nothing where the operator does not allow it."""
    if open_stores.offers_sample() and not store_access.is_sample():
        st.html(tag("p", links.link(links.address("", {STORE: SAMPLE_CODE}), "Xem thử với số liệu minh họa"), class_="note"))

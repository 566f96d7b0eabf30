"""The small line at the end of every page: which version this is, and when figures last came in."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from components.page import known_day, sample_choice
from components.store import open_stores
from components.store.store_access import present_read
from components.text import times
from components.tiles.html_table import joined, tag
from components.tiles.links import link
from data.version import VERSION
from queries.reads import upload_history


@contextmanager
def above(with_figures: bool, looks_back: bool) -> Iterator[None]:
    """What is drawn inside stands above the footer, wherever it stops; ``with_figures``: the reader may know about them, and, on a
    page that ``looks_back``, choose a past day."""
    page = st.container()
    _footer(with_figures)
    if looks_back and with_figures and open_stores.is_open():
        with st.container(key="known-day-box"):
            known_day.box()
            sample_choice.offer()
    with page:
        yield


def _footer(with_figures: bool) -> None:
    """Version, the last upload of the open store, and the way to what is new."""
    texts = [f"Phiên bản {VERSION}"]
    if (opened := open_stores.opened_store()) and opened.read_only:
        texts.append("Kho số liệu đang mở chỉ để xem: chưa cập nhật được")
    if with_figures and open_stores.is_open():
        texts += [
            f"Lần tải số liệu lên gần nhất: {times.moment(row.uploaded_at)} (giờ tải lên, không phải ngày của số liệu)"
            for row in present_read(upload_history, most=1)
        ]
    with st.container(key="footer"):
        st.html(
            tag(
                "p",
                joined(" · ".join(texts), " · "),
                link("huong-dan", "Có gì mới"),
                " · ",
                link("du-lieu-mo", "Dữ liệu mở"),
                class_="note",
            )
        )

"""What says that the open store holds invented figures: the one place that decides, for every screen and everything that leaves it."""

from __future__ import annotations

import streamlit as st

from components import store_access
from components.text import formats
from components.tiles.html_table import Markup, tag
from data.vietnamese.terms import SAMPLE

_PRINTED = f"@media print {{@page {{@top-right {{content:'{SAMPLE}'; font-family:'Noto Sans',Arial,sans-serif; font-size:9pt; font-weight:700}}}}}}"


def banner() -> None:
    """A label over every screen, the screenshot view and every printed page of a store with invented figures; nothing otherwise.

    A page that comes before the store is open has no figures and no label.
    """
    if store_access.is_open() and store_access.is_sample():
        with st.container(key="sample"):
            st.html(f"<style>{_PRINTED}</style>{tag('div', SAMPLE, class_='sample-label', role='note')}")


def mark() -> Markup:
    """The label before a line of text, as markup; nothing for real figures."""
    return Markup(tag("b", formats.SAMPLE, class_="sample") + " ") if store_access.is_sample() else Markup()


def in_note(note: str) -> str:
    """The note of a picture with the label before it."""
    return f"{formats.SAMPLE} {note}".strip() if store_access.is_sample() else note


def file_name(name: str) -> str:
    """The name of a file that is handed over, with the label before it."""
    return f"{SAMPLE} - {name}" if store_access.is_sample() else name

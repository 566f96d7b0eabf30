"""The one button that hands a file over: what it is called says when its figures are invented."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.tiles import sample_label


def button(label: str, data: Any, *, file_name: str, **looks: Any) -> None:
    """``st.download_button`` for every file of the program; a click does not run the page again."""
    st.download_button(label, data, file_name=sample_label.file_name(file_name), on_click="ignore", **looks)

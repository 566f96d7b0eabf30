"""What is said over every page while a shared store does not answer."""

from __future__ import annotations

import streamlit as st

from components.store import open_stores
from components.text import times


def notice() -> None:
    """Since when the shared store has not answered; nothing otherwise. The figures are those of the last look that reached it,
    which may be earlier: nobody looks while nobody asks."""
    opened = open_stores.opened_store()
    if opened and opened.data_version() and opened.cut_off:  # asking for the version looks whether it answers
        st.warning(
            f"Kho dùng chung không trả lời từ {times.moment(opened.cut_off)}. Số liệu dưới đây là của lần nối được gần nhất; chưa nhận được cập nhật.",
            icon=":material/cloud_off:",
        )

"""While a handed-in deck is read: what the page says of the wait."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

import streamlit as st

from components import page_turn
from components.text.markdown import escaped
from data.operations.turns import waits_told


def _waits(progress: Any, ahead: int) -> None:
    progress.update(label=f"Máy chủ đang đọc tệp trình chiếu khác: còn {ahead} tệp trước tệp này, xin chờ…")


@contextmanager
def reading(name: str) -> Iterator[None]:
    """While a handed-in deck is read: says so, and how many come before it when it has to wait."""
    slot = st.empty()
    try:
        with (
            slot.status(escaped(f"Đang đọc “{name}”…")) as progress,
            waits_told(partial(_waits, progress)),
            page_turn.elsewhere(),
        ):
            yield
    finally:
        slot.empty()

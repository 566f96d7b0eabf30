"""What goes wrong inside a page stays inside it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st


@contextmanager
def error_boundary() -> Iterator[None]:
    """Whatever goes wrong inside a page is logged; the screen says it in Vietnamese, without a traceback."""
    try:
        yield
    except Exception:
        logging.getLogger(__name__).exception("a page failed")
        st.error(
            "Trang này gặp lỗi ngoài dự kiến; số liệu không bị ảnh hưởng. Hãy tải lại trang; nếu vẫn lỗi, gửi địa chỉ "
            "trang này cho người quản trị, chi tiết nằm trong nhật ký của máy chủ."
        )

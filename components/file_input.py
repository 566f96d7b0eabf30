"""A box that takes a file, in Vietnamese: Streamlit's own texts on it are English."""

from __future__ import annotations

from typing import Any

import streamlit as st

_STYLE = """<style>
[data-testid="stFileUploaderDropzone"] [data-testid="stBaseButton-secondary"] p, [data-testid="stFileUploaderDropzoneInstructions"] {display:none}
[data-testid="stFileUploaderDropzone"] [data-testid="stBaseButton-secondary"] [data-testid="stMarkdownContainer"]::after {content:"Chọn tệp"}
</style>"""


def file(label: str, endings: list[str], *, key: str) -> Any:
    """The file that was given (``name``, ``getvalue()``), or None. ``label`` says which endings and how large."""
    st.html(_STYLE)
    return st.file_uploader(label, type=endings, key=key)

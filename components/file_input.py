"""The box that takes a file, in Vietnamese: Streamlit's own texts on it are English."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

import orjson
import streamlit as st

from components.streamlit_private import UploadedFile

_STYLE, _SCRIPT = (Path(__file__).with_suffix(ending).read_text(encoding="utf-8") for ending in (".css", ".js"))


def file(label: str, endings: Sequence[str] | None = None, *, key: str, turn: int = 0, hint: str = "") -> UploadedFile | None:
    """The file that was given (``name``, ``getvalue()``), or None; any kind of file unless ``endings`` are named.

    ``label`` says which files and how large. With a ``hint`` beside the button ($1: megabytes) only the hint is seen, and the
    label is read aloud. Another ``turn`` is a new, empty box.
    """
    st.html(f"<style>{_STYLE}</style>")
    shown: Literal["collapsed", "visible"] = "collapsed" if hint else "visible"
    with st.container(key=f"box-{key}" if hint else f"quiet-box-{key}"):
        given = st.file_uploader(label, type=endings, key=f"{key}-{turn}", label_visibility=shown)
    texts = f"const HINTS = {_json({key: hint} if hint else {})}, LABELS = {_json({key: label})};"
    with st.container(key=f"script-uploader-{key}"):
        st.html(f"<script>(() => {{ {texts} {_SCRIPT} }})();</script>", unsafe_allow_javascript=True)
    return given


def _json(texts: dict[str, str]) -> str:
    """Texts as JavaScript, safe inside a script element."""
    return orjson.dumps(texts).decode().replace("<", "\\u003c")

"""The box that takes a file, in Vietnamese: Streamlit's own texts on it are English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Literal

import orjson
import streamlit as st

from components.permission import Allowed, still_allowed
from components.streamlit_private import RerunException, UploadedFile, session_id, uploads_of

_STYLE, _SCRIPT = (Path(__file__).with_suffix(ending).read_text(encoding="utf-8") for ending in (".css", ".js"))

_OFFERED: dict[str, Allowed] = {}  # by visit: who may send a file to a box of the page that it shows
_BY_THIS_RUN: dict[str, Allowed] = {}


@contextmanager
def boxes_of_page() -> Iterator[None]:
    """Around a whole page: from its end on files are taken for the boxes that it offers, and for no others."""
    visit = session_id()
    _BY_THIS_RUN.pop(visit, None)
    try:
        yield
    except RerunException:
        raise  # the page runs anew at once; until then its boxes are there
    except BaseException:
        _settle(visit)
        raise
    _settle(visit)


def is_offered(visit: str) -> bool:
    """Whether the page of a visit has a box, for somebody who may still use it."""
    allowed = _OFFERED.get(visit)
    return allowed is not None and allowed()


def _settle(visit: str) -> None:
    if _BY_THIS_RUN.pop(visit, None) is None:
        _OFFERED.pop(visit, None)
    for other in [other for other in list(_OFFERED) if other != visit and uploads_of(other) is None]:
        _OFFERED.pop(other, None)


def _offer() -> None:
    visit = session_id()
    _BY_THIS_RUN[visit] = _OFFERED[visit] = still_allowed()


def file(label: str, endings: Sequence[str] | None = None, *, key: str, turn: int = 0, hint: str = "") -> UploadedFile | None:
    """The file that was given (``name``, ``getvalue()``), or None; any kind of file unless ``endings`` are named.

    ``label`` says which files and how large. With a ``hint`` beside the button ($1: megabytes) only the hint is seen, and the
    label is read aloud. Another ``turn`` is a new, empty box.
    """
    _offer()
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

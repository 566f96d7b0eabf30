"""What the reader of sources looks for: words of a document's name, words and kind of what one document states."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.filters.unanswered import begins
from components.text.origin import source_words
from data.vietnamese.text import fold
from queries.rows import Rows


def document_words() -> str:
    """What to look for among the documents: ``?tim_van_ban=đề án``."""
    return _box("Tìm văn bản", "tim_van_ban")


def line_words() -> str:
    """What to look for inside a document: ``?tim_trong=chữ ký số``."""
    return _box("Tìm trong văn bản", "tim_trong")


def _box(label: str, key: str) -> str:
    return st.text_input(label, placeholder=f"{label}…", key=key, type="search", width=230, bind="query-params") or ""


def documents(rows: Rows[Any], words: str) -> Rows[Any]:
    """The documents whose number, title, issuer or territory has words that begin so, with or without diacritics."""
    return rows.matching(lambda row: begins(fold(source_words.searched(row)), words)) if words.strip() else rows


def lines(rows: Rows[Any], words: str) -> list[Any]:
    """The lines of the kind (``?loai=``) and with the words that the reader asks for, in the order of the paper."""
    what = st.query_params.get("loai", "")
    kept = rows.where(what=what) if what in source_words.WHATS else rows
    found = kept.matching(lambda row: begins(fold(source_words.searched_line(row)), words)) if words.strip() else kept
    return source_words.in_order(found)

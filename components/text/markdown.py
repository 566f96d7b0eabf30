"""Text in a label: Streamlit reads labels as Markdown, and a sentence of a file's own words is none."""

from __future__ import annotations

import re

_PUNCTUATION = re.compile(r"([\\`*_{}\[\]()<>#+!|~$:^&-])")


def escaped(text: str) -> str:
    """A text that a label shows letter by letter."""
    return _PUNCTUATION.sub(r"\\\1", text)

"""Texts fit for XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def text(value: str) -> str:
    """A text escaped, without characters that XML forbids."""
    return escape(_ILLEGAL.sub("", value))

"""Texts fit for XML, and the name spaces of slides."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

SPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def text(value: str) -> str:
    """A text escaped, without characters that XML forbids."""
    return escape(legal(value))


def legal(value: str) -> str:
    """A text without characters that XML forbids."""
    return _ILLEGAL.sub("", value)

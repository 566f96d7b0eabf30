"""A drawing on the page: SVG, which ``st.html`` takes out, as a text beside it that the browser unfolds (``inline_drawing.js``).

``st.markdown`` would let SVG through, but it loads a parser of its own for it and makes a component of every line and letter.
"""

from __future__ import annotations

import streamlit as st

from components.tiles.html_table import Markup

_SIGNS = "%<>&\"'"  # that would end an attribute, or be taken for a tag; the first one is what stands for them


def show(drawn: str, class_: str = "") -> None:
    """Show markup that holds drawings, all of it made by us; ``class_`` is the class of the element around it."""
    st.html(folded(drawn, class_))


def folded(drawn: str, class_: str = "") -> Markup:
    """The element that becomes the markup in the browser; to be put into other markup."""
    for sign in _SIGNS:
        drawn = drawn.replace(sign, f"%{ord(sign):02X}")
    return Markup(f'<div class="{f"{class_} drawn".strip()}" data-drawing="{drawn}"></div>')

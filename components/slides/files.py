"""Slides as files, and decks that somebody hands in. Each kind of file loads its library when it is made, not before:

python-pptx, lxml, reportlab and XlsxWriter together take longer to load than a page takes to appear.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from components.slides.content.context import SlideContext
from components.slides.slide import Slide

if TYPE_CHECKING:
    from components.slides.pptx.refresh import SlideState
    from components.slides.pptx.template import Template

STATES = {  # of a slide in an older deck
    "current": "● Còn đúng",
    "stale": "■ Số liệu đã thay đổi",
    "gone": "○ Kho không còn số liệu này",
    "unknown": "– Không nhận ra",
}


def pptx(slides: list[Slide], name: str, own: tuple[bytes, str] | None = None) -> bytes:
    """A PowerPoint deck with this title; ``own`` is the customer's template, bytes and file name. Raises BadDeck."""
    from components.slides.pptx import pptx_file

    return pptx_file.deck(slides, name, template(*own) if own else None)


def pdf(slides: list[Slide], name: str) -> bytes:
    """A PDF with this title, a page a slide."""
    from components.slides.flat import pdf_file

    return pdf_file.pdf(slides, name)


def html(slides: list[Slide], name: str) -> bytes:
    """One HTML file with this title."""
    from components.slides.flat import html_file

    return html_file.html(slides, name)


def template(blob: bytes, name: str) -> Template:
    """The customer's template. Raises BadDeck."""
    from components.slides.pptx.template import template as read

    return read(blob, name)


def looked_at(blob: bytes, name: str, context: SlideContext) -> list[SlideState]:
    """Every slide of a deck with its state (see ``STATES``). Raises BadDeck."""
    from components.slides.pptx import refresh

    return refresh.looked_at(blob, name, context)


def refreshed(blob: bytes, name: str, context: SlideContext) -> bytes:
    """The deck with the stale slides made fresh. Raises BadDeck."""
    from components.slides.pptx import refresh

    return refresh.refreshed(blob, name, context)[0]

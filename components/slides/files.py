"""Slides as files, and decks that somebody hands in. Each kind of file loads its library when it is made, not before:

python-pptx, lxml, reportlab and XlsxWriter together take longer to load than a page takes to appear.
"""

from __future__ import annotations

from components.slides.content.context import SlideContext
from components.slides.older.judged import Chosen, Judged
from components.slides.slide import Slide
from components.slides.templates.look import Look


def pptx(slides: list[Slide], name: str, own: tuple[bytes, str] | None = None) -> bytes:
    """A PowerPoint deck with this title; ``own`` is the customer's template, bytes and file name. Raises BadDeck."""
    if own:
        from components.slides.older import deck_process

        return deck_process.deck(slides, name, *own)
    from components.slides.pptx import pptx_file

    return pptx_file.deck(slides, name)


def pdf(slides: list[Slide], name: str) -> bytes:
    """A PDF with this title, a page a slide."""
    from components.slides.flat import pdf_file

    return pdf_file.pdf(slides, name)


def html(slides: list[Slide], name: str) -> bytes:
    """One HTML file with this title."""
    from components.slides.flat import html_file

    return html_file.html(slides, name)


def template_look(blob: bytes, name: str) -> Look:
    """How our slides look in the customer's template: layout, places, colours, and what has to be said. Raises BadDeck."""
    from components.slides.older import deck_process

    return deck_process.template_look(blob, name)


def looked_at(blob: bytes, name: str, context: SlideContext) -> list[Judged]:
    """Every slide of a deck as it stands. Raises BadDeck."""
    from components.slides.older import deck_process

    return deck_process.looked_at(blob, name, context)


def refreshed(blob: bytes, name: str, context: SlideContext, chosen: Chosen | None = None) -> bytes:
    """The deck with the chosen slides made fresh; all that are out of date, and nothing edited, without a choice. Raises BadDeck."""
    from components.slides.older import deck_process

    return deck_process.refreshed(blob, name, context, chosen)

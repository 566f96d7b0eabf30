"""One chart of a page as a deck of its own."""

from __future__ import annotations

from typing import Any

from components.slides import files
from components.slides.content import kinds
from components.slides.content.context import SlideContext


def one_slide(context: SlideContext, kind: str, params: dict[str, Any]) -> bytes:
    """PPTX bytes of the slides of one kind. Raises NoSuchSlide for parameters that nothing can be made of."""
    slides = kinds.make(context, kind, params)
    if not slides:
        raise kinds.NoSuchSlide(kind)
    return files.pptx(slides, slides[0].title)

"""One chart of a page as a deck of its own."""

from __future__ import annotations

import re
from typing import Any

from components.slides import files
from components.slides.content import kinds
from components.slides.content.context import SlideContext
from data.vietnamese.text import fold


def one_slide(context: SlideContext, kind: str, params: dict[str, Any]) -> bytes:
    """PPTX bytes of the slides of one kind. Raises NoSuchSlide for parameters that nothing can be made of."""
    slides = kinds.make(context, kind, params)
    if not slides:
        raise kinds.NoSuchSlide(kind)
    return files.pptx(slides, slides[0].title)


def file_name(slide_title: str, ending: str) -> str:
    """A file name that says what is inside and that every system takes: 'muc-tieu-con-thieu-tinh-ha-tinh-2022.pptx'."""
    plain = re.sub(r"[^a-z0-9]+", "-", fold(slide_title)).strip("-")
    return f"{plain[:90].rstrip('-') or 'trang-chieu'}.{ending}"

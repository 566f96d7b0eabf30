"""One chart of a page as a deck of its own."""

from __future__ import annotations

import re
from typing import Any

from components.slides.content import kinds
from components.slides.content.context import Desk
from components.slides.pptx import pptx_file
from components.slides.slide import Slide
from components.text import formats


def one_slide(desk: Desk, kind: str, params: dict[str, Any]) -> bytes:
    """PPTX bytes of the slides of one kind. Raises NoSuchSlide for parameters that nothing can be made of."""
    slides = kinds.make(desk, kind, params)
    if not slides:
        raise kinds.NoSuchSlide(kind)
    return pptx_file.deck(slides, slides[0].title)


def file_name(slide_title: str, ending: str) -> str:
    """A file name that says what is inside and that every system takes: 'muc-tieu-con-thieu-tinh-ha-tinh-2022.pptx'."""
    plain = re.sub(r"[^a-z0-9]+", "-", formats.fold(slide_title)).strip("-")
    return f"{plain[:90].rstrip('-') or 'trang-chieu'}.{ending}"


def titled(slides: list[Slide]) -> str:
    """Title of a deck: that of its first slide."""
    return slides[0].title if slides else "Báo cáo chỉ tiêu chuyển đổi số"

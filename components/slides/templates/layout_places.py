"""What a layout of a deck offers to a slide: its places in points of our page, its letters and colours."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Pt

from components.charts import font_files
from components.charts.shapes import Box
from components.slides.layout.slide_page import OLD, Page
from components.slides.pptx.pptx_adapter import (
    element,
    placeholders,
    slide_size,
)
from components.slides.slide import HEIGHT, WIDTH
from components.slides.templates import background, palette
from components.slides.templates.palette import Palette

TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
_CONTENT = (KIND.OBJECT, KIND.BODY, KIND.CHART, KIND.TABLE)
OURS = ("Trang bìa", "Tiêu đề và nội dung")


def opens_parts(layout: SlideLayout) -> bool:
    """Whether a layout is one for the pages that open parts: so called by its kind, with a title and a place for a line."""
    found = kinds(layout)
    return element(layout).get("type") == "secHead" and any(kind in TITLES for kind in found) and KIND.BODY in found


def palette_of(layout: SlideLayout) -> Palette:
    """The colours of slides of a layout; those of decks made before 1.7.0 in the shipped deck are told one by one."""
    if palette.OWN in background.theme_xml(layout)[:600]:
        return palette.own()
    if layout.name in OURS:
        return Palette()
    return palette.of_theme(background.theme_colours(layout), background.page_colours(layout) or ["ffffff"])


def font_of(layout: SlideLayout) -> str:
    """The template's own font; '' is the shipped one."""
    font = background.fonts(layout)
    return "" if font.startswith("+") or font.lower() in font_files.SHIPPED else font


def pale_title(layout: SlideLayout) -> str:
    """The colour of a layout's title where it cannot be read on the page; '' where it can, or nobody can say."""
    colour, pages = background.title_colour(layout), background.page_colours(layout)
    return colour if colour and pages and not palette.large_letters_legible(colour, pages) else ""


def title_in(layout: SlideLayout) -> str:
    """The colour to write the title of a cover or a page that opens a part in: black or white where the layout's own cannot be read,

    '' where it can.
    """
    pages = background.page_colours(layout)
    return max(("000000", "ffffff"), key=lambda colour: palette.least_contrast(colour, pages)) if pale_title(layout) else ""


def scale_of(deck: Deck) -> float:
    """Points of the deck for a point of ours: letters are as large on 4:3 as on 16:9, and no page is narrower than two thirds of ours."""
    wide, high = (side / Pt(1) for side in slide_size(deck))
    return min(high / HEIGHT, wide / (WIDTH * 2 / 3))


def kinds(layout: SlideLayout) -> list[Any]:
    """The kind of each of its places, as PowerPoint numbers them."""
    return [placeholder.placeholder_format.type for placeholder in placeholders(layout)]


def fitness(layout: SlideLayout, deck: Deck) -> float:
    """How well a layout takes a chart: a title and one large place for content; 0 without a title."""
    found = kinds(layout)
    if not any(kind in TITLES for kind in found):
        return 0
    sizes = [
        placeholder.width * placeholder.height
        for placeholder in placeholders(layout)
        if placeholder.placeholder_format.type in _CONTENT
    ]
    whole = slide_size(deck)[0] * slide_size(deck)[1]
    pictures = sum(kind in (KIND.PICTURE, KIND.SUBTITLE, KIND.VERTICAL_BODY, KIND.VERTICAL_TITLE) for kind in found)
    pictures += sum("vert" in (element(placeholder).ph.get("orient") or "") for placeholder in placeholders(layout))
    large = max(sizes, default=0) / whole
    return 0.1 + (large if large > 0.25 else 0) - 0.3 * max(len(sizes) - 1, 0) - 0.3 * pictures if len(sizes) < 9 else 0.01


def places_of(layout: SlideLayout, deck: Deck, scale: float) -> Page:
    """The places of a customer's layout, in points of our page."""

    def box(placeholder: Any) -> Box:
        return Box(*(side / Pt(1) / scale for side in (placeholder.left, placeholder.top, placeholder.width, placeholder.height)))

    title = next(box(placeholder) for placeholder in placeholders(layout) if placeholder.placeholder_format.type in TITLES)
    contents = [box(placeholder) for placeholder in placeholders(layout) if placeholder.placeholder_format.type in _CONTENT]
    high = slide_size(deck)[1] / Pt(1) / scale
    footers = [
        box(placeholder).y
        for placeholder in placeholders(layout)
        if placeholder.placeholder_format.type in (KIND.FOOTER, KIND.SLIDE_NUMBER, KIND.DATE)
    ]
    end = min([high - 24, *(y for y in footers if y > high * 0.7)])
    area = max(contents, key=lambda room: room.w * room.h, default=None)
    if area is None or area.w * area.h < 0.25 * high * slide_size(deck)[0] / Pt(1) / scale:
        top = title.y + title.h + 6
        area = Box(title.x, top, title.w, end - top)
    return Page(
        title=title,
        topic=None,
        area=Box(area.x, area.y, area.w, min(area.h, end - area.y)),
        width=slide_size(deck)[0] / Pt(1) / scale,
        height=high,
        title_size=24,
        footer=Box(area.x, high - 24, area.w / 2, 18),
        number=Box(area.x + area.w - 60, high - 24, 60, 18),
        own_title=True,
        title_legible=not pale_title(layout),
        panel=not background.page_colours(layout),
    )


def page_of(layout: SlideLayout, deck: Deck, *, apart: bool = False) -> tuple[Page, float]:
    """The places of a layout that a slide uses already, and the scale of its deck; ``apart``: as decks had them before 1.6.0."""
    page, scale = _places(layout, deck)
    if not apart:
        return page, scale
    return (replace(page, apart=True) if page.own_title else OLD), scale


def _places(layout: SlideLayout, deck: Deck) -> tuple[Page, float]:
    scale = scale_of(deck)
    if layout.name in OURS and abs(scale - 1) < 0.001:
        return Page(), 1.0
    if not any(kind in TITLES for kind in kinds(layout)):
        wide, high = (side / Pt(1) / scale for side in slide_size(deck))
        return Page(width=wide, height=high, topic=None, own_title=True), scale
    return places_of(layout, deck, scale), scale

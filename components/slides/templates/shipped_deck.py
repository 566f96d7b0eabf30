"""The deck of the house: a cover and a page with title, content, footer and number."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.util import Pt

from components.charts.shapes import Box
from components.slides.layout.slide_layout import FOOTER
from components.slides.layout.slide_page import Page
from components.slides.pptx.pptx_adapter import (
    RT,
    element,
    package_relations,
    placeholders,
    qn,
    remove,
    set_blob,
)
from components.slides.templates import palette
from components.slides.templates.layout_places import OURS, TITLES

_PROMPTS = {
    KIND.TITLE: "Bấm để nhập câu nói chính",
    KIND.CENTER_TITLE: "Bấm để nhập tên báo cáo",
    KIND.SUBTITLE: "Bấm để nhập đơn vị, kỳ",
}
_CONTENTS = ("Bấm để nhập nội dung", "Cấp hai", "Cấp ba", "Cấp bốn", "Cấp năm")


@lru_cache(maxsize=1)
def shipped() -> bytes:
    """The deck of the house as bytes: 16:9, Arial, a cover and a page with title, content, footer and number."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    page = Page()
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name not in ("Title Slide", "Title and Content"):
            deck.slide_layouts.remove(layout)
    for layout, name in zip(deck.slide_layouts, OURS, strict=True):
        layout.name = name
    cover, content = deck.slide_layouts
    for page_or_layout in (master, cover, content):
        for placeholder in placeholders(page_or_layout):
            kind = placeholder.placeholder_format.type
            if kind == KIND.DATE:
                remove(placeholder)
            elif kind == KIND.FOOTER:
                _put(placeholder, page.footer, 12, "l", FOOTER)
            elif kind == KIND.SLIDE_NUMBER:
                _put(placeholder, page.number, 12, "r")
            elif kind in TITLES:
                _put(
                    placeholder,
                    Box(80, 170, 800, 110) if page_or_layout is cover else page.title,
                    34 if page_or_layout is cover else page.title_size,
                    "l",
                    anchor="b" if page_or_layout is cover else "t",
                )
            elif kind == KIND.SUBTITLE:
                _put(placeholder, Box(80, 290, 800, 80), 18, "l")
            else:
                _put(placeholder, page.area, 16, "l")
    for page_or_layout in (master, cover, content):
        _prompted(page_or_layout)
    for level in element(master).xpath(".//p:titleStyle/a:lvl1pPr"):
        level.set("algn", "l")
        level.find(qn("a:defRPr")).set("b", "1")
    theme = master.part.part_related_by(RT.THEME)
    set_blob(theme, _own_theme(theme.blob.replace(b"Calibri", b"Arial").decode()).encode())
    for key, relation in list(package_relations(deck).items()):
        if relation.reltype == RT.THUMBNAIL:
            package_relations(deck).pop(key)
    facts = deck.core_properties
    facts.author = facts.last_modified_by = FOOTER
    facts.title = facts.subject = facts.keywords = facts.comments = ""
    facts.language, facts.revision = "vi-VN", 1
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _own_theme(xml: str) -> str:
    """The theme with the colours of the house under its name."""
    for name, colour in palette.THEME.items():
        xml = re.sub(
            rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour[1:]}"/></a:{name}>', xml, count=1, flags=re.DOTALL
        )
    xml = re.sub(r'(<a:clrScheme name=")[^"]*', rf"\g<1>{palette.OWN}", xml, count=1)
    return re.sub(r'(<a:theme [^>]*name=")[^"]*', rf"\g<1>{palette.OWN}", xml, count=1)


def _prompted(page_or_layout: Any) -> None:
    """What empty places of the master and of a layout say, in Vietnamese."""
    for placeholder in placeholders(page_or_layout):
        kind = placeholder.placeholder_format.type
        if kind in (KIND.FOOTER, KIND.SLIDE_NUMBER):
            continue
        texts = (_PROMPTS[kind],) if kind in _PROMPTS else _CONTENTS
        for paragraph, said in zip(placeholder.text_frame.paragraphs, texts, strict=False):
            paragraph.text = said


def _put(placeholder: Any, box: Box, size: float, align: str, text: str | None = None, anchor: str = "t") -> None:
    placeholder.left, placeholder.top, placeholder.width, placeholder.height = (Pt(side) for side in (box.x, box.y, box.w, box.h))
    body = element(placeholder).txBody
    body.bodyPr.set("anchor", anchor)
    for side in ("lIns", "rIns", "tIns", "bIns"):
        body.bodyPr.set(side, "0")
    for level in body.xpath("./a:lstStyle/a:lvl1pPr"):
        level.set("algn", align)
        for run in level.iterchildren(qn("a:defRPr")):
            run.set("sz", str(round(size * 100)))
    if text:
        placeholder.text_frame.text = text

"""The deck that slides are put into: the shipped one, or the customer's with its master, layouts and places."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout
from pptx.util import Pt

from components.charts import font_files
from components.charts.shapes import Box
from components.slides.layout.slide_layout import FOOTER
from components.slides.layout.slide_page import OLD, Page
from components.slides.pptx import sections
from components.slides.pptx.errors import BadDeck
from components.slides.pptx.open_deck import Names, opened, reading
from components.slides.pptx.pptx_adapter import (
    RT,
    element,
    package_relations,
    placeholders,
    qn,
    remove,
    set_blob,
    slide_list,
    slide_size,
)
from components.slides.slide import HEIGHT, WIDTH
from components.slides.templates import background, opening_places, palette
from components.slides.templates.look import Look
from components.slides.templates.palette import Palette
from components.text.formats import number

_TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
_CONTENT = (KIND.OBJECT, KIND.BODY, KIND.CHART, KIND.TABLE)
_OURS = ("Trang bìa", "Tiêu đề và nội dung")


@dataclass(frozen=True)
class Template:
    """An empty deck with its chosen layouts. ``scale`` turns points of our page into points of the deck's."""

    deck: Deck
    cover: SlideLayout | None
    content: SlideLayout
    section: SlideLayout | None  # opens a part of the deck
    page: Page
    scale: float
    names: Names
    palette: Palette
    font: str = ""
    notes: tuple[str, ...] = ()
    _found: dict[int, list[tuple[Any, Any]]] = field(default_factory=dict, repr=False, compare=False)

    def places(self, layout: SlideLayout) -> list[tuple[Any, Any]]:
        """The kind of each placeholder of a layout, and the placeholder; looked for once a deck."""
        root = element(layout)
        if id(root) not in self._found:
            self._found[id(root)] = [(one.placeholder_format.type, one) for one in placeholders(layout)]
        return self._found[id(root)]

    @property
    def look(self) -> Look:
        """What a preview shows of the template."""
        cover, section = (opening_places.opening(layout, self.scale) for layout in (self.cover, self.section))
        return Look(self.content.name, self.page, self.palette.colours, self.font, self.notes, cover, section)


def template(blob: bytes | None = None, name: str = "mẫu") -> Template:
    """The customer's template in ``blob``, else the shipped one. Raises BadDeck."""
    if blob is None:
        deck = Presentation(io.BytesIO(_shipped()))
        return Template(deck, deck.slide_layouts[0], deck.slide_layouts[1], None, Page(), 1.0, Names(deck), palette.own())
    deck = opened(blob, name)
    with reading(name):
        return _customers(deck, name)


def _customers(deck: Deck, name: str) -> Template:
    _without_slides(deck)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    content = max(layouts, key=lambda layout: _fitness(layout, deck), default=None)
    if content is None or _fitness(content, deck) <= 0:
        raise BadDeck(
            f"Tệp mẫu “{name}” không có bố cục nào có ô tiêu đề. Thêm bố cục “Tiêu đề và nội dung” vào trang cái rồi thử lại."
        )
    covers = [layout for layout in layouts if {KIND.CENTER_TITLE, KIND.SUBTITLE} <= set(_kinds(layout))]
    scale = _scale(deck)
    page = _page(content, deck, scale)
    if problem := _cramped(page):
        raise BadDeck(f"Bố cục “{content.name}” của tệp mẫu “{name}”: {problem}. Sửa bố cục trong trang cái rồi thử lại.")
    sections_of = [layout for layout in layouts if opens_parts(layout)]
    cover, section = covers[0] if covers else None, sections_of[0] if sections_of else None
    colours, font = palette_of(content), font_of(content)
    used = [content, cover, section]
    notes = (*_notes(page, font, cover, section), *_titles(used), *_covered(used, deck), *colours.notes)
    return Template(deck, cover, content, section, page, scale, Names(deck), colours, font, notes)


def opens_parts(layout: SlideLayout) -> bool:
    """Whether a layout is one for the pages that open parts: so called by its kind, with a title and a place for a line."""
    kinds = _kinds(layout)
    return element(layout).get("type") == "secHead" and any(kind in _TITLES for kind in kinds) and KIND.BODY in kinds


def palette_of(layout: SlideLayout) -> Palette:
    """The colours of slides of a layout; those of decks made before 1.7.0 in the shipped deck are told one by one."""
    if palette.OWN in background.theme_xml(layout)[:600]:
        return palette.own()
    if layout.name in _OURS:
        return Palette()
    return palette.of_theme(background.theme_colours(layout), background.page_colours(layout) or ["ffffff"])


def font_of(layout: SlideLayout) -> str:
    """The template's own font; '' is the shipped one."""
    font = background.fonts(layout)
    return "" if font.startswith("+") or font.lower() in font_files.SHIPPED else font


def _titles(layouts: list[SlideLayout | None]) -> list[str]:
    """A title in a colour that nobody could read on its page, once each."""
    pale = [colour for layout in layouts if layout is not None and (colour := _pale_title(layout))]
    return [
        f"Màu tiêu đề của tệp mẫu (#{colour.upper()}) khó đọc trên nền trang: tiêu đề dùng màu đọc được."
        for colour in dict.fromkeys(pale)
    ]


def _covered(layouts: list[SlideLayout | None], deck: Deck) -> list[str]:
    """Which picture lies over which place, each once, with the layouts where it does."""
    found: dict[tuple[str, str], list[str]] = {}
    for layout in (layout for layout in layouts if layout is not None):
        for told in dict.fromkeys(opening_places.covered(layout, slide_size(deck))):
            found.setdefault(told, []).append(f"“{layout.name}”")
    return [
        f"Hình “{name}” của tệp mẫu đè lên {place} của bố cục {', '.join(where)}: chữ ở đó có thể bị che; dời hình hoặc thu ô trong trang cái."
        for (name, place), where in found.items()
    ]


def _pale_title(layout: SlideLayout) -> str:
    """The colour of a layout's title where it cannot be read on the page; '' where it can, or nobody can say."""
    colour, pages = background.title_colour(layout), background.page_colours(layout)
    return colour if colour and pages and not palette.large_letters_legible(colour, pages) else ""


def title_in(layout: SlideLayout) -> str:
    """The colour to write the title of a cover or a page that opens a part in: black or white where the layout's own cannot be read,

    '' where it can.
    """
    pages = background.page_colours(layout)
    return max(("000000", "ffffff"), key=lambda colour: palette.least_contrast(colour, pages)) if _pale_title(layout) else ""


def _notes(page: Page, font: str, cover: SlideLayout | None, section: SlideLayout | None) -> list[str]:
    """What has to be said of a template that can be used."""
    said = []
    if font and not font_files.of(font):
        margin = round(100 * font_files.margin(font) - 100)
        wider = f", tính rộng thêm {margin}%" if margin else ""
        said.append(f"Máy chủ không có phông {font}: chữ được đo theo Arial{wider}; xem lại chỗ xuống dòng trong PowerPoint.")
    if page.panel:
        said.append("Nền trang là hình: nội dung đặt trên một khung trắng cho dễ đọc.")
    if section is not None:
        said.append(f"Trang mở phần dùng bố cục “{section.name}” của tệp mẫu.")
    if cover is None:
        said.append("Tệp mẫu không có bố cục bìa (tiêu đề và phụ đề): trang bìa dùng bố cục nội dung.")
    return said


def _scale(deck: Deck) -> float:
    """Points of the deck for a point of ours: letters are as large on 4:3 as on 16:9, and no page is narrower than two thirds of ours."""
    wide, high = (side / Pt(1) for side in slide_size(deck))
    return min(high / HEIGHT, wide / (WIDTH * 2 / 3))


def _cramped(page: Page) -> str:
    """What is wrong with the places of a template; '' when slides fit into them."""
    for name, box, wide, high in (("ô tiêu đề", page.title, 300, 30), ("ô nội dung", page.area, 440, 220)):
        if min(box.x, box.y) < -1 or box.x + box.w > page.width + 1 or box.y + box.h > page.height + 1:
            return f"{name} nằm ngoài trang"
        if box.w < wide or box.h < high:
            across, tall = (number(100 * part / whole, 0) for part, whole in ((box.w, page.width), (box.h, page.height)))
            least = (number(100 * part / whole, 0) for part, whole in ((wide, page.width), (high, page.height)))
            return f"{name} quá nhỏ, rộng {across}% và cao {tall}% trang; cần ít nhất {'% và '.join(least)}%"
    return ""


def _kinds(layout: SlideLayout) -> list[Any]:
    return [placeholder.placeholder_format.type for placeholder in placeholders(layout)]


def _fitness(layout: SlideLayout, deck: Deck) -> float:
    """How well a layout takes a chart: a title and one large place for content; 0 without a title."""
    kinds = _kinds(layout)
    if not any(kind in _TITLES for kind in kinds):
        return 0
    sizes = [
        placeholder.width * placeholder.height
        for placeholder in placeholders(layout)
        if placeholder.placeholder_format.type in _CONTENT
    ]
    whole = slide_size(deck)[0] * slide_size(deck)[1]
    pictures = sum(kind in (KIND.PICTURE, KIND.SUBTITLE, KIND.VERTICAL_BODY, KIND.VERTICAL_TITLE) for kind in kinds)
    pictures += sum("vert" in (element(placeholder).ph.get("orient") or "") for placeholder in placeholders(layout))
    large = max(sizes, default=0) / whole
    return 0.1 + (large if large > 0.25 else 0) - 0.3 * max(len(sizes) - 1, 0) - 0.3 * pictures if len(sizes) < 9 else 0.01


def _page(layout: SlideLayout, deck: Deck, scale: float) -> Page:
    """The places of a customer's layout, in points of our page."""

    def box(placeholder: Any) -> Box:
        return Box(*(side / Pt(1) / scale for side in (placeholder.left, placeholder.top, placeholder.width, placeholder.height)))

    title = next(box(placeholder) for placeholder in placeholders(layout) if placeholder.placeholder_format.type in _TITLES)
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
        title_legible=not _pale_title(layout),
        panel=not background.page_colours(layout),
    )


def page_of(layout: SlideLayout, deck: Deck, *, apart: bool = False) -> tuple[Page, float]:
    """The places of a layout that a slide uses already, and the scale of its deck; ``apart``: as decks had them before 1.6.0."""
    page, scale = _places(layout, deck)
    if not apart:
        return page, scale
    return (replace(page, apart=True) if page.own_title else OLD), scale


def _places(layout: SlideLayout, deck: Deck) -> tuple[Page, float]:
    scale = _scale(deck)
    if layout.name in _OURS and abs(scale - 1) < 0.001:
        return Page(), 1.0
    if not any(kind in _TITLES for kind in _kinds(layout)):
        wide, high = (side / Pt(1) / scale for side in slide_size(deck))
        return Page(width=wide, height=high, topic=None, own_title=True), scale
    return _page(layout, deck, scale), scale


def _without_slides(deck: Deck) -> None:
    """Take every slide out, and what would point at slides that are gone."""
    listed = slide_list(deck)
    for entry in list(listed):
        deck.part.drop_rel(entry.rId)
        listed.remove(entry)
    root = element(deck.part)
    for gone in root.xpath(f'./p:custShowLst | ./p:extLst/p:ext[@uri="{sections.URI}"]'):
        gone.getparent().remove(gone)


@lru_cache(maxsize=1)
def _shipped() -> bytes:
    """The deck of the house as bytes: 16:9, Arial, a cover and a page with title, content, footer and number."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    page = Page()
    master = deck.slide_master
    for layout in list(deck.slide_layouts):
        if layout.name not in ("Title Slide", "Title and Content"):
            deck.slide_layouts.remove(layout)
    for layout, name in zip(deck.slide_layouts, _OURS, strict=True):
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
            elif kind in _TITLES:
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


_PROMPTS = {
    KIND.TITLE: "Bấm để nhập câu nói chính",
    KIND.CENTER_TITLE: "Bấm để nhập tên báo cáo",
    KIND.SUBTITLE: "Bấm để nhập đơn vị, kỳ",
}
_CONTENTS = ("Bấm để nhập nội dung", "Cấp hai", "Cấp ba", "Cấp bốn", "Cấp năm")


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

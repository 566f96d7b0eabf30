"""The deck that slides are put into: the shipped one, or the customer's with its master, layouts and places."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import Any

from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from components.charts import font_files
from components.slides.layout.slide_page import Page
from components.slides.pptx import sections
from components.slides.pptx.errors import BadDeck
from components.slides.pptx.open_deck import Names, opened, reading
from components.slides.pptx.pptx_adapter import (
    element,
    placeholders,
    slide_list,
    slide_size,
)
from components.slides.templates import opening_places, palette
from components.slides.templates.layout_places import (
    fitness,
    font_of,
    kinds,
    opens_parts,
    pale_title,
    palette_of,
    places_of,
    scale_of,
)
from components.slides.templates.look import Look
from components.slides.templates.palette import Palette
from components.slides.templates.shipped_deck import shipped
from components.text.formats import number


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
        deck = Presentation(io.BytesIO(shipped()))
        return Template(deck, deck.slide_layouts[0], deck.slide_layouts[1], None, Page(), 1.0, Names(deck), palette.own())
    deck = opened(blob, name)
    with reading(name):
        return _customers(deck, name)


def _customers(deck: Deck, name: str) -> Template:
    _without_slides(deck)
    layouts = [layout for master in deck.slide_masters for layout in master.slide_layouts]
    content = max(layouts, key=lambda layout: fitness(layout, deck), default=None)
    if content is None or fitness(content, deck) <= 0:
        raise BadDeck(
            f"Tệp mẫu “{name}” không có bố cục nào có ô tiêu đề. Thêm bố cục “Tiêu đề và nội dung” vào trang cái rồi thử lại."
        )
    covers = [layout for layout in layouts if {KIND.CENTER_TITLE, KIND.SUBTITLE} <= set(kinds(layout))]
    scale = scale_of(deck)
    page = places_of(content, deck, scale)
    if problem := _cramped(page):
        raise BadDeck(f"Bố cục “{content.name}” của tệp mẫu “{name}”: {problem}. Sửa bố cục trong trang cái rồi thử lại.")
    sections_of = [layout for layout in layouts if opens_parts(layout)]
    cover, section = covers[0] if covers else None, sections_of[0] if sections_of else None
    colours, font = palette_of(content), font_of(content)
    used = [content, cover, section]
    notes = (*_notes(page, font, cover, section), *_titles(used), *_covered(used, deck), *colours.notes)
    return Template(deck, cover, content, section, page, scale, Names(deck), colours, font, notes)


def _titles(layouts: list[SlideLayout | None]) -> list[str]:
    """A title in a colour that nobody could read on its page, once each."""
    pale = [colour for layout in layouts if layout is not None and (colour := pale_title(layout))]
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


def _without_slides(deck: Deck) -> None:
    """Take every slide out, and what would point at slides that are gone."""
    listed = slide_list(deck)
    for entry in list(listed):
        deck.part.drop_rel(entry.rId)
        listed.remove(entry)
    root = element(deck.part)
    for gone in root.xpath(f'./p:custShowLst | ./p:extLst/p:ext[@uri="{sections.URI}"]'):
        gone.getparent().remove(gone)

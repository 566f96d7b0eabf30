"""Four templates as customers have them: 4:3, wide with large letters, dark with a logo over the title, places where nobody expects them."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from typing import Any

from PIL import Image, ImageDraw
from pptx import Presentation
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Emu, Pt

_THEME = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme"


def _saved(deck: Any) -> bytes:
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _themed(deck: Any, font: str, **colours: str) -> Any:
    part = deck.slide_master.part.part_related_by(_THEME)
    xml = re.sub(r'(<a:(?:minor|major)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{font}", part.blob.decode())
    for name, colour in colours.items():
        xml = re.sub(rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>', xml, flags=re.DOTALL)
    part._blob = xml.encode()
    return deck


def four_by_three() -> bytes:
    """720 x 540 points, a narrow font."""
    return _saved(_themed(Presentation(), "Times New Roman", accent1="1B7A43", accent2="E07B00", hlink="00695C"))


def _wide() -> Any:
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    for page in (deck.slide_master, *deck.slide_layouts):
        for place in page.placeholders:
            if place._element.xpath("./p:spPr/a:xfrm"):
                place.left, place.width = Emu(int(place.left * 4 / 3)), Emu(int(place.width * 4 / 3))
    return deck


def wide() -> bytes:
    """960 x 540 points, a font that this machine lacks and that is wider than ours."""
    return _saved(_themed(_wide(), "Verdana", accent1="FFC000", accent2="70AD47", hlink="9BD3FF", dk2="44546A"))


def dark() -> bytes:
    """A dark page with a logo over the right end of the title."""
    deck = _themed(
        _wide(),
        "Arial",
        dk1="FFFFFF",
        lt1="14283C",
        dk2="C8D4E0",
        lt2="1F3850",
        accent1="4FC3F7",
        accent2="FF8A50",
        hlink="80D8FF",
    )
    picture, logo = Image.new("RGB", (200, 80), "#ffffff"), io.BytesIO()
    ImageDraw.Draw(picture).ellipse((10, 10, 70, 70), fill="#c00")
    picture.save(logo, "PNG")
    _part, relation = deck.slide_master.part.get_or_add_image_part(logo)
    shape = CT_Picture.new_pic(900, "Logo", "", relation, Pt(860), Pt(8), Pt(80), Pt(32))
    deck.slide_master.shapes._spTree.append(shape)
    return _saved(deck)


def odd() -> bytes:
    """One layout: the title at the foot, a content place of two thirds of the width, a wide font."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(960), Pt(540)
    for layout in [layout for layout in deck.slide_layouts if layout.name != "Title and Content"]:
        deck.slide_layouts.remove(layout)
    for place in deck.slide_layouts[0].placeholders:
        kind = str(place.placeholder_format.type)
        x, y, w, h = (260, 440, 680, 60) if "TITLE" in kind else (260, 20, 680, 400) if "OBJECT" in kind else (20, 460, 200, 24)
        place.left, place.top, place.width, place.height = Pt(x), Pt(y), Pt(w), Pt(h)
    return _saved(_themed(deck, "Segoe UI", accent1="7030A0"))


EVERY: dict[str, Callable[[], bytes]] = {"four-by-three": four_by_three, "wide": wide, "dark": dark, "odd": odd}

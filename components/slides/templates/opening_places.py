"""Where a layout of a customer's template puts the words of a cover or of a page that opens a part; pictures that lie over its places."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.slide import SlideLayout
from pptx.util import Pt

from components.charts.shapes import Box
from components.slides.layout.slide_page import Opening
from components.slides.pptx.pptx_adapter import element, placeholders

_TITLES = (KIND.TITLE, KIND.CENTER_TITLE)
_BELOW = (KIND.SUBTITLE, KIND.BODY)
_ALIGN, _ANCHOR = {"ctr": "center", "r": "right"}, {"ctr": "middle", "b": "bottom"}
_OWN_ALIGN = "./p:txBody/a:lstStyle/a:lvl1pPr/@algn"
_MASTER_TITLE = './/p:sp[p:nvSpPr/p:nvPr/p:ph[@type="title"]]/p:txBody/a:bodyPr/@anchor'
_TOUCH = 3.0  # points by which a picture may reach into a place
_GROUND = 0.5  # of the page: so large a picture is a background


def opening(layout: SlideLayout | None, scale: float) -> Opening | None:
    """The places of the name and of the line below it, in points of our page; None where a layout lacks one of them."""
    every = [] if layout is None else list(placeholders(layout))
    name, line = (
        next((one for one in every if one.placeholder_format.type in kinds and one.width is not None), None)
        for kinds in (_TITLES, _BELOW)
    )
    if layout is None or name is None or line is None:
        return None
    return Opening(
        _box(name, scale),
        _box(line, scale),
        _letters(name, layout, "titleStyle", 40) / scale,
        _letters(line, layout, "bodyStyle", 20) / scale,
        _ANCHOR.get(_said(name, layout, "./p:txBody/a:bodyPr/@anchor", _MASTER_TITLE), "top"),
        _ALIGN.get(_said(name, layout, _OWN_ALIGN, ".//p:titleStyle/a:lvl1pPr/@algn"), "left"),
        _ALIGN.get(_said(line, layout, _OWN_ALIGN, ".//p:bodyStyle/a:lvl1pPr/@algn"), "left"),
    )


def covered(layout: SlideLayout, whole: tuple[float, float]) -> Iterator[tuple[str, str]]:
    """The pictures of a layout and its master that lie over a place for title or content: name of the picture, name of the place.

    ``whole``: width and height of a slide in its own units; a picture as large as a page is none of them.
    """
    masters = [] if element(layout).get("showMasterSp") == "0" else [layout.slide_master]
    every = [one for page in (layout, *masters) for one in element(page).xpath("./p:cSld/p:spTree/p:pic")]
    pictures = [(one.nvPicPr.cNvPr.get("name") or "hình", _of_picture(one)) for one in every]
    for name, picture in pictures:
        if picture is None or picture.w * picture.h > _GROUND * whole[0] * whole[1]:
            continue
        for place in placeholders(layout):
            kind = place.placeholder_format.type
            told = "ô tiêu đề" if kind in _TITLES else "ô nội dung" if kind in (KIND.OBJECT, KIND.BODY, KIND.SUBTITLE) else ""
            if told and _overlap(picture, Box(place.left, place.top, place.width, place.height)):
                yield name, told


def _of_picture(picture: Any) -> Box | None:
    sides = picture.xpath(
        "./p:spPr/a:xfrm/a:off/@x | ./p:spPr/a:xfrm/a:off/@y | ./p:spPr/a:xfrm/a:ext/@cx | ./p:spPr/a:xfrm/a:ext/@cy"
    )
    return Box(*map(float, sides)) if len(sides) == 4 else None


def _overlap(one: Box, other: Box) -> bool:
    across = min(one.x + one.w, other.x + other.w) - max(one.x, other.x)
    down = min(one.y + one.h, other.y + other.h) - max(one.y, other.y)
    return min(across, down) > Pt(_TOUCH)


def _box(place: Any, scale: float) -> Box:
    return Box(*(side / Pt(1) / scale for side in (place.left, place.top, place.width, place.height)))


def _said(place: Any, layout: SlideLayout, own: str, of_master: str) -> str:
    """An attribute of a place, else as the master has it; '' where neither says it."""
    found = element(place).xpath(own) or element(layout.slide_master).xpath(of_master)
    return str(found[0]) if found else ""


def _letters(place: Any, layout: SlideLayout, style: str, usual: float) -> float:
    """The size of a place's letters in points of the deck."""
    own = element(place).xpath("./p:txBody/a:lstStyle/a:lvl1pPr/a:defRPr/@sz")
    found = own or element(layout.slide_master).xpath(f".//p:{style}/a:lvl1pPr/a:defRPr/@sz")
    return int(found[0]) / 100 if found else usual

"""What a template's pages and theme look like: the colours of its page where they are known, and those of its theme by their names."""

from __future__ import annotations

import re
from typing import Any

from pptx.slide import SlideLayout

from components.slides.pptx.pptx_adapter import RT, element, qn
from components.slides.templates.palette import shaded

_MARKS = {qn(f"a:{name}") for name in ("srgbClr", "schemeClr", "sysClr")}
_NAMES = ("tx1", "bg1", "tx2", "bg2", *(f"accent{number}" for number in range(1, 7)), "hlink")


def theme_xml(layout: SlideLayout) -> str:
    """The theme of a layout's master."""
    return layout.slide_master.part.part_related_by(RT.THEME).blob.decode("utf-8", "replace")


def theme_colours(layout: SlideLayout) -> dict[str, str]:
    """Six hexadecimal digits of each colour of the theme, by its name on slides; those that are said otherwise are left out."""
    theme = theme_xml(layout)
    names = dict(element(layout.slide_master).xpath("./p:clrMap")[0].attrib)
    found = {name: _entry(names.get(name, name), theme) for name in _NAMES}
    return {name: colour for name, colour in found.items() if colour}


def fonts(layout: SlideLayout) -> str:
    """The name of the template's font for texts; '' where it is said otherwise."""
    found = re.search(r'<a:minorFont>\s*<a:latin typeface="([^"]*)"', theme_xml(layout))
    return found[1] if found else ""


def title_colour(layout: SlideLayout) -> str:
    """The colour of a layout's title: its own, that of the master's title, that of the master's style of titles; '' where nobody can say."""
    theme = theme_colours(layout)
    for level in [
        *_title_levels(layout),
        *_title_levels(layout.slide_master),
        *element(layout.slide_master).xpath(".//p:titleStyle/a:lvl1pPr"),
    ]:
        fill = level.find(f"{qn('a:defRPr')}/{qn('a:solidFill')}")
        if fill is not None and len(fill):
            return _colour(fill[0], theme)
    return theme.get("tx1", "")


def _title_levels(page: Any) -> list[Any]:
    """The first level of the titles of a layout or master."""
    return element(page).xpath('.//p:sp[p:nvSpPr/p:nvPr/p:ph[@type="title" or @type="ctrTitle"]]/p:txBody/a:lstStyle/a:lvl1pPr')


def page_colours(layout: SlideLayout) -> list[str]:
    """The colours of the pages of a layout: one, those of a gradient; none where it is a picture, or nobody can say."""
    theme = theme_colours(layout)
    for page in (layout, layout.slide_master):
        fills = element(page).xpath("./p:cSld/p:bg/p:bgPr/*[1]") or element(page).xpath("./p:cSld/p:bg/p:bgRef")
        if fills:
            marks = [one for one in fills[0].iter() if one.tag in _MARKS]
            colours = [_colour(mark, theme) for mark in marks]
            return [colour for colour in colours if colour] if colours and all(colours) else []
    return [theme["bg1"]] if "bg1" in theme else []


def _colour(mark: Any, theme: dict[str, str]) -> str:
    value = str(mark.get("lastClr") or mark.get("val") or "")
    colour = theme.get(value, "") if mark.tag.endswith("schemeClr") else value
    if not re.fullmatch("[0-9A-Fa-f]{6}", colour):
        return ""
    kept, added = (mark.find(qn(f"a:{name}")) for name in ("lumMod", "lumOff"))
    percents = [None if one is None else round(int(one.get("val")) / 1000) for one in (kept, added)]
    return shaded(colour, 100 if percents[0] is None else percents[0], percents[1] or 0)


def _entry(name: str, theme: str) -> str:
    entry = re.search(rf"<a:{re.escape(name)}>(.*?)</a:{re.escape(name)}>", theme, re.DOTALL)
    found = re.search(r'(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"', entry[1] if entry else "")
    return found[1].lower() if found else ""

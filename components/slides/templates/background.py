"""Whether the slides of a layout are dark: the template's text colour is light, or its background says so itself."""

from __future__ import annotations

import re
from typing import Any

from pptx.slide import SlideLayout

from components.slides.pptx.pptx_adapter import RT, element

_HALF = 0.45


def is_dark(layout: SlideLayout) -> bool:
    """Judged by the colour of the layout's or master's own background where it is plain, else by the text colour of the theme."""
    master = layout.slide_master
    theme = master.part.part_related_by(RT.THEME).blob.decode("utf-8", "replace")
    names = dict(element(master).xpath("./p:clrMap")[0].attrib)
    for page in (layout, master):
        plain = element(page).xpath("./p:cSld/p:bg/p:bgPr/a:solidFill/*[1]") or element(page).xpath("./p:cSld/p:bg/p:bgRef/*[1]")
        if plain:
            colour = _colour(plain[0], theme, names)
            return colour is not None and _light(colour) < _HALF
    text = _scheme("tx1", theme, names)
    return text is not None and _light(text) > 1 - _HALF


def _colour(mark: Any, theme: str, names: dict[str, str]) -> str | None:
    value = str(mark.get("val") or "")
    return value if mark.tag.endswith("srgbClr") else _scheme(value, theme, names)


def _scheme(name: str, theme: str, names: dict[str, str]) -> str | None:
    """Six hexadecimal digits of a colour of the theme, by its name on slides; None where it is said otherwise."""
    entry = re.search(rf"<a:{re.escape(names.get(name, name))}>(.*?)</a:", theme, re.DOTALL)
    found = re.search(r'(?:lastClr|srgbClr val)="([0-9A-Fa-f]{6})"', entry[1] if entry else "")
    return found[1] if found else None


def _light(colour: str) -> float:
    """How light a colour is, from 0 to 1."""
    try:
        red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return 1.0
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

"""The colours of a deck: each of ours as a colour of the deck's theme where that one is legible there, so that a template recolours charts.

Text, results and links follow the theme; what warns stays warm, whatever the accents are; on a dark page everything is taken lighter.
"""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from components.theme import (
    ACCENT,
    CAUTION,
    DOTTED,
    EARLIER,
    FAINT,
    INK,
    LACKING,
    LINE,
    MUTED,
    OUTLINE,
    PANEL,
    QUIET,
    RESULT,
    ROW,
    STATUS_COLOURS,
    TILE_COLOURS,
)

OWN = "Chỉ tiêu chuyển đổi số"  # name of the shipped theme
WHITE = "#ffffff"
MET, NEAR, MISSED = (STATUS_COLOURS[status] for status in ("met", "near", "missed"))
THEME = {  # the colours of the shipped theme, by their names in its file
    "dk1": INK, "lt1": WHITE, "dk2": MUTED, "lt2": PANEL, "accent1": RESULT, "accent2": MISSED, "accent3": EARLIER, "accent4": NEAR, "accent5": MET,
    "accent6": LACKING, "hlink": ACCENT, "folHlink": ACCENT,
}  # fmt: skip
_TEXT, _LARGE, _GRAPHIC = 4.5, 3.0, 2.2  # contrasts that letters, large letters and bars need
_WARM = (330.0, 50.0)  # hues of what warns
_STEPS = {  # lightness that is kept and added, in percent, until a colour can be read
    False: ((100, 0), (75, 0), (50, 0), (25, 0)),
    True: ((100, 0), (60, 40), (40, 60), (20, 80)),
}
_GREYS = {LINE: 15, ROW: 10, PANEL: 5, "#f1f3f5": 5, DOTTED: 40, FAINT: 35}  # steps away from the page, in percent
_MARK = re.compile(r'<a:srgbClr val="([0-9A-Fa-f]{6})"/>|<a:schemeClr val="tx1"/>')


@dataclass(frozen=True)
class Palette:
    """``elements``: a colour of ours -> the DrawingML for it; ``colours``: -> the colour that it comes to; ``notes``: what had to give way."""

    elements: Mapping[str, str] = field(default_factory=dict)
    colours: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    def of(self, xml: str) -> str:
        """XML of ours in the colours of the deck."""
        return _MARK.sub(self._element, xml) if self.elements else xml

    def _element(self, found: re.Match[str]) -> str:
        return self.elements.get(f"#{found[1].lower()}" if found[1] else INK, found[0])


def own() -> Palette:
    """The colours of the shipped deck, by the names of its theme."""
    names = {INK: "tx1", MUTED: "tx2", QUIET: "tx2", WHITE: "bg1", PANEL: "bg2", ACCENT: "hlink"}
    names |= {colour: name for name, colour in THEME.items() if name.startswith("accent")}
    elements = {colour: _scheme(name) for colour, name in names.items()}
    elements[OUTLINE] = _scheme("tx1", 75, 25)
    elements |= {grey: _scheme("bg1", 100 - step) for grey, step in _GREYS.items() if grey not in elements}
    return Palette(elements)


def of_theme(theme: Mapping[str, str], pages: Sequence[str]) -> Palette:
    """The colours of a template.

    ``theme``: six hexadecimal digits by the name on slides (tx1, bg1, tx2, accent1 …, hlink); ``pages``: the colours of its page, several of a
    gradient.
    """
    return _Chooser(theme, pages).palette()


class _Chooser:
    """Chooses the colours of one template."""

    def __init__(self, theme: Mapping[str, str], pages: Sequence[str]) -> None:
        self.theme, self.pages = theme, [page.lower() for page in pages]
        self.dark = all(luminance(page) < 0.18 for page in self.pages)
        self.elements: dict[str, str] = {}
        self.colours: dict[str, str] = {}
        self.notes: list[str] = []

    def palette(self) -> Palette:
        """All colours, the ones of letters first."""
        self._take(INK, self._legible(["tx1", "bg1", "tx2"], 7.0) or _plain("ffffff" if self.dark else INK[1:]))
        muted = self._legible(["tx2"], _TEXT) or self._softened()
        for colour in (MUTED, QUIET):
            self._take(colour, muted)
        self._take(OUTLINE, self._softened())
        result = self._legible(["accent1"], _TEXT, "Màu nhấn 1", "cột kết quả") or self._fixed(RESULT)
        warning = self._legible(["accent2"], _TEXT, hues=_WARM) or self._fixed(MISSED)
        link = self._legible(["hlink"], _TEXT, "Màu liên kết", "liên kết", steps=1) or self._fixed(ACCENT)
        near = self._fixed(NEAR)
        for colour, found in ((RESULT, result), (MET, result), (ACCENT, link), (MISSED, warning), (NEAR, near), (CAUTION, near)):
            self._take(colour, found)
        self._take(EARLIER, self._between(result))
        self._take(LACKING, self._between(warning))
        self._page()
        return Palette(self.elements, self.colours, tuple(self.notes))

    def _page(self) -> None:
        """White of ours is the page, greys stand a few steps away from it."""
        name = next((name for name in ("bg1", "bg2", "tx1") if self.theme.get(name, "").lower() == self.pages[0]), "")
        self._take(WHITE, (_scheme(name) if name else _srgb(self.pages[0]), self.pages[0]))
        for grey, step in _GREYS.items():
            kept, added = (100 - step, step) if self.dark else (100 - step, 0)
            element = _scheme(name, kept, added) if name else _srgb(shaded(self.pages[0], kept, added))
            self._take(grey, (element, shaded(self.pages[0], kept, added)))
        light, edge = TILE_COLOURS["near"][0], TILE_COLOURS["near"][1]
        for colour in (light, edge):
            tone = shaded(colour[1:], 35, 0) if self.dark else colour[1:]
            self._take(colour, _plain(tone))

    def _take(self, colour: str, found: tuple[str, str]) -> None:
        self.elements[colour], self.colours[colour] = found[0], f"#{found[1]}"

    def _legible(
        self,
        names: Iterable[str],
        least: float,
        called: str = "",
        what: str = "",
        *,
        hues: tuple[float, float] | None = None,
        steps: int = 4,
    ) -> tuple[str, str] | None:
        """The first colour of the theme, as it is or in a few steps, that can be read on the page; None, and a note, without one."""
        for name in names:
            colour = self.theme.get(name, "")
            if not colour or (hues and not _hue_in(colour, hues)):
                continue
            for kept, added in _STEPS[self.dark][:steps]:
                tone = shaded(colour, kept, added)
                if self._contrast(tone) >= least:
                    return _scheme(name, kept, added), tone
            if called:
                self.notes.append(f"{called} của tệp mẫu (#{colour.upper()}) khó đọc trên nền trang: {what} dùng màu có sẵn.")
        return None

    def _softened(self) -> tuple[str, str]:
        """The text colour, a little nearer to the page where it stays legible."""
        element, ink = self.elements[INK], self.colours[INK][1:]
        name = (re.search(r'val="(\w+)"', element) or [""])[1]
        for kept, added in ((75, 0), (85, 0)) if self.dark else ((75, 25), (85, 15)):
            tone = shaded(ink, kept, added)
            if self._contrast(tone) >= _TEXT and "schemeClr" in element:
                return _scheme(name, kept, added), tone
        return element, ink

    def _fixed(self, colour: str) -> tuple[str, str]:
        """A colour of ours that follows no theme, legible on the page."""
        for kept, added in _STEPS[self.dark]:
            tone = shaded(colour[1:], kept, added)
            if self._contrast(tone) >= _TEXT:
                return _plain(tone)
        return _plain(self.colours[INK][1:])

    def _between(self, strong: tuple[str, str]) -> tuple[str, str]:
        """A weaker tone of a colour, still seen on the page."""
        for kept, added in ((50, 0), (65, 0), (75, 0)) if self.dark else ((40, 60), (60, 40), (75, 25)):
            tone = shaded(strong[1], kept, added)
            if self._contrast(tone) >= _GRAPHIC:
                break
        return _plain(tone)

    def _contrast(self, colour: str) -> float:
        return min(contrast(colour, page) for page in self.pages)


def _plain(colour: str) -> tuple[str, str]:
    return _srgb(colour), colour.lower()


def _srgb(colour: str) -> str:
    return f'<a:srgbClr val="{colour.lower()}"/>'


def _scheme(name: str, kept: int = 100, added: int = 0) -> str:
    inside = f'<a:lumMod val="{kept * 1000}"/>' if kept != 100 else ""
    inside += f'<a:lumOff val="{added * 1000}"/>' if added else ""
    return f'<a:schemeClr val="{name}">{inside}</a:schemeClr>' if inside else f'<a:schemeClr val="{name}"/>'


def large_letters_legible(colour: str, pages: Sequence[str]) -> bool:
    """Whether the letters of a title can be read on a page; ``pages``: its colours, several of a gradient."""
    return least_contrast(colour, pages) >= _LARGE


def least_contrast(colour: str, pages: Sequence[str]) -> float:
    """The contrast of a colour with the nearest of a page's colours."""
    return min(contrast(colour, page) for page in pages)


def shaded(colour: str, kept: int, added: int) -> str:
    """A colour with so much of its lightness kept, and so much added, in percent: what lumMod and lumOff make of it."""
    hue, light, saturation = colorsys.rgb_to_hls(*_parts(colour))
    light = min(max(light * kept / 100 + added / 100, 0.0), 1.0)
    return "".join(f"{round(part * 255):02x}" for part in colorsys.hls_to_rgb(hue, light, saturation))


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def luminance(colour: str) -> float:
    """How light a colour is to the eye, 0 to 1."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in _parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _hue_in(colour: str, hues: tuple[float, float]) -> bool:
    hue, _, saturation = colorsys.rgb_to_hls(*_parts(colour))
    first, last = hues
    return saturation > 0.3 and (hue * 360 >= first or hue * 360 <= last)


def _parts(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour.lstrip("#")[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue

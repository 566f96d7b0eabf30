"""The places of a page: title, topic, free area, footer, number. Lengths are points of a page 960 wide."""

from __future__ import annotations

from dataclasses import dataclass

from components.charts.shapes import Box
from components.slides.slide import HEIGHT, WIDTH

_TITLE, _TOPIC, _AREA = Box(40, 46, 880, 52), Box(40, 14, 880, 31), Box(40, 106, 880, 398)
_FOOTER, _NUMBER = Box(40, 510, 600, 18), Box(860, 510, 60, 18)


@dataclass(frozen=True)
class Opening:
    """The places of a cover or of a page that opens a part: name and the line below it, the sizes of their letters, how they stand."""

    title: Box
    line: Box
    size: float
    below: float
    anchor: str = "top"
    align: str = "left"
    below_align: str = "left"


@dataclass(frozen=True)
class Page:
    """The places that a template gives; the shipped one's unless others are said.

    ``topic`` is the place above the title for what a slide is about; None: there is none, it stands at the top of ``area``.
    """

    title: Box = _TITLE
    topic: Box | None = _TOPIC
    area: Box = _AREA
    footer: Box = _FOOTER
    number: Box = _NUMBER
    width: float = WIDTH
    height: float = HEIGHT
    title_size: float = 21.0
    own_title: bool = False  # the template says how its title looks
    title_legible: bool = True  # and it can be read on the template's page
    panel: bool = False  # the template's pages are a picture: everything stands on a white panel
    apart: bool = False  # made before 1.6.0: the message is a text of its own below the title


OLD = Page(title=Box(40, 22, 880, 66), topic=None, area=Box(40, 97, 880, 407), title_size=24.0, apart=True)

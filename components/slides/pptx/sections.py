"""The sections of a deck, as PowerPoint shows them beside the slides: one for each part of the briefing."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from itertools import groupby

from pptx.presentation import Presentation as Deck

from components.slides.pptx.pptx_adapter import element, parse_xml, slide_list
from components.slides.pptx.xml_text import SPACES
from components.slides.pptx.xml_text import text as escaped

URI = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"
_P14 = 'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main"'


def write(deck: Deck, names: Sequence[str]) -> None:
    """Give a deck a section for each run of slides of one name; ``names`` has one for every slide. One alone is none."""
    if len(set(names)) < 2:
        return
    numbers = [entry.get("id") for entry in slide_list(deck)]
    parts = [
        (name, [number for number, _ in group]) for name, group in groupby(zip(numbers, names, strict=True), lambda one: one[1])
    ]
    listed = "".join(_section(index, name, own) for index, (name, own) in enumerate(parts))
    extension = f'<p:ext {SPACES} uri="{URI}"><p14:sectionLst {_P14}>{listed}</p14:sectionLst></p:ext>'
    root = element(deck.part)
    lists = root.xpath("./p:extLst")
    if lists:
        lists[0].insert(0, parse_xml(extension))
    else:
        root.append(parse_xml(f"<p:extLst {SPACES}>{extension}</p:extLst>"))


def _section(index: int, name: str, numbers: list[str]) -> str:
    key = str(uuid.uuid5(uuid.NAMESPACE_OID, f"{index} {name}")).upper()
    slides = "".join(f'<p14:sldId id="{number}"/>' for number in numbers)
    quoted = escaped(name).replace('"', "&quot;")
    return f'<p14:section name="{quoted}" id="{{{key}}}"><p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>'

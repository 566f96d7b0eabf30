"""What is taken from python-pptx without being promised by it: its private attributes and the modules of its inside.

Nothing else of ours touches them; ``tests/components/slides/test_pptx_adapter.py`` names each, so that a new version of
python-pptx that lacks one is told there and not by a damaged deck.
"""

from __future__ import annotations

from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.parts.chart import ChartPart, ChartWorkbook
from pptx.parts.embeddedpackage import EmbeddedXlsxPart
from pptx.parts.slide import NotesSlidePart

__all__ = [
    "CT",
    "RT",
    "ChartPart",
    "ChartWorkbook",
    "EmbeddedXlsxPart",
    "NotesSlidePart",
    "PackURI",
    "Part",
    "element",
    "package_relations",
    "parse_xml",
    "placeholders",
    "qn",
    "remove",
    "set_blob",
    "set_root",
    "shape_tree",
    "slide_list",
    "slide_size",
    "text_body",
]


def element(thing: Any) -> Any:
    """The XML element of a shape, of a master, or at the root of a part."""
    return thing._element


def remove(shape: Any) -> None:
    """Take a shape out of what it stands in."""
    shape._element.getparent().remove(shape._element)


def set_root(part: Any, root: Any) -> None:
    """Give a part another root element."""
    part._element = root


def set_blob(part: Any, blob: bytes) -> None:
    """Give a part that is kept as bytes, such as a theme, other bytes."""
    part._blob = blob


def shape_tree(slide: Any) -> Any:
    """The element that holds the shapes of a slide."""
    return slide.shapes._spTree


def slide_list(deck: Any) -> Any:
    """The element that lists the slides of a deck in their order."""
    return deck.slides._sldIdLst


def text_body(frame: Any) -> Any:
    """The element of a text frame."""
    return frame._txBody


def package_relations(deck: Any) -> Any:
    """The relations of the whole package of a deck, by their id."""
    return deck.part.package._rels


def placeholders(layout: Any) -> list[Any]:
    """The placeholders of a master, layout or slide; python-pptx types them as something that cannot be walked."""
    return list(layout.placeholders)


def slide_size(deck: Any) -> tuple[int, int]:
    """Width and height of the slides of a deck that says them, in EMU; ``open_deck`` refuses one that does not."""
    return deck.slide_width, deck.slide_height

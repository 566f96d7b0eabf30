"""Slides as a PowerPoint deck: native charts with their workbooks, native tables, texts that people can edit."""

from __future__ import annotations

import io
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND
from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.parts.chart import ChartPart
from pptx.parts.slide import NotesSlidePart

from components.slides import arrange, notes, shapes
from components.slides.arrange import Native, Page, Piece, Rect, Stroke, Words
from components.slides.model import Plot, Slide
from components.slides.native import ChartData
from components.slides.template import Template, template

COVER = "cover"


def deck(slides: list[Slide], name: str, chosen: Template | None = None) -> bytes:
    """PPTX bytes of all slides, in the shipped deck or in ``chosen`` (used up by it); ``name`` is the deck's title."""
    into = chosen or template()
    for slide in slides:
        add(into, slide)
    facts = into.deck.core_properties
    facts.title, facts.language = name, "vi-VN"
    buffer = io.BytesIO()
    into.deck.save(buffer)
    return buffer.getvalue()


def add(into: Template, slide: Slide) -> Any:
    """Put one slide at the end of a deck; returns python-pptx's slide."""
    covered = slide.kind == COVER and into.cover is not None
    layout = into.cover if covered else into.content
    made = into.deck.slides.add_slide(layout)
    tree = made.shapes._spTree
    for place in list(made.placeholders):
        kind = place.placeholder_format.type
        if kind in (KIND.TITLE, KIND.CENTER_TITLE):
            head = place._element
            _say(head, shapes.title(slide, arrange.title(slide, into.page), covered or into.page.own_title, covered))
        elif covered and kind == KIND.SUBTITLE:
            place.text_frame.text = "\n".join(filter(None, [slide.who, slide.message]))
        else:
            tree.remove(place._element)
    writer = shapes.Writer(into.scale)
    if not covered:
        for piece in arrange.pieces(slide, into.page):
            element = frame(made.part, piece, writer) if isinstance(piece, Native) else writer.shape(piece, linker(made.part))
            tree.append(parse_xml(element))
    for place in layout.placeholders:
        if place.placeholder_format.type in (KIND.FOOTER, KIND.SLIDE_NUMBER):
            tree.append(parse_xml(writer.repeated(place)))
    _annotate(made.part, slide, into.page)
    return made


def _say(head: Any, body: str) -> None:
    head.replace(head.txBody, parse_xml(body))
    head.nvSpPr.cNvPr.set("name", "ct-title")


def linker(part: Any) -> shapes.Link:
    """Gives the relation of an address on a slide."""
    return lambda address: part.relate_to(address, RT.HYPERLINK, is_external=True)


def frame(part: Any, piece: Native, writer: shapes.Writer) -> str:
    """The frame of a chart or table, with the chart's parts added to the package."""
    if not isinstance(piece.content, Plot):
        return writer.table(piece)
    chart = ChartPart.new(None, data(piece, writer.scale), part.package)
    return writer.chart(piece, part.relate_to(chart, RT.CHART))


def data(piece: Native, scale: float) -> ChartData:
    """The chart of a piece in a deck of some scale."""
    return ChartData(piece.content, piece.box.w * scale, piece.box.h * scale, piece.size * scale, piece.end)


def _annotate(part: Any, slide: Slide, page: Page) -> None:
    """Write the notes: link, data version, hash, parameters."""
    package = part.package
    made = NotesSlidePart(
        package.next_partname("/ppt/notesSlides/notesSlide%d.xml"),
        CT.PML_NOTES_SLIDE,
        package,
        parse_xml(notes.xml(lines(slide, page))),
    )
    made.relate_to(package.presentation_part.notes_master_part, RT.NOTES_MASTER)
    made.relate_to(part, RT.SLIDE)
    part.relate_to(made, RT.NOTES_SLIDE)


def lines(slide: Slide, page: Page) -> list[str]:
    """The lines of a slide's notes, for a page of the given places."""
    pieces = arrange.pieces(slide, page)
    texts = {"ct-title": "\n".join(filter(None, [slide.what, slide.who]))} | {
        piece.name: said(piece) for piece in pieces if isinstance(piece, Words) and (slide.drafted or piece.name != "ct-message")
    }
    return notes.written(slide, texts, drawn(pieces))


def said(piece: Words) -> str:
    """The text of a piece, a line for each of its lines."""
    return "\n".join("".join(run.text for run in line) for line in piece.lines)


def drawn(pieces: list[Piece]) -> str:
    """Hash of the rectangles and strokes among pieces, to see whether they must be drawn anew."""
    return notes.mark(repr([piece for piece in pieces if isinstance(piece, Rect | Stroke)]))

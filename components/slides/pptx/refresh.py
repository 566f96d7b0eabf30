"""An older deck against the store of today: which slides still hold, and the deck with fresh charts.

Only shapes that the slide was made with are touched, known by their names; a text that differs from the one put there
was edited by somebody and stays.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pptx.util import Pt

from components.charts import chart_geometry
from components.charts.model import Plot
from components.charts.shapes import Box, Words
from components.slides.content import kinds
from components.slides.content.context import SlideContext
from components.slides.layout import slide_layout
from components.slides.layout.slide_layout import Native
from components.slides.layout.slide_page import Page
from components.slides.pptx import drawingml, groups, notes, pptx_file
from components.slides.pptx.chart_xml import ChartData
from components.slides.pptx.open_deck import Names, opened, reading
from components.slides.pptx.pptx_adapter import element, parse_xml, remove, set_root, shape_tree, text_body
from components.slides.pptx.template import page_of
from components.slides.slide import COVER, Slide, SlideTable


@dataclass(frozen=True)
class SlideState:
    """One slide of a deck: its number, title and state ('current', 'stale', 'gone', 'unknown')."""

    number: int
    title: str
    state: str


def looked_at(blob: bytes, name: str, context: SlideContext) -> list[SlideState]:
    """Every slide of a deck with its state. Raises BadDeck."""
    deck = opened(blob, name)
    with reading(name):
        return [_state(number, slide, state) for number, slide, state, *_ in _compared(deck, context)]


def refreshed(blob: bytes, name: str, context: SlideContext) -> tuple[bytes, list[SlideState]]:
    """The deck with the stale slides made fresh, and what was found. Raises BadDeck."""
    deck = opened(blob, name)
    states: list[SlideState] = []
    buffer = io.BytesIO()
    with reading(name):
        names = Names(deck)
        for number, slide, state, origin, new in _compared(deck, context):
            states.append(_state(number, slide, state))
            if state == "stale" and origin is not None and new is not None:
                _renew(slide, origin, new, deck, names)
        deck.save(buffer)
    return buffer.getvalue(), states


def _state(number: int, slide: Any, state: str) -> SlideState:
    title = slide.shapes.title
    text = " ".join(title.text_frame.text.split()) if title is not None and title.has_text_frame else ""
    return SlideState(number, text[:160] or "(không có tiêu đề)", state)


def _compared(deck: Any, context: SlideContext) -> Iterator[tuple[int, Any, str, notes.Origin | None, Slide | None]]:
    for number, slide in enumerate(deck.slides, start=1):
        origin = notes.origin(_notes(slide))
        if origin is None:
            yield number, slide, "unknown", None, None
            continue
        try:
            slides = kinds.make(context, origin.kind, origin.params)
        except kinds.NoSuchSlide:
            yield number, slide, "unknown", None, None
            continue
        if not slides:
            yield number, slide, "gone", origin, None
        else:
            yield number, slide, "current" if slides[0].sha256 == origin.sha256 else "stale", origin, slides[0]


def _notes(slide: Any) -> str:
    if not slide.has_notes_slide:
        return ""
    frame = slide.notes_slide.notes_text_frame
    return "" if frame is None else frame.text


def _renew(slide: Any, origin: notes.Origin, new: Slide, deck: Any, names: Names) -> None:
    """Replace what was made by us: charts and tables in place, unedited texts, drawn marks when they changed, notes."""
    page, scale = page_of(slide.slide_layout, deck, apart="ct-topic" not in origin.texts)
    writer = drawingml.Writer(scale, first=max(shape.shape_id for shape in groups.every_shape(slide)) + 1)
    pieces = pptx_file.parts(new, page, new.kind == COVER)
    there = {shape.name: shape for shape in slide.shapes}
    native = [piece for piece in pieces if isinstance(piece, Native)]
    had_table = "ct-table" in there
    moved = len(new.plots) != origin.charts or had_table != (new.table is not None)
    if moved:
        for name, shape in there.items():
            if name.startswith(("ct-chart-", "ct-table", "ct-heading-")):
                remove(shape)
    for piece in native:
        if moved:
            shape_tree(slide).append(parse_xml(pptx_file.frame(slide.part, piece, writer, names)))
        elif piece.name in there:
            _fill(there[piece.name], piece, writer, names)
    groups.renewed(slide, pieces, origin, writer)
    _retell(slide, origin, new, pieces, writer, page)
    own = pptx_file.own_text(page)
    _note(slide, pptx_file.lines(new, pieces, page), own if new.kind != COVER and own not in origin.texts else "")


def _fill(shape: Any, piece: Native, writer: drawingml.Writer, names: Names) -> None:
    """Give a chart or table, where it stands and as large as it is, its fresh content."""
    if isinstance(piece.content, Plot) and getattr(shape, "has_chart", False):
        wide, high = (side / Pt(1) / writer.scale for side in (shape.width, shape.height))
        size = min(piece.size, chart_geometry.letters_of(piece.content, wide, high))
        end = max(piece.end, chart_geometry.axis_end(piece.content, wide, high, size))
        fresh = ChartData(piece.content, wide * writer.scale, high * writer.scale, size * writer.scale, end)
        part = shape.chart.part
        for relation in list(part.rels):
            part.rels.pop(relation)
        set_root(part, parse_xml(fresh.xml_bytes()))
        pptx_file.fill(part, fresh, names)
        element(shape).nvGraphicFramePr.cNvPr.set("descr", piece.content.alt.replace("\n", " "))
    elif isinstance(piece.content, SlideTable) and getattr(shape, "has_table", False):
        wide = shape.width / Pt(1) / writer.scale
        box = Box(piece.box.x, piece.box.y, wide, piece.box.h)
        table = parse_xml(writer.grid(Native(piece.name, box, piece.content, piece.size), piece.content))
        old = element(shape).graphic.graphicData.tbl
        old.getparent().replace(old, table)


def _retell(
    slide: Any, origin: notes.Origin, new: Slide, pieces: list[slide_layout.Piece], writer: drawingml.Writer, page: Page
) -> None:
    """Renew the texts that nobody edited; add those that were not there; take away those that have nothing to say."""
    link = pptx_file.linker(slide.part)
    planned = {piece.name: piece for piece in pieces if isinstance(piece, Words)}
    present = {shape.name: shape for shape in slide.shapes if shape.has_text_frame}
    for name, shape in present.items():
        if not name.startswith("ct-") or name not in origin.texts or notes.mark(shape.text_frame.text) != origin.texts[name]:
            continue
        if name == "ct-title":
            body = pptx_file.title_body(new, page, new.kind == COVER)
            element(shape).replace(element(shape).txBody, parse_xml(body))
        elif name == "ct-subtitle":
            element(shape).replace(element(shape).txBody, parse_xml(drawingml.body([new.who, new.message])))
        elif name in planned:
            if pptx_file.text_of(planned[name]) != shape.text_frame.text:
                drawingml.retell(element(shape).txBody, planned[name], writer.scale, link)
        else:
            remove(shape)
    for name, piece in planned.items():
        if name not in present and (name not in origin.texts or name.startswith("ct-heading")) and name != "ct-message":
            shape_tree(slide).append(parse_xml(writer.shape(piece, link)))


def _note(slide: Any, lines: list[str], own: str) -> None:
    """Renew our lines of the notes; everybody else's stay where they are, above. ``own``: the shape whose text is somebody's own."""
    body = text_body(slide.notes_slide.notes_text_frame)
    for paragraph in list(body.p_lst):
        text = "".join(run.text or "" for run in paragraph.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"))
        if notes.ours(text):
            body.remove(paragraph)
    remaining = [notes.without(line, own) if own else line for line in lines]
    for line in remaining:
        body.append(parse_xml(notes.paragraph(line)))

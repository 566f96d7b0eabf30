"""An older deck against the store of today: what holds, and the deck with what somebody chose made fresh.

A shape is known by its name, or by what it says where a program lost the name. What somebody edited stays unless it is named
to be overwritten; where things stand is theirs in any case.
"""

from __future__ import annotations

import io
from typing import Any

from components.charts import text_metrics
from components.charts.shapes import Words
from components.slides.content.context import SlideContext
from components.slides.layout.placed_pieces import Native
from components.slides.older import groups, judge, refill
from components.slides.older.differences import held, without
from components.slides.older.judge import Case
from components.slides.older.judged import Chosen, Judged
from components.slides.pptx import drawingml, notes, pptx_file, slide_record
from components.slides.pptx.open_deck import Names, opened, reading
from components.slides.pptx.pptx_adapter import element, parse_xml, remove, shape_tree, text_body
from components.slides.pptx.told import Told
from components.slides.templates.layout_places import font_of, palette_of


def looked_at(blob: bytes, name: str, context: SlideContext) -> list[Judged]:
    """Every slide of a deck as it stands. Raises BadDeck."""
    deck = opened(blob, name)
    with reading(name):
        return [case.judged for case in _cases(deck, context)]


def refreshed(blob: bytes, name: str, context: SlideContext, chosen: Chosen | None = None) -> tuple[bytes, list[Judged]]:
    """The deck with the chosen slides made fresh, and what was found; all out of date, nothing edited, without a choice. Raises BadDeck."""
    deck = opened(blob, name)
    buffer = io.BytesIO()
    with reading(name):
        names, cases = Names(deck), _cases(deck, context)
        if chosen is None:
            chosen = {case.judged.number: frozenset() for case in cases if case.judged.state == "stale"}
        for case in cases:
            if case.new is not None and case.judged.number in chosen:
                with text_metrics.measured_in(font_of(case.slide.slide_layout)):
                    _renew(case, chosen[case.judged.number], names)
        slide_record.put_copy(deck, [found for slide in deck.slides if (found := slide_record.beside(slide.part))])
        deck.save(buffer)
    return buffer.getvalue(), [case.judged for case in cases]


def _cases(deck: Any, context: SlideContext) -> list[Case]:
    copies = slide_record.copies(deck)
    return [judge.case(number, slide, deck, copies, context) for number, slide in enumerate(deck.slides, start=1)]


def _renew(case: Case, overwritten: frozenset[str], names: Names) -> None:
    """Make a slide fresh: charts and tables in place, unedited texts, groups where they stand, notes and record."""
    assert case.made and case.new and case.page
    put, edited = case.made.told, {one.shape for one in case.judged.edits}
    kept = edited - overwritten
    first = max(shape.shape_id for shape in groups.every_shape(case.slide)) + 1
    layout = case.slide.slide_layout
    writer = drawingml.Writer(case.scale, first, palette_of(layout), exact=bool(font_of(layout)))
    _natives(case, put, kept, overwritten, writer, names)
    groups.renewed(case.slide, case.pieces, set(put.texts) - overwritten, kept, writer)
    _retell(case, put, kept, overwritten, writer)
    _remember(case, put, kept, names)


def _natives(case: Case, put: Told, kept: set[str], overwritten: frozenset[str], writer: drawingml.Writer, names: Names) -> None:
    """Fresh charts and tables; when others are needed than were there, all that nobody edited are put anew where they are planned."""
    planned = {piece.name: piece for piece in case.pieces if isinstance(piece, Native)}
    were = put.charts.keys() | put.tables.keys()
    moved = were != planned.keys()
    for name in were - kept:
        if name in case.shapes and (moved or name not in planned):
            remove(case.shapes.pop(name))
    for name, piece in planned.items():
        if name in case.shapes and name not in kept:
            refill.filled(case.shapes[name], piece, writer, names)
        elif name not in case.shapes and (moved or name not in were or name in overwritten) and name not in kept:
            shape_tree(case.slide).append(writer.parsed(pptx_file.frame(case.slide.part, piece, writer, names)))


def _retell(case: Case, put: Told, kept: set[str], overwritten: frozenset[str], writer: drawingml.Writer) -> None:
    """Renew the texts that nobody edited; add those that were not there; take away those that have nothing to say."""
    assert case.new and case.page
    link = pptx_file.linker(case.slide.part)
    tops = {id(element(shape)) for shape in case.slide.shapes}
    planned = {piece.name: piece for piece in case.pieces if isinstance(piece, Words)}
    for name in put.texts.keys() - kept:
        shape = case.shapes.get(name)
        if shape is None or id(element(shape)) not in tops or not shape.has_text_frame:
            continue
        if name in ("ct-title", "ct-subtitle"):
            _place(case, name, shape)
        elif name in planned:
            drawingml.retell(element(shape).txBody, planned[name], writer, link)
        else:
            remove(shape)
    for name, piece in planned.items():
        if name not in case.shapes and (name not in put.texts or name in overwritten) and name not in kept:
            shape_tree(case.slide).append(writer.parsed(writer.shape(piece, link)))


def _place(case: Case, name: str, shape: Any) -> None:
    """The text of a placeholder."""
    new, page = case.new, case.page
    assert new and page
    if name == "ct-title":
        body = pptx_file.title_body(new, page, pptx_file.is_bare(new, case.slide.slide_layout), case.slide.slide_layout)
    else:
        body = drawingml.body([new.who, new.message])
    element(shape).replace(element(shape).txBody, parse_xml(body))


def _remember(case: Case, put: Told, kept: set[str], names: Names) -> None:
    """Keep what stands there now beside the slide: of shapes that stayed what was put there before. The notes are told anew."""
    assert case.made and case.new and case.page
    made = pptx_file.record_of(case.new, case.pieces, case.page)
    own = {name for name in case.shapes if name not in put.texts and name in made.told.texts}
    fresh, before = without(made.told, kept | own), _only(put, kept)
    whole = Told({**fresh.texts, **before.texts}, {**fresh.charts, **before.charts}, {**fresh.tables, **before.tables})
    numbers = tuple(sorted(held(put) | set(case.made.held)))[:2000]
    slide_record.put(case.slide.part, slide_record.again(made, told=whole, held=numbers), names.next(slide_record.NAME))
    _note(case, made.notes)


def _only(told: Told, names: set[str]) -> Told:
    everything = told.texts.keys() | told.charts.keys() | told.tables.keys()
    return without(told, everything - names)


def _note(case: Case, lines: tuple[str, ...]) -> None:
    """Renew our lines of the notes; everybody else's stay where they are, above."""
    assert case.made
    frame = case.slide.notes_slide.notes_text_frame
    if frame is None:  # somebody took the box of the notes away
        return
    body = text_body(frame)
    before = set(case.made.notes)
    for paragraph in list(body.p_lst):
        text = "".join(run.text or "" for run in paragraph.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}t"))
        if text in before or notes.ours(text):
            body.remove(paragraph)
    for line in lines:
        body.append(parse_xml(notes.paragraph(line)))

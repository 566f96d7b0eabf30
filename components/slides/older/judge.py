"""One slide of an older deck beside what was put there and what the store says today: what changed, what was edited, what no longer fits."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from textwrap import shorten
from typing import Any

from components.charts import font_files, text_metrics
from components.slides.content import kinds, table_pages
from components.slides.content.context import SlideContext
from components.slides.layout import slide_heading
from components.slides.layout.placed_pieces import Piece
from components.slides.layout.slide_layout import LIVE
from components.slides.layout.slide_page import Page
from components.slides.older import differences, told_reader
from components.slides.older.judged import Difference, Judged, Kept
from components.slides.pptx import notes, pptx_file, slide_record, told
from components.slides.pptx.slide_record import Record
from components.slides.pptx.told import Told
from components.slides.slide import Slide
from components.slides.templates.layout_places import font_of, page_of
from data.version import VERSION
from data.vietnamese.past_day import PARAMETER

OLD = "Trang tải trước phiên bản 1.6.0: không phân biệt được số sửa tay với số liệu đã thay đổi"
MOST = 60  # differences of one slide that are told one by one


@dataclass(frozen=True)
class Case:
    """All that is known of a slide: its record (with what was put there), its shapes by name, the slide of today and its pieces."""

    judged: Judged
    slide: Any
    made: Record | None = None
    shapes: dict[str, Any] = field(default_factory=dict)
    new: Slide | None = None
    pieces: list[Piece] = field(default_factory=list)
    page: Page | None = None
    scale: float = 1.0
    old_form: bool = False


def case(number: int, slide: Any, deck: Any, copies: list[Record], context: SlideContext) -> Case:
    """Look at one slide."""
    title = _title(slide)
    made, old_form = _made(slide, copies)
    if made and PARAMETER in made.params:  # as known on a past day: that does not change
        return Case(Judged(number, title, "current"), slide, made)
    try:
        slides = _today(context, made, slide, deck) if made else []
    except kinds.NoSuchSlide:
        made = None
    if made is None:
        return Case(Judged(number, title, "unknown"), slide)
    shapes = told_reader.shapes_by_name(slide, None if old_form else made.told)
    if not slides:
        return Case(Judged(number, title, "gone"), slide, made, shapes, old_form=old_form)
    page, scale = page_of(slide.slide_layout, deck, apart="ct-topic" not in made.told.texts)
    new = slides[0]
    with text_metrics.measured_in(font_of(slide.slide_layout)):
        pieces = pptx_file.parts(new, page, pptx_file.is_bare(new, slide.slide_layout))
        now, there = pptx_file.told_of(new, pieces, page), told_reader.read(shapes)
    made = _completed(made, there, now, new.sha256) if old_form else made
    return Case(
        _judged(number, title, made, there, now, shapes, new, old_form), slide, made, shapes, new, pieces, page, scale, old_form
    )


def _today(context: SlideContext, made: Record, slide: Any, deck: Any) -> list[Slide]:
    """What the store gives today for a slide, its tables cut for the places of its layout; decks before 1.7.0 were cut alike for all."""
    page = page_of(slide.slide_layout, deck)[0] if re.match(r"1\.[7-9]|1\.\d\d|[2-9]", made.version) else Page()
    font = font_of(slide.slide_layout)
    if made.version.startswith("1.7.") and not font_files.of(font):  # then a font that the machine lacks was measured as Arial
        font = ""
    with table_pages.within(page, font):
        return kinds.make(context, made.kind, made.params)


def _title(slide: Any) -> str:
    title = slide.shapes.title
    text = told.plain(title.text_frame.text) if title is not None and title.has_text_frame else ""
    return shorten(text, 160, placeholder="…") or "(không có tiêu đề)"


def _made(slide: Any, copies: list[Record]) -> tuple[Record | None, bool]:
    """The record of a slide: beside it, else in its notes (decks before 1.6.0: True), else the copy that tells the same as the slide."""
    if found := slide_record.beside(slide.part):
        return found, False
    origin = notes.origin(_notes(slide))
    if origin is not None:
        return Record(origin.kind, origin.params, origin.sha256, 0, "", "", notes=(), told=Told(dict(origin.texts))), True
    return (_likest(slide, copies) if copies else None), False


def _notes(slide: Any) -> str:
    frame = slide.notes_slide.notes_text_frame if slide.has_notes_slide else None
    return "" if frame is None else frame.text


def _likest(slide: Any, copies: list[Record]) -> Record | None:
    """The copy of a record that says what the slide says; None when none says half of it."""
    there = told_reader.read(told_reader.shapes_by_name(slide, None))
    said = {text for text in there.texts.values() if text}
    said |= {cell for table in there.tables.values() for row in table for cell in row if cell}
    said |= {name for chart in there.charts.values() for name in chart.names if name}
    scored = [(_likeness(one.told, said), one) for one in copies]
    likeness, best = max(scored, key=lambda pair: pair[0])
    return best if likeness >= 0.5 else None


def _likeness(put: Told, said: set[str]) -> float:
    words = {text for text in put.texts.values() if text} | {
        cell for table in put.tables.values() for row in table for cell in row if cell
    }
    words |= {name for chart in put.charts.values() for name in chart.names if name}
    return len(words & said) / len(words) if words else 0.0


def _completed(made: Record, there: Told, now: Told, sha256: str) -> Record:
    """An old record, which knows texts by their hash: what was put there is what stands there unedited, and of charts and tables
    what today's figures give where they are those of then, else what stands there."""
    hashes = made.told.texts
    texts = {
        name: words
        for name, words in there.texts.items()
        if hashes.get(name) in (notes.mark(words), notes.mark(f"{words} · {LIVE}"))
    }
    texts |= {name: "" for name in hashes if name in there.texts and name not in texts}
    texts |= {name: "(không rõ)" for name in hashes if name not in there.texts}
    same = made.sha256 == sha256
    charts = {
        name: now.charts[name] if same and name in now.charts else chart
        for name, chart in there.charts.items()
        if name.startswith("ct-")
    }
    tables = {
        name: now.tables[name] if same and name in now.tables else table
        for name, table in there.tables.items()
        if name.startswith("ct-")
    }
    return Record(**{**made.__dict__, "told": Told(texts, charts, tables)})


def _judged(
    number: int, title: str, made: Record, there: Told, now: Told, shapes: dict[str, Any], new: Slide, old_form: bool
) -> Judged:
    edits = differences.between(made.told, there)
    if old_form:
        edits = [one for one in edits if one.where in ("text", "gone") or _is_figure(one)]
    remarks = [OLD] if old_form and made.sha256 != new.sha256 else []
    for name, chart in made.told.charts.items():
        if name in there.charts:
            book = told_reader.workbook(shapes[name])
            edits += differences.of_workbook(name, chart, there.charts[name], book)
            remarks += [book] if isinstance(book, str) else []
    own = {name for name in there.texts if name not in made.told.texts}  # sentences of somebody's own, from the start or by now
    changes = differences.between(made.told, now) + differences.added(made.told, differences.without(now, own))
    changes = [one for one in changes if one.where != "gone" or one.shape not in (slide_heading.AGENCY, slide_heading.DAY)]
    state = _state(made, changes, new)
    kept = _kept(made, there, now, {one.shape for one in edits})
    return Judged(number, title, state, tuple(changes[:MOST]), tuple(edits), tuple(kept), tuple(sorted(set(remarks))))


def _is_figure(one: Difference) -> bool:
    """Whether both sides of a difference are figures; how 1.5.0 called and labelled things is no edit."""
    return one.where in ("chart", "workbook", "cell") and bool(differences.numbers(one.before) and differences.numbers(one.after))


def _state(made: Record, changes: list[Difference], new: Slide) -> str:
    if not changes:
        return "current"
    if differences.only_days(changes) or (made.sha256 == new.sha256 and made.version == VERSION):
        return "day"
    if differences.only_words(changes) or made.sha256 == new.sha256:
        return "reworded"
    return "stale"


def _kept(made: Record, there: Told, now: Told, edited: set[str]) -> list[Kept]:
    """Sentences that somebody wrote, on the slide or on the page before, with what does not fit in them."""
    held, before = differences.held(now), differences.held(made.told) | set(made.held)
    found = []
    for name, words in there.texts.items():
        if words and (name in edited or name not in made.told.texts):
            numbers = differences.doubtful(words, held, before)
            found += [Kept(name, words, tuple(numbers))] if numbers else []
    return found

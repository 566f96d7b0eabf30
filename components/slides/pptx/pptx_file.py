"""Slides as a PowerPoint deck: native charts with their workbooks, native tables, texts that people can edit."""

from __future__ import annotations

import io
from textwrap import shorten
from typing import Any

from pptx.enum.shapes import PP_PLACEHOLDER as KIND

from components.charts import text_metrics
from components.charts.model import Plot
from components.charts.shapes import Words
from components.slides.content import kinds
from components.slides.layout import slide_heading, slide_layout
from components.slides.layout.placed_pieces import Group, Native, Piece
from components.slides.layout.slide_page import Page
from components.slides.pptx import drawingml, notes, sections, slide_record, speaker_notes, told
from components.slides.pptx.chart_xml import ChartData
from components.slides.pptx.open_deck import Names
from components.slides.pptx.pptx_adapter import (
    CT,
    RT,
    ChartPart,
    ChartWorkbook,
    EmbeddedXlsxPart,
    NotesSlidePart,
    element,
    parse_xml,
    placeholders,
    shape_tree,
    slide_list,
)
from components.slides.pptx.slide_record import Record
from components.slides.pptx.told import Told
from components.slides.slide import COVER, SECTION, Slide
from components.slides.templates.layout_places import opens_parts, title_in
from components.slides.templates.template import Template, template
from data.version import VERSION
from data.vietnamese import dates

_LONGEST = 255  # letters of a property of a file


def deck(slides: list[Slide], name: str, chosen: Template | None = None) -> bytes:
    """PPTX bytes of all slides, in the shipped deck or in ``chosen`` (used up by it); ``name`` is the deck's title."""
    into = chosen or template()
    with text_metrics.measured_in(into.font):
        slide_record.put_copy(into.deck, [add(into, slide) for slide in slides])
    sections.write(into.deck, section_names(slides))
    facts = into.deck.core_properties
    facts.title, facts.language = shorten(name, _LONGEST, placeholder="…"), "vi-VN"
    facts.created = facts.modified = dates.utc_now().replace(tzinfo=None)
    buffer = io.BytesIO()
    into.deck.save(buffer)
    return buffer.getvalue()


def section_names(slides: list[Slide]) -> list[str]:
    """The section of each slide: the part that an opening page names, else its kind."""
    names, opened = [], ""
    for slide in slides:
        opened = slide.what.partition(" (")[0] if slide.kind == SECTION else opened
        names.append(opened or (kinds.KINDS[slide.kind].label if slide.kind in kinds.KINDS else slide.what))
    return names


def add(into: Template, slide: Slide) -> Record:
    """Put one slide at the end of a deck; gives what is kept of it."""
    own = {COVER: into.cover, SECTION: into.section}.get(slide.kind)
    layout = own if own is not None and is_bare(slide, own) else into.content
    covered = layout is not into.content
    relation, new_slide = into.deck.part.add_slide(layout)
    slide_list(into.deck).add_sldId(relation)
    pieces = parts(slide, into.page, covered)
    writer = drawingml.Writer(into.scale, palette=into.palette, exact=bool(into.font))
    written: list[str] = []
    last: list[str] = []  # footer and number: read out after everything else
    for kind, placeholder in into.places(layout):
        if kind in (KIND.TITLE, KIND.CENTER_TITLE):
            written.insert(0, writer.placed(placeholder, "ct-title", title_body(slide, into.page, covered, layout)))
        elif covered and kind in (KIND.SUBTITLE, KIND.BODY) and not any('name="ct-subtitle"' in one for one in written):
            written.append(writer.placed(placeholder, "ct-subtitle", drawingml.body([slide.who, slide.message])))
        elif kind in (KIND.FOOTER, KIND.SLIDE_NUMBER):
            last.append(writer.repeated(placeholder))
    for piece in pieces:
        if isinstance(piece, Native):
            written.append(frame(new_slide.part, piece, writer, into.names))
        else:
            written.append(writer.group_or_shape(piece, linker(new_slide.part)))
    shape_tree(new_slide).extend(map(writer.parsed, [*written, *last]))
    made = record_of(slide, pieces, into.page)
    slide_record.put(new_slide.part, made, into.names.next(slide_record.NAME))
    _annotate(new_slide.part, list(made.notes), into.names)
    return made


def is_bare(slide: Slide, layout: Any) -> bool:
    """Whether a slide on this layout says all in its places: a cover with a subtitle, the one page that opens a part on a section layout."""
    if slide.kind == COVER:
        return any(placeholder.placeholder_format.type == KIND.SUBTITLE for placeholder in placeholders(layout))
    return slide.kind == SECTION and "trang" not in slide.params and opens_parts(layout)


def title_body(slide: Slide, page: Page, covered: bool, layout: Any) -> str:
    """The text body of the title placeholder."""
    if covered:
        return drawingml.body([slide.what], title_in(layout))
    return drawingml.title(slide_heading.title(slide, page), page.own_title and page.title_legible)


def placeholder_texts(slide: Slide, page: Page, covered: bool = False) -> dict[str, str]:
    """What the placeholders of a slide say, by the names of their shapes; on a page in the old form (``Page.apart``) what and who."""
    texts = {"ct-title": slide.what if covered else text_of(slide_heading.title(slide, page))}
    below = "\n".join(filter(None, [slide.who, slide.message]))
    return texts | ({"ct-subtitle": below} if slide.kind == COVER or covered else {})


def parts(slide: Slide, page: Page, covered: bool) -> list[Piece]:
    """What stands on a slide beside its placeholders."""
    if covered:
        around = slide_heading.around_cover(slide, page) if slide.kind == COVER else ()
        return [*around, *slide_layout.marks(slide, page)]
    if slide.kind == COVER:
        return [*slide_heading.texts(slide, page), *slide_layout.marks(slide, page)]
    return [found for piece in slide_layout.pieces(slide, page) if (found := _without_bold(piece)) is not None]


def _without_bold(piece: Piece) -> Piece | None:
    """The key without what it says of bold numbers: a label that is a cell of the workbook has one weight."""
    if not isinstance(piece, Group) or piece.name != "ct-key":
        return piece
    rest = tuple(one for one in piece.pieces if not isinstance(one, Words) or one.name != "ct-key-gap")
    return Group(piece.name, rest) if rest else None


def linker(part: Any) -> drawingml.Link:
    """Gives the relation of an address on a slide."""
    return lambda address: part.relate_to(address, RT.HYPERLINK, is_external=True)


def frame(part: Any, piece: Native, writer: drawingml.Writer, names: Names) -> str:
    """The frame of a chart or table, with the chart's parts added to the package."""
    if not isinstance(piece.content, Plot):
        return writer.table(piece, piece.content)
    scale = writer.scale
    fresh = ChartData(piece.content, piece.box.w * scale, piece.box.h * scale, piece.size * scale, piece.end, writer.palette)
    chart = ChartPart.load(names.next(ChartPart.partname_template), CT.DML_CHART, part.package, fresh.xml_bytes())
    fill(chart, fresh, names)
    return writer.chart(piece, piece.content, part.relate_to(chart, RT.CHART))


def fill(chart: Any, fresh: ChartData, names: Names) -> None:
    """Give a chart part, which has no relations, its workbook."""
    book = EmbeddedXlsxPart(names.next(EmbeddedXlsxPart.partname_template), CT.SML_SHEET, chart.package, fresh.xlsx_blob)
    ChartWorkbook(element(chart), chart).xlsx_part = book


def _annotate(part: Any, texts: list[str], names: Names) -> None:
    """Write the notes for the speaker."""
    name = names.next("/ppt/notesSlides/notesSlide%d.xml")
    page = NotesSlidePart(name, CT.PML_NOTES_SLIDE, part.package, parse_xml(notes.xml(texts)))
    page.relate_to(part.package.presentation_part.notes_master_part, RT.NOTES_MASTER)
    page.relate_to(part, RT.SLIDE)
    part.relate_to(page, RT.NOTES_SLIDE)


def record_of(slide: Slide, pieces: list[Piece], page: Page) -> Record:
    """What is kept of a slide that is made of these pieces; a message of somebody's own is not ours to compare."""
    made = told_of(slide, pieces, page)
    if not slide.drafted:
        made = Told({name: words for name, words in made.texts.items() if name != own_text(page)}, made.charts, made.tables)
    return Record(
        slide.kind, dict(slide.params), slide.sha256, slide.data_version, dates.today().isoformat(), VERSION, slide.link, made,
        tuple(speaker_notes.lines(slide)),
    )  # fmt: skip


def told_of(slide: Slide, pieces: list[Piece], page: Page) -> Told:
    """What a slide that is made of these pieces says."""
    opened = slide.kind == SECTION and not any(isinstance(piece, Native) for piece in pieces)
    return told.planned(placeholder_texts(slide, page, opened), pieces)


def own_text(page: Page) -> str:
    """The name of the shape that holds the message, which people write themselves."""
    return "ct-message" if page.apart else "ct-title"


def text_of(piece: Words) -> str:
    """The text of a piece, a line for each of its lines."""
    return "\n".join("".join(run.text for run in line) for line in piece.lines)

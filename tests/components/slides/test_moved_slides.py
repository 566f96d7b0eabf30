"""Slides that went from one of our decks into another, and pictures that stand where charts were: judged by what they are."""

import copy
import io

import pytest
from PIL import Image
from pptx import Presentation

from components.slides.content import kinds
from components.slides.older import refresh
from components.slides.pptx import pptx_file
from components.slides.pptx.pptx_adapter import RT, ChartPart, Part, element, qn, remove, shape_tree
from tests.components.slides.slide_samples import YEAR, context, halved
from tests.components.slides.test_deck import sound
from tests.components.slides.test_refresh import edited, without_records

OTHER = {**YEAR, "nam": 2023}


@pytest.fixture(scope="module")
def today(store):
    return context(store)


@pytest.fixture(scope="module")
def later(store):
    return context(store, change=lambda name, rows: halved(name, rows))


def deck_of(at, year):
    return pptx_file.deck([slide for kind in ("summary", "attention") for slide in kinds.make(at, kind, year)[:1]], "Thử")


def copied(source, number, into):
    """A slide put at the end of another deck as PowerPoint does: its shapes, its chart with the workbook, what is kept of it."""
    slide = source.slides[number]
    fresh = into.slides.add_slide(into.slide_layouts[1])
    for shape in list(fresh.shapes):
        remove(shape)
    keys = {}
    for key, relation in slide.part.rels.items():
        if relation.is_external:
            keys[key] = fresh.part.relate_to(relation.target_ref, relation.reltype, is_external=True)
        elif relation.reltype == RT.CHART:
            old = relation.target_part
            name = into.part.package.next_partname(ChartPart.partname_template)
            chart = ChartPart.load(name, old.content_type, into.part.package, old.blob)
            for inner in list(chart._element.iter(qn("c:externalData"))):
                inner.getparent().remove(inner)
            chart.chart_workbook.update_from_xlsx_blob(old.chart_workbook.xlsx_part.blob)
            keys[key] = fresh.part.relate_to(chart, RT.CHART)
        elif relation.reltype == RT.CUSTOM_XML:
            name = into.part.package.next_partname("/customXml/item%d.xml")
            keys[key] = fresh.part.relate_to(
                Part(name, "application/xml", into.part.package, relation.target_part.blob), RT.CUSTOM_XML
            )
    for shape in shape_tree(slide):
        if shape.tag.rsplit("}", 1)[-1] in ("sp", "grpSp", "graphicFrame", "cxnSp"):
            shape_tree(fresh).append(copy.deepcopy(shape))
    kept = element(slide).cSld.find(qn("p:custDataLst"))
    shape_tree(fresh).addnext(copy.deepcopy(kept))
    for one in element(fresh).iter():
        for name, value in one.attrib.items():
            if name.startswith("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}") and value in keys:
                one.set(name, keys[value])


def mixed(today, work=None):
    """The deck of one year with the chart of another year at its end."""
    source, into = (Presentation(io.BytesIO(deck_of(today, year))) for year in (YEAR, OTHER))
    copied(source, 1, into)
    if work:
        work(into)
    buffer = io.BytesIO()
    into.save(buffer)
    return buffer.getvalue()


def test_a_slide_from_another_deck_of_ours_is_judged_by_its_own_figures_and_made_fresh(today, later):
    blob = mixed(today)
    sound(blob)
    before = refresh.looked_at(blob, "a.pptx", today)
    assert [(one.state, one.edits) for one in before] == [("current", ())] * 3
    assert [one.state for one in refresh.looked_at(blob, "a.pptx", later)] == ["stale"] * 3
    fresh, _ = refresh.refreshed(blob, "a.pptx", later)
    sound(fresh)
    again = refresh.looked_at(fresh, "a.pptx", later)
    assert [one.state for one in again] == ["current"] * 3 and again[2].title != again[1].title


def test_a_slide_from_another_deck_that_lost_what_was_kept_of_it_is_not_taken_for_one_of_this_deck(today):
    def lose(deck):
        records = [one for slide in list(deck.slides)[:2] if (one := refresh.slide_record.beside(slide.part))]
        without_records(deck)
        refresh.slide_record.put_copy(deck, records)

    assert [one.state for one in refresh.looked_at(mixed(today, lose), "a.pptx", today)] == ["current", "current", "unknown"]


def test_a_picture_in_the_place_of_a_chart_is_named_and_stays_until_somebody_says_otherwise(today, later):
    def replace(deck):
        slide = deck.slides[1]
        chart = next(shape for shape in slide.shapes if shape.name == "ct-chart-1")
        picture = io.BytesIO()
        Image.new("RGB", (40, 20), "#888888").save(picture, "PNG")
        picture.seek(0)
        slide.shapes.add_picture(picture, chart.left, chart.top, chart.width, chart.height)
        remove(chart)

    blob = edited(deck_of(today, YEAR), replace)
    judged = refresh.looked_at(blob, "a.pptx", today)[1]
    assert judged.state == "current" and [(one.shape, one.where) for one in judged.edits] == [("ct-chart-1", "gone")]
    fresh, _ = refresh.refreshed(blob, "a.pptx", later)
    kinds_of = [shape.shape_type for shape in Presentation(io.BytesIO(fresh)).slides[1].shapes]
    assert 13 in kinds_of and not any(
        getattr(shape, "has_chart", False) for shape in Presentation(io.BytesIO(fresh)).slides[1].shapes
    )
    named, _ = refresh.refreshed(blob, "a.pptx", later, {2: frozenset({"ct-chart-1"})})
    assert any(getattr(shape, "has_chart", False) for shape in Presentation(io.BytesIO(named)).slides[1].shapes)

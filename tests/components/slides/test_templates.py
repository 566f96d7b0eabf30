"""Templates of customers: 4:3, dark, places that are too small or outside the page; sections, prompts and places of our own."""

import io
import re

import pytest
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Pt

from components.slides.content import kinds
from components.slides.pptx import pptx_file
from components.slides.pptx.errors import BadDeck
from components.slides.templates.template import template
from tests.components.slides.slide_samples import YEAR, context
from tests.components.slides.test_deck import customer, sound, texts


@pytest.fixture(scope="module")
def slides(store):
    at = context(store)
    return [slide for kind in ("cover", "summary", "attention", "bullets") for slide in kinds.make(at, kind, YEAR)]


def changed(change, blob=None):
    deck = Presentation(io.BytesIO(blob or customer()))
    change(deck, next(layout for layout in deck.slide_layouts if layout.name == "Bố cục Sở"))
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def sizes(slide, name):
    return {
        float(size) / 100 for shape in slide.shapes if shape.name == name for size in re.findall(r'sz="(\d+)"', shape_xml(shape))
    }


def shape_xml(shape):
    from lxml import etree

    return etree.tostring(shape._element).decode()


def test_letters_on_four_to_three_are_as_large_as_on_wide_pages(slides):
    deck = Presentation(io.BytesIO(pptx_file.deck(slides, "Thử", template(customer(), "mau.pptx"))))
    tables = [sizes(slide, "ct-table") for slide in deck.slides]
    assert min(size for found in tables for size in found) >= 9  # a scale by the width made 12 points 9, and 10,5 points 7,9
    for slide in deck.slides:
        assert all(
            shape.left + shape.width <= Pt(721) and shape.top + shape.height <= Pt(541) for shape in slide.shapes if shape.width
        )


@pytest.mark.parametrize(
    ("box", "says"),
    [((60, 100, 200, 380), "quá nhỏ"), ((60, 100, 600, 90), "quá nhỏ"), ((400, 100, 600, 380), "nằm ngoài trang")],
)
def test_places_that_are_too_small_or_outside_the_page_are_told(box, says):
    def move(_deck, layout):
        place = list(layout.placeholders)[1]
        place.left, place.top, place.width, place.height = (Pt(side) for side in box)
        for other in list(_deck.slide_layouts):
            if other.name != layout.name and not other.used_by_slides:
                _deck.slide_layouts.remove(other)

    blob = changed(move)
    try:
        chosen = template(blob, "mau.pptx")
    except BadDeck as refused:
        assert says in str(refused) and "Bố cục Sở" in str(refused)
    else:  # a small place is passed over where the free page below the title is larger
        assert says == "quá nhỏ" and chosen.page.area.w >= 440 and chosen.page.area.h >= 220


def test_on_a_dark_master_everything_stands_on_a_white_panel_in_dark_letters(slides):
    def darken(deck, _layout):
        deck.slide_master.background.fill.solid()
        deck.slide_master.background.fill.fore_color.rgb = RGBColor(0x10, 0x20, 0x30)

    chosen = template(changed(darken), "mau.pptx")
    assert chosen.page.dark and not template(customer(), "mau.pptx").page.dark
    blob = pptx_file.deck(slides, "Thử", chosen)
    sound(blob)
    slide = Presentation(io.BytesIO(blob)).slides[1]
    names = [shape.name for shape in slide.shapes]
    assert names.index("ct-panel") < names.index("ct-table")
    assert not [shape.name for shape in slide.shapes if not shape.is_placeholder and 'schemeClr val="tx1"' in shape_xml(shape)]


def test_parts_are_sections_and_the_master_speaks_vietnamese(slides):
    deck = Presentation(io.BytesIO(pptx_file.deck(slides, "Thử")))
    from lxml import etree

    written = etree.tostring(deck.part._element, encoding="unicode")
    assert re.findall(r'section [^>]*name="([^"]+)"', written)[:2] == ["Trang bìa", "Tóm tắt mở đầu"]
    listed = re.findall(r'p14:sldId id="(\d+)"', written)
    assert listed == [str(slide.slide_id) for slide in deck.slides]
    prompts = " ".join(shape.text_frame.text for page in (deck.slide_master, *deck.slide_layouts) for shape in page.placeholders)
    assert "Click" not in prompts and "Bấm để nhập câu nói chính" in prompts


def test_control_letters_in_a_message_break_no_picture_and_no_file(slides):
    own = kinds.with_message(slides[1], "Họp\x00 ngày\x0b mai \x1f nhé\x85")
    assert own.message == "Họp ngày mai nhé"
    assert own.message in texts(Presentation(io.BytesIO(pptx_file.deck([own], "x"))).slides[0])

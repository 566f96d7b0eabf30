"""Templates of customers: 4:3, dark, places that are too small or outside the page; sections, prompts and places of our own."""

import io
import json
import re

import pytest
from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Pt

from components.charts import text_metrics
from components.slides.content import kinds, table_pages
from components.slides.flat import html_file
from components.slides.older import refresh
from components.slides.pptx import pptx_file
from components.slides.pptx.errors import BadDeck
from components.slides.pptx.pptx_adapter import RT, parse_xml, set_blob
from components.slides.templates.look import from_plain, to_plain
from components.slides.templates.palette import contrast
from components.slides.templates.template import template
from components.theme import ACCENT, INK, MUTED, OUTLINE, RESULT, STATUS_COLOURS
from tests.components.slides.slide_samples import YEAR, context
from tests.components.slides.test_deck import customer, sound, texts

DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


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


def themed(blob, **colours):
    """A template with other colours of its theme."""
    deck = Presentation(io.BytesIO(blob))
    theme = deck.slide_master.part.part_related_by(RT.THEME)
    told = theme.blob.decode()
    for name, colour in colours.items():
        told = re.sub(rf"<a:{name}>.*?</a:{name}>", f'<a:{name}><a:srgbClr val="{colour}"/></a:{name}>', told, flags=re.DOTALL)
    told = re.sub(r'(<a:minorFont>\s*<a:latin typeface=")[^"]*', r"\g<1>Phông Không Có", told)
    set_blob(theme, told.encode())
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def test_charts_shapes_and_links_take_the_colours_of_the_template(slides):
    blob = themed(customer(), accent1="1B7A43", accent2="B34700", hlink="005F56")
    chosen = template(blob, "mau.pptx")
    assert (chosen.palette.colours[RESULT], chosen.palette.colours[ACCENT]) == ("#1b7a43", "#005f56")
    deck = Presentation(io.BytesIO(pptx_file.deck(slides, "Thử", chosen)))
    charts = [
        etree.tostring(shape.chart._chartSpace).decode() for slide in deck.slides for shape in slide.shapes if shape.has_chart
    ]
    assert charts and all('schemeClr val="accent1"' in one and 'schemeClr val="tx1"' in one for one in charts)
    whole = "".join(charts) + "".join(etree.tostring(slide._element).decode() for slide in deck.slides)
    assert 'schemeClr val="accent2"' in whole and not re.search(f'srgbClr val="{RESULT[1:]}"', whole, re.IGNORECASE)


def test_colours_that_nobody_could_read_give_way_and_it_is_said_at_the_upload():
    pale = template(themed(customer(), accent1="FFF2CC", accent2="70AD47", hlink="CCE8FF"), "mau.pptx")
    page = pale.palette.colours["#ffffff"]
    for ours in (INK, MUTED, RESULT, ACCENT, *STATUS_COLOURS.values()):
        assert contrast(pale.palette.colours[ours], page) >= 4.5, ours
    assert "accent2" not in pale.palette.elements[STATUS_COLOURS["missed"]], "a green accent does not warn"
    assert any("Màu liên kết" in said for said in pale.notes) and any("Phông Không Có" in said for said in pale.notes)
    assert pale.font == "Phông Không Có", "a font that this machine lacks keeps its name"
    with text_metrics.measured_in(pale.font):
        lacking = text_metrics.width("Kết quả năm 2022", 12)
    assert 1.05 < lacking / text_metrics.width("Kết quả năm 2022", 12) < 1.15, "and is measured with a margin"


def test_a_title_that_nobody_could_read_is_told_and_takes_the_colour_of_the_text(slides):
    def pale_title(deck, _layout):
        for level in deck.slide_master._element.xpath(".//p:titleStyle/a:lvl1pPr/a:defRPr"):
            for fill in level.findall(f"{{{DRAWING}}}solidFill"):
                level.remove(fill)
            level.insert(0, parse_xml(f'<a:solidFill xmlns:a="{DRAWING}"><a:srgbClr val="FFF2CC"/></a:solidFill>'))

    plain, pale = template(customer(), "mau.pptx"), template(changed(pale_title), "mau.pptx")
    assert not any("Màu tiêu đề" in said for said in plain.notes) and plain.page.title_legible
    assert any("Màu tiêu đề của tệp mẫu (#FFF2CC)" in said for said in pale.notes)
    for chosen, coloured in ((plain, False), (pale, True)):
        titles = [
            shape_xml(slide.shapes.title) for slide in Presentation(io.BytesIO(pptx_file.deck(slides, "Thử", chosen))).slides
        ]
        assert [("solidFill" in one) for one in titles] == [coloured] * len(titles), "the cover's as well"
        assert ('srgbClr val="000000"' in titles[0]) == coloured, "black on a white page"


def test_a_page_that_opens_a_part_takes_the_section_layout_of_the_template(store):
    about = {"dia_ban": "42", "ten_phan": "Tóm tắt mở đầu", "phan_thu": [1, 2], "muc_luc": [["Tóm tắt mở đầu", 4]]}
    opening = kinds.make(context(store), "section", about)

    def opens(deck, _layout):
        heads = next(layout for layout in deck.slide_layouts if layout._element.get("type") == "secHead")
        heads.name = "Mở phần của Sở"

    def without(deck, _layout):
        deck.slide_layouts.remove(next(layout for layout in deck.slide_layouts if layout._element.get("type") == "secHead"))

    chosen = template(changed(opens), "mau.pptx")
    assert chosen.section.name == "Mở phần của Sở" and any("Mở phần của Sở" in said for said in chosen.notes)
    made = pptx_file.deck(opening, "Thử", chosen)
    sound(made)
    [slide] = Presentation(io.BytesIO(made)).slides
    assert slide.slide_layout.name == "Mở phần của Sở" and slide.shapes.title.text_frame.text == "Tóm tắt mở đầu"
    assert "Phần 1 trong 2 · Tỉnh Hà Tĩnh" in texts(slide) and not any(shape.has_table for shape in slide.shapes)
    assert [one.state for one in refresh.looked_at(made, "m", context(store))] == ["current"]
    [other] = Presentation(io.BytesIO(pptx_file.deck(opening, "Thử", template(changed(without), "m")))).slides
    assert any(shape.has_table for shape in other.shapes), "without one the content layout lists the pages"


def test_links_keep_the_legible_colour_and_lines_stand_as_they_were_measured(slides):
    chosen = template(themed(customer(), hlink="CCE8FF"), "mau.pptx")
    [slide] = Presentation(io.BytesIO(pptx_file.deck(slides[1:2], "Thử", chosen))).slides
    whole = etree.tostring(slide._element).decode()
    links = whole.count("<a:hlinkClick")
    assert links and whole.count('hyperlinkcolor" val="tx"') == links, "programs take the colour of the run, not the theme's"
    [table] = [shape for shape in slide.shapes if shape.has_table]
    apart = {int(points) for points in re.findall(r'spcPts val="(\d+)"', shape_xml(table))}
    letters = {int(size) for size in re.findall(r' sz="(\d+)"', shape_xml(table))}
    assert apart == {round(size * text_metrics.LEADING) for size in letters}, "whatever the font of the template would have"


def test_on_a_dark_master_everything_is_light_and_no_panel_lies_under_it(slides):
    def darken(deck, _layout):
        deck.slide_master.background.fill.solid()
        deck.slide_master.background.fill.fore_color.rgb = RGBColor(0x10, 0x20, 0x30)

    chosen = template(changed(darken), "mau.pptx")
    for ours in (INK, MUTED, RESULT, ACCENT, OUTLINE, *STATUS_COLOURS.values()):
        assert contrast(chosen.palette.colours[ours], "#102030") >= 4.5, ours
    blob = pptx_file.deck(slides, "Thử", chosen)
    sound(blob)
    assert not [
        shape.name for slide in Presentation(io.BytesIO(blob)).slides for shape in slide.shapes if shape.name == "ct-panel"
    ]


def test_on_a_page_that_is_a_picture_everything_stands_on_a_panel(slides):
    def pictured(deck, _layout):
        plain = deck.slide_master.background.fill
        plain.gradient()
        fill = deck.slide_master._element.xpath("./p:cSld/p:bg/p:bgPr/a:gradFill")[0]
        fill.getparent().replace(fill, parse_xml('<a:blipFill xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/>'))

    chosen = template(changed(pictured), "mau.pptx")
    assert chosen.page.panel and any("khung trắng" in said for said in chosen.notes)
    names = [shape.name for shape in Presentation(io.BytesIO(pptx_file.deck(slides, "Thử", chosen))).slides[1].shapes]
    assert names.index("ct-panel") < names.index("ct-table")


def test_the_preview_has_the_places_and_colours_of_the_template_and_the_same_pages(store):
    chosen = template(themed(customer(), accent1="1B7A43"), "mau.pptx")
    look = from_plain(json.loads(json.dumps(to_plain(chosen.look))))
    with table_pages.within(look.page, look.font):
        pages = kinds.make(context(store), "targets", YEAR)
    assert len(pages) > len(kinds.make(context(store), "targets", YEAR)), "a narrow page holds fewer rows"
    chart = kinds.make(context(store), "attention", YEAR)[0]
    drawn = html_file.page(chart, 1, 2, look)
    assert 'viewBox="0 0 720 540"' in drawn and "#1b7a43" in drawn and RESULT not in drawn
    deck = Presentation(io.BytesIO(pptx_file.deck(pages, "Thử", chosen)))
    tables = [shape for slide in deck.slides for shape in slide.shapes if shape.has_table]
    letters = [int(size) for table in tables for size in re.findall(r' sz="(\d+)"', shape_xml(table))]
    assert len(tables) == len(pages) and min(letters) >= 1200
    assert all(
        one.state == "current"
        for one in refresh.looked_at(pptx_file.deck(pages, "Thử", template(themed(customer()), "m")), "m", context(store))
    )


def test_parts_are_sections_and_the_master_speaks_vietnamese(slides):
    deck = Presentation(io.BytesIO(pptx_file.deck(slides, "Thử")))
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

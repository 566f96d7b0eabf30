"""Every label of every chart in four templates: whole, not touching another one, inside its chart; what finds no room is told below."""

import io
import json
from dataclasses import replace
from itertools import pairwise

import pytest
from pptx import Presentation

from components.charts import chart_drawing, chart_geometry, text_metrics
from components.charts.model import Plot, Run
from components.charts.shapes import Words
from components.slides import files
from components.slides.content import kinds, table_pages
from components.slides.flat import html_file
from components.slides.layout import plot_fitting, slide_layout
from components.slides.layout.placed_pieces import Native, flat
from components.slides.layout.slide_page import Page
from components.slides.slide import COVER
from components.slides.templates.look import from_plain, to_plain
from components.slides.templates.template import template
from tests.components.slides import customer_templates
from tests.components.slides.slide_samples import PICTURED, YEAR, context

MORE = [("summary", {**YEAR, "nam": 2025}), ("multiples", {**YEAR, "nam": 2025}), ("multiples", {**YEAR, "nam": 2030})]
MORE += [("indicator", {"dia_ban": "42", "chi_tieu": code}) for code in ("HT.04", "HT.06", "CQ.44", "KT.14", "KT.32")]
EDGE = 6.0  # points by which a single word at the last bar may reach into the gap of 18 between charts


@pytest.fixture(scope="module")
def at(store):
    return context(store)


@pytest.fixture(scope="module", params=[None, *customer_templates.EVERY], ids=lambda name: name or "own")
def placed(request, at):
    """(slide, its pieces as they stand), of every kind in a template; and the template."""
    blob = customer_templates.EVERY[request.param]() if request.param else None
    chosen = template(blob, "mau.pptx")
    with table_pages.within(chosen.page, chosen.font):
        slides = [slide for kind, params in (*PICTURED.values(), *MORE) for slide in kinds.make(at, kind, params)]
        told = [(slide, flat(slide_layout.pieces(slide, chosen.page))) for slide in slides if slide.kind != COVER]
        yield told, chosen


def test_every_label_stands_whole_at_its_bar_or_below_the_chart(placed):
    charts = 0
    for slide, pieces in placed[0]:
        below = said(next((piece.lines for piece in pieces if isinstance(piece, Words) and piece.name == "ct-note"), ()))
        drawn = [piece.content for piece in pieces if isinstance(piece, Native) and isinstance(piece.content, Plot)]
        for plot, shown in zip(slide.plots, drawn, strict=True):
            charts += 1
            for slot, seen in zip(plot.slots, shown.slots, strict=True):
                assert said(seen.label) == said(slot.label) or (not seen.label and said(slot.label) in below), (slide.what, slot)
                assert said(seen.name) == said(slot.name) or seen.name == f"’{slot.name[-2:]}", (slide.what, slot.name, seen.name)
    assert charts > 60


def test_labels_touch_neither_one_another_nor_the_edge(placed):
    for slide, pieces in placed[0]:
        for piece in pieces:
            if isinstance(piece, Native) and isinstance(piece.content, Plot):
                apart(piece, slide.what)


def apart(piece, what):
    """Whether labels in boxes as wide as their words lie inside the chart and beside each other."""
    plot, box, size = piece.content, piece.box, piece.size
    boxes = []
    for shape in (one for _, shapes in chart_drawing.groups(plot, box, size, piece.end) for one in shapes):
        if isinstance(shape, Words) and shape.name.startswith("label-") and shape.lines:
            wide = max(sum(text_metrics.width(run.text, size, run.bold) for run in line) for line in shape.lines)
            middle = shape.box.x + shape.box.w / 2
            start, tall = shape.box.x if plot.horizontal else middle - wide / 2, len(shape.lines) * size * text_metrics.LEADING
            assert start >= box.x - EDGE and start + wide <= box.x + box.w + EDGE, (what, shape.lines)
            assert not plot.horizontal or tall <= shape.box.h + 1, (what, shape.lines)
            assert plot.horizontal or shape.box.y >= box.y - 1, (what, shape.lines)
            boxes.append((start, start + wide))
    if not plot.horizontal:
        assert not chart_geometry.touching_labels(plot, box.w, size), what
        ordered = sorted(boxes)
        assert all(one[1] < other[0] for one, other in pairwise(ordered)), what


def test_all_letters_have_twelve_points(placed):
    pieces, chosen = placed
    for slide, found in pieces:
        for piece in found:
            if isinstance(piece, Words | Native):
                assert piece.size * chosen.scale >= 11.99, (slide.kind, piece.name, piece.size)


def test_what_finds_no_room_is_told_below(at):
    [slide, *_] = kinds.make(at, "levels", YEAR)
    (plot, *_) = slide.plots
    long = replace(plot, slots=tuple(replace(slot, label=((Run("1.000.000.000.000"),),)) for slot in plot.slots))
    drawn, _ = plot_fitting.fitted(long, 200, 120)
    assert sum(not slot.label for slot in drawn.slots) == 2
    assert plot_fitting.left_out([long], [drawn]).count("1.000.000.000.000") == 2
    pieces = flat(slide_layout.pieces(replace(slide, plots=(long,) * 3), Page()))
    note = said(next(piece.lines for piece in pieces if isinstance(piece, Words) and piece.name == "ct-note"))
    assert said("Không đủ chỗ ghi ở hình: ") in note and "1.000.000.000.000" in note


def said(label):
    """The words of a label in one line without spaces, however it is broken."""
    text = label if isinstance(label, str) else "".join(run.text for line in label for run in line)
    return "".join(text.split())


def test_a_logo_over_the_title_is_told_and_which_place_it_covers():
    dark, wide = (template(customer_templates.EVERY[name](), "mau.pptx") for name in ("dark", "wide"))
    [told] = [note for note in dark.notes if "đè lên" in note]
    assert "Hình “Logo” của tệp mẫu đè lên ô tiêu đề" in told and f"“{dark.content.name}”" in told
    assert not any("đè lên" in note for note in wide.notes)


def test_covers_and_pages_that_open_a_part_are_previewed_in_their_own_layouts(store):
    chosen = template(customer_templates.wide(), "mau.pptx")
    look = from_plain(json.loads(json.dumps(to_plain(chosen.look))))
    about = {"dia_ban": "42", "ten_phan": "Tóm tắt mở đầu", "phan_thu": [1, 2], "muc_luc": [["Tóm tắt mở đầu", 4]]}
    [part], [cover] = kinds.make(context(store), "section", about), kinds.make(context(store), "cover", YEAR)
    for slide, layout, opening in ((part, chosen.section, look.section), (cover, chosen.cover, look.cover)):
        title = next(place for place in layout.placeholders if "TITLE" in str(place.placeholder_format.type))
        assert opening.title.y == pytest.approx(title.top.pt / chosen.scale)
        drawn = html_file.page(slide, 1, 2, look)
        assert slide.what in drawn and slide.who.split(" · ")[0] in drawn and "Trang</" not in drawn, "no list of pages"
    assert "trang" not in part.params and look.opening(kinds.make(context(store), "targets", YEAR)[0]) is None


def test_programs_show_every_name_at_an_axis_even_where_they_think_that_they_touch(at):
    [slide] = kinds.make(at, "tasks", {"dia_ban": "42"})
    [chart] = [
        shape.chart
        for one in Presentation(io.BytesIO(files.pptx([slide], "Thử"))).slides
        for shape in one.shapes
        if shape.has_chart
    ]
    skips = chart._chartSpace.xpath("//c:catAx/c:tickLblSkip/@val")
    assert skips and set(skips) == {"1"}

"""Every kind of mark is written once, in ``notation.MARKS``, and drawn by every renderer."""

import io
import re
from datetime import date
from itertools import pairwise

import plotly.graph_objects as go
import pytest
from lxml import etree
from openpyxl import load_workbook
from pptx import Presentation

from components.charts import chart_drawing, chart_geometry, notation, plotly, svg_elements
from components.charts.model import Mark, Path, Plot, Run, Slot, TimeAxis
from components.charts.notation import MARKS
from components.charts.shapes import Box, Circle, Rect, Stroke
from components.slides.flat import html_file, pdf_file
from components.slides.layout import slide_layout
from components.slides.layout.placed_pieces import flat
from components.slides.layout.slide_page import Page
from components.slides.older import groups
from components.slides.pptx import chart_columns, chart_workbook, chart_xml, pptx_file
from components.slides.slide import Slide

SPACES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
VALUES = (40.0, 55.0, 70.0)


def plot_of(*kinds, **more):
    """A chart of three slots, each with a mark of every kind given."""
    slots = tuple(
        Slot(str(2021 + place), tuple(Mark(kind, value) for kind in kinds), ((Run(f"{value:g}%"),),), {"Kết quả (số)": value})
        for place, value in enumerate(VALUES)
    )
    return Plot("Chấm", "Tỉnh Hà Tĩnh · % · 2021–2023", "Nguồn: 525/KH-UBND", slots, top=100.0, **more)


def slide_of(plot):
    return Slide("indicator", {}, plot.title, plot.subtitle, "", plot.source, "", plots=(plot,))


def is_ground(shape):
    """Whether a shape is the white behind a label that a line would run through."""
    return isinstance(shape, Rect) and shape.fill == "#ffffff" and shape.outline is None


def shapes(plot):
    return chart_drawing.chart(plot, Box(0, 0, 800, 300), 12, chart_geometry.axis_end(plot, 800, 300, 12))


def xml(plot):
    return etree.fromstring(chart_xml.ChartData(plot, 800, 300, 12, 130).xml_bytes())


def points(series):
    return [float(value.text) for value in series.iterfind("c:val//c:v", SPACES)]


def test_a_chart_of_dots_is_drawn_by_every_renderer():
    plot = plot_of("dot")
    (trace,) = [trace for trace in plotly.figure(plot)["data"] if trace.get("mode") == "markers"]
    assert trace["y"] == list(VALUES) and trace["marker"]["color"] == MARKS["dot"].fill
    assert go.Figure(plotly.figure(plot)).data
    circles = [shape for shape in shapes(plot) if isinstance(shape, Circle)]
    assert len(circles) == 3 and circles[0].y > circles[1].y > circles[2].y, "higher values stand higher"
    assert not [shape for shape in shapes(plot) if isinstance(shape, Rect) and not is_ground(shape)]
    (series,) = xml(plot).iterfind(".//c:lineChart/c:ser", SPACES)
    assert points(series) == list(VALUES) and series.find("c:marker/c:symbol", SPACES).get("val") == "circle"
    assert xml(plot).find(".//c:barChart", SPACES) is None
    assert [
        row[1]
        for row in load_workbook(io.BytesIO(chart_workbook.workbook(chart_columns.drawn(plot)))).active.iter_rows(
            values_only=True
        )
    ][1:] == list(VALUES)
    slide = slide_of(plot)
    assert html_file.page(slide, 1, 1).count("<circle") == 4, "three in the chart, one in the key"
    assert pdf_file.pdf([slide], "Thử").startswith(b"%PDF")
    written = Presentation(io.BytesIO(pptx_file.deck([slide], "Thử"))).slides[0]
    assert [shape.has_chart for shape in written.shapes].count(True) == 1
    assert any(shape.has_text_frame and shape.text_frame.text == MARKS["dot"].label for shape in groups.every_shape(written))


@pytest.mark.parametrize("horizontal", [False, True], ids=["upright", "lying"])
@pytest.mark.parametrize("kind", [kind for kind in MARKS if kind != "path"])
def test_every_kind_of_mark_reaches_every_renderer_and_the_key(kind, horizontal):
    plot = plot_of(kind, horizontal=horizontal)
    figure = plotly.figure(plot)
    assert go.Figure(figure).data and [mark["name"] for mark in figure["layout"]["meta"]["key"]] == [MARKS[kind].label]
    along = "x" if horizontal else "y"
    assert [list(trace[along]) for trace in figure["data"] if trace.get("name") == MARKS[kind].label] == [list(VALUES)]
    assert notation.drawn([plot]) == [kind]
    own = [
        shape for shape in shapes(plot) if not isinstance(shape, Stroke) and not hasattr(shape, "lines") and not is_ground(shape)
    ]
    joined = [shape for shape in shapes(plot) if isinstance(shape, Stroke) and shape.width == MARKS[kind].width]
    assert len(own) == 3 or (MARKS[kind].shape == "line" and not horizontal and len(joined) == 2)
    drawn = [points(series) for series in xml(plot).iterfind(".//c:ser", SPACES)]
    assert list(VALUES) in drawn
    for written in (html_file.page(slide_of(plot), 1, 1), *map(svg_elements.element, shapes(plot))):
        etree.fromstring(f"<g>{written}</g>".encode())


def test_a_long_key_takes_several_rows_and_stays_on_the_slide():
    slide = slide_of(plot_of(*(kind for kind in MARKS if kind != "path")))
    page = Page()
    pieces = [piece for piece in flat(slide_layout.pieces(slide, page)) if getattr(piece, "name", "").startswith("ct-")]
    names = [piece for piece in pieces if piece.name.startswith("ct-key")]
    assert len({piece.box.y for piece in names}) > 1
    assert all(piece.box.x + piece.box.w <= page.area.x + page.area.w for piece in names)
    (chart,) = [piece for piece in pieces if piece.name == "ct-chart-1"]
    assert chart.box.y >= max(piece.box.y + piece.box.h for piece in names)


def test_frames_differ_from_bars_and_hatches_from_one_another():
    rects = {kind: chart_drawing.key_glyph(kind) for kind, style in MARKS.items() if style.shape == "bar"}
    assert rects["target"].fill is None and rects["target"].outline and not rects["target"].hatch
    assert rects["result"].fill and rects["earlier"].fill != rects["result"].fill
    assert (rects["estimate"].hatch, rects["claim"].hatch) == ("fine", "wide")
    assert rects["claim"].box.h == rects["target"].box.h > rects["result"].box.h, "a claim stands in the frame of the target"
    assert rects["words"].dash and rects["overdue"].outline != rects["target"].outline
    looks = [
        (style.shape, style.fill, style.outline, style.hatch, style.dash, style.share, style.label) for style in MARKS.values()
    ]
    assert len(set(looks)) == len(MARKS)


def test_a_range_is_outlined_to_its_low_end_and_dashed_to_its_high_end():
    slot = Slot("2025", (Mark("target", 20.0), Mark("range", 30.0, start=20.0), Mark("result", 10.0)), ((Run("10% / 20–30%"),),))
    plot = Plot("T", "S", "N", (slot,), top=100.0)
    dashed, outlined, solid = [shape for shape in shapes(plot) if isinstance(shape, Rect) and not is_ground(shape)]
    assert dashed.dash and not outlined.dash and solid.fill
    assert dashed.box.y + dashed.box.h == pytest.approx(outlined.box.y), "the one begins where the other ends"
    assert dashed.box.h == pytest.approx(outlined.box.h / 2)
    upper = next(shape for shape in plotly.figure(plot)["layout"]["shapes"] if shape["type"] == "rect")
    assert (upper["y0"], upper["y1"], upper["line"]["dash"]) == (20, 30, "dash")


def year(name, value, kind="result"):
    number = int(name)
    return Slot(name, (Mark(kind, value),), ((Run(f"{value:g}"),),), {}, period=(date(number, 1, 1), date(number, 12, 31)))


@pytest.fixture()
def through_time():
    """2021, 2023 and 2025 to scale, the third quarter of 2024 as a narrow bar, a path from 2021 to 2025."""
    quarter = Slot("", (Mark("result", 50.0),), (), {}, period=(date(2024, 7, 1), date(2024, 9, 30)))
    slots = (year("2021", 10.0), year("2023", 30.0), quarter, year("2025", 90.0, "target"))
    axis = TimeAxis(date(2021, 1, 1), date(2026, 1, 1), today=date(2024, 11, 28), gaps=((date(2022, 1, 1), date(2023, 1, 1)),))
    return Plot("T", "S", "N", slots, top=100.0, time=axis, paths=(Path("Đường đến 2025", 0, 3, 10.0, 90.0),))


def test_a_time_axis_is_to_scale(through_time):
    middles = [chart_geometry.centre(through_time, place) for place in range(4)]
    assert middles[0] == pytest.approx(0.1, abs=0.001) and middles[1] == pytest.approx(0.5, abs=0.001)
    assert middles[1] - middles[0] == pytest.approx(middles[3] - middles[1], abs=0.001)
    breadths = [chart_geometry.breadth(through_time, place) for place in range(4)]
    assert breadths[2] == pytest.approx(breadths[1] / 4, rel=0.02), "a quarter is as wide as a fourth of a year"
    bars = [shape for shape in shapes(through_time) if isinstance(shape, Rect) and shape.fill == MARKS["result"].fill]
    assert bars[2].box.w == pytest.approx(bars[1].box.w / 4, rel=0.02)
    trace = next(trace for trace in plotly.figure(through_time)["data"] if trace.get("name") == "Kết quả")
    assert trace["x"][1] - trace["x"][0] == pytest.approx(2 * 365.25 * 86_400_000, rel=0.01)
    assert go.Figure(plotly.figure(through_time)).data


def test_a_straight_path_is_straight_in_time_and_today_is_a_line(through_time):
    dotted = next(shape for shape in shapes(through_time) if isinstance(shape, Stroke) and shape.dash == "dot")
    today = next(shape for shape in shapes(through_time) if isinstance(shape, Stroke) and shape.dash == "dash")
    assert today.x1 == today.x2 and dotted.x1 < today.x1 < dotted.x2
    left = chart_geometry.left(through_time, 12)
    assert (today.x1 - left) / (800 - left) == pytest.approx(chart_geometry.moment(through_time, date(2024, 11, 28)))
    assert [text["text"] for text in plotly.figure(through_time)["layout"]["annotations"]][-1] == "hôm nay 28/11/2024"
    values = chart_geometry.heights(through_time.paths[0], through_time)
    steps = [value for value in values if value is not None]
    assert steps[0] == 10 and steps[-1] == 90 and len(values) == 20, "twenty quarters"
    assert {round(after - before, 6) for before, after in pairwise(steps)} == {80 / (len(steps) - 1)}
    names = [column.name for column in chart_columns.drawn(through_time).columns]
    assert names == ["Mục tiêu", "Kết quả", "Đường đến 2025", "Hôm nay"]
    assert xml(through_time).find(".//c:errBars", SPACES) is not None
    (result,) = xml(through_time).xpath("//c:ser[c:idx/@val='1']", namespaces=SPACES)
    assert [int(point.get("idx")) for point in result.xpath("c:val//c:pt", namespaces=SPACES)] == [1, 9, 14]


def test_the_shipped_font_is_measured_as_a_pdf_measures_it():
    from reportlab.pdfbase import pdfmetrics

    from components.charts import text_metrics

    pdf_file.pdf([slide_of(plot_of("dot"))], "Thử")
    texts = ("Hồ sơ công việc ở cấp xã: 69,3% ≥ 70%", "ĐƯỜNG ỐNG Ữ ỡ ẵ − – “”", "● ▲ ■ ○ ◇", "\u00a0WAV")
    for text in texts:
        for bold, name in pdf_file.NAMES.items():
            assert text_metrics.width(text, 12, bold) == pytest.approx(pdfmetrics.stringWidth(text, name, 12), abs=0.02)


def test_no_renderer_names_a_mark_of_its_own():
    """A kind of mark is a key of MARKS and of nothing else: renderers ask its style, never its name."""
    from pathlib import Path as File

    root = File(notation.__file__).parent.parent
    renderers = [root / "charts" / name for name in ("plotly.py", "svg.py", "svg_elements.py", "chart_drawing.py")] + [
        root / "slides/pptx" / name for name in ("chart_xml.py", "chart_columns.py", "chart_workbook.py")
    ]
    for kind in ("dot", "ring", "claim", "estimate", "earlier", "overdue", "range", "words"):
        for path in renderers:
            assert not re.search(rf'MARKS\["{kind}"\]|kind == "{kind}"', path.read_text(encoding="utf-8")), (path.name, kind)


def test_a_column_of_the_workbook_belongs_to_one_shape():
    """PowerPoint draws a column in one form: dots under the heading of bars would become bars."""
    shapes = {}
    for style in notation.MARKS.values():
        shapes.setdefault(style.column, set()).add("bar" if style.shape == "bar" else "point")
    assert all(len(kinds) == 1 for kinds in shapes.values()), shapes


def test_a_straight_path_runs_from_the_end_of_the_one_period_to_the_end_of_the_other(through_time):
    (path,) = through_time.paths
    start, end = chart_geometry.ends(path, through_time)
    assert start == pytest.approx(chart_geometry.moment(through_time, date(2022, 1, 1)))
    assert end == pytest.approx(chart_geometry.moment(through_time, date(2026, 1, 1)))
    strokes = [shape for shape in shapes(through_time) if isinstance(shape, Stroke) and shape.dash == MARKS["path"].dash]
    field = 800 - chart_geometry.left(through_time, 12)
    assert strokes[-1].x2 - strokes[-1].x1 == pytest.approx(field * (end - start))

"""What a picture says beside its bars follows from the figure: key, statuses, file name; and the buttons that ask for it."""

import json
from datetime import date
from html import escape

import pytest
from lxml import html

from components.charts import images, plotly, plots, svg
from components.charts.notation import MARKS
from queries import reads
from tests.components.sample_charts import PLACE, chart_functions, drawn_over_time, of_levels, over_time, units, urgent, waiting

TEXTS = {"title": "Hồ sơ", "subtitle": "Tỉnh Hà Tĩnh · % · năm 2022", "source": "Nguồn: 525/KH-UBND"}
DRAWN = {  # a plot of every chart function, from the frozen seed
    "gaps_by_target": lambda store: plots.gaps_by_target(urgent(store), **TEXTS),
    "target_and_result_by_level": lambda store: plots.target_and_result_by_level(of_levels(store), **TEXTS),
    "units_in_order": lambda store: plots.units_in_order(units(), **TEXTS),
    "indicator_over_time": lambda store: over_time(store, on=date(2023, 6, 30), **TEXTS),
}


def key(plot):
    """What stands in the key of a chart's picture."""
    return plotly.figure(plot)["layout"]["meta"]["key"]


def names(plot):
    return [mark["name"] for mark in key(plot)]


def test_every_chart_function_has_a_plot_here():
    assert set(chart_functions()) == set(DRAWN)


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_every_chart_is_described_for_its_picture(store, draw):
    plot = draw(store)
    figure = plotly.figure(plot)
    meta = figure["layout"]["meta"]
    assert {name: meta[name] for name in TEXTS} == TEXTS and meta["file"] == "Tỉnh Hà Tĩnh - Hồ sơ - năm 2022"
    marks = {MARKS[mark.kind].label for slot in plot.slots for mark in slot.marks} | {MARKS["path"].label for _ in plot.paths}
    assert marks and set(names(plot)) == marks
    assert {"heading", "source"} <= {note["name"] for note in figure["layout"]["annotations"]}


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_every_number_of_a_chart_stands_in_its_picture(store, draw):
    plot = draw(store)
    figure, along = plotly.figure(plot), "x" if plot.horizontal else "y"
    drawn = {trace["name"]: trace for trace in figure["data"] if trace.get("name")}
    marks = [(index, mark) for index, slot in enumerate(plot.slots) for mark in slot.marks]
    for index, mark in marks:
        trace = drawn[MARKS[mark.kind].label]
        assert trace.get("base", {index: 0})[index] + trace[along][index] == mark.value
    written = " ".join(text for trace in figure["data"] if trace.get("mode") == "text" for text in trace["text"])
    labels = [run.text.strip() for slot in plot.slots for line in slot.label for run in line]
    assert marks and labels and all(escape(label, quote=False) in written for label in labels)


def test_the_key_of_bars_names_target_and_result_and_the_statuses_that_are_drawn(store):
    levels = DRAWN["target_and_result_by_level"](store)
    assert names(levels) == ["Mục tiêu", "Kết quả"]
    assert plotly.figure(levels)["layout"]["meta"]["statuses"] == ["● Đạt", "▲ Gần đạt", "■ Chưa đạt"]
    assert names(DRAWN["gaps_by_target"](store)) == [
        "Khoảng của mục tiêu, đến mức cao",
        "Mục tiêu",
        "Mục tiêu bằng lời",
        "Kết quả",
    ]


def test_the_key_names_the_dotted_line_the_estimates_and_earlier_results(store):
    marks = {mark["name"]: mark for mark in key(over_time(store, on=date(2023, 6, 30)))}
    assert marks["Từ kết quả gần nhất đến mục tiêu"]["dash"] == "dot"
    trend = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06").where(level="province", year=2022)
    estimates = type(trend)(trend.columns, [row._replace(actual_qualifier="estimate") for row in trend])
    none = reads.indicator_path(store, **PLACE, indicator_id="x")
    assert [mark["name"] for mark in key(drawn_over_time(estimates, none)) if mark["hatch"]] == ["Số ước tính"]
    earlier = plots.gaps_by_target(waiting(store, 2025), earlier=True, **TEXTS)
    assert set(names(earlier)) == {"Mục tiêu quá hạn", "Kết quả gần nhất"}


def test_a_chart_of_estimates_alone_has_no_solid_result_in_its_key(store):
    rows = reads.indicator_trend(store, **PLACE, indicator_id="KT.09")
    none = reads.indicator_path(store, **PLACE, indicator_id="x")
    assert names(drawn_over_time(rows, none)) == ["Số ước tính"]


def test_nothing_that_is_not_drawn_stands_in_the_key(store):
    assert names(plots.target_and_result_by_level(of_levels(store, 2023), **TEXTS)) == ["Mục tiêu quá hạn"]


def test_a_file_is_named_by_territory_indicator_and_year_without_signs_that_disks_refuse():
    assert images.file_name(TEXTS) == "Tỉnh Hà Tĩnh - Hồ sơ - năm 2022"
    odd = {"title": 'Tỷ lệ "a/b": <c>?', "subtitle": "Tỉnh Hà Tĩnh · thuê bao/100 dân · 2022–2030"}
    assert images.file_name(odd) == "Tỉnh Hà Tĩnh - Tỷ lệ -a-b- -c - thuê bao-100 dân - 2022-2030"
    assert images.file_name({"title": "T", "subtitle": "Tỉnh Hà Tĩnh · hạng, % · năm 2025"}) == "Tỉnh Hà Tĩnh - T - năm 2025"
    assert len(images.file_name({"title": "dài " * 100, "subtitle": "X"})) <= 140
    assert images.file_name({}) == "bieu-do"


@pytest.mark.parametrize("draw", DRAWN.values(), ids=DRAWN)
def test_an_inline_chart_says_the_same_as_a_plotly_figure(store, draw):
    plot = draw(store)
    figure = html.fragment_fromstring(svg.chart(plot, name="cac-cap"))
    described, meta = json.loads(figure.get("data-about")), plotly.figure(plot)["layout"]["meta"]
    assert figure.get("data-chart") == "cac-cap" and described == {name: meta[name] for name in described} and described["key"]


def test_a_key_cannot_bring_markup_into_the_buttons():
    assert "<img" not in images.actions('"><img src=x>')
    assert 'data-note="&lt;b&gt;' in images.actions("gaps", "<b>")

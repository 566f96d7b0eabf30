"""What a picture says beside its bars follows from the figure: key, statuses, file name; and the buttons that ask for it."""

import inspect
import json

import pytest
from lxml import html

from components.charts import images, plotly, plots, svg
from queries import reads

PLACE = {"province_code": "42", "unit_id": "42"}
TEXTS = {"title": "Hồ sơ", "subtitle": "Tỉnh Hà Tĩnh · % · năm 2022", "source": "Nguồn: 525/KH-UBND"}


def key(figure):
    """What stands in the key of a figure's picture."""
    return figure["layout"]["meta"]["key"]


@pytest.fixture(scope="module")
def figures(store):
    """One figure of every chart function."""
    trend = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06").where(level="commune")
    path = reads.indicator_path(store, **PLACE, indicator_id="CQ.06").where(level="commune")
    described = (
        plots.gaps_by_target(reads.attention(store, **PLACE, year=2022, level="any"), **TEXTS),
        plots.target_and_result_by_year(trend, path, unit_of_measure="%", top=100, **TEXTS),
        plots.target_and_result_by_level(reads.level_comparison(store, **PLACE, year=2022).where(indicator_id="CQ.06"), **TEXTS),
    )
    names = ("gaps_by_target", "target_and_result_by_year", "target_and_result_by_level")
    return {name: plotly.figure(plot) for name, plot in zip(names, described, strict=True)}


def test_every_chart_is_described_for_its_picture(figures):
    functions = inspect.getmembers(plots, inspect.isfunction)
    assert {
        name for name, function in functions if function.__annotations__.get("return") == "Plot" and not name.startswith("_")
    } == set(figures)
    for figure in figures.values():
        meta = figure["layout"]["meta"]
        assert {name: meta[name] for name in TEXTS} == TEXTS and meta["file"] == "Tỉnh Hà Tĩnh - Hồ sơ - năm 2022"
        assert {"Mục tiêu", "Kết quả"} <= {mark["name"] for mark in meta["key"]}
        assert {note["name"] for note in figure["layout"]["annotations"]} == {"heading", "source"}


def test_the_statuses_in_the_key_are_those_drawn(figures):
    assert figures["target_and_result_by_level"]["layout"]["meta"]["statuses"] == ["● Đạt", "▲ Gần đạt", "■ Chưa đạt"]
    assert figures["target_and_result_by_year"]["layout"]["meta"]["statuses"] == ["■ Chưa đạt", "○ Chưa có số liệu"]


def test_the_key_names_the_dotted_line_the_estimates_and_earlier_results(store, figures):
    marks = {mark["name"]: mark for mark in key(figures["target_and_result_by_year"])}
    assert marks["Từ kết quả gần nhất đến mục tiêu"]["dash"] == "dot"
    trend = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06").where(level="province", year=2022)
    guessed = type(trend)(trend.columns, [row._replace(actual_qualifier="estimate") for row in trend])
    none = type(trend)(trend.columns, [])
    hatched = key(plotly.figure(plots.target_and_result_by_year(guessed, none, unit_of_measure="%", top=100, **TEXTS)))
    assert [mark["name"] for mark in hatched if mark["hatch"]] == ["Số ước tính"]
    rows = reads.remaining(store, **PLACE, year=2025, level="any")
    earlier = key(plotly.figure(plots.gaps_by_target(rows, earlier=True, **TEXTS)))
    assert {mark["name"] for mark in earlier} == {"Mục tiêu quá hạn", "Kết quả gần nhất"}


def test_a_chart_of_estimates_alone_has_no_solid_result_in_its_key(store):
    rows = reads.indicator_trend(store, **PLACE, indicator_id="KT.09")
    none = reads.indicator_path(store, **PLACE, indicator_id="x")
    figure = plotly.figure(plots.target_and_result_by_year(rows, none, unit_of_measure="tỷ đồng", top=150, **TEXTS))
    assert [mark["name"] for mark in key(figure)] == ["Số ước tính"]


def test_nothing_that_is_not_drawn_stands_in_the_key(store):
    rows = reads.level_comparison(store, **PLACE, year=2023).where(indicator_id="CQ.06")
    assert [mark["name"] for mark in key(plotly.figure(plots.target_and_result_by_level(rows, **TEXTS)))] == ["Mục tiêu quá hạn"]


def test_a_file_is_named_by_territory_indicator_and_year_without_signs_that_disks_refuse():
    assert images.file_name(TEXTS) == "Tỉnh Hà Tĩnh - Hồ sơ - năm 2022"
    odd = {"title": 'Tỷ lệ "a/b": <c>?', "subtitle": "Tỉnh Hà Tĩnh · thuê bao/100 dân · 2022–2030"}
    assert images.file_name(odd) == "Tỉnh Hà Tĩnh - Tỷ lệ -a-b- -c - thuê bao-100 dân - 2022-2030"
    assert images.file_name({"title": "T", "subtitle": "Tỉnh Hà Tĩnh · hạng, % · năm 2025"}) == "Tỉnh Hà Tĩnh - T - năm 2025"
    assert len(images.file_name({"title": "dài " * 100, "subtitle": "X"})) <= 140
    assert images.file_name({}) == "bieu-do"


def test_an_inline_chart_says_the_same_as_a_plotly_figure(store):
    plot = plots.target_and_result_by_level(
        reads.level_comparison(store, **PLACE, year=2022).where(indicator_id="CQ.06"), **TEXTS
    )
    figure = html.fragment_fromstring(svg.chart(plot, name="cac-cap"))
    told, meta = json.loads(figure.get("data-about")), plotly.figure(plot)["layout"]["meta"]
    assert figure.get("data-chart") == "cac-cap" and told == {name: meta[name] for name in told} and told["key"]


def test_a_key_cannot_bring_markup_into_the_buttons():
    assert "<img" not in images.actions('"><img src=x>')
    assert 'data-note="&lt;b&gt;' in images.actions("gaps", "<b>")

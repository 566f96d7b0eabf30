"""Slides of tasks, money and why: native stacked charts that can be edited, and one sheet in a table."""

import io

import pytest
from pptx import Presentation

from components.charts import chart_geometry
from components.slides import files
from components.slides.content import kinds
from tests.components.slides.slide_samples import context


@pytest.fixture(scope="module")
def deck(new_seed_store):
    """The slides of the three kinds, and the same as PowerPoint keeps them."""
    at = context(new_seed_store())
    asked = (("tasks", {"van_ban": "424/QĐ-UBND"}), ("budget", {}), ("why", {"chi_tieu": "HT.01"}))
    slides = [slide for kind, params in asked for slide in kinds.make(at, kind, {"dia_ban": "42", **params})]
    return slides, Presentation(io.BytesIO(files.pptx(slides, "Thử")))


def charts(slide):
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def test_the_years_of_tasks_are_a_native_chart_of_lengths_behind_their_beginning(deck):
    slides, made = deck
    [chart] = charts(made.slides[0])
    series = {one.name: list(one.values) for one in chart.plots[0].series}
    grouping = chart._chartSpace.xpath(".//c:barChart/c:grouping/@val")
    assert grouping == ["stacked"] and list(series) == [
        "Trước khi bắt đầu",
        "Thời gian theo văn bản",
        "Quá hạn đến hôm nay",
        "Chỗ ghi chữ",
    ]
    slots = slides[0].plots[0].slots
    for number, slot in enumerate(slots):
        lengths = [series[name][number] or 0 for name in list(series)[:3]]
        assert sum(lengths) == pytest.approx(slot.end), slot.name
    assert "quá hạn" in slots[0].label[0][1].text and "424/QĐ-UBND" in slides[0].source
    assert chart_geometry.axis_end(slides[0].plots[0], 880, 300, 12) < 2.3 * slides[0].plots[0].top


def test_money_stands_by_year_and_source_and_comes_to_what_the_table_states(deck):
    slides, made = deck
    first, second = charts(made.slides[1])
    for chart, last in ((first, 326_100), (second, 328_100)):
        series = {one.name: list(one.values) for one in chart.plots[0].series}
        assert {"Trung ương", "Địa phương", "ODA và khác"} < set(series)
        assert sum(series[name][-1] for name in ("Trung ương", "Địa phương", "ODA và khác")) == pytest.approx(last)
    assert slides[1].plots[0].top == slides[1].plots[1].top, "both tables on one scale"


def test_why_is_one_sheet_and_the_years_of_its_tasks(deck):
    slides, made = deck
    sheet, years = slides[2:]
    texts = "\n".join("".join(run.text for line in cell for run in line) for row in sheet.table.rows for cell in row)
    assert (
        "Chưa đạt" in texts
        and "đang chuẩn bị" in texts
        and "60.000 triệu đồng" in texts
        and "Báo cáo Quý II/2022, Phần I.3, mục 9" in texts
    )
    assert any(shape.has_table for shape in made.slides[2].shapes) and len(charts(made.slides[3])) == 1
    assert len(years.plots[0].slots) == 3 and years.params["trang"] == 2


def test_what_has_no_tasks_and_no_money_has_no_slide(store):
    assert [kinds.make(context(store), kind, {"dia_ban": "75"}) for kind in ("tasks", "budget")] == [[], []]

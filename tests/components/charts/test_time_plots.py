"""One indicator on a true time axis: years to scale, parts of years inside them, nothing solid that was not measured."""

import re
from dataclasses import replace
from datetime import date

import pytest

from components.charts import chart_geometry, svg, time_plots
from components.charts.model import Mark, Plot
from data.vietnamese.periods import period_end
from queries import reads
from queries.clock import on_day
from queries.rows import Rows
from tests.components.text.indicator.test_indicator_headlines import NAMES, QUARTER, STATED, TARGET, WORDS, Row

TODAY = date(2026, 11, 28)
PLACE = {"province_code": "42", "unit_id": "42"}
CAPTION = time_plots.Caption("T", "S", "N", about="X, cấp tỉnh")
PATHS = Rows(("year", "overdue", "required", "from_year", "from_period", "from_value"), [])
PLACES = {"target_document": "507/KH-UBND", "target_locator": "I.I", "actual_document": "525/KH-UBND", "actual_locator": "II"}


def trend(*rows):
    columns = (*NAMES, *PLACES)
    return Rows(
        columns,
        [[*(getattr(row, name) for name in NAMES[:-1]), period_end(row.year, row.period), *PLACES.values()] for row in rows],
    )


def drawn(*rows, paths=PATHS, top=100.0):
    every = trend(*rows)
    return time_plots.indicator_over_time(
        every,
        paths,
        CAPTION,
        time_plots.axis(every, every, TODAY),
        unit_of_measure="%",
        top=top,
        to_source=lambda row, kind: f"?{row.year}.{kind}",
    )


def slot(plot: Plot, name: str):
    return next(slot for slot in plot.slots if slot.name == name)


def label(slot):
    return [run.text for line in slot.label for run in line]


def test_every_year_from_the_first_figure_to_today_has_its_place():
    plot = drawn(Row())
    assert [slot.name for slot in plot.slots] == ["2022", "2023", "2024", "2025", "2026"]
    assert chart_geometry.centre(plot, 4) - chart_geometry.centre(plot, 3) == pytest.approx(0.2, abs=0.001)
    assert plot.time.gaps == ((date(2023, 1, 1), TODAY),) and plot.time.today == TODAY


def test_a_year_without_a_result_for_less_than_a_year_is_not_shaded():
    assert drawn(replace(Row(), year=2025, target_year=2025)).time.gaps == ()


@pytest.mark.parametrize(
    "row, kinds, texts",
    [
        (Row(), ["target", "result"], ["45%", "/ 50%"]),
        (TARGET, ["overdue"], ["– / 50%"]),
        (STATED, ["claim"], ["không nêu số", "/ 50%"]),
        (WORDS, ["target"], ["bằng lời", "/ 50%"]),
        (replace(Row(), actual_qualifier="estimate"), ["target", "estimate"], ["ước 45%", "/ 50%"]),
        (replace(Row(), target_op="range", target_low=20.0, target_high=30.0), ["target", "range", "result"], ["45%", "/ 20–30%"]),
        (replace(TARGET, year=2030, target_year=2030, mark="not_due", status="not_due"), ["target"], ["50%"]),
        (replace(Row(), has_target=False, target_year=2021), ["result"], ["45%"]),
        (replace(TARGET, required=None, target_low=None, target_as_written="hình thành"), ["words"], ["–"]),
    ],
    ids=["measured", "overdue", "a claim without a number", "a result in words", "an estimate", "a span", "ahead",
         "no frame for a target of another year", "a target in words"],
)  # fmt: skip
def test_what_is_drawn_of_a_year(row, kinds, texts):
    drawn_year = slot(drawn(row), str(row.year))
    assert [mark.kind for mark in drawn_year.marks] == kinds
    assert [text.strip() for text in label(drawn_year)] == texts


def test_a_quarter_is_a_narrow_bar_inside_its_year_and_the_newest_one_is_in_the_label():
    second = replace(QUARTER, period="Q2", actual=80.0)
    plot = drawn(
        replace(TARGET, year=2026, target_year=2026, target_low=90.0, required=90.0, mark="not_due", status="not_due"),
        second,
        QUARTER,
        Row(),
    )
    quarters = [place for place, slot in enumerate(plot.slots) if not slot.name]
    year = next(place for place, slot in enumerate(plot.slots) if slot.name == "2026")
    assert [plot.slots[place].marks[0].value for place in quarters] == [80.0, 82.0]
    assert chart_geometry.breadth(plot, quarters[0]) == pytest.approx(chart_geometry.breadth(plot, year) / 4, rel=0.02)
    assert label(plot.slots[year]) == ["82%", "Q.III / 90%"] and plot.slots[year].reach == 82
    assert "quý III năm 2026: kết quả 82%, mục tiêu 90%" in plot.slots[quarters[1]].tooltip


def test_a_label_stands_above_the_quarters_that_exceed_the_target():
    target = replace(TARGET, year=2026, target_year=2026, mark="not_due", status="not_due")
    assert slot(drawn(target, QUARTER), "2026").end == 82


def test_a_tap_leads_to_the_source_of_the_result_or_of_the_target():
    plot = drawn(Row(), replace(TARGET, year=2023, target_year=2023))
    assert (
        slot(plot, "2022").href == "?2022.result" and slot(plot, "2023").href == "?2023.target" and slot(plot, "2024").href == ""
    )
    markup = svg.chart(plot, name="x")
    assert 'aria-label="X, cấp tỉnh, năm 2022: kết quả 45%, mục tiêu 50%, gần đạt. 525/KH-UBND, II"' in markup
    assert "hôm nay 28/11/2026" in markup and svg.GAP in markup and svg.GAP not in svg.chart(plot, name="x", keyed=False)


def test_a_long_axis_is_drawn_once_and_pushed_sideways_on_a_phone():
    short, long = (
        svg.chart(drawn(Row()), name="x"),
        svg.chart(drawn(Row(), replace(TARGET, year=2030, target_year=2030)), name="x"),
    )
    rooms = [re.findall(r'<svg class="drawing (\w+)', chart) for chart in (short, long)]
    assert rooms == [["phone", "column", "page", "chat"], ["page", "chat"]] and 'class="chart long"' in long


def test_the_straight_path_leads_from_the_newest_result_to_the_next_target_only(store):
    about = {**PLACE, "indicator_id": "HT.02"}
    with on_day(TODAY):
        rows, paths = reads.indicator_trend(store, **about), reads.indicator_path(store, **about)
        axis = time_plots.axis(rows, rows, TODAY)
        plot = time_plots.indicator_over_time(rows, paths, CAPTION, axis, unit_of_measure="%", top=100.0)
    (path,) = plot.paths
    assert (plot.slots[path.start].name, plot.slots[path.end].name, path.low, path.high) == ("2022", "2030", 98, 100)


def test_the_part_of_2021_is_drawn(store):
    about = {**PLACE, "indicator_id": "CQ.20"}
    rows = reads.indicator_trend(store, **about)
    plot = time_plots.indicator_over_time(rows, reads.indicator_path(store, **about), CAPTION, time_plots.axis(rows, rows, TODAY), unit_of_measure="%", top=100.0)  # fmt: skip
    assert [mark.value for slot in plot.slots for mark in slot.marks] == [20, 29.1, 34.9]
    assert label(slot(plot, "2021")) == ["34,9%", "7T"]


def test_the_scale_holds_every_end():
    assert time_plots.axis_top(trend(Row()), "%") == 100
    assert time_plots.axis_top(trend(replace(Row(), actual=130.0)), "%") == 130
    assert time_plots.axis_top(trend(replace(Row(), actual=None, actual_high=400.0)), "người") == pytest.approx(420)


def test_a_year_with_its_target_and_all_its_quarters_keep_a_step_each():
    parts = [replace(QUARTER, year=year, period=f"Q{quarter}") for year in range(2021, 2027) for quarter in range(1, 5)]
    plot = drawn(*(replace(TARGET, year=year) for year in range(2021, 2027)), *parts)
    cells = chart_geometry.cells(plot)
    assert sorted(index for index in cells if index is not None) == list(range(len(plot.slots))) == list(range(30))
    order = [chart_geometry.centre(plot, index) for index in cells if index is not None]
    assert order == sorted(order)


def test_a_target_that_a_later_document_changed_stands_lightly_behind_the_one_that_counts():
    columns = ("kind", "period", "standing", "chosen", "op", "low", "high", "year")
    claims = Rows(
        columns,
        [
            ("target", "N", "superseded", False, ">=", 60.0, None, 2022),
            ("target", "N", "superseded", False, ">=", 70.0, None, 2022),  # the latest of them
            ("target", "N", "superseded", False, "<=", None, 5.0, 2023),
            ("target", "N", "current", False, ">=", 80.0, None, 2024),  # says the same as the one that counts
            ("target", "N", "conflicting", False, ">=", 90.0, None, 2025),
            ("result", "N", "superseded", False, None, 44.0, None, 2026),
            ("target", "N", "superseded", False, None, None, None, 2021),
        ],
    )
    former = time_plots.replaced_targets(claims)
    assert former == {2022: 70.0, 2023: 5.0}
    every = trend(Row())
    plot = time_plots.indicator_over_time(
        every, PATHS, CAPTION, time_plots.axis(every, every, TODAY), unit_of_measure="%", top=100, former=former
    )
    assert slot(plot, "2022").marks[0] == Mark("former", 70.0)
    assert slot(plot, "2022").facts["Mục tiêu trước đó"] == 70.0 and "đã được thay: 70%" in slot(plot, "2022").tooltip
    assert "Mục tiêu trước đó, đã được thay" in svg.chart(plot, name="x") and "Mục tiêu trước đó" not in svg.chart(
        drawn(Row()), name="x"
    )
    assert time_plots.axis_top(every, "người", [900.0]) == 945.0

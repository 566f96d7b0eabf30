"""Every chart of the screen has its native one, in the same notation, with the read's figures in its workbook."""

import io
import re
from datetime import date

import pytest
from lxml import etree
from openpyxl import load_workbook

from components.charts import chart_geometry, plots
from components.charts.notation import MARKS
from components.slides.pptx import chart_columns, chart_workbook, chart_xml
from components.theme import EARLIER, OUTLINE, RESULT
from queries import reads
from queries.rows import Rows
from tests.components.sample_charts import OF_MANY_UNITS, PLACE, chart_functions, drawn_over_time, over_time, urgent, waiting
from tests.components.slides.slide_samples import context, flat

SPACES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
RESULT_KINDS = ("result", "earlier", "estimate", "earlier_estimate")
TITLED = {"title": "T", "subtitle": "S", "source": "N", "wording": plots.SLIDE}


def xml(plot):
    return etree.fromstring(chart_xml.ChartData(plot, 880, 330, 12, 130).xml_bytes())


def series(chart, number):
    return chart.xpath(f"//c:ser[c:idx/@val='{number}']", namespaces=SPACES)[0]


def heights(part):
    return {
        int(point.get("idx")): float(point.findtext("c:v", namespaces=SPACES))
        for point in part.xpath("c:val//c:pt", namespaces=SPACES)
    }


def rows_of(workbook, *, formulas=False):
    sheet = load_workbook(io.BytesIO(workbook), data_only=not formulas)["Số liệu"]
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def test_there_are_charts_to_compare():
    assert len(chart_functions()) >= 3


ON_SLIDES = {name: module for name, module in chart_functions().items() if name not in OF_MANY_UNITS}


@pytest.mark.parametrize(("name", "module"), ON_SLIDES.items(), ids=ON_SLIDES)
def test_every_chart_is_drawn_by_some_kind_of_slide(name, module, store, monkeypatch):
    drawn = []
    function = getattr(module, name)
    monkeypatch.setattr(module, name, lambda *rows, **texts: drawn.append(name) or function(*rows, **texts))
    flat(context(store))
    assert drawn


def test_gaps_keep_the_notation_and_the_figures(store):
    rows = urgent(store)
    chart = xml(plots.gaps_by_target(rows, **TITLED))
    target, result = series(chart, 0), series(chart, 1)
    assert target.find("c:spPr/a:noFill", SPACES) is not None
    assert target.find("c:spPr/a:ln/a:solidFill/a:srgbClr", SPACES).get("val") == OUTLINE[1:]
    assert result.find("c:spPr/a:solidFill/a:srgbClr", SPACES).get("val") == RESULT[1:]
    gaps = [int(width.get("val")) for width in chart.iterfind(".//c:gapWidth", SPACES)]
    assert gaps[0] > gaps[1], "the target's bar is the wider one, and painted over the result"
    words = {place: 100 for place, row in enumerate(rows) if row.required is None}
    assert words and heights(target) == words | {
        place: row.required for place, row in enumerate(rows) if row.required is not None
    }
    dashed = target.xpath(f"c:dPt[c:idx/@val='{next(iter(words))}']//a:prstDash", namespaces=SPACES)
    assert dashed, "a target in words has a dashed frame"
    assert heights(result) == {place: row.actual for place, row in enumerate(rows) if row.actual is not None}
    labels = ["".join(label.itertext()) for label in chart.iterfind(".//c:dLbl", SPACES)]
    assert len(labels) == len(rows) and any("20% / 30%" in label and "−10 điểm %" in label for label in labels)


def test_earlier_results_are_lighter(store):
    rows = waiting(store, 2023)
    chart = xml(plots.gaps_by_target(rows, **TITLED, earlier=True))
    assert series(chart, 1).find("c:spPr/a:solidFill/a:srgbClr", SPACES).get("val") == EARLIER[1:]


def test_a_target_in_another_unit_fills_the_width_and_the_workbook_keeps_its_figures(store):
    rows = urgent(store).where(indicator_id="CQ.06", level="commune")
    people = Rows(rows.columns, [row._replace(unit_of_measure="người", required=400.0, actual=100.0) for row in rows])
    plot = plots.gaps_by_target(people, **TITLED)
    assert heights(series(xml(plot), 0)) == {0: 100.0} and heights(series(xml(plot), 1)) == {0: 25.0}
    row = rows_of(chart_workbook.workbook(chart_columns.drawn(plot)), formulas=True)[0]
    assert (row["Mục tiêu (số)"], row["Kết quả (số)"]) == (400, 100)
    assert row["Kết quả"] == "=100*E2/MAX(D2:E2)"


def test_a_result_beyond_its_limit_fills_the_width_and_letters_stay_large(store):
    rows = waiting(store, 2025)
    far = rows[0]._replace(
        unit_of_measure="hạng", target_op="<=", target_low=None, target_high=8.0, required=8.0, actual=40.0, gap=32.0
    )
    plot = plots.gaps_by_target(Rows(rows.columns, [far, *rows]), **TITLED, earlier=True)
    assert tuple(mark.value for mark in plot.slots[0].marks) == (20, 100)
    assert "kém 32 bậc" in plot.alt and chart_geometry.letters_of(plot, 880, 300) >= 12


def test_an_earlier_estimate_is_hatched_in_the_colour_of_earlier_results(store):
    rows = waiting(store, 2025)
    guess = Rows(rows.columns, [row._replace(actual_qualifier="estimate") for row in rows])
    chart = xml(plots.gaps_by_target(guess, **TITLED, earlier=True))
    assert series(chart, 1).find("c:dPt/c:spPr/a:pattFill/a:fgClr/a:srgbClr", SPACES).get("val") == EARLIER[1:]


def test_an_estimate_is_hatched_and_the_way_to_the_target_is_dotted(store):
    before = date(2023, 6, 30)
    line = xml(over_time(store, on=before)).find(".//c:lineChart/c:ser", SPACES)
    assert heights(line) == {0: 20.0, 1: 40.0} and line.find(".//a:prstDash", SPACES).get("val") == "sysDot"
    rows = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06").where(level="commune")
    none = reads.indicator_path(store, **PLACE, indicator_id="x")
    estimates = Rows(rows.columns, [row._replace(actual_qualifier="estimate") for row in rows])
    assert series(xml(drawn_over_time(estimates, none)), 1).find("c:dPt/c:spPr/a:pattFill", SPACES) is not None


def every_plot(store):
    """Every chart of every kind of slide, each with its slide."""
    return [(slide, plot) for slide in flat(context(store)) for plot in slide.plots]


def beside(plot):
    """The slots of a chart, each with its row of the workbook; on a time axis a slot stands at its step."""
    rows = rows_of(chart_workbook.workbook(chart_columns.drawn(plot)))
    pairs = [(plot.slots[index], row) for index, row in zip(chart_geometry.cells(plot), rows, strict=True) if index is not None]
    assert {slot.name for slot, _ in pairs} - {""} == {slot.name for slot in plot.slots} - {""}
    return pairs


def test_the_workbook_of_every_chart_holds_every_number_that_is_drawn_and_every_fact(store):
    drawn = 0
    for slide, plot in every_plot(store):
        for slot, row in beside(plot):
            assert {name: row[name] for name in slot.facts} == dict(slot.facts), (slide.title, slot.name)
            for mark in slot.marks:
                assert row[MARKS[mark.kind].column] == pytest.approx(mark.value - (mark.start if plot.stacked else 0)), (
                    slide.title,
                    slot.name,
                    mark,
                )
                drawn += 1
    assert drawn > 40


def test_the_facts_of_every_chart_are_those_of_its_read(store):
    compared = 0
    for slide, plot in every_plot(store):
        answered = {value for _, rows in slide.figures for row in rows for value in row if isinstance(value, float)}
        for slot in plot.slots:
            numbers = {value for value in slot.facts.values() if isinstance(value, float)}
            assert numbers <= answered, (slide.title, slot.name, numbers - answered)
            compared += len(numbers)
    assert compared > 40


BARS = ("Mục tiêu (số)", "Kết quả (số)", "Chênh lệch")


def test_bars_of_target_and_result_hold_both_and_the_gap_of_one_row_of_the_read(store):
    compared = 0
    for slide, plot in every_plot(store):
        read = {
            (
                row.required if getattr(row, "has_target", True) else None,
                *((None, None) if row.basis == "stated" else (row.actual, row.gap)),
            )
            for _, rows in slide.figures
            if {"required", "gap"} <= set(rows.columns)
            for row in rows
        }
        for slot, row in beside(plot):
            if not set(BARS) <= set(slot.facts):
                continue
            figures = tuple(row[name] for name in BARS)
            assert figures in read, (slide.title, slot.name, figures)
            if {MARKS[mark.kind].shape for mark in slot.marks} == {"dot"}:  # it has no bar that could hold them
                continue
            if not slot.scale:
                assert (slot.height(*RESULT_KINDS), slot.height("target", "overdue", "claim")) == (figures[1], figures[0])
            compared += 1
    assert compared > 20


def test_cached_values_of_every_chart_are_those_of_its_workbook(store):
    compared = 0
    for _, plot in every_plot(store):
        rows = rows_of(chart_workbook.workbook(chart_columns.drawn(plot)))
        for number, column in enumerate(chart_columns.drawn(plot).columns):
            written = {index: row[column.name] for index, row in enumerate(rows) if row[column.name] is not None}
            assert heights(series(xml(plot), number)) == pytest.approx(written), column.name
            compared += len(written)
    assert compared > 40


def test_no_label_holds_a_decimal_point(store):
    for slide in flat(context(store)):
        for plot in slide.plots:
            for label in ("".join(part.itertext()) for part in xml(plot).iterfind(".//c:dLbl", SPACES)):
                assert not re.search(r"\d\.\d{1,2}(?!\d)", label), label


def test_a_hostile_name_stays_text(store):
    rows = urgent(store)
    hostile = Rows(rows.columns, [row._replace(short_name='=cmd|"/c calc"!A1 <b>&amp;\x0b') for row in rows])
    plot = plots.gaps_by_target(hostile, **TITLED)
    assert "<b>&amp;" in "".join(xml(plot).itertext())
    cells = [
        cell
        for row in load_workbook(io.BytesIO(chart_workbook.workbook(chart_columns.drawn(plot)))).active.iter_rows()
        for cell in row
    ]
    formulas = [re.sub(r'"(?:[^"]|"")*"', "", cell.value) for cell in cells if cell.data_type == "f"]
    assert formulas and not [formula for formula in formulas if "cmd" in formula or "!" in formula], (
        "the name is a text inside a formula"
    )

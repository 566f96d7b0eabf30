"""Every chart of the screen has its native one, in the same notation, with the read's figures in its workbook."""

import inspect
import io
import re

import pytest
from lxml import etree
from openpyxl import load_workbook

from components.charts import chart_geometry, plots
from components.slides.pptx import chart_xml
from components.theme import EARLIER, OUTLINE, RESULT
from queries import reads
from queries.rows import Rows
from tests.components.slides.slide_samples import context, flat

PLACE = {"province_code": "42", "unit_id": "42"}
SPACES = {
    "c": "http://schemas.openxmlformats.org/drawingml/2006/chart",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
CHARTS = [
    name
    for name, function in inspect.getmembers(plots, inspect.isfunction)
    if function.__module__ == plots.__name__
    and not name.startswith("_")
    and name != "target_and_result_by_year"
    and function.__annotations__.get("return") == "Plot"
]
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


def rows_of(workbook):
    sheet = load_workbook(io.BytesIO(workbook))["Số liệu"]
    head, *body = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in body]


def urgent(store, **more):
    """What the slide of attention draws."""
    rows = reads.target_list(store, **PLACE, **{"year": 2022, "period": "newest", "level": "any"} | more)
    return rows.matching(lambda row: row.mark in ("missed", "near"))


def test_there_are_charts_to_compare():
    assert len(CHARTS) >= 2


@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_is_drawn_by_some_kind_of_slide(name, store, monkeypatch):
    drawn = []
    kept = getattr(plots, name)
    monkeypatch.setattr(plots, name, lambda *rows, **texts: drawn.append(name) or kept(*rows, **texts))
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
    assert gaps[0] < gaps[1], "the target's bar is the wider one"
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
    rows = reads.remaining(store, **PLACE, year=2023, level="any")
    chart = xml(plots.gaps_by_target(rows, **TITLED, earlier=True))
    assert series(chart, 1).find("c:spPr/a:solidFill/a:srgbClr", SPACES).get("val") == EARLIER[1:]


def test_a_target_in_another_unit_fills_the_width_and_the_workbook_keeps_its_figures(store):
    rows = reads.attention(store, **PLACE, year=2022, level="any").where(indicator_id="CQ.06", level="commune")
    people = Rows(rows.columns, [row._replace(unit_of_measure="người", required=400.0, actual=100.0) for row in rows])
    plot = plots.gaps_by_target(people, **TITLED)
    assert heights(series(xml(plot), 0)) == {0: 100.0} and heights(series(xml(plot), 1)) == {0: 25.0}
    told = rows_of(chart_xml.workbook(plot))[0]
    assert (told["Mục tiêu (số)"], told["Kết quả (số)"]) == (400, 100)
    assert told["Kết quả"] == "=100*E2/MAX(D2:E2)"


def test_a_result_beyond_its_limit_fills_the_width_and_letters_stay_large(store):
    rows = reads.remaining(store, **PLACE, year=2025, level="any")
    far = rows[0]._replace(
        unit_of_measure="hạng", target_op="<=", target_low=None, target_high=8.0, required=8.0, actual=40.0, gap=32.0
    )
    plot = plots.gaps_by_target(Rows(rows.columns, [far, *rows]), **TITLED, earlier=True)
    assert tuple(mark.value for mark in plot.slots[0].marks) == (20, 100)
    assert "kém 32 bậc" in plot.alt and chart_geometry.letters_of(plot, 880, 300) >= 12


def test_an_earlier_estimate_is_hatched_in_the_colour_of_earlier_results(store):
    rows = reads.remaining(store, **PLACE, year=2025, level="any")
    guess = Rows(rows.columns, [row._replace(actual_qualifier="estimate") for row in rows])
    chart = xml(plots.gaps_by_target(guess, **TITLED, earlier=True))
    assert series(chart, 1).find("c:dPt/c:spPr/a:pattFill/a:fgClr/a:srgbClr", SPACES).get("val") == EARLIER[1:]


def test_many_years_beside_other_charts_keep_their_labels_apart(store):
    row = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06")[0]
    rows = Rows(row._fields, [row._replace(year=year, required=49.0, target_low=49.0, actual=43.5) for year in range(2018, 2025)])
    none = reads.indicator_path(store, **PLACE, indicator_id="x")
    plot = plots.target_and_result_by_year(rows, none, unit_of_measure="%", top=100, **TITLED)
    room = (281 - chart_geometry.left(plot, 8)) / 7
    assert all(chart_geometry.widest(slot, 8) <= room for slot in plot.slots)
    assert [run.text for line in plot.slots[0].label for run in line] == ["43,5% /", "49%", "−5", "điểm %"]


def test_an_estimate_is_hatched_and_the_way_to_the_target_is_dotted(store):
    rows = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06").where(level="commune")
    path = reads.indicator_path(store, **PLACE, indicator_id="CQ.06").where(level="commune")
    guess = Rows(rows.columns, [row._replace(actual_qualifier="estimate") for row in rows])
    chart = xml(plots.target_and_result_by_year(guess, path, unit_of_measure="%", top=100, **TITLED))
    assert series(chart, 1).find("c:dPt/c:spPr/a:pattFill", SPACES) is not None
    line = chart.find(".//c:lineChart/c:ser", SPACES)
    assert heights(line) == {0: 20.0, 1: 40.0} and line.find(".//a:prstDash", SPACES).get("val") == "sysDot"


def test_the_workbook_of_every_chart_holds_the_figures_of_its_read(store):
    compared = 0
    for slide in flat(context(store)):
        answers = dict(slide.figures)
        source = [row for rows in answers.values() if {"required", "gap"} <= set(rows.columns) for row in rows]
        for plot in slide.plots:
            read = {
                (
                    row.required if getattr(row, "has_target", True) else None,
                    *((None, None) if row.basis == "stated" else (row.actual, row.gap)),
                )
                for row in source
            }
            rows = [row for row in rows_of(chart_xml.workbook(plot)) if row[None] or not plot.time]
            written = sorted((slot for slot in plot.slots if slot.facts), key=lambda slot: slot.period[0] if plot.time else 0)
            for slot, told in zip(written, [row for row in rows if row["Đơn vị tính"]], strict=True):
                figures = tuple(told[name] for name in ("Mục tiêu (số)", "Kết quả (số)", "Chênh lệch"))
                assert figures in read, (slide.title, slot.name, figures)
                if not slot.scale:
                    drawn = slot.height("target", "overdue", "claim", "words"), slot.height(*RESULT_KINDS)
                    assert (told["Mục tiêu"], told["Kết quả"]) == drawn and drawn[1] == figures[1]
                    assert drawn[0] == (figures[0] if slot.height("words") is None else 100)
                compared += 1
    assert compared > 20


def test_cached_values_of_every_chart_are_those_of_its_workbook(store):
    for slide in flat(context(store)):
        for plot in slide.plots:
            told = rows_of(chart_xml.workbook(plot))
            for number, name in enumerate(("Mục tiêu", "Kết quả")):
                written = {
                    place: value
                    for place, row in enumerate(told)
                    if (value := row[name]) is not None and not plot.slots[place].scale
                }
                cached = heights(series(xml(plot), number))
                assert {place: cached[place] for place in written} == pytest.approx(written)


def test_no_label_holds_a_decimal_point(store):
    for slide in flat(context(store)):
        for plot in slide.plots:
            for label in ("".join(part.itertext()) for part in xml(plot).iterfind(".//c:dLbl", SPACES)):
                assert not re.search(r"\d\.\d{1,2}(?!\d)", label), label


def test_a_hostile_name_stays_text(store):
    rows = reads.attention(store, **PLACE, year=2022, level="any")
    hostile = Rows(rows.columns, [row._replace(short_name='=cmd|"/c calc"!A1 <b>&amp;\x0b') for row in rows])
    plot = plots.gaps_by_target(hostile, **TITLED)
    assert "<b>&amp;" in "".join(xml(plot).itertext())
    cells = [cell for row in load_workbook(io.BytesIO(chart_xml.workbook(plot))).active.iter_rows() for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]

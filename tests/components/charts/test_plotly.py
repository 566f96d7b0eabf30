"""Charts show what the reads hold: target outlined, result solid, shares on 0-100, bars from zero."""

import re
from datetime import date

import plotly.graph_objects as go
import pytest

from components.charts import plotly, plots
from components.text import citations
from components.theme import EARLIER, RESULT, STATUS_COLOURS
from queries import reads
from queries.rows import Rows
from tests.components.sample_charts import PLACE, drawn_over_time, of_levels, over_time, urgent, waiting


def figure(function, *rows, **texts):
    """A chart of ``plots`` as Plotly draws it."""
    return plotly.figure(function(*rows, **texts))


def traces(chart, name):
    """What a figure draws of one kind."""
    return [trace for trace in chart["data"] if trace.get("name") == name]


def texts(chart):
    return [text for trace in chart["data"] if trace.get("mode") == "text" for text in trace["text"]]


def named(chart, name):
    """The trace of the marks of one name in the key."""
    return next(trace for trace in chart["data"] if trace.get("name") == name)


@pytest.fixture(scope="module")
def gaps(store):
    rows = urgent(store)
    return rows, figure(plots.gaps_by_target, rows, title="T", subtitle="S", source="Nguồn: 525/KH-UBND")


def test_gaps_draw_target_and_result_at_their_values(gaps):
    rows, chart = gaps
    target, result = named(chart, "Mục tiêu"), named(chart, "Kết quả")
    assert target["x"] == [row.target_low or row.required for row in rows] and result["x"] == [row.actual for row in rows]
    assert named(chart, "Mục tiêu bằng lời")["x"] == [None if row.required else 100 for row in rows]
    upper = named(chart, "Khoảng của mục tiêu, đến mức cao")
    assert (upper["base"], upper["x"]) == (
        [row.target_low if row.target_low and row.target_high else 0 for row in rows],
        [row.target_high - row.target_low if row.target_low and row.target_high else None for row in rows],
    )
    assert target["marker"]["color"] == "rgba(0,0,0,0)" and target["marker"]["line"]["width"] > 1
    assert result["marker"]["color"] == RESULT and result["width"] < target["width"]
    assert any("−10" in text for text in texts(chart))


def test_a_result_in_words_stands_beside_its_empty_outline(gaps):
    rows, chart = gaps
    assert any("chưa kết nối vào LGSP" in text for text in texts(chart))
    assert None in named(chart, "Kết quả")["x"]


def test_earlier_results_are_lighter_and_named_by_their_year(store):
    rows = waiting(store, 2025)
    chart = figure(plots.gaps_by_target, rows, title="T", subtitle="S", source="N", earlier=True)
    assert chart["data"][1]["marker"]["color"] == EARLIER
    assert any("(2022)" in text for text in texts(chart))


def test_years_stand_at_their_values_with_the_straight_path(store):
    chart = plotly.figure(over_time(store, on=date(2023, 6, 30)))
    assert [named(chart, name)["y"] for name in ("Mục tiêu", "Kết quả")] == [[30, 40], [20, None]]
    line = next(trace for trace in chart["data"] if trace.get("mode") == "lines")
    assert line["y"] == [20, 40] and line["line"]["dash"] == "dot"
    assert chart["layout"]["yaxis"]["range"][0] == 0 and chart["layout"]["yaxis"]["tickvals"] == [0, 50, 100]
    late = plotly.figure(over_time(store))
    assert named(late, "Mục tiêu quá hạn")["y"] == [None, 40, None, None, None], "and no path, which would lead into the past"
    assert not [trace for trace in late["data"] if trace.get("mode") == "lines"]


def with_estimates(rows):
    return type(rows)(rows.columns, [row._replace(actual_qualifier="estimate") for row in rows])


def test_an_estimate_is_hatched_in_every_chart(store):
    titled = {"title": "T", "subtitle": "S", "source": "N"}
    gaps = with_estimates(urgent(store))
    earlier = with_estimates(waiting(store, 2025))
    levels = with_estimates(of_levels(store))
    trend = with_estimates(reads.indicator_trend(store, **PLACE, indicator_id="CQ.06").where(level="commune", year=2022))
    none = reads.indicator_path(store, **PLACE, indicator_id="x")
    for chart, colour in (
        (figure(plots.gaps_by_target, gaps, **titled), RESULT),
        (figure(plots.gaps_by_target, earlier, earlier=True, **titled), EARLIER),
        (figure(plots.target_and_result_by_level, levels, **titled), RESULT),
        (plotly.figure(drawn_over_time(trend, none)), RESULT),
    ):
        pattern = named(chart, "Số ước tính")["marker"]["pattern"]
        assert pattern["shape"] == "/" and pattern["fgcolor"] == colour


def test_a_result_far_beyond_its_limit_stays_inside_the_chart_with_its_label(store):
    rows = waiting(store, 2025)
    far = rows[0]._replace(
        unit_of_measure="người", target_op="<=", target_low=None, target_high=10.0, required=10.0, actual=1040.0, gap=1030.0
    )
    chart = figure(
        plots.gaps_by_target, type(rows)(rows.columns, [far, rows[1]]), title="T", subtitle="S", source="N", earlier=True
    )
    target, result = (trace["x"] for trace in chart["data"][:2])
    assert result[0] == 100 and target[0] == pytest.approx(1000 / 1040), "one scale from zero, nothing is cut"
    assert (target[1], result[1]) == (rows[1].required, rows[1].actual), "shares keep 0-100"
    label = next(trace for trace in chart["data"] if trace.get("mode") == "text")
    place = label["text"].index(next(text for text in label["text"] if "1.040" in text))
    assert "+1.030 người" in label["text"][place] and label["x"][place] < chart["layout"]["xaxis"]["range"][1]


def test_a_long_label_takes_two_lines_and_room_of_its_own(store):
    rows = waiting(store, 2025)
    long = rows[0]._replace(
        unit_of_measure="doanh nghiệp", required=1500000.0, target_low=1500000.0, actual=1000250.0, gap=-499750.0
    )
    chart = figure(plots.gaps_by_target, type(rows)(rows.columns, [long]), title="T", subtitle="S", source="N", earlier=True)
    shown = texts(chart)[-1]
    assert shown.split("<br>")[0] == "khoảng 1.000.250 (2022) / 1.500.000" and "−499.750 doanh nghiệp" in shown.split("<br>")[1]
    assert chart["layout"]["xaxis"]["range"][1] > 200


def test_a_share_above_one_hundred_lengthens_the_scale_of_all_shares(store):
    rows = urgent(store).having("gap")
    wide = type(rows)(rows.columns, [rows[0]._replace(actual=400.0), *rows[1:]])
    result = named(figure(plots.gaps_by_target, wide, title="T", subtitle="S", source="N"), "Kết quả")["x"]
    assert result == [100.0, *(row.actual / 4 for row in rows[1:])]


def test_a_rank_behind_its_target_reads_so_below_its_bars(store):
    row = of_levels(store)[0]
    rank = Rows(
        row._fields, [row._replace(required=8.0, actual=40.0, gap=32.0, unit_of_measure="hạng", status="missed", mark="missed")]
    )
    chart = figure(plots.target_and_result_by_level, rank, title="T", subtitle="S", source="N")
    assert chart["layout"]["xaxis"]["ticktext"] == ["Tỉnh<br><b>■ kém 32 bậc</b>"]


def test_levels_stand_side_by_side_on_one_scale(store):
    rows = reads.level_comparison(store, **PLACE, year=2023)
    chart = figure(plots.target_and_result_by_level, rows, title="T", subtitle="S", source="N")
    assert chart["data"][0]["y"] == [70, 60, 40]
    assert [tick.split("<br>")[0] for tick in chart["layout"]["xaxis"]["ticktext"]] == ["Tỉnh", "Huyện", "Xã"]


def test_every_figure_is_valid_plotly_and_carries_its_three_part_title_and_source(gaps, store):
    rows, chart = gaps
    others = reads.level_comparison(store, **PLACE, year=2022)
    for made in (
        chart,
        figure(plots.target_and_result_by_level, others[:3], title="Ai", subtitle="gì · khi nào", source="Nguồn: 507/KH-UBND"),
    ):
        go.Figure(made)
        written = " ".join(note["text"] for note in made["layout"]["annotations"])
        assert "Nguồn: " in written and "<b>" in written


def test_no_chart_text_holds_a_decimal_point_or_an_unwrapped_long_line(store):
    drawn = 0
    for year in (2019, 2020, 2021, 2022):
        for row in reads.change_list(store, **PLACE, year=year, period="N", level="any"):
            trend = reads.indicator_trend(store, **PLACE, indicator_id=row.indicator_id).where(level=row.level)
            none = reads.indicator_path(store, **PLACE, indicator_id="x")
            chart = plotly.figure(drawn_over_time(trend, none, title=row.short_name, source=citations.sources(trend)))
            for text in texts(chart):
                assert not re.search(r"\d\.\d{1,2}(?!\d)", text), text
            for note in chart["layout"]["annotations"]:
                assert max(len(re.sub(r"<[^>]+>", "", line)) for line in note["text"].split("<br>")) <= 62, note["text"]
            drawn += 1
    assert drawn > 10


def contrast(colour, other="#ffffff"):
    def light(code):
        parts = [int(code[place : place + 2], 16) / 255 for place in (1, 3, 5)]
        parts = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    high, low = sorted((light(colour), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_text_and_status_colours_reach_the_contrast_of_level_aa():
    from components.theme import ACCENT, INK, MUTED

    for colour in (INK, MUTED, ACCENT, *STATUS_COLOURS.values()):
        assert contrast(colour) >= 4.5, colour
        assert contrast(colour, "#f4f6f8") >= 4.5, colour
    assert contrast(RESULT) >= 3

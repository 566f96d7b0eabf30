"""Charts show what the reads hold: target outlined, result solid, shares on 0-100, bars from zero."""

import re

import plotly.graph_objects as go
import pytest

from components.charts import notation, plotly, plots
from components.text import formats, headlines
from components.theme import EARLIER, RESULT, STATUS_COLOURS
from queries import reads
from queries.rows import Rows

PLACE = {"province_code": "42", "unit_id": "42"}


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
    rows = reads.attention(store, **PLACE, year=2022, level="any")
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
    rows = reads.remaining(store, **PLACE, year=2025, level="any")
    chart = figure(plots.gaps_by_target, rows, title="T", subtitle="S", source="N", earlier=True)
    assert chart["data"][1]["marker"]["color"] == EARLIER
    assert any("(2022)" in text for text in texts(chart))


def test_years_stand_at_their_values_with_the_straight_path(store):
    rows = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06").where(level="commune")
    path = reads.indicator_path(store, **PLACE, indicator_id="CQ.06").where(level="commune")
    chart = figure(plots.target_and_result_by_year, rows, path, unit_of_measure="%", top=100, title="T", subtitle="S", source="N")
    assert [named(chart, name)["y"] for name in ("Mục tiêu", "Mục tiêu quá hạn", "Kết quả")] == [
        [30, None],
        [None, 40],
        [20, None],
    ]
    line = next(trace for trace in chart["data"] if trace.get("mode") == "lines")
    assert line["y"] == [20, 40] and line["line"]["dash"] == "dot"
    assert chart["layout"]["yaxis"]["range"][0] == 0 and chart["layout"]["yaxis"]["tickvals"] == [0, 50, 100]
    assert "■ −10" in chart["layout"]["xaxis"]["ticktext"][0]


def test_an_estimate_is_hatched(store):
    rows = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06").where(level="province", year=2022)
    estimate = type(rows)(rows.columns, [row._replace(actual_qualifier="estimate") for row in rows])
    empty = reads.indicator_path(store, **PLACE, indicator_id="không có")
    chart = figure(
        plots.target_and_result_by_year, estimate, empty, unit_of_measure="%", top=100, title="T", subtitle="S", source="N"
    )
    assert chart["data"][1]["marker"]["pattern"]["shape"] == "/"


def with_estimates(rows):
    return type(rows)(rows.columns, [row._replace(actual_qualifier="estimate") for row in rows])


def test_an_estimate_is_hatched_among_gaps_levels_and_earlier_results(store):
    titled = {"title": "T", "subtitle": "S", "source": "N"}
    gaps = with_estimates(reads.attention(store, **PLACE, year=2022, level="any"))
    earlier = with_estimates(reads.remaining(store, **PLACE, year=2025, level="any"))
    levels = with_estimates(reads.level_comparison(store, **PLACE, year=2022).where(indicator_id="CQ.06"))
    for chart, colour in (
        (figure(plots.gaps_by_target, gaps, **titled), RESULT),
        (figure(plots.gaps_by_target, earlier, earlier=True, **titled), EARLIER),
        (figure(plots.target_and_result_by_level, levels, **titled), RESULT),
    ):
        pattern = named(chart, "Số ước tính")["marker"]["pattern"]
        assert pattern["shape"] == "/" and pattern["fgcolor"] == colour


def test_a_result_far_beyond_its_limit_stays_inside_the_chart_with_its_label(store):
    rows = reads.remaining(store, **PLACE, year=2025, level="any")
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
    rows = reads.remaining(store, **PLACE, year=2025, level="any")
    long = rows[0]._replace(
        unit_of_measure="doanh nghiệp", required=1500000.0, target_low=1500000.0, actual=1000250.0, gap=-499750.0
    )
    chart = figure(plots.gaps_by_target, type(rows)(rows.columns, [long]), title="T", subtitle="S", source="N", earlier=True)
    shown = texts(chart)[-1]
    assert shown.split("<br>")[0] == "khoảng 1.000.250 (2022) / 1.500.000" and "−499.750 doanh nghiệp" in shown.split("<br>")[1]
    assert chart["layout"]["xaxis"]["range"][1] > 200


def test_a_share_above_one_hundred_lengthens_the_scale_of_all_shares(store):
    rows = reads.attention(store, **PLACE, year=2022, level="any").having("gap")
    wide = type(rows)(rows.columns, [rows[0]._replace(actual=400.0), *rows[1:]])
    result = named(figure(plots.gaps_by_target, wide, title="T", subtitle="S", source="N"), "Kết quả")["x"]
    assert result == [100.0, *(row.actual / 4 for row in rows[1:])]


def test_of_many_years_the_latest_seven_are_drawn_and_their_labels_broken(store):
    row = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06")[0]
    every = Rows(
        row._fields, [row._replace(year=year, required=49.0, target_low=49.0, actual=43.5) for year in range(2012, 2025)]
    )
    rows = notation.latest(every)
    assert rows.values("year") == list(range(2018, 2025)) and len(notation.latest(rows)) == 7
    assert formats.shown(rows, every) == "2018–2024 (7 lần gần nhất trong 13)" and formats.shown(rows, rows) == "2018–2024"
    empty = reads.indicator_path(store, **PLACE, indicator_id="không có")
    for wide in (False, True):
        chart = figure(
            plots.target_and_result_by_year,
            rows,
            empty,
            unit_of_measure="%",
            top=100,
            title="T",
            subtitle="S",
            source="N",
            wide=wide,
        )
        assert texts(chart) == ["43,5% /<br>49%"] * 7


def test_a_rank_behind_its_target_reads_so_below_its_year(store):
    row = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06")[0]
    rank = Rows(
        row._fields, [row._replace(required=8.0, actual=40.0, gap=32.0, unit_of_measure="hạng", status="missed", mark="missed")]
    )
    empty = reads.indicator_path(store, **PLACE, indicator_id="không có")
    chart = figure(
        plots.target_and_result_by_year, rank, empty, unit_of_measure="hạng", top=42, title="T", subtitle="S", source="N"
    )
    assert chart["layout"]["xaxis"]["ticktext"] == ["2022<br><b>■ kém 32 bậc</b>"]


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
    for year in (2019, 2020, 2021, 2022):
        for found in reads.result_change(store, **PLACE, year=year, level="any"):
            trend = reads.indicator_trend(store, **PLACE, indicator_id=found.indicator_id).where(level=found.level)
            chart = figure(
                plots.target_and_result_by_year,
                trend,
                reads.indicator_path(store, **PLACE, indicator_id="x"),
                unit_of_measure=found.unit_of_measure,
                top=plots.axis_top(trend, found.unit_of_measure),
                title=found.short_name,
                subtitle="S",
                source=formats.sources(trend),
            )
            for text in texts(chart):
                assert not re.search(r"\d\.\d{1,2}(?!\d)", text), text
            for note in chart["layout"]["annotations"]:
                assert max(len(re.sub(r"<[^>]+>", "", line)) for line in note["text"].split("<br>")) <= 62, note["text"]


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


def test_headlines_say_what_the_figures_hold(store):
    counts = reads.status_count(store, **PLACE, year=2022, level="any")
    gaps = reads.attention(store, **PLACE, year=2022, level="any")
    number = {status: sum(counts.where(status=status).values("targets")) for status in ("met", "near", "missed")}
    sentence = headlines.overview("Tỉnh Hà Tĩnh", counts, gaps, 2022)
    assert sentence.startswith(
        f"Tỉnh Hà Tĩnh năm 2022: {number['met']} trong {sum(counts.values('targets'))} mục tiêu đạt, "
        f"{number['near']} gần đạt, {number['missed']} chưa đạt"
    )
    assert sentence.endswith(f"; cần chú ý trước: {gaps[0].actual_as_written}")
    assert headlines.overview("X", counts, gaps.having("gap"), 2022).endswith(" (−10 điểm %)")
    trend = reads.indicator_trend(store, **PLACE, indicator_id="CQ.06")
    paths = reads.indicator_path(store, **PLACE, indicator_id="CQ.06")
    assert headlines.indicator(trend, paths, "Hồ sơ", "%") == (
        "Hồ sơ: mục tiêu năm 2023 đã quá hạn, chưa có kết quả; kết quả gần nhất: tỉnh 45% (2022); huyện 40% (2022); xã 20% (2022)"
    )
    levels = reads.level_comparison(store, **PLACE, year=2022).where(indicator_id="CQ.06")
    assert headlines.levels(levels, 2022).endswith("tỉnh gần đạt (−5 điểm %), huyện đạt, xã chưa đạt (−10 điểm %)")

"""The charts of one indicator on one axis of time, one below the other for each level; drawn without a chart library.

Plotly comes only when somebody asks for it ("Khám phá"): the same ``Plot`` to zoom into, and the pictures made of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from components.charts import svg, time_plots
from components.charts.model import Plot
from components.territory import Territory
from components.text import formats, headlines, pace
from components.tiles import bullets, chart_menu, messages, slide_button, source_card, tiles
from components.tiles.html_table import Markup, joined, tag
from data.vietnamese import dates
from queries.rows import Rows

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_HEIGHT, _LOW = 250, 190  # of one chart alone, and of one of several


@dataclass(frozen=True)
class LevelChart:
    """A level with its rows, its straight paths and its chart."""

    level: str
    rows: Rows
    paths: Rows
    plot: Plot


def of_levels(rows: Rows, paths: Rows, card: Any, territory: Territory) -> list[LevelChart]:
    """A chart for each level that has a number to draw, all on one axis. Takes ``indicator_trend``, ``indicator_path``, and the
    row of ``indicator_card``."""
    counted = rows.having("required", "actual", "actual_low")
    names = [level for level in formats.LEVELS if level in counted.values("level")]
    return [_chart(rows, level, paths.where(level=level), card, territory) for level in names]


def show(charts: list[LevelChart], card: Any, territory: Territory) -> None:
    """The charts with their headings and one key; then what the dotted lines are, the source, and what can be taken away."""
    plots = [chart.plot for chart in charts]
    title = (
        "Kết quả và mục tiêu trên trục thời gian" if len(charts) == 1 else f"{_COUNTS[len(charts)]} cấp trên một trục thời gian"
    )
    when = formats.years([plots[0].time.start.year, plots[0].time.end.year - 1]) if plots[0].time else ""
    messages.part(title, formats.titled(territory.name, card.name, card.unit_of_measure, when), hint="Bấm vào thanh để xem nguồn")
    _markdown(tag("div", Markup(svg.key(plots, "key-time")), class_="chart"))
    for chart in charts:  # each an element of its own: the screenshot view takes one chart from an element
        _markdown(joined(_heading(chart, card), _svg(chart, len(charts))))
    rows = [row for chart in charts for row in chart.rows]
    lines = (line for chart in charts for line in pace.note(chart.paths.where(overdue=False), card.unit_of_measure))
    messages.note(*dict.fromkeys(lines), formats.sources(Rows(charts[0].rows.columns, rows)))


def _markdown(drawn: Markup) -> None:
    st.markdown(tag("div", drawn, class_="through-time"), unsafe_allow_html=True)


def take(charts: list[LevelChart], card: Any, territory: Territory) -> None:
    """What can be taken away, behind one button; and the charts to explore, which is when Plotly is loaded."""
    with st.container(horizontal=True, key=f"take-{_name(charts[0])}", vertical_alignment="center"):
        with st.popover(chart_menu.LABEL, type="tertiary"):
            rooms = st.tabs([chart.plot.heading for chart in charts]) if len(charts) > 1 else [st.container()]
            for room, chart in zip(rooms, charts, strict=True):
                with room:
                    slide = slide_button.slide(
                        "indicator", card.short_name, territory, chi_tieu=card.indicator_id, cap=chart.level
                    )
                    chart_menu.offer(_name(chart), slide=slide, note=_path_note(chart, card))
        explored = st.segmented_control(
            "Vẽ lại biểu đồ để chỉ vào từng điểm", ["Khám phá"], key="explore", label_visibility="collapsed"
        )
    if explored == "Khám phá":
        for chart in charts:
            about = f"{card.name}, {formats.level_phrase(chart.level, territory.unit_id)}"
            tiles.chart(chart.plot, key=f"trend-{chart.level}", alt=headlines.bars_alt(chart.rows, about))


def _name(chart: LevelChart) -> str:
    return f"time-{chart.level}"


def _path_note(chart: LevelChart, card: Any) -> str:
    return ". ".join(pace.note(chart.paths.where(overdue=False), card.unit_of_measure)[1:])


_COUNTS = {2: "Hai", 3: "Ba", 4: "Bốn"}


def _chart(rows: Rows, level: str, paths: Rows, card: Any, territory: Territory) -> LevelChart:
    of_level, unit = rows.where(level=level), card.unit_of_measure
    phrase = formats.level_phrase(level, territory.unit_id)
    axis = time_plots.axis(rows, of_level, dates.today())
    caption = time_plots.Caption(
        title=card.short_name,
        subtitle=formats.titled(territory.name, phrase, unit, formats.years([axis.start.year, axis.end.year - 1])),
        source=formats.sources(of_level),
        heading=formats.level(level, territory.unit_id),
        about=f"{card.short_name}, {phrase}",
    )
    plot = time_plots.indicator_over_time(
        of_level,
        paths,
        caption,
        axis,
        unit_of_measure=unit,
        top=time_plots.axis_top(rows, unit),
        to_source=source_card.addresses(territory.unit_id, card.indicator_id),
    )
    return LevelChart(level, of_level, paths, plot)


def _svg(chart: LevelChart, count: int) -> Markup:
    height = _HEIGHT if count == 1 else _LOW
    return Markup(svg.chart(chart.plot, name=_name(chart), height=height, caption=False, keyed=False))


def _heading(chart: LevelChart, card: Any) -> Markup:
    """The level, its newest result judged, and how far it is from the target that is overdue or next."""
    results = chart.rows.where(has_result=True)
    last = max(results, key=lambda row: (row.period_end, row.period == "N"), default=None)
    judged = tag("span", *_judged(last)) if last is not None else tag("span", "chưa từng báo cáo kết quả")
    return tag("div", tag("h3", chart.plot.heading), judged, *_distance(chart.paths, card.unit_of_measure), class_="level")


def _judged(row: Any) -> Iterable[Any]:
    """'năm 2022: 45% ▲ gần đạt, thiếu 5 điểm %; văn bản xếp “chưa đạt”'; without a target the result alone."""
    said = "bằng lời" if row.actual is None and row.actual_low is None else formats.result(row)
    yield f"{formats.inside(formats.period(row.period, row.year))}: {said}"
    if row.mark == "no_target":
        return
    yield " "
    yield bullets.shape(row.mark)
    yield f" {formats.STATUSES[row.mark][1].lower()}"
    if row.target_year not in (None, row.year):
        yield f" (mục tiêu năm {row.target_year})"
    if row.gap:
        yield f", {headlines.lacking(row)}"
    if row.disputed and row.stated_status in formats.STATUSES:
        yield f"; văn bản xếp “{formats.STATUSES[row.stated_status][1].lower()}”"


def _distance(paths: Rows, unit_of_measure: str) -> Iterable[Markup]:
    """'25 điểm %' and 'còn cách mục tiêu năm 2023', of the newest overdue target, else of the next one."""
    late = paths.where(overdue=True)
    row = late[-1] if late else next(iter(paths), None)
    if row is not None and row.from_gap:
        amount = tag("b", formats.distance(row.from_gap, unit_of_measure), class_="late" if late else "")
        yield tag("span", amount, f" còn cách mục tiêu năm {row.year}", class_="distance")

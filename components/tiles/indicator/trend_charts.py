"""The charts of one indicator on one axis of time, one below the other for each level; drawn without a chart library.

Plotly comes only when somebody asks for it ("Khám phá"): the same ``Plot`` to zoom into, and the pictures made of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import streamlit as st

from components.charts import svg, time_plots
from components.charts.model import Plot
from components.store.store_access import cached_read, kept, read_of_indicator
from components.territory import Territory
from components.text import citations, formats, headlines, pace, times
from components.text.indicator import indicator_headlines
from components.tiles import bullets, chart_menu, inline_drawing, messages, slide_button, tiles
from components.tiles.html_table import Markup, joined, stacked, tag
from components.tiles.links import address, link
from components.tiles.origin import finding_flags, source_card
from data.vietnamese import dates
from queries.reads import (
    indicator_card,
    indicator_claims,
    indicator_path,
    indicator_trend,
    linked_indicator_list,
    related_figure_list,
)
from queries.reads.row_types import RelatedFigureListRow
from queries.rows import Rows

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_HEIGHT, _LOW = 250, 190  # of one chart alone, and of one of several


@dataclass(frozen=True)
class LevelChart:
    """A level with its rows, its straight paths, its chart, and heading and drawing of it as they stand on the page."""

    level: str
    rows: Rows
    paths: Rows
    plot: Plot
    markup: Markup = field(default_factory=Markup)


@dataclass(frozen=True)
class Charts:
    """All charts of an indicator: a chart a level, and all of them with heading, key and notes as they stand on the page."""

    levels: tuple[LevelChart, ...]
    markup: Markup


def of_indicator(territory: Territory, indicator_id: str, level: str) -> Charts | None:
    """The charts of an indicator at a level ('any' for all of them); None where it has no number to draw."""
    return kept(_charts, territory, indicator_id, level, source_card.choices_kept())


def _charts(territory: Territory, indicator_id: str, level: str, choices: source_card.Choices) -> Charts | None:
    about = {**territory.key, "indicator_id": indicator_id}
    card = read_of_indicator(indicator_card, indicator_id=indicator_id)[0]
    rows, paths = (_of_level(read_of_indicator(read, **about), level) for read in (indicator_trend, indicator_path))
    claims = _of_level(read_of_indicator(indicator_claims, **about), level)
    former = {name: time_plots.replaced_targets(claims.where(level=name)) for name in formats.LEVELS}
    linked = _of_level(_linked(territory, indicator_id), level)
    related = time_plots.most_telling(linked, rows)
    counted = rows.having("required", "actual", "actual_low").values("level")
    to_source = source_card.addresses(territory.unit_id, indicator_id, choices)
    levels = [
        _chart(rows, name, paths.where(level=name), card, territory, related, to_source, former)
        for name in formats.LEVELS
        if name in counted
    ]
    return _drawn(levels, card, territory, related) if levels else None


def _linked(territory: Territory, indicator_id: str) -> Rows:
    """The rows of ``related_figure_list``, asked for only where there are some: half of the indicators have none."""
    if indicator_id not in cached_read(linked_indicator_list, **territory.key).values("indicator_id"):
        return Rows(RelatedFigureListRow._fields, (), RelatedFigureListRow)
    return read_of_indicator(related_figure_list, **territory.key, indicator_id=indicator_id)


def _of_level(rows: Rows, level: str) -> Rows:
    return rows if level == "any" else rows.where(level=level)


def _drawn(charts: list[LevelChart], card: Any, territory: Territory, related: Rows) -> Charts:
    """The charts with their headings and one key; then what the dotted lines are, and the source."""
    plots = [chart.plot for chart in charts]
    title = (
        "Kết quả và mục tiêu trên trục thời gian" if len(charts) == 1 else f"{_COUNTS[len(charts)]} cấp trên một trục thời gian"
    )
    when = times.years([plots[0].time.start.year, plots[0].time.end.year - 1]) if plots[0].time else ""
    levels = tuple(replace(chart, markup=joined(_heading(chart, card), _svg(chart, len(charts)))) for chart in charts)
    rows = [row for chart in charts for row in chart.rows]
    lines = (line for chart in charts for line in pace.note(chart.paths.where(overdue=False), card.unit_of_measure))
    told = [*dict.fromkeys(lines), citations.sources(Rows(charts[0].rows.columns, rows)), _contradicted(rows, territory, card)]
    notes = [*(tag("p", line, class_="note") for line in told if line), *([_starred(related, territory)] if related else [])]
    sub = formats.titled(territory.name, card.name, card.unit_of_measure, when)
    heading = messages.heading(title, sub, hint="· Bấm vào thanh để xem nguồn.")
    key = tag("div", Markup(svg.key(plots, "key-time")), class_="chart")
    drawn = (inline_drawing.folded(markup, "through-time") for markup in (key, joined(*(chart.markup for chart in levels))))
    return Charts(levels, stacked(heading, *drawn, joined(*notes)))


def _starred(related: Rows, territory: Territory) -> Markup:
    """What the dotted frames and bars are, with a link to their indicator and their source."""
    row = related[0]
    to = address("chi-tieu", {"dia_ban": territory.unit_id, "chi_tieu": row.other_id})
    source = citations.sources(related)
    return tag(
        "p",
        f"{indicator_headlines.starred(row)}: ",
        link(to, row.other_name),
        f". {source}",
        class_="note",
    )


def _contradicted(rows: Iterable[Any], territory: Territory, card: Any) -> str:
    return finding_flags.marks(territory.unit_id).sentence(rows, territory.unit_id, card.indicator_id)


def take(drawn: Charts, card: Any, territory: Territory) -> None:
    """What can be taken away, behind one button; and the charts to explore, which is when Plotly is loaded."""
    charts = drawn.levels
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


def _chart(
    rows: Rows,
    level: str,
    paths: Rows,
    card: Any,
    territory: Territory,
    related: Rows,
    to_source: time_plots.Address,
    former: dict[str, dict[int, float]],
) -> LevelChart:
    of_level, unit = rows.where(level=level), card.unit_of_measure
    phrase = formats.level_phrase(level, territory.unit_id)
    axis = time_plots.axis(rows, of_level, dates.today(), related.values("year"))
    caption = time_plots.Caption(
        title=card.short_name,
        subtitle=formats.titled(territory.name, phrase, unit, times.years([axis.start.year, axis.end.year - 1])),
        source=". ".join(filter(None, (citations.sources(of_level), _contradicted(of_level, territory, card)))),
        heading=formats.level(level, territory.unit_id),
        about=f"{card.short_name}, {phrase}",
    )
    plot = time_plots.indicator_over_time(
        of_level,
        paths,
        caption,
        axis,
        unit_of_measure=unit,
        top=time_plots.axis_top(rows, unit, (bound for bounds in former.values() for bound in bounds.values())),
        to_source=to_source,
        related=related.where(level=level),
        former=former[level],
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
    return tag("div", tag("h3", chart.plot.heading), judged, *_distance(chart.paths, last, card.unit_of_measure), class_="level")


def _judged(row: Any) -> Iterable[Any]:
    """'năm 2022: 45% ▲ gần đạt, thiếu 5 điểm %; văn bản xếp “chưa đạt”'; without a target the result alone."""
    said = "bằng lời" if row.actual is None and row.actual_low is None else formats.result(row)
    so_far = f", {headlines.so_far(row)}" if headlines.by_year(row) else ""
    yield f"{formats.inside(times.period(row.period, row.year))}: {said}{so_far}"
    if row.mark == "no_target":
        return
    yield " "
    yield bullets.shape(formats.shown_mark(row))
    yield f" {formats.verdict(row).lower()}"
    if row.target_year not in (None, row.year) and row.comparable:
        yield f" (mục tiêu năm {row.target_year})"
    if row.gap:
        yield f", {headlines.lacking(row)}"
    if row.disputed and row.stated_status in formats.STATUSES:
        yield f"; văn bản xếp “{formats.STATUSES[row.stated_status][1].lower()}”"


def _distance(paths: Rows, last: Any, unit_of_measure: str) -> Iterable[Markup]:
    """'25 điểm %' and 'còn cách mục tiêu năm 2023', of the newest overdue target, else of the next one; from which result, where that is not the ``last``."""
    late = paths.where(overdue=True)
    row = late[-1] if late else next(iter(paths), None)
    if row is not None and row.from_gap:
        amount = tag("b", formats.distance(row.from_gap, unit_of_measure), class_="late" if late else "")
        since = "" if (row.from_year, row.from_period) == (last.year, last.period) else f", tính từ kết quả {pace.when(row)}"
        yield tag("span", amount, f" còn cách mục tiêu năm {row.year}{since}", class_="distance")

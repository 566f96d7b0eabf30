"""The charts of one indicator over the years, one beside the other for each level, on one scale."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.charts import notation, plots
from components.territory import Territory
from components.text import formats, headlines, pace
from components.tiles import messages, slide_button, tiles
from queries.rows import Rows


def trend_charts(rows: Rows, paths: Rows, card: Any, territory: Territory) -> None:
    """One chart for each level that has figures. Takes the columns of ``indicator_trend``, ``indicator_path``, and the row of
    ``indicator_card``; the note about bars stands beside a single chart, below several."""
    levels = [level for level in formats.LEVELS if level in rows.values("level")]
    columns = st.columns(len(levels) if len(levels) > 1 else [3, 2], gap="medium")
    for column, level in zip(columns, levels, strict=False):
        with column:
            _chart(rows, level, paths.where(level=level), card, territory, wide=len(levels) == 1)
    with columns[1] if len(levels) == 1 else st.container():
        hint = "Khung: mục tiêu. Thanh đậm: kết quả. Dưới năm: trạng thái và chênh lệch."
        messages.note(hint, *pace.note(paths, card.unit_of_measure))


def _chart(rows: Rows, level: str, paths: Rows, card: Any, territory: Territory, *, wide: bool) -> None:
    unit, phrase, of_level = card.unit_of_measure, formats.LEVEL_PHRASES[level], rows.where(level=level)
    drawn = notation.latest(of_level)
    plot = plots.target_and_result_by_year(
        drawn,
        paths,
        unit_of_measure=unit,
        top=plots.axis_top(rows, unit),
        title=card.short_name,
        subtitle=f"{territory.name} · {phrase} · {unit} · {formats.shown(drawn, of_level)}",
        source=formats.sources(drawn),
        wide=wide,
    )
    tiles.chart(
        plot,
        key=f"trend-{level}",
        alt=headlines.bars_alt(drawn, f"{card.name}, {phrase}"),
        note=headlines.picture_note("năm", unit, paths),
        slide=slide_button.slide("indicator", card.short_name, territory, chi_tieu=card.indicator_id, cap=level),
    )

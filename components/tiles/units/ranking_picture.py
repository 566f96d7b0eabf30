"""The ranking as a chart to take away: all units where they are few, else the first and the last ones."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.charts import plots, svg
from components.territory import Territory
from components.text import formats, times
from components.text.units.ranking_words import RankingChoice
from components.tiles import chart_menu, inline_drawing, slide_button, tile_picture
from components.tiles.links import few_kept_by_link
from components.tiles.origin import finding_flags
from components.tiles.units import ranking
from queries.rows import Rows

_CHART = "ranking"


def picture(rows: Rows[Any], card: Any, territory: Territory, chosen: RankingChoice) -> None:
    """The chart with its menu, behind one button."""
    with st.container(key=f"take-{_CHART}"), st.popover(chart_menu.LABEL, type="tertiary"):
        inline_drawing.show(_drawing(rows, card, territory, chosen))
        order = {"xep": "tien-bo"} if chosen.by_improvement else {}
        params = {**tile_picture.slide_params(chosen), **order}
        chart_menu.offer(_CHART, slide=slide_button.slide("ranking", f"Xếp hạng {card.name}", territory, **params))


@few_kept_by_link
def _drawing(rows: Rows[Any], card: Any, territory: Territory, chosen: RankingChoice) -> str:
    shown = ranking.ordered(rows, chosen.by_improvement)
    ends = plots.ends_of(shown)
    when = formats.inside(times.period(chosen.period, chosen.year))
    note = "" if len(ends) == len(shown) else f" · {plots.ENDS} đơn vị đầu và {plots.ENDS} đơn vị cuối trong {len(shown)}"
    where = f"{formats.LEVEL_PHRASES[chosen.level]}{' hiện nay, tính lại' if chosen.units_of == 'today' else ''}"
    plot = plots.units_in_order(
        ends,
        title=card.name,
        subtitle=f"{territory.name} · {card.unit_of_measure} · {where}, {when}{note}",
        source=tile_picture.sources(ends) + finding_flags.said_of_units(ends, territory.unit_id, chosen),
        improvement=chosen.by_improvement,
    )
    return svg.chart(plot, name=_CHART)

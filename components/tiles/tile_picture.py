"""The map of tiles to take away: as pictures, and as a slide of native shapes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from html import escape
from typing import Any

import streamlit as st

from components.charts import images, unit_grid
from components.charts.shapes import Box, Shape
from components.charts.svg_elements import element, patterns
from components.charts.unit_grid import TileMap
from components.territory import Territory
from components.text import citations, formats, times
from components.text.units.ranking_words import RankingChoice
from components.text.units.unit_table_words import MARKS
from components.tiles import chart_menu, inline_drawing, slide_button
from components.tiles.links import few_kept_by_link
from components.tiles.origin import finding_flags
from queries.rows import Rows

_CHART = "tile-map"
_WIDE = 1060.0  # of the drawing, in pixels


def picture(content: TileMap, rows: Rows[Any], card: Any, territory: Territory, chosen: RankingChoice) -> None:
    """The drawing with its menu, behind one button."""
    offered = slide_button.slide("tile_map", card.name, territory, **slide_params(chosen))
    with st.container(key=f"take-{_CHART}"), st.popover(chart_menu.LABEL, type="tertiary"):
        inline_drawing.show(_drawing(content, rows, card, territory, chosen))
        chart_menu.offer(_CHART, slide=offered, chat=False)


@few_kept_by_link
def _drawing(content: TileMap, rows: Rows[Any], card: Any, territory: Territory, chosen: RankingChoice) -> str:
    high = 170.0 * content.rows if len(content.tiles) < 120 else 640.0
    when = formats.inside(times.period(chosen.period, chosen.year))
    where = f"{formats.LEVEL_PHRASES[chosen.level]}{' hiện nay, tính lại' if chosen.units_of == 'today' else ''}"
    about = {
        "title": card.name,
        "subtitle": f"{territory.name} · {card.unit_of_measure} · {where}, {when}",
        "source": sources(rows) + finding_flags.said_of_units(rows, territory.unit_id, chosen),
        "statuses": [f"{formats.STATUSES[mark][0]} {number} {MARKS[mark]}" for mark, number in unit_grid.counted(content.tiles)],
    }
    shapes = unit_grid.drawn(content, Box(0, 0, _WIDE, high))
    return figure(shapes, _CHART, about, _WIDE, high)


def slide_params(chosen: RankingChoice) -> dict[str, Any]:
    """The parameters of a slide about what is chosen."""
    today = {"dia_gioi": "hien-nay"} if chosen.units_of == "today" else {}
    return {"chi_tieu": chosen.indicator_id, "nam": chosen.year, "ky": chosen.period, "cap": chosen.level, **today}


def sources(rows: Sequence[Any]) -> str:
    """The documents of the results, the first of them by name."""
    documents = list(dict.fromkeys(row.actual_document for row in rows if row.actual_document))
    more = f" và {len(documents) - 3} văn bản khác" if len(documents) > 3 else ""
    return f"{citations.source_line(documents[:3])}{more}"


def figure(shapes: Sequence[Shape], name: str, about: dict[str, Any], wide: float, high: float) -> str:
    """Shapes as a drawing that ``images.js`` makes pictures of. ``about``: title, subtitle, source, statuses."""
    said = {**about, "key": [], "file": images.file_name(about), "least": wide + 44}
    body = patterns(list(shapes), f"{name}-") + "".join(element(shape, prefix=f"{name}-") for shape in shapes)
    drawing = f'<svg class="drawing phone column page" style="display:block;height:auto" viewBox="0 0 {wide:g} {high:g}" width="{wide:g}" height="{high:g}" role="img" aria-label="{escape(about["title"])}">{body}</svg>'
    title = f"<figcaption><b>{escape(about['title'])}</b><span>{escape(about['subtitle'])}</span></figcaption>"
    return (
        f'<figure class="chart" data-chart="{name}" data-about="{escape(json.dumps(said, ensure_ascii=False))}" '
        f'style="max-width:{wide:g}px;overflow:auto">{title}{drawing}</figure>'
    )

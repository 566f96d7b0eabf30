"""Pieces of a page: headline, cards, charts, tables, source lines, empty states, and the SQL behind each."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import orjson
import streamlit as st

from components.charts import plotly
from components.charts.model import Plot
from components.tiles import chart_menu, slide_button
from queries.sqlfile import sql_file

_CHART_CONFIG = {"displayModeBar": False, "responsive": True, "scrollZoom": False, "doubleClick": False}


def chart(
    plot: Plot,
    *,
    key: str,
    alt: str,
    height: int = 220,
    query: Callable[..., Any] | None = None,
    note: str = "",
    slide: slide_button.SlideLink | None = None,
) -> None:
    """A chart with its alternative text, its pictures and its PowerPoint slide to take away, and the SQL behind it one click away.

    ``height`` is that of upright bars in pixels; ``note`` stands in the pictures only, below the bars.
    """
    _plot(orjson.dumps(plotly.figure(plot, height=height)), key, alt)
    chart_menu.chart_menu(key, slide=slide, note=note)
    if query is not None:
        behind(query)


@st.cache_resource(show_spinner=False, max_entries=1000)
def _plot(figure: bytes, key: str, alt: str) -> None:
    """Draw a figure given as JSON. Streamlit replays what a cached function drew: a figure is checked and serialised once."""
    st.plotly_chart(orjson.loads(figure), key=key, theme=None, config=_CHART_CONFIG, alt=alt)


def _nobody() -> bool:
    return False


_sees_sql: list[Callable[[], bool]] = [_nobody]


def sql_is_for(staff: Callable[[], bool]) -> None:
    """Who is shown the SQL behind tiles; asked at every run. Nobody until this is said."""
    _sees_sql[0] = staff


def for_staff() -> bool:
    """Whether whoever is here may see codes and SQL, which mean nothing to leaders."""
    return _sees_sql[0]()


def behind(*queries: Callable[..., Any]) -> None:
    """The SQL behind a tile, folded away; shown to signed-in staff only."""
    if not for_staff():
        return
    st.html(
        "".join(
            f'<details class="sql"><summary>‹› Cách tính (SQL): {escape(sql_file("reads", query.__name__).sentence)}</summary>'
            f"<pre>{escape(sql_file('reads', query.__name__).statement)}</pre></details>"
            for query in queries
        )
    )

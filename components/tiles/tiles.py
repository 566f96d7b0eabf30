"""Pieces of a page: headline, cards, charts, tables, source lines, empty states, and the SQL behind each."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

import orjson
import pandas as pd
import streamlit as st
from pandas.io.formats.style import Styler

from components.charts import plotly
from components.charts.model import Plot
from components.text import formats
from components.tiles import chart_menu, html_table, slide_button
from components.tiles.html_table import Column
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
    slide: slide_button.SlideDownload | None = None,
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


def sortable(values: dict[str, list[Any]], texts: dict[str, list[str]], *, key: str, alt: str) -> None:
    """A table that sorts by a click on a heading: by the values, while the texts given for a column are shown."""
    _table(orjson.dumps([values, texts]), key, alt)


@st.cache_resource(show_spinner=False, max_entries=1000)
def _table(content: bytes, key: str, alt: str) -> None:
    """Show a table given as JSON; what a cached function drew is replayed."""
    values, texts = orjson.loads(content)
    st.dataframe(_styled(values, texts), key=key, hide_index=True, placeholder=formats.NOTHING, alt=alt)
    st.html(_twin(values, texts))


def _styled(values: dict[str, list[Any]], texts: dict[str, list[str]]) -> Styler:
    """The values, each shown as its text: one call for all of them, pandas takes a millisecond for each."""
    styled = pd.DataFrame(values).style.format({column: _shown(values[column], shown) for column, shown in texts.items()})
    for column, shown in texts.items():  # what is not told by its value alone
        for row in _ambiguous(values[column], shown):
            styled = styled.format(_always(shown[row]), subset=pd.IndexSlice[[row], [column]])
    return styled


def _shown(values: list[Any], texts: list[str]) -> Callable[[Any], str]:
    """Gives the text that stands for a value; a missing value, which pandas makes another one, has the text of None."""
    by_value: dict[Any, str] = dict(zip(values, texts, strict=True))
    missing: str = by_value.get(None, formats.NOTHING)
    return lambda value: by_value.get(value, missing)


def _ambiguous(values: list[Any], texts: list[str]) -> list[int]:
    """Rows whose value stands for another text elsewhere."""
    known = dict(zip(values, texts, strict=True))
    several = {value for value, text in zip(values, texts, strict=True) if known[value] != text}
    return [row for row, value in enumerate(values) if value in several]


def _always(text: str) -> Callable[[Any], str]:
    return lambda _: text


def _twin(values: dict[str, list[Any]], texts: dict[str, list[str]]) -> str:
    """The same table as markup, for paper and for the screenshot view; hidden on the page."""
    shown = {
        name: texts.get(name) or [formats.NOTHING if value is None else str(value) for value in values[name]] for name in values
    }
    whole = [[text.replace(" ", "\u00a0") if len(text) < 19 else text for text in column] for column in shown.values()]
    return html_table.table([Column(name, caption="") for name in shown], list(zip(*whole, strict=True)), "twin")

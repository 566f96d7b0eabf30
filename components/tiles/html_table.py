"""Tables as markup: they wrap on a phone, print on paper and stand on the screens of the presentation.

Every text is escaped; only what ``tag``, ``joined`` and ``table`` made themselves is kept as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from itertools import accumulate

import streamlit as st


class Markup(str):
    """Markup that is safe: made here, of escaped texts."""

    __slots__ = ()


Content = str | int


@dataclass(frozen=True)
class Column:
    """A column: its heading, the caption before its cells on a phone ('' for none; the heading unless given), whether it wraps,

    whether its cells name their rows.
    """

    title: str
    caption: str | None = None
    nowrap: bool = False
    names_rows: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell that differs from its column: an empty one (``style`` 'none') disappears on a phone; it may span several columns."""

    content: Content
    style: str = ""
    span: int = 1


@dataclass(frozen=True)
class Group:
    """A row that heads the rows below it; ``say``: what they come to, for the head of a screen of the presentation."""

    title: str
    say: str = ""


Row = Sequence[Content | Cell] | Group


def markup(content: Content) -> Markup:
    """A text or number as markup, escaped; markup as it is."""
    return content if isinstance(content, Markup) else Markup(escape(str(content)))


def joined(*contents: Content) -> Markup:
    """Several contents as one, each escaped unless it is markup."""
    return Markup("".join([content if isinstance(content, Markup) else escape(str(content)) for content in contents]))


def stacked(*blocks: Content) -> Markup:
    """Several blocks as one element of a page, with the room between them that elements have; empty ones are left out."""
    return joined(*(tag("div", block, class_="apart") for block in blocks if block))


def tag(name: str, *contents: Content, **attributes: Content) -> Markup:
    """An element with contents; ``class_`` is its class, ``data_cap`` its attribute data-cap. Empty attributes are left out."""
    inside = "".join([content if type(content) is Markup else escape(str(content)) for content in contents])
    written = "".join([_attribute(key, str(value)) for key, value in attributes.items()])
    return Markup(f"<{name}{written}>{inside}</{name}>")


@lru_cache(maxsize=4000)  # a page writes the same few again and again, in a thousand elements
def _attribute(key: str, value: str) -> str:
    return f' {key.rstrip("_").replace("_", "-")}="{escape(value)}"' if value else ""


def small(*contents: Content) -> Markup:
    """A second, smaller line in a cell."""
    return tag("small", *contents)


def table(columns: Sequence[Column | str], rows: Iterable[Row], look: str = "") -> Markup:
    """A table; without headings when no column has one. ``look``: 'wide' (one below the other on a phone), 'even'."""
    all_columns = [column if isinstance(column, Column) else Column(column) for column in columns]
    body = tag("tbody", *(_row(all_columns, row) for row in rows))
    return tag("table", _head(all_columns), body, class_=f"grid {look}".strip())


OPEN_ROWS = 30  # of a long table; ``page_setup.css`` counts to the same number


def folded(made: Markup) -> Markup:
    """A table with its first rows open and the rest behind a press that says how many there are; print and presentation show all."""
    rows = made.count("<tr") - made.count("<thead>")
    if rows <= OPEN_ROWS:
        return made
    words = tag("span", f"Xem cả {rows} dòng"), tag("span", f"Chỉ xem {OPEN_ROWS} dòng đầu")
    return tag("div", made, tag("details", tag("summary", *words), class_="rest"), class_="long")


def show(columns: Sequence[Column | str], rows: Iterable[Row], look: str = "") -> None:
    """Show a table on the page."""
    st.html(table(columns, rows, look))


def _head(columns: Sequence[Column]) -> Markup:
    if not any(column.title for column in columns):
        return Markup()
    return tag("thead", tag("tr", *(tag("th", column.title, scope="col") for column in columns)))


def _row(columns: Sequence[Column], row: Row) -> Markup:
    if isinstance(row, Group):
        return tag("tr", tag("th", row.title, colspan=len(columns), scope="rowgroup"), class_="group", data_say=row.say)
    places = list(accumulate((cell.span if isinstance(cell, Cell) else 1 for cell in row), initial=0))
    if places[-1] != len(columns):
        raise ValueError(f"a row has {'fewer' if places[-1] < len(columns) else 'more'} cells than the table has columns")
    return tag("tr", *[_cell(columns[place], cell) for place, cell in zip(places, row, strict=False)])


def _cell(column: Column, cell: Content | Cell) -> Markup:
    if isinstance(cell, Cell):
        return tag("td", cell.content, class_=cell.style, colspan=cell.span if cell.span > 1 else "")
    if column.names_rows:
        return tag("th", cell, scope="row")
    caption = column.title if column.caption is None else column.caption
    return tag("td", cell, class_="nw" if column.nowrap else "", data_cap=caption)

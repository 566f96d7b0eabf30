"""What the staff of a unit say themselves about an indicator: the newest version of each kind with age and author, the others one tap away."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.text.tasks import remark_words
from components.tiles import messages
from components.tiles.html_table import Markup, joined, small, tag
from data.vietnamese import dates
from queries.rows import Rows


def shown(rows: Rows[Any]) -> None:
    """The part of a page with them; nothing where there are none."""
    if rows:
        messages.part("Đơn vị nói gì", "Cán bộ của đơn vị tự nêu; bản mới nhất đứng trước, các bản cũ vẫn còn.")
        st.html(own_remarks(rows))


def own_remarks(rows: Rows[Any]) -> Markup:
    """A box a kind and year, the newest year first. Takes ``unit_remark_list`` of one indicator."""
    made = [
        _box(row, rows.where(kind=row.kind, year=row.year))
        for row in sorted(rows.where(newest=True), key=lambda row: (-row.year, list(remark_words.KINDS).index(row.kind)))
    ]
    return tag("div", *made, class_="remarks own-remarks")


def _box(newest: Any, versions: Rows[Any]) -> Markup:
    title = tag("h3", remark_words.KINDS[newest.kind], tag("span", f" năm {newest.year}", class_="quiet"))
    rest = tag("details", tag("summary", f"Mọi phiên bản ({len(versions)})"), tag("ul", *map(_version, versions)))
    return tag("section", title, tag("ul", _version(newest)), rest if len(versions) > 1 else "")


def _version(row: Any) -> Markup:
    return tag("li", joined(remark_words.said(row), small(remark_words.since(row, dates.today()))))

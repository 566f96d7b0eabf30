"""Whom to ask: the contact of an office, for people who are signed in."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.store.store_access import cached_read
from components.tiles.html_table import Markup, joined, tag
from data.vietnamese.text import folded
from queries.reads import contact_list


def of_offices(unit_id: str, offices: str | None = None) -> None:
    """The contacts of a territory; with ``offices`` (one, or several as the catalogue names them) only theirs. Nothing where there are none.

    The page asks first whether somebody is signed in.
    """
    named = folded(offices or "")
    rows = cached_read(contact_list, unit_id=unit_id).matching(lambda row: offices is None or folded(row.office) in named)
    if rows:
        st.html(tag("div", tag("b", "Hỏi ai: "), joined(*(tag("p", _said(row)) for row in rows)), class_="contacts"))


def _said(row: Any) -> Markup:
    account = f"trả lời báo số sai: {row.account}" if row.account else ""
    parts = [part for part in (row.person, row.phone, account) if part]
    mail = tag("a", row.mail, href=f"mailto:{row.mail}") if row.mail else ""
    return joined(f"{row.office}: ", ", ".join(parts), ", " if parts and mail else "", mail)

"""What of the overview's targets is chosen in the link, which only this page knows: card, pillar, table."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.text.overview.overview_period import Overview
from components.tiles import cards
from components.tiles.html_table import Markup, tag
from components.tiles.links import kept_by_link
from components.tiles.overview import signal_row
from queries.rows import Rows

TABLES = ("muc-tieu", "ket-qua", "qua-han")  # ?bang=…, the first one unless chosen


def chosen(name: str, known: tuple[str, ...]) -> str:
    """A choice of the link that only this page knows; '' for none, and for one that does not exist here."""
    code = st.query_params.get(name, "")
    return code if code in known else ""


@kept_by_link
def narrowed(about: Overview) -> Rows[Any]:
    """The targets that the chosen card and pillar leave."""
    state, pillar = st.query_params.get("trang_thai"), st.query_params.get("nhom")
    state = state if state in cards.by_state(about) else None
    pillar = pillar if pillar in about.listed.values("pillar") else None
    if state is pillar is None:
        return about.listed
    return about.listed.matching(
        lambda row: (state is None or about.state(row) == state) and (pillar is None or row.pillar == pillar)
    )


@kept_by_link
def unknown(about: Overview) -> Markup:
    """What the link asks of this page and the page does not have; empty when it has everything."""
    asked, states, known = st.query_params.to_dict(), cards.by_state(about), set(about.listed.values("pillar"))
    said = []
    if (state := asked.get("trang_thai")) and state not in states:
        what = f"mục tiêu nào “{cards.TITLES[state]}”" if state in cards.TITLES else f"trạng thái “{state[:80]}”"
        said.append(f"Không có {what} trong lựa chọn này; đang xem tất cả.")
    if (pillar := asked.get("nhom")) and pillar not in known:
        said.append(f"Không có mục tiêu nào của nhóm “{pillar[:80]}” trong lựa chọn này; đang xem tất cả.")
    if (name := asked.get("tin_hieu")) and name not in signal_row.NAMES:
        said.append(f"Không có tín hiệu “{name[:80]}”; các tín hiệu ở giữa trang.")
    if (table := asked.get("bang")) and table not in TABLES:
        said.append(f"Không có bảng “{table[:80]}”; các bảng ở cuối trang.")
    return tag("div", *(tag("p", sentence) for sentence in said), class_="unanswered", role="status") if said else Markup()


@kept_by_link
def told(about: Overview) -> Rows[Any]:
    """The rows of the table of targets; one object, so that the table that is made of them is kept."""
    return about.told_late(narrowed(about))

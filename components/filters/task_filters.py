"""What the reader of tasks chooses: whose list, which agency, words of the name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.filters import filters
from components.filters.unanswered import begins
from components.store.store_access import cached_read
from components.territory import Territory
from components.text import formats
from components.text.tasks import budget_words, task_words
from components.tiles import messages
from data.vietnamese.text import fold
from queries.rows import Rows

_EVERY = "moi"


def listed(read: Callable[..., Rows[Any]], what: str) -> tuple[Territory, Rows[Any]]:
    """The chosen territory and what a read says of its documents; says so, and stops the page, where no document has ``what``."""
    territory = filters.territory()
    rows = cached_read(read, unit_id=territory.unit_id)
    if not rows:
        messages.nothing_yet(f"Chưa văn bản nào của {formats.inside(territory.name)} trong kho có {what}.", "Chọn địa bàn khác.")
    return territory, rows


def _document(labels: dict[str, str], first: str) -> str:
    return filters.choose("Văn bản", "van_ban", labels, first, width=330)


def document(rows: Rows[Any]) -> str:
    """Which document's list: ``?van_ban=525/KH-UBND``; '' for all of them. Opens on the one that tells the most about progress."""
    labels = {name: f"{name}: {count} nhiệm vụ" for name, count in task_words.documents(rows).items()}
    chosen = _document({**labels, _EVERY: f"Mọi văn bản: {len(rows)} nhiệm vụ"}, task_words.opening_document(rows))
    return "" if chosen == _EVERY else chosen


def agency(rows: Rows[Any]) -> str:
    """Which lead agency, as the documents write it: ``?chu_tri=…``; '' for all of them."""
    named = sorted({row.lead_agency for row in rows if row.lead_agency})
    chosen = filters.choose("Chủ trì", "chu_tri", {_EVERY: "Mọi cơ quan", **{name: name for name in named}}, _EVERY, width=260)
    return "" if chosen == _EVERY else chosen


def words() -> str:
    """Words that a name is to hold: ``?viec=mạng truyền số liệu``."""
    return (
        st.text_input("Tìm nhiệm vụ", placeholder="Tìm nhiệm vụ…", key="viec", type="search", width=230, bind="query-params")
        or ""
    )


def matching(rows: Rows[Any], agency: str, words: str) -> Rows[Any]:
    """The tasks of an agency whose name or agency has words that begin so, with or without diacritics."""
    kept = rows.where(lead_agency=agency) if agency else rows
    return kept.matching(lambda row: begins(fold(f"{row.name or ''} {row.lead_agency or ''}"), words)) if words.strip() else kept


def budget_document(rows: Rows[Any]) -> str:
    """Which document's money: ``?van_ban=424/QĐ-UBND``; the one with the most cells first."""
    ordered = budget_words.documents(rows)
    return _document({name: name for name in ordered}, ordered[0])


def unmet(rows: Rows[Any], served: Rows[Any]) -> str:
    """Which indicator to ask about: ``?chi_tieu=HT.01``. Missed and nearly met ones first, then others that tasks serve.

    Takes ``target_list`` and ``task_link_list``.
    """
    marks = {"missed": "Chưa đạt", "near": "Gần đạt"}
    labels = {row.indicator_id: f"{row.short_name} · {marks[row.mark]}" for row in reversed(rows) if row.mark in marks}
    labels = dict(reversed(labels.items()))
    labels |= {row.indicator_id: row.short_name for row in served if row.indicator_id not in labels}
    return filters.choose("Chỉ tiêu", "chi_tieu", labels, width=430) if labels else ""

"""What the search box found: each indicator as a link, with the shape of its status and its newest value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.text import formats
from components.text.units import comparison_words, profile_words
from components.tiles import bullets
from components.tiles.html_table import Markup, joined, small, tag
from components.tiles.links import address, indicator_links, link
from components.tiles.messages import empty
from queries.rows import Rows

_MOST = 24


def found(rows: Rows, unit_id: str, words: str, *, near: bool) -> None:
    """Indicators as links. Takes the columns of ``indicator_search``; ``near``: none matches ``words``, these come closest."""
    if not rows:
        empty(
            f"Không có chỉ tiêu nào của địa bàn này khớp với “{words}”.",
            "Gõ chữ đầu của một từ trong tên, ví dụ “hồ sơ”, “dịch vụ công”, “4G”; có dấu hay không dấu đều được.",
        )
        return
    title = f"Không có chỉ tiêu nào khớp với “{words}”; gần nhất:" if near else f"Tìm thấy {len(rows)} chỉ tiêu"
    rest = len(rows) - _MOST
    to_years = address("chi-tieu", {"dia_ban": unit_id, "tim": words, "xem": "nam"})
    years = Markup() if near or len(rows) < 2 else tag("p", link(to_years, "Xem các chỉ tiêu này qua các năm ›"), class_="note")
    more = tag("p", f"Còn {rest} chỉ tiêu nữa; gõ thêm để thu hẹp.", class_="note") if rest > 0 else ""
    listed = tag("ul", *(_hit(row, unit_id) for row in rows[:_MOST]), class_="found")
    st.html(tag("div", joined(tag("h2", title, class_="part"), years, listed, more), role="status"))


def units(rows: Sequence[Any]) -> None:
    """Units whose name was searched for, each a link to its page. Takes ``unit_state_list``."""
    if rows:
        names = [link(address("ho-so-don-vi", {"don_vi": row.unit_id}), profile_words.label(row)) for row in rows]
        between = [part for name in names for part in (" · ", name)][1:]
        st.html(tag("p", tag("b", "Hồ sơ đơn vị: "), *between, class_="note to-unit"))


def _hit(row: Any, unit_id: str) -> Markup:
    level = "" if row.level == "all" else f"{formats.level_phrase(row.level, unit_id)}: "
    status = "" if row.mark == "no_target" else f" · {formats.verdict(row).lower()}"
    value = small(f"{level}{comparison_words.figure(row)}{status}")
    return tag(
        "li",
        bullets.shape(formats.shown_mark(row)),
        tag("div", link(indicator_links(unit_id)(row.indicator_id), row.name), value),
    )

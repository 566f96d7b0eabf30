"""The parts of a briefing in order, each to be moved or taken out, and what adds one."""

from __future__ import annotations

from html import escape
from textwrap import shorten

import streamlit as st

from components import state
from components.briefing.briefing_pages import LONG, Page, has_contents
from components.briefing.selection import SWITCH, Briefing
from components.filters import url_state
from components.slides.slide import SECTION
from components.text.markdown import escaped
from components.tiles import messages

_CONTENTS = {
    True: "Bỏ trang nội dung và trang mở từng phần",
    False: "Thêm trang nội dung và trang mở từng phần",
}  # whether there are some -> what the button does


def order(briefing: Briefing, pages: list[Page]) -> None:
    """The parts in order, each to be moved or taken out, and a box to add one."""
    messages.part("Nội dung", "Thứ tự của các trang.", hint="▲ ▼ để đổi chỗ, ✕ để bỏ.")
    told = [page for page in pages if page.slide.kind != SECTION]
    counts = {part: sum(page.part == part for page in told) for part in briefing.parts}
    for position, part in enumerate(briefing.parts):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"part-{position}"):
            label = shorten(briefing.labels[part], 34, placeholder="…") + ("" if counts[part] else " (không có số liệu)")
            st.html(f'<p style="margin:0">{position + 1}. {escape(label)}</p>', width="stretch")
            for sign, step, action in (("▲", -1, "Lên trên"), ("▼", 1, "Xuống dưới"), ("✕", 0, "Bỏ phần này")):
                other = position + step
                st.button(
                    sign,
                    key=f"{sign}-{position}",
                    help=escaped(f"{action}: {briefing.labels[part]}"),
                    type="tertiary",
                    disabled=not 0 <= other < len(briefing.parts),
                    on_click=_move,
                    args=(briefing.listed, position, step),
                )
    rest = [part for part in briefing.labels if part not in briefing.parts]
    st.selectbox(
        "Thêm phần hoặc chỉ tiêu",
        rest,
        index=None,
        format_func=briefing.labels.__getitem__,
        placeholder="Chọn để thêm vào cuối…",
        key="them",
        filter_mode="contains",
        on_change=_add,
        args=(briefing.listed,),
    )

    on = has_contents(briefing, pages)
    st.button(
        escaped(_CONTENTS[on]),
        key=f"noi-dung-{on}",
        help=f"Bộ trình chiếu trên {LONG} trang có sẵn.",
        on_click=_switch,
        args=(briefing.parts, not on),
    )


def _switch(parts: list[str], on: bool) -> None:
    url_state.relist("phan", [*parts, next(code for code, said in SWITCH.items() if said == on)])


def _move(parts: list[str], position: int, step: int) -> None:
    moved = list(parts)
    part = moved.pop(position)
    if step:
        moved.insert(position + step, part)
    url_state.relist("phan", moved)


def _add(parts: list[str]) -> None:
    added = state.box("them")
    if (part := added.get()) is not None:
        url_state.relist("phan", [*parts, part])
    added.set(None)

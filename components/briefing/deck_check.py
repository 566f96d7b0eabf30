"""An older deck beside the store of today: what changed, what was edited by hand, what no longer fits; each slide made fresh or not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components import file_input
from components.briefing.deck_reading import reading
from components.slides import files
from components.slides.older.judged import Judged
from components.slides.pptx.errors import BadDeck
from components.text.decks import deck_words
from components.text.markdown import escaped
from components.tiles import download, messages, slide_button
from components.tiles.html_table import Markup, tag

_SHOWN = 5  # lines of a list that are seen before it is opened
_MENDED = ("stale", "day", "reworded")


def box(room: Any) -> None:
    """The box that takes a deck; what is found in it stands in ``room``."""
    with st.expander("Kiểm tra bộ trình chiếu đã tải trước đây"):
        messages.note(
            "Mỗi trang được so với lúc tải về và với kho hôm nay: số liệu đã đổi, chỗ đã sửa tay, câu chữ không còn khớp. "
            "Bạn chọn trang nào được làm mới; chỗ sửa tay được giữ trừ khi chọn ghi đè."
        )
        given = file_input.file("Bộ trình chiếu cũ (.pptx), tối đa 20 MB", ["pptx"], key="cu")
        if given is None:
            return
        context = slide_button.slide_context(slide_button.link_base())
        try:
            with reading(given.name):
                pages = files.looked_at(given.getvalue(), given.name, context)
        except BadDeck as error:
            st.error(escaped(str(error)))
            return
        messages.note(f"{deck_words.summary(pages)}. Chi tiết ở phần “Bộ trình chiếu cũ”.")
    with room, st.container(key="deck-check"):
        chosen = _found(given.name, pages)
        if chosen:
            download.button(
                f"Tải bộ trình chiếu đã làm mới {len(chosen)} trang",
                lambda: files.refreshed(given.getvalue(), given.name, context, chosen),
                file_name=f"{given.name.rsplit('.', 1)[0]}-moi.pptx",
                mime=slide_button.PPTX,
                key="tai-moi",
            )


def _found(name: str, pages: Sequence[Judged]) -> dict[int, frozenset[str]]:
    """Everything that was found; gives the slides that somebody wants fresh, with what may be overwritten."""
    messages.part(f"Bộ trình chiếu cũ: {name}", f"{deck_words.summary(pages)}.")
    chosen: dict[int, frozenset[str]] = {}
    for page in pages:
        if not deck_words.is_quiet(page) and page.state != "unknown":
            _told(page)
            overwritten = _choice(name, page)
            if overwritten is not None:
                chosen[page.number] = overwritten
    for said, quiet in (
        ("Không đổi", [page for page in pages if deck_words.is_quiet(page)]),
        ("Không nhận ra, không đụng đến", [page for page in pages if page.state == "unknown"]),
    ):
        if quiet:
            messages.note(f"{said}: {deck_words.numbered(quiet)}.")
    return chosen


def _told(page: Judged) -> None:
    """One slide: its title, its states, and lists of what is meant."""
    title = tag("b", f"Trang {page.number} · {page.title}")
    states = tag("span", " · ".join(deck_words.badges(page)), class_="states")
    lists = [
        _listed("Số liệu", [deck_words.changed(one) for one in deck_words.by_weight(page.changes)]),
        _listed("Sửa tay", [deck_words.edited(one, page.changes) for one in page.edits]),
        _listed("Câu chữ", [deck_words.doubt(one) for one in page.kept]),
        _listed("Lưu ý", list(page.remarks)),
    ]
    st.html(tag("div", tag("p", title), tag("p", states), *lists, class_="judged"))


def _listed(title: str, lines: list[str]) -> Markup:
    """Lines below a title, of many the rest behind a click."""
    if not lines:
        return Markup()
    first, rest = ([tag("li", line) for line in some] for some in (lines[:_SHOWN], lines[_SHOWN:]))
    more = tag("details", tag("summary", f"và {len(rest)} chỗ khác"), tag("ul", *rest)) if rest else Markup()
    return tag("div", tag("em", title), tag("ul", *first), more)


def _choice(name: str, page: Judged) -> frozenset[str] | None:
    """Whether a slide is made fresh, and what of the edited may be overwritten; None to leave it alone."""
    if page.state == "gone" or not (page.state in _MENDED or page.edits):
        return None
    key = f"moi:{name}:{page.number}"
    with st.container(key=f"mend-{page.number}", gap="small"):
        if not st.checkbox(f"Làm mới trang {page.number}", value=page.state == "stale", key=key):
            return None
        wanted = deck_words.overwriting(page.edits)
        return frozenset(shape for shape, words in wanted.items() if st.checkbox(escaped(words), key=f"{key}:{shape}"))

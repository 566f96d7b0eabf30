"""Every slide as it will look, with its message to edit; messages of one's own go into the link with the figures that they are about."""

from __future__ import annotations

import base64
from html import escape
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st

from components import state
from components.briefing.briefing_pages import Page
from components.briefing.own_template import Own
from components.briefing.selection import Briefing
from components.filters import url_state
from components.slides.content import kinds
from components.slides.flat import html_file
from components.slides.pptx.notes import mark
from components.slides.slide import AGENDA, COVER, SECTION, Slide
from components.theme import LINE

_IN_PICTURE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")  # rules inside the picture of a slide


def previews(briefing: Briefing, pages: list[Page], own_template: Own | None = None) -> list[Slide]:
    """Every slide as it will look, with its message to edit below it. Returns the slides with these messages."""
    look = own_template.look if own_template else None
    own = _own_messages(briefing)
    total = len(pages)
    slides: list[Slide] = []
    for start in range(0, total, 2):
        for column, page in zip(st.columns(2, gap="medium"), pages[start : start + 2], strict=False):
            with column:
                room = st.container()
                slide = page.slide
                if slide.kind not in (COVER, AGENDA, SECTION):
                    message = st.text_area(
                        f"Thông điệp trang {len(slides) + 1}",
                        own.get(page.code, slide.message),
                        key=f"loi:{page.code}:{mark(slide.message)}",
                        max_chars=240,
                        height="content",
                    )
                    slide = kinds.with_message(slide, message)
                    st.html(f'<p class="printed">Thông điệp trang {len(slides) + 1}: {escape(slide.message)}</p>')
                    own.pop(page.code, None)
                    if not slide.drafted:
                        own[page.code] = slide.message
                slides.append(slide)
                drawn = html_file.page(slide, len(slides), total, look).replace(">", f"><style>{_IN_PICTURE}</style>", 1)
                picture = base64.b64encode(drawn.encode()).decode()
                with room:
                    st.html(
                        f'<img style="width:100%;border:1px solid {LINE}" src="data:image/svg+xml;base64,{picture}" alt="{escape(f"Trang {len(slides)}: {slide.title}. {slide.message}")}">'
                    )
    _to_link(briefing, own)
    return slides


def _scope(briefing: Briefing) -> dict[str, str]:
    """The choice of figures that messages belong to, as it stands in the link."""
    parts = {"ky": briefing.period, "cap": briefing.level}
    chosen = {name: code for name, code in parts.items() if code not in ("newest", "any")}
    return {"dia_ban": briefing.territory.unit_id, "nam": str(briefing.year), **chosen}


def _own_messages(briefing: Briefing) -> dict[str, str]:
    """Messages that somebody wrote instead of the drafted ones, by page code; each choice of figures keeps its own."""
    scope, by_scope = urlencode(_scope(briefing)), state.MESSAGES.get()
    if by_scope is None:
        in_link = {key[4:]: value[:240] for key, value in st.query_params.items() if key.startswith("loi.")}
        by_scope = {scope: in_link}
        state.MESSAGES.set(by_scope)
    return dict(by_scope.get(scope, {}))


def _to_link(briefing: Briefing, own: dict[str, str]) -> None:
    """Keep the messages, and write them into the link together with the choice that they belong to."""
    state.MESSAGES.set({**(state.MESSAGES.get() or {}), urlencode(_scope(briefing)): own})
    in_link = {f"loi.{code}": message for code, message in own.items()}
    there = {key: value for key, value in st.query_params.items() if key.startswith("loi.")}
    if there != in_link:
        for key in there.keys() - in_link.keys():
            del st.query_params[key]
        st.query_params.update(in_link)
    if own:
        url_state.pin(**_scope(briefing))

"""The files of a briefing to take away: PowerPoint, PDF, HTML."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components import state
from components.briefing.own_template import Own
from components.briefing.selection import Briefing
from components.slides import files
from components.slides.slide import Slide
from components.text.decks.deck_file_name import deck_file_name
from components.tiles import download, slide_button


def downloads(briefing: Briefing, slides: list[Slide], own: Own | None = None) -> None:
    """The three files, the PowerPoint one in the customer's own template; each holds what the boxes say at the click."""
    buttons = st.container(horizontal=True, gap="small")
    name = briefing.name
    newest = state.newest_slides()  # a button of an earlier run finds the slides of the last one here
    newest.clear()
    newest[name] = slides

    def now() -> list[Slide]:
        return newest.get(name, slides)

    offered: list[tuple[str, str, str, Callable[[], bytes]]] = [
        ("PowerPoint", "pptx", slide_button.PPTX, lambda: files.pptx(now(), name, own.file if own else None)),
        ("PDF", "pdf", "application/pdf", lambda: files.pdf(now(), name)),
        ("HTML", "html", "text/html", lambda: files.html(now(), name)),
    ]
    with buttons:
        for label, ending, mime, make in offered:
            download.button(
                label,
                slide_button.when_page_is_idle(make),
                file_name=deck_file_name(name, ending),
                mime=mime,
                key=f"tai-{ending}",
                kind="primary" if ending == "pptx" else "secondary",
            )

"""What a reader takes away from a page: its charts as PowerPoint. Made at the click, not before."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import streamlit as st

from components import settings
from components.store_access import asked_on, cached_read, is_sample, shown_store
from components.streamlit_private import session_id, session_is_running
from components.territory import Territory
from components.text.decks.deck_file_name import deck_file_name
from components.tiles import download
from data.vietnamese import dates

if TYPE_CHECKING:
    from components.slides.content.context import SlideContext

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
_GRACE, _LONGEST = 0.4, 30  # seconds after a click in which typed text may still be on its way, and that a file waits at most


@dataclass(frozen=True)
class SlideDownload:
    """A file that is made when somebody asks for it."""

    file_name: str
    make: Callable[[], bytes]


def slide(kind: str, name: str, territory: Territory, **params: Any) -> SlideDownload:
    """A chart's slide: a kind of ``components.slides.content.kinds`` about a territory; ``name`` says what it shows."""
    address, whole = link_base(), {"dia_ban": territory.unit_id, **params}
    label = " ".join([name, territory.name, *(str(value) for value in params.values() if value != "any")])

    def make() -> bytes:
        from components.slides import single_chart  # loads all slides: not before somebody asks for one

        return single_chart.one_slide(slide_context(address), kind, whole)

    return SlideDownload(deck_file_name(label, "pptx"), make)


def button(offered: SlideDownload, *, key: str) -> None:
    """The button below a chart that hands over its slide."""
    download.button(
        "PowerPoint",
        offered.make,
        file_name=offered.file_name,
        mime=PPTX,
        key=key,
        kind="tertiary",
        hint="Tải biểu đồ này thành trang PowerPoint sửa được",
    )


def when_page_is_idle(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """``make``, called once the page stands still.

    The click on a button takes the focus out of the box that somebody was typing in. The browser asks for the file at once and
    sends the typed text a moment later; Streamlit makes the file beside the run that takes the text in.
    """
    session = session_id()

    def when_idle() -> bytes:
        clicked = time.monotonic()
        while (waited := time.monotonic() - clicked) < _GRACE or (session_is_running(session) and waited < _LONGEST):
            time.sleep(0.02)
        return make()

    return when_idle


def slide_context(address: str) -> SlideContext:
    """Where slides are made from the open store; ``address`` is that of the site."""
    from components.slides.content.context import SlideContext

    return SlideContext(cached_read, address, shown_store().data_version(), is_sample(), dates.looking_back_to(), asked_on)


def link_base() -> str:
    """Address that links in files lead to: the operator's, else that of the site; '' when it means the reader's own machine."""
    address = settings.site_address() or base_url()
    host = urlsplit(address).hostname or ""
    return "" if host == "localhost" or host == "::1" or host.startswith("127.") else address


def base_url() -> str:
    """Address of the site with a slash at its end; '' when the browser does not tell."""
    parts = urlsplit(st.context.url or "")
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{parts.scheme}://{parts.netloc}/{base + '/' if base else ''}" if parts.scheme in ("http", "https") else ""

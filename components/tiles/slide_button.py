"""What a reader takes away from a page: its charts as PowerPoint. A link to ``/tai-ve/…`` makes a slide when it is followed, not before."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import streamlit as st

from components import settings
from components.store.store_access import asked_on, cached_read, is_sample, shown_store
from components.streamlit_private import session_id, session_is_running
from components.territory import Territory
from components.text.decks.deck_file_name import deck_file_name
from components.tiles import links, sample_label
from components.tiles.html_table import Markup, tag
from data.vietnamese import dates

if TYPE_CHECKING:
    from components.slides.content.context import SlideContext

PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
PLACE = "tai-ve"  # of the site: where slides are handed out
_HINT = "Tải biểu đồ này thành trang PowerPoint sửa được"
_GRACE, _LONGEST = 0.4, 30  # seconds after a click in which typed text may still be on its way, and that a file waits at most


class NoSlide(Exception):
    """What a link asks for has no slide."""


@dataclass(frozen=True)
class SlideLink:
    """Where a chart's slide is made, when somebody follows it; relative to the site."""

    address: str

    def drawn(self) -> Markup:
        """The link that hands over the slide. It opens in the same tab: a file leaves the page as it is, a refusal is a page of its own."""
        return tag("a", "PowerPoint", href=self.address, target="_self", title=_HINT)


def slide(kind: str, name: str, territory: Territory, **params: Any) -> SlideLink:
    """A chart's slide: a kind of ``components.slides.content.kinds`` about a territory, of the day and the store that are shown; ``name`` says what it shows."""
    label = " ".join([name, territory.name, *(str(value) for value in params.values() if value != "any")])
    choices = {"dia_ban": territory.unit_id, **params}
    return SlideLink(links.address(f"{PLACE}/{kind}/{deck_file_name(label, 'pptx')}", choices))


def button(offered: SlideLink) -> None:
    """The link below a chart that hands over its slide."""
    st.html(tag("p", offered.drawn(), class_="slide"))


def made(kind: str, name: str, told: Mapping[str, str], address: str) -> tuple[str, bytes]:
    """The name and the bytes of the file that a link of ``slide`` leads to, of what is shown here; ``address`` is that of the site.

    The name of the link is taken in plain letters alone; what marks invented figures and a past day stands before it in any case.
    Raises NoSlide for what nothing can be made of.
    """
    from components.slides import single_chart  # loads all slides: not before somebody asks for one
    from components.slides.content.kinds import NoSuchSlide
    from components.slides.content.slide_params import read

    try:
        content = single_chart.one_slide(slide_context(_outside(address)), kind, read(told))
    except NoSuchSlide as reason:
        raise NoSlide(kind) from reason
    return sample_label.file_name(deck_file_name(name, "pptx")), content


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
    return _outside(base_url())


def _outside(here: str) -> str:
    address = settings.site_address() or here
    host = urlsplit(address).hostname or ""
    return "" if host == "localhost" or host == "::1" or host.startswith("127.") else address


def base_url() -> str:
    """Address of the site with a slash at its end; '' when the browser does not tell."""
    parts = urlsplit(st.context.url or "")
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    return f"{parts.scheme}://{parts.netloc}/{base + '/' if base else ''}" if parts.scheme in ("http", "https") else ""

"""The past day that a page shows as it was known then: from the link, kept over a change of page, with its mark and its box."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, timedelta
from pathlib import Path

import streamlit as st

from components import page_turn, state
from components.store import store_access
from components.store.store_access import present_read
from components.streamlit_private import page_id, went_back
from components.text.markdown import escaped
from components.tiles import links, messages, sample_label
from components.tiles.html_table import tag
from data.store_messages import store_problem
from data.vietnamese import dates, past_day
from data.vietnamese.past_day import PARAMETER
from queries.reads import known_day_list
from queries.store import StoreError


@contextmanager
def shown(looks_back: bool) -> Iterator[None]:
    """What is drawn inside is shown as it was known on the day of the link, with a band that says so.

    ``looks_back``: the page can, and whoever is here may read; otherwise it is the present one. A day that cannot be shown is told
    and stops the page.
    """
    asked = _asked() if looks_back else ""
    day = _day(asked) if asked else None
    with made(day):
        sample_label.day_banner()
        yield


def _asked() -> str:
    """What the link asks for; it is kept over the menu, which drops it, and forgotten where somebody goes back to a link without it."""
    in_link, arrived = st.query_params.get(PARAMETER), state.KNOWN_PAGE.get() != page_id()
    state.KNOWN_PAGE.set(page_id())
    if in_link is None and arrived and not went_back():
        in_link = state.KNOWN_ON.get()
        if in_link:
            st.query_params[PARAMETER] = in_link
    return state.KNOWN_ON.set(in_link or "")


def _day(asked: str) -> date | None:
    known = present_read(known_day_list).values("day")
    refusal = past_day.refusal(asked, known[-1] if known else None, dates.today())
    if refusal:
        messages.headline("Không có gì để xem như đã biết ngày ấy", refusal)
        here = links.link(links.here(**{PARAMETER: None}), "Xem như hôm nay")
        since = known[-1] if known else None
        if since and since < dates.today():
            first = links.link(links.here(**{PARAMETER: since.isoformat()}), f"Xem như đã biết ngày {dates.said_day(since)}")
            st.html(tag("p", here, " · ", first, class_="note"))
        else:
            st.html(tag("p", here, class_="note"))
        st.stop()
    return past_day.read(asked)


@contextmanager
def made(day: date | None) -> Iterator[None]:
    """Within it the page is of that day; the first who asks for a day sees how far its making is."""
    progress = st.empty()

    def report(share: float) -> None:
        progress.progress(
            min(share, 1.0), text=f"Đang dựng lại kho số liệu như đã biết ngày {dates.said_day(day)}…" if day else ""
        )

    with ExitStack() as past:
        try:
            with page_turn.elsewhere():
                past.enter_context(store_access.known_on(day, report))
        except StoreError as error:
            st.error(escaped(store_problem(f"past_{error.reason}", Path(error.path).name)))
            st.stop()
        progress.empty()
        yield


def box() -> None:
    """In the footer: choose a past day, or go to what changed between two."""
    days = present_read(known_day_list).values("day")
    yesterday = dates.now().date() - timedelta(days=1)
    with st.popover("Như đã biết ngày…", type="tertiary"):
        if not days or days[-1] > yesterday:
            since = f"Kho số liệu được lập hôm nay, {dates.said_day(days[-1])}" if days else "Kho số liệu còn trống"
            st.html(f'<p class="note">{since}: từ ngày mai có thể xem lại từng ngày đã qua.</p>')
            return
        st.html(
            f'<p class="note">Xem mọi trang như kho số liệu biết vào cuối một ngày đã qua, từ {dates.said_day(days[-1])}.</p>'
        )
        asked = past_day.read(st.query_params.get(PARAMETER, ""))
        shown_day = asked if asked and days[-1] <= asked <= yesterday else None
        key = f"known-day-{shown_day or ''}"  # a new box for another day: what an old one holds is nobody's wish any more
        st.date_input(
            "Ngày",
            shown_day,
            min_value=days[-1],
            max_value=yesterday,
            format="DD/MM/YYYY",
            key=key,
            on_change=_choose,
            args=(key,),
        )
        st.html(tag("p", links.link("so-sanh-hai-ngay", "So sánh hai ngày ›"), class_="note"))


def _choose(key: str) -> None:
    chosen: date | None = state.day_box(key).get()
    if chosen is None:
        st.query_params.pop(PARAMETER, None)
    else:
        st.query_params[PARAMETER] = chosen.isoformat()

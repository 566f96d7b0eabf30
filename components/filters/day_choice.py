"""Two days to compare: ``?tu_ngay=2026-07-15&den_ngay=2026-09-30``; without the second one today."""

from __future__ import annotations

from datetime import date, timedelta
from typing import NamedTuple

import streamlit as st

from components import state
from components.store.store_access import present_read
from data.vietnamese import dates, past_day
from queries.reads import known_day_list

FIRST, LAST = "tu_ngay", "den_ngay"


class Span(NamedTuple):
    """An earlier and a later day; ``shown_on`` is the later one as a past day, None for today. ``told``: what the link asked for and
    nobody can show, a sentence a day."""

    first: date
    last: date
    shown_on: date | None
    told: tuple[str, ...] = ()


def days() -> Span | None:
    """The boxes; they open on the day before something came to be known last, and on today. None where the store has no two days yet."""
    known, today = present_read(known_day_list).values("day"), dates.today()
    if not known or known[-1] >= today:
        return None
    opened = max(known[0] - timedelta(days=1), known[-1])
    first, no_first = _box("Từ cuối ngày", FIRST, min(opened, today - timedelta(days=1)), known[-1], today - timedelta(days=1))
    last, no_last = _box("Đến cuối ngày", LAST, today, known[-1] + timedelta(days=1), today)
    turned = ""
    if first >= last:
        first = last - timedelta(days=1)
        turned = f"Ngày đầu phải trước ngày sau: so từ {dates.said_day(first)}."
    state.CHOSEN.set([*state.CHOSEN.get(), f"{dates.said_day(first)} – {dates.said_day(last)}"])
    return Span(first, last, last if last < today else None, tuple(filter(None, [no_first, no_last, turned])))


def _box(label: str, name: str, opened: date, least: date, most: date) -> tuple[date, str]:
    """A box, and what is to be said where the link asks for a day that is none, or none to be shown."""
    text = st.query_params.get(name, "")
    asked = past_day.read(text)
    day = min(max(asked or opened, least), most)
    key = f"{name}-{day}"  # a new box for another day: what an old one holds is nobody's wish any more
    st.date_input(
        label, day, min_value=least, max_value=most, format="DD/MM/YYYY", key=key, on_change=_choose, args=(name, key), width=150
    )
    if not text or asked == day:
        return day, ""
    wrong = f"Không hiểu ngày “{text[:40]}”" if asked is None else f"Ngày {dates.said_day(asked)} không so được"
    return day, f"{wrong}: chọn từ {dates.said_day(least)} đến {dates.said_day(most)}; đang xem ngày {dates.said_day(day)}."


def _choose(name: str, key: str) -> None:
    chosen: date | None = state.day_box(key).get()
    if chosen is None:
        st.query_params.pop(name, None)
    else:
        st.query_params[name] = chosen.isoformat()

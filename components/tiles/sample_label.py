"""What marks everything that is not the real figures of today: invented ones, and what was known on a past day.

The one place that decides, for every screen and everything that leaves it.
"""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.store import open_stores, store_access
from components.text import formats
from components.tiles import links
from components.tiles.html_table import Markup, joined, tag
from data.vietnamese import dates, past_day
from data.vietnamese.terms import SAMPLE

_PRINTED = f"@media print {{@page {{@top-right {{content:'{SAMPLE}'; font-family:'Noto Sans',Arial,sans-serif; font-size:9pt; font-weight:700}}}}}}"
_PRINTED_DAY = "@media print {{@page {{@top-left {{content:'{}'; font-family:'Noto Sans',Arial,sans-serif; font-size:10pt; font-weight:700}}}}}}"


def banner() -> None:
    """A label over every screen, the screenshot view and every printed page of a store with invented figures; nothing otherwise.

    A page that comes before the store is open has no figures and no label.
    """
    if open_stores.is_open() and store_access.is_sample():
        with st.container(key="sample"):
            st.html(f"<style>{_PRINTED}</style>{tag('div', SAMPLE, class_='sample-label', role='note')}")


def day_banner() -> None:
    """A band over every screen of a page that looks back, with the ways to today and to what changed since; nothing otherwise."""
    day = dates.looking_back_to()
    if day is None:
        return
    label = tag("b", past_day.label(day))
    said = tag("span", "Số liệu, trạng thái và hạn là của ngày ấy, không phải của hôm nay.")
    chosen = {name: code for name in ("dia_ban",) if (code := st.query_params.get(name))}
    since = links.address("so-sanh-hai-ngay", {**chosen, "tu_ngay": day, past_day.PARAMETER: None})
    today = links.link(links.here(**{past_day.PARAMETER: None}), "Về hôm nay")
    ways = tag("span", links.link(since, "Từ đó đến nay đổi gì"), " ", today, class_="ways")
    with st.container(key="known-day"):
        printed = _PRINTED_DAY.format(past_day.label(day))
        st.html(f"<style>{printed}</style>{tag('div', joined(label, said, ways), class_='known-day', role='note')}")


def marks() -> Sequence[str]:
    """What is to be said before a line, in a picture or a file, each in words of its own; nothing for the real figures of today."""
    day = dates.looking_back_to()
    return [*([formats.SAMPLE] if store_access.is_sample() else []), *([f"{past_day.label(day)}."] if day else [])]


def mark() -> Markup:
    """The marks before a line of text, as markup."""
    return Markup("".join(tag("b", text, class_="sample") + " " for text in marks()))


def in_note(note: str) -> str:
    """The note of a picture with the marks before it."""
    return " ".join([*marks(), note]).strip()


def in_every_line() -> dict[str, str]:
    """What each line of a table that is handed over says besides: heading and text."""
    day = dates.looking_back_to()
    return ({SAMPLE: SAMPLE} if store_access.is_sample() else {}) | ({past_day.LABEL: dates.said_day(day)} if day else {})


def file_name(name: str) -> str:
    """The name of a file that is handed over, with the marks before it."""
    day = dates.looking_back_to()
    before = [*([SAMPLE] if store_access.is_sample() else []), *([past_day.in_file_name(day)] if day else [])]
    return " - ".join([*before, name])

"""Choices between the link, the boxes and what a visit remembers: which of them is the newest, and what the link has to say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import streamlit as st

from components import state


@contextmanager
def writing_link() -> Iterator[None]:
    """What is chosen inside is written into the link at once, at the end."""
    state.TO_LINK.set({})
    yield
    missing = state.TO_LINK.pop()
    if missing:
        st.query_params.update(missing)


def selected(name: str, codes: Sequence[str], default: str) -> bool:
    """Put into the box ``name`` what is chosen now, or ``default``; says whether anything was chosen.

    The link wins when it changed since the last run (a link that was sent, the back button); an unknown code is ignored.
    """
    code = next((code for code in _candidates(name) if code in codes), None)
    # set at every run: after a change of page the box is a new one that knows only its first option
    state.box(name).set(code or default)
    return code is not None


def remember(name: str, code: str, default: str, was_chosen: bool) -> None:
    """Keep what stands in a box after it was drawn, and note it for the link.

    Where the kept choice does not exist on this page, the box fell back to ``default`` and the choice stays kept for others.
    """
    kept = state.choice(name)
    if was_chosen or kept.code is None:
        kept.code = code
    kept.in_box = code
    kept.in_link = code if code != default or name in st.query_params else None
    if st.query_params.get(name) != code and not (code == default and name not in st.query_params):
        _to_link(name, code)  # what a bare link opens anyway is not written: Back stays usable


def listed(name: str, codes: list[str], first: list[str]) -> list[str]:
    """Codes in an order of their own, kept in the link (``?name=a,b``) and over a change of page; unknown ones are ignored."""
    kept, in_link = state.list_choice(name), st.query_params.get(name)
    untouched = in_link is None and kept.codes == kept.first
    if in_link is not None and in_link != kept.in_link:
        order = in_link.split(",")
    else:
        order = first if untouched or kept.codes is None else kept.codes
    kept.codes, kept.first = list(order), first
    if in_link is None and list(order) == first:
        kept.in_link = None  # what a bare link opens anyway is not written
    else:
        kept.in_link = ",".join(order)
        if in_link != kept.in_link:
            _to_link(name, kept.in_link)
    return [code for code in dict.fromkeys(order) if code in codes]


def relist(name: str, codes: list[str]) -> None:
    """Give an ordered choice other codes, from the next run on."""
    state.list_choice(name).codes = codes


def pin(**codes: str) -> None:
    """Write choices into the link that a bare one opens anyway: whatever else the link holds belongs to them."""
    missing = {name: code for name, code in codes.items() if st.query_params.get(name) != code}
    for name, code in missing.items():
        state.choice(name).in_link = code
    if missing:
        st.query_params.update(missing)


def newest(name: str) -> str | None:
    """What was chosen last, whether this page knows it or not."""
    return next((code for code in _candidates(name) if code is not None), None)


def forget_unchosen(name: str, bare: list[str]) -> None:
    """Forget what stands in a box only because a bare link opened it on another page (``bare``), so that this page opens its own."""
    kept, in_box = state.choice(name), state.box(name)
    if name not in st.query_params and kept.code in bare and in_box.get() in (None, kept.in_box):
        kept.code = None
        in_box.clear()


def forget_unlinked(name: str) -> None:
    """Forget a choice that the link does not hold (a bare link, the menu, Back), unless the box was changed just now."""
    kept, in_box = state.choice(name), state.box(name)
    if name not in st.query_params and in_box.get() in (None, kept.in_box):
        kept.code = None
        in_box.clear()


def _to_link(name: str, code: str) -> None:
    waiting = state.TO_LINK.get()
    if waiting is None:
        raise RuntimeError(f"the choice '{name}' stands outside filters.bar")
    waiting[name] = code


def _candidates(name: str) -> tuple[str | None, ...]:
    """What may have been chosen, most recent first: a new pick in the box, news in the link, an earlier page."""
    kept, in_link, in_box = state.choice(name), st.query_params.get(name), state.box(name).get()
    picked = in_box if in_box != kept.in_box else None
    news = in_link if in_link != kept.in_link else None
    return picked, news, in_box if kept.code is None else kept.code

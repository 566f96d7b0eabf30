"""Choices between the link, the boxes and what a visit remembers: which of them is the newest, and what the link has to say."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import streamlit as st

from components import state
from components.streamlit_private import page_id, went_back

Options = Mapping[str, str] | Sequence[str]  # codes with their names, or codes alone


@contextmanager
def writing_link() -> Iterator[None]:
    """What is chosen inside is written into the link at once, at the end."""
    state.TO_LINK.set({})
    state.UNANSWERED.set([])
    state.ARRIVED_AT_PAGE.set(state.PAGE.get() != page_id())
    state.PAGE.set(page_id())
    yield
    missing = state.TO_LINK.pop()
    if missing:
        st.query_params.update(missing)


def selected(name: str, options: Options, default: str) -> bool:
    """Put into the box ``name`` what is chosen now, or ``default``; says whether anything was chosen.

    The link wins when it changed since the last run (a link that was sent, the back button). A code of it that the page does
    not know stays in the box as it was asked, see ``asked``, and is told by ``unanswered``.
    """
    kept, code = state.choice(name), _chosen(name, options, default)
    if code is None:
        _tell(name, options, default)
    # set at every run: after a change of page the box is a new one that knows only its first option
    state.box(name).set(code if code is not None else default if kept.asked is None else kept.asked)
    return code is not None


def asked(name: str) -> str | None:
    """What the link asked of the choice ``name`` and this page does not know: an option of its own, so that the box keeps it."""
    return state.choice(name).asked


def remember(name: str, code: str, default: str, was_chosen: bool) -> str:
    """Keep what stands in a box after it was drawn, note it for the link, and return the code that the page goes by.

    Where the kept choice does not exist on this page, the box fell back to ``default`` and the choice stays kept for others.
    Where the link asks for something unknown, the link stays as it is.
    """
    kept, in_link = state.choice(name), st.query_params.get(name)
    kept.in_box = code
    if kept.asked is not None and code == kept.asked:
        kept.in_link = in_link
        return default
    kept.asked, kept.chosen = None, kept.chosen or code != default
    if was_chosen or kept.code is None:
        kept.code = code
    if state.ARRIVED_AT_PAGE.get() and in_link is None:
        state.opened_bare()[page_id(), name] = code
    kept.in_link = code if code != default or in_link is not None else None
    if kept.in_link not in (None, in_link):
        _to_link(name, code)  # what a bare link opens anyway is not written: Back stays usable
    return code


def unanswered() -> list[state.Unanswered]:
    """The choices that this page could not honour, in the order of its boxes."""
    return state.UNANSWERED.get() or []


def listed(name: str, codes: Options, first: list[str]) -> list[str]:
    """Codes in an order of their own, kept in the link (``?name=a,b``) and over a change of page; unknown ones are told."""
    kept, in_link = state.list_choice(name), st.query_params.get(name)
    untouched = in_link is None and kept.codes == kept.first
    if in_link is not None and in_link != kept.in_link:
        order = [] if in_link == "" else in_link.split(",")
    elif in_link is None and went_back():
        order = first
    else:
        order = first if untouched or kept.codes is None else kept.codes
    order = [known(code, codes) or code for code in order]
    kept.codes, kept.first = list(order), first
    if in_link is None and list(order) == first:
        kept.in_link = None  # what a bare link opens anyway is not written
    else:
        kept.in_link = ",".join(order)
        if in_link != kept.in_link:
            _to_link(name, kept.in_link)
    for code in dict.fromkeys(code for code in order if code not in codes):
        _note(name, code, codes)
    return [code for code in dict.fromkeys(order) if code in codes]


def relist(name: str, codes: list[str]) -> None:
    """Give an ordered choice other codes, from the next run on."""
    state.list_choice(name).codes = codes


def tell_empty(name: str, options: Options, instead: str) -> None:
    """Note that a link names no code of a choice (``?name=``) and what is shown for it, where '' is a choice of its own."""
    if _news(name) == "":
        _note(name, "", options, instead=instead)


def tell_surplus(name: str, left_out: Sequence[str], most: int) -> None:
    """Note that a link names more than a page can show at once, and what is left out."""
    if left_out:
        state.UNANSWERED.set([*unanswered(), state.Unanswered(name, ", ".join(left_out), (), most=most)])


def pin(**codes: str) -> None:
    """Write choices into the link that a bare one opens anyway: whatever else the link holds belongs to them."""
    missing = {name: code for name, code in codes.items() if st.query_params.get(name) != code}
    for name, code in missing.items():
        state.choice(name).in_link = code
    if missing:
        st.query_params.update(missing)


def newest(name: str) -> str | None:
    """What was chosen last, whether this page knows it or not."""
    picked, news, kept = _picked(name), _news(name), state.choice(name)
    return (
        picked or news or (_opened_bare(name) if _went_back_to_bare(name) else kept.asked or kept.code or state.box(name).get())
    )


def known(code: str, options: Options) -> str | None:
    """The code as this page writes it: case, blanks and a full stop at the end are forgiven; None for an unknown one."""
    if code in options:
        return code
    return next((option for option in options if _plain(option) == _plain(code)), None)


def forget_unchosen(name: str, bare: list[str]) -> None:
    """Forget what stands in a box only because a bare link opened it on another page (``bare``), so that this page opens its own."""
    kept, in_box = state.choice(name), state.box(name)
    if name not in st.query_params and kept.code in bare and in_box.get() in (None, kept.in_box):
        kept.code = None
        in_box.clear()


def forget_default(name: str) -> None:
    """Forget what another page opened by itself, so that this page opens its own; what a reader or a link chose stays."""
    kept, in_box = state.choice(name), state.box(name)
    if name not in st.query_params and not kept.chosen and in_box.get() in (None, kept.in_box):
        kept.code = None
        in_box.clear()


def forget_unlinked(name: str) -> None:
    """Forget a choice that the link does not hold (a bare link, the menu, Back), unless the box was changed just now."""
    kept, in_box = state.choice(name), state.box(name)
    if name not in st.query_params and in_box.get() in (None, kept.in_box):
        kept.code = None
        in_box.clear()


def _chosen(name: str, options: Options, default: str) -> str | None:
    """The code that counts now, most recent first: a new pick in the box, Back, news in the link, an earlier run or page."""
    kept, picked, news = state.choice(name), _picked(name), _news(name)
    if picked in options:
        kept.asked, kept.chosen = None, True
        return picked
    if _went_back_to_bare(name):
        kept.asked = None
        return known(_opened_bare(name) or default, options)
    if news is not None:
        kept.asked, kept.chosen = news, True
    elif name not in st.query_params:
        kept.asked = None
    if kept.asked is not None:
        found = known(kept.asked, options)
        kept.asked = None if found else kept.asked
        return found
    earlier = state.box(name).get() if kept.code is None else kept.code
    return earlier if earlier in options else None


def _tell(name: str, options: Options, default: str) -> None:
    kept = state.choice(name)
    if kept.asked is not None:
        _note(name, kept.asked, options, waits=True)
    elif kept.chosen and kept.code is not None:
        _note(name, kept.code, options, instead=default)


def _note(name: str, code: str, options: Options, instead: str | None = None, waits: bool = False) -> None:
    named = options if isinstance(options, Mapping) else {option: option for option in options}
    state.UNANSWERED.set([*unanswered(), state.Unanswered(name, code, tuple(named.items()), instead, waits)])


def _to_link(name: str, code: str) -> None:
    waiting = state.TO_LINK.get()
    if waiting is None:
        raise RuntimeError(f"the choice '{name}' stands outside filters.bar")
    waiting[name] = code


def _picked(name: str) -> str | None:
    in_box = state.box(name).get()
    return in_box if in_box != state.choice(name).in_box else None


def _news(name: str) -> str | None:
    in_link = st.query_params.get(name)
    return in_link if in_link != state.choice(name).in_link else None


def _went_back_to_bare(name: str) -> bool:
    return went_back() and name not in st.query_params


def _opened_bare(name: str) -> str | None:
    """What the page opened where its link named nothing, when somebody came to it; None for what a bare link opens."""
    return state.opened_bare().get((page_id(), name))


def _plain(code: str) -> str:
    return "".join(code.split()).rstrip(".").casefold()

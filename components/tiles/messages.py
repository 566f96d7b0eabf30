"""The words of a page: headline, headings, notes, source lines, facts and empty states."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from html import escape
from typing import NoReturn

import streamlit as st

from components.tiles import sample_label
from components.tiles.html_table import Content, Markup, joined, tag

_BELOW: ContextVar[bool] = ContextVar("below", default=False)  # an empty state waits until what it stands below is drawn


class NothingYet(Exception):
    """There is nothing to show: ``what`` and ``advice`` are for the reader."""

    def __init__(self, what: str, advice: str) -> None:
        super().__init__(what)
        self.what, self.advice = what, advice


def headline(sentence: str, sub: str = "") -> None:
    """The one sentence that says it, and a line below; before all else that line says when the store holds invented figures."""
    st.html(said(sentence, sub))


def said(sentence: str, sub: str = "") -> Markup:
    """The headline as markup, for a page that shows more in the same element."""
    return joined(tag("h1", sentence, class_="say"), sourced(sub))


def sourced(line: Content) -> Markup:
    """A line below a headline or a block, such as its source; it says first when the store holds invented figures."""
    mark = sample_label.mark()
    return tag("p", mark, line, class_="sub") if line or mark else Markup()


def part(title: str, sub: str = "", *, hint: str = "") -> None:
    """Heading of a part of the page; ``hint`` says what can be clicked, and is left out on paper and in the screenshot view."""
    st.html(heading(title, sub, hint=hint))


def heading(title: str, sub: str = "", *, hint: str = "") -> Markup:
    """The heading of a part as markup, for a page that shows more in the same element."""
    click = joined(" ", tag("span", hint, class_="hint")) if hint else ""
    return joined(tag("h2", title, class_="part"), tag("p", sub, click, class_="sub") if sub or hint else "")


def nothing_yet(what: str, advice: str) -> NoReturn:
    """A friendly empty state that says what to do; stops the page. Raises NothingYet within ``told_below``."""
    if _BELOW.get():
        raise NothingYet(what, advice)
    empty(what, advice)
    st.stop()


@contextmanager
def told_below() -> Iterator[None]:
    """Around a row of a page: an empty state that is told within it stands below the row, over the whole width."""
    token = _BELOW.set(True)
    try:
        yield
    except NothingYet as told:
        empty(told.what, told.advice)
        st.stop()
    finally:
        _BELOW.reset(token)


def empty(what: str, advice: str) -> None:
    """An empty state that says what is missing and what to do."""
    st.html(f'<div class="empty" role="status"><b>{escape(what)}</b><br>{escape(advice)}</div>')


def facts(pairs: list[tuple[str, str | None]]) -> None:
    """Name and text, one below the other; empty texts are left out."""
    listed = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in pairs if text)
    st.html(f'<dl class="facts">{listed}</dl>')


def source(line: str) -> None:
    """The source line again at the end of a long page; on paper and in the screenshot view the one at the top is enough."""
    st.html(f'<p class="source">{escape(line)}</p>')


def note(*lines: str) -> None:
    """Small lines of explanation, one below the other; nothing where there is nothing to explain."""
    if any(lines):
        st.html("".join(f'<p class="note">{escape(line)}</p>' for line in lines if line))

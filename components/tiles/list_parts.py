"""A long list in parts: a page draws one of them, its link says which, and the last way shows all of it, for print and for the browser's search."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.text import formats
from components.tiles.html_table import Markup, tag
from components.tiles.links import here, is_presentation

ALL = "tat-ca"


@dataclass(frozen=True)
class Part:
    """What is drawn of a list; ``ways`` to the rest, '' where there is none."""

    shown: Sequence[Any]
    ways: Markup


def part(
    name: str,
    every: Sequence[Any],
    most: int,
    noun: str,
    title: Callable[[Any], str],
    sought: Callable[[Any], bool] | None = None,
) -> Part:
    """The part of a list that the link names (``?name=2``, or all of it), else the one with what is ``sought``, else the first.

    Screens of a presentation have all of it. ``most`` of a part; ``noun`` and ``title`` say of what. A part that there is not is told.
    """
    if len(every) <= most or is_presentation():
        return Part(every, Markup())
    asked, starts = st.query_params.get(name, ""), range(0, len(every), most)
    known = asked == ALL or asked in map(str, range(1, len(starts) + 1))
    place = next((at for at, one in enumerate(every) if sought and sought(one)), 0) // most
    number = int(asked) - 1 if known and asked != ALL else place
    ways = [
        _way(name, every[start : start + most], start, at + 1, at == number and asked != ALL, title)
        for at, start in enumerate(starts)
    ]
    last = tag("a", f"Tất cả {len(every)}", href=here(**{name: ALL}), target="_self", aria_current="true" if asked == ALL else "")
    shown = every if asked == ALL else every[starts[number] : starts[number] + most]
    told = tag(
        "span", _words(shown, every, starts[number], noun) + ("" if known or not asked else f" (không có phần “{asked[:20]}”)")
    )
    return Part(shown, tag("nav", told, *ways, last, class_="list-parts", aria_label=f"Các phần của danh sách {noun}"))


def _words(shown: Sequence[Any], every: Sequence[Any], start: int, noun: str) -> str:
    """'Đơn vị 73–144 trong 323'."""
    name = noun[:1].upper() + noun[1:]
    if len(shown) == len(every):
        return f"{name}: tất cả {formats.number(len(every), 0)}"
    return f"{name} {start + 1}–{start + len(shown)} trong {formats.number(len(every), 0)}"


def _way(name: str, rows: Sequence[Any], start: int, number: int, now: bool, title: Callable[[Any], str]) -> Markup:
    ends = f"{title(rows[0])} – {title(rows[-1])}"
    return tag(
        "a",
        f"{start + 1}–{start + len(rows)}",
        href=here(**{name: number}),
        target="_self",
        title=ends,
        aria_current="true" if now else "",
    )

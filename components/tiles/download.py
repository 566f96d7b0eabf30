"""The button that hands over a file. Every download is one of these: it asks again at the click whether it may."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import streamlit as st

from components.permission import still_allowed
from components.store.store_access import on_the_same_day
from components.tiles import sample_label


class NotAllowed(Exception):
    """Whoever clicked may not have the file (any more): signed out, blocked, or without the right."""


def button(
    label: str,
    make: Callable[[], bytes],
    *,
    file_name: str,
    key: str,
    mime: str | None = None,
    kind: Literal["primary", "secondary", "tertiary"] = "secondary",
    hint: str | None = None,
) -> None:
    """A button whose file is made at the click, for somebody who may still see the page at that moment; its name says
    when the store holds invented figures."""
    made = for_allowed(make)
    st.download_button(
        label, made, file_name=sample_label.file_name(file_name), mime=mime, key=key, on_click="ignore", type=kind, help=hint
    )


def for_allowed(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """``make`` for whoever may still see this page when it is called; else it raises NotAllowed."""
    allowed, make_then = still_allowed(), on_the_same_day(make)

    def ask_and_make() -> bytes:
        if not allowed():
            raise NotAllowed
        return make_then()

    return ask_and_make

"""Links from one page to another that carry the choices along."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import urlencode

import streamlit as st

from components.tiles.html_table import Content, Markup, tag


def link(address: str, *contents: Content, title: str = "") -> Markup:
    """A link that opens in the same tab; ``title`` is shown when somebody points at it."""
    return tag("a", *contents, href=address, target="_self", title=title)


def address(page: str, choices: Mapping[str, object]) -> str:
    """The address of a page relative to the site ('./' for the first one) with choices in it."""
    return f"{page}?{urlencode(choices)}"


def indicator_links(unit_id: str) -> Callable[[str], str]:
    """Makes addresses of the indicator page, relative to the site; year and level that are chosen now go along."""
    also = {name: code for name, code in st.query_params.items() if name in ("nam", "cap")}
    return lambda indicator_id: address("chi-tieu", {"dia_ban": unit_id, **also, "chi_tieu": indicator_id})


def here(**changes: object) -> str:
    """The address of the page that is open with its choices, some of them changed; None takes a choice out."""
    whole = {**st.query_params.to_dict(), **changes}
    return address("", {name: code for name, code in whole.items() if code is not None and name != "che_do"})

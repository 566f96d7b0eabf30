"""Links from one page to another that carry the choices along."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache, wraps
from typing import TypeVar
from urllib.parse import quote_plus

import streamlit as st

from components.store import store_access
from components.store.kept_answers import while_figures_hold
from components.tiles.html_table import Content, Markup, tag
from data.vietnamese import dates
from data.vietnamese.past_day import PARAMETER

T = TypeVar("T")
MODE, SCREENS = "che_do", "man-hinh"  # of a link: the page as screens of a presentation
_quoted = lru_cache(maxsize=4000)(quote_plus)  # the same few names and codes stand in every link of a page
STORE, SAMPLE_CODE = "kho", "minh-hoa"  # of a link: the invented figures instead of the real ones


def link(address: str, *contents: Content, title: str = "") -> Markup:
    """A link that opens in the same tab; ``title`` is shown when somebody points at it."""
    return tag("a", *contents, href=address, target="_self", title=title)


def address(page: str, choices: Mapping[str, object]) -> str:
    """The address of a page relative to the site ('./' for the first one) with choices in it; a page that looks back leads to such pages,
    and one of invented figures to others of them."""
    day = dates.looking_back_to()
    more: dict[str, object] = {PARAMETER: day.isoformat()} if day else {}
    more |= {STORE: SAMPLE_CODE} if store_access.shows_sample() else {}
    return _joined(page, {**more, **choices})


def _joined(page: str, choices: Mapping[str, object]) -> str:
    return f"{page}?{'&'.join([f'{_quoted(name)}={_quoted(str(code))}' for name, code in choices.items() if code is not None])}"


def indicator_links(unit_id: str) -> Callable[[str], str]:
    """Makes addresses of the indicator page, relative to the site; year and level that are chosen now go along."""
    also = {name: code for name, code in st.query_params.items() if name in ("nam", "cap")}
    return lambda indicator_id: address("chi-tieu", {"dia_ban": unit_id, **also, "chi_tieu": indicator_id})


def is_presentation() -> bool:
    """Whether the link asks for the screens of a presentation."""
    return st.query_params.get(MODE) == SCREENS


def here(**changes: object) -> str:
    """The address of the page that is open with its choices, some of them changed; None takes a choice out."""
    whole = {**st.query_params.to_dict(), **changes}
    return _joined("", {name: code for name, code in whole.items() if name != MODE})


def kept_by_link(make: Callable[..., T]) -> Callable[..., T]:
    """Keep what a function made of the same answers of the store for the same link on the same day, links in it included.

    An answer of ``cached_read`` is one object as long as it holds: a new version of the data brings new objects, so nothing
    that was kept outlives its figures; it is forgotten with them.
    """
    return _kept_by_link(make, 300)


def few_kept_by_link(make: Callable[..., T]) -> Callable[..., T]:
    """The same of long tables and drawings, a megabyte each: of those that were looked at last."""
    return _kept_by_link(make, 12)


def _kept_by_link(make: Callable[..., T], most: int) -> Callable[..., T]:
    @while_figures_hold(most=most)
    def kept(link: tuple[tuple[str, str], ...], day: object, *given: Hashable) -> T:
        return make(*given)

    @wraps(make)
    def made(*given: Hashable) -> T:
        return kept(tuple(st.query_params.to_dict().items()), dates.today(), *given)

    return made

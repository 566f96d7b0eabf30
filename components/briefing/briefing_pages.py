"""The slides of a briefing: those of its parts, and a page of contents with pages that open the parts."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any

from components.briefing.own_template import Own
from components.briefing.selection import BY_SLUG, Briefing
from components.slides.content import kinds, table_pages
from components.slides.content.context import SlideContext
from components.slides.slide import AGENDA, COVER, SECTION, Slide
from components.tiles import slide_button

LONG = 10  # pages from which on a deck has one unless somebody said otherwise


@dataclass(frozen=True)
class Page:
    """One slide of a briefing; ``code`` names it in the link, ``part`` is the part that it belongs to."""

    code: str
    part: str
    slide: Slide


def slide_pages(briefing: Briefing, own: Own | None = None) -> list[Page]:
    """The slides of all parts, cut for the places of the customer's template; a part without figures has none."""
    if own is None:
        return _slide_pages(briefing)
    with table_pages.within(own.look.page, own.look.font):
        return _slide_pages(briefing)


def _slide_pages(briefing: Briefing) -> list[Page]:
    context = slide_button.slide_context(slide_button.link_base())
    whole: dict[str, Any] = {
        "dia_ban": briefing.territory.unit_id,
        "nam": briefing.year,
        "cap": briefing.level,
        **({} if briefing.period == "newest" else {"ky": briefing.period}),
    }
    pages = []
    for part in briefing.parts:
        kind = BY_SLUG.get(part) or kinds.KINDS["indicator"]
        names = ("dia_ban", "nam", *kind.needs, *kind.may) if part in BY_SLUG else ("dia_ban", "cap")
        params = {name: whole[name] for name in names if name in whole}
        slides = kinds.make(context, kind.key, params if part in BY_SLUG else {**params, "chi_tieu": part})
        for number, slide in enumerate(slides, start=1):
            pages.append(Page(part if len(slides) == 1 else f"{part}.{number}", part, slide))
    return _with_contents(briefing, context, pages) if has_contents(briefing, pages) else pages


def has_contents(briefing: Briefing, pages: list[Page]) -> bool:
    """Whether a deck has a page of contents: as somebody said, else when it is long; not with a single part."""
    several = len({page.part for page in pages if page.slide.kind != COVER}) > 1
    told = any(page.slide.kind == AGENDA for page in pages)
    return told or (several and (len(pages) > LONG if briefing.contents is None else briefing.contents))


def _with_contents(briefing: Briefing, context: SlideContext, pages: list[Page]) -> list[Page]:
    """The pages with one of contents after the cover, and one that opens each part."""
    covers = [page for page in pages if page.slide.kind == COVER]
    parts = [
        (part, list(group)) for part, group in groupby((page for page in pages if page not in covers), lambda page: page.part)
    ]
    about = {"dia_ban": briefing.territory.unit_id}
    names = {part: briefing.labels[part] for part, _ in parts}
    number, agenda = 1, list[Slide]()
    while len(agenda) != number or not agenda:  # the number of pages of contents moves all others
        number = len(agenda) or 1
        at, lines, opened = len(covers) + number + 1, list[list[str | int]](), list[Page]()
        for count, (part, own) in enumerate(parts, start=1):
            opening = _opening(context, {**about, "ten_phan": names[part], "phan_thu": [count, len(parts)]}, own, at)
            lines.append([names[part], at])
            opened += [*(Page(f"mo-{part}.{place}", part, slide) for place, slide in enumerate(opening, start=1)), *own]
            at += len(opening) + len(own)
        agenda = kinds.make(context, AGENDA, {**about, "muc_luc": lines})
    listed = [Page(f"noi-dung.{place}", "noi-dung", slide) for place, slide in enumerate(agenda, start=1)]
    return [*covers, *listed, *opened]


def _opening(context: SlideContext, params: dict[str, Any], own: list[Page], at: int) -> list[Slide]:
    """The pages that open a part whose first one is page ``at``; how many they are moves the numbers that they name."""
    made: list[Slide] = []
    for _ in range(2):
        told = [[page.slide.what, at + max(len(made), 1) + place] for place, page in enumerate(own)]
        made = kinds.make(context, SECTION, {**params, "muc_luc": told})
    return made

"""The briefing: its contents in order, a message for each slide, preview, and the files to take away."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from itertools import groupby
from pathlib import Path
from textwrap import shorten
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components import file_input, state
from components.deck_reading import reading
from components.filters import filters, url_state
from components.slides import files
from components.slides.content import kinds, table_pages
from components.slides.content.context import SlideContext
from components.slides.flat import html_file
from components.slides.pptx.errors import BadDeck
from components.slides.pptx.notes import mark
from components.slides.slide import AGENDA, COVER, SECTION, Slide
from components.slides.templates.look import Look
from components.store_access import cached_read
from components.territory import Territory
from components.text import formats, times
from components.text.decks.deck_file_name import deck_file_name
from components.text.markdown import escaped
from components.theme import LINE
from components.tiles import download, messages, slide_button
from queries.reads import indicator_list

_WHOLE = ("newest", "N")  # choices of a period that are no part of the year
_IN_PICTURE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")  # rules inside the picture of a slide
_CONTENTS = {
    True: "Bỏ trang nội dung và trang mở từng phần",
    False: "Thêm trang nội dung và trang mở từng phần",
}  # whether there are some -> what the button does
_SWITCH = {"noi-dung": True, "khong-noi-dung": False}  # in the link, among the parts: with or without a page of contents
_LONG = 10  # pages from which on a deck has one unless somebody said otherwise
_BY_SLUG = {kind.slug: kind for kind in kinds.KINDS.values()}


@dataclass(frozen=True)
class Briefing:
    """What is chosen: territory, year, period, level, and the parts in order; ``labels`` names every possible part.

    ``contents``: with a page of contents and pages that open the parts; None: nobody said, long decks have them.

    ``period`` is 'newest' for the newest result of each figure, 'N' for the whole year, else a part of it.
    """

    territory: Territory
    year: int
    period: str
    level: str
    parts: list[str]
    labels: dict[str, str]
    contents: bool | None = None

    @property
    def listed(self) -> list[str]:
        """The parts as the link lists them, with what was said of a page of contents at the end."""
        return [*self.parts, *(code for code, said in _SWITCH.items() if said == self.contents)]

    @property
    def name(self) -> str:
        """Title of the whole."""
        return f"Báo cáo chỉ tiêu chuyển đổi số · {self.territory.name} · {formats.inside(times.period('N' if self.period == 'newest' else self.period, self.year))}"


@dataclass(frozen=True)
class Page:
    """One slide of a briefing; ``code`` names it in the link, ``part`` is the part that it belongs to."""

    code: str
    part: str
    slide: Slide


def selected(territory: Territory, year: int, period: str, level: str) -> Briefing:
    """The parts that the link names, else those of a new briefing. To be called inside ``filters.bar``."""
    labels = {
        slug: kind.label for slug, kind in _BY_SLUG.items() if not kind.needs or (kind.key == "period" and period not in _WHOLE)
    }
    labels |= {row.indicator_id: f"{row.indicator_id} · {row.name}" for row in cached_read(indicator_list, **territory.key)}
    listed = filters.contents([*labels, *_SWITCH], [kind.slug for kind in kinds.KINDS.values() if kind.opens(period)])
    said = next((_SWITCH[part] for part in listed if part in _SWITCH), None)
    return Briefing(territory, year, period, level, [part for part in listed if part not in _SWITCH], labels, said)


@dataclass(frozen=True)
class Own:
    """The customer's template: bytes and name, and how slides look in it."""

    file: tuple[bytes, str]
    look: Look


def own_template() -> Own | None:
    """The box for the customer's template, what has to be said of it, and the template; None without one that can be used."""
    with st.expander("Dùng tệp mẫu của đơn vị"):
        messages.note("Trang PowerPoint theo trang cái, bố cục và vị trí của tệp mẫu. Bỏ trống thì dùng mẫu có sẵn.")
        given = file_input.file("Tệp mẫu (.pptx, .potx), tối đa 20 MB", ["pptx", "potx"], key="mau")
        if given is None:
            return None
        try:
            with reading(given.name):
                look = files.template_look(given.getvalue(), given.name)
        except BadDeck as error:
            st.error(escaped(str(error)))
            return None
        messages.note(
            f"Dùng bố cục “{look.layout}” của {given.name}; xem trước theo vị trí và màu của tệp mẫu, không vẽ hình trang trí."
        )
        for said in look.notes:
            messages.note(said)
        return Own((given.getvalue(), given.name), look)


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
        kind = _BY_SLUG.get(part) or kinds.KINDS["indicator"]
        names = ("dia_ban", "nam", *kind.needs, *kind.may) if part in _BY_SLUG else ("dia_ban", "cap")
        params = {name: whole[name] for name in names if name in whole}
        slides = kinds.make(context, kind.key, params if part in _BY_SLUG else {**params, "chi_tieu": part})
        for number, slide in enumerate(slides, start=1):
            pages.append(Page(part if len(slides) == 1 else f"{part}.{number}", part, slide))
    return _with_contents(briefing, context, pages) if has_contents(briefing, pages) else pages


def has_contents(briefing: Briefing, pages: list[Page]) -> bool:
    """Whether a deck has a page of contents: as somebody said, else when it is long; not with a single part."""
    several = len({page.part for page in pages if page.slide.kind != COVER}) > 1
    told = any(page.slide.kind == AGENDA for page in pages)
    return told or (several and (len(pages) > _LONG if briefing.contents is None else briefing.contents))


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


def order(briefing: Briefing, pages: list[Page]) -> None:
    """The parts in order, each to be moved or taken out, and a box to add one."""
    messages.part("Nội dung", "Thứ tự của các trang.", hint="▲ ▼ để đổi chỗ, ✕ để bỏ.")
    told = [page for page in pages if page.slide.kind != SECTION]
    counts = {part: sum(page.part == part for page in told) for part in briefing.parts}
    for position, part in enumerate(briefing.parts):
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"part-{position}"):
            label = shorten(briefing.labels[part], 34, placeholder="…") + ("" if counts[part] else " (không có số liệu)")
            st.html(f'<p style="margin:0">{position + 1}. {escape(label)}</p>', width="stretch")
            for sign, step, action in (("▲", -1, "Lên trên"), ("▼", 1, "Xuống dưới"), ("✕", 0, "Bỏ phần này")):
                other = position + step
                st.button(
                    sign,
                    key=f"{sign}-{position}",
                    help=escaped(f"{action}: {briefing.labels[part]}"),
                    type="tertiary",
                    disabled=not 0 <= other < len(briefing.parts),
                    on_click=_move,
                    args=(briefing.listed, position, step),
                )
    rest = [part for part in briefing.labels if part not in briefing.parts]
    st.selectbox(
        "Thêm phần hoặc chỉ tiêu",
        rest,
        index=None,
        format_func=briefing.labels.__getitem__,
        placeholder="Chọn để thêm vào cuối…",
        key="them",
        filter_mode="contains",
        on_change=_add,
        args=(briefing.listed,),
    )

    on = has_contents(briefing, pages)
    st.button(
        escaped(_CONTENTS[on]),
        key=f"noi-dung-{on}",
        help=f"Bộ trình chiếu trên {_LONG} trang có sẵn.",
        on_click=_switch,
        args=(briefing.parts, not on),
    )


def _switch(parts: list[str], on: bool) -> None:
    url_state.relist("phan", [*parts, next(code for code, said in _SWITCH.items() if said == on)])


def _move(parts: list[str], position: int, step: int) -> None:
    moved = list(parts)
    part = moved.pop(position)
    if step:
        moved.insert(position + step, part)
    url_state.relist("phan", moved)


def _add(parts: list[str]) -> None:
    added = state.box("them")
    if (part := added.get()) is not None:
        url_state.relist("phan", [*parts, part])
    added.set(None)


def previews(briefing: Briefing, pages: list[Page], own_template: Own | None = None) -> list[Slide]:
    """Every slide as it will look, with its message to edit below it. Returns the slides with these messages."""
    look = own_template.look if own_template else None
    own = _own_messages(briefing)
    total = len(pages)
    slides: list[Slide] = []
    for start in range(0, total, 2):
        for column, page in zip(st.columns(2, gap="medium"), pages[start : start + 2], strict=False):
            with column:
                room = st.container()
                slide = page.slide
                if slide.kind not in (COVER, AGENDA, SECTION):
                    message = st.text_area(
                        f"Thông điệp trang {len(slides) + 1}",
                        own.get(page.code, slide.message),
                        key=f"loi:{page.code}:{mark(slide.message)}",
                        max_chars=240,
                        height="content",
                    )
                    slide = kinds.with_message(slide, message)
                    st.html(f'<p class="printed">Thông điệp trang {len(slides) + 1}: {escape(slide.message)}</p>')
                    own.pop(page.code, None)
                    if not slide.drafted:
                        own[page.code] = slide.message
                slides.append(slide)
                drawn = html_file.page(slide, len(slides), total, look).replace(">", f"><style>{_IN_PICTURE}</style>", 1)
                picture = base64.b64encode(drawn.encode()).decode()
                with room:
                    st.html(
                        f'<img style="width:100%;border:1px solid {LINE}" src="data:image/svg+xml;base64,{picture}" alt="{escape(f"Trang {len(slides)}: {slide.title}. {slide.message}")}">'
                    )
    _to_link(briefing, own)
    return slides


def _scope(briefing: Briefing) -> dict[str, str]:
    """The choice of figures that messages belong to, as it stands in the link."""
    parts = {"ky": briefing.period, "cap": briefing.level}
    chosen = {name: code for name, code in parts.items() if code not in ("newest", "any")}
    return {"dia_ban": briefing.territory.unit_id, "nam": str(briefing.year), **chosen}


def _own_messages(briefing: Briefing) -> dict[str, str]:
    """Messages that somebody wrote instead of the drafted ones, by page code; each choice of figures keeps its own."""
    scope, by_scope = urlencode(_scope(briefing)), state.MESSAGES.get()
    if by_scope is None:
        in_link = {key[4:]: value[:240] for key, value in st.query_params.items() if key.startswith("loi.")}
        by_scope = {scope: in_link}
        state.MESSAGES.set(by_scope)
    return dict(by_scope.get(scope, {}))


def _to_link(briefing: Briefing, own: dict[str, str]) -> None:
    """Keep the messages, and write them into the link together with the choice that they belong to."""
    state.MESSAGES.set({**(state.MESSAGES.get() or {}), urlencode(_scope(briefing)): own})
    in_link = {f"loi.{code}": message for code, message in own.items()}
    there = {key: value for key, value in st.query_params.items() if key.startswith("loi.")}
    if there != in_link:
        for key in there.keys() - in_link.keys():
            del st.query_params[key]
        st.query_params.update(in_link)
    if own:
        url_state.pin(**_scope(briefing))


def downloads(briefing: Briefing, slides: list[Slide], own: Own | None = None) -> None:
    """The three files, the PowerPoint one in the customer's own template; each holds what the boxes say at the click."""
    buttons = st.container(horizontal=True, gap="small")
    name = briefing.name
    newest = state.newest_slides()  # a button of an earlier run finds the slides of the last one here
    newest.clear()
    newest[name] = slides

    def now() -> list[Slide]:
        return newest.get(name, slides)

    offered: list[tuple[str, str, str, Callable[[], bytes]]] = [
        ("PowerPoint", "pptx", slide_button.PPTX, lambda: files.pptx(now(), name, own.file if own else None)),
        ("PDF", "pdf", "application/pdf", lambda: files.pdf(now(), name)),
        ("HTML", "html", "text/html", lambda: files.html(now(), name)),
    ]
    with buttons:
        for label, ending, mime, make in offered:
            download.button(
                label,
                slide_button.when_page_is_idle(make),
                file_name=deck_file_name(name, ending),
                mime=mime,
                key=f"tai-{ending}",
                kind="primary" if ending == "pptx" else "secondary",
            )

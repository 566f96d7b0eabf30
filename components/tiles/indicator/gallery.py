"""The gallery of indicators: a card each, by pillar, the most urgent first; chips that narrow it by status; all of it plain links."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import streamlit as st

from components import state
from components.store.store_access import cached_read, kept
from components.territory import Territory
from components.text import formats, subject_words
from components.text.indicator import gallery_words
from components.text.spelling import opening
from components.tiles import bullets, due_chip, messages, slide_button
from components.tiles.html_table import Markup, joined, tag
from components.tiles.indicator import through_years
from components.tiles.links import address, link
from components.tiles.origin import finding_flags
from data.vietnamese import dates
from queries.reads import document_indicator_list, indicator_gallery
from queries.rows import Rows

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_ROW = 4  # cards side by side on a wide page; a pillar has one row or two while others stand below it
_LONGEST = 70  # letters of a result in words
_DOCUMENT = "van_ban"  # the choice of the link
_BESIDE = 13  # letters that fit beside a bar


def gallery(rows: Rows, territory: Territory, found: Collection[str] | None = None, level: str = "any") -> None:
    """Cards by pillar. Takes the columns of ``indicator_gallery``; ``?nhom=`` is the pillar shown whole, ``?trang_thai=`` a mark.

    ``found``: the indicators that a search found, none when nobody searches. What a search found, or a pillar, is also seen
    through the years (``?xem=nam``; ``?xem=the`` are cards): of a search that is what opens, at the chosen ``level``.
    """
    pillar, chosen = st.query_params.get("nhom", ""), st.query_params.get("trang_thai", "")
    known = rows.where(pillar=pillar)
    found = _of_document(territory) if found is None else found
    if _through_years(known, found) and _years(known, found, territory, level):
        return
    of_pillar = known or rows
    shown = _narrowed(of_pillar, chosen, found)
    name = known[0].pillar_name if known else territory.name
    messages.headline(gallery_words.headline(of_pillar, name), gallery_words.lead(of_pillar, territory.name))
    narrow = "" if not known and not found else _views("the", territory, pillar=pillar if known else "")
    topics = Markup() if known or found is not None else _topics(territory)
    st.html(joined(narrow, topics, _chips(of_pillar, territory, chosen, pillar if known else ""), _key(shown)))
    if (pillar and not known) or (chosen and chosen not in gallery_words.NEED):
        messages.note(f"Không có nhóm hay trạng thái “{pillar if pillar and not known else chosen}”; đang xem tất cả.")
    if not shown:
        messages.empty("Không chỉ tiêu chính nào khớp với lựa chọn này.", "Bấm “Tất cả” ở trên, hoặc xóa chữ trong ô tìm.")
    st.html(kept(_sections, territory, level, pillar if known else "", chosen, None if found is None else frozenset(found)))
    if found is None and shown:
        _take(territory, level, pillar if known else "", chosen)


def _take(territory: Territory, level: str, pillar: str, chosen: str) -> None:
    """The same as slides; a search and a document's choice are no slides of their own."""
    asked = {"cap": level, "nhom": pillar, "trang_thai": chosen if chosen in gallery_words.NEED else ""}
    told = {name: code for name, code in asked.items() if code not in ("", "any")}
    slide_button.button(slide_button.slide("gallery", "Mọi chỉ tiêu chính", territory, **told))


def _sections(territory: Territory, level: str, pillar: str, chosen: str, found: frozenset[str] | None) -> Markup:
    """The cards by pillar, as ``gallery`` narrows them."""
    rows = cached_read(indicator_gallery, **territory.key)
    of_level = rows if level == "any" else rows.where(level=level)
    every = of_level.where(pillar=pillar) if pillar else of_level
    shown, whole = _narrowed(every, chosen, found), bool(pillar or chosen or found is not None)
    sections = (_section(group, every.where(pillar=code), territory, whole) for code, group in shown.by("pillar").items())
    return tag("div", tag("div", *sections, class_="pillars"), class_="pillars-room")


def _through_years(known: Rows, found: Collection[str] | None) -> bool:
    """Whether the years are asked for, or open by themselves: of what a search found."""
    return st.query_params.get("xem", "nam" if found else "the") == "nam" and bool(known or found)


def _years(known: Rows, found: Collection[str] | None, territory: Territory, level: str) -> bool:
    """The indicators of a search, or of a pillar, through the years; false where they have no figure at that level."""
    ids = [code for code in known.by("indicator_id") if found is None or code in found] if known else sorted(found or ())
    rows = through_years.trend(ids, territory, level)
    if not rows:
        return False
    words = _searched()
    document = st.query_params.get(_DOCUMENT, "").strip()[:80]
    words = words or (f"các chỉ tiêu có trong văn bản {document}" if document else "")
    subject = f"{known[0].pillar_name}, “{words}”" if known and words else words or known[0].pillar_name
    messages.headline(subject_words.headline(rows, subject), subject_words.lead(rows, territory.name))
    st.html(_views("nam", territory, pillar=known[0].pillar if known else ""))
    through_years.show(rows, territory)
    return True


def _of_document(territory: Territory) -> set[str] | None:
    """The indicators that the document of the link (``?van_ban=``) has figures of; None without one, or where it has none."""
    document = st.query_params.get(_DOCUMENT, "").strip()
    rows = cached_read(document_indicator_list, **territory.key, document=document) if document else []
    return {row.indicator_id for row in rows} or None


def _searched() -> str:
    """The words in the search box."""
    return (state.box("tim").get() or "").strip()[:80]


def _views(now: str, territory: Territory, pillar: str) -> Markup:
    """'Xem: Thẻ | Qua các năm', and the way back to all of them."""
    words = _searched()
    back = tag("a", "‹ Mọi nhóm", href=_link_to(territory), target="_self", class_="chip")
    choices = (("the", "Thẻ"), ("nam", "Qua các năm"))
    document = st.query_params.get(_DOCUMENT, "")
    chips = [
        _chip_of(_link_to(territory, nhom=pillar, tim=words, van_ban=document, xem=code), now == code, name)
        for code, name in choices
    ]
    return tag("nav", back, tag("span", "Xem:"), *chips, class_="views", aria_label="Cách xem")


def _topics(territory: Territory) -> Markup:
    """Subjects whose indicators are seen together through the years by one tap."""
    chips = [_chip_of(_link_to(territory, tim=words), False, words) for words in gallery_words.TOPICS]
    return tag("nav", tag("span", "Xem một chủ đề qua các năm:"), *chips, class_="views topics", aria_label="Chủ đề qua các năm")


def _chip_of(to: str, now: bool, name: str) -> Markup:
    return tag("a", name, href=to, target="_self", class_="chip", aria_current="true" if now else "")


def _narrowed(rows: Rows, chosen: str, found: Collection[str] | None) -> Rows:
    kept = rows.matching(lambda row: row.indicator_id in found) if found is not None else rows
    if chosen not in gallery_words.NEED:
        return kept
    marked = {code for code, card in kept.by("indicator_id").items() if _mark(card) == chosen}
    return kept.matching(lambda row: row.indicator_id in marked)


def _mark(card: Rows) -> str:
    """The mark under which an indicator counts: the most urgent of its levels."""
    return gallery_words.mark(gallery_words.worst(card))


def _link_to(territory: Territory, **choices: str) -> str:
    return address("chi-tieu", {"dia_ban": territory.unit_id, **{name: code for name, code in choices.items() if code}})


def _chips(rows: Rows, territory: Territory, chosen: str, pillar: str) -> Markup:
    """'Số chỉ tiêu: Tất cả 96', then a chip for each mark that some card has; an indicator counts once, by its worst mark."""
    counted_under = [_mark(card) for card in rows.by("indicator_id").values()]
    marks, everything = {code: counted_under.count(code) for code in gallery_words.NEED}, len(counted_under)
    chips = [_chip(_link_to(territory, nhom=pillar), chosen not in marks, "Tất cả", everything)]
    for code, count in marks.items():
        if count:
            to = _link_to(territory, nhom=pillar, trang_thai=code)
            chips.append(_chip(to, chosen == code, bullets.shape(code), gallery_words.WORDS[code], count))
    counted = tag("span", "Số chỉ tiêu:", class_="counted")
    return tag("nav", counted, *chips, class_="chips", aria_label="Lọc chỉ tiêu theo trạng thái")


def _chip(to: str, now: bool, *parts: Any) -> Markup:
    *words, count = parts
    return tag(
        "a",
        *words[:-1],
        tag("span", words[-1]),
        tag("b", count),
        href=to,
        target="_self",
        class_="chip",
        aria_current="true" if now else "",
    )


def _key(rows: Rows) -> Markup:
    """The key of the bars that the cards draw."""
    drawn = {
        "target": any(row.required is not None and row.mark not in ("stated", "no_result") for row in rows),
        "value": bool(rows.having("actual")),
        "claim": any(row.mark == "stated" for row in rows),
        "overdue": any(row.required is not None and row.mark == "no_result" for row in rows),
        "words": any(row.required is None and row.target_as_written for row in rows),
    }
    return bullets.key(*(kind for kind, there in drawn.items() if there))


def _section(shown: Rows, every: Rows, territory: Territory, whole: bool) -> Markup:
    """A pillar: its name, its sentence, its cards, the link to the whole of it."""
    cards = list(shown.by("indicator_id").values())
    look, most = ("", len(cards)) if whole else _fitting(cards)
    name = shown[0].pillar_name
    count = len(every.by("indicator_id"))
    to_pillar = _link_to(territory, nhom=shown[0].pillar)
    to_all = link(to_pillar, f"Xem cả nhóm ({count}) ›", title=name) if count > len(cards[:most]) else Markup()
    heading = tag("div", tag("h2", name), tag("span", gallery_words.pillar(every)), to_all, class_="pillar")
    return tag(
        "section",
        heading,
        tag("div", *(_card(card, territory) for card in cards[:most]), class_=f"gallery {look}".strip()),
        aria_label=name,
        style=f"--cards:{min(len(cards), _ROW)}",
    )


def _fitting(cards: list[Rows]) -> tuple[str, int]:
    """What is missed or near it, filled up to a row, or to two: how the style sheet calls that, and how many cards it needs.

    Four cards of a pillar that has no more stand two by two where three stand side by side.
    """
    if len(cards) <= _ROW:
        return "square" if len(cards) == _ROW else "", len(cards)
    urgent = sum(_mark(card) in ("missed", "near") for card in cards)
    fours, threes = (2 if urgent > row else 1 for row in (_ROW, _ROW - 1))
    return f"some fours-{fours} threes-{threes}", max(_ROW * fours, (_ROW - 1) * threes)


def _card(rows: Rows, territory: Territory) -> Markup:
    """The card of one indicator; takes its rows, one a level."""
    row = gallery_words.worst(rows)
    large, small = gallery_words.value(row)
    mark, foot, old = gallery_words.mark(row), gallery_words.foot(rows), gallery_words.age(rows, dates.today())
    said = f"{row.indicator_name}: {large} {small}; {foot}; {old}"
    shortened = large if len(large) <= _LONGEST else f"{large[:_LONGEST].rstrip()}…”"
    alone = len(rows) == 1
    return tag(
        "a",
        tag("span", opening(row.short_name), class_="name"),
        tag("span", tag("b", shortened), tag("small", small), class_="large words" if large[0] == "“" or large == formats.STATED else "large"),
        tag("span", *(_level(of_level, territory.unit_id, alone) for of_level in rows), class_="levels"),
        due_chip.first(rows),
        tag("span", tag("span", bullets.shape(mark), foot, class_=f"s-{mark}"), tag("span", old, class_="age"), class_="foot"),
        href=_link_to(territory, chi_tieu=row.indicator_id), target="_self", class_=f"tile tile-{mark}", title=row.indicator_name, aria_label=said,
    )  # fmt: skip


def _level(row: Any, unit_id: str, alone: bool) -> Markup:
    """Level, bar, and what stands beside it, never broken: a long text has a line of its own. ``alone``: the card has no other."""
    full = 100.0 if row.unit_of_measure == "%" else max(row.required or 0, row.actual or 0) or 100.0
    beside = gallery_words.beside(row)
    look = "level" if len(beside) <= _BESIDE else "level long"
    return tag(
        "span",
        tag("span", formats.level(row.level, unit_id)),
        bullets.bullet(row, full, big=alone),
        tag("span", beside, finding_flags.plain(row, unit_id)),
        class_=look,
    )

"""The gallery of indicators: a card each, by pillar, the most urgent first; chips that narrow it by status; all of it plain links."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path
from typing import Any

import streamlit as st

from components.territory import Territory
from components.text import formats, gallery_words
from components.tiles import bullets, due_chip, messages
from components.tiles.html_table import Markup, joined, tag
from components.tiles.links import address, link
from data.vietnamese import dates
from queries.rows import Rows

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_MOST, _ROW = 8, 4  # cards of a pillar while others stand below it: what is urgent, filled up to a row
_LONGEST = 70  # letters of a result in words
_ADVICE = "Bấm vào thẻ để mở. Nhóm và chỉ tiêu cần quan tâm nhất đứng trước: chưa đạt, rồi quá hạn chưa có số liệu."


def gallery(rows: Rows, territory: Territory, found: Collection[str] | None = None) -> None:
    """Cards by pillar. Takes the columns of ``indicator_gallery``; ``?nhom=`` is the pillar shown whole, ``?trang_thai=`` a mark.

    ``found``: the indicators that a search found, none when nobody searches.
    """
    pillar, chosen = st.query_params.get("nhom", ""), st.query_params.get("trang_thai", "")
    known = rows.where(pillar=pillar)
    of_pillar = known or rows
    shown = _narrowed(of_pillar, chosen, found)
    name = known[0].pillar_name if known else territory.name
    lead = f"{len(rows.by('indicator_id'))} chỉ tiêu chính của {formats.inside(territory.name)}. {_ADVICE}"
    messages.headline(gallery_words.headline(of_pillar, name), lead)
    st.html(joined(_chips(of_pillar, territory, chosen, pillar if known else ""), _key(shown)))
    if (pillar and not known) or (chosen and chosen not in gallery_words.NEED):
        messages.note(f"Không có nhóm hay trạng thái “{pillar if pillar and not known else chosen}”; đang xem tất cả.")
    if not shown:
        messages.empty("Không chỉ tiêu chính nào khớp với lựa chọn này.", "Bấm “Tất cả” ở trên, hoặc xóa chữ trong ô tìm.")
    whole = bool(known or chosen or found is not None)
    sections = (_section(group, of_pillar.where(pillar=code), territory, whole) for code, group in shown.by("pillar").items())
    st.html(tag("div", tag("div", *sections, class_="pillars"), class_="pillars-room"))


def _narrowed(rows: Rows, chosen: str, found: Collection[str] | None) -> Rows:
    kept = rows.matching(lambda row: row.indicator_id in found) if found is not None else rows
    if chosen not in gallery_words.NEED:
        return kept
    marked = {row.indicator_id for row in kept if gallery_words.mark(row) == chosen}
    return kept.matching(lambda row: row.indicator_id in marked)


def _link_to(territory: Territory, **choices: str) -> str:
    return address("chi-tieu", {"dia_ban": territory.unit_id, **{name: code for name, code in choices.items() if code}})


def _chips(rows: Rows, territory: Territory, chosen: str, pillar: str) -> Markup:
    """'Tất cả 96', then a chip for each mark that some card has."""
    marks = {code: len({row.indicator_id for row in rows if gallery_words.mark(row) == code}) for code in gallery_words.NEED}
    everything = len(rows.by("indicator_id"))
    chips = [_chip(_link_to(territory, nhom=pillar), chosen not in marks, "Tất cả", everything)]
    for code, count in marks.items():
        if count:
            to = _link_to(territory, nhom=pillar, trang_thai=code)
            chips.append(_chip(to, chosen == code, bullets.shape(code), gallery_words.WORDS[code], count))
    back = [tag("a", "‹ Mọi nhóm", href=_link_to(territory, trang_thai=chosen), target="_self", class_="chip")] if pillar else []
    return tag("nav", *back, *chips, class_="chips", aria_label="Lọc theo trạng thái")


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
    most = len(cards) if whole else _fitting(cards)
    name = shown[0].pillar_name
    count = len(every.by("indicator_id"))
    to_pillar = _link_to(territory, nhom=shown[0].pillar)
    to_all = link(to_pillar, f"Xem cả nhóm ({count}) ›", title=name) if count > len(cards[:most]) else Markup()
    heading = tag("div", tag("h2", name), tag("span", gallery_words.pillar(every)), to_all, class_="pillar")
    return tag(
        "section",
        heading,
        tag("div", *(_card(card, territory) for card in cards[:most]), class_="gallery" if whole else "gallery some"),
        aria_label=name,
        style=f"--cards:{min(len(cards), _ROW)}",
    )


def _fitting(cards: list[Rows]) -> int:
    """What is missed or near it, filled up to a row: at least four cards, at most eight."""
    urgent = sum(gallery_words.mark(gallery_words.worst(card)) in ("missed", "near") for card in cards)
    return _MOST if urgent > _ROW else _ROW


def _card(rows: Rows, territory: Territory) -> Markup:
    """The card of one indicator; takes its rows, one a level."""
    row = gallery_words.worst(rows)
    large, small = gallery_words.value(row)
    mark, foot, old = gallery_words.mark(row), gallery_words.foot(rows), gallery_words.age(rows, dates.today())
    said = f"{row.indicator_name}: {large} {small}; {foot}; {old}"
    shortened = large if len(large) <= _LONGEST else f"{large[:_LONGEST].rstrip()}…”"
    return tag(
        "a",
        tag("span", row.short_name, class_="name"),
        tag("span", tag("b", shortened), tag("small", small), class_="large words" if large[0] == "“" or large == formats.STATED else "large"),
        tag("span", *(_level(of_level, territory.unit_id) for of_level in rows), class_="levels"),
        due_chip.first(rows),
        tag("span", tag("span", bullets.shape(mark), foot, class_=f"s-{mark}"), tag("span", old, class_="age"), class_="foot"),
        href=_link_to(territory, chi_tieu=row.indicator_id), target="_self", class_=f"tile tile-{mark}", title=row.indicator_name, aria_label=said,
    )  # fmt: skip


def _level(row: Any, unit_id: str) -> Markup:
    full = 100.0 if row.unit_of_measure == "%" else max(row.required or 0, row.actual or 0) or 100.0
    return tag(
        "span",
        tag("span", formats.level(row.level, unit_id)),
        bullets.bullet(row, full),
        tag("span", _unbroken(gallery_words.beside(row))),
    )


def _unbroken(text: str) -> str:
    """A text that may break before its target only: 'khoảng 10% / 20–30%'."""
    return " / ".join(part.replace(" ", "\u00a0").replace("–", "\u2060–\u2060") for part in text.split(" / "))

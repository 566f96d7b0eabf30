"""The way of targets through documents: a row an indicator and level, each target with its document, the change beside it."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.text import formats, times
from components.text.origin import target_move_words
from components.text.origin.target_move_words import MOVES, Way
from components.tiles import html_table
from components.tiles.csv_download import Table
from components.tiles.html_table import Column, Content, Markup, joined, small, tag
from components.tiles.indicator_names import indicator_name
from components.tiles.links import address, here, link
from components.tiles.origin import figure_origin, source_card
from components.tiles.origin.source_register import named

_COLUMNS = (Column("Chỉ tiêu", caption="", names_rows=True), Column("Qua các văn bản", caption=""))
_MANY = ("lowered", "raised", "kept", "words")


def chips(found: list[Way]) -> Markup:
    """Every kind of move with its number; a tap keeps that kind alone, another takes it back."""
    now = st.query_params.get("loai", "")
    made = []
    for move, (mark, word) in MOVES.items():
        if count := sum(way.move == move for way in found):
            said = joined(f"{mark} " if mark else "", word.capitalize(), " ", tag("b", formats.number(count, 0)))
            to = here(loai=None if now == move else move)
            made.append(tag("a", said, href=to, target="_self", aria_current="true" if now == move else ""))
    return tag("nav", *made, class_="finding-chips", aria_label="Mục tiêu theo hướng thay đổi")


def chosen(found: list[Way]) -> list[Way]:
    """The ways of the kind that the link asks for (``?loai=lowered``); without one those that were set more than once."""
    kind = st.query_params.get("loai", "")
    if kind in MOVES:
        return [way for way in found if way.move == kind]
    return [way for way in found if way.move in _MANY or way.below] or found


def table(shown: list[Way], unit_id: str) -> Markup:
    """A row a way. Takes ways of ``target_move_list``."""
    return html_table.table(_COLUMNS, [_line(way, unit_id) for way in shown], "wide target-moves")


def _line(way: Way, unit_id: str) -> list[Content]:
    row = way.rows[0]
    level = formats.level_phrase(row.level, unit_id)
    name = link(address("chi-tieu", {"dia_ban": unit_id, "chi_tieu": row.indicator_id}), indicator_name(row.short_name))
    return [joined(name, small(f"{level} · {row.pillar_name}")), tag("ol", *(_step(one, unit_id) for one in way.rows))]


def _step(row: Any, unit_id: str) -> Markup:
    to_source = source_card.addresses(unit_id, row.indicator_id, ())
    number = link(to_source(row, "target"), target_move_words.step(row))
    moved = target_move_words.move(row)
    state = target_move_words.state(row)
    below = (
        f"tỉnh đặt {formats.amount(row.province_bound, row.unit_of_measure)} ({row.province_document})"
        if row.below_province
        else ""
    )
    return tag(
        "li",
        tag("b", number, class_="" if row.chosen else "gone"),
        tag("span", moved, class_=f"move {row.moved}") if moved else "",
        tag("span", f"▼ thấp hơn mức {below}", class_="move lowered") if below else "",
        small(named(row.document, unit_id), f", {target_move_words.who(row)}", f" · {state}" if state else "", _brought(row)),
    )


def _brought(row: Any) -> Content:
    """Who brought it in; the seed goes without saying."""
    return "" if row.seed else joined(" · ", figure_origin.brought(row))


def as_table(found: list[Way]) -> Table:
    """Every target of the ways as a table to take away."""
    rows = [row for way in found for row in way.rows]
    values: dict[str, list[Any]] = {
        "Mã chỉ tiêu": [row.indicator_id for row in rows],
        "Chỉ tiêu": [row.short_name for row in rows],
        "Cấp": [formats.LEVELS[row.level] for row in rows],
        "Năm": [row.year for row in rows],
        "Mục tiêu": [formats.target(row) for row in rows],
        "Nguyên văn": [row.target_as_written for row in rows],
        "Thay đổi": [row.change for row in rows],
        "Hướng": [MOVES[row.moved][1] for row in rows],
        "Nối tiếp mục tiêu năm": [row.before_year for row in rows],
        "Mục tiêu trước, nguyên văn": [row.before_as_written or "" for row in rows],
        "Văn bản trước": [row.before_document or "" for row in rows],
        "Văn bản": [row.document for row in rows],
        "Cơ quan ban hành": [row.issuer or "" for row in rows],
        "Ngày ban hành": [times.day(row.issued_on) if row.issued_on else "" for row in rows],
        "Vị trí": [row.locator or "" for row in rows],
        "Đang dùng": ["có" if row.chosen else target_move_words.state(row) for row in rows],
        "Mức tỉnh đặt": [row.province_bound for row in rows],
    }
    return Table(values, {}, values)

"""One document opened: everything it states in its own order, to be read beside the paper."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.text import formats, times
from components.text.origin import source_words
from components.tiles import html_table
from components.tiles.csv_download import Table
from components.tiles.html_table import Cell, Column, Content, Group, Markup, joined, small, tag
from components.tiles.links import address, here, link
from components.tiles.origin import source_card
from components.tiles.origin.source_register import to_document
from queries.rows import Rows

MOST = 300  # lines on the screen; the file has all of them
_COLUMNS = (
    Column("Nội dung", caption="", names_rows=True),
    Column("Loại"),
    Column("Văn bản ghi", caption="Ghi"),
    Column("Hiểu là", nowrap=True),
    Column("Tình trạng", caption=""),
)


def facts(row: Any, unit_id: str) -> Markup:
    """What the register says of a document, in one line. Takes a row of ``source_list``."""
    told = [
        row.issuer or ("văn bản không ghi cơ quan ban hành" if row.kind else ""),
        f"ban hành ngày {source_words.issued(row)}" if row.issued_on else source_words.issued(row) if row.kind else "",
        joined("thay ", link(to_document(row.replaces, unit_id), row.replaces)) if row.replaces else "",
        joined("đã được thay bằng ", link(to_document(row.replaced_by, unit_id), row.replaced_by)) if row.replaced_by else "",
        row.note or "",
    ]
    return tag("p", *[part for text in told if text for part in (" · ", text)][1:], class_="note")


def back(unit_id: str) -> Markup:
    """The way back to the register."""
    return tag("nav", link(address("nguon-so-lieu", {"dia_ban": unit_id}), "‹ Mọi văn bản"), class_="neighbours")


def chips(lines: Rows[Any]) -> Markup:
    """Every kind of line with its number; a tap keeps that kind alone, another takes it back."""
    now = st.query_params.get("loai", "")
    made = []
    for what, word in source_words.WHATS.items():
        if count := len(lines.where(what=what)):
            to = here(loai=None if now == what else what)
            pressed = "true" if now == what else ""
            made.append(
                tag(
                    "a", word.capitalize(), " ", tag("b", formats.number(count, 0)), href=to, target="_self", aria_current=pressed
                )
            )
    return tag("nav", *made, class_="finding-chips", aria_label="Loại nội dung của văn bản")


def table(lines: list[Any], unit_id: str) -> Markup:
    """The lines, each place a heading. Takes rows of ``document_line_list``, in order."""
    body: list[html_table.Row] = []
    place: str | None = ""
    for row in lines[:MOST]:
        if row.locator != place:
            place = row.locator
            body.append(Group(place or "Văn bản không nêu vị trí"))
        body.append(_line(row, unit_id))
    return html_table.table(_COLUMNS, body, "wide document-lines")


def _line(row: Any, unit_id: str) -> list[Content | Cell]:
    about = source_words.when(row, unit_id)
    number = source_words.read_as(row)
    standing = source_words.standing(row)
    return [
        joined(
            link(to_source(row), source_words.subject(row)) if row.indicator_id else source_words.subject(row),
            small(about) if about else "",
        ),
        source_words.WHATS[row.what],
        joined(source_words.written(row), small(row.note) if row.note else ""),
        Cell(number, "none") if number == formats.NOTHING else tag("b", number),
        standing if standing else Cell("", "none"),
    ]


def to_source(row: Any) -> str:
    """Where the claim of a line is told in full; of a remark its indicator."""
    choices = {"dia_ban": row.unit_id, "chi_tieu": row.indicator_id}
    if row.what == "remark":
        return address("vi-sao", choices)
    return source_card.addresses(row.unit_id, row.indicator_id, ())(row, row.what)


def as_table(lines: list[Any]) -> Table:
    """The lines as a table to take away."""
    values: dict[str, list[Any]] = {
        "Vị trí": [row.locator or "" for row in lines],
        "Loại": [source_words.WHATS[row.what] for row in lines],
        "Nội dung": [source_words.subject(row) for row in lines],
        "Mã chỉ tiêu": [row.indicator_id or "" for row in lines],
        "Đơn vị": [row.unit_name for row in lines],
        "Cấp": [formats.LEVELS[row.level] if row.level else "" for row in lines],
        "Năm": [row.year for row in lines],
        "Kỳ": [times.period_part(row.period) if row.period else "" for row in lines],
        "Nguyên văn": [row.as_written or "" for row in lines],
        "Số": [row.low if row.low is not None else row.high for row in lines],
        "Đến": [row.high if row.low is not None else None for row in lines],
        "Đơn vị tính": [row.unit_of_measure or "" for row in lines],
        "Tình trạng": [source_words.standing(row) for row in lines],
        "Ghi chú": [row.note or "" for row in lines],
    }
    return Table(values, {}, values)

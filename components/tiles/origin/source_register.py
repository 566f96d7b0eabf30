"""The register of documents: number, issuer, day, what replaces what, and how many figures each gives; headings sort."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.text import formats, times
from components.text.origin import source_words
from components.tiles.csv_download import Table
from components.tiles.html_table import Content, Markup, joined, small, tag
from components.tiles.links import address, here, link
from data.vietnamese.text import fold
from queries.rows import Rows

_ORDERS: dict[str, tuple[str, Callable[[Any], Any]]] = {  # code of the link -> heading, what it sorts by
    "so-hieu": ("Văn bản", lambda row: fold(row.number)),
    "dia-ban": ("Địa bàn, cơ quan", lambda row: (fold(row.unit_name or "~"), fold(row.issuer or "~"))),
    "ngay": ("Ngày ban hành", lambda row: row.order_on.toordinal() if row.order_on else 0),
    "muc-tieu": ("Mục tiêu", lambda row: row.targets),
    "ket-qua": ("Kết quả", lambda row: row.results),
    "nhiem-vu": ("Nhiệm vụ", lambda row: row.tasks),
    "kinh-phi": ("Ô kinh phí", lambda row: row.cells),
    "nhan-xet": ("Nhận xét", lambda row: row.remarks),
}
_WORDS = ("so-hieu", "dia-ban")  # these begin with the first letter, numbers with the greatest
_COUNTED = {"muc-tieu": "targets", "ket-qua": "results", "nhiem-vu": "tasks", "kinh-phi": "cells", "nhan-xet": "remarks"}


_OWN_WORD = " (đơn vị tự nêu: "  # what ``macros/cited.sql`` puts behind the number of a unit's own document


def to_document(number: str, unit_id: str) -> str:
    """The address of a document's own page; without a ``unit_id`` of the territory that the link of this page names."""
    place = unit_id or st.query_params.get("dia_ban", "")
    return address("nguon-so-lieu", {**({"dia_ban": place} if place else {}), "van_ban": number})


def named(document: str | None, unit_id: str = "", locator: str | None = None) -> Markup:
    """A document as it is cited, a link to what it states, with the place in it; nothing for none."""
    if not document:
        return Markup()
    number = document.partition(_OWN_WORD)[0]
    to = link(to_document(number, unit_id), number, title=f"Mở {number} ở Nguồn số liệu")
    return joined(to, document.removeprefix(number), f", {locator}" if locator else "")


def ordered(rows: Rows[Any]) -> list[Any]:
    """The documents in the order of the link (``?theo=ket-qua``, with ``-`` turned round); the newest first without one."""
    code = st.query_params.get("theo", "")
    column = code.removeprefix("-")
    if column not in _ORDERS:
        return list(rows)
    descending = (column not in _WORDS) != code.startswith("-")
    return sorted(rows, key=_ORDERS[column][1], reverse=descending)


def table(rows: list[Any], unit_id: str, files: dict[str, Content]) -> Markup:
    """A row a document. ``files``: by number what is to be said of its original file."""
    now = st.query_params.get("theo", "ngay")
    head = tag("tr", *(_heading(code, title, now) for code, (title, _) in _ORDERS.items()))
    body = [_line(row, unit_id, files.get(row.number, "")) for row in rows]
    return tag("table", tag("thead", head), tag("tbody", *body), class_="grid wide sources")


def _heading(code: str, title: str, now: str) -> Markup:
    turned = f"-{code}" if now == code else code
    sign = {code: " ▾", f"-{code}": " ▴"}.get(now, "")
    downwards = code not in _WORDS
    sort = {code: "descending" if downwards else "ascending", f"-{code}": "ascending" if downwards else "descending"}.get(now, "")
    return tag(
        "th",
        tag("a", title, tag("b", sign), href=here(theo=turned), target="_self", title=f"Xếp theo: {title}"),
        scope="col",
        aria_sort=sort,
        class_="n" if code in _COUNTED else "",
    )


def _line(row: Any, unit_id: str, file: Content) -> Markup:
    replaces = small("Thay ", _other(row.replaces, unit_id)) if row.replaces else ""
    replaced = small("Đã được thay bằng ", _other(row.replaced_by, unit_id)) if row.replaced_by else ""
    name = joined(link(to_document(row.number, unit_id), row.number), small(source_words.about(row)), replaces, replaced, file)
    whose = joined(row.unit_name or ("Trung ương" if row.kind else formats.NOTHING), small(row.issuer or ""))
    counts = [_count(row, code, column) for code, column in _COUNTED.items()]
    return tag(
        "tr", tag("th", name, scope="row"), tag("td", whose, data_cap="Địa bàn, cơ quan"),
        tag("td", source_words.issued(row), data_cap="Ngày ban hành"), *counts,
    )  # fmt: skip


def _other(number: str, unit_id: str) -> Markup:
    return link(to_document(number, unit_id), number)


def _count(row: Any, code: str, column: str) -> Markup:
    count = getattr(row, column)
    if not count:
        return tag("td", formats.NOTHING, class_="none n")
    return tag("td", formats.number(count, 0), data_cap=_ORDERS[code][0], class_="n")


def as_table(rows: list[Any]) -> Table:
    """The register as a table to take away."""
    values: dict[str, list[Any]] = {
        "Văn bản": [row.number for row in rows],
        "Loại": [row.kind or "" for row in rows],
        "Tên": [row.title or "" for row in rows],
        "Cơ quan ban hành": [row.issuer or "" for row in rows],
        "Địa bàn": [row.unit_name or "" for row in rows],
        "Ngày ban hành": [times.day(row.issued_on) if row.issued_on else "" for row in rows],
        "Ngày xếp": [times.day(row.order_on) if row.order_on else "" for row in rows],
        "Thay thế": [row.replaces or "" for row in rows],
        "Được thay bằng": [row.replaced_by or "" for row in rows],
        "Mục tiêu": [row.targets for row in rows],
        "Kết quả": [row.results for row in rows],
        "Số đang dùng": [row.in_force for row in rows],
        "Nhiệm vụ": [row.tasks for row in rows],
        "Tình trạng nhiệm vụ": [row.states for row in rows],
        "Ô kinh phí": [row.cells for row in rows],
        "Nhận xét": [row.remarks for row in rows],
        "Ghi chú": [row.note or "" for row in rows],
    }
    return Table(values, {}, values)

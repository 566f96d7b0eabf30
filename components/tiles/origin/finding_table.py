"""The register of contradictions: how many of which severity and kind, and both sides of each beside one another."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.text import formats
from components.text.origin import finding_words
from components.tiles import html_table
from components.tiles.bullets import shape
from components.tiles.csv_download import Table
from components.tiles.html_table import Column, Content, Markup, joined, small, tag
from components.tiles.indicator_names import indicator_name
from components.tiles.links import here, indicator_links, kept_by_link, link
from components.tiles.origin.source_register import named
from queries.rows import Rows

_COLUMNS = (
    Column("Mức", caption=""),
    Column("Nội dung, chỗ lệch", caption="", names_rows=True),
    Column("Văn bản ghi"),
    Column("Nơi khác ghi"),
    Column("Quyết định"),
)


_STANDINGS = {"chua": (True, "Chưa xử lý"), "roi": (False, "Đã xử lý")}  # in the link -> whether it is open, word


def chosen(rows: Rows[Any]) -> Rows[Any]:
    """The findings of the severity (``?muc=``), the kind (``?loai=``) and the standing (``?xu_ly=``) that the link asks for."""
    asked_for = (st.query_params.get(name, "") for name in ("muc", "loai", "xu_ly"))
    return finding_words.narrowed(rows, *asked_for)


def asked(rows: Rows[Any]) -> Any | None:
    """The finding that the link asks for (``?phat_hien=``); None without one, or where it is not there any more."""
    return next(iter(rows.where(finding_id=st.query_params.get("phat_hien", ""))), None)


@kept_by_link
def chips(rows: Rows[Any]) -> Markup:
    """Every severity and every kind that there is, with its number; a tap narrows the table, another takes it back."""
    severities = [
        _chip("muc", name, joined(shape(mark), " ", word.capitalize()), len(rows.where(severity=name)))
        for name, (mark, word) in finding_words.SEVERITIES.items()
    ]
    kinds = [
        _chip("loai", name, word.capitalize(), len(found))
        for name, word in finding_words.CHECKS.items()
        if (found := rows.where(check_name=name))
    ]
    standings = [_chip("xu_ly", name, word, len(rows.where(is_open=open_))) for name, (open_, word) in _STANDINGS.items()]
    return tag(
        "nav", *severities, tag("hr"), *standings, tag("hr"), *kinds, class_="finding-chips", aria_label="Mức và loại mâu thuẫn"
    )


def _chip(choice: str, name: str, words: Content, count: int) -> Markup:
    if not count:
        return tag("span", words, " ", tag("b", "0"))
    is_chosen = st.query_params.get(choice) == name
    return tag(
        "a", words, " ", tag("b", formats.number(count, 0)), href=here(**{choice: None if is_chosen else name}), target="_self",
        aria_current="true" if is_chosen else "",
    )  # fmt: skip


@kept_by_link
def table(rows: Rows[Any], unit_id: str) -> Markup:
    """Both sides of each of those that the link asks for, as written, with document and place. Takes ``finding_list``."""
    address = indicator_links(unit_id)
    return html_table.table(_COLUMNS, [_line(row, address) for row in chosen(rows)], "wide findings")


def _line(row: Any, address: Any) -> list[Content]:
    mark, word = finding_words.SEVERITIES[row.severity]
    name = link(address(row.indicator_id), indicator_name(row.subject)) if row.indicator_id else row.subject
    said, other = finding_words.sides(row)
    about, apart = finding_words.about(row), finding_words.apart(row)
    return [
        joined(tag("b", shape(mark), " ", word.capitalize(), class_=f"s-{mark}"), small(finding_words.CHECKS[row.check_name])),
        joined(name, small(about) if about else "", small(tag("span", apart, class_="apart")) if apart else ""),
        side(said, row.document, row.locator),
        side(other, row.other_document, row.other_locator),
        _standing(row),
    ]


def _standing(row: Any) -> Markup:
    """What was decided, why and by whom; a tap opens the finding."""
    words = link(
        here(phat_hien=row.finding_id),
        tag("b", f"✓ {finding_words.standing(row)}" if not row.is_open else finding_words.standing(row)),
    )
    told = finding_words.decision(row, row.said, row.other)
    who = finding_words.by_whom(row.author, row.decided_at) if row.decision else ""
    return joined(words, *(small(text) for text in (told, who, finding_words.outdated(row)) if text))


def side(words: str, document: str | None, locator: str | None) -> Markup:
    """What one side says, and where."""
    return joined(words, small(named(document, locator=locator) or locator or "phép kiểm tra của hệ thống"))


def as_table(rows: Rows[Any]) -> Table:
    """The findings as a table to take away."""
    values: dict[str, list[Any]] = {
        "Mức": [finding_words.SEVERITIES[row.severity][1] for row in rows],
        "Loại": [finding_words.CHECKS[row.check_name] for row in rows],
        "Nội dung": [row.subject for row in rows],
        "Cấp, kỳ": [finding_words.about(row) for row in rows],
        "Chỗ lệch": [finding_words.apart(row) for row in rows],
        "Văn bản ghi": [row.said for row in rows],
        "Văn bản": [row.document or "" for row in rows],
        "Vị trí": [row.locator or "" for row in rows],
        "Nơi khác ghi": [row.other for row in rows],
        "Văn bản khác": [row.other_document or "" for row in rows],
        "Vị trí khác": [row.other_locator or "" for row in rows],
        "Tình trạng": [finding_words.standing(row) for row in rows],
        "Quyết định": [finding_words.decision(row, row.said, row.other) for row in rows],
        "Ai, ngày": [finding_words.by_whom(row.author, row.decided_at) if row.decision else "" for row in rows],
        "Mã": [row.finding_id for row in rows],
    }
    return Table(values, {}, values)

"""The tables below the overview: every target, results without a target, overdue targets; each with its CSV."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.territory import Territory
from components.text import citations, formats, headlines, times
from components.text.overview import overview_headlines as say
from components.text.overview import strip_words
from components.text.overview.overview_period import Overview
from components.tiles import csv_download, messages
from components.tiles.csv_download import Table
from components.tiles.html_table import Markup, joined, tag
from components.tiles.indicator import target_table
from components.tiles.links import here, kept_by_link
from components.tiles.overview import board_choice
from components.tiles.overview.board_choice import TABLES
from queries.rows import Rows


def tables(about: Overview, territory: Territory, overdue: Rows[Any]) -> None:
    """Every target, results without a target, overdue targets: one of them, chosen in the link, with its CSV.

    A part of the year has its targets in the table at the top already.
    """
    lists = {
        "muc-tieu": about.targets if not about.within_year else about.targets[:0],
        "ket-qua": about.results,
        "qua-han": overdue,
    }
    there = tuple(code for code in TABLES if lists[code])
    if not there:
        return
    first = next((code for code in there if code != "qua-han" or not about.within_year), "")
    opened = board_choice.chosen("bang", there) or first
    names = _named(about)
    st.html(_tabs(opened, first, tuple((code, names[code], len(lists[code])) for code in there)))
    if not opened:
        return
    rows = board_choice.told(about) if opened == "muc-tieu" else lists[opened]
    st.html(_table(opened, about, rows, overdue, territory.unit_id))
    messages.source(citations.sources(rows))
    csv(opened, names[opened], rows, about, territory)


def csv(code: str, name: str, rows: Rows[Any], about: Overview, territory: Territory) -> None:
    csv_download.csv(
        lambda: csv_table(rows, territory.unit_id),
        name=f"{name} {territory.name} {about.year}",
        key=f"csv-{code}",
        choices={"dia_ban": territory.unit_id, "nam": about.year},
    )


def _named(about: Overview) -> dict[str, str]:
    shown = len(board_choice.narrowed(about))
    targets = f"Cả {shown} mục tiêu theo cấp" if shown > 1 else "Mục tiêu duy nhất của năm"
    if shown < len(about.targets):
        targets = f"{shown} trong {len(about.targets)} mục tiêu theo cấp"
    return dict(zip(TABLES, (targets, "Kết quả chưa có mục tiêu", "Quá hạn, chưa báo cáo"), strict=True))


@kept_by_link
def _tabs(opened: str, first: str, listed: tuple[tuple[str, str, int], ...]) -> Markup:
    """The lists; ``first`` is the one that a bare link opens."""
    tabs = (_tab(code, name, count, code == opened, code == first) for code, name, count in listed)
    return tag("nav", *tabs, class_="board-tabs", id="bang", aria_label="Bảng")


def _tab(code: str, name: str, count: int, chosen: bool, first: bool) -> Markup:
    told = name if code == "muc-tieu" else f"{name} ({formats.number(count, 0)})"
    address = here(bang=None if first else code) + "#bang"
    return tag("a", told, href=address, target="_self", aria_current="page" if chosen else "")


@kept_by_link
def _table(code: str, about: Overview, rows: Rows[Any], overdue: Rows[Any], unit_id: str) -> Markup:
    """The table that is open, and for the presentation the sentence that heads it."""
    if code == "ket-qua":
        return joined(on_screens(strip_words.without_target(rows)), target_table.without_target(rows, unit_id))
    if code == "qua-han":
        return joined(on_screens(strip_words.overdue(overdue)), target_table.past_due(rows, unit_id))
    table = target_table.by_level(rows, about.waiting, unit_id)
    return joined(on_screens(say.by_level(rows, unit_id)), target_table.notation(rows, about.waiting, unit_id), table)


def on_screens(sentence: str) -> Markup:
    return tag("h2", sentence, class_="part on-screens")


def csv_table(rows: Rows[Any], unit_id: str) -> Table:
    """A table of the overview as CSV: numbers as numbers, what the documents write beside them."""
    columns: dict[str, Callable[[Any], Any]] = {
        "Mã chỉ tiêu": lambda row: row.indicator_id,
        "Chỉ tiêu": lambda row: getattr(row, "indicator_name", row.short_name),
        "Cấp": lambda row: formats.level(row.level, unit_id),
        "Đơn vị tính": lambda row: row.unit_of_measure,
        "Năm": lambda row: row.year,
        "Kỳ": lambda row: _period(row),
        "Mục tiêu": lambda row: getattr(row, "required", None),
        "Mục tiêu, nguyên văn": lambda row: getattr(row, "target_as_written", None),
        "Năm của mục tiêu": lambda row: getattr(row, "target_year", row.year if hasattr(row, "required") else None),
        "Kết quả": lambda row: None if row.basis == "stated" else row.actual,
        "Kết quả, nguyên văn": lambda row: row.actual_as_written,
        headlines.SO_FAR: lambda row: headlines.measured_by(row) if hasattr(row, "gap") else None,
        "Chênh lệch": lambda row: getattr(row, "gap", None),
        "Trạng thái": lambda row: formats.told_status(row) if hasattr(row, "mark") else "",
        "Chủ trì": lambda row: getattr(row, "owner", None),
        "Nguồn": lambda row: citations.sources(Rows(row._fields, [row])).removeprefix("Nguồn: "),
    }
    return Table({}, {}, target_table.numbers(rows, columns))


def _period(row: Any) -> str:
    if hasattr(row, "last_year"):
        return times.period(row.last_period, row.last_year) if row.last_year else ""
    return times.period(row.period, row.year)

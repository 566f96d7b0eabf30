"""What was known otherwise on two days, as a table: before, after, why, by which upload."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import streamlit as st

from components.text import formats
from components.text.origin import day_change_words
from components.tiles import html_table
from components.tiles.bullets import shape
from components.tiles.csv_download import Table
from components.tiles.html_table import Column, Content, Markup, joined, small, tag
from components.tiles.indicator_names import indicator_name
from components.tiles.links import address, here, link
from data.day_changes import CAUSES, Change, changes, until
from data.vietnamese.dates import said_day
from data.vietnamese.past_day import PARAMETER
from queries.rows import Rows

MOST = 300  # rows that the page shows; the file has all of them
_FLIPS = "doi-trang-thai"


def between(before: Rows[Any], after: Rows[Any], uploads: Rows[Any], last: date) -> tuple[list[Change], dict[int, Any]]:
    """What changed, and the uploads until the later day by number. Takes rows of ``figure_state_list`` and ``upload_day_list``."""
    known = until(uploads, last)
    return changes(before, after, known), known


def chosen(found: Sequence[Change]) -> list[Change]:
    """The changes of the cause that the link asks for (``?vi_sao=corrected``), or those with another status; all of them without one."""
    asked = st.query_params.get("vi_sao", "")
    if asked == _FLIPS:
        return [change for change in found if change.flips]
    return [change for change in found if change.cause == asked] if asked in CAUSES else list(found)


def chips(found: Sequence[Change]) -> Markup:
    """Every cause that there is, with its number; a tap narrows the table, another takes it back."""
    counted = [(_FLIPS, "đổi trạng thái", sum(change.flips for change in found))]
    counted += [(cause, day_change_words.WORDS[cause], sum(change.cause == cause for change in found)) for cause in CAUSES]
    return tag("nav", *(_chip(*one) for one in counted if one[2]), class_="finding-chips", aria_label="Vì sao đổi")


def _chip(code: str, word: str, count: int) -> Markup:
    is_chosen = st.query_params.get("vi_sao") == code
    return tag(
        "a", word.capitalize(), " ", tag("b", formats.number(count)), href=here(vi_sao=None if is_chosen else code), target="_self",
        aria_current="true" if is_chosen else "",
    )  # fmt: skip


def table(found: Sequence[Change], uploads: Mapping[int, Any], first: date, last: date, shown_on: date | None) -> Markup:
    """A row a change. ``shown_on``: the later day as a past day, None for today."""
    columns = (
        Column("Chỉ tiêu", caption="", names_rows=True),
        Column(f"Ngày {said_day(first)}"),
        Column(f"Ngày {said_day(last)}" if shown_on else f"Hôm nay, {said_day(last)}"),
        Column("Vì sao"),
    )
    rows = [_line(change, uploads, first, shown_on) for change in found[:MOST]]
    return html_table.table(columns, rows, "wide day-changes")


def _line(change: Change, uploads: Mapping[int, Any], first: date, shown_on: date | None) -> list[Content]:
    row = change.row
    word = day_change_words.WORDS[change.cause]
    flips = small(tag("b", "đổi trạng thái")) if change.flips else ""
    by = day_change_words.upload(change, uploads)
    return [
        joined(indicator_name(row.indicator_name), small(f"{row.unit_name} · {day_change_words.period(change)}")),
        _state(change.before, first),
        _state(change.after, shown_on),
        joined(tag("b", word.capitalize()), flips, small(by) if by else ""),
    ]


def _state(row: Any | None, day: date | None) -> Markup:
    """The result with the way to its page on that day, the target, and the status."""
    result, target, status = day_change_words.state(row)
    if row is None:
        return tag("span", result, class_="none")
    choices: dict[str, object] = {"dia_ban": row.unit_id, "chi_tieu": row.indicator_id, PARAMETER: day}
    words = link(address("chi-tieu", choices), result, title="Mở chỉ tiêu như đã biết ngày ấy" if day else "Mở chỉ tiêu")
    return joined(words, small(target), small(tag("span", shape(row.mark), " ", status, class_=f"s-{row.mark}")))


def as_table(found: Sequence[Change], uploads: Mapping[int, Any], first: date, last: date) -> Table:
    """Every change as a table to take away."""
    states = [(day_change_words.state(change.before), day_change_words.state(change.after)) for change in found]
    values: dict[str, list[Any]] = {
        "Mã chỉ tiêu": [change.row.indicator_id for change in found],
        "Chỉ tiêu": [change.row.indicator_name for change in found],
        "Địa bàn": [change.row.unit_name for change in found],
        "Kỳ": [day_change_words.period(change) for change in found],
    }
    for place, day in enumerate((first, last)):
        for part, title in enumerate(("Kết quả", "Mục tiêu", "Trạng thái")):
            values[f"{title} ngày {said_day(day)}"] = [state[place][part] for state in states]
    values["Vì sao"] = [day_change_words.WORDS[change.cause] for change in found]
    values["Đổi trạng thái"] = ["có" if change.flips else "không" for change in found]
    values["Do"] = [day_change_words.upload(change, uploads) for change in found]
    return Table(values, {}, values)

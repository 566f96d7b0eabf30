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
from data import work_changes
from data.day_changes import CAUSES, Change, changes, until
from data.vietnamese.dates import said_day
from data.vietnamese.past_day import PARAMETER
from queries.rows import Rows

MOST = 300  # rows that the page shows; the file has all of them


def between(before: Rows[Any], after: Rows[Any], uploads: Rows[Any], last: date) -> tuple[list[Change], dict[int, Any]]:
    """What changed, and the uploads until the later day by number. Takes rows of ``figure_state_list`` and ``upload_day_list``."""
    known = until(uploads, last)
    return changes(before, after, known), known


def works_between(before: Rows[Any], after: Rows[Any], uploads: Mapping[int, Any]) -> list[Change]:
    """The tasks and cells of money that changed. Takes rows of ``work_state_list`` and the uploads of ``between``."""
    return work_changes.changes(before, after, uploads)


def with_cause(works: Sequence[Change]) -> list[Change]:
    """The tasks and money of the cause that the link asks for, or those that stand otherwise; all of them without one."""
    return day_change_words.works_of_cause(works, asked_cause())


def chosen(found: Sequence[Change]) -> list[Change]:
    """The changes of the cause that the link asks for (``?vi_sao=corrected``), or those with another status; all of them without one."""
    return day_change_words.of_cause(found, asked_cause())


def asked_cause() -> str:
    """The cause that the link asks for; '' for none, or one that there is not."""
    asked = st.query_params.get("vi_sao", "")
    return asked if asked in (*CAUSES, day_change_words.FLIPS) else ""


def chips(found: Sequence[Change], works: Sequence[Change] = ()) -> Markup:
    """Every cause that there is, with its number; a tap narrows the table, another takes it back."""
    counted = [
        (day_change_words.FLIPS, "đổi trạng thái", sum(change.flips for change in found) + sum(map(work_changes.flips, works)))
    ]
    counted += [
        (cause, day_change_words.WORDS[cause], sum(change.cause == cause for change in (*found, *works))) for cause in CAUSES
    ]
    return tag("nav", *(_chip(*one) for one in counted if one[2]), class_="finding-chips", aria_label="Vì sao đổi")


def _chip(code: str, word: str, count: int) -> Markup:
    is_chosen = st.query_params.get("vi_sao") == code
    return tag(
        "a", word.capitalize(), " ", tag("b", formats.number(count)), href=here(vi_sao=None if is_chosen else code), target="_self",
        aria_current="true" if is_chosen else "",
    )  # fmt: skip


def table(found: Sequence[Change], uploads: Mapping[int, Any], first: date, last: date, shown_on: date | None) -> Markup:
    """A row a change. ``shown_on``: the later day as a past day, None for today."""
    rows = [_line(change, uploads, first, shown_on) for change in found[:MOST]]
    return html_table.table(_columns("Chỉ tiêu", first, last, shown_on), rows, "wide day-changes")


def _columns(what: str, first: date, last: date, shown_on: date | None) -> tuple[Column, ...]:
    return (
        Column(what, caption="", names_rows=True),
        Column(f"Ngày {said_day(first)}"),
        Column(f"Ngày {said_day(last)}" if shown_on else f"Hôm nay, {said_day(last)}"),
        Column("Vì sao"),
    )


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


def works(found: Sequence[Change], uploads: Mapping[int, Any], first: date, last: date, shown_on: date | None) -> Markup:
    """A row a task or a cell of money that changed. ``shown_on``: as ``table`` takes it."""
    rows = [_work(change, uploads, first, shown_on) for change in found[:MOST]]
    return html_table.table(_columns("Nhiệm vụ, kinh phí", first, last, shown_on), rows, "wide day-changes")


def _work(change: Change, uploads: Mapping[int, Any], first: date, shown_on: date | None) -> list[Content]:
    row = change.row
    by = day_change_words.upload(change, uploads)
    return [
        joined(day_change_words.work(change), small(f"{row.unit_name} · {row.document}")),
        _work_state(change.before, first),
        _work_state(change.after, shown_on),
        joined(tag("b", day_change_words.WORDS[change.cause].capitalize()), small(by) if by else ""),
    ]


def _work_state(row: Any | None, day: date | None) -> Markup:
    """Money with the way to its page on that day, and how the task stands."""
    amount, facts, state = day_change_words.work_state(row)
    if row is None:
        return tag("span", amount, class_="none")
    page = "nhiem-vu" if row.kind == "task" else "kinh-phi"
    words = link(
        address(page, {"dia_ban": row.unit_id, "van_ban": row.document, PARAMETER: day}),
        amount,
        title="Mở như đã biết ngày ấy" if day else "Mở",
    )
    return joined(words, *(small(text) for text in (facts, state) if text))


def as_table(found: Sequence[Change], worked: Sequence[Change], uploads: Mapping[int, Any], first: date, last: date) -> Table:
    """Every change as a table to take away: figures, then tasks and cells of money."""
    states = [(day_change_words.state(change.before), day_change_words.state(change.after)) for change in found]
    states += [(day_change_words.work_state(change.before), day_change_words.work_state(change.after)) for change in worked]
    values: dict[str, list[Any]] = {
        "Loại": ["số liệu"] * len(found) + [day_change_words.KINDS[change.row.kind] for change in worked],
        "Mã": [*(change.row.indicator_id for change in found), *(change.row.subject for change in worked)],
        "Nội dung": [*(change.row.indicator_name for change in found), *(day_change_words.work(change) for change in worked)],
        "Địa bàn": [change.row.unit_name for change in (*found, *worked)],
        "Kỳ": [*(day_change_words.period(change) for change in found), *(change.row.document for change in worked)],
    }
    for place, day in enumerate((first, last)):
        for part, title in enumerate(("Kết quả, kinh phí", "Mục tiêu, thời gian", "Trạng thái")):
            values[f"{title} ngày {said_day(day)}"] = [state[place][part] for state in states]
    values["Vì sao"] = [day_change_words.WORDS[change.cause] for change in (*found, *worked)]
    flips = [*(change.flips for change in found), *(work_changes.flips(change) for change in worked)]
    values["Đổi trạng thái"] = ["có" if flip else "không" for flip in flips]
    values["Do"] = [day_change_words.upload(change, uploads) for change in (*found, *worked)]
    return Table(values, {}, values)

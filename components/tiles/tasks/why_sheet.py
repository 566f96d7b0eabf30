"""Why a target is not met, on one sheet: targets and results, what happened when, money by year, remarks by kind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from components.text import formats, times
from components.text.spelling import quoted
from components.text.tasks import remark_words, task_words
from components.tiles import html_table
from components.tiles.bullets import bullet, shape
from components.tiles.html_table import Cell, Column, Markup, joined, small, tag
from components.tiles.links import address, link
from components.tiles.origin import finding_flags, source_register
from components.tiles.overview.focus_list import full
from data.vietnamese import dates
from queries.rows import Rows

_OF_ALL = ("Nguyên nhân", "Kiến nghị")  # what the documents often say of everything at once
_MOST = 4  # remarks of a kind that stand unfolded
_MOST_LETTERS = 90


def to_sheet(trend: Rows[Any], unit_id: str, indicator_id: str) -> Markup:
    """The link from an indicator that is missed or nearly met to this sheet; nothing for any other. Takes ``indicator_trend``."""
    if not any(row.mark in ("missed", "near") and row.newest_in_year for row in trend):
        return Markup()
    to = address("vi-sao", {"dia_ban": unit_id, "chi_tieu": indicator_id})
    return tag("p", link(to, "Vì sao chưa đạt: nhiệm vụ, kinh phí, nguyên nhân ›"), class_="sub hint")


def years(trend: Rows[Any]) -> list[int]:
    """The years that a remark may speak of: those of the targets, the last missed one first, and this year."""
    missed = [row.year for row in trend if row.mark in ("missed", "near")]
    known = sorted({dates.today().year, *(row.year for row in trend if row.target_year is not None)}, reverse=True)
    first = max(missed, default=known[0])
    return [first, *(year for year in known if year != first)]


def figures(trend: Rows[Any], unit_id: str, indicator_id: str) -> Markup:
    """Every target of a year with its result, the newest year first, missed ones included. Takes ``indicator_trend``."""
    rows = sorted((row for row in trend if row.newest_in_year and row.target_year is not None), key=lambda row: -row.year)
    body: list[html_table.Row] = [
        [
            f"{row.year}, {task_words.level(row)}",
            joined(_bar(row), finding_flags.flag(row, unit_id, worded=True, indicator_id=indicator_id)),
            _verdict(row),
            _source(row),
        ]
        for row in rows
    ]
    return html_table.table([Column("Năm", names_rows=True), "Kết quả / mục tiêu", "Trạng thái", "Nguồn"], body, "wide figures")


def _bar(row: Any) -> Markup:
    words = small(quoted(row.actual_as_written)) if row.actual is None and row.actual_as_written else ""
    return joined(
        f"{formats.result(row) if row.actual is not None else formats.NOTHING} / {formats.target(row)}",
        bullet(row, full(row)),
        words,
    )


def _verdict(row: Any) -> Markup:
    mark = formats.shown_mark(row)
    return tag("span", shape(mark), " ", tag("b", formats.verdict(row)), class_=f"s-{mark}")


def _source(row: Any) -> Markup:
    places = [
        (row.target_document, row.target_locator, "mục tiêu"), (row.actual_document, row.actual_locator, "kết quả"),
    ]  # fmt: skip
    return joined(
        *(
            small(f"{what}: ", source_register.named(document, locator=place or "không ghi vị trí"))
            for document, place, what in places
            if document
        )
    )


def events(trend: Rows[Any], tasks: Rows[Any]) -> Markup:
    """What happened when, as the documents say it: results, states of tasks, last days that passed; today at the end."""
    listed = [*_results(trend), *_states(tasks), *_last_days(trend)]
    rows = sorted(dict.fromkeys(listed), key=lambda event: event[0])
    today = (dates.today(), "", "Hôm nay", _silence(listed), "")
    body: list[html_table.Row] = [
        [times.day(day), _event(mark, what, words), place] for day, mark, what, words, place in [*rows, today]
    ]
    return html_table.table([Column("Ngày", names_rows=True, nowrap=True), "Việc", "Văn bản"], body, "wide events")


_Event = tuple[date, str, str, str, str]  # day, mark, what, words, place


def _event(mark: str, what: str, words: str) -> Markup:
    return joined(shape(mark) if mark else "", " ", tag("b", what), small(words) if words else "")


def _results(trend: Rows[Any]) -> list[_Event]:
    return [
        (
            row.as_of,
            formats.shown_mark(row),
            f"Kết quả năm {row.year}, {task_words.level(row)}: {formats.verdict(row).lower()}",
            quoted(_short(row.actual_as_written)),
            f"{row.actual_document}, {row.actual_locator or 'không ghi vị trí'}",
        )
        for row in trend
        if row.has_result and row.as_of is not None
    ]


def _states(tasks: Rows[Any]) -> list[_Event]:
    return [
        (
            row.as_of,
            task_words.STATES[row.status][0],
            f"Nhiệm vụ: {task_words.STATES[row.status][1]}",
            quoted(_short(row.status_as_written or "văn bản để trống")),
            f"{row.state_document}, {row.state_locator}",
        )
        for row in tasks
        if row.status is not None and row.as_of is not None
    ]


def _last_days(trend: Rows[Any]) -> list[_Event]:
    return [
        (
            row.period_end,
            "no_result",
            f"Hạn mục tiêu năm {row.year}, {task_words.level(row)}: {formats.target(row)}",
            "đã qua, chưa có kết quả",
            f"{row.target_document}, {row.target_locator or 'không ghi vị trí'}",
        )
        for row in trend
        if row.has_target and not row.has_result and row.period_end < dates.today()
    ]


def _silence(listed: Sequence[_Event]) -> str:
    """How long no document has told anything: the age of the newest word."""
    told = [day for day, mark, *_ in listed if mark != "no_result"]
    return f"từ {times.day(max(told))}, {times.age(max(told), dates.today())}, chưa văn bản nào nói thêm" if told else ""


def _short(words: str) -> str:
    return words if len(words) <= _MOST_LETTERS else f"{words[:_MOST_LETTERS].rsplit(' ', 1)[0]} …"


def money(budgets: Rows[Any], tasks: Rows[Any]) -> Markup:
    """Money of the tasks by year, as their documents print it, million đồng. Takes ``budget_list``; empty where none is printed."""
    about = set(tasks.values("task_id"))
    known = [row for row in budgets if row.task_id in about and row.source == "tổng" and row.amount_vnd is not None]
    years = sorted({row.year for row in known if row.year is not None})
    named = {row.task_id: row for row in tasks}
    body: list[html_table.Row] = []
    for task in dict.fromkeys(row.task_id for row in known):
        own = {row.year: row.amount_vnd for row in known if row.task_id == task}
        cells = [task_words.millions(own[year]) if year in own else Cell(formats.NOTHING, "none") for year in years]
        whole = own.get(None, sum(own.values()))
        row = named[task]
        body.append(
            [
                joined(_short(task_words.named(row)), small(source_register.named(row.document, locator=row.locator))),
                *cells,
                tag("b", task_words.millions(whole)),
            ]
        )
    if not body:
        return Markup()
    return html_table.table([Column("Nhiệm vụ", names_rows=True), *map(str, years), "Cộng"], body, "wide gaps")


def remarks(rows: Rows[Any], indicator_id: str, pillar_name: str) -> Markup:
    """Remarks by kind: those that speak of the indicator, else what is said of its pillar in general, and then says so."""
    return tag(
        "div",
        *(
            _kind(rows.where(kind=kind), title, indicator_id, pillar_name)
            for kind, title in remark_words.KINDS.items()
            if kind != "outlook"
        ),
        class_="remarks",
    )


def _kind(rows: Rows[Any], title: str, indicator_id: str, pillar_name: str) -> Markup:
    own = rows.where(indicator_id=indicator_id)
    shown = own or rows.where(pillar_name=pillar_name).matching(lambda row: row.indicator_id is None)
    about = f"nêu chung về {formats.inside(pillar_name)}"
    if not shown and title in _OF_ALL:
        shown, about = rows.matching(lambda row: row.indicator_id is None), "nêu chung"
    general = tag("span", f" {about}", class_="quiet") if shown and not own else ""
    made = [tag("li", row.text, small(source_register.named(row.document, locator=row.locator))) for row in shown]
    rest = tag("details", tag("summary", f"Xem thêm {len(made) - _MOST}"), tag("ul", *made[_MOST:])) if made[_MOST:] else ""
    body = joined(tag("ul", *made[:_MOST]), rest) if made else tag("p", "Văn bản không nêu.", class_="quiet")
    return tag("section", tag("h3", title, general), body)

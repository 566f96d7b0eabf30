"""Slides about tasks and why a target is not met: the years of tasks, and one sheet in a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.charts import task_plots
from components.slides.content import source_lines, table_cells, table_pages
from components.slides.content.context import SlideBuilder
from components.slides.content.table_cells import Cell
from components.slides.layout import plot_rooms
from components.slides.slide import Slide, SlideTable
from components.text import formats, times
from components.text.tasks import remark_words, task_words
from components.theme import MUTED, STATUS_COLOURS
from data.vietnamese import dates
from queries import reads
from queries.rows import Rows

_TASKS, _REMARKS = 5, 2  # rows of the sheet: tasks, remarks of a kind


def tasks(builder: SlideBuilder) -> list[Slide]:
    """The years of the tasks of one document (of all where none is chosen), the latest first, with what is overdue."""
    every = builder.ask_unit(reads.task_list)
    document = builder.params.get("van_ban", "")
    rows = every.where(document=document) if document else every
    slide = _timeline(builder, rows, task_words.headline(rows, document), builder.link("nhiem-vu", "van_ban")) if rows else None
    return [slide] if slide else []


def _timeline(builder: SlideBuilder, rows: Rows[Any], message: str, link: str) -> Slide | None:
    """A chart of the tasks that say their years; None where none does."""
    timed = [row for row in rows if row.end_year is not None]
    if not timed:
        return None
    names = [f"◇ {task_plots.short(row)}" for row in timed[: task_plots.MOST_TASKS]]
    shown, title = timed[: plot_rooms.rows(names, *table_pages.room())], "Nhiệm vụ theo thời gian"
    source = source_lines.of_tasks(Rows(rows.columns, shown))
    today = dates.today()
    who = f"{builder.territory.name} · năm thực hiện và quá hạn đến {times.day(today)}"
    plot = task_plots.timeline(shown, title=title, subtitle=who, source=source, today=today)
    rest = len(rows) - len(shown)
    note = (
        f"Vẽ {len(shown)} trong {len(rows)} nhiệm vụ, chậm nhất đứng trước; nhiệm vụ không nêu năm không vẽ được." if rest else ""
    )
    note = f"{note} {builder.open_money({row.document for row in rows})}".strip()
    return builder.slide(title, who, message, source, link, plots=(plot,), note=note)


def why(builder: SlideBuilder) -> list[Slide]:
    """Why a target is not met, on one sheet: its figures, tasks with state and money, remarks by kind; then the years of its tasks."""
    chosen = builder.params["chi_tieu"]
    card = builder.context.ask(reads.indicator_card, indicator_id=chosen)
    if not card:
        return []
    trend = builder.ask(reads.indicator_trend, indicator_id=chosen)
    served = set(builder.ask_unit(reads.task_link_list).where(indicator_id=chosen).values("task_id"))
    rows = builder.ask_unit(reads.task_list).matching(lambda row: row.task_id in served)
    own = builder.ask_unit(reads.unit_remark_list).where(indicator_id=chosen, newest=True)
    said = builder.ask(reads.remark_list).where(indicator_id=chosen)
    table = SlideTable(
        ("Mục", "Nội dung", "Nguồn"), (*_figures(trend), *_tasks(rows), *_own(own), *_remarks(said)), (0.14, 0.6, 0.26), size=13
    )
    if not table.rows:
        return []
    message, link = task_words.why(card[0].short_name, trend, rows), builder.link("vi-sao", "chi_tieu")
    who = f"{builder.territory.name} · người trả lời: {card[0].owner or 'văn bản không nêu'}"
    source = _why_source(trend, rows[:_TASKS], said)
    sheets = builder.pages(builder.slide(f"Vì sao chưa đạt: {card[0].short_name}", who, message, source, link), table)
    years = _timeline(builder, rows, message, link)
    every = [*sheets, years] if years else sheets
    if len(every) == 1:
        return every
    return [replace(slide, params={**builder.params, "trang": number}) for number, slide in enumerate(every, start=1)]


def _why_source(trend: Rows[Any], tasks: Rows[Any], remarks: Rows[Any]) -> str:
    """Documents of figures, tasks and remarks, then the day of the figures and that of the tasks' states."""
    figures, _, day = source_lines.of(trend).partition(" · ")
    listed = [name for row in tasks for name in (row.document, row.state_document)]
    more = [name for name in dict.fromkeys([*listed, *(row.document for row in remarks)]) if name and name not in figures]
    return formats.titled("; ".join([figures, *more]), day, source_lines.state_day(tasks))


def _row(head: str, text: Cell, place: str) -> tuple[Cell, ...]:
    return table_cells.cell(head, bold=True), text, table_cells.cell(place, MUTED)


def _figures(trend: Rows[Any]) -> list[tuple[Cell, ...]]:
    """The targets of the newest year in which one is missed or nearly met."""
    judged = [row for row in trend if row.mark in ("missed", "near") and row.newest_in_year]
    newest = [row for row in judged if row.year == max(row.year for row in judged)]
    return [
        _row(
            f"Năm {row.year}",
            table_cells.cell(
                f"{formats.told_status(row)}: {formats.result(row)} / {formats.target(row)}, {formats.LEVEL_PHRASES[row.level]}",
                STATUS_COLOURS[row.mark],
            ),
            f"{row.actual_document}, {row.actual_locator or 'không ghi vị trí'}"
            if row.actual_document
            else f"{row.target_document}",
        )
        for row in newest
    ]


def _tasks(rows: Rows[Any]) -> list[tuple[Cell, ...]]:
    return [
        _row(
            "Nhiệm vụ" if not number else "",
            table_cells.cell(
                ", ".join(
                    filter(
                        None,
                        (
                            f"{_mark(row)} {task_words.named(row)}: {task_words.STATES[task_words.state(row)][1]}",
                            task_words.lateness(row),
                            _money(row),
                        ),
                    )
                )
            ),
            task_words.place(row, True),
        )
        for number, row in enumerate(rows[:_TASKS])
    ]


def _mark(row: Any) -> str:
    return formats.STATUSES[task_words.STATES[task_words.state(row)][0]][0]


def _money(row: Any) -> str:
    return (
        f"{task_words.money(row)} triệu đồng"
        if row.amount_vnd is not None
        else task_words.money(row)
        if row.amount_as_written
        else ""
    )


def _own(rows: Rows[Any]) -> list[tuple[Cell, ...]]:
    return [
        _row(
            remark_words.KINDS[row.kind],
            table_cells.cell(remark_words.shortened(row)),
            f"đơn vị nêu, {times.day(times.local(row.uploaded_at).date())}",
        )
        for row in rows[:4]
    ]


def _remarks(rows: Rows[Any]) -> list[tuple[Cell, ...]]:
    return [
        _row(remark_words.KINDS[kind] if not number else "", table_cells.cell(row.text), f"{row.document}, {row.locator}")
        for kind in remark_words.KINDS
        for number, row in enumerate(rows.where(kind=kind)[:_REMARKS])
    ]

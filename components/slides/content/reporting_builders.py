"""Slides about who has reported, and what the reports say of the tasks."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from components.charts.model import Run
from components.slides.content import source_lines, table_cells, table_pages
from components.slides.content.context import SlideBuilder
from components.slides.content.table_cells import Cell
from components.slides.slide import Card, Slide, SlideTable
from components.text import formats, times
from components.text.tasks import report_words, task_words
from components.theme import MUTED, STATUS_COLOURS
from queries import reads
from queries.rows import Rows


def reports(builder: SlideBuilder) -> list[Slide]:
    """Who has reported in a period and who has not: a card a state, and the names, whoever is to be reminded first."""
    level, year = builder.params["cap_bao_cao"], builder.year
    sets = builder.context.ask(reads.deadline_sets, province_code=builder.territory.province_code)
    asked = builder.params.get("han") or next(iter(sets.values("deadline_set")), "")
    deadlines = next(iter(sets.where(deadline_set=asked)), None)
    if deadlines is None:
        return []
    every = builder.context.ask(
        reads.report_list, province_code=builder.territory.province_code, level=level, year=year, deadline_set=asked
    )
    rows = every.where(period=builder.params["ky"])
    if not rows:
        return []
    builder.answers.append((reads.report_list.__name__, rows))
    groups = {state: rows.where(state=state) for state in report_words.STATES}
    table = SlideTable(
        ("Tình hình", "Đơn vị (đã báo / phải báo)"),
        tuple(_standing(state, group) for state, group in groups.items() if group),
        (0.2, 0.8),
        size=13,
    )
    when = formats.inside(times.period(builder.params["ky"], year))
    link = builder.link("tinh-hinh-bao-cao", "nam", "ky", "cap_bao_cao", "han")
    first = builder.slide(
        "Tình hình báo cáo", f"{builder.territory.name} · {formats.LEVEL_PHRASES[level]} · {when}", report_words.answered(rows, level, year),
        source_lines.as_of_today(f"Nguồn: {deadlines.document}, {deadlines.locator}; ngày báo là ngày tải lên"), link, cards=_cards(groups, len(rows)),
        note=f"{report_words.deadline(rows, deadlines)}.",
    )  # fmt: skip
    return builder.pages(first, table, high=_BELOW_CARDS)


_BELOW_CARDS = 230.0  # points for a table below cards


def _cards(groups: dict[str, Rows[Any]], whole: int) -> tuple[Card, ...]:
    return tuple(
        Card(mark, f"{formats.STATUSES[mark][0]} {word.capitalize()}", str(len(groups[state])), f"trong {whole} đơn vị")
        for state, (mark, word) in report_words.STATES.items()
        if groups[state] or state in ("missing", "complete")
    )


def _standing(state: str, rows: Rows[Any]) -> tuple[Cell, ...]:
    """The units of a state by name, with what they have reported where that is neither nothing nor all."""
    mark, word = report_words.STATES[state]
    said = (f"{row.unit_name} ({report_words.cell(row)})" if state in ("partial", "late") else row.unit_name for row in rows)
    head = table_cells.cell(f"{formats.STATUSES[mark][0]} {word.capitalize()}: {len(rows)}", STATUS_COLOURS[mark], bold=True)
    return head, table_cells.cell(", ".join(said))


def task_states(builder: SlideBuilder) -> list[Slide]:
    """What each report says of the tasks, the oldest first: how many in which state, and which share that is."""
    rows = builder.ask_unit(reads.task_state_share)
    if not rows:
        return []
    states = [state for state in task_words.STATES if state in rows.values("status")]
    groups = [group for of_day in rows.by("as_of").values() for group in of_day.by("document").values()]
    table = SlideTable(
        ("Đến ngày", "Văn bản", "Nhiệm vụ", *(_headed(state) for state in states)), tuple(_report(group, states) for group in groups),
        (0.13, 0.2, 0.1, *[0.57 / len(states)] * len(states)), size=13,
    )  # fmt: skip
    newest = groups[-1]
    first = builder.slide(
        "Nhiệm vụ qua các báo cáo", f"{builder.territory.name} · số nhiệm vụ theo tình trạng mà báo cáo nêu", task_words.reported(newest),
        formats.titled(source_lines.named(rows.values("document")), f"tình trạng đến ngày {times.day(max(rows.values('as_of')))}"), builder.link("nhiem-vu"),
        note="Hai báo cáo có thể nói về các nhiệm vụ khác nhau: số của hai dòng không cộng và không trừ cho nhau.",
    )  # fmt: skip
    return builder.pages(first, table)


def _headed(state: str) -> str:
    mark, word = task_words.STATES[state]
    return f"{formats.STATUSES[mark][0]} {word}"


def _report(rows: Rows[Any], states: list[str]) -> tuple[Cell, ...]:
    whole = sum(row.tasks for row in rows)
    counts = {row.status: row.tasks for row in rows}
    return (
        table_cells.cell(times.day(rows[0].as_of)),
        table_cells.cell(rows[0].document, MUTED),
        table_cells.cell(formats.number(whole, 0), bold=True),
        *(_share(counts.get(state, 0), whole) for state in states),
    )


def _share(count: int, whole: int) -> Cell:
    if not count:
        return table_cells.cell(formats.NOTHING, MUTED)
    return ((Run(formats.number(count, 0), bold=True), Run(f" ({formats.number(100 * count / whole, 0)}%)", MUTED)),)


def agencies(builder: SlideBuilder) -> list[Slide]:
    """Who leads how many tasks, how they stand, what money stands behind them; the most tasks first, as the documents write them."""
    every = builder.ask_unit(reads.task_list)
    document = builder.params.get("van_ban", "")
    rows = every.where(document=document) if document else every
    groups = task_words.by_agency(rows)
    left = groups[_AGENCIES:]
    if not rows or len(groups) < 2:
        return []
    table = SlideTable(
        ("Chủ trì", "Nhiệm vụ", "Tình trạng", "Quá hạn", "Kinh phí, triệu đồng"), tuple(_agency(name, own) for name, own in groups[:_AGENCIES]),
        (0.28, 0.1, 0.34, 0.1, 0.18), size=12,
    )  # fmt: skip
    first = builder.slide(
        "Nhiệm vụ theo cơ quan chủ trì", f"{builder.territory.name} · tên cơ quan như văn bản ghi", task_words.most_late(groups),
        source_lines.of_tasks(rows), builder.link("nhiem-vu", "van_ban"), note=f"{_left(left)}{task_words.coverage(rows)}",
    )  # fmt: skip
    return builder.pages(first, table_pages.trimmed(table))


_AGENCIES = 12  # on one page; the others are counted


def _left(groups: list[tuple[str, list[Any]]]) -> str:
    """'Còn 30 cơ quan khác với 43 nhiệm vụ. '; '' for none."""
    return f"Còn {len(groups)} cơ quan khác với {sum(len(own) for _, own in groups)} nhiệm vụ. " if groups else ""


def _agency(name: str, rows: list[Any]) -> tuple[Cell, ...]:
    late = sum(row.late for row in rows)
    return (
        table_cells.cell(shorten(name, 90, placeholder="…")),
        table_cells.cell(formats.number(len(rows), 0), bold=True),
        table_cells.cell(task_words.counted(rows)),
        table_cells.cell(str(late), STATUS_COLOURS["missed"], bold=True) if late else table_cells.cell(formats.NOTHING, MUTED),
        table_cells.cell(task_words.total(rows)),
    )

"""Results of a period: beside those before, and beside the targets in force."""

from __future__ import annotations

from typing import Any

from components.charts.model import Run
from components.slides.content import source_lines, table_cells, table_pages
from components.slides.content.context import SlideBuilder
from components.slides.slide import Slide, SlideTable
from components.text import formats, headlines, times
from components.text.decks import slide_messages
from components.theme import MUTED
from queries import reads
from queries.rows import Rows


def changes(builder: SlideBuilder) -> list[Slide]:
    """Results beside the last ones of the same kind of period, the largest change first."""
    rows = builder.ask(reads.change_list, year=builder.year, period=builder.period, level=builder.level)
    if not rows:
        return []
    body = tuple(
        (
            table_cells.named(row),
            table_cells.cell(table_cells.told(row)),
            (
                *table_cells.cell(slide_messages.previous(row)),
                (Run(formats.inside(times.period(row.previous_period, row.previous_year)), MUTED),),
            ),
            table_cells.cell(formats.change(row.change, row.unit_of_measure), bold=True),
        )
        for row in rows
    )
    when = slide_messages.when(rows, builder.period, builder.year)
    table = SlideTable(
        ("Chỉ tiêu", when[:1].upper() + when[1:], "Lần trước", "Thay đổi"), body, (0.46, 0.18, 0.18, 0.18), size=13
    )
    who = formats.titled(builder.territory.name, formats.units(rows), f"{when} so với kết quả trước của cùng loại kỳ")
    first = builder.slide(
        "Kết quả so với lần trước", who, slide_messages.changes(rows), source_lines.of(_both(rows)), builder.link("", "nam", "ky", "cap")
    )  # fmt: skip
    return builder.pages(first, table)


def _both(rows: Rows) -> Rows:
    """The documents of results and of those before them; the day is that of the newer ones."""
    names = ("actual_document", "actual_locator", "as_of", "as_of_stated")
    own = [[getattr(row, name) for name in names] for row in rows]
    return Rows(names, [*own, *([row.previous_document, row.previous_locator, None, False] for row in rows)])


def period(builder: SlideBuilder) -> list[Slide]:
    """Results of a part of the year beside the targets in force, and whether they keep up."""
    code = builder.params["ky"]
    rows, others = builder.targets(), builder.ask(reads.result_list, year=builder.year, period=code, level=builder.level)
    rows = rows.where(has_result=True)
    if not rows and not others:
        return []
    states = builder.states(rows)
    paces = {
        (row.indicator_id, row.level): row for row in builder.ask(reads.milestone_list, year=builder.year).where(period=code)
    }
    body = [
        (
            table_cells.named(row),
            table_cells.brief(formats.result(row)),
            table_cells.brief(table_cells.aimed(row)),
            table_cells.cell(headlines.lacking(row).capitalize() if row.gap is not None else formats.NOTHING),
            _pace(row, state, paces.get((row.indicator_id, row.level))),
        )
        for row, state in zip(rows, states, strict=True)
    ]
    nothing = table_cells.cell(formats.NOTHING)
    body += [(table_cells.named(row), table_cells.brief(formats.result(row)), nothing, nothing, nothing) for row in others]
    head = ("Chỉ tiêu", "Kết quả trong kỳ", "Mục tiêu", "So với mục tiêu", "Tiến độ")
    whole = SlideTable(head, tuple(body), (0.37, 0.21, 0.13, 0.14, 0.15), size=13)
    table, when = table_pages.trimmed(whole), times.period(code, builder.year)
    who = f"{builder.territory.name} · {formats.inside(when)}{table_cells.at(builder.level, builder.territory.unit_id)}"
    first = builder.slide(
        f"Kết quả {formats.inside(when)}", who, slide_messages.period(rows, states, len(others), code, builder.year),
        source_lines.of(_documents(rows, others)), builder.link("bao-cao", "nam", "ky", "cap", phan="trong-ky")
    )  # fmt: skip
    return builder.pages(first, table)


def _pace(row: Any, state: str, milestone: Any | None) -> table_cells.Cell:
    """How a result of a part of the year keeps up: the state, and what was to be there by then."""
    if state in ("not_comparable", "unjudged"):
        return table_cells.cell("Chưa so được với mục tiêu" + (" năm" if state == "not_comparable" else ""), MUTED)
    if milestone is None:
        return table_cells.state(row, state)
    due = f"mốc {formats.amount(round(milestone.milestone, 1), row.unit_of_measure)}"
    return (*table_cells.state(row, state), (Run(due, MUTED),))


def _documents(rows: Rows, others: Rows) -> Rows:
    """Documents and days of results with a target and of those without."""
    names = ("target_document", "target_locator", "actual_document", "actual_locator", "as_of", "as_of_stated")
    return Rows(names, [[getattr(row, name, None) for name in names] for row in (*rows, *others)])

"""Every target of a year in tables."""

from __future__ import annotations

from typing import Any

from components.charts.unit_matrix import Bar
from components.slides.content import source_lines, table_cells, table_pages, target_order
from components.slides.content.context import SlideBuilder
from components.slides.slide import Slide, SlideTable, TableBar
from components.text import formats
from components.text.decks import slide_messages


def targets(builder: SlideBuilder) -> list[Slide]:
    """Every headline target of the year: indicators down, levels across."""
    rows, states, when = builder.standing()
    if not rows:
        return []
    marks = builder.marks(rows)
    state_of = {(row.indicator_id, row.level): state for row, state in zip(rows, states, strict=True)}
    names = [level for level in formats.LEVELS if level in rows.values("level")]
    lines: list[tuple[str | None, tuple[table_cells.Cell, ...]]] = []
    for pillar, of_pillar in target_order.in_order(rows).by("pillar_name").items():
        lines.append((pillar, (table_cells.cell(pillar, bold=True),)))
        for group in of_pillar.by("indicator_id").values():
            by_level = {
                row.level: table_cells.result(
                    row, state_of[row.indicator_id, row.level], marks.said(row, builder.territory.unit_id)
                )
                for row in group
            }
            across = (by_level.get(level, table_cells.cell(formats.NOTHING)) for level in names)
            lines.append((None, (table_cells.cell(group[0].indicator_name), *across)))
    share = 0.62 / len(names)
    head, widths = (
        ("Chỉ tiêu", *(formats.level(level, builder.territory.unit_id) for level in names)),
        (0.38, *[share] * len(names)),
    )
    groups = frozenset(number for number, (name, _) in enumerate(lines) if name)
    whole = SlideTable(head, tuple(row for _, row in lines), widths, groups, size=12)
    table = table_pages.trimmed(whole)
    who = f"{builder.territory.name} · kết quả / mục tiêu · {when}{table_cells.at(builder.level, builder.territory.unit_id)}"
    message = f"{len(rows)} mục tiêu chính năm {builder.year}: {slide_messages.counted(states)}"
    first = builder.slide(
        f"Mọi mục tiêu chính năm {builder.year}", who, message, source_lines.of(rows), builder.link("", "nam", "ky", "cap")
    )
    return builder.pages(first, table)


def bullets(builder: SlideBuilder) -> list[Slide]:
    """Results and targets with a bar in each row: solid the result, the frame the target, shares on 0-100; the rest is counted."""
    rows, states, when = builder.standing()
    known = rows.matching(lambda row: row.has_result)
    if not known:
        return []
    state_of = {(row.indicator_id, row.level): state for row, state in zip(rows, states, strict=True)}
    lines: list[tuple[bool, tuple[table_cells.Cell, ...]]] = []
    bars: list[TableBar] = []
    for pillar, group in target_order.in_order(known).by("pillar_name").items():
        lines.append((True, (table_cells.cell(pillar, bold=True),)))
        for row in group:
            if (drawn := bar(row)) is not None:
                bars.append(TableBar(len(lines), 1, drawn, tall=True))
            lines.append((False, _bullet(row, state_of[row.indicator_id, row.level])))
    groups = frozenset(number for number, (heads, _) in enumerate(lines) if heads)
    head, widths = ("Chỉ tiêu", "0–100%", "Kết quả", "Mục tiêu", "Chênh lệch", "Trạng thái"), (0.32, 0.19, 0.12, 0.1, 0.11, 0.16)
    table = SlideTable(head, tuple(row for _, row in lines), widths, groups, size=12, bars=tuple(bars))
    silent = len(rows) - len(known)
    note = f"Đặc: kết quả, khung: mục tiêu.{f' {silent} mục tiêu khác chưa có kết quả.' if silent else ''}"
    who = f"{builder.territory.name} · {when}{table_cells.at(builder.level, builder.territory.unit_id)}"
    message = f"{len(rows)} mục tiêu: {slide_messages.counted(states)}"
    first = builder.slide(
        "Kết quả và mục tiêu", who, message, source_lines.of(known), builder.link("", "nam", "ky", "cap"), note=note
    )
    return builder.pages(first, table_pages.trimmed(table))


def _bullet(row: Any, code: str) -> tuple[table_cells.Cell, ...]:
    nothing = table_cells.cell("")
    result = nothing if row.mark == "stated" else table_cells.brief(table_cells.told(row))
    state = table_cells.state(row, code) if code in table_cells.PACES else table_cells.judged(row)
    return (table_cells.named(row), nothing, result, table_cells.brief(table_cells.aimed(row)), table_cells.gap(row), state)


def bar(row: Any) -> Bar | None:
    """Result and target as shares of a cell; none for other units, words and what only a document claims."""
    if row.unit_of_measure != "%" or (row.actual is None and row.required is None):
        return None
    value, target = (None if number is None else min(float(number) / 100, 1.0) for number in (row.actual, row.required))
    return Bar(None if row.mark == "stated" else value, target, row.actual_qualifier == "estimate")

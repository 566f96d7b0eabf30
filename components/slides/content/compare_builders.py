"""A slide of territories side by side: what they share, each figure with its own period."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from components.charts.model import Run
from components.slides.content import source_lines, table_cells
from components.slides.content.context import SlideBuilder
from components.slides.content.table_cells import Cell
from components.slides.slide import Slide, SlideTable
from components.text import formats, times
from components.text.units import comparison_facts, comparison_words
from components.theme import MUTED, STATUS_COLOURS
from queries import reads
from queries.rows import Rows

_MOST = 3  # others beside the territory


def compare(builder: SlideBuilder) -> list[Slide]:
    """The indicators that at least two of the territories have, a column a territory; what only one has is counted."""
    codes = [builder.territory.unit_id, *builder.params["so_voi"].split(",")[:_MOST]]
    found = builder.context.ask(reads.territory_list, unit_id=builder.territory.unit_id, also=builder.params["so_voi"])
    units = {row.unit_id: row for code in dict.fromkeys(codes) for row in found.where(unit_id=code)}
    if len(units) < 2:
        return []
    names = {unit_id: row.unit_name for unit_id, row in units.items()}
    of_units = {
        unit_id: builder.context.ask(reads.compared_figure_list, province_code=row.province_code, unit_id=unit_id)
        for unit_id, row in units.items()
    }
    rows = comparison_facts.compared(of_units)
    shared = rows.matching(lambda row: row.sharing > 1)
    if not shared:
        return []
    builder.answers.append((reads.compared_figure_list.__name__, shared))
    near = comparison_facts.near(builder.context.ask(reads.near_indicator_list), of_units)
    share = 0.66 / len(units)
    body = tuple(
        (_named(group), *(_of_unit(group.where(unit_id=unit_id)) for unit_id in units))
        for group in shared.by("indicator_id").values()
    )
    head = ("Chỉ tiêu chung", *(comparison_words.short(name) for name in names.values()))
    table = SlideTable(head, body, (0.34, *[share] * len(units)), size=12)
    first = builder.slide(
        "So sánh địa bàn", f"{' và '.join(names.values())} · kết quả mới nhất, mục tiêu của cùng năm",
        comparison_words.headline(rows, names), source_lines.of(shared), builder.link("so-sanh-dia-ban", "so_voi"),
        note=comparison_words.rest(rows, names, 0) + (f" {len(near)} cặp tên gần giống không so được." if near else ""),
    )  # fmt: skip
    return builder.pages(first, table)


def _named(rows: Rows[Any]) -> Cell:
    unit = "" if rows[0].unit_of_measure == "mốc" else f" ({rows[0].unit_of_measure})"
    return ((Run(rows[0].short_name), Run(unit, MUTED)),)


def _of_unit(rows: Rows[Any]) -> Cell:
    """The figures of a territory by level: result with its period and target; what is not there is said."""
    return tuple(line for row in rows for line in _figure(row)) or table_cells.cell(formats.NOTHING, MUTED)


def _figure(row: Any) -> Cell:
    level = f"{formats.LEVELS[row.level].lower()} " if row.level != "all" else ""
    aim = (
        f"mục tiêu {_short(formats.target(row))} ({row.target_year})" if row.target_as_written or row.required is not None else ""
    )
    if not row.has_result:
        return ((Run(f"{level}{aim}"), Run(", chưa có kết quả", MUTED)),)
    mark = formats.shown_mark(row)
    shape = Run(f"{formats.STATUSES[mark][0]} ", STATUS_COLOURS[mark], bold=True)
    said = Run(f"{level}{_short(formats.result(row))} ({times.tick(row.period, row.year)})", bold=True)
    return ((shape, said, *([Run(f", {aim}", MUTED)] if aim else [])),)


def _short(words: str) -> str:
    return shorten(words, 40, placeholder="…")

"""A year of which nothing is reported yet, on one dense page: targets by level, the last earlier results, what is still needed."""

from __future__ import annotations

from dataclasses import replace
from textwrap import shorten
from typing import Any

from components.charts.model import Run
from components.slides.content import source_lines, table_cells, table_pages, target_order
from components.slides.content.context import SlideBuilder
from components.slides.layout import table_rooms
from components.slides.slide import Slide, SlideTable
from components.text import citations, formats, headlines, pace, times
from components.text.decks import slide_messages
from components.theme import MUTED, STATUS_COLOURS
from queries import reads
from queries.rows import Rows

_LEAST = 12.0  # letters of tables that share a page


def unreported(builder: SlideBuilder, rows: Rows[Any], states: list[str], note: str) -> list[Slide]:
    """The slides of a year whose targets have no result; takes rows of ``target_list`` and their states."""
    last = {(row.indicator_id, row.level): row for row in builder.ask(reads.open_target, year=builder.year, level=builder.level)}
    earlier = [row for row in last.values() if row.last_year]
    said = slide_messages.overview(builder.territory.name, rows, states, f"năm {builder.year}")
    message = f"{said}; {len(earlier)} có kết quả của năm trước để so" if earlier else said
    source = f"{citations.sources(_documents(rows, earlier))} · năm {builder.year} {source_lines.nothing_yet()}"
    who = f"{builder.territory.name} · mục tiêu, kết quả gần nhất và phần còn thiếu{table_cells.at(builder.level, builder.territory.unit_id)}"
    first = builder.slide(f"Mục tiêu năm {builder.year}", who, message, source, builder.link("", "nam", "cap"), note=note)
    known = {row.indicator_id for row in earlier}
    groups = list(target_order.in_order(rows).by("indicator_id").values())
    before = _before(builder, [group for group in groups if group[0].indicator_id in known], last)
    never = _never([group for group in groups if group[0].indicator_id not in known])
    return _on_pages(builder, first, [table for table in (before, never) if table is not None])


def _on_pages(builder: SlideBuilder, first: Slide, tables: list[SlideTable]) -> list[Slide]:
    """One page where everything fits in letters of 10,5 points, else as many as each table needs."""
    if (
        len(tables) == 2
        and table_rooms.heights_together(tables[0], tables[1], table_pages.room()[0], _LEAST) <= table_pages.room()[1]
    ):
        return [replace(first, table=tables[0], second=tables[1])]
    if len(tables) == 1 and sum(table_rooms.row_heights(tables[0], table_pages.room()[0], _LEAST)) <= table_pages.room()[1]:
        return [replace(first, table=tables[0])]
    return builder.pages(first, *tables)


def _before(builder: SlideBuilder, groups: list[Rows[Any]], last: dict[tuple[str, str], Any]) -> SlideTable | None:
    """The targets with a result of an earlier year: a row a level, the farthest first where a number tells it."""
    place = {key: number for number, key in enumerate(last)}  # a level that had ended by the day is not among them
    found = sorted(
        (row for group in groups for row in group), key=lambda row: place.get((row.indicator_id, row.level), len(place))
    )
    if not found:
        return None
    body = tuple(_compared(builder, row, last.get((row.indicator_id, row.level))) for row in found)
    return SlideTable(
        ("Đã có kết quả trước đó", "Mục tiêu", "Kết quả gần nhất", "Còn thiếu, cần thêm"), body, (0.36, 0.14, 0.27, 0.23)
    )


def _compared(builder: SlideBuilder, row: Any, last: Any | None) -> tuple[table_cells.Cell, ...]:
    if last is None:
        nothing, ended = table_cells.cell(formats.NOTHING, MUTED), table_cells.cell("cấp này kết thúc trước hạn", MUTED)
        return (table_cells.named(row), ((_shape(row), Run(_target(row))),), nothing, ended)
    when = f" ({times.tick(last.last_period, last.last_year)})" if last.last_year else ""
    result = shorten(formats.result(last), 40, placeholder="…") if when else formats.NOTHING
    needed = table_cells.cell(_needed(builder, row, last) or formats.NOTHING, bold=last.gap is not None)
    return (table_cells.named(row), ((_shape(row), Run(_target(row))),), ((Run(result), Run(when, MUTED)),), needed)


def _never(groups: list[Rows[Any]]) -> SlideTable | None:
    """The targets that nobody ever reported on, two indicators a row, one after the other down the left half first."""
    if not groups:
        return None
    half = -(-len(groups) // 2)
    cells = [(table_cells.cell(group[0].short_name), _aimed(group)) for group in groups]
    nothing = (table_cells.cell(""), table_cells.cell(""))
    body = tuple((*cells[row], *(cells[row + half] if row + half < len(cells) else nothing)) for row in range(half))
    return SlideTable(
        (
            f"Chưa từng có kết quả: {len(groups)} chỉ tiêu",
            "Mục tiêu",
            "Chỉ tiêu (tiếp)" if len(groups) > 1 else "",
            "Mục tiêu" if len(groups) > 1 else "",
        ),
        body,
        (0.3, 0.2, 0.3, 0.2),
    )


def _aimed(group: Rows[Any]) -> table_cells.Cell:
    """The targets of the levels in one line: '100%', 'tỉnh 70%, huyện 60%, xã 40%'; one for all of them where they are equal."""
    rows = [row for row in group if row.level != "all"] or list(group)
    told = [f"{formats.LEVELS[row.level].lower()} {_target(row)}" if row.level != "all" else _target(row) for row in rows]
    equal = len(rows) > 1 and len({_target(row) for row in rows}) == 1
    text = f"{_target(rows[0])} ({', '.join(formats.LEVELS[row.level].lower() for row in rows)})" if equal else ", ".join(told)
    return ((_shape(rows[0]), Run(text)),)


def _target(row: Any) -> str:
    return shorten(formats.target(row), 34, placeholder="…")


def _shape(row: Any) -> Run:
    return Run(f"{formats.STATUSES[formats.shown_mark(row)][0]} ", STATUS_COLOURS[formats.shown_mark(row)], bold=True)


def _needed(builder: SlideBuilder, row: Any, last: Any) -> str:
    """What each year has to bring from today on; of an overdue target what is lacking; '' where nothing can be compared."""
    if last.gap is None:
        return ""
    paths = builder.ask(reads.indicator_path, indicator_id=row.indicator_id).where(level=row.level, year=row.year, overdue=False)
    if not paths:
        return headlines.lacking(last)
    return pace.phrase(paths[0], row.unit_of_measure).removeprefix(f"{formats.LEVEL_PHRASES[row.level]} ")


def _documents(rows: Rows[Any], earlier: list[Any]) -> Rows[Any]:
    """The documents of the targets and of the results before them."""
    names = ("target_document", "target_locator", "actual_document", "actual_locator", "as_of", "as_of_stated")
    found = [[row.target_document, row.target_locator, None, None, None, None] for row in rows]
    return Rows(names, [*found, *([getattr(row, name) for name in names] for row in earlier)])

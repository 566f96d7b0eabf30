"""Slides about many units: their ranking, the map of tiles, the table of units and indicators."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from components.charts import plots, unit_grid, unit_matrix
from components.charts.model import Run
from components.slides.content import source_lines
from components.slides.content.context import SlideBuilder
from components.slides.slide import Slide, SlideTable, TableBar
from components.text import formats, times
from components.text.units import ranking_words
from components.text.units import unit_table_words as table_words
from data.vietnamese import dates
from data.vietnamese.periods import period_end
from queries import reads
from queries.rows import Rows

_LEVELS = ("district", "commune")
_NAMED, _ACROSS = 30, 3  # so many tiles have their names on them; units beside each other in the list of more


def ranking(builder: SlideBuilder) -> list[Slide]:
    """The units of a level in order: all where they are few, else both ends."""
    rows = _ranked(builder)
    having = list(rows.having("actual"))
    if not having:
        return []
    by_change = builder.params.get("xep") == "tien-bo"
    if by_change:
        having = sorted(having, key=lambda row: (row.improvement_rank is None, row.improvement_rank or 0))
    ends, card = plots.ends_of(having), _card(builder)
    note = (
        ""
        if len(ends) == len(having)
        else f"{plots.ENDS} đơn vị đầu và {plots.ENDS} đơn vị cuối trong {len(having)} đơn vị có số. "
    )
    plot = plots.units_in_order(ends, title=card.name, subtitle="", source="", improvement=by_change)
    link = builder.link("xep-hang", "nam", "ky", "cap", "chi_tieu", "dia_gioi", "xep")
    return [
        builder.slide(
            f"Xếp hạng: {card.name}", _who(builder, card.unit_of_measure), _headline(builder, rows), _sources(ends), link, plots=(plot,), note=note + _silent(rows)
        )
    ]  # fmt: skip


def tile_map(builder: SlideBuilder) -> list[Slide]:
    """Every unit a tile, a grid of native shapes; of more than fit with their names all of them on the pages after it."""
    rows = _ranked(builder)
    if not rows.having("actual"):
        return []
    content, card = unit_grid.tile_map(rows, builder.level), _card(builder)
    counts = " · ".join(
        f"{formats.STATUSES[mark][0]} {number} {table_words.MARKS[mark]}" for mark, number in unit_grid.counted(content.tiles)
    )
    note = f"{counts}. Ô xếp theo vị trí tương đối của các huyện, không theo diện tích hay ranh giới."
    link = builder.link("ban-do-o", "nam", "ky", "cap", "chi_tieu", "dia_gioi")
    many = len(content.tiles) > _NAMED
    after = " Tên và số của từng đơn vị: các trang sau." if many else ""
    who, message, sources = _who(builder, card.unit_of_measure), _headline(builder, rows), _sources(rows)
    drawn = builder.slide(card.name, who, message, sources, link, tiles=content, note=note + after)
    if not many:
        return [drawn]
    listed = builder.pages(builder.slide(f"{card.name}: từng đơn vị", who, message, sources, link, note=counts), _listed(rows))
    return [replace(one, params={**builder.params, "trang": number}) for number, one in enumerate([drawn, *listed], start=1)]


def _listed(rows: Rows[Any]) -> SlideTable:
    """Every unit with its number, the first ones first, those without a number last: three beside each other, read across."""
    ordered = sorted(rows, key=lambda row: (row.rank is None, row.rank or 0, row.actual is None, row.unit_name))
    lines = [ordered[start : start + _ACROSS] for start in range(0, len(ordered), _ACROSS)]
    blank = (((Run(""),),),) * 2
    body = tuple(sum([_unit(row) for row in line] + [blank] * (_ACROSS - len(line)), ()) for line in lines)
    return SlideTable(("Đơn vị", "Kết quả") * _ACROSS, body, (0.2, 0.13) * _ACROSS, size=12)


def _unit(row: Any) -> tuple[Any, Any]:
    place = f"{row.rank}. " if row.rank else ""
    return ((Run(f"{place}{row.unit_name}"),),), (
        (Run(f"{formats.STATUSES[unit_grid.mark(row)][0]} {unit_grid.value(row)}", bold=True),),
    )


def unit_table(builder: SlideBuilder) -> list[Slide]:
    """Units in rows, the indicators of a group in columns: a native table with a bar in every cell, on as many slides as it needs."""
    if builder.level not in _LEVELS:
        return []
    code, about = builder.territory.province_code, {"level": builder.level, "year": builder.year, "period": builder.period}
    rows = _asked(builder, reads.unit_indicator_list, province_code=code, **about, pillar=builder.params["nhom"])
    if not rows:
        return []
    units = _asked(builder, reads.units_on_day, province_code=code, on_day=_day(builder)).where(level=builder.level)
    pillar = next(
        row.pillar_name
        for row in builder.context.ask(reads.unit_pillar_list, province_code=code)
        if row.pillar == builder.params["nhom"]
    )
    order, state = builder.params.get("theo", table_words.BY_NAME), builder.params.get("trang_thai", "")
    chosen = table_words.UnitTableChoice(
        builder.level,
        builder.year,
        builder.period,
        builder.params["nhom"],
        pillar,
        order,
        state,
        builder.params.get("trong") == "hien",
    )
    every, columns = table_words.lines(rows, units), table_words.indicators(rows)
    shown = table_words.shown(every, columns, chosen)
    if not shown:
        return []
    names = table_words.silent(every)
    first = builder.slide(
        f"Đơn vị và chỉ tiêu nhóm {pillar}", _who(builder), table_words.headline(every, chosen), _sources(rows),
        builder.link("bang-don-vi", "nam", "ky", "cap", "nhom", "theo", "trong", "trang_thai"),
        note=f"Chưa báo cáo chỉ tiêu nào: {', '.join(names)}." if names else "",
    )  # fmt: skip
    return builder.pages(first, table(unit_matrix.matrix(shown, columns)))


def table(content: unit_matrix.Matrix) -> SlideTable:
    """A matrix as a native table with its bars."""
    rows = tuple((((Run(name),),), *((cell.line,) for cell in cells)) for name, cells in content.rows)
    bars = tuple(
        TableBar(row, column, cell.bar)
        for row, (_, cells) in enumerate(content.rows)
        for column, cell in enumerate(cells, start=1)
        if cell.bar is not None
    )
    return SlideTable(("Đơn vị", *content.head), rows, content.widths, size=12, bars=bars)


def _ranked(builder: SlideBuilder) -> Rows[Any]:
    """The rows of ``unit_ranking`` that the parameters ask for; none for a level that has no units."""
    units_of = "today" if builder.params.get("dia_gioi") == "hien-nay" else "then"
    day = dates.today() if units_of == "today" else _day(builder)
    return _asked(
        builder, reads.unit_ranking, province_code=builder.territory.province_code, indicator_id=builder.params["chi_tieu"], level=builder.level,
        year=builder.year, period=builder.period, units_of=units_of, on_day=day,
    )  # fmt: skip


def _asked(builder: SlideBuilder, read: Callable[..., Rows], **params: Any) -> Rows[Any]:
    rows = builder.context.ask(read, **params)
    builder.answers.append((read.__name__, rows))
    return rows


def _day(builder: SlideBuilder) -> date:
    return period_end(builder.year, builder.period)


def _card(builder: SlideBuilder) -> Any:
    return builder.context.ask(reads.indicator_card, indicator_id=builder.params["chi_tieu"])[0]


def _headline(builder: SlideBuilder, rows: Rows[Any]) -> str:
    units_of = "today" if builder.params.get("dia_gioi") == "hien-nay" else "then"
    return ranking_words.headline(rows, builder.level, builder.year, builder.period, units_of)


def _who(builder: SlideBuilder, unit: str = "") -> str:
    where = formats.LEVEL_PHRASES[builder.level] + (" hiện nay, tính lại" if builder.params.get("dia_gioi") == "hien-nay" else "")
    return formats.titled(builder.territory.name, unit, f"{where}, {formats.inside(times.period(builder.period, builder.year))}")


def _sources(rows: Any) -> str:
    every: Rows[Any] = Rows(rows[0]._fields, [row for row in rows if row.actual_document])
    return source_lines.dated(source_lines.named(row.actual_document for row in every), every)


def _silent(rows: Rows[Any]) -> str:
    names = sorted(row.unit_name for row in rows if not row.has_result)
    return f"Chưa báo cáo ({len(names)}): {', '.join(names)}." if names else ""

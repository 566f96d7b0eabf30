"""Slides of sums: what the units of a level come to, beside what the province itself reports for the level."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from components.charts import sum_plots
from components.slides.content import source_lines, table_cells, table_pages
from components.slides.content.context import SlideBuilder
from components.slides.slide import Slide, SlideTable
from components.text import formats, times
from components.text.units import ranking_words, sum_words
from components.theme import MUTED
from data.vietnamese.periods import period_end
from queries import reads
from queries.rows import Rows

_HEAD = ("Chỉ tiêu", "Tỉnh báo", "Cộng từ đơn vị", "Chênh lệch", "Số {}", "Tử số / mẫu số")
_WIDTHS = (0.34, 0.13, 0.14, 0.13, 0.12, 0.14)


def sums(builder: SlideBuilder) -> list[Slide]:
    """The indicators of a level and period that can be added up, those that differ first; with one chosen indicator its two bars."""
    code, chosen = builder.territory.province_code, builder.params.get("chi_tieu")
    about = {"level": builder.level, "year": builder.year, "period": builder.period}
    offered = builder.context.ask(reads.ranked_indicator_list, province_code=code).where(**about)
    ids = [row.indicator_id for row in offered if chosen in (None, row.indicator_id)]
    found = [_one(builder, one, about) for one in ids]
    added = [one for one in found if one.row.total is not None]
    if not added:
        return []
    if chosen:
        return [_bars(builder, added[0])]
    added.sort(key=lambda one: (one.row.difference is None, -sum_words.apart(one.row)))
    first = builder.slide(
        "Tỉnh báo và cộng từ đơn vị", _who(builder, ""), sum_words.headline([(one.card.short_name, one.unit, one.row) for one in added], builder.level),
        _sources([row for one in added for row in one.results]), _link(builder, ids[0]),
        note=f"{sum_words.HOW} {sum_words.not_added([one.row.reason for one in found])}".strip(),
    )  # fmt: skip
    return builder.pages(first, table_pages.trimmed(_table(added, builder.level)))


@dataclass(frozen=True)
class _Sum:
    """An indicator, its row of ``level_sum``, and the rows of ``unit_ranking`` that were added up."""

    card: Any
    row: Any
    results: Rows[Any]

    @property
    def unit(self) -> str:
        return self.card.unit_of_measure


def _one(builder: SlideBuilder, indicator_id: str, about: dict[str, Any]) -> _Sum:
    asked = {"indicator_id": indicator_id, **about}
    card = builder.context.ask(reads.indicator_card, indicator_id=indicator_id)[0]
    (row,) = builder.ask_in_province(reads.level_sum, **asked)
    day = period_end(builder.year, builder.period)
    ranked = builder.context.ask(
        reads.unit_ranking, province_code=builder.territory.province_code, **asked, units_of="then", on_day=day
    )
    return _Sum(card, row, ranked.having("actual"))


def _table(added: list[_Sum], level: str) -> SlideTable:
    head = tuple(words.format(ranking_words.UNITS[level]) for words in _HEAD)
    return SlideTable(head, tuple(_line(one) for one in added), _WIDTHS, size=12)


def _line(one: _Sum) -> tuple[table_cells.Cell, ...]:
    row, unit = one.row, one.unit
    parts = f"{formats.number(row.numerator)} / {formats.number(row.denominator)}" if row.denominator else formats.NOTHING
    difference = formats.change(round(row.difference, 2), unit) if row.difference is not None else formats.NOTHING
    return (
        table_cells.cell(one.card.short_name),
        table_cells.cell(ranking_words.of(row.own, unit)),
        table_cells.cell(ranking_words.of(row.total, unit), bold=True),
        table_cells.cell(difference, bold=bool(row.difference)),
        table_cells.cell(f"{row.summed} / {row.units}", MUTED),
        table_cells.cell(parts, MUTED),
    )


def _bars(builder: SlideBuilder, one: _Sum) -> Slide:
    """Two upright bars: the province's own figure, and the sum of the units."""
    who, source = _who(builder, one.unit), _sources(one.results)
    told = f"Cộng từ {one.row.summed} trong {one.row.units} {ranking_words.UNITS[builder.level]}"
    plot = sum_plots.own_beside_sum(one.row, told, one.unit, title=one.card.short_name, subtitle=who, source=source)
    said = ranking_words.sums(one.row, builder.level, one.unit).rstrip(".")
    message = f"{one.card.short_name}: {said[:1].lower()}{said[1:]}"
    return builder.slide(
        "Tỉnh báo và cộng từ đơn vị", who, message, source, _link(builder, one.card.indicator_id), plots=(plot,), note=sum_words.HOW
    )  # fmt: skip


def _who(builder: SlideBuilder, unit: str) -> str:
    when = formats.inside(times.period(builder.period, builder.year))
    return formats.titled(builder.territory.name, unit, f"{formats.LEVEL_PHRASES[builder.level]}, {when}")


def _link(builder: SlideBuilder, indicator_id: str) -> str:
    return builder.link("xep-hang", "nam", "ky", "cap", chi_tieu=indicator_id)


def _sources(rows: Any) -> str:
    every: Rows[Any] = Rows(rows[0]._fields, list(rows))
    return source_lines.dated(source_lines.named(row.actual_document for row in every), every)

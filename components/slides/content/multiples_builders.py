"""Several indicators on a page: small charts over the years, six a page where they have room, group by group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from components.charts import time_plots
from components.charts.model import Plot, Slot
from components.slides.content import source_lines, table_cells, table_pages, target_order
from components.slides.content.context import SlideBuilder
from components.slides.layout import plot_fitting, plot_rooms
from components.slides.slide import Slide
from components.text import formats
from components.text.decks import multiples_words
from data.vietnamese import dates
from queries import reads
from queries.rows import Rows

_SIZES = (6, 4, 2)  # charts on a page
_LEVELS = ("all", "province", "district", "commune")  # the first that has most figures is drawn


def multiples(builder: SlideBuilder) -> list[Slide]:
    """The indicators with targets in the year, each over its years at one level; those that have no number anywhere are counted."""
    rows = target_order.in_order(builder.targets())
    chosen = builder.params.get("nhom")
    groups = [group for group in rows.by("indicator_id").values() if chosen in (None, group[0].pillar)]
    drawn = [one for one in (_one(builder, group) for group in groups) if one is not None]
    pages = list(_pages(drawn))
    silent = len(groups) - len(drawn)
    return [_page(builder, page, number, len(pages), silent) for number, page in enumerate(pages, start=1)]


def _pages(drawn: list[tuple[Plot, Rows[Any]]]) -> Iterator[list[tuple[Plot, Rows[Any]]]]:
    """The charts in pages, each of as many as leave no label and no year out; of two where they do even so."""
    rooms = {size: plot_rooms.least(size, *table_pages.room()) for size in _SIZES}
    while drawn:
        whole = (size for size, room in rooms.items() if not any(plot_fitting.crowded(plot, *room) for plot, _ in drawn[:size]))
        size = next(whole, _SIZES[-1])
        yield drawn[:size]
        drawn = drawn[size:]


def _page(builder: SlideBuilder, page: list[tuple[Plot, Rows[Any]]], number: int, total: int, silent: int) -> Slide:
    trends = [trend for _, trend in page]
    every: Rows[Any] = Rows(trends[0].columns, [row for trend in trends for row in trend])
    names = [plot.title for plot, _ in page]
    part = f" ({number}/{total})" if total > 1 else ""
    who = f"{builder.territory.name} · mục tiêu và kết quả qua các năm{table_cells.at(builder.level, builder.territory.unit_id)}"
    note = multiples_words.silent(silent) if number == total else ""
    figures = (("indicator_trend", every),)
    slide = builder.slide(
        f"Nhiều chỉ tiêu qua các năm{part}", who, multiples_words.message(names, trends), source_lines.of(every), builder.link("", "nam", "cap"),
        plots=tuple(plot for plot, _ in page), note=note,
    )  # fmt: skip
    return replace(slide, figures=figures, params={**builder.params, "trang": number} if total > 1 else builder.params)


def _one(builder: SlideBuilder, group: Rows[Any]) -> tuple[Plot, Rows[Any]] | None:
    """The chart of one indicator at the level with the most numbers, and its figures; None without any."""
    about = group[0]
    trend = builder.ask(reads.indicator_trend, indicator_id=about.indicator_id)
    numbers = trend.having("required", "actual", "actual_low")
    levels = [level for level in _LEVELS if level in (group.values("level") if builder.level == "any" else [builder.level])]
    counts = {level: len(numbers.where(level=level)) for level in levels}
    level = max(levels, key=lambda one: counts[one], default=None)
    if level is None or not counts[level]:
        return None
    own, paths = numbers.where(level=level), builder.ask(reads.indicator_path, indicator_id=about.indicator_id).where(level=level)
    phrase = "" if level == "all" else f", {formats.LEVEL_PHRASES[level]}"
    caption = time_plots.Caption(
        about.short_name, f"{builder.territory.name} · {about.unit_of_measure}", source_lines.of(own),
        heading=f"{about.short_name}{phrase} ({about.unit_of_measure})", about=about.short_name,
    )  # fmt: skip
    axis = time_plots.axis(own, own, dates.today())
    top = time_plots.axis_top(own, about.unit_of_measure)
    plot = time_plots.indicator_over_time(own, paths, caption, axis, unit_of_measure=about.unit_of_measure, top=top)
    return _short_names(plot), own


_SHORT = (("không nêu số", "◐"), ("bằng lời", "lời"), ("trên ", ">"), ("dưới ", "<"), ("khoảng ", "~"), ("gần ", "~"))


def _short_names(plot: Plot) -> Plot:
    """Years as ’22, and only where there is a figure; labels in signs: small charts have no room for more."""

    def short(slot: Slot) -> Slot:
        label = tuple(tuple(replace(run, text=_signs(run.text)) for run in line) for line in slot.label)
        return replace(slot, name=f"’{slot.name[-2:]}" if slot.name and slot.label else "", label=label)

    return replace(plot, slots=tuple(short(slot) for slot in plot.slots))


def _signs(text: str) -> str:
    for words, sign in _SHORT:
        text = text.replace(words, sign)
    return text

"""Slides of one document: what it states, in the order of its paper, and whether each figure still counts."""

from __future__ import annotations

from collections.abc import Sequence
from textwrap import shorten
from typing import Any

from components.charts.model import Run
from components.slides.content import source_lines, table_cells, table_pages
from components.slides.content.context import SlideBuilder
from components.slides.content.table_cells import Cell
from components.slides.slide import Slide, SlideTable
from components.text import citations, formats
from components.text.origin import source_words
from components.theme import INK, MUTED
from queries import reads

_MOST = 160  # lines on slides; the page and its file have all of them
_FIGURES = ("target", "result")
_HEAD, _WIDTHS = ("Nội dung, chỗ trong văn bản", "Văn bản ghi", "Hiểu là", "Tình trạng"), (0.48, 0.22, 0.13, 0.17)


def document(builder: SlideBuilder) -> list[Slide]:
    """The figures that a document states (where it has none or a kind is chosen, its other lines), each with its place; the rest is counted."""
    number, code = builder.params["van_ban"], builder.territory.province_code
    about = next(iter(builder.context.ask(reads.source_list, province_code=code, unit_id=code).where(number=number)), None)
    every = builder.ask_in_province(reads.document_line_list, document=number)
    if about is None or not every:
        return []
    lines = source_words.in_order(every)
    wanted = _wanted(builder.params.get("loai", ""), {row.what for row in lines})
    shown = [row for row in lines if row.what in wanted][:_MOST]
    if not shown:
        return []
    source = source_lines.of_document(citations.source_line([number]), every.__class__(about._fields, [about]))
    first = builder.slide(
        f"Văn bản {number}", f"{builder.territory.name} · {shorten(source_words.about(about), 90, placeholder='…')}",
        source_words.document_headline(about, every), source, builder.link("nguon-so-lieu", "van_ban", "loai"), note=_left(lines, shown),
    )  # fmt: skip
    return builder.pages(first, table_pages.trimmed(_table(shown, builder.territory.unit_id)))


def _wanted(chosen: str, there: set[str]) -> set[str]:
    """The kinds of lines that are told: the chosen one, else figures, else all that there are."""
    return {chosen} if chosen in source_words.WHATS else there & set(_FIGURES) or there


def _table(shown: Sequence[Any], unit_id: str) -> SlideTable:
    return SlideTable(_HEAD, tuple(_line(row, unit_id) for row in shown), _WIDTHS, size=12)


def _line(row: Any, unit_id: str) -> tuple[Cell, ...]:
    place = shorten(row.locator or "không nêu vị trí", 40, placeholder="…")
    about = formats.titled(place, ", ".join(filter(None, [source_words.WHATS[row.what], source_words.when(row, unit_id)])))
    standing = source_words.standing(row)
    return (
        ((Run(shorten(source_words.subject(row), 66, placeholder="…")),), (Run(about, MUTED),)),
        table_cells.cell(shorten(source_words.written(row), 80, placeholder="…")),
        table_cells.cell(source_words.read_as(row), bold=True),
        table_cells.cell(standing or formats.NOTHING, INK if row.chosen else MUTED),
    )


def _left(lines: Sequence[Any], shown: Sequence[Any]) -> str:
    """'Không nêu ở đây: 75 nhiệm vụ, 637 ô kinh phí; trang Nguồn số liệu có đủ.'; '' where everything is told."""
    told = [
        f"{formats.number(count, 0)} {word}"
        for what, word in source_words.WHATS.items()
        if (count := sum(row.what == what for row in lines) - sum(row.what == what for row in shown))
    ]
    return f"Không nêu ở đây: {', '.join(told)}; trang Nguồn số liệu có đủ." if told else ""

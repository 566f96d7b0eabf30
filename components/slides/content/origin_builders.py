"""Slides about where figures come from: what contradicts what, how targets moved through documents, the documents themselves."""

from __future__ import annotations

from textwrap import shorten
from typing import Any

from components.charts.model import Run
from components.slides.content import source_lines, table_cells, table_pages
from components.slides.content.context import SlideBuilder
from components.slides.content.table_cells import Cell
from components.slides.slide import Slide, SlideTable
from components.text import formats, times
from components.text.origin import finding_words, source_words, target_move_words
from components.text.origin.target_move_words import MOVES, Way
from components.theme import INK, MUTED, STATUS_COLOURS
from queries import reads

_SAID = 110  # letters of what one side says
_DRAWN = ("severe", "warning")  # of a register nothing was chosen of: what is only noted is counted


def findings(builder: SlideBuilder) -> list[Slide]:
    """The register of contradictions, the gravest first: both sides, how far apart, what was decided."""
    every = builder.ask(reads.finding_list)
    chosen = [builder.params.get(name, "") for name in ("muc", "loai", "xu_ly")]
    asked, name = finding_words.narrowed(every, *chosen), builder.territory.name
    rows = asked if any(chosen) else asked.matching(lambda row: row.severity in _DRAWN) or asked
    if not rows:
        return []
    lines: list[tuple[bool, tuple[Cell, ...]]] = []
    for severity, group in rows.by("severity").items():
        mark, word = finding_words.SEVERITIES[severity]
        head = f"{formats.STATUSES[mark][0]} {word.capitalize()}: {formats.number(len(group), 0)}"
        lines.append((True, (table_cells.cell(head, STATUS_COLOURS[mark], bold=True),)))
        lines += [(False, _clash(row)) for row in group]
    table = _grouped(("Nội dung", "Văn bản ghi", "Nơi khác ghi", "Tình trạng"), lines, (0.3, 0.27, 0.27, 0.16))
    rest = len(every) - len(rows)
    note = "Cả hai bên đều được giữ; bảng số liệu không sửa số nào."
    note = f"{note} Còn {formats.number(rest, 0)} mục khác, xem ở trang Mâu thuẫn." if rest else note
    source = source_lines.as_of_today(
        source_lines.named(document for row in rows for document in (row.document, row.other_document))
    )
    first = builder.slide(
        "Sổ mâu thuẫn", f"{builder.territory.name} · số liệu và văn bản nói trái nhau", finding_words.counted(rows, name, *chosen) if any(chosen) else finding_words.headline(every, name),
        source, builder.link("mau-thuan", "muc", "loai", "xu_ly"), note=note,
    )  # fmt: skip
    return builder.pages(first, table)


def _clash(row: Any) -> tuple[Cell, ...]:
    said, other = finding_words.sides(row)
    about = ", ".join(filter(None, [finding_words.CHECKS[row.check_name], finding_words.about(row)]))
    apart = finding_words.apart(row)
    subject: Cell = ((Run(shorten(row.subject, _SAID, placeholder="…")),), (Run(about, MUTED),))
    subject = (*subject, (Run(apart, STATUS_COLOURS["missed"], bold=True),)) if apart else subject
    decided = finding_words.decision(row, row.said, row.other)
    standing: Cell = (
        (Run(finding_words.standing(row)),),
        *(((Run(shorten(decided, 70, placeholder="…"), MUTED),),) if decided else ()),
    )
    return subject, _side(said, row.document, row.locator), _side(other, row.other_document, row.other_locator), standing


def _side(words: str, document: str | None, locator: str | None) -> Cell:
    place = ", ".join(filter(None, (document, locator))) or "phép kiểm tra của hệ thống"
    return ((Run(shorten(words, _SAID, placeholder="…")),), (Run(place, MUTED),))


def target_moves(builder: SlideBuilder) -> list[Slide]:
    """How targets moved through the documents: what was lowered first, then what was raised; the others are counted."""
    every = target_move_words.ways(builder.ask(reads.target_move_list))
    kind = builder.params.get("loai", "")
    shown = (
        [way for way in every if way.move == kind] if kind in MOVES else [way for way in every if target_move_words.telling(way)]
    )
    if not shown:
        return []
    lines: list[tuple[bool, tuple[Cell, ...]]] = []
    for move, (mark, word) in MOVES.items():
        if group := [way for way in shown if way.move == move]:
            lines.append((True, (table_cells.cell(f"{mark} {word.capitalize()}: {len(group)}".strip(), bold=True),)))
            lines += [(False, _way(way, builder.territory.unit_id)) for way in group]
    table = _grouped(("Chỉ tiêu", "Mục tiêu", "Thay đổi", "Văn bản"), lines, (0.3, 0.24, 0.22, 0.24))
    rows = [row for way in shown for row in way.rows]
    first = builder.slide(
        "Mục tiêu qua các văn bản", f"{builder.territory.name} · mục tiêu của từng năm, theo thứ tự văn bản",
        target_move_words.headline(every, builder.territory.name),
        source_lines.of_documents(source_lines.named(row.document for row in rows), (row.issued_on for row in rows)),
        builder.link("muc-tieu-qua-cac-van-ban", "loai"), note=_untold(every, shown),
    )  # fmt: skip
    return builder.pages(first, table)


def _untold(every: list[Way], shown: list[Way]) -> str:
    """'Không nêu ở đây: 4 giữ nguyên, 4 bằng lời, 68 đặt một lần.'"""
    left = [way for way in every if way not in shown]
    counted = [f"{count} {word}" for move, (_, word) in MOVES.items() if (count := sum(way.move == move for way in left))]
    return f"Không nêu ở đây: {', '.join(counted)}." if counted else ""


def _way(way: Way, unit_id: str) -> tuple[Cell, ...]:
    """One indicator at one level: a line a target; the document's number and day beside it."""
    row = way.rows[0]
    name: Cell = ((Run(row.short_name), Run(f" · {formats.level_phrase(row.level, unit_id)}", MUTED)),)
    steps = tuple(
        (Run(_cut(target_move_words.step(one)), MUTED if not one.chosen else INK, bold=one.chosen),) for one in way.rows
    )
    moved = tuple(
        (Run(_move(one), STATUS_COLOURS["missed"] if one.moved == "lowered" or one.below_province else MUTED),)
        for one in way.rows
    )
    places = tuple(
        (Run(f"{one.document}, {times.day(one.issued_on) if one.issued_on else 'không ghi ngày'}", MUTED),) for one in way.rows
    )
    return name, steps, moved, places


def _cut(words: str) -> str:
    return shorten(words, 34, placeholder="…")


def _move(row: Any) -> str:
    """The change; what became of a target that counts no more; that the province asks for more."""
    below = "thấp hơn mức tỉnh đặt" if row.below_province else ""
    change = target_move_words.move(row).split(" so với ")[0]
    return ", ".join(filter(None, [change, below, target_move_words.state(row)])) or "mục tiêu đầu tiên"


def sources(builder: SlideBuilder) -> list[Slide]:
    """The documents that figures come from, the newest first, and how much each gives."""
    rows = builder.ask(reads.source_list)
    if not rows:
        return []
    body = tuple(
        (
            ((Run(row.number),), (Run(_replaced(row) or shorten(source_words.about(row), 60, placeholder="…"), MUTED),)),
            table_cells.brief(row.issuer or row.unit_name or formats.NOTHING),
            table_cells.cell(source_words.issued(row)),
            *(_count(getattr(row, name)) for name in _COUNTED),
        )
        for row in rows
    )
    table = SlideTable(("Văn bản", "Cơ quan ban hành", "Ngày", *_COUNTED.values()), body, _SOURCE_WIDTHS, size=12)
    first = builder.slide(
        "Nguồn số liệu", f"{builder.territory.name} · số mục tiêu, kết quả, nhiệm vụ, ô kinh phí mà mỗi văn bản nêu",
        source_words.headline(rows, builder.territory.name),
        source_lines.of_documents(source_lines.named(rows.values("number")), rows.values("issued_on")), builder.link("nguon-so-lieu"),
        note=f"{source_words.counted(rows).capitalize()}.",
    )  # fmt: skip
    return builder.pages(first, table_pages.trimmed(table))


_COUNTED = {"targets": "Mục tiêu", "results": "Kết quả", "tasks": "Nhiệm vụ", "cells": "Ô kinh phí", "remarks": "Nhận xét"}
_SOURCE_WIDTHS = (0.32, 0.18, 0.15, 0.07, 0.07, 0.07, 0.07, 0.07)


def _replaced(row: Any) -> str:
    return f"đã được thay bằng {row.replaced_by}" if row.replaced_by else ""


def _count(number: int) -> Cell:
    return table_cells.cell(formats.number(number, 0), bold=True) if number else table_cells.cell(formats.NOTHING, MUTED)


def _grouped(head: tuple[str, ...], lines: list[tuple[bool, tuple[Cell, ...]]], widths: tuple[float, ...]) -> SlideTable:
    """A table of lines, of which those that are marked head others."""
    groups = frozenset(number for number, (heads, _) in enumerate(lines) if heads)
    return SlideTable(head, tuple(row for _, row in lines), widths, groups, size=12)

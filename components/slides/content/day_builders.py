"""The slide of two days: what was known otherwise, those with another status first, by which upload and why."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import shorten
from typing import Any

from components.charts.model import Run
from components.slides.content import table_cells
from components.slides.content.context import SlideBuilder
from components.slides.content.table_cells import Cell
from components.slides.slide import Slide, SlideTable
from components.text import formats
from components.text.origin import day_change_words
from components.theme import MUTED, STATUS_COLOURS
from data import day_changes, work_changes
from data.day_changes import Change
from data.vietnamese.dates import said_day
from queries import reads
from queries.rows import Rows

_MOST, _WIDTHS = 48, (0.34, 0.22, 0.22, 0.22)
_WHOLE_PROVINCE = "ca-tinh"  # of the link's ``pham_vi``


def two_days(builder: SlideBuilder) -> list[Slide]:
    """A row a change, at most so many; the others are counted. None where nothing changed, or nobody here can look back."""
    first, last = (date.fromisoformat(builder.params[name]) for name in ("tu_ngay", "den_ngay"))
    if builder.context.on_day is None or first >= last:
        return []
    below, asked = builder.params.get("pham_vi") == _WHOLE_PROVINCE, builder.params.get("vi_sao", "")
    uploads = day_changes.until(builder.context.ask(reads.upload_day_list, since=first), last)
    found = day_changes.changes(*_on_both(builder, reads.figure_state_list, first, last, below), uploads)
    works = work_changes.changes(*_on_both(builder, reads.work_state_list, first, last, below), uploads)
    shown, shown_works = day_change_words.of_cause(found, asked), day_change_words.works_of_cause(works, asked)
    lines = [_figure(change, uploads) for change in shown] + [_work(change, uploads) for change in shown_works]
    if not lines:
        return []
    builder.answers += [*_told("figures", shown), *_told("works", shown_works)]
    head = ("Chỉ tiêu, nhiệm vụ", f"Ngày {said_day(first)}", f"Ngày {said_day(last)}", "Vì sao")
    table = SlideTable(head, tuple(lines[:_MOST]), _WIDTHS, size=12)
    rest = f" Còn {formats.number(len(lines) - _MOST, 0)} dòng, xem ở trang So sánh hai ngày." if len(lines) > _MOST else ""
    slide = builder.slide(
        "So sánh hai ngày", f"{builder.territory.name} · {day_change_words.narrowed_to(asked)}",
        day_change_words.headline(found, works, builder.territory.name, first, last),
        f"Nguồn: kho số liệu, như đã biết ngày {said_day(first)} và ngày {said_day(last)}", builder.link("so-sanh-hai-ngay", "tu_ngay", "den_ngay", "pham_vi", "vi_sao"),
        note=f"{day_change_words.uploads(uploads, first)}{rest}",
    )  # fmt: skip
    return builder.pages(slide, table)


def _on_both(builder: SlideBuilder, read: Any, first: date, last: date, below: bool) -> tuple[Any, Any]:
    """The answers of a read on both days."""
    on_day = builder.context.on_day
    assert on_day is not None
    before, after = (on_day(day)(read, **builder.territory.key, below=below) for day in (first, last))
    return before, after


def _told(name: str, shown: Sequence[Change]) -> Iterator[tuple[str, Rows[Any]]]:
    """What the slide tells of these, for the hash and for what is open about them: as it was, and as it is."""
    for when in ("before", "after"):
        rows = [row for change in shown if (row := getattr(change, when)) is not None]
        if rows:
            yield f"{name} {when}", Rows(rows[0]._fields, rows)


def _figure(change: Change, uploads: Any) -> tuple[Cell, ...]:
    row = change.row
    name: Cell = (
        (Run(shorten(row.indicator_name, 90, placeholder="…")),),
        (Run(f"{row.unit_name} · {day_change_words.period(change)}", MUTED),),
    )
    before, after = (
        _state(day_change_words.state(known), known.mark if known else "") for known in (change.before, change.after)
    )
    return name, before, after, _why(change, change.flips, uploads)


def _work(change: Change, uploads: Any) -> tuple[Cell, ...]:
    name: Cell = (
        (Run(shorten(day_change_words.work(change), 90, placeholder="…")),),
        (Run(f"{change.row.unit_name} · {change.row.document}", MUTED),),
    )
    before, after = (_state(day_change_words.work_state(known), "") for known in (change.before, change.after))
    return name, before, after, _why(change, work_changes.flips(change), uploads)


def _state(told: tuple[str, str, str], mark: str) -> Cell:
    """What a figure was, what it is measured by, and its status with its shape."""
    value, beside, status = (shorten(text, 60, placeholder="…") for text in told)
    shape = formats.STATUSES[mark][0] + " " if mark in formats.STATUSES else ""
    ended = (Run(f"{shape}{status}", STATUS_COLOURS.get(mark, MUTED)),) if status else ()
    return tuple(line for line in ((Run(value, bold=True),), (Run(beside, MUTED),) if beside else (), ended) if line)


def _why(change: Change, flips: bool, uploads: Any) -> Cell:
    by = day_change_words.upload(change, uploads)
    cause = table_cells.cell(day_change_words.WORDS[change.cause].capitalize(), bold=True)
    return (*cause, *(((Run("đổi trạng thái"),),) if flips else ()), *(((Run(by, MUTED),),) if by else ()))

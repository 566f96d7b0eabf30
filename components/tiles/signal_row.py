"""Signals of a territory as a row of numbers, and the very rows that a number counts."""

from __future__ import annotations

from typing import Any

from components.store_access import cached_read
from components.territory import Territory
from components.text import formats
from components.text.spelling import opening, quoted
from components.tiles import html_table
from components.tiles.focus_list import where
from components.tiles.html_table import Column, Content, Markup, joined, small, tag
from components.tiles.links import here, indicator_links, link
from queries.rows import Rows
from queries.signals import SIGNALS, SignalRow, signal

NAMES = {  # signal -> what its number counts
    "overdue": "mục tiêu quá hạn, chưa báo cáo",
    "never_measured": "mục tiêu chưa từng có số đo",
    "fallen": "chỉ tiêu tụt so với kỳ trước",
    "disputed": "kết quả văn bản xếp khác số",
    "conflicting": "số liệu hai văn bản nói khác nhau",
    "target_lowered": "mục tiêu bị hạ",
    "impossible": "con số không thể có",
}
_OTHER = {  # signal -> heading of what a figure stands out against
    "overdue": "Mục tiêu", "never_measured": "Mục tiêu", "fallen": "Kỳ trước", "disputed": "Mục tiêu", "conflicting": "Nơi khác nêu",
    "target_lowered": "Mục tiêu trước", "impossible": "Đối chiếu",
}  # fmt: skip


def rows_of(name: str, territory: Territory) -> Rows[SignalRow]:
    """The rows that a signal finds for a territory."""
    return cached_read(signal, name=name, **territory.key)


def signal_row(territory: Territory, chosen: str = "") -> Markup:
    """The numbers of all signals; each opens its rows below, the chosen one closes them."""
    counts = {name: len(rows_of(name, territory)) for name in SIGNALS}
    made = (_number(name, count, name == chosen) for name, count in counts.items())
    return tag("nav", joined(*made), class_="signals", aria_label="Tín hiệu")


def _number(name: str, count: int, chosen: bool) -> Markup:
    if not count:  # said as well: nobody has to guess that nothing was found
        return tag("span", tag("b", "0"), NAMES[name], class_="signal")
    address = here(tin_hieu=None if chosen else name) + ("" if chosen else "#tin-hieu")
    return tag(
        "a", tag("b", formats.number(count, 0)), NAMES[name], href=address, target="_self", aria_current="true" if chosen else ""
    )


def signal_list(name: str, territory: Territory) -> Markup:
    """The rows of a signal: figure, what it stands out against, documents; each opens its indicator."""
    to_indicator = indicator_links(territory.unit_id)
    columns: list[Column | str] = [
        Column("Chỉ tiêu", caption="", names_rows=True),
        Column("Kỳ", nowrap=True),
        _figure_heading(name),
        _OTHER[name],
    ]
    body = [
        _line(row, where(row, territory.unit_id), link(to_indicator(row.indicator_id), opening(row.short_name)))
        for row in rows_of(name, territory)
    ]
    return html_table.table(columns, body, "wide")


def _figure_heading(name: str) -> str:
    return (
        "Kết quả gần nhất"
        if name in ("overdue", "never_measured")
        else "Mục tiêu"
        if name in ("target_lowered", "impossible")
        else "Số đang dùng"
        if name == "conflicting"
        else "Kết quả"
    )


def _line(row: Any, place: str, name: Markup) -> list[Content]:
    other_when = "" if row.other_year is None else formats.tick(row.other_period or "N", row.other_year)
    return [
        joined(name, " ", tag("span", f"· {place}", class_="quiet")),
        formats.tick(row.period, row.year),
        _figure(
            row.value,
            row.value_as_written,
            row.qualifier,
            row.unit_of_measure,
            ", ".join(filter(None, [row.document, row.locator])),
        ),
        _figure(
            row.other_value,
            row.other_as_written,
            row.other_qualifier,
            row.unit_of_measure,
            ", ".join(filter(None, [row.other_document, other_when])),
        ),
    ]


def _figure(value: float | None, as_written: str | None, qualifier: str | None, unit: str, place: str) -> Markup:
    said = (
        formats.qualified(value, qualifier, unit) if value is not None else quoted(as_written) if as_written else formats.NOTHING
    )
    also = f"nguyên văn: {quoted(as_written)}" if value is not None and as_written else ""
    place = place if as_written else ""
    return joined(said, small(also) if also else "", small(place) if place else "")

"""Numbers to take away: readable tables and CSV that Excel in Viet Nam opens rightly."""

from __future__ import annotations

import csv as csvlib
import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.text import citations, formats, headlines, times
from components.tiles import download, sample_label
from components.tiles.html_table import tag
from components.tiles.links import address, link
from data.vietnamese.text import guarded
from queries.rows import Rows


@dataclass(frozen=True)
class Table:
    """A table that sorts by its values and shows texts: column name -> values, and for number columns the texts.

    ``plain`` holds the columns of the CSV: numbers as numbers, texts as written beside them.
    """

    values: dict[str, list[Any]]
    texts: dict[str, list[str]]
    plain: dict[str, list[Any]]


def readable(trend: Rows, unit_of_measure: str) -> Table:
    """The rows of ``indicator_trend`` with Vietnamese headings, one row per level and period, of every period.

    Leaves out columns that would say nothing: fractions, the target's year where it is the row's own, the day where no row states one.
    """
    years, levels = [row.year for row in trend], [formats.LEVELS[row.level] for row in trend]
    periods = [times.period(row.period, row.year) for row in trend]
    fractions = [formats.fraction(row) for row in trend]
    targets, results, gaps = ([getattr(row, name) for row in trend] for name in ("required", "actual", "gap"))
    statuses, sources = [formats.told_status(row) for row in trend], ["; ".join(_places(row)) for row in trend]
    bases = [formats.BASES.get(row.basis or "", "") for row in trend]
    days = [times.day(row.as_of) if row.as_of and row.as_of_stated else "" for row in trend]
    target_years, own = [row.target_year for row in trend], [citations.own_words(row) for row in trend]
    columns: dict[str, list[Any] | None] = {
        "Kỳ": periods,
        "Cấp": levels,
        "Mục tiêu": targets,
        "Năm của mục tiêu": target_years if any(row.target_year not in (None, row.year) for row in trend) else None,
        "Kết quả": results,
        "Căn cứ": bases if any(bases) else None,
        "Tử số / mẫu số": fractions if trend.having("denominator") else None,
        "Chênh lệch": gaps,
        "Trạng thái": statuses,
        "Số liệu đến ngày": days if any(days) else None,
        "Nguồn": sources,
        "Phần đơn vị tự nêu": own if any(own) else None,
    }
    texts = {
        "Mục tiêu": [formats.target(row) for row in trend],
        "Kết quả": [formats.result(row) for row in trend],
        "Chênh lệch": [formats.gap(row.gap, unit_of_measure) for row in trend],
    }
    plain = {
        "Năm": years, "Kỳ": periods, "Cấp": levels, "Năm của mục tiêu": target_years, "Mục tiêu": targets,
        "Mục tiêu, nguyên văn": [row.target_as_written for row in trend],
        "Kết quả": results, "Kết quả, nguyên văn": [row.actual_as_written for row in trend], "Căn cứ": bases,
        "Đơn vị tính": [unit_of_measure] * len(trend), "Tử số": [row.numerator for row in trend],
        "Mẫu số": [row.denominator for row in trend], headlines.SO_FAR: [headlines.measured_by(row) for row in trend], "Chênh lệch": gaps, "Trạng thái": statuses, "Số liệu đến ngày": days, "Nguồn": sources,
        "Phần đơn vị tự nêu": own,
    }  # fmt: skip
    for name in list(texts):  # words cannot be sorted among numbers: such a column is shown as it is written
        pairs = zip(columns[name] or [], texts[name], strict=True)
        if any(_said_otherwise(value, text) for value, text in pairs):
            columns[name] = texts.pop(name)
    return Table({name: column for name, column in columns.items() if column is not None}, texts, plain)


def _said_otherwise(value: float | None, text: str) -> bool:
    """Whether a text says what its number does not: words, a span, a claim without a number."""
    return text != formats.NOTHING and (value is None or text == formats.STATED)


def _places(row: Any) -> list[str]:
    pairs = dict.fromkeys([(row.target_document, row.target_locator), (row.actual_document, row.actual_locator)])
    return [f"{document}, {locator}" if locator else document for document, locator in pairs if document]


def csv(table: Table | Callable[[], Table], *, name: str, key: str, choices: Mapping[str, object] | None = None) -> None:
    """A button that downloads a table as CSV (UTF-8 with BOM, semicolons, decimal commas), named after what it holds; beside it the way to
    the same figures (``choices`` of the link) as an address that Excel refreshes from.

    A function that makes the table is asked at the click.
    """
    download.button(
        "Tải số liệu (CSV)",
        lambda: as_csv(table() if callable(table) else table, sample_label.in_every_line()),
        file_name=f"{name}.csv",
        mime="text/csv",
        key=key,
    )
    if choices is not None:
        way = link(address("du-lieu-mo", choices), "Lấy tự động vào Excel, Power BI")
        st.html(tag("p", tag("span", way, class_="hint"), class_="sub"))


def as_csv(table: Table, told: Mapping[str, str] | None = None) -> bytes:
    """CSV bytes that Excel in Viet Nam computes with: ``;`` between cells, decimal commas, no thousands separators.

    A text that Excel would run as a formula gets an apostrophe before it. ``told``: what every line says besides, by its heading.
    """
    lines = io.StringIO()
    writer = csvlib.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow([*table.plain, *(told or {})])
    for row in zip(*table.plain.values(), strict=True):
        writer.writerow([*(_cell(value) for value in row), *(told or {}).values()])
    return lines.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else value

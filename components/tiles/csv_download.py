"""Numbers to take away: readable tables and CSV that Excel in Viet Nam opens rightly."""

from __future__ import annotations

import csv as csvlib
import io
from dataclasses import dataclass
from typing import Any

import streamlit as st

from components.text import formats
from data.vietnamese.text import guarded
from queries.rows import Rows

_DIRECTIONS = {"higher": "càng cao càng tốt", "lower": "càng thấp càng tốt", "none": "số liệu nền"}


@dataclass(frozen=True)
class Table:
    """A table that sorts by its values and shows texts: column name -> values, and for number columns the texts.

    ``plain`` holds the columns of the CSV: numbers as numbers, texts as written beside them.
    """

    values: dict[str, list[Any]]
    texts: dict[str, list[str]]
    plain: dict[str, list[Any]]


def readable(trend: Rows, unit_of_measure: str) -> Table:
    """The rows of ``indicator_trend`` with Vietnamese headings, one row per level and period.

    Leaves out the column of periods when all are whole years, and that of fractions when none is given.
    """
    years, levels = [row.year for row in trend], [formats.LEVELS[row.level] for row in trend]
    periods = [formats.period(row.period, row.year) for row in trend]
    fractions = [formats.fraction(row) for row in trend]
    targets, results, gaps = ([getattr(row, name) for row in trend] for name in ("required", "actual", "gap"))
    statuses, sources = [formats.status(row.status) for row in trend], ["; ".join(_places(row)) for row in trend]
    columns: dict[str, list[Any] | None] = {
        "Năm": years,
        "Kỳ": periods if set(trend.values("period")) != {"N"} else None,
        "Cấp": levels,
        "Mục tiêu": targets,
        "Kết quả": results,
        "Tử số / mẫu số": fractions if trend.having("denominator") else None,
        "Chênh lệch": gaps,
        "Trạng thái": statuses,
        "Nguồn": sources,
    }
    texts = {
        "Mục tiêu": [formats.target(row) for row in trend],
        "Kết quả": [formats.result(row) for row in trend],
        "Chênh lệch": [formats.gap(row.gap, unit_of_measure) for row in trend],
    }
    plain = {
        "Năm": years, "Kỳ": periods, "Cấp": levels, "Mục tiêu": targets, "Mục tiêu, nguyên văn": [row.target_as_written for row in trend],
        "Kết quả": results, "Kết quả, nguyên văn": [row.actual_as_written for row in trend], "Đơn vị tính": [unit_of_measure] * len(trend),
        "Tử số": [row.numerator for row in trend], "Mẫu số": [row.denominator for row in trend], "Chênh lệch": gaps,
        "Trạng thái": statuses, "Nguồn": sources,
    }  # fmt: skip
    for name in list(texts):  # words cannot be sorted among numbers: such a column is shown as it is written
        pairs = zip(columns[name] or [], texts[name], strict=True)
        if any(value is None and text != formats.NOTHING for value, text in pairs):
            columns[name] = texts.pop(name)
    return Table({name: column for name, column in columns.items() if column is not None}, texts, plain)


def _places(row: Any) -> list[str]:
    pairs = dict.fromkeys([(row.target_document, row.target_locator), (row.actual_document, row.actual_locator)])
    return [f"{document}, {locator}" if locator else document for document, locator in pairs if document]


def card_facts(card: Any) -> list[tuple[str, str | None]]:
    """What the catalogue says of an indicator, as (name, text). Takes the row of ``indicator_card``."""
    return [
        ("Định nghĩa", card.definition),
        ("Tử số", card.numerator),
        ("Mẫu số", card.denominator),
        ("Đơn vị tính và chiều", f"{card.unit_of_measure} · {_DIRECTIONS[card.direction]}"),
        ("Nhóm", card.pillar_name),
        ("Tên khác trong văn bản", card.aliases),
        ("Nối tiếp chỉ tiêu", f"{card.predecessor} · {card.predecessor_name}" if card.predecessor else None),
        ("Đơn vị chủ trì", card.owner),
        ("Ghi chú", card.note),
        ("Mã chỉ tiêu", f"{card.indicator_id} · rà soát định nghĩa trước ngày {formats.day(card.review_date)}"),
    ]


def csv(table: Table, *, name: str, key: str) -> None:
    """A button that downloads a table as CSV (UTF-8 with BOM, semicolons, decimal commas), named after what it holds."""
    st.download_button(
        "Tải số liệu (CSV)", lambda: as_csv(table), file_name=f"{name}.csv", mime="text/csv", key=key, on_click="ignore"
    )


def as_csv(table: Table) -> bytes:
    """CSV bytes that Excel in Viet Nam computes with: ``;`` between cells, decimal commas, no thousands separators.

    A text that Excel would run as a formula gets an apostrophe before it.
    """
    lines = io.StringIO()
    writer = csvlib.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.plain)
    for row in zip(*table.plain.values(), strict=True):
        writer.writerow([_cell(value) for value in row])
    return lines.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    if isinstance(value, float):
        return f"{value:.4f}".rstrip("0").rstrip(".").replace(".", ",")
    if isinstance(value, str):
        return guarded(value)
    return "" if value is None else value

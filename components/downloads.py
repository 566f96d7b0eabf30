"""Numbers to take away: readable tables and CSV that Excel in Viet Nam opens rightly."""

from __future__ import annotations

import csv as csvlib
import io
from typing import Any

import pyarrow as pa
import streamlit as st

from components import words
from queries.rows import Rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_DIRECTIONS = {"higher": "càng cao càng tốt", "lower": "càng thấp càng tốt", "none": "số liệu nền"}


def readable(trend: Rows, unit_of_measure: str) -> pa.Table:
    """The rows of ``indicator_trend`` as a table with Vietnamese headings and texts, one row per level and period.

    Leaves out the column of periods when all are whole years, and that of fractions when none is given.
    """
    columns = {
        "Năm": [row.year for row in trend],
        "Kỳ": [words.period(row.period, row.year) for row in trend] if set(trend.values("period")) != {"N"} else None,
        "Cấp": [words.LEVELS[row.level] for row in trend],
        "Mục tiêu": [words.target(row) for row in trend],
        "Kết quả": [words.result(row) for row in trend],
        "Tử số / mẫu số": [words.fraction(row) for row in trend] if trend.having("denominator") else None,
        "Chênh lệch": [words.change(row.gap, unit_of_measure) for row in trend],
        "Trạng thái": [words.status(row.status) for row in trend],
        "Nguồn": ["; ".join(_places(row)) for row in trend],
    }
    return pa.table({name: column for name, column in columns.items() if column is not None})


def _places(row) -> list[str]:
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
        ("Mã chỉ tiêu", f"{card.indicator_id} · rà soát định nghĩa trước ngày {words.day(card.review_date)}"),
    ]


def csv(table: pa.Table, *, name: str, key: str) -> None:
    """A button that downloads a readable table as CSV (UTF-8 with BOM, semicolons), named after what it holds."""
    st.download_button(
        "Tải số liệu (CSV)", lambda: as_csv(table), file_name=f"{name}.csv", mime="text/csv", key=key, on_click="ignore"
    )


def as_csv(table: pa.Table) -> bytes:
    """CSV bytes: UTF-8 with BOM, ``;`` between cells, an apostrophe before a text that Excel would run as a formula."""
    lines = io.StringIO()
    writer = csvlib.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.column_names)
    for row in table.to_pylist():
        writer.writerow([_guarded(cell) for cell in row.values()])
    return lines.getvalue().encode("utf-8-sig")


def _guarded(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(_FORMULA) and not cell[1:2].isdigit():
        return f"'{cell}"
    return cell

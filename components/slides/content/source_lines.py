"""The source line of a slide: documents, places, and as of which day; of targets alone as of which day nothing was reported."""

from __future__ import annotations

from components.text import formats
from data.vietnamese import dates
from queries.rows import Rows


def of(rows: Rows) -> str:
    """'Nguồn: 525/KH-UBND, Phần II · theo văn bản ngày 29/12/2022', '… · chưa có kết quả nào đến ngày 28/11/2026'.

    Takes what ``formats.sources`` takes.
    """
    line = formats.sources(rows).replace(" · văn bản ngày ", " · theo văn bản ngày ")
    silent = "actual_document" in rows.columns and rows and not rows.having("actual_document")
    return f"{line} · {nothing_yet()}" if silent else line


def nothing_yet() -> str:
    """'chưa có kết quả nào đến ngày 28/11/2026'."""
    return f"chưa có kết quả nào đến ngày {formats.day(dates.today())}"

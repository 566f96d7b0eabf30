"""What stands below the source of a figure: how its status comes about, who else claims it, and every time it was written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from components.text import citations, formats, times
from components.text.indicator import status_steps
from components.tiles.html_table import Content, Markup, joined, small, tag
from components.tiles.origin.source_register import named

_NOBODY = {"system": "hệ thống", "shell": "dòng lệnh"}  # who is no account


def status(row: Any) -> Markup:
    """The steps of the status, the conclusion at the end. Takes a row of ``indicator_trend``."""
    *steps, end = status_steps.steps(row)
    listed = tag("ol", *(tag("li", step) for step in steps))
    return tag("div", tag("h3", "Xếp loại từng bước"), listed, tag("p", end, class_="end"), class_="steps")


def claims(rows: Sequence[Any], figure: Callable[[Any], str], unit_id: str) -> Markup:
    """Who else claims the figure, and why the first one counts. Takes rows of ``indicator_claims``, the chosen one first."""
    if not rows[1:]:
        return Markup()
    listed = tag("ul", *(_claim(row, figure(row), unit_id) for row in rows[1:]))
    return tag("div", tag("h3", f"Còn {len(rows) - 1} lần nêu khác"), tag("p", why(rows)), listed, class_="origin")


def why(rows: Sequence[Any]) -> str:
    """Why the first claim is the one that the screens show, by the rule that sets it before the others."""
    first, others = rows[0], rows[1:]
    if not first.chosen:
        return "Các lần nêu này chỉ đứng bên cạnh, không lần nào thành số đang dùng."
    if not first.self_stated and any(row.self_stated for row in others):
        return "Dùng số của văn bản; số đơn vị tự nêu đứng bên cạnh."
    if all(row.document == first.document for row in others):
        return "Cùng một văn bản: dùng lần cập nhật sau; cùng lần thì dùng chỗ đứng trước trong tệp."
    if any(row.standing == "conflicting" and row.document != first.document for row in others):
        return "Hai văn bản cùng ngày: dùng lần cập nhật sau."
    return f"Dùng văn bản ban hành sau: {first.document}."


def _claim(row: Any, figure: str, unit_id: str) -> Markup:
    standing = formats.STANDINGS[row.standing if row.standing != "current" else "restated"]
    place = f", {row.locator}" if row.locator else ""
    own = f" ({citations.own_word(row)})" if row.self_stated else ""
    return tag("li", tag("b", _said(row, figure)), " – ", named(row.document, unit_id), f"{place}{own}: {standing}")


def history(rows: Sequence[Any], figure: Callable[[Any], str]) -> Markup:
    """Every time the figure was written, the newest first; nothing where all of them still are claims. Takes ``figure_history``."""
    if all(row.standing is not None for row in rows):
        return Markup()
    listed = tag("ul", *(_written(row, figure(row)) for row in rows))
    return tag("div", tag("h3", f"Đã ghi {len(rows)} lần, mới nhất trước"), listed, class_="origin")


def _written(row: Any, figure: str) -> Markup:
    place = ", ".join(filter(None, [row.document, citations.own_word(row), row.locator]))
    said: Content = "rút số này" if row.withdrawn else tag("b", _said(row, figure))
    return tag("li", said, f" – {brought(row)}; {_state(row)}", small(place))


def _state(row: Any) -> str:
    if row.undone_at is not None:
        by = _NOBODY.get(row.undone_by, row.undone_by)
        return f"đã thu hồi {times.moment(row.undone_at)} ({by}: {row.undo_reason})"
    if row.standing is None:
        return "không còn tính: lần ghi sau đã thay"
    return "đang dùng" if row.chosen else formats.STANDINGS[row.standing if row.standing != "current" else "restated"]


def _said(row: Any, figure: str) -> str:
    return figure if figure != formats.NOTHING else f"“{formats.quote(row.as_written)}”"


def brought(row: Any) -> Markup:
    """Who brought a figure in, when, and with which upload."""
    return joined("cùng phần mềm, từ văn bản gốc") if row.seed else by_whom(row)


def by_whom(row: Any) -> Markup:
    """'lan, 10:00 ngày 01/11/2026 (lần cập nhật 7)'. Takes uploaded_by, uploaded_at, upload_id."""
    return joined(
        f"{_NOBODY.get(row.uploaded_by, row.uploaded_by)}, {times.moment(row.uploaded_at)} (lần cập nhật {row.upload_id})"
    )

"""Sentences about what was known otherwise on two days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from components.text import formats, times
from components.text.tasks import task_words
from data import work_changes
from data.day_changes import CAUSES, Change
from data.vietnamese.dates import said_day

WORDS = {
    "new_result": "số mới", "corrected": "số sửa", "new_target": "mục tiêu mới", "other_basis": "đổi căn cứ", "unit_merged": "đơn vị sắp xếp",
    "year_turned": "qua năm",
}  # fmt: skip
KINDS = {"task": "nhiệm vụ", "money": "ô kinh phí"}
FLIPS = "doi-trang-thai"  # asked for instead of a cause
_NONE = "chưa có"


def headline(found: Sequence[Change], works: Sequence[Change], name: str, first: date, last: date) -> str:
    """'Hà Tĩnh, từ 15/07/2026 đến 30/09/2026: 24 số liệu đổi (12 số mới, 3 số sửa), 5 đổi trạng thái; 3 nhiệm vụ, 2 ô kinh phí đổi'."""
    span = f"{name.removeprefix('Tỉnh ')}, từ {said_day(first)} đến {said_day(last)}"
    also = counted_works(works)
    if not found:
        return f"{span}: không số liệu nào đổi{f'; {also} đổi' if also else ''}"
    counted = Counter(change.cause for change in found)
    causes = ", ".join(f"{formats.number(counted[cause])} {WORDS[cause]}" for cause in CAUSES if counted[cause])
    flips = sum(change.flips for change in found)
    return f"{span}: {formats.number(len(found))} số liệu đổi ({causes}); {formats.number(flips) if flips else 'không số nào'} đổi trạng thái{f'; {also} đổi' if also else ''}"


def of_cause(found: Sequence[Change], asked: str) -> list[Change]:
    """The changes of one cause ('corrected'), or those with another status (``FLIPS``); all of them where neither is asked for."""
    if asked == FLIPS:
        return [change for change in found if change.flips]
    return [change for change in found if change.cause == asked] if asked in CAUSES else list(found)


def works_of_cause(works: Sequence[Change], asked: str) -> list[Change]:
    """The same of tasks and money."""
    return [change for change in works if work_changes.flips(change)] if asked == FLIPS else of_cause(works, asked)


def narrowed_to(asked: str) -> str:
    """Which changes a list holds: 'số mới', 'mọi thay đổi'."""
    return "đổi trạng thái" if asked == FLIPS else WORDS.get(asked, "mọi thay đổi")


def counted_works(works: Sequence[Change]) -> str:
    """'3 nhiệm vụ, 2 ô kinh phí'; '' for none."""
    counts = Counter(change.row.kind for change in works)
    return ", ".join(f"{formats.number(counts[kind], 0)} {word}" for kind, word in KINDS.items() if counts[kind])


def work(change: Change) -> str:
    """What a task or a cell of money is called: 'Nâng cấp cổng dịch vụ công', 'Phụ lục 7: Tổng kinh phí, năm 2022, tổng'."""
    row = change.row
    if row.kind == "task":
        return row.name or "(dòng bị mất ở trang quét)"
    return f"{row.name}, {f'năm {row.year}' if row.year else 'cả giai đoạn'}, {row.source}"


def work_state(row: Any | None) -> tuple[str, str, str]:
    """Money, years and who leads, and the state of a task or a cell as it was known; words for what was not there."""
    if row is None:
        return _NONE, "", ""
    amount = f"{task_words.money(row)} triệu đồng" if row.amount_vnd is not None else task_words.money(row)
    if row.kind == "money":
        return amount, "", ""
    facts = f"{task_words.years(row)}, chủ trì: {row.lead_agency or 'không nêu'}"
    late = ", quá hạn" if row.late else ""
    return amount, facts, f"{task_words.STATES[task_words.state(row)][1]}{late}"


def uploads(rows: Mapping[int, Any], first: date) -> str:
    """How many uploads came in between, and how many were taken back."""
    came = sum(row.day > first for row in rows.values())
    undone = sum(row.undone_on is not None and row.undone_on > first for row in rows.values())
    if not came and not undone:
        return "Giữa hai ngày không có lần cập nhật nào: những gì đổi là do ngày trôi qua."
    return f"Giữa hai ngày có {came} lần cập nhật" + (f", {undone} lần bị thu hồi." if undone else ".")


def file_name(first: date, last: date, name: str) -> str:
    """'Đổi từ 15-07-2026 đến 30-09-2026 - Tỉnh Hà Tĩnh'."""
    return f"Đổi từ {first:%d-%m-%Y} đến {last:%d-%m-%Y} - {name}"


def counted(found: Sequence[Change]) -> str:
    """'1.200 số liệu, đổi trạng thái đứng trước'."""
    first = ", đổi trạng thái đứng trước" if any(change.flips for change in found) else ""
    return f"{formats.number(len(found))} số liệu{first}"


def period(change: Change) -> str:
    """Whose figure of when: 'cấp xã · quý I năm 2026'."""
    row = change.row
    level = formats.LEVEL_PHRASES.get(row.level, "")
    when = times.period(row.period, row.year)
    return " · ".join(filter(None, [level, when[:1].lower() + when[1:]]))


def state(row: Any | None) -> tuple[str, str, str]:
    """Result, target and status of a figure as it was known; words for what was not there."""
    if row is None:
        return _NONE, "", ""
    target = f"mục tiêu {formats.target(row)}" if row.target_as_written else "không có mục tiêu"
    return formats.result(row) if row.has_result else _NONE, target, _status(row.mark)


def upload(change: Change, rows: Mapping[int, Any]) -> str:
    """By which upload: 'lần cập nhật 7, ngày 15/07/2026'; 'thu hồi lần cập nhật 7, ngày …'; '' where none did."""
    row = rows.get(change.upload_id) if change.upload_id is not None else None
    if row is None:
        return ""
    if change.undone and row.undone_on:
        return f"thu hồi lần cập nhật {row.upload_id}, ngày {said_day(row.undone_on)}"
    return f"lần cập nhật {row.upload_id}, ngày {said_day(row.day)}"


def _status(mark: str) -> str:
    return formats.STATUSES[mark][1] if mark in formats.STATUSES else mark

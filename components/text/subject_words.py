"""What several indicators of one subject say together over the years: a sentence that says the finding, and what is drawn below it.

Takes the rows of ``subject_trend``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from components.text import formats, times
from components.text.spelling import inside
from queries.rows import Rows

_JUDGED = {"missed": "chưa đạt", "near": "gần đạt", "stated": "văn bản nói đã hoàn thành, không nêu số", "met": "đạt"}


def headline(rows: Rows, subject: str) -> str:
    """'Dịch vụ công trực tuyến: tỷ lệ hồ sơ trực tuyến mức độ 3 và 4 từ gần 20% (2019) lên 34,9% (7T/2021); cả 2 mục tiêu năm 2022
    văn bản nói đã hoàn thành, không nêu số; 7 mục tiêu năm 2023 và 2025 quá hạn, chưa có kết quả'."""
    parts = [part for part in (_course(rows), _judged(rows), _late(rows)) if part]
    return f"{subject[:1].upper()}{subject[1:]}: {'; '.join(parts or [_counted(rows)])}"


def lead(rows: Rows, name: str) -> str:
    """'18 chỉ tiêu của tỉnh Hà Tĩnh, 2019–2030. Mỗi chỉ tiêu một cách đo, không nối thành một đường. Mục tiêu còn ở phía trước: 2.'"""
    ahead = _targets(rows).where(status="not_due")
    to_come = f" Còn {len(ahead)} mục tiêu chưa đến hạn ({_years(ahead)})." if ahead else ""
    return (
        f"{_counted(rows)} của {formats.inside(name)}, {times.years(rows.values('year'))}. "
        f"Mỗi chỉ tiêu một cách đo nên không nối thành một đường.{to_come}"
    )


def newest(rows: Rows) -> str:
    """What stands below the name of one indicator at one level: its newest result and period, what it lacks."""
    results = rows.where(has_result=True)
    if not results:
        return "chưa từng báo cáo kết quả"
    row = max(results, key=lambda row: (row.period_end, row.period == "N"))
    said = "bằng lời" if row.actual is None and row.actual_low is None and row.basis != "stated" else formats.result(row)
    status = "" if row.mark == "no_target" else f", {formats.verdict(row).lower()}"
    return f"{formats.inside(times.period(row.period, row.year))}: {said}{status}"


def _counted(rows: Rows) -> str:
    return f"{len(rows.by('indicator_id'))} chỉ tiêu"


def _measured(rows: Rows) -> Rows:
    return rows.where(basis="measured", unit_of_measure="%").having("actual")


def _course(rows: Rows) -> str:
    """The share that was measured most often: from its first number to its last one; one number alone where there are no two."""
    series = [group for of_one in _measured(rows).by("indicator_id").values() for group in of_one.by("level").values()]
    if not series:
        return ""
    longest = max(series, key=lambda group: (len(group), group[-1].period_end))
    first, last = longest[0], longest[-1]
    name = inside(first.short_name) + ("" if first.level == "all" else f" ({formats.LEVEL_PHRASES[first.level]})")
    if len(longest) == 1:
        return f"{name} {_dated(last)}"
    way = "lên" if last.actual > first.actual else "xuống" if last.actual < first.actual else "vẫn"
    return f"{name} từ {_dated(first)} {way} {_dated(last)}"


def _dated(row: Any) -> str:
    return f"{formats.result(row)} ({times.tick(row.period, row.year)})"


def _targets(rows: Rows) -> Rows:
    return rows.where(has_target=True, period="N", newest_in_year=True)


def _judged(rows: Rows) -> str:
    """'13 mục tiêu năm 2022: 2 chưa đạt, 9 văn bản nói đã hoàn thành, không nêu số', of the newest year with judged results."""
    judged = _targets(rows).matching(lambda row: row.has_result and row.mark in _JUDGED)
    if not judged:
        return ""
    year = max(judged.values("year"))
    of_year = judged.where(year=year)
    verdicts = Counter(_verdict(row) for row in sorted(of_year, key=lambda row: list(_JUDGED).index(row.mark)))
    if len(verdicts) == 1:
        several = f"cả {len(of_year)} " if len(of_year) > 1 else ""
        return f"{several}mục tiêu năm {year} {next(iter(verdicts))}"
    counts = [f"{count} {words}" for words, count in verdicts.items()]
    return f"{len(of_year)} mục tiêu năm {year}: {', '.join(counts)}"


def _verdict(row: Any) -> str:
    """The verdict in words; one that its document contradicts is called so, and one that it calls done in the main ("cơ bản")."""
    stated = {"met": "đạt", "missed": "chưa đạt"}.get(row.stated_status or "", "khác")
    if row.mark == "stated" and row.hedged:
        return _JUDGED["stated"].replace("đã", "cơ bản đã", 1)
    return f"{_JUDGED[row.mark]} theo số mà văn bản xếp {stated}" if row.disputed else _JUDGED[row.mark]


def _late(rows: Rows) -> str:
    late = _targets(rows).where(status="no_result", has_result=False)
    return f"{len(late)} mục tiêu năm {_years(late)} quá hạn, chưa có kết quả" if late else ""


def _years(rows: Rows) -> str:
    return _and(sorted(set(rows.values("year"))))


def _and(parts: Sequence[Any]) -> str:
    *first, last = [str(part) for part in parts]
    return f"{', '.join(first)} và {last}" if first else last

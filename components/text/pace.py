"""How far a target still is, and how fast it has to be approached from now on: the straight paths from the last results, in words."""

from __future__ import annotations

from typing import Any

from components.text import formats, times
from data.vietnamese import dates
from queries.rows import Rows


def next_target(paths: Rows) -> Rows:
    """The paths to the nearest target that is still ahead; none when all are overdue."""
    ahead = paths.where(overdue=False)
    return ahead.where(year=min(ahead.values("year"), default=None))


def when(row: Any) -> str:
    """The period that a path starts from, short: '2022', 'Q.II/2022'."""
    return times.tick(row.from_period, row.from_year)


def needed(paths: Rows, unit_of_measure: str) -> str:
    """What is needed from today in words: 'cần thêm 25 (tỉnh), 20 (huyện), 20 (xã) điểm % mỗi năm đến 2030'.

    Takes the rows of ``indicator_path`` for one year ahead; rates differ by level, so each is named.
    """
    if len(paths) > 1 and all(_amount(row) >= 0.005 for row in paths):
        each = ", ".join(f"{formats.number(_amount(row))} ({formats.LEVELS[row.level].lower()})" for row in paths)
        return f"cần thêm {each} {formats.step(unit_of_measure)} {_until(paths[0])}"
    return "; ".join(phrase(row, unit_of_measure) for row in paths)


def _last_year(row: Any) -> bool:
    """Whether the target's year is the running one: then what is lacking counts, not a yearly pace."""
    return row.year <= dates.today().year


def _amount(row: Any) -> float:
    return -row.from_gap if _last_year(row) else row.pace


def _until(row: Any) -> str:
    return f"đến hết năm {row.year}" if _last_year(row) else f"mỗi năm đến {row.year}"


def phrase(row: Any, unit_of_measure: str) -> str:
    """What one path asks for: 'cấp tỉnh cần thêm 2,5 điểm % mỗi năm đến 2030'; of an overdue one that it is overdue."""
    who = "" if row.level == "all" else f"{formats.LEVEL_PHRASES[row.level]} "
    if row.overdue:
        return f"{who}đã quá hạn, còn cách {formats.distance(row.from_gap, unit_of_measure)}"
    if abs(_amount(row)) < 0.005:
        return f"{who}giữ mức {_from(row, unit_of_measure)} đến {row.year}"
    fewer = "cần lên" if unit_of_measure == formats.RANK else "cần giảm"
    return f"{who}{'cần thêm' if row.from_gap < 0 else fewer} {formats.distance(_amount(row), unit_of_measure)} {_until(row)}"


def _from(row: Any, unit_of_measure: str) -> str:
    """The result that a path starts from, as its document puts it: 'khoảng 10%'."""
    return formats.qualified(row.from_value, row.from_qualifier, unit_of_measure)


def note(paths: Rows, unit_of_measure: str) -> list[str]:
    """How the dotted lines were drawn, and where they stand today, one line each. Takes ``indicator_path``."""
    lines = []
    for row in paths:
        line = f"{formats.LEVELS[row.level]}: từ {_from(row, unit_of_measure)} ({when(row)}) đến {formats.amount(row.required, unit_of_measure)} ({row.year}), {phrase(row, unit_of_measure).removeprefix(formats.LEVEL_PHRASES[row.level] + ' ')}"
        if row.expected_now is not None:
            line += f"; theo đường thẳng, nay phải ở mức {formats.amount(round(row.expected_now, 1), unit_of_measure)}"
        lines.append(line)
    return ["Đường chấm nối kết quả gần nhất với mục tiêu:", *lines] if lines else []

"""How fast a target still has to be approached: the straight paths from the last results to it, in words."""

from __future__ import annotations

from typing import Any

from components.text import formats
from queries.rows import Rows


def next_target(paths: Rows) -> Rows:
    """The paths to the nearest target that is still ahead; when all are past, to the earliest one."""
    ahead = [row.year for row in paths if row.expected_now is not None]
    return paths.where(year=min(ahead or paths.values("year"), default=None))


def needed(paths: Rows, unit_of_measure: str) -> str:
    """The pace still needed in words: 'cần thêm 25 (tỉnh), 20 (huyện), 20 (xã) điểm % trong năm 2023'.

    Takes the rows of ``indicator_path`` for one year; rates differ by level, so each is named.
    """
    if len(paths) > 1 and min(paths.values("pace")) >= 0.005 and len(set(paths.values("from_year"))) == 1:
        each = ", ".join(f"{formats.number(row.pace)} ({formats.LEVELS[row.level].lower()})" for row in paths)
        return f"cần thêm {each} {formats.step(unit_of_measure)} {_until(paths[0])}"
    return "; ".join(phrase(row, unit_of_measure) for row in paths)


def _until(row: Any) -> str:
    if row.expected_now is None:
        return f"{'mỗi năm ' if row.year - row.from_year > 1 else ''}để đạt mục tiêu năm {row.year}"
    return f"mỗi năm đến {row.year}" if row.year - row.from_year > 1 else f"trong năm {row.year}"


def phrase(row: Any, unit_of_measure: str) -> str:
    """The pace of one path: 'cấp tỉnh cần thêm 2,5 điểm % mỗi năm đến 2030'."""
    level = "" if row.level == "all" else f"{formats.LEVEL_PHRASES[row.level]} "
    if abs(row.pace) < 0.005:
        return f"{level}giữ mức {_from(row, unit_of_measure)} đến {row.year}"
    fewer = "cần lên" if unit_of_measure == formats.RANK else "cần giảm"
    return f"{level}{'cần thêm' if row.pace > 0 else fewer} {formats.distance(row.pace, unit_of_measure)} {_until(row)}"


def _from(row: Any, unit_of_measure: str) -> str:
    """The result that a path starts from, as its document puts it: 'khoảng 10%'."""
    return formats.qualified(row.from_value, row.from_qualifier, unit_of_measure)


def note(paths: Rows, unit_of_measure: str) -> list[str]:
    """How the dotted lines were drawn, and where they stand today, one line each. Takes ``indicator_path``."""
    lines = []
    for row in paths:
        line = f"{formats.LEVELS[row.level]}: từ {_from(row, unit_of_measure)} ({row.from_year}) đến {formats.amount(row.required, unit_of_measure)} ({row.year}), {phrase(row, unit_of_measure).removeprefix(formats.LEVEL_PHRASES[row.level] + ' ')}"
        if row.expected_now is not None:
            line += (
                f"; theo đường thẳng, nay phải ở mức {formats.amount(round(row.expected_now, 1), unit_of_measure)}, "
                f"cách kết quả gần nhất {formats.distance(round(row.expected_now - row.from_value, 1), unit_of_measure)}"
            )
        lines.append(line)
    return ["Đường chấm nối kết quả gần nhất với mục tiêu:", *lines] if lines else []

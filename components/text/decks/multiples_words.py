"""What a page of several indicators says. Takes rows of ``indicator_trend``, a group an indicator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.text import formats
from queries.rows import Rows

_TOLD = (("missed", "chưa đạt"), ("near", "gần đạt"), ("met", "đạt"), ("stated", "đạt theo lời văn bản"))


def message(names: Sequence[str], trends: Sequence[Rows[Any]]) -> str:
    """'6 chỉ tiêu: theo kết quả mới nhất 2 chưa đạt, 1 đạt; 3 chưa có kết quả'."""
    newest = [_newest(trend) for trend in trends]
    counts = [
        f"{number} {word}" for mark, word in _TOLD if (number := sum(row is not None and row.mark == mark for row in newest))
    ]
    silent = sum(row is None for row in newest)
    other = sum(row is not None and row.mark not in dict(_TOLD) for row in newest)
    told = [f"theo kết quả mới nhất {', '.join(counts)}"] if counts else []
    told += [f"{other} có kết quả chưa xét được với mục tiêu"] if other else []
    told += [f"{silent} chưa có kết quả"] if silent else []
    return f"{len(names)} chỉ tiêu: {'; '.join(told)}" if len(names) > 1 else f"{names[0]}: {'; '.join(told)}"


def _newest(trend: Rows[Any]) -> Any | None:
    return max((row for row in trend if row.has_result), key=lambda row: row.period_end, default=None)


def silent(number: int) -> str:
    """The indicators that have no number to draw; '' for none."""
    return f"{formats.number(number)} chỉ tiêu khác chỉ có mục tiêu, kết quả bằng lời, không vẽ được." if number else ""

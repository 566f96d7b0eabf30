"""Charts of how targets stand: what each lacks in points, and the parts of each pillar. Counts and points only; no new arithmetic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from components.charts.model import Line, Mark, Plot, Run, Slot
from components.text import formats
from components.theme import MUTED, STATUS_COLOURS
from queries.rows import Rows

_STATES = {  # kind of mark -> the states that it counts, see ``slide_messages.state``
    "count_met": ("met", "disputed", "on_pace"),
    "count_stated": ("stated",),
    "count_near": ("near",),
    "count_missed": ("missed", "behind"),
    "count_open": ("no_result", "not_due", "not_comparable", "unjudged"),
}


def missing_points(rows: Rows[Any], *, title: str, subtitle: str, source: str) -> Plot:
    """Lying bars, a target each: how many points it is away from its target. Takes rows of ``target_list`` with a gap in %."""
    slots = tuple(_missing(row) for row in rows)
    return Plot(title, subtitle, source, slots, top=max(slot.end for slot in slots), horizontal=True, stacked=True)


def _missing(row: Any) -> Slot:
    level = "" if row.level == "all" else f" · {formats.LEVEL_PHRASES[row.level]}"
    label: Line = (
        Run(formats.gap(row.gap, row.unit_of_measure), STATUS_COLOURS[row.status], bold=True),
        Run(f"   {formats.compared(row)}", MUTED),
    )
    facts = {"Chênh lệch": row.gap, "Mục tiêu": row.required, "Kết quả": row.actual, "Trạng thái": formats.verdict(row)}
    mark = formats.STATUSES[formats.shown_mark(row)][0]
    return Slot(f"{row.short_name}{level}", (Mark("missing", abs(row.gap)),), (label,), facts, verdict=mark)


def states_by_pillar(rows: Rows[Any], states: Sequence[str], *, title: str, subtitle: str, source: str) -> Plot:
    """Lying bars, a pillar each, divided by how its targets stand; the label counts what is met. Takes rows of ``target_list``."""
    slots = []
    for name in rows.by("pillar_name"):
        own = [state for row, state in zip(rows, states, strict=True) if row.pillar_name == name]
        slots.append(_pillar(name, own))
    slots.sort(key=lambda slot: -slot.end)
    return Plot(
        title,
        subtitle,
        source,
        tuple(slots),
        top=max(slot.end for slot in slots),
        unit_of_measure="mục tiêu",
        horizontal=True,
        stacked=True,
    )


def _pillar(name: str, states: list[str]) -> Slot:
    counted, marks, reached = Counter(states), [], 0.0
    numbers: dict[str, Any] = {}
    for kind, codes in _STATES.items():
        number = sum(counted[code] for code in codes)
        if number:
            marks.append(Mark(kind, reached + number, reached))
            reached += number
            numbers[kind] = number
    met = numbers.get("count_met", 0) + numbers.get("count_stated", 0)
    stated = f", trong đó {numbers['count_stated']} theo lời văn bản" if numbers.get("count_stated") else ""
    label: Line = (Run(f"{met}/{len(states)} đạt", bold=True), Run(stated, MUTED))
    return Slot(name, tuple(marks), (label,), {"Số mục tiêu": len(states), "Cộng đạt": met})

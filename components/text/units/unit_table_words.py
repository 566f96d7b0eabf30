"""What the table of units and indicators is about, its order, and what it says."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from components.text import formats, times
from components.text.units.ranking_words import UNITS
from data.vietnamese.periods import period_end
from queries.rows import Rows

BY_NAME, BY_MET = "ten", "dat"
AIMED = ("met", "stated", "near", "missed", "not_due")  # cells that a target can be met in
MARKS = {  # of a cell, in the order of the counts
    "met": "đạt",
    "stated": "đạt theo văn bản",
    "near": "gần đạt",
    "missed": "chưa đạt",
    "not_due": "chưa đến hạn",
    "no_target": "chưa so được với mục tiêu",
    "no_result": "chưa báo cáo",
}


@dataclass(frozen=True)
class UnitTableChoice:
    """What the table shows. ``order``: 'ten', 'dat', a catalogue id (best first) or '-' and a catalogue id; ``state``: a key of
    ``MARKS`` or ''; ``empty``: units that reported nothing are shown as well."""

    level: str
    year: int
    period: str
    pillar: str
    pillar_name: str
    order: str
    state: str
    empty: bool

    @property
    def on_day(self) -> date:
        """The day whose units are listed."""
        return period_end(self.year, self.period)

    @property
    def key(self) -> dict[str, str | int]:
        """The parameters of ``unit_indicator_list`` beside the province."""
        return {"level": self.level, "year": self.year, "period": self.period, "pillar": self.pillar}


@dataclass(frozen=True)
class Line:
    """A unit of the table: what it reported, by indicator."""

    unit_id: str
    unit_name: str
    cells: dict[str, Any]

    @cached_property
    def marks(self) -> dict[str, str]:
        """The mark of each cell, by indicator."""
        return {code: formats.shown_mark(row) for code, row in self.cells.items()}


@dataclass(frozen=True, eq=False)
class Sheet:
    """All units of the level, the columns, and the lines that are shown in their order; the same as long as the figures hold."""

    every: list[Line]
    columns: dict[str, Any]
    shown: list[Line]


def lines(rows: Rows[Any], units: Rows[Any]) -> list[Line]:
    """Every unit of the level (rows of ``units_on_day``) with its cells, by name; takes ``unit_indicator_list``."""
    by_unit = {unit_id: {row.indicator_id: row for row in group} for unit_id, group in rows.by("unit_id").items()}
    every = [Line(unit.unit_id, unit.name, by_unit.get(unit.unit_id, {})) for unit in units]
    place = {unit_id: number for number, unit_id in enumerate(by_unit)}
    return sorted(every, key=lambda line: (place.get(line.unit_id, len(place)), line.unit_name))


def mark(row: Any | None) -> str:
    """The mark of a cell; 'no_result' of an indicator that the unit did not report."""
    return "no_result" if row is None else formats.shown_mark(row)


def indicators(rows: Rows[Any]) -> dict[str, Any]:
    """The columns: catalogue id -> any of its rows."""
    return {code: group[0] for code, group in sorted(rows.by("indicator_id").items())}


def shown(every: list[Line], columns: dict[str, Any], chosen: UnitTableChoice) -> list[Line]:
    """The lines that are shown, in their order: without empty ones unless they are wanted, of one status where one is chosen."""
    kept = [line for line in every if line.cells or chosen.empty]
    if chosen.state:
        kept = [line for line in kept if any(line.marks.get(code, "no_result") == chosen.state for code in columns)]
    return ordered(kept, chosen.order)


def ordered(every: list[Line], order: str) -> list[Line]:
    """By name as given, by how many targets are met, or by one indicator: the best or ('-') the worst first, who has no number last."""
    if order == BY_NAME:
        return every
    if order == BY_MET:
        return sorted(every, key=lambda line: (not line.cells, -met(line), -len(line.cells)))
    code, worst = order.removeprefix("-"), order.startswith("-")

    def place(line: Line) -> tuple[bool, float]:
        row = line.cells.get(code)
        if row is None or row.actual is None or row.basis == "stated":
            return True, 0.0
        return False, row.actual if bool(row.lower_is_better) != worst else -row.actual

    return sorted(every, key=place)


def met(line: Line) -> int:
    """How many targets of the line are met."""
    return sum(mark in ("met", "stated") for mark in line.marks.values())


def aimed(line: Line) -> int:
    """How many results of the line have a target that says something of them, reached or not."""
    return sum(mark in AIMED for mark in line.marks.values())


def target_line(cells: list[Any]) -> str:
    """The target of a column: that of most units, and how many go by another one."""
    targets = Counter(formats.target(row) for row in cells if row.required is not None)
    if not targets:
        return "không có mục tiêu"
    (most, _), *others = targets.most_common()
    return f"mục tiêu {most}" + (f", {sum(number for _, number in others)} đơn vị khác" if others else "")


def counted(every: list[Line], columns: dict[str, Any]) -> dict[str, int]:
    """How many cells have which mark; of the units that reported nothing no cell counts."""
    marks = Counter(line.marks.get(code, "no_result") for line in every if line.cells for code in columns)
    return {code: marks[code] for code in MARKS if code in marks}


def headline(every: list[Line], chosen: UnitTableChoice) -> str:
    """The finding: how many units meet all of their judged targets, and who reported nothing."""
    who, when = UNITS[chosen.level], formats.inside(times.period(chosen.period, chosen.year))
    having = [line for line in every if line.cells]
    with_target = [line for line in having if aimed(line)]
    quiet = len(every) - len(having)
    missing = f"; {quiet} đơn vị chưa báo cáo gì" if quiet else ""
    if not with_target:
        return f"{len(having)} trong {len(every)} {who} có số liệu nhóm {chosen.pillar_name}, {when}{missing}"
    whole = sum(met(line) == aimed(line) for line in with_target)
    return f"{whole} trong {len(with_target)} {who} đạt mọi mục tiêu {chosen.pillar_name} đã báo cáo, {when}{missing}"


def silent(every: list[Line]) -> list[str]:
    """The names of the units that reported nothing of the group."""
    return sorted(line.unit_name for line in every if not line.cells)


def value(row: Any) -> str:
    """A result for a narrow cell: '69,35%', 'ước 60%', '1.204', 'bằng lời', 'không nêu số'."""
    if row.basis == "stated":
        return formats.STATED
    if row.actual is None:
        return formats.result(row) if row.actual_low is not None else "bằng lời"
    return formats.qualified(row.actual, row.actual_qualifier, "%" if row.unit_of_measure == "%" else "")


def said(row: Any) -> str:
    """A cell in words: result, target, distance, status, document."""
    parts = [f"{row.indicator_name}: {formats.result(row)}"]
    if row.required is not None or row.target_as_written:
        parts.append(
            f"mục tiêu {formats.target(row)}" + (f" (năm {row.target_year})" if row.target_year not in (None, row.year) else "")
        )
    if row.gap is not None:
        parts.append(f"chênh lệch {formats.gap(row.gap, row.unit_of_measure)}")
    parts.append(formats.verdict(row).lower())
    return ", ".join(parts) + f" ({row.actual_document})"

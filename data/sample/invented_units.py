"""The real districts and communes of Hà Tĩnh, each with an invented size and skill that its figures follow from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from data.sample.seed_files import read
from data.sample.subjects import LEVELS, PROVINCE, REFORM
from data.vietnamese.periods import period_end

_SILENT, _SILENT_DISTRICTS, _SILENT_TODAY = 3, 1, 2  # units that never report


@dataclass(frozen=True)
class Unit:
    """A state of a unit with what its figures follow from: ``size`` (1 = a usual commune), ``skill`` in logits, ``late`` in quarters."""

    code: str
    name: str
    level: str
    begins: date
    ends: date | None
    size: float = 1.0
    skill: float = 0.0
    late: float = 0.0

    def lives(self, year: int, period: str) -> bool:
        """Whether it was there at the end of a period."""
        last = period_end(year, period)
        return self.begins <= last and (self.ends is None or self.ends > last)


def units_of_hatinh(seed: int) -> list[Unit]:
    """Every state of every district and commune, oldest first; later ones get their size and skill from those they came from."""
    states = [row for row in read("units.csv") if row["ma_tinh"] == PROVINCE and row["cap"] != "tinh"]
    levels = {short: name for name, short in LEVELS.items()}
    born = sorted(
        (
            Unit(row["ma_don_vi"], row["ten"], levels[row["cap"]], date.fromisoformat(row["hieu_luc_tu"]),
                 date.fromisoformat(row["hieu_luc_den"]) if row["hieu_luc_den"] else None)
            for row in states
        ),
        key=lambda unit: (unit.begins, unit.code),
    )  # fmt: skip
    lineage = read("unit_lineage.csv")
    known: list[Unit] = []
    for unit in born:
        before = _predecessors(unit, known, lineage)
        known.append(_merged(unit, before) if before else _born(unit, seed))
    return known


def _predecessors(unit: Unit, known: Sequence[Unit], lineage: Sequence[Mapping[str, str]]) -> list[tuple[Unit, float]]:
    """The units that it came from, each with the part of it that came."""
    day = unit.begins.isoformat()
    from_codes = [row["ma_cu"] for row in lineage if row["ma_moi"] == unit.code and row["ngay_hieu_luc"] == day]
    heirs = {code: sum(row["ma_cu"] == code and row["ngay_hieu_luc"] == day for row in lineage) for code in from_codes}
    return [
        (before, 1 / heirs[before.code])
        for before in known
        if before.code in heirs and before.ends == unit.begins and before.level == unit.level
    ]


def _merged(unit: Unit, before: Sequence[tuple[Unit, float]]) -> Unit:
    size = sum(one.size * part for one, part in before)
    skill, late = (sum(getattr(one, name) * one.size * part for one, part in before) / size for name in ("skill", "late"))
    return replace(unit, size=size, skill=skill, late=late)


def _born(unit: Unit, seed: int) -> Unit:
    chance = Random(f"{seed} {unit.code}")
    usual = 6.0 if unit.level == "district" else 1.0
    return replace(unit, size=usual * chance.uniform(0.6, 1.6), skill=chance.gauss(0, 0.55), late=chance.uniform(-2, 4))


def silent_units(units: Sequence[Unit], seed: int) -> dict[date, set[str]]:
    """First day of a state -> codes of those that never report."""
    chance = Random(f"{seed} silent")
    oldest = min(unit.begins for unit in units)

    def some(count: int, level: str, begins: date) -> list[str]:
        return chance.sample(sorted(unit.code for unit in units if unit.begins == begins and unit.level == level), count)

    return {
        oldest: {*some(_SILENT, "commune", oldest), *some(_SILENT_DISTRICTS, "district", oldest)},
        REFORM: set(some(_SILENT_TODAY, "commune", REFORM)),
    }

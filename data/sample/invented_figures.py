"""The invented figures: targets, what each unit reports by quarter with gaps and corrections, and what the province says beside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from math import exp
from random import Random

from data.sample.invented_units import Unit, silent_units, units_of_hatinh
from data.sample.subjects import LEVELS, PROVINCE, QUARTERS, REFORM, SUBJECTS, Subject, inspection_of, report_of
from data.vietnamese.numbers import grouped

_WITHOUT_PARTS = 0.06  # of the units give a share without its numerator and denominator


def figures(seed: int = 1) -> list[dict[str, str]]:
    """Every row of the invented ``figures.csv``: targets first, then the units, then the province's own figures."""
    units = units_of_hatinh(seed)
    silent = silent_units(units, seed)
    rows = [row for subject in SUBJECTS for row in targets(subject, units)]
    for subject in SUBJECTS:
        parts = [part for unit in units for part in _unit_rows(subject, unit, seed, unit.code in silent.get(unit.begins, ()))]
        rows += [row for part in parts for row in part.rows]
        rows += _province_rows(subject, parts, seed)
    return rows


@dataclass(frozen=True)
class _Part:
    """What a unit had in a quarter, reported or not, and its rows."""

    level: str
    year: int
    period: str
    numerator: float
    denominator: float
    rows: list[dict[str, str]]


def rate(subject: Subject, unit: Unit, year: int, period: str, seed: int) -> float:
    """Percent that a unit reached in a quarter: an S-curve to a plateau of its own, and a dip after the reform of July 2025."""
    at = QUARTERS.index((year, period))
    chance = Random(f"{seed} {subject.indicator} {unit.code} {at}")
    own = Random(f"{seed} {subject.indicator} {unit.code}")
    pace = own.uniform(2.2, 4.5)
    done = 1 / (1 + exp(-((at - subject.middle - unit.late) / pace + unit.skill)))
    plateau = min(1.0, own.uniform(0.82, 1.05))
    since = at - QUARTERS.index((2025, "Q3"))
    dip = 0.14 * exp(-since / 1.6) if since >= 0 and unit.begins >= REFORM else 0
    value = subject.floor + (subject.top - subject.floor) * done * (plateau - dip) + chance.gauss(0, 1.6)
    return max(0.0, min(100.0, value))


def _unit_rows(subject: Subject, unit: Unit, seed: int, silent: bool) -> Iterator[_Part]:
    level = LEVELS[unit.level]
    if level not in subject.levels.split("/"):
        return
    so_far = [0.0, 0.0]
    for year, period in QUARTERS:
        if not unit.lives(year, period):
            continue
        numerator, denominator = _counted(subject, unit, year, period, seed)
        if subject.accumulation == "luy_ke":
            so_far = [numerator, denominator] if period == "Q1" else [so_far[0] + numerator, so_far[1] + denominator]
            numerator, denominator = so_far
        reports = not silent and denominator > 0 and not _gap(subject, unit, year, period, seed)
        rows = list(_reported(subject, unit, level, year, period, numerator, denominator, seed)) if reports else []
        yield _Part(level, year, period, numerator, denominator, rows)


def _counted(subject: Subject, unit: Unit, year: int, period: str, seed: int) -> tuple[float, float]:
    """Numerator and denominator of a quarter; what stands on a day keeps its denominator."""
    chance = Random(f"{seed} {subject.indicator} {unit.code} {year} {period} size")
    moves = 1.0 if subject.accumulation == "tai_thoi_diem" else chance.uniform(0.85, 1.15)
    denominator = max(1, round(subject.size * unit.size * moves))
    return round(denominator * rate(subject, unit, year, period, seed) / 100), denominator


def _gap(subject: Subject, unit: Unit, year: int, period: str, seed: int) -> bool:
    """Whether a report is missing: a whole quarter of a unit, a stretch of quarters, or one indicator."""
    at = QUARTERS.index((year, period))
    stretch = Random(f"{seed} {unit.code} stretch")
    first = stretch.randrange(len(QUARTERS)) if stretch.random() < 0.15 else len(QUARTERS)
    missing = 0.16 if at == len(QUARTERS) - 1 else 0.04
    return (
        first <= at < first + 3
        or Random(f"{seed} {unit.code} {at} gap").random() < missing
        or Random(f"{seed} {subject.indicator} {unit.code} {at} gap").random() < 0.02
    )


def _reported(
    subject: Subject, unit: Unit, level: str, year: int, period: str, numerator: float, denominator: float, seed: int
) -> Iterator[dict[str, str]]:
    """The row of a quarter; for some a later report that corrects it, or an inspection of the same day that says otherwise."""
    chance = Random(f"{seed} {subject.indicator} {unit.code} {year} {period} claims")
    drawn = chance.random()
    if Random(f"{seed} {unit.code} parts").random() < _WITHOUT_PARTS:
        subject = replace(subject, fractions=False)
    first = numerator * 0.9 if drawn < 0.03 else numerator
    yield _result(subject, unit.code, level, year, period, first, denominator, report_of(year, period), estimate=drawn > 0.97)
    if drawn < 0.03 and (year, period) != QUARTERS[-1]:
        later = QUARTERS[QUARTERS.index((year, period)) + 1]
        yield _result(subject, unit.code, level, year, period, numerator, denominator, report_of(*later), note="Số điều chỉnh.")
    elif drawn < 0.04:
        yield _result(subject, unit.code, level, year, period, numerator * 0.8, denominator, inspection_of(year, period))


def _province_rows(subject: Subject, parts: Sequence[_Part], seed: int) -> Iterator[dict[str, str]]:
    """What the province itself says: of its own level, and of its districts and communes, a little beside their sum."""
    for year, period in QUARTERS:
        for level in subject.levels.split("/"):
            numerator, denominator = _of_province(subject, parts, level, year, period, seed)
            if denominator:
                yield _result(subject, PROVINCE, level, year, period, numerator, denominator, report_of(year, period))
                if period == "Q4" and subject.accumulation != "trong_ky":
                    yield _result(subject, PROVINCE, level, year, "N", numerator, denominator, report_of(year, period))
        if period == "Q4" and subject.accumulation == "trong_ky":
            yield from _year_rows(subject, parts, year, seed)


def _year_rows(subject: Subject, parts: Sequence[_Part], year: int, seed: int) -> Iterator[dict[str, str]]:
    for level in subject.levels.split("/"):
        pairs = [_of_province(subject, parts, level, year, f"Q{quarter}", seed) for quarter in range(1, 5)]
        if all(denominator for _, denominator in pairs):
            numerator, denominator = (sum(pair[one] for pair in pairs) for one in (0, 1))
            yield _result(subject, PROVINCE, level, year, "N", numerator, denominator, report_of(year, "Q4"))


def _of_province(subject: Subject, parts: Sequence[_Part], level: str, year: int, period: str, seed: int) -> tuple[float, float]:
    if level == "tinh":
        own = Unit("tinh", "", "province", date(2016, 1, 1), None, size=14.0, skill=0.9)
        numerator, denominator = _counted(subject, own, year, period, seed)
        if subject.accumulation == "luy_ke":
            quarters = [_counted(subject, own, year, f"Q{quarter}", seed) for quarter in range(1, int(period[1:]) + 1)]
            numerator, denominator = (sum(pair[one] for pair in quarters) for one in (0, 1))
        return numerator, denominator
    found = [part for part in parts if (part.level, part.year, part.period) == (level, year, period)]
    told = 1 + Random(f"{seed} {subject.indicator} {level} {year} {period}").uniform(-0.01, 0.05)
    denominator = sum(part.denominator for part in found)
    return min(denominator, sum(part.numerator for part in found) * told), denominator


def _result(
    subject: Subject, code: str, level: str, year: int, period: str, numerator: float, denominator: float, document: str,
    *, estimate: bool = False, note: str = "",
) -> dict[str, str]:  # fmt: skip
    numerator = round(numerator)
    share = round(100 * numerator / denominator, 1)
    row = {"ma_chi_tieu": subject.indicator, "cap": level, "don_vi": code, "nam": str(year), "ky": period, "nguon": document}
    row |= {"vi_tri": "Biểu số liệu", "ghi_chu": note, "dinh_tinh": "uoc" if estimate else ""}
    if subject.count:
        return row | {"ket_qua": f"{grouped(numerator, 0)} {subject.count}", "gia_tri": str(numerator)}
    if subject.fractions:
        return row | {"ket_qua": f"{numerator}/{round(denominator)}", "tu_so": str(numerator), "mau_so": str(round(denominator))}
    return row | {"ket_qua": f"{grouped(share, 1)}%", "gia_tri": str(share)}


def targets(subject: Subject, units: Sequence[Unit]) -> Iterator[dict[str, str]]:
    """What the province sets for its levels by year, none for districts once they end; a few communes have set themselves more."""
    ahead = {"tinh": 10, "huyen": 5, "xa": 0}
    for year, value in subject.targets.items():
        for level in subject.levels.split("/"):
            if level != "huyen" or year < REFORM.year:
                amount = value - ahead[level] if subject.lower else min(100, value + ahead[level])
                yield _target(subject, PROVINCE, level, year, amount, f"Kế hoạch minh họa năm {year}")
    for unit in [unit for unit in units if unit.level == "commune" and unit.begins == REFORM][::14]:
        if 2026 in subject.targets and not subject.lower:
            amount = min(100, subject.targets[2026] + 5)
            yield _target(subject, unit.code, "xa", 2026, amount, "Kế hoạch minh họa của xã, phường năm 2026")


def _target(subject: Subject, code: str, level: str, year: int, value: float, document: str) -> dict[str, str]:
    sign, end = ("<=", "chi_tieu_den") if subject.lower else (">=", "chi_tieu_tu")
    return {
        "ma_chi_tieu": subject.indicator, "cap": level, "don_vi": code, "nam": str(year), "ky": "N",
        "chi_tieu": f"{'tối đa' if subject.lower else 'tối thiểu'} {grouped(value, 1)}%", "dau": sign, end: str(value), "nguon": document, "vi_tri": "Biểu mục tiêu",
    }  # fmt: skip

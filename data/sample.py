"""A store of illustrative figures: the real units and catalogue, invented figures of every unit of Hà Tĩnh, 2021 to 2026 by quarter.

The figures are written as a folder like ``data/seed`` and go the way of every upload: the same reading, the same rules, the same
checks. What they look like follows from a seed alone. The uploads' kind is 'sample', and that marks the whole store: see ``sample_mark.sql``.
The first one brings everything but the last two quarters, of which no day is known; those come in by later ones, in time and late.
"""

from __future__ import annotations

import csv
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from math import exp
from pathlib import Path
from random import Random

from data.seed import CATALOGUES, FIGURES, FOLDER, OPTIONAL, load_figures, load_seed
from data.vietnamese.numbers import grouped
from data.vietnamese.periods import period_end, roman
from data.vietnamese.terms import SAMPLE
from queries.store import Store, StoreError

FILE = "chi-tieu.duckdb"
PROVINCE = "42"
QUARTERS = [(year, f"Q{quarter}") for year in range(2021, 2027) for quarter in range(1, 5) if (year, quarter) <= (2026, 3)]
_REFORM = date(2025, 7, 1)
_LEVELS = {"province": "tinh", "district": "huyen", "commune": "xa"}
_SILENT, _SILENT_DISTRICTS, _SILENT_TODAY = 3, 1, 2  # units that never report
_LATER, _BEGUN = "later-", date(2026, 4, 20)
_DAYS = (8, 15, 28)  # after a quarter, on which its reports come in; the first is in time
_WITHOUT_PARTS = 0.06  # of the units give a share without its numerator and denominator


@dataclass(frozen=True)
class Subject:
    """An indicator of the catalogue and how its figures are to look: from ``floor`` to ``top`` percent, half of the way at quarter ``middle``.

    ``size``: the denominator of a commune of usual size in a quarter (of a count: the count itself). ``accumulation``: as in the
    catalogue, which says so of this store only where the documents left it open. ``targets``: by year, for communes.
    """

    indicator: str
    levels: str
    accumulation: str
    floor: float
    top: float
    middle: float
    size: float
    targets: Mapping[int, float]
    count: str = ""  # unit of measure of a count; '' = a share
    fractions: bool = True  # numerator and denominator are reported
    lower: bool = False


_RISING = {2021: 30, 2022: 40, 2023: 50, 2024: 60, 2025: 65, 2026: 70}
_HIGH = {2021: 70, 2022: 80, 2023: 85, 2024: 90, 2025: 95, 2026: 95}
SUBJECTS = (
    Subject("CQ.06", "tinh/huyen/xa", "trong_ky", 12, 84, 10, 420, _RISING),
    Subject("CQ.25", "tinh/huyen/xa", "trong_ky", 25, 92, 7, 420, {year: value + 15 for year, value in _RISING.items()}),
    Subject("CQ.04", "tinh/huyen/xa", "luy_ke", 55, 98, 4, 160, _HIGH),
    Subject("CQ.08", "tinh/huyen/xa", "trong_ky", 60, 99, 3, 240, _HIGH),
    Subject("HT.07", "tinh/huyen/xa", "tai_thoi_diem", 72, 100, 5, 24, {year: min(100, value + 8) for year, value in _HIGH.items()}),
    Subject("NL.07", "huyen/xa", "tai_thoi_diem", 38, 90, 9, 24, {year: value + 10 for year, value in _RISING.items()}),
    Subject("CQ.63", "huyen/xa", "tai_thoi_diem", 60, 100, 6, 24, _HIGH, fractions=False),
    Subject("HT.45", "xa", "tai_thoi_diem", 62, 6, 9, 5, {2021: 50, 2022: 40, 2023: 30, 2024: 25, 2025: 20, 2026: 15}, lower=True),
    Subject("CQ.44", "tinh/huyen/xa", "trong_ky", 15, 88, 9, 130, {}, count="hồ sơ"),
    Subject("XH.16", "xa", "tai_thoi_diem", 5, 100, 6, 7, {}, count="tổ"),
)  # fmt: skip


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


def make(folder: Path, seed: int = 1, report: Callable[[str], None] = lambda _: None) -> Path:
    """Make ``folder`` with the store of illustrative figures in it; returns the path of the store. Never overwrites.

    Raises StoreError('damaged') when there is a store already, BadSeed when a figure breaks a rule.
    """
    path = folder / FILE
    if path.exists():
        raise StoreError("damaged", str(path), "already there")
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".building-", dir=folder) as workshop:
        report("Đang tạo số liệu minh họa")
        write_folder(Path(workshop), seed)
        store = Store.create(Path(workshop) / FILE)
        try:
            load_seed(store, Path(workshop), report, kind="sample", file_name=SAMPLE, uploaded_at=_moment(_BEGUN))
            report("Đang nạp số liệu của các quý gần đây")
            load_figures(store, later_files(Path(workshop)), kind="sample", file_name=SAMPLE)
        finally:
            store.close()
        os.link(Path(workshop) / FILE, path)
    return path


def write_folder(folder: Path, seed: int = 1) -> None:
    """Write the files that ``load_seed`` reads: the catalogues of ``data/seed``, invented documents and figures."""
    for name in set(CATALOGUES) - set(OPTIONAL):  # what real documents plan and say has no place among invented figures
        shutil.copy(FOLDER / name, folder / name)
    _write(folder / "indicators.csv", _indicators())
    _write(folder / "documents.csv", _documents())
    _write(folder / "deadlines.csv", _deadlines())
    _write(folder / "weights.csv", weights())
    rows = figures(seed)
    days = [_came_in(row, seed) for row in rows]
    _write(folder / FIGURES, [row for row, day in zip(rows, days, strict=True) if day is None])
    for day in sorted({day for day in days if day is not None}):
        _write(
            folder / f"{_LATER}{day.isoformat()}.csv",
            [row for row, its in zip(rows, days, strict=True) if its == day],
            like=FIGURES,
        )


def later_files(folder: Path) -> list[tuple[datetime, Path]]:
    """The files that come in after the first upload, each with its moment, in their order."""
    return [(_moment(date.fromisoformat(path.stem.removeprefix(_LATER))), path) for path in sorted(folder.glob(f"{_LATER}*.csv"))]


def _came_in(row: Mapping[str, str], seed: int) -> date | None:
    """The day on which a report of the last two quarters came in: most in time, some days or weeks late; null = with the first upload.

    A unit sends its whole report at once; what an inspection found, and what is corrected, comes last.
    """
    quarter = next((at for at in QUARTERS[-2:] if row["nguon"] in (_report(*at), _inspection(*at))), None)
    if quarter is None:
        return None
    drawn = 0.0 if row["don_vi"] == PROVINCE else Random(f"{seed} {row['don_vi']} {quarter} days").random()
    last = (row["nguon"], row["ky"]) != (_report(*quarter), quarter[1])
    after = _DAYS[-1] if last else _DAYS[0 if drawn < 0.7 else 1 if drawn < 0.88 else 2]
    return period_end(*quarter) + timedelta(days=after)


def _moment(day: date) -> datetime:
    """Ten o'clock in Viet Nam, in UTC."""
    return datetime.combine(day, time(3, 0))


def _deadlines() -> list[dict[str, str]]:
    """The deadlines of the law, and invented ones of the province in place of those of its real plan."""
    own = {
        "bo_han": "Kế hoạch minh họa", "ky_bao_cao": "Q", "thang_thu": "4", "ngay_han": "10", "ma_tinh": PROVINCE, "tu_ngay": "01/01/2021",
        "nguon": "Kế hoạch minh họa năm 2021", "vi_tri": "Phần tổ chức thực hiện",
    }  # fmt: skip
    return [own, *(row for row in _read("deadlines.csv") if not row["ma_tinh"])]


def figures(seed: int = 1) -> list[dict[str, str]]:
    """Every row of the invented ``figures.csv``: targets first, then the units, then the province's own figures."""
    units = units_of_hatinh(seed)
    silent = _silent(units, seed)
    rows = [row for subject in SUBJECTS for row in _targets(subject, units)]
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


def units_of_hatinh(seed: int) -> list[Unit]:
    """Every state of every district and commune, oldest first; later ones get their size and skill from those they came from."""
    states = [row for row in _read("units.csv") if row["ma_tinh"] == PROVINCE and row["cap"] != "tinh"]
    levels = {short: name for name, short in _LEVELS.items()}
    born = sorted(
        (
            Unit(row["ma_don_vi"], row["ten"], levels[row["cap"]], date.fromisoformat(row["hieu_luc_tu"]),
                 date.fromisoformat(row["hieu_luc_den"]) if row["hieu_luc_den"] else None)
            for row in states
        ),
        key=lambda unit: (unit.begins, unit.code),
    )  # fmt: skip
    lineage = _read("unit_lineage.csv")
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


def _silent(units: Sequence[Unit], seed: int) -> dict[date, set[str]]:
    """First day of a state -> codes of those that never report."""
    chance = Random(f"{seed} silent")
    oldest = min(unit.begins for unit in units)

    def some(count: int, level: str, begins: date) -> list[str]:
        return chance.sample(sorted(unit.code for unit in units if unit.begins == begins and unit.level == level), count)

    return {
        oldest: {*some(_SILENT, "commune", oldest), *some(_SILENT_DISTRICTS, "district", oldest)},
        _REFORM: set(some(_SILENT_TODAY, "commune", _REFORM)),
    }


def rate(subject: Subject, unit: Unit, year: int, period: str, seed: int) -> float:
    """Percent that a unit reached in a quarter: an S-curve to a plateau of its own, and a dip after the reform of July 2025."""
    at = QUARTERS.index((year, period))
    chance = Random(f"{seed} {subject.indicator} {unit.code} {at}")
    own = Random(f"{seed} {subject.indicator} {unit.code}")
    pace = own.uniform(2.2, 4.5)
    done = 1 / (1 + exp(-((at - subject.middle - unit.late) / pace + unit.skill)))
    plateau = min(1.0, own.uniform(0.82, 1.05))
    since = at - QUARTERS.index((2025, "Q3"))
    dip = 0.14 * exp(-since / 1.6) if since >= 0 and unit.begins >= _REFORM else 0
    value = subject.floor + (subject.top - subject.floor) * done * (plateau - dip) + chance.gauss(0, 1.6)
    return max(0.0, min(100.0, value))


def _unit_rows(subject: Subject, unit: Unit, seed: int, silent: bool) -> Iterator[_Part]:
    level = _LEVELS[unit.level]
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
    yield _result(subject, unit.code, level, year, period, first, denominator, _report(year, period), estimate=drawn > 0.97)
    if drawn < 0.03 and (year, period) != QUARTERS[-1]:
        later = QUARTERS[QUARTERS.index((year, period)) + 1]
        yield _result(subject, unit.code, level, year, period, numerator, denominator, _report(*later), note="Số điều chỉnh.")
    elif drawn < 0.04:
        yield _result(subject, unit.code, level, year, period, numerator * 0.8, denominator, _inspection(year, period))


def _province_rows(subject: Subject, parts: Sequence[_Part], seed: int) -> Iterator[dict[str, str]]:
    """What the province itself says: of its own level, and of its districts and communes, a little beside their sum."""
    for year, period in QUARTERS:
        for level in subject.levels.split("/"):
            numerator, denominator = _of_province(subject, parts, level, year, period, seed)
            if denominator:
                yield _result(subject, PROVINCE, level, year, period, numerator, denominator, _report(year, period))
                if period == "Q4" and subject.accumulation != "trong_ky":
                    yield _result(subject, PROVINCE, level, year, "N", numerator, denominator, _report(year, period))
        if period == "Q4" and subject.accumulation == "trong_ky":
            yield from _year_rows(subject, parts, year, seed)


def _year_rows(subject: Subject, parts: Sequence[_Part], year: int, seed: int) -> Iterator[dict[str, str]]:
    for level in subject.levels.split("/"):
        pairs = [_of_province(subject, parts, level, year, f"Q{quarter}", seed) for quarter in range(1, 5)]
        if all(denominator for _, denominator in pairs):
            numerator, denominator = (sum(pair[one] for pair in pairs) for one in (0, 1))
            yield _result(subject, PROVINCE, level, year, "N", numerator, denominator, _report(year, "Q4"))


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


def _targets(subject: Subject, units: Sequence[Unit]) -> Iterator[dict[str, str]]:
    """What the province sets for its levels by year, none for districts once they end; a few communes have set themselves more."""
    ahead = {"tinh": 10, "huyen": 5, "xa": 0}
    for year, value in subject.targets.items():
        for level in subject.levels.split("/"):
            if level != "huyen" or year < _REFORM.year:
                amount = value - ahead[level] if subject.lower else min(100, value + ahead[level])
                yield _target(subject, PROVINCE, level, year, amount, f"Kế hoạch minh họa năm {year}")
    for unit in [unit for unit in units if unit.level == "commune" and unit.begins == _REFORM][::14]:
        if 2026 in subject.targets and not subject.lower:
            amount = min(100, subject.targets[2026] + 5)
            yield _target(subject, unit.code, "xa", 2026, amount, "Kế hoạch minh họa của xã, phường năm 2026")


def _target(subject: Subject, code: str, level: str, year: int, value: float, document: str) -> dict[str, str]:
    sign, end = ("<=", "chi_tieu_den") if subject.lower else (">=", "chi_tieu_tu")
    return {
        "ma_chi_tieu": subject.indicator, "cap": level, "don_vi": code, "nam": str(year), "ky": "N",
        "chi_tieu": f"{'tối đa' if subject.lower else 'tối thiểu'} {grouped(value, 1)}%", "dau": sign, end: str(value), "nguon": document, "vi_tri": "Biểu mục tiêu",
    }  # fmt: skip


def weights() -> list[dict[str, str]]:
    """An invented set of points for communes and districts: until 2024 on a scale of 1000, since then other points on 100."""
    versions = (
        (1000, "01/01/2021", "01/01/2025", {"CQ.06": 200, "CQ.25": 150, "CQ.04": 100, "CQ.08": 100, "CQ.63": 100, "HT.07": 200, "NL.07": 150}),
        (100, "01/01/2025", "", {"CQ.06": 25, "CQ.25": 15, "CQ.04": 10, "CQ.08": 10, "CQ.63": 10, "HT.07": 10, "NL.07": 15, "HT.45": 5}),
    )  # fmt: skip
    rows = []
    for scale, begins, ends, points in versions:
        for level in ("huyen", "xa"):
            there = {code: most for code, most in points.items() if level == "xa" or code != "HT.45"}
            there["HT.07"] += scale - sum(there.values())
            rows += [
                _weight(number, code, most, scale, level, begins, ends)
                for number, (code, most) in enumerate(there.items(), start=1)
            ]
    return rows


_PARTS = {"CQ": "Chính quyền số", "HT": "Hạ tầng số", "NL": "Nhân lực số"}
_HALVES = {"CQ.63": "95:{0}/80:{1}", "HT.45": "10:{0}/20:{1}"}  # these are scored by steps: all of the points, half of them


def _weight(line: int, code: str, most: int, scale: int, level: str, begins: str, ends: str) -> dict[str, str]:
    steps = _HALVES.get(code, "").format(most, most / 2)
    return {
        "ma_bo_chi_so": "MINH-HOA", "ten_bo_chi_so": f"Bộ chỉ số minh họa từ {begins[-4:]}", "thang_diem": str(scale), "cap": level,
        "tu_ngay": begins, "den_ngay": ends, "thu_tu": str(line), "nhom_diem": _PARTS[code[:2]], "ma_chi_tieu": code, "diem_toi_da": str(most),
        "cach_cham": "bac" if steps else "ty_le", "dat_toi_da_tai": "90" if code == "CQ.25" else "", "cac_bac": steps,
        "khong_ap_dung": "phường" if code == "HT.45" else "", "nguon": "Bộ chỉ số minh họa", "vi_tri": "Bảng điểm",
        "ghi_chu": f"{SAMPLE}: bộ điểm không có thật.",
    }  # fmt: skip


def _report(year: int, period: str) -> str:
    return f"Báo cáo minh họa quý {roman(period)}/{year}"


def _inspection(year: int, period: str) -> str:
    return f"Kết luận kiểm tra minh họa quý {roman(period)}/{year}"


def _documents() -> list[dict[str, str]]:
    def document(number: str, kind: str, day: date) -> dict[str, str]:
        told = f"{day:%d/%m/%Y}"
        return {
            "so_hieu": number, "loai": kind, "ten": f"{SAMPLE}: văn bản không có thật", "co_quan": SAMPLE, "ngay": told,
            "ngay_xep": told, "ma_don_vi": PROVINCE, "ghi_chu": f"{SAMPLE}, không phải số liệu thật.",
        }  # fmt: skip

    plans = [document(f"Kế hoạch minh họa năm {year}", "kế hoạch", date(year, 1, 15)) for year in range(2021, 2027)]
    plans.append(document("Kế hoạch minh họa của xã, phường năm 2026", "kế hoạch", date(2026, 2, 10)))
    for year, period in QUARTERS:
        day = period_end(year, period) + timedelta(days=5)
        plans += [document(_report(year, period), "báo cáo", day), document(_inspection(year, period), "báo cáo", day)]
    return plans


def _indicators() -> list[dict[str, str]]:
    """The catalogue as it is; of the invented figures it says how they add up, and that they are due by the quarter."""
    told = {subject.indicator: {"cach_cong": subject.accumulation, "ky_bao_cao": "Q", "tre_so_lieu": "0"} for subject in SUBJECTS}
    return [row | told.get(row["ma_chi_tieu"], {}) for row in _read("indicators.csv")]


def _read(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _write(path: Path, rows: Sequence[Mapping[str, str]], like: str = "") -> None:
    """Write rows with the heading of the shipped file of that name, or of ``like``."""
    with (FOLDER / (like or path.name)).open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, header, restval="")
        writer.writeheader()
        writer.writerows(rows)

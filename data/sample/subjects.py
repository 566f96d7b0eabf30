"""What the illustrative figures are about: indicators of the real catalogue, how their figures are to look, and the documents that say them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from data.vietnamese.periods import roman

PROVINCE = "42"
QUARTERS = [(year, f"Q{quarter}") for year in range(2021, 2027) for quarter in range(1, 5) if (year, quarter) <= (2026, 3)]

REFORM = date(2025, 7, 1)

LEVELS = {"province": "tinh", "district": "huyen", "commune": "xa"}


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


def report_of(year: int, period: str) -> str:
    """The name of the report of a quarter."""
    return f"Báo cáo minh họa quý {roman(period)}/{year}"


def inspection_of(year: int, period: str) -> str:
    """The name of an inspection that says otherwise."""
    return f"Kết luận kiểm tra minh họa quý {roman(period)}/{year}"

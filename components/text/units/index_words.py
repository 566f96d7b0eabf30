"""What is said of an index: who leads, what is missing for a number, what was taken out, how each line is scored."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from components.text import formats, times
from queries.rows import Rows

LEAST = 5  # fewer units with a number are not ranked
_SWAPPED = str.maketrans(",.", ".,")
_UNITS = {"province": "tỉnh", "district": "đơn vị cấp huyện", "commune": "đơn vị cấp xã"}


@dataclass(frozen=True)
class IndexChoice:
    """An index, its level and period, and the unit that is looked at ('' = the first one). ``about``: its row of ``index_list``."""

    index_id: str
    level: str
    year: int
    period: str
    unit_id: str
    about: Any

    @property
    def key(self) -> dict[str, Any]:
        """The parameters of ``index_ranking``."""
        return {"level": self.level, **self.sum_key}

    @property
    def sum_key(self) -> dict[str, Any]:
        """The parameters of ``index_sum``, but for the unit."""
        return {"index_id": self.index_id, "year": self.year, "period": self.period}


def units(level: str) -> str:
    """'đơn vị cấp xã'."""
    return _UNITS[level]


def points(value: float | None) -> str:
    """Points with two decimals: '58,00', '1.024,50'; '–' for none."""
    return formats.NOTHING if value is None else f"{value:,.2f}".translate(_SWAPPED)


def most(value: float) -> str:
    """Points of a line as few decimals as they need: '20', '62,5'."""
    return formats.number(value, 2)


def missing(row: Any) -> str:
    """'thiếu 2 trong 12 chỉ tiêu (18 trong 100 điểm)'; '' where nothing is missing. Takes a row of ``index_ranking``."""
    if not row.missing:
        return ""
    return f"thiếu {row.missing} trong {row.lines} chỉ tiêu ({most(row.missing_points)} trong {most(row.line_points)} điểm)"


def outside(row: Any) -> str:
    """What was taken out and what was done to the others; '' where nothing was. Takes a row of ``index_ranking``."""
    if not row.outside:
        return ""
    return (
        f"{row.outside} chỉ tiêu không áp dụng ({most(row.outside_points)} điểm) được bỏ ra, "
        f"{most(row.line_points)} điểm còn lại quy về thang {row.scale}"
    )


def standing(row: Any) -> str:
    """One unit in a line: its points and rank, or what is missing. Takes a row of ``index_ranking``."""
    if row.score is None:
        known = f"; các chỉ tiêu có số được {points(row.known_score)} điểm" if row.known_score is not None else ""
        return (
            f"chưa tính được điểm: {missing(row)}{known}" if row.missing else "không chỉ tiêu nào của bộ áp dụng cho đơn vị này"
        )
    ranked = (
        f"hạng {row.rank} trong {row.ranked} đơn vị tính được điểm"
        if row.rank
        else f"dưới {LEAST} đơn vị tính được điểm nên không xếp hạng"
    )
    return "; ".join(filter(None, [f"{points(row.score)} trên {row.scale} điểm, {ranked}", outside(row)]))


def headline(rows: Rows[Any], chosen: IndexChoice) -> str:
    """The finding: who leads and how many have no number."""
    scored = rows.having("score")
    when, who = formats.inside(times.period(chosen.period, chosen.year)), units(chosen.level)
    if not scored:
        return f"Chưa {who} nào trong {len(rows)} tính được điểm tổng hợp {when}: còn thiếu số liệu"
    short = len([row for row in rows if row.score is None and row.missing])
    lacking = f"; {short} còn thiếu số liệu" if short else ""
    first = scored[0]
    equal = len(scored.where(rank=1))
    leads = (
        f"{first.unit_name}{f' và {equal - 1} đơn vị khác cùng' if equal > 1 else ''} đứng đầu với {points(first.score)}/{first.scale} điểm"
        if first.rank
        else f"{len(scored)} {who} tính được điểm"
    )
    return (
        f"{leads}; {len(scored)} trong {len(rows)} {who} tính được điểm {when}{lacking}"
        if first.rank
        else f"{leads} {when}{lacking}"
    )


def source(about: Any) -> str:
    """Name, version and document of a set. Takes a row of ``index_list``."""
    return f"{about.index_name} · thang {about.scale} điểm · {about.document}, {about.locator}"


def scoring(row: Any) -> str:
    """How a line is scored. Takes a row of ``index_sum``."""
    if row.form == "steps":
        ask = "đến" if row.direction == "lower" else "từ"
        steps = [step.split(":") for step in (row.steps or "").split("/")]
        said = [f"{ask} {_amount(float(bound), row)}: {most(float(given))} điểm" for bound, given in steps]
        return "; ".join([*said, "còn lại: 0"])
    return f"kết quả chia {_amount(row.full_at, row)}, nhiều nhất 1"


def _amount(value: float, row: Any) -> str:
    return formats.amount(value, row.unit_of_measure or "")


def result(row: Any) -> str:
    """The result of a line, or why there is none. Takes a row of ``index_sum``."""
    if row.state == "not_applicable":
        return "không áp dụng"
    if row.indicator_id is None:
        return "danh mục chưa có chỉ tiêu"
    return "chưa có số" if row.state == "missing" else _amount(round(row.actual, 2), row)


def product(row: Any) -> str:
    """'0,80 × 50 = 40,00': how the points of a line come about; '' where there are none. Takes a row of ``index_sum``."""
    return "" if row.score is None else f"{formats.number(round(row.share, 4), 4)} × {most(row.weight)} = {points(row.score)}"

"""What a ranking says: how many reached their target, who has not reported, where one unit stands, why a number is missing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from components.text import formats, headlines, times
from data.vietnamese import dates
from data.vietnamese.numbers import MINUS
from data.vietnamese.periods import period_end
from queries.rows import Rows

UNITS = {"commune": "xã, phường", "district": "huyện"}
NAMED = 8  # more units are counted, not named
LEAST = 5  # fewer units with a number are not ranked
REASONS = {
    "incomplete": "xấp xỉ, thiếu số của xã cũ",
    "split": "xấp xỉ, không tính xã bị chia",
    "parts": "không tổng hợp được: các xã cũ chỉ nêu tỷ lệ, không có tử số, mẫu số",
    "kind": "không tổng hợp được: loại số này không cộng được",
    "accumulation": "không tổng hợp được: danh mục chưa nói cách cộng",
}
_NO_SPLIT = "không tổng hợp được: có xã bị chia"


@dataclass(frozen=True)
class RankingChoice:
    """What is ranked. ``units_of`` as in ``unit_value``; ``moved``: the map has changed since; ``unit_id``: '' = nobody is looked for."""

    indicator_id: str
    level: str
    year: int
    period: str
    units_of: str
    moved: bool
    by_improvement: bool
    unit_id: str

    @property
    def on_day(self) -> date:
        """The day whose units are ranked."""
        return dates.today() if self.units_of == "today" else period_end(self.year, self.period)

    @property
    def key(self) -> dict[str, str | int]:
        """The parameters of the reads about it."""
        return {"indicator_id": self.indicator_id, "level": self.level, "year": self.year, "period": self.period}


def headline(rows: Rows[Any], level: str, year: int, period: str, units_of: str) -> str:
    """The finding: who reached the target and who did not report; without one target, the middle and the ends."""
    having, silent = rows.having("actual"), [row for row in rows if not row.has_result]
    when, who = formats.inside(times.period(period, year)), UNITS[level]
    if units_of == "today":
        return f"{len(having)} trong {len(rows)} {who} hiện nay tính lại được cho {when}{_middle(having)}"
    missing = f"; {len(silent)} đơn vị chưa báo cáo" if silent else ""
    judged = [row for row in having if row.required is not None and row.mark in ("met", "near", "missed", "not_due")]
    if not judged:
        return f"{len(having)} trong {len(rows)} {who} có số {when}{_middle(having)}{missing}"
    met, targets = (
        sum(row.mark == "met" for row in judged),
        {formats.target(row) for row in judged if row.target_from == "province"},
    )
    aim = f" {next(iter(targets))}" if len(targets) == 1 else ""
    return f"{met} trong {len(having)} {who} đã báo cáo đạt mục tiêu{aim}, {when}{missing}"


def _middle(rows: Rows[Any]) -> str:
    """': trung vị 93,30%' of five units or more; ': từ 60% đến 80%' or ': 60%' of fewer, which have no middle to speak of."""
    if not rows:
        return ""
    if len(rows) >= LEAST:
        return f": trung vị {value(rows[0].median, rows[0].unit_of_measure)}"
    ends = sorted({row.actual for row in rows})
    said = [formats.amount(end, "%" if rows[0].unit_of_measure == "%" else "") for end in (ends[0], ends[-1])]
    return f": từ {said[0]} đến {said[1]}" if len(ends) > 1 else f": {said[0]}"


def value(number: float | None, unit_of_measure: str) -> str:
    """A value with as many decimals as its neighbours: '69,30%', '1.410'."""
    if number is None:
        return formats.NOTHING
    if unit_of_measure != "%":
        return formats.number(number, 0 if float(number).is_integer() else 2)
    return f"{number:.2f}".replace(".", ",") + "%"


def gap(number: float | None, unit_of_measure: str) -> str:
    """A difference with its sign and as many decimals as its neighbours: '+4,00', '−11,02'; '' for none."""
    if number is None:
        return ""
    if unit_of_measure != "%":
        return formats.signed(number)
    return f"{'+' if number > 0 else MINUS if number < 0 else ''}{abs(number):.2f}".replace(".", ",")


def moved(places: int | None) -> str:
    """'▲ 3', '▼ 2', '=': places won and lost since the period before; '' for none."""
    if places is None:
        return ""
    return "=" if places == 0 else f"{'▲' if places > 0 else '▼'} {abs(places)}"


def moved_words(places: int | None) -> str:
    """The same for who cannot see it: 'lên 3 bậc'."""
    if places is None:
        return "không có thứ hạng kỳ trước"
    return "giữ hạng" if places == 0 else f"{'lên' if places > 0 else 'xuống'} {abs(places)} bậc"


def parts(row: Any) -> str:
    """How a number on the map of today came about: '2 trong 3 xã · xấp xỉ: …'; '' where there is nothing to say."""
    if row.reason is None or row.parts is None:
        return ""
    reason = _NO_SPLIT if row.reason == "split" and row.actual is None else REASONS[row.reason]
    return f"{row.known} trong {row.parts} xã · {reason}"


def parts_short(row: Any) -> str:
    """The same for a narrow place: 'xấp xỉ, 2 trong 3 xã'."""
    if row.reason is None or row.parts is None:
        return ""
    return "xấp xỉ, có xã bị chia" if row.reason == "split" else f"xấp xỉ, {row.known} trong {row.parts} xã"


def sums(row: Any, level: str, unit_of_measure: str) -> str:
    """'Tỉnh báo 76,50%, cộng từ 61 trong 69 xã, phường 73,58% (chênh +2,92 điểm %)'; takes the row of ``level_sum``."""
    whole = f"{row.summed} trong {row.units} {UNITS[level]}"
    own = f"Tỉnh báo {of(row.own, unit_of_measure)}" if row.own is not None else "Tỉnh không báo số của cấp này"
    if row.total is None:
        return f"{own}; cộng từ các đơn vị: {_why(row.reason)}."
    difference = f" (chênh {formats.change(round(row.difference, 2), unit_of_measure)})" if row.difference is not None else ""
    return f"{own}, cộng từ {whole}: {of(row.total, unit_of_measure)}{difference}."


def _why(reason: str | None) -> str:
    return {
        "kind": "không tổng hợp được, vì loại số này không cộng được",
        "accumulation": "không tổng hợp được, vì danh mục chưa nói cách cộng (cach_cong)",
        "parts": "không tổng hợp được, vì không đơn vị nào nêu tử số và mẫu số",
    }.get(reason or "", "không tổng hợp được")


def of(number: float | None, unit_of_measure: str) -> str:
    """A value with its unit: '76,50%', '1.378 người'; '–' for none."""
    text = value(number, unit_of_measure)
    return text if number is None or unit_of_measure == "%" else f"{text} {unit_of_measure}"


def standing(row: Any, total: int) -> str:
    """Where one unit stands, in one line: rank, distance to target and to the middle, change."""
    if row.actual is None:
        return "chưa báo cáo bằng số trong kỳ này, không xếp hạng."
    said = [f"{value(row.actual, row.unit_of_measure)}"]
    said.append(
        f"hạng {row.rank} trong {row.ranked} đơn vị có số"
        if row.rank
        else f"không xếp hạng: chỉ {row.ranked} trong {total} đơn vị có số"
    )
    if row.gap is not None:
        so_far = f"lũy kế từ đầu năm {value(row.to_date, row.unit_of_measure)}, " if headlines.by_year(row) else ""
        said.append(f"{so_far}{_side(row.gap)} mục tiêu {formats.target(row)} {_distance(row.gap, row.unit_of_measure)}")
    said.append(f"{_side(row.actual - row.median)} trung vị {_distance(row.actual - row.median, row.unit_of_measure)}")
    if row.change is not None:
        before = formats.inside(times.period(row.previous_period, row.previous_year))
        said.append(
            f"so với {before}: {formats.change(round(row.change, 2), row.unit_of_measure)}, {moved_words(row.rank_change)}"
        )
    return "; ".join(said) + "."


def judged(rows: Rows[Any]) -> str:
    """What the distances are measured by, where it is not the number beside them; and whose number nobody can measure: an earlier period is missing,
    or the catalogue does not say how parts of a year add up."""
    unknown = [
        row
        for row in rows
        if row.actual is not None
        and row.basis != "stated"
        and row.required is not None
        and row.gap is None
        and row.to_date is None
    ]
    if not unknown and not any(map(headlines.by_year, rows)):
        return ""
    said = "Mục tiêu là của cả năm: chênh lệch và đạt hay chưa xét trên số lũy kế từ đầu năm; thứ hạng xét trên số của kỳ."
    return f"{said} {_unknown(unknown)}".strip()


def _unknown(rows: Sequence[Any]) -> str:
    if not rows:
        return ""
    of_units = hasattr(rows[0], "unit_name")  # else the indicators of one unit
    names = dict.fromkeys(row.unit_name if of_units else row.short_name for row in rows)
    named = f": {', '.join(names)}" if len(names) <= NAMED else ""
    return f"Chưa xét được {len(names)} {'đơn vị' if of_units else 'chỉ tiêu'} vì không biết số lũy kế từ đầu năm{named}."


def _side(number: float) -> str:
    return "hơn" if number >= 0 else "kém"


def _distance(number: float, unit_of_measure: str) -> str:
    return formats.distance(round(number, 2), unit_of_measure)


def whose_target(row: Any) -> str:
    """Whose plan a unit's target is of; '' where it has none."""
    if row.target_from is None:
        return ""
    whose = "của chính đơn vị" if row.target_from == "own" else "tỉnh giao chung cho cấp"
    year = f", năm {row.target_year}" if row.target_year else ""
    return f"Mục tiêu {formats.target(row)}: {whose}{year} ({row.target_document})."


def targets(rows: Rows[Any]) -> str:
    """How many units go by their level's target and how many by one of their own; '' where nobody has one."""
    own, common = (sum(row.target_from == whose for row in rows) for whose in ("own", "province"))
    if not own:
        return "Đơn vị không có mục tiêu riêng dùng mục tiêu tỉnh giao cho cấp của mình." if common else ""
    return f"{common} đơn vị dùng mục tiêu tỉnh giao cho cấp, {own} đơn vị có mục tiêu riêng trong kế hoạch của mình."


def tiles_note(level: str) -> str:
    """How the tiles of a map came to stand where they stand."""
    what = (
        "Mỗi ô một huyện"
        if level == "district"
        else "Mỗi ô một xã, phường, trong khối của huyện cũ (xã mới: huyện có nhiều xã cũ nhập vào nhất)"
    )
    return f"{what}; bấm vào ô để mở hồ sơ đơn vị. Dấu ~ là số ước tính, chưa được tính là đạt. Khối xếp theo vị trí tương đối của các huyện, không theo diện tích hay ranh giới."

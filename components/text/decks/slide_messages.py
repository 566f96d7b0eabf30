"""What slides say in their message line: counts by how a target is known to stand, the farthest from its target, changes.

``states`` are what counts each row of ``target_list``, see ``state``. Drafted from figures, never beyond them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from components.text import formats, headlines, times
from queries.rows import Rows

NEWEST = "newest"
STATES = {  # in the order of need: what so many targets came to
    "missed": "chưa đạt",
    "near": "gần đạt",
    "behind": "chậm so với mốc cần có",
    "on_pace": "kịp tiến độ",
    "stated": "văn bản nói đã hoàn thành, không nêu số",
    "met": "đạt",
    "disputed": "đạt theo số mà văn bản xếp chưa đạt",
    "not_comparable": "có kết quả một phần năm, chưa so được với mục tiêu năm",
    "unjudged": "có kết quả bằng lời, văn bản không xếp đạt hay chưa",
    "no_result": "quá hạn, chưa có kết quả",
    "not_due": "chưa đến hạn",
}


def state(row: Any, paces: Rows) -> str:
    """What counts a row of ``target_list``: its mark; where its day is not over, how a part of the year keeps up (``milestone_list``)."""
    if row.mark == "met" and row.disputed:
        return "disputed"
    if row.mark in ("missed", "near", "met", "stated") or not row.has_result:
        return str(row.mark)
    if not row.comparable or row.mark == "no_result":
        return "not_comparable" if not row.comparable else "unjudged"
    found = paces.where(indicator_id=row.indicator_id, level=row.level, period=row.period)
    return str(found[0].pace) if found else str(row.mark)


def counted(states: Iterable[str]) -> str:
    """'5 chưa đạt, 1 gần đạt, 14 văn bản nói đã hoàn thành, không nêu số, 1 đạt theo số mà văn bản xếp chưa đạt'."""
    found = Counter(states)
    return ", ".join(f"{found[name]} {words}" for name, words in STATES.items() if found[name])


def when(rows: Rows, period: str, year: int) -> str:
    """The period that slides are about: 'năm 2022', 'quý III năm 2026'; the newest of each figure is said where parts of the year count."""
    if period != NEWEST:
        return formats.inside(times.period(period, year))
    parts = {row.period for row in rows if row.has_result} - {"N"}
    return f"năm {year}" + (", kết quả mới nhất" if parts else "")


def overview(name: str, rows: Rows, states: Sequence[str], said: str) -> str:
    """'Tỉnh Hà Tĩnh năm 2022: 21 mục tiêu: 5 chưa đạt, …'; where all came to the same, 'cả 28 mục tiêu quá hạn, chưa có kết quả'."""
    years = sorted(set(rows.values("target_year")) - set(rows.values("year")))
    against = f" (mục tiêu năm {', '.join(map(str, years))})" if years else ""
    if len(set(states)) == 1 and len(rows) > 1:
        return f"{name} {said}: cả {len(rows)} mục tiêu{against} {STATES[states[0]]}"
    return f"{name} {said}: {len(rows)} mục tiêu{against}: {counted(states)}"


def overdue(rows: Rows) -> str:
    """'Quá hạn, chưa có kết quả: 28 mục tiêu năm 2023, 32 mục tiêu năm 2025.' Takes year and number; '' for none."""
    years = ", ".join(f"{row.targets} mục tiêu năm {row.year}" for row in rows)
    return f"Quá hạn, chưa có kết quả: {years}." if years else ""


def pillars(rows: Rows, states: Sequence[str]) -> str:
    """The pillar that misses the largest share of what can be judged, with its numbers; then those of which only words are known."""
    known = {
        name: [state for row, state in zip(rows, states, strict=True) if row.pillar_name == name]
        for name in rows.by("pillar_name")
    }
    if not set(states) & {"missed", "near", "met", "stated", "disputed", "behind", "on_pace"}:
        return f"{len(rows)} mục tiêu trong {len(known)} nhóm: {counted(states)}"
    behind = {name: sum(state in ("missed", "near", "behind") for state in own) for name, own in known.items()}
    worst = sorted(
        (name for name in known if behind[name]), key=lambda name: (-behind[name] / len(known[name]), -len(known[name]))
    )
    said = [f"{name} ({behind[name]} trong {len(known[name])} mục tiêu)" for name in worst[:2]]
    unmeasured = [name for name, own in known.items() if set(own) == {"stated"}]
    words = f"{len(unmeasured)} trong {len(known)} nhóm chỉ có văn bản nói đã hoàn thành, không nêu số" if unmeasured else ""
    first = f"{_kinds(states)} nhiều nhất theo tỷ lệ: {', '.join(said)}" if said else "Không nhóm nào có mục tiêu chưa đạt"
    return "; ".join(filter(None, [first, words]))


def _kinds(states: Sequence[str]) -> str:
    """What so many targets are that need work: 'Chưa hoặc gần đạt', 'Chậm tiến độ', 'Chưa, gần đạt hoặc chậm'."""
    missed, behind = bool({"missed", "near"} & set(states)), "behind" in states
    return "Chưa, gần đạt hoặc chậm" if missed and behind else formats.PACES["behind"][1] if behind else "Chưa hoặc gần đạt"


def lacking_words(rows: Rows) -> str:
    """What is said of the others of these rows: 'chưa đạt', 'chậm tiến độ', 'chưa đạt hoặc chậm'."""
    marks = set(rows.values("mark")) if "mark" in rows.columns else set()
    if "behind" not in marks:
        return "chưa đạt"
    return "chậm tiến độ" if marks == {"behind"} else "chưa đạt hoặc chậm"


def shortfall(rows: Rows, *, earlier: bool = False) -> str:
    """What lacks the largest share of its target: 'Xa mục tiêu nhất tính theo tỷ lệ: hồ sơ điện tử, cấp xã: 20% so với mục
    tiêu 30%, thiếu 10 điểm %'; says how many lack as large a share, and how many are missed in words.

    Takes missed rows of ``target_list``, the worst first; ``earlier``: of ``open_target``, whose results are of an earlier period.
    """
    numbers = rows.having("gap")
    if not numbers:
        return f"{len(rows)} mục tiêu chưa đạt, kết quả bằng lời" if rows and not earlier else ""
    first = numbers[0]
    if abs(first.gap) < 0.005:
        return (
            f"Kết quả gần nhất đã ngang mức cả {len(numbers)} mục tiêu được so" if len(numbers) > 1 else _beside(first, earlier)
        )
    if len(numbers) == 1:
        sentence = _beside(first, earlier)
    else:
        alike = sum(_share(row) == _share(first) for row in numbers[1:])
        sentence = f"Xa mục tiêu nhất tính theo tỷ lệ: {_beside(first, earlier, inside=True)}" + (
            f"; {alike} mục tiêu khác cùng tỷ lệ" if alike else ""
        )
    words = len(rows) - len(numbers)
    return f"{sentence}; {words} mục tiêu khác chưa đạt, kết quả bằng lời" if words and not earlier else sentence


def _share(row: Any) -> float | None:
    return round(row.gap / row.required, 6) if row.required else None


def _beside(row: Any, earlier: bool, *, inside: bool = False) -> str:
    """'Hồ sơ điện tử, cấp xã: 20% (2022) so với mục tiêu 30%, thiếu 10 điểm %'."""
    where = "" if row.level == "all" else f", {formats.LEVEL_PHRASES[row.level]}"
    last = f" ({times.tick(row.last_period, row.last_year)})" if earlier else _part(row)
    name = _inside(row.short_name) if inside else row.short_name
    so_far = (
        f", lũy kế từ đầu năm {formats.amount(row.to_date, row.unit_of_measure)},"
        if not earlier and headlines.by_year(row)
        else ""
    )
    return f"{name}{where}: {formats.result(row)}{last}{so_far} so với mục tiêu {formats.target(row)}, {headlines.lacking(row)}"


def _part(row: Any) -> str:
    return "" if row.period == "N" else f" ({times.tick(row.period, row.year)})"


def changes(rows: Rows) -> str:
    """The change that stands first. Takes rows of ``change_list``."""
    first = rows[0]
    where = "" if first.level == "all" else f", {formats.LEVEL_PHRASES[first.level]}"
    return (
        f"So với kết quả trước: {_inside(first.short_name)}{where}, từ {previous(first)} "
        f"({times.tick(first.previous_period, first.previous_year)}) đến {formats.result(first)} "
        f"({times.tick(first.period, first.year)}), {formats.change(first.change, first.unit_of_measure)}"
    )


def previous(row: Any) -> str:
    """The result before it, as its document puts it."""
    return formats.qualified(row.previous_actual, row.previous_qualifier, row.unit_of_measure)


def period(rows: Rows, states: Sequence[str], others: int, code: str, year: int) -> str:
    """'Quý III năm 2026: 12 kết quả được báo cáo; 10 có mục tiêu: 4 kịp tiến độ, 3 chậm so với mốc cần có, …'.

    Takes rows of ``target_list`` for the period, and how many results stand beside no target.
    """
    sentence = f"{times.period(code, year)}: {len(rows) + others} kết quả được báo cáo"
    return f"{sentence}; {len(rows)} có mục tiêu: {counted(states)}" if rows else f"{sentence}, chưa kết quả nào có mục tiêu"


def levels(rows: Rows, year: int, *, where: str = "") -> str:
    """Comparison of levels for one indicator, the claims without a number said. Takes its rows of ``level_comparison``.

    ``where``: which of several charts it is about.
    """
    name = f"{rows[0].short_name} ({where})" if where else rows[0].short_name
    reported = [row for row in rows if row.basis]
    if not reported:
        targets = ", ".join(f"{formats.LEVELS[row.level].lower()} {formats.target(row)}" for row in rows)
        return f"{name} năm {year}: mục tiêu {targets}; chưa có kết quả"
    return f"{name} năm {year}: {', '.join(map(_level, reported))}"


def _level(row: Any) -> str:
    who, verdict = formats.LEVELS[row.level].lower(), formats.verdict(row).lower()
    if row.mark == "stated":
        return f"{who} đạt theo văn bản, không nêu số"
    disputed = ", văn bản xếp khác" if row.disputed else ""
    gap = formats.change(row.gap, "%") if row.gap else ""
    beside = f"{gap}{disputed}".removeprefix(", ")
    return f"{who} {verdict}" + (f" ({beside})" if beside else "")


def _inside(name: str) -> str:
    """A name inside a sentence: its first letter small, unless it opens with an abbreviation."""
    return name[0].lower() + name[1:] if name[1:2].islower() or name[1:2] == " " else name

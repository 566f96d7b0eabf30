"""What a figure says in words: headlines, notes, alternative texts. Drafted from figures, never beyond them."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from components.text import formats, pace
from queries.rows import Rows


def overview(name: str, counts: Rows, gaps: Rows, year: int) -> str:
    """'Tỉnh Hà Tĩnh năm 2022: 14 trong 21 mục tiêu đạt, 5 chưa đạt; cần chú ý trước: hồ sơ điện tử, cấp xã (−10 điểm %)'.

    Takes the columns of ``status_count`` and ``attention``.
    """
    by_status = {status: sum(rows.values("targets")) for status, rows in counts.by("status").items()}
    total = sum(by_status.values())
    judged = sum(by_status.get(status, 0) for status in ("met", "near", "missed"))
    if not judged:
        return f"{name} năm {year}: {total} mục tiêu, {_waiting(by_status)}"
    parts = [f"{by_status.get('met', 0)} trong {total} mục tiêu đạt"]
    parts += [
        f"{by_status[status]} {word}"
        for status, word in (
            ("near", "gần đạt"),
            ("missed", "chưa đạt"),
            ("no_result", "chưa có số liệu"),
            ("not_due", "chưa đến hạn"),
        )
        if by_status.get(status, 0)
    ]
    sentence = f"{name} năm {year}: " + ", ".join(parts)
    if gaps:  # the first of the chart below, so that sentence and chart say the same
        first = gaps[0]
        if first.gap is None:
            sentence += f"; cần chú ý trước: {_inside(formats.result(first))}"
        else:
            where = "" if first.level == "all" else f", {formats.LEVEL_PHRASES[first.level]}"
            sentence += f"; cần chú ý trước: {_inside(first.short_name)}{where} ({formats.gap(first.gap, first.unit_of_measure)})"
    return sentence


def _waiting(statuses: Collection[str]) -> str:
    """What targets wait for, none of which has a result to judge it by."""
    return "chưa đến hạn" if "not_due" in statuses else "chưa có số liệu kết quả"


def targets(rows: Rows, year: int) -> str:
    """'15 trong 21 mục tiêu chính năm 2022 đạt'. Takes the columns of ``indicator_matrix``."""
    statuses = rows.values("status")
    if not {"met", "near", "missed"} & set(statuses):
        return f"{len(rows)} mục tiêu chính năm {year}, {_waiting(statuses)}"
    return f"{statuses.count('met')} trong {len(rows)} mục tiêu chính năm {year} đạt"


def _inside(name: str) -> str:
    """A name inside a sentence: its first letter small, unless it opens with an abbreviation."""
    return name[0].lower() + name[1:] if name[1:2].islower() or name[1:2] == " " else name


def nothing_to_attend(counts: Rows, year: int) -> tuple[str, str]:
    """What to say, and to advise, when no target of the year is missed. Takes the columns of ``status_count``.

    Says nothing of where the targets stand: in the screenshot view that is another screen.
    """
    statuses, later = set(counts.values("status")), "Kết quả hiện ra khi văn bản hoặc đơn vị báo cáo."
    if statuses == {"met"}:
        return (
            f"Mọi mục tiêu năm {year} đều đạt.",
            f"Bảng “Tất cả {sum(counts.values('targets'))} mục tiêu chính” nêu từng mục tiêu.",
        )
    if "met" in statuses:
        return f"Mọi mục tiêu năm {year} đã có kết quả đều đạt.", f"Các mục tiêu khác còn chờ. {later}"
    return f"Chưa có kết quả nào để so với mục tiêu năm {year}.", later


def year_source(sources: Rows, earlier: Rows | None = None) -> str:
    """Source line of a year. Takes the columns of ``year_sources``.

    ``earlier``: results of earlier years shown beside them, with the columns of ``remaining`` or of ``result_change``.
    """
    locators: dict[str, set[str]] = {row.document: set(row.locators.split("; ") if row.locators else ()) for row in sources}
    days = sources.values("as_of")
    if earlier:
        names = ("actual_document", "actual_locator", "as_of")
        if "previous_document" in earlier.columns:
            names = ("previous_document", "previous_locator", "previous_as_of")
        for document, locator, known in ([getattr(row, name) for name in names] for row in earlier):
            locators.setdefault(document, set()).update([locator] if locator else [])
            days += [known] if known else []
    named = [
        ", ".join([document, *sorted(of_document)]) if len(of_document) <= 2 else document  # more fill the line
        for document, of_document in sorted(locators.items())
    ]
    stated = max(sources.values("stated_day"), default=None)
    day = f"số liệu đến ngày {formats.day(stated)}" if stated else f"văn bản ngày {formats.day(max(days))}" if days else ""
    return formats.titled(formats.source_line(named), day)


def gaps_note(rows: Rows) -> str:
    """What the bold numbers of the chart of gaps are, and what it is ordered by. Takes ``attention`` or ``remaining``."""
    measures = ", ".join(dict.fromkeys(formats.step(unit) for unit in rows.having("gap").values("unit_of_measure")))
    return f"Số đậm: kết quả trừ mục tiêu, tính bằng {measures}. Xếp theo tỷ lệ còn thiếu so với mục tiêu." if measures else ""


def gaps_alt(gaps: Rows) -> str:
    """Alternative text of the chart of gaps. Takes the columns of ``attention`` or of ``remaining``."""
    parts = []
    for row in gaps:
        where = "" if row.level == "all" else f", {formats.LEVEL_PHRASES[row.level]}"
        when = f"kết quả năm {row.from_year}" if "from_year" in gaps.columns else "kết quả"
        parts.append(
            f"{row.short_name}{where}: {when} {formats.result(row)}, mục tiêu {formats.target(row)}, {formats.STATUSES[row.status][1].lower()}"
        )
    return "Khoảng cách đến mục tiêu: " + "; ".join(parts)


def bars_alt(rows: Rows, name: str) -> str:
    """Alternative text of bars of one indicator at one level. Takes year and period, target and result."""
    parts = []
    for row in rows:
        when = formats.period(row.period, row.year)
        parts.append(
            f"{when}: mục tiêu {formats.target(row)}, kết quả {formats.result(row)}, {formats.STATUSES[row.status][1].lower()}"
        )
    return f"{name}. " + "; ".join(parts)


def indicator(trend: Rows, paths: Rows, name: str, unit_of_measure: str) -> str:
    """The last judged year at each level, else what the next target asks for. Takes whole-year rows of ``indicator_trend``."""
    results = trend.having("actual", "actual_as_written")
    if not results:
        coming = trend.having("required")
        if not coming:
            return f"{name}: chưa có số liệu kết quả"
        year = min(coming.values("year"))
        return f"{name}: mục tiêu năm {year} là {_levels(coming.where(year=year), formats.target)}, chưa có kết quả"
    year = max(results.values("year"))
    last = results.where(year=year)
    last = last.where(period=last[-1].period)
    when = formats.period(last[0].period, year)
    sentence = f"{name}, {formats.inside(when)}: {_levels(last, _judged)}"
    late, steps = pace.overdue(paths, unit_of_measure), pace.needed(pace.next_target(paths), unit_of_measure)
    if late:  # what is overdue is said first
        sentence = f"{name}: {late}"
    return f"{sentence}; {steps}" if steps else sentence


def _judged(row: Any) -> str:
    """A result with its status, where there is a target to judge it by: '45%, gần đạt'."""
    status = f", {formats.STATUSES[row.status][1].lower()}" if row.status in ("met", "near", "missed") else ""
    return formats.result(row) + status


def _levels(rows: Rows, say: Callable[[Any], str]) -> str:
    if len(rows) == 1 and rows[0].level == "all":
        return _inside(say(rows[0]))
    return "; ".join(f"{formats.LEVELS[row.level].lower()}{':' if _wordy(row, say) else ''} {_inside(say(row))}" for row in rows)


def _wordy(row: Any, say: Callable[[Any], str]) -> bool:
    """Whether what is said of a row are words, no number: 'huyện: đang triển khai chậm', but 'huyện 40%'."""
    return (row.required if say is formats.target else row.actual) is None


def picture_note(kind_of_bar: str, unit_of_measure: str, paths: Rows | None = None) -> str:
    """What the signs below the bars of a picture mean, and the dotted line. ``kind_of_bar``: what stands there, 'năm' or 'cấp'."""
    measure = formats.step(unit_of_measure)
    line = pace.note(paths, unit_of_measure)[1:] if paths else []
    return ". ".join([f"Dưới mỗi {kind_of_bar}: trạng thái và chênh lệch (kết quả trừ mục tiêu, {measure})", *line]) + "."


def levels(rows: Rows, year: int, *, where: str = "") -> str:
    """Headline of the comparison of levels for one indicator. Takes its rows of ``level_comparison``.

    ``where``: which of several charts it is about.
    """
    name = f"{rows[0].short_name} ({where})" if where else rows[0].short_name
    reported = rows.having("actual")
    if not reported:
        targets = ", ".join(f"{formats.LEVELS[row.level].lower()} {formats.target(row)}" for row in rows)
        return f"{name} năm {year}: mục tiêu {targets}; chưa có kết quả"
    results = ", ".join(
        f"{formats.LEVELS[row.level].lower()} {formats.STATUSES[row.mark][1].lower()}"
        + (f" ({formats.change(row.gap, '%')})" if row.gap else "")
        + (f", {formats.inside(formats.period(row.period, row.year))}" if row.period != "N" else "")
        for row in reported
    )
    return f"{name} năm {year}: {results}"


def owed(territory: str, rows: Rows, year: int, period: str) -> str:
    """What a unit still has to report for a period, in one sentence. Takes the rows of ``entry_list``."""
    missing, when = len(rows.where(owed=True)), formats.inside(formats.period(period, year))
    if not missing:
        return (
            f"{territory} đã có đủ số liệu của {when}"
            if rows.having("target_as_written")
            else f"{territory}: chưa có mục tiêu nào của {when}"
        )
    return f"{territory} còn {formats.number(missing, 0)} số liệu của {when} chưa báo cáo"


def shortfall(gaps: Rows) -> str:
    """What lacks the largest share of its target: 'Xa mục tiêu nhất tính theo tỷ lệ: hồ sơ điện tử, cấp xã: 20% so với mục
    tiêu 30%, thiếu 10 điểm %, tức 33,3% mục tiêu'; says how many lack as large a share, and when nothing is lacking.

    Takes the columns of ``attention``, or of ``remaining``, whose results are of an earlier year.
    """
    counted = gaps.having("gap")
    if not counted:
        return f"{len(gaps)} mục tiêu chưa đạt, kết quả bằng lời" if gaps else ""
    first = counted[0]
    where = "" if first.level == "all" else f", {formats.LEVEL_PHRASES[first.level]}"
    when = f" (năm {first.from_year})" if "from_year" in gaps.columns else ""
    sentence = f"{_inside(first.short_name)}{where}: {formats.result(first)}{when} so với mục tiêu {formats.target(first)}"
    if first.lacking_share == 0 and len(counted) > 1:
        return f"Kết quả{' gần nhất' if when else ''} đã ngang mức cả {len(counted)} mục tiêu được so"
    told_share = first.lacking_share and first.unit_of_measure != formats.RANK
    share = f", tức {formats.number(100 * first.lacking_share, 1)}% mục tiêu" if told_share else ""
    if len(counted) == 1:
        return f"{sentence[0].upper()}{sentence[1:]}, {lacking(first)}{share}"
    others = sum(row.lacking_share == first.lacking_share for row in counted[1:])
    alike = f"; {others} mục tiêu khác cùng tỷ lệ" if others else ""
    return f"Xa mục tiêu nhất tính theo tỷ lệ: {sentence}, {lacking(first)}{share}{alike}"


def lacking(row: Any) -> str:
    """'thiếu 5 điểm %', 'vượt 3 người', 'kém 32 bậc', 'bằng mục tiêu'. Takes gap, lower_is_better and unit_of_measure."""
    if abs(row.gap) < 0.005:
        return "bằng mục tiêu"
    if row.unit_of_measure == formats.RANK:
        return formats.gap(row.gap, row.unit_of_measure)
    amount = formats.distance(row.gap, row.unit_of_measure)
    if row.lower_is_better:
        return f"{'cao hơn' if row.gap > 0 else 'thấp hơn'} mức tối đa {amount}"
    return f"{'thiếu' if row.gap < 0 else 'vượt'} {amount}"


def pillars(rows: Rows) -> str:
    """How many pillars have met everything, and where most is missed. Takes the columns of ``indicator_matrix``."""
    groups = rows.by("pillar_name")
    judged = {name: [row.status for row in rows if row.status in ("met", "near", "missed")] for name, rows in groups.items()}
    if not any(judged.values()):
        return f"{len(rows)} mục tiêu trong {len(groups)} nhóm, chưa có kết quả để so"
    behind = {name: sum(status != "met" for status in statuses) for name, statuses in judged.items()}
    all_met = [name for name, statuses in judged.items() if len(statuses) == len(groups[name]) and not behind[name]]
    sentence = f"{len(all_met)} trong {len(groups)} nhóm đạt mọi mục tiêu" if all_met else "Chưa nhóm nào đạt mọi mục tiêu"
    worst = max(behind, key=lambda name: behind[name])
    return (
        f"{sentence}; chưa hoặc gần đạt nhiều nhất: {worst} ({behind[worst]} trong {len(groups[worst])} mục tiêu)"
        if behind[worst]
        else sentence
    )


def changes(rows: Rows, year: int) -> str:
    """The change that stands first. Takes the columns of ``result_change``."""
    first = rows[0]
    where = "" if first.level == "all" else f", {formats.LEVEL_PHRASES[first.level]}"
    return (
        f"So với kết quả trước: {_inside(first.short_name)}{where}, từ {formats.qualified(first.previous_actual, first.previous_qualifier, first.unit_of_measure)} "
        f"({first.previous_year}) đến {formats.result(first)} ({year}), {formats.change(first.change, first.unit_of_measure)}"
    )


def period(rows: Rows, code: str, year: int) -> str:
    """How much a part of the year reported, and what of it has a target. Takes the columns of ``period_results``."""
    targeted = rows.having("required", "target_as_written")
    counted = rows.having("gap")
    sentence = f"{formats.period(code, year)}: {len(rows)} kết quả được báo cáo, {len(targeted)} có mục tiêu cả năm"
    short = [row for row in counted if row.gap < 0 and not row.lower_is_better]
    return f"{sentence}; {len(short)} còn thiếu so với cả năm" if short else sentence

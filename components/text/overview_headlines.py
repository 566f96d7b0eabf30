"""What the overview says of a year or a part of it: headline, lead, freshness, pillars. Drafted from figures, never beyond them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from components.text import formats, headlines
from components.text.spelling import inside
from queries.rows import Rows

NEWEST = "newest"
_NONE: Rows[Any] = Rows((), ())
STATES = {  # how a result of a part of the year stands; the last one: nobody can tell how the part adds up to the year
    "met": "đã đạt",
    "stated": "văn bản nói đã hoàn thành",
    "on_pace": "kịp tiến độ",
    "behind": "chậm",
    "near": "gần đạt",
    "missed": "chưa đạt",
    "not_comparable": "chưa so được với mục tiêu năm",
}
_OF_RESULT = (  # columns of ``target_list`` that tell of the result
    "actual", "actual_low", "actual_high", "actual_as_written", "actual_qualifier", "basis", "as_of", "as_of_stated", "actual_document",
    "actual_locator", "to_date", "gap", "gap_share", "stated_status", "disputed", "conflict", "previous_year", "previous_period",
    "previous_actual", "previous_qualifier", "change",
)  # fmt: skip
_STATED = "mục tiêu văn bản nói đã hoàn thành, không nêu số"


@dataclass(frozen=True)
class Overview:
    """What is known of a territory's year, or of a part of it.

    targets: rows of ``target_list`` for the period; results: of ``result_list``; waiting: of ``open_target``;
    whole: of ``target_list`` for 'N', the targets of the year; paces: of ``milestone_list``, all parts of the year;
    changes: of ``change_list`` for the period. ``unit_id`` is that of the territory.
    """

    name: str
    year: int
    period: str
    level: str
    targets: Rows[Any]
    results: Rows[Any] = field(default=_NONE)
    waiting: Rows[Any] = field(default=_NONE)
    whole: Rows[Any] = field(default=_NONE)
    paces: Rows[Any] = field(default=_NONE)
    changes: Rows[Any] = field(default=_NONE)
    unit_id: str = ""

    @property
    def within_year(self) -> bool:
        """Whether it is about a part of the year."""
        return self.period not in (NEWEST, "N")

    @property
    def own(self) -> Rows[Any]:
        """The targets that a document sets for this very part of the year."""
        return self.targets.where(has_target=True) if self.within_year else _NONE

    @property
    def judged(self) -> Rows[Any]:
        """The targets that a result or a document's word judges."""
        return self.targets.matching(lambda row: row.mark in ("missed", "near", "met", "stated"))

    @property
    def mostly_waiting(self) -> bool:
        """Whether fewer than half of the targets of the year are judged."""
        return not self.within_year and 2 * len(self.judged) < len(self.targets)

    @property
    def missing(self) -> Rows[Any]:
        """The year's targets that a part of the year says nothing of, without whatever other periods say."""
        if not self.within_year:
            return _NONE
        reported = {(row.indicator_id, row.level) for row in self.targets}
        blank = {**dict.fromkeys(_OF_RESULT), "has_result": False, "mark": "no_result", "period": self.period}
        rows = [row for row in self.whole if (row.indicator_id, row.level) not in reported]
        return Rows(
            self.whole.columns, [row._replace(**{name: blank[name] for name in row._fields if name in blank}) for row in rows]
        )

    @property
    def listed(self) -> Rows[Any]:
        """The targets with what is reported of them, and for a part of the year those of which nothing is."""
        missing = self.missing
        return Rows(self.targets.columns or missing.columns, [*self.targets, *missing]) if missing else self.targets

    @property
    def by_state(self) -> Rows[Any]:
        """The listed targets with their state in place of their mark."""
        return Rows(self.listed.columns, [row._replace(mark=self.state(row)) for row in self.listed])

    @property
    def focus(self) -> Rows[Any]:
        """What to work on first: missed and near, then what the document judges against its own numbers."""
        urgent = self.targets.matching(lambda row: row.mark in ("missed", "near"))
        disputed = self.targets.matching(lambda row: row.mark == "met" and row.disputed)
        return Rows(self.targets.columns, [*urgent, *disputed])

    @property
    def focus_rows(self) -> Rows[Any]:
        """What the list of what to work on shows: of a year that is hardly judged the way from earlier results."""
        return self.waiting if self.mostly_waiting else self.focus

    @property
    def pace_of(self) -> dict[tuple[str, str], Any]:
        """The way to the year's target, by indicator and level, in the part of the year that is shown."""
        return {(row.indicator_id, row.level): row for row in self.paces if row.period == self.period}

    def state(self, row: Any) -> str:
        """What counts a target: its mark; within a year 'on_pace' or 'behind' where the day is not over, 'not_comparable', or
        'unreported' where the part of the year says nothing of it."""
        if self.within_year and not row.has_result:
            return "unreported"
        if not self.within_year or row.mark in ("met", "stated", "missed", "near"):
            return _told(row)
        pace = self.pace_of.get((row.indicator_id, row.level))
        return str(pace.pace) if pace else "not_comparable"


def headline(about: Overview) -> str:
    """The finding in one sentence: 'Hà Tĩnh 2022: 5 trong 21 mục tiêu chưa đạt, 1 gần đạt; 14 mục tiêu văn bản nói …'."""
    if about.within_year:
        return f"{subject(about)}: {_part_of_year(about)}"
    if not about.targets:
        return f"{subject(about)}: trong kho chưa có mục tiêu nào của năm này; {len(about.results)} kết quả đã báo cáo"
    return f"{subject(about)}: {_verdict(about) if about.mostly_waiting else _judged(about.targets)}"


def subject(about: Overview) -> str:
    """Whom and when the sentence is about: 'Hà Tĩnh 2022', 'Hà Tĩnh, quý III/2026, cấp xã, so với mục tiêu năm 2025'."""
    when = f", {formats.inside(period_name(about.period, about.year))}" if about.within_year else f" {about.year}"
    where = "" if about.level == "any" else f", {formats.level_phrase(about.level, about.unit_id)}"
    return about.name.removeprefix("Tỉnh ") + when + where + _older(about)


def period_name(code: str, year: int) -> str:
    """A period in a headline: 'Quý III/2026', 'Tháng 8/2026', '9 tháng đầu năm 2026', 'Năm 2026'."""
    name = formats.period(code, year)
    return name.replace(" năm ", "/") if code[:1] in "QT" else name


def _older(about: Overview) -> str:
    """Which targets the results stand beside, where it is not the chosen year's: ', so với mục tiêu của quý; 2 so với mục tiêu năm
    2025, 2023'."""
    others = about.targets.matching(lambda row: row.target_year != about.year)
    years = f"mục tiêu năm {', '.join(map(str, sorted(set(others.values('target_year')), reverse=True)))}"
    own = f", so với mục tiêu của {_kind(about.period)}" if about.own else ""
    if not others:
        return own
    return (
        f", so với {years}"
        if len(others) == len(about.targets)
        else f"{own or ','}{';' if own else ''} {len(others)} so với {years}"
    )


def _kind(period: str) -> str:
    """What a part of the year is called: 'quý', 'tháng', else 'kỳ'."""
    return {"Q": "quý", "T": "tháng"}.get(period[:1], "kỳ")


def target_word(about: Overview) -> str:
    """What the targets of a part of the year are called: 'mục tiêu năm', 'mục tiêu của quý', 'mục tiêu' where there are both."""
    if not about.own:
        return "mục tiêu năm"
    every = len(about.own) == len(about.targets) and not about.missing
    return f"mục tiêu của {_kind(about.period)}" if every else "mục tiêu"


def _counts(rows: Iterable[Any]) -> dict[str, int]:
    counted: dict[str, int] = {}
    for row in rows:
        counted[_told(row)] = counted.get(_told(row), 0) + 1
    return counted


def _told(row: Any) -> str:
    """The mark of a row; 'not_comparable' for a result of a part of a year that nobody can set against its target."""
    waiting = row.mark in ("no_result", "not_due")
    return "not_comparable" if waiting and row.has_result and not getattr(row, "comparable", True) else str(row.mark)


def _met_word(rows: Rows[Any]) -> str:
    """'đạt theo số đo' where every result that meets its target is a number, 'đạt' otherwise."""
    return "đạt theo số đo" if all(row.actual is not None for row in rows if row.mark == "met") else "đạt"


def _judged(rows: Rows[Any]) -> str:
    """What most targets of the year came to."""
    counts, total = _counts(rows), len(rows)
    for mark, alone, every in (
        ("met", f"mục tiêu duy nhất đã {_met_word(rows)}", f"cả {total} mục tiêu đều {_met_word(rows)}"),
        ("stated", "mục tiêu duy nhất văn bản nói đã hoàn thành, không nêu số", f"cả {total} {_STATED}"),
        ("missed", "mục tiêu duy nhất chưa đạt", f"chưa mục tiêu nào trong {total} đạt"),
        ("near", "mục tiêu duy nhất gần đạt", f"cả {total} mục tiêu đều mới gần đạt"),
    ):
        if counts.get(mark) == total:
            return alone if total == 1 else every
    none_met = f"chưa mục tiêu nào trong {total} đạt: " if not counts.keys() & {"met", "stated"} else ""
    stated = f"{counts['stated']} {_STATED}" if "stated" in counts else ""
    return none_met + "; ".join(filter(None, [", ".join(_clauses(rows, counts, bool(none_met))), stated]))


def _clauses(rows: Rows[Any], counts: dict[str, int], total_said: bool) -> list[str]:
    """The counts in order of need; the first one says of how many. A success that its document disputes is left to the lead."""
    words = {
        "missed": "chưa đạt",
        "near": "gần đạt",
        "met": _met_word(rows),
        "no_result": "chưa có số liệu",
        "not_due": "chưa đến hạn",
        "not_comparable": "chưa so được với mục tiêu",
    }
    undisputed = sum(row.mark == "met" and not row.disputed for row in rows)
    shown = {**counts, "met": undisputed if counts.keys() & {"missed", "near"} else counts.get("met", 0)}
    said = [(shown[mark], word) for mark, word in words.items() if shown.get(mark)]
    first = "" if total_said else f" trong {len(rows)} mục tiêu"
    return [f"{number}{'' if place else first} {word}" for place, (number, word) in enumerate(said)]


def _verdict(about: Overview) -> str:
    """A year with few or no results: how many are judged, and what is known of the others from earlier."""
    total, judged, due = len(about.targets), len(about.judged), about.waiting.where(status="no_result")
    if judged:
        few = f"mới {judged} trong {total} mục tiêu có kết quả để so ({', '.join(_short_counts(about.judged))})"
    elif total == 1:
        few = "mục tiêu duy nhất chưa có kết quả, dù đã quá hạn" if due else "mục tiêu duy nhất chưa đến hạn"
    elif due:
        few = f"chưa mục tiêu nào trong {total} có kết quả, {'dù đã quá hạn' if len(due) == total else f'{len(due)} đã quá hạn'}"
    else:
        few = f"{total} mục tiêu chưa đến hạn"
    known = ", ".join(_earlier(about.waiting))
    return (
        f"{few}; theo kết quả gần nhất: {known}"
        if about.waiting.having("last_year")
        else f"{few}; {'mục tiêu này chưa từng báo cáo' if total == 1 else 'chưa mục tiêu nào từng được báo cáo'}"
    )


def _short_counts(rows: Rows[Any]) -> list[str]:
    words = {"missed": "chưa đạt", "near": "gần đạt", "met": "đạt", "stated": "văn bản nói đã hoàn thành"}
    counts = _counts(rows)
    return [f"{counts[mark]} {word}" for mark, word in words.items() if mark in counts]


def _earlier(rows: Rows[Any]) -> list[str]:
    """What the newest earlier results say of targets that nothing judges yet."""
    known = rows.having("last_year")
    stated, told = known.where(basis="stated"), known.matching(lambda row: row.basis != "stated")
    numbers = (
        (len(told.where(lacks=True)), "còn thiếu"),
        (len(told.where(lacks=False)), "đã ngang mức"),
        (len(stated), "văn bản nói đã hoàn thành"),
        (len(told.where(lacks=None)), "chỉ có kết quả bằng lời"),
        (len(rows) - len(known), "chưa từng báo cáo"),
    )
    return [f"{number} {word}" for number, word in numbers if number]


def _part_of_year(about: Overview) -> str:
    """How a part of the year stands against the targets of the whole year."""
    total = len({(row.indicator_id, row.level) for row in (*about.whole, *about.targets)})
    reported = about.targets.where(has_result=True)
    if not reported:
        return f"{len(about.results)} kết quả đã báo cáo, chưa kết quả nào có mục tiêu để so"
    states = _states(about)
    if 2 * len(reported) < total:
        some = f"{len(reported) + len(about.results)} kết quả đã báo cáo; {len(reported)} trong {total} {target_word(about)} có kết quả kỳ này"
        told = ", ".join(f"{number} {word}" for word, number in states.items())
        return f"{some}, {next(iter(states))}" if len(states) == 1 else f"{some}: {told}"
    met = states.pop("đã đạt", 0)
    missing = {"chưa có số liệu": total - len(reported)} if total > len(reported) else {}
    first = f"{met} trong {total} {target_word(about)} đã đạt" if met else f"chưa mục tiêu nào trong {total} đạt"
    return ", ".join([first, *(f"{number} {word}" for word, number in {**states, **missing}.items())])


def _states(about: Overview) -> dict[str, int]:
    found = [about.state(row) for row in about.targets if row.has_result]
    return {word: found.count(state) for state, word in STATES.items() if state in found}


def lead(about: Overview) -> str:
    """The line below the headline: what is met by number, what to work on first, or what is farthest; '' for nothing to add."""
    if about.within_year:
        return _slowest(about)
    if about.mostly_waiting:
        return _farthest(about.waiting)
    focus = about.targets.matching(lambda row: row.mark in ("missed", "near"))
    first = f"Việc cần tập trung trước hết: {'; '.join(_named(row) for row in focus[:3])}." if focus else ""
    return " ".join(filter(None, [_measured(about.targets), first]))


def _measured(rows: Rows[Any]) -> str:
    """How many targets are met by a number, and what their own document says of them."""
    met = rows.where(mark="met")
    disputed, over = met.where(disputed=True), rows.matching(lambda row: row.disputed and row.mark in ("missed", "near"))
    if len(met) == len(disputed) == 1:
        said = f"Chỉ một mục tiêu {_met_word(rows)}, và chính văn bản lại xếp nó là chưa đạt."
    elif disputed:
        said = f"{len(met)} mục tiêu {_met_word(rows)}, trong đó {len(disputed)} mục tiêu chính văn bản lại xếp là chưa đạt."
    else:
        said = "Chưa mục tiêu nào đạt theo số đo." if not met and rows.where(mark="stated") else ""
    also = f"{len(over)} mục tiêu văn bản xếp là đạt dù số đo chưa đạt." if over else ""
    return " ".join(filter(None, [said, also]))


def _named(row: Any) -> str:
    """'hồ sơ công việc quản lý dạng hồ sơ điện tử (cấp xã)'."""
    return inside(row.short_name) + ("" if row.level == "all" else f" ({formats.LEVEL_PHRASES[row.level]})")  # of any unit


def _farthest(waiting: Rows[Any]) -> str:
    """The earlier result that lacks the largest share of its target. Takes ``open_target``, the farthest first."""
    lacking = waiting.where(lacks=True)
    if not lacking:
        return ""
    first = lacking[0]
    when = formats.tick(first.last_period, first.last_year)
    result = f"{formats.result(first)} ({when}) so với mục tiêu {formats.target(first)}"
    return f"Còn thiếu nhiều nhất so với chính mục tiêu: {_named(first)}, {result}, {headlines.lacking(first)}."


def _slowest(about: Overview) -> str:
    """The result that lies farthest behind the way to the year's target, and how many fell."""
    late = [pace for pace in about.pace_of.values() if pace.pace == "behind"]
    rows = {(row.indicator_id, row.level): row for row in about.targets if row.mark not in ("met", "stated")}
    late = sorted((pace for pace in late if (pace.indicator_id, pace.level) in rows), key=lambda pace: -abs(pace.deviation))
    if not late:
        return ""
    row = rows[late[0].indicator_id, late[0].level]
    behind = formats.distance(round(late[0].deviation, 1), row.unit_of_measure)
    return f"Chậm nhất: {_named(row)}, {formats.result(row)}, kém mốc {formats.inside(period_name(about.period, about.year))} {behind}."


def freshness(rows: Rows[Any], today: date) -> tuple[str, str]:
    """How old the newest figure is, in bold, and from where that is known. Takes the rows of ``freshness``."""
    if not rows:
        return "Chưa có kết quả nào.", ""
    newest = rows[0].newest_day
    if newest is None:
        return "Không văn bản nào ghi ngày của số liệu.", ""
    age = formats.age(newest, today)
    known = f"({'số liệu đến ngày' if rows[0].day_stated else 'văn bản ngày'} {formats.day(newest)})"
    return (
        f"Mọi số liệu đều đã cũ: mới nhất cách đây {age}" if is_old(rows, today) else f"Số liệu mới nhất cách đây {age}"
    ), known


def is_old(rows: Rows[Any], today: date) -> bool:
    """Whether the newest figure is a year old, or nobody knows its day. Takes the rows of ``freshness``."""
    newest = rows[0].newest_day if rows else None
    return newest is None or (today - newest).days >= 365


def overdue(rows: Rows[Any]) -> str:
    """'60 mục tiêu của năm 2023, 2025 đã quá hạn, chưa có kết quả.' Takes the rows of ``overdue_target``; '' for none."""
    years = ", ".join(str(year) for year in sorted(set(rows.values("year"))))
    return f"{len(rows)} mục tiêu của năm {years} đã quá hạn, chưa có kết quả." if rows else ""


def newer(row: Any) -> str:
    """'Đã có 12 kết quả của Quý III/2026'. Takes a row of ``newer_result``."""
    return f"Đã có {row.results} kết quả của {period_name(row.period, row.year).replace('Năm', 'năm')}"


def focus(about: Overview) -> str:
    """The heading of what to work on; the order is said where there are distances to order by."""
    if about.mostly_waiting:
        order = ", thiếu phần lớn nhất của mục tiêu đứng trước" if about.waiting.where(lacks=True) else ""
        return f"Từ kết quả gần nhất đến mục tiêu năm {about.year}{order}"
    order = ", thiếu nhiều nhất đứng trước" if len(about.focus.having("gap")) > 1 else ""
    return f"Việc cần tập trung: mục tiêu chưa đạt{order}"


def by_level(rows: Rows[Any], unit_id: str) -> str:
    """How the targets of each level stand, for the table of all: 'Cấp xã 2/4 chưa đạt, cấp tỉnh 2/6, toàn tỉnh 1/8; …'."""
    groups = [(formats.level_phrase(level, unit_id), group) for level, group in rows.by("level").items()]
    missed = [(name, len(group.where(mark="missed")), len(group)) for name, group in groups]
    behind = [(name, count, total) for name, count, total in missed if count]
    if not behind:
        return f"{len(rows)} mục tiêu theo cấp: " + ", ".join(f"{name} {total}" for name, _, total in missed)
    worst = sorted(behind, key=lambda entry: -entry[1] / entry[2])
    first, *others = [f"{name} {count}/{total}" for name, count, total in worst]
    none = [name for name, count, _ in missed if not count]
    said = ", ".join([f"{first} mục tiêu chưa đạt", *others])
    return said[:1].upper() + said[1:] + (f"; {', '.join(none)} không có mục tiêu chưa đạt" if none else "")


def without_target(rows: Rows[Any]) -> str:
    """'129 kết quả chưa có mục tiêu, nhiều nhất: Chính quyền số (60)'. Takes the rows of ``result_list``."""
    groups = sorted(rows.by("pillar_name").items(), key=lambda group: -len(group[1]))
    most = f", nhiều nhất: {groups[0][0]} ({len(groups[0][1])})" if len(groups) > 1 else ""
    return f"{len(rows)} kết quả chưa có mục tiêu{most}"


def results_by_pillar(rows: Rows[Any]) -> str:
    """'49 kết quả thuộc 6 nhóm, nhiều nhất: Nhân lực số (20)'. Takes the rows of ``result_list``."""
    groups = sorted(rows.by("pillar_name").items(), key=lambda group: -len(group[1]))
    if len(groups) == 1:
        return f"{len(rows)} kết quả, đều thuộc nhóm {groups[0][0]}"
    return f"{len(rows)} kết quả thuộc {len(groups)} nhóm, nhiều nhất: {groups[0][0]} ({len(groups[0][1])})"


def changes(rows: Rows[Any]) -> str:
    """'So với quý II/2026: 9 tăng, 1 giảm', and what fell most. Takes the rows of ``change_list``; places in a list are left out."""
    counted = rows.matching(lambda row: row.unit_of_measure != formats.RANK)
    up, down = counted.matching(lambda row: row.change > 0), counted.matching(lambda row: row.change < 0)
    still = len(counted) - len(up) - len(down)
    counts = ((len(up), "tăng"), (len(down), "giảm"), (still, "không đổi"))
    return f"So với {_before(rows)}: " + ", ".join(f"{number} {word}" for number, word in counts if number)


def _before(rows: Rows[Any]) -> str:
    """The period that results are set beside; in general words where it is not the same for all."""
    periods = {(row.previous_period, row.previous_year) for row in rows}
    return formats.inside(period_name(*periods.pop())) if len(periods) == 1 else "kỳ trước cùng loại"


def most_changed(rows: Rows[Any], unit_id: str) -> str:
    """What fell most, else what rose most: 'Giảm nhiều nhất: hồ sơ điện tử (cấp xã), −0,9 điểm % so với quý II/2026'.

    Takes rows of ``change_list`` with one unit of measure.
    """
    lowest, highest = min(rows, key=lambda row: row.change), max(rows, key=lambda row: row.change)
    row, word = (lowest, "Giảm") if lowest.change < 0 else (highest, "Tăng")
    before = formats.inside(period_name(row.previous_period, row.previous_year))
    name = f"{inside(row.short_name)} ({formats.level_phrase(row.level, unit_id)})"
    return f"{word} nhiều nhất: {name}, {formats.change(row.change, row.unit_of_measure)} so với {before}"


def changes_shown(rows: Rows[Any]) -> str:
    """What the bars of changes show, in the grey line: unit, which of them, period."""
    periods = {(row.period, row.year) for row in rows}
    when = formats.inside(period_name(*periods.pop())) if len(periods) == 1 else ""
    unit = formats.step(rows[0].unit_of_measure)
    return formats.titled(unit[:1].upper() + unit[1:], "mức tăng và mức giảm lớn nhất", when)


_LATE, _SILENT = ("missed", "behind"), ("no_result", "not_due", "unreported", "not_comparable")


def by_need(rows: Rows[Any]) -> list[tuple[str, Rows[Any]]]:
    """The pillars with their targets, the largest share of missed ones first, then of near ones, then of those without a result.

    Takes ``Overview.by_state``.
    """

    def need(group: tuple[str, Rows[Any]]) -> tuple[float, float, float, float]:
        marks = [row.mark for row in group[1]]
        near, silent = marks.count("near") / len(marks), sum(mark in _SILENT for mark in marks) / len(marks)
        return -_late(group[1]) / len(marks), -near, -silent, -marks.count("met")

    return sorted(rows.by("pillar_name").items(), key=need)


def _late(rows: Rows[Any]) -> int:
    return sum(row.mark in _LATE for row in rows)


def _paced(rows: Rows[Any]) -> bool:
    """Whether targets are judged by the way to them: a year that is not over misses nothing yet."""
    return any(row.mark in ("behind", "on_pace") for row in rows)


def pillars(rows: Rows[Any]) -> str:
    """The weakest pillars, by the share that is missed and with how many targets each has. Takes ``Overview.by_state``."""
    groups = by_need(rows)
    all_of, most, word = (
        ("chậm mọi mục tiêu", "chậm nhiều nhất", "chậm") if _paced(rows) else ("chưa đạt mục tiêu nào", "yếu nhất", "chưa đạt")
    )
    shares = {name: _late(group) / len(group) for name, group in groups}
    worst = [(name, group) for name, group in groups if shares[name] == max(shares.values())]
    if not max(shares.values()):
        return _nothing_missed(groups, word)
    first = f"{_together(worst)} {all_of if max(shares.values()) == 1 else most}"
    others = [f"{name} {_late(group)}/{len(group)}" for name, group in groups if 0 < shares[name] < max(shares.values())]
    return first + (f"; {', '.join(others[:2])} {word}" if others else "")


def _together(groups: list[tuple[str, Rows[Any]]]) -> str:
    """'Hạ tầng số (1/1), Dữ liệu số (1/1)': missed of how many."""
    return ", ".join(f"{name} ({_late(group)}/{len(group)})" for name, group in groups)


def _nothing_missed(groups: list[tuple[str, Rows[Any]]], word: str) -> str:
    waiting = [name for name, group in groups if all(row.mark in _SILENT for row in group)]
    if len(waiting) == len(groups):
        return f"Cả {len(groups)} nhóm chưa có kết quả để so" if len(groups) > 1 else f"{groups[0][0]} chưa có kết quả để so"
    return f"Không nhóm nào có mục tiêu {word}" + (f"; {', '.join(waiting)} chưa có kết quả để so" if waiting else "")


def pillar_count(rows: Rows[Any]) -> str:
    """The number beside a pillar's shapes: '2/13 chưa đạt', '1/4 chậm', '0/5, không có số đo', '4 chưa có kết quả', '2 chưa so được'."""
    marks = [row.mark for row in rows]
    if set(marks) <= set(_SILENT):
        told = {"not_due": "chưa đến hạn", "not_comparable": "chưa so được"}
        few = set(marks) if len(set(marks)) == 1 else {"not_comparable"} & set(marks)
        return f"{len(marks)} {told.get(next(iter(few), ''), 'chưa có kết quả')}"
    if set(marks) == {"stated"}:
        return f"0/{len(marks)}, không có số đo"
    return f"{_late(rows)}/{len(marks)} {'chậm' if _paced(rows) else 'chưa đạt'}"


def empty_years(rows: Rows[Any], today: date) -> str:
    """'Từ 2023 đến nay chưa có kết quả nào', or what years have results. Takes the rows of ``freshness``."""
    last = max(rows.values("year"))
    if last < today.year:
        return f"Từ {last + 1} đến nay chưa có kết quả nào" if last + 1 < today.year else f"Năm {today.year} chưa có kết quả nào"
    return "Kết quả đã báo cáo theo năm"

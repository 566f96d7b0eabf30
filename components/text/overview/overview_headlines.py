"""What the overview says of a year or a part of it: headline, lead, headings of its lists. Drafted from figures, never beyond them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from components.text import formats, headlines, times
from components.text.overview.overview_period import Overview, counted_mark
from components.text.spelling import inside
from queries.rows import Rows

STATES = {  # how a result of a part of the year stands; the last one: nobody can tell how the part adds up to the year
    "met": "đã đạt",
    "stated": "văn bản nói đã hoàn thành",
    "on_pace": "kịp tiến độ",
    "behind": "chậm",
    "near": "gần đạt",
    "missed": "chưa đạt",
    "not_comparable": "chưa so được với mục tiêu năm",
}
_STATED = "mục tiêu văn bản nói đã hoàn thành, không nêu số"


def headline(about: Overview) -> str:
    """The finding in one sentence: 'Hà Tĩnh 2022: 5 trong 21 mục tiêu chưa đạt, 1 gần đạt; 14 mục tiêu văn bản nói …'."""
    if about.within_year:
        return f"{subject(about)}: {_part_of_year(about)}"
    if not about.targets:
        return f"{subject(about)}: trong kho chưa có mục tiêu nào của năm này; {len(about.results)} kết quả đã báo cáo"
    return f"{subject(about)}: {_verdict(about) if about.mostly_waiting else _judged(about.by_state)}"


def subject(about: Overview) -> str:
    """Whom and when the sentence is about: 'Hà Tĩnh 2022', 'Hà Tĩnh, quý III/2026, cấp xã, so với mục tiêu năm 2025'."""
    when = f", {formats.inside(period_name(about.period, about.year))}" if about.within_year else f" {about.year}"
    where = "" if about.level == "any" else f", {formats.level_phrase(about.level, about.unit_id)}"
    return about.name.removeprefix("Tỉnh ") + when + where + _older(about)


def period_name(code: str, year: int) -> str:
    """A period in a headline: 'Quý III/2026', 'Tháng 8/2026', '9 tháng đầu năm 2026', 'Năm 2026'."""
    name = times.period(code, year)
    return name.replace(" năm ", "/") if code[:1] in "QT" else name


def _older(about: Overview) -> str:
    """Which targets the results stand beside, where it is not the chosen year's: ', so với mục tiêu của quý; 2 mục tiêu là của năm
    2025, 2023'."""
    others = about.targets.matching(lambda row: row.target_year != about.year)
    years = f"năm {', '.join(map(str, sorted(set(others.values('target_year')), reverse=True)))}"
    own = f", so với mục tiêu của {_kind(about.period)}" if about.own else ""
    if not others:
        return own
    return (
        f", so với mục tiêu {years}"
        if len(others) == len(about.targets)
        else f"{own or ','}{';' if own else ''} {len(others)} mục tiêu là của {years}"
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
        counted[counted_mark(row)] = counted.get(counted_mark(row), 0) + 1
    return counted


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
        ("behind", "mục tiêu duy nhất chậm tiến độ", f"cả {total} mục tiêu đều chậm tiến độ"),
        ("on_pace", "mục tiêu duy nhất kịp tiến độ", f"cả {total} mục tiêu đều kịp tiến độ"),
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
        "behind": "chậm tiến độ",
        "near": "gần đạt",
        "on_pace": "kịp tiến độ",
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
    total, judged, due = len(about.targets), len(about.told), about.waiting.where(status="no_result")
    if judged:
        few = f"mới {judged} trong {total} mục tiêu có kết quả để so ({', '.join(_short_counts(about.told))})"
    elif total == 1:
        few = "mục tiêu duy nhất chưa có kết quả, dù đã quá hạn" if due else "mục tiêu duy nhất chưa đến hạn"
    elif due:
        few = f"chưa mục tiêu nào trong {total} có kết quả, {'dù đã quá hạn' if len(due) == total else f'{len(due)} đã quá hạn'}"
    else:
        few = f"{total} mục tiêu chưa đến hạn"
    if not about.waiting:  # the others have a result of their year, and their day has not come
        still = total - judged
        return f"{few}, {still} chưa đến hạn" if judged else few
    known = ", ".join(_earlier(about.waiting))
    return (
        f"{few}; theo kết quả gần nhất: {known}"
        if about.waiting.having("last_year")
        else f"{few}; {'mục tiêu này chưa từng báo cáo' if total == 1 else 'chưa mục tiêu nào từng được báo cáo'}"
    )


def _short_counts(rows: Rows[Any]) -> list[str]:
    words = {
        "missed": "chưa đạt", "behind": "chậm tiến độ", "near": "gần đạt", "on_pace": "kịp tiến độ", "met": "đạt",
        "stated": "văn bản nói đã hoàn thành",
    }  # fmt: skip
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
        return " ".join(filter(None, [_first_of_all(about.focus), _farthest(about.waiting)]))
    return " ".join(filter(None, [_measured(about.targets), _first_of_all(about.focus) or _slowest(about)]))


def _first_of_all(focus: Rows[Any]) -> str:
    """The first three that are missed or nearly met, by name; '' for none."""
    lacking = focus.matching(lambda row: row.mark in ("missed", "near"))
    return f"Việc cần tập trung trước hết: {'; '.join(_named(row) for row in lacking[:3])}." if lacking else ""


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
    when = times.tick(first.last_period, first.last_year)
    result = f"{formats.result(first)} ({when}) so với mục tiêu {formats.target(first)}"
    return f"Còn thiếu nhiều nhất so với chính mục tiêu: {_named(first)}, {result}, {headlines.lacking(first)}."


def _slowest(about: Overview) -> str:
    """The result that lies farthest behind the way to the year's target, and how many fell."""
    if not about.late:
        return ""
    row = about.late[0]
    pace = about.pace_of[row.indicator_id, row.level]
    behind = formats.distance(round(pace.deviation, 1), row.unit_of_measure)
    so_far = f", lũy kế từ đầu năm {formats.amount(row.to_date, row.unit_of_measure)}" if headlines.by_year(row) else ""
    return f"Chậm nhất: {_named(row)}, {formats.result(row)}{so_far}, kém mốc {formats.inside(period_name(pace.period, about.year))} {behind}."


def late_key(late: Sequence[Any]) -> str:
    """What ◆ and the tick on a bar mean, as the end of the line below the heading; '' where nothing is behind."""
    so_far = "số lũy kế từ đầu năm " if any(headlines.by_year(row) for row in late) else ""
    return f" · ◆ {so_far}so với mốc (vạch)" if late else ""


def focus(about: Overview) -> str:
    """The heading of what to work on; the order is said where there are distances to order by."""
    if about.mostly_waiting:
        order = ", thiếu phần lớn nhất của mục tiêu đứng trước" if about.waiting.where(lacks=True) else ""
        return f"Từ kết quả gần nhất đến mục tiêu năm {about.year}{order}"
    return focus_judged(about)


def focus_judged(about: Overview) -> str:
    """The heading of what results of the year itself say is to be worked on."""
    if about.late and not about.focus:
        return "Việc cần tập trung: mục tiêu chậm tiến độ" + (", chậm nhiều nhất đứng trước" if len(about.late) > 1 else "")
    order = ", thiếu nhiều nhất đứng trước" if len(about.focus.having("gap")) > 1 else ""
    return f"Việc cần tập trung: mục tiêu chưa đạt{order}{', rồi mục tiêu chậm tiến độ' if about.late else ''}"


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

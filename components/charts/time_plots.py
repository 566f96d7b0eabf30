"""One indicator at one level on a true time axis: years as slots, parts of a year as narrow bars inside them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from components.charts import notation
from components.charts.model import Line, Mark, Path, Plot, Run, Slot, TimeAxis
from components.text import formats, times
from components.theme import MUTED, STATUS_COLOURS
from data.vietnamese.periods import period_begin, period_end
from queries.rows import Rows

Address = Callable[[Any, str], str]  # a row and 'target' or 'result' -> where a tap on it leads
_SILENT = 366  # days without a result that are worth being shaded


@dataclass(frozen=True)
class Caption:
    """Title, subtitle, source line and heading of a chart, and what its bars are about when they are pointed at."""

    title: str
    subtitle: str
    source: str
    heading: str = ""
    about: str = ""


def indicator_over_time(
    rows: Rows,
    paths: Rows,
    caption: Caption,
    axis: TimeAxis,
    *,
    unit_of_measure: str,
    top: float,
    to_source: Address | None = None,
    related: Rows | None = None,
    former: Mapping[int, float] | None = None,
) -> Plot:
    """Takes rows of ``indicator_trend`` and ``indicator_path`` of one level. Overdue targets have no path: it would lead into the past.

    ``former``: of ``replaced_targets``, what an earlier document asked for in a year, as a light dashed frame behind the target.

    ``related``: rows of ``related_figure_list`` of one other indicator, dotted and starred in years without a figure of its own.
    """
    at = {year: index for index, year in enumerate(range(axis.start.year, axis.end.year))}
    years = [_year(rows.where(year=year), year, top, caption, to_source) for year in at]
    years = [_with_former(slot, (former or {}).get(year), caption, unit_of_measure) for slot, year in zip(years, at, strict=True)]
    parts = [_part(row, caption, to_source) for row in _parts(rows)]
    at_part = {(row.year, row.period): len(years) + index for index, row in enumerate(_parts(rows))}
    ways = tuple(
        Path(
            f"Đường đến {step.year}",
            at_part.get((step.from_year, step.from_period), at[step.from_year]),
            at[step.year],
            step.from_value,
            step.required,
        )
        for step in paths.where(overdue=False)
    )
    beside = _apart(related, rows) if related is not None else []
    years = [_with_related(slot, [row for row in beside if str(row.year) == slot.name], caption) for slot in years]
    parts += [_related_part(row, caption) for row in beside if row.period != "N"]
    return Plot(
        caption.title,
        caption.subtitle,
        caption.source,
        (*years, *parts),
        top=top,
        unit_of_measure=unit_of_measure,
        paths=ways,
        heading=caption.heading,
        time=axis,
    )


def replaced_targets(claims: Rows) -> dict[int, float]:
    """Of each year whose target a later document changed, the latest of the numbers before it. Takes ``indicator_claims`` of one level."""
    found: dict[int, float] = {}
    for row in claims.where(kind="target", period="N", standing="superseded", chosen=False):
        bound = row.high if row.op in ("<=", "<") else row.low if row.low is not None else row.high
        if bound is not None:
            found[row.year] = bound
    return found


def _with_former(slot: Slot, bound: float | None, caption: Caption, unit_of_measure: str) -> Slot:
    """A year with the frame of the target that was there before."""
    if bound is None:
        return slot
    told = f"{slot.tooltip}. Mục tiêu trước đó, đã được thay: {formats.amount(bound, unit_of_measure)}"
    return replace(
        slot, marks=(Mark("former", bound), *slot.marks), facts={**slot.facts, "Mục tiêu trước đó": bound}, tooltip=told
    )


def most_telling(related: Rows, rows: Rows) -> Rows:
    """The figures of the one related indicator that says most in years without a figure of this one: the nearest one that says
    anything. Takes ``related_figure_list`` and ``indicator_trend``."""
    own = {(row.level, row.year) for row in rows}
    levels = set(rows.having("required", "actual", "actual_low").values("level"))
    counted = related.having("required", "actual").matching(lambda row: row.level in levels and (row.level, row.year) not in own)
    return counted.where(other_id=counted[0].other_id) if counted else counted


def _apart(related: Rows, rows: Rows) -> list[Any]:
    """The related figures with a number, of years in which the indicator itself has none."""
    own = set(rows.values("year"))
    return [
        row for row in related.having("required", "actual") if row.year not in own and (row.has_target or row.actual is not None)
    ]


def _with_related(slot: Slot, beside: list[Any], caption: Caption) -> Slot:
    """A year without a figure of its own, with what the related indicator has there: '90%*'."""
    if not beside:
        return slot
    last = beside[-1]
    whole = [row for row in beside if row.period == "N"]
    marks = tuple(mark for row in whole for mark in _related_marks(row))
    number = formats.result(last) if last.actual is not None else formats.target(last)
    part = "" if last.period == "N" else f" {_part_name(last)}"
    reach = max([slot.reach, *(row.actual for row in beside if row.actual is not None)])
    label = ((Run(f"{number}*{part}", MUTED),),)
    return replace(slot, marks=marks, label=label, reach=reach, tooltip=_related_tooltip(last, caption))


def _related_part(row: Any, caption: Caption) -> Slot:
    period = (period_begin(row.year, row.period), period_end(row.year, row.period))
    return Slot("", _related_marks(row), period=period, tooltip=_related_tooltip(row, caption))


def _related_marks(row: Any) -> tuple[Mark, ...]:
    target = (Mark("related", row.required),) if row.has_target and row.required is not None else ()
    return (*target, *((Mark("related_result", row.actual),) if row.actual is not None and row.basis != "stated" else ()))


def _related_tooltip(row: Any, caption: Caption) -> str:
    kind = f"kết quả {formats.result(row)}" if row.actual is not None else f"mục tiêu {formats.target(row)}"
    when = formats.inside(times.period(row.period, row.year))
    return f"Chỉ tiêu gần nghĩa, không phải {caption.about}: {row.other_name}, {when}: {kind}"


def axis(every: Rows, rows: Rows, today: date, also: Iterable[int] = ()) -> TimeAxis:
    """The axis of a level's ``rows``, the same for ``every`` level: whole years from the first figure to the last one, or today.

    ``also``: years that have to be on it, those of a related indicator.

    A stretch without any result until today is shaded when it is longer than a year.
    """
    years = [*every.values("year"), *also]
    first, last = min(years), max([*years, today.year])
    start = date(first if last > first else first - 1, 1, 1)
    reported = rows.where(has_result=True).values("period_end")
    silent = max(reported) + timedelta(days=1) if reported else start
    gaps = ((silent, today),) if (today - silent).days > _SILENT else ()
    return TimeAxis(start, date(last + 1, 1, 1), today=today, gaps=gaps)


def axis_top(rows: Rows, unit_of_measure: str, former: Iterable[float] = ()) -> float:
    """Upper end of the value axis, the same for every level: 100 for shares (more where one is above), else a little above all.

    ``former``: numbers of targets that were replaced.
    """
    columns = ("required", "target_high", "actual", "actual_high")
    highest = max([*former, *(value for column in columns for value in rows.values(column))], default=0)
    return max(100.0, highest) if unit_of_measure == "%" else highest * 1.05 or 1.0


def _parts(rows: Rows) -> Rows:
    """Results of parts of years that are numbers, the longest first, so that a shorter one stands before it."""
    found = rows.having("actual").matching(lambda row: row.period != "N")
    order = sorted(range(len(found)), key=lambda place: _extent(found[place]))
    return Rows(found.columns, [found[place] for place in order])


def _extent(row: Any) -> tuple[int, date]:
    """What parts of years are put in order by: the most months first, then the earliest."""
    begin = period_begin(row.year, row.period)
    return begin.month - period_end(row.year, row.period).month, begin


def _year(rows: Rows, year: int, top: float, caption: Caption, to_source: Address | None) -> Slot:
    """A year: its own target and its own result; the newest part of the year in the label where there is no result of its own."""
    period = (date(year, 1, 1), date(year, 12, 31))
    whole = rows.where(period="N")
    parts = _parts(rows)
    reach = max(parts.values("actual"), default=0.0)
    if not whole:
        newest = max(parts, key=lambda row: row.period_end, default=None)
        label: tuple[Line, ...] = ((Run(formats.result(newest), bold=True),), (Run(_part_name(newest), MUTED),)) if newest else ()
        silent = f"{caption.about}, năm {year}: chưa có số liệu của cả năm"
        return Slot(str(year), (), label, period=period, reach=reach, tooltip=silent)
    row = whole[0]
    return Slot(
        name=str(year),
        marks=(*_target(row, top), *_result(row)),
        label=_label(row, parts),
        facts=_facts(row),
        period=period,
        tooltip=_tooltip(row, caption),
        href=to_source(row, "result" if row.has_result else "target") if to_source else "",
        reach=reach,
        rule=notation.rule(row) if row.has_target else "",
    )


def _part(row: Any, caption: Caption, to_source: Address | None) -> Slot:
    return Slot(
        name="",
        marks=_result(row),
        facts=_facts(row),
        period=(period_begin(row.year, row.period), period_end(row.year, row.period)),
        tooltip=_tooltip(row, caption),
        href=to_source(row, "result") if to_source else "",
    )


def _target(row: Any, top: float) -> tuple[Mark, ...]:
    """The frame of a target that was set for this very year."""
    if not row.has_target:
        return ()
    if row.required is None:
        return (Mark("words", top),)
    if row.mark == "stated":
        return (Mark("claim", row.required),)
    kind = "overdue" if row.mark == "no_result" and not row.has_result else "target"
    if row.target_low is not None and row.target_high is not None:
        return (Mark(kind, row.target_low), Mark("range", row.target_high, row.target_low))
    return (Mark(kind, row.required),)


def _result(row: Any) -> tuple[Mark, ...]:
    """The bar of a result; a span is drawn to its low end. A claim without a number has none."""
    value = row.actual if row.actual is not None else row.actual_low
    if value is None or row.basis == "stated":
        return ()
    return (Mark("estimate" if row.actual_qualifier == "estimate" else "result", value),)


def _label(row: Any, parts: Rows) -> tuple[Line, ...]:
    """Result above target: '45%' and '/ 50%'; an overdue target in its colour."""
    target = f"/ {formats.target(row)}" if row.has_target and row.required is not None else ""
    late = row.has_target and row.mark == "no_result" and not row.has_result
    colour = STATUS_COLOURS["missed"] if late else MUTED
    below: tuple[Line, ...] = ((Run(target, colour, bold=late),),) if target else ()
    if row.has_result:
        words = row.actual is None and row.actual_low is None
        return ((Run("bằng lời" if words else formats.result(row), bold=True),), *below)
    newest = max(parts, key=lambda part: part.period_end, default=None)
    if newest is not None:
        return ((Run(formats.result(newest), bold=True),), (Run(f"{_part_name(newest)}{' ' + target if target else ''}", MUTED),))
    return ((Run(f"{formats.NOTHING} {target}" if late else target.removeprefix("/ "), colour, bold=late),),)


def _part_name(row: Any) -> str:
    """A part of a year below its result, the year left out: 'Q.III', '7T'."""
    return times.tick(row.period, row.year).split("/")[0]


def _tooltip(row: Any, caption: Caption) -> str:
    """'Hồ sơ điện tử, cấp tỉnh, năm 2022: kết quả 45%, mục tiêu 50%, gần đạt. 525/KH-UBND, Phần I.I'."""
    parts = [f"kết quả {formats.result(row)}" if row.has_result else "chưa có kết quả"]
    if row.target_year is not None:
        year = "" if row.target_year == row.year else f" năm {row.target_year}"
        parts.append(f"mục tiêu{year} {formats.target(row)}")
    verdict = formats.verdict(row).lower()
    document, locator = (row.actual_document, row.actual_locator) if row.has_result else (row.target_document, row.target_locator)
    place = ", ".join(part for part in (document, locator) if part)
    when = formats.inside(times.period(row.period, row.year))
    return f"{caption.about}, {when}: {', '.join([*parts, verdict])}. {place}".strip(" ,.")


def _facts(row: Any) -> dict[str, Any]:
    """What the workbook tells of a slot."""
    return {
        "Mục tiêu (số)": row.required if row.has_target else None,
        "Kết quả (số)": None if row.basis == "stated" else row.actual,
        "Chênh lệch": None if row.basis == "stated" else row.gap,
        "Đơn vị tính": row.unit_of_measure,
        "Trạng thái": formats.verdict(row),
        "Mục tiêu, nguyên văn": row.target_as_written if row.has_target else None,
        "Kết quả, nguyên văn": row.actual_as_written,
    }

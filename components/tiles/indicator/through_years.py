"""The indicators of one subject over the years: a strip each, one below the other on one axis of time that is true to scale.

A year is as wide as any other, a part of a year stands inside it; the bars are those of the cards and tables, upright.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import streamlit as st

from components.store.store_access import cached_read
from components.territory import Territory
from components.text import citations, formats, subject_words, times
from components.text.spelling import opening
from components.tiles import bullets, messages
from components.tiles.html_table import Markup, joined, tag
from components.tiles.links import address
from data.vietnamese import dates
from data.vietnamese.periods import period_begin, period_end
from queries.reads import subject_trend
from queries.rows import Rows

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_TARGET, _RESULT = 0.62, 0.34  # of its year: the frame of a target, the bar of a result


def trend(indicator_ids: list[str], territory: Territory, level: str) -> Rows:
    """The rows of ``subject_trend`` of indicators at a level ('any' for all of them)."""
    rows = cached_read(subject_trend, **territory.key, indicators=",".join(indicator_ids))
    return rows if level == "any" else rows.where(level=level)


def show(rows: Rows, territory: Territory) -> None:
    """A strip for each indicator and level, those with the earliest figures first; then key and source. Takes ``subject_trend``."""
    today = dates.today()
    first, last = min(rows.values("year")), max([*rows.values("year"), today.year])
    axis = Axis(first, last - first + 1, today)
    groups = _ordered(rows)
    named = ["", *(group[0].indicator_id for group in groups)]
    strips = [_strip(group, axis, territory.unit_id, named[place] == named[place + 1]) for place, group in enumerate(groups)]
    body = tag("div", _years(axis), *strips, class_="years", style=f"--years:{axis.years}")
    st.html(joined(bullets.key_of(rows), tag("div", body, class_="years-room")))
    messages.note(citations.sources(rows))


class Axis:
    """Whole years from the first one on; ``at`` says where a day stands, in percent."""

    def __init__(self, first: int, years: int, today: date) -> None:
        self.first, self.years, self.today = first, years, today

    def at(self, day: date) -> float:
        """Where the end of a day stands."""
        through = (day - date(day.year - 1, 12, 31)).days / (date(day.year, 12, 31) - date(day.year - 1, 12, 31)).days
        return 100 * (day.year - self.first + through) / self.years


def _ordered(rows: Rows) -> list[Rows]:
    """The rows by indicator and level: in the order of their first years, shares before other units."""
    groups = [group for of_one in rows.by("indicator_id").values() for group in of_one.by("level").values()]
    first = {
        code: (min(group.values("year")), group[0].unit_of_measure != "%") for code, group in rows.by("indicator_id").items()
    }
    return sorted(groups, key=lambda group: first[group[0].indicator_id])


def _years(axis: Axis) -> Markup:
    names = (tag("span", year) for year in range(axis.first, axis.first + axis.years))
    now = tag("em", "hôm nay", style=f"left:{axis.at(axis.today):.2f}%")
    return tag(
        "div", tag("span", class_="who"), tag("span", *names, now, class_="plot names"), class_="strip-axis", aria_hidden="true"
    )


def _strip(rows: Rows, axis: Axis, unit_id: str, again: bool) -> Markup:
    """A level of an indicator; ``again``: its name stands above already."""
    row = rows[0]
    level = formats.level_phrase(row.level, unit_id)
    unit = "" if row.unit_of_measure in ("%", "mốc") else f", {row.unit_of_measure}"
    name = f"– {level}" if again else f"{opening(row.short_name)}{unit}"
    said = f"{'' if again or row.level == 'all' else f'{level} · '}{subject_words.newest(rows)}"
    who = tag("span", tag("b", name, class_="again" if again else ""), tag("small", said), class_="who")
    to = address("chi-tieu", {"dia_ban": unit_id, "chi_tieu": row.indicator_id})
    about = f"{row.indicator_name}; {said}; {'; '.join(_told(figure) for figure in rows)}"
    plot = tag("span", *_bars(rows, axis), class_="plot", aria_hidden="true")
    return tag("a", who, plot, href=to, target="_self", class_="year-line", title=row.indicator_name, aria_label=about)


def _told(row: Any) -> str:
    """'năm 2022: kết quả 45%, mục tiêu 50%, gần đạt'."""
    return f"{formats.inside(times.period(row.period, row.year))}: {bullets.said(row)}"


def _bars(rows: Rows, axis: Axis) -> list[Markup]:
    numbers = [float(value) for name in ("required", "target_high", "actual", "actual_high") for value in rows.values(name)]
    full = 100.0 if rows[0].unit_of_measure == "%" else max(numbers, default=0) or 1.0
    parts = [tag("i", class_="now", style=f"left:{axis.at(axis.today):.2f}%")]
    for row in rows:
        parts += _marks(row, axis, full)
    return parts


def _marks(row: Any, axis: Axis, full: float) -> list[Markup]:
    """Frame, bar and label of one period."""
    begin, end = axis.at(period_begin(row.year, row.period)), axis.at(period_end(row.year, row.period))
    middle, wide = (begin + end) / 2, end - begin
    high = 0.0
    parts = []
    if row.has_target:
        kind, value = _frame(row)
        high = 1.0 if value is None else _share(value, full)
        parts.append(_bar(kind, middle, wide * _TARGET, high))
    result = row.actual if row.actual is not None else row.actual_low
    if result is not None and row.basis != "stated":
        parts.append(
            _bar(
                "estimate" if row.actual_qualifier == "estimate" else "value",
                middle,
                max(wide * _RESULT, 0.8),
                _share(result, full),
            )
        )
        high = max(high, _share(result, full))
    return [*parts, _label(row, middle, high)]


def _frame(row: Any) -> tuple[str, float | None]:
    if row.required is None:
        return "words", None
    if row.mark == "stated":
        return "claim", row.required
    return ("overdue" if row.mark == "no_result" and not row.has_result else "target"), row.required


def _bar(kind: str, middle: float, wide: float, high: float) -> Markup:
    return tag("i", class_=f"b-{kind}", style=f"left:{middle - wide / 2:.2f}%;width:{wide:.2f}%;--high:{high:.3f}")


def _label(row: Any, middle: float, high: float) -> Markup:
    """Result above target: '45%' and '/ 50%'; a claim without a number is its shape; a part of a year names itself."""
    lines: list[Markup] = []
    late = row.has_target and row.mark == "no_result" and not row.has_result
    if row.basis == "stated":
        lines.append(bullets.shape("stated"))
    elif row.has_result:
        words = row.actual is None and row.actual_low is None
        lines.append(tag("b", "lời" if words else _bare(formats.result(row), row)))
    if row.period != "N":
        lines.append(tag("small", times.tick(row.period, row.year).split("/")[0]))
    if row.has_target:
        target = "lời" if row.required is None else _bare(formats.target(row), row)
        lines.append(tag("span", f"– / {target}" if late else f"/ {target}", class_="late" if late else ""))
    return tag("span", *lines, class_="said", style=f"left:{middle:.2f}%;--high:{high:.3f}")


def _bare(text: str, row: Any) -> str:
    """A number without its unit, which stands beside the name, but for shares and ranks."""
    return text if row.unit_of_measure in ("%", formats.RANK) else text.removesuffix(row.unit_of_measure).strip()


def _share(value: float, full: float) -> float:
    return min(max(float(value) / full, 0.0), 1.0)

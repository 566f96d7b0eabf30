"""A ranking as rows that are read in columns: rank, status, name, bar with target and median, number, distance, places moved."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.text import formats
from components.text.origin.finding_marks import EITHER, FLAG
from components.text.units import ranking_words as words
from components.text.units.ranking_words import RankingChoice
from components.tiles import bullets, list_parts
from components.tiles.html_table import Content, Markup, joined, small, tag
from components.tiles.links import address, few_kept_by_link, here, kept_by_link, link
from components.tiles.origin import source_links
from queries.rows import Rows

_MANY, _MOST = 100, 216  # so many rows stand in three narrow columns; more of them are drawn in parts
_COUNTED = {
    "met": "đạt",
    "near": "gần đạt",
    "missed": "chưa đạt",
    "not_due": "chưa đến hạn",
    "no_target": "chưa so được với mục tiêu",
}


def ordered(rows: Rows[Any], by_improvement: bool) -> list[Any]:
    """The rows with a number in the order that is shown; by name where nobody is ranked."""
    having = list(rows.having("actual"))
    place = "improvement_rank" if by_improvement else "rank"
    return sorted(having, key=lambda row: (getattr(row, place) is None, getattr(row, place) or 0))


def counters(rows: Rows[Any]) -> None:
    """How many units stand where, the middle and the ends, one beside the other."""
    st.html(_counters(rows))


@kept_by_link
def _counters(rows: Rows[Any]) -> Markup:
    having = rows.having("actual")
    marks = [formats.shown_mark(row) for row in having if row.mark is not None]
    counts = [
        _counter(bullets.shape(mark), marks.count(mark), word)
        for mark, word in _COUNTED.items()
        if mark in marks and any(row.required is not None for row in having)
    ]
    silent = sum(not row.has_result for row in rows)
    if silent:
        counts.append(_counter(bullets.shape("no_result"), silent, "chưa báo cáo"))
    unit, first = having[0].unit_of_measure, having[0]
    ends = (("trung vị", first.median), ("thấp nhất", first.lowest), ("cao nhất", first.highest))
    counts += [tag("span", tag("b", words.value(number, unit)), f" {name}") for name, number in ends]
    counts.append(tag("span", tag("b", first.ranked), " đơn vị có số"))
    return tag("div", *counts, class_="rank-counters")


def _counter(shape: Markup, number: int, word: str) -> Markup:
    return tag("span", shape, tag("b", number), f" {word}")


def rows_in_columns(rows: Rows[Any], by_improvement: bool, chosen: str, flagged: frozenset[str] = frozenset()) -> None:
    """Every unit with a number, in order, of very many a part; a tap looks at it."""
    st.html(_listed(rows, by_improvement, chosen, flagged, _MOST))


@few_kept_by_link
def _listed(rows: Rows[Any], by_improvement: bool, chosen: str, flagged: frozenset[str], most: int) -> Markup:
    shown = ordered(rows, by_improvement)
    unit = shown[0].unit_of_measure
    full = 100.0 if unit == "%" else max(float(row.actual) for row in shown) or 1.0
    place = "improvement_rank" if by_improvement else "rank"
    part = list_parts.part("dong", shown, most, "đơn vị", lambda row: row.unit_name, lambda row: row.unit_id == chosen)
    lines = [_row(row, getattr(row, place), full, row.unit_id == chosen, by_improvement, flagged) for row in part.shown]
    return joined(part.ways, tag("ol", *lines, class_="rank-rows many" if len(lines) > _MANY else "rank-rows"))


def _row(row: Any, place: int | None, full: float, chosen: bool, by_improvement: bool, flagged: frozenset[str]) -> Markup:
    parts = words.parts_short(row)
    distance = words.gap(row.change, row.unit_of_measure) if by_improvement else words.gap(row.gap, row.unit_of_measure)
    mark = formats.shown_mark(row) if row.mark is not None else "no_target"
    opened = tag(
        "a",
        tag("span", place or formats.NOTHING, class_="no"),
        bullets.shape(mark),
        tag("span", row.unit_name, *([small(parts)] if parts else []), class_="name"),
        _bar(row, full),
        tag("b", words.value(row.actual, row.unit_of_measure), f" {FLAG}" if row.unit_id in flagged else ""),
        tag("span", distance or "\u00a0", class_=f"gap s-{mark}"),
        tag("span", words.moved(row.rank_change) or "\u00a0", class_="move"),
        href=here(don_vi=None if chosen else row.unit_id),
        target="_self",
        class_="rank-row here" if chosen else "rank-row",
        title=f"{row.unit_name}: {words.standing(row, row.ranked)}",
    )
    return tag("li", opened)


def _bar(row: Any, full: float) -> Markup:
    """The bar of a row; on the map of today it has a result only."""
    if row.mark is not None:
        return bullets.bullet(row, full, milestone=row.median)
    width = min(max(100 * float(row.actual) / full, 0), 100)
    tick = min(max(100 * float(row.median) / full, 0), 100)
    pieces = [tag("i", class_="b-value", style=f"width:{width:.2f}%"), tag("i", class_="b-tick", style=f"left:{tick:.2f}%")]
    return tag("span", *pieces, class_="bullet", role="img", aria_label=f"kết quả {words.value(row.actual, row.unit_of_measure)}")


def key(rows: Rows[Any], flagged: frozenset[str] = frozenset()) -> None:
    """What the bars mean."""
    st.html(_key(rows, flagged))


@kept_by_link
def _key(rows: Rows[Any], flagged: frozenset[str]) -> Markup:
    having = rows.having("actual")
    kinds = [kind for kind, there in (("target", any(row.required is not None for row in having)), ("value", True)) if there]
    kinds += ["estimate"] if any(row.actual_qualifier == "estimate" for row in having) else []
    median = tag("span", tag("span", tag("i", class_="b-tick", style="left:50%"), class_="bullet"), "trung vị", class_="bar-key")
    moved = tag("span", "▲ ▼ số bậc lên, xuống so với kỳ trước", class_="bar-key")
    flag = tag("span", f"{FLAG} {EITHER}", class_="bar-key") if flagged else ""
    return tag("div", bullets.key(*kinds), median, moved, flag, class_="bar-keys")


def not_ranked(rows: Rows[Any]) -> None:
    """Who has no number: not reported, in words, or not computable; each is listed and never ranked last."""
    for made in _not_ranked(rows):
        st.html(made)


@kept_by_link
def _not_ranked(rows: Rows[Any]) -> list[Markup]:
    without = [row for row in rows if row.actual is None or row.basis == "stated"]
    silent = [row.unit_name for row in without if not row.has_result]
    said = [row.unit_name for row in without if row.has_result and row.reason is None]
    by_reason: dict[str, list[str]] = {}
    for row in without:
        if row.reason is not None:
            by_reason.setdefault(words.parts(row).partition(" · ")[2], []).append(row.unit_name)
    groups = [(f"Chưa báo cáo ({len(silent)})", silent), (f"Báo bằng lời, không có số ({len(said)})", said)]
    groups += [(f"{reason[:1].upper()}{reason[1:]} ({len(names)})", names) for reason, names in by_reason.items()]
    return [
        tag("div", bullets.shape("no_result"), tag("b", f"{title}: "), ", ".join(sorted(names)), class_="rank-silent")
        for title, names in groups
        if names
    ]


def card(rows: Rows[Any], unit_id: str, chosen: RankingChoice) -> None:
    """Where the unit that is looked for stands, and the way to the source of its number and to its page."""
    row = next((row for row in rows if row.unit_id == unit_id), None)
    if row is None:
        return
    above = f" ({formats.inside(row.parent_name)})" if row.parent_name else ""
    lines = [tag("p", tag("b", f"{row.unit_name}{above}: "), words.standing(row, len(rows)))]
    lines += [tag("p", line, class_="note") for line in (words.whose_target(row), words.parts(row)) if line]
    ways: list[Content] = [link(address("ho-so-don-vi", {"don_vi": unit_id}), "Mở hồ sơ đơn vị ›")]
    if row.has_result and chosen.units_of == "then":  # a number of today's units is put together from several
        to = source_links.to_source(unit_id, chosen.indicator_id, chosen.level, chosen.year, chosen.period)
        ways = [link(to, "Nguồn của số này ›"), " · ", *ways]
    lines.append(tag("p", *ways))
    st.html(tag("div", joined(*lines), class_="rank-card", role="status"))

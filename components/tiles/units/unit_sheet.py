"""The sheet of one unit: its indicators beside target, median and rank, the last periods as small bars, debts, kin and remarks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from components.store.store_access import cached_read, read_of_unit, units_are_asked_together
from components.text import formats, headlines, times
from components.text.units import index_words, profile_facts, ranking_words
from components.text.units import profile_words as words
from components.tiles import bullets, html_table, list_parts
from components.tiles.html_table import Cell, Column, Markup, joined, small, tag
from components.tiles.links import address, few_kept_by_link, kept_by_link, link
from components.tiles.origin import finding_flags, source_links
from queries.reads import unit_kin_list, unit_profile, unit_trend
from queries.rows import Rows

_PERIODS = 10  # of the small bars
_REMARKS = 4
_ROWS = 36  # of the table that are drawn at once
_REMARK_KINDS = {
    "result": "kết quả",
    "shortcoming": "tồn tại",
    "cause": "nguyên nhân",
    "remedy": "giải pháp",
    "proposal": "kiến nghị",
}


def figures(unit_id: str, province_code: str) -> tuple[Rows[Any], Rows[Any], Rows[Any]]:
    """``unit_profile``, ``unit_trend`` and ``unit_kin_list`` of a unit."""
    key = {"province_code": province_code, "unit_id": unit_id}
    return (
        read_of_unit(unit_profile, **key),
        read_of_unit(unit_trend, **key),
        read_of_unit(unit_kin_list, **key, column="of_unit"),
    )


def ahead(province_code: str) -> list[Callable[[], Any]]:
    """What asks ahead what the sheets of all communes of a province ask."""
    return [
        lambda: profile_facts.this_year_and_last(cached_read, province_code, "commune"),
        lambda: figures("", province_code) if units_are_asked_together(province_code) else None,
    ]


def picker(rows: Rows[Any], province: str) -> None:
    """The units of today as links, for a visitor who has chosen none. Takes ``unit_state_list``."""
    for level, title in (("commune", "Xã, phường"), ("district", "Huyện, thị xã, thành phố")):
        there = [row for row in rows.where(level=level) if row.valid_to is None]
        if there:
            links = [tag("li", link(profile(row.unit_id), row.unit_name)) for row in there]
            st.html(
                joined(
                    tag("h2", f"{title} của {formats.inside(province)} ({len(there)})", class_="part"),
                    tag("ul", *links, class_="unit-list"),
                )
            )


def profile(unit_id: str) -> str:
    """The address of a unit's own page."""
    return address("ho-so-don-vi", {"don_vi": unit_id})


def table(unit: Any, rows: Rows[Any], trend: Rows[Any]) -> None:
    """A row an indicator with a result (of very many a part), the others named below; of a unit that never reported a row each. Takes ``unit_profile`` and ``unit_trend``."""
    for made in filter(None, _tables(unit, rows, trend, _ROWS)):
        st.html(made)


@few_kept_by_link
def _tables(unit: Any, rows: Rows[Any], trend: Rows[Any], most: int) -> tuple[Markup, Markup]:
    told = [row for row in rows if row.has_result]
    columns = [
        Column("Chỉ tiêu", names_rows=True), Column("Kết quả mới nhất"), Column("Mục tiêu", nowrap=True), Column("", caption=""),
        Column("Trạng thái"), Column("Trung vị", nowrap=True), Column("Hạng", nowrap=True), Column("Qua các kỳ", nowrap=True),
    ]  # fmt: skip
    by_indicator = trend.by("indicator_id")
    part = list_parts.part("dong", told or list(rows), most, "chỉ tiêu", lambda row: row.short_name)
    body = [_line(unit, row, list(by_indicator.get(row.indicator_id, ())) if row.level != "all" else []) for row in part.shown]
    look = "wide unit-sheet dense" if len(body) > 14 else "wide unit-sheet"
    without = [row for row in rows if not row.has_result] if told else []
    return joined(part.ways, html_table.table(columns, body, look)), _silent(unit, without)


def _silent(unit: Any, rows: Sequence[Any]) -> Markup:
    """The indicators without a result, each with its target."""
    if not rows:
        return Markup()
    named = [
        joined(f"{row.short_name}{f' ({formats.target(row)})' if row.target_year else ''}", finding_flags.flag(row, unit.unit_id))
        for row in rows
    ]
    listed = [part for name in named for part in (", ", name)][1:]
    return tag("div", bullets.shape("no_result"), tag("b", f"Chưa có kết quả ({len(rows)}): "), *listed, class_="rank-silent")


def _line(unit: Any, row: Any, trend: Sequence[Any]) -> list[Any]:
    mark = formats.shown_mark(row)
    gap = f" {formats.gap(row.gap, row.unit_of_measure)}" if row.gap is not None else ""
    status = tag("span", bullets.shape(mark), f" {formats.verdict(row)}{gap}", class_=f"s-{mark}")
    full = (
        100.0 if row.unit_of_measure == "%" else max(float(value or 0) for value in (row.actual, row.required, row.median)) or 1.0
    )
    figures = row.required is not None or row.actual is not None
    return [
        _name(unit, row),
        _result(unit, row),
        _target(unit, row),
        bullets.bullet(row, full, milestone=row.median if words.has_median(row) else None) if figures else Cell("", "none"),
        status,
        tag("span", words.median(row), class_="far" if words.far_below(row) else ""),
        words.rank(row) or Cell(formats.NOTHING, "none"),
        _strip(trend, full, row.unit_of_measure) if len(trend) > 1 else Cell("", "none"),
    ]


def _name(unit: Any, row: Any) -> Markup:
    """The indicator, opened in the ranking of its level and period where it has one."""
    if row.rank is None:
        return joined(row.short_name, *([" ", small("không phân cấp")] if row.level == "all" else []))
    choices = {"chi_tieu": row.indicator_id, "cap": unit.level, "nam": row.year, "ky": row.period, "don_vi": unit.unit_id}
    return link(address("xep-hang", choices), row.short_name, title=row.indicator_name)


def _target(unit: Any, row: Any) -> Markup | Cell:
    """The target in force, with its year where that is not the result's."""
    if not row.target_year:
        return Cell(formats.NOTHING, "none")
    other = [small(f"năm {row.target_year}")] if row.target_year != row.year else []
    to = source_links.to_source(unit.unit_id, row.indicator_id, row.level, row.target_year, "N", "target")
    return joined(tag("a", formats.target(row), href=to, target="_self", class_="to-source"), *other)


def _result(unit: Any, row: Any) -> Markup:
    if not row.has_result:
        return joined(tag("span", words.result(row), class_="quiet"), finding_flags.flag(row, unit.unit_id))
    below = " · ".join(
        filter(None, [times.tick(row.period, row.year), words.own_period(row, row.unit_of_measure), headlines.so_far(row)])
    )
    return joined(
        tag("b", source_links.figure(unit.unit_id, row, words.result(row))), finding_flags.flag(row, unit.unit_id), small(below)
    )


def _strip(trend: Sequence[Any], full: float, unit_of_measure: str) -> Markup:
    """The last periods as bars from zero on one scale, those computed from predecessors lighter, the median as a tick."""
    shown = list(trend)[-_PERIODS:]
    top = full if full == 100.0 else max(max(row.actual, row.median) for row in shown) or 1.0
    return tag(
        "span",
        *(_bar(row, top, unit_of_measure) for row in shown),
        class_="unit-strip",
        role="img",
        aria_label=f"qua các kỳ: {words.recent(shown)}",
    )


def _bar(row: Any, top: float, unit_of_measure: str) -> Markup:
    own = words.own_period(row, unit_of_measure)
    told = f"{times.tick(row.period, row.year)}: {ranking_words.value(row.actual, '')}, trung vị {ranking_words.value(row.median, '')}"
    told += f"; {own}" if own else ""
    told += " (tính lại từ các đơn vị cũ)" if row.recomputed else ""
    height, middle = (min(max(100 * value / top, 0), 100) for value in (row.actual, row.median))
    pieces = tag("i", style=f"height:{max(height, 2):.0f}%"), tag("u", style=f"bottom:{middle:.0f}%")
    return tag("span", *pieces, title=told, class_="then" if row.recomputed else "")


def key(rows: Rows[Any], trend: Rows[Any], unit_id: str) -> None:
    """What bars, ticks and lighter bars mean."""
    st.html(_key(rows, trend, unit_id))


@kept_by_link
def _key(rows: Rows[Any], trend: Rows[Any], unit_id: str) -> Markup:
    median = tag(
        "span", tag("span", tag("i", class_="b-tick", style="left:50%"), class_="bullet"), "trung vị của cấp", class_="bar-key"
    )
    lighter = "Cột nhạt, dấu *: tính lại từ các đơn vị cũ." if any(row.recomputed for row in trend) else ""
    flag = tag("span", finding_flags.key(rows, unit_id), class_="bar-key")
    return tag("div", bullets.key_of(rows), median, tag("span", lighter, class_="bar-key"), flag, class_="bar-keys")


def around(unit: Any, debts: Sequence[tuple[Any, int]], kin: Rows[Any], remarks: Rows[Any], scores: Sequence[Any]) -> None:
    """What stands beside the figures: debts of reporting, kin, points, remarks; what is not there is not said."""
    blocks = [_debts(unit, debts), _kin(unit, kin), _scores(unit, scores), _remarks(remarks)]
    st.html(tag("div", *(block for block in blocks if block), class_="unit-around"))


def _block(title: str, *lines: Markup) -> Markup:
    return tag("section", tag("h3", title), *(tag("p", line) for line in lines))


def _debts(unit: Any, debts: Sequence[tuple[Any, int]]) -> Markup:
    if unit.valid_to is not None:
        return Markup()
    to_page = link(address("tinh-hinh-bao-cao", {"cap_bao_cao": unit.level}), "Tình hình báo cáo ›")
    if not debts:
        return _block("Báo cáo còn thiếu", joined("Không còn kỳ nào quá hạn. ", to_page))
    lines = [tag("span", words.debt(row, year)) for row, year in debts]
    return _block("Báo cáo còn thiếu", *lines[:5], joined(f"Còn {len(lines) - 5} kỳ nữa. " if len(lines) > 5 else "", to_page))


def _kin(unit: Any, kin: Rows[Any]) -> Markup:
    lines = []
    for title, group, note in words.kin(kin):
        names = [part for other in group for part in (", ", link(profile(other.unit_id), other.unit_name))][1:]
        lines.append(joined(f"{title}: ", *names, f" ({note})" if note else "", "."))
    if said := words.answers(unit):
        lines.append(joined(said))
    return _block("Trước và sau sắp xếp", *lines) if lines else Markup()


def _scores(unit: Any, scores: Sequence[Any]) -> Markup:
    lines = []
    for about, row in scores:
        when = formats.inside(times.period(about.period, about.year))
        choices = {"bo": about.index_id, "cap": about.level, "nam": about.year, "ky": about.period, "don_vi": unit.unit_id}
        lines.append(joined(link(address("diem-tong-hop", choices), about.index_name), f", {when}: {index_words.standing(row)}."))
    return _block("Điểm tổng hợp", *lines) if lines else Markup()


def _remarks(remarks: Rows[Any]) -> Markup:
    lines = [
        joined(f"{_REMARK_KINDS.get(row.kind, row.kind).capitalize()}: {row.text} ", small(f"{row.document}, {row.locator}"))
        for row in remarks[:_REMARKS]
    ]
    more = [joined(f"Còn {len(remarks) - _REMARKS} nhận xét nữa trong các văn bản.")] if len(remarks) > _REMARKS else []
    return _block("Nhận xét trong văn bản", *lines, *more) if lines else Markup()

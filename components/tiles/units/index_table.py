"""An index on a page: the units in order of their points, those without a number and why, and the sum of one unit line by line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.store.store_access import cached_read, read_of_unit, units_are_asked_together
from components.text import formats, times
from components.text.origin.finding_marks import Shown
from components.text.units import index_words as words
from components.text.units import profile_facts
from components.text.units.index_words import IndexChoice
from components.tiles import bullets, csv_download, html_table
from components.tiles.html_table import Cell, Column, Content, Group, Markup, joined, small, tag
from components.tiles.links import address, few_kept_by_link, here, link
from components.tiles.origin import finding_flags, source_links
from queries.reads import index_list, index_sum
from queries.rows import Rows

_MANY = 100  # so many rows stand in three narrow columns


def ahead(province_code: str) -> list[Callable[[], Any]]:
    """What asks ahead the points of all units in the newest period of each index, as sheets of units tell them, and the sums that the page
    opens with."""
    levels = ("commune", "district", "province")
    return [
        *(lambda level=level: profile_facts.newest_of_each_index(cached_read, province_code, level) for level in levels),
        lambda: _sums(province_code) if units_are_asked_together(province_code) else None,
    ]


def _sums(province_code: str) -> None:
    for first in cached_read(index_list, province_code=province_code)[:1]:
        key = {"index_id": first.index_id, "year": first.year, "period": first.period}
        read_of_unit(index_sum, province_code=province_code, unit_id="", **key)


def rows_in_columns(rows: Rows[Any], chosen: str) -> None:
    """Every unit with a number, in order; a tap lays its sum open."""
    if listed := _listed(rows, chosen):
        st.html(listed)


@few_kept_by_link
def _listed(rows: Rows[Any], chosen: str) -> Markup:
    scored = rows.having("score")
    lines = (_row(row, row.unit_id == chosen) for row in scored)
    return tag("ol", *lines, class_="rank-rows many" if len(scored) > _MANY else "rank-rows") if scored else Markup()


def _row(row: Any, chosen: bool) -> Markup:
    track = tag("i", class_="b-value", style=f"width:{100 * row.score / row.scale:.2f}%")
    opened = tag(
        "a",
        tag("span", row.rank or formats.NOTHING, class_="no"),
        tag("span", row.unit_name, *([small("* có chỉ tiêu không áp dụng")] if row.outside else []), class_="name"),
        tag("span", track, class_="bullet", role="img", aria_label=f"{words.points(row.score)} trên {row.scale} điểm"),
        tag("b", words.points(row.score)),
        href=here(don_vi=row.unit_id) + "#cong",
        target="_self",
        class_="rank-row index-row here" if chosen else "rank-row index-row",
        title=f"{row.unit_name}: {words.standing(row)}",
    )
    return tag("li", opened)


def without_number(rows: Rows[Any]) -> None:
    """Who has no number, each with what is missing; never ranked last."""
    if said := _without_number(rows):
        st.html(said)


@few_kept_by_link
def _without_number(rows: Rows[Any]) -> Markup:
    lacking = rows.matching(lambda row: row.score is None)
    groups: dict[str, list[Any]] = {}
    for row in lacking:
        groups.setdefault(words.missing(row) or "không chỉ tiêu nào áp dụng", []).append(row)
    lines = []
    for said, group in groups.items():
        names = [link(here(don_vi=row.unit_id) + "#cong", row.unit_name) for row in group]
        between = [part for name in names for part in (", ", name)][1:]
        title = tag("b", f"{said[:1].upper()}{said[1:]} · {len(group)} đơn vị: ")
        lines.append(tag("p", bullets.shape("no_result"), title, *between))
    return tag("div", *lines, class_="rank-silent index-silent") if lines else Markup()


def sum_of(row: Any, lines: Rows[Any], about: IndexChoice) -> None:
    """The sum of one unit, line by line: most points, result, how it is scored, points. Takes ``index_ranking`` and ``index_sum``."""
    columns = [
        Column("Chỉ tiêu", names_rows=True), Column("Điểm tối đa", nowrap=True), Column("Kết quả"), Column("Cách chấm"),
        Column("Tỷ lệ × điểm = được"), Column("Điểm", nowrap=True),
    ]  # fmt: skip
    body: list[html_table.Row] = []
    for part, group in lines.by("part").items():
        body.append(Group(part))
        body += [_line(line, row.unit_id, about) for line in group]
    total = words.points(row.score) if row.score is not None else words.missing(row)
    body.append([tag("b", "Cộng"), words.most(row.line_points), Cell(""), Cell(""), Cell(""), Cell(tag("b", total))])
    st.html(
        tag(
            "div",
            tag("p", tag("b", f"{row.unit_name}: "), f"{words.standing(row)}."),
            class_="rank-card",
            id="cong",
            role="status",
        )
    )
    html_table.show(columns, body, "wide index-sum")


def _line(line: Any, unit_id: str, about: IndexChoice) -> list[Any]:
    changed = line.weight is not None and round(line.weight, 4) != round(float(line.points), 4)
    most = Markup(tag("span", words.most(line.points), *([small(f"quy về {words.most(line.weight)}")] if changed else [])))
    name = line.indicator_name or "Chưa có chỉ tiêu trong danh mục"
    result: Content = words.result(line)
    if line.indicator_id and line.actual is not None:
        to = source_links.to_source(unit_id, line.indicator_id, about.level, about.year, about.period)
        figure = Shown(unit_id, line.indicator_id, about.level, about.year, about.period, None, None, None, "")
        result = joined(tag("a", result, href=to, target="_self", class_="to-source"), finding_flags.flag(figure, unit_id))
    return [name, most, result, words.scoring(line), words.product(line) or Cell(""), words.points(line.score)]


def notes(rows: Rows[Any], chosen: IndexChoice) -> list[str]:
    """What has to be said of an index: whose points they are, what 0 and missing mean, what was taken out."""
    about = chosen.about
    taken_out = any(row.outside for row in rows)
    return [
        about.note or "",
        "Kết quả bằng 0 được 0 điểm, không phải là thiếu. Thiếu một chỉ tiêu thì không có điểm tổng hợp: nói thiếu gì, không chấm 0.",
        "* Chỉ tiêu mà bộ chỉ số nói là không áp dụng cho loại đơn vị ấy được bỏ ra, điểm còn lại quy về đủ thang."
        if taken_out
        else "",
    ]


def take(rows: Rows[Any], chosen: IndexChoice, name: str) -> None:
    """The CSV of all units."""
    when = times.period(chosen.period, chosen.year)
    csv_download.csv(lambda: as_table(rows), name=f"Điểm tổng hợp {when} - {name}", key="take-index")


def as_table(rows: Rows[Any]) -> csv_download.Table:
    """What the CSV holds: a line a unit. Takes ``index_ranking``."""
    plain: dict[str, list[Any]] = {
        "Hạng": rows.values("rank"),
        "Đơn vị": rows.values("unit_name"),
        "Mã đơn vị": rows.values("unit_id"),
        "Điểm": [None if row.score is None else round(row.score, 4) for row in rows],
        "Thang": rows.values("scale"),
        "Còn thiếu": [words.missing(row) for row in rows],
        "Bỏ ra": [words.outside(row) for row in rows],
    }
    return csv_download.Table({}, {}, plain)


def show_profile(unit_id: str) -> None:
    """The link to the unit's own page."""
    if not formats.is_province(unit_id):
        st.html(tag("p", link(address("ho-so-don-vi", {"don_vi": unit_id}), "Mở hồ sơ đơn vị ›"), class_="note to-unit"))

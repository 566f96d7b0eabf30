"""The tables of the overview: every target by level, a part of the year against its milestones, results without a target, overdue ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.text import citations, formats, times
from components.text.overview.overview_headlines import period_name
from components.text.overview.overview_period import Overview
from components.text.overview.pillar_words import pillar_count
from components.text.spelling import quoted
from components.tiles import html_table
from components.tiles.bullets import bullet, key, key_of, shape
from components.tiles.cards import MARKS, TITLES
from components.tiles.html_table import Cell, Column, Group, Markup, joined, small, tag
from components.tiles.indicator_names import indicator_name
from components.tiles.links import indicator_links, link
from components.tiles.origin import finding_flags
from components.tiles.origin.source_register import named
from components.tiles.overview.focus_list import compared, full, lacking, mark_of, where
from queries.rows import Rows

_NAME = Column("Chỉ tiêu", caption="", names_rows=True)
_LONGEST = 60  # of a quote in a cell
_FEW = 8  # targets without a result of the period that stand open below those with one


def by_level(rows: Rows[Any], waiting: Rows[Any], unit_id: str) -> Markup:
    """Indicators down, levels across, a small bar in each cell. Takes ``target_list`` and ``open_target`` of the year.

    A target of no level of its own spans all columns; one without a result shows its newest earlier one, lighter.
    """
    known, to_indicator = set(rows.values("level")), indicator_links(unit_id)
    levels = [level for level in ("province", "district", "commune") if level in known]
    earlier = {(row.indicator_id, row.level): row for row in waiting.having("last_year")}
    body: list[html_table.Row] = []
    for pillar, of_pillar in sorted(rows.by("pillar_name").items(), key=lambda group: group[1][0].pillar_order):
        body.append(Group(pillar, say=f"{pillar} {pillar_count(of_pillar)}"))
        for _, same in sorted(of_pillar.by("indicator_id").items()):
            body += _lines(same, levels, earlier, unit_id, to_indicator)
    return html_table.table([_NAME, *(formats.level(level, unit_id) for level in levels or ["all"])], body, "wide even bars")


def _lines(
    rows: Rows[Any], levels: list[str], earlier: dict[Any, Any], unit_id: str, to_indicator: Callable[[str], str]
) -> list[html_table.Row]:
    """The row of an indicator, and one more where it has targets with and without a level."""
    name = link(to_indicator(rows[0].indicator_id), indicator_name(rows[0].short_name), title=rows[0].indicator_name)
    made: list[html_table.Row] = []
    cells = {row.level: _cell(row, earlier, unit_id) for row in rows if row.level != "all"}
    if cells:
        made.append([name, *(cells.get(level, Cell(formats.NOTHING, "none")) for level in levels)])
    for row in rows.where(level="all"):
        made.append([name, Cell(_cell(row, earlier, unit_id, where(row, unit_id)), span=max(len(levels), 1))])
    return made


def _cell(row: Any, earlier: dict[Any, Any], unit_id: str, place: str = "") -> Markup:
    known = earlier.get((row.indicator_id, row.level)) if row.mark in ("no_result", "not_due") and not row.has_result else None
    bar = bullet(known or row, full(known or row), earlier=known is not None)
    before = joined(tag("span", place, class_="quiet"), " · ") if place else ""
    told = tag("span", before, cell_text(known or row, bool(place)), finding_flags.flag(row, unit_id), class_="cell-text")
    return tag("span", shape(mark_of(row)), bar, told, class_="bar-cell")


def cell_text(row: Any, wide: bool = False) -> str:
    """What stands beside a bar: '45% / 50%', 'mục tiêu 100%' for a claim without a number, the quote of a result in words."""
    own = f" · đơn vị tự nêu {words}" if (words := citations.own_words(row)) else ""
    if row.basis == "stated":
        return f"mục tiêu {formats.target(row)}{', văn bản nói đã hoàn thành, không nêu số' if wide else ''}{own}"
    if row.actual is None and row.actual_as_written and getattr(row, "actual_low", None) is None:
        return f"{_short(row.actual_as_written)}{own}"
    if row.actual is None and not row.actual_as_written:
        return f"mục tiêu {_short(row.target_as_written) if row.required is None else formats.target(row)}{own}"
    return compared(row) + own


def _short(text: str) -> str:
    return quoted(text if len(text) <= _LONGEST else text[: _LONGEST - 1].rsplit(" ", 1)[0] + " …")


def notation(rows: Rows[Any], waiting: Rows[Any], unit_id: str) -> Markup:
    """The key of the bars and shapes that the table draws. Takes ``target_list`` and ``open_target``, as ``by_level``."""
    marks, earlier = {mark_of(row) for row in rows}, waiting.having("last_year")
    words = {
        "met": "đạt", "near": "gần đạt", "missed": "chưa đạt", "behind": formats.PACES["behind"][1].lower(), "stated": "đạt theo văn bản", "no_result": "chưa có số liệu",
        "not_due": "chưa đến hạn", "no_target": "chưa so được với mục tiêu",
    }  # fmt: skip
    drawn = joined(
        *(tag("span", shape(mark), " ", word) for mark, word in words.items() if mark in marks), finding_flags.key(rows, unit_id)
    )
    return tag("div", key_of(rows), key("earlier") if earlier else "", tag("div", drawn, class_="bar-key"), class_="bar-keys")


def within_year(about: Overview, rows: Rows[Any], unit_id: str) -> Markup:
    """A part of the year against the targets of the year: bar with the milestone, the change, how far behind; the slowest first."""
    when = period_name(about.period, about.year)
    columns = [
        _NAME, Column("", caption="0–100%"), Column(f"{when} / mục tiêu"), Column("So với kỳ trước", nowrap=True),
        Column("So với mốc", nowrap=True), Column("Trạng thái", nowrap=True),
    ]  # fmt: skip
    states = list(TITLES)
    ordered = sorted(rows, key=lambda row: (states.index(about.state(row)), -abs(getattr(_pace(about, row), "deviation", 0))))
    to_indicator = indicator_links(unit_id)
    lines = [_part_line(about, row, unit_id, to_indicator(row.indicator_id)) for row in ordered]
    reported = sum(about.state(row) != "unreported" for row in ordered)
    if len(ordered) - reported <= _FEW:
        return html_table.table(columns, lines, "wide bars within")
    rest = html_table.table(columns, lines[reported:], "wide bars within")  # a long list of nothing hides what there is
    folded = tag("details", tag("summary", f"{len(ordered) - reported} mục tiêu chưa có số liệu kỳ này"), rest, class_="more")
    return joined(html_table.table(columns, lines[:reported], "wide bars within"), folded) if reported else folded


def _pace(about: Overview, row: Any) -> Any:
    return about.pace_of.get((row.indicator_id, row.level))


def _part_line(about: Overview, row: Any, unit_id: str, address: str) -> list[html_table.Content]:
    pace, state, unit = _pace(about, row), about.state(row), row.unit_of_measure
    mark = MARKS.get(state, state)
    older = "" if row.target_year == about.year else f" · mục tiêu năm {row.target_year}"
    return [
        joined(
            link(address, indicator_name(row.short_name)),
            tag("span", f" · {where(row, unit_id)}{older}", class_="quiet"),
        ),
        bullet(row, full(row), milestone=pace.milestone if pace else None, late=False),
        joined(_part_result(row), finding_flags.flag(row, unit_id)),
        formats.change(row.change, unit) if row.change is not None else formats.NOTHING,
        tag("b", formats.gap(round(pace.deviation, 1), unit), class_=f"s-{mark}") if pace else formats.NOTHING,
        joined(tag("span", shape(mark), " ", TITLES[state], class_=f"s-{mark}")),
    ]


def _part_result(row: Any) -> Markup:
    """'66,8% / 90%', the number in bold; a quote is kept short."""
    said = formats.result(row) if row.actual is not None or row.actual_low is not None or not row.actual_as_written else ""
    return joined(tag("b", said or _short(row.actual_as_written)), f" / {formats.target(row)}")


def without_target(rows: Rows[Any], unit_id: str) -> Markup:
    """Results that no document sets a target for. Takes ``result_list``."""
    to_indicator, body = indicator_links(unit_id), list[html_table.Row]()
    for pillar, of_pillar in rows.by("pillar_name").items():
        body.append(Group(pillar, say=f"{pillar} {len(of_pillar)} kết quả"))
        body += [
            [
                joined(
                    link(to_indicator(row.indicator_id), indicator_name(row.short_name), title=row.indicator_name),
                    " ",
                    tag("span", f"· {where(row, unit_id)}", class_="quiet"),
                ),
                joined(formats.result(row), finding_flags.flag(row, unit_id, worded=True)),
                times.period(row.period, row.year),
                joined(named(row.actual_document, unit_id) or formats.NOTHING, small(row.actual_locator or "")),
            ]
            for row in of_pillar
        ]
    return html_table.table([_NAME, "Kết quả", Column("Kỳ", nowrap=True), "Văn bản"], body, "wide")


def past_due(rows: Rows[Any], unit_id: str) -> Markup:
    """Targets whose last day is over without a result, by year. Takes ``overdue_target``."""
    to_indicator, body = indicator_links(unit_id), list[html_table.Row]()
    for year, of_year in rows.by("year").items():
        body.append(Group(f"Quá hạn từ {year}: {len(of_year)} mục tiêu", say=f"{len(of_year)} mục tiêu quá hạn từ {year}"))
        body += [
            [
                joined(
                    link(to_indicator(row.indicator_id), indicator_name(row.short_name)),
                    " ",
                    tag("span", f"· {where(row, unit_id)}", class_="quiet"),
                ),
                formats.target(row),
                last_result(row),
                tag("b", lacking(row)) if row.gap is not None else formats.NOTHING,
                row.owner or "văn bản không nêu",
            ]
            for row in of_year
        ]
    return html_table.table([_NAME, "Mục tiêu", "Kết quả gần nhất", Column("Chênh lệch", nowrap=True), "Chủ trì"], body, "wide")


def last_result(row: Any) -> str:
    """The newest result with its period: 'khoảng 98% (2022)', 'chưa từng báo cáo'."""
    if row.last_year is None:
        return "chưa từng báo cáo"
    said = quoted(row.actual_as_written) if row.actual is None and row.actual_as_written else formats.result(row)
    return f"{said} ({times.tick(row.last_period, row.last_year)})"


def numbers(rows: Rows[Any], columns: dict[str, Callable[[Any], Any]]) -> dict[str, list[Any]]:
    """Columns of a CSV: heading -> the value of each row."""
    return {heading: [value(row) for row in rows] for heading, value in columns.items()}

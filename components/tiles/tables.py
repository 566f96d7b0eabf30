"""Tables of indicators and claims; their names link to the indicator's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.text import formats
from components.tiles import html_table, source_card
from components.tiles.html_table import Cell, Column, Content, Group, Markup, joined, small, tag
from components.tiles.links import indicator_links, link
from queries.rows import Rows

_SHORT = ("%", formats.RANK)  # units that stand beside the number; others stand below the indicator's name


def pillar_by_level(rows: Rows, unit_id: str) -> None:
    """How each pillar stands at each level. Takes the columns of ``indicator_matrix``; a single target shows its value."""
    to_indicator, levels = indicator_links(unit_id), _levels(rows)
    body = [
        [pillar, *(_mark_summary(of_pillar.where(level=level), to_indicator) for level in levels)]
        for pillar, of_pillar in rows.by("pillar_name").items()
    ]
    html_table.show(["Nhóm", *(formats.LEVELS[level] for level in levels)], body)


def _levels(rows: Rows) -> list[str]:
    return [level for level in formats.LEVELS if level in rows.values("level")]


def _mark_summary(rows: Rows, to_indicator: Callable[[str], str]) -> Content:
    if not rows:
        return formats.NOTHING
    if len(rows) == 1:
        row = rows[0]
        value = formats.result(row) if row.actual is not None else formats.STATUSES[row.status][1]
        return link(to_indicator(row.indicator_id), _mark(row.status), " ", value, title=row.indicator_name)
    counts = {status: len(of_status) for status, of_status in rows.by("status").items()}
    parts = [
        tag("span", _mark(status), "\u00a0", tag("b", counts[status]), class_="nobreak")
        for status in formats.STATUSES
        if status in counts
    ]
    return Markup(" ".join(parts))


def changes_table(rows: Rows, unit_id: str, year: int) -> None:
    """Results against the last earlier result. Takes the columns of ``result_change``."""
    to_indicator = indicator_links(unit_id)
    body = [
        [
            joined(link(to_indicator(row.indicator_id), row.short_name), small(_level_and_unit(row))),
            _plain(row.actual, row.actual_qualifier, row),
            joined(_plain(row.previous_actual, row.previous_qualifier, row), small(row.previous_year)),
            tag("b", _change(row)),
        ]
        for row in rows
    ]
    html_table.show(["Chỉ tiêu", f"Năm {year}", "Lần trước", "Thay đổi"], body, "even")


def _level_and_unit(row: Any) -> str:
    return formats.LEVEL_PHRASES[row.level] + ("" if row.unit_of_measure in _SHORT else f" · {row.unit_of_measure}")


def _change(row: Any) -> str:
    return formats.change(row.change, row.unit_of_measure) if row.unit_of_measure in _SHORT else formats.signed(row.change)


def _plain(value: float, qualifier: str | None, row: Any) -> str:
    if row.unit_of_measure in _SHORT:
        return formats.qualified(value, qualifier, row.unit_of_measure)
    return formats.QUALIFIERS.get(qualifier or "", "") + formats.number(value)


def indicator_table(rows: Rows, unit_id: str) -> None:
    """Every target of the year: indicators down, levels across. Takes the columns of ``indicator_matrix``.

    A cell shows status, result against target, the gap, and the change against the last earlier result.
    """
    to_indicator, levels = indicator_links(unit_id), _levels(rows)
    body: list[html_table.Row] = []
    for pillar, of_pillar in rows.by("pillar_name").items():
        body.append(Group(pillar))
        for indicator_id, of_indicator in of_pillar.by("indicator_id").items():
            by_level = {row.level: _cell(row) for row in of_indicator}
            name = link(to_indicator(indicator_id), of_indicator[0].indicator_name)
            body.append([name, *(by_level.get(level, Cell(formats.NOTHING, "none")) for level in levels)])
    html_table.show([Column("Chỉ tiêu", caption=""), *(formats.LEVELS[level] for level in levels)], body, "wide even")


def _cell(row: Any) -> Markup:
    target, result = formats.target(row), formats.result(row)
    first = f" {result} / {target}" if result != formats.NOTHING else f" {target}"
    return joined(_mark(row.status), first, *(small(line) for line in _cell_lines(row)))


def _cell_lines(row: Any) -> list[str]:
    lines = []
    if row.gap is not None and row.gap != 0:
        lines.append(f"{formats.gap(row.gap, row.unit_of_measure)} so với mục tiêu")
    if row.previous_actual is not None:
        moved = "" if row.actual is None else f" ({formats.change(row.change, row.unit_of_measure)})"
        previous = formats.qualified(row.previous_actual, row.previous_qualifier, row.unit_of_measure)
        lines.append(f"{row.previous_year}: {previous}{moved}")
    stated = row.stated_status
    if stated and row.status in ("met", "near", "missed") and (stated == "met") != (row.status == "met"):
        lines.append(f"Văn bản nêu: {formats.STATUSES[stated][1].lower()}")
    if row.conflict:
        lines.append("Văn bản nêu hai số khác nhau")
    return lines


def _mark(status: str) -> Markup:
    shape, word = formats.STATUSES[status]
    return tag("span", shape, tag("span", word, style="position:absolute;left:-999em"), class_=f"mark s-{status}", title=word)


def claims_table(claims: Rows, trend: Rows, unit_of_measure: str, unit_id: str, to_source: Callable[[Any, str], str]) -> None:
    """Every claim with document, place and standing, newest first; what one sentence says of several levels is one row.

    Takes the columns of ``indicator_claims`` and ``indicator_trend``; a number links to its source.
    """
    levels = _levels(claims)
    late = {(row.level, row.year) for row in trend if row.has_target and row.mark == "no_result" and not row.has_result}
    alike: dict[tuple[Any, ...], list[Any]] = {}
    for row in claims:
        alike.setdefault(
            (-row.year, row.period, row.kind, row.as_written, row.document, row.locator, _standing(row, late)), []
        ).append(row)
    columns = [
        Column("Kỳ", nowrap=True), Column("Loại", nowrap=True), Column("Nguyên văn"),
        *(Column(formats.level(level, unit_id), nowrap=True) for level in levels), Column("Văn bản, vị trí", caption="Văn bản", nowrap=True), Column("Tình trạng"),
    ]  # fmt: skip
    body = [
        _claim_cells(group, levels, unit_of_measure, late, to_source)
        for _, group in sorted(alike.items(), key=lambda item: item[0][0])
    ]
    html_table.show(columns, body, "wide")


def _claim_cells(
    group: list[Any], levels: list[str], unit: str, late: set[tuple[str, int]], to_source: Callable[[Any, str], str]
) -> list[Content | Cell]:
    row, by_level = group[0], {claim.level: claim for claim in group}
    notes = _told_once([claim.note for claim in group if claim.note])
    figures: list[Content | Cell] = []
    for level in levels:
        claim = by_level.get(level)
        figures.append(
            Cell(formats.NOTHING, "none") if claim is None else link(to_source(claim, claim.kind), _claimed(claim, unit))
        )
    return [
        formats.period(row.period, row.year),
        formats.KINDS[row.kind],
        joined(f"“{formats.quote(row.as_written)}”", *(small(note) for note in notes)),
        *figures,
        joined(row.document, small(row.locator or "")),
        _standing(row, late),
    ]


def _told_once(notes: list[str]) -> list[str]:
    """Notes without those that another one repeats."""
    every = list(dict.fromkeys(notes))
    return [note for note in every if not any(note != other and note in other for other in every)]


def _claimed(row: Any, unit: str) -> str:
    """The number of a claim; 'bằng lời' for words."""
    figure = source_card.figure_of(row, unit)
    return "bằng lời" if figure == formats.NOTHING else figure


def _standing(row: Any, late: set[tuple[str, int]]) -> str:
    if row.kind == "target" and row.chosen and row.period == "N" and (row.level, row.year) in late:
        return "■ quá hạn, chưa có kết quả"
    standing = formats.STANDINGS[row.standing if row.chosen or row.standing != "current" else "restated"]
    return f"{'●' if row.chosen else '○'} {standing}{' (mục tiêu của tỉnh)' if row.inherited else ''}"

"""Tables of indicators and claims; their names link to the indicator's page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from components.text import citations, formats, times
from components.text.origin import source_words
from components.tiles import html_table
from components.tiles.html_table import Cell, Column, Content, joined, small
from components.tiles.links import link
from components.tiles.origin.source_register import named
from queries.rows import Rows


def _levels(rows: Rows) -> list[str]:
    return [level for level in formats.LEVELS if level in rows.values("level")]


def claims_table(
    claims: Rows, trend: Rows, unit_of_measure: str, unit_id: str, to_source: Callable[[Any, str], str]
) -> html_table.Markup:
    """Every claim with document, place and standing, newest first; what one sentence says of several levels is one row.

    Takes the columns of ``indicator_claims`` and ``indicator_trend``; a number links to its source.
    """
    levels = _levels(claims)
    late = {(row.level, row.year) for row in trend if row.has_target and row.mark == "no_result" and not row.has_result}
    alike: dict[tuple[Any, ...], list[Any]] = {}
    for row in claims:
        alike.setdefault(
            (-row.year, row.period, row.kind, row.as_written, row.document, row.locator, row.self_stated, _standing(row, late)),
            [],
        ).append(row)
    columns = [
        Column("Kỳ", nowrap=True), Column("Loại", nowrap=True), Column("Nguyên văn"),
        *(Column(formats.level(level, unit_id), nowrap=True) for level in levels), Column("Văn bản, vị trí", caption="Văn bản", nowrap=True), Column("Tình trạng"),
    ]  # fmt: skip
    body = [
        _claim_cells(group, levels, unit_of_measure, late, to_source, unit_id)
        for _, group in sorted(alike.items(), key=lambda item: item[0][0])
    ]
    return html_table.table(columns, body, "wide")


def _claim_cells(
    group: list[Any],
    levels: list[str],
    unit: str,
    late: set[tuple[str, int]],
    to_source: Callable[[Any, str], str],
    unit_id: str,
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
        times.period(row.period, row.year),
        formats.KINDS[row.kind],
        joined(f"“{formats.quote(row.as_written)}”", *(small(note) for note in notes)),
        *figures,
        joined(named(row.document, unit_id), small(row.locator or ""), small(own) if (own := citations.own_word(row)) else ""),
        _standing(row, late),
    ]


def _told_once(notes: list[str]) -> list[str]:
    """Notes without those that another one repeats."""
    every = list(dict.fromkeys(notes))
    return [note for note in every if not any(note != other and note in other for other in every)]


def _claimed(row: Any, unit: str) -> str:
    """The number of a claim; 'bằng lời' for words."""
    figure = source_words.figure_of(row, unit)
    return "bằng lời" if figure == formats.NOTHING else figure


def _standing(row: Any, late: set[tuple[str, int]]) -> str:
    if row.kind == "target" and row.chosen and row.period == "N" and (row.level, row.year) in late:
        return "■ quá hạn, chưa có kết quả"
    standing = formats.STANDINGS[row.standing if row.chosen or row.standing != "current" else "restated"]
    return f"{'●' if row.chosen else '○'} {standing}{' (mục tiêu của tỉnh)' if row.inherited else ''}"

"""Slides of all indicators as they stand: of each level the newest result beside the target in force, and what is overdue."""

from __future__ import annotations

from typing import Any

from components.slides.content import source_lines, table_cells, table_pages
from components.slides.content.context import SlideBuilder
from components.slides.content.target_builders import bar
from components.slides.slide import Slide, SlideTable, TableBar
from components.text import formats, times
from components.text.indicator import gallery_words
from components.theme import STATUS_COLOURS
from queries import reads
from queries.rows import Rows

_HEAD, _WIDTHS = ("Chỉ tiêu", "0–100%", "Kết quả mới nhất", "Mục tiêu", "Trạng thái"), (0.34, 0.16, 0.17, 0.15, 0.18)


def gallery(builder: SlideBuilder) -> list[Slide]:
    """A row an indicator and level, group by group, the most in need first, as the cards of the page stand."""
    every = builder.ask(reads.indicator_gallery)
    of_level = every if builder.level == "any" else every.where(level=builder.level)
    of_pillar = of_level.where(pillar=builder.params["nhom"]) if "nhom" in builder.params else of_level
    shown = _in_state(of_pillar, builder.params.get("trang_thai", ""))
    if not shown:
        return []
    name = of_pillar[0].pillar_name if "nhom" in builder.params else builder.territory.name
    rest = len(of_pillar.by("indicator_id")) - len(shown.by("indicator_id"))
    note = f"Đặc: kết quả, khung: mục tiêu.{f' {rest} chỉ tiêu khác ở trạng thái khác.' if rest else ''}"
    first = builder.slide(
        "Mọi chỉ tiêu chính", formats.titled(builder.territory.name, name if name != builder.territory.name else "", "kết quả mới nhất và mục tiêu đang có hiệu lực")
        + table_cells.at(builder.level, builder.territory.unit_id), gallery_words.headline(of_pillar, name), _source(builder, shown),
        builder.link("chi-tieu", "nhom", "trang_thai", "cap"), note=note,
    )  # fmt: skip
    return builder.pages(first, table_pages.trimmed(_table(shown, of_pillar)))


def _in_state(rows: Rows[Any], state: str) -> Rows[Any]:
    """The indicators whose card carries a mark; all of them for none."""
    if state not in gallery_words.NEED:
        return rows
    marked = {code for code, card in rows.by("indicator_id").items() if gallery_words.mark(gallery_words.worst(card)) == state}
    return rows.matching(lambda row: row.indicator_id in marked)


def _table(shown: Rows[Any], every: Rows[Any]) -> SlideTable:
    lines: list[tuple[table_cells.Cell, ...]] = []
    groups: set[int] = set()
    bars: list[TableBar] = []
    for code, of_pillar in shown.by("pillar").items():
        groups.add(len(lines))
        lines.append(
            (table_cells.cell(f"{of_pillar[0].pillar_name}: {gallery_words.pillar(every.where(pillar=code))}", bold=True),)
        )
        for row in (row for card in of_pillar.by("indicator_id").values() for row in card):
            if (drawn := bar(row)) is not None:
                bars.append(TableBar(len(lines), 1, drawn, tall=True))
            lines.append(_line(row, shown.columns))
    return SlideTable(_HEAD, tuple(lines), _WIDTHS, frozenset(groups), size=12, bars=tuple(bars))


def _line(row: Any, columns: tuple[str, ...]) -> tuple[table_cells.Cell, ...]:
    mark = gallery_words.mark(row)
    when = f" ({times.tick(row.period, row.year)})" if row.has_result else ""
    aimed = table_cells.aimed(row) if row.target_year else formats.NOTHING
    said = f"{formats.STATUSES[mark][0]} {gallery_words.foot(Rows(columns, [row]))}"
    return (
        table_cells.named(row),
        table_cells.cell(""),
        table_cells.brief(f"{formats.result(row)}{when}" if row.has_result else formats.NOTHING),
        table_cells.brief(aimed),
        table_cells.cell(said, STATUS_COLOURS[mark]),
    )


def _source(builder: SlideBuilder, shown: Rows[Any]) -> str:
    """The documents that give the territory's figures, and what is known of the day of the results."""
    register = builder.context.ask(reads.source_list, **builder.territory.key).matching(lambda row: row.in_force)
    results = shown.matching(lambda row: row.has_result)
    line = source_lines.named(register.values("number"))
    return source_lines.dated(line, results) if results else f"{line} · {source_lines.nothing_yet()}"

"""Slides about single units: the sheet of one unit ("Phiếu địa bàn"), and an index with the sum of a unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from components.charts.model import Run
from components.slides.content import source_lines, table_cells, table_pages
from components.slides.content.context import SlideBuilder
from components.slides.slide import Slide, SlideTable
from components.text import formats, times
from components.text.units import index_words, profile_facts, profile_words
from components.text.units.index_words import IndexChoice
from components.theme import MUTED, STATUS_COLOURS
from queries import reads
from queries.rows import Rows

_HEAD = ("Chỉ tiêu", "Kết quả", "Mục tiêu", "Trạng thái", "Trung vị", "Hạng", "Bốn kỳ gần nhất")
_WIDTHS = (0.24, 0.14, 0.11, 0.19, 0.08, 0.08, 0.16)


def unit(builder: SlideBuilder) -> list[Slide]:
    """The sheet of one unit on one page: indicators beside target, median and rank, debts, kin, points."""
    unit_id = builder.params["don_vi"]
    units = builder.context.ask(reads.unit_state_list, province_code=builder.territory.province_code).where(unit_id=unit_id)
    rows, trend, kin = (
        builder.ask_in_province(read, unit_id=unit_id) for read in (reads.unit_profile, reads.unit_trend, reads.unit_kin_list)
    )
    if not units:
        return []
    debts = profile_facts.debts(builder.context.ask, builder.territory.province_code, units[0])
    who = f"{units[0].unit_name} · {builder.territory.name} · {profile_words.lead(units[0])}"
    around = " ".join([*_around(builder, units[0], kin, debts), _starred(trend)]).strip()
    link = builder.link("ho-so-don-vi", "don_vi")

    def sheet(shown: Rows[Any], table: SlideTable | None) -> Slide:
        said = profile_words.headline(units[0], rows, debts), source_lines.dated(profile_words.sources(shown, 2), shown)
        return builder.slide("Phiếu địa bàn", who, *said, link, table=table, note=f"{_left_out(rows, shown)} {around}".strip())

    slides = (sheet(*some) for some in _beginnings(rows, trend, around))
    return [next(slide for slide in slides if slide.table is None or len(slide.table.rows) == 1 or table_pages.stands(slide))]


def _beginnings(rows: Rows[Any], trend: Rows[Any], around: str) -> Iterator[tuple[Rows[Any], SlideTable | None]]:
    """The rows that may find room on one page beside the sentences below, and their table: all, else ever fewer of them, those with a result first."""
    if not rows:
        yield rows, None
        return
    whole = SlideTable(_HEAD, tuple(_line(row, trend) for row in rows), _WIDTHS, size=12)
    if table_pages.beginning(whole, table_pages.below(f"{_left_out(rows, rows[:1])} {around}")).rows == whole.rows:
        yield rows, whole
    ordered = rows.ordered(lambda row: not row.has_result)
    table = replace(whole, rows=tuple(_line(row, trend) for row in ordered))
    most = len(table_pages.beginning(table, table_pages.below(f"{_left_out(rows, rows[:1])} {around}")).rows)
    yield from ((ordered[:count], replace(table, rows=table.rows[:count])) for count in range(most, 0, -1))


def _left_out(rows: Rows[Any], shown: Rows[Any]) -> str:
    return f"Nêu {len(shown)} trong {len(rows)} chỉ tiêu." if len(rows) > len(shown) else ""


def _starred(trend: Rows[Any]) -> str:
    groups = (list(group)[-profile_words.RECENT :] for group in trend.by("indicator_id").values())
    return "* tính lại từ các đơn vị cũ." if any(row.recomputed for group in groups for row in group) else ""


def _line(row: Any, trend: Rows[Any]) -> tuple[table_cells.Cell, ...]:
    mark = formats.shown_mark(row)
    gap = f" {formats.gap(row.gap, row.unit_of_measure)}" if row.gap is not None else ""
    told = table_cells.told(row) if row.has_result else profile_words.result(row)
    own = trend.where(indicator_id=row.indicator_id) if row.level != "all" else ()
    return (
        table_cells.brief(row.short_name),
        table_cells.brief(told),
        table_cells.brief(table_cells.aimed(row) if row.target_year else formats.NOTHING),
        table_cells.cell(f"{formats.told_status(row)}{gap}", STATUS_COLOURS[mark]),
        table_cells.cell(profile_words.median(row), bold=profile_words.far_below(row)),
        table_cells.cell(profile_words.rank(row) or formats.NOTHING),
        ((Run(profile_words.recent(list(own)) or formats.NOTHING, MUTED),),),
    )


def _around(builder: SlideBuilder, unit: Any, kin: Rows[Any], debts: list[tuple[Any, int]]) -> list[str]:
    """Sentences about debts, kin, points and who answers; none that changes with the clock."""
    said = []
    if debts:
        named = [f"{formats.inside(times.period(row.period, year))} ({row.reported}/{row.owed})" for row, year in debts[:3]]
        said.append(f"Báo cáo còn thiếu: {'; '.join(named)}{' và kỳ khác' if len(debts) > 3 else ''}.")
    for about, row in profile_facts.scores(builder.context.ask, builder.territory.province_code, unit):
        said.append(f"{about.index_name}, {formats.inside(times.period(about.period, about.year))}: {index_words.standing(row)}.")
    for title, group, note in profile_words.kin(kin):
        names = [other.unit_name for other in group]
        more = f" và {len(names) - 6} đơn vị nữa" if len(names) > 6 else ""
        said.append(f"{title}: {', '.join(names[:6])}{more}{f' ({note})' if note else ''}.")
    return [*said, profile_words.answers(unit)]


def index(builder: SlideBuilder) -> list[Slide]:
    """An index: the units in order of their points, those without a number last and why, and the sum of the chosen or first unit."""
    offered = builder.context.ask(reads.index_list, province_code=builder.territory.province_code)
    found = offered.where(index_id=builder.params["bo"], level=builder.level, year=builder.year, period=builder.period)
    if not found:
        return []
    chosen = IndexChoice(
        builder.params["bo"], builder.level, builder.year, builder.period, builder.params.get("don_vi", ""), found[0]
    )
    rows = builder.ask_in_province(reads.index_ranking, **chosen.key)
    opened = next((row for row in rows if row.unit_id == chosen.unit_id), rows[0])
    lines = builder.ask_in_province(reads.index_sum, **chosen.sum_key, unit_id=opened.unit_id)
    when = times.period(chosen.period, chosen.year)
    who = f"{builder.territory.name} · {formats.LEVEL_PHRASES[chosen.level]} · {formats.inside(when)}"
    link = builder.link("diem-tong-hop", "nam", "ky", "cap", "bo", "don_vi")
    note = chosen.about.note or ""
    results = builder.context.ask(reads.index_source_list, province_code=builder.territory.province_code, **chosen.key)
    named = f"Nguồn: {index_words.source(chosen.about)}"
    source, own = source_lines.dated(named, results), source_lines.dated(named, results.where(unit_id=opened.unit_id))
    first = builder.slide("Điểm tổng hợp", who, index_words.headline(rows, chosen), source, link, note=note)
    ranked = builder.pages(first, _ranking(rows))
    total = builder.slide(
        "Cộng từng dòng", f"{opened.unit_name} · {formats.inside(when)}", f"{opened.unit_name}: {index_words.standing(opened)}", own, link, note=note
    )  # fmt: skip
    summed = builder.pages(total, _sum(opened, lines))
    return [
        replace(slide, params={**builder.params, "trang": number}) for number, slide in enumerate([*ranked, *summed], start=1)
    ]


def _ranking(rows: Rows[Any]) -> SlideTable:
    body = tuple(
        (
            table_cells.cell(str(row.rank or formats.NOTHING)),
            table_cells.cell(row.unit_name),
            table_cells.cell(index_words.points(row.score), bold=True),
            table_cells.cell(index_words.missing(row) or index_words.outside(row), MUTED),
        )
        for row in rows
    )
    return SlideTable(("Hạng", "Đơn vị", "Điểm", "Còn thiếu, bỏ ra"), body, (0.08, 0.27, 0.12, 0.53), size=12)


def _sum(row: Any, lines: Rows[Any]) -> SlideTable:
    body = [
        (
            table_cells.cell(line.part, MUTED),
            table_cells.brief(line.indicator_name or "Chưa có chỉ tiêu trong danh mục"),
            table_cells.cell(index_words.most(line.points)),
            table_cells.cell(index_words.result(line)),
            table_cells.cell(index_words.product(line), MUTED),
            table_cells.cell(index_words.points(line.score), bold=True),
        )
        for line in lines
    ]
    empty = table_cells.cell("")
    total = index_words.points(row.score) if row.score is not None else index_words.missing(row)
    body.append(
        (
            table_cells.cell("Cộng", bold=True),
            empty,
            table_cells.cell(index_words.most(row.line_points)),
            empty,
            empty,
            table_cells.cell(total, bold=True),
        )
    )
    head = ("Nhóm", "Chỉ tiêu", "Tối đa", "Kết quả", "Tỷ lệ × điểm = được", "Điểm")
    return SlideTable(head, tuple(body), (0.16, 0.36, 0.07, 0.13, 0.16, 0.12), size=12)

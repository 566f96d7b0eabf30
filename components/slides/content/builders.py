"""What each kind of slide shows: asks the reads, drafts the message, arranges charts, tables and cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.charts import notation, plots
from components.charts.model import Run
from components.slides.content import table_cells
from components.slides.content.context import SlideBuilder
from components.slides.slide import Card, Slide, SlideTable
from components.text import formats, headlines
from components.theme import MUTED
from queries import reads
from queries.rows import Rows


def cover(builder: SlideBuilder) -> list[Slide]:
    """The first page: what, who, when."""
    code = builder.params.get("ky", "N")
    when = formats.period(code, builder.year)
    if code == "N":
        rows, dated, link = builder.ask(reads.year_sources, year=builder.year), "Số liệu", builder.link("", "nam", "cap")
    else:
        rows = builder.ask(reads.period_results, year=builder.year, period=code, level=builder.level)
        dated, link = "Kết quả trong kỳ: số liệu", builder.link("bao-cao", "nam", "ky", "cap")
    as_of = max(rows.values("as_of"), default=None)
    text = f"{dated} đến ngày {formats.day(as_of)}" if as_of else ""
    return [builder.slide("Báo cáo chỉ tiêu chuyển đổi số", f"{builder.territory.name} · {when}", text, "", link)]


def summary(builder: SlideBuilder) -> list[Slide]:
    """Counts by status, and what needs attention first."""
    counts = builder.ask(reads.status_count, year=builder.year, level=builder.level)
    gaps = builder.ask(reads.attention, year=builder.year, level=builder.level)
    if not counts:
        return []
    by_status = {status: sum(rows.values("targets")) for status, rows in counts.by("status").items()}
    total = sum(by_status.values())
    cards = tuple(
        Card(status, str(by_status.get(status, 0)), f"trong {total} mục tiêu")
        for status in ("met", "near", "missed", "no_result", "not_due")
    )
    table = None
    if gaps:
        rows = tuple(
            (
                table_cells.named(row),
                table_cells.brief(formats.result(row)),
                table_cells.brief(formats.target(row)),
                table_cells.gap(row),
                table_cells.status(row.status),
            )
            for row in gaps[:5]
        )
        table = SlideTable(
            ("Việc cần tập trung", "Kết quả", "Mục tiêu", "Chênh lệch", "Trạng thái"),
            rows,
            (0.42, 0.19, 0.13, 0.13, 0.13),
            size=13,
        )
    who = f"{builder.territory.name} · số mục tiêu · năm {builder.year}{table_cells.at(builder.level)}"
    message = headlines.overview(builder.territory.name, counts, gaps, builder.year)
    return [
        builder.slide(
            "Tóm tắt kết quả thực hiện mục tiêu",
            who,
            message,
            builder.year_source(),
            builder.link("", "nam", "cap"),
            cards=cards,
            table=table,
        )
    ]


def pillars(builder: SlideBuilder) -> list[Slide]:
    """Pillars down, levels across: how many targets have which status."""
    rows = builder.ask(reads.indicator_matrix, year=builder.year, level=builder.level)
    if not rows:
        return []
    levels = [level for level in formats.LEVELS if level in rows.values("level")]
    body = []
    for pillar, group in rows.by("pillar_name").items():
        across = (table_cells.counts(group.where(level=level)) for level in levels)
        body.append((table_cells.cell(pillar, bold=True), *across, table_cells.counts(group)))
    share = 0.54 / len(levels)
    table = SlideTable(
        ("Nhóm", *(formats.LEVELS[level] for level in levels), "Cộng"), tuple(body), (0.26, *[share] * len(levels), 0.2), size=16
    )
    text = " · ".join(formats.status(status) for status in formats.STATUSES if status in rows.values("status"))
    return [
        builder.slide(
            "Kết quả theo nhóm và cấp", f"{builder.territory.name} · số mục tiêu · năm {builder.year}{table_cells.at(builder.level)}", headlines.pillars(rows),
            builder.year_source(), builder.link("", "nam", "cap"), table=table, note=text,
        )
    ]  # fmt: skip


def attention(builder: SlideBuilder) -> list[Slide]:
    """The gaps, widest first; before results, the way from the last result."""
    gaps = builder.ask(reads.attention, year=builder.year, level=builder.level)
    rows = gaps or builder.ask(reads.remaining, year=builder.year, level=builder.level)
    if not rows:
        return []
    title = "Mục tiêu còn thiếu nhiều nhất" if gaps else f"Từ kết quả gần nhất đến mục tiêu năm {builder.year}"
    who = formats.titled(builder.territory.name, formats.units(rows[:8]), f"năm {builder.year}{table_cells.at(builder.level)}")
    source = builder.year_source(None if gaps else rows[:8])
    plot = plots.gaps_by_target(rows[:8], title=title, subtitle=who, source=source, earlier=not gaps, wording=plots.SLIDE)
    return [builder.slide(title, who, headlines.shortfall(rows), source, builder.link("", "nam", "cap"), plots=(plot,))]


def changes(builder: SlideBuilder) -> list[Slide]:
    """Results of the year beside the last earlier ones."""
    rows = builder.ask(reads.result_change, year=builder.year, level=builder.level)
    if not rows:
        return []
    body = tuple(
        (
            table_cells.named(row),
            table_cells.cell(formats.result(row)),
            (
                *table_cells.cell(formats.qualified(row.previous_actual, row.previous_qualifier, row.unit_of_measure)),
                (Run(f"năm {row.previous_year}", MUTED),),
            ),
            table_cells.cell(formats.change(row.change, row.unit_of_measure), bold=True),
        )
        for row in rows[:8]
    )
    table = SlideTable(("Chỉ tiêu", f"Năm {builder.year}", "Lần trước", "Thay đổi"), body, (0.46, 0.18, 0.18, 0.18), size=13)
    who = formats.titled(builder.territory.name, formats.units(rows[:8]), f"năm {builder.year} so với kết quả gần nhất trước đó")
    first = builder.slide(
        "Kết quả so với lần trước", who, headlines.changes(rows, builder.year), builder.year_source(rows[:8]), builder.link("", "nam", "cap")
    )  # fmt: skip
    return builder.pages(first, [table])


def levels(builder: SlideBuilder) -> list[Slide]:
    """Targets and results of the levels beside each other: the chosen indicator, else the first six, three a slide."""
    rows = builder.ask(reads.level_comparison, year=builder.year)
    chosen = builder.params.get("so_sanh")
    groups = [group for group in rows.by("indicator_id").values() if chosen in (None, group[0].indicator_id)][:6]
    slides = []
    pages = [groups[start : start + 3] for start in range(0, len(groups), 3)]
    for number, page in enumerate(pages, start=1):
        who = f"{builder.territory.name} · % · năm {builder.year}"
        drawn = [row for group in page for row in group]
        source = formats.sources(Rows(rows.columns, drawn))
        beside = tuple(
            replace(
                plots.target_and_result_by_level(
                    group, title=group[0].indicator_name, subtitle=who, source=source, wording=plots.SLIDE
                ),
                heading="" if len(page) == 1 else group[0].short_name,
            )
            for group in page
        )
        what = page[0][0].indicator_name if len(page) == 1 else "So sánh các cấp"
        message = headlines.levels(page[0], builder.year, where="biểu đồ bên trái" if len(page) > 1 else "")
        slide = builder.slide(what, who, message, source, builder.link("so-sanh-cac-cap", "nam", "so_sanh"), plots=beside)
        if len(pages) > 1:
            figures: tuple[tuple[str, Rows], ...] = ((reads.level_comparison.__name__, Rows(rows.columns, drawn)),)
            slide = replace(slide, params={**builder.params, "trang": number}, figures=figures)
        slides.append(slide)
    return slides


def indicator(builder: SlideBuilder) -> list[Slide]:
    """One indicator over the years, its levels side by side on one scale."""
    chosen = builder.params["chi_tieu"]
    card = builder.context.ask(reads.indicator_card, indicator_id=chosen)
    trend, paths = (builder.ask(read, indicator_id=chosen) for read in (reads.indicator_trend, reads.indicator_path))
    if builder.level != "any":
        trend, paths = trend.where(level=builder.level), paths.where(level=builder.level)
    if not card or not trend:
        return []
    builder.answers.append(("indicator_card", card))
    unit = card[0].unit_of_measure
    years = trend.where(period="N") or trend
    drawn = years.having("required", "actual")
    names = [level for level in formats.LEVELS if level in trend.values("level")]
    longest = max((drawn.where(level=level) for level in names), key=len)
    when = formats.shown(notation.latest(longest), longest) if drawn else formats.years(trend.values("year"))
    who = f"{builder.territory.name} · {table_cells.levels(names)}{unit} · {when}"
    source = formats.sources(years)
    message = headlines.indicator(years, paths, card[0].short_name, unit)
    body: dict[str, Any] = {}
    if drawn:
        top = plots.axis_top(drawn, unit)
        body["plots"] = tuple(
            replace(
                plots.target_and_result_by_year(
                    notation.latest(group), paths.where(level=level), unit_of_measure=unit, top=top, title=card[0].name,
                    subtitle=f"{builder.territory.name} · {formats.LEVEL_PHRASES[level]} · {unit}", source=formats.sources(group), wide=len(names) == 1, wording=plots.SLIDE,
                ),
                heading=formats.LEVEL_PHRASES[level].capitalize() if len(names) > 1 else "",
            )
            for level in names
            if (group := drawn.where(level=level))
        )  # fmt: skip
    else:
        text = tuple(
            (table_cells.cell(formats.period(row.period, row.year)), table_cells.cell(formats.LEVELS[row.level]), table_cells.cell(formats.target(row)), table_cells.cell(formats.result(row)), table_cells.status(row.status))
            for row in trend[:10]
        )  # fmt: skip
        body["table"] = SlideTable(
            ("Kỳ", "Cấp", "Mục tiêu", "Kết quả", "Trạng thái"), text, (0.16, 0.09, 0.3, 0.3, 0.15), size=13
        )
    return [builder.slide(card[0].name, who, message, source, builder.link("chi-tieu", "chi_tieu", "cap"), **body)]


def period(builder: SlideBuilder) -> list[Slide]:
    """Results of a part of the year beside the targets of the year; at most two pages."""
    code = builder.params["ky"]
    rows = builder.ask(reads.period_results, year=builder.year, period=code, level=builder.level)
    if not rows:
        return []
    body = tuple(
        (
            table_cells.named(row),
            table_cells.brief(formats.result(row)),
            table_cells.brief(formats.target(row)),
            table_cells.cell(headlines.lacking(row).capitalize() if row.gap is not None else formats.NOTHING),
        )
        for row in rows
    )
    head = ("Chỉ tiêu", "Kết quả trong kỳ", f"Mục tiêu năm {builder.year}", "So với cả năm")
    tables = table_cells.paged(SlideTable(head, body, (0.42, 0.26, 0.16, 0.16), size=13))[:2]
    shown = sum(len(table.rows) for table in tables)
    when = formats.period(code, builder.year)
    who = f"{builder.territory.name} · {formats.inside(when)}{table_cells.at(builder.level)}"
    note = (
        f"Nêu {shown} trong {len(rows)} kết quả; kết quả có mục tiêu và chỉ tiêu chính đứng trước." if len(rows) > shown else ""
    )
    first = builder.slide(
        f"Kết quả {formats.inside(when)}", who, headlines.period(rows, code, builder.year), formats.sources(rows),
        builder.link("bao-cao", "nam", "ky", "cap", phan="trong-ky"), note=note,
    )  # fmt: skip
    return builder.pages(first, tables)


def targets(builder: SlideBuilder) -> list[Slide]:
    """Every headline target of the year: indicators down, levels across."""
    rows = builder.ask(reads.indicator_matrix, year=builder.year, level=builder.level)
    if not rows:
        return []
    names = [level for level in formats.LEVELS if level in rows.values("level")]
    lines: list[tuple[str | None, tuple[table_cells.Cell, ...]]] = []
    for pillar, of_pillar in rows.by("pillar_name").items():
        lines.append((pillar, (table_cells.cell(pillar, bold=True),)))
        for group in of_pillar.by("indicator_id").values():
            by_level = {row.level: row for row in group}
            across = (
                table_cells.result(by_level[level]) if level in by_level else table_cells.cell(formats.NOTHING) for level in names
            )
            lines.append((None, (table_cells.cell(group[0].indicator_name), *across)))
    share = 0.62 / len(names)
    head, widths = ("Chỉ tiêu", *(formats.LEVELS[level] for level in names)), (0.38, *[share] * len(names))
    tables = table_cells.paged(
        SlideTable(
            head, tuple(row for _, row in lines), widths, frozenset(n for n, (name, _) in enumerate(lines) if name), size=12
        )
    )
    who = f"{builder.territory.name} · kết quả / mục tiêu · năm {builder.year}{table_cells.at(builder.level)}"
    message = headlines.targets(rows, builder.year)
    return builder.pages(
        builder.slide(
            f"Mọi mục tiêu chính năm {builder.year}", who, message, builder.year_source(), builder.link("", "nam", "cap")
        ),
        tables,
    )

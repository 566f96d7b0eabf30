"""What each kind of slide shows: asks the reads, drafts the message, arranges charts, tables and cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.charts import notation, plots
from components.charts.model import Run
from components.slides.content import table_cells
from components.slides.content.context import Maker
from components.slides.slide import Card, Slide, SlideTable
from components.text import formats, headlines
from components.theme import MUTED
from queries import reads
from queries.rows import Rows


def cover(made: Maker) -> list[Slide]:
    """The first page: what, who, when."""
    code = made.params.get("ky", "N")
    when = formats.period(code, made.year)
    if code == "N":
        rows, dated, link = made.ask(reads.year_sources, year=made.year), "Số liệu", made.link("", "nam", "cap")
    else:
        rows = made.ask(reads.period_results, year=made.year, period=code, level=made.level)
        dated, link = "Kết quả trong kỳ: số liệu", made.link("bao-cao", "nam", "ky", "cap")
    as_of = max(rows.values("as_of"), default=None)
    said = f"{dated} đến ngày {formats.day(as_of)}" if as_of else ""
    return [made.slide("Báo cáo chỉ tiêu chuyển đổi số", f"{made.place.name} · {when}", said, "", link)]


def summary(made: Maker) -> list[Slide]:
    """Counts by status, and what needs attention first."""
    counts = made.ask(reads.status_count, year=made.year, level=made.level)
    gaps = made.ask(reads.attention, year=made.year, level=made.level)
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
            ("Cần chú ý trước", "Kết quả", "Mục tiêu", "Chênh lệch", "Trạng thái"), rows, (0.42, 0.19, 0.13, 0.13, 0.13), size=13
        )
    who = f"{made.place.name} · số mục tiêu · năm {made.year}{table_cells.at(made.level)}"
    message = headlines.overview(made.place.name, counts, gaps, made.year)
    return [
        made.slide(
            "Tóm tắt kết quả thực hiện mục tiêu",
            who,
            message,
            made.year_source(),
            made.link("", "nam", "cap"),
            cards=cards,
            table=table,
        )
    ]


def pillars(made: Maker) -> list[Slide]:
    """Pillars down, levels across: how many targets have which status."""
    rows = made.ask(reads.indicator_matrix, year=made.year, level=made.level)
    if not rows:
        return []
    levels = [level for level in formats.LEVELS if level in rows.values("level")]
    body = []
    for pillar, few in rows.by("pillar_name").items():
        across = (table_cells.counts(few.where(level=level)) for level in levels)
        body.append((table_cells.said(pillar, bold=True), *across, table_cells.counts(few)))
    share = 0.54 / len(levels)
    table = SlideTable(
        ("Nhóm", *(formats.LEVELS[level] for level in levels), "Cộng"), tuple(body), (0.26, *[share] * len(levels), 0.2), size=16
    )
    said = " · ".join(formats.status(status) for status in formats.STATUSES if status in rows.values("status"))
    return [
        made.slide(
            "Kết quả theo nhóm và cấp", f"{made.place.name} · số mục tiêu · năm {made.year}{table_cells.at(made.level)}", headlines.pillars(rows),
            made.year_source(), made.link("", "nam", "cap"), table=table, note=said,
        )
    ]  # fmt: skip


def attention(made: Maker) -> list[Slide]:
    """The gaps, widest first; before results, the way from the last result."""
    gaps = made.ask(reads.attention, year=made.year, level=made.level)
    rows = gaps or made.ask(reads.remaining, year=made.year, level=made.level)
    if not rows:
        return []
    title = "Mục tiêu còn thiếu nhiều nhất" if gaps else f"Từ kết quả gần nhất đến mục tiêu năm {made.year}"
    who = formats.titled(made.place.name, formats.units(rows[:8]), f"năm {made.year}{table_cells.at(made.level)}")
    source = made.year_source(None if gaps else rows[:8])
    plot = plots.gaps_by_target(rows[:8], title=title, subtitle=who, source=source, earlier=not gaps, wording=plots.SLIDE)
    return [made.slide(title, who, headlines.shortfall(rows), source, made.link("", "nam", "cap"), plots=(plot,))]


def changes(made: Maker) -> list[Slide]:
    """Results of the year beside the last earlier ones."""
    rows = made.ask(reads.result_change, year=made.year, level=made.level)
    if not rows:
        return []
    body = tuple(
        (
            table_cells.named(row),
            table_cells.said(formats.result(row)),
            (
                *table_cells.said(formats.qualified(row.previous_actual, row.previous_qualifier, row.unit_of_measure)),
                (Run(f"năm {row.previous_year}", MUTED),),
            ),
            table_cells.said(formats.change(row.change, row.unit_of_measure), bold=True),
        )
        for row in rows[:8]
    )
    table = SlideTable(("Chỉ tiêu", f"Năm {made.year}", "Lần trước", "Thay đổi"), body, (0.46, 0.18, 0.18, 0.18), size=13)
    who = formats.titled(made.place.name, formats.units(rows[:8]), f"năm {made.year} so với kết quả gần nhất trước đó")
    first = made.slide(
        "Kết quả so với lần trước", who, headlines.changes(rows, made.year), made.year_source(rows[:8]), made.link("", "nam", "cap")
    )  # fmt: skip
    return made.pages(first, [table])


def levels(made: Maker) -> list[Slide]:
    """Targets and results of the levels beside each other: the chosen indicator, else the first six, three a slide."""
    rows = made.ask(reads.level_comparison, year=made.year)
    chosen = made.params.get("so_sanh")
    groups = [few for few in rows.by("indicator_id").values() if chosen in (None, few[0].indicator_id)][:6]
    made_slides = []
    pages = [groups[start : start + 3] for start in range(0, len(groups), 3)]
    for place, page in enumerate(pages, start=1):
        who = f"{made.place.name} · % · năm {made.year}"
        drawn = [row for few in page for row in few]
        source = formats.sources(Rows(rows.columns, drawn))
        beside = tuple(
            replace(
                plots.target_and_result_by_level(
                    few, title=few[0].indicator_name, subtitle=who, source=source, wording=plots.SLIDE
                ),
                heading="" if len(page) == 1 else few[0].short_name,
            )
            for few in page
        )
        what = page[0][0].indicator_name if len(page) == 1 else "So sánh các cấp"
        message = headlines.levels(page[0], made.year, where="biểu đồ bên trái" if len(page) > 1 else "")
        slide = made.slide(what, who, message, source, made.link("so-sanh-cac-cap", "nam", "so_sanh"), plots=beside)
        if len(pages) > 1:
            shown = ((reads.level_comparison.__name__, Rows(rows.columns, drawn)),)
            slide = replace(slide, params={**made.params, "trang": place}, figures=shown)
        made_slides.append(slide)
    return made_slides


def indicator(made: Maker) -> list[Slide]:
    """One indicator over the years, its levels side by side on one scale."""
    chosen = made.params["chi_tieu"]
    card = made.desk.ask(reads.indicator_card, indicator_id=chosen)
    trend, paths = (made.ask(read, indicator_id=chosen) for read in (reads.indicator_trend, reads.indicator_path))
    if made.level != "any":
        trend, paths = trend.where(level=made.level), paths.where(level=made.level)
    if not card or not trend:
        return []
    made.answers.append(("indicator_card", card))
    unit = card[0].unit_of_measure
    years = trend.where(period="N") or trend
    drawn = years.having("required", "actual")
    names = [level for level in formats.LEVELS if level in trend.values("level")]
    longest = max((drawn.where(level=level) for level in names), key=len)
    when = formats.shown(notation.latest(longest), longest) if drawn else formats.years(trend.values("year"))
    who = f"{made.place.name} · {table_cells.levels(names)}{unit} · {when}"
    source = formats.sources(years)
    message = headlines.indicator(years, paths, card[0].short_name, unit)
    body: dict[str, Any] = {}
    if drawn:
        top = plots.axis_top(drawn, unit)
        body["plots"] = tuple(
            replace(
                plots.target_and_result_by_year(
                    notation.latest(few), paths.where(level=level), unit_of_measure=unit, top=top, title=card[0].name,
                    subtitle=f"{made.place.name} · {formats.LEVEL_PHRASES[level]} · {unit}", source=formats.sources(few), wide=len(names) == 1, wording=plots.SLIDE,
                ),
                heading=formats.LEVEL_PHRASES[level].capitalize() if len(names) > 1 else "",
            )
            for level in names
            if (few := drawn.where(level=level))
        )  # fmt: skip
    else:
        said = tuple(
            (table_cells.said(formats.period(row.period, row.year)), table_cells.said(formats.LEVELS[row.level]), table_cells.said(formats.target(row)), table_cells.said(formats.result(row)), table_cells.status(row.status))
            for row in trend[:10]
        )  # fmt: skip
        body["table"] = SlideTable(
            ("Kỳ", "Cấp", "Mục tiêu", "Kết quả", "Trạng thái"), said, (0.16, 0.09, 0.3, 0.3, 0.15), size=13
        )
    return [made.slide(card[0].name, who, message, source, made.link("chi-tieu", "chi_tieu", "cap"), **body)]


def period(made: Maker) -> list[Slide]:
    """Results of a part of the year beside the targets of the year; at most two pages."""
    code = made.params["ky"]
    rows = made.ask(reads.period_results, year=made.year, period=code, level=made.level)
    if not rows:
        return []
    body = tuple(
        (
            table_cells.named(row),
            table_cells.brief(formats.result(row)),
            table_cells.brief(formats.target(row)),
            table_cells.said(headlines.lacking(row).capitalize() if row.gap is not None else formats.NOTHING),
        )
        for row in rows
    )
    head = ("Chỉ tiêu", "Kết quả trong kỳ", f"Mục tiêu năm {made.year}", "So với cả năm")
    tables = table_cells.paged(SlideTable(head, body, (0.42, 0.26, 0.16, 0.16), size=13))[:2]
    shown = sum(len(table.rows) for table in tables)
    when = formats.period(code, made.year)
    who = f"{made.place.name} · {formats.inside(when)}{table_cells.at(made.level)}"
    note = (
        f"Nêu {shown} trong {len(rows)} kết quả; kết quả có mục tiêu và chỉ tiêu chính đứng trước." if len(rows) > shown else ""
    )
    first = made.slide(
        f"Kết quả {formats.inside(when)}", who, headlines.period(rows, code, made.year), formats.sources(rows),
        made.link("bao-cao", "nam", "ky", "cap", phan="trong-ky"), note=note,
    )  # fmt: skip
    return made.pages(first, tables)


def targets(made: Maker) -> list[Slide]:
    """Every headline target of the year: indicators down, levels across."""
    rows = made.ask(reads.indicator_matrix, year=made.year, level=made.level)
    if not rows:
        return []
    names = [level for level in formats.LEVELS if level in rows.values("level")]
    lines: list[tuple[str | None, tuple[table_cells.Cell, ...]]] = []
    for pillar, of_pillar in rows.by("pillar_name").items():
        lines.append((pillar, (table_cells.said(pillar, bold=True),)))
        for few in of_pillar.by("indicator_id").values():
            by_level = {row.level: row for row in few}
            across = (
                table_cells.result(by_level[level]) if level in by_level else table_cells.said(formats.NOTHING) for level in names
            )
            lines.append((None, (table_cells.said(few[0].indicator_name), *across)))
    share = 0.62 / len(names)
    head, widths = ("Chỉ tiêu", *(formats.LEVELS[level] for level in names)), (0.38, *[share] * len(names))
    tables = table_cells.paged(
        SlideTable(
            head, tuple(row for _, row in lines), widths, frozenset(n for n, (name, _) in enumerate(lines) if name), size=12
        )
    )
    who = f"{made.place.name} · kết quả / mục tiêu · năm {made.year}{table_cells.at(made.level)}"
    message = headlines.targets(rows, made.year)
    return made.pages(
        made.slide(f"Mọi mục tiêu chính năm {made.year}", who, message, made.year_source(), made.link("", "nam", "cap")), tables
    )

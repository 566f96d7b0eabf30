"""One indicator: its years, and its levels beside each other."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.charts import plots, time_plots
from components.charts.model import Plot, Run
from components.slides.content import source_lines, table_cells
from components.slides.content.context import SlideBuilder
from components.slides.slide import Slide, SlideTable
from components.text import citations, formats, times
from components.text.decks import slide_messages
from components.text.indicator import indicator_headlines
from components.theme import MUTED
from data.vietnamese import dates
from queries import reads
from queries.rows import Rows

_COMPARED = 6  # indicators whose levels are drawn


_LETTERS = {1: 26, 2: 18, 3: 12}  # of a line at an upright bar, by how many charts stand side by side


def levels(builder: SlideBuilder) -> list[Slide]:
    """Targets and results of the levels beside each other: the chosen indicator, else the first six, three a slide."""
    rows = builder.ask(reads.level_comparison, year=builder.year)
    chosen = builder.params.get("so_sanh")
    every = [group for group in rows.by("indicator_id").values() if chosen in (None, group[0].indicator_id)]
    groups, more = every[:_COMPARED], len(every) - _COMPARED
    note = f"Còn {more} chỉ tiêu khác được giao cho nhiều cấp, xem ở trang So sánh các cấp." if more > 0 else ""
    slides = []
    pages = [groups[start : start + 3] for start in range(0, len(groups), 3)]
    for number, page in enumerate(pages, start=1):
        who = f"{builder.territory.name} · % · năm {builder.year}"
        drawn = [row for group in page for row in group]
        source = source_lines.of(Rows(rows.columns, drawn))
        wording = replace(plots.SLIDE, above=_LETTERS[len(page)])
        beside = tuple(
            replace(
                plots.target_and_result_by_level(
                    group, title=group[0].indicator_name, subtitle=who, source=source, wording=wording
                ),
                heading="" if len(page) == 1 else group[0].short_name,
            )
            for group in page
        )
        what = page[0][0].indicator_name if len(page) == 1 else "So sánh các cấp"
        message = slide_messages.levels(page[0], builder.year, where="biểu đồ bên trái" if len(page) > 1 else "")
        slide = builder.slide(
            what, who, message, source, builder.link("so-sanh-cac-cap", "nam", "so_sanh"), plots=beside, note=note
        )
        if len(pages) > 1:
            figures: tuple[tuple[str, Rows], ...] = ((reads.level_comparison.__name__, Rows(rows.columns, drawn)),)
            slide = replace(slide, params={**builder.params, "trang": number}, figures=figures)
        slides.append(slide)
    return slides


def indicator(builder: SlideBuilder) -> list[Slide]:
    """One indicator on a true axis of time, parts of years included, its levels one below the other on one scale."""
    chosen = builder.params["chi_tieu"]
    card = builder.context.ask(reads.indicator_card, indicator_id=chosen)
    trend, paths = (builder.ask(read, indicator_id=chosen) for read in (reads.indicator_trend, reads.indicator_path))
    linked = builder.ask(reads.related_figure_list, indicator_id=chosen)
    if builder.level != "any":
        trend, paths, linked = (rows.where(level=builder.level) for rows in (trend, paths, linked))
    if not card or not trend:
        return []
    builder.answers.append(("indicator_card", card))
    unit, name = card[0].unit_of_measure, indicator_headlines.subject(card[0])
    drawn = trend.having("required", "actual", "actual_low")
    names = [level for level in formats.LEVELS if level in trend.values("level")]
    who = f"{builder.territory.name} · {table_cells.levels(names)}{unit} · {times.years(trend.values('year'))}"
    message, note = indicator_headlines.finding(trend, paths, name), indicator_headlines.lead(trend, paths, unit)
    related = time_plots.most_telling(linked, trend)
    if related:
        note = f"{note} {indicator_headlines.starred(related[0])}: {related[0].other_name}. {citations.sources(related)}."
    charts = _over_time(builder, card[0], drawn, paths, related) if drawn else ()
    body: dict[str, Any] = {"plots": charts} if drawn else {"table": _in_words(trend, builder.territory.unit_id)}
    if len(charts) == 1 and sum(bool(slot.marks) for slot in charts[0].slots) <= _FEW:
        body["table"] = _with_documents(trend)
    if not drawn and len(trend) > _ROWS:
        note = f"{note} Nêu {_ROWS} kỳ gần nhất trong {len(trend)}.".strip()
    if open_ones := builder.marks(trend, chosen).sentence(trend, builder.territory.unit_id, chosen):
        note = f"{note} {open_ones}.".strip()
    link = builder.link("chi-tieu", "chi_tieu", "cap")
    return [builder.slide(card[0].name, who, message, source_lines.of(trend), link, note=note, **body)]


def _over_time(builder: SlideBuilder, card: Any, drawn: Rows, paths: Rows, related: Rows) -> tuple[Plot, ...]:
    """A chart for each level that has numbers, on one axis and one scale."""
    unit, groups = card.unit_of_measure, drawn.by("level")
    claims = builder.context.ask(reads.indicator_claims, **builder.territory.key, indicator_id=card.indicator_id)
    former = {level: time_plots.replaced_targets(claims.where(level=level)) for level in groups}
    top = time_plots.axis_top(drawn, unit, (bound for bounds in former.values() for bound in bounds.values()))
    made = []
    for level in (level for level in formats.LEVELS if level in groups):
        phrase = formats.level_phrase(level, builder.territory.unit_id)
        caption = time_plots.Caption(
            card.name, f"{builder.territory.name} · {phrase} · {unit}", source_lines.of(groups[level]),
            heading=phrase.capitalize() if len(groups) > 1 else "", about=card.short_name,
        )  # fmt: skip
        axis = time_plots.axis(drawn, groups[level], dates.today(), related.values("year"))
        made.append(
            time_plots.indicator_over_time(
                groups[level],
                paths.where(level=level),
                caption,
                axis,
                unit_of_measure=unit,
                top=top,
                related=related.where(level=level),
                former=former[level],
            )
        )
    return tuple(made)


_FEW, _ROWS = 2, 10  # bars that leave room for a table; rows of one


def _with_documents(trend: Rows) -> SlideTable:
    """Beside a chart of one or two bars: what the documents say, newest last, and where."""
    body = []
    for row in trend[-6:]:
        level = "" if row.level == "all" else f", {formats.LEVEL_PHRASES[row.level]}"
        document, place = (
            (row.actual_document, row.actual_locator) if row.has_result else (row.target_document, row.target_locator)
        )
        where = ", ".join(filter(None, (document, place)))
        body.append(
            (
                ((Run(times.period(row.period, row.year), bold=True), Run(level, MUTED)),),
                table_cells.brief(formats.target(row)),
                (*table_cells.brief(formats.result(row)), *table_cells.judged(row)),
                table_cells.cell(where, MUTED),
            )
        )
    return SlideTable(("Kỳ", "Mục tiêu", "Kết quả", "Theo văn bản"), tuple(body), (0.22, 0.2, 0.28, 0.3), size=12)


def _in_words(trend: Rows, unit_id: str) -> SlideTable:
    """The last figures of an indicator of which no number is known."""
    text = tuple(
        (
            table_cells.cell(times.period(row.period, row.year)),
            table_cells.cell(formats.level(row.level, unit_id)),
            table_cells.cell(formats.target(row)),
            table_cells.cell(formats.result(row)),
            table_cells.judged(row),
        )
        for row in trend[-_ROWS:]
    )
    return SlideTable(("Kỳ", "Cấp", "Mục tiêu", "Kết quả", "Trạng thái"), text, (0.16, 0.09, 0.3, 0.3, 0.15), size=13)

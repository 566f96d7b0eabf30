"""What each kind of slide shows: asks the reads, drafts the message, arranges charts, tables and cards."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from components.charts import plots, time_plots
from components.charts.model import Plot, Run
from components.slides.content import table_cells
from components.slides.content.context import SlideBuilder
from components.slides.slide import Card, Slide, SlideTable
from components.text import formats, headlines, indicator_headlines, slide_messages
from components.theme import MUTED
from data.vietnamese import dates
from queries import reads
from queries.rows import Rows

URGENT = ("missed", "near", "behind")  # states of what to work on first


def cover(builder: SlideBuilder) -> list[Slide]:
    """The first page: what, who, when, and what is known of the day of the figures."""
    rows = builder.targets()
    others = builder.ask(reads.result_list, year=builder.year, period=builder.period, level=builder.level)
    when = slide_messages.when(rows, builder.period, builder.year)
    dated = formats.known_day(_reported(rows, others))
    link = builder.link("", "nam", "cap") if builder.period in ("newest", "N") else builder.link("bao-cao", "nam", "ky", "cap")
    who = f"{builder.territory.name} · {when[:1].upper()}{when[1:]}"
    return [builder.slide("Báo cáo chỉ tiêu chuyển đổi số", who, f"{dated[:1].upper()}{dated[1:]}", "", link)]


def _reported(rows: Rows, others: Rows) -> Rows:
    """The results of both lists, with what says their day."""
    names = ("as_of", "as_of_stated", "actual_document")
    return Rows(names, [[getattr(row, name) for name in names] for row in (*rows, *others)])


def summary(builder: SlideBuilder) -> list[Slide]:
    """Counts by how a target is known to stand, what to work on first, and what is overdue."""
    rows = builder.targets()
    if not rows:
        return []
    states, when = builder.states(rows), slide_messages.when(rows, builder.period, builder.year)
    marks = builder.marks(rows)
    late = builder.context.ask(reads.overdue_target, **builder.territory.key, level=builder.level)
    counts: Rows[Any] = Rows(("year", "targets"), [(year, len(group)) for year, group in sorted(late.by("year").items())])
    builder.answers.append(("overdue_target", counts))  # only what the slide tells of them
    urgent = [(row, state) for row, state in zip(rows, states, strict=True) if state in URGENT][:5]
    table = None
    if urgent:
        body = tuple(
            (
                table_cells.named(row),
                table_cells.brief(table_cells.told(row)),
                table_cells.brief(table_cells.aimed(row)),
                table_cells.gap(row),
                table_cells.state(row, state, marks.open(row, builder.territory.unit_id) is not None),
            )
            for row, state in urgent
        )
        head = ("Việc cần tập trung", "Kết quả", "Mục tiêu", "Chênh lệch", "Trạng thái")
        table = SlideTable(head, body, (0.4, 0.2, 0.13, 0.12, 0.15), size=13)
    who = f"{builder.territory.name} · số mục tiêu · {when}{table_cells.at(builder.level, builder.territory.unit_id)}"
    return [
        builder.slide(
            "Tóm tắt kết quả thực hiện mục tiêu", who, slide_messages.overview(builder.territory.name, rows, states, when),
            formats.sources(rows), builder.link("", "nam", "ky", "cap"), cards=_cards(states), table=table,
            note=slide_messages.overdue(counts),
        )
    ]  # fmt: skip


def _cards(states: list[str]) -> tuple[Card, ...]:
    """A card for each way in which targets stand; what is never added up stands apart: measured, and only stated."""
    counted = {
        "missed": states.count("missed"), "near": states.count("near"), "behind": states.count("behind"), "on_pace": states.count("on_pace"),
        "met": states.count("met") + states.count("disputed"), "stated": states.count("stated"), "no_result": states.count("no_result"),
        "not_due": sum(states.count(state) for state in ("not_due", "not_comparable", "unjudged")),
    }  # fmt: skip
    told = {code: number for code, number in counted.items() if number or code in ("missed", "near", "met")}
    below = {
        "stated": "không nêu số",
        "met": f"trong {len(states)} mục tiêu" + (", văn bản xếp khác" if "disputed" in states else ""),
    }
    return tuple(
        Card(
            {"behind": "missed", "on_pace": "not_due"}.get(code, code),
            table_cells.PACES.get(code) or formats.status(code),
            str(number),
            below.get(code, f"trong {len(states)} mục tiêu"),
        )
        for code, number in told.items()
    )


def pillars(builder: SlideBuilder) -> list[Slide]:
    """Pillars down, levels across: how many targets have which status."""
    rows = builder.targets()
    if not rows:
        return []
    states, when = builder.states(rows), slide_messages.when(rows, builder.period, builder.year)
    levels = [level for level in formats.LEVELS if level in rows.values("level")]
    body = []
    for pillar, group in _in_order(rows).by("pillar_name").items():
        across = (table_cells.counts(group.where(level=level)) for level in levels)
        body.append((table_cells.cell(pillar, bold=True), *across, table_cells.counts(group)))
    share = 0.54 / len(levels)
    table = SlideTable(
        ("Nhóm", *(formats.level(level, builder.territory.unit_id) for level in levels), "Cộng"),
        tuple(body),
        (0.26, *[share] * len(levels), 0.2),
        size=16,
    )
    text = " · ".join(formats.status(mark) for mark in formats.STATUSES if mark in rows.values("mark"))
    return [
        builder.slide(
            "Kết quả theo nhóm và cấp", f"{builder.territory.name} · số mục tiêu · {when}{table_cells.at(builder.level, builder.territory.unit_id)}",
            slide_messages.pillars(rows, states), formats.sources(rows), builder.link("", "nam", "ky", "cap"), table=table, note=text,
        )
    ]  # fmt: skip


def _in_order(rows: Rows[Any]) -> Rows[Any]:
    """Rows of ``target_list`` as the plans order them."""
    places = {level: place for place, level in enumerate(("province", "district", "commune", "all"))}

    def place(row: Any) -> tuple[int, str, int]:
        return row.pillar_order, row.indicator_id, places[row.level]

    return Rows(rows.columns, sorted(rows, key=place))


def attention(builder: SlideBuilder) -> list[Slide]:
    """What to work on first, the most urgent first; in a year without results the way from the newest ones."""
    rows = builder.targets()
    states = builder.states(rows)
    urgent: Rows[Any] = Rows(rows.columns, [row for row, state in zip(rows, states, strict=True) if state in URGENT])
    earlier = not urgent
    drawn = urgent or builder.ask(reads.open_target, year=builder.year, level=builder.level).matching(_measured)
    if not drawn:
        return []
    title = f"Từ kết quả gần nhất đến mục tiêu năm {builder.year}" if earlier else "Mục tiêu còn thiếu nhiều nhất"
    when = slide_messages.when(drawn, builder.period, builder.year) if not earlier else f"năm {builder.year}"
    shown = drawn[:8]
    who = formats.titled(
        builder.territory.name, formats.units(shown), f"{when}{table_cells.at(builder.level, builder.territory.unit_id)}"
    )
    source, message = formats.sources(shown), slide_messages.shortfall(drawn, earlier=earlier)
    plot = plots.gaps_by_target(shown, title=title, subtitle=who, source=source, earlier=earlier, wording=plots.SLIDE)
    return [builder.slide(title, who, message, source, builder.link("", "nam", "ky", "cap"), plots=(plot,))]


def _measured(row: Any) -> bool:
    """Whether a number of its own is known, and how far it is from the target."""
    return row.gap is not None and row.basis != "stated"


def changes(builder: SlideBuilder) -> list[Slide]:
    """Results beside the last ones of the same kind of period, the largest change first."""
    rows = builder.ask(reads.change_list, year=builder.year, period=builder.period, level=builder.level)
    if not rows:
        return []
    shown = rows[:8]
    body = tuple(
        (
            table_cells.named(row),
            table_cells.cell(table_cells.told(row)),
            (
                *table_cells.cell(slide_messages.previous(row)),
                (Run(formats.inside(formats.period(row.previous_period, row.previous_year)), MUTED),),
            ),
            table_cells.cell(formats.change(row.change, row.unit_of_measure), bold=True),
        )
        for row in shown
    )
    when = slide_messages.when(rows, builder.period, builder.year)
    table = SlideTable(
        ("Chỉ tiêu", when[:1].upper() + when[1:], "Lần trước", "Thay đổi"), body, (0.46, 0.18, 0.18, 0.18), size=13
    )
    who = formats.titled(builder.territory.name, formats.units(shown), f"{when} so với kết quả trước của cùng loại kỳ")
    first = builder.slide(
        "Kết quả so với lần trước", who, slide_messages.changes(rows), formats.sources(_both(shown)), builder.link("", "nam", "ky", "cap")
    )  # fmt: skip
    return builder.pages(first, [table])


def _both(rows: Rows) -> Rows:
    """The documents of results and of those before them; the day is that of the newer ones."""
    names = ("actual_document", "actual_locator", "as_of", "as_of_stated")
    own = [[getattr(row, name) for name in names] for row in rows]
    return Rows(names, [*own, *([row.previous_document, row.previous_locator, None, False] for row in rows)])


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
        message = slide_messages.levels(page[0], builder.year, where="biểu đồ bên trái" if len(page) > 1 else "")
        slide = builder.slide(what, who, message, source, builder.link("so-sanh-cac-cap", "nam", "so_sanh"), plots=beside)
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
    who = f"{builder.territory.name} · {table_cells.levels(names)}{unit} · {formats.years(trend.values('year'))}"
    message, note = indicator_headlines.finding(trend, paths, name), indicator_headlines.lead(trend, paths, unit)
    related = time_plots.most_telling(linked, trend)
    if related:
        note = f"{note} {indicator_headlines.starred(related[0])}: {related[0].other_name}. {formats.sources(related)}."
    body: dict[str, Any] = (
        {"plots": _over_time(builder, card[0], drawn, paths, related)}
        if drawn
        else {"table": _in_words(trend, builder.territory.unit_id)}
    )
    link = builder.link("chi-tieu", "chi_tieu", "cap")
    return [builder.slide(card[0].name, who, message, formats.sources(trend), link, note=note, **body)]


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
            card.name, f"{builder.territory.name} · {phrase} · {unit}", formats.sources(groups[level]),
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


def _in_words(trend: Rows, unit_id: str) -> SlideTable:
    """The last figures of an indicator of which no number is known."""
    text = tuple(
        (
            table_cells.cell(formats.period(row.period, row.year)),
            table_cells.cell(formats.level(row.level, unit_id)),
            table_cells.cell(formats.target(row)),
            table_cells.cell(formats.result(row)),
            table_cells.judged(row),
        )
        for row in trend[-10:]
    )
    return SlideTable(("Kỳ", "Cấp", "Mục tiêu", "Kết quả", "Trạng thái"), text, (0.16, 0.09, 0.3, 0.3, 0.15), size=13)


def period(builder: SlideBuilder) -> list[Slide]:
    """Results of a part of the year beside the targets in force, and whether they keep up; at most two pages."""
    code = builder.params["ky"]
    rows, others = builder.targets(), builder.ask(reads.result_list, year=builder.year, period=code, level=builder.level)
    rows = rows.where(has_result=True)
    if not rows and not others:
        return []
    states = builder.states(rows)
    paces = {
        (row.indicator_id, row.level): row for row in builder.ask(reads.milestone_list, year=builder.year).where(period=code)
    }
    body = [
        (
            table_cells.named(row),
            table_cells.brief(formats.result(row)),
            table_cells.brief(table_cells.aimed(row)),
            table_cells.cell(headlines.lacking(row).capitalize() if row.gap is not None else formats.NOTHING),
            _pace(row, state, paces.get((row.indicator_id, row.level))),
        )
        for row, state in zip(rows, states, strict=True)
    ]
    nothing = table_cells.cell(formats.NOTHING)
    body += [(table_cells.named(row), table_cells.brief(formats.result(row)), nothing, nothing, nothing) for row in others]
    head = ("Chỉ tiêu", "Kết quả trong kỳ", "Mục tiêu", "So với mục tiêu", "Tiến độ")
    tables = table_cells.paged(SlideTable(head, tuple(body), (0.37, 0.21, 0.13, 0.14, 0.15), size=13))[:2]
    shown, when = sum(len(table.rows) for table in tables), formats.period(code, builder.year)
    who = f"{builder.territory.name} · {formats.inside(when)}{table_cells.at(builder.level, builder.territory.unit_id)}"
    note = (
        f"Nêu {shown} trong {len(body)} kết quả; kết quả có mục tiêu và chỉ tiêu chính đứng trước." if len(body) > shown else ""
    )
    first = builder.slide(
        f"Kết quả {formats.inside(when)}", who, slide_messages.period(rows, states, len(others), code, builder.year),
        formats.sources(_documents(rows, others[: max(shown - len(rows), 0)])), builder.link("bao-cao", "nam", "ky", "cap", phan="trong-ky"), note=note,
    )  # fmt: skip
    return builder.pages(first, tables)


def _pace(row: Any, state: str, milestone: Any | None) -> table_cells.Cell:
    """How a result of a part of the year keeps up: the state, and what was to be there by then."""
    if state in ("not_comparable", "unjudged"):
        return table_cells.cell("Chưa so được với mục tiêu" + (" năm" if state == "not_comparable" else ""), MUTED)
    if milestone is None:
        return table_cells.state(row, state)
    due = f"mốc {formats.amount(round(milestone.milestone, 1), row.unit_of_measure)}"
    return (*table_cells.state(row, state), (Run(due, MUTED),))


def _documents(rows: Rows, others: Rows) -> Rows:
    """Documents and days of results with a target and of those without."""
    names = ("target_document", "target_locator", "actual_document", "actual_locator", "as_of", "as_of_stated")
    return Rows(names, [[getattr(row, name, None) for name in names] for row in (*rows, *others)])


def targets(builder: SlideBuilder) -> list[Slide]:
    """Every headline target of the year: indicators down, levels across."""
    rows = builder.targets()
    if not rows:
        return []
    states, when = builder.states(rows), slide_messages.when(rows, builder.period, builder.year)
    marks = builder.marks(rows)
    state_of = {(row.indicator_id, row.level): state for row, state in zip(rows, states, strict=True)}
    names = [level for level in formats.LEVELS if level in rows.values("level")]
    lines: list[tuple[str | None, tuple[table_cells.Cell, ...]]] = []
    for pillar, of_pillar in _in_order(rows).by("pillar_name").items():
        lines.append((pillar, (table_cells.cell(pillar, bold=True),)))
        for group in of_pillar.by("indicator_id").values():
            by_level = {
                row.level: table_cells.result(
                    row, state_of[row.indicator_id, row.level], marks.open(row, builder.territory.unit_id) is not None
                )
                for row in group
            }
            across = (by_level.get(level, table_cells.cell(formats.NOTHING)) for level in names)
            lines.append((None, (table_cells.cell(group[0].indicator_name), *across)))
    share = 0.62 / len(names)
    head, widths = (
        ("Chỉ tiêu", *(formats.level(level, builder.territory.unit_id) for level in names)),
        (0.38, *[share] * len(names)),
    )
    tables = table_cells.paged(
        SlideTable(
            head, tuple(row for _, row in lines), widths, frozenset(n for n, (name, _) in enumerate(lines) if name), size=12
        )
    )
    who = f"{builder.territory.name} · kết quả / mục tiêu · {when}{table_cells.at(builder.level, builder.territory.unit_id)}"
    message = f"{len(rows)} mục tiêu chính năm {builder.year}: {slide_messages.counted(states)}"
    first = builder.slide(
        f"Mọi mục tiêu chính năm {builder.year}", who, message, formats.sources(rows), builder.link("", "nam", "ky", "cap")
    )
    return builder.pages(first, tables)

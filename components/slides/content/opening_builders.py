"""The first slides of a briefing: cover, summary with its cards, pillars and levels."""

from __future__ import annotations

from typing import Any

from components.slides.content import attention_builders, open_builders, source_lines, table_cells, table_pages, target_order
from components.slides.content.context import SlideBuilder
from components.slides.layout import slide_cards
from components.slides.slide import Card, Slide, SlideTable
from components.text import citations, formats
from components.text.decks import slide_messages
from data.vietnamese import dates
from queries import reads
from queries.rows import Rows


def cover(builder: SlideBuilder) -> list[Slide]:
    """The first page: what, who, when, and what is known of the day of the figures."""
    rows = builder.targets()
    others = builder.ask(reads.result_list, year=builder.year, period=builder.period, level=builder.level)
    when = slide_messages.when(rows, builder.period, builder.year)
    dated = citations.known_day(_reported(rows, others))
    link = builder.link("", "nam", "cap") if builder.period in ("newest", "N") else builder.link("bao-cao", "nam", "ky", "cap")
    who = f"{builder.territory.name} · {when[:1].upper()}{when[1:]}"
    known = (
        f"{dated[:1].upper()}{dated[1:]}"
        if dated
        else f"{source_lines.nothing_yet()[:1].upper()}{source_lines.nothing_yet()[1:]}"
    )
    place = builder.territory.name.removeprefix("Tỉnh ").removeprefix("Thành phố ")
    note = f"{place}, {dates.said_day_in_words(dates.today())}"
    return [builder.slide("Báo cáo chỉ tiêu chuyển đổi số", who, known, "", link, note=note)]


def _reported(rows: Rows, others: Rows) -> Rows:
    """The results of both lists, with what says their day."""
    names = ("as_of", "as_of_stated", "actual_document")
    return Rows(names, [[getattr(row, name) for name in names] for row in (*rows, *others)])


def summary(builder: SlideBuilder) -> list[Slide]:
    """Counts by how a target is known to stand, what to work on first, and what is overdue."""
    rows, states, when = builder.standing()
    if not rows:
        return []
    marks = builder.marks(rows)
    late = builder.context.ask(reads.overdue_target, **builder.territory.key, level=builder.level)
    counts: Rows[Any] = Rows(("year", "targets"), [(year, len(group)) for year, group in sorted(late.by("year").items())])
    builder.answers.append(("overdue_target", counts))  # only what the slide tells of them
    if not any(row.has_result for row in rows):
        return open_builders.unreported(builder, rows, states, slide_messages.overdue(counts))
    every = [(row, state) for row, state in zip(rows, states, strict=True) if state in attention_builders.URGENT]
    cards, urgent, table = _cards(states), every[:_FIRST], None
    if urgent:
        body = tuple(
            (
                table_cells.named(row),
                table_cells.brief(table_cells.told(row)),
                table_cells.brief(table_cells.aimed(row)),
                table_cells.gap(row),
                table_cells.state(row, state, marks.said(row, builder.territory.unit_id)),
            )
            for row, state in urgent
        )
        head = ("Việc cần tập trung", "Kết quả", "Mục tiêu", "Chênh lệch", "Trạng thái")
        whole = SlideTable(head, body, (0.4, 0.2, 0.13, 0.12, 0.15), size=12)
        table = table_pages.beginning(whole, slide_cards.height(cards, table_pages.room()[0]) - table_pages.SPARE)
    more = len(every) - (len(table.rows) if table else 0)
    who = f"{builder.territory.name} · số mục tiêu · {when}{table_cells.at(builder.level, builder.territory.unit_id)}"
    return [
        builder.slide(
            "Tóm tắt kết quả thực hiện mục tiêu", who, slide_messages.overview(builder.territory.name, rows, states, when),
            source_lines.of(rows), builder.link("", "nam", "ky", "cap"), cards=cards, table=table,
            note=f"{_more(more)}{slide_messages.overdue(counts)}",
        )
    ]  # fmt: skip


_FIRST = 5  # of what to work on first


def _more(number: int) -> str:
    return f"Còn {number} mục tiêu chưa hoặc gần đạt khác. " if number > 0 else ""


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
    rows, states, when = builder.standing()
    if not rows:
        return []
    levels = [level for level in formats.LEVELS if level in rows.values("level")]
    body, marked = [], table_cells.paced(rows, states)
    for pillar, group in target_order.in_order(marked).by("pillar_name").items():
        across = (table_cells.counts(group.where(level=level)) for level in levels)
        body.append((table_cells.cell(pillar, bold=True), *across, table_cells.counts(group)))
    share = 0.54 / len(levels)
    table = SlideTable(
        ("Nhóm", *(formats.level(level, builder.territory.unit_id) for level in levels), "Cộng"),
        tuple(body),
        (0.26, *[share] * len(levels), 0.2),
        size=16,
    )
    text = " · ".join(" ".join(words) for mark, words in table_cells.COUNTED.items() if mark in marked.values("mark"))
    table = table_pages.trimmed(table)
    return [
        builder.slide(
            "Kết quả theo nhóm và cấp", f"{builder.territory.name} · số mục tiêu · {when}{table_cells.at(builder.level, builder.territory.unit_id)}",
            slide_messages.pillars(rows, states), source_lines.of(rows), builder.link("", "nam", "ky", "cap"), table=table, note=text,
        )
    ]  # fmt: skip

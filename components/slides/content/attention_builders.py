"""What to work on first, as bars: results beside targets, and what is lacking in points."""

from __future__ import annotations

from typing import Any

from components.charts import plots, share_plots
from components.slides.content import source_lines, table_cells
from components.slides.content.context import SlideBuilder
from components.slides.slide import Slide
from components.text import formats
from components.text.decks import slide_messages, variance_words
from queries import reads
from queries.rows import Rows

URGENT = ("missed", "near", "behind")  # states of what to work on first
_MOST, _MOST_GAPS = 8, 12


def attention(builder: SlideBuilder) -> list[Slide]:
    """What to work on first, the most urgent first; in a year without results the way from the newest ones."""
    rows = builder.targets()
    urgent = _urgent(builder, rows)
    earlier = not urgent
    drawn = urgent or builder.ask(reads.open_target, year=builder.year, level=builder.level).matching(_measured)
    if not drawn:
        return []
    title = f"Từ kết quả gần nhất đến mục tiêu năm {builder.year}" if earlier else "Mục tiêu còn thiếu nhiều nhất"
    when = slide_messages.when(drawn, builder.period, builder.year) if not earlier else f"năm {builder.year}"
    shown = drawn[:_MOST]
    who = formats.titled(
        builder.territory.name, formats.units(shown), f"{when}{table_cells.at(builder.level, builder.territory.unit_id)}"
    )
    source, message = source_lines.of(shown), slide_messages.shortfall(drawn, earlier=earlier)
    source = f"{source} · năm {builder.year} {source_lines.nothing_yet()}" if earlier else source
    plot = plots.gaps_by_target(shown, title=title, subtitle=who, source=source, earlier=earlier, wording=plots.SLIDE)
    note = (
        _left(len(drawn) - len(shown), f"mục tiêu {slide_messages.lacking_words(drawn)} khác")
        if not earlier
        else _left(len(rows) - len(shown), _SILENT)
    )
    return [builder.slide(title, who, message, source, builder.link("", "nam", "ky", "cap"), plots=(plot,), note=note)]


_SILENT = "mục tiêu khác của năm không có kết quả trước đó bằng số để so"


def _left(number: int, words: str) -> str:
    """'Còn 3 mục tiêu …'; '' for none."""
    return f"Còn {number} {words}." if number > 0 else ""


def _urgent(builder: SlideBuilder, rows: Rows[Any]) -> Rows[Any]:
    """What is missed, nearly met or behind, the most urgent first."""
    states = builder.states(rows)
    marked = table_cells.paced(rows, states)
    found: list[Any] = [row for row, state in zip(marked, states, strict=True) if state in URGENT]
    return Rows(rows.columns, found)


def _measured(row: Any) -> bool:
    """Whether a number of its own is known, and how far it is from the target."""
    return row.gap is not None and row.basis != "stated"


def variance(builder: SlideBuilder) -> list[Slide]:
    """What each target lacks in points, the most first; the rest is counted."""
    rows = builder.targets()
    lacking = variance_words.lacking(rows)
    if not lacking:
        return []
    shown: Rows[Any] = Rows(rows.columns, lacking[:_MOST_GAPS])
    when = slide_messages.when(rows, builder.period, builder.year)
    who = f"{builder.territory.name} · điểm % · {when}{table_cells.at(builder.level, builder.territory.unit_id)}"
    title, source = "Còn thiếu bao nhiêu so với mục tiêu", source_lines.of(shown)
    plot = share_plots.missing_points(shown, title=title, subtitle=who, source=source)
    note = variance_words.rest(rows, len(shown))
    return [
        builder.slide(
            title, who, variance_words.message(lacking), source, builder.link("", "nam", "ky", "cap"), plots=(plot,), note=note
        )
    ]


def pillar_shares(builder: SlideBuilder) -> list[Slide]:
    """How the targets of each pillar stand, as parts of one bar: each pillar as long as its targets are many."""
    rows, states, when = builder.standing()
    if not any(row.has_result for row in rows):
        return []
    title, source = "Mục tiêu theo nhóm và trạng thái", source_lines.of(rows)
    who = f"{builder.territory.name} · số mục tiêu · {when}{table_cells.at(builder.level, builder.territory.unit_id)}"
    plot = share_plots.states_by_pillar(rows, states, title=title, subtitle=who, source=source)
    message = slide_messages.pillars(rows, states)
    return [builder.slide(title, who, message, source, builder.link("", "nam", "ky", "cap"), plots=(plot,))]

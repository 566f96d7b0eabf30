"""What stands around the charts of an indicator: its neighbours, what it measures, who is in charge, when it is due, its words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import streamlit as st

from components.store.store_access import cached_read, kept, read_of_indicator
from components.territory import Territory
from components.text import formats, times
from components.tiles import bullets, csv_download, due_chip, messages, tables, tiles
from components.tiles.html_table import Markup, folded, joined, stacked, tag
from components.tiles.links import address, link
from components.tiles.origin import source_card
from components.tiles.sorted_table import sorted_table
from queries.reads import indicator_card, indicator_claims, indicator_schedule, indicator_trend
from queries.rows import Rows

STYLE = Path(__file__).with_suffix(".css").read_text(encoding="utf-8")
_DIRECTIONS = {"higher": "càng cao càng tốt", "lower": "càng thấp càng tốt", "none": "số liệu nền"}


def neighbours(listed: Rows, indicator_id: str, territory: Territory) -> Markup:
    """‹ Chỉ tiêu trước, the gallery, Chỉ tiêu sau ›. Takes the columns of ``indicator_list``, in whose order they stand."""
    place = next((place for place, row in enumerate(listed) if row.indicator_id == indicator_id), None)
    if place is None:
        return Markup()
    before, after = listed[place - 1] if place else None, listed[place + 1] if place + 1 < len(listed) else None
    every = link(address("chi-tieu", {"dia_ban": territory.unit_id}), "Mọi chỉ tiêu")
    beside = (_beside(row, word, territory) for row, word in ((before, "‹ Chỉ tiêu trước"), (after, "Chỉ tiêu sau ›")))
    first, second = beside
    return tag("nav", first, every, second, class_="neighbours", aria_label="Chỉ tiêu khác")


def _beside(row: Any, word: str, territory: Territory) -> Markup:
    if row is None:
        return Markup()
    to = address("chi-tieu", {"dia_ban": territory.unit_id, "chi_tieu": row.indicator_id})
    return tag("a", word, href=to, target="_self", title=row.name, aria_label=f"{word.strip('‹› ')}: {row.name}")


def _alike(schedule: Rows) -> dict[tuple[Any, Any], list[Any]]:
    """The rows by day and period that are due."""
    groups: dict[tuple[Any, Any], list[Any]] = {}
    for row in schedule:
        groups.setdefault((row.due_on, row.next_period), []).append(row)
    return groups


def due(territory: Territory, indicator_id: str, level: str) -> Markup:
    """A chip for each level ('any': all of them) whose next figure is scheduled."""
    of_level = {} if level == "any" else {"level": level}
    schedule = cached_read(indicator_schedule, **territory.key).where(indicator_id=indicator_id, **of_level)
    chips = []
    for state, rows in schedule.matching(lambda row: row.due_state != "not_scheduled").by("due_state").items():
        for (day, of), of_day in _alike(rows).items():
            levels = [formats.level_phrase(row.level, territory.unit_id) for row in of_day if row.level != "all"]
            who = f"{', '.join(levels)}: " if levels and len(of_day) < len(schedule) else ""
            chips.append(tag("span", who, due_chip.chip(day, state, of)))
    return tag("p", *chips, class_="dues") if chips else Markup()


def responsible(card: Any) -> Markup:
    """Who is in charge. Takes the row of ``indicator_card``."""
    said = card.owner or "Văn bản không nêu cơ quan chủ trì."
    return tag("section", tag("h2", "Ai chịu trách nhiệm"), tag("p", said), class_="panel")


def definition(card: Any, *, unfolded: bool = False) -> None:
    """What the catalogue says of an indicator, folded unless there is room for it. Takes the row of ``indicator_card``."""
    with st.expander("Định nghĩa và cách tính", expanded=unfolded):
        messages.facts(card_facts(card, coded=tiles.for_staff()))


def in_words(trend: Rows, unit_id: str, to_source: Any) -> Markup:
    """An indicator without a number: what the documents say, the newest first, each with its status and a link to its source."""
    shown = trend.having("target_as_written", "actual_as_written")
    lines = [_words(row, unit_id, to_source) for row in reversed(list(shown))]
    heading = messages.heading("Chỉ tiêu này được nêu bằng lời", "Không có con số để vẽ; nguyên văn của văn bản, mới nhất trước.")
    return stacked(heading, tag("ol", *lines, class_="in-words"))


def _words(row: Any, unit_id: str, to_source: Any) -> Markup:
    when = f"{times.period(row.period, row.year)}, {formats.level_phrase(row.level, unit_id)}"
    status = tag("span", bullets.shape(formats.shown_mark(row)), formats.verdict(row), class_=f"mark s-{formats.shown_mark(row)}")
    said = [tag("div", tag("b", when), status, class_="when")]
    if row.has_result:
        said.append(tag("p", "Kết quả: ", link(to_source(row, "result"), f"“{formats.quote(row.actual_as_written)}”")))
    if row.target_as_written:
        year = "" if row.target_year == row.year else f" năm {row.target_year}"
        said.append(tag("p", f"Mục tiêu{year}: ", link(to_source(row, "target"), f"“{formats.quote(row.target_as_written)}”")))
    return tag("li", joined(*said))


def figures(trend: Rows, card: Any, territory: Territory, level: str) -> None:
    """Every claim of a document, every period, and the numbers as a file. Takes ``indicator_trend`` of the chosen ``level``."""
    st.html(kept(_tables, territory, card.indicator_id, level, source_card.choices_kept()))
    choices = {"dia_ban": territory.unit_id, "chi_tieu": card.indicator_id}
    csv_download.csv(
        lambda: csv_download.readable(trend, card.unit_of_measure),
        name=f"{card.indicator_id} {territory.name}",
        key="csv",
        choices=choices,
    )


def _tables(territory: Territory, indicator_id: str, level: str, choices: source_card.Choices) -> Markup:
    card = read_of_indicator(indicator_card, indicator_id=indicator_id)[0]
    claims, trend = (
        read_of_indicator(read, **territory.key, indicator_id=indicator_id) for read in (indicator_claims, indicator_trend)
    )
    if level != "any":
        claims, trend = claims.where(level=level), trend.where(level=level)
    to_source = source_card.addresses(territory.unit_id, indicator_id, choices)
    numbers = csv_download.readable(_newest_first(trend), card.unit_of_measure)
    return stacked(
        messages.heading("Số liệu theo từng văn bản", "Văn bản ban hành sau được áp dụng trước; số mâu thuẫn được giữ cả hai."),
        folded(tables.claims_table(claims, trend, card.unit_of_measure, territory.unit_id, to_source)),
        messages.heading("Mọi kỳ"),
        folded(sorted_table(numbers.values, numbers.texts, f"Số liệu của chỉ tiêu {card.name}")),
    )


def _newest_first(trend: Rows[Any]) -> Rows[Any]:
    ordered: list[Any] = sorted(trend, key=lambda row: row.period_end, reverse=True)
    return Rows(trend.columns, ordered)


def card_facts(card: Any, *, coded: bool = False) -> list[tuple[str, str | None]]:
    """What the catalogue says of an indicator, as (name, text). Takes the row of ``indicator_card``; ``coded``: with its codes."""
    earlier = f"{card.predecessor} · {card.predecessor_name}" if coded else card.predecessor_name
    return [
        ("Định nghĩa", card.definition),
        ("Tử số", card.numerator),
        ("Mẫu số", card.denominator),
        ("Đơn vị tính và chiều", f"{card.unit_of_measure} · {_DIRECTIONS[card.direction]}"),
        ("Nhóm", card.pillar_name),
        ("Tên khác trong văn bản", card.aliases),
        ("Nối tiếp chỉ tiêu", earlier if card.predecessor else None),
        ("Đơn vị chủ trì", card.owner),
        ("Ghi chú", card.note),
        ("Rà soát định nghĩa", f"trước ngày {times.day(card.review_date)}"),
        ("Mã chỉ tiêu", card.indicator_id if coded else None),
    ]

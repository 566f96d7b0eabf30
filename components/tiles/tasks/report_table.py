"""Who has reported: a card a state, and a row a unit with every period of the year."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from components.store.kept_answers import while_figures_hold
from components.text import formats, times
from components.text.tasks import report_words
from components.tiles import html_table, list_parts
from components.tiles.bullets import shape
from components.tiles.cards import state_card
from components.tiles.csv_download import Table
from components.tiles.html_table import Cell, Column, Markup, joined, tag
from components.tiles.links import address, few_kept_by_link, kept_by_link, link
from queries.rows import Rows

_MOST = 216  # units that are drawn at once


@kept_by_link
def cards(rows: Rows[Any], chosen: str = "") -> Markup:
    """How many units stand how in one period, one card a state; a tap filters the table, another takes it back."""
    groups = {state: rows.where(state=state) for state in report_words.STATES}
    made = [
        state_card(state, *report_words.STATES[state], len(group), state == chosen) for state, group in groups.items() if group
    ]
    return tag("nav", joined(*made), class_="mark-cards", aria_label="Đơn vị theo tình hình báo cáo")


@while_figures_hold(most=40)
def of_period(every: Rows[Any], period: str) -> Rows[Any]:
    """The rows of one period, the same as long as the figures hold. Takes ``report_list``."""
    return every.where(period=period)


@while_figures_hold(most=40)
def shown(rows: Rows[Any], state: str) -> Rows[Any]:
    """Those of one state, or of any, who is to be reminded first. Takes the rows of one period."""
    return report_words.by_need(rows.where(state=state) if state in report_words.STATES else rows)


@few_kept_by_link
def table(every: Rows[Any], shown: Rows[Any], period: str) -> Markup:
    """The key, and the units of ``shown`` in its order (of very many a part), a column a period of the year, that of ``period`` in words. Takes ``report_list``."""
    part = list_parts.part("dong", shown, _MOST, "đơn vị", lambda row: row.unit_name)
    return joined(_key(), part.ways, _table(every, part.shown, period))


def _table(every: Rows[Any], shown: Sequence[Any], period: str) -> Markup:
    periods = list(dict.fromkeys(every.values("period")))
    cells = {(row.unit_id, row.period): row for row in every}
    columns = [
        Column("Đơn vị", names_rows=True),
        *(Column(times.period_part(code), caption=times.period_part(code)) for code in periods),
    ]
    body = [[_unit(row), *(_cell(cells.get((row.unit_id, code)), code == period) for code in periods)] for row in shown]
    return html_table.table(columns, body, "wide reports")


def _unit(row: Any) -> Markup | str:
    """The name, a link to the unit's own page; a province has none."""
    own = address("ho-so-don-vi", {"don_vi": row.unit_id})
    return row.unit_name if formats.is_province(row.unit_id) else link(own, row.unit_name)


def _cell(row: Any | None, in_words: bool) -> Markup | Cell:
    if row is None:
        return Cell(formats.NOTHING, "none")
    mark, word = report_words.STATES[row.state]
    said = joined(shape(mark), " ", tag("b", report_words.cell(row)))
    return tag("span", joined(said, f" {word}") if in_words else said, class_=f"s-{mark}", title=word)


def _key() -> Markup:
    """What the shapes and the two numbers mean."""
    said = [tag("span", shape(mark), " ", word) for mark, word in report_words.STATES.values()]
    return tag("div", *said, tag("span", "3/5: đã báo 3 trong 5 số liệu phải báo"), class_="bar-keys note")


def as_table(every: Rows[Any], year: int) -> Table:
    """What the CSV holds: a line a unit and period. Takes ``report_list``."""
    plain: dict[str, list[Any]] = {
        "Năm": [year] * len(every),
        "Kỳ": [times.period_part(row.period) for row in every],
        "Đơn vị": every.values("unit_name"),
        "Mã đơn vị": every.values("unit_id"),
        "Hạn": [times.day(row.due_on) if row.due_on else "" for row in every],
        "Phải báo": every.values("owed"),
        "Đã báo": every.values("reported"),
        "Chậm": every.values("late"),
        "Ngày báo": [times.day(row.last_on) if row.last_on else "" for row in every],
        "Tình hình": [report_words.STATES[row.state][1] for row in every],
    }
    return Table({}, {}, plain)

"""Tasks of the documents: a card a state, a row a task with its time and money drawn, what it serves, and who leads how many."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components.text import formats, times
from components.text.tasks import task_words
from components.tiles import html_table
from components.tiles.bullets import shape, shapes
from components.tiles.cards import MOST_SHAPES, state_card
from components.tiles.csv_download import Table
from components.tiles.html_table import Cell, Column, Content, Markup, joined, small, tag
from components.tiles.links import address, link
from components.tiles.origin.finding_flags import Money
from components.tiles.origin.source_register import named, to_document
from data.vietnamese import dates
from queries.rows import Rows

_COLUMNS = [
    Column("TT", caption="Số thứ tự"),
    Column("Nhiệm vụ", names_rows=True),
    Column("Tình trạng"),
    Column("Thời gian"),
    Column("Chủ trì"),
    Column("Kinh phí, triệu đồng"),
]


def cards(rows: Rows[Any], chosen: str = "") -> Markup:
    """How many tasks stand how, one card a state; a tap filters the table, another takes it back."""
    groups = {state: task_words.in_state(rows, state) for state in task_words.STATES}
    made = [state_card(state, *task_words.STATES[state], len(group), state == chosen) for state, group in groups.items() if group]
    return tag("nav", joined(*made), class_="mark-cards task-cards", aria_label="Nhiệm vụ theo tình trạng")


def table(
    rows: Rows[Any], links: Mapping[str, Sequence[Any]], unit_id: str, money: Money, *, with_document: bool = False
) -> Markup:
    """A row a task. ``links``: the rows of ``task_link_list`` by task; ``with_document``: several documents are shown; ``money``: what is
    open about their documents."""
    full = max((row.amount_vnd or 0 for row in rows), default=0) or 1
    first, last = _extent(rows)
    body: list[html_table.Row] = [
        [
            row.number,
            _name(row, links.get(row.task_id, ()), unit_id, with_document, money.task(row.task_id)),
            _state(row, unit_id),
            _time(row, first, last),
            _agency(row),
            _money(row, full),
        ]
        for row in rows
    ]
    return html_table.table(_COLUMNS, body, "wide tasks")


def _name(row: Any, links: Sequence[Any], unit_id: str, with_document: bool, flag: Markup) -> Markup:
    serves = [
        link(address("vi-sao", {"dia_ban": unit_id, "chi_tieu": served.indicator_id}), served.short_name, title=served.reason)
        for served in links
    ]
    listed = [part for served in serves for part in (", ", served)][1:]
    said = small("Phục vụ: ", *listed) if listed else ""
    return joined(tag("b", task_words.named(row)), flag, small(_place(row, unit_id, with_document)), said, _more(row))


def _place(row: Any, unit_id: str, with_document: bool) -> Content:
    """Where the task stands, a link to its document, whose number is said where several are shown."""
    if with_document:
        return named(row.document, unit_id, row.locator)
    return link(to_document(row.document, unit_id), task_words.place(row, False), title=f"Mở {row.document} ở Nguồn số liệu")


def _more(row: Any) -> Markup:
    """What else the documents say of the task, folded away."""
    whole = row.name if row.name is not None and task_words.named(row) != row.name else ""
    told = f"{row.told_from}, {row.told_locator}: {row.same_reason}" if row.told_from else ""
    pairs = [
        ("Tên đầy đủ", whole), ("Dự kiến kết quả", row.outcome), ("Phối hợp", row.partner_agencies), ("Nguồn tiền", row.funding_source),
        ("Chủ trì, thời gian hoặc kinh phí lấy từ", told), ("Ghi chú khi đọc văn bản", row.note),
    ]  # fmt: skip
    known = [(name, text) for name, text in pairs if text]
    if not known:
        return Markup()
    listed = [part for name, text in known for part in (tag("dt", name), tag("dd", text))]
    return tag("details", tag("summary", "Chi tiết"), tag("dl", *listed), class_="task-more")


def _state(row: Any, unit_id: str) -> Markup:
    mark, word = task_words.STATES[task_words.state(row)]
    said = tag("span", shape(mark), " ", tag("b", word[:1].upper() + word[1:]), class_=f"s-{mark}")
    if row.status is None:
        return said
    words = f"“{row.status_as_written}”" if row.status_as_written else "văn bản để trống"
    return joined(said, small(words), small(named(row.state_document, unit_id, row.state_locator)))


def _extent(rows: Rows[Any]) -> tuple[int, int]:
    """First and last year of the common axis of time; this year is always on it."""
    known = [year for row in rows for year in (row.start_year, row.end_year) if year is not None]
    return min([*known, dates.today().year]), max([*known, dates.today().year]) + 1


def _time(row: Any, first: int, last: int) -> Markup | Cell:
    """The years as a bar on the common axis, what is overdue hatched up to today."""
    if row.start_year is None and row.end_year is None:
        return Cell(task_words.years(row), "none quiet-cell")
    span, today = last - first, dates.today()
    now = (today.year - first + (today.timetuple().tm_yday - 1) / 365) / span
    begin = ((row.start_year or row.end_year) - first) / span
    end = (row.end_year + 1 - first) / span if row.end_year else now
    late = [_part("b-late", end, now - end)] if row.late else []
    said = f"{task_words.years(row)}, {task_words.lateness(row) or 'chưa quá hạn'}"
    bar = tag(
        "span",
        _part("b-span", begin, end - begin),
        *late,
        _part("b-tick", now, 0),
        class_="bullet years",
        role="img",
        aria_label=said,
    )
    over = small(task_words.lateness(row)) if row.late else ""
    return joined(bar, tag("span", task_words.years(row), class_="years-said"), over)


def _part(kind: str, left: float, width: float) -> Markup:
    return tag("i", class_=kind, style=f"left:{100 * left:.1f}%;width:{100 * width:.1f}%" if width else f"left:{100 * left:.1f}%")


def _agency(row: Any) -> Content | Cell:
    return row.lead_agency or Cell("không nêu", "none quiet-cell")


def _money(row: Any, full: float) -> Markup | Cell:
    if row.amount_vnd is None:
        return Cell(task_words.money(row), "none quiet-cell amount")
    said = f"{task_words.money(row)} triệu đồng"
    bar = tag(
        "span",
        tag("i", class_="b-target", style=f"width:{100 * row.amount_vnd / full:.1f}%"),
        class_="bullet",
        role="img",
        aria_label=said,
    )
    borrowed = small(f"theo {row.told_from}") if row.own_amount_vnd is None else ""
    return tag("span", tag("b", task_words.money(row)), bar, borrowed, class_="amount-bar")


def by_agency(rows: Rows[Any]) -> Markup:
    """Who leads how many tasks, how they stand, and what money stands behind them; the most tasks first, as the documents write them."""
    body: list[html_table.Row] = [
        [name, len(own), _marks(own), sum(row.late for row in own) or formats.NOTHING, task_words.total(own)]
        for name, own in task_words.by_agency(rows)
    ]
    columns: list[Column | str] = [
        Column("Chủ trì", names_rows=True),
        "Nhiệm vụ",
        "Tình trạng",
        "Quá hạn",
        "Kinh phí, triệu đồng",
    ]
    return html_table.table(columns, body, "wide agencies")


def _marks(rows: Sequence[Any]) -> Markup:
    order = list(task_words.STATES)
    states = sorted((task_words.state(row) for row in rows), key=order.index)
    return joined(shapes(task_words.STATES[state][0] for state in states), small(task_words.counted(rows)))


def by_report(rows: Rows[Any]) -> Markup:
    """How many tasks each report says to be in which state, the oldest first, with the share of each. Takes ``task_state_share``."""
    groups: dict[tuple[Any, str], list[Any]] = {}
    for row in rows:
        groups.setdefault((row.as_of, row.document), []).append(row)
    body: list[html_table.Row] = [
        [times.day(day), named(document), sum(row.tasks for row in own), _shares(own)] for (day, document), own in groups.items()
    ]
    return html_table.table(
        [Column("Đến ngày", names_rows=True, nowrap=True), "Văn bản", "Nhiệm vụ", "Tình trạng"], body, "wide agencies"
    )


def _shares(rows: Sequence[Any]) -> Markup:
    whole = sum(row.tasks for row in rows)
    marks = shapes(task_words.STATES[row.status][0] for row in rows for _ in range(row.tasks)) if whole <= MOST_SHAPES else ""
    words = ", ".join(
        f"{row.tasks} {task_words.STATES[row.status][1]} ({formats.number(100 * row.tasks / whole, 0)}%)" for row in rows
    )
    return joined(marks, small(words))


def as_table(rows: Rows[Any], links: Mapping[str, Sequence[Any]]) -> Table:
    """What the CSV holds: a line a task, money in đồng."""
    plain: dict[str, list[Any]] = {
        "Mã": rows.values("task_id"),
        "Văn bản": rows.values("document"),
        "Vị trí": rows.values("locator"),
        "Số thứ tự": rows.values("number"),
        "Nhiệm vụ": [row.name or "" for row in rows],
        "Chủ trì": [row.lead_agency or "" for row in rows],
        "Phối hợp": [row.partner_agencies or "" for row in rows],
        "Năm đầu": rows.values("start_year"),
        "Năm cuối": rows.values("end_year"),
        "Quá hạn, ngày": rows.values("days_late"),
        "Kinh phí, đồng": rows.values("amount_vnd"),
        "Kinh phí, nguyên văn": [row.amount_as_written or "" for row in rows],
        "Tình trạng": [task_words.STATES[task_words.state(row)][1] for row in rows],
        "Tình trạng, nguyên văn": [row.status_as_written or "" for row in rows],
        "Tình trạng đến ngày": [times.day(row.as_of) if row.as_of else "" for row in rows],
        "Tình trạng theo": [f"{row.state_document}, {row.state_locator}" if row.state_document else "" for row in rows],
        "Phục vụ chỉ tiêu": [", ".join(served.indicator_id for served in links.get(row.task_id, ())) for row in rows],
        "Ghi chú": [row.note or "" for row in rows],
    }
    return Table({}, {}, plain)

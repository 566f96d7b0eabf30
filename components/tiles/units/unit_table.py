"""Units in rows, indicators of a group in columns: number, shape and bar in every cell; heading and first column stay in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.store.kept_answers import while_figures_hold
from components.text import citations, formats, headlines, times
from components.text.origin.finding_marks import Marks
from components.text.units import ranking_words
from components.text.units import unit_table_words as words
from components.text.units.unit_table_words import BY_MET, BY_NAME, Line, Sheet, UnitTableChoice
from components.tiles import bullets, list_parts
from components.tiles.bullets import shape
from components.tiles.csv_download import Table
from components.tiles.html_table import Markup, joined, small, tag
from components.tiles.links import few_kept_by_link, here
from components.tiles.origin import finding_flags, source_card
from components.tiles.units.tile_map import profile
from queries.rows import Rows

_WIDTH, _ROWS, _CELLS = (
    12,
    72,
    1296,
)  # columns, rows and cells that are drawn at once: of few columns more rows (216 communes and 6 indicators)


@while_figures_hold(most=24)
def sheet(rows: Rows[Any], units: Rows[Any], chosen: UnitTableChoice) -> Sheet:
    """The lines and columns of what is chosen. Takes ``unit_indicator_list`` and ``units_on_day``, of all levels."""
    every, columns = _every(rows, units, chosen.level)
    return Sheet(every, columns, words.shown(every, columns, chosen))


@while_figures_hold(most=12)
def _every(rows: Rows[Any], units: Rows[Any], level: str) -> tuple[list[Line], dict[str, Any]]:
    return words.lines(rows, units.where(level=level)), words.indicators(rows)


@few_kept_by_link
def headline(of: Sheet, chosen: UnitTableChoice) -> tuple[str, Markup]:
    """The finding, and the documents of the numbers shown."""
    return words.headline(of.every, chosen), sources(of.shown)


judged = while_figures_hold(most=24)(ranking_words.judged)


def show(of: Sheet, chosen: UnitTableChoice, territory_id: str) -> None:
    """How many cells have which status, the table, what its bars mean, and who reported nothing."""
    for made in filter(None, _whole(of, chosen, territory_id, (_WIDTH, _ROWS, _CELLS))):
        st.html(made)  # the table itself, not a box around it: the presentation goes on with its rows on the next screen


@few_kept_by_link
def _whole(of: Sheet, chosen: UnitTableChoice, territory_id: str, most: tuple[int, int, int]) -> tuple[Markup, ...]:
    ways, table = _parts(of, chosen, territory_id, *most)
    return _counts(of.every, of.columns, chosen.state), ways, table, _key(of.every), _silent(of.every)


def _counts(every: list[Line], columns: dict[str, Any], state: str) -> Markup:
    """How many cells have which status; a tap shows the units that have one, another takes it back."""
    found = words.counted(every, columns)
    made = [
        tag(
            "a", shape(mark), tag("b", number), f" {words.MARKS[mark]}", href=here(trang_thai=None if mark == state else mark, dong=None), target="_self",
            class_=f"s-{mark}{' chosen' if mark == state else ''}", aria_current="true" if mark == state else "",
        )
        for mark, number in found.items()
    ]  # fmt: skip
    total = sum(found.values())
    of = f"trong {formats.number(total, 0)} số liệu của {sum(bool(line.cells) for line in every)} đơn vị đã báo cáo"
    return tag("div", *made, tag("span", of), class_="unit-counts")


def _parts(of: Sheet, chosen: UnitTableChoice, territory_id: str, wide: int, high: int, cells: int) -> tuple[Markup, Markup]:
    """The ways to the parts of a large table, and the table: at most so many columns, rows and cells of it."""
    columns = of.columns
    sought = chosen.order.removeprefix("-")
    across = list_parts.part(
        "cot", list(columns), wide, "chỉ tiêu", lambda code: columns[code].short_name, lambda code: code == sought
    )
    columns = {code: columns[code] for code in across.shown}
    down = list_parts.part("dong", of.shown, max(high, cells // len(columns)), "đơn vị", lambda line: line.unit_name)
    return joined(down.ways, across.ways), _table(down.shown, columns, of.every, chosen, territory_id)


def _table(
    shown: Sequence[Line], columns: dict[str, Any], every: list[Line], chosen: UnitTableChoice, territory_id: str
) -> Markup:
    heads = [_head("Đơn vị", BY_NAME, chosen.order), *(_column(code, row, every, chosen.order) for code, row in columns.items())]
    heads.append(_head("Đạt", BY_MET, chosen.order))
    full = {code: _full(code, every) for code in columns}
    flags = finding_flags.marks(territory_id)  # every unit of the table lies in the territory's province
    body = [_row(line, columns, full, chosen, territory_id, flags) for line in shown]
    return tag(
        "table", tag("thead", tag("tr", *heads)), tag("tbody", *body), class_="units", aria_label="Bảng đơn vị và chỉ tiêu"
    )


def _full(code: str, every: list[Line]) -> float:
    """What fills a bar: 100 of a share, else the largest number or target of the column."""
    rows = [line.cells[code] for line in every if code in line.cells]
    if rows and rows[0].unit_of_measure == "%":
        return 100.0
    return max((float(value) for row in rows for value in (row.actual, row.required) if value is not None), default=0) or 1.0


def _head(title: str, order: str, now: str, *below: Markup) -> Markup:
    """A heading that sorts: the best first, at the next tap the worst."""
    turned = f"-{order}" if now == order and order not in (BY_NAME, BY_MET) else order
    sign = {order: " ▾", f"-{order}": " ▴"}.get(now, "")
    sort = {order: "ascending" if order == BY_NAME else "descending", f"-{order}": "ascending"}.get(now, "")
    name = tag("a", title, tag("b", sign), href=here(theo=turned, dong=None), target="_self", title=f"Xếp theo: {title}")
    return tag("th", name, *below, scope="col", aria_sort=sort)


def _column(code: str, row: Any, every: list[Line], now: str) -> Markup:
    """A heading with the unit of measure, the target of the level, how many units reported, and their median."""
    cells = [line.cells[code] for line in every if code in line.cells]
    middle = (
        f"trung vị {formats.amount(row.median, '%' if row.unit_of_measure == '%' else '')}"
        if row.median is not None
        else "không có số"
    )
    return _head(
        row.short_name,
        code,
        now,
        small(f"{row.unit_of_measure} · {words.target_line(cells)}"),
        small(f"{len(cells)} đơn vị báo · {middle}"),
    )


def _row(
    line: Line, columns: dict[str, Any], full: dict[str, float], chosen: UnitTableChoice, territory_id: str, flags: Marks
) -> Markup:
    name = tag("a", line.unit_name, href=profile(line.unit_id, territory_id), target="_self", title=f"Mở hồ sơ {line.unit_name}")
    cells = [_cell(line, code, full[code], chosen.state, flags) for code in columns]
    aimed = words.aimed(line)
    met = (
        tag("td", tag("b", words.met(line)), f"/{aimed}" if aimed else "", class_="met")
        if line.cells
        else tag("td", formats.NOTHING, class_="met")
    )
    return tag("tr", tag("th", name, scope="row"), *cells, met, class_="" if line.cells else "silent")


def _cell(line: Line, code: str, full: float, state: str, flags: Marks) -> Markup:
    row = line.cells.get(code)
    mark = line.marks.get(code, "no_result")
    faint = " faint" if state and mark != state else ""
    if row is None:
        return tag("td", shape("no_result"), tag("span", "chưa báo", class_="value"), class_=f"none{faint}", title="Chưa báo cáo")
    source = source_card.addresses(line.unit_id, code, (("cap", row.level),))(row, "result")
    number = tag(
        "span",
        shape(mark),
        tag("b", words.value(row)),
        tag("i", "⚑") if flags.open(row, line.unit_id) is not None else "",
        class_="value",
    )
    opened = tag(
        "a", number, bullets.bullet(row, full), href=source, target="_self", title=f"{line.unit_name} · {words.said(row)}"
    )
    return tag("td", opened, class_=f"c-{mark}{faint}")


def _key(every: list[Line]) -> Markup:
    """What bars and shapes mean."""
    rows = [row for line in every for row in line.cells.values()]
    kinds = ["target"] if any(row.required is not None for row in rows) else []
    kinds += ["value"] + (["estimate"] if any(row.actual_qualifier == "estimate" for row in rows) else [])
    kinds += ["claim"] if any(row.basis == "stated" for row in rows) else []
    tapped = tag("span", "Bấm tên cột để xếp, bấm số để xem nguồn, bấm tên đơn vị để mở hồ sơ.", class_="hint")
    return tag("div", bullets.key(*kinds), tapped, class_="bar-keys note")


def _silent(every: list[Line]) -> Markup:
    """Who reported nothing of the group; they are no zero, and stand in the table only when they are wanted."""
    names = words.silent(every)
    if not names:
        return Markup()
    title = tag("b", f"Chưa báo cáo chỉ tiêu nào của nhóm ({len(names)}): ")
    return tag("div", shape("no_result"), title, ", ".join(names), class_="rank-silent")


def sources(shown: list[Line]) -> Markup:
    """The documents of the numbers shown, the first of them by name."""
    documents = list(dict.fromkeys(row.actual_document for line in shown for row in line.cells.values() if row.actual_document))
    more = f" và {len(documents) - 4} văn bản khác" if len(documents) > 4 else ""
    return joined(f"{citations.source_line(documents[:4])}{more}")


def as_table(shown: list[Line], columns: dict[str, Any], chosen: UnitTableChoice) -> Table:
    """What the CSV holds: a line a unit and indicator; what was not reported has a line without a number that says so."""
    pairs = [(line, code, line.cells.get(code)) for line in shown for code in columns]
    plain: dict[str, list[Any]] = {
        "Năm": [chosen.year] * len(pairs),
        "Kỳ": [times.period_part(chosen.period)] * len(pairs),
        "Đơn vị": [line.unit_name for line, _, _ in pairs],
        "Mã đơn vị": [line.unit_id for line, _, _ in pairs],
        "Mã chỉ tiêu": [code for _, code, _ in pairs],
        "Chỉ tiêu": [columns[code].indicator_name for _, code, _ in pairs],
        "Đơn vị tính": [columns[code].unit_of_measure for _, code, _ in pairs],
        "Kết quả": [None if row is None or row.basis == "stated" else row.actual for _, _, row in pairs],
        "Kết quả, nguyên văn": [row.actual_as_written if row else None for _, _, row in pairs],
        "Mục tiêu": [row.required if row else None for _, _, row in pairs],
        headlines.SO_FAR: [headlines.measured_by(row) if row else None for _, _, row in pairs],
        "Chênh lệch": [row.gap if row else None for _, _, row in pairs],
        "Trung vị": [columns[code].median for _, code, _ in pairs],
        "Trạng thái": [formats.verdict(row) if row else "Chưa báo cáo" for _, _, row in pairs],
        "Nguồn": [row.actual_document if row else None for _, _, row in pairs],
    }
    return Table({}, {}, plain)

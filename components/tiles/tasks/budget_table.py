"""Money of the documents: by year and source with the tables of one document side by side, and sums that do not add up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from components.text import formats
from components.text.tasks import task_words
from components.text.tasks.budget_words import NAMELESS, TOTAL, Amounts, sources, tables, years
from components.tiles import html_table
from components.tiles.csv_download import Table
from components.tiles.html_table import Cell, Column, Markup, joined, small, tag
from components.tiles.origin.finding_flags import Money
from components.tiles.origin.source_register import named
from queries.rows import Rows

_LOOKS = ("s1", "s2", "s3", "s4")
_WHOLE = "Cả giai đoạn"


def side_by_side(rows: Rows[Any], money: Money) -> Markup:
    """A row a year: of each table of the document a bar divided by source and its sum; between two tables the difference."""
    names = tables(rows)
    every = years(rows, names)
    by_year = [year for year in every if year is not None]
    amounts, divided = Amounts(rows), {name: sources(rows, [name]) for name in names}
    full = max((amounts.of(name, year, TOTAL) or 0 for name in names for year in by_year), default=0) or 1
    flags: dict[tuple[str, int | None], dict[str, Markup]] = {}
    for row in rows.matching(lambda row: row.table_name in divided):
        flags.setdefault((row.table_name, row.year), {})[row.source] = money.cell(row)
    columns = [Column("Năm", names_rows=True), *(Column(name) for name in names)]
    if len(names) == 2:
        columns.append(Column(f"{names[1]} hơn", nowrap=True))
    body: list[html_table.Row] = [
        [
            str(year or _WHOLE),
            *(_cell(amounts, divided[name], name, year, full, flags.get((name, year), {})) for name in names),
            *_difference(amounts, names, year),
        ]
        for year in every
    ]
    return html_table.table(columns, body, "wide money")


def _cell(
    amounts: Amounts, divided: Sequence[str], table: str, year: int | None, full: float, marks: Mapping[str, Markup]
) -> Markup | Cell:
    whole = amounts.of(table, year, TOTAL)
    if whole is None:
        return Cell(formats.NOTHING, "none")
    parts = [(source, amounts.of(table, year, source)) for source in divided]
    said = ", ".join(f"{source} {task_words.millions(value)}" for source, value in parts if value is not None)
    bar = _bar(parts, full, said) if year is not None else ""
    told = [
        joined(f"{source} {task_words.millions(value)}", marks.get(source, "")) for source, value in parts if value is not None
    ]
    each = [part for one in told for part in (", ", one)][1:]
    return joined(tag("b", task_words.millions(whole)), marks.get(TOTAL, ""), bar, small(*each))


def _bar(parts: Sequence[tuple[str, float | None]], full: float, said: str) -> Markup:
    left, made = 0.0, []
    for (_, value), look in zip(parts, _LOOKS, strict=False):
        width = 100 * (value or 0) / full
        made.append(tag("i", class_=f"m-{look}", style=f"left:{left:.1f}%;width:{width:.1f}%"))
        left += width
    return tag("span", *made, class_="bullet stacked", role="img", aria_label=said)


def _difference(amounts: Amounts, names: Sequence[str], year: int | None) -> list[str | Markup]:
    if len(names) != 2:
        return []
    one, other = (amounts.of(name, year, TOTAL) for name in names)
    if one is None or other is None:
        return [formats.NOTHING]
    return [tag("b", task_words.millions(other - one), class_="s-missed") if other != one else "0"]


def key(rows: Rows[Any]) -> Markup:
    """Which part of a bar is which source."""
    named = zip(sources(rows, tables(rows)), _LOOKS, strict=False)
    made = [
        tag("span", tag("span", tag("i", class_=f"m-{look}", style="left:0;width:100%"), class_="bullet stacked"), source)
        for source, look in named
    ]
    return tag("div", *made, class_="bar-key")


def gaps(rows: Rows[Any], money: Money, unit_id: str) -> Markup:
    """Sums that the rows do not come to, both figures. Takes ``budget_gap_list`` of a territory."""
    columns = [
        Column("Dòng tổng", names_rows=True), Column("Văn bản ghi"), Column("Cộng các dòng"), Column("Chênh lệch"), Column("Cộng từ"),
    ]  # fmt: skip
    body: list[html_table.Row] = [
        [
            joined(
                f"{row.part}{f', năm {row.year}' if row.year else ''}: {row.source}",
                small(named(row.document, unit_id, row.locator)),
            ),
            joined(task_words.millions(row.stated_vnd), money.cell(row)),
            task_words.millions(row.added_vnd),
            tag("b", _signed(row.excess_vnd), class_="s-missed"),
            _tables(row.sums),
        ]
        for row in rows
    ]
    return html_table.table(columns, body, "wide gaps")


def _tables(sums: str) -> str:
    """'Phụ lục 4', 'Phụ lục 2 đến Phụ lục 6'."""
    names = sums.split("; ")
    return names[0] if len(names) == 1 else f"{names[0]} đến {names[-1]}"


def _signed(value: float) -> str:
    return f"{'+' if value > 0 else '−'}{task_words.millions(abs(value))}"


def stated(rows: Rows[Any], money: Money) -> Markup:
    """The overall sums that a document without a table by year states: source and amount as written."""
    sums = [row for row in rows if (row.sums and row.year is None) or (row.sums and row.source != TOTAL and row.task_id is None)]
    sums = sums or [row for row in rows if row.sums]
    body: list[html_table.Row] = [
        [
            f"{row.part}{f', năm {row.year}' if row.year else ''}",
            row.source,
            joined(task_words.millions(row.amount_vnd), money.cell(row)),
            row.note or "",
        ]
        for row in sums
    ]
    return html_table.table(
        [Column("Dòng", names_rows=True), "Nguồn", "Triệu đồng", "Ghi chú khi đọc văn bản"], body, "wide gaps"
    )


def coverage(tasks: Rows[Any], unit_id: str) -> Markup:
    """How much of each list of tasks has an amount at all. Takes ``task_list`` of a territory."""
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in tasks:
        groups.setdefault((row.document, row.list), []).append(row)
    body: list[html_table.Row] = []
    for (document, name), own in sorted(groups.items()):
        having = [row for row in own if row.own_amount_vnd is not None]
        words = [row for row in own if row.own_amount_vnd is None and (row.amount_as_written or "0")[0].isalpha()]
        body.append(
            [
                joined(named(document, unit_id), small(name)),
                len(own),
                tag("span", tag("b", f"{len(having)} / {len(own)}"), _share(len(having) / len(own))),
                len(words) or formats.NOTHING,
                task_words.millions(sum(row.own_amount_vnd for row in having)) if having else formats.NOTHING,
            ]
        )
    columns: list[Column | str] = [
        Column("Danh mục", names_rows=True),
        "Nhiệm vụ",
        "Có số tiền",
        "Chỉ ghi bằng chữ",
        "Cộng, triệu đồng",
    ]
    return html_table.table(columns, body, "wide gaps")


def _share(share: float) -> Markup:
    return tag("span", tag("i", class_="b-value", style=f"width:{100 * share:.0f}%"), class_="bullet years", aria_hidden="true")


def by_group(rows: Rows[Any], what: str) -> Markup:
    """Who ('agency'), or which 'pillar', has how much: a bar a row, the most first. Takes ``task_money`` of one document."""
    rows = rows.where(by_what=what)
    full = max((row.amount_vnd or 0 for row in rows), default=0) or 1
    body: list[html_table.Row] = [
        [
            row.name or NAMELESS[what],
            task_words.millions(row.amount_vnd) if row.counted else Cell(formats.NOTHING, "none"),
            tag(
                "span",
                tag("i", class_="b-target", style=f"width:{100 * (row.amount_vnd or 0) / full:.1f}%"),
                class_="bullet",
                aria_hidden="true",
            ),
            f"{row.counted} / {row.tasks}",
        ]
        for row in rows
    ]
    columns: list[Column | str] = [Column("Tên", names_rows=True), "Triệu đồng", "", Column("Có số tiền / nhiệm vụ", nowrap=True)]
    return html_table.table(columns, body, "wide gaps groups")


def as_table(rows: Rows[Any]) -> Table:
    """What the CSV holds: a line a cell of money, in đồng."""
    plain: dict[str, list[Any]] = {
        "Văn bản": rows.values("document"),
        "Bảng": rows.values("table_name"),
        "Dòng": rows.values("part"),
        "Năm": rows.values("year"),
        "Nguồn": rows.values("source"),
        "Số tiền, đồng": rows.values("amount_vnd"),
        "Nguyên văn": rows.values("amount_as_written"),
        "Đơn vị, như in": [row.unit_as_written or "" for row in rows],
        "Dòng tổng": ["x" if row.is_total else "" for row in rows],
        "Vị trí": rows.values("locator"),
        "Ghi chú": [row.note or "" for row in rows],
    }
    return Table({}, {}, plain)

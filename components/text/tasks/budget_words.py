"""What the tables of money of one document say: which there are, by year and source, and in one sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from components.text import formats
from components.text.tasks import task_words
from queries.rows import Rows

TOTAL = "tổng"  # the source that stands for all of them


def documents(rows: Rows[Any]) -> list[str]:
    """The documents that print money, the one with the most cells first: it opens by itself. Takes ``budget_list``."""
    counts = Counter(rows.values("document"))
    return sorted(counts, key=lambda name: -counts[name])


def tables(rows: Rows[Any]) -> list[str]:
    """The tables of a document that give money by year and source and are no list of tasks. Takes ``budget_list``."""
    lists = {row.table_name for row in rows if row.task_id is not None}
    return list(dict.fromkeys(row.table_name for row in rows if row.table_name not in lists))


class Amounts:
    """What tables give for a year (None: for all of them) from a source. Takes ``budget_list``."""

    def __init__(self, rows: Rows[Any]) -> None:
        self._cells: dict[tuple[str, int | None, str], float] = {}
        for row in rows:
            cell = row.table_name, row.year, row.source
            self._cells[cell] = self._cells.get(cell, 0) + (row.amount_vnd or 0)

    def of(self, table: str, year: int | None, source: str) -> float | None:
        """In đồng; None where the table does not say."""
        return self._cells.get((table, year, source))


def sources(rows: Rows[Any], names: Sequence[str]) -> list[str]:
    """The sources that some tables divide by, in the order in which they print them."""
    return [source for source in dict.fromkeys(row.source for row in rows if row.table_name in names) if source != TOTAL]


def years(rows: Rows[Any], names: Sequence[str]) -> list[int | None]:
    """The years of some tables, all of them together (None) at the end where they say so."""
    known = {row.year for row in rows if row.table_name in names}
    return [*sorted(year for year in known if year is not None), *([None] if None in known else [])]


def headline(rows: Rows[Any], document: str) -> str:
    """'424/QĐ-UBND dự tính 1.410.498 triệu đồng ở Phần II.IV.1, bảng, nhưng Phụ lục 7 ghi 1.438.798: hơn 28.300'."""
    names = tables(rows)
    amounts = Amounts(rows)
    told = [(name, amounts.of(name, year, TOTAL), year) for name in names for year in years(rows, names)[-1:]]
    known = [(name, value, year) for name, value, year in told if value is not None]
    if not known:
        sums = [row for row in rows if row.sums and row.source == TOTAL and row.amount_vnd is not None]
        return f"{document}: {task_words.millions(sums[0].amount_vnd)} triệu đồng" if sums else f"Kinh phí theo {document}"
    (first, value, year), *others = known
    when = f" cho năm {year}" if year else ""
    said = f"{document} dự tính {task_words.millions(value)} triệu đồng{when} ở {formats.inside(first)}"
    if others and others[0][1] != value:
        other, theirs, _ = others[0]
        more = "hơn" if theirs > value else "kém"
        said += f", nhưng {other} ghi {task_words.millions(theirs)}: {more} {task_words.millions(abs(theirs - value))}"
    return said


def by_year(rows: Rows[Any], table: str) -> list[tuple[str, list[tuple[str, float | None]], float | None]]:
    """A table a year: (year, (source, đồng) in the order of the table, the sum that it states)."""
    named, amounts = sources(rows, [table]), Amounts(rows)
    return [
        (str(year), [(source, amounts.of(table, year, source)) for source in named], amounts.of(table, year, TOTAL))
        for year in years(rows, [table])
        if year is not None
    ]


NAMELESS = {"pillar": "Chưa nối với chỉ tiêu nào", "agency": "Không nêu chủ trì"}  # what a row without a name is called
_NAMES = {"pillar": "nhóm", "agency": "cơ quan"}


def groups(rows: Rows[Any], what: str, document: str) -> str:
    """'Sở TNMT được ghi nhiều tiền nhất: 459.943 trong 1.721.038 triệu đồng của 424/QĐ-UBND'; then what no name has.

    Takes ``task_money``, some row with a name and an amount."""
    known = rows.having("amount_vnd")
    whole, named = sum(row.amount_vnd for row in known), known.having("name")
    apart = "".join(
        f"; {task_words.millions(row.amount_vnd)} triệu đồng {_lower(NAMELESS[what])}" for row in known if row.name is None
    )
    most = max(named, key=lambda row: row.amount_vnd)
    told = f"{task_words.millions(most.amount_vnd)} trong {task_words.millions(whole)} triệu đồng của {document}"
    return f"{most.name} được ghi nhiều tiền nhất: {told}{apart}"


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def counted(rows: Rows[Any]) -> str:
    """'Cộng từ 68 trong 75 nhiệm vụ có số tiền riêng.'"""
    return f"Cộng từ {sum(row.counted for row in rows)} trong {sum(row.tasks for row in rows)} nhiệm vụ có số tiền riêng."


def rest(rows: Sequence[Any], what: str) -> str:
    """'Còn 24 cơ quan khác: 192.045 triệu đồng, 30 nhiệm vụ.' of those that are not drawn; '' for none."""
    named, nameless = [row for row in rows if row.name], [row for row in rows if not row.name]
    said = [f"Còn {len(named)} {_NAMES[what]} khác: {_money(named)}."] if named else []
    return " ".join([*said, *(f"{NAMELESS[what]}: {_money(nameless)}." for _ in nameless)])


def _money(rows: Sequence[Any]) -> str:
    money = sum(row.amount_vnd or 0 for row in rows)
    told = f"{task_words.millions(money)} triệu đồng" if money else "không ghi số tiền"
    return f"{told}, {sum(row.tasks for row in rows)} nhiệm vụ"

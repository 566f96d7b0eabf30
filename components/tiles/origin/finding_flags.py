"""The mark ⚑ beside a figure that data or documents contradict: a tap opens the finding; a settled one is told at the source."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import streamlit as st

from components.store.beside import province_of
from components.store.store_access import cached_read, kept
from components.territory import Territory
from components.text.origin import doubt_words, finding_marks, finding_words
from components.text.origin.finding_marks import FLAG, WORD, Marks
from components.tiles.html_table import Markup, joined, small, tag
from components.tiles.links import address
from components.tiles.origin import source_links
from queries.reads import doubt_list, finding_list, finding_mark_list
from queries.rows import Rows

_NOTHING: Rows[Any] = Rows((), ())


def marks(unit_id: str) -> Marks:
    """The marks of a unit's province."""
    return kept(_marks, unit_id)


def _marks(unit_id: str) -> Marks:
    province_code = province_of(unit_id)
    return kept(_of_province, province_code) if province_code else Marks(_NOTHING)


def _of_province(province_code: str) -> Marks:
    return Marks(cached_read(finding_mark_list, province_code=province_code), province_code)


def of_territory(territory: Territory) -> Rows[Any]:
    """The register of a territory (``finding_list``): asked once for its whole province."""
    return kept(_by_unit, territory.province_code).get(territory.unit_id, _NOTHING)


def _by_unit(province_code: str) -> dict[str, Rows[Any]]:
    return cached_read(finding_list, province_code=province_code, unit_id="any").by("unit_id")


def units(unit_id: str, indicator_id: str, level: str, year: int, period: str) -> frozenset[str]:
    """The units of the province whose figure of one indicator and period is to be marked."""
    return marks(unit_id).units(indicator_id, level, year, period)


def word(row: Any, unit_id: str) -> str:
    """Why a row is to be marked, for places that are links themselves: 'mâu thuẫn chưa xử lý'; '' where it is not."""
    mark = marks(unit_id).open(row, unit_id)
    return finding_marks.word(mark) if mark is not None else ""


def said_of_units(rows: Iterable[Any], unit_id: str, chosen: Any) -> str:
    """' · ⚑ Mâu thuẫn chưa xử lý: Huyện Đức Thọ' of the units of a ranking, for the last line of a picture; '' where nothing is open."""
    usual = {"indicator_id": chosen.indicator_id, "level": chosen.level, "year": chosen.year, "period": chosen.period}
    said = finding_marks.told((said, figure.named) for said, figure in marks(unit_id).about(rows, usual))
    return f" · {said}" if said else ""


def is_open(row: Any, unit_id: str) -> bool:
    """Whether a row is to be marked; for places that are links themselves and can hold no other."""
    return marks(unit_id).open(row, unit_id) is not None


def flag(row: Any, unit_id: str, *, worded: bool = False, indicator_id: str = "") -> Markup:
    """' ⚑' as a link to the finding, with its word where there is room; nothing where nothing is open. ``indicator_id``: of rows that
    name none."""
    mark = marks(unit_id).open(row, unit_id, indicator_id)
    if mark is None:
        return Markup()
    return joined(" ", _link(mark, f"{FLAG} {finding_marks.word(mark)}" if worded else FLAG))


def plain(row: Any, unit_id: str) -> str:
    """' ⚑' without a link."""
    return f" {FLAG}" if is_open(row, unit_id) else ""


def _link(mark: Any, words: str) -> Markup:
    """Opens the finding on the page of contradictions; of what somebody says is wrong the source of the figure, where it is said."""
    if finding_marks.is_doubt(mark):
        kind = "target" if mark.check_name == "doubted_target" else "result"
        to = source_links.to_source(mark.unit_id, mark.indicator_id, mark.level, mark.year, mark.period, kind)
        about = f"{finding_marks.DOUBTED.capitalize()}: {doubt_words.shortened(mark.other)}"
    else:
        to = f"{address('mau-thuan', {'dia_ban': mark.unit_id, 'phat_hien': mark.finding_id})}#phat-hien"
        about = f"{WORD.capitalize()}: {finding_words.CHECKS[mark.check_name]}"
    return tag("a", words, href=to, target="_self", title=about, aria_label=about, class_="flag")


def at_source(row: Any, unit_id: str, indicator_id: str) -> Markup:
    """Every finding about a figure: what clashes, and what was decided, why and by whom. What is doubted stands below the source."""
    found = marks(unit_id).of(row, unit_id, indicator_id)
    return joined(*(_told(mark) for mark in found if not finding_marks.is_doubt(mark)))


def _told(mark: Any) -> Markup:
    head = _link(
        mark, f"{FLAG} {finding_words.CHECKS[mark.check_name]}" if mark.is_open else f"✓ {finding_words.CHECKS[mark.check_name]}"
    )
    said, other = finding_words.sides(mark)
    decided = (
        f"{finding_words.decision(mark, mark.said, mark.other)} ({finding_words.by_whom(mark.author, mark.decided_at)})"
        if mark.decision
        else ""
    )
    return tag("p", head, f": {said}; {other}", small(decided or f"{finding_words.standing(mark)}."), class_="note finding-note")


def key(rows: Any, unit_id: str) -> Markup:
    """What the mark means, where one of the rows has it."""
    words = sorted({said for row in rows if (said := word(row, unit_id))}, key=finding_marks.DOUBTED.__eq__)
    return tag("span", f"{FLAG} {'; '.join(words)}") if words else Markup()


class Money:
    """What is open about the tasks and the money that some documents of a territory print."""

    def __init__(self, territory: Territory, documents: Iterable[str]) -> None:
        printed = set(documents)
        self._territory = territory
        self._found = of_territory(territory).matching(
            lambda row: row.check_name in finding_words.OF_MONEY and row.document in printed
        )
        self._doubts = (
            cached_read(doubt_list, province_code=territory.province_code)
            .where(unit_id=territory.unit_id, verdict=None)
            .matching(lambda row: row.document in printed)
        )
        self._open = self._found.where(is_open=True).by("document")

    def show(self) -> None:
        """The line, where there is something to say."""
        if said := self.line():
            st.html(said)

    def line(self) -> Markup:
        """How many contradictions are undecided, what was decided about the others, and what is doubted; nothing where there is nothing."""
        said = [part for part in (self._contradicted(), self._said_wrong()) if part]
        return tag("p", *said, class_="note") if said else Markup()

    def _contradicted(self) -> Markup:
        if not self._found:
            return Markup()
        left = len(self._found.where(is_open=True))
        words = f"{FLAG} {left} {WORD}" if left else f"✓ {len(self._found)} mâu thuẫn đã xử lý"
        to = address("mau-thuan", {"dia_ban": self._territory.unit_id, "loai": self._found[0].check_name})
        said = tag("a", words, href=to, target="_self", class_="flag")
        return joined(said, f" về tiền của {self._whose()}; cả hai số được giữ nguyên. ")

    def _said_wrong(self) -> Markup:
        return joined(f"{FLAG} {len(self._doubts)} số {finding_marks.DOUBTED}.") if self._doubts else Markup()

    def _whose(self) -> str:
        return ", ".join(dict.fromkeys(row.document for row in self._found))

    def cell(self, row: Any) -> Markup:
        """' ⚑' beside a cell of money whose sum is contradicted, or that is doubted. Takes a row of ``budget_list`` or ``budget_gap_list``."""
        for mark in self._open.get(row.document, ()):
            if _is_about(mark, row):
                to = address("mau-thuan", {"dia_ban": self._territory.unit_id, "phat_hien": mark.finding_id})
                about = f"{WORD.capitalize()}: {finding_words.CHECKS[mark.check_name]}"
                return joined(
                    " ", tag("a", FLAG, href=f"{to}#phat-hien", target="_self", title=about, aria_label=about, class_="flag")
                )
        return self._doubted("money", f"{row.document}#{row.line}")

    def task(self, task_id: str) -> Markup:
        """' ⚑' beside a task of which somebody says that something is wrong."""
        return self._doubted("task", task_id)

    def _doubted(self, kind: str, subject: str) -> Markup:
        if not self._doubts:
            return Markup()
        said = "; ".join(doubt_words.shortened(row.text) for row in self._doubts.where(kind=kind, subject=subject))
        return (
            joined(" ", tag("span", FLAG, title=f"{finding_marks.DOUBTED.capitalize()}: {said}", class_="flag"))
            if said
            else Markup()
        )


def _is_about(mark: Any, row: Any) -> bool:
    """Whether a contradiction of sums is about a cell: its own line, or the same line of the other table; in a year that differs."""
    own = mark.subject.startswith(f"{row.part}; ") or mark.subject == row.part or mark.subject.startswith(f"{row.part} (")
    other = row.sums and mark.check_name == "budget_tables" and row.locator == mark.other_locator and _same_source(mark, row)
    if not (own or other) or not row.sums:
        return False
    years = mark.subject.partition("; lệch ở năm ")[2].split(", ")
    return str(row.year) in years if row.year else "(năm" not in mark.said


def _same_source(mark: Any, row: Any) -> bool:
    """Whether the line of the first table, as the subject names it, is that of the source of a cell of the other one."""
    own = mark.subject.partition("; lệch ở năm ")[0].partition(": ")[2].partition(" (")[0]
    return bool(own) and row.part.endswith(own)

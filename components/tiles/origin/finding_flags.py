"""The mark ⚑ beside a figure that data or documents contradict: a tap opens the finding; a settled one is told at the source."""

from __future__ import annotations

from typing import Any

from components.store_access import cached_read, kept
from components.territory import Territory
from components.text.origin import finding_words
from components.text.origin.finding_marks import FLAG, WORD, Marks
from components.tiles.html_table import Markup, joined, small, tag
from components.tiles.links import address
from queries.reads import finding_list, finding_mark_list, unit_province
from queries.rows import Rows

_NOTHING: Rows[Any] = Rows((), ())


def marks(unit_id: str) -> Marks:
    """The marks of a unit's province."""
    return kept(_marks, unit_id)


def _marks(unit_id: str) -> Marks:
    provinces = cached_read(unit_province, unit_id=unit_id)
    return kept(_of_province, provinces[0].province_code) if provinces else Marks(provinces)


def _of_province(province_code: str) -> Marks:
    return Marks(cached_read(finding_mark_list, province_code=province_code))


def of_territory(territory: Territory) -> Rows[Any]:
    """The register of a territory (``finding_list``): asked once for its whole province."""
    return kept(_by_unit, territory.province_code).get(territory.unit_id, _NOTHING)


def _by_unit(province_code: str) -> dict[str, Rows[Any]]:
    return cached_read(finding_list, province_code=province_code, unit_id="any").by("unit_id")


def units(unit_id: str, indicator_id: str, level: str, year: int, period: str) -> frozenset[str]:
    """The units of the province whose figure of one indicator and period is to be marked."""
    return marks(unit_id).units(indicator_id, level, year, period)


def is_open(row: Any, unit_id: str) -> bool:
    """Whether a row is to be marked; for places that are links themselves and can hold no other."""
    return marks(unit_id).open(row, unit_id) is not None


def flag(row: Any, unit_id: str, *, worded: bool = False) -> Markup:
    """' ⚑' as a link to the finding, with its word where there is room; nothing where nothing is open."""
    mark = marks(unit_id).open(row, unit_id)
    if mark is None:
        return Markup()
    return joined(" ", _link(mark, f"{FLAG} {WORD}" if worded else FLAG))


def plain(row: Any, unit_id: str) -> str:
    """' ⚑' without a link."""
    return f" {FLAG}" if is_open(row, unit_id) else ""


def _link(mark: Any, words: str) -> Markup:
    """Opens the finding on the page of contradictions."""
    to = address("mau-thuan", {"dia_ban": mark.unit_id, "phat_hien": mark.finding_id})
    about = f"{WORD.capitalize()}: {finding_words.CHECKS[mark.check_name]}"
    return tag("a", words, href=f"{to}#phat-hien", target="_self", title=about, aria_label=about, class_="flag")


def at_source(row: Any, unit_id: str, indicator_id: str) -> Markup:
    """Every finding about a figure: what clashes, and what was decided, why and by whom."""
    return joined(*(_told(mark) for mark in marks(unit_id).of(row, unit_id, indicator_id)))


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
    there = any(is_open(row, unit_id) for row in rows)
    return tag("span", f"{FLAG} {WORD}") if there else Markup()


def of_money(territory: Territory, document: str) -> Markup:
    """One line about the tables of money of a document: how many contradictions are undecided, and what was decided about the others."""
    found = of_territory(territory).where(document=document).matching(lambda row: row.check_name in finding_words.OF_MONEY)
    if not found:
        return Markup()
    left = len(found.where(is_open=True))
    words = f"{FLAG} {left} {WORD}" if left else f"✓ {len(found)} mâu thuẫn đã xử lý"
    to = address("mau-thuan", {"dia_ban": territory.unit_id, "loai": found[0].check_name})
    return tag(
        "p",
        tag("a", words, href=to, target="_self", class_="flag"),
        " về tiền của văn bản này; cả hai số được giữ nguyên.",
        class_="note",
    )

"""What is said of the way of targets through documents. Drafted from ``target_move_list``, never beyond it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from components.text import formats, times
from queries.rows import Rows

MOVES = {  # move -> (mark, word); in the order of the page
    "lowered": ("▼", "hạ"),
    "raised": ("▲", "nâng"),
    "kept": ("=", "giữ nguyên"),
    "words": ("–", "bằng lời"),
    "first": ("", "đặt một lần"),
}


@dataclass(frozen=True)
class Way:
    """The targets of one indicator at one level, in order of years and documents."""

    rows: tuple[Any, ...]

    @property
    def move(self) -> str:
        """What is the most telling of its moves: a lowering before everything else; 'first' when it was set once."""
        moved = {row.moved for row in self.rows}
        return next((move for move in MOVES if move in moved), "first")

    @property
    def below(self) -> bool:
        """Whether it asks for less than the province does, in any year."""
        return any(row.below_province for row in self.rows)


def ways(rows: Rows[Any]) -> list[Way]:
    """The ways of a territory's targets, those with a lowering first, those set once last; else in the order of the rows."""
    groups: dict[tuple[str, str], list[Any]] = {}
    for row in rows:
        groups.setdefault((row.indicator_id, row.level), []).append(row)
    order = list(MOVES)
    made = [Way(tuple(group)) for group in groups.values()]
    return sorted(made, key=lambda way: (not way.below and way.move != "lowered", order.index(way.move)))


def telling(way: Way) -> bool:
    """Whether a way is told where nothing was chosen: a target was lowered or raised, or asks for less than the province does."""
    return way.move in ("lowered", "raised") or way.below


def headline(found: list[Way], territory: str) -> str:
    """'Tỉnh Hà Tĩnh: 2 mục tiêu bị hạ; 14 được nâng, 5 giữ nguyên qua các văn bản'; says plainly when none was lowered."""
    counts = {move: sum(way.move == move for way in found) for move in MOVES}
    lowered = counts["lowered"]
    said = f"{formats.number(lowered, 0)} mục tiêu bị hạ" if lowered else "chưa mục tiêu nào bị hạ"
    others = [
        f"{formats.number(counts[move], 0)} {words}"
        for move, words in (("raised", "được nâng"), ("kept", "giữ nguyên"))
        if counts[move]
    ]
    below = sum(way.below for way in found)
    less = f"; {formats.number(below, 0)} thấp hơn mức tỉnh đặt" if below else ""
    return f"{territory}: {said}" + (f"; {', '.join(others)}" if others else "") + less


def step(row: Any) -> str:
    """'năm 2023: 70%'."""
    return f"{formats.inside(times.period(row.period, row.year))}: {formats.target(row)}"


def move(row: Any) -> str:
    """'▲ nâng 20 điểm % so với năm 2022'; '' for the first target."""
    if row.moved == "first":
        return ""
    mark, word = MOVES[row.moved]
    against = (
        ""
        if row.before_year is None
        else f" so với năm {row.before_year}"
        if row.before_year != row.year
        else f" so với {row.before_document}"
    )
    if row.moved == "words":
        return f"{mark} không so được bằng số"
    amount = f" {formats.distance(row.change, row.unit_of_measure)}" if row.change else ""
    return f"{mark} {word}{amount}{against}"


def who(row: Any) -> str:
    """'525/KH-UBND, UBND tỉnh Hà Tĩnh, 29/12/2022' without the number: issuer and day, place."""
    day = times.day(row.issued_on) if row.issued_on else "không ghi ngày"
    return ", ".join(filter(None, [row.issuer, day, row.locator]))


def state(row: Any) -> str:
    """What became of a target that counts no more; '' for one that counts."""
    return "" if row.chosen else formats.STANDINGS[row.standing if row.standing != "current" else "restated"]

"""How a slide of an older deck stands, in a form that travels between processes; loads nothing heavy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Chosen = Mapping[int, frozenset[str]]  # numbers of slides to be made fresh, each with the edited shapes that may be overwritten


@dataclass(frozen=True)
class Difference:
    """One thing that is told in two ways. ``shape`` names where it stands, ``place`` says it in words; '' is nothing at all.

    ``where`` is the kind of place: 'chart' (its drawing), 'workbook', 'label', 'cell', 'text', a shape that is 'gone', or the
    'structure' (rows, columns, charts that came or went).
    """

    shape: str
    place: str
    before: str
    after: str
    where: str


@dataclass(frozen=True)
class Kept:
    """A sentence of somebody's own and the numbers in it, as written, that the figures of today do not hold."""

    shape: str
    text: str
    numbers: tuple[str, ...]


@dataclass(frozen=True)
class Judged:
    """A slide of a deck as it stands.

    ``state``: 'current', 'day' (nothing but days would be told otherwise), 'reworded' (the same numbers in other words), 'stale',
    'gone' (the store has nothing of it any more), 'unknown' (not ours). ``changes`` are old -> new figures, ``edits`` what somebody
    changed by hand, ``kept`` sentences that may not fit. ``remarks`` say what could not be looked at.
    """

    number: int
    title: str
    state: str
    changes: tuple[Difference, ...] = ()
    edits: tuple[Difference, ...] = ()
    kept: tuple[Kept, ...] = ()
    remarks: tuple[str, ...] = ()


def from_plain(told: dict[str, Any]) -> Judged:
    """A slide's standing from what ``dataclasses.asdict`` and JSON made of it."""
    return Judged(
        told["number"],
        told["title"],
        told["state"],
        tuple(Difference(**one) for one in told["changes"]),
        tuple(Difference(**one) for one in told["edits"]),
        tuple(Kept(one["shape"], one["text"], tuple(one["numbers"])) for one in told["kept"]),
        tuple(told["remarks"]),
    )

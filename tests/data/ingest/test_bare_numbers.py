"""A cell that holds nothing but a number is read at once, and as the careful way reads it."""

from __future__ import annotations

import random
import re

from data.ingest.parsing import target_and_result
from data.ingest.parsing.target_and_result import Measure, result
from data.ingest.parsing.values import Unreadable

MEASURES = [
    Measure(True, True, False, False, False, "%"),
    Measure(True, False, False, False, True, "%"),
    Measure(False, False, True, False, False, "người"),
    Measure(False, False, False, False, True, "thuê bao/100 dân"),
    Measure(False, False, False, True, False),
]


def _digits(chance: random.Random, most: int) -> str:
    return "".join(chance.choice("0123456789") for _ in range(chance.randint(0, most)))


def _text(chance: random.Random) -> str:
    behind = f",{_digits(chance, 6)}" if chance.random() < 0.6 else ""
    return _digits(chance, 16) + behind + ("%" if chance.random() < 0.1 else "")


def _read(text: str, measure: Measure, as_share: bool) -> str:
    try:
        return repr(result(text, measure, "vi", as_share))
    except Unreadable as error:
        return f"{error.code} {error.args_of}"


def test_both_ways_read_the_same(monkeypatch):
    chance = random.Random(11)
    asked = [(_text(chance), chance.choice(MEASURES), chance.random() < 0.3) for _ in range(3_000)]
    at_once = [_read(*one) for one in asked]
    monkeypatch.setattr(target_and_result, "_BARE_NUMBER", re.compile(r"(?!)"))
    assert at_once == [_read(*one) for one in asked]
    assert sum(answer.startswith("Result(value=Decimal") for answer in at_once) > 1_000

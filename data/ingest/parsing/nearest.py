"""The names that look most like a text, for a sentence and never for a decision; quick, and only for the first few hundred texts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from heapq import nsmallest

MOST = 300  # distinct texts that get a suggestion; a file with more of them has the wrong list in it
_COMPARED = 60  # names with the most pairs of letters in common that are compared letter by letter


class Nearest:
    """Names to look for. A text is compared with the few that share most pairs of letters with it."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = list(dict.fromkeys(names))
        self._asked: dict[tuple[str, int, float], list[str]] = {}

    @cached_property
    def _with_pair(self) -> dict[str, list[int]]:
        """The names that have a pair of letters, by their numbers; gone through at the first text that is not known."""
        with_pair: dict[str, list[int]] = defaultdict(list)
        for number, name in enumerate(self._names):
            for pair in _pairs(name):
                with_pair[pair].append(number)
        return with_pair

    def to(self, text: str, most: int, cutoff: float) -> list[str]:
        """Up to ``most`` names at least as similar as ``cutoff`` (0 to 1), the most similar first; none once ``MOST`` texts were asked about."""
        asked = (text, most, cutoff)
        if asked not in self._asked:
            if len(self._asked) >= MOST:
                return []
            self._asked[asked] = get_close_matches(text, self._candidates(text), n=most, cutoff=cutoff)
        return self._asked[asked]

    def _candidates(self, text: str) -> list[str]:
        shared = Counter(number for pair in _pairs(text) for number in self._with_pair.get(pair, ()))
        most = nsmallest(_COMPARED, shared, key=lambda number: (-shared[number], number))
        return [self._names[number] for number in most]


def _pairs(text: str) -> set[str]:
    """The pairs of letters of a text, its ends counted as letters."""
    whole = f" {text} "
    return {whole[at : at + 2] for at in range(len(whole) - 1)}

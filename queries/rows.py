"""The rows of an answer: light, immutable, safe to share between sessions."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Any


class Rows(Sequence):
    """Named rows in the order of their SQL. Decimals arrive as floats, a missing value as None."""

    def __init__(self, columns: Sequence[str], records: Iterable[Sequence[Any]]) -> None:
        self.columns = tuple(columns)
        make = _row_type(self.columns)._make
        self._rows = tuple(make(map(_plain, record)) for record in records)

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[Any]:
        return iter(self._rows)

    def __getitem__(self, place: int | slice) -> Any:
        return self._with(self._rows[place]) if isinstance(place, slice) else self._rows[place]

    def where(self, **equal: Any) -> Rows:
        """The rows whose columns have the given values."""
        return self._with(row for row in self._rows if all(getattr(row, name) == value for name, value in equal.items()))

    def having(self, *columns: str) -> Rows:
        """The rows that have a value in at least one of the given columns."""
        return self._with(row for row in self._rows if any(getattr(row, name) is not None for name in columns))

    def matching(self, wanted: Callable[[Any], bool]) -> Rows:
        """The rows for which ``wanted`` is true."""
        return self._with(row for row in self._rows if wanted(row))

    def by(self, column: str) -> dict[Any, Rows]:
        """The rows grouped by a column, groups in order of first appearance."""
        groups: dict[Any, list[Any]] = {}
        for row in self._rows:
            groups.setdefault(getattr(row, column), []).append(row)
        return {value: self._with(rows) for value, rows in groups.items()}

    def values(self, column: str) -> list[Any]:
        """The values of a column that are there."""
        return [value for row in self._rows if (value := getattr(row, column)) is not None]

    def _with(self, rows: Iterable[Any]) -> Rows:
        found = object.__new__(Rows)
        found.columns, found._rows = self.columns, tuple(rows)
        return found


@lru_cache(maxsize=256)
def _row_type(columns: tuple[str, ...]) -> type:
    return namedtuple("Row", columns)


def _plain(value: Any) -> Any:
    return float(value) if type(value) is Decimal else value

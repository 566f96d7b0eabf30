"""The rows of an answer: light, immutable, safe to share between sessions."""

from __future__ import annotations

from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar, overload

R = TypeVar("R")


class Rows(Sequence[R], Generic[R]):
    """Named rows in the order of their SQL. Decimals arrive as floats, a missing value as None.

    ``row_type``: the NamedTuple that the rows are, with a field per column; without it one is made of the columns' names.
    """

    def __init__(self, columns: Sequence[str], records: Iterable[Sequence[Any]], row_type: type[R] | None = None) -> None:
        self.columns = tuple(columns)
        given = list(records)
        if given and all(getattr(type(record), "_fields", None) == self.columns for record in given):
            self._rows: tuple[R, ...] = tuple(given)  # type: ignore[arg-type]
        else:
            make: Callable[[Iterable[Any]], R] = (row_type or _row_type(self.columns))._make  # type: ignore[union-attr]
            self._rows = tuple(map(make, _plain(given)))

    @classmethod
    def of_answer(
        cls, columns: Sequence[str], types: Sequence[Any], records: Sequence[Sequence[Any]], row_type: type[R]
    ) -> Rows[R]:
        """The same of what DuckDB answers, which tells each column's type: of long answers only decimals are looked at.

        Raises ValueError where ``row_type`` has other fields than ``columns``.
        """
        if row_type._fields != tuple(columns):  # type: ignore[attr-defined]
            raise ValueError(f"{row_type.__name__} has other fields than {', '.join(columns)}")
        rows: Rows[R] = object.__new__(cls)
        rows.columns = tuple(columns)
        decimals = [place for place, type_ in enumerate(types) if str(type_).startswith("DECIMAL")]
        made: Any = partial(tuple.__new__, row_type)
        rows._rows = tuple(map(made, _with_floats(records, decimals) if decimals else records))
        return rows

    def __len__(self) -> int:
        return len(self._rows)

    def __iter__(self) -> Iterator[R]:
        return iter(self._rows)

    @overload
    def __getitem__(self, index: int) -> R: ...
    @overload
    def __getitem__(self, index: slice) -> Rows[R]: ...
    def __getitem__(self, index: int | slice) -> R | Rows[R]:
        return self._with(self._rows[index]) if isinstance(index, slice) else self._rows[index]

    def where(self, **equal: Any) -> Rows[R]:
        """The rows whose columns have the given values."""
        rows: Iterable[Any] = self._rows
        for name, value in equal.items() if self._rows else ():
            at = self._place(name)
            rows = [row for row in rows if row[at] == value]
        return self._with(rows)

    def having(self, *columns: str) -> Rows[R]:
        """The rows that have a value in at least one of the given columns."""
        places = [self._place(name) for name in columns] if self._rows else []
        return self._with(row for row in self._rows if any(row[at] is not None for at in places))  # type: ignore[index]

    def matching(self, condition: Callable[[R], bool]) -> Rows[R]:
        """The rows for which ``condition`` is true."""
        return self._with(row for row in self._rows if condition(row))

    def ordered(self, key: Callable[[R], Any]) -> Rows[R]:
        """The rows in the order of a key, those with the same one as they were."""
        return self._with(sorted(self._rows, key=key))

    def by(self, column: str) -> dict[Any, Rows[R]]:
        """The rows grouped by a column, groups in order of first appearance."""
        groups: dict[Any, list[R]] = {}
        at = self._place(column) if self._rows else 0
        for row in self._rows:
            groups.setdefault(row[at], []).append(row)  # type: ignore[index]
        return {value: self._with(rows) for value, rows in groups.items()}

    def values(self, column: str) -> list[Any]:
        """The values of a column that are there."""
        at = self._place(column) if self._rows else 0
        return [value for row in self._rows if (value := row[at]) is not None]  # type: ignore[index]

    def _place(self, column: str) -> int:
        """Where a column stands in a row. Raises AttributeError for one that the rows do not have."""
        try:
            return self.columns.index(column)
        except ValueError:
            raise AttributeError(f"rows have no column {column!r}") from None

    def _with(self, rows: Iterable[R]) -> Rows[R]:
        others: Rows[R] = object.__new__(Rows)
        others.columns, others._rows = self.columns, tuple(rows)
        return others


@lru_cache(maxsize=256)
def _row_type(columns: tuple[str, ...]) -> Any:
    return namedtuple("Row", columns)


def _with_floats(records: Iterable[Sequence[Any]], decimals: Sequence[int]) -> Iterator[list[Any]]:
    for record in records:
        values = list(record)
        for place in decimals:
            if values[place] is not None:
                values[place] = float(values[place])
        yield values


def _plain(records: list[Sequence[Any]]) -> Iterable[Sequence[Any]]:
    """Records with floats in place of decimals: looked for column by column, and most columns have none."""
    columns = list(zip(*records, strict=True))
    with_decimals = [at for at, column in enumerate(columns) if Decimal in set(map(type, column))]
    for at in with_decimals:
        columns[at] = tuple(float(value) if type(value) is Decimal else value for value in columns[at])
    return zip(*columns, strict=True) if with_decimals else records

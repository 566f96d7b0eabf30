"""What must not exist: the checks of ``queries/checks``, asked of a store as a whole or of what was written last."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import duckdb

from queries.ledger import every_slice, in_slice
from queries.sqlfile import SqlFile, names, sql_file

if TYPE_CHECKING:
    import pandas as pd

_T = TypeVar("_T")


class CheckFailed(Exception):
    """A change would leave rows that must not exist. ``rows`` holds them, ``check`` is the file's name."""

    def __init__(self, check: str, rows: pd.DataFrame) -> None:
        super().__init__(f"{check}: {len(rows)} rows\n{rows.head(5).to_string(index=False)}")
        self.check, self.rows = check, rows


def failing(cursor: duckdb.DuckDBPyConnection, since_upload: int, writing: bool = False) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield (check, rows) for each file of ``queries/checks`` that returns rows, for uploads from ``since_upload`` on.

    A check of the stage 'whole store' is not asked while ``writing``; one that takes a province looks at a span of years, one after the other.
    """
    for name in names("checks"):
        file = sql_file("checks", name)
        each: list[dict[str, Any]] = [{"since_upload": since_upload}] if file.params else [{}]
        if file.fields.get("stage") == "whole store" and writing:
            continue
        if "province" in file.params:
            each = [dict(zip(file.params, slice_of, strict=True)) for slice_of in every_slice(cursor)]
        broken = [params for params in each if _asked(cursor, file, params, lambda answer: answer.fetchone())]
        if broken:
            yield name, _together(cursor, file, broken)


def _together(cursor: duckdb.DuckDBPyConnection, file: SqlFile, each: Sequence[dict[str, Any]]) -> pd.DataFrame:
    """What a check finds for each of several parameters, one below the other."""
    import pandas as pd  # only once something is wrong

    return pd.concat([_asked(cursor, file, params, lambda answer: answer.df()) for params in each], ignore_index=True)


def _asked(
    cursor: duckdb.DuckDBPyConnection, file: SqlFile, params: dict[str, Any], take: Callable[[duckdb.DuckDBPyConnection], _T]
) -> _T:
    """What is taken of a check's answer; a check by slices reads that slice only."""
    with in_slice(cursor, **params) if "province" in params else contextlib.nullcontext():
        return take(cursor.execute(file.statement, params))

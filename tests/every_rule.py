"""Rules that are not asked: what ``only`` in their headers leaves out must find nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from unittest import mock

import duckdb

from queries import imports
from queries.sqlfile import sql_file


@contextmanager
def every_rule_asked() -> Iterator[None]:
    """Meanwhile every rule is asked of every file; one that ``only`` would have left out and that finds rows is an AssertionError."""
    findable = imports._findable

    def and_the_others(cursor: duckdb.DuckDBPyConnection, at: str, today: date) -> list[str]:
        chosen = findable(cursor, at, today)
        for name in imports._rules(at):
            if name not in chosen:
                file = sql_file("rules", name)
                rows = cursor.execute(file.statement, {"today": today} if file.params else {}).fetchall()
                assert not rows, f"queries/rules/{name}.sql is not asked ({file.fields['only']}), and finds {rows[:3]}"
        return chosen

    with mock.patch.object(imports, "_findable", and_the_others):
        yield

"""The reads in Spark's words: sqlglot translates, and here what it leaves as it was. It is not among what the tests install: who asks brings it."""

from __future__ import annotations

import re
from types import ModuleType
from typing import Any

from queries.sqlfile import SqlFile

MACROS = (
    "create temporary function today_in_vietnam() returns date return date '{today:%Y-%m-%d}'",
    "create temporary function kind_of_period(p string) returns string return case when p like '%T' then '0T' else left(p, 1) end",
    "create temporary function cited(d string, s boolean, u string) returns string"
    " return case when s then concat(d, ' (đơn vị tự nêu: ', u, ')') else d end",
    "create temporary function due_day(period_end date, months_after int, day int) returns date return case when months_after is null then null"
    " else least(last_day(add_months(trunc(period_end, 'MM'), months_after)),"
    " date_add(add_months(trunc(period_end, 'MM'), months_after), coalesce(day, 31) - 1)) end",
)


def in_spark(sqlglot: ModuleType, file: SqlFile) -> tuple[str, set[str]]:
    """(a read in Spark's words, the tables and views it reads)."""
    exp, tree = sqlglot.exp, sqlglot.parse_one(file.statement, read="duckdb")
    for kind, change in _CHANGES.items():
        for node in reversed(list(tree.find_all(getattr(exp, kind)))):  # what lies inside first
            change(exp, node)
    inside = {part.alias for part in tree.find_all(exp.CTE)}
    read = {table.name for table in tree.find_all(exp.Table)} - inside - {""}
    return re.sub(r"\$(\w+)", r":\1", tree.sql(dialect="spark")), read


def _function(exp: Any, call: Any) -> None:
    given = call.expressions
    match call.name.lower():
        case "list_position":
            call.set("this", "array_position")
        case "timezone" if given[0].name == "UTC":
            call.replace(given[1])
        case "timezone":
            call.replace(exp.func("from_utc_timestamp", given[1], given[0]))
        case "to_months":
            call.replace(exp.func("make_interval", exp.Literal.number(0), given[0]))


def _first_of_a_group(exp: Any, value: Any) -> None:
    if isinstance(order := value.this, exp.Order):
        [by] = order.expressions
        found = value.parent if isinstance(value.parent, exp.IgnoreNulls) else value
        found.replace(exp.func("max_by" if by.args.get("desc") else "min_by", order.this, by.this))


def _day_in_words(exp: Any, words: Any) -> None:
    """Letters that are no part of the date stand in quotes there."""
    parts = re.split(r"(%[dmY])", words.args["format"].name)
    pattern = "".join(_DATE_PARTS.get(part) or f"'{part}'" for part in parts if part)
    words.replace(exp.func("date_format", words.this, exp.Literal.string(pattern)))


def _union_by_name(exp: Any, union: Any) -> None:
    if not union.args.get("by_name"):
        return
    branches = _branches(exp, union)
    wanted = list(dict.fromkeys(column.alias_or_name for branch in branches for column in branch.selects))
    for branch in branches:
        given = {column.alias_or_name: column for column in branch.selects}
        branch.set("expressions", [given.get(name) or exp.alias_(exp.Null(), name) for name in wanted])
    for part in (union, *union.find_all(exp.Union)):
        part.set("by_name", False)


def _branches(exp: Any, part: Any) -> list[Any]:
    return [*_branches(exp, part.left), *_branches(exp, part.right)] if isinstance(part, exp.Union) else [part]


_DATE_PARTS = {"%d": "dd", "%m": "MM", "%Y": "yyyy"}
_CHANGES = {"Anonymous": _function, "AnyValue": _first_of_a_group, "TimeToStr": _day_in_words, "Union": _union_by_name}

"""What the published views hold, for machines: a Frictionless Data Package with the columns' meaning from the SQL files' headers."""

from __future__ import annotations

from datetime import date
from typing import Any

from data.published.sample_column import COLUMN, KNOWN_ON
from data.version import VERSION
from data.vietnamese import past_day
from data.vietnamese.terms import SAMPLE
from queries.schema import PUBLISHED
from queries.sqlfile import sql_file

_TYPES = {
    "text": "string",
    "int": "integer",
    "bigint": "integer",
    "decimal": "number",
    "date": "date",
    "timestamp": "datetime",
    "boolean": "boolean",
}


def datapackage(data_version: int, sample: bool = False, known_on: date | None = None) -> dict[str, Any]:
    """The description of all published views, as CSV files beside it. Kinds and units of measure stand in the columns' texts.

    ``sample``: the store holds invented figures; the title says so, and each file has one column more;
    ``known_on``: the files are those that were known at the end of a past day, with a column that says so.
    """
    return {
        "profile": "tabular-data-package",
        "name": "chi-tieu-chuyen-doi-so",
        "title": "Chỉ tiêu chuyển đổi số: mục tiêu và kết quả"
        + (f" ({SAMPLE})" if sample else "")
        + (f", {past_day.label(known_on).lower()}" if known_on else ""),
        "version": f"{VERSION}+{data_version}",
        "resources": [_resource(view, sample, known_on) for view in PUBLISHED],
    }


def _resource(view: str, sample: bool, known_on: date | None) -> dict[str, Any]:
    file = sql_file("published", view)
    schema: dict[str, Any] = {"fields": [_field(name, *column) for name, column in file.columns.items()], "missingValues": [""]}
    if sample:
        schema["fields"].append({"name": COLUMN, "type": "string", "description": SAMPLE})
    if known_on:
        schema["fields"].append({"name": KNOWN_ON, "type": "date", "description": past_day.label(known_on)})
    if file.unique:
        schema["primaryKey"] = file.unique
    return {
        "profile": "tabular-data-resource",
        "name": view,
        "path": f"{view}.csv" + (f"?{past_day.PARAMETER}={known_on.isoformat()}" if known_on else ""),
        "description": file.sentence,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ";", "lineTerminator": "\r\n", "header": True},
        "schema": schema,
    }


def _field(name: str, kind: str, meaning: str) -> dict[str, Any]:
    """A column; numbers of the CSV have a decimal comma."""
    own: dict[str, dict[str, Any]] = {
        "number": {"decimalChar": ","},
        "boolean": {"trueValues": ["true"], "falseValues": ["false"]},
    }
    type_ = _TYPES[kind]
    return {"name": name, "type": type_, "description": meaning, **own.get(type_, {})}

"""A workbook of which several sheets are to be read: each is an upload of its own that names its sheet, one after the other."""

from __future__ import annotations

from collections.abc import Collection

import duckdb

from data.ingest.findings.finding import Refused
from data.ingest.parsing.known_names import KnownNames
from data.ingest.table.source import Source
from queries import imports
from queries.store import Store


def named(file_name: str, sheet: str) -> str:
    """The name of an upload of one sheet of several: 'bao-cao.xlsx' -> 'bao-cao (trang Quý II).xlsx'; that of the file for no sheet."""
    if not sheet:
        return file_name
    stem, dot, kind = file_name.rpartition(".")
    return f"{stem or file_name} (trang {sheet}){dot}{kind}" if dot else f"{file_name} (trang {sheet})"


def sheets_left(store: Store, data: bytes, sheet: str, done: Collection[str]) -> list[str]:
    """The sheets that were offered beside the one that was read, without those that were read before; none where nothing was to be chosen."""
    if not sheet:
        return []
    source = Source(data, lambda: store.inside(_names))
    try:
        offered = source.sheets({"sheet": sheet})
    except Refused:
        return []
    behind = offered[offered.index(sheet) + 1 :] if sheet in offered else []
    return [name for name in dict.fromkeys((*behind, *offered)) if name != sheet and name not in done]


def _names(cursor: duckdb.DuckDBPyConnection) -> KnownNames:
    return KnownNames.of(imports.catalogue(cursor))

"""The record of who came in, carried along inside a copy of the store: in the store itself that table is empty."""

from __future__ import annotations

import zlib
from collections.abc import Mapping

import duckdb

from queries.ledger import append
from queries.statements import run, tuples
from queries.store import Store, StoreError


def carry(copy: Store, files: Mapping[str, bytes]) -> None:
    """Put files (bytes by name) into a copy that nobody else has open, in place of those that it carries. Raises StoreError."""

    def put(cursor: duckdb.DuckDBPyConnection) -> None:
        run(cursor, "writes", "clear_kept_record")
        append(cursor, "kept_record", [{"file": name, "content": zlib.compress(content)} for name, content in files.items()])

    copy.inside(put)


def carried(copy: Store) -> dict[str, bytes]:
    """The files that a copy carries, bytes by name. Raises StoreError 'damaged'."""
    files = copy.inside(lambda cursor: tuples(cursor, "writes", "kept_record_files"))
    try:
        return {name: zlib.decompress(content) for name, content in files}
    except zlib.error as error:
        raise StoreError("damaged", copy.path, str(error)) from error

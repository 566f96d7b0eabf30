"""What DuckDB's errors mean. Only their texts tell some of them apart; ``tests/queries/test_duckdb_errors.py`` brings each about."""

from __future__ import annotations

import duckdb

_NO_ROOM = ("could not write", "could not sync", "no space left", "file too large", "disk quota")
_LOCKED = "could not set lock"
_OTHER_VERSION = "version number"
_NO_ANSWER = (
    "server closed the connection", "could not connect", "connection refused", "unable to connect to postgres", "connection to server",
    "no connection to the server", "terminating connection", "could not receive data", "could not send data", "the database system is",
    "definition of service", "ssl connection has been closed", "failed to create directory", "cannot open file", "error for http", "http error", "http get error", "http put error", "http head error",
)  # fmt: skip


def shortage(error: duckdb.Error) -> str | None:
    """'disk' where the file system refused a write, 'memory' where the work needs more than it may take, None for anything else."""
    text = str(error).lower()
    if any(sign in text for sign in _NO_ROOM):
        return "disk"
    return "memory" if isinstance(error, duckdb.OutOfMemoryException) else None


def why_not_opened(error: duckdb.Error) -> str:
    """'locked' by another process, written by a 'newer' version of DuckDB, or 'damaged': no file of DuckDB at all."""
    text = str(error).lower()
    if not isinstance(error, duckdb.IOException):
        return "damaged"
    return "locked" if _LOCKED in text else "newer" if _OTHER_VERSION in text else "damaged"


_REFUSED = (
    "authentication failed", "no password supplied", "no pg_hba.conf entry", "certificate", "does not exist", "definition of service", "permission denied",
    "http 403", "forbidden",
)  # fmt: skip


def is_refusal(error: duckdb.Error) -> bool:
    """Of a lake that is 'unreachable': whether somebody answered and did not let this machine in."""
    text = str(error).lower()
    return any(sign in text for sign in _REFUSED)


def why_no_lake(error: duckdb.Error) -> str | None:
    """'unreachable': PostgreSQL, which holds a lake's catalogue, or the folder with its rows does not answer; 'no_files' where a new lake
    was given no folder, 'other_files' where it has another one, 'keys' where its rows lie in an S3 store and no key was given; None for anything else."""
    text = str(error).lower()
    if "requires the extension httpfs" in text:
        return "keys"
    if "data_path" in text:
        return "no_files" if "not set" in text else "other_files"
    return "unreachable" if any(sign in text for sign in _NO_ANSWER) else None

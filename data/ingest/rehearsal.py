"""The rehearsal of a commit, with the very same code, on a copy of the store: a preview. Nothing is stored, and nobody waits for it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import duckdb

from data.ingest.findings.finding import Finding
from data.ingest.incoming import IncomingFile, ReadSheet, StagedSheet
from data.ingest.preview import Preview
from data.ingest.rule_findings import example_of_check, sentence_of_check
from queries.rows import Rows
from queries.store import CheckFailed


def rehearsed(file: IncomingFile) -> Preview:
    """What a file would do to the store as it is at this moment."""
    read = file.read()
    with file.store.trial(read.sheet.provinces(), len(file.table), file.table.form.name == "figures") as copy:
        file = replace(file, store=copy)
        version = copy.data_version()
        try:
            return file.preview(copy.rehearse(partial(_tried, file, read), partial(compared, file)), version)
        except CheckFailed as error:
            return _contradicted(file, version, error)


def unanswered(findings: Sequence[Finding], data: bytes, file_name: str, version: int) -> Preview:
    """The preview of a file of which nothing can be read before its questions are answered."""
    empty: Rows[Any] = Rows((), ())
    sha256 = hashlib.sha256(data).hexdigest()
    return Preview("figures", file_name, sha256, 0, version, tuple(findings), empty, empty, empty, new_rows=0)


def compared(file: IncomingFile, cursor: duckdb.DuckDBPyConnection, written: tuple[StagedSheet, int]) -> StagedSheet:
    """The sheet of an upload, compared with what the store became once its figures were derived anew."""
    sheet, upload_id = written
    sheet.compare(cursor, upload_id, file.day)
    return sheet


def _tried(file: IncomingFile, read: ReadSheet, cursor: duckdb.DuckDBPyConnection) -> tuple[StagedSheet, int]:
    """What a commit writes, whatever was found."""
    sheet, person = file.staged(read, file.store.data_version(), cursor)
    return sheet, file.append(cursor, sheet, person or file.person)


def _contradicted(file: IncomingFile, version: int, error: CheckFailed) -> Preview:
    """The preview of a file that would leave the store with rows that must not exist."""
    args = {"sentence": sentence_of_check(error.check, error.rows), "example": example_of_check(error.rows)}
    findings = (*file.table.at_cells(file.table.findings), Finding("check_failed", args=args))
    empty: Rows[Any] = Rows((), ())
    return Preview(
        file.table.form.name, file.name, file.sha256, len(file.table), version, findings, empty, empty, empty, new_rows=0
    )

"""An upload taken back: it is marked, nothing moves, and the figures before it count again."""

from __future__ import annotations

from functools import partial
from typing import NamedTuple

import duckdb

from data.accounts.sign_in import Person, current_person
from data.ingest.preview import UploadRejected, said_reason
from data.ingest.rule_findings import sentence_of_check
from queries import imports
from queries.ledger import undo
from queries.store import CheckFailed, Store, StoreError


class TakenBack(NamedTuple):
    """What became of an upload's figures: all of them; those that a later upload had replaced; those that a later one states as well."""

    rows: int
    replaced: int
    reaffirmed: int
    kind: str = "figures"  # what the upload brought


def take_back(store: Store, upload_id: int, person: Person, reason: str) -> TakenBack:
    """Undo an upload: mark it, move nothing. What a later upload replaced, or stated again, stays as it is.

    Raises UploadRejected: no_reason, reason_long, unknown (or undone already), seed, no_right, brought_by_wider, check (later figures rest on it), disk, memory.
    """
    reason = said_reason(reason)
    if not reason:
        raise UploadRejected("no_reason")
    if upload_id == 1:
        raise UploadRejected("seed")
    try:
        return store.write(partial(_take_back, upload_id, person, reason))
    except CheckFailed as error:
        raise UploadRejected("check", detail=sentence_of_check(error.check, error.rows)) from error
    except StoreError as error:
        raise UploadRejected(error.reason, detail=error.detail) from error


def _take_back(upload_id: int, person: Person, reason: str, cursor: duckdb.DuckDBPyConnection) -> TakenBack:
    now = current_person(cursor, person)
    if now is None:
        raise UploadRejected("no_right")
    if rejected := objection(cursor, upload_id, now):
        raise rejected
    counted = next(iter(imports.answer(cursor, "replaced_count", upload_id=upload_id)), None)
    if counted is None:
        raise UploadRejected("unknown")
    try:
        reaffirmed = undo(cursor, upload_id, undone_by=now.name, reason=reason)
    except ValueError:
        raise UploadRejected("unknown") from None
    return TakenBack(counted.rows, counted.replaced, reaffirmed, counted.kind)


def may_handle(cursor: duckdb.DuckDBPyConnection, upload_id: int, person: Person) -> bool:
    """Whether a person may take an upload back and see its original file: every unit in it is theirs (of the catalogue of
    indicators, everything is), and they brought it themselves, or are in charge of all that its uploader was in charge of."""
    return objection(cursor, upload_id, person) is None


def objection(cursor: duckdb.DuckDBPyConnection, upload_id: int, person: Person) -> UploadRejected | None:
    """Why a person may not handle an upload: no_right (it has units that are not theirs), brought_by_wider (``detail``: by whom); None
    when they may."""
    touched = imports.territories(cursor, upload_id) or [(None, None, None)]
    if not person.may_upload or not all(person.may_write(*unit) for unit in touched):
        return UploadRejected("no_right")
    try:
        name, reach = imports.uploader(cursor, upload_id)
    except LookupError:
        return None if person.role == "admin" else UploadRejected("no_right")
    in_person = person.name == name and person.source != "token"  # a narrowed token speaks for its own territories only
    theirs = in_person or all(person.may_write(*unit) for unit in reach)
    return None if theirs else UploadRejected("brought_by_wider", detail=name)

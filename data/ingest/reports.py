"""What came of a file, for machines: the JSON of the command line and of the server's doors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from data.accounts.sign_in import Person
from data.ingest.findings.finding import Question, Refused
from data.ingest.findings_workbook import as_json, finding_json
from data.ingest.importer import commit, inspect
from data.ingest.preview import Preview, Receipt, Seen, UploadRejected
from data.ingest.undo import take_back
from data.store_messages import upload_rejected
from queries.store import Store

Report = dict[str, Any]


def previewed(store: Store, data: bytes, name: str, person: Person, answers: Mapping[str, str]) -> Report:
    """What a file would do: ``outcome`` is 'preview', 'stopped' (something must be mended or answered) or 'refused' (no table)."""
    try:
        preview = inspect(store, data, name, person, answers)
    except Refused as error:
        return _refused(error)
    return {"outcome": "preview" if preview.ready else "stopped", **_preview(preview)}


def committed(
    store: Store,
    data: bytes,
    name: str,
    person: Person,
    answers: Mapping[str, str],
    *,
    seen: Seen | None,
    ticked: Sequence[str] | None,
    reason: str,
    from_where: str,
) -> Report:
    """What became of a file: ``outcome`` is 'written' (with ``upload_id``), 'nothing_new', 'refused', or why it was not taken."""
    try:
        receipt = commit(
            store,
            data,
            name,
            person,
            answers=answers,
            seen=seen,
            ticked=ticked,
            reason=reason,
            from_where=from_where,
        )
    except Refused as error:
        return _refused(error)
    except UploadRejected as error:
        return _rejected(error)
    return _received(receipt)


def taken_back(store: Store, upload_id: int, person: Person, reason: str) -> Report:
    """What became of an upload that somebody takes back: ``outcome`` is 'undone', or why it was not."""
    try:
        undone = take_back(store, upload_id, person, reason)
    except UploadRejected as error:
        return _rejected(error)
    return {"outcome": "undone", "upload_id": upload_id, **undone._asdict(), "overtaken": undone.replaced}


def _received(receipt: Receipt) -> Report:
    outcome = "written" if receipt.upload_id else "nothing_new"
    return {
        "outcome": outcome,
        "upload_id": receipt.upload_id,
        "written": receipt.written,
        "unchanged": receipt.unchanged,
        **_preview(receipt.preview),
    }


def _preview(preview: Preview) -> Report:
    return {**as_json(preview), "questions": [_question(question) for question in preview.questions]}


def _question(question: Question) -> Report:
    return {"key": question.key, "text": question.text, "options": dict(question.options), "typed": question.typed}


def _rejected(error: UploadRejected) -> Report:
    text = upload_rejected(error.reason, error.detail)
    return {"outcome": error.reason, "text": text, **(_preview(error.preview) if error.preview else {})}


def _refused(error: Refused) -> Report:
    return {"outcome": "refused", "text": str(error), "findings": [finding_json(finding) for finding in error.findings]}

"""What comes of a file: a preview, a receipt, or the reason why nothing was written."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

from data.ingest.changes import CellChange
from data.ingest.findings.finding import Finding, Question, questions
from data.vietnamese.text import said
from queries.rows import Rows

_LONGEST_REASON = 2_000


class Seen(NamedTuple):
    """What somebody saw before they confirm it: the version of the store, a digest of all that was read (``digest_of``), and the life of the
    store in which that version was seen."""

    version: int
    digest: str
    life: str


def digest_of(data: bytes, answers: Mapping[str, str], changes: Sequence[CellChange]) -> str:
    """A short text for the bytes of a file, what was answered about it and the cells that were typed over: others have another."""
    told = [sorted(answers.items()), sorted([*change.cell, change.becomes] for change in changes)]
    return sha256(sha256(data).digest() + json.dumps(told).encode()).hexdigest()


@dataclass(frozen=True)
class Preview:
    """What a file would do. ``changes`` has the columns of ``queries/imports/difference_list.sql``, ``counts`` those of
    ``difference_count.sql``, ``affected_status`` those of ``affected_status.sql``; ``new_rows`` is what would be written."""

    form: str
    file_name: str
    sha256: str
    rows: int
    data_version: int
    findings: tuple[Finding, ...]
    counts: Rows
    changes: Rows
    affected_status: Rows
    new_rows: int
    columns: Mapping[str, str] = field(default_factory=dict)  # header -> letter
    cell_changes: tuple[CellChange, ...] = ()  # cells that were read as something else than the file says
    unfolded: bool = False  # several figures stand in one row of the file: a cell is told by its letter, too
    digest: str = ""  # of all that it was read from
    life: str = ""  # of the store that it was compared with

    @property
    def seen(self) -> Seen:
        """What a commit must be given to be one of this very preview."""
        return Seen(self.data_version, self.digest, self.life)

    def of(self, severity: str) -> list[Finding]:
        """The findings of one severity: 'stop', 'ask', 'confirm' or 'note'."""
        return [finding for finding in self.findings if finding.severity == severity]

    @property
    def questions(self) -> list[Question]:
        """What has to be answered, each question once."""
        return questions(self.of("ask"))

    @property
    def ready(self) -> bool:
        """Whether nothing stops the file and nothing waits for an answer."""
        return not self.of("stop") and not self.of("ask")


@dataclass(frozen=True)
class Receipt:
    """A committed upload: its number, rows written, figures the store knew already, and the preview it followed.

    ``upload_id`` is None when the file said nothing new: then nothing was written.
    """

    upload_id: int | None
    written: int
    unchanged: int
    preview: Preview


class UploadRejected(Exception):
    """A commit or an undo that was not carried out. ``reason``: 'overtaken' (``preview`` is the fresh one), 'not_previewed'
    (other bytes, answers or cells than those of the preview), 'not_ready',
    'unticked' (an oddity that nobody ticked), 'unconfirmed' (one without a reason), 'no_right', 'brought_by_wider', 'no_reason', 'reason_long', 'unknown', 'seed', 'disk' or 'memory' (it is full), 'check' (``detail`` says which)."""

    def __init__(self, reason: str, preview: Preview | None = None, detail: str = "") -> None:
        super().__init__(f"{reason} {detail}".strip())
        self.reason, self.preview, self.detail = reason, preview, detail


def said_reason(reason: str) -> str:
    """A reason as it is kept, '' where nothing can be seen of it. Raises UploadRejected for one that is too long."""
    kept = said(reason)
    if len(kept) > _LONGEST_REASON:
        raise UploadRejected("reason_long")
    return kept

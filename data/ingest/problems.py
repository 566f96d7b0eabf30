"""What is wrong, doubtful or worth knowing about a file: a code, a place and arguments; the words stand in ``messages``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from data.ingest.messages import FINDINGS, say


@dataclass(frozen=True)
class Finding:
    """One cause in one cell text, and every row that has it.

    ``rows`` count as Excel does, a header in row 1 is row 1; empty speaks of the whole file. ``column`` is the header and
    ``letter`` the column as Excel shows it; empty when no one column is meant. ``found`` is the text as its writer saw it.
    """

    code: str
    rows: Sequence[int] = ()
    column: str = ""
    letter: str = ""
    found: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)

    @property
    def severity(self) -> str:
        """'stop' keeps the file out, 'ask' waits for an answer, 'confirm' for a yes, 'note' only says."""
        return FINDINGS[self.code].severity

    @property
    def cause(self) -> str:
        """What findings of this kind have in common, as a heading."""
        return FINDINGS[self.code].cause

    def text(self, row: int | None = None) -> str:
        """The sentence for one of its rows (the first one unless given): where, what was found, what to do."""
        row = row if row is not None else (self.rows[0] if len(self.rows) else 0)
        return say(self.code, row=row, column=self.column, letter=self.letter, found=self.found, args=self.args)


class Refused(Exception):
    """A file was not taken; ``findings`` holds all that was found in one pass. Nothing was stored."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(finding.text() for finding in findings))
        self.findings = list(findings)


def refuse(code: str, **args: Any) -> Refused:
    """A refusal of the whole file for one reason."""
    return Refused([Finding(code, args=args)])

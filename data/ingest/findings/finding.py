"""What is wrong, doubtful or worth knowing about a file: a code, a cell and arguments; the words stand in ``sentences``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

import numpy as np

from data.ingest.findings.sentences import FINDINGS, locator, say

BY_THEMSELVES = 3  # so many doubtful texts of a column are asked about one by one
_OF_SHAPE = {"sheet_hidden", "columns_hidden", "rows_hidden", "column_unknown"}  # oddities of the file, not of its figures


@dataclass(frozen=True)
class Finding:
    """One cause in one cell text, and every row that has it.

    ``rows`` count as Excel does, a header in row 1 is row 1; empty speaks of the whole file. ``column`` is the header and
    ``letter`` the column as Excel shows it; empty when no one column is meant. ``found`` is the text as its writer saw it.
    ``proposal`` says what the cells of its rows should hold instead, by header: {'ket_qua': '72', 'dinh_tinh': 'uoc'}; a
    header that the file does not have becomes a column. Empty when nothing can be proposed. It is applied only when asked for.
    """

    code: str
    rows: Sequence[int] | np.ndarray = ()
    column: str = ""
    letter: str = ""
    found: str = ""
    args: Mapping[str, Any] = field(default_factory=dict)
    title: str = ""  # the heading of the column as the file writes it
    titles: Mapping[str, str] = field(default_factory=dict, repr=False)  # of all columns, by header
    proposal: Mapping[str, str] = field(default_factory=dict)

    @property
    def severity(self) -> str:
        """'stop' keeps the file out, 'ask' waits for an answer, 'confirm' for a yes, 'note' only says."""
        return FINDINGS[self.code].severity

    @property
    def cause(self) -> str:
        """What findings of this kind have in common, as a heading."""
        return FINDINGS[self.code].cause

    @property
    def needs_reason(self) -> bool:
        """Whether its yes needs a reason: an unlikely figure does, the shape of a file does not."""
        return self.severity == "confirm" and self.code not in _OF_SHAPE

    @property
    def mark(self) -> str:
        """A short name of this very finding: code, cells and sentence. A yes to one mark says nothing of another."""
        cells = ",".join(map(str, map(int, self.rows)))
        return sha256(f"{self.code} {self.letter} {cells} {self.text()}".encode()).hexdigest()[:16]

    @property
    def question(self) -> Question | None:
        """The question behind a finding that has to be answered, for its whole column; None for the others."""
        return self._question("", f"Cột {self.title or self.column}")

    @property
    def own_question(self) -> Question | None:
        """The same question about the cells of this finding alone."""
        where = locator(int(self.rows[0]) if len(self.rows) else 0, self.title or self.column, self.letter)
        return self._question(f":{self.found}", where)

    def _question(self, about: str, where: str) -> Question | None:
        if isinstance(asked := self.args.get("question"), Question):
            return asked
        if self.code == "number_dot":
            options = {
                "decimal": f"dấu thập phân: {self.args['as_decimal']}",
                "thousands": f"ngăn nghìn: {self.args['as_thousands']}",
            }
            return Question(f"number_dot:{self.column}{about}", f"{where}: trong “{self.found}”, dấu ngăn là gì?", options)
        if self.code == "share_as_fraction":
            options = {
                "share": f"viết từ 0 đến 1, tức {self.args['as_share']}",
                "percent": f"đã là phần trăm, tức {self.args['as_percent']}",
            }
            return Question(f"share_as_fraction:{self.column}{about}", f"{where}: “{self.found}” là bao nhiêu?", options)
        if self.code == "fraction_or_month":
            options = {
                "fraction": f"tử số/mẫu số, tức {self.args['as_fraction']}",
                "month": f"{self.args['as_month']}, tôi sẽ sửa tệp",
            }
            return Question(f"fraction_or_month:{self.column}{about}", f"{where}: “{self.found}” là gì?", options)
        if self.code in ("text_tcvn3", "text_vni"):
            font = self.code.removeprefix("text_").upper()
            options = {"yes": f"chuyển: {self.args['converted']}", "no": "không chuyển, tôi sẽ sửa tệp"}
            return Question(self.code, f"Chuyển chữ {font} sang Unicode?", options)
        if self.code == "sheet_choice":
            return Question("sheet", "Nạp trang tính nào?", {name: name for name in self.args["choices"]})
        return None

    def text(self, row: int | None = None) -> str:
        """The sentence for one of its rows (the first one unless given): where, what was found, what to do."""
        row = row if row is not None else (self.rows[0] if len(self.rows) else 0)
        return say(
            self.code,
            row=row,
            column=self.title or self.column,
            letter=self.letter,
            found=self.found,
            args=self.args,
            titles=self.titles,
        )


def proposed(header: str, args: Mapping[str, Any]) -> dict[str, str]:
    """What a reader proposes for a cell of a column, by header: its arguments ``proposal`` (a text, for the cell itself) and
    ``beside`` (other columns of the row, by header)."""
    own = {header: args["proposal"]} if args.get("proposal") else {}
    return own | dict(args.get("beside") or {})


@dataclass(frozen=True)
class Question:
    """What a file leaves open: key under which the answer is kept, text, and options as (value -> label).

    No options: the answer is typed, ``example`` is one. ``typed``: it may be typed where none of the options is right.
    """

    key: str
    text: str
    options: Mapping[str, str]
    example: str = ""
    typed: bool = False


def questions(findings: Sequence[Finding]) -> list[Question]:
    """The questions behind findings: one for a whole column, or where few of its texts are doubtful one for each of them."""
    columns: dict[str, dict[str, Question]] = {}
    for finding in findings:
        if (whole := finding.question) and (own := finding.own_question):
            columns.setdefault(whole.key, {}).setdefault(own.key, own if own.key != whole.key else whole)
    wholes = {finding.question.key: finding.question for finding in reversed(findings) if finding.question}
    return [
        question
        for key, of_column in columns.items()
        for question in (of_column.values() if len(of_column) <= BY_THEMSELVES else [wholes[key]])
    ]


class Refused(Exception):
    """A file was not taken; ``findings`` holds all that was found in one pass. Nothing was stored."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        super().__init__("\n".join(finding.text() for finding in findings))
        self.findings = list(findings)


def refuse(code: str, **args: Any) -> Refused:
    """A refusal of the whole file for one reason."""
    return Refused([Finding(code, args=args)])

"""Rows of one file that say different things of one figure: which of them counts is asked, and the answer applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pyarrow as pa

from data.ingest.changes import CellChange
from data.ingest.findings.finding import Finding, Question
from data.ingest.reading import cells
from data.ingest.rule_findings import found_by_rules
from data.ingest.table.places import row_of
from data.ingest.table.source import Table

RULE = "row_twice"
EACH = 12  # so many figures are asked one by one, more of them all at once
HEADERS = {"target": "chi_tieu", "result": "ket_qua"}
_ALL = {"first": "dòng đứng trước trong tệp, ở mọi chỗ", "last": "dòng đứng sau trong tệp, ở mọi chỗ"}
Broken = Sequence[tuple[str, pa.Table]]  # (rule, rows that it finds)


@dataclass(frozen=True)
class _Twin:
    """One of the rows: its number in the table, its name in an answer ('5', of an unfolded table 'D5'), how people call it, what it says."""

    number: int
    name: str
    called: str
    text: str


@dataclass(frozen=True)
class Choice:
    """The rows of one figure, 'target' or 'result', and the one that counts; None as long as nobody has said which."""

    finding: Finding
    kind: str
    rows: tuple[int, ...]
    chosen: int | None

    @property
    def left_out(self) -> list[tuple[int, str]]:
        """(row, kind) of what is not written."""
        return [(row, self.kind) for row in self.rows if row != self.chosen] if self.chosen is not None else []


def found(broken: Broken, table: Table, answers: Mapping[str, str]) -> list[Choice]:
    """What each figure of several rows makes: a note of the row that was chosen, or still a question."""
    rows = next((rows for rule, rows in broken if rule == RULE), None)
    if rows is None:
        return []
    told = [(row["kind"], _twins(row.pop("twins"), row["kind"], table)) for row in rows.to_pylist()]
    findings = [
        found_by_rules([(RULE, rows.slice(at, 1).drop_columns(["twins", "kind"]))], table)[0] for at in range(rows.num_rows)
    ]
    one_by_one = rows.num_rows <= EACH
    return [_choice(finding, *one, one_by_one, answers) for finding, one in zip(findings, told, strict=True)]


def _twins(lines: str, kind: str, table: Table) -> list[_Twin]:
    cells = [line.split("\t") for line in lines.split("\n")]
    alike = len({text for _, text, *_ in cells}) < len(cells)
    return [_twin(int(number), text, [day, note] if alike else [], kind, table) for number, text, day, note in cells]


def _twin(number: int, text: str, more: Sequence[str], kind: str, table: Table) -> _Twin:
    day, note = more or ("", "")
    said = "; ".join(filter(None, (text, day and f"số liệu đến ngày {day}", note and f"ghi chú “{note[:60]}”")))
    if table.origin is None:
        return _Twin(number, str(number), f"dòng {number}", said)
    name = f"{table.origin.cell(number, HEADERS[kind]).letter}{row_of(number)}"
    return _Twin(number, name, f"ô {name}", said)


def _choice(finding: Finding, kind: str, twins: list[_Twin], one_by_one: bool, answers: Mapping[str, str]) -> Choice:
    question = _question(finding, kind, twins) if one_by_one else Question(RULE, "Mỗi số liệu ghi khác nhau lấy dòng nào?", _ALL)
    answer = answers.get(question.key, "")
    ends = {"first": twins[0], "last": twins[-1]} if not one_by_one else {}
    chosen = ends.get(answer) or next((twin for twin in twins if one_by_one and twin.name == answer), None)
    rows = tuple(twin.number for twin in twins)
    if chosen is None:
        return Choice(replace(finding, args={**finding.args, "question": question}), kind, rows, None)
    left = ", ".join(f"{twin.text} ở {twin.called}" for twin in twins if twin is not chosen)
    args = {**finding.args, "values": chosen.text, "chosen": chosen.called, "left_out": left}
    return Choice(replace(finding, code="row_chosen", args=args), kind, rows, chosen.number)


def _question(finding: Finding, kind: str, twins: Sequence[_Twin]) -> Question:
    what = "mục tiêu" if kind == "target" else "kết quả"
    text = f"{finding.args['what']}, {finding.args['period']}: {what} nào đúng?"
    return Question(f"{RULE}:{HEADERS[kind]}:{twins[0].name}", text, {twin.name: f"{twin.called}: {twin.text}" for twin in twins})


def unsettled(choices: Sequence[Choice]) -> np.ndarray:
    """The rows of which nobody has said yet which one counts."""
    return np.array([row for choice in choices if choice.chosen is None for row in choice.rows], np.int64)


def blanked(table: Table, number: int, kind: str) -> list[CellChange]:
    """The cell of a claim that is not written, as one that says nothing; none where the table does not have it."""
    header = HEADERS[kind]
    column = table.columns.get(header)
    if column is None:
        return []
    was = cells.shown(column.texts[column.codes[np.flatnonzero(table.row_numbers == number)[0]]])
    letter = table.origin.cell(number, header).letter if table.origin else column.letter
    return [CellChange(row_of(number), header, was, "", letter)]

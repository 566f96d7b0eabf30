"""A second number at one place of a document: which one is right is asked, and the answer applied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pyarrow as pa
import pyarrow.compute

from data.ingest.findings.finding import Finding, Question
from data.ingest.rule_findings import found_by_rules
from data.ingest.table.source import Table

RULE = "second_number"
EACH = 3  # so many are asked one by one, more of them once for each document
_CODES = {"keep": "second_number_kept", "correct": "second_number_corrects"}
_KINDS = {"chi_tieu": "target", "ket_qua": "result"}
_KIND_NAMES = {"chi_tieu": "mục tiêu", "ket_qua": "kết quả"}
Broken = Sequence[tuple[str, pa.Table]]  # (rule, rows that it finds)


def found(broken: Broken, table: Table, answers: Mapping[str, str]) -> list[Finding]:
    """The second numbers among what the rules found, each as its answer makes it: a note that the stored one stays, a correction
    to confirm, or still a question. ``answers``: question -> 'keep' or 'correct'."""
    rows = next((rows for rule, rows in broken if rule == RULE), None)
    if rows is None:
        return []
    alike = rows.group_by(["document", "header"], use_threads=False).aggregate([]).to_pylist()
    findings = [finding for of in alike for finding in found_by_rules([(RULE, _only(rows, of))], table)]
    return [_settled(finding, rows.num_rows <= EACH, answers) for finding in findings]


def _only(rows: pa.Table, values: Mapping[str, str]) -> pa.Table:
    for column, value in values.items():
        rows = rows.filter(pa.compute.equal(rows[column], value))
    return rows


def _settled(finding: Finding, of_rows: bool, answers: Mapping[str, str]) -> Finding:
    question = _of_row(finding) if of_rows else _of_document(finding.args["document"])
    args = {**finding.args, "question": question}
    return replace(finding, code=_CODES.get(answers.get(question.key, ""), RULE), args=args)


def _of_row(finding: Finding) -> Question:
    options = {
        "keep": f"giữ {finding.args['before']} như đã lưu",
        "correct": f"sửa thành {finding.found}: số đã lưu bị chép nhầm",
    }
    figure = f"{finding.args['what']}, {_KIND_NAMES[finding.column]} (dòng {finding.rows[0]})"
    place = f"{finding.args['document']}, {finding.args['place']}"
    return Question(f"{RULE}:{finding.rows[0]}:{finding.column}", f"{figure}: số nào đúng như {place}?", options)


def _of_document(document: str) -> Question:
    options = {"keep": "giữ các số đã lưu", "correct": "sửa theo tệp: các số đã lưu bị chép nhầm"}
    return Question(f"{RULE}:{document}", f"{document}: các số trong tệp hay các số đã lưu đúng như văn bản?", options)


def not_taken(findings: Sequence[Finding]) -> list[tuple[int, str]]:
    """(row, 'target' or 'result') of the second numbers that are not written: the stored one stays, or nobody has answered yet."""
    left = [finding for finding in findings if finding.code in (RULE, _CODES["keep"])]
    return [(int(row), _KINDS[finding.column]) for finding in left for row in finding.rows]

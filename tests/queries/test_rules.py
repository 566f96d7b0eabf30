"""Every rule about uploads keeps its header's contract and has its sentence."""

import re
from datetime import date

import pyarrow as pa
import pytest

from data.ingest.findings.sentences import FINDINGS
from data.ingest.rule_findings import found_by_rules
from data.ingest.table.forms import forms
from data.ingest.table.source import Source
from queries.sqlfile import names, sql_file
from tests.queries.conftest import FILE


def test_every_rule_has_its_sentence():
    without = [name for name in names("rules") if name not in FINDINGS]
    assert not without, f"write a sentence in data/ingest/findings/sentences.py for {', '.join(without)}"


def test_a_rule_without_its_sentence_is_one_clear_error():
    rows = pa.table({"row_number": pa.array([2], pa.int64())})
    with pytest.raises(LookupError, match="queries/rules/new_rule.sql has no sentence: write one under 'new_rule'"):
        found_by_rules([("new_rule", rows)], Source(FILE).table(forms()["figures"], {}))


@pytest.mark.parametrize("name", [name for name in names("rules") if name in FINDINGS])
def test_a_rule_returns_the_columns_of_its_header_and_its_sentence_uses_them(staged, name):
    file = sql_file("rules", name)
    assert file.sentence.endswith(".") and file.fields["stage"] in ("twice", "first", "before", "after")
    assert set(file.params) <= {"today"} and set(re.findall(r"\$(\w+)", file.statement)) == set(file.params)
    answer = staged.execute(file.statement, {"today": date(2026, 1, 1)} if file.params else {})
    assert [column[0] for column in answer.description] == list(file.columns)
    arguments = set(re.findall(r"{(\w+)}", FINDINGS[name].text)) - {"where", "row", "column"}
    assert arguments <= set(file.columns), arguments - set(file.columns)

"""Every rule about uploads keeps its header's contract and has its sentence."""

import re
from datetime import date

import pytest

from data.ingest.findings.sentences import FINDINGS
from queries.sqlfile import names, sql_file


@pytest.mark.parametrize("name", names("rules"))
def test_a_rule_returns_the_columns_of_its_header_and_its_sentence_uses_them(staged, name):
    file = sql_file("rules", name)
    assert file.sentence.endswith(".") and file.fields["stage"] in ("before", "after")
    assert set(file.params) <= {"today"} and set(re.findall(r"\$(\w+)", file.statement)) == set(file.params)
    answer = staged.execute(file.statement, {"today": date(2026, 1, 1)} if file.params else {})
    assert [column[0] for column in answer.description] == list(file.columns)
    told = set(re.findall(r"{(\w+)}", FINDINGS[name].text)) - {"place", "row", "column"}
    assert told <= set(file.columns), told - set(file.columns)

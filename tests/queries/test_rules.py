"""Every rule about uploads keeps its header's contract and has its sentence."""

import re
from datetime import date

import pytest

from data.accounts.sign_in import SHELL
from data.ingest.findings.sentences import FINDINGS
from data.ingest.parsing.lookups import Catalogue
from data.ingest.rows.figures import typed
from data.ingest.table.source import Source
from queries import imports
from queries.sqlfile import names, sql_file

FILE = b"ma_chi_tieu;cap;don_vi;nam;ky;chi_tieu;ket_qua;nguon\nCQ.06;xa;42;2023;N;;35;525/KH-UBND\n"


@pytest.fixture(scope="module")
def staged(store):
    """A cursor on which a sheet is staged and compared, as rules find it."""
    source = Source(FILE)
    sheet, _ = typed(source.table(source.form({}), {}), store.inside(Catalogue), {}, SHELL.may_write, "")
    with store._connection.cursor() as cursor:
        imports.stage(cursor, sheet)
        imports.compare(cursor, 99)
        yield cursor


@pytest.mark.parametrize("name", names("rules"))
def test_a_rule_returns_the_columns_of_its_header_and_its_sentence_uses_them(staged, name):
    file = sql_file("rules", name)
    assert file.sentence.endswith(".") and file.fields["stage"] in ("before", "after")
    assert set(file.params) <= {"today"} and set(re.findall(r"\$(\w+)", file.statement)) == set(file.params)
    answer = staged.execute(file.statement, {"today": date(2026, 1, 1)} if file.params else {})
    assert [column[0] for column in answer.description] == list(file.columns)
    told = set(re.findall(r"{(\w+)}", FINDINGS[name].text)) - {"place", "row", "column"}
    assert told <= set(file.columns), told - set(file.columns)


@pytest.mark.parametrize("name", names("imports"))
def test_a_step_of_an_import_says_what_it_does_in_vietnamese(name):
    file = sql_file("imports", name)
    assert file.sentence.endswith(".") and set(re.findall(r"\$(\w+)", file.statement)) == set(file.params)

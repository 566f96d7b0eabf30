"""The register of documents counts what the files of the seed hold, counted by another route; one document's lines are all of it."""

import csv

import pytest

from queries import reads
from tests.conftest import ROOT

SEED = ROOT / "data" / "seed"


def rows_of(name, document):
    with (SEED / f"{name}.csv").open(encoding="utf-8-sig") as file:
        return [row for row in csv.DictReader(file) if row["nguon"] == document]


@pytest.fixture(scope="module")
def register(store):
    return {row.number: row for row in reads.source_list(store, province_code="42", unit_id="42")}


@pytest.mark.parametrize("document", ["525/KH-UBND", "424/QĐ-UBND", "507/KH-UBND"])
def test_a_document_gives_as_much_as_the_files_hold(register, document):
    row = register[document]
    figures = rows_of("figures", document)
    assert row.targets == sum(bool(figure["chi_tieu"]) for figure in figures)
    assert row.results == sum(bool(figure["ket_qua"] or figure.get("dinh_tinh")) for figure in figures)
    assert (row.tasks, row.cells, row.remarks) == tuple(len(rows_of(name, document)) for name in ("tasks", "budgets", "remarks"))


def test_every_line_of_a_document_is_counted_once(store, register):
    for number, row in register.items():
        lines = reads.document_line_list(store, province_code="42", document=number)
        counted = {"target": row.targets, "result": row.results, "task": row.tasks, "state": row.states, "money": row.cells, "remark": row.remarks}  # fmt: skip
        assert {what: len(lines.where(what=what)) for what in counted} == counted, number


def test_a_unit_sees_its_own_documents_and_a_province_those_of_its_units(store, register):
    own = reads.source_list(store, province_code="42", unit_id="440")
    assert {row.unit_name for row in own} == {"Huyện Đức Thọ"} and set(own.values("number")) < set(register)
    assert sum(row.results for row in own) == sum(
        len(reads.document_line_list(store, province_code="42", document=row.number).where(what="result", unit_id="440"))
        for row in own
    )


def test_what_replaces_what_stands_at_both(store):
    rows = {row.number: row for row in reads.source_list(store, province_code="75", unit_id="75")}
    assert rows["Kế hoạch năm 2024 (Đồng Nai)"].replaces == "53/KH-UBND"
    assert rows["53/KH-UBND"].replaced_by == "Kế hoạch năm 2024 (Đồng Nai)"

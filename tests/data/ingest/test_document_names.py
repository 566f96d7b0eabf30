"""A source that says more than a number: its kind, its day. The number is read, the day proposed, and one document stays one."""

from __future__ import annotations

import pytest

from data.accounts.sign_in import CLI
from data.ingest.importer import inspect
from data.ingest.parsing import document_numbers
from tests.data.ingest.sample_files import STAFF_COMMUNE, figures, judged
from tests.data.ingest.test_rights import brought, row

LONG, SHORT = "Báo cáo 87/BC-UBND ngày 05/10/2026", "87/BC-UBND"


@pytest.mark.parametrize(
    ("written", "number", "day"),
    [
        (LONG, SHORT, "2026-10-05"), (SHORT, SHORT, "None"), ("Báo cáo số 87/BC-UBND (ngày 5 tháng 10 năm 2026)", SHORT, "2026-10-05"),
        ("09/2019/NĐ-CP ngày 24/01/2019", "09/2019/NĐ-CP", "2019-01-24"), ("Báo cáo tháng 9 ngày 05/10/2026", "Báo cáo tháng 9", "2026-10-05"),
        ("87/BC-UBND của UBND xã A ngày 1/1/2026", "87/BC-UBND của UBND xã A", "2026-01-01"), ("Báo cáo Quý III/2026", "Báo cáo Quý III/2026", "None"),
        ("12-KH/TU ngày 31/2/2026", "12-KH/TU", "None"),
    ],
)  # fmt: skip
def test_the_number_and_the_day_of_a_source_are_read(written, number, day):
    assert (document_numbers.bare_number(written), str(document_numbers.said_day(written))) == (number, day)


def sources(findings):
    return [(finding.code, list(map(int, finding.rows))) for finding in findings if finding.code.startswith("document_")]


def test_one_report_with_and_without_its_kind_and_day_is_one_unknown_document(store):
    rows = [
        {"ket_qua": "5", "nam": year, "nguon": source}
        for year, source in (("2021", LONG), ("2022", SHORT), ("2023", "Báo cáo số 87/BC-UBND"))
    ]
    assert sources(judged(store, figures(*rows))) == [("document_unknown", [2, 3, 4])]


def test_two_days_under_one_number_are_two_documents(store):
    rows = [{"ket_qua": "5", "nam": year, "nguon": f"87/BC-UBND ngày 05/10/{year}"} for year in ("2021", "2022")]
    assert sources(judged(store, figures(*rows))) == [("document_unknown", [2]), ("document_unknown", [3])]


@pytest.mark.parametrize(("first", "then"), [(SHORT, LONG), (LONG, SHORT), (LONG, "BC số 87/BC-UBND ngày 5/10/2026")])
def test_a_report_that_the_store_cites_is_the_same_however_much_is_said_of_it(own, first, then):
    brought(own, row(2026, "", "69,3", first, period="9T"))
    preview = inspect(own, row(2026, "", "70", then, period="9T"), "tep.csv", STAFF_COMMUNE)
    assert [(change.change, change.document) for change in preview.changes] == [("changed", first)]
    assert "document_near" not in [finding.code for finding in preview.findings]


def test_a_report_of_another_day_under_a_number_that_the_store_cites_is_another_one(own):
    brought(own, row(2026, "", "69,3", LONG, period="9T"))
    preview = inspect(own, row(2026, "", "70", "Báo cáo 87/BC-UBND ngày 05/10/2025", period="9T"), "tep.csv", STAFF_COMMUNE)
    assert [change.document for change in preview.changes] == ["Báo cáo 87/BC-UBND ngày 05/10/2025"]


def test_the_day_of_a_registered_document_is_compared(store):
    assert sources(judged(store, figures({"ket_qua": "5", "nguon": "525/KH-UBND ngày 29/12/2022"}))) == []
    assert (
        inspect(store, figures({"ket_qua": "5", "nguon": "525/KH-UBND ngày 30/12/2022"}), "a.csv", CLI).of("confirm")[0].code
        == "document_day_differs"
    )

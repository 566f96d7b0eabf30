"""What could slip past the importer: each test stands for a file that looks harmless."""

from __future__ import annotations

import pytest

from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.ingest.reading.cells import MARKS
from tests.data.ingest.sample_files import (
    STAFF_DUC_THO,
    STAFF_HA_TINH,
    book,
    codes_and_places,
    documents,
    figures,
    judged,
    lines,
    of_documents,
    read,
    text,
    unresolved,
)


def registered(store, unit_code):
    """The number of a document of the register that belongs to a unit (None: the central government)."""
    rows = store.select(
        "select number from document_register where unit_code is not distinct from $code order by 1", {"code": unit_code}
    )
    return rows.number[0]


def test_nobody_takes_over_a_document_of_another_territory_by_writing_their_own_code(store):
    for owner in ("42", None):
        taken = documents(
            {"so_hieu": registered(store, owner), "ma_don_vi": "440", "ngay": "10/01/2024", "ngay_xep": "10/01/2024"}
        )
        assert unresolved(judged(store, taken, person=STAFF_DUC_THO)) == [("territory_forbidden", (2,), "F")]
    own = documents({"so_hieu": "90/BC-UBND", "ma_don_vi": "440"})
    assert unresolved(judged(store, own, person=STAFF_DUC_THO)) == []


def test_nobody_registers_as_their_own_a_document_that_figures_of_others_cite(own):
    cited = figures({"ket_qua": "5", "nguon": "91/BC-UBND"})
    commit(own, cited, "a.csv", CLI, seen=None, reason="đối chiếu rồi")
    taken = documents({"so_hieu": "91/BC-UBND", "ma_don_vi": "440"})
    assert unresolved(judged(own, taken, person=STAFF_DUC_THO)) == [("territory_forbidden", (2,), "F")]
    right = documents({"so_hieu": "91/BC-UBND", "ma_don_vi": "42"})
    assert unresolved(judged(own, right, person=STAFF_HA_TINH)) == []


def test_a_fraction_in_the_result_is_never_mixed_with_another_numerator_and_denominator(store):
    rows = [
        {"ket_qua": "16/17", "tu_so": top, "mau_so": bottom, "nam": str(2016 + number)}
        for number, (top, bottom) in enumerate([("15", ""), ("15", "17"), ("", "20"), ("16", "17"), ("", "")])
    ]
    assert unresolved(judged(store, figures(*rows))) == [("fractions_differ", (2, 3, 4), "G")]


def test_a_row_with_a_code_is_never_passed_over_as_a_total_or_as_signatures(store):
    """Merged cells leave unit, year and period to the first row only."""
    blank = dict.fromkeys(("cap", "don_vi", "nam", "ky"), "")
    rows = [
        {"ket_qua": "5"},
        {**blank, "ma_chi_tieu": "CQ.08", "ten_chi_tieu": "Cổng dịch vụ công", "ket_qua": "6"},
        {**blank, "ma_chi_tieu": "CQ.09", "ket_qua": "7", "ghi_chu": "Số liệu ngày 30 tháng 6 năm 2023"},
        {**blank, "ma_chi_tieu": "CQ.10", "ket_qua": "8"},
    ]
    table = read(figures(*rows))
    assert table.row_numbers.tolist() == [2, 3, 4, 5]
    assert codes_and_places(table.findings) == [("cells_blank", (3, 4, 5), letter) for letter in "BCDE"]
    assert {finding.question.key for finding in table.findings} == {"fill"}


def test_a_document_of_which_one_column_is_mended_is_not_taken_for_a_heading(store):
    number = registered(store, "42")
    data = text([["so_hieu", "loai", "ten", "ngay_xep", "ghi_chu"], [number, "", "", "", "Đã đối chiếu"]]).encode()
    assert read(data).row_numbers.tolist() == [2]


OF_A_WORKBOOK = [{"ket_qua": f"{mark}{word}"} for mark in sorted(MARKS) for word in ("abc", "NaN")]
ALL_OF_THEM = [("not_a_number", tuple(range(first, 14, 2)), "G") for first in (2, 3)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_private_characters_of_a_file_pass_for_nothing_that_a_workbook_knows(store, encoding):
    data = of_documents(OF_A_WORKBOOK)
    assert unresolved(judged(store, data.decode().encode(encoding))) == ALL_OF_THEM


def test_private_characters_of_a_workbook_pass_for_nothing_that_it_knows(store):
    rows = [row | {"nguon": f"BC {number}/BC-UBND"} for number, row in enumerate(OF_A_WORKBOOK, 1)]
    assert unresolved(judged(store, book(lines(*rows)))) == ALL_OF_THEM


def test_in_the_full_form_wording_and_number_say_the_same(store):
    rows = [
        {"ket_qua": wording, "gia_tri": number, "nam": str(2016 + index)}
        for index, (wording, number) in enumerate([("75%", "69,3"), ("75%", ""), ("", "75"), ("75%", "75"), ("trên 50%", "50")])
    ]
    assert unresolved(judged(store, figures(*rows))) == [("needed", (4,), "G"), ("wording_differs", (2, 3), "G")]

"""How a result is known travels from the form into the ledger and out of both published views."""

import pytest

from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from tests.data.ingest.sample_files import corrections, figures, indicators, judged

STATED = {"nam": "2022", "nguon": "525/KH-UBND", "vi_tri": "Phần I.I", "ma_chi_tieu": "CQ.04", "cap": "tinh"}


def uploaded(store, *rows):
    data = figures(*rows)
    return commit(store, data, "tep.csv", CLI, answers=corrections(store, data), seen=None, reason="đã kiểm tra")


def known(store, indicator="CQ.06", level="province", year=2023):
    rows = store.select(
        "select actual, actual_as_written as said, basis, stated_status from target_vs_actual "
        "where indicator_id = $indicator and unit_id = '42' and level = $level and year = $year and period = 'N'",
        {"indicator": indicator, "level": level, "year": year},
    )
    (row,) = rows.to_dict("records")
    return row


@pytest.mark.parametrize("word", ["văn bản nêu", "VĂN BẢN NÊU", "van ban neu", "Văn bản nêu "])
def test_the_word_is_taken_with_and_without_marks(own_store, word):
    uploaded(own_store, {"ket_qua": "70", "can_cu": word, "danh_gia": "dat"})
    assert (known(own_store)["basis"], known(own_store)["stated_status"]) == ("stated", "met")
    claims = own_store.select("select basis, stated_status from figure_claim where upload_id = 2")
    assert claims.to_dict("records") == [{"basis": "stated", "stated_status": "met"}]


@pytest.mark.parametrize(
    ("row", "basis"),
    [
        ({"ket_qua": "69,3"}, "measured"),
        ({"tu_so": "16", "mau_so": "32"}, "measured"),
        ({"ket_qua": "69,3", "can_cu": "đo được"}, "measured"),
    ],
)
def test_unsaid_a_number_is_measured(own_store, row, basis):
    uploaded(own_store, row)
    assert known(own_store)["basis"] == basis


def test_unsaid_words_are_words_and_no_number(own_store):
    uploaded(own_store, {"ma_chi_tieu": "TC.06", "cap": "chung", "ket_qua": "Đang làm"})
    row = known(own_store, "TC.06", "all")
    assert row["basis"] == "words" and row["actual"] != row["actual"]


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ({"ket_qua": "69,3", "can_cu": "bằng lời"}, ["basis_contradicts"]),
        ({"ma_chi_tieu": "TC.06", "cap": "chung", "ket_qua": "Đang làm", "can_cu": "đo được"}, ["basis_contradicts"]),
        ({"ket_qua": "69,3", "can_cu": "nghe nói"}, ["not_a_word"]),
        ({"ma_chi_tieu": "TC.06", "cap": "chung", "ket_qua": "Đã xong", "can_cu": "văn bản nêu"}, []),
    ],
)
def test_a_basis_that_does_not_fit_its_result_is_refused(store, row, codes):
    assert [finding.code for finding in judged(store, figures(row)) if finding.severity in ("stop", "ask")] == codes


def test_the_same_figure_without_the_word_keeps_how_it_is_known(own_store):
    receipt = uploaded(own_store, {**STATED, "ket_qua": "100%"})
    assert (receipt.upload_id, receipt.unchanged) == (None, 1)
    assert known(own_store, "CQ.04", year=2022)["basis"] == "stated"


def test_another_number_is_measured_and_the_same_number_may_become_measured(own_store):
    uploaded(own_store, {**STATED, "ket_qua": "99"})
    assert known(own_store, "CQ.04", year=2022)["basis"] == "measured"
    receipt = uploaded(own_store, {**STATED, "cap": "huyen", "ket_qua": "100%", "can_cu": "đo được"})
    assert receipt.written == 1 and [row.change for row in receipt.preview.changes] == ["changed"]
    assert known(own_store, "CQ.04", "district", 2022)["basis"] == "measured"


@pytest.mark.both_engines
def test_a_catalogue_takes_how_figures_add_up_and_when_they_are_due(own_store):
    data = indicators({"cach_cong": "Lũy kế", "ky_bao_cao": "q", "tre_so_lieu": "1"})
    commit(own_store, data, "danh mục.csv", CLI, seen=None, reason="đã kiểm tra")
    rows = own_store.select(
        "select accumulation, reporting_period, reporting_delay_months as delay from indicator_catalogue where indicator_id = 'CQ.90'"
    )
    assert rows.to_dict("records") == [{"accumulation": "cumulative", "reporting_period": "Q", "delay": 1}]
    changed = judged(own_store, indicators({"cach_cong": "trong_ky", "ky_bao_cao": "9T"}))
    assert sorted(finding.code for finding in changed if finding.column in ("cach_cong", "ky_bao_cao")) == [
        "definition_changes",
        "not_a_word",
    ]

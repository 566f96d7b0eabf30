"""Rows of one file that say different things of one figure: which of them counts is chosen, said, and kept with the upload."""

from __future__ import annotations

import pytest

from data.accounts.sign_in import CLI
from data.ingest.findings.finding import Refused
from data.ingest.importer import commit, inspect
from data.ingest.preview import UploadRejected
from tests.data.ingest.sample_files import figures, judged, text
from tests.data.ingest.test_wide_tables import GIVEN

TWO = figures({"ket_qua": "69"}, {"ket_qua": "70"}, {"nam": "2022", "ket_qua": "44"})
KEY = "row_twice:ket_qua:2"


def asked(preview):
    return {question.key: dict(question.options) for question in preview.questions}


@pytest.mark.parametrize(("answer", "value", "other"), [("2", 69, "70"), ("3", 70, "69")])
def test_the_row_that_was_chosen_is_written_and_the_receipt_names_both(own, answer, value, other):
    preview = inspect(own, TWO, "tep.csv", CLI)
    assert asked(preview) == {KEY: {"2": "dòng 2: 69%", "3": "dòng 3: 70%"}} and preview.new_rows == 1
    preview = inspect(own, TWO, "tep.csv", CLI, {KEY: answer})
    assert preview.ready and preview.new_rows == 2
    receipt = commit(own, TWO, "tep.csv", CLI, answers={KEY: answer}, seen=preview.seen, reason="đã hỏi")
    sql = "select actual from target_vs_actual where indicator_id = 'CQ.06' and level = 'province' and unit_name = 'Tỉnh Hà Tĩnh' and year = 2023 and period = 'N'"
    assert own.select(sql).values.tolist() == [[value]]
    [note] = [finding for finding in receipt.preview.of("note") if finding.code == "row_chosen"]
    assert f"lấy {value}% ở dòng {answer} như đã chọn, {other}% ở dòng" in note.text()
    kept = own.select(
        "select row_number, column_name, was, became from upload_change where upload_id = $id", {"id": receipt.upload_id}
    )
    assert kept.values.tolist() == [[5 - int(answer), "ket_qua", other, ""]]


def test_what_is_wrong_in_a_row_that_was_not_chosen_keeps_nothing_out(store):
    data = figures({"ket_qua": "70"}, {"ket_qua": "700"})
    assert "share_out_of_range" in [finding.code for finding in judged(store, data)]
    assert inspect(store, data, "a.csv", CLI, {KEY: "2"}).ready
    assert not inspect(store, data, "a.csv", CLI, {KEY: "3"}).ready, "the wrong one was chosen"


def test_a_target_that_comes_twice_says_nothing_of_the_results_in_its_rows(store):
    data = figures(
        {"nam": "2026", "ky": "9T", "chi_tieu": "70", "ket_qua": "60"},
        {"nam": "2026", "ky": "9T", "chi_tieu": "80", "ket_qua": "60"},
    )
    preview = inspect(store, data, "a.csv", CLI, {"row_twice:chi_tieu:2": "3"})
    assert [(row.kind, row.after_text) for row in preview.changes] == [("result", "60%"), ("target", "80%")]
    data = figures({"nam": "2026", "ky": "9T", "chi_tieu": "70", "ket_qua": "600"}, {"nam": "2026", "ky": "9T", "chi_tieu": "80"})
    found = [finding.code for finding in judged(store, data, {"row_twice:chi_tieu:2": "3"})]
    assert "share_out_of_range" in found, "the result of the row is still read"


def test_rows_that_differ_only_in_a_day_are_told_apart_by_it(store):
    rows = [{"ket_qua": "69", "so_lieu_den_ngay": f"{day}/12/2023"} for day in (15, 20)]
    assert asked(inspect(store, figures(*rows), "a.csv", CLI)) == {
        KEY: {"2": "dòng 2: 69%; số liệu đến ngày 15/12/2023", "3": "dòng 3: 69%; số liệu đến ngày 20/12/2023"}
    }


def test_cells_of_a_wide_table_are_told_by_their_letter(store):
    data = text([["Mã chỉ tiêu", "Quý I", "Quý II"], ["CQ.06", "5", "6"], ["CQ.06", "7", "8"]], ";").encode()
    given = {key: answer for key, answer in GIVEN.items() if key != "constant.ky"} | {"unfold": "yes"}
    preview = inspect(store, data, "a.csv", CLI, given)
    assert asked(preview)["row_twice:ket_qua:B2"] == {"B2": "ô B2: 5%", "B3": "ô B3: 7%"}
    preview = inspect(store, data, "a.csv", CLI, {**given, "row_twice:ket_qua:B2": "B3", "row_twice:ket_qua:C2": "C2"})
    assert sorted(row.after_text for row in preview.changes) == ["6%", "7%"]


def test_many_of_them_are_asked_once(store):
    rows = [
        {"nam": str(year), "ky": period, "ket_qua": f"{value}"}
        for value in (10, 20)
        for year in (2021, 2022)
        for period in [f"T{month}" for month in range(1, 8)]
    ]
    preview = inspect(store, figures(*rows), "a.csv", CLI)
    assert list(asked(preview)) == ["row_twice"] and not preview.new_rows
    preview = inspect(store, figures(*rows), "a.csv", CLI, {"row_twice": "last"})
    assert {row.after_text for row in preview.changes} == {"20%"} and preview.new_rows == 14


@pytest.mark.parametrize("answers", [{KEY: "4"}, {KEY: "x"}, {"row_twice:ket_qua:9": "2"}, {"row_twice": "first"}])
def test_an_answer_that_names_no_such_row_chooses_nothing(unwritten, answers):
    assert not inspect(unwritten, TWO, "tep.csv", CLI, answers).ready
    with pytest.raises((Refused, UploadRejected)):
        commit(unwritten, TWO, "tep.csv", CLI, answers=answers, seen=None, reason="thử")


def test_words_that_come_twice_are_one_row(store):
    data = figures({"chi_tieu": "Hoàn thành", "ma_chi_tieu": "CQ.06"}, {"chi_tieu": "Hoàn thành", "ma_chi_tieu": "CQ.06"})
    assert "row_twice" not in [finding.code for finding in judged(store, data)]

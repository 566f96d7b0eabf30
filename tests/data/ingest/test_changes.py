"""A cell typed over in the preview: read as if the file said so, stated, kept with the upload, and the file stays as it was."""

from __future__ import annotations

import pytest

from data.accounts.sign_in import CLI
from data.ingest import drafts
from data.ingest.changes import CellChange, merged
from data.ingest.importer import commit, inspect
from data.ingest.preview import UploadRejected
from queries.pieces import whole_of
from queries.reads import upload_content
from tests.data.ingest.sample_files import book, figures, lines, tcvn3, text

WORDS = figures({"ket_qua": "xấp xỉ 94"}, {"nam": "2022", "ket_qua": "44"})
MENDED = (CellChange(2, "ket_qua", "xấp xỉ 94", "94", "G"),)


def codes(preview, severity):
    return [(finding.code, tuple(map(int, finding.rows)), finding.letter) for finding in preview.of(severity)]


def test_a_cell_typed_over_is_read_as_if_the_file_said_so_and_stated(own):
    assert codes(inspect(own, WORDS, "tep.csv", CLI), "stop") == [("estimate_in_words", (2,), "G")]
    preview = inspect(own, WORDS, "tep.csv", CLI, changes=MENDED)
    assert preview.ready and ("cell_changed", (2,), "G") in codes(preview, "note") and preview.cell_changes == MENDED
    assert "tệp ghi “xấp xỉ 94”, được sửa thành “94”" in next(f for f in preview.findings if f.code == "cell_changed").text()
    receipt = commit(own, WORDS, "tep.csv", CLI, changes=MENDED, seen=preview.seen, reason="đã hỏi đơn vị")
    assert receipt.written == 2 and receipt.preview.cell_changes == MENDED
    assert whole_of(upload_content(own, upload_id=receipt.upload_id)) == WORDS
    rows = own.select(
        "select row_number, column_name, letter, was, became from upload_change where upload_id = $id", {"id": receipt.upload_id}
    )
    assert rows.values.tolist() == [[2, "ket_qua", "G", "xấp xỉ 94", "94"]]


def test_a_commit_without_the_changes_of_its_preview_is_refused(own):
    with pytest.raises(UploadRejected) as refused:
        commit(own, WORDS, "tep.csv", CLI, seen=None, reason="x")
    assert refused.value.reason == "not_ready" and not len(own.select("select * from upload_change"))


def test_only_the_rows_that_were_typed_over_change_and_the_others_keep_their_finding(own):
    data = figures({"ket_qua": "gần hết"}, {"nam": "2022", "ket_qua": "gần hết"}, {"nam": "2021", "ket_qua": "44"})
    preview = inspect(own, data, "tep.csv", CLI, changes=[CellChange(3, "ket_qua", "gần hết", "93,5")])
    assert [(code, rows) for code, rows, _ in codes(preview, "stop")] == [("not_a_number", (2,))]


def test_a_column_that_the_file_lacks_is_made_and_cells_that_are_not_there_are_left_alone(own):
    changes = [CellChange(2, "dinh_tinh", "", "uoc"), CellChange(99, "ket_qua", "", "1"), CellChange(2, "mat_khau", "", "x")]
    preview = inspect(own, figures({"ket_qua": "94"}), "tep.csv", CLI, changes=changes)
    assert preview.ready and preview.cell_changes == (CellChange(2, "dinh_tinh", "", "uoc"),)
    commit(own, figures({"ket_qua": "94"}), "tep.csv", CLI, changes=changes, seen=None, reason="x")
    view = "select actual_qualifier from target_vs_actual where indicator_id = 'CQ.06' and unit_id = '42' and level = 'province' and year = 2023 and period = 'N'"
    assert own.select(view)["actual_qualifier"][0] == "estimate"


def test_what_a_change_says_it_was_is_what_the_file_says(store):
    preview = inspect(store, WORDS, "tep.csv", CLI, changes=[CellChange(2, "ket_qua", "đã xem ở nơi khác", "94")])
    assert preview.cell_changes == MENDED


def test_letters_that_were_wrong_in_a_cell_are_forgotten_with_it_and_numbers_of_a_workbook_can_be_typed_over(store):
    wrong = figures({"ket_qua": "5", "nguon": tcvn3("Báo cáo quý")})
    preview = inspect(store, wrong, "tep.csv", CLI, changes=[CellChange(2, "nguon", "", "06/QĐ-TTg")])
    assert preview.ready, [finding.text() for finding in preview.findings]
    workbook = book(lines({"ket_qua": 693}))
    assert codes(inspect(store, workbook, "tep.xlsx", CLI), "stop") == [("share_out_of_range", (2,), "G")]
    mended = inspect(store, workbook, "tep.xlsx", CLI, changes=[CellChange(2, "ket_qua", "693", "69,3")])
    assert mended.ready and mended.changes[0].after_value == 69.3 and mended.cell_changes[0].was == "693"


def test_a_private_letter_that_is_typed_in_does_not_become_a_number_of_a_workbook(store):
    preview = inspect(store, WORDS, "tep.csv", CLI, changes=[CellChange(2, "ket_qua", "", "\ue00094")])
    assert preview.cell_changes[0].becomes == "94"


def test_a_later_change_keeps_what_the_file_says_and_one_that_says_it_again_is_none():
    first, second = CellChange(2, "ket_qua", "a", "b"), CellChange(2, "ket_qua", "b", "c")
    assert merged([first], [second]) == (CellChange(2, "ket_qua", "a", "c"),)
    assert merged([first], [CellChange(2, "ket_qua", "b", "a")]) == ()


def test_a_draft_keeps_its_changes_until_they_are_taken_back(tmp_path):
    path = str(tmp_path / "kho.duckdb")
    batch = drafts.keep(path, "van-phong", "a.csv", WORDS)
    drafts.type_over(path, batch, MENDED)
    (kept,) = drafts.mine(path, "van-phong")
    assert kept.changes == MENDED
    drafts.forget_changes(path, kept, MENDED)
    assert drafts.mine(path, "van-phong") == [batch]


# ticks

ODD = figures({"ket_qua": "4,5"}, {"ma_chi_tieu": "CQ.06", "cap": "huyen", "chi_tieu": "10"})


def test_every_oddity_has_to_be_ticked_and_a_fresh_one_is_not_covered_by_an_old_tick(own):
    preview = inspect(own, ODD, "tep.csv", CLI)
    marks = [finding.mark for finding in preview.of("confirm")]
    assert len(marks) >= 2 and len(set(marks)) == len(marks)
    for ticked, reason in (((), "unticked"), (marks[1:], "unticked")):
        with pytest.raises(UploadRejected) as refused:
            commit(own, ODD, "tep.csv", CLI, seen=None, ticked=ticked, reason="đúng")
        assert refused.value.reason == reason
    changed = [CellChange(2, "ket_qua", "4,5", "4,4")]
    with pytest.raises(UploadRejected) as refused:
        commit(own, ODD, "tep.csv", CLI, changes=changed, seen=None, ticked=marks, reason="đúng")
    assert refused.value.reason == "unticked"
    assert commit(own, ODD, "tep.csv", CLI, seen=None, ticked=marks, reason="đúng").written == 2


def test_an_unlikely_figure_needs_a_reason_and_the_shape_of_a_file_only_a_tick(own):
    odd = inspect(own, ODD, "tep.csv", CLI).of("confirm")
    with pytest.raises(UploadRejected) as refused:
        commit(own, ODD, "tep.csv", CLI, seen=None, ticked=[finding.mark for finding in odd])
    assert refused.value.reason == "unconfirmed"
    shape = text(lines({"nam": "2024", "ket_qua": "70", "cot_la": "x"})).encode()
    found = inspect(own, shape, "tep.csv", CLI).of("confirm")
    assert [(finding.code, finding.needs_reason) for finding in found] == [("column_unknown", False)]
    assert commit(own, shape, "tep.csv", CLI, seen=None, ticked=[found[0].mark]).written == 1


def test_a_document_that_the_register_lacks_is_said_and_needs_neither_tick_nor_reason(own):
    data = figures({"nam": "2024", "ket_qua": "70", "nguon": "BC 12"})
    preview = inspect(own, data, "tep.csv", CLI)
    assert codes(preview, "confirm") == [] and ("document_unknown", (2,), "H") in codes(preview, "note")
    assert commit(own, data, "tep.csv", CLI, seen=None, ticked=()).written == 1


# questions about single cells


def test_each_of_a_few_doubtful_cells_can_be_answered_by_itself(own):
    data = figures({"nam": "2024", "ket_qua": "0,693"}, {"nam": "2025", "ket_qua": "0,5"})
    asked = inspect(own, data, "tep.csv", CLI).of("ask")
    assert {finding.question.key for finding in asked} == {"share_as_fraction:ket_qua"}
    own_keys = [finding.own_question.key for finding in asked]
    assert own_keys == ["share_as_fraction:ket_qua:0,693", "share_as_fraction:ket_qua:0,5"]
    assert asked[0].own_question.text.startswith("Dòng 2, cột ket_qua (G2)")
    preview = inspect(own, data, "tep.csv", CLI, dict(zip(own_keys, ("share", "percent"), strict=True)))
    assert preview.ready and sorted(row.after_value for row in preview.changes) == [0.5, 69.3]
    half = inspect(own, data, "tep.csv", CLI, {own_keys[0]: "share"})
    assert [finding.found for finding in half.of("ask")] == ["0,5"]

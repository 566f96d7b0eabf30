"""Answers to the importer's questions: one that nothing asks for is refused with a sentence, and never kept."""

import pytest

from data.accounts.sign_in import CLI
from data.ingest.changes import CellChange
from data.ingest.findings.finding import Refused
from data.ingest.importer import commit, inspect
from data.ingest.preview import UploadRejected
from data.store_messages import upload_rejected
from tests.data.ingest.sample_files import STAFF_HA_TINH, book, figures, lines, text

PLAIN = figures({"ket_qua": "69,3"})
HALF = figures({"ket_qua": "0,693"})
WIDE = book(
    [["Đơn vị: 18112"], ["Nguồn: Báo cáo tổng hợp"], ["Mã chỉ tiêu", "Q1/2023", "Q2/2023"], ["CQ.06", 60, 61]],
)
NO_LEVEL = text(
    [["Mã chỉ tiêu", "Đơn vị", "Năm", "Kỳ", "Kết quả", "Nguồn"], ["CQ.06", "18112", "2023", "N", "60", "Báo cáo tổng hợp"]], ";"
).encode()
TWO_SHEETS = book(lines({"ket_qua": 69}), lines({"ket_qua": 70}))


def refused(store, data, answers):
    """What is said about answers, before or after the rows were judged."""
    try:
        findings = inspect(store, data, "tep", CLI, answers).findings
    except Refused as refusal:
        findings = tuple(refusal.findings)
    return [(finding.code, finding.args["key"]) for finding in findings if finding.code.startswith("answer_")]


@pytest.mark.parametrize(
    ("data", "key", "answer", "code"),
    [
        (PLAIN, "xyz", "1", "answer_unknown"),
        (PLAIN, "constant.abc", "1", "answer_unknown"),
        (PLAIN, "constant.so_lieu", "ca_hai", "answer_other"),
        (PLAIN, "column.g", "ket_qua", "answer_unknown"),
        (PLAIN, "column.G", "ket_qua|don_vi=18100", "answer_more"),
        (PLAIN, "column.G", "ket_qua|xyz", "answer_more"),
        (PLAIN, "column.G", "abc", "answer_other"),
        (PLAIN, "column.Z", "ket_qua", "answer_unasked"),
        (PLAIN, "constant.nam", "2026", "answer_unasked"),
        (PLAIN, "unfold", "yes", "answer_unasked"),
        (PLAIN, "unfold", "maybe", "answer_other"),
        (PLAIN, "fill", "yes", "answer_unasked"),
        (PLAIN, "fill.nguon", "no", "answer_unasked"),
        (PLAIN, "fill.ket_qua", "no", "answer_unknown"),
        (PLAIN, "layout", "yes", "answer_unasked"),
        (PLAIN, "text_tcvn3", "yes", "answer_unasked"),
        (PLAIN, "sheet", "Trang 1", "answer_unasked"),
        (PLAIN, "form", "xyz", "answer_unknown"),
        (PLAIN, "share_as_fraction:ket_qua", "percent", "answer_unasked"),
        (PLAIN, "number_dot:ket_qua", "decimal", "answer_unasked"),
        (PLAIN, "number_dot:ket_qua:69,3", "perhaps", "answer_other"),
        (PLAIN, "fraction_or_month:ket_qua", "fraction", "answer_unasked"),
        (PLAIN, "day_order:so_lieu_den_ngay", "dmy", "answer_unasked"),
        (PLAIN, "source_number:nguon", "text", "answer_unasked"),
        (PLAIN, "second_number:2:ket_qua", "keep", "answer_unasked"),
        (HALF, "share_as_fraction:ket_qua:0,7", "share", "answer_unasked"),
        (TWO_SHEETS, "sheet", "Trang 9", "answer_other"),
        (WIDE, "column.B", "ket_qua|ma_chi_tieu=CQ.07", "answer_more"),
        (WIDE, "column.A", "ma_chi_tieu|ky=Q1", "answer_more"),
        (WIDE, "constant.ky", "Q1", "answer_unasked"),
        (WIDE, "constant.ma_chi_tieu", "CQ.06", "answer_unasked"),
    ],
)
def test_an_answer_that_nothing_asks_for_is_refused_and_nothing_is_kept(unwritten, data, key, answer, code):
    found = refused(unwritten, data, {key: answer, **({"unfold": "yes"} if data is WIDE else {})})
    assert found == [(code, key)]
    with pytest.raises((Refused, UploadRejected)):
        commit(
            unwritten,
            data,
            "tep",
            CLI,
            answers={key: answer, **({"unfold": "yes"} if data is WIDE else {})},
            seen=None,
            reason="thử",
        )
    assert unwritten.select("select * from layout").empty


def test_an_answer_that_was_asked_for_is_followed(store):
    for data, answers in (
        (HALF, {"share_as_fraction:ket_qua": "share"}),
        (HALF, {"share_as_fraction:ket_qua:0,693": "percent"}),
        (NO_LEVEL, {"constant.cap": "xa"}),
        (WIDE, {"unfold": "yes"}),
        (WIDE, {"unfold": "yes", "column.B": "ket_qua|ky=Q3|nam=2023"}),
    ):
        assert refused(store, data, answers) == []


@pytest.mark.parametrize(
    ("key", "answer", "sentence"),
    [
        ("fill", "yes", "Tệp không hỏi “fill”, nên câu trả lời “yes” không dùng được. Bỏ câu trả lời này rồi đọc lại tệp."),
        ("abc", "1", "Không có câu hỏi nào là “abc” (trả lời “1”). Bỏ câu trả lời này rồi đọc lại tệp."),
        ("fill", "có", "“có” không phải câu trả lời cho “fill”. Trả lời một trong: yes; no."),
        (
            "column.G",
            "ket_qua|ky=Q1",
            "Trong “column.G” = “ket_qua|ky=Q1”, phần “ky=Q1” không dùng được: bảng này mỗi dòng đã nói điều đó, hoặc không có điều đó. "
            "Bỏ phần này rồi đọc lại tệp.",
        ),
    ],
)
def test_what_is_said_names_the_question_and_the_answer(store, key, answer, sentence):
    try:
        findings = inspect(store, PLAIN, "tep", CLI, {key: answer}).findings
    except Refused as refusal:
        findings = tuple(refusal.findings)
    assert [one.text() for one in findings if one.severity == "stop"] == [sentence]


# a commit is one of the very preview


def test_a_commit_of_something_else_than_was_previewed_is_refused(own):
    data = figures({"ket_qua": "0,693"})
    answers = {"share_as_fraction:ket_qua": "share"}
    seen = inspect(own, data, "tep", STAFF_HA_TINH, answers).seen
    typed = (CellChange(2, "ket_qua", "0,693", "0,7"),)
    for other, answered, changes in (
        (figures({"ket_qua": "0,694"}), answers, ()),
        (data, {"share_as_fraction:ket_qua": "percent"}, ()),
        (data, answers, typed),
    ):
        with pytest.raises(UploadRejected) as rejected:
            commit(own, other, "tep", STAFF_HA_TINH, answers=answered, changes=changes, seen=seen, reason="thử")
        assert rejected.value.reason == "not_previewed"
        assert upload_rejected(rejected.value.reason).startswith("Tệp, câu trả lời hoặc ô sửa được gửi khác với khi xem trước.")
    with pytest.raises(UploadRejected):
        commit(own, data, "tep", STAFF_HA_TINH, answers=answers, seen=seen._replace(digest=""), reason="thử")
    assert commit(own, data, "tep", STAFF_HA_TINH, answers=answers, seen=seen, reason="thử").written == 1

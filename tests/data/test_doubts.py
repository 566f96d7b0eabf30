"""Doubts about figures: who may ask and answer, how long and how often, what stays."""

import pytest

from data import doubts
from data.accounts.sign_in import Person
from data.doubts import DoubtError, Hourly
from queries.reads import doubt_list

FIGURE = {
    "province_code": "42", "unit_id": "42", "indicator_id": "CQ.06", "level": "district", "year": 2022, "period": "N", "kind": "result",
}  # fmt: skip
HA_TINH = Person("chuyen-vien", "Chuyên viên", "staff", ("42",), "oidc")
DUC_THO = Person("van-phong", "Văn phòng", "staff", ("440",), "oidc")
HOSTILE = "<script>alert(1)</script>\n=HYPERLINK(1) [x](javascript:1)\x00"


@pytest.fixture(autouse=True)
def fresh(monkeypatch):
    monkeypatch.setattr(doubts, "HOURLY", Hourly(lambda: 0.0))


@pytest.fixture(scope="module")
def store(new_seed_store):
    return new_seed_store()


def ask(store, person=HA_TINH, trouble="number", text="Văn bản ghi 45%.", source="1.2.3.4", **changes):
    return doubts.ask(store, person, {**FIGURE, **changes}, "40% (525/KH-UBND)", trouble, text, source)


def of(store, number):
    [row] = doubt_list(store, province_code="42").where(doubt_id=number)
    return row


def test_a_doubt_is_kept_in_one_line_and_answered_by_who_answers_for_the_unit(store):
    number = ask(store, None, text=HOSTILE)
    row = of(store, number)
    assert (row.asked_by, row.verdict) == ("", None) and row.text == "<script>alert(1)</script> =HYPERLINK(1) [x](javascript:1)"
    with pytest.raises(DoubtError, match="không phụ trách"):
        doubts.answer(store, DUC_THO, number, "stands", "Đúng.")
    doubts.answer(store, HA_TINH, number, "stands", "Phần I.I ghi 40%.")
    doubts.answer(store, HA_TINH, number, "corrected", "Đã nạp tệp sửa.")
    row = of(store, number)
    assert (row.verdict, row.answer, row.answered_by) == ("corrected", "Đã nạp tệp sửa.", "chuyen-vien")
    assert store.select("select count(*) as n from doubt_answer").n[0] == 2, "nothing is overwritten"
    assert store.check() == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"text": " \n\t - "}, "Viết một câu"),
        ({"text": "x" * 501}, "tối đa 500"),
        ({"trouble": "đủ thứ"}, "Chọn sai ở chỗ nào"),
        ({"indicator_id": "CQ.99"}, "không còn trong kho"),
        ({"unit_id": "440"}, "không còn trong kho"),
    ],
)
def test_what_is_not_taken_says_why(store, changes, said):
    with pytest.raises(DoubtError, match=said):
        ask(store, **changes)


def test_an_answer_wants_a_verdict_a_sentence_and_a_doubt(store):
    number = ask(store)
    for verdict, text, doubt in (("maybe", "Đúng.", number), ("stands", "", number), ("stands", "Đúng.", 999)):
        with pytest.raises(DoubtError):
            doubts.answer(store, HA_TINH, doubt, verdict, text)
    assert of(store, number).verdict is None


def test_within_an_hour_a_visitor_asks_five_times_and_everybody_together_not_without_end():
    now = [0.0]
    hourly = Hourly(lambda: now[0])
    assert [hourly.admit(("address a", 5), ("visitors", 7)) for _ in range(6)] == [True] * 5 + [False]
    assert [hourly.admit(("address b", 5), ("visitors", 7)) for _ in range(3)] == [True, True, False], (
        "what was refused does not count"
    )
    now[0] = 3601.0
    assert hourly.admit(("address a", 5), ("visitors", 7))


def test_the_sixth_of_a_visitor_is_refused_and_a_signed_in_person_is_counted_alone(store):
    for _ in range(doubts.BY_VISITOR):
        ask(store, None)
    with pytest.raises(DoubtError, match="nhiều lần"):
        ask(store, None)
    assert ask(store, HA_TINH)

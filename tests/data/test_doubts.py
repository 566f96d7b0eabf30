"""Doubts about figures: who may ask and answer, how long and how often, what stays."""

import pytest

from data import doubts
from data.accounts.sign_in import CLI, Person
from data.doubts import DoubtError, Hourly
from data.ingest.importer import commit
from queries.reads import budget_list, doubt_list, finding_mark_list, task_list

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


CONTACT = "ma_don_vi;co_quan;nguoi_lien_he;tai_khoan\n42;{office};Trực ban;so-tttt\n"


def test_a_doubt_goes_to_the_account_of_the_office_in_charge_which_may_answer_it(store):
    found = store.select(
        "select c.indicator_id, c.level, c.year, c.period, c.kind, i.owner from current_claim as c join indicator_catalogue as i using (indicator_id)"
        " where c.unit_id = '42' and i.owner like 'S%' order by all limit 1"
    )
    about = {name: str(found[name][0]) for name in ("indicator_id", "level", "period", "kind")}
    owner = str(found["owner"][0])
    number = ask(store, **about, year=int(found["year"][0]))
    assert (of(store, number).office, of(store, number).accounts) == (owner, None)
    office = Person("so-tttt", "Sở", "staff", ("440",), "oidc")
    with pytest.raises(DoubtError, match="không phụ trách"):
        doubts.answer(store, office, number, "stands", "Đúng.")
    commit(store, CONTACT.format(office=owner.split(";")[0].upper()).encode(), "a.csv", CLI, seen=None, ticked=())
    assert of(store, number).accounts == "so-tttt"
    with pytest.raises(DoubtError, match="không phụ trách"):
        doubts.answer(store, Person("so-tttt", "Sở", "reader", (), "oidc"), number, "stands", "Đúng.")
    doubts.answer(store, office, number, "stands", "Đúng.")
    assert of(store, number).answered_by == "so-tttt" and store.check() == []


def test_a_task_and_a_cell_of_money_are_doubted_by_their_own_names(store):
    key = {"province_code": "42", "unit_id": "42"}
    task = next(row for row in task_list(store, unit_id="42") if row.lead_agency)
    cell = next(row for row in budget_list(store, unit_id="42") if row.amount_vnd)
    first = doubts.ask(store, HA_TINH, doubts.of_task(key, task.task_id, task.end_year), "đang chuẩn bị", "old", "Đã xong.", "")
    second = doubts.ask(store, HA_TINH, doubts.of_money(key, cell.document, cell.line, cell.year), "5", "number", "Sai.", "")
    assert (of(store, first).document, of(store, first).office) == (task.document, task.lead_agency)
    assert of(store, second).short_name == cell.part and of(store, second).document == cell.document
    for figure in (
        doubts.of_task(key, "không có", None),
        doubts.of_money({**key, "unit_id": "75"}, cell.document, cell.line, None),
    ):
        with pytest.raises(DoubtError, match="không còn trong kho"):
            doubts.ask(store, HA_TINH, figure, "", "other", "Sai.", "")
    assert not any(mark.finding_id == f"doubt-{first}" for mark in finding_mark_list(store, province_code="42"))


def test_an_open_doubt_is_a_mark_of_its_figure_until_it_is_answered(store):
    number = ask(store)
    mark = f"doubt-{number}"
    [found] = finding_mark_list(store, province_code="42").where(finding_id=mark)
    assert (found.indicator_id, found.check_name, found.is_open) == ("CQ.06", "doubted", True)
    doubts.answer(store, HA_TINH, number, "stands", "Đúng.")
    assert not finding_mark_list(store, province_code="42").where(finding_id=mark)

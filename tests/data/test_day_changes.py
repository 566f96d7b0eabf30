"""What changed between two days: one cause for each figure, and the upload that it is due to."""

from __future__ import annotations

from datetime import date

import pytest

from data.day_changes import changes, until
from queries.reads.row_types import FigureStateListRow, UploadDayListRow

DAY = date(2026, 7, 15)
ROW = FigureStateListRow(
    indicator_id="CQ.06", indicator_name="Hồ sơ điện tử", short_name="Hồ sơ", pillar_order=1, unit_id="18112", unit_name="Xã Mẫu",
    unit_until=None, level="commune", year=2026, period="N", period_end=date(2026, 12, 31), unit_of_measure="%", lower_is_better=False,
    has_target=True, target_as_written="40%", target_op=">=", target_low=40, target_high=None, target_year=2026, target_document="1/KH", target_upload=1, target_withdrawn_by=None,
    has_result=True, actual_as_written="35%", actual=35, actual_low=None, actual_high=None, actual_qualifier="exact", basis="measured", actual_document="1/BC", result_upload=2, result_withdrawn_by=None,
    status="near", mark="near",
)  # fmt: skip
NO_RESULT = {"has_result": False, "actual_as_written": None, "basis": None, "actual_document": None, "result_upload": None}


def upload(number, day=DAY, undone_on=None):
    return UploadDayListRow(upload_id=number, kind="figures", day=day, row_count=1, undone_on=undone_on)


UPLOADS = {3: upload(3), 4: upload(4)}


@pytest.mark.parametrize(
    ("was", "became", "cause", "by"),
    [
        ({**NO_RESULT, "mark": "not_due", "status": "not_due"}, {"result_upload": 3}, "new_result", 3),
        ({}, {"actual_as_written": "53%", "result_upload": 3, "mark": "met", "status": "met"}, "corrected", 3),
        ({}, {**NO_RESULT, "result_withdrawn_by": 4}, "corrected", 4),
        ({}, {"target_as_written": "30%", "target_upload": 4, "mark": "met", "status": "met"}, "new_target", 4),
        ({}, {"basis": "stated", "result_upload": 3}, "other_basis", 3),
        ({}, {"actual_document": "2/BC", "result_upload": 3}, "other_basis", 3),
        ({}, {"lower_is_better": True, "mark": "met", "status": "met"}, "other_basis", None),
        ({}, {"unit_until": date(2026, 7, 1)}, "unit_merged", None),
        ({}, {"unit_id": "18112-202607", "unit_name": "Xã Mới"}, "unit_merged", None),
        (
            {**NO_RESULT, "mark": "not_due", "status": "not_due"},
            {**NO_RESULT, "mark": "no_result", "status": "no_result"},
            "year_turned",
            None,
        ),
    ],
)
def test_a_change_has_one_cause_and_its_upload(was, became, cause, by):
    [change] = changes([ROW._replace(**was)], [ROW._replace(**became)], UPLOADS)
    assert (change.cause, change.upload_id, change.undone) == (cause, by, False)
    assert change.flips == (was.get("mark", "near") != became.get("mark", "near"))


def test_what_is_the_same_is_no_change_even_under_another_upload():
    assert changes([ROW], [ROW._replace(result_upload=3)], UPLOADS) == []
    other_period = ROW._replace(has_target=False, period="Q1")
    assert changes([other_period], [other_period._replace(target_as_written="41%")], UPLOADS) == [], "a target of another period"


def test_an_undo_is_said_as_such_and_a_figure_that_came_or_went_is_there():
    undone = {3: upload(3, undone_on=date(2026, 7, 20))}
    [back] = changes([ROW._replace(actual_as_written="53%", result_upload=3)], [ROW], undone)
    assert (back.cause, back.upload_id, back.undone) == ("corrected", 3, True)
    [came] = changes([], [ROW._replace(result_upload=4)], UPLOADS)
    [went] = changes([ROW._replace(result_upload=3)], [], undone)
    assert (came.cause, came.upload_id, came.flips) == ("new_result", 4, False)
    assert (went.cause, went.upload_id, went.undone, went.after) == ("corrected", 3, True, None)


def test_another_status_stands_first_then_the_order_of_causes():
    rows = [ROW._replace(period=period) for period in ("Q1", "Q2", "Q3")]
    later = [
        rows[0]._replace(target_as_written="41%", target_upload=4),
        rows[1]._replace(actual_as_written="36%", result_upload=3),
        rows[2]._replace(actual_as_written="60%", result_upload=3, mark="met", status="met"),
    ]
    assert [change.row.period for change in changes(rows, later, UPLOADS)] == ["Q3", "Q2", "Q1"]


def test_what_happened_after_the_later_day_is_not_known_on_it():
    known = until([upload(3, undone_on=date(2026, 9, 1)), upload(4, day=date(2026, 8, 2))], date(2026, 8, 1))
    assert set(known) == {3} and known[3].undone_on is None

"""What changed of tasks and money between two days: one cause for each, and the upload that it is due to."""

from datetime import date

import pytest

from data.day_changes import until
from data.vietnamese.dates import on_day
from data.work_changes import changes, flips
from queries.reads import work_state_list
from queries.reads.row_types import UploadDayListRow, WorkStateListRow

DAY = date(2026, 7, 15)
TASK = WorkStateListRow(
    kind="task", subject="T1", document="1/KH", unit_name="Tỉnh Mẫu", unit_id="42", name="Nâng cấp cổng", year=None, source=None,
    lead_agency="Sở A", start_year=2022, end_year=2025, amount_vnd=5e9, amount_as_written="5.000", told_from=None, status="preparing",
    as_of=date(2022, 6, 30), state_document="1/BC", late=False, upload_id=2,
)  # fmt: skip
MONEY = TASK._replace(
    kind="money", subject="1/KH#3", name="Phụ lục 1", year=2022, source="tổng", status=None, as_of=None, state_document=None
)


def upload(number, undone_on=None):
    return UploadDayListRow(upload_id=number, kind="tasks", day=DAY, row_count=1, undone_on=undone_on)


UPLOADS = {3: upload(3)}


@pytest.mark.parametrize(
    ("became", "cause", "by", "turns"),
    [
        ({"status": "finished", "as_of": date(2022, 9, 30), "state_document": "2/BC", "upload_id": 3}, "new_result", 3, True),
        ({"status": "running", "upload_id": 3}, "corrected", 3, True),
        ({"amount_vnd": 6e9, "amount_as_written": "6.000", "upload_id": 3}, "corrected", 3, False),
        ({"amount_vnd": 6e9, "told_from": "2/KH", "upload_id": 3}, "other_basis", 3, False),
        ({"told_from": "2/KH"}, "other_basis", None, False),
        ({"late": True}, "year_turned", None, True),
    ],
)
def test_a_change_of_a_task_has_one_cause_and_its_upload(became, cause, by, turns):
    [change] = changes([TASK], [TASK._replace(**became)], UPLOADS)
    assert (change.cause, change.upload_id, change.undone, flips(change)) == (cause, by, False, turns)


def test_what_came_what_went_and_what_is_the_same():
    [gone, new] = sorted(
        changes([MONEY], [TASK._replace(upload_id=3)], {**UPLOADS, 2: upload(2, DAY)}), key=lambda one: one.cause
    )
    assert (gone.row.kind, gone.cause, gone.upload_id, gone.undone) == ("money", "corrected", 2, True)
    assert (new.row.kind, new.cause, new.upload_id) == ("task", "new_result", 3)
    assert changes([TASK, MONEY], [TASK._replace(upload_id=3), MONEY], UPLOADS) == []


def test_the_shipped_tasks_change_by_nothing_but_the_day_that_goes_by(store):
    key = {"province_code": "42", "unit_id": "42", "below": True}
    with on_day(date(2024, 12, 31)):
        before = work_state_list(store, **key)
    with on_day(date(2025, 1, 1)):
        after = work_state_list(store, **key)
    assert {row.kind for row in before} == {"task", "money"} and all(row.upload_id == 1 for row in before)
    found = changes(before, after, until([], date(2025, 1, 1)))
    assert found and {change.cause for change in found} == {"year_turned"} and all(map(flips, found))

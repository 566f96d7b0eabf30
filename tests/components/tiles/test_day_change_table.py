"""Tasks and money in the comparison of two days: words, links of each day, and the one file."""

from datetime import date

import pytest

from components.tiles.origin import day_change_table
from data.vietnamese.dates import on_day
from data.work_changes import changes
from queries.reads import work_state_list

FIRST, LAST = date(2024, 12, 31), date(2025, 1, 1)
KEY = {"province_code": "42", "unit_id": "42", "below": False}


@pytest.fixture(scope="module")
def found(new_seed_store):
    store = new_seed_store()
    with on_day(FIRST):
        before = work_state_list(store, **KEY)
    with on_day(LAST):
        return changes(before, work_state_list(store, **KEY), {})


def test_a_task_that_became_late_is_a_row_with_the_way_to_each_day(found):
    markup = day_change_table.works(found, {}, FIRST, LAST, None)
    assert markup.count("<tr") == len(found) + 1 and "Qua năm" in markup and "quá hạn" in markup
    assert "biet_den=2024-12-31" in markup and "nhiem-vu?dia_ban=42" in markup


def test_the_file_holds_them_below_the_figures(found):
    table = day_change_table.as_table([], found, {}, FIRST, LAST)
    values = table.plain
    assert set(values["Loại"]) == {"nhiệm vụ"} and values["Mã"][0].startswith("424.")
    assert all(len(column) == len(found) for column in values.values()) and set(values["Vì sao"]) == {"qua năm"}

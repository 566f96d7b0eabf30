"""Source lines of slides say their day: of tasks, of why, of one unit and of many, of an index."""

import re

import pytest

from components.slides.content import kinds
from tests.components.slides.slide_samples import context

DAY = r"(số liệu đến|theo văn bản) ngày \d\d/\d\d/\d{4}|văn bản không ghi ngày|chưa có kết quả nào đến ngày \d\d/\d\d/\d{4}"
OF_UNITS = {
    "ranking": {"nam": 2024, "ky": "Q3", "cap": "commune", "chi_tieu": "CQ.06"},
    "tile_map": {"nam": 2024, "ky": "Q3", "cap": "commune", "chi_tieu": "CQ.06"},
    "unit_table": {"nam": 2024, "ky": "Q3", "cap": "commune", "nhom": "HT"},
    "index": {"nam": 2026, "ky": "Q3", "cap": "commune", "bo": "MINH-HOA"},
}


def test_tasks_say_as_of_which_day_their_states_are(new_seed_store):
    at = context(new_seed_store())
    (tasks,) = kinds.make(at, "tasks", {"dia_ban": "42"})
    assert re.search(r"^Nguồn: .+ · tình trạng theo văn bản, đến ngày \d\d/\d\d/\d{4}", tasks.source), tasks.source
    sheet, years = kinds.make(at, "why", {"dia_ban": "42", "chi_tieu": "HT.01"})
    assert (
        re.search(DAY, sheet.source) and "tình trạng theo văn bản" in sheet.source and "tình trạng theo văn bản" in years.source
    )
    assert "Báo cáo Quý II/2022" in sheet.source, "the document that tells of the state is cited"


@pytest.mark.parametrize("kind", OF_UNITS)
def test_slides_of_many_units_say_as_of_which_day_their_results_are(kind, sample_store):
    at = context(sample_store, sample=True)
    for slide in kinds.make(at, kind, {"dia_ban": "42", **OF_UNITS[kind]}):
        assert slide.source.startswith("Nguồn: ") and len(re.findall(DAY, slide.source)) == 1, slide.source


def test_the_sheet_of_a_unit_says_as_of_which_day_its_results_are(sample_store):
    (sheet,) = kinds.make(context(sample_store, sample=True), "unit", {"dia_ban": "42", "don_vi": "440"})
    assert re.search(DAY, sheet.source), sheet.source

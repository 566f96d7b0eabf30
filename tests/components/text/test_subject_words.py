"""What indicators of one subject say together, against words written by hand."""

from datetime import date

from components.text import subject_words
from data.vietnamese.periods import period_end
from queries.rows import Rows

FIGURE = {
    "indicator_id": "X", "indicator_name": "Tỷ lệ hồ sơ trực tuyến", "short_name": "Hồ sơ trực tuyến", "level": "all", "year": 2022, "period": "N",
    "unit_of_measure": "%", "has_target": False, "target_year": None, "target_op": None, "target_low": None, "target_high": None,
    "required": None, "target_as_written": None, "has_result": True, "actual": 45.0, "actual_low": None, "actual_high": None,
    "actual_as_written": "45%", "actual_qualifier": "exact", "basis": "measured", "status": "no_target", "mark": "no_target", "newest_in_year": True, "disputed": False, "stated_status": None, "hedged": False,
}  # fmt: skip
TARGET = {"has_target": True, "target_op": ">=", "target_low": 50.0, "required": 50.0, "target_as_written": "50%"}
SILENT = {
    "has_result": False,
    "actual": None,
    "actual_as_written": None,
    "actual_qualifier": None,
    "basis": None,
    "status": "no_result",
    "mark": "no_result",
}


def rows(*changes):
    figures = [{**FIGURE, **change} for change in changes]
    for figure in figures:
        figure["target_year"] = figure["year"] if figure["has_target"] else None
        figure["period_end"] = period_end(figure["year"], figure["period"])
    return Rows(list(figures[0]), [list(figure.values()) for figure in figures])


def test_the_finding_names_the_course_of_what_was_measured_what_was_judged_and_what_is_overdue():
    said = rows(
        {"year": 2019, "actual": 20.0, "actual_qualifier": "nearly"},
        {"year": 2021, "period": "7T", "actual": 34.9},
        {"indicator_id": "Y", **TARGET, "basis": "stated", "status": "met", "mark": "stated"},
        {"indicator_id": "Y", **TARGET, **SILENT, "year": 2023},
        {"indicator_id": "Z", **TARGET, **SILENT, "year": 2025},
    )
    assert subject_words.headline(said, "dịch vụ công") == (
        "Dịch vụ công: hồ sơ trực tuyến từ gần 20% (2019) lên 34,9% (7T/2021); "
        "mục tiêu năm 2022 văn bản nói đã hoàn thành, không nêu số; 2 mục tiêu năm 2023 và 2025 quá hạn, chưa có kết quả"
    )


def test_what_its_document_calls_done_in_the_main_is_not_called_done():
    said = rows({**TARGET, "basis": "stated", "status": "met", "mark": "stated", "hedged": True})
    assert subject_words.headline(said, "x") == "X: mục tiêu năm 2022 văn bản nói cơ bản đã hoàn thành, không nêu số"


def test_several_verdicts_of_the_newest_year_are_counted_apart():
    said = rows(
        {**TARGET, "status": "missed", "mark": "missed"},
        {"indicator_id": "Y", **TARGET, "actual": 60.0, "status": "met", "mark": "met"},
    )
    assert subject_words.headline(said, "hồ sơ") == "Hồ sơ: hồ sơ trực tuyến 45% (2022); 2 mục tiêu năm 2022: 1 chưa đạt, 1 đạt"


def test_what_its_own_document_contradicts_is_called_so():
    met = {**TARGET, "actual": 60.0, "status": "met", "mark": "met", "disputed": True, "stated_status": "missed"}
    said = rows({**TARGET, "status": "missed", "mark": "missed"}, {"indicator_id": "Y", **met})
    assert "2 mục tiêu năm 2022: 1 chưa đạt, 1 đạt theo số mà văn bản xếp chưa đạt" in subject_words.headline(said, "x")


def test_a_fall_and_a_standstill_are_called_so():
    assert "từ 45% (2021) xuống 40% (2022)" in subject_words.headline(rows({"year": 2021}, {"actual": 40.0}), "x")
    assert "từ 45% (2021) vẫn 45% (2022)" in subject_words.headline(rows({"year": 2021}, {}), "x")


def test_a_number_that_is_no_share_and_a_target_ahead_make_no_finding_but_are_counted():
    ahead = rows({**TARGET, **SILENT, "year": 2030, "status": "not_due", "mark": "not_due"}, {"unit_of_measure": "hồ sơ"})
    assert subject_words.headline(ahead, "x") == "X: 1 chỉ tiêu"
    assert subject_words.lead(ahead, "Tỉnh Hà Tĩnh") == (
        "1 chỉ tiêu của tỉnh Hà Tĩnh, 2022–2030. Mỗi chỉ tiêu một cách đo nên không nối thành một đường. Còn 1 mục tiêu chưa đến hạn (2030)."
    )


def test_the_newest_result_below_a_name():
    assert subject_words.newest(rows({"year": 2021}, {**TARGET, "status": "near", "mark": "near"})) == "năm 2022: 45%, gần đạt"
    assert subject_words.newest(rows({**TARGET, **SILENT})) == "chưa từng báo cáo kết quả"
    assert subject_words.newest(rows({"actual": None, "basis": "words"})) == "năm 2022: bằng lời"


def test_where_a_day_stands_on_the_axis():
    from components.tiles.indicator.through_years import Axis

    axis = Axis(2019, 4, date(2022, 6, 30))
    assert axis.at(date(2018, 12, 31)) == 0 and axis.at(date(2019, 12, 31)) == 25 and axis.at(date(2022, 12, 31)) == 100
    assert round(axis.at(date(2021, 7, 31)), 1) == round(50 + 25 * 212 / 365, 1)

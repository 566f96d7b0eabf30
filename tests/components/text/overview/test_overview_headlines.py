"""What the overview says of a year or a part of it, against sentences written by hand."""

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest

from components.text.overview import overview_headlines as say
from components.text.overview import pillar_words, strip_words
from components.text.overview.overview_period import Overview
from components.text.spelling import inside, opening, quoted, spelled
from queries.rows import Rows

USUAL = {
    "indicator_id": "CQ.01", "short_name": "Hồ sơ điện tử", "level": "all", "unit_of_measure": "%", "year": 2022, "period": "N",
    "target_year": 2022, "has_target": True, "target_op": ">=", "target_low": 50.0, "target_high": None, "required": 50.0, "lower_is_better": False,
    "target_as_written": "50%", "has_result": True, "actual": 45.0, "actual_low": None, "actual_high": None, "actual_as_written": "45%",
    "actual_qualifier": "exact", "basis": "measured", "gap": -5.0, "mark": "near", "status": "near", "stated_status": None,
    "disputed": False, "pillar_name": "Chính quyền số", "pillar": "CQ", "last_year": None, "last_period": None, "lacks": None, "comparable": True,
}  # fmt: skip
MISSED, NEAR, MET = {"mark": "missed", "gap": -20.0, "actual": 30.0}, {}, {"mark": "met", "gap": 0.0, "actual": 50.0}
STATED, LATE = {"mark": "stated", "basis": "stated", "actual": 50.0}, {"mark": "no_result", "has_result": False, "actual": None}
AHEAD = {**LATE, "mark": "not_due"}


def rows(*kinds, **other):
    """One row a kind, each of an indicator of its own."""
    made = [{**USUAL, "indicator_id": f"CQ.{place:02}", **kind, **other} for place, kind in enumerate(kinds)]
    return Rows(tuple(USUAL), [tuple(row[column] for column in USUAL) for row in made])


def year(*kinds, **other):
    about = {"name": "Tỉnh Hà Tĩnh", "year": 2022, "period": "newest", "level": "any", "targets": rows(*kinds), **other}
    return Overview(**about)


@pytest.mark.parametrize(
    ("kinds", "sentence"),
    [
        (
            [MISSED] * 5 + [NEAR] + [{**MET, "disputed": True}] + [STATED] * 14,
            "5 trong 21 mục tiêu chưa đạt, 1 gần đạt; 14 mục tiêu văn bản nói đã hoàn thành, không nêu số",
        ),
        ([MET] * 3, "cả 3 mục tiêu đều đạt theo số đo"),
        ([MET], "mục tiêu duy nhất đã đạt theo số đo"),
        ([{**MET, "actual": None}] * 2, "cả 2 mục tiêu đều đạt"),
        ([STATED] * 4, "cả 4 mục tiêu văn bản nói đã hoàn thành, không nêu số"),
        ([MISSED] * 28, "chưa mục tiêu nào trong 28 đạt"),
        ([MISSED], "mục tiêu duy nhất chưa đạt"),
        ([NEAR] * 2, "cả 2 mục tiêu đều mới gần đạt"),
        ([MISSED, MISSED, NEAR], "chưa mục tiêu nào trong 3 đạt: 2 chưa đạt, 1 gần đạt"),
        ([MISSED, MET, MET, LATE], "1 trong 4 mục tiêu chưa đạt, 2 đạt theo số đo, 1 chưa có số liệu"),
        ([MET, MET, STATED], "2 trong 3 mục tiêu đạt theo số đo; 1 mục tiêu văn bản nói đã hoàn thành, không nêu số"),
        (
            [MET, {**LATE, "has_result": True, "actual": 40.0, "comparable": False}],
            "1 trong 2 mục tiêu đạt theo số đo, 1 chưa so được với mục tiêu",
        ),
        ([MET, AHEAD], "1 trong 2 mục tiêu đạt theo số đo, 1 chưa đến hạn"),
    ],
)
def test_a_year_that_is_judged(kinds, sentence):
    assert say.headline(year(*kinds)) == f"Hà Tĩnh 2022: {sentence}"


def test_the_subject_names_the_level_and_the_year_of_an_older_target_and_keeps_the_kind_of_a_district():
    about = year(MISSED, MET, level="commune", year=2026, name="Huyện Đức Thọ")
    assert (
        say.headline(about)
        == "Huyện Đức Thọ 2026, cấp xã, so với mục tiêu năm 2022: 1 trong 2 mục tiêu chưa đạt, 1 đạt theo số đo"
    )


WAITING = [
    {"last_year": 2022, "last_period": "N", "lacks": True, "actual": 20.0, "required": 40.0, "target_low": 40.0, "gap": -20.0, "level": "commune"},
    {"last_year": 2022, "last_period": "N", "lacks": False, "actual": 60.0},
    {"last_year": 2022, "last_period": "N", "basis": "stated"},
    {"last_year": 2021, "last_period": "8T", "basis": "words", "actual": None},
    {"actual": None, "basis": None},
]  # fmt: skip


def test_a_year_without_results_is_a_verdict_on_what_is_known_from_earlier():
    about = year(*[LATE] * 5, waiting=rows(*WAITING, status="no_result"))
    assert say.headline(about) == (
        "Hà Tĩnh 2022: chưa mục tiêu nào trong 5 có kết quả, dù đã quá hạn; theo kết quả gần nhất: "
        "1 còn thiếu, 1 đã ngang mức, 1 văn bản nói đã hoàn thành, 1 chỉ có kết quả bằng lời, 1 chưa từng báo cáo"
    )
    assert (
        say.lead(about)
        == "Còn thiếu nhiều nhất so với chính mục tiêu: hồ sơ điện tử (cấp xã), 20% (2022) so với mục tiêu 40%, thiếu 20 điểm %."
    )


@pytest.mark.parametrize(
    ("kinds", "waiting", "status", "sentence"),
    [
        ([AHEAD] * 2, [WAITING[0], WAITING[4]], "not_due", "2 mục tiêu chưa đến hạn; theo kết quả gần nhất: 1 còn thiếu, 1 chưa từng báo cáo"),
        ([LATE] * 2, [WAITING[4]] * 2, "no_result", "chưa mục tiêu nào trong 2 có kết quả, dù đã quá hạn; chưa mục tiêu nào từng được báo cáo"),
        ([LATE], [WAITING[4]], "no_result", "mục tiêu duy nhất chưa có kết quả, dù đã quá hạn; mục tiêu này chưa từng báo cáo"),
        (
            [MISSED, STATED, *[LATE] * 3],
            [WAITING[0], WAITING[4], WAITING[4]],
            "no_result",
            "mới 2 trong 5 mục tiêu có kết quả để so (1 chưa đạt, 1 văn bản nói đã hoàn thành); "
            "theo kết quả gần nhất: 1 còn thiếu, 2 chưa từng báo cáo",
        ),
    ],
    ids=["not due", "never measured", "a lone one", "few results"],
)  # fmt: skip
def test_a_year_that_waits(kinds, waiting, status, sentence):
    assert say.headline(year(*kinds, waiting=rows(*waiting, status=status))) == f"Hà Tĩnh 2022: {sentence}"


def test_targets_that_have_a_result_and_are_not_due_yet_are_not_called_never_reported():
    assert say.headline(year(MET, *[AHEAD] * 3)) == (
        "Hà Tĩnh 2022: mới 1 trong 4 mục tiêu có kết quả để so (1 đạt), 3 chưa đến hạn"
    )


ON_THE_WAY = {**AHEAD, "has_result": True, "actual": 40.0, "period": "Q3"}


def on_the_way(*kinds, paces, **other):
    """A year whose day has not come, as its newest results tell; ``paces``: place, period, deviation, pace."""
    fields = ("indicator_id", "level", "period", "milestone", "deviation", "pace")
    told = [(f"CQ.{place:02}", "all", period, 45.0, deviation, pace) for place, period, deviation, pace in paces]
    return year(*kinds, paces=Rows(fields, told), **other)


def test_results_of_a_year_that_is_not_over_are_told_by_their_way_to_the_target_each_of_its_own_period():
    paces = [
        (1, "Q3", -12.5, "behind"),
        (2, "Q2", -4, "behind"),
        (3, "Q3", 1, "on_pace"),
        (3, "Q2", -9, "behind"),
        (0, "Q3", -7, "behind"),
    ]
    about = on_the_way(MET, ON_THE_WAY, ON_THE_WAY | {"period": "Q2"}, ON_THE_WAY, AHEAD, paces=paces)
    assert [about.state(row) for row in about.targets] == ["met", "behind", "behind", "on_pace", "not_due"]
    assert say.headline(about) == "Hà Tĩnh 2022: 2 trong 5 mục tiêu chậm tiến độ, 1 kịp tiến độ, 1 đạt theo số đo, 1 chưa đến hạn"
    assert say.lead(about) == "Chậm nhất: hồ sơ điện tử, 40%, kém mốc quý III/2022 12,5 điểm %."
    assert [(row.indicator_id, row.mark) for row in about.focus_rows] == [("CQ.01", "behind"), ("CQ.02", "behind")]
    assert say.focus(about) == "Việc cần tập trung: mục tiêu chậm tiến độ, chậm nhiều nhất đứng trước"


def test_a_distance_of_the_year_so_far_says_so_beside_the_quarters_own_result():
    about = on_the_way(MET, ON_THE_WAY, paces=[(1, "Q3", -12.5, "behind")])
    told = [(*row, 37.5) for row in about.targets]
    about = replace(about, targets=Rows((*about.targets.columns, "to_date"), told))
    assert say.lead(about) == "Chậm nhất: hồ sơ điện tử, 40%, lũy kế từ đầu năm 37,5%, kém mốc quý III/2022 12,5 điểm %."
    assert say.late_key(about.late) == " · ◆ số lũy kế từ đầu năm so với mốc (vạch)"
    assert say.late_key([row._replace(to_date=40.0) for row in about.late]) == " · ◆ so với mốc (vạch)" and say.late_key([]) == ""


def test_what_is_missed_comes_before_what_is_behind_and_few_results_are_counted_with_their_way():
    about = on_the_way(MISSED, ON_THE_WAY, paces=[(1, "Q3", -3, "behind")])
    assert say.headline(about) == "Hà Tĩnh 2022: chưa mục tiêu nào trong 2 đạt: 1 chưa đạt, 1 chậm tiến độ"
    assert [row.mark for row in about.focus_rows] == ["missed", "behind"]
    assert say.focus(about) == "Việc cần tập trung: mục tiêu chưa đạt, rồi mục tiêu chậm tiến độ"
    few = on_the_way(ON_THE_WAY, *[AHEAD] * 3, paces=[(0, "Q3", -3, "behind")])
    assert say.headline(few) == "Hà Tĩnh 2022: mới 1 trong 4 mục tiêu có kết quả để so (1 chậm tiến độ), 3 chưa đến hạn"


def test_a_year_with_results_only_says_that_nobody_set_a_target():
    about = year(results=rows(*[MET] * 59))
    assert say.headline(about) == "Hà Tĩnh 2022: trong kho chưa có mục tiêu nào của năm này; 59 kết quả đã báo cáo"
    assert say.lead(about) == ""


def test_what_is_met_is_set_against_what_the_document_says_of_it():
    lone = year({**MET, "disputed": True}, {**MISSED, "level": "commune", "short_name": "TTHC có DVC toàn trình"})
    assert say.lead(lone) == (
        "Chỉ một mục tiêu đạt theo số đo, và chính văn bản lại xếp nó là chưa đạt. "
        "Việc cần tập trung trước hết: thủ tục hành chính có dịch vụ công toàn trình (cấp xã)."
    )
    assert say.lead(year(MET, MET, {**MET, "disputed": True})) == (
        "3 mục tiêu đạt theo số đo, trong đó 1 mục tiêu chính văn bản lại xếp là chưa đạt."
    )
    assert say.lead(year(STATED, STATED)) == "Chưa mục tiêu nào đạt theo số đo."
    assert say.lead(year({**NEAR, "disputed": True})).startswith("1 mục tiêu văn bản xếp là đạt dù số đo chưa đạt.")
    assert say.lead(year(MET, MET)) == ""


def part(*kinds, paces=(), whole=12, **other):
    fields = ("indicator_id", "level", "period", "milestone", "deviation", "pace")
    paces = Rows(fields, [(f"CQ.{place:02}", "all", "Q3", 60.0, deviation, pace) for place, deviation, pace in paces])
    return Overview("Tỉnh Hà Tĩnh", 2026, "Q3", "any", rows(*kinds, year=2026, period="Q3", **{"target_year": 2026, "has_target": False, **other}),
                    whole=rows(*[LATE] * whole), paces=paces)  # fmt: skip


def test_a_quarter_names_its_period_and_counts_met_on_pace_and_behind():
    about = part(*[MET] * 3, *[AHEAD | {"has_result": True, "actual": 40.0}] * 7,
                 paces=[(3, 1, "on_pace"), (4, 1, "on_pace"), (5, 1, "on_pace"), (6, -3, "behind"), (7, -12.5, "behind"), (8, -4, "behind"), (9, -5, "behind")])  # fmt: skip
    assert (
        say.headline(about) == "Hà Tĩnh, quý III/2026: 3 trong 12 mục tiêu năm đã đạt, 3 kịp tiến độ, 4 chậm, 2 chưa có số liệu"
    )
    assert say.lead(about) == "Chậm nhất: hồ sơ điện tử, 40%, kém mốc quý III/2026 12,5 điểm %."


def test_a_quarter_in_which_nothing_is_met_says_so_without_a_zero():
    about = part(*[AHEAD | {"has_result": True, "actual": 40.0}] * 2, paces=[(0, -3, "behind"), (1, 1, "on_pace")], whole=2)
    assert say.headline(about) == "Hà Tĩnh, quý III/2026: chưa mục tiêu nào trong 2 đạt, 1 kịp tiến độ, 1 chậm"


def test_a_quarter_that_cannot_be_set_against_the_year_or_reports_little_says_what_it_reports():
    few = part(AHEAD | {"has_result": True, "actual": 40.0}, whole=12)
    assert say.headline(few) == (
        "Hà Tĩnh, quý III/2026: 1 kết quả đã báo cáo; 1 trong 12 mục tiêu năm có kết quả kỳ này, chưa so được với mục tiêu năm"
    )
    only = Overview("Tỉnh Hà Tĩnh", 2021, "8T", "any", rows(), results=rows(*[MET] * 6))
    assert say.headline(only) == "Hà Tĩnh, 8 tháng đầu năm 2021: 6 kết quả đã báo cáo, chưa kết quả nào có mục tiêu để so"


def test_a_quarter_against_an_older_target_names_its_year():
    about = part(MISSED, MET, whole=0, target_year=2025)
    assert say.headline(about).startswith(
        "Hà Tĩnh, quý III/2026, so với mục tiêu năm 2025: 1 trong 2 mục tiêu năm đã đạt, 1 chưa đạt"
    )


def test_targets_of_the_quarter_are_not_called_those_of_the_year():
    own, older = part(MET, MISSED, whole=0, has_target=True), part(MISSED, whole=0, target_year=2025)
    oldest = part(MISSED, whole=0, target_year=2023)
    assert say.headline(own) == "Hà Tĩnh, quý III/2026, so với mục tiêu của quý: 1 trong 2 mục tiêu của quý đã đạt, 1 chưa đạt"
    several = Rows(own.targets.columns, [*own.targets, *older.targets, *oldest.targets])
    assert say.subject(replace(own, targets=several)) == (
        "Hà Tĩnh, quý III/2026, so với mục tiêu của quý; 2 mục tiêu là của năm 2025, 2023"
    )
    assert say.target_word(replace(own, targets=several)) == "mục tiêu" and say.target_word(older) == "mục tiêu năm"


def test_what_few_results_say_of_a_waiting_year_comes_before_what_is_known_from_earlier():
    about = year(MISSED, *[LATE] * 3, waiting=rows(*[WAITING[0]] * 3, status="no_result"))
    assert about.mostly_waiting and say.focus_judged(about) == "Việc cần tập trung: mục tiêu chưa đạt"
    assert re.fullmatch(
        "Việc cần tập trung trước hết: hồ sơ điện tử.*\\. Còn thiếu nhiều nhất so với chính mục tiêu: .*", say.lead(about)
    )


def test_lower_is_better_is_said_in_the_right_direction():
    worse = {**WAITING[0], "lower_is_better": True, "unit_of_measure": "ngày", "target_op": "<=", "target_low": None, "target_high": 4.0, "required": 4.0, "actual": 9.0, "gap": 5.0}  # fmt: skip
    about = year(LATE, waiting=rows(worse, status="no_result"))
    assert say.lead(about).endswith("9 ngày (2022) so với mục tiêu tối đa 4 ngày, cao hơn mức tối đa 5 ngày.")


def of_pillars(**marks):
    """Targets of pillars: name -> marks."""
    return rows(*({"pillar_name": name, "mark": mark} for name, of_pillar in marks.items() for mark in of_pillar))


@pytest.mark.parametrize(
    ("marks", "sentence"),
    [
        ({"Một": ["missed"], "Mười": ["met"] * 3 + ["missed"] * 10}, "Một (1/1) chưa đạt mục tiêu nào; Mười 10/13 chưa đạt"),
        ({"A": ["missed", "met"], "B": ["missed"] + ["met"] * 3}, "A (1/2) yếu nhất; B 1/4 chưa đạt"),
        ({"A": ["missed", "missed"], "B": ["missed"], "C": ["stated"]}, "A (2/2), B (1/1) chưa đạt mục tiêu nào"),
        ({"A": ["met"], "B": ["no_result"]}, "Không nhóm nào có mục tiêu chưa đạt; B chưa có kết quả để so"),
        ({"A": ["no_result"], "B": ["not_due"]}, "Cả 2 nhóm chưa có kết quả để so"),
    ],
)
def test_the_weakest_pillar_is_the_one_with_the_largest_share_missed_and_both_numbers_are_said(marks, sentence):
    assert pillar_words.pillars(of_pillars(**marks)) == sentence


def test_a_pillar_whose_results_no_target_can_judge_is_not_called_one_without_results():
    assert pillar_words.pillars(of_pillars(A=["met"], B=["not_comparable", "unreported"])).endswith("B chưa có kết quả để so")
    assert pillar_words.pillar_count(of_pillars(B=["not_comparable", "unreported"])) == "2 chưa so được"


def test_pillars_stand_by_their_share_missed_with_their_number():
    ordered = pillar_words.by_need(
        of_pillars(Mười=["met"] * 3 + ["missed"] * 10, Một=["missed"], Nói=["stated"] * 5, Chờ=["no_result"])
    )
    assert [(name, pillar_words.pillar_count(group)) for name, group in ordered] == [
        ("Một", "1/1 chưa đạt"), ("Mười", "10/13 chưa đạt"), ("Chờ", "1 chưa có kết quả"), ("Nói", "0/5, không có số đo"),
    ]  # fmt: skip


def fresh(day, stated=False, *years, undated=(None, None, None)):
    return Rows(
        ("year", "results", "newest_day", "day_stated", "document", "undated_end", "undated_year", "undated_period"),
        [(year, 5, day, stated, "525/KH-UBND", *undated) for year in years or (2022,)],
    )


TODAY = date(2026, 11, 28)


def test_the_age_of_the_newest_figure_is_said_and_where_it_is_known_from():
    assert strip_words.freshness(fresh(date(2022, 12, 29)), TODAY) == (
        "Mọi số liệu đều đã cũ: mới nhất cách đây gần 3 năm 11 tháng", "(văn bản ngày 29/12/2022)",
    )  # fmt: skip
    assert strip_words.freshness(fresh(date(2026, 11, 16), True), TODAY) == (
        "Số liệu mới nhất cách đây 12 ngày",
        "(số liệu đến ngày 16/11/2026)",
    )
    assert strip_words.freshness(fresh(None), TODAY) == ("Không văn bản nào ghi ngày của số liệu.", "")
    assert strip_words.freshness(fresh(None)[:0], TODAY) == ("Chưa có kết quả nào.", "")
    assert strip_words.foot(fresh(date(2022, 12, 29)), TODAY) == "số liệu mới nhất cách đây gần 3 năm 11 tháng"
    assert strip_words.foot(fresh(date(2026, 11, 16)), TODAY) == "số liệu mới nhất cách đây 12 ngày"
    assert strip_words.foot(fresh(None), TODAY) == ""


def test_a_newer_result_without_a_day_is_told_by_its_period():
    last_year = (date(2025, 12, 31), 2025, "N")
    assert strip_words.freshness(fresh(date(2022, 12, 29), undated=last_year), TODAY) == (
        "Số liệu mới nhất là của năm 2025", "(hết kỳ cách đây gần 11 tháng, văn bản không ghi ngày)",
    )  # fmt: skip
    assert strip_words.freshness(fresh(None, undated=(date(2023, 9, 30), 2023, "Q3")), TODAY)[0] == (
        "Mọi số liệu đều đã cũ: mới nhất là của quý III/2023"
    )
    assert strip_words.foot(fresh(None, undated=last_year), TODAY) == "số liệu mới nhất là của năm 2025"
    assert strip_words.freshness(fresh(date(2026, 1, 5), undated=last_year), TODAY)[1] == "(văn bản ngày 05/01/2026)"


def test_what_is_overdue_and_what_is_newer_is_counted_by_year_and_period():
    late = rows(*[LATE] * 28, year=2023)
    both = Rows(late.columns, [*late, *rows(*[LATE] * 32, year=2025)])
    assert strip_words.overdue(both) == "60 mục tiêu của năm 2023, 2025 đã quá hạn, chưa có kết quả."
    assert strip_words.overdue(both[:0]) == ""
    assert strip_words.newer(SimpleNamespace(year=2026, period="Q3", results=12)) == "Đã có 12 kết quả của Quý III/2026"
    assert strip_words.newer(SimpleNamespace(year=2025, period="N", results=3)) == "Đã có 3 kết quả của năm 2025"


def test_years_without_results_are_named():
    assert strip_words.empty_years(fresh(None, False, 2021, 2022), TODAY) == "Từ 2023 đến nay chưa có kết quả nào"
    assert strip_words.empty_years(fresh(None, False, 2025), TODAY) == "Năm 2026 chưa có kết quả nào"
    assert strip_words.empty_years(fresh(None, False, 2026), TODAY) == "Kết quả đã báo cáo theo năm"


def test_abbreviations_are_written_out_and_misprints_marked():
    assert spelled("CB, CC, VC được tuyên truyền ATTT") == "cán bộ, công chức, viên chức được tuyên truyền an toàn thông tin"
    assert opening("TTHC có DVCTT") == "Thủ tục hành chính có dịch vụ công trực tuyến"
    assert inside("LGSP của tỉnh") == "LGSP của tỉnh" and inside("Hồ sơ") == "hồ sơ" and inside("DN số") == "doanh nghiệp số"
    assert (
        quoted("chưa đầu thầu thành công") == "“chưa đầu thầu [đấu thầu] thành công”" and quoted("đã đấu thầu") == "“đã đấu thầu”"
    )


def test_the_order_of_what_to_work_on_is_said_where_there_are_distances():
    waiting = rows({"last_year": 2022, "lacks": True, "gap": -5.0}, {"gap": None})
    late = year(LATE, LATE, waiting=waiting)
    assert say.focus(late) == "Từ kết quả gần nhất đến mục tiêu năm 2022, thiếu phần lớn nhất của mục tiêu đứng trước"
    assert (
        say.focus(year(LATE, LATE, waiting=rows({"last_year": 2022, "lacks": False, "gap": 0.0})))
        == "Từ kết quả gần nhất đến mục tiêu năm 2022"
    )
    assert say.focus(year(MISSED, NEAR)).endswith("thiếu nhiều nhất đứng trước")
    assert say.focus(year({**MISSED, "gap": None})) == "Việc cần tập trung: mục tiêu chưa đạt"


def test_what_a_part_of_the_year_says_nothing_of_is_missing_whatever_other_periods_say():
    quarter = {"year": 2026, "period": "Q3", "target_year": 2026}
    whole = rows({**MET, **quarter, "period": "N"}, {**MISSED, **quarter, "period": "N"})
    about = Overview(
        "Tỉnh Hà Tĩnh", 2026, "Q3", "any", rows({**AHEAD, **quarter, "has_result": True, "actual": 44.0}), whole=whole
    )
    (missing,) = about.missing
    assert (missing.indicator_id, missing.has_result, missing.actual, missing.mark) == ("CQ.01", False, None, "no_result")
    assert [about.state(row) for row in about.listed] == ["not_comparable", "unreported"]
    assert not year(MET, whole=whole).missing


@pytest.mark.parametrize(
    ("levels", "sentence"),
    [
        (
            [
                ("commune", MISSED),
                ("commune", MET),
                ("province", MISSED),
                ("province", MET),
                ("province", MET),
                ("district", STATED),
            ],
            "Cấp xã 1/2 mục tiêu chưa đạt, cấp tỉnh 1/3; cấp huyện không có mục tiêu chưa đạt",
        ),
        ([("all", MISSED)], "Toàn tỉnh 1/1 mục tiêu chưa đạt"),
        ([("province", LATE), ("all", LATE)], "2 mục tiêu theo cấp: cấp tỉnh 1, toàn tỉnh 1"),
    ],
)
def test_the_table_of_all_targets_has_a_finding_by_level(levels, sentence):
    assert say.by_level(rows(*({**kind, "level": level} for level, kind in levels)), "42") == sentence


def changed(*changes, unit="%", before=("Q2", 2026)):
    names = ("change", "unit_of_measure", "period", "year", "previous_period", "previous_year")
    return Rows(names, [(change, unit, "Q3", 2026, *before) for change in changes])


def test_changes_since_the_period_before_are_counted():
    assert strip_words.changes(changed(9.0, 6.0, -0.9)) == "So với quý II/2026: 2 tăng, 1 giảm"
    assert strip_words.changes(changed(0.0)) == "So với quý II/2026: 1 không đổi"
    mixed = Rows(changed().columns, [*changed(1.0), *changed(2.0, before=("Q1", 2026))])
    assert strip_words.changes(mixed) == "So với kỳ trước cùng loại: 2 tăng"
    assert strip_words.changes_shown(changed(9.0)) == "Điểm % · mức tăng và mức giảm lớn nhất · quý III/2026"


def test_results_without_a_target_have_a_finding():
    results = rows(MET, MET, {**MET, "pillar_name": "Hạ tầng số"})
    assert strip_words.results_by_pillar(results) == "3 kết quả thuộc 2 nhóm, nhiều nhất: Chính quyền số (2)"
    assert strip_words.without_target(results) == "3 kết quả chưa có mục tiêu, nhiều nhất: Chính quyền số (2)"
    assert strip_words.results_by_pillar(rows(MET)) == "1 kết quả, đều thuộc nhóm Chính quyền số"


def test_a_pillar_of_a_part_of_the_year_is_told_by_its_pace():
    late, fine, silent = {"mark": "behind"}, {"mark": "on_pace"}, {"mark": "unreported", "pillar_name": "Hạ tầng số"}
    assert pillar_words.pillars(rows(late, fine, silent)) == "Chính quyền số (1/2) chậm nhiều nhất"
    assert pillar_words.pillars(rows(fine, silent)) == "Không nhóm nào có mục tiêu chậm; Hạ tầng số chưa có kết quả để so"
    assert [pillar_words.pillar_count(rows(*kinds)) for kinds in ([late, fine], [silent], [fine])] == [
        "1/2 chậm",
        "1 chưa có kết quả",
        "0/1 chậm",
    ]
    assert (
        pillar_words.pillar_count(rows(MET), paced=True) == "0/1 chậm" and pillar_words.pillar_count(rows(MET)) == "0/1 chưa đạt"
    )


def test_what_fell_most_heads_its_screen():
    names = ("short_name", "level", *changed().columns)
    fell, rose = ("Hồ sơ điện tử", "commune", *changed(-0.9)[0]), ("Mạng LAN", "all", *changed(14.8)[0])
    assert (
        strip_words.most_changed(Rows(names, [rose, fell]), "42")
        == "Giảm nhiều nhất: hồ sơ điện tử (cấp xã), −0,9 điểm % so với quý II/2026"
    )
    assert (
        strip_words.most_changed(Rows(names, [rose]), "42")
        == "Tăng nhiều nhất: mạng LAN (toàn tỉnh), +14,8 điểm % so với quý II/2026"
    )

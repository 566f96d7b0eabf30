"""Tiles of the overview: changes to both sides of nought, signals word for word, names that explain themselves, a unit that ended."""

from datetime import date
from types import SimpleNamespace

import pytest

from components.text.origin.finding_marks import Marks
from components.text.overview.overview_period import Overview
from components.tiles import ended_unit
from components.tiles.indicator_names import indicator_name
from components.tiles.origin import finding_flags
from components.tiles.overview import change_box, signal_row
from queries.rows import Rows

CHANGE = {"indicator_id": "CQ.01", "short_name": "Hồ sơ điện tử", "level": "all", "unit_of_measure": "%", "change": 1.0}
TARGET = {"indicator_id": "CQ.01", "level": "all", "lower_is_better": False}


def rows(kind, *many):
    return Rows(tuple(kind), [tuple({**kind, **one}.values()) for one in many])


@pytest.fixture(autouse=True)
def nothing_open(monkeypatch):
    """No store is asked which figures are contradicted."""
    monkeypatch.setattr(finding_flags, "marks", lambda _: Marks(Rows((), [])))


def about(*many, targets=()):
    return Overview("Tỉnh", 2026, "Q3", "any", rows(TARGET, *targets), changes=rows(CHANGE, *many), unit_id="42")


def test_the_box_shows_the_largest_rises_and_falls_of_one_unit():
    many = [{"change": float(number)} for number in range(1, 9)] + [
        {"change": -2.0},
        {"change": 0.0},
        {"change": 900.0, "unit_of_measure": "người"},
    ]
    assert change_box.shown(about(*many).changes).values("change") == [8.0, 7.0, 6.0, 5.0, -2.0]
    assert change_box.shown(about({"change": 3.0, "unit_of_measure": "người"}).changes).values("change") == [3.0]
    assert change_box.changes(about({"change": 0.0})) == "" and change_box.changes(about()) == ""


def test_a_fall_stands_left_of_nought_and_what_moves_away_from_its_target_is_red():
    markup = change_box.changes(about({"change": 3.0}, {"change": -1.0, "level": "commune"}, targets=[{"level": "commune"}]))
    assert 'class="up" style="left:25.00%;width:75.00%"' in markup and 'class="down" style="left:0.00%;width:25.00%"' in markup
    assert '<b class="s-missed">−1 điểm %</b>' in markup and "<b>+3 điểm %</b>" in markup
    assert 'class="down"' not in change_box.changes(about({"change": -1.0}, targets=[{"lower_is_better": True}]))


def test_two_documents_that_differ_are_shown_word_for_word(monkeypatch):
    monkeypatch.setattr(signal_row, "indicator_links", lambda _: lambda code: f"?chi_tieu={code}")
    row = signal_row.SignalRow(
        "AT.07",
        "Hệ thống",
        "all",
        "%",
        2024,
        "N",
        80.0,
        "trên 80%",
        None,
        "KH 1",
        "Phần II",
        80.0,
        "đạt 80%",
        None,
        "KH 1",
        2024,
        "N",
    )
    found = Rows(row._fields, [row])
    told = signal_row.signal_list("conflicting", found, "75")
    assert "“trên 80%”" in told and "“đạt 80%”" in told and "nguyên văn" not in told
    assert "80%<small>nguyên văn: “trên 80%”" in signal_row.signal_list("fallen", found, "75")
    alone = Rows(row._fields, [row._replace(other_value=None, other_as_written=None)])
    assert "Đối chiếu" not in signal_row.signal_list("impossible", alone, "75")


def test_every_signal_has_a_name():
    assert set(signal_row.NAMES) == set(signal_row.SIGNALS)


def test_an_abbreviation_that_stays_in_a_name_is_explained():
    assert indicator_name("CSDL kết nối qua LGSP <x>").startswith('Cơ sở dữ liệu kết nối qua <abbr title="nền tảng tích hợp')
    assert indicator_name("a <x>") == "A &lt;x&gt;"


def test_a_district_that_ended_with_its_level_and_a_commune_that_was_merged_are_told():
    unit = SimpleNamespace(name="Huyện Đức Thọ", level="district", ended_on=date(2025, 7, 1))
    assert ended_unit.words(unit) == "Cấp huyện kết thúc từ ngày 01/07/2025; đây là số liệu của huyện Đức Thọ đến thời điểm đó."
    unit = SimpleNamespace(name="Xã A", level="commune", ended_on=date(2020, 1, 1))
    assert ended_unit.words(unit) == "Xã A không còn từ ngày 01/01/2020; đây là số liệu của xã A đến thời điểm đó."


def test_a_year_without_districts_says_who_answers_for_their_targets(monkeypatch):
    said = []
    monkeypatch.setattr(ended_unit.st, "html", said.append)
    rows = Rows(("level",), [("province",), ("district",)])
    ended_unit.districts(rows, 2024)
    ended_unit.districts(rows[:1], 2025)
    assert said == []
    ended_unit.districts(rows, 2025)
    assert "nay hỏi cơ quan của tỉnh đã giao" in said[0]

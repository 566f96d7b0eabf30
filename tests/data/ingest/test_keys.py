"""Whose figure a row brings: indicators by code, units by code or name as they were then, never by similarity."""

from __future__ import annotations

import csv
from datetime import date
from difflib import get_close_matches
from pathlib import Path

import pytest

from data.ingest.parsing.lookups import Catalogue
from data.ingest.parsing.unit_names import key
from data.ingest.parsing.values import Unreadable
from tests.data.ingest.sample_files import book, codes_and_places, figures, judged, lines, unresolved

SEED = Path(__file__).parents[3] / "data" / "seed"
YEAR_2022 = (date(2022, 1, 1), date(2022, 12, 31))
YEAR_2026 = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.fixture(scope="module")
def units(store):
    return store.inside(Catalogue).units


def new_seed_store():
    with (SEED / "units.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("42", "42"), ("440", "440"), ("18229", "18229"),
        ("Huyện Đức Thọ", "440"), ("huyện đức thọ", "440"), ("HUYỆN ĐỨC THỌ", "440"), ("H. Đức Thọ", "440"), ("H.Đức Thọ", "440"),
        ("UBND huyện Đức Thọ", "440"), ("Ủy ban nhân dân huyện Đức Thọ", "440"), ("Uỷ ban nhân dân huyện Đức Thọ", "440"),
        ("Tỉnh Hà Tĩnh", "42"), ("tỉnh Hà Tĩnh", "42"), ("Thành phố Hà Tĩnh", "436"), ("TP Hà Tĩnh", "436"), ("TP. HÀ TĨNH", "436"), ("T.P Hà Tĩnh", "436"),
        ("TX Kỳ Anh", "449"), ("TX. Kỳ Anh", "449"), ("T.X Kỳ Anh", "449"), ("thị xã Kỳ Anh", "449"), ("H. Kỳ Anh", "447"), ("Huyện Kỳ Anh", "447"),
        ("Nghi Xuân", "442"), ("TT Đức Thọ", "18229"), ("Thị trấn Đức Thọ", "18229"), ("TT. Đức Thọ", "18229"),
        ("Xã Hòa Lạc", "18280"), ("Xã Hoà Lạc", "18280"), ("X. Hòa Lạc", "18280"), ("xã hoà lạc", "18280"), ("Hoà Lạc", "18280"),
        ("Xã Lâm Trung Thuỷ", "18277"), ("Lâm Trung Thủy", "18277"), ("P. Đại Nài", "18082"), ("Phường Đại Nài", "18082"),
    ],
)  # fmt: skip
def test_a_unit_is_found_by_code_or_name_with_or_without_prefix(units, text, code):
    assert units.find(text, *YEAR_2022).code == code


def test_strange_letters_and_blanks_are_cleaned_before_a_unit_is_sought(store):
    rows = [{"don_vi": name, "cap": "huyen", "nam": str(2019 + index), "ket_qua": "40"} for index, name in enumerate((
        "Huyện \u00d0ức Thọ", "Huyện\u00a0Đức\u00a0Thọ", "Huye\u0323\u0302n Đu\u031b\u0301c Tho\u0323", " Huyện  Đức Thọ\u200b"))]  # fmt: skip
    assert unresolved(judged(store, figures(*rows))) == []


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kỳ Anh", "unit_ambiguous"), ("Hà Tĩnh", "unit_ambiguous"), ("Bình An", "unit_ambiguous"), ("Xã Bình An", "unit_ambiguous"),
        ("Đức Tho", "unit_unknown"), ("Duc Tho", "unit_unknown"), ("Huyện Đức Thô", "unit_unknown"), ("Xã Đức Thọ", "unit_not_yet"),
        ("Tỉnh Đức Thọ", "unit_unknown"), ("4400", "unit_unknown"), ("042", "unit_unknown"), ("Huyện", "unit_unknown"), ("Hòa", "unit_unknown"),
        ("Sở Thông tin và Truyền thông", "unit_unknown"),
    ],
)  # fmt: skip
def test_what_is_no_name_or_several_is_refused(units, text, code):
    with pytest.raises(Unreadable) as refused:
        units.find(text, *YEAR_2022)
    assert refused.value.code == code


@pytest.mark.parametrize(
    "office", ["Sở Thông tin và Truyền thông", "Sở KH&CN", "Phòng Văn hóa - Xã hội", "Ban Dân tộc", "Công an tỉnh"]
)
def test_a_department_is_told_that_it_is_no_territory_and_never_answered_with_wards(units, office):
    with pytest.raises(Unreadable) as refused:
        units.find(office, *YEAR_2022)
    assert refused.value.args_of["nearest"].startswith("Đây là cơ quan, không phải đơn vị hành chính")
    assert refused.value.args_of["proposal"] is None


def test_a_zero_too_many_is_told_and_not_dropped(units):
    with pytest.raises(Unreadable) as refused:
        units.find("00440", *YEAR_2022)
    assert refused.value.args_of["nearest"] == "Có phải mã 440?"


def test_the_two_ky_anh_are_named_with_codes(units):
    with pytest.raises(Unreadable) as refused:
        units.find("Kỳ Anh", *YEAR_2022)
    assert refused.value.args_of["choices"] == "Huyện Kỳ Anh (Tỉnh Hà Tĩnh, mã 447); Thị xã Kỳ Anh (Tỉnh Hà Tĩnh, mã 449)"


@pytest.mark.parametrize(
    ("text", "successors"),
    [
        ("Phường Đại Nài", "Số liệu từ ngày đó ghi cho: Phường Thành Sen (mã 18073); Phường Hà Huy Tập (mã 18652)."),
        ("Huyện Đức Thọ", "Cấp huyện đã thôi: số liệu từ ngày đó ghi cho tỉnh hoặc cho từng xã, phường."),
    ],
)
def test_a_unit_that_has_ended_is_refused_with_its_successors(units, text, successors):
    with pytest.raises(Unreadable) as refused:
        units.find(text, *YEAR_2026)
    assert (refused.value.code, refused.value.args_of["ended"]) == ("unit_ended", "01/07/2025")
    assert refused.value.args_of["successors"] == successors


def test_loc_ha_ended_earlier_and_a_year_in_which_a_unit_ends_is_still_its_own(units):
    assert units.find("Huyện Lộc Hà", date(2024, 1, 1), date(2024, 12, 31)).code == "448"
    with pytest.raises(Unreadable) as refused:
        units.find("Huyện Lộc Hà", date(2025, 1, 1), date(2025, 12, 31))
    assert (refused.value.code, refused.value.args_of["ended"]) == ("unit_ended", "01/01/2025")
    assert "Huyện Thạch Hà (mã 445)" in refused.value.args_of["successors"]
    assert units.find("Huyện Đức Thọ", date(2025, 1, 1), date(2025, 12, 31)).code == "440"
    with pytest.raises(Unreadable):
        units.find("Huyện Đức Thọ", date(2025, 7, 1), date(2025, 9, 30))


def test_a_unit_that_was_not_there_yet_is_refused_with_its_origins(units):
    with pytest.raises(Unreadable) as refused:
        units.find("Xã Kỳ Anh", *YEAR_2022)
    assert refused.value.code == "unit_not_yet" and "Thị trấn Kỳ Đồng (mã 18775)" in refused.value.args_of["predecessors"]


def test_no_former_commune_is_ever_taken_for_a_present_one_that_only_sounds_like_it(units):
    former = [unit for unit in new_seed_store() if unit["cap"] == "xa" and unit["ma_tinh"] == "42" and unit["hieu_luc_tu"] <= "2022-12-31"
              and (not unit["hieu_luc_den"] or unit["hieu_luc_den"] > "2022-12-31")]  # fmt: skip
    present = {unit["ten"] for unit in new_seed_store() if unit["cap"] == "xa" and not unit["hieu_luc_den"]}
    assert len(former) == 216
    alike = 0
    for unit in former:
        alike += bool(get_close_matches(unit["ten"], present, n=1, cutoff=0.85))
        for text in (unit["ten"], unit["ten"].split(None, 2 if unit["loai"] == "thị trấn" else 1)[-1]):
            try:
                state = units.find(text, *YEAR_2026)
            except Unreadable as refused:
                assert refused.code in ("unit_ended", "unit_ambiguous", "unit_unknown"), text
                continue
            bare = state.name.removeprefix("Xã ").removeprefix("Phường ")
            assert key(text) in (key(state.name), key(bare)), (text, state.name)
    assert alike > 20  # similarity would have offered that many


def test_every_name_of_the_lists_finds_its_unit_or_is_said_to_be_shared(units):
    wholly = 0
    for unit in new_seed_store():
        begins = date.fromisoformat(unit["hieu_luc_tu"])
        try:
            state = units.find(unit["ten"], begins, begins)
        except Unreadable as refused:
            assert refused.code == "unit_ambiguous" and unit["ma_don_vi"] in refused.args_of["choices"], unit
            continue
        assert state.code == unit["ma_don_vi"], unit
        assert units.find(unit["ma_don_vi"], begins, begins).name == unit["ten"]
        wholly += 1
    assert wholly > 600


def test_codes_of_indicators_are_text(store):
    good = judged(store, figures({"ma_chi_tieu": "cq.06", "ket_qua": "69"}))
    assert unresolved(good) == []
    bad = judged(store, figures({"ma_chi_tieu": "CQ.6", "ket_qua": "1"}, {"ma_chi_tieu": "CQ.060", "ket_qua": "1"}, {"ma_chi_tieu": "CQ06", "ket_qua": "1"}, {"ma_chi_tieu": "06", "ket_qua": "1"}))  # fmt: skip
    assert codes_and_places(bad) == [("indicator_unknown", (row,), "A") for row in (2, 3, 4, 5)]
    assert all("CQ.06" in finding.text() for finding in bad[:3])
    assert codes_and_places(judged(store, book(lines({"ma_chi_tieu": 1.1, "ket_qua": 1})))) == [("code_is_number", (2,), "A")]
    whole = judged(store, book(lines({"don_vi": 42, "nam": 2023, "ket_qua": 69})))
    assert unresolved(whole) == []


def test_levels_periods_years_and_duplicates_are_judged_row_by_row(store):
    rows = [
        {"cap": "Cấp tỉnh", "ky": "cả năm", "nam": "Năm 2023", "ket_qua": "60"},
        {"cap": "HUYỆN", "don_vi": "440", "ky": "Quý II", "ket_qua": "60"},
        {"cap": "xa", "don_vi": "440", "ket_qua": "50"},
        {"cap": "tinh", "don_vi": "440", "ket_qua": "50"},
        {"cap": "huyen", "don_vi": "18229", "ket_qua": "50"},
        {"cap": "tinh", "ky": "T13", "ket_qua": "50"},
        {"cap": "tinh", "nam": "20 23", "ket_qua": "50"},
        {"cap": "tinh", "nam": "2024", "ket_qua": "50"},
        {"cap": "tinh", "nam": "2024", "ket_qua": "51"},
    ]
    assert unresolved(judged(store, figures(*rows))) == [
        ("level_above_unit", (5,), "B"), ("level_above_unit", (6,), "B"), ("not_a_period", (7,), "E"), ("not_a_year", (8,), "D"), ("row_twice", (9,), ""),
    ]  # fmt: skip

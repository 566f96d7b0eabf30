"""Territories side by side, as a session sees it."""

import re

import pytest

from components.text.units import comparison_facts
from queries import reads
from tests.pages.app_session import opening, said, well

COMPARE, INDICATOR = "pages/units/compare.py", "pages/leaders/indicator.py"
FOUR_PAIRS = {("CQ.14", "CQ.29"), ("CQ.07", "CQ.32"), ("CQ.15", "CQ.33"), ("NL.02", "NL.08")}


@pytest.fixture(scope="module")
def page(new_seed_file):
    """Opens the page by a link."""
    with opening(COMPARE, new_seed_file()) as opened:
        yield opened


def test_ha_tinh_and_dong_nai_share_two_indicators_each_figure_with_its_year(page):
    text = said(page(so_voi="75"))
    assert "Hà Tĩnh và Đồng Nai chỉ có 2 chỉ tiêu chung, chưa bên nào có kết quả bằng số để so sánh" in text
    assert re.search(r"\d+ chỉ tiêu chính chỉ có ở Hà Tĩnh, \d+ chỉ có ở Đồng Nai", text)
    assert "mục tiêu 80% (năm 2023)" in text and "mục tiêu 50% (năm 2024)" in text and "525/KH-UBND, Phần II.II.2.b" in text
    assert "“chưa sẵn sàng đáp ứng đến từng hộ gia đình”" in text and "kết quả của năm 2021" in text


def test_a_bare_link_opens_another_province_and_stays_bare(page):
    at = page()
    assert at.selectbox(key="so_voi_0").value == "75" and "so_voi" not in at.query_params


def test_up_to_three_more_are_added_and_taken_out_by_their_boxes(page):
    at = page(so_voi="75")
    well(at.selectbox(key="so_voi_1").set_value("440").run())
    assert at.query_params["so_voi"] in ("75,440", ["75,440"])
    assert "Hà Tĩnh, Đồng Nai và huyện Đức Thọ" in said(at)
    well(at.selectbox(key="so_voi_0").set_value("").run())
    assert at.query_params["so_voi"] in ("440", ["440"]) and "Hà Tĩnh và huyện Đức Thọ chỉ có" in said(at)


def test_nobody_to_compare_with_is_said(page):
    assert "Chưa chọn địa bàn nào để so sánh với tỉnh Hà Tĩnh." in said(page(so_voi=""))


def test_an_unknown_territory_is_told_and_the_others_are_compared(page):
    text = said(page(so_voi="75,99"))
    assert "Không có địa bàn “99”" in text and "Hà Tĩnh và Đồng Nai chỉ có" in text


def side_by_side(store, *codes):
    """What provinces have, and the pairs of it that look alike."""
    of_units = {code: reads.compared_figure_list(store, province_code=code, unit_id=code) for code in codes}
    return comparison_facts.compared(of_units), comparison_facts.near(reads.near_indicator_list(store), of_units)


def test_the_catalogue_keeps_four_known_pairs_apart_and_says_why(store):
    _, pairs = side_by_side(store, "42", "75")
    noted = {(pair.indicator_id, pair.other_id): pair for pair in pairs if pair.noted}
    assert noted.keys() >= FOUR_PAIRS
    for pair in pairs:
        assert pair.definition and pair.other_definition
    assert [pair.noted for pair in pairs] == sorted((pair.noted for pair in pairs), reverse=True)


def test_like_names_that_both_have_are_no_pair(store):
    figures, pairs = side_by_side(store, "42", "75")
    shared = {row.indicator_id for row in figures if row.sharing == 2}
    assert shared == {"CQ.12", "HT.30"}
    for pair in pairs:
        assert not {pair.indicator_id, pair.other_id} & shared


def test_the_pairs_turn_round_with_the_territories(store):
    (_, one), (_, other) = side_by_side(store, "42", "75"), side_by_side(store, "75", "42")
    assert {(pair.indicator_id, pair.other_id) for pair in one} == {(pair.other_id, pair.indicator_id) for pair in other}


def test_more_territories_than_can_be_compared_are_named(page):
    text = said(page(so_voi="75,440,436,437,439"))
    assert re.search(r"Chỉ so sánh được tối đa 4 địa bàn một lúc; không xem: \w+ [^,<]+, \w+ [^,<]+\.</p>", text)
    assert "Chỉ so sánh được" not in said(page(so_voi="75,440,436"))


def test_each_territory_and_document_has_a_source_line_of_its_own(page):
    text = said(page(so_voi="75"))
    assert "Nguồn, Hà Tĩnh: 424/QĐ-UBND, Phần I.II.4.1.a · văn bản ngày 18/02/2022" in text
    assert "Nguồn, Hà Tĩnh: 525/KH-UBND, Phần II.II.2.b</p>" in text and "Nguồn, Đồng Nai: Kế hoạch năm 2024" in text


def test_an_indicator_stands_beside_that_of_another_territory_on_its_own_page(page):
    at = page(INDICATOR, chi_tieu="CQ.12", so_voi="75")
    text = said(at)
    assert "mục tiêu 80% (năm 2023)" in text and "mục tiêu 50% (năm 2024)" in text
    assert "Nguồn, Đồng Nai" in text and "Nguồn, Hà Tĩnh" in text and at.query_params["so_voi"] in ("75", ["75"])


def test_an_indicator_is_compared_with_nobody_by_itself_and_a_territory_without_it_is_named(page):
    at = page(INDICATOR, chi_tieu="CQ.06")
    assert "Nguồn, Đồng Nai" not in said(at) and "Không có số liệu của chỉ tiêu này:" not in said(at)
    well(at.selectbox(key="so_voi_0").set_value("75").run())
    assert "Không có số liệu của chỉ tiêu này: Tỉnh Đồng Nai." in said(at)

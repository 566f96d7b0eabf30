"""Who has reported, as a session sees it."""

from datetime import date

import pytest

from queries.clock import on_day
from tests.pages.app_session import opening, said

PAGE = "pages/tasks/reporting.py"


@pytest.fixture(scope="module")
def page(new_seed_file):
    """Opens the page by a link, on 28/11/2026."""
    with opening(PAGE, new_seed_file()) as opened, on_day(date(2026, 11, 28)):
        yield opened


def test_it_opens_on_the_last_period_whose_day_has_passed(page):
    text = said(page())
    assert "Quý III/2026: chưa đơn vị nào trong 69 đơn vị cấp xã báo cáo, quá hạn 80 ngày" in text
    assert "Hạn báo cáo: 09/09/2026 (525/KH-UBND, Phần VII; đặt từ năm 2023)" in text and "Phường Bắc Hồng Lĩnh" in text


def test_a_period_that_is_not_over_misses_nothing(page):
    text = said(page(ky="Q4"))
    assert "Quý IV/2026: chưa đơn vị nào trong 69 đơn vị cấp xã báo cáo, còn 11 ngày" in text


def test_the_level_is_offered_while_there_are_such_units(page):
    assert "Quý IV/2023: chưa đơn vị nào trong 13 đơn vị cấp huyện báo cáo" in said(page(nam="2023", cap_bao_cao="district"))
    text = said(page(nam="2026", cap_bao_cao="district"))
    assert "13 đơn vị cấp huyện" not in text


def test_by_the_governments_deadline(page):
    assert "Hạn báo cáo: 25/09/2026 (09/2019/NĐ-CP, Điều 13; đặt từ năm 2019)" in said(page(han="09/2019/NĐ-CP", ky="Q3"))


def test_a_province_without_deadlines_says_what_is_not_there(page):
    assert "không có số liệu nào mà đơn vị cấp xã phải báo cáo định kỳ" in said(page(dia_ban="75"))

"""Tasks, money and why a target is not met, as a session sees them."""

from datetime import date

import pytest

import components.store.store_access
from queries.clock import on_day
from tests.pages.app_session import new_session, said, well

TASKS, BUDGET, WHY = "pages/tasks/tasks.py", "pages/tasks/budget.py", "pages/tasks/why.py"


@pytest.fixture(scope="module")
def page(new_seed_file):
    """Opens a page by a link, on 28/11/2026."""
    components.store.store_access.close_all()

    def opened(path, **link):
        at = well(new_session().run())
        at.switch_page(path)
        at.query_params.update(link)
        return said(well(at.run()))

    with pytest.MonkeyPatch.context() as patch, on_day(date(2026, 11, 28)):
        patch.setenv("DATA_URL", str(new_seed_file()))
        yield opened
        components.store.store_access.close_all()


def test_tasks_open_on_the_report_of_progress_the_worst_first(page):
    text = page(TASKS)
    assert "11 trong 20 nhiệm vụ chưa làm hoặc còn ở khâu chuẩn bị, theo Báo cáo Quý II/2022" in text
    assert "Tiến độ mới nhất được nêu: 30/06/2022" in text
    assert text.index("một cửa liên thông cấp xã") < text.index("mạng truyền số liệu chuyên dùng cấp II toàn tỉnh")
    assert "quá hạn gần 11 tháng" in text and "60.000" in text and "theo 424/QĐ-UBND" in text


def test_tasks_are_narrowed_by_document_agency_state_and_words(page):
    assert "theo 424/QĐ-UBND" in page(TASKS, van_ban="424/QĐ-UBND")
    text = page(TASKS, van_ban="424/QĐ-UBND", chu_tri="Sở Nội vụ")
    assert "1 nhiệm vụ, chậm nhất đứng trước" in text and "số hồ sơ cán bộ" not in text
    assert "2 nhiệm vụ, chậm nhất đứng trước" in page(TASKS, trang_thai="not_started")
    assert "1 nhiệm vụ, chậm nhất đứng trước" in page(TASKS, viec="LGSP")


def test_a_row_lost_with_a_page_of_the_scan_says_so(page):
    assert page(TASKS, van_ban="525/KH-UBND").count("(dòng bị mất ở trang quét)") == 3


def test_money_stands_with_both_tables_of_the_scheme_and_their_difference(page):
    text = page(BUDGET)
    assert "424/QĐ-UBND dự tính 1.410.498 triệu đồng" in text and "nhưng Phụ lục 7 ghi 1.438.798: hơn 28.300" in text
    assert "10.800" in text and "trung ương 60.500, địa phương 136.600, ODA và khác 45.500" in text
    assert "Cộng lại không khớp" in text and "−28.300" in text
    assert "95.200" in page(BUDGET, van_ban="525/KH-UBND")


def test_why_an_indicator_is_missed_tells_tasks_money_and_remarks(page):
    text = page(WHY, chi_tieu="HT.01")
    assert "chưa đạt ở cấp xã (2022)" in text and "3 nhiệm vụ đi kèm" in text
    assert "Đang trình phê duyệt KH lựa chọn nhà thầu" in text and "15.000" in text
    assert "Nguyên nhân" in text and "nêu chung" in text


def test_an_indicator_without_a_task_says_that_no_document_names_one(page):
    assert "không văn bản nào nêu nhiệm vụ nhằm vào chỉ tiêu này" in page(WHY, chi_tieu="CQ.07")


@pytest.mark.parametrize("path", [TASKS, BUDGET])
def test_a_territory_without_tasks_says_so(page, path):
    assert "Chưa văn bản nào của" in page(path, dia_ban="75-202507") or "Chưa văn bản nào của" in page(path, dia_ban="75")

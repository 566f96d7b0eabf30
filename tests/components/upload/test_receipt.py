"""The way from a receipt to the screen on which leaders see what was just saved."""

from types import SimpleNamespace

import pytest

from components.upload import history


@pytest.mark.parametrize(
    ("period", "href", "words"),
    [("N", "./?dia_ban=42&amp;nam=2026", "năm 2026"), ("Q3", "./?dia_ban=42&amp;nam=2026&amp;ky=Q3", "quý III năm 2026")],
)
def test_a_receipt_leads_to_the_overview_of_the_year_and_the_period(period, href, words):
    row = SimpleNamespace(
        year=2026,
        period=period,
        change="new",
        unit_id="42",
        unit_name="Tỉnh Hà Tĩnh",
        level="all",
        indicator_id="CQ.06",
        indicator_name="Hồ sơ",
    )
    way = str(history._way_to(SimpleNamespace(changes=[row])))
    assert f'href="{href}"' in way and f"Xem tổng quan {words} của Tỉnh Hà Tĩnh" in way


def test_a_newer_seed_stands_in_the_history_with_words_of_its_own():
    first = SimpleNamespace(kind="seed", upload_id=1, file_name="data/seed")
    later = SimpleNamespace(kind="seed", upload_id=7, file_name="Số liệu gốc của phiên bản 1.4.0")
    assert history._file(first)[0] == "Số liệu gốc của năm văn bản"
    name, below = history._file(later)
    assert name == later.file_name and "giữ những gì người dùng đã nạp" in str(below)

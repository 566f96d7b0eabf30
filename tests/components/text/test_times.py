"""Periods, days and ages in Vietnamese."""

from datetime import date

import pytest

from components.text import times
from data.vietnamese.text import fold


@pytest.mark.parametrize(
    ("code", "expected", "short"),
    [
        ("N", "Năm 2022", "2022"),
        ("Q2", "Quý II năm 2022", "Q.II/2022"),
        ("9T", "9 tháng đầu năm 2022", "9T/2022"),
        ("T8", "Tháng 8 năm 2022", "T8/2022"),
    ],
)
def test_a_period_is_named(code, expected, short):
    assert times.period(code, 2022) == expected and times.tick(code, 2022) == short


def test_days_years_and_folding():
    assert times.day(date(2022, 12, 29)) == "29/12/2022" and times.day(None) == "–"
    assert times.years([2030, 2022]) == "2022–2030" and times.years([2025]) == "2025"
    assert fold("Hồ sơ Điện tử ĐỨC THỌ") == "ho so dien tu duc tho"


@pytest.mark.parametrize(
    ("since", "until", "text"),
    [
        (date(2022, 12, 29), date(2026, 11, 28), "gần 3 năm 11 tháng"),
        (date(2022, 12, 29), date(2026, 11, 29), "3 năm 11 tháng"),
        (date(2022, 12, 29), date(2026, 12, 10), "hơn 3 năm 11 tháng"),
        (date(2021, 11, 28), date(2026, 11, 28), "5 năm"),
        (date(2026, 11, 1), date(2026, 11, 28), "27 ngày"),
        (date(2024, 2, 29), date(2025, 2, 28), "1 năm"),
    ],
)
def test_an_age_in_words(since, until, text):
    assert times.age(since, until) == text

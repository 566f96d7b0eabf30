"""Text cells become values, or a Vietnamese sentence about what was expected."""

from datetime import date
from decimal import Decimal

import pytest

from data.ingest import values


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("69,3", "69.3"),
        ("1.410.498", "1410498"),
        ("1410498", "1410498"),
        ("95.200,5", "95200.5"),
        ("0", "0"),
        ("-5", "-5"),
        ("−5,25", "-5.25"),
    ],
)
def test_a_vietnamese_number_is_read(text, expected):
    assert values.number(text) == Decimal(expected)


@pytest.mark.parametrize("text", ["1.410", "69.3", "1,410,498", "trên 50", "16/16", "5%", "1e3", "١", " 5", "12.34.567"])
def test_what_is_no_clear_number_is_refused(text):
    with pytest.raises(ValueError, match="con số"):
        values.number(text)


def test_blank_cells_are_none():
    assert values.number("") is None and values.day("") is None and values.whole("") is None


@pytest.mark.parametrize(
    ("text", "expected"), [("29/12/2022", date(2022, 12, 29)), ("2/6/2022", date(2022, 6, 2)), ("2022-06-02", date(2022, 6, 2))]
)
def test_a_date_is_read_as_written_in_viet_nam(text, expected):
    assert values.day(text) == expected


@pytest.mark.parametrize("text", ["31/2/2022", "24/8/222", "23/6/20/20", "06//01/2021", "2022-13-01", "29.12.2022"])
def test_a_date_that_never_was_is_refused(text):
    with pytest.raises(ValueError, match="ngày có thật"):
        values.day(text)


@pytest.mark.parametrize(
    ("text", "well"),
    [
        ("N", True),
        ("6T", True),
        ("Q4", True),
        ("T12", True),
        ("Q5", False),
        ("13T", False),
        ("T0", False),
        ("1T", False),
        ("n", False),
    ],
)
def test_periods(text, well):
    if well:
        assert values.period(text) == text
    else:
        with pytest.raises(ValueError, match="kỳ"):
            values.period(text)


@pytest.mark.parametrize("text", ["2203", "1999", "", "20x2"])
def test_an_impossible_year_is_refused(text):
    with pytest.raises(ValueError, match="năm|số nguyên"):
        values.year(text)

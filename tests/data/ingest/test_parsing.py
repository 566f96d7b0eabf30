"""Text cells become values, or a Vietnamese sentence about what was expected."""

from datetime import date
from decimal import Decimal

import pytest

from data.ingest.findings.sentences import FINDINGS
from data.ingest.parsing import values
from data.ingest.parsing.values import Unreadable
from data.vietnamese import numbers


def sentence_of(reader, text):
    """The catalogue's sentence for the refusal of a text; fails when the text is read."""
    with pytest.raises(Unreadable) as refused:
        reader(text)
    return FINDINGS[refused.value.code].text


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


@pytest.mark.parametrize(
    "text", ["69.3", "1,410,498", "trên 50", "16/16", "5%", "1e3", "١", " 5", "12.34.567", "1.41", "--5", "5,", ",5"]
)
def test_what_is_no_clear_number_is_refused(text):
    assert "con số" in sentence_of(values.number, text)


@pytest.mark.parametrize("text", ["1.410", "69,300", "1,410", "-1.410"])
def test_three_digits_behind_one_separator_are_left_open_for_the_column_and_the_indicator_to_settle(text):
    assert numbers.style_of(text) == "either"
    assert not numbers.evidence([text])
    assert numbers.read(text, "vi") != numbers.read(text, "en")


def test_blank_cells_are_none():
    assert values.number("") is None and values.day("") is None and values.whole("") is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("29/12/2022", date(2022, 12, 29)),
        ("2/6/2022", date(2022, 6, 2)),
        ("2022-06-02", date(2022, 6, 2)),
        ("29.12.2022", date(2022, 12, 29)),
        ("29-12-2022", date(2022, 12, 29)),
        ("ngày 2/6/2022", date(2022, 6, 2)),
    ],
)
def test_a_date_is_read_as_written_in_viet_nam(text, expected):
    assert values.day(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "31/2/2022",
        "24/8/222",
        "23/6/20/20",
        "06//01/2021",
        "2022-13-01",
        "29/12-2022",
        "12/2022",
        "0/1/2022",
        "29/12/9999",
        "hôm nay",
    ],
)
def test_a_date_that_never_was_is_refused(text):
    assert "ngày có thật" in sentence_of(values.day, text)


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
        ("0T", False),
        ("12T", False),
        ("Q", False),
        ("Quý V", False),
        ("2023", False),
        ("Q1-Q2", False),
    ],
)
def test_periods(text, well):
    if well:
        assert values.period(text) == text
    else:
        assert "kỳ" in sentence_of(values.period, text)


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("n", "N"),
        ("Năm", "N"),
        ("cả năm", "N"),
        ("Quý II", "Q2"),
        ("quý 4", "Q4"),
        ("6 tháng", "6T"),
        ("6 tháng đầu năm", "6T"),
        ("Tháng 3", "T3"),
        ("T03", "T3"),
        ("t12", "T12"),
    ],
)
def test_a_period_may_be_said_as_people_say_it(text, meant):
    assert values.period(text) == meant


@pytest.mark.parametrize("text", ["2203", "1999", "20x2", "2051", "23", "2023.0", "-2023"])
def test_an_impossible_year_is_refused(text):
    assert "năm" in sentence_of(values.year, text)


def test_a_blank_year_is_none_and_the_needed_columns_refuse_it():
    assert values.year("") is None and values.period("") is None
    assert "để trống" in FINDINGS["needed"].text

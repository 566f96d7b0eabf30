"""Where figures stand: the line of sources and the day that is known."""

from datetime import date

import pytest

from components.text import citations
from queries.rows import Rows


def reported(*days):
    """Rows of one document with (day, stated) each."""
    columns = ("target_document", "target_locator", "actual_document", "actual_locator", "as_of", "as_of_stated")
    return Rows(columns, [(None, None, "525/KH-UBND", "Phần I.I", day, stated) for day, stated in days])


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        (reported((date(2022, 12, 29), False)), "Nguồn: 525/KH-UBND, Phần I.I · văn bản ngày 29/12/2022"),
        (
            reported((date(2022, 12, 29), False), (date(2022, 12, 10), True)),
            "Nguồn: 525/KH-UBND, Phần I.I · văn bản ngày 29/12/2022; 1 số liệu ghi đến ngày 10/12/2022",
        ),
        (reported((date(2022, 12, 10), True)), "Nguồn: 525/KH-UBND, Phần I.I · số liệu đến ngày 10/12/2022"),
        (reported((None, None)), "Nguồn: 525/KH-UBND, Phần I.I · văn bản không ghi ngày"),
        (reported(), "Nguồn: chưa có"),
    ],
    ids=[
        "the day of the document is no day of the data",
        "one row states a day",
        "each row states a day",
        "no day at all",
        "no rows",
    ],
)
def test_a_source_line_says_a_day_of_data_only_where_a_row_states_it(rows, line):
    assert citations.sources(rows) == line


def test_of_many_documents_a_source_line_names_the_newest_and_counts_the_others():
    names = ("year", "period_end", "target_document", "target_locator", "actual_document", "actual_locator")
    quarters = [date(year, month, 28) for year in (2024, 2025) for month in (3, 6, 9, 12)]
    listed = [(end.year, end, f"Kế hoạch {end.year}", None, f"Báo cáo {end:%m/%Y}", "Biểu 1") for end in quarters]
    assert citations.sources(Rows(names, listed)) == (
        "Nguồn: Báo cáo 06/2025, Biểu 1; Báo cáo 09/2025, Biểu 1; Báo cáo 12/2025, Biểu 1; Kế hoạch 2025; và 6 văn bản khác"
    )
    assert "văn bản khác" not in citations.sources(Rows(names, listed[:4])), "five documents have room"

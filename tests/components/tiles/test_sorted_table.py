"""A table that sorts by its values shows the text of each."""

import re

import pytest

from components.tiles.sorted_table import sorted_table


@pytest.mark.parametrize(
    "values, texts",
    [
        ([2021, 2022, 2021], ["2021", "2022", "2021"]),
        ([80.0, 80.0, 70.5], ["trên 80%", "80%", "70,5%"]),  # one value, two texts
        ([None, 12.0, None], ["bằng lời", "12%", "—"]),
        ([None, None, None], ["—", "—", "—"]),
        (["b", "a", None], ["B", "A", "—"]),
    ],
)
def test_every_cell_shows_its_own_text(values, texts):
    page = sorted_table({"Năm": [1, 2, 3], "Kết quả": values}, {"Kết quả": texts}, "Số liệu")
    assert [cells[1] for cells in rows(page)] == texts


def test_a_column_without_texts_shows_its_values():
    page = sorted_table({"Năm": [1, 2], "Kết quả": [1.5, 2.5]}, {"Kết quả": ["1,5", "2,5"]}, "Số liệu")
    assert [cells[0] for cells in rows(page)] == ["1", "2"]


def test_a_number_sorts_by_its_value_and_what_is_missing_by_none():
    page = sorted_table({"Kết quả": [12.5, None, None]}, {"Kết quả": ["12,5%", "bằng lời", "–"]}, "Số liệu")
    assert re.findall(r'<td[^>]*data-value="([^"]*)"', page) == ["12.5", "bằng lời"] and 'class="none n"' in page
    assert 'scope="col" class="n"' in page and 'aria-label="Số liệu"' in page


def rows(page):
    return [re.findall(r"<td[^>]*>([^<]*)</td>", row) for row in re.findall(r"<tr>(.*?)</tr>", page)[1:]]

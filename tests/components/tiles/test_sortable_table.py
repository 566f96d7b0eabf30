"""A table that sorts by its values shows the text of each."""

import re

import pytest

from components.tiles.tiles import _styled


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
    page = _styled({"Năm": [1, 2, 3], "Kết quả": values}, {"Kết quả": texts}).to_html()
    assert re.findall(r'col1"[^>]*>([^<]*)</td>', page) == texts


def test_a_column_without_texts_shows_its_values():
    page = _styled({"Năm": [1, 2], "Kết quả": [1.5, 2.5]}, {"Kết quả": ["1,5", "2,5"]}).to_html()
    assert re.findall(r'col0"[^>]*>([^<]*)</td>', page) == ["1", "2"]

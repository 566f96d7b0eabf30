"""The cards of the gallery."""

from types import SimpleNamespace

import pytest

from components.tiles.indicator import gallery


def row(**changed):
    figures = dict(
        level="all", unit_of_measure="%", required=30.0, target_low=20.0, target_high=30.0, target_op="range", target_as_written="20-30%",
        target_year=2022, year=2022, period="N", has_result=True, actual=10.0, actual_low=None, actual_high=None,
        actual_as_written="khoảng 10%", actual_qualifier="about", basis="measured", mark="missed",
    )  # fmt: skip
    return SimpleNamespace(**{**figures, **changed})


def test_a_long_text_beside_a_bar_has_a_line_of_its_own_and_a_short_one_has_not(monkeypatch):
    monkeypatch.setattr("components.tiles.origin.finding_flags.is_open", lambda *_: False)
    assert 'class="level long"' in gallery._level(row(_replace=lambda **_: row()), "42", True)
    assert 'class="level"' in gallery._level(row(has_result=False), "42", True)


@pytest.mark.parametrize(
    "marks, look, shown",
    [
        (["missed", "met"], "", 2),
        (["missed", "met", "met", "met"], "square", 4),
        (["missed"] * 3 + ["met"] * 9, "some fours-1 threes-1", 4),
        (["missed"] * 4 + ["met"] * 9, "some fours-1 threes-2", 6),
        (["missed"] * 5 + ["met"] * 9, "some fours-2 threes-2", 8),
    ],
)
def test_a_pillar_shows_one_row_or_two_of_whole_rows(marks, look, shown):
    cards = [[SimpleNamespace(mark=mark, overdue=None, gap_share=None)] for mark in marks]
    assert gallery._fitting(cards) == (look, shown)

"""A small bar shows target and result on one scale, and how the result is known."""

from types import SimpleNamespace

import pytest

from components.tiles import bullets

USUAL = {"required": 50.0, "target_low": 50.0, "target_high": None, "target_op": ">=", "target_as_written": "50%", "actual": 45.0,
         "actual_as_written": "45%", "actual_qualifier": "exact", "basis": "measured", "unit_of_measure": "%", "mark": "near"}  # fmt: skip


def drawn(full=100.0, **other):
    return bullets.bullet(SimpleNamespace(**{**USUAL, **other}), full)


def test_target_and_result_are_shares_of_the_track_and_said_in_words():
    markup = drawn()
    assert 'class="b-target" style="width:50.00%"' in markup and 'class="b-value" style="width:45.00%"' in markup
    assert 'aria-label="kết quả 45%, mục tiêu 50%, gần đạt"' in markup
    assert 'class="b-value" style="width:22.50%"' in drawn(full=200)


@pytest.mark.parametrize(
    ("other", "present", "absent"),
    [
        ({"basis": "stated", "mark": "stated", "actual": 50.0}, "b-claim", "b-value"),
        ({"actual": None, "basis": "words", "actual_as_written": "chưa có", "mark": "missed"}, "b-target", "b-value"),
        ({"required": None, "target_low": None, "actual": None, "target_as_written": "hình thành", "mark": "missed"}, "b-words", "b-target"),
        ({"target_low": 20.0, "required": 20.0, "target_high": 30.0}, "b-range", "b-claim"),
        ({"actual_qualifier": "estimate"}, "b-estimate", "b-value"),
        ({"actual": None, "actual_as_written": None, "mark": "no_result"}, "b-overdue", "b-target"),
    ],
    ids=["a claim is hatched, never solid", "a result in words leaves the frame empty", "a target in words is dashed", "a range",
         "an estimate", "an overdue target"],
)  # fmt: skip
def test_the_kinds_of_bars(other, present, absent):
    assert present in drawn(**other) and absent not in drawn(**other)


def test_a_result_that_cannot_be_compared_is_not_drawn_as_overdue():
    assert "b-target" in drawn(mark="no_result", has_result=True) and "b-overdue" not in drawn(mark="no_result", has_result=True)


def test_a_bar_never_leaves_its_track_and_a_text_is_escaped():
    assert "width:100.00%" in drawn(actual=140.0)
    assert "<b>" not in drawn(actual=None, basis="words", actual_as_written="<b>x</b>")


def test_every_status_has_a_shape():
    from components.text import formats

    assert set(formats.STATUSES) <= set(bullets.SHAPES)


def test_an_earlier_result_is_said_to_be_one():
    row = SimpleNamespace(**USUAL, last_year=2022, last_period="N", status="no_result")
    del row.mark
    assert bullets.said(row) == "kết quả trước đó (2022) 45%, mục tiêu 50%, chưa có số liệu"


def test_a_target_that_only_waits_for_a_period_is_not_drawn_as_overdue():
    row = SimpleNamespace(**{**USUAL, "actual": None, "actual_as_written": None, "mark": "no_result"})
    assert "b-overdue" in bullets.bullet(row) and "b-overdue" not in bullets.bullet(row, late=False)

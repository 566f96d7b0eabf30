"""The cards of the gallery."""

from components.tiles import gallery


def test_what_stands_beside_a_bar_breaks_before_its_target_only():
    assert gallery._unbroken("khoảng 10% / 20–30%") == "khoảng\u00a010% / 20\u2060–\u206030%"

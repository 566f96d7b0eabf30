"""What a file's figures look like on the screen."""

from __future__ import annotations

from types import SimpleNamespace

from components.findings import _cells


def test_nothing_of_a_file_becomes_markup_in_the_list_of_changes():
    evil = "<b onclick=x>"
    texts = ("indicator_id", "indicator_name", "unit_name", "document", "others", "before_text", "after_text", "unit_of_measure")
    row = SimpleNamespace(
        **dict.fromkeys(texts, evil), row_number=2, kind="target", change="changed", level="province", period="N", year=2023,
        before_value=None, after_value=None, before_status="met", after_status="met",
    )  # fmt: skip
    assert all(evil not in cell for form in ("figures", "documents") for cell in _cells(row, form))

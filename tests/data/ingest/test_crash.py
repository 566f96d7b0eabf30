"""Small runs of the commands that kill, fill and fuzz; the long ones are in the README."""

from __future__ import annotations

import pytest

from data.store_location import build
from tests.crash_import import fill, kill
from tests.fuzz_import import fuzz


@pytest.fixture
def path(tmp_path):
    """The seed as a file of its own."""
    build(str(tmp_path / "kho.duckdb"))
    return tmp_path / "kho.duckdb"


def test_a_killed_process_leaves_each_upload_whole_or_not_at_all(path):
    found, _, _ = kill(path, times=5, seed=7)
    assert found == []


def test_a_full_disk_is_told_in_vietnamese_and_with_room_again_the_process_goes_on(path):
    found, said = fill(path, seed=3)
    assert found == []
    assert "đĩa đầy" in said and "Chưa thay đổi gì" in said


def test_a_hundred_broken_and_hostile_files_do_no_harm():
    outcomes, failures = fuzz(120, seed=5)
    assert failures == []
    assert sum(outcomes.values()) == 120 and len(outcomes) > 5, outcomes

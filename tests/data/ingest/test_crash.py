"""Small runs of the commands that kill, fill and fuzz; the long ones are in the README."""

from __future__ import annotations

import pytest

from tests.crash_import import fill, kill
from tests.fuzz_import import fuzz


@pytest.fixture
def path(new_seed_file):
    """The seed as a file of its own."""
    return new_seed_file()


def test_a_killed_process_leaves_each_upload_whole_or_not_at_all(path):
    broken, _, _ = kill(path, times=3, seed=7)
    assert broken == []


def test_a_full_disk_is_told_in_vietnamese_and_with_room_again_the_process_goes_on(path):
    broken, messages = fill(path, seed=3)
    assert broken == []
    assert "đĩa đầy" in messages and "Chưa thay đổi gì" in messages


def test_forty_broken_and_hostile_files_do_no_harm(own_store):
    outcomes, failures = fuzz(own_store, 40, seed=5)
    assert failures == []
    assert sum(outcomes.values()) == 40 and len(outcomes) > 4, outcomes

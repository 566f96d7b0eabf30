"""The changelog is whole: numbers go down, days do not go up, every change is said in a sentence."""

import itertools
import re
from datetime import date

from data.version import VERSION, releases


def _number(version):
    return tuple(int(part) for part in version.split("."))


def test_the_version_is_the_newest_release():
    assert releases()[0].version == VERSION
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", release.version) for release in releases())


def test_releases_stand_newest_first_and_each_number_once():
    for newer, older in itertools.pairwise(releases()):
        assert _number(newer.version) > _number(older.version)
        assert newer.day >= older.day


def test_every_change_is_a_sentence_and_says_what_it_was_when_there_was_something():
    for release in releases():
        assert isinstance(release.day, date) and release.changes
        for change in release.changes:
            assert re.fullmatch(r"[A-ZĐÀ-Ỹ].{20,}\.", change.text), change.text
            assert change.before is None or re.fullmatch(r"[A-ZĐÀ-Ỹ].{10,}\.", change.before), change.before
    assert releases()[-1].version == "1.0.0"

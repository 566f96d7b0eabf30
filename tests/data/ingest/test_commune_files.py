"""Twenty files as a commune would send them: what comes of each is what should."""

import pytest

from data.accounts.sign_in import CLI
from data.ingest.findings.finding import Refused
from data.ingest.importer import commit, inspect
from data.ingest.preview import UploadRejected
from data.vietnamese.dates import on_day
from tests.commune_files import COMMUNE_FILES, main
from tests.data.ingest.sample_files import TODAY
from tests.sample_uploads import english_in, fingerprint


@pytest.fixture(autouse=True)
def a_day_in_november():
    with on_day(TODAY):
        yield


def outcome(store, one, answers):
    """(what comes of a file, its findings)."""
    try:
        preview = inspect(store, one.data(), one.name, CLI, answers)
    except Refused as refused:
        return "refused", refused.findings
    return "refused" if preview.of("stop") else "asked" if preview.of("ask") else "taken", preview.findings


@pytest.mark.parametrize("one", COMMUNE_FILES, ids=lambda one: one.name)
def test_what_comes_of_a_file_is_what_should(store, one):
    before = fingerprint(store)
    comes, findings = outcome(store, one, {})
    assert (comes, one.codes - {finding.code for finding in findings}) == (one.comes, set()), [
        finding.text() for finding in findings
    ]
    assert [english_in(finding) for finding in findings if english_in(finding)] == []
    assert fingerprint(store) == before


@pytest.mark.parametrize("one", [one for one in COMMUNE_FILES if one.comes != "refused"], ids=lambda one: one.name)
def test_with_its_answers_a_file_goes_in_whole(own, one):
    if one.answers:
        with pytest.raises((UploadRejected, Refused)):
            commit(own, one.data(), one.name, CLI, seen=None, reason="thử")
    receipt = commit(own, one.data(), one.name, CLI, answers=one.answers, seen=None, reason="thử")
    assert receipt.written == one.written and own.check() == []


def test_there_are_twenty_and_they_can_be_written_out_to_be_tried_by_hand(tmp_path):
    main(str(tmp_path))
    assert len(COMMUNE_FILES) == 20 == len(list(tmp_path.iterdir())) - 1

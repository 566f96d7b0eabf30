"""Dropped files that wait for their owner."""

import json
import shutil
from pathlib import Path

import pytest

from data.ingest import drafts


def test_a_draft_keeps_its_bytes_and_the_answers_with_their_words(tmp_path):
    path = str(tmp_path / "kho.duckdb")
    batch = drafts.keep(path, "van-phong", "a.csv", b"noi dung")
    drafts.answer(path, batch, {"number_dot:ket_qua": "decimal"}, {"number_dot:ket_qua": "dấu thập phân"})
    again, content = drafts.find(path, batch.token, "van-phong")
    assert (again.answers, again.labels, content) == (
        {"number_dot:ket_qua": "decimal"},
        {"number_dot:ket_qua": "dấu thập phân"},
        b"noi dung",
    )
    drafts.forget_answers(path, again)
    assert drafts.mine(path, "van-phong") == [batch]


def test_a_draft_of_an_earlier_version_is_still_found(tmp_path):
    path = str(tmp_path / "kho.duckdb")
    batch = drafts.keep(path, "van-phong", "a.csv", b"noi dung")
    file = Path(f"{path}.pending") / batch.token / "batch.json"
    content = json.loads(file.read_text(encoding="utf-8"))
    content["told"] = {"sheet": "Trang 1"}
    del content["labels"]
    file.write_text(json.dumps(content), encoding="utf-8")
    assert drafts.mine(path, "van-phong")[0].labels == {"sheet": "Trang 1"}


def test_the_same_bytes_of_the_same_person_are_the_batch_that_waits(tmp_path):
    path = str(tmp_path / "kho.duckdb")
    batch = drafts.keep(path, "van-phong", "a.csv", b"noi dung")
    drafts.answer(path, batch, {"sheet": "1"}, {"sheet": "trang 1"})
    again = drafts.keep(path, "van-phong", "b.csv", b"noi dung")
    assert (again.token, again.answers) == (batch.token, {"sheet": "1"})
    assert drafts.keep(path, "xa", "a.csv", b"noi dung").token != batch.token
    assert drafts.keep(path, "van-phong", "a.csv", b"noi dunG").token != batch.token


def test_the_same_bytes_lead_to_their_batch_though_no_more_files_are_taken(tmp_path):
    path = str(tmp_path / "kho.duckdb")
    batches = [drafts.keep(path, "van-phong", "a.csv", str(number).encode()) for number in range(drafts.MOST)]
    assert drafts.keep(path, "van-phong", "a.csv", b"7") == batches[7]
    with pytest.raises(drafts.TooMany):
        drafts.keep(path, "van-phong", "a.csv", b"moi")


def test_a_committed_file_waits_no_more_in_any_copy_of_its_owner(tmp_path):
    path = str(tmp_path / "kho.duckdb")
    batch = drafts.keep(path, "van-phong", "a.csv", b"noi dung")
    copy = "c" * 22  # as earlier versions kept the same bytes twice
    shutil.copytree(Path(f"{path}.pending") / batch.token, Path(f"{path}.pending") / copy)
    file = Path(f"{path}.pending") / copy / "batch.json"
    file.write_text(file.read_text(encoding="utf-8").replace(batch.token, copy), encoding="utf-8")
    other, another = drafts.keep(path, "van-phong", "b.csv", b"khac"), drafts.keep(path, "xa", "a.csv", b"noi dung")
    drafts.drop_same(path, batch, b"noi dung")
    assert drafts.mine(path, "van-phong") == [other] and drafts.mine(path, "xa") == [another]

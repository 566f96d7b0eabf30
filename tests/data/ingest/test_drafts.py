"""Dropped files that wait for their owner."""

import json
from pathlib import Path

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

"""python -m data import FILE | undo N"""

import json
import shutil

import pytest

from data.__main__ import main
from data.ingest.findings.sentences import FORMER_CODES
from data.version import VERSION
from queries.sqlfile import names
from queries.store import Store
from tests.data.ingest.sample_files import indicators

HEAD = "ma_chi_tieu;cap;don_vi;nam;ky;ket_qua;nguon\n"


@pytest.fixture
def shell(store_file, tmp_path, monkeypatch, capsys):
    """Writes a file, runs a command, returns (exit code, output, errors)."""
    monkeypatch.setenv("DATA_URL", str(shutil.copy(store_file, tmp_path / "kho.duckdb")))

    def run(*arguments, text=None):
        if text is not None:
            (tmp_path / "tệp.csv").write_text(HEAD + text, encoding="utf-8")
        code = main([str(tmp_path / "tệp.csv") if argument == "FILE" else argument for argument in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    run.value = lambda: _value(tmp_path / "kho.duckdb")
    return run


def _value(path):
    store = Store.open(path)
    try:
        rows = store.select(
            "select actual from figure where indicator_id = 'CQ.06' and unit_id = '42' and level = 'commune' and year = 2023"
        )
        return None if rows.empty or rows.actual.isna()[0] else float(rows.actual[0])
    finally:
        store.close()


def test_a_file_is_written_once_and_taken_back(shell):
    row = "CQ.06;xa;42;2023;N;35,5;525/KH-UBND\n"
    code, out, _ = shell("import", "FILE", "--json", text=row)
    report = json.loads(out)
    assert (code, report["outcome"], report["upload_id"], report["written"], report["counts"]) == (0, "written", 2, 1, {"new": 1})
    assert shell.value() == 35.5
    code, out, _ = shell("import", "FILE")
    assert code == 0 and "không nói điều gì mới" in out
    code, out, _ = shell("undo", "2", "--reason", "thử", "--json")
    assert (code, json.loads(out)) == (
        0,
        {"outcome": "undone", "upload_id": 2, "rows": 1, "replaced": 0, "overtaken": 0, "reaffirmed": 0, "kind": "figures"},
    )
    assert shell.value() is None
    code, _, err = shell("undo", "2", "--reason", "thử")
    assert code == 1 and "đã được thu hồi" in err


def test_a_wrong_file_changes_nothing_and_says_where(shell):
    code, out, err = shell("import", "FILE", text="CQ.06;xa;42;2023;N;trên 50%;525/KH-UBND\n")
    assert code == 1 and "Dòng 2, cột ket_qua (F2): “trên 50%”" in out and "Chưa ghi gì" in err
    code, out, _ = shell("import", "FILE", "--json")
    report = json.loads(out)
    assert code == 1 and report["outcome"] == "not_ready"
    assert [(finding["code"], finding["rows"], finding["letter"]) for finding in report["findings"]] == [
        ("estimate_in_words", [2], "F")
    ]
    assert shell.value() is None


def test_unlikely_figures_wait_for_a_reason_and_questions_for_an_answer(shell):
    row = "CQ.06;xa;42;2023;N;1,5;Báo cáo chưa có trong sổ\n"  # 20% the year before
    code, _, err = shell("import", "FILE", text=row)
    assert code == 1 and "ghi lý do" in err and shell.value() is None
    code, out, _ = shell("import", "FILE", "--preview", text=row)
    assert code == 0 and "Nếu ghi: 1 số liệu" in out and shell.value() is None
    assert shell("import", "FILE", "--reason", "đã đối chiếu", text=row)[0] == 0 and shell.value() == 1.5
    share = "CQ.06;xa;42;2023;N;0,355;Báo cáo chưa có trong sổ\n"
    assert shell("import", "FILE", text=share)[0] == 1
    assert shell("import", "FILE", "--answer", "share_as_fraction:ket_qua=share", "--reason", "tỷ lệ", text=share)[0] == 0
    assert shell.value() == 35.5


def test_no_file_and_no_table_are_said_in_vietnamese(shell, tmp_path):
    code, _, err = shell("import", str(tmp_path / "không có.csv"))
    assert code == 2 and "Không đọc được tệp" in err
    (tmp_path / "tệp.csv").write_bytes(b"%PDF-1.7")
    code, out, _ = shell("import", "FILE", "--json")
    assert code == 1 and json.loads(out)["findings"][0]["code"] == "file_pdf"


def test_a_rule_that_was_called_otherwise_before_still_says_its_former_code(shell):
    _, out, _ = shell("import", "FILE", "--json", text="CQ.06;xa;42;2023;N;2;525/KH-UBND\n")
    codes = {finding["code"]: finding["former_code"] for finding in json.loads(out)["findings"]}
    assert codes["factor_of_ten"] == "tenfold"
    _, out, _ = shell("import", "FILE", "--json", text="CQ.06;xa;42;2023;N;trên 50%;525/KH-UBND\n")
    assert [finding["former_code"] for finding in json.loads(out)["findings"]] == [None]


def test_every_former_code_leads_to_a_rule_of_today():
    assert FORMER_CODES.keys() <= set(names("rules")) and not FORMER_CODES.keys() & set(FORMER_CODES.values())


def test_importing_and_taking_back_one_indicator_says_that_it_is_one(shell, tmp_path):
    path = tmp_path / "chi-tieu.csv"
    path.write_bytes(indicators({}))
    assert "Nếu ghi: 1 chỉ tiêu mới" in shell("import", str(path), "--preview")[1]
    assert "Đã ghi lần cập nhật 2: 1 chỉ tiêu." in shell("import", str(path))[1]
    assert shell("undo", "2", "--reason", "thử")[1].strip() == "Đã thu hồi lần cập nhật 2: 1 chỉ tiêu."


def test_an_upload_keeps_the_version_of_the_program_that_wrote_it(shell, tmp_path):
    shell("import", "FILE", "--reason", "đã kiểm tra", text="CQ.06;xa;42;2023;N;45;BC thử\n")
    store = Store.open(tmp_path / "kho.duckdb")
    try:
        uploads = store.select("select upload_id, program_version from upload order by upload_id")
    finally:
        store.close()
    assert uploads.values.tolist() == [[1, VERSION], [2, VERSION]]

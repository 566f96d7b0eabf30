"""python -m data init | export DIR | check"""

import csv
import hashlib
import re

import pyarrow.parquet as parquet
import pytest

from data.__main__ import main
from data.accounts.sign_in import CLI
from data.export import _cell
from data.ingest.importer import commit
from queries.schema import PUBLISHED
from queries.store import Store


@pytest.fixture
def url(tmp_path, monkeypatch):
    path = tmp_path / "kho" / "chi-tieu.duckdb"
    monkeypatch.setenv("DATA_URL", str(path))
    return path


def test_init_makes_a_store_once_and_never_overwrites_it(url, capsys):
    assert main(["init"]) == 0
    digest = hashlib.sha256(url.read_bytes()).hexdigest()
    assert "dòng" in capsys.readouterr().out
    assert main(["init"]) == 0
    assert "không thay đổi gì" in capsys.readouterr().out
    assert hashlib.sha256(url.read_bytes()).hexdigest() == digest
    assert sorted(path.name for path in url.parent.iterdir()) == ["chi-tieu.duckdb"]


def test_a_url_with_a_scheme_names_the_same_file(url, monkeypatch):
    monkeypatch.setenv("DATA_URL", f"duckdb://{url}")
    assert main(["init"]) == 0 and url.exists()


def test_check_prints_the_register_and_fails_while_a_grave_one_is_undecided_or_a_row_is_bad(url, capsys):
    main(["init"])
    assert main(["check"]) == 1
    told = capsys.readouterr().out
    assert "Mọi phép kiểm tra đều đạt." in told and re.search(r"Sổ mâu thuẫn: \d+ chỗ, [1-9]\d* nghiêm trọng chưa xử lý", told)
    assert "94 Tổ cấp xã | 59 Tổ" in told and told.index("[nghiêm trọng]") < told.index("[cảnh báo]") < told.index("[ghi chú]")
    store = Store.open(url)
    grave = store.select("select finding_id, unit_code, clash from finding_known where severity = 'severe'").to_dict("records")
    rows = "".join(f"{row['finding_id']};{row['unit_code']};{row['clash']};chấp nhận;Đã biết.\n" for row in grave)
    decisions = f"ma_phat_hien;ma_don_vi;hai_ben;quyet_dinh;ly_do\n{rows}".encode()
    commit(store, decisions, "quyet-dinh.csv", CLI, seen=None, ticked=())
    store.close()
    assert main(["check"]) == 0 and ", 0 nghiêm trọng chưa xử lý" in capsys.readouterr().out
    store = Store.open(url)
    store._connection.execute("update result set value = 999 where indicator_id = 'CQ.06'")
    store.close()
    assert main(["check"]) == 1
    assert "share_out_of_range" in capsys.readouterr().out


def test_export_writes_every_published_view_as_csv_and_parquet_with_the_same_rows(url, tmp_path):
    main(["init"])
    assert main(["export", str(tmp_path / "ra")]) == 0
    for view in PUBLISHED:
        raw = (tmp_path / "ra" / f"{view}.csv").read_bytes()
        assert raw.startswith(b"\xef\xbb\xbf")
        rows = list(csv.DictReader(raw.decode("utf-8-sig").splitlines()))
        table = parquet.read_table(tmp_path / "ra" / f"{view}.parquet")
        assert len(rows) == table.num_rows > 0
        assert list(rows[0]) == table.column_names
    exported = {
        (row["indicator_id"], row["level"], row["year"], row["period"]): row
        for row in csv.DictReader((tmp_path / "ra" / "target_vs_actual.csv").open(encoding="utf-8-sig"))
        if row["unit_id"] == "42"
    }
    row = exported["CQ.06", "commune", "2022", "N"]
    assert (row["target_low"], row["actual"], row["gap"], row["status"]) == ("30", "20", "-10", "missed")


def test_a_text_that_excel_would_run_gets_an_apostrophe_and_a_negative_number_does_not():
    from decimal import Decimal

    assert _cell("=1+1") == "'=1+1" and _cell("＠x") == "'＠x" and _cell("Hà Tĩnh") == "Hà Tĩnh"
    assert _cell(Decimal("-10.0000")) == "-10" and _cell(Decimal("69.3000")) == "69.3" and _cell(None) == ""


@pytest.mark.parametrize("command", [["check"], ["export", "x"]])
def test_a_missing_store_is_said_in_vietnamese(url, capsys, command):
    assert main(command) == 2
    assert "Chưa có kho số liệu" in capsys.readouterr().err


def test_a_damaged_store_is_said_in_vietnamese_and_left_alone(url, capsys):
    url.parent.mkdir()
    url.write_bytes(b"hong" * 2000)
    assert main(["init"]) == 2 and main(["check"]) == 2
    assert "không đọc được như một kho số liệu" in capsys.readouterr().err
    assert url.read_bytes() == b"hong" * 2000


def test_an_unsupported_url_is_refused(monkeypatch, capsys):
    monkeypatch.setenv("DATA_URL", "postgres://may-chu/kho")
    assert main(["init"]) == 2
    assert "chưa được hỗ trợ" in capsys.readouterr().err


def test_two_first_starts_at_once_leave_one_whole_store_and_nothing_else(tmp_path):
    from concurrent.futures import ThreadPoolExecutor

    from data.store_location import build
    from queries.store import StoreError

    path = tmp_path / "kho.duckdb"

    def start(_):
        try:
            return build(str(path))
        except StoreError as error:
            return error.reason

    with ThreadPoolExecutor(2) as pool:
        outcomes = list(pool.map(start, range(2)))
    assert any(isinstance(outcome, int) for outcome in outcomes)
    assert [path.name for path in tmp_path.iterdir()] == ["kho.duckdb"]
    store = Store.open(path)
    assert store.check() == []
    store.close()


def test_a_build_that_fails_leaves_nothing_behind(tmp_path, monkeypatch):
    import data.store_location

    monkeypatch.setattr(data.store_location, "load_seed", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        data.store_location.build(str(tmp_path / "kho.duckdb"))
    assert list(tmp_path.iterdir()) == []

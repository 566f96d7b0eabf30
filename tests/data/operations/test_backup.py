"""Copies of a store in use: whole, proved, kept for a while, and put back."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data.__main__ import main
from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.operations import backup
from data.operations.backup import Backup, back_up, backups, due, outlived
from data.operations.restore import restore
from data.vietnamese.dates import VIETNAM
from queries.schema import PUBLISHED
from queries.store import Store, StoreError
from tests.sample_uploads import COMMUNES, HEADERS, csv_file


def bring(store: Store, result: str) -> int | None:
    """One figure through the importer; returns the number of its upload."""
    row = ("CQ.06", "xa", COMMUNES[0], "2022", "N", "", result, "Báo cáo tổng hợp")
    data = csv_file([dict(zip(HEADERS, row, strict=True))])
    return commit(store, data, "x.csv", CLI, seen=None, reason="thử").upload_id


def published(store: Store) -> dict[str, object]:
    """Every published view, whole."""
    return {view: store.arrow(view).to_pylist() for view in PUBLISHED}


def at(text: str) -> datetime:
    """A moment on the clock of Viet Nam."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=VIETNAM)


def test_what_was_committed_is_in_the_file_itself_and_not_in_a_log_beside_it(own_store, tmp_path):
    for result in ("60", "61", "62", "63", "64"):
        bring(own_store, result)
    assert not Path(f"{own_store.path}.wal").exists()
    (tmp_path / "ban-sao.duckdb").write_bytes(Path(own_store.path).read_bytes())
    copy = Store.open(tmp_path / "ban-sao.duckdb")
    try:
        assert copy.last_write() == own_store.last_write() and published(copy) == published(own_store)
    finally:
        copy.close()


def test_what_a_reader_keeps_in_the_log_is_in_the_copy_all_the_same(own_store, tmp_path):
    with own_store._connection.cursor() as reader:
        reader.execute("begin")
        reader.execute("select count(*) from result").fetchall()
        reader.execute("select version from data_version").fetchall()
        bring(own_store, "61,5")
        made = back_up(own_store)
        assert not Path(f"{made.path}.wal").exists()
    copy = Store.open(made.path)
    try:
        assert published(copy) == published(own_store) and copy.last_write() == own_store.last_write()
    finally:
        copy.close()


def test_a_copy_of_a_store_in_use_is_put_back_elsewhere_with_every_published_view_equal(own_store, tmp_path):
    bring(own_store, "61,5")
    made = back_up(own_store)
    assert [copy.path for copy in backups(own_store.path)] == [made.path] and made.path.stat().st_mode & 0o077 == 0
    before = published(own_store)
    bring(own_store, "75")  # after the copy
    elsewhere = tmp_path / "may-khac" / "chi-tieu.duckdb"
    assert restore(made.path, str(elsewhere)).aside is None
    restored = Store.open(elsewhere)
    try:
        assert published(restored) == before != published(own_store)
        assert restored.lost is None and restored.check() == []
    finally:
        restored.close()


def test_a_copy_with_its_log_comes_back_whole_and_a_log_that_lies_there_is_not_taken_for_its_own(own_store, tmp_path):
    """As somebody copies a store in use by hand, with all that lies beside it."""
    with own_store._connection.cursor() as reader:
        reader.execute("begin")
        reader.execute("select count(*) from result").fetchall()
        bring(own_store, "61,5")
        for file in (Path(own_store.path), Path(f"{own_store.path}.wal")):
            (tmp_path / "tay" / file.name.replace("own", "chep")).parent.mkdir(exist_ok=True)
            (tmp_path / "tay" / file.name.replace("own", "chep")).write_bytes(file.read_bytes())
    place = tmp_path / "noi-khac" / "kho.duckdb"
    place.parent.mkdir()
    Path(f"{place}.wal").write_bytes(b"of a store that is gone")
    assert restore(tmp_path / "tay" / "chep.duckdb", str(place)).aside is None
    restored = Store.open(place)
    try:
        assert published(restored) == published(own_store) and restored.last_write() == own_store.last_write()
    finally:
        restored.close()
    assert [path.read_bytes() for path in place.parent.glob("*-truoc-*.wal")] == [b"of a store that is gone"]


def test_what_a_copy_is_put_in_place_of_is_kept(own_store, tmp_path):
    made = back_up(own_store)
    place = tmp_path / "chi-tieu.duckdb"
    place.write_bytes(b"not a store at all")
    aside = restore(made.path, str(place)).aside
    assert aside is not None and aside.read_bytes() == b"not a store at all"
    Store.open(place).close()


def test_a_store_in_use_is_not_replaced(own_store, monkeypatch, capsys):
    made = back_up(own_store)

    opened = Store.open

    def in_use(path):
        if str(path) == own_store.path:
            raise StoreError("locked", str(path))
        return opened(path)

    before = Path(own_store.path).read_bytes()
    monkeypatch.setattr(Store, "open", in_use)
    monkeypatch.setenv("DATA_URL", own_store.path)
    assert main(["restore", str(made.path)]) == 2
    assert "đang được một chương trình khác mở" in capsys.readouterr().err
    assert Path(own_store.path).read_bytes() == before
    assert not list(Path(own_store.path).parent.glob(".*restoring"))


def test_a_damaged_or_wrong_copy_is_refused_and_nothing_changes(own_store, tmp_path):
    made = back_up(own_store)
    place = tmp_path / "cho-khac.duckdb"
    broken = tmp_path / "hong.duckdb"
    broken.write_bytes(made.path.read_bytes()[:100_000])
    with pytest.raises(StoreError):
        restore(broken, str(place))
    copy = Store.open(made.path)
    copy._connection.execute("update result set value = 999 where indicator_id = 'CQ.06'")
    copy.close()
    with pytest.raises(backup.BackupFailed, match="share_out_of_range|derived"):
        restore(made.path, str(place))
    assert not place.exists()


def test_a_copy_that_cannot_be_written_leaves_nothing(own_store, monkeypatch):
    def full(source, target):
        Path(target).write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("queries.store_files.shutil.copyfile", full)
    with pytest.raises(OSError, match="No space"):
        back_up(own_store)
    assert list(backup.folder(own_store.path).iterdir()) == [] and backups(own_store.path) == []


def test_a_file_put_back_from_before_the_last_write_is_noticed(own_store):
    old = Path(own_store.path).read_bytes()
    upload = bring(own_store, "61,5")
    version, path = own_store.data_version(), Path(own_store.path)
    own_store.close()
    path.write_bytes(old)
    opened = Store.open(path)
    assert opened.lost[:2] == (version, upload) and opened.life != opened.lost.life
    bring(opened, "62")
    bring(opened, "63")
    assert opened.last_write().data_version >= version
    opened.close()
    again = Store.open(path)
    assert again.lost is None
    again.close()


def test_two_stores_may_share_a_folder_of_copies(own_store, tmp_path, monkeypatch):
    monkeypatch.setenv("BACKUP_DIR", str(tmp_path / "chung"))
    mine = back_up(own_store)
    assert backups(own_store.path) == [mine] and backups(str(tmp_path / "kho-khac.duckdb")) == []


@pytest.mark.parametrize(
    "newest, moment, expected",
    [
        (None, "2026-11-28 09:00", True),
        ("2026-11-28 02:00", "2026-11-28 09:00", False),
        ("2026-11-27 23:59", "2026-11-28 01:59", False),
        ("2026-11-27 23:59", "2026-11-28 02:00", True),
        ("2026-11-27 01:59", "2026-11-28 01:00", True),
    ],
)
def test_a_copy_is_due_once_a_night(newest, moment, expected):
    assert due(at(newest) if newest else None, at(moment)) is expected


def test_fourteen_copies_are_kept_and_the_first_of_each_month():
    nights = [at("2026-11-28 02:00") - timedelta(days=day) for day in range(90)]
    kept = [Backup(Path(f"{made_at:%j}"), made_at, 1) for made_at in nights]
    gone = outlived(kept)
    left = [copy.made_at for copy in kept if copy not in gone]
    assert left[:14] == nights[:14]
    assert [f"{made_at:%Y-%m-%d}" for made_at in left[14:]] == ["2026-11-01", "2026-10-01", "2026-09-01", "2026-08-31"]
    assert outlived([copy for copy in kept if copy not in gone]) == []


def test_the_command_line_backs_up_and_restores(own_store, tmp_path, monkeypatch, capsys):
    path = own_store.path
    own_store.close()
    monkeypatch.setenv("DATA_URL", path)
    target = tmp_path / "ra" / "ban-sao.duckdb"
    assert main(["backup", str(target)]) == 0 and "đã mở thử" in capsys.readouterr().out
    assert main(["backup", str(target)]) == 2 and "chưa ghi gì" in capsys.readouterr().err
    assert main(["restore", str(target)]) == 0 and "được giữ ở" in capsys.readouterr().out
    assert main(["restore", str(tmp_path / "khong-co")]) == 2
    main(["check"])
    assert "Mọi phép kiểm tra đều đạt." in capsys.readouterr().out

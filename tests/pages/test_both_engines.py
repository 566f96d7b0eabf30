"""One store as a file and the same one as several machines share it, with a real PostgreSQL: written alike, they answer, export and look alike."""

import shutil
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from data.accounts.sign_in import CLI
from data.export import export
from data.ingest.importer import commit
from data.ingest.undo import take_back
from data.store_location import lake, opened
from queries.following import differences
from queries.shared_store import publish_store
from queries.sqlfile import names, sql_file
from queries.store import Store
from tests.pages.app_session import opening, said
from tests.queries.test_contracts import SAMPLE

HEAD = "ma_chi_tieu,cap,don_vi,nam,ky,ket_qua,nguon\n"
WRONG, RIGHT = (f"{HEAD}CQ.06,tinh,42,2026,Q3,{value},Báo cáo thử\n".encode() for value in ("71", "72"))
PAGES = ("pages/leaders/overview.py", "pages/leaders/indicator.py", "pages/units/levels.py", "pages/origin/findings.py")


@pytest.fixture(scope="module")
def both(server, store_file, tmp_path_factory):
    """(the file, the shared store, the address of that), after two uploads and an undo in each, at the same moment."""
    folder = tmp_path_factory.mktemp("both")
    address = f"ducklake:postgres:service={server.database()}"
    with pytest.MonkeyPatch.context() as environment:
        for name, value in (("DATA_URL", address), ("DATA_FILES", folder / "files"), ("DATA_COPY", folder / "copy.duckdb")):
            environment.setenv(name, str(value))
        environment.setattr("queries.clock.utc_now", lambda: datetime(2026, 11, 28, 3, 4, 5))
        with closing(Store.open(shutil.copy(store_file, folder / "file.duckdb"))) as file:
            with closing(lake()) as there:
                publish_store(file, there, replace=False)
            with closing(opened()) as shared:
                for store in (file, shared):
                    wrong = commit(store, WRONG, "nham.csv", CLI, seen=None, reason="đã kiểm tra").upload_id
                    take_back(store, wrong, CLI, "nhầm tệp")
                    commit(store, RIGHT, "dung.csv", CLI, seen=None, reason="đã kiểm tra")
                environment.setenv("DATA_COPY", str(folder / "dashboard.duckdb"))
                yield file, shared, address


def test_every_read_answers_the_same_and_no_check_finds_a_row(both):
    file, shared, _ = both
    differ, answered = [], 0
    for read in (sql_file("reads", name) for name in names("reads")):
        given = {param: SAMPLE[param] for param in read.params}
        ours, theirs = (
            store.inside(lambda cursor, read=read, given=given: cursor.execute(read.statement, given).fetchall())
            for store in (file, shared)
        )
        answered += bool(ours)
        if ours != theirs:
            differ.append(read.name)
    assert differ == []
    assert answered > len(names("reads")) / 2
    assert file.check() == shared.check() == []
    assert differences(file, shared.lake) == [], "the lake's own views"


def test_what_is_exported_is_the_same_to_the_byte(both, tmp_path):
    file, shared, _ = both
    told = [[(path.name, rows) for path, rows in export(store, tmp_path / name)] for store, name in ((file, "f"), (shared, "s"))]
    assert told[0] == told[1] != []
    texts = [path for path in (tmp_path / "f").iterdir() if path.suffix == ".csv"]
    assert [path.name for path in texts if path.read_bytes() != (tmp_path / "s" / path.name).read_bytes()] == []


def test_pages_look_the_same(both):
    file, _, address = both
    looks = []
    file.snapshot(copy := Path(file.path).with_name("looked-at.duckdb"))
    for store in (copy, address):
        with opening(PAGES[0], store) as page:
            looks.append({path: said(page(path, dia_ban="42", chi_tieu="CQ.06")) for path in PAGES})
    assert [path for path in PAGES if looks[0][path] != looks[1][path]] == []
    assert "72%" in looks[1]["pages/leaders/indicator.py"]

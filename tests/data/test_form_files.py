"""Figures leave a store and enter another one: the published views of both are equal."""

import csv
import shutil

import pytest

from data.__main__ import main
from data.accounts.sign_in import CLI, Person
from data.export import export
from data.ingest.importer import commit, inspect
from data.seed import load_seed
from queries.schema import PUBLISHED
from queries.store import Store
from tests.conftest import ROOT
from tests.make_old_store import fill
from tests.sample_uploads import COMMUNES, FULL, csv_file

STAFF = Person("can.bo", "Cán bộ", "staff", (COMMUNES[0],), "oidc")
BY_ITSELF = {"figure_claim": {"upload_id"}}  # what says who brought it, and not what is said


def published(store, but=BY_ITSELF):
    """Every published view as texts, in the order of those."""
    return {
        view: sorted(
            str({column: value for column, value in row.items() if column not in but.get(view, ())})
            for row in store.arrow(view).to_pylist()
        )
        for view in PUBLISHED
    }


def carried(folder, store):
    """Bring the files of a folder into a store, with every question about a second number answered for the file."""
    for path in sorted(folder.glob("import-*.csv")):
        data, answers = path.read_bytes(), {}
        while path.name[7] in "34" and (questions := inspect(store, data, path.name, CLI, answers).questions):
            answers |= {question.key: "correct" for question in questions}
        commit(store, data, path.name, CLI, answers=answers, seen=None, reason="chuyển kho")


def row(**cells):
    """A row of the full form."""
    return {"don_vi": COMMUNES[0], "cap": "xa", "nam": "2023", "ky": "N", "nguon": "77/BC-UBND", **cells}


@pytest.fixture(scope="module")
def used(new_seed_store):
    """A store in use: a document and an indicator of its own, figures of every shape, one corrected, one in words; tests leave it as it is."""
    own_store = new_seed_store()
    for name, text in (
        ("van-ban.csv", "so_hieu,loai,ten,ngay_xep,ma_don_vi\n77/BC-UBND,báo cáo,Báo cáo năm 2023,15/01/2024,42\n"),
        (
            "chi-tieu.csv",
            "ma_chi_tieu,ten,ten_ngan,nhom,don_vi_tinh,chieu,loai_so_lieu,cac_cap,dinh_nghia,ngay_ra_soat,hang\n"
            "XX.01,Tỷ lệ thử để chuyển kho,Tỷ lệ thử,CQ,%,tang,ty_le,tinh/xa,Chỉ để thử,31/12/2026,phu\n",
        ),
    ):
        commit(own_store, text.encode(), name, CLI, seen=None, reason="thử")
    rows = [
        row(
            ma_chi_tieu="XX.01", ket_qua="52,5%", gia_tri="52,5", can_cu="đo được", so_lieu_den_ngay="31/12/2023", vi_tri="Mục 1"
        ),
        row(ma_chi_tieu="XX.01", chi_tieu="từ 50% đến 60%", dau="range", chi_tieu_tu="50", chi_tieu_den="60", vi_tri="Mục 2"),
        row(ma_chi_tieu="XX.01", nam="2024", ket_qua="17/20 thôn", tu_so="17", mau_so="20", dinh_tinh="khoang", vi_tri="Mục 3"),
        row(
            ma_chi_tieu="CQ.06",
            ket_qua="30-35%",
            ket_qua_tu="30",
            ket_qua_den="35",
            ghi_chu="=chưa rõ; “theo lời”",
            vi_tri="Mục 4",
        ),
        row(ma_chi_tieu="CQ.06", ky="Q2", ket_qua="đang làm", can_cu="bằng lời", danh_gia="dat", vi_tri="Mục 5"),
        row(
            ma_chi_tieu="CQ.06",
            cap="xa",
            don_vi="42",
            nam="2022",
            ket_qua="21%",
            gia_tri="21",
            nguon="525/KH-UBND",
            vi_tri="Phần I.I",
        ),
    ]
    data, answers = csv_file([{header: one.get(header, "") for header in FULL} for one in rows], FULL), {}
    while questions := inspect(own_store, data, "so-lieu.csv", CLI, answers).questions:
        answers |= {question.key: "correct" for question in questions}
    assert commit(own_store, data, "so-lieu.csv", CLI, answers=answers, seen=None, reason="thử").written == len(rows)
    return own_store


def test_figures_leave_a_store_and_enter_a_fresh_one_whose_published_views_are_equal(used, store_file, tmp_path):
    written = dict(export(used, tmp_path / "ra"))
    assert [path.name for path in written if path.name.startswith("import-")] == [
        "import-1-documents.csv", "import-2-indicators.csv", "import-3-figures.csv", "import-5-tasks.csv", "import-6-task-states.csv",
        "import-7-task-links.csv", "import-8-budgets.csv", "import-9-remarks.csv", "import-9-weights.csv",
    ]  # fmt: skip
    fresh = Store.open(shutil.copy(store_file, tmp_path / "moi.duckdb"))
    try:
        assert published(fresh) != published(used)
        carried(tmp_path / "ra", fresh)
        assert published(fresh) == published(used)
        assert fresh.check() == []
    finally:
        fresh.close()


def test_what_stands_already_is_not_written_again(used, tmp_path):
    list(export(used, tmp_path / "ra"))
    version = used.data_version()
    carried(tmp_path / "ra", used)
    assert used.data_version() == version


def test_the_tiny_world_with_uploads_of_every_kind_comes_back_as_well(tiny_file, tmp_path):
    kept, fresh = Store.create(tmp_path / "cu.duckdb"), Store.open(shutil.copy(tiny_file, tmp_path / "moi.duckdb"))
    try:
        fill(kept)
        list(export(kept, tmp_path / "ra"))
        carried(tmp_path / "ra", fresh)
        assert published(fresh) == published(kept)
    finally:
        kept.close()
        fresh.close()


def test_of_claims_of_one_figure_the_shown_one_stands_first(tmp_path):
    """Where nothing else puts them in order, the first row counts when they are brought in again. By their names the older comes first."""
    store = Store.create(tmp_path / "kho.duckdb")
    try:
        load_seed(store, ROOT / "tests" / "tiny_world")
        register = "so_hieu,loai,ten,ngay_xep\n0/BC-CU,báo cáo,Báo cáo cũ,10/01/2021\n".encode()
        commit(store, register, "van-ban.csv", CLI, seen=None, reason="thử")
        headers = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "ket_qua", "nguon")
        older = csv_file([dict(zip(headers, ("M.01", "tinh", "98", "2022", "N", "61%", "0/BC-CU"), strict=True))], headers)
        answers = {question.key: "correct" for question in inspect(store, older, "x.csv", CLI).questions}
        assert commit(store, older, "x.csv", CLI, answers=answers, seen=None, reason="thử").upload_id == 3
        list(export(store, tmp_path / "ra"))
    finally:
        store.close()
    with (tmp_path / "ra" / "import-3-figures.csv").open(encoding="utf-8-sig", newline="") as file:
        found = [
            row["ket_qua"]
            for row in csv.DictReader(file)
            if row["ma_chi_tieu"] == "M.01" and row["don_vi"] == "98" and row["ket_qua"]
        ]
    assert found == ["80%", "61%"]


@pytest.mark.both_engines
def test_what_a_unit_states_itself_is_a_file_of_its_own(own_store, tmp_path):
    data = csv_file([row(ma_chi_tieu="CQ.06", nam="2024", ket_qua="41", nguon="Báo cáo xã", chi_tieu="")])
    assert commit(own_store, data, "xa.csv", STAFF, seen=None, reason="thử").upload_id
    list(export(own_store, tmp_path / "ra"))
    own = (tmp_path / "ra" / "import-4-self-stated.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(own) == 2 and own[1].startswith(f"CQ.06,xa,{COMMUNES[0]},2024,N,")
    assert "Báo cáo xã" not in (tmp_path / "ra" / "import-3-figures.csv").read_text(encoding="utf-8-sig")


def test_the_command_line_exports_what_it_imports(store_file, tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("DATA_URL", str(shutil.copy(store_file, tmp_path / "kho.duckdb")))
    assert main(["export", str(tmp_path / "ra")]) == 0
    for path in sorted((tmp_path / "ra").glob("import-*.csv")):
        assert main(["import", str(path), "--reason", "chuyển kho"]) == 0
        assert "không nói điều gì mới" in capsys.readouterr().out

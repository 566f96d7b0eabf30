"""A newer seed comes into a store in use: what is new enters, what people brought stays, and nothing new writes nothing."""

import shutil

import pytest

from data.__main__ import main
from data.accounts.sign_in import CLI, Person
from data.ingest.importer import commit, inspect
from data.ingest.undo import take_back
from data.operations.reseed import preview, reseed
from data.seed import FOLDER, BadSeed, load_seed
from queries.reads import upload_history
from queries.schema import PUBLISHED
from queries.store import Store
from tests.conftest import ROOT
from tests.sample_uploads import csv_file

TINY = ROOT / "tests" / "tiny_world"
HEADERS = ("ma_chi_tieu", "cap", "don_vi", "nam", "ky", "chi_tieu", "ket_qua", "nguon", "vi_tri")


@pytest.fixture
def world(tiny_file, tmp_path):
    """A store with the tiny world."""
    made = Store.open(shutil.copy(tiny_file, tmp_path / "kho.duckdb"))
    yield made
    made.close()


@pytest.fixture
def newer(tmp_path):
    """Makes a newer seed: (file, text, text in its place) …"""

    def make(*changes):
        shutil.copytree(TINY, tmp_path / "seed")
        for name, old, new in changes:
            path = tmp_path / "seed" / name
            text = path.read_text(encoding="utf-8")
            assert text.count(old) == 1, (name, old)
            path.write_text(text.replace(old, new), encoding="utf-8", newline="")
        return tmp_path / "seed"

    return make


def bring(store, *row):
    """One figure by somebody on the command line."""
    data = csv_file([dict(zip(HEADERS, row, strict=True))], HEADERS)
    answers = {question.key: "correct" for question in inspect(store, data, "x.csv", CLI).questions}
    return commit(store, data, "x.csv", CLI, answers=answers, seen=None, reason="thử").upload_id


def published(store):
    """Every published view, whole."""
    return {view: store.arrow(view).to_pylist() for view in PUBLISHED}


def figure(store, indicator, unit="98", year=2022, level="province"):
    """The row of a figure in the published view."""
    (row,) = [
        row
        for row in store.arrow("target_vs_actual").to_pylist()
        if (row["indicator_id"], row["unit_id"], row["year"], row["level"]) == (indicator, unit, year, level)
    ]
    return row


CORRECTED = ("figures.csv", "M.01,tinh,98,2022,N,,,,,80%,80,,,,80,100,", "M.01,tinh,98,2022,N,,,,,82%,82,,,,82,100,")
ADDED = (
    "figures.csv",
    "M.01,tinh,99,2022,N,,,,,55%,55,",
    "M.02,tinh,99,2022,N,,,,,9%,9,,,,,,,,3/BC-MAU,Trang 2,\nM.01,tinh,99,2022,N,,,,,55%,55,",
)
GONE = ("figures.csv", "M.03,chung,98,2022,N,,,,,380 lớp,380,,,,,,,,2/KH-MAU,Phần I,\n", "")


def test_the_same_seed_says_nothing_new_and_writes_nothing(world):
    before, version = published(world), world.data_version()
    outcome = reseed(world, TINY)
    assert (outcome.upload_id, outcome.kept) == (None, 0)
    assert (world.data_version(), published(world), len(upload_history(world, most=9))) == (version, before, 1)


def test_what_is_new_enters_as_an_upload_by_the_system_with_words_of_its_own(world, newer):
    seed = newer(
        CORRECTED,
        ADDED,
        GONE,
        ("documents.csv", "Kế hoạch mẫu năm 2023 (bịa để thử)", "Kế hoạch mẫu năm 2023 đã sửa (bịa để thử)"),
    )
    looked = preview(world, seed)
    assert len(upload_history(world, most=9)) == 1, "a preview writes nothing"
    outcome = reseed(world, seed)
    assert outcome._replace(changes=looked.changes) == looked
    assert (outcome.upload_id, outcome.catalogue_rows, outcome.kept) == (2, 1, 0)
    assert outcome.figures == {"new": 1, "changed": 1, "withdrawn": 1}
    assert [(row.change, row.before_text, row.after_text) for row in outcome.changes] == [
        ("changed", "80%", "82%"),
        ("withdrawn", "380 lớp", None),
        ("new", None, "9%"),
    ]
    assert figure(world, "M.01")["actual"] == 82 and figure(world, "M.02", "99")["actual"] == 9
    assert figure(world, "M.03", level="all")["actual"] is None, "what the seed no longer states is withdrawn"
    newest = upload_history(world, most=1)[0]
    assert (newest.kind, newest.uploaded_by, newest.row_count) == ("seed", "system", 4)
    assert newest.file_name.startswith("Số liệu gốc của phiên bản ")
    assert world.check() == []
    assert reseed(world, seed).upload_id is None


def withdraw(store):
    """Somebody withdraws a figure of the seed at its place."""
    headers = (*HEADERS, "rut_lai")
    row = ("M.02", "tinh", "98", "2022", "N", "", "", "2/KH-MAU", "Phần I", "x")
    data = csv_file([dict(zip(headers, row, strict=True))], headers)
    return commit(store, data, "x.csv", CLI, seen=None, reason="thử")


def test_what_people_withdrew_stays_withdrawn(world):
    assert figure(world, "M.02")["actual"] is not None
    withdraw(world)
    assert figure(world, "M.02")["actual"] is None
    outcome = reseed(world, TINY)
    assert (outcome.upload_id, outcome.kept) == (None, 1) and figure(world, "M.02")["actual"] is None


def test_what_people_stated_again_stays_when_the_seed_no_longer_states_it(world, newer):
    rows = [
        ("M.03", "chung", "98", "2022", "N", "", "380", "2/KH-MAU", "Phần I"),
        ("M.02", "tinh", "99", "2022", "N", "", "9", "3/BC-MAU", "Trang 2"),
    ]
    data = csv_file([dict(zip(HEADERS, row, strict=True)) for row in rows], HEADERS)
    answers = {question.key: "correct" for question in inspect(world, data, "x.csv", CLI).questions}
    commit(world, data, "x.csv", CLI, answers=answers, seen=None, reason="thử")
    outcome = reseed(world, newer(GONE))
    assert "withdrawn" not in outcome.figures and figure(world, "M.03", level="all")["actual"] == 380


def test_what_people_brought_stays_chosen(world, newer):
    bring(world, "M.01", "tinh", "98", "2022", "N", "", "81%", "2/KH-MAU", "Phần I")  # a correction at the same place
    bring(world, "M.02", "tinh", "99", "2022", "N", "", "11%", "Báo cáo của tỉnh", "")  # a figure that the seed did not have
    register = "so_hieu,loai,ten,ngay_xep\n3/BC-MAU,báo cáo,Tên do người dùng sửa,20/01/2023\n".encode()
    commit(world, register, "van-ban.csv", CLI, seen=None, reason="thử")
    before = published(world)
    seed = newer(CORRECTED, ADDED, ("documents.csv", "Báo cáo mẫu năm 2022 (bịa để thử)", "Tên mới của số liệu gốc"))
    outcome = reseed(world, seed)
    assert (outcome.upload_id, outcome.kept) == (None, 3)
    assert published(world) == before
    titles = world.select("select title from document_register where number = '3/BC-MAU'").title.tolist()
    assert titles == ["Tên do người dùng sửa"]


def test_a_new_figure_enters_beside_what_people_brought(world, newer):
    bring(world, "M.01", "tinh", "98", "2022", "N", "", "81%", "2/KH-MAU", "Phần I")
    outcome = reseed(world, newer(CORRECTED, ADDED))
    assert (outcome.figures, outcome.kept) == ({"new": 1}, 1)
    assert figure(world, "M.01")["actual"] == 81 and figure(world, "M.02", "99")["actual"] == 9
    assert world.check() == []


XA_MAU = Person("xa-mau", "Xã Mẫu", "staff", ("98101",), "oidc")


def test_one_commune_s_own_target_keeps_a_newer_seed_out_of_its_own_figure_only(world, newer):
    data = csv_file(
        [dict(zip(HEADERS, ("M.05", "xa", "98101", "2024", "N", "55%", "", "Kế hoạch xã", ""), strict=True))], HEADERS
    )
    answers = {question.key: "correct" for question in inspect(world, data, "x.csv", XA_MAU).questions}
    assert commit(world, data, "x.csv", XA_MAU, answers=answers, seen=None, reason="thử").upload_id == 2
    other = "98103,Xã Mẫu Hai,xã,xa,981,98,2016-01-01,,Bịa để thử phần mềm\n98102,"
    seeded = "M.05,xa,98,2023,N,40%"
    added = "".join(f"M.05,xa,{code},2024,N,60%,>=,60,,,,,,,,,,,2/KH-MAU,Mục 2,\n" for code in ("98101", "98103"))
    outcome = reseed(world, newer(("units.csv", "98102,", other), ("figures.csv", seeded, added + seeded)))
    assert (outcome.figures, outcome.kept) == ({"new": 1}, 1)
    told = {unit: figure(world, "M.05", unit, 2024, "commune")["target_low"] for unit in ("98101", "98103")}
    assert told == {"98101": 55, "98103": 60}


def test_the_seed_is_taken_back_like_any_upload(world, newer):
    before = published(world)
    outcome = reseed(world, newer(CORRECTED, ADDED, GONE))
    assert published(world) != before
    take_back(world, outcome.upload_id, CLI, "số liệu gốc mới có lỗi")
    assert published(world) == before


def test_a_seed_that_breaks_a_rule_is_refused_and_nothing_is_written(world, newer):
    before = published(world)
    with pytest.raises(BadSeed):
        reseed(world, newer(("figures.csv", "M.01,tinh,99,2022,N,,,,,55%,55,", "M.01,tinh,99,2022,N,,,,,155%,155,")))
    assert published(world) == before and len(upload_history(world, most=9)) == 1


def test_the_shipped_seed_says_nothing_new_to_a_store_made_of_it(own_store):
    """Also where cells are blank, words stand for numbers, and documents disagree."""
    assert preview(own_store).upload_id is None


def test_the_command_line_brings_the_shipped_seed_into_a_store_of_an_earlier_one(tmp_path, monkeypatch, capsys):
    earlier = shutil.copytree(FOLDER, tmp_path / "seed")
    *lines, last = (earlier / "figures.csv").read_bytes().splitlines(keepends=True)
    (earlier / "figures.csv").write_bytes(b"".join(lines))
    code = last.decode().split(",")[0]
    path = tmp_path / "kho.duckdb"
    store = Store.create(path)
    load_seed(store, earlier)
    store.close()
    monkeypatch.setenv("DATA_URL", str(path))
    assert main(["reseed", "--preview"]) == 0
    looked = capsys.readouterr().out
    assert "chưa ghi gì" in looked and "1 mới" in looked and f"  {code} " in looked
    assert main(["reseed"]) == 0
    assert "thành lần cập nhật 2: số liệu: 1 mới; danh mục: 0 dòng" in capsys.readouterr().out
    assert main(["reseed"]) == 0
    assert "không có gì mới so với kho; chưa ghi gì" in capsys.readouterr().out


def test_a_store_of_invented_figures_takes_no_seed(tmp_path, monkeypatch, capsys):
    path = tmp_path / "kho.duckdb"
    store = Store.create(path)
    load_seed(store, TINY, kind="sample", file_name="minh họa")
    store.close()
    monkeypatch.setenv("DATA_URL", str(path))
    assert main(["reseed"]) == 2
    assert "minh họa" in capsys.readouterr().err

"""The published views over HTTP: every one in every format, narrowed as the pages' links are, told apart by version and day."""

import csv
import io
from datetime import date, timedelta

import pyarrow.parquet as parquet
import pytest

from components.doors import published_views
from components.store import open_stores
from data.accounts.sign_in import CLI
from data.ingest.importer import commit
from data.published.view_request import FORMATS
from data.vietnamese.dates import on_day
from queries import reads
from queries.ledger import append, open_upload
from queries.schema import PUBLISHED
from queries.sqlfile import sql_file
from tests.data.ingest.sample_files import figures
from tests.doors_client import ask, open_to_doors


@pytest.fixture
def doors(store, monkeypatch):
    """The frozen seed behind the doors."""
    monkeypatch.delenv("READING", raising=False)
    with open_to_doors(monkeypatch, store, ":memory:"):
        yield store


def rows_of(answer):
    """Rows of a CSV answer as dicts of texts."""
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))


@pytest.mark.parametrize("view", PUBLISHED)
def test_every_view_leaves_whole_in_every_format(doors, view):
    whole = doors.arrow(view)
    answers = {
        kind: ask("GET", f"/api/v1/{view}.{kind}", params={"so_dong": 10_000} if kind == "json" else {}) for kind in FORMATS
    }
    assert {answer.status_code for answer in answers.values()} == {200}
    read = parquet.read_table(io.BytesIO(answers["parquet"].content))
    assert (
        read.schema.equals(whole.schema)
        and read.sort_by([(name, "ascending") for name in read.column_names[:8]]).num_rows == whole.num_rows
    )
    assert sorted(map(str, read.to_pylist())) == sorted(map(str, whole.to_pylist()))
    assert answers["json"].json()["next"] is None
    assert [len(rows_of(answers["csv"])), len(answers["json"].json()["rows"])] == [whole.num_rows] * 2
    assert list(answers["json"].json()["rows"][0]) == list(rows_of(answers["csv"])[0]) == whole.column_names


def test_the_csv_opens_rightly_in_vietnamese_excel(doors):
    answer = ask("GET", "/api/v1/target_vs_actual.csv", params={"dia_ban": "42", "nam": "2022", "ky": "Q2"})
    assert answer.content.startswith("\ufeffindicator_id;".encode()) and b"\r\n" in answer.content
    numbers = [row["actual"] for row in rows_of(answer) if row["actual"]]
    assert any("," in number for number in numbers) and not any("." in number for number in numbers)
    foreign = ask("GET", "/api/v1/target_vs_actual.csv", params={"dia_ban": "42", "nam": "2022", "ky": "Q2", "kieu": "quoc-te"})
    assert foreign.content.startswith("\ufeffindicator_id,indicator_name,".encode())
    assert [
        row["actual"].replace(".", ",")
        for row in csv.DictReader(io.StringIO(foreign.content.decode("utf-8-sig")))
        if row["actual"]
    ] == numbers


def test_no_text_is_run_as_a_formula(own_store, monkeypatch):
    columns = list(sql_file("tables", "indicator").columns)
    row = own_store.select("select * from indicator where indicator_id = 'CQ.06'").astype(object)
    kept = {name: None if (value := row.iloc[0][name]) != value else value for name in columns}

    def change(cursor):
        upload = open_upload(cursor, kind="indicators", file_name="x", file_sha256="0", uploaded_by="thu", row_count=1)
        append(cursor, "indicator", [{**kept, "upload_id": upload, "name": "=1+1;@SUM(A1)"}])

    own_store.write(change)
    with open_to_doors(monkeypatch, own_store, own_store.path):
        told = ask("GET", "/api/v1/target_vs_actual.csv", params={"chi_tieu": "CQ.06"}).content.decode("utf-8-sig")
    assert "'=1+1;'@SUM" in told and "=1+1" not in told.replace("'=1+1", "")


NARROWED = [
    ("target_vs_actual", {"dia_ban": "42"}, lambda row: row["unit_id"] == "42"),
    ("target_vs_actual", {"nam": "2022", "cap": "province"}, lambda row: (row["year"], row["level"]) == (2022, "province")),
    ("target_vs_actual", {"ky": "N", "chi_tieu": "CQ.06"}, lambda row: (row["period"], row["indicator_id"]) == ("N", "CQ.06")),
    (
        "figure_claim",
        {"dia_ban": "42", "chi_tieu": "CQ.06"},
        lambda row: (row["unit_id"], row["indicator_id"]) == ("42", "CQ.06"),
    ),
    ("indicator_due", {"cap": "commune"}, lambda row: row["level"] == "commune"),
    ("unit", {"dia_ban": "42", "cap": "district"}, lambda row: "42" in (row["parent_code"], row["province_code"])),
]


@pytest.mark.parametrize(("view", "choices", "keeps"), NARROWED)
def test_a_link_narrows_as_it_does_on_the_pages(doors, view, choices, keeps):
    everything = ask("GET", f"/api/v1/{view}.json", params={"so_dong": 10_000}).json()["rows"]
    some = ask("GET", f"/api/v1/{view}.json", params={"so_dong": 10_000, **choices}).json()["rows"]
    level = choices.get("cap")
    assert some == [row for row in everything if keeps(row) and (view != "unit" or row["level"] == level)]
    assert 0 < len(some) < len(everything)


def test_a_pillar_is_asked_by_its_code(doors):
    rows = doors.select(
        "select distinct c.pillar, c.pillar_name from indicator_catalogue as c join target_vs_actual as t using (indicator_id)"
    )
    for code, name in rows.itertuples(index=False, name=None):
        told = ask("GET", "/api/v1/target_vs_actual.json", params={"nhom": code, "so_dong": 10_000}).json()["rows"]
        assert told and {row["pillar"] for row in told} == {name}


def test_json_comes_in_parts_that_are_the_whole(doors):
    parts, query = [], "?so_dong=25&cap=province"
    while query:
        part = ask("GET", f"/api/v1/target_vs_actual.json{query}").json()
        parts.append(part["rows"])
        query = part["next"]
    whole = ask("GET", "/api/v1/target_vs_actual.json?so_dong=10000&cap=province").json()["rows"]
    assert len(parts) > 1 and [row for part in parts for row in part] == whole


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("/api/v1/account.csv", 404, "Không có bảng “account”"),
        ("/api/v1/unit.xlsx", 404, "Không có dạng “xlsx”"),
        ("/api/v1/unit", 404, "Không có bảng “”"),
        ("/api/v1/unit.csv?ky=Q1", 400, "không có tham số “ky”"),
        ("/api/v1/unit.csv?so_dong=5", 400, "không có tham số “so_dong”"),
        ("/api/v1/unit.json?dia_ban=9999", 400, "Không có địa bàn mang mã “9999”"),
        ("/api/v1/unit.json?nam=202x", 400, "Năm phải có bốn chữ số"),
        ("/api/v1/unit.json?cap=tinh", 400, "Không có cấp “tinh”"),
        ("/api/v1/unit.json?so_dong=10001", 400, "từ 1 đến 10000"),
        ("/api/v1/unit.json?tu=-1", 400, "Tham số tu"),
        ("/api/v1/target_vs_actual.csv?ky=moi-nhat", 400, "Không có kỳ “moi-nhat”"),
        ("/api/v1/target_vs_actual.csv?nhom=x", 400, "Các nhóm: "),
        ("/api/v1/target_vs_actual.csv?chi_tieu=' or 1=1 --", 400, "Không có chỉ tiêu mang mã"),
        ("/api/v1/target_vs_actual.csv?kieu=la", 400, "Tham số kieu"),
    ],
)
def test_a_wrong_question_is_told_in_vietnamese(doors, path, status, said):
    answer = ask("GET", path)
    assert (answer.status_code, list(answer.json())) == (status, ["loi"])
    assert said in answer.json()["loi"]


def test_only_reading_is_answered(doors):
    assert {ask(method, "/api/v1/unit.csv").status_code for method in ("POST", "PUT", "DELETE", "PATCH")} == {405}


def test_who_has_it_is_told_so_until_the_data_or_the_day_change(own_store, monkeypatch):
    with open_to_doors(monkeypatch, own_store, own_store.path), on_day(date(2026, 3, 1)):
        tag = ask("GET", "/api/v1/unit.csv").headers["etag"]
        again = ask("GET", "/api/v1/unit.csv", headers={"If-None-Match": tag})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
        assert ask("GET", "/api/v1/unit.csv?cap=district", headers={"If-None-Match": tag}).status_code == 200
        assert ask("GET", "/api/v1/unit.json", headers={"If-None-Match": tag}).status_code == 200
        with on_day(date(2026, 3, 2)):
            assert ask("GET", "/api/v1/unit.csv", headers={"If-None-Match": tag}).status_code == 200
        own_store.write(lambda cursor: None)
        assert ask("GET", "/api/v1/unit.csv", headers={"If-None-Match": tag}).status_code == 200


def test_it_travels_packed(doors):
    packed = ask("GET", "/api/v1/target_vs_actual.csv", headers={"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip" and int(packed.headers.get("content-length", 0)) < len(packed.content)


def test_more_rows_than_a_sheet_holds_are_refused_as_csv_only(doors, monkeypatch):
    monkeypatch.setattr("data.published.view_files.MOST_IN_CSV", 10)
    answer = ask("GET", "/api/v1/unit.csv")
    assert answer.status_code == 413 and "parquet" in answer.json()["loi"]
    assert ask("GET", "/api/v1/unit.parquet").status_code == 200


def test_two_are_answered_at_a_time_and_the_next_is_told_to_wait(doors, monkeypatch):
    monkeypatch.setattr(published_views, "_PATIENCE", 0.1)
    with published_views._AT_ONCE, published_views._AT_ONCE:
        answer = ask("GET", "/api/v1/unit.csv")
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "10") and "nhiều yêu cầu" in answer.json()["loi"]
    assert ask("GET", "/api/v1/unit.csv").status_code == 200
    assert ask("GET", "/api/v1/unit.csv?nam=x").status_code == 400, "a place that was not given back"
    assert [ask("GET", "/api/v1/unit.csv").status_code for _ in range(3)] == [200, 200, 200]


def test_without_a_store_it_says_so(monkeypatch, tmp_path):
    with open_to_doors(monkeypatch, None, str(tmp_path / "x.duckdb")):
        assert ask("GET", "/api/v1/unit.csv").status_code == ask("GET", "/api/v1/datapackage.json").status_code == 503


def test_private_reading_asks_who_it_is(doors, monkeypatch):
    monkeypatch.setenv("READING", "private")
    for path in ("/api/v1/unit.csv", "/api/v1/datapackage.json"):
        answer = ask("GET", path, headers={"Cookie": "phien=khong-phai"})
        assert answer.status_code == 401 and answer.headers["www-authenticate"].startswith("Basic ")
        assert "mã truy cập" in answer.json()["loi"]


def test_the_data_package_describes_every_column_of_every_file(doors):
    package = ask("GET", "/api/v1/datapackage.json").json()
    assert [resource["name"] for resource in package["resources"]] == PUBLISHED
    for resource in package["resources"]:
        head = ask("GET", f"/api/v1/{resource['path']}").content.decode("utf-8-sig").splitlines()[0]
        fields = resource["schema"]["fields"]
        assert [field["name"] for field in fields] == head.split(resource["dialect"]["delimiter"])
        told = {name: meaning for name, (_, meaning) in sql_file("published", resource["name"]).columns.items()}
        assert {field["name"]: field["description"] for field in fields} == told
        assert {field["type"] for field in fields} <= {"string", "integer", "number", "date", "datetime", "boolean"}


def test_a_store_of_invented_figures_says_so_in_the_data_package_as_in_its_files(own_store, monkeypatch):
    own_store.write(
        lambda cursor: cursor.execute(
            "insert into upload by name select * replace (999 as upload_id, 'sample' as kind) from upload where upload_id = 1"
        )
    )
    with open_to_doors(monkeypatch, own_store, own_store.path):
        package = ask("GET", "/api/v1/datapackage.json").json()
        heads = [
            ask("GET", f"/api/v1/{resource['path']}").content.decode("utf-8-sig").splitlines()[0]
            for resource in package["resources"]
        ]
    assert "minh họa" in package["title"]
    assert [";".join(field["name"] for field in resource["schema"]["fields"]) for resource in package["resources"]] == heads


def test_a_view_is_answered_as_it_was_known_on_a_past_day(own_store, monkeypatch):
    known = reads.known_day_list(own_store)[0].day
    with on_day(known + timedelta(days=1)):
        append_result(own_store, 61)
    ways = {"dia_ban": "42", "nam": "2025", "ky": "Q1"}
    with on_day(known + timedelta(days=3)), open_to_doors(monkeypatch, own_store, ":memory:"):
        present, past, next_day = (
            ask("GET", "/api/v1/target_vs_actual.json", params=ways | more)
            for more in ({}, {"biet_den": f"{known}"}, {"biet_den": f"{known + timedelta(days=1)}"})
        )
        assert [len(answer.json()["rows"]) for answer in (present, past, next_day)] == [1, 0, 1]
        assert (
            next_day.json()["rows"][0]["known_on"] == f"{known + timedelta(days=1)}"
            and "known_on" not in present.json()["rows"][0]
        )
        assert len({answer.headers["ETag"] for answer in (present, past, next_day)}) == 3
        again = ask(
            "GET",
            "/api/v1/target_vs_actual.json",
            params=ways | {"biet_den": f"{known}"},
            headers={"If-None-Match": past.headers["ETag"]},
        )
        assert again.status_code == 304
        package = ask("GET", "/api/v1/datapackage.json", params={"biet_den": f"{known}"}).json()
        units = next(resource for resource in package["resources"] if resource["name"] == "unit")
        head = ask("GET", f"/api/v1/{units['path']}").content.decode("utf-8-sig").splitlines()[0]
        assert ";".join(field["name"] for field in units["schema"]["fields"]) == head and head.endswith(";known_on")
        assert "như đã biết ngày" in package["title"]
        assert ask("GET", "/api/v1/datapackage.json", params={"biet_den": "2001-01-01"}).status_code == 400
        for asked, told in (
            ("hôm qua", "Không hiểu ngày"),
            ("2099-01-01", "chưa hết"),
            ("2001-01-01", "chưa có kho số liệu này"),
        ):
            refused = ask("GET", "/api/v1/unit.json", params={"biet_den": asked})
            assert refused.status_code == 400 and told in refused.json()["loi"]
    open_stores.PAST.close()


def append_result(store, value):
    """A result of the first quarter of 2025 by an upload of its own."""
    file = figures({"nam": "2025", "ky": "Q1", "nguon": "525/KH-UBND", "vi_tri": "Biểu 1", "cap": "tinh", "ket_qua": f"{value}%"})
    commit(store, file, "quy-1.csv", CLI, seen=None, reason="đã kiểm tra")

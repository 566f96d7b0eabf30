"""Figures brought in over HTTP: the same importer, findings and rights as on the page, and never without a token."""

import json
from datetime import timedelta

import pytest

from components.doors import figures_door
from data.accounts.sign_in import CLI
from data.accounts.tokens import create_token, holder, revoke_token
from data.ingest.importer import inspect
from data.vietnamese.dates import today
from queries.accounts import write_account
from tests.data.ingest.sample_files import DOCUMENT, figures
from tests.doors_client import ask, open_to_doors

WELL = figures({"ket_qua": "61,5"})


@pytest.fixture
def store(own_store, monkeypatch):
    """A store behind the doors, with staff of a province and of a district."""
    monkeypatch.delenv("READING", raising=False)
    for name, codes in (("chuyen-vien", "42"), ("duc-tho", "440")):
        row = {
            "name": name,
            "display_name": name,
            "role": "staff",
            "territories": codes,
            "password_hash": "x",
            "one_time": False,
            "blocked": False,
        }
        own_store.write(lambda cursor, row=row: write_account(cursor, row, changed_by="thu"))
    with open_to_doors(monkeypatch, own_store, own_store.path):
        yield own_store


def token(store, **facts):
    """A token to upload for the staff of the province, unless told otherwise."""
    usual = {"label": "Phần mềm", "scope": "upload", "expires_on": today() + timedelta(days=9), "owner": "chuyen-vien"}
    return create_token(store, CLI, **{**usual, **facts})


def send(path, token, data=WELL, name="so-lieu.csv", **fields):
    """POST a file with fields to a door."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    files = {"file": (name, data)} if data is not None else {"khac": ("x", b"x")}
    return ask("POST", f"/api/v1/{path}", headers=headers, files=files, data=fields)


def uploads(store):
    return store.select("select uploaded_by, from_where, seen_version, territories from upload where upload_id > 1").to_dict(
        "records"
    )


def test_a_file_is_previewed_and_written_for_the_account_of_the_token(store):
    mine = token(store)
    preview = send("import/preview", mine)
    assert (preview.status_code, preview.json()["outcome"], preview.json()["new_rows"]) == (200, "preview", 1)
    assert uploads(store) == []
    written = send("import", mine, seen=preview.json()["seen"], ticked=json.dumps(_marks(preview)), reason="thử")
    assert (written.status_code, written.json()["outcome"], written.json()["written"]) == (201, "written", 1)
    [upload] = uploads(store)
    assert (upload["uploaded_by"], upload["territories"]) == ("chuyen-vien", "42")
    assert (
        upload["from_where"] == f"api:{holder(store, mine).token_id}" and upload["seen_version"] == preview.json()["data_version"]
    )
    again = send("import", mine, seen=send("import/preview", mine).json()["seen"])
    assert (again.status_code, again.json()["outcome"]) == (200, "nothing_new")


def _marks(answer):
    return [finding["mark"] for finding in answer.json()["findings"] if finding["severity"] == "confirm"]


def test_the_findings_are_those_of_the_page(store):
    wrong = figures({"ket_qua": "trên 50%", "cap": "xã phường"}, {"nam": "20x3", "ket_qua": "5"})
    told = send("import/preview", token(store), wrong).json()
    person = holder(store, token(store)).person
    expected = inspect(store, wrong, "so-lieu.csv", person).findings
    assert [(each["code"], each["mark"], each["text"]) for each in told["findings"]] == [
        (each.code, each.mark, each.text()) for each in expected
    ]
    assert told["outcome"] == "stopped" and expected


def test_a_question_is_told_with_its_options_and_its_answer_counts(store):
    dotted = figures({"ket_qua": "0,693"})
    told = send("import/preview", token(store), dotted).json()
    [question] = told["questions"]
    assert question["options"] and told["outcome"] == "stopped"
    answered = send(
        "import/preview", token(store), dotted, answers=json.dumps({question["key"]: next(iter(question["options"]))})
    ).json()
    assert question["key"] not in [each["key"] for each in answered["questions"]]


def test_a_commit_is_tied_to_what_was_previewed(store):
    mine = token(store)
    seen = send("import/preview", mine).json()["seen"]
    for other in ({"data": figures({"ket_qua": "99"})}, {"answers": '{"heading": "1"}'}):
        answer = send("import", mine, seen=seen, **other)
        assert (answer.status_code, answer.json()["outcome"]) == (409, "not_previewed") and "Chưa ghi gì" in answer.json()["loi"]
    for missing in ("", "khong", "7", "7-abc"):
        assert send("import", mine, seen=missing).status_code in (400, 409)
    assert uploads(store) == []


def test_who_was_overtaken_sees_the_new_preview_and_may_go_on(store):
    mine = token(store)
    seen = send("import/preview", mine).json()["seen"]
    store.write(lambda cursor: None)
    answer = send("import", mine, seen=seen)
    assert (answer.status_code, answer.json()["outcome"]) == (409, "overtaken") and answer.json()["seen"] != seen
    store.life = "0" * 8  # the same number after a restore is another version
    answer = send("import", mine, seen=answer.json()["seen"])
    assert (answer.status_code, answer.json()["outcome"]) == (409, "overtaken")
    assert send("import", mine, seen=answer.json()["seen"], ticked=json.dumps(_marks(answer)), reason="thử").status_code == 201


def test_an_oddity_that_nobody_ticked_keeps_the_file_out(store):
    odd = figures({"cap": "xa", "ket_qua": "1,5", "nguon": "BC 77/BC-UBND"})  # 20% the year before
    mine = token(store)
    preview = send("import/preview", mine, odd)
    assert _marks(preview)
    answer = send("import", mine, odd, seen=preview.json()["seen"], reason="đã xem")
    assert (answer.status_code, answer.json()["outcome"]) == (422, "unticked") and uploads(store) == []


def test_the_rights_of_the_account_hold(store):
    far = figures({"don_vi": "75", "ket_qua": "5", "nguon": DOCUMENT})
    told = send("import/preview", token(store), far).json()
    assert told["outcome"] == "stopped" and any(each["severity"] == "stop" for each in told["findings"])
    narrow = token(store, owner="chuyen-vien", territories=["440"])
    assert send("import/preview", narrow).json()["outcome"] == "stopped"


def test_a_token_that_is_revoked_between_preview_and_commit_writes_nothing(store):
    mine = token(store)
    seen = send("import/preview", mine).json()["seen"]
    revoke_token(store, CLI, holder(store, mine).token_id)
    assert send("import", mine, seen=seen).status_code == 401 and uploads(store) == []


@pytest.mark.parametrize("path", ["import/preview", "import", "undo"])
def test_nobody_brings_figures_without_a_token_to_upload(store, path):
    reading = create_token(store, CLI, label="Đọc", scope="read", expires_on=today())
    assert [send(path, shown).status_code for shown in (None, "sai", reading)] == [401, 401, 403]
    cookie = ask("POST", f"/api/v1/{path}", headers={"Cookie": "phien=x"}, files={"file": ("a.csv", WELL)})
    assert cookie.status_code == 401 and uploads(store) == []


@pytest.mark.parametrize("path", ["import/preview", "import", "undo"])
def test_a_password_that_a_browser_keeps_writes_nothing(store, path):
    """A page elsewhere could send a form with it; a program sets Bearer itself."""
    answer = ask("POST", f"/api/v1/{path}", auth=("x", token(store)), files={"file": ("a.csv", WELL)})
    assert answer.status_code == 401 and "WWW-Authenticate" not in answer.headers and uploads(store) == []


def test_an_upload_is_taken_back_by_who_may(store):
    mine = token(store)
    preview = send("import/preview", mine)
    number = send("import", mine, seen=preview.json()["seen"], ticked=json.dumps(_marks(preview)), reason="thử").json()[
        "upload_id"
    ]
    asked = {"upload_id": str(number), "reason": "nhầm"}
    foreign = ask("POST", "/api/v1/undo", headers={"Authorization": f"Bearer {token(store, owner='duc-tho')}"}, data=asked)
    assert (foreign.status_code, foreign.json()["outcome"]) == (403, "no_right")
    mine = {"Authorization": f"Bearer {mine}"}
    assert ask("POST", "/api/v1/undo", headers=mine, data={**asked, "reason": " "}).status_code == 422
    assert ask("POST", "/api/v1/undo", headers=mine, data=asked).json()["outcome"] == "undone"
    assert ask("POST", "/api/v1/undo", headers=mine, data=asked).status_code == 404
    assert ask("POST", "/api/v1/undo", headers=mine, data={"upload_id": "x", "reason": "y"}).status_code == 400


def test_what_is_no_table_is_refused_with_its_finding(store):
    answer = send("import/preview", token(store), b"%PDF-1.7 ...", "a.pdf")
    assert answer.json()["outcome"] == "refused" and answer.status_code == 422
    assert [each["code"] for each in answer.json()["findings"]] == ["file_pdf"] and answer.json()["loi"]


def test_a_request_that_cannot_be_read_is_told(store, monkeypatch):
    mine = token(store)
    assert "trường file" in send("import/preview", mine, data=None).json()["loi"]
    headers = {"Authorization": f"Bearer {mine}"}
    assert (
        ask(
            "POST",
            "/api/v1/import",
            headers={**headers, "Content-Type": "multipart/form-data; boundary=x"},
            content=b"--x\r\nhong",
        ).status_code
        == 400
    )
    assert ask("POST", "/api/v1/import", headers=headers, content=b"x").status_code == 400
    assert send("import/preview", mine, answers="[1]").status_code == 400
    assert send("import", mine, seen=send("import/preview", mine).json()["seen"], ticked="{}").status_code == 400


def test_a_file_that_is_too_large_is_refused_before_it_is_read_whole(store, monkeypatch):
    usual = figures_door.st.get_option
    monkeypatch.setattr(figures_door.st, "get_option", lambda name: 1 if name == "server.maxUploadSize" else usual(name))
    answer = send("import/preview", token(store), b"x" * (2**20 + 5))
    assert answer.status_code == 413 and "1 MB" in answer.json()["loi"]
    sent = 0

    async def endless():
        nonlocal sent
        while True:
            sent += 65536
            yield b"y" * 65536

    headers = {"Authorization": f"Bearer {token(store)}", "Content-Type": "multipart/form-data; boundary=x"}
    assert ask("POST", "/api/v1/import", headers=headers, content=endless()).status_code in (400, 413) and sent < 4 * 2**20


def test_two_files_are_read_at_a_time(store, monkeypatch):
    monkeypatch.setattr(figures_door, "_PATIENCE", 0.2)
    with figures_door._AT_ONCE, figures_door._AT_ONCE:
        answer = send("import/preview", token(store))
    assert answer.status_code == 503 and answer.headers["retry-after"] == "10"
    assert [send("import/preview", token(store)).status_code for _ in range(3)] == [200] * 3


@pytest.mark.parametrize("kind", ["bearer", "basic"])
def test_private_reading_is_open_to_tokens(store, monkeypatch, kind):
    monkeypatch.setenv("READING", "private")
    reading = create_token(store, CLI, label="Excel", scope="read", expires_on=today())

    def status(shown):
        given = {"headers": {"Authorization": f"Bearer {shown}"}} if kind == "bearer" else {"auth": ("ai-cung-duoc", shown)}
        return ask("GET", "/api/v1/unit.csv", **given).status_code

    assert [status(reading), status(token(store)), status("sai")] == [200, 200, 401]
    monkeypatch.delenv("READING")
    assert status("sai") == 401, "a program is told that its token is worth nothing"


def test_no_token_uploads_for_an_account_without_the_second_factor_that_is_required(store, monkeypatch):
    mine = token(store)
    monkeypatch.setenv("SECOND_FACTOR", "all")
    refused = send("import/preview", mine)
    assert refused.status_code == 403 and "chưa bật" in refused.json()["loi"]
    monkeypatch.setenv("SECOND_FACTOR", "admin")
    assert send("import/preview", mine).status_code == 200

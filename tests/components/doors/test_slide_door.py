"""Slides by link: every page's links lead to a file, for whoever may see the page, marked as the page is; everything else is refused in Vietnamese."""

import io
import re
import shutil
from contextlib import closing
from datetime import timedelta
from html import unescape
from urllib.parse import unquote, urlsplit

import pytest
from pptx import Presentation

from components.accounts import session
from components.slides.older.groups import every_shape
from components.store import open_stores
from data.accounts import administration, record
from data.accounts.sessions import IDLE, Sessions
from data.accounts.sign_in import CLI, replace_one_time
from data.accounts.tokens import create_token
from data.vietnamese.dates import on_day, today
from data.vietnamese.terms import SAMPLE
from queries.accounts import stored_account
from queries.store import Store
from tests.doors_client import ask, open_to_doors
from tests.navigation import EXPECTED, OPEN_PAGES
from tests.pages.app_session import new_session, said

ASKED = "/tai-ve/indicator/chi-tieu.pptx?dia_ban=42&chi_tieu=CQ.06&cap=province"
OWN = "bốn mùa lúa chín vàng"


@pytest.fixture
def doors(own_store, monkeypatch):
    """A store behind the doors, and sessions of its own."""
    monkeypatch.delenv("READING", raising=False)
    monkeypatch.setattr(record, "_MINUTES", {})
    with open_to_doors(monkeypatch, own_store, own_store.path):
        yield own_store


@pytest.fixture
def clock(monkeypatch):
    """Seconds that a test moves."""
    now = [1000.0]
    monkeypatch.setattr(session, "SESSIONS", Sessions(lambda: now[0]))
    return now


def cookie(store, name, role="reader", own=True):
    """The cookie that a browser sends for somebody who has just signed in, and the session's identifier."""
    administration.create_account(store, CLI, name=name, display_name=name, role=role, territories=("42",))
    if own:
        replace_one_time(store, name, stored_account(store, name).change_number, OWN)
    key = session.SESSIONS.open(name, stored_account(store, name).change_number)
    token, _ = session.SESSIONS.redeem(session.SESSIONS.ticket(key))
    return {"Cookie": f"{session.COOKIE}={token}"}, key


def file_name(answer):
    return unquote(answer.headers["content-disposition"].rpartition("''")[2])


def refused(answer, status):
    """A page in Vietnamese that holds no figure, and is kept nowhere."""
    text = unescape(answer.text)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8"), text
    assert answer.headers["cache-control"] == "no-store" and "content-disposition" not in answer.headers
    assert "Chưa tải được trang chiếu" in text and "Hà Tĩnh" not in text and "error" not in text.lower()
    return text


def words(answer):
    """All texts on the slides of an answer."""
    deck = Presentation(io.BytesIO(answer.content))
    return "\n".join(shape.text_frame.text for page in deck.slides for shape in every_shape(page) if shape.has_text_frame)


@pytest.mark.parametrize("path", [path for path in OPEN_PAGES if path not in ("pages/help/guide.py", "pages/help/open_data.py")])
def test_every_slide_that_a_page_offers_is_made_by_its_link(doors, path):
    at = new_session()
    at.query_params.update(dict(pair.split("=") for pair in EXPECTED[path].choices.lstrip("?").split("&") if pair))
    at.run()
    at.switch_page(path).run()
    links = [unescape(found) for found in re.findall(r'href="(tai-ve/[^"]+)"', said(at))]
    assert links or path in ("pages/briefing/report.py", "pages/origin/two_days.py"), (
        "two days: on its first day there are no two"
    )
    for link in links:
        answer = ask("GET", f"/{link}")
        assert answer.status_code == 200 and answer.content[:2] == b"PK", link
        assert (
            file_name(answer) == urlsplit(link).path.rpartition("/")[2]
            and len(Presentation(io.BytesIO(answer.content)).slides) >= 1
        )


def test_private_reading_hands_a_slide_to_whoever_may_read_and_to_nobody_else(doors, clock, monkeypatch):
    monkeypatch.setenv("READING", "private")
    told = refused(ask("GET", ASKED, source="10.9.9.9"), 401)
    assert "chỉ dành cho người có tài khoản" in told and 'href="/dang-nhap"' in told
    newest = record.entries(doors.path)[0]
    assert (newest.kind, newest.about, newest.source) == ("refused", "trang chiếu", "10.9.9.9")
    for role in ("reader", "staff", "admin"):
        sent, _ = cookie(doors, f"ai{role}", role)
        assert ask("GET", ASKED, headers=sent).content[:2] == b"PK", role
    refused(ask("GET", ASKED, headers={"Cookie": f"{session.COOKIE}=doan-mo"}), 401)
    refused(ask("GET", f"{ASKED}&{session.COOKIE}=x", headers={"Authorization": "Bearer x"}), 401)


@pytest.mark.parametrize("what", ["one-time password", "block", "sign out", "idle"])
def test_nobody_gets_a_slide_by_a_link_that_is_left_after_the_right_is_over(doors, clock, monkeypatch, what):
    monkeypatch.setenv("READING", "private")
    sent, key = cookie(doors, "nguoicu", own=what != "one-time password")
    if what != "one-time password":
        assert ask("GET", ASKED, headers=sent).status_code == 200
    if what == "block":
        administration.block_account(doors, CLI, "nguoicu")
    elif what == "sign out":
        session.SESSIONS.close(key)
    elif what == "idle":
        clock[0] += IDLE
    refused(ask("GET", ASKED, headers=sent), 401)


def test_a_program_with_a_token_to_read_gets_a_slide_until_the_token_is_over(doors, clock, monkeypatch):
    monkeypatch.setenv("READING", "private")
    token = create_token(doors, CLI, label="Đọc", scope="read", expires_on=today(), owner="")
    headers = {"Authorization": f"Bearer {token}"}
    assert ask("GET", ASKED, headers=headers).status_code == 200
    with on_day(today() + timedelta(days=1)):
        refused(ask("GET", ASKED, headers=headers), 401)


@pytest.mark.parametrize(
    "asked",
    [
        "/tai-ve/khong-co/a.pptx?dia_ban=42",
        "/tai-ve/indicator/a.pptx?dia_ban=42",
        "/tai-ve/indicator/a.pptx?chi_tieu=CQ.06",
        "/tai-ve/indicator/a.pptx?dia_ban=999999&chi_tieu=CQ.06",
        "/tai-ve/indicator/a.pptx?dia_ban=42&chi_tieu=KHONG.CO",
        "/tai-ve/indicator/a.pptx?dia_ban=42'%20or%201=1&chi_tieu=CQ.06",
        "/tai-ve/indicator/a.pptx?dia_ban=42&chi_tieu=CQ.06&cap=moi",
        "/tai-ve/indicator/a.pptx?dia_ban=42&chi_tieu=CQ.06&them=1",
        "/tai-ve/attention/a.pptx?dia_ban=42&nam=99999",
        "/tai-ve/attention/a.pptx?dia_ban=42&nam=%D9%A2%D9%A0%D9%A2%D9%A2",
        "/tai-ve/attention/a.pptx?dia_ban=42&nam=2022.5",
        "/tai-ve/agenda/a.pptx?dia_ban=42&muc_luc=x",
        f"{ASKED}&kho=minh-hoa",
        f"{ASKED}&kho=khac",
        f"{ASKED}&biet_den=2030-01-01",
        f"{ASKED}&biet_den=<script>",
        f"{ASKED}&biet_den=",
    ],
)
def test_what_no_slide_can_be_made_of_is_told(doors, monkeypatch, asked):
    monkeypatch.delenv("SAMPLE_STORE", raising=False)
    assert "<script>" not in ask("GET", asked).text
    refused(ask("GET", asked), 404)


@pytest.mark.parametrize("name", ["%0d%0aSet-Cookie:%20a=b", "..%5c..%5cx", "a%22;b", "Tỉnh Đà.pptx.exe", "%3Cb%3E", "." * 300])
def test_the_name_of_a_link_is_taken_in_plain_letters_alone(doors, name):
    answer = ask("GET", ASKED.replace("chi-tieu.pptx", f"{name}.pptx"))
    assert answer.status_code == 200 and re.fullmatch(r"[a-z0-9-]{1,90}\.pptx", file_name(answer))
    assert "set-cookie" not in answer.headers


def test_invented_figures_are_marked_whatever_the_link_calls_them(doors, store_file, tmp_path, monkeypatch):
    sample = shutil.copy(store_file, tmp_path / "minh-hoa.duckdb")
    with closing(Store.open(sample)) as store:
        store.write(lambda cursor: cursor.execute("update upload set kind = 'sample'"))
    monkeypatch.setenv("SAMPLE_STORE", str(sample))
    real, invented = (ask("GET", ASKED.replace("chi-tieu.pptx", "so-that.pptx") + more) for more in ("", "&kho=minh-hoa"))
    assert file_name(real) == "so-that.pptx" and file_name(invented) == f"{SAMPLE} - so-that.pptx"
    assert SAMPLE.lower() not in words(real).lower() and SAMPLE.lower() in words(invented).lower()


def test_a_past_day_is_marked_and_its_slide_says_what_was_known_then(doors, monkeypatch):
    day = today()
    with on_day(day + timedelta(days=3)):
        answer = ask("GET", f"{ASKED}&biet_den={day.isoformat()}")
    assert answer.status_code == 200, answer.text
    assert file_name(answer) == f"Như đã biết {day:%d-%m-%Y} - chi-tieu.pptx" and f"Như đã biết ngày {day:%d/%m/%Y}" in words(
        answer
    )


def test_a_closed_store_and_a_fault_are_told(doors, monkeypatch):
    from components.tiles import slide_button

    monkeypatch.setattr(slide_button, "made", lambda *asked: 1 / 0)
    assert "báo người quản trị" in refused(ask("GET", ASKED), 500)
    monkeypatch.setattr(open_stores, "_OPEN", {})
    assert "chưa mở được" in refused(ask("GET", ASKED), 503)

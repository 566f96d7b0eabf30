"""What stands before every route: hosts, files that pages have made, files that browsers send, cookies on their way out."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from streamlit import config
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from components import file_input
from components.accounts import gate, session, upload_gate
from components.accounts.upload_gate import A_MINUTE, ADDRESS_FILES, VISIT_BYTES, VISIT_FILES, Uploads
from data.accounts.sessions import LONGEST, Sessions
from data.accounts.sign_in import CLI

MIB = 2**20
CLAIMS = '{"is_logged_in": true, "origin": "http://bang.example", "sub": "7", "iss": "https://id.example", "iat": 5, "email": "a@id.example"}'


async def _well(request):
    return PlainTextResponse("được")


async def _with_cookies(request):
    answer = PlainTextResponse("được")
    answer.set_cookie("phien", "x", max_age=LONGEST, httponly=True, samesite="strict")
    signed = create_signed_value(config.get_option("server.cookieSecret"), USER_COOKIE_NAME, CLAIMS).decode()
    answer.set_cookie(USER_COOKIE_NAME, signed, max_age=30 * 24 * 3600, httponly=True, samesite="lax")
    return answer


async def _echo(socket):
    await socket.accept()
    try:
        while True:
            await socket.send_text(str(len(await socket.receive_text())))
    except Exception:  # the other side is gone
        return


ROUTES = [
    Route("/media/{name}", _well),
    Route("/_stcore/upload_file/{visit}/{file}", _well, methods=["PUT", "DELETE"]),
    Route("/oauth2callback", _with_cookies),
    Route("/khac", _with_cookies),
    WebSocketRoute("/_stcore/stream", _echo),
]
REFUSED = []
APP = Starlette(routes=ROUTES, middleware=[Middleware(gate.Gate)])


def asked(method, path, *, scheme="http", body=b"", **headers):
    """The answer to a request."""

    async def ask():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=APP), base_url=f"{scheme}://localhost") as client:
            return await client.request(method, path, content=body, headers=headers)

    with ThreadPoolExecutor(1) as thread:  # of its own: a browser test before this one leaves a running loop in the main thread
        return thread.submit(lambda: asyncio.run(ask())).result()


@pytest.fixture(autouse=True)
def sessions(monkeypatch):
    """Sessions of this test alone."""
    monkeypatch.setattr(session, "SESSIONS", Sessions())
    monkeypatch.setattr(session, "is_open", lambda: True)
    monkeypatch.setattr(session, "refused", lambda about, source: REFUSED.append((about, source)))
    REFUSED.clear()
    monkeypatch.setattr(upload_gate, "UPLOADS", Uploads(held=lambda visit: (0, 0) if visit == "visit" else None))
    monkeypatch.setattr(file_input, "_OFFERED", {})
    return session.SESSIONS


def test_with_private_reading_a_made_file_is_for_who_is_signed_in(monkeypatch):
    assert asked("GET", "/media/a.csv").status_code == 200
    monkeypatch.setenv("READING", "private")
    assert asked("GET", "/media/a.csv").status_code == 403 and REFUSED == [("tệp của trang", "127.0.0.1")]
    monkeypatch.setattr(session, "person_of_cookies", lambda cookies: CLI if cookies.get("phien") == "đúng" else None)
    assert asked("GET", "/media/a.csv", cookie="phien=sai; khac=1").status_code == 403
    monkeypatch.setattr(session, "person_of_cookies", lambda cookies: CLI if cookies.get("phien") == "dung" else None)
    assert asked("GET", "/media/a.csv", cookie="khac=1; phien=dung").status_code == 200


def test_only_the_hosts_of_the_setting_are_answered(monkeypatch):
    monkeypatch.setattr(gate, "host_is_allowed", lambda host: host == "localhost")
    assert asked("GET", "/khac").status_code == 200
    assert asked("GET", "/khac", host="xau.example").status_code == 400


@pytest.mark.parametrize(
    ("scheme", "headers", "secure"), [("http", {}, 0), ("https", {}, 2), ("http", {"X-Forwarded-Proto": "https"}, 2)]
)
def test_cookies_are_secure_behind_https_and_none_of_a_provider_outlives_a_session(scheme, headers, secure):
    cookies = asked("GET", "/khac", scheme=scheme, **headers).headers.get_list("set-cookie")
    assert len(cookies) == 2 and sum("; Secure" in cookie for cookie in cookies) == secure
    assert all(f"Max-Age={LONGEST}" in cookie and "HttpOnly" in cookie for cookie in cookies)


def test_a_providers_answer_begins_its_session_and_nothing_else_does(sessions):
    asked("GET", "/khac")
    key = "oidc https://id.example 7 5"
    assert sessions.use(key) is None
    asked("GET", "/oauth2callback", **{"user-agent": "Firefox"})
    begun = sessions.use(key)
    assert begun.name == "a@id.example" and begun.browser == "Firefox"


def test_a_cookie_that_was_altered_vouches_for_nobody():
    signed = create_signed_value(config.get_option("server.cookieSecret"), USER_COOKIE_NAME, CLAIMS).decode()
    assert gate.provider_claims({USER_COOKIE_NAME: signed})["email"] == "a@id.example"
    assert gate.provider_claims({USER_COOKIE_NAME: signed[:-2] + "xx"}) == {} and gate.provider_claims({}) == {}


# --- files that browsers send


def test_a_file_is_taken_only_for_a_visit_whose_page_offers_a_box_to_somebody_who_may_use_it(monkeypatch):
    path = "/_stcore/upload_file/visit/1"
    assert asked("PUT", path, body=b"x").status_code == 403
    file_input._OFFERED["visit"] = lambda: True
    assert asked("PUT", path, body=b"x").status_code == 200
    assert asked("PUT", "/_stcore/upload_file/khac/1", body=b"x").status_code == 403
    file_input._OFFERED["visit"] = lambda: False  # blocked meanwhile, on an open page
    assert asked("PUT", path, body=b"x").status_code == 403
    assert asked("DELETE", path).status_code == 200


def admitted(uploads, times, size, visit="visit", source="10.0.0.1"):
    return [uploads.admit(visit, source, size) for _ in range(times)]


@pytest.fixture
def offered():
    file_input._OFFERED.update({f"visit{number}": lambda: True for number in range(100)} | {"visit": lambda: True})


def test_a_visit_may_have_few_files_and_bytes_lying_with_the_server(offered):
    lying = {"visit": (0, 0)}
    uploads = Uploads(held=lying.get, clock=lambda: 0.0)
    assert admitted(uploads, VISIT_FILES + 2, 1) == [0] * VISIT_FILES + [429, 429]
    for _ in range(VISIT_FILES):
        uploads.done("visit", "10.0.0.1", 1)
    assert uploads.admit("visit", "10.0.0.1", 1) == 0  # what was on its way is gone again
    uploads.done("visit", "10.0.0.1", 1)
    lying["visit"] = (2, VISIT_BYTES - 10)
    assert admitted(uploads, 2, 10) == [0, 429]
    assert uploads.admit("visit", "10.0.0.1", 22 * MIB) == 413


def test_all_visits_of_one_address_together_may_have_so_many_and_another_address_as_many(offered):
    uploads = Uploads(held=lambda visit: (1, 5 * MIB), clock=lambda: 0.0)
    outcomes = [uploads.admit(f"visit{number}", "10.0.0.1", 1) for number in range(ADDRESS_FILES)]
    assert 0 < outcomes.count(0) <= ADDRESS_FILES // 2 and outcomes[-1] == 429
    assert uploads.admit("visit99", "10.0.0.2", 1) == 0


def test_an_address_sends_so_many_files_a_minute(offered):
    now = [0.0]
    uploads = Uploads(held=lambda visit: (0, 0), clock=lambda: now[0])
    for _ in range(A_MINUTE):
        assert uploads.admit("visit", "10.0.0.1", 1) == 0
        uploads.done("visit", "10.0.0.1", 1)
    assert uploads.admit("visit", "10.0.0.1", 1) == 429 and uploads.admit("visit", "10.0.0.2", 1) == 0
    now[0] = 61.0
    assert uploads.admit("visit", "10.0.0.1", 1) == 0


# --- what pages send


def test_a_message_of_megabytes_ends_the_connection():
    def told(size):
        messages = iter([{"type": "websocket.receive", "bytes": b"x" * size}])

        async def receive():
            return next(messages)

        with ThreadPoolExecutor(1) as thread:
            return thread.submit(lambda: asyncio.run(gate._short_messages(receive)())).result()

    assert told(gate.LARGEST_MESSAGE)["type"] == "websocket.receive"
    assert told(gate.LARGEST_MESSAGE + 1) == {"type": "websocket.disconnect", "code": 1009}

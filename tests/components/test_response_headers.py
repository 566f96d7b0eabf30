"""What every answer of the server says to the browser."""

import asyncio
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from components.page.response_headers import ALWAYS, OVER_HTTPS, POLICY, ResponseHeaders


async def _fails(request):
    raise RuntimeError("hỏng")


async def _well(request):
    return PlainTextResponse("được", headers={"Content-Security-Policy": "default-src *"})


APP = Starlette(routes=[Route("/duoc", _well), Route("/hong", _fails)], middleware=[Middleware(ResponseHeaders)])


def headers_of(path, **headers):
    """Headers of the answer to a request for a path."""

    async def ask():
        transport = httpx.ASGITransport(app=APP, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://bang.example") as client:
            return (await client.get(path, headers=headers)).headers

    with ThreadPoolExecutor(1) as thread:  # of its own: a browser test before this one leaves a running loop in the main thread
        return thread.submit(lambda: asyncio.run(ask())).result()


@pytest.mark.parametrize("path", ["/duoc", "/khong-co"])
def test_every_answer_has_them_and_a_weaker_one_is_replaced(path):
    headers = headers_of(path)
    assert {name: headers[name] for name in ALWAYS} == ALWAYS


def test_only_over_https_the_browser_is_told_to_stay_there():
    assert not OVER_HTTPS.keys() & {name.title() for name in headers_of("/duoc")}
    for said in ("https", "https, http"):
        assert headers_of("/duoc", **{"X-Forwarded-Proto": said})["Strict-Transport-Security"]
    assert "Strict-Transport-Security" not in headers_of("/duoc", **{"X-Forwarded-Proto": "http"})


def test_the_policy_lets_no_foreign_place_in():
    allowed = {source for rule in POLICY.split("; ") for source in rule.split()[1:]}
    assert allowed <= {"'self'", "'none'", "'unsafe-inline'", "blob:", "data:", "ws:", "wss:"}

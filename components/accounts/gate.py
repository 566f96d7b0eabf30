"""What stands before every route of the server, Streamlit's own included: hosts, made files, sent files, cookies."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components import settings
from components.accounts import upload_gate
from components.http_request import address, cookies, header, is_https
from components.streamlit_private import PROVIDER_COOKIES, host_is_allowed, provider_claims
from data.accounts.sessions import LONGEST

LARGEST_MESSAGE = 2 * 2**20  # bytes that a page may send at once; the longest text that a box takes is far below
_TOO_LARGE = 1009  # "message too big", as WebSocket (RFC 6455) numbers it


class Gate:
    """Middleware (ASGI): refuses other hosts, files for nobody, and messages of megabytes; makes cookies safe on their way out."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer it with why not."""
        if scope["type"] == "websocket":
            await self._app(scope, _short_messages(receive), send)
        elif scope["type"] != "http":
            await self._app(scope, receive, send)
        elif not host_is_allowed(header(scope, "host")):
            await PlainTextResponse("host not allowed", status_code=400)(scope, receive, send)
        else:
            await self._http(scope, receive, send)

    async def _http(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"].removeprefix(settings.base_path())
        if path.startswith("/media/") and not await asyncio.to_thread(_may_read, scope):
            await asyncio.to_thread(upload_gate.note_refused, "tệp của trang", address(scope))
            await PlainTextResponse("sign in first", status_code=403)(scope, receive, send)
        elif upload_gate.is_upload(scope["method"], path):
            await upload_gate.take(self._app, scope, receive, send)
        else:
            await self._app(scope, receive, _safe_cookies(scope, path, send))


def _may_read(scope: Scope) -> bool:
    """Whether a request may have a file that a page has made."""
    from components.accounts import session  # not at the head: it loads the store, and the server is to listen before that

    return not settings.private_reading() or session.person_of_cookies(cookies(header(scope, "cookie"))) is not None


def _short_messages(receive: Receive) -> Receive:
    """Messages from a page up to the largest; a larger one ends the connection."""

    async def short() -> Message:
        message = await receive()
        if len(message.get("bytes") or b"") + len(message.get("text") or "") > LARGEST_MESSAGE:
            return {"type": "websocket.disconnect", "code": _TOO_LARGE}
        return message

    return short


def _safe_cookies(scope: Scope, path: str, send: Send) -> Send:
    """``send`` that marks each cookie Secure behind HTTPS and keeps none of the provider's longer than a session; a provider's answer begins a session."""

    async def safe(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            given = headers.getlist("set-cookie")
            if given:
                if path == "/oauth2callback":
                    await asyncio.to_thread(_begin_vouched, scope, given)
                kept = [(key, value) for key, value in message["headers"] if key.lower() != b"set-cookie"]
                message["headers"] = kept + [(b"set-cookie", _safe(one, is_https(scope)).encode("latin-1")) for one in given]
        await send(message)

    return safe


def _safe(cookie: str, https: bool) -> str:
    """A ``Set-Cookie`` text, Secure behind HTTPS; one of the provider's with the age of a session at most."""
    first, *rest = [part.strip() for part in cookie.split(";")]
    if first.startswith(PROVIDER_COOKIES):
        rest = [_no_older(part) for part in rest if not part.lower().startswith("expires=")]
    if https and not any(part.lower() == "secure" for part in rest):
        rest.append("Secure")
    return "; ".join([first, *rest])


def _no_older(part: str) -> str:
    name, _, age = part.partition("=")
    return f"Max-Age={min(int(age), LONGEST)}" if name.lower() == "max-age" and age.lstrip("-").isdigit() else part


def _begin_vouched(scope: Scope, given: list[str]) -> None:
    """Begin the session that a provider's answer vouches for, told by the cookies that Streamlit sets for it."""
    from components.accounts import session

    values: dict[str, Any] = {}
    for one in given:
        values |= cookies(one.split(";")[0])
    if claims := provider_claims(values):
        session.vouched_for(claims, address=address(scope), browser=header(scope, "user-agent")[:300])

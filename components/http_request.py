"""What the server's own parts beside the pages (ASGI middleware, routes) ask of a request."""

from __future__ import annotations

from http.cookies import CookieError, SimpleCookie
from typing import Any

from starlette.types import Scope


def header(scope: Scope, name: str) -> str:
    """A header's text, '' when it is missing; of several the first."""
    wanted = name.lower().encode()
    return next((value.decode("latin-1") for key, value in scope["headers"] if key == wanted), "")


def is_https(scope: Scope) -> bool:
    """Whether the browser came over HTTPS: to this server, or to a proxy before it that says so."""
    return scope["scheme"] in ("https", "wss") or header(scope, "x-forwarded-proto").split(",")[0].strip() == "https"


def address(scope: Scope) -> str:
    """The address that a request comes from, '' when the server cannot tell."""
    client: Any = scope.get("client")
    return str(client[0]) if client else ""


def cookies(text: str) -> dict[str, str]:
    """The cookies of a ``Cookie`` header, or of one ``Set-Cookie`` header; what is no cookie is left out."""
    found: SimpleCookie = SimpleCookie()
    for part in text.split(";"):
        try:
            found.load(part.strip())
        except CookieError:
            continue
    return {name: morsel.value for name, morsel in found.items()}

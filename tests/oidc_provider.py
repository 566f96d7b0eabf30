"""A small OpenID Connect provider on loopback: code flow with PKCE, signed ID tokens, end of session.

It is strict where a real one is: client, redirect address, S256 challenge, single-use codes, client secret.
"""

from __future__ import annotations

import base64
import hashlib
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import parse_qs, urlencode

import uvicorn
from joserfc import jwt
from joserfc.jwk import RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

CLIENT, SECRET = "bang-chi-tieu", "bi-mat-chi-de-thu"


class Provider:
    """``people`` maps a user name to the claims that its ID token carries; ``redirects`` are the allowed addresses."""

    def __init__(self, issuer: str, people: dict[str, dict[str, Any]], redirects: list[str]) -> None:
        self.issuer, self.people, self.redirects = issuer, people, redirects
        self.key = RSAKey.generate_key(2048, {"kid": "thu", "use": "sig", "alg": "RS256"})
        self.codes: dict[str, dict[str, str]] = {}
        self.seen: list[str] = []  # what was asked of it, for the tests
        self.backdated = 0.0  # seconds by which new ID tokens are older than now
        self.app = Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._about),
                Route("/jwks", self._jwks),
                Route("/authorize", self._authorize),
                Route("/token", self._token, methods=["POST"]),
                Route("/logout", self._logout),
            ]
        )

    async def _about(self, _: Request) -> Response:
        at = self.issuer
        return JSONResponse(
            {
                "issuer": at,
                "authorization_endpoint": f"{at}/authorize",
                "token_endpoint": f"{at}/token",
                "jwks_uri": f"{at}/jwks",
                "end_session_endpoint": f"{at}/logout",
                "response_types_supported": ["code"],
                "subject_types_supported": ["public"],
                "id_token_signing_alg_values_supported": ["RS256"],
                "code_challenge_methods_supported": ["S256"],
                "token_endpoint_auth_methods_supported": ["client_secret_basic"],
            }
        )

    async def _jwks(self, _: Request) -> Response:
        return JSONResponse({"keys": [self.key.as_dict(private=False)]})

    async def _authorize(self, request: Request) -> Response:
        """A page with one link per person; the link carries the code back."""
        asked = dict(request.query_params)
        fits = (
            asked.get("client_id") == CLIENT
            and asked.get("redirect_uri") in self.redirects
            and asked.get("response_type") == "code"
            and asked.get("code_challenge_method") == "S256"
            and "openid" in asked.get("scope", "").split()
        )
        if not fits:
            return Response("bad request", status_code=400)
        self.seen.append("authorize")
        links = []
        for name in self.people:
            code = secrets.token_urlsafe(16)
            self.codes[code] = {**asked, "name": name}
            back = f"{asked['redirect_uri']}?{urlencode({'code': code, 'state': asked['state']})}"
            links.append(f'<p><a href="{back}">{name}</a></p>')
        return HTMLResponse(f'<html lang="vi"><link rel="icon" href="data:,"><h1>Đăng nhập cơ quan</h1>{"".join(links)}</html>')

    async def _token(self, request: Request) -> Response:
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        basic = base64.b64encode(f"{CLIENT}:{SECRET}".encode()).decode()
        given = self.codes.pop(form.get("code", ""), None)
        challenge = (
            base64.urlsafe_b64encode(hashlib.sha256(form.get("code_verifier", "").encode()).digest()).rstrip(b"=").decode()
        )
        if (
            request.headers.get("authorization") != f"Basic {basic}"
            or form.get("grant_type") != "authorization_code"
            or given is None
            or given["code_challenge"] != challenge
            or given["redirect_uri"] != form.get("redirect_uri")
        ):
            return JSONResponse({"error": "invalid_grant"}, status_code=400)
        self.seen.append("token")
        now = int(time.time() - self.backdated)
        claims = {"iss": self.issuer, "aud": CLIENT, "sub": f"id-{given['name']}", "iat": now, "exp": int(time.time()) + 600}
        claims |= self.people[given["name"]] | ({"nonce": given["nonce"]} if "nonce" in given else {})
        token = jwt.encode({"alg": "RS256", "kid": "thu"}, claims, self.key)
        return JSONResponse(
            {"access_token": secrets.token_urlsafe(16), "token_type": "Bearer", "expires_in": 600, "id_token": token}
        )

    async def _logout(self, request: Request) -> Response:
        if request.query_params.get("post_logout_redirect_uri") not in self.redirects:
            return Response("bad request", status_code=400)
        self.seen.append("logout")
        return RedirectResponse(request.query_params["post_logout_redirect_uri"], status_code=302)


@contextmanager
def providing(people: dict[str, dict[str, Any]], redirects: list[str]) -> Iterator[Provider]:
    """A running provider on a free port of 127.0.0.1."""
    with socket.socket() as plug:
        plug.bind(("127.0.0.1", 0))
        provider = Provider(f"http://127.0.0.1:{plug.getsockname()[1]}", people, redirects)
        server = uvicorn.Server(uvicorn.Config(provider.app, log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [plug]}, daemon=True)
        thread.start()
        try:
            for _ in range(100):
                if server.started:
                    break
                time.sleep(0.05)
            yield provider
        finally:
            server.should_exit = True
            thread.join(timeout=10)

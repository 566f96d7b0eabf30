"""The server's doors without a server: requests to the very routes of the app, behind its middleware for packing."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import httpx
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware

from components.doors.routes import routes
from components.store import open_stores
from queries.store import Store


def ask(method: str, path: str, *, source: str = "10.1.2.3", **given: Any) -> httpx.Response:
    """One request, from another machine unless an address is given; ``given`` as ``httpx.request`` takes it."""

    async def asked() -> httpx.Response:
        app = Starlette(routes=list(routes()), middleware=[Middleware(GZipMiddleware, minimum_size=1000)])
        transport = httpx.ASGITransport(app=app, client=(source, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://bang.example") as client:
            return await client.request(method, path, **given)

    with ThreadPoolExecutor(1) as thread:  # of its own: a browser test before this one leaves a running loop in the main thread
        return thread.submit(lambda: asyncio.run(asked())).result()


@contextmanager
def open_to_doors(monkeypatch: Any, store: Store | None, path: str) -> Iterator[None]:
    """Let the doors find this store (None: none is open) at this path."""
    monkeypatch.setenv("DATA_URL", path)
    monkeypatch.setattr(open_stores, "_OPEN", {path: store} if store else {})
    yield

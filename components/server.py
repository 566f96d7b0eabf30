"""The server around the pages: it listens first; what takes long to load is loaded while the first visitor's browser fetches scripts.

Nothing here may import at its head what loads slowly: pages, the store, slides.
"""

from __future__ import annotations

import asyncio
import logging
import os
import pkgutil
import threading
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route, Router
from starlette.types import Receive, Scope, Send

import components
from components import settings
from components.accounts.gate import Gate
from components.page.response_headers import ResponseHeaders
from components.page.static_files import StaticFiles, answered
from components.streamlit_private import (
    ask_nothing_outside,
    draw_in_turns,
    is_run_as_server,
    name_pages_by_navigation,
    pages_are_running,
    send_at_once,
    static_folder,
)

ADDRESSES = (
    "/phien",
    "/suc-khoe",
    "/tep-van-ban/{upload_id}",
    "/tai-ve/{kind}/{name}",
    "/api/v1/{name}",
    "/api/v1/{name}/{step}",
)  # of our own, beside the pages
_OF_PAGES = ("accounts", "filters", "page", "tiles")  # rooms that every page needs; the others can wait
_PATIENCE = 0.3  # seconds that loading waits at most until the first document has gone out
_PAGES_LOADED = threading.Event()
_PAGES_LOADED.set()  # until a server begins to load them
_QUIET, _LONGEST = 1.5, 20.0  # seconds without a running page until the others are loaded, and until they are in any case


def middleware() -> list[Middleware]:
    """What stands around every answer, the outermost first; from now on Streamlit asks no address in the internet."""
    ask_nothing_outside()
    files = Middleware(StaticFiles, folder=static_folder(), base=settings.base_path())
    return [Middleware(ResponseHeaders), Middleware(Gate), Middleware(GZipMiddleware, minimum_size=1000), files]


def routes() -> list[Route]:
    """Our own addresses; whoever asks for one before it is loaded waits."""
    return [Route(settings.base_path() + address, _ours) for address in ADDRESSES]


class _Ours:
    """Answers for our own addresses (ASGI) once their modules are loaded."""

    def __init__(self) -> None:
        self._router: Router | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on to the route that has its address and method."""
        if self._router is None:
            self._router = await asyncio.to_thread(_loaded)
        await self._router(scope, receive, send)


def _loaded() -> Router:
    from components.accounts import cookie
    from components.doors import routes as doors
    from components.store.open_stores import open_at_start

    open_at_start()
    return Router([*cookie.routes(), *doors.routes()])


_ours = _Ours()


@asynccontextmanager
async def opening(_: Any) -> AsyncIterator[None]:
    """While the server listens already, the store is opened and the pages are loaded; while it runs, copies are made every night; at
    the end the store is closed, its log in its file. What the server writes is for its owner alone."""
    os.umask(0o077)
    send_at_once()
    is_run_as_server()
    name_pages_by_navigation()
    draw_in_turns()
    loading = Loading()
    loading.start()
    yield
    await asyncio.to_thread(loading.stop)
    await asyncio.to_thread(_close)


def _close() -> None:
    from components.store.store_access import close_all

    close_all()


def wait_until_loaded() -> None:
    """For a page: two threads that load the same modules hinder each other, and take longer than one."""
    _PAGES_LOADED.wait(_LONGEST)


class Loading(threading.Thread):
    """Loads what pages need, opens the store, built first when there is none, and, once nobody waits for a page, loads the rest."""

    def __init__(self) -> None:
        super().__init__(name="loading")
        self._keeper: Any = None
        self._asking: Any = None
        self._stopping = threading.Event()
        _PAGES_LOADED.clear()

    def run(self) -> None:
        """Whatever goes wrong is logged here; each page meets it again by itself."""
        try:
            answered(_PATIENCE)
            _load("store", *_OF_PAGES)
            _PAGES_LOADED.set()
            from components.store.open_stores import keep_copies, open_at_start, settle

            open_at_start()
            self._keeper = keep_copies()
            _announcement().announce()
            self._wait_for_quiet()
            self._asking = _asked_ahead(self._wait_for_quiet) if settings.asks_ahead() else None
            _load(*(found.name for found in pkgutil.iter_modules(components.__path__)))
            settle()
        except Exception:
            logging.getLogger(__name__).exception("not everything could be loaded at the start")
        finally:
            _PAGES_LOADED.set()

    def _wait_for_quiet(self) -> None:
        """Whoever waits for the first page after the start has the processor; a visitor's browser loads scripts before it asks for one."""
        last = time.monotonic()
        end = last + _LONGEST
        while time.monotonic() < min(last + _QUIET, end) and not self._stopping.wait(0.1):
            if pages_are_running():
                last = time.monotonic()

    def stop(self) -> None:
        """Wait until loading is over, and end the copies."""
        self._stopping.set()
        self.join()
        _announcement().withdraw()
        for running in (self._keeper, self._asking):
            if running:
                running.stop()


def _asked_ahead(quiet: Callable[[], None]) -> Any:
    from components.asked_ahead import AskedAhead

    asking = AskedAhead(quiet)
    asking.start()
    return asking


def _announcement() -> Any:
    from components.doors import announcement

    return announcement


def _load(*rooms: str) -> None:
    """Import every module of some rooms of ``components``."""
    for room in rooms:
        module = import_module(f"components.{room}")
        for found in pkgutil.walk_packages(getattr(module, "__path__", ()), f"{module.__name__}."):
            import_module(found.name)

"""A running app and a real Chromium; a page fails on script errors, console errors and requests that leave the machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser.browser_page import BrowserPage
from tests.conftest import in_ci
from tests.websocket_client import WebsocketClient

ROOT = Path(__file__).parents[2]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def free_port() -> int:
    """A port that nobody uses at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(
    folder: Path, *arguments: str, store: Path | None = None, port: int | None = None, visited: bool = True, **settings: str
) -> Iterator[str]:
    """Address of the app, started the way the README says, on a copy of ``store``; without one on what it finds or builds by itself.

    ``arguments`` are added to the command, ``settings`` to the environment; what it prints goes into ``folder/log``.
    Nothing is asked ahead but for the tests that share one: of a server that a single test starts nobody looks at most of it.
    Somebody has been at its front door unless ``visited`` is false: a deep link before that is a case of its own.
    """
    port = port or free_port()
    if store:
        shutil.copy(store, folder / "kho.duckdb")
    environment = {**os.environ, "DATA_URL": str(folder / "kho.duckdb"), "ASK_AHEAD": "off", **settings}
    with (folder / "log").open("w") as log:
        server = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "streamlit",
                "run",
                "app.py",
                "--server.port",
                str(port),
                *arguments,
            ],
            cwd=ROOT,
            env=environment,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            for _ in range(150):
                try:
                    urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=1).read()
                    break
                except OSError:
                    time.sleep(0.2)
            if visited:
                first = WebsocketClient(port)
                first.visit()
                first.close()
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture(scope="session")
def served(tmp_path_factory, store_file):
    """Address of the app for all browser tests."""
    with serving(tmp_path_factory.mktemp("served"), store=store_file, ASK_AHEAD="") as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium under Playwright."""
    from playwright.sync_api import sync_playwright

    program = shutil.which("chromium") or shutil.which("chromium-browser")
    if not program:
        if in_ci():
            pytest.fail("Chromium is missing: apt-get install chromium")
        pytest.skip("install Chromium to run the browser tests: apt-get install chromium")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def window(chromium, served):
    """A browser page of each width, kept for all tests that only read: a new one compiles all scripts anew."""
    kept = {}

    def of(width: int, height: int) -> BrowserPage:
        if (width, height) not in kept:
            kept[width, height] = BrowserPage(chromium, served, width, height)
        browser_page = kept[width, height]
        browser_page.wrong.clear()
        browser_page.page.emulate_media(media="null")  # as the browser has it: on a screen
        browser_page.page.set_viewport_size({"width": width, "height": height})
        return browser_page

    yield of
    for browser_page in kept.values():
        browser_page.page.close()


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["desktop", "phone"])
def screen(request, window):
    """A browser page at both widths; fails at the end when anything went wrong on it."""
    browser_page = window(*request.param)
    yield browser_page
    assert browser_page.wrong == []


@pytest.fixture
def desktop(window):
    """A browser page at desktop width."""
    browser_page = window(1440, 900)
    yield browser_page
    assert browser_page.wrong == []


@pytest.fixture
def fresh(chromium, served):
    """A browser page of its own at desktop width, for a test that changes how the browser behaves."""
    browser_page = BrowserPage(chromium, served, 1440, 900)
    yield browser_page
    browser_page.page.close()
    assert browser_page.wrong == []

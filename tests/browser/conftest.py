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
from urllib.parse import urlparse
from urllib.request import urlopen

import pytest

from tests.conftest import in_ci

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
def serving(folder: Path, *arguments: str, port: int | None = None, **settings: str) -> Iterator[str]:
    """Address of the app, started the way the README says, on a store that it builds by itself.

    ``arguments`` are added to the command, ``settings`` to the environment; what it prints goes into ``folder/log``.
    """
    port = port or free_port()
    environment = {**os.environ, "DATA_URL": str(folder / "kho.duckdb"), **settings}
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
                "--server.address",
                "127.0.0.1",
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
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=20)


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    """Address of the app for all browser tests."""
    with serving(tmp_path_factory.mktemp("served")) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    """Debian's Chromium under Playwright."""
    from playwright.sync_api import sync_playwright

    found = shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        if in_ci():
            pytest.fail("Chromium is missing: apt-get install chromium")
        pytest.skip("install Chromium to run the browser tests: apt-get install chromium")
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


class Watched:
    """A browser page that remembers what went wrong on it."""

    def __init__(self, browser, served: str, width: int, height: int, page=None) -> None:
        self.served, self.wrong = served, []
        self.page = page or browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN")
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on(
            "console",
            lambda message: (
                self.wrong.append(f"console: {message.text} {message.location.get('url')}")
                if message.type == "error" and not self._probe(message.location.get("url", ""))
                else None
            ),
        )
        self.page.on(
            "request",
            lambda request: (
                self.wrong.append(f"left the machine: {request.url}")
                if urlparse(request.url).hostname not in ("127.0.0.1", None, "")
                else None
            ),
        )

    @staticmethod
    def _probe(url: str) -> bool:
        """Streamlit's client looks for its server beside a deep link first, finds nothing there, and goes on to the root."""
        path = urlparse(url).path
        return path.endswith(("/_stcore/health", "/_stcore/host-config")) and path.count("/") == 3

    def open(self, path: str = "/") -> None:
        """Go to a path and wait until the headline and the charts stand still."""
        self.page.goto(self.served + path)
        self.settle()

    def settle(self) -> None:
        """Wait until the script has finished and nothing is stale."""
        self.page.wait_for_selector("h1.say", timeout=30_000)
        self.page.wait_for_function(
            "document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state') === 'notRunning'",
            timeout=30_000,
        )
        self.page.wait_for_timeout(400)

    def text(self) -> str:
        """All visible text, without the names by which the icon font draws its icons."""
        return self.page.evaluate("""() => {
            const icons = [...document.querySelectorAll('[data-testid=stIconMaterial], [data-testid=stWidgetInstructions]')].map(icon => icon.innerText);
            return document.body.innerText.split('\\n').filter(line => !icons.includes(line.trim())).join('\\n')}""")


@pytest.fixture(params=[(1440, 900), (390, 844)], ids=["desktop", "phone"])
def screen(request, chromium, served):
    """A watched page at both widths; fails at the end when anything went wrong on it."""
    watched = Watched(chromium, served, *request.param)
    yield watched
    watched.page.close()
    assert watched.wrong == []


@pytest.fixture
def desktop(chromium, served):
    """A watched page at desktop width."""
    watched = Watched(chromium, served, 1440, 900)
    yield watched
    watched.page.close()
    assert watched.wrong == []

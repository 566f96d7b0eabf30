"""A browser page that knows when the app has finished, and remembers what went wrong on it."""

from __future__ import annotations

import time
from typing import Any
from urllib.parse import urlparse

from playwright.sync_api import Browser, Error, Locator, Page, Request, WebSocket
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

LONGEST = 60  # seconds that a page may take to stand still
QUIET = """() => new Promise(quiet => {
    let timer, watcher;
    const done = () => { watcher.disconnect(); quiet(true) }, wait = () => { clearTimeout(timer); timer = setTimeout(done, 150) };
    watcher = new MutationObserver(wait);
    watcher.observe(document, {subtree: true, childList: true, attributes: true, characterData: true});
    wait();
})"""


class Run:
    """What the page and its server say to each other: whether each question was followed by a run that has finished."""

    def __init__(self, page: Page) -> None:
        self.finished = False
        page.on("websocket", self._follow)

    def _follow(self, socket: WebSocket) -> None:
        self.finished = self._begun = False
        socket.on("framesent", self._sent)
        socket.on("framereceived", self._received)

    def _sent(self, frame: str | bytes) -> None:
        if isinstance(frame, bytes) and BackMsg.FromString(frame).WhichOneof("type") == "rerun_script":
            self.finished = self._begun = False

    def _received(self, frame: str | bytes) -> None:
        if not isinstance(frame, bytes):
            return
        said = ForwardMsg.FromString(frame)
        kind = said.WhichOneof("type")
        if kind == "new_session":
            self.finished, self._begun = False, True
        elif kind == "script_finished":
            self.finished = self._begun and said.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


class BrowserPage:
    """A page at a given width. ``wrong`` collects script errors, console errors and requests that leave the machine."""

    def __init__(self, browser: Browser, served: str, width: int, height: int, page: Page | None = None) -> None:
        self.served, self.wrong = served, []
        self.page = page or browser.new_page(viewport={"width": width, "height": height}, locale="vi-VN")
        self._run, self._loading = Run(self.page), set()
        self.page.on("pageerror", lambda error: self.wrong.append(f"script: {error}"))
        self.page.on(
            "console",
            lambda message: (
                self.wrong.append(f"console: {message.text} {message.location.get('url')}")
                if message.type == "error" and not self._probe(message.location.get("url", ""))
                else None
            ),
        )
        self.page.on("request", self._asked)
        self.page.on("requestfinished", self._answered)
        self.page.on("requestfailed", self._answered)

    @property
    def headline(self) -> Locator:
        """The sentence at the top of the page."""
        return self.page.locator("h1.say")

    def open(self, path: str = "/") -> None:
        """Go to a path and wait until the headline and the charts stand still."""
        self._run.finished = False
        self.page.goto(self.served + path)
        self.settle()

    def reload(self) -> None:
        """What F5 does; waits until the page stands still."""
        self._run.finished = False
        self.page.reload()
        self.settle()

    def press(self, name: str) -> None:
        """Press the (last) button of that name and wait for what comes of it."""
        self.page.get_by_role("button", name=name, exact=True).last.click()
        self.settle()

    def fill(self, label: str, text: str) -> None:
        """Write into a field."""
        self.page.get_by_label(label, exact=True).fill(text)

    def choose(self, label: str, option: str) -> None:
        """Pick an option of a select box as a person does."""
        self.page.get_by_label(label, exact=False).first.click()
        self.page.get_by_role("option", name=option, exact=True).click()
        self.settle()

    def settle(self) -> None:
        """Wait until the last run has finished, everything is loaded and shown, and nothing on the page changes any more.

        Raises TimeoutError that says what the page was still waiting for.
        """
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            if self._still() and self._quiet() and self._still() and self.page.locator("html.drawn").count():
                return
            self.page.wait_for_timeout(20)
        raise TimeoutError(
            f"{self.page.url}: run finished: {self._run.finished}, headlines: {self.headline.count()}, "
            f"loading: {[request.url for request in self._loading]}"
        )

    def until(self, condition: str, arg: Any = None) -> None:
        """Wait until a condition, in JavaScript, holds. The page's rules let nobody evaluate texts inside it, so it is asked from outside.

        Raises TimeoutError that names the condition.
        """
        end = time.monotonic() + LONGEST
        while time.monotonic() < end:
            try:
                if self.page.evaluate(condition, arg):
                    return
            except Error as left:
                if "Execution context was destroyed" not in left.message:
                    raise
            self.page.wait_for_timeout(50)
        raise TimeoutError(f"{self.page.url}: never held: {condition}")

    def text(self) -> str:
        """All visible text, without the names by which the icon font draws its icons."""
        return self.page.evaluate("""() => {
            const icons = [...document.querySelectorAll('[data-testid=stIconMaterial], [data-testid=stWidgetInstructions]')].map(icon => icon.innerText);
            return document.body.innerText.split('\\n').filter(line => !icons.includes(line.trim())).join('\\n')}""")

    def _still(self) -> bool:
        return self._run.finished and not self._loading

    def _quiet(self) -> bool:
        """Wait until nothing has changed for a moment; false when the page was left meanwhile, or shows no headline."""
        try:
            self.page.evaluate(QUIET)
        except Error as left:
            if "Execution context was destroyed" in left.message:
                return False
            raise
        return self.headline.count() > 0

    def _asked(self, request: Request) -> None:
        where = urlparse(request.url)
        if where.hostname not in ("127.0.0.1", None, ""):
            self.wrong.append(f"left the machine: {request.url}")
        if where.scheme.startswith("http"):
            self._loading.add(request)

    def _answered(self, request: Request) -> None:
        self._loading.discard(request)

    @staticmethod
    def _probe(url: str) -> bool:
        """Streamlit's client looks for its server beside a deep link first, finds nothing there, and goes on to the root."""
        path = urlparse(url).path
        return path.endswith(("/_stcore/health", "/_stcore/host-config")) and path.count("/") == 3

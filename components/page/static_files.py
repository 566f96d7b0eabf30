"""Streamlit's own scripts, styles and fonts as the browser gets them: compressed once and kept, not at each visit.

A visit asks for a hundred small files. Each is answered here from memory; what is not compressed yet is left to the server as ever.
The first document names every script that a page of ours needs, so that the browser asks for them at once instead of one layer
after the other.
"""

from __future__ import annotations

import contextlib
import gzip
import hashlib
import logging
import os
import re
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import brotli
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.page.first_document import first_document

NEEDED = ("Html", "PageLink", "Selectbox", "ButtonGroup", "TextInput", "DownloadButton")  # what stands on most pages
_KEPT_IN = Path(__file__).parents[2] / "data" / "store" / "static"
_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".woff2": "font/woff2"}
_SMALLER = (".js", ".css")  # fonts are compressed already
_ANSWERED, _PATIENCE = threading.Event(), 0.3
_KEPT_BY_BROWSERS = "public, immutable, max-age=31536000"  # their names hold a hash of what is in them
_IMPORTED = re.compile(r'(?:from|import)\s*"\./([\w.-]+\.js)"')
_LINKED = re.compile(r'\./static/((?:js|css)/[\w.-]+)"')


def answered(patience: float) -> None:
    """Wait until the first document of this server has gone out, so many seconds at most: what can wait takes nothing from it."""
    _ANSWERED.wait(patience)


class CompressedFiles:
    """The files below Streamlit's folder ``static``, by their name below it, each once for each way of compressing.

    ``kept_in``: a folder that a later start finds them in; where it cannot be written they stay in memory until the end.
    """

    def __init__(self, folder: Path, kept_in: Path | None) -> None:
        self._folder, self._kept_in = folder, kept_in
        self._names = {
            path.relative_to(folder).as_posix(): path
            for path in sorted(folder.rglob("*"))
            if path.suffix in _TYPES and path.is_file()
        }
        self._bodies: dict[tuple[str, str], bytes] = {}

    def answer(self, name: str, accepted: str) -> Response | None:
        """A file for a browser that accepts these encodings; None for an unknown one, or one that is not compressed yet."""
        path = self._names.get(name)
        if path is None:
            return None
        headers = {"Cache-Control": _KEPT_BY_BROWSERS, "Content-Type": _TYPES[path.suffix]}
        if path.suffix not in _SMALLER:
            return Response(self._kept(name, "", path.read_bytes), headers=headers)
        encoding = next((code for code in _ENCODINGS if code in _codes(accepted)), "")
        body = self._known(name, encoding) if encoding else b""
        return Response(body, headers={**headers, "Content-Encoding": encoding, "Vary": "Accept-Encoding"}) if body else None

    def _known(self, name: str, encoding: str) -> bytes:
        """What is compressed already, now or by an earlier start."""
        return self._bodies.get((name, encoding)) or self._stored(name, encoding)

    def compress(self, first: Sequence[str]) -> None:
        """Read what an earlier start compressed and compress the rest: ``first`` before all others, and smallest."""
        rest = [name for name in self._names if name not in first]
        for names, best in ((first, True), (rest, False)):
            for name in names:
                if Path(name).suffix in _SMALLER and name in self._names:
                    for encoding in _ENCODINGS:
                        self._read_or_make(name, encoding, best)

    def _read_or_make(self, name: str, encoding: str, best: bool) -> None:
        self._kept(name, encoding, lambda: self._stored(name, encoding) or self._made(name, encoding, best))

    def _kept(self, name: str, encoding: str, make: Callable[[], bytes]) -> bytes:
        if (name, encoding) not in self._bodies:
            self._bodies[name, encoding] = make()
        return self._bodies[name, encoding]

    def _stored(self, name: str, encoding: str) -> bytes:
        with contextlib.suppress(OSError):
            return self._place(name, encoding).read_bytes() if self._kept_in else b""
        return b""

    def _made(self, name: str, encoding: str, best: bool) -> bytes:
        body = _ENCODINGS[encoding](self._names[name].read_bytes(), best)
        if self._kept_in:
            with contextlib.suppress(OSError):
                _write(self._place(name, encoding), body)
        return body

    def _place(self, name: str, encoding: str) -> Path:
        assert self._kept_in is not None
        return self._kept_in / f"{name.replace('/', '-')}.{encoding}"

    def imported(self, names: Sequence[str]) -> list[str]:
        """Scripts by the beginning of their names, and every script that one of them loads before it runs."""
        found = [name for start in names for name in self._names if name.startswith(f"js/{start}.")]
        for name in found:
            found += [f"js/{other}" for other in _IMPORTED.findall(self._text(name)) if f"js/{other}" not in found]
        return [name for name in found if name in self._names]

    def _text(self, name: str) -> str:
        return self._names[name].read_text(encoding="utf-8", errors="replace") if name in self._names else ""


def _write(place: Path, body: bytes) -> None:
    """Write a file at once: whoever reads it finds all of it, or none."""
    place.parent.mkdir(parents=True, exist_ok=True)
    unfinished = place.with_name(f"{place.name}.{os.getpid()}")
    unfinished.write_bytes(body)
    unfinished.replace(place)


def _brotli(body: bytes, best: bool) -> bytes:
    return brotli.compress(body, quality=11 if best else 9)


def _gzip(body: bytes, best: bool) -> bytes:
    return gzip.compress(body, 9, mtime=0)


_ENCODINGS: dict[str, Callable[[bytes, bool], bytes]] = {"br": _brotli, "gzip": _gzip}  # the smaller one first


def _codes(accepted: str) -> set[str]:
    """'gzip, br;q=1, deflate;q=0' -> {'gzip', 'br'}."""
    offers = (offer.strip().partition(";") for offer in accepted.split(","))
    return {code.strip() for code, _, weight in offers if weight.replace(" ", "") not in ("q=0", "q=0.0")}


class StaticFiles:
    """Middleware (ASGI) that answers for Streamlit's files, and puts its own first document in place of Streamlit's.

    ``folder`` is where Streamlit's document lies, ``base`` the path under which the app is served, ``kept_in`` a folder for later starts.
    """

    def __init__(self, app: ASGIApp, folder: Path, base: str = "", kept_in: Path | None = _KEPT_IN) -> None:
        self._app, self._base = app, base
        shell = (folder / "index.html").read_text(encoding="utf-8")
        self._files = CompressedFiles(folder / "static", kept_in)
        needed = self._files.imported(NEEDED)
        self._document = first_document(shell, needed).encode()
        self._mark = f'"{hashlib.sha256(self._document).hexdigest()[:20]}"'
        self._length = str(len(shell.encode()))
        first = [*dict.fromkeys([*_LINKED.findall(shell), *needed])]
        threading.Thread(target=self._compress, args=(first,), name="compress-static", daemon=True).start()

    def _compress(self, first: Sequence[str]) -> None:
        answered(_PATIENCE)
        try:
            self._files.compress(first)
        except Exception:
            logging.getLogger(__name__).exception("static files stay as they are")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a file that is kept; pass everything else on."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            await self._app(scope, receive, send)
            return
        path, headers = self._path(scope), Headers(scope=scope)
        if path.startswith("/static/"):
            answer = self._files.answer(path.removeprefix("/static/"), headers.get("accept-encoding", ""))
            await (answer or self._app)(scope, receive, send)
        elif "text/html" in headers.get("accept", ""):
            await self._app(_plain(scope), receive, self._with_document(scope, headers, receive, send))
        else:
            await self._app(scope, receive, send)

    def _path(self, scope: Scope) -> str:
        path: str = scope["path"]
        return path.removeprefix(scope.get("root_path", "")).removeprefix(self._base)

    def _with_document(self, scope: Scope, headers: Headers, receive: Receive, send: Send) -> Send:
        """Sends an answer on; where it is Streamlit's document, ours in its place."""
        is_document = False

        async def replaced(message: Message) -> None:
            nonlocal is_document
            if message["type"] == "http.response.start" and message["status"] == 200:
                answered = Headers(raw=message["headers"])
                is_document = answered.get("content-length") == self._length and "text/html" in answered.get("content-type", "")
                if is_document:
                    await self._ours(headers)(scope, receive, send)
            if not is_document:
                await send(message)

        return replaced

    def _ours(self, asked: Headers) -> Response:
        _ANSWERED.set()
        answer = {"Cache-Control": "no-cache", "ETag": self._mark}
        if self._mark in asked.get("if-none-match", ""):
            return Response(status_code=304, headers=answer)
        return Response(self._document, media_type="text/html", headers=answer)


def _plain(scope: Scope) -> Scope:
    """The same request for the plain document, whatever the browser has: its copy is of ours, not of Streamlit's."""
    conditions = (b"if-none-match", b"if-modified-since", b"accept-encoding", b"range")
    return {**scope, "headers": [(name, value) for name, value in scope["headers"] if name not in conditions]}

"""What the product uses of Streamlit beyond its documented interface, all in one place.

A new version of Streamlit may change any of it without notice; ``tests/components/test_streamlit_private.py`` names each.
"""

from __future__ import annotations

import json
import logging
import os
import socket
import threading
from collections.abc import Callable, Collection, Mapping
from copy import copy
from functools import lru_cache
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary

from streamlit import config, delta_generator, file_util, net_util, runtime
from streamlit.navigation.page import Page
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.pages_manager import PagesManager
from streamlit.runtime.scriptrunner import RerunException, get_script_run_ctx
from streamlit.runtime.scriptrunner.script_runner import ScriptRunnerEvent
from streamlit.runtime.uploaded_file_manager import UploadedFile
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import _get_signed_cookie_with_chunks, is_host_allowed

__all__ = [
    "PROVIDER_COOKIES",
    "Page",
    "RerunException",
    "UploadedFile",
    "ask_nothing_outside",
    "draw_in_turns",
    "forget_uploads",
    "host_is_allowed",
    "is_run_as_server",
    "largest_upload",
    "name_pages_by_navigation",
    "page_id",
    "pages_are_running",
    "provider_claims",
    "screen",
    "send_at_once",
    "session_id",
    "session_is_running",
    "static_folder",
    "take_unknown_page",
    "uploads_of",
    "went_back",
]
PROVIDER_COOKIES = (USER_COOKIE_NAME, TOKENS_COOKIE_NAME)


def is_run_as_server() -> None:
    """Streamlit looks, before it sends its first element, whether somebody runs a page by hand: through the source of every module that
    is loaded. A server need not ask."""
    delta_generator._use_warning_has_been_displayed = True


def name_pages_by_navigation() -> None:
    """Pages are those that ``app.py`` names, from the first visit on.

    A folder ``pages`` beside the app makes Streamlit take its files for the pages, until some visit has run ``st.navigation``: the first
    visitor who follows a link is told, in English, that there is no such page, and is shown the first one.
    """
    PagesManager.uses_pages_directory = False


class _InTurns:
    """What pages tell their visits, handed to the server's loop together.

    Streamlit wakes the loop for each element that a page draws; the page then waits until the loop lets go of the interpreter. What is
    drawn within 5 ms, as often as the loop sends to a browser, is one call; whatever begins or ends a run goes at once, in its order.
    """

    _EVERY = 0.005  # seconds

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._waiting: WeakKeyDictionary[AppSession, list[Callable[[], None]]] = WeakKeyDictionary()

    def tell(self, visit: AppSession, event: ScriptRunnerEvent, handle: Callable[[], None]) -> None:
        """Hand over what ``handle`` does, now or with what comes next."""
        drawn = event == ScriptRunnerEvent.ENQUEUE_FORWARD_MSG
        with self._lock:
            waiting = self._waiting.setdefault(visit, [])
            waiting.append(handle)
            first = len(waiting) == 1
        if not drawn:
            visit._call_soon_on_event_loop(lambda: self._hand_over(visit))
        elif first:
            visit._call_soon_on_event_loop(lambda: self._soon(visit))

    def _soon(self, visit: AppSession) -> None:
        visit._event_loop.call_later(self._EVERY, self._hand_over, visit)

    def _hand_over(self, visit: AppSession) -> None:
        with self._lock:
            waiting = self._waiting.pop(visit, [])
        for handle in waiting:
            try:
                handle()
            except Exception:  # leaves the others alone, as if each had been a call of its own
                logging.getLogger(__name__).exception("a visit was not told")


def draw_in_turns() -> None:
    """Let pages hand over what they draw together; see ``_InTurns``."""
    turns = _InTurns()

    def on_event(self: AppSession, sender: Any, event: ScriptRunnerEvent, **told: Any) -> None:
        turns.tell(self, event, lambda: self._handle_scriptrunner_event_on_event_loop(sender, event, **told))

    AppSession._on_scriptrunner_event = on_event  # type: ignore[assignment, method-assign]


def session_id() -> str:
    """The identifier of the visit whose page is running here; '' outside a page."""
    visit = get_script_run_ctx()
    return visit.session_id if visit else ""


def session_is_running(identifier: str) -> bool:
    """Whether a run of a visit is under way or about to begin."""
    visit = runtime.get_instance().get_app_session(identifier) if runtime.exists() else None
    return visit is not None and visit._scriptrunner is not None


def pages_are_running() -> bool:
    """Whether a run of any visit is under way or about to begin."""
    if not runtime.exists():
        return False
    visits: Any = runtime.get_instance()._session_mgr.list_active_sessions()
    return any(visit.session._scriptrunner is not None for visit in visits)


def screen(path: str, **about: Any) -> Page:
    """``st.Page``, whose file was looked for once: every run names every screen, and a run may mark its own as done."""
    visit = get_script_run_ctx()
    return copy(_screen(visit.pages_manager.main_script_parent if visit else None, path, tuple(about.items())))


@lru_cache(maxsize=200)
def _screen(beside: Path | None, path: str, about: tuple[tuple[str, Any], ...]) -> Page:
    return Page(path, **dict(about))


def page_id() -> str:
    """The identifier of the page that is running; '' outside a page."""
    visit = get_script_run_ctx()
    return visit.page_script_hash if visit else ""


def went_back() -> bool:
    """Whether this run shows what somebody went back (or forward) to in the browser."""
    visit = get_script_run_ctx()
    return visit is not None and visit.is_history_navigation


def take_unknown_page(names: Collection[str], first: str) -> str:
    """The address that the visitor asked for where it is none of ``names`` nor the name of the first page, '' otherwise.

    The first page, whose address has no name, opens by its name ``first`` as well. It is opened for an unknown one; before
    ``st.navigation`` it keeps Streamlit from saying so in English.
    """
    visit = get_script_run_ctx()
    asked = visit.pages_manager.intended_page_name if visit else None
    if visit is None or not asked or asked in names:
        return ""
    visit.pages_manager.set_script_intent("", "")
    return "" if asked == first else asked


def static_folder() -> Path:
    """Where Streamlit's first document lies, and below ``static`` its scripts, styles and fonts."""
    return Path(file_util.get_static_dir())


def send_at_once() -> int:
    """Let the server send each piece of an answer when it is written; returns how many listening sockets were set so.

    Streamlit makes its listening socket without naming TCP, so asyncio leaves Nagle's algorithm on: the second piece of every
    answer waits until the browser has confirmed the first, 40 to 200 ms. What the listening socket is set to, each connection is.
    """
    listening = 0
    for number in map(int, os.listdir("/dev/fd") if os.path.isdir("/dev/fd") else ()):
        try:
            copy = os.dup(number)
        except OSError:
            continue
        try:
            listening += _send_at_once(copy)
        finally:
            os.close(copy)
    return listening


def _send_at_once(number: int) -> bool:
    """Whether the file with this number is a socket that listens for TCP connections; it is set then."""
    try:
        found = socket.socket(fileno=number)
    except OSError:
        return False
    try:
        internet = found.family in (socket.AF_INET, socket.AF_INET6) and found.type == socket.SOCK_STREAM
        if internet and found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN):
            found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            return True
        return False
    finally:
        found.detach()


def provider_claims(cookies: Mapping[str, str]) -> dict[str, Any]:
    """What a provider said about whoever sends these cookies, as ``st.user`` holds it; {} when they are missing, altered or signed by another key."""
    signed = _get_signed_cookie_with_chunks(dict(cookies), USER_COOKIE_NAME)
    claims = json.loads(signed) if signed else {}
    return {name: claim for name, claim in claims.items() if name != "origin"} if claims.get("is_logged_in") is True else {}


def uploads_of(identifier: str) -> tuple[int, int] | None:
    """How many files that were sent to a visit's boxes the server holds, and their bytes; None when there is no such visit."""
    if not runtime.exists() or not runtime.get_instance().is_active_session(identifier):
        return None
    held: Any = runtime.get_instance().uploaded_file_mgr
    files = list(held.file_storage.get(identifier, {}).values())
    return len(files), sum(len(file.data) for file in files)


def forget_uploads(identifier: str) -> None:
    """Let go of every file that was sent to a visit's boxes."""
    if runtime.exists() and identifier:
        runtime.get_instance().uploaded_file_mgr.remove_session_files(identifier)


def largest_upload() -> int:
    """Bytes that a request with one file may have: the file, and what a form puts around it."""
    return (int(config.get_option("server.maxUploadSize")) + 1) * 2**20


def host_is_allowed(host: str) -> bool:
    """Whether a request may name this server so, by ``server.allowedHosts``; an empty list allows every name."""
    return is_host_allowed(host or None)


def ask_nothing_outside() -> None:
    """Keep Streamlit from asking an address in the internet for this machine's own: it would at a start for the network, and
    whenever a page of another site tries to connect."""
    net_util.get_external_ip = lambda: None

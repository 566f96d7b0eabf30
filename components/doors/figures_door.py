"""``/api/v1/import/preview``, ``/api/v1/import``, ``/api/v1/undo``: figures brought in and taken back by programs, as on the page.

A commit names the ``seen`` of the preview that it follows: the very bytes and answers, at the very version of the store.
"""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any, NamedTuple

import orjson
import streamlit as st
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.formparsers import MultiPartException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message

from components.doors.answers import json_answer, problem
from components.doors.bearer import Refused, uploader
from components.store.open_stores import opened_store
from data.accounts.sign_in import Person
from data.ingest.preview import Seen, digest_of
from data.ingest.reports import Report, committed, previewed, taken_back
from data.store_messages import upload_rejected
from queries.store import Store

_AT_ONCE = threading.BoundedSemaphore(2)
_HELD = threading.BoundedSemaphore(6)  # files in memory at once, those that wait for their turn included
_PATIENCE, _LOOK = 30.0, 0.1  # seconds that a file waits for its turn, and between two looks
_BESIDE = 2**20  # bytes of a request beside its file: answers, ticks, a reason
_SEEN = re.compile(r"(?P<version>\d{1,15})-(?P<life>[0-9a-f]{1,32})-[0-9a-f]{32}", re.ASCII)
_STATUS = {
    "written": 201, "nothing_new": 200, "preview": 200, "stopped": 200, "undone": 200, "overtaken": 409, "not_previewed": 409, "no_right": 403, "brought_by_wider": 403,
    "unknown": 404, "disk": 507, "memory": 507, "unreachable": 503, "locked": 503,
}  # fmt: skip


class _Asked(NamedTuple):
    """A request for a file: its bytes and name, the answers to its questions, and everything else that was sent, by name."""

    data: bytes
    name: str
    answers: dict[str, str]
    fields: Mapping[str, str]


class _Wrong(Exception):
    """A request that cannot be read; ``status`` is the HTTP status, the text the Vietnamese sentence."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


async def preview(request: Request) -> Response:
    """What a file would do, with every finding; stores nothing."""
    return await _guarded(request, partial(_about_a_file, _preview))


async def commit(request: Request) -> Response:
    """Write a file that was previewed."""
    return await _guarded(request, partial(_about_a_file, _commit))


async def undo(request: Request) -> Response:
    """Take an upload back: ``upload_id`` and ``reason``."""
    return await _guarded(request, _undo)


async def _guarded(request: Request, answer: Callable[[Request, Store, Person, str], Awaitable[Response]]) -> Response:
    """The answer to whoever may bring figures; why not, to others."""
    store = opened_store()
    if store is None:
        return problem(503, "Kho số liệu chưa mở được; hãy thử lại sau.", Retry_After="60")
    try:
        person, source = await asyncio.to_thread(uploader, store, request)
        return await answer(request, store, person, source)
    except Refused as refused:
        return refused.answer
    except _Wrong as wrong:
        return problem(wrong.status, str(wrong))


async def _about_a_file(
    answer: Callable[[Store, Person, str, _Asked], Report], request: Request, store: Store, person: Person, source: str
) -> Response:
    if not _HELD.acquire(blocking=False):
        return _busy()
    try:
        asked = await _asked(request)
        if not await _turn():
            return _busy()
        try:
            return _told(await asyncio.to_thread(answer, store, person, source, asked))
        finally:
            _AT_ONCE.release()
    finally:
        _HELD.release()


def _busy() -> Response:
    return problem(503, "Đang có nhiều tệp được đọc cùng lúc; hãy thử lại sau ít giây.", Retry_After="10")


def _preview(store: Store, person: Person, source: str, asked: _Asked) -> Report:
    report = previewed(store, asked.data, asked.name, person, asked.answers)
    return {**report, "seen": _seen(store.life, report["data_version"], asked)} if "data_version" in report else report


def _commit(store: Store, person: Person, source: str, asked: _Asked) -> Report:
    by_machine = person.source == "shell"
    told = _SEEN.fullmatch(asked.fields.get("seen", ""))
    if told is None and not by_machine:
        raise _Wrong(400, "Thiếu seen: hãy gửi lại giá trị seen của bản xem trước.")
    if told is not None and told[0] != _seen(told["life"], int(told["version"]), asked):
        return {
            "outcome": "not_previewed",
            "text": "Tệp hoặc câu trả lời khác với bản xem trước. Chưa ghi gì; hãy xem trước lại.",
        }
    ticked = None if by_machine and "ticked" not in asked.fields else _list(asked.fields.get("ticked", "[]"))
    reason = asked.fields.get("reason", "")
    report = committed(
        store,
        asked.data,
        asked.name,
        person,
        asked.answers,
        seen=None if told is None else Seen(int(told["version"]), _digest(asked), told["life"]),
        ticked=ticked,
        reason=reason,
        from_where=source,
    )
    overtaken = report["outcome"] == "overtaken" and "data_version" in report
    return {**report, "seen": _seen(store.life, report["data_version"], asked)} if overtaken else report


async def _undo(request: Request, store: Store, person: Person, source: str) -> Response:
    async with _limited(request, _BESIDE).form(max_files=0, max_fields=10) as form:
        upload, reason = str(form.get("upload_id", "")), str(form.get("reason", ""))
    if not upload.isdecimal() or len(upload) > 15:
        raise _Wrong(400, "Thiếu upload_id: số của lần cập nhật cần thu hồi.")
    return _told(await asyncio.to_thread(taken_back, store, int(upload), person, reason))


def _told(report: Report) -> Response:
    status = _STATUS.get(report["outcome"], 422)
    return json_answer(report if status < 400 else {"loi": report.get("text", upload_rejected("not_ready")), **report}, status)


async def _asked(request: Request) -> _Asked:
    """The multipart form of a request. Raises _Wrong."""
    most = int(st.get_option("server.maxUploadSize")) * 2**20
    try:
        async with _limited(request, most + _BESIDE).form(max_files=1, max_fields=10) as form:
            file = form.get("file")
            if not isinstance(file, UploadFile):
                raise _Wrong(400, "Thiếu tệp: gửi dạng multipart/form-data với trường file.")
            data = await file.read()
            fields = {name: value for name, value in form.items() if isinstance(value, str)}
    except (MultiPartException, HTTPException):
        raise _Wrong(400, "Không đọc được yêu cầu: cần dạng multipart/form-data với trường file.") from None
    if len(data) > most:
        raise _Wrong(413, f"Tệp lớn hơn {most // 2**20} MB.")
    return _Asked(data, file.filename or "tep", _dict(fields.get("answers", "{}")), fields)


def _limited(request: Request, most: int) -> Request:
    """The request, read no further than so many bytes. Raises _Wrong behind them."""
    if request.headers.get("content-length", "0").isdecimal() and int(request.headers.get("content-length", "0")) > most:
        raise _Wrong(413, f"Yêu cầu lớn hơn {most // 2**20} MB.")
    read = 0

    async def receive() -> Message:
        nonlocal read
        message = await request.receive()
        read += len(message.get("body", b""))
        if read > most:
            raise _Wrong(413, f"Yêu cầu lớn hơn {most // 2**20} MB.")
        return message

    return Request(request.scope, receive)


async def _turn() -> bool:
    """Wait for one of the two places; false when none became free."""
    for _ in range(int(_PATIENCE / _LOOK)):
        if _AT_ONCE.acquire(blocking=False):
            return True
        await asyncio.sleep(_LOOK)
    return False


def _seen(life: str, version: int, asked: _Asked) -> str:
    """What a commit names of its preview: version and life of the store, and a fingerprint of bytes and answers."""
    return f"{version}-{life}-{_digest(asked)[:32]}"


def _digest(asked: _Asked) -> str:
    return digest_of(asked.data, asked.answers, ())


def _dict(text: str) -> dict[str, str]:
    value = _json(text)
    if not isinstance(value, dict) or not all(isinstance(each, str) for each in value.values()):
        raise _Wrong(400, 'Trường answers phải là JSON dạng {"câu hỏi": "trả lời"}.')
    return value


def _list(text: str) -> list[str]:
    value = _json(text)
    if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
        raise _Wrong(400, 'Trường ticked phải là JSON dạng ["dấu của điểm đã xem"].')
    return value


def _json(text: str) -> Any:
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError:
        return None

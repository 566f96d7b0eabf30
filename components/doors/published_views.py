"""``/api/v1/<view>.csv | .json | .parquet`` and ``/api/v1/datapackage.json``: the published views for Excel, Power BI and programs.

An answer is written whole before the first byte leaves: no reader, however slow, keeps the store from taking in its log.
"""

from __future__ import annotations

import asyncio
import hashlib
import tempfile
import threading
from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import IO

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from components import settings
from components.doors.answers import json_answer, problem
from components.doors.bearer import Refused, may_read
from components.store.open_stores import opened_store
from components.store.store_access import as_known
from data.published.datapackage import datapackage
from data.published.sample_column import is_sample
from data.published.view_files import MEDIA_TYPES, write
from data.published.view_request import ViewRequest, WrongQuestion, asked, asked_day
from data.store_messages import store_problem
from data.version import VERSION
from data.vietnamese.dates import today
from queries.store import Store, StoreError

_AT_ONCE, _MAKING = threading.BoundedSemaphore(2), threading.BoundedSemaphore(1)  # answers; past days that are made
_PATIENCE, _LOOK = 10.0, 0.05  # seconds that a request waits for its turn, and between two looks
_IN_MEMORY, _PIECE = 4 * 2**20, 2**16  # bytes


async def view(request: Request) -> Response:
    """A published view as a file; 304 where the asker has it, 4xx with a Vietnamese sentence, 503 while too many ask."""
    store = opened_store()
    if store is None:
        return problem(503, "Kho số liệu chưa mở được; hãy thử lại sau.", Retry_After="60")
    try:
        await asyncio.to_thread(may_read, store, request)
        name, _, format_ = request.path_params["name"].rpartition(".")
        day = await asyncio.to_thread(asked_day, store, request.query_params)
        if day is None:
            question = await asyncio.to_thread(asked, store, name, format_, request.query_params)
            return await _answer(store, request, question)
        return await _answer_of(store, day, request, name, format_)
    except Refused as refused:
        return refused.answer
    except WrongQuestion as wrong:
        return problem(wrong.status, str(wrong))
    except StoreError as error:
        return problem(503, store_problem(f"past_{error.reason}", Path(error.path).name), Retry_After="60")


async def _answer_of(store: Store, day: date, request: Request, name: str, format_: str) -> Response:
    """The same as it was known at the end of a past day."""
    if not await _turn(_MAKING):
        return problem(503, "Đang có nhiều yêu cầu dữ liệu cùng lúc; hãy thử lại sau ít giây.", Retry_After="10")
    try:
        past = as_known(store, day)
        known = await asyncio.to_thread(past.__enter__)
    finally:
        _MAKING.release()
    try:
        question = await asyncio.to_thread(asked, known, name, format_, request.query_params)
        return await _answer(known, request, question)
    finally:
        await asyncio.to_thread(past.__exit__, None, None, None)


async def package(request: Request) -> Response:
    """The description of the views, or of what they were on a past day."""
    store = opened_store()
    if store is None:
        return problem(503, "Kho số liệu chưa mở được; hãy thử lại sau.", Retry_After="60")
    try:
        await asyncio.to_thread(may_read, store, request)
        day = await asyncio.to_thread(asked_day, store, request.query_params)
    except Refused as refused:
        return refused.answer
    except WrongQuestion as wrong:
        return problem(wrong.status, str(wrong))
    told = await asyncio.to_thread(lambda: datapackage(store.data_version(), is_sample(store), day))
    return json_answer(told, Cache_Control="no-cache")


async def _answer(store: Store, request: Request, question: ViewRequest) -> Response:
    headers = {"ETag": _tag(store, question), "Cache-Control": "private, no-cache" if settings.private_reading() else "no-cache"}
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    if not await _turn(_AT_ONCE):
        return problem(503, "Đang có nhiều yêu cầu dữ liệu cùng lúc; hãy thử lại sau ít giây.", Retry_After="10")
    try:
        file = await asyncio.to_thread(_written, store, question)
    finally:
        _AT_ONCE.release()
    name = f"{question.view}.{question.format}"
    headers |= {"Content-Disposition": f'inline; filename="{name}"', "Content-Length": str(file.tell())}
    return StreamingResponse(_pieces(file), headers=headers, media_type=MEDIA_TYPES[question.format])


async def _turn(places: threading.BoundedSemaphore) -> bool:
    """Wait for one of the places; false when none became free."""
    for _ in range(int(_PATIENCE / _LOOK)):
        if places.acquire(blocking=False):
            return True
        await asyncio.sleep(_LOOK)
    return False


def _written(store: Store, question: ViewRequest) -> IO[bytes]:
    """A file without a name that holds the answer; closed again where it cannot be written."""
    with ExitStack() as stack:
        file = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY))
        write(store, question, file)
        stack.pop_all()  # who sends it closes it
        return file


async def _pieces(file: IO[bytes]) -> AsyncIterator[bytes]:
    with file:
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece


def _tag(store: Store, question: ViewRequest) -> str:
    """Changes with the data version of this life of the store, the day in Viet Nam, the program and what is asked; of a past day, which
    nothing changes, with that day alone; weak, since the answer travels packed, too."""
    asked_for = hashlib.sha256(repr(question).encode()).hexdigest()[:12]
    day = f"past-{store.day:%Y%m%d}" if store.day else f"{store.data_version()}-{today():%Y%m%d}"
    return f'W/"{store.life}-{day}-{VERSION}-{asked_for}"'

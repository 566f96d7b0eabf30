"""``/suc-khoe``: whether all is well, for whoever watches the machine. It names no path and no person, and to strangers nothing else."""

from __future__ import annotations

import asyncio
import shutil
import time
from pathlib import Path
from typing import Any

import duckdb
from starlette.requests import Request
from starlette.responses import Response

from components.doors.answers import json_answer
from components.doors.bearer import is_known
from components.store import open_stores
from data.operations.backup import OLD, backups
from data.store_location import location
from data.version import VERSION
from data.vietnamese.dates import now
from queries.disk_room import has_room
from queries.store import Store, StoreError

_STARTED = time.monotonic()
_FIRST_COPY = 3600  # seconds after the start within which the first copy of a new store is made


async def health(request: Request) -> Response:
    """200 when all is well, 503 when not; to the machine itself and to whoever shows a token, ``problems`` says in Vietnamese what is wrong."""
    state = await asyncio.to_thread(_state)
    known = await asyncio.to_thread(is_known, open_stores.opened_store(), request)
    return json_answer(state if known else {"ok": state["ok"]}, 200 if state["ok"] else 503)


def _state() -> dict[str, Any]:
    store = open_stores.opened_store()
    problems = [*_of_store(store), *_of_backup(), *_of_disk()]
    newest = next(iter(backups(location())), None)
    return {
        "ok": not problems,
        "problems": problems,
        "store_open": store is not None,
        "data_version": store.data_version() if store else None,
        "version": VERSION,
        "last_backup": newest.made_at.isoformat() if newest else None,
        "backup_age_hours": round((now() - newest.made_at).total_seconds() / 3600, 1) if newest else None,
        "disk_free_mib": _free(),
    }


def _of_store(store: Store | None) -> list[str]:
    """The store is open, answers, follows the one that machines share, and holds what was written last."""
    if store is None:
        return ["Kho số liệu chưa mở được; lý do nằm trong nhật ký của dịch vụ."]
    try:
        store.last_write()
    except (duckdb.Error, StoreError, OSError):
        return ["Kho số liệu không trả lời."]
    if store.cut_off:
        return ["Kho dùng chung không trả lời: trang vẫn xem được, chưa cập nhật được."]
    return ["Kho số liệu cũ hơn lần ghi cuối cùng đã biết; hãy khôi phục bản sao lưu mới hơn."] if store.lost else []


def _of_backup() -> list[str]:
    newest = next(iter(backups(location())), None)
    if newest is None:
        waited = time.monotonic() - _STARTED > _FIRST_COPY
        return ["Chưa có bản sao lưu nào của kho số liệu."] if waited else []
    return ["Bản sao lưu gần nhất đã quá hai ngày."] if now() - newest.made_at > OLD else []


def _of_disk() -> list[str]:
    try:
        return [] if has_room(location()) else ["Ổ đĩa sắp đầy; hãy giải phóng chỗ."]
    except OSError:
        return ["Không xem được ổ đĩa của kho số liệu."]


def _free() -> int | None:
    """Free room on the disk of the store in MiB; None when it cannot be told."""
    try:
        return shutil.disk_usage(Path(location()).parent).free // 2**20
    except OSError:
        return None

"""``/tep-van-ban/<upload>``: the scanned or original file of a document, for whoever may read the figures; private ones for who is known.

It is always handed out to be saved, never shown inside the site: whatever is in it runs on no page of ours.
"""

from __future__ import annotations

import asyncio
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from components.accounts.session import person_of_cookies
from components.doors.answers import problem
from components.doors.bearer import Refused, has_token, may_read
from components.store.open_stores import opened_store
from data import document_files
from data.document_files import Original
from queries.store import Store

_GONE = "Không có tệp này, hoặc tệp đã được thu hồi."


async def document_file(request: Request) -> Response:
    """The file; 304 where the asker has it, 401 for who may not read it, 404 where there is none."""
    store = opened_store()
    if store is None:
        return problem(503, "Kho số liệu chưa mở được; hãy thử lại sau.", Retry_After="60")
    try:
        await asyncio.to_thread(may_read, store, request)
        return await asyncio.to_thread(_answer, store, request)
    except Refused as refused:
        return refused.answer
    except LookupError:
        return problem(404, _GONE)
    except document_files.OriginalDamaged:
        return problem(500, "Tệp giữ trong kho không còn nguyên vẹn; hãy báo người quản trị hệ thống.")


def _answer(store: Store, request: Request) -> Response:
    told = request.path_params["upload_id"]
    if not told.isascii() or not told.isdecimal() or len(told) > 15:
        return problem(404, _GONE)
    found = document_files.original(store, int(told))
    if found.is_private and person_of_cookies(request.cookies) is None and not has_token(request):
        return problem(401, "Tệp này chỉ dành cho người có tài khoản: hãy đăng nhập rồi mở lại.")
    headers = _headers(found)
    if headers["ETag"] in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers=headers)
    return Response(document_files.content(store, int(told)), headers=headers, media_type=document_files.MEDIA[found.media])


def _headers(found: Original) -> dict[str, str]:
    name = quote(found.name, safe="")
    return {
        "Content-Disposition": f"attachment; filename=\"van-ban.{found.media}\"; filename*=UTF-8''{name}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-cache",
        "ETag": f'"{found.sha256}"',
    }

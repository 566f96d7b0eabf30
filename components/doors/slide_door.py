"""``/tai-ve/<kind>/<name>.pptx``: the slide of a chart, for whoever may see the page that shows it, of the figures, the day and the store of its link.

It asks what the pages ask: with private reading a sign-in that is still open. Nothing but a file or a page that says why not is answered.
"""

from __future__ import annotations

import asyncio
import logging
import threading
from datetime import date
from html import escape
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from components import settings
from components.accounts.upload_gate import note_refused
from components.doors.bearer import Refused, may_read
from components.http_request import address, is_https
from components.store.open_stores import offers_sample, opened_store, sample_store
from components.store.store_access import known_on, present_read, sample_shown
from components.theme import ACCENT, INK
from components.tiles import slide_button
from components.tiles.links import SAMPLE_CODE, STORE
from data.store_messages import store_problem
from data.vietnamese import dates, past_day
from queries.reads import known_day_list
from queries.store import Store, StoreError

_AT_ONCE = threading.BoundedSemaphore(2)
_PATIENCE, _LOOK = 30.0, 0.05  # seconds that a request waits for its turn, and between two looks
_PAGE = """<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Chưa tải được trang chiếu</title><style>body {{font:1rem/1.5 'Noto Sans','Segoe UI',Roboto,Arial,sans-serif; color:{INK}; max-width:40rem; margin:3rem auto; padding:0 1rem}} a {{color:{ACCENT}}}</style>
<body><h1>Chưa tải được trang chiếu</h1><p>{why}</p><p>{way}Bấm nút Quay lại của trình duyệt để về trang đang xem.</p>"""


class _NotMade(Exception):
    """Why there is no slide; ``status`` as HTTP numbers it."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status = status


async def slide(request: Request) -> Response:
    """The file; a page with one sentence: 401 for who may not see it, 404 for what no slide can be made of, 503 where the store is not open or many ask."""
    try:
        store = opened_store()
        if store is None:
            raise _NotMade(503, "Kho số liệu chưa mở được; hãy thử lại sau.")
        await asyncio.to_thread(_allowed, store, request)
        return await _in_turn(request)
    except _NotMade as reason:
        return _told(reason.status, str(reason))


def _allowed(store: Store, request: Request) -> None:
    try:
        may_read(store, request)
    except Refused:
        note_refused("trang chiếu", address(request.scope))
        raise _NotMade(
            401, "Số liệu này chỉ dành cho người có tài khoản, và phiên đăng nhập ở đây không có hoặc đã kết thúc."
        ) from None


async def _in_turn(request: Request) -> Response:
    for _ in range(int(_PATIENCE / _LOOK)):
        if _AT_ONCE.acquire(blocking=False):
            break
        await asyncio.sleep(_LOOK)
    else:
        raise _NotMade(503, "Đang có nhiều trang chiếu được làm cùng lúc; hãy thử lại sau ít giây.")
    try:
        return await asyncio.to_thread(_file, request)
    finally:
        _AT_ONCE.release()


def _file(request: Request) -> Response:
    told = dict(request.query_params)
    sample, day = told.pop(STORE, None), _day(told.pop(past_day.PARAMETER, None))
    kind, name = request.path_params["kind"], request.path_params["name"].removesuffix(".pptx")
    if sample is not None and (sample != SAMPLE_CODE or not offers_sample() or sample_store() is None):
        raise _NotMade(404, "Kho số liệu minh họa không mở ở đây.")
    try:
        with sample_shown(sample is not None), known_on(None if sample else day):
            file_name, content = slide_button.made(kind, name, told, _site(request))
    except StoreError as error:
        raise _NotMade(503, store_problem(f"past_{error.reason}", Path(error.path).name)) from None
    except slide_button.NoSlide:
        raise _NotMade(404, "Liên kết này không còn ứng với trang chiếu nào: số liệu đã đổi, hoặc liên kết bị sửa.") from None
    except Exception:
        logging.getLogger(__name__).exception("no slide %r could be made", kind)
        raise _NotMade(500, "Không làm được trang chiếu này; hãy báo người quản trị.") from None
    return Response(content, headers=_headers(file_name), media_type=slide_button.PPTX)


def _day(asked: str | None) -> date | None:
    """The past day of the link; None for today."""
    if asked is None:
        return None
    known = present_read(known_day_list).values("day")
    if why := past_day.refusal(asked, known[-1] if known else None, dates.today()):
        raise _NotMade(404, why)
    return past_day.read(asked)


def _site(request: Request) -> str:
    """The address of the site as the browser wrote it, with a slash at its end."""
    return f"http{'s' if is_https(request.scope) else ''}://{request.headers.get('host', '')}{settings.base_path()}/"


def _headers(file_name: str) -> dict[str, str]:
    return {
        "Content-Disposition": f"attachment; filename=\"trang-chieu.pptx\"; filename*=UTF-8''{quote(file_name, safe='')}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
    }


def _told(status: int, sentence: str) -> Response:
    way = f'<a href="{escape(settings.base_path())}/dang-nhap">Đăng nhập</a>. ' if status == 401 else ""
    return HTMLResponse(
        _PAGE.format(INK=INK, ACCENT=ACCENT, why=escape(sentence), way=way), status, {"Cache-Control": "no-store"}
    )

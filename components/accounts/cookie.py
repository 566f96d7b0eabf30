"""The server's own address beside the pages: where a browser gets its session cookie, and gives it back."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components import settings
from components.accounts.session import COOKIE, MARK, ROUTE, SESSIONS
from data.accounts.sessions import LONGEST

_MARK_KEPT = 180 * 24 * 3600  # seconds


def routes() -> list[Route]:
    """POST with a ticket sets the cookies; DELETE ends the session and removes its cookie."""
    return [Route(settings.base_path() + ROUTE, _hand_over, methods=["POST", "DELETE"])]


async def _hand_over(request: Request) -> Response:
    """Answers 204 whether or not there was something to hand over; 403 to other sites.

    A foreign page can send neither the header nor a DELETE without a permission that this server never gives.
    """
    if request.headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return Response(status_code=403)
    answer = Response(status_code=204, headers={"Cache-Control": "no-store"})
    looks: dict[str, Any] = {
        "path": settings.base_path() or "/",
        "httponly": True,
        "samesite": "strict",
        "secure": request.url.scheme == "https",
    }
    if request.method == "DELETE":
        SESSIONS.close(SESSIONS.of_token(request.cookies.get(COOKIE, "")))
        answer.delete_cookie(COOKIE, **looks)
    elif handed := SESSIONS.redeem(request.headers.get("x-ticket", "")):
        answer.set_cookie(COOKIE, handed[0], max_age=LONGEST, **looks)
        if handed[1]:
            answer.set_cookie(MARK, handed[1], max_age=_MARK_KEPT, **looks)
    return answer

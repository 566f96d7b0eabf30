"""Who asks at a door: the browser of somebody signed in, or a program with a token. Only a token may write: no page can send one unseen."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from components import settings
from components.accounts.session import person_of_cookies
from components.doors.answers import problem
from queries.store import Store


class Refused(Exception):
    """Nobody who may; ``answer`` says so."""

    def __init__(self, answer: Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


def may_read(store: Store, request: Request) -> None:
    """Let everybody read, unless reading is private: then whoever is signed in. Raises Refused."""
    if settings.private_reading() and person_of_cookies(request.cookies) is None:
        sentence = "Số liệu này chỉ dành cho người có tài khoản: hãy đăng nhập, hoặc gửi kèm mã truy cập do người quản trị cấp."
        raise Refused(problem(401, sentence, WWW_Authenticate='Basic realm="chi-tieu", charset="UTF-8"'))

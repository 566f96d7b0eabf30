"""Who asks at a door: the browser of somebody signed in, or a program with a token.

Only a token that the program itself puts into the request may write (``Bearer``): what a browser keeps and sends along unasked, a cookie
or a password of ``Basic``, reads at most.
"""

from __future__ import annotations

import base64
import binascii

from starlette.requests import Request
from starlette.responses import Response

from components import settings
from components.accounts.session import person_of_cookies
from components.doors.answers import problem
from components.http_request import address
from data.accounts.record import note
from data.accounts.sign_in import CLI, AccountError, Person
from data.accounts.tokens import Holder, holder
from data.operations import running
from data.store_messages import account_problem
from queries.accounts import stored_account
from queries.store import Store

_THIS_MACHINE = ("127.0.0.1", "::1")
_ASK = {"WWW_Authenticate": 'Basic realm="chi-tieu", charset="UTF-8"'}


class Refused(Exception):
    """Nobody who may; ``answer`` says so."""

    def __init__(self, answer: Response) -> None:
        super().__init__(answer.status_code)
        self.answer = answer


def may_read(store: Store, request: Request) -> None:
    """Let everybody read, unless reading is private: then whoever is signed in or shows a token. Raises Refused.

    A token that is worth nothing is refused in any case: its program would not notice otherwise.
    """
    if token := _token(request):
        if not running.is_machine(token):
            _holder(store, request, token)
    elif settings.private_reading() and person_of_cookies(request.cookies) is None:
        sentence = "Số liệu này chỉ dành cho người có tài khoản: hãy đăng nhập, hoặc gửi kèm mã truy cập do người quản trị cấp."
        raise Refused(problem(401, sentence, **_ASK))


def has_token(request: Request) -> bool:
    """Whether a request shows a token; ``may_read`` has seen that it is worth something."""
    return bool(_token(request))


def is_known(store: Store | None, request: Request) -> bool:
    """Whether it is a program of this machine itself that asks, or one with a token that is worth something."""
    if address(request.scope) in _THIS_MACHINE:
        return True
    token = _token(request)
    if not token or store is None or running.is_machine(token):
        return bool(token) and running.is_machine(token)
    try:
        return bool(_holder(store, request, token))
    except Refused:
        return False


def uploader(store: Store, request: Request) -> tuple[Person, str]:
    """Who brings figures with a token, and what an upload keeps about where it came from. Raises Refused."""
    token = _token(request, basic=False)
    if not token:
        raise Refused(problem(401, "Việc này cần mã truy cập để nạp: gửi đầu mục Authorization: Bearer <mã>."))
    if running.is_machine(token):
        return CLI, request.headers.get("x-from-where", "shell")[:100]
    found = _holder(store, request, token)
    if found.person is None:
        raise Refused(problem(403, "Mã truy cập này chỉ để đọc số liệu."))
    if not settings.local_accounts():
        raise Refused(problem(403, "Tài khoản của kho đang tắt, nên không nạp thay được."))
    if settings.lacks_second_factor(stored_account(store, found.person.name)):
        raise Refused(problem(403, account_problem("token_no_factor", name=found.person.name)))
    return found.person, f"api:{found.token_id}"


def require_machine(request: Request) -> None:
    """Only the command line of this machine, which reads its token beside the store. Raises Refused."""
    if not running.is_machine(_token(request, basic=False)):
        raise Refused(problem(401, "Cửa này chỉ dành cho dòng lệnh trên chính máy chủ."))


def _holder(store: Store, request: Request, token: str) -> Holder:
    try:
        return holder(store, token)
    except AccountError as error:
        note(store.path, "refused", source=address(request.scope), about="mã truy cập")
        raise Refused(problem(401, str(error), **_ASK)) from None


def _token(request: Request, basic: bool = True) -> str:
    """The token of ``Authorization: Bearer`` or, as Excel and Power BI send it to read, the password of ``Basic``; '' for none."""
    kind, _, rest = request.headers.get("authorization", "").partition(" ")
    if kind.lower() == "bearer":
        return rest.strip()
    if kind.lower() != "basic" or not basic:
        return ""
    try:
        return base64.b64decode(rest.strip(), validate=True).decode().partition(":")[2] or "?"
    except (binascii.Error, UnicodeDecodeError):
        return "?"  # something that is no token, so that it is refused

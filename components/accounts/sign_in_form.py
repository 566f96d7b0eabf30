"""Signing in, setting a password, signing out: what stands on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from components import settings, state
from components.accounts import session
from components.store_access import cached_read, open_store
from components.tiles import messages
from data.accounts.passwords import SHORTEST
from data.accounts.sign_in import AccountError, Person, SignedIn, change_password, replace_one_time, sign_in
from queries.reads import unit_list

ROLES = {"reader": "Người xem", "staff": "Cán bộ cập nhật", "admin": "Quản trị"}
HOME, SIGN_IN, DESK = "pages/leaders/overview.py", "pages/staff/sign_in.py", "pages/staff/update.py"
_EYE = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def corner() -> None:
    """The quiet place in the header: a link to sign in, or who is signed in and the way out."""
    session.scripts()
    person = session.person()
    with st.container(key="who"):
        if person is None:
            st.page_link(SIGN_IN, label="Đăng nhập")
            return
        with st.popover(person.display_name, type="tertiary"):
            messages.note(described(person))
            st.page_link(SIGN_IN, label="Tài khoản của tôi")
            if st.button("Đăng xuất", key="sign_out", width="stretch"):
                session.end()


def described(person: Person) -> str:
    """Name, role and territories in words."""
    names = {row.code: row.name for row in cached_read(unit_list)} if person.role == "staff" else {}
    territories = ["mọi địa bàn" if code == "*" else names.get(code, code) for code in person.territories]
    if person.role == "staff":
        return f"{person.name} · {ROLES['staff']}: {', '.join(territories) or 'chưa được giao địa bàn nào'}"
    return f"{person.name} · {ROLES[person.role]}"


def form(why: str) -> None:
    """Whatever has to be done to become somebody: sign in, or replace a one-time password."""
    row = session.account()
    if row is not None and row.one_time:
        messages.headline("Đặt mật khẩu của bạn", f"Mật khẩu vừa dùng chỉ dùng được một lần. Tài khoản: {row.name}.")
        _first_password(row)
        return
    messages.headline("Đăng nhập", why)
    if settings.provider():
        session.remember_place(came_from_address() if state.AT_SIGN_IN.get() else None)
        if st.button("Đăng nhập bằng tài khoản cơ quan", type="primary", key="oidc"):
            st.login(settings.access().get("provider"))
    if settings.local_accounts():
        _password_form()


def _password_form() -> None:
    session.run_script("eye", _EYE)
    with st.form("sign_in", width=420):
        name = st.text_input("Tên tài khoản", autocomplete="username")
        password = st.text_input("Mật khẩu", type="password", autocomplete="current-password")
        if st.form_submit_button("Đăng nhập", type="primary"):
            _do(lambda: sign_in(open_store(), session.THROTTLE, name, password, source=session.where_from(), mark=session.mark()))


def _first_password(row: Any) -> None:
    with st.form("first_password", width=420):
        new = _twice()
        if st.form_submit_button("Đặt mật khẩu", type="primary"):
            _do(lambda: replace_one_time(open_store(), row.name, row.change_number, _same(*new)))


def own_account(person: Person) -> None:
    """Who one is, and for an account of the store a form to change its password."""
    messages.headline(person.display_name, described(person))
    if person.source != "local":
        messages.note("Tài khoản và quyền do hệ thống đăng nhập của cơ quan quản lý.")
        return
    messages.part("Đổi mật khẩu", "Mọi phiên khác của tài khoản này sẽ kết thúc.")
    with st.form("change_password", width=420, clear_on_submit=True):
        old = st.text_input("Mật khẩu đang dùng", type="password", autocomplete="current-password")
        new = _twice()
        if st.form_submit_button("Đổi mật khẩu", type="primary"):
            origin = {"source": session.where_from(), "mark": session.mark()}
            if changed := _done(lambda: change_password(open_store(), session.THROTTLE, person.name, old, _same(*new), **origin)):
                session.begin(changed)
                st.success("Đã đổi mật khẩu.")


def go_on_after_signing_in(person: Person) -> None:
    """On the sign-in page, right after signing in: leave for where the person was before; staff who were nowhere in particular
    (the first page, without any choice in its link) go to their desk."""
    if state.ARRIVED.pop():
        page, choices = state.CAME_FROM.get() or (None, {})
        if person.role == "staff" and not choices and (page is None or not page.url_path):
            page = DESK
        st.switch_page(page or HOME, query_params=choices)


def note_place(page: Any) -> None:
    """Remember the page that runs now, to return to after the sign-in page."""
    if not state.AT_SIGN_IN.set(page.url_path == "dang-nhap"):
        state.CAME_FROM.set((page, dict(st.query_params)))


def came_from_address() -> str:
    """The path and choices of the page before the sign-in page."""
    page, choices = state.CAME_FROM.get() or (None, {})
    return f"{settings.base_path()}/{page.url_path if page else ''}" + (f"?{urlencode(choices)}" if choices else "")


def _twice() -> tuple[str, str]:
    session.run_script("eye", _EYE)
    password = st.text_input(f"Mật khẩu mới (ít nhất {SHORTEST} ký tự)", type="password", autocomplete="new-password")
    return password, st.text_input("Nhập lại mật khẩu mới", type="password", autocomplete="new-password")


def _same(first: str, second: str) -> str:
    if first != second:
        raise AccountError("differ")
    return first


def _do(what: Callable[[], SignedIn]) -> None:
    """Sign in by what ``what`` returns, or say why not."""
    if signed := _done(what):
        session.begin(signed)
        state.ARRIVED.set(state.AT_SIGN_IN.get())
        st.rerun()


def _done(what: Callable[[], SignedIn]) -> SignedIn | None:
    """What ``what`` returns; None after saying why not."""
    try:
        return what()
    except AccountError as error:
        st.error(str(error))
        return None
